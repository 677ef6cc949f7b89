package pdf

import (
	"fmt"
	"strings"

	"roadshow/scene"
)

// tags is the file's structure: what a screen reader walks, made of the scene's roles. An element's content lies on one
// page, in marked stretches of the content stream; what belongs to no element is an artifact.
type tags struct {
	elements []element // 0 is the document
	marks    [][]int   // by page, by MCID: the element
}

// element is a node of the structure tree.
type element struct {
	kind   string // standard structure type: "H1", "P", "Figure" …
	parent int
	page   int
	more   string // further entries of its dictionary
	kids   []kid
}

// kid is a part of an element: exactly one of its fields counts.
type kid struct {
	element int // 0: none
	link    *link
	mcid    int
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

// mark sees to it that what is drawn next belongs to an element.
func (p *pager) mark(element int) {
	if p.open == element {
		return
	}
	p.unmark()
	p.open = element
	if element == artifact {
		p.content.op("/Artifact BMC")
		return
	}
	page := &p.tags.marks[len(p.tags.marks)-1]
	e := &p.tags.elements[element]
	e.kids = append(e.kids, kid{mcid: len(*page)})
	p.content.op(fmt.Sprintf("/%s<</MCID %d>>BDC", e.kind, len(*page)))
	*page = append(*page, element)
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
	return p.tags.add(p.parent, kind, len(p.tags.marks)-1, more)
}

// inside draws with another element as the parent. whole says that all the content is that element's own.
func (p *pager) inside(parent int, whole bool, draw func() error) error {
	was, wasWhole := p.parent, p.whole
	p.parent, p.whole = parent, whole || wasWhole
	err := draw()
	p.parent, p.whole = was, wasWhole
	return err
}

// figure draws something that is told by its alt text. Without one it is decoration.
func (p *pager) figure(alt string, box scene.Rect, draw func() error) error {
	alt = strings.TrimSpace(alt)
	if p.whole {
		return draw()
	}
	if alt == "" {
		return p.inside(artifact, true, draw)
	}
	h := p.deck.Size.H
	more := fmt.Sprintf("/Alt%s/A<</O/Layout/Placement/Block/BBox[%.2f %.2f %.2f %.2f]>>", text(alt), box.X, h-box.Bottom(), box.Right(), h-box.Y)
	return p.inside(p.element("Figure", more), true, draw)
}

// kindOf is the structure type of a text's paragraphs.
func kindOf(r scene.Role) string {
	switch r {
	case scene.RoleTitle:
		return "H1"
	case scene.RoleHeading:
		return "H2"
	case scene.RoleSubheading:
		return "H3"
	case scene.RoleQuote:
		return "BlockQuote"
	case scene.RoleFurniture, scene.RoleOrnament:
		return ""
	}
	return "P"
}

// paragraphs hands out one element a paragraph of a text, in the order of its lines; list items nest by their depth.
type paragraphs struct {
	pager *pager
	text  *scene.Text
	kind  string
	more  string
	last  int // paragraph
	at    int // its element
	lists []list
}

// list is an open list and its last item.
type list struct{ element, item int }

func (p *pager) paragraphs(t *scene.Text, kind string) *paragraphs {
	more := ""
	if t.Lang != "" {
		more += "/Lang" + text(t.Lang)
	}
	if t.Expand != "" {
		more += "/E" + text(t.Expand)
	}
	return &paragraphs{pager: p, text: t, kind: kind, more: more, last: -1}
}

// of returns the element of a line's paragraph.
func (q *paragraphs) of(l *scene.Line) int {
	p := q.pager
	if p.whole {
		return p.parent
	}
	if l.Para == q.last {
		return q.at
	}
	q.last = l.Para
	var para scene.Para
	if l.Para >= 0 && l.Para < len(q.text.Paras) {
		para = q.text.Paras[l.Para]
	}
	switch {
	case q.kind == "TH", q.kind == "TD": // the cell is there already
		q.at = p.parent
	case para.Marker == "":
		q.lists = q.lists[:0]
		q.at = p.element(q.kind, q.more)
	default:
		q.at = q.item(max(0, min(para.Depth, len(q.lists))))
	}
	return q.at
}

// item opens the lists down to a depth and returns the body of a new item.
func (q *paragraphs) item(depth int) int {
	p := q.pager
	page := len(p.tags.marks) - 1
	q.lists = q.lists[:min(depth+1, len(q.lists))]
	if depth == len(q.lists) {
		parent := p.parent
		if depth > 0 {
			parent = q.lists[depth-1].item
		}
		q.lists = append(q.lists, list{element: p.tags.add(parent, "L", page, q.more)})
	}
	l := &q.lists[depth]
	l.item = p.tags.add(l.element, "LI", page, "")
	return p.tags.add(l.item, "LBody", page, "")
}

// write adds the tree's objects to the file and returns the root's number. Elements without content are left out.
func (t *tags) write(f *file) int {
	live := make([]bool, len(t.elements))
	for i := len(t.elements) - 1; i >= 0; i-- { // children stand after their parents
		for _, k := range t.elements[i].kids {
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
	var tree strings.Builder
	tree.WriteString("<</Nums[")
	for page, marks := range t.marks {
		fmt.Fprintf(&tree, "%d[", page)
		for _, e := range marks {
			fmt.Fprintf(&tree, "%d 0 R ", number[e])
		}
		tree.WriteString("]")
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
		b := fmt.Appendf(nil, "<</S/%s/P %d 0 R%s", e.kind, parent, e.more)
		if i > 0 {
			b = fmt.Appendf(b, "/Pg %d 0 R", pageObject(e.page))
		}
		b = append(b, "/K["...)
		for _, k := range e.kids {
			switch {
			case k.element != 0 && live[k.element]:
				b = fmt.Appendf(b, "%d 0 R ", number[k.element])
			case k.link != nil:
				b = fmt.Appendf(b, "<</Type/OBJR/Obj %d 0 R>>", k.link.object)
				k.link.key, k.link.tagged = next, true
				fmt.Fprintf(&tree, "%d %d 0 R ", next, number[i])
				next++
			case k.element == 0:
				b = fmt.Appendf(b, "%d ", k.mcid)
			}
		}
		f.objects[number[i]].dict = append(b, "]>>"...)
	}
	tree.WriteString("]>>")
	f.objects[root].dict = fmt.Appendf(nil, "<</Type/StructTreeRoot/K %d 0 R/ParentTree %d 0 R/ParentTreeNextKey %d>>",
		number[0], f.add(tree.String(), nil), next)
	return root
}
