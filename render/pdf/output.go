package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
)

// packSize is the number of objects in one object stream: enough to compress well, few enough to open quickly.
const packSize = 200

// write writes the objects that have streams, with the catalog and the information, in their order; all others packed in
// object streams; then the cross-reference stream with an identity made of the contents. It numbers nothing anew.
func (f *file) write() []byte {
	size := 4096
	for _, o := range f.objects {
		size += len(o.dict) + len(o.stream) + 32
	}
	w := &output{buf: make([]byte, 0, size), entries: make([]entry, len(f.objects))}
	w.buf = append(w.buf, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"...)
	var packed []int
	for n := 1; n < len(f.objects); n++ {
		if o := &f.objects[n]; o.stream != nil || n == f.last || n == f.last-1 {
			w.object(n, o)
		} else {
			packed = append(packed, n)
		}
	}
	for chunk := range slices.Chunk(packed, packSize) {
		w.entries = append(w.entries, entry{})
		w.object(len(w.entries)-1, f.packStream(w, chunk))
	}
	id := sha256.Sum256(w.buf)
	n, start := len(w.entries), len(w.buf)
	w.entries = append(w.entries, entry{1, start, 0})
	table := f.deflate.deflate(w.table())
	w.object(n, &object{stream: table, dict: fmt.Appendf(nil,
		"<</Type/XRef/Size %d/W[1 4 2]/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]/Filter/FlateDecode/Length %d>>",
		n+1, f.last, f.last-1, id[:16], id[:16], len(table))})
	return fmt.Appendf(w.buf, "startxref\n%d\n%%%%EOF\n", start)
}

// output is the file and its table while they grow.
type output struct {
	buf     []byte
	entries []entry // by object number
}

// entry says where an object is: kind 1 at a byte, kind 2 in an object stream at a place.
type entry struct{ kind, at, place int }

func (w *output) object(n int, o *object) {
	w.entries[n] = entry{1, len(w.buf), 0}
	w.buf = append(strconv.AppendInt(w.buf, int64(n), 10), " 0 obj\n"...)
	w.buf = append(w.buf, o.dict...)
	if o.stream != nil {
		w.buf = append(w.buf, "\nstream\n"...)
		w.buf = append(w.buf, o.stream...)
		w.buf = append(w.buf, "\nendstream"...)
	}
	w.buf = append(w.buf, "\nendobj\n"...)
}

// packStream writes objects into the stream whose number is the last given out.
func (f *file) packStream(w *output, numbers []int) *object {
	size := 0
	for _, n := range numbers {
		size += len(f.objects[n].dict) + 1
	}
	head, body := make([]byte, 0, size+16*len(numbers)), make([]byte, 0, size)
	for place, n := range numbers {
		w.entries[n] = entry{2, len(w.entries) - 1, place}
		head = fmt.Appendf(head, "%d %d ", n, len(body))
		body = append(append(body, f.objects[n].dict...), '\n')
	}
	data := f.deflate.deflate(append(head, body...))
	return &object{stream: data, dict: fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>",
		len(numbers), len(head), len(data))}
}

// table is the cross-reference stream: one byte of kind, four of place, two of index.
func (w *output) table() []byte {
	out := []byte{0, 0, 0, 0, 0, 0xFF, 0xFF}
	for _, e := range w.entries[1:] {
		out = append(out, byte(e.kind), byte(e.at>>24), byte(e.at>>16), byte(e.at>>8), byte(e.at), byte(e.place>>8), byte(e.place))
	}
	return out
}
