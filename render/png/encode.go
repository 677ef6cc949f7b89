package png

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"math"

	"github.com/klauspost/compress/zlib"
)

// encoder writes pictures as PNG with their size in the world, which image/png cannot state; it keeps its tables from one page
// to the next. Pixels are 8-bit RGB without transparency.
type encoder struct {
	out bytes.Buffer
	z   *zlib.Writer
	row []byte
}

const signature = "\x89PNG\r\n\x1a\n"

func (e *encoder) encode(img *image.RGBA, dpi float64) ([]byte, error) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	e.out.Reset()
	e.out.WriteString(signature)
	head := binary.BigEndian.AppendUint32(nil, uint32(w))
	head = binary.BigEndian.AppendUint32(head, uint32(h))
	e.chunk("IHDR", append(head, 8, 2, 0, 0, 0))
	e.chunk("sRGB", []byte{1}) // relative colorimetric
	perMetre := uint32(math.Round(dpi / 0.0254))
	phys := binary.BigEndian.AppendUint32(nil, perMetre)
	phys = binary.BigEndian.AppendUint32(phys, perMetre)
	e.chunk("pHYs", append(phys, 1))

	at := e.out.Len()
	e.out.WriteString("\x00\x00\x00\x00IDAT")
	if e.z == nil {
		var err error
		if e.z, err = zlib.NewWriterLevel(&e.out, level); err != nil {
			return nil, err
		}
	} else {
		e.z.Reset(&e.out)
	}
	if err := e.pixels(img, w, h); err != nil {
		return nil, err
	}
	file := e.out.Bytes()
	binary.BigEndian.PutUint32(file[at:], uint32(len(file)-at-8))
	e.out.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(file[at+4:])))
	e.chunk("IEND", nil)
	return bytes.Clone(e.out.Bytes()), nil
}

// level of compression: 8 and 9 take five times as long for one per cent.
const level = 7

func (e *encoder) chunk(kind string, data []byte) {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, kind...), data...)
	e.out.Write(binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(b[4:])))
}

// pixels writes the rows as they are: pages are flat areas and letters, of which the compression finds the repetitions
// itself. PNG's filters made files of such pages a third larger and took longer.
func (e *encoder) pixels(img *image.RGBA, w, h int) error {
	if cap(e.row) < 3*w+1 {
		e.row = make([]byte, 3*w+1)
	}
	row := e.row[:3*w+1]
	row[0] = 0 // no filter
	for y := range h {
		px := img.Pix[y*img.Stride:][:4*w]
		for i, k := 1, 0; k < len(px); i, k = i+3, k+4 {
			row[i], row[i+1], row[i+2] = px[k], px[k+1], px[k+2]
		}
		if _, err := e.z.Write(row); err != nil {
			return err
		}
	}
	return e.z.Close()
}
