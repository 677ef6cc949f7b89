package pdf

import (
	"fmt"
	"strconv"
	"strings"

	"roadshow/scene"
)

// tags is the file's structure: what a screen reader walks, made of the scene's roles (roles.go). An element's content lies in
// marked stretches of the content streams; what belongs to no element is an artifact.
type tags struct {
	elements []element // 0 is the document
	marks    [][]int   // by page, by MCID: the element
	notes    []int     // elements with an identity
}

// element is a node of the structure tree.
type element struct {
	kind   string // standard structure type: "H1", "P", "Figure" …
	parent int
	page   int    // of its first content
	more   string // further entries of its dictionary
	kept   bool   // has a place in the tree though nothing is drawn for it, as a cell has
	kids   []kid
}

// kid is a part of an element: exactly one of its fields counts.
type kid struct {
	element int // 0: none
	link    *link
	mcid    int
	page    int // of the stretch
}

// artifact is the element of everything that is drawn and not read.
const artifact = -1

func newTags() *tags { return &tags{elements: []element{{kind: "Document"}}} }

// add makes an element under a parent.
func (t *tags) add(parent int, kind string, page int, more string) int {
	n := len(t.elements)
	t.elements = append(t.elements, element{kind: kind, parent: parent, page: page, more: more})
	t.elements[parent].kids = append(t.elements[parent].kids, kid{element: n})
	return n
}

// within says that an element is another one or stands below it.
func (t *tags) within(e, above int) bool {
	for e > above {
		e = t.elements[e].parent // parents are made before their parts
	}
	return e == above
}

// mark sees to it that what is drawn next belongs to an element.
func (p *pager) mark(element int) {
	if p.open == element {
		return
	}
	p.unmark()
	p.open = element
	c := &p.content
	if element == artifact {
		c.op("/Artifact BMC")
		return
	}
	n := p.take(element)
	c.buf = append(append(append(c.buf, '/'), p.tags.elements[element].kind...), "<</MCID "...)
	c.buf = strconv.AppendInt(c.buf, int64(n), 10)
	c.op(">>BDC")
	p.read = element
}

// take gives an element the page's next stretch of content, and returns its number.
func (p *pager) take(element int) int {
	at := len(p.tags.marks) - 1
	page, e := &p.tags.marks[at], &p.tags.elements[element]
	n := len(*page)
	*page, e.kids = append(*page, element), append(e.kids, kid{mcid: n, page: at})
	return n
}

// unmark ends the open stretch: before the graphics state is saved or restored, and at the end of a page.
func (p *pager) unmark() {
	if p.open != 0 {
		p.content.op("EMC")
		p.open = 0
	}
}

// element makes an element under the one at hand; inside a figure or an artifact everything belongs to that.
func (p *pager) element(kind, more string) int {
	if p.whole {
		return p.parent
	}
	return p.under(p.parent, kind, more)
}

// under makes an element under another one, beginning on the page at hand.
func (p *pager) under(parent int, kind, more string) int {
	return p.tags.add(parent, kind, len(p.tags.marks)-1, more)
}

// goesOn says that what is drawn next may be more of an element of before: nothing else has been read on this page since, so that
// the order of the structure stays that of every page.
func (p *pager) goesOn(element int) bool { return p.read == 0 || p.tags.within(p.read, element) }

// inside draws with another element as the parent. whole says that all the content is that element's own.
func (p *pager) inside(parent int, whole bool, draw func() error) error {
	was, wasWhole := p.parent, p.whole
	p.parent, p.whole = parent, whole || wasWhole
	err := draw()
	p.parent, p.whole = was, wasWhole
	return err
}

