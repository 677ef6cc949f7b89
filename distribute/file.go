package distribute

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"sync"

	"roadshow/distribute/encrypt"
	"roadshow/distribute/mark"
	"roadshow/render/pdf"
)

// piece is an object with a stream as every copy holds it, but for keys and signs.
type piece struct {
	number int
	head   []byte // up to the stream's first byte
	stream []byte
	marked *mark.Stream // instead
	first  int          // word of the stream
}

const (
	fileHead   = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"
	streamTail = "\nendstream\nendobj\n"
	packSize   = 200 // objects in an object stream
)

// piece makes the head of an object whose stream has a known length.
func (b *Base) piece(number int, dict, stream []byte, marked *mark.Stream, first int) piece {
	n := len(stream)
	if marked != nil {
		n = marked.Size()
	}
	return piece{number, b.head(number, dict, n), stream, marked, first}
}

// head is how an object with a stream of n bytes begins.
func (b *Base) head(number int, dict []byte, n int) []byte {
	if !b.opts.Plain {
		n = encrypt.Size(n)
	}
	return fmt.Appendf(nil, "%d 0 obj\n%s\nstream\n", number, withLength(dict, n))
}

// entries are what a stream's dictionary says besides its length, which stands last in what is made for one copy.
func entries(dict []byte) []byte {
	before, _, _ := bytes.Cut(bytes.TrimPrefix(dict, []byte("<<")), []byte("/Length "))
	return before
}

var lengthEntry = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`/Length \d+`) })

// withLength states a stream's length.
func withLength(dict []byte, n int) []byte {
	return lengthEntry().ReplaceAllLiteral(dict, fmt.Appendf(nil, "/Length %d", n))
}

// packs are the object streams of everything that has no stream and is the same in every copy.
func (b *Base) packs() ([]pdf.Object, error) {
	var numbers []int
	for i := 1; i < len(b.parts.Objects); i++ {
		if b.parts.Objects[i].Stream == nil && i != b.parts.Resources {
			numbers = append(numbers, i)
		}
	}
	var out []pdf.Object
	for chunk := range slices.Chunk(numbers, packSize) {
		o, err := pack(chunk, func(n int) []byte { return b.dict(n) })
		if err != nil {
			return nil, err
		}
		out = append(out, o)
	}
	return out, nil
}

// dict is an object's dictionary as copies hold it: revision 6 is an extension of PDF 1.7, and a file that uses it says so.
func (b *Base) dict(n int) []byte {
	d := b.parts.Objects[n].Dict
	if n == b.parts.Catalog && !b.opts.Plain {
		return append(bytes.TrimSuffix(slices.Clone(d), []byte(">>")), "/Extensions<</ADBE<</BaseVersion/1.7/ExtensionLevel 8>>>>>>"...)
	}
	return d
}

// pack packs objects into a stream.
func pack(numbers []int, dict func(n int) []byte) (pdf.Object, error) {
	var head, body []byte
	for _, n := range numbers {
		head = fmt.Appendf(head, "%d %d ", n, len(body))
		body = append(append(body, dict(n)...), '\n')
	}
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, err := w.Write(append(head, body...))
	if err == nil {
		err = w.Close()
	}
	return pdf.Object{Dict: fmt.Appendf(nil, "<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length 0>>", len(numbers), len(head)), Stream: z.Bytes()}, err
}

// output is a file while it grows, with the table of its objects: one byte of kind, four of place, two of index.
type output struct {
	buf   []byte
	from  int // where the file begins
	table []byte
}

const entrySize = 7

func (w *output) entry(number int, kind byte, at, index int) {
	for len(w.table) < entrySize*(number+1) {
		w.table = append(w.table, make([]byte, entrySize)...)
	}
	e := w.table[entrySize*number:]
	e[0] = kind
	binary.BigEndian.PutUint16(e[5:], uint16(index))
	binary.BigEndian.PutUint32(e[1:], uint32(at))
}

// begin notes that an object begins here.
func (w *output) begin(number int) { w.entry(number, 1, len(w.buf)-w.from, 0) }

// packed notes that objects lie in an object stream.
func (w *output) packed(stream int, numbers []int) {
	for i, n := range numbers {
		w.entry(n, 2, stream, i)
	}
}

// plainObject writes an object without a stream, and without strings.
func (w *output) plainObject(number int, dict []byte) {
	w.begin(number)
	w.buf = append(strconv.AppendInt(w.buf, int64(number), 10), " 0 obj\n"...)
	w.buf = append(append(w.buf, dict...), "\nendobj\n"...)
}

// end writes the table. more is what the trailer says besides.
func (w *output) end(number int, more []byte) {
	at := len(w.buf) - w.from
	w.begin(number)
	w.buf = fmt.Appendf(w.buf, "%d 0 obj\n<</Type/XRef/Size %d/W[1 4 2]%s/Length %d>>\nstream\n", number, number+1, more, len(w.table))
	w.buf = append(append(w.buf, w.table...), streamTail...)
	w.buf = fmt.Appendf(w.buf, "startxref\n%d\n%%%%EOF\n", at)
}

// nobodys writes the base as a file that anyone can read: no stamp, and every word where the page has it.
func (b *Base) nobodys() ([]byte, error) {
	w := &output{buf: []byte(fileHead)}
	content := map[int][]byte{}
	for i := range b.parts.Pages {
		p := &b.parts.Pages[i]
		still := slices.Clone(b.parts.Objects[p.Content].Stream)
		for _, word := range p.Words {
			for _, at := range [...]int{word.Before, word.After} {
				for k := at; still[k] != '(' && still[k] != ' '; k++ {
					if still[k] != '.' {
						still[k] = '0'
					}
				}
			}
		}
		for _, at := range p.Places { // the structure names it
			if at.Mark >= 0 {
				still = fmt.Appendf(still, "/%s<</MCID %d>>BDC\nEMC\n", at.Kind, at.Mark)
			}
		}
		content[p.Content] = mark.NewStream(still, nil).Append(nil, nil)
	}
	for i := 1; i < len(b.parts.Objects); i++ {
		o := b.parts.Objects[i]
		if s := content[i]; s != nil {
			o = pdf.Object{Dict: []byte("<</Filter/FlateDecode/Length 0>>"), Stream: s}
		}
		switch {
		case o.Stream != nil:
			w.begin(i)
			w.buf = fmt.Appendf(w.buf, "%d 0 obj\n%s\nstream\n", i, withLength(o.Dict, len(o.Stream)))
			w.buf = append(append(w.buf, o.Stream...), streamTail...)
		default:
			w.plainObject(i, o.Dict)
		}
	}
	w.end(len(b.parts.Objects), fmt.Appendf(nil, "/Root %d 0 R/Info %d 0 R", b.parts.Catalog, b.parts.Info))
	return w.buf, nil
}
