package pdf

import (
	"bytes"
	"crypto/sha256"

	"github.com/klauspost/compress/zlib"
)

// deflater compresses stream after stream with one set of tables, which are the larger part of the cost.
type deflater struct {
	w    *zlib.Writer
	buf  bytes.Buffer
	kept *Streams
}

func newDeflater(kept *Streams) *deflater {
	z := &deflater{kept: kept}
	z.w, _ = zlib.NewWriterLevel(&z.buf, 6) // the level is valid: no error
	return z
}

// deflate returns data in zlib form. Nobody may change it.
func (z *deflater) deflate(data []byte) []byte {
	if z.kept == nil {
		return z.compress(data)
	}
	key := sha256.Sum256(data)
	out, ok := z.kept.before[key]
	if !ok {
		out, ok = z.kept.now[key]
	}
	if !ok {
		out = z.compress(data)
	}
	z.kept.now[key] = out
	return out
}

func (z *deflater) compress(data []byte) []byte {
	z.buf.Reset()
	z.w.Reset(&z.buf)
	_, _ = z.w.Write(data) // a bytes.Buffer never fails
	_ = z.w.Close()
	return bytes.Clone(z.buf.Bytes())
}

// Streams keeps the compressed streams of one file's build for the next. What the last build did not need is forgotten.
type Streams struct {
	before, now map[[sha256.Size]byte][]byte
}

// begin starts a build.
func (s *Streams) begin() {
	s.before, s.now = s.now, map[[sha256.Size]byte][]byte{}
}
