package pdf

import (
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// group draws its parts in the structure that its role has.
func (p *pager) group(g *scene.Group) error {
	draw := func() error { return p.items(g.Items) }
	if isArt(g) {
		draw = func() error { return p.art(g) }
	} else if g.Clip != nil {
		draw = func() error { return p.clipped(*g.Clip, g.Items) }
	}
	if g.Role == scene.RoleOrnament || g.Role == scene.RoleFurniture {
		return p.inside(artifact, true, draw)
	}
	if p.whole {
		return draw()
	}
	if g.List != "" {
		return p.entry(g, draw)
	}
	parent := p.parent
	if g.Role == scene.RoleExhibit {
		parent = p.element("Sect", "")
	}
	was := p.drawing
	if alt := strings.TrimSpace(g.Alt); alt != "" && !scene.Told(g.Items) {
		p.drawing = &drawing{parent: parent, more: p.told(alt, scene.Bounds(g))}
	}
	err := p.inside(parent, false, draw)
	p.drawing = was
	return err
}

// entry draws a group that is one entry of a list or of the contents. The list is found again wherever it goes on.
func (p *pager) entry(g *scene.Group, draw func() error) error {
	kind, item := "L", "LI"
	if g.Role == scene.RoleContents {
		kind, item = "TOC", "TOCI"
	}
	list := p.list(g.List, kind, numbered(g))
	body, was := p.under(list, item, ""), p.label
	p.label = p.under(body, "Lbl", "")
	if item == "LI" {
		body = p.under(body, "LBody", "")
	}
	err := p.inside(body, false, draw)
	p.label = was
	return err
}

func numbered(g *scene.Group) string {
	if slices.ContainsFunc(g.Items, func(it scene.Item) bool { t, ok := it.(*scene.Text); return ok && t.Role == scene.RoleNumber }) {
		return "Decimal"
	}
	return "None"
}

// list is the element of a list, a new one where something else was read since its last item.
func (p *pager) list(name, kind, numbering string) int {
	if open := p.lists[name]; len(open) > 0 && p.goesOn(open[0].element) && p.tags.elements[open[0].element].parent == p.parent {
		return open[0].element
	}
	more := ""
	if kind == "L" {
		more = listNumbering(numbering)
	}
	at := p.element(kind, more)
	p.keep(name, []list{{element: at}})
	return at
}

func (p *pager) keep(name string, open []list) {
	if p.lists == nil {
		p.lists = map[string][]list{}
	}
	p.lists[name] = open
}

func listNumbering(how string) string { return "/A<</O/List/ListNumbering/" + how + ">>" }

// numbering says how the items of a list are marked.
func numbering(marker string) string {
	switch {
	case marker == "":
		return "None"
	case marker[0] >= '0' && marker[0] <= '9':
		return "Decimal"
	}
	return "Disc"
}

// kindOf is the structure type of a text's paragraphs, and that of what stands around them; both empty: an artifact.
func (p *pager) kindOf(t *scene.Text) (around, kind string) {
	switch t.Role {
	case scene.RoleTitle, scene.RoleHeading, scene.RoleSubheading:
		if n := p.reading.Level(t); n > 0 {
			return "", "H" + strconv.Itoa(n)
		}
	case scene.RoleQuote:
		return "BlockQuote", "P"
	case scene.RoleCaption:
		return "Caption", "P"
	case scene.RoleFootnote:
		return "", "Note"
	case scene.RoleFurniture, scene.RoleOrnament:
		return "", ""
	case scene.RoleNumber:
		if p.label != 0 {
			return "", "Lbl"
		}
	case scene.RoleContents:
		if p.label != 0 && leads(t) {
			return "", "Reference"
		}
	}
	return "", "P"
}

// leads says that all words of a text are a link.
func leads(t *scene.Text) bool {
	for i := range t.Lines {
		for k := range t.Lines[i].Runs {
			if r := &t.Lines[i].Runs[k]; r.Link == "" && strings.TrimSpace(r.Text) != "" {
				return false
			}
		}
	}
	return true
}

// paragraphs hands out one element a paragraph of a text, in the order of its lines; list items nest by their depth.
type paragraphs struct {
	pager  *pager
	text   *scene.Text
	around string // the kind of the element around all of them; empty: none
	kind   string
	more   string
	lang   string // of all its words, where that is not the deck's
	last   int    // paragraph
	at     int    // its element
	label  int    // the element of its marker; 0: none
	outer  int    // the element around; 0: not yet
	lists  []list // of a text that is no part of a longer list
}

// list is an open list and the body of its last item.
type list struct{ element, body int }

func (p *pager) paragraphs(t *scene.Text, around, kind string) *paragraphs {
	q := &paragraphs{pager: p, text: t, around: around, kind: kind, last: -1, lang: p.langOf(t)}
	if q.lang != "" {
		q.more = "/Lang" + text(q.lang)
	}
	if t.Expand != "" {
		q.more += "/E" + text(t.Expand)
	}
	return q
}

// langOf is the language of a text whose words are all foreign.
func (p *pager) langOf(t *scene.Text) string {
	lang := t.Lang
	for i := range t.Lines {
		for k := range t.Lines[i].Runs {
			r := &t.Lines[i].Runs[k]
			if !r.Font.Han() && strings.TrimSpace(r.Text) != "" {
				return t.Lang
			}
			if lang == "" {
				lang = r.Lang(p.deck.Meta.Language)
			}
		}
	}
	return lang
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
	first := q.last < 0
	q.last, q.label = l.Para, 0
	var para scene.Para
	if l.Para >= 0 && l.Para < len(q.text.Paras) {
		para = q.text.Paras[l.Para]
	}
	if at, ok := p.parts[q.text.Rest]; ok && first && q.text.Rest != "" && p.goesOn(at) {
		q.at = at
		return at
	}
	switch {
	case q.kind == "TH", q.kind == "TD": // the cell is there already
		q.at = p.parent
	case q.kind == "Lbl":
		q.at = p.label
	case para.Marker == "":
		q.lists = nil
		more := q.more
		if q.kind == "Note" {
			more += "/ID" + noteID(len(p.tags.notes))
		}
		q.at = p.under(q.parent(), q.kind, more)
		if q.kind == "Note" {
			p.tags.notes = append(p.tags.notes, q.at)
		}
	default:
		q.item(para)
	}
	if id := q.text.ID; id != "" {
		if p.parts == nil {
			p.parts = map[string]int{}
		}
		p.parts[id] = q.at
	}
	return q.at
}

// parent is the element that paragraphs stand in. The captions of one exhibit stand in one.
func (q *paragraphs) parent() int {
	p := q.pager
	if q.around == "" {
		return p.parent
	}
	if q.outer == 0 && q.around == "Caption" && p.caption != 0 && p.read != 0 && p.goesOn(p.caption) && p.tags.elements[p.caption].parent == p.parent {
		q.outer = p.caption
	}
	if q.outer == 0 {
		q.outer = p.element(q.around, "")
		if q.around == "Caption" {
			p.caption = q.outer
		}
	}
	return q.outer
}

// item opens the lists down to the depth of a paragraph, and makes its item with marker and body.
func (q *paragraphs) item(para scene.Para) {
	p := q.pager
	name, open := q.text.List, q.lists
	if name != "" {
		if open = p.lists[name]; len(open) > 0 && (!p.goesOn(open[0].element) || p.tags.elements[open[0].element].parent != p.parent) {
			open = nil
		}
	}
	depth := max(0, min(para.Depth, len(open)))
	open = open[:min(depth+1, len(open))]
	if depth == len(open) {
		parent := p.parent
		if depth > 0 {
			parent = open[depth-1].body
		}
		open = append(open, list{element: p.under(parent, "L", listNumbering(numbering(para.Marker)))})
	}
	item := p.under(open[depth].element, "LI", "")
	q.label = p.under(item, "Lbl", "")
	q.at = p.under(item, "LBody", q.more)
	open[depth].body = q.at
	if name == "" {
		q.lists = open
	} else {
		p.keep(name, open)
	}
}

// marked is how many of a line's first runs are the marker of its paragraph.
func marked(t *scene.Text, l *scene.Line) int {
	if l.Para < 0 || l.Para >= len(t.Paras) || t.Paras[l.Para].Marker == "" {
		return 0
	}
	rest := t.Paras[l.Para].Marker
	for i := range l.Runs {
		after, ok := strings.CutPrefix(rest, l.Runs[i].Text)
		if !ok {
			return 0
		}
		if rest = after; rest == "" {
			return i + 1
		}
	}
	return 0
}
