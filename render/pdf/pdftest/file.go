// Package pdftest reads the PDF files that this program writes, so that tests can look at what a reader of the file gets:
// words with their places, vectors, links, bookmarks, tags. It is strict: what it does not know is an error, not a guess.
package pdftest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// File is a PDF file taken apart.
type File struct {
	Trailer   Dict
	Info      map[string]string // Title, Author …
	Catalog   Dict
	Pages     []Page
	Outline   []Bookmark
	Fonts     []*Font  // in the order of their first use
	Structure *Element // nil: the file is not tagged
	objects   []any    // by number
	raw       bool     // streams that cannot be read stay as they are
}

// Bookmark is an entry of the outline, in reading order.
type Bookmark struct {
	Title string
	Level int
	Page  int // 1-based
	Top   float64
}

// Link is a clickable area; y runs downwards.
type Link struct {
	X, Y, W, H float64
	URI        string
	Page       int // 1-based target, 0 for an address
	Top        float64
	Alt        string
}

// Page is one page; y runs downwards in everything it holds.
type Page struct {
	W, H     float64
	Words    []Word // in the order of the content stream
	Paths    []Path
	Pictures []Picture
	Links    []Link
	Content  []byte // the operators
	Dict     Dict
	marks    map[int]bool // MCIDs
}

// Text is a page's words: a blank between words of a line, a newline between lines.
func (p *Page) Text() string {
	var b strings.Builder
	for i, w := range p.Words {
		if i > 0 {
			if w.Line == p.Words[i-1].Line {
				b.WriteByte(' ')
			} else {
				b.WriteByte('\n')
			}
		}
		b.WriteString(w.Text)
	}
	return b.String()
}

// Open reads a file.
func Open(data []byte) (*File, error) {
	f := &File{Info: map[string]string{}}
	if !bytes.HasPrefix(data, []byte("%PDF-1.")) {
		return nil, fmt.Errorf("not a PDF file")
	}
	if !bytes.HasSuffix(data, []byte("\n%%EOF\n")) {
		return nil, fmt.Errorf("the file does not end as files do")
	}
	if err := f.table(data); err != nil {
		return nil, err
	}
	var err error
	if f.Catalog, err = f.dict(f.Trailer["Root"]); err != nil {
		return nil, fmt.Errorf("catalog: %w", err)
	}
	info, err := f.dict(f.Trailer["Info"])
	if err != nil {
		return nil, fmt.Errorf("information: %w", err)
	}
	for k, v := range info {
		if s, ok := v.(String); ok {
			f.Info[string(k)] = s.Text()
		}
	}
	if err := f.pages(); err != nil {
		return nil, err
	}
	if err := f.outline(); err != nil {
		return nil, fmt.Errorf("outline: %w", err)
	}
	if err := f.structure(); err != nil {
		return nil, fmt.Errorf("structure: %w", err)
	}
	return f, nil
}

// table reads the cross-reference stream and every object in it.
func (f *File) table(data []byte) error {
	at := bytes.LastIndex(data, []byte("startxref\n"))
	if at < 0 {
		return fmt.Errorf("no startxref")
	}
	l := &lexer{data: data, at: at + len("startxref\n")}
	v, _ := l.next()
	start, ok := v.(float64)
	if !ok || start < 0 || int(start) >= at {
		return fmt.Errorf("startxref does not lead to a table")
	}
	number, _, _ := bytes.Cut(data[int(start):], []byte(" "))
	n, err := strconv.Atoi(string(number))
	if err != nil {
		return fmt.Errorf("cross-reference stream: %w", err)
	}
	v, err = (&lexer{data: data, at: int(start), raw: f.raw}).indirect(n)
	if err != nil {
		return err
	}
	s, ok := v.(Stream)
	widths, err := numbers(s.Dict["W"], 3)
	if !ok || err != nil || s.Dict["Type"] != Name("XRef") || widths[0] != 1 || widths[1] != 4 || widths[2] != 2 ||
		s.Dict["Size"] != float64(n+1) || len(s.Data) != 7*(n+1) {
		return fmt.Errorf("cross-reference stream %v", s.Dict)
	}
	f.Trailer = s.Dict
	f.objects = make([]any, n+1)
	for i := 1; i <= n; i++ {
		e := s.Data[7*i : 7*i+7]
		offset := int(e[1])<<24 | int(e[2])<<16 | int(e[3])<<8 | int(e[4])
		switch e[0] {
		case 1:
			if offset >= len(data) {
				return fmt.Errorf("object %d lies outside the file", i)
			}
			if f.objects[i], err = (&lexer{data: data, at: offset, raw: f.raw}).indirect(i); err != nil {
				return err
			}
		case 2: // unpacked below
		default:
			return fmt.Errorf("object %d is free", i)
		}
	}
	for i := 1; i <= n; i++ {
		if e := s.Data[7*i : 7*i+7]; e[0] == 2 {
			if err := f.unpack(i, int(e[1])<<24|int(e[2])<<16|int(e[3])<<8|int(e[4]), int(e[5])<<8|int(e[6])); err != nil {
				return err
			}
		}
	}
	return nil
}

