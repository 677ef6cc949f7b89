// Package mark moves the words of a page: by so little that nobody sees it, and by a sequence that only one recipient has.
//
// The sequence is all that is hidden, and nothing of it stands in the text. A page's stream is compressed once, in such a way that a
// sign in it, plus or minus, is a few bits at a known place: marking a copy turns those bits round.
package mark

import (
	"encoding/binary"
	"hash/adler32"
	"math/bits"
)

// Stream is a compressed stream (zlib, RFC 1950) whose signs can be changed.
type Stream struct {
	data  []byte
	size  int
	adler uint32
	signs []sign
}

// sign is a plus in a stream: where its code begins, in bits, and where it stands.
type sign struct{ bit, at int }

// NewStream compresses a stream. At signs, which rise, stand plus signs.
func NewStream(raw []byte, signs []int) *Stream {
	s := &Stream{size: len(raw), adler: adler32.Checksum(raw)}
	w := &bitWriter{buf: append(make([]byte, 0, len(raw)/2+64), 0x78, 0x9C)}
	w.put(0b011, 3) // the last block, with the fixed codes: plus and minus are equally long in them
	f := finder{raw: raw, prev: make([]int32, len(raw)), end: make([]int32, len(raw))}
	next := len(raw)
	for i, k := len(raw)-1, len(signs)-1; i >= 0; i-- {
		if k >= 0 && signs[k] == i {
			next, k = i, k-1
		}
		f.end[i] = int32(next)
	}
	for i, k := 0, 0; i < len(raw); {
		if k < len(signs) && signs[k] == i {
			s.signs = append(s.signs, sign{8*len(w.buf) + w.n, i})
			k++
		}
		length, distance := f.find(i)
		if length > 0 {
			if better, _ := f.find(i + 1); better > length+1 {
				length = 0
			}
		}
		if length == 0 {
			w.literal(int(raw[i]))
			f.add(i)
			i++
			continue
		}
		w.match(length, distance)
		for range length {
			f.add(i)
			i++
		}
	}
	w.literal(256)
	w.flush()
	s.data = w.buf
	return s
}

// Size is the size of every marked stream.
func (s *Stream) Size() int { return len(s.data) + 4 }

// Append writes the stream with minus where it is said, in the order of the signs.
func (s *Stream) Append(b []byte, minus func(i int) bool) []byte {
	from := len(b)
	b = append(b, s.data...)
	out := b[from:]
	const adlerBase = 65521
	low, high := uint64(s.adler&0xFFFF), uint64(s.adler>>16)
	for i, k := range s.signs {
		if !minus(i) {
			continue
		}
		// 01011011 becomes 01011101, the first bit first.
		out[(k.bit+5)/8] ^= 1 << ((k.bit + 5) % 8)
		out[(k.bit+6)/8] ^= 1 << ((k.bit + 6) % 8)
		low, high = low+('-'-'+'), high+('-'-'+')*uint64(s.size-k.at)
	}
	return binary.BigEndian.AppendUint32(b, uint32(high%adlerBase)<<16|uint32(low%adlerBase))
}

// finder finds earlier bytes that are the same. Nothing that it finds holds a sign, nor is what it finds them for one.
type finder struct {
	raw  []byte
	head [1 << 14]int32 // by hash: the place after the last one
	prev []int32
	end  []int32 // the next sign at or after each place
}

const (
	leastMatch = 4 // three bytes far away cost as much as they save
	mostMatch  = 258
	window     = 32 << 10
	chain      = 96
)

func (f *finder) hash(i int) int {
	return int(binary.LittleEndian.Uint32(f.raw[i:]) * 2654435761 >> 18)
}

func (f *finder) add(i int) {
	if i+leastMatch <= len(f.raw) {
		h := f.hash(i)
		f.prev[i], f.head[h] = f.head[h], int32(i+1)
	}
}

func (f *finder) find(i int) (length, distance int) {
	if i+leastMatch > len(f.raw) {
		return 0, 0
	}
	most := min(mostMatch, int(f.end[i])-i)
	at := int(f.head[f.hash(i)]) - 1
	for range chain {
		if at < 0 || i-at > window {
			break
		}
		n, limit := 0, min(most, int(f.end[at])-at)
		for n < limit && f.raw[at+n] == f.raw[i+n] {
			n++
		}
		if n > length {
			length, distance = n, i-at
		}
		at = int(f.prev[at]) - 1
	}
	if length < leastMatch {
		return 0, 0
	}
	return length, distance
}

// bitWriter packs bits, the lowest first.
type bitWriter struct {
	buf  []byte
	bits uint64
	n    int // less than 8
}

func (w *bitWriter) put(v uint64, n int) {
	w.bits |= v << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.buf = append(w.buf, byte(w.bits))
		w.bits >>= 8
	}
}

// code writes a Huffman code, whose highest bit comes first.
func (w *bitWriter) code(v, n int) { w.put(bits.Reverse64(uint64(v))>>(64-n), n) }

func (w *bitWriter) flush() {
	if w.n > 0 {
		w.buf = append(w.buf, byte(w.bits))
		w.bits, w.n = 0, 0
	}
}

// literal writes a byte, or a length's symbol, in the fixed code (RFC 1951, 3.2.6).
func (w *bitWriter) literal(v int) {
	switch {
	case v < 144:
		w.code(0x30+v, 8)
	case v < 256:
		w.code(0x190+v-144, 9)
	case v < 280:
		w.code(v-256, 7)
	default:
		w.code(0xC0+v-280, 8)
	}
}

func (w *bitWriter) match(length, distance int) {
	symbol, extra, n := ranges(length-3, 4)
	if length == mostMatch {
		symbol, extra, n = 28, 0, 0
	}
	w.literal(257 + symbol)
	w.put(uint64(extra), n)
	symbol, extra, n = ranges(distance-1, 2)
	w.code(symbol, 5)
	w.put(uint64(extra), n)
}

// ranges finds the symbol of a length or a distance: a power of two has so many of them.
func ranges(v, each int) (symbol, extra, n int) {
	if v < 2*each {
		return v, 0, 0
	}
	n = bits.Len(uint(v/each)) - 1
	return each*n + v>>n, v & (1<<n - 1), n
}
