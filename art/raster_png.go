package art

import (
	"compress/zlib"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
)

var errPictureEnd = errors.New("its end is missing")

// CheckPNG unfolds a PNG row by row, whose head was read: all parts are whole, the rows are there, and each names a filter
// that exists. No more than a row is held. redrawn says that PDF cannot take it as it is: it is transparent, interlaced or of
// 16 bits.
func CheckPNG(data []byte) (redrawn bool, err error) {
	parts := &pngParts{rest: data[8:]}
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
			if fits := map[byte]bool{0: size == 2, 2: size == 6, 3: size <= colours}; !fits[kind] {
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
	for _, p := range passes {
		w, h := (width-p[0]+p[2]-1)/p[2], (height-p[1]+p[3]-1)/p[3]
		if w <= 0 {
			continue
		}
		for range h {
			if _, err := io.ReadFull(z, row[:1+(w*bits+7)/8]); err != nil {
				return redrawn, pngError(err)
			}
			if row[0] > 4 {
				return redrawn, errors.New("a row of it cannot be read")
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
		if err != nil {
			return redrawn, err
		}
		if string(part[:4]) == "IEND" {
			return redrawn, nil
		}
	}
}

func pngError(err error) error {
	if errors.Is(err, errPictureEnd) || errors.Is(err, errPNGSum) {
		return err
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("some of its rows are missing")
	}
	return errors.New("its rows cannot be unpacked")
}

var errPNGSum = errors.New("a checksum in it is wrong")

// pngParts reads the chunks of a PNG, and the bytes of its picture as one stream.
type pngParts struct {
	rest, open []byte
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