// unpack reads object n from its place in an object stream.
func (f *File) unpack(n, stream, place int) error {
	if stream >= len(f.objects) {
		return fmt.Errorf("object %d: no stream %d", n, stream)
	}
	s, ok := f.objects[stream].(Stream)
	first, ok2 := s.Dict["First"].(float64)
	if !ok || !ok2 || s.Dict["Type"] != Name("ObjStm") || int(first) > len(s.Data) {
		return fmt.Errorf("object %d: %d is no object stream", n, stream)
	}
	head := &lexer{data: s.Data[:int(first)]}
	var number, offset any
	for range place + 1 {
		number, _ = head.next()
		offset, _ = head.next()
	}
	at, ok := offset.(float64)
	if number != float64(n) || !ok || int(first+at) >= len(s.Data) {
		return fmt.Errorf("object %d is not at place %d of stream %d", n, place, stream)
	}
	v, err := (&lexer{data: s.Data, at: int(first + at)}).next()
	if err != nil {
		return fmt.Errorf("object %d: %w", n, err)
	}
	f.objects[n] = v
	return nil
}

// Get follows a reference.
func (f *File) Get(v any) any {
	for range 10 {
		r, ok := v.(Ref)
		if !ok {
			return v
		}
		if int(r) >= len(f.objects) {
			return nil
		}
		v = f.objects[r]
	}
	return nil
}

// Objects are all objects by number.
func (f *File) Objects() []any { return f.objects }

func (f *File) dict(v any) (Dict, error) {
	switch v := f.Get(v).(type) {
	case Dict:
		return v, nil
	case Stream:
		return v.Dict, nil
	}
	return nil, fmt.Errorf("%v is no dictionary", v)
}

func (f *File) pages() error {
	tree, err := f.dict(f.Catalog["Pages"])
	if err != nil {
		return fmt.Errorf("page tree: %w", err)
	}
	kids, _ := f.Get(tree["Kids"]).(Array)
	if tree["Count"] != float64(len(kids)) {
		return fmt.Errorf("page tree counts %v pages, has %d", tree["Count"], len(kids))
	}
	number := map[Ref]int{}
	for i, k := range kids {
		if r, ok := k.(Ref); ok {
			number[r] = i + 1
		}
	}
	for i, k := range kids {
		d, err := f.dict(k)
		if err != nil || d["Type"] != Name("Page") {
			return fmt.Errorf("page %d is no page", i+1)
		}
		box, ok := d["MediaBox"].(Array)
		if !ok {
			box, _ = tree["MediaBox"].(Array)
		}
		if len(box) != 4 {
			return fmt.Errorf("page %d has no size", i+1)
		}
		p := Page{Dict: d, marks: map[int]bool{}}
		p.W, _ = box[2].(float64)
		p.H, _ = box[3].(float64)
		parts, ok := f.Get(d["Contents"]).(Array)
		if !ok {
			parts = Array{d["Contents"]}
		}
		for k, part := range parts {
			stream, ok := f.Get(part).(Stream)
			if !ok {
				return fmt.Errorf("page %d has no content", i+1)
			}
			if k > 0 {
				p.Content = append(p.Content[:len(p.Content):len(p.Content)], '\n')
			}
			p.Content = append(p.Content, stream.Data...)
		}
		res, err := f.dict(d["Resources"])
		if err != nil {
			return fmt.Errorf("page %d: resources: %w", i+1, err)
		}
		if err := f.read(&p, res); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		if err := f.links(&p, number); err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		f.Pages = append(f.Pages, p)
	}
	return nil
}

