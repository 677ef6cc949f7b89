package pdftest

import (
	"fmt"
	"strings"
)

// Element is a node of the structure tree: what a screen reader walks.
type Element struct {
	Kind   string // "Document", "H1", "P", "Figure" …
	Alt    string
	Expand string
	Lang   string
	Attr   Dict   // its attributes (table scope, frame), nil: none
	Page   int    // 1-based
	ID     string // its identity, of a note
	Marks  []int  // MCIDs of its own content, on whichever page
	Parts  []Part // its own content, in order
	Text   string
	Kids   []*Element
	order  []any // its parts and its elements as they stand
}

// Read visits all content of an element and of those below it, in the order of the structure.
func (e *Element) Read(visit func(Part)) {
	for _, k := range e.order {
		switch k := k.(type) {
		case Part:
			visit(k)
		case *Element:
			k.Read(visit)
		}
	}
}

// Part is a stretch of content.
type Part struct {
	Page int // 1-based
	MCID int
	Text string
}

// Find collects the elements of a kind, in reading order.
func (e *Element) Find(kind string) (out []*Element) {
	if e.Kind == kind {
		out = append(out, e)
	}
	for _, k := range e.Kids {
		out = append(out, k.Find(kind)...)
	}
	return out
}

// Outline writes the tree one element a line, for tests to compare.
func (e *Element) Outline() string {
	var b strings.Builder
	var walk func(*Element, int)
	walk = func(e *Element, depth int) {
		fmt.Fprintf(&b, "%s%s", strings.Repeat("  ", depth), e.Kind)
		if e.Text != "" {
			fmt.Fprintf(&b, " %q", e.Text)
		}
		if e.Alt != "" {
			fmt.Fprintf(&b, " alt=%q", e.Alt)
		}
		b.WriteByte('\n')
		for _, k := range e.Kids {
			walk(k, depth+1)
		}
	}
	walk(e, 0)
	return b.String()
}

// structure reads the tree and holds it against the pages: every stretch of content belongs to exactly one element or is
// an artifact, parents and children name one another, and the parent tree leads back.
func (f *File) structure() error {
	if f.Catalog["StructTreeRoot"] == nil {
		return nil
	}
	if mark, _ := f.Catalog["MarkInfo"].(Dict); mark["Marked"] != true {
		return fmt.Errorf("the file is not said to be tagged")
	}
	root, err := f.dict(f.Catalog["StructTreeRoot"])
	if err != nil {
		return err
	}
	for i := range f.Pages {
		p := &f.Pages[i]
		for _, w := range p.Words {
			if w.Tag == "" {
				return fmt.Errorf("page %d: %q belongs to nothing", i+1, w.Text)
			}
		}
		for _, q := range p.Paths {
			if q.Tag == "" {
				return fmt.Errorf("page %d: a path belongs to nothing", i+1)
			}
		}
	}
	s := &structure{file: f, pages: map[Ref]int{}, seen: map[[2]int]bool{}}
	tree, err := f.dict(f.Catalog["Pages"])
	if err != nil {
		return err
	}
	kids, _ := tree["Kids"].(Array)
	for i, k := range kids {
		if r, ok := k.(Ref); ok {
			s.pages[r] = i
		}
	}
	if s.parents, err = f.parents(root["ParentTree"]); err != nil {
		return err
	}
	top, ok := root["K"].(Ref)
	if !ok {
		return fmt.Errorf("structure root has the child %v", root["K"])
	}
	rootRef, _ := f.Catalog["StructTreeRoot"].(Ref)
	if f.Structure, err = s.element(top, rootRef, 0); err != nil {
		return err
	}
	for i := range f.Pages {
		for id := range f.Pages[i].marks {
			if !s.seen[[2]int{i, id}] {
				return fmt.Errorf("page %d: content %d belongs to no element", i+1, id)
			}
		}
	}
	return nil
}

// structure is the walk down the tree.
type structure struct {
	file    *File
	pages   map[Ref]int
	parents map[int]any
	seen    map[[2]int]bool // page and MCID
}

