package pdf

import (
	"bytes"
	"crypto/sha256"
	"runtime"
	"sync"
	"sync/atomic"

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
	z.all([]*[]byte{&data})
	return data
}

// enough streams pay for another set of tables.
const enough = 16

// all compresses streams, on all cores where there are many.
func (z *deflater) all(streams []*[]byte) {
	var left []*[]byte
	keys := map[*[]byte][sha256.Size]byte{}
	for _, s := range streams {
		if z.kept != nil {
			key := sha256.Sum256(*s)
			if out, ok := z.kept.find(key); ok {
				*s = out
				continue
			}
			keys[s] = key
		}
		left = append(left, s)
	}
	workers := max(1, min(runtime.GOMAXPROCS(0), len(left)/enough))
	var next atomic.Int64
	work := func(z *deflater) {
		for i := int(next.Add(1)) - 1; i < len(left); i = int(next.Add(1)) - 1 {
			*left[i] = z.compress(*left[i])
		}
	}
	var beside sync.WaitGroup
	for range workers - 1 {
		beside.Go(func() { work(newDeflater(nil)) })
	}
	work(z)
	beside.Wait()
	for s, key := range keys {
		z.kept.now[key] = *s
	}
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

// find looks a stream up by the hash of what it was, and holds it for the next build.
func (s *Streams) find(key [sha256.Size]byte) ([]byte, bool) {
	out, ok := s.now[key]
	if !ok {
		if out, ok = s.before[key]; ok {
			s.now[key] = out
		}
	}
	return out, ok
}

// begin starts a build.
func (s *Streams) begin() {
	s.before, s.now = s.now, map[[sha256.Size]byte][]byte{}
}