func (f *File) links(p *Page, number map[Ref]int) error {
	annots, _ := f.Get(p.Dict["Annots"]).(Array)
	for _, a := range annots {
		d, err := f.dict(a)
		if err != nil {
			return err
		}
		if d["Subtype"] != Name("Link") {
			return fmt.Errorf("annotation of kind %v", d["Subtype"])
		}
		r, err := numbers(d["Rect"], 4)
		if err != nil {
			return fmt.Errorf("link: %w", err)
		}
		if r[2] < r[0] || r[3] < r[1] {
			return fmt.Errorf("link with the frame %v", r)
		}
		k := Link{X: r[0], Y: p.H - r[3], W: r[2] - r[0], H: r[3] - r[1]}
		if s, ok := d["Contents"].(String); ok {
			k.Alt = s.Text()
		}
		if dest := f.Get(d["Dest"]); dest != nil {
			if k.Page, k.Top, err = destination(dest, number, p.H); err != nil {
				return err
			}
		} else if action, err := f.dict(d["A"]); err == nil {
			uri, _ := action["URI"].(String)
			k.URI = string(uri)
		}
		if k.URI == "" && k.Page == 0 {
			return fmt.Errorf("link leads nowhere")
		}
		p.Links = append(p.Links, k)
	}
	return nil
}

func destination(v any, number map[Ref]int, height float64) (page int, top float64, err error) {
	a, _ := v.(Array)
	if len(a) != 5 || a[1] != Name("XYZ") {
		return 0, 0, fmt.Errorf("destination %v", v)
	}
	ref, _ := a[0].(Ref)
	y, ok := a[3].(float64)
	if number[ref] == 0 || !ok {
		return 0, 0, fmt.Errorf("destination %v leads to no page", v)
	}
	return number[ref], height - y, nil
}

// outline walks the bookmarks and checks that their links agree with one another.
func (f *File) outline() error {
	if f.Catalog["Outlines"] == nil {
		return nil
	}
	root, err := f.dict(f.Catalog["Outlines"])
	if err != nil {
		return err
	}
	number := map[Ref]int{}
	tree, _ := f.dict(f.Catalog["Pages"])
	kids, _ := tree["Kids"].(Array)
	for i, k := range kids {
		r, _ := k.(Ref)
		number[r] = i + 1
	}
	seen := map[Ref]bool{}
	var walk func(parent Ref, d Dict, level int) error
	walk = func(parent Ref, d Dict, level int) error {
		var prev Ref
		at, _ := d["First"].(Ref)
		children := 0.0
		for at != 0 {
			children++
			if seen[at] {
				return fmt.Errorf("bookmark %d stands twice", at)
			}
			seen[at] = true
			b, err := f.dict(at)
			if err != nil {
				return err
			}
			if p, _ := b["Prev"].(Ref); p != prev || b["Parent"] != parent {
				return fmt.Errorf("bookmark %d: parent %v or predecessor %v", at, b["Parent"], b["Prev"])
			}
			title, _ := b["Title"].(String)
			e := Bookmark{Title: title.Text(), Level: level}
			var height float64
			if len(f.Pages) > 0 {
				height = f.Pages[0].H
			}
			if e.Page, e.Top, err = destination(f.Get(b["Dest"]), number, height); err != nil {
				return err
			}
			f.Outline = append(f.Outline, e)
			if err := walk(at, b, level+1); err != nil {
				return err
			}
			prev = at
			at, _ = b["Next"].(Ref)
		}
		if last, _ := d["Last"].(Ref); last != prev {
			return fmt.Errorf("last bookmark is %d, not %d", last, prev)
		}
		if count, _ := d["Count"].(float64); max(count, -count) != children {
			return fmt.Errorf("bookmark %d counts %v children, has %v", parent, count, children)
		}
		return nil
	}
	ref, _ := f.Catalog["Outlines"].(Ref)
	return walk(ref, root, 0)
}

// numbers reads n numbers out of an array.
func numbers(v any, n int) ([]float64, error) {
	a, _ := v.(Array)
	if len(a) != n {
		return nil, fmt.Errorf("%v are not %d numbers", v, n)
	}
	out := make([]float64, n)
	for i := range a {
		x, ok := a[i].(float64)
		if !ok {
			return nil, fmt.Errorf("%v is no number", a[i])
		}
		out[i] = x
	}
	return out, nil
}

// Raw is a file as its objects, by number, and the dictionary of its trailer, without a word on what they mean.
func Raw(data []byte) (objects []any, trailer Dict, err error) {
	f := &File{raw: true}
	if err := f.table(data); err != nil {
		return nil, nil, err
	}
	return f.objects, f.Trailer, nil
}