// parents reads the parent tree.
func (f *File) parents(v any) (map[int]any, error) {
	d, err := f.dict(v)
	if err != nil {
		return nil, fmt.Errorf("parent tree: %w", err)
	}
	nums, _ := d["Nums"].(Array)
	out := map[int]any{}
	last := -1.0
	for i := 0; i+1 < len(nums); i += 2 {
		n, ok := nums[i].(float64)
		if !ok || n <= last {
			return nil, fmt.Errorf("parent tree: key %v after %v", nums[i], last)
		}
		last = n
		out[int(n)] = nums[i+1]
	}
	return out, nil
}

func (s *structure) element(ref, parent Ref, depth int) (*Element, error) {
	d, err := s.file.dict(ref)
	if err != nil {
		return nil, err
	}
	kind, _ := d["S"].(Name)
	if d["P"] != parent || kind == "" || depth > 50 {
		return nil, fmt.Errorf("element %d (%s) has the parent %v, not %d", ref, kind, d["P"], parent)
	}
	e := &Element{Kind: string(kind)}
	for key, to := range map[Name]*string{"Alt": &e.Alt, "E": &e.Expand, "Lang": &e.Lang, "ID": &e.ID} {
		if v, ok := d[key].(String); ok {
			*to = v.Text()
		}
	}
	e.Attr, _ = d["A"].(Dict)
	page := -1
	if pg, ok := d["Pg"].(Ref); ok {
		if page, ok = s.pages[pg]; !ok {
			return nil, fmt.Errorf("element %d (%s) stands on no page", ref, kind)
		}
		e.Page = page + 1
	}
	kids, ok := d["K"].(Array)
	if !ok || len(kids) == 0 && depth > 0 && kind != "TD" && kind != "TH" {
		return nil, fmt.Errorf("element %d (%s) is empty", ref, kind)
	}
	var words []string
	for _, k := range kids {
		switch k := k.(type) {
		case Ref:
			child, err := s.element(k, ref, depth+1)
			if err != nil {
				return nil, err
			}
			e.Kids, e.order = append(e.Kids, child), append(e.order, child)
		case float64, Dict:
			on, id := page, k
			if d, ok := k.(Dict); ok && d["Type"] == Name("MCR") {
				pg, _ := d["Pg"].(Ref)
				if on, ok = s.pages[pg]; !ok || on == page {
					return nil, fmt.Errorf("element %d (%s): content on page object %d", ref, kind, pg)
				}
				id = d["MCID"]
			}
			if n, ok := id.(float64); ok {
				text, err := s.content(ref, on, int(n))
				if err != nil {
					return nil, fmt.Errorf("element %d (%s): %w", ref, kind, err)
				}
				words, e.Marks = append(words, text...), append(e.Marks, int(n))
				part := Part{on + 1, int(n), strings.Join(text, " ")}
				e.Parts, e.order = append(e.Parts, part), append(e.order, part)
				continue
			}
			objr, _ := id.(Dict)
			annot, err := s.file.dict(objr["Obj"])
			key, ok := annot["StructParent"].(float64)
			if err != nil || objr["Type"] != Name("OBJR") || !ok || s.parents[int(key)] != ref {
				return nil, fmt.Errorf("element %d (%s): link %v", ref, kind, k)
			}
		default:
			return nil, fmt.Errorf("element %d (%s) has the child %v", ref, kind, k)
		}
	}
	e.Text = strings.Join(words, " ")
	return e, nil
}

// content returns the words of a stretch and checks that it is this element's own.
func (s *structure) content(ref Ref, page, mcid int) ([]string, error) {
	if page < 0 {
		return nil, fmt.Errorf("content without a page")
	}
	p := &s.file.Pages[page]
	at := [2]int{page, mcid}
	if !p.marks[mcid] || s.seen[at] {
		return nil, fmt.Errorf("content %d of page %d is not there, or named twice", mcid, page+1)
	}
	s.seen[at] = true
	key, ok := p.Dict["StructParents"].(float64)
	list, _ := s.parents[int(key)].(Array)
	if !ok || mcid >= len(list) || list[mcid] != ref {
		return nil, fmt.Errorf("the parent tree does not lead from content %d of page %d back here", mcid, page+1)
	}
	var words []string
	for _, w := range p.Words {
		if w.MCID == mcid && strings.TrimSpace(w.Says) != "" {
			words = append(words, w.Says)
		}
	}
	return words, nil
}