// figure draws something that is told by its alt text. Without one it is decoration, or belongs to the drawing that the group
// around it tells of.
func (p *pager) figure(alt string, box scene.Rect, draw func() error) error {
	alt = strings.TrimSpace(alt)
	switch {
	case p.whole:
		return draw()
	case alt != "":
		return p.inside(p.element("Figure", p.told(alt, box)), true, draw)
	case p.drawing != nil:
		return p.inside(p.drawing.element(p), true, draw)
	}
	return p.inside(artifact, true, draw)
}

// told are the entries of a figure's dictionary.
func (p *pager) told(alt string, box scene.Rect) string {
	h := p.deck.Size.H
	return fmt.Sprintf("/Alt%s/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", text(alt), box.X, h-box.Bottom(), box.Right(), h-box.Y)
}

// drawing is a group whose shapes are told by its alt text while its words stay words. Its element is made at the first shape.
type drawing struct {
	parent, made int
	more         string
}

func (d *drawing) element(p *pager) int {
	if d.made == 0 {
		d.made = p.under(d.parent, "Figure", d.more)
	}
	return d.made
}

// write adds the tree's objects to the file and returns the root's number. Elements without content are left out.
func (t *tags) write(f *file) int {
	live := make([]bool, len(t.elements))
	for i := len(t.elements) - 1; i >= 0; i-- { // children stand after their parents
		e := &t.elements[i]
		live[i] = e.kept
		for _, k := range e.kids {
			live[i] = live[i] || k.element == 0 || live[k.element]
		}
	}
	live[0] = true
	root := f.add("", nil)
	number := make([]int, len(t.elements))
	for i := range t.elements {
		if live[i] {
			number[i] = f.add("", nil)
		}
	}
	ref := func(b []byte, n int) []byte { return append(strconv.AppendInt(b, int64(n), 10), " 0 R "...) }
	tree := []byte("<</Nums[")
	for page, marks := range t.marks {
		tree = append(strconv.AppendInt(tree, int64(page), 10), '[')
		for _, e := range marks {
			tree = ref(tree, number[e])
		}
		tree = append(tree, ']')
	}
	next := len(t.marks)
	for i := range t.elements {
		if !live[i] {
			continue
		}
		e := &t.elements[i]
		parent := root
		if i > 0 {
			parent = number[e.parent]
		}
		b := make([]byte, 0, 64+len(e.more)+12*len(e.kids))
		b = ref(append(append(append(b, "<</S/"...), e.kind...), "/P "...), parent)
		b = append(b, e.more...)
		if i > 0 {
			b = ref(append(b, "/Pg "...), pageObject(e.page))
		}
		b = append(b, "/K["...)
		for _, k := range e.kids {
			switch {
			case k.element != 0:
				if live[k.element] {
					b = ref(b, number[k.element])
				}
			case k.link != nil:
				b = append(ref(append(b, "<</Type/OBJR/Obj "...), k.link.object), ">>"...)
				k.link.key, k.link.tagged = next, true
				tree = ref(append(strconv.AppendInt(tree, int64(next), 10), ' '), number[i])
				next++
			case k.page != e.page:
				b = ref(append(b, "<</Type/MCR/Pg "...), pageObject(k.page))
				b = append(strconv.AppendInt(append(b, "/MCID "...), int64(k.mcid), 10), ">>"...)
			default:
				b = append(strconv.AppendInt(b, int64(k.mcid), 10), ' ')
			}
		}
		f.objects[number[i]].dict = append(b, "]>>"...)
	}
	dict := fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d",
		number[0], f.add(string(append(tree, "]>>"...)), nil), next)
	var names []byte
	for i, e := range t.notes { // their names rise with their places
		if live[e] {
			names = ref(append(names, noteID(i)...), number[e])
		}
	}
	if len(names) > 0 {
		dict = fmt.Appendf(dict, "/IDTree<</Names[%s]>>", names)
	}
	f.objects[root].dict = append(dict, ">>"...)
	return root
}

// noteID is the identity of the n-th note, as a string object.
func noteID(n int) string { return fmt.Sprintf("(note%05d)", n+1) }
