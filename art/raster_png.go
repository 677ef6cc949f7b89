package art

import (
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"slices"
)

var errPictureEnd = errors.New("its end is missing")

// pngMark is how many bytes say that a file is a PNG.
const pngMark = 8

// ErrTurned is a PNG that lies on its side by its Exif data, which some viewers follow and others do not.
var ErrTurned = errors.New("its Exif data turn it")

// CheckPNG unfolds a PNG row by row, whose head was read: all parts are whole, the rows are there, each names a filter that
// exists, and each of their colours is in the palette. No more than two rows are held. picture is the PNG with what it needs to
// be drawn: who took it, where and with what stays out of every file, and so do parts that a reader might stumble over. redrawn
// says that PDF cannot take it as it is: it is transparent, interlaced or of 16 bits.
func CheckPNG(data []byte) (picture []byte, redrawn bool, err error) {
	parts := &pngParts{rest: data[pngMark:], picture: append(make([]byte, 0, len(data)), data[:pngMark]...)}
	redrawn, err = parts.check()
	return parts.picture, redrawn, err
}

func (parts *pngParts) check() (redrawn bool, err error) {
	head, err := parts.next()
	if err != nil {
		return redrawn, err
	}
	if string(head[:4]) != "IHDR" || len(head) != 17 {
		return redrawn, errors.New("its head is missing")
	}
	width, height := int(binary.BigEndian.Uint32(head[4:])), int(binary.BigEndian.Uint32(head[8:]))
	bits := int(head[12]) * map[byte]int{0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[head[13]]
	depth, kind, colours := head[12], head[13], 0
	redrawn = depth > 8 || kind >= 4 || head[16] == 1
	for parts.kind() != "IDAT" {
		part, err := parts.next()
		if err != nil {
			return redrawn, err
		}
		size := len(part) - 4
		switch string(part[:4]) {
		case "IEND":
			return redrawn, errors.New("it holds no picture")
		case "PLTE":
			if colours = size / 3; size%3 != 0 || colours < 1 || colours > 256 || kind == 3 && colours > 1<<depth {
				return redrawn, errors.New("its palette is not one")
			}
		case "tRNS":
			redrawn = true
			if fits := map[byte]bool{0: size == 2, 2: size == 6, 3: size <= colours}; !fits[kind] || kind != 3 && !samples(part[4:], depth) {
				return redrawn, errors.New("its transparency does not go with its colours")
			}
		}
	}
	if kind == 3 && colours == 0 {
		return redrawn, errors.New("its palette is missing")
	}
	z, err := zlib.NewReader(parts)
	if err != nil {
		return redrawn, pngError(err)
	}
	passes := [][4]int{{0, 0, 1, 1}}
	if head[16] == 1 { // Adam7
		passes = [][4]int{{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4}, {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}}
	}
	row := make([]byte, 1+(width*bits+7)/8)
	var above []byte // the row before, unfiltered, where the palette is shorter than its numbers may be
	if kind == 3 && colours < 1<<depth {
		above = make([]byte, len(row)-1)
	}
	for _, p := range passes {
		w, h := (width-p[0]+p[2]-1)/p[2], (height-p[1]+p[3]-1)/p[3]
		if w <= 0 {
			continue
		}
		clear(above)
		for range h {
			line := row[:1+(w*bits+7)/8]
			if _, err := io.ReadFull(z, line); err != nil {
				return redrawn, pngError(err)
			}
			if line[0] > 4 {
				return redrawn, errors.New("a row of it cannot be read")
			}
			if above == nil {
				continue
			}
			unfilter(line[0], line[1:], above)
			copy(above, line[1:])
			for i := range w {
				if at := i * int(depth); int(line[1+at/8]>>(8-int(depth)-at%8))&(1<<depth-1) >= colours {
					return redrawn, errors.New("one of its colours is not in its palette")
				}
			}
		}
	}
	if n, err := z.Read(row[:1]); n > 0 || err != nil && err != io.EOF { // the checksum stands at the end
		if n > 0 {
			return redrawn, errors.New("it holds more rows than it says")
		}
		return redrawn, pngError(err)
	}
	for {
		part, err := parts.next()
		switch {
		case err != nil:
			return redrawn, err
		case slices.Contains([]string{"PLTE", "tRNS", "IDAT"}, string(part[:4])):
			return redrawn, errPNGOrder
		case string(part[:4]) == "IEND":
			return redrawn, nil
		}
	}
}

// unfilter restores a row of numbers of a palette, of which a byte is a pixel or more (PNG, 9.2).
func unfilter(filter byte, row, above []byte) {
	var left, corner int
	for i := range row {
		up := int(above[i])
		switch filter {
		case 1:
			row[i] += byte(left)
		case 2:
			row[i] += byte(up)
		case 3:
			row[i] += byte((left + up) / 2)
		case 4:
			row[i] += byte(paeth(left, up, corner))
		}
		left, corner = int(row[i]), up
	}
}

// paeth is the neighbour that comes nearest to left + up − corner.
func paeth(left, up, corner int) int {
	p := left + up - corner
	away := func(v int) int { return max(v-p, p-v) }
	switch {
	case away(left) <= away(up) && away(left) <= away(corner):
		return left
	case away(up) <= away(corner):
		return up
	}
	return corner
}

// samples says that numbers of two bytes are samples of so many bits.
func samples(b []byte, depth byte) bool {
	for ; len(b) > 1; b = b[2:] {
		if int(binary.BigEndian.Uint16(b)) >= 1<<depth {
			return false
		}
	}
	return true
}

func pngError(err error) error {
	if errors.Is(err, errPictureEnd) || errors.Is(err, errPNGSum) || errors.Is(err, errPNGPart) {
		return err
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("some of its rows are missing")
	}
	return errors.New("its rows cannot be unpacked")
}

var errPNGPart = errors.New("a part without which it cannot be drawn is of no known kind")

var errPNGOrder = errors.New("its parts stand in an order that no picture has")

var errPNGSum = errors.New("a checksum in it is wrong")

// pngParts reads the chunks of a PNG, and the bytes of its picture as one stream.
type pngParts struct {
	rest, open []byte
	picture    []byte // the chunks so far that draw it
}

// kind is that of the chunk that comes next.
func (p *pngParts) kind() string {
	if len(p.rest) < 8 {
		return ""
	}
	return string(p.rest[4:8])
}

// next is a chunk: its kind and what it holds.
func (p *pngParts) next() ([]byte, error) {
	if len(p.rest) < 12 {
		return nil, errPictureEnd
	}
	n := binary.BigEndian.Uint32(p.rest)
	if uint64(n) > uint64(len(p.rest)-12) {
		return nil, errPictureEnd
	}
	part, sum := p.rest[4:8+n], p.rest[8+n:]
	if crc32.ChecksumIEEE(part) != binary.BigEndian.Uint32(sum) {
		return nil, errPNGSum
	}
	switch kind := string(part[:4]); kind {
	case "eXIf":
		if orientation(part[4:]) > 1 {
			return nil, ErrTurned
		}
	case "IHDR", "PLTE", "tRNS", "IDAT", "IEND", "iCCP", "sRGB", "gAMA", "cHRM":
		if kind == "IHDR" && len(p.picture) > pngMark {
			return nil, errPNGOrder
		}
		p.picture = append(p.picture, p.rest[:12+n]...)
	default:
		if part[0]&0x20 == 0 { // critical: whoever does not know it cannot draw the picture
			return nil, errPNGPart
		}
	}
	p.rest = sum[4:]
	return part, nil
}

func (p *pngParts) Read(b []byte) (int, error) {
	for len(p.open) == 0 {
		if p.kind() != "IDAT" {
			return 0, io.EOF
		}
		part, err := p.next()
		if err != nil {
			return 0, err
		}
		p.open = part[4:]
	}
	n := copy(b, p.open)
	p.open = p.open[n:]
	return n, nil
}
