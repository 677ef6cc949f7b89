package pdf

import (
	"bytes"

	"github.com/klauspost/compress/zlib"
)

// deflater compresses stream after stream with one set of tables, which are the larger part of the cost.
type deflater struct {
	w   *zlib.Writer
	buf bytes.Buffer
}

func newDeflater() *deflater {
	z := &deflater{}
	z.w, _ = zlib.NewWriterLevel(&z.buf, 6) // the level is valid: no error
	return z
}

// deflate returns data in zlib form, in memory of its own.
func (z *deflater) deflate(data []byte) []byte {
	z.buf.Reset()
	z.w.Reset(&z.buf)
	_, _ = z.w.Write(data) // a bytes.Buffer never fails
	_ = z.w.Close()
	return bytes.Clone(z.buf.Bytes())
}
