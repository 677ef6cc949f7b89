package scene

import "strings"

// Reading is what a deck tells those who do not see its pages, as far as an item alone does not say it: how deep each heading stands,
// which words go on from an earlier page, what the links in running text lead to. It is made of the pages that are written, so that
// an excerpt reads as well as the whole. Every format that has a structure asks here.
type Reading struct {
	levels map[*Text]int
	texts  map[string]*Text // by id
	lists  map[string]bool  // the lists whose entries are numbered sources or notes: what a link to one of them leads to
}

// Ranks of headings. A heading's level is how many of the open ones above it outrank it, so that none is ever skipped.
const (
	rankCover = iota
	rankTitle
	rankWithin // the title of a page in a theme that another title has opened
	rankHeading
	rankSubheading
)

// Read makes the reading of a deck.
func Read(d *Deck) *Reading {
	r := &Reading{levels: map[*Text]int{}, texts: map[string]*Text{}, lists: map[string]bool{}}
	var open []int // ranks of the headings that the next one stands under
	theme := 0
	for i := range d.Pages {
		p := &d.Pages[i]
		visitWords(p.Items, func(it Item) {
			if g, ok := it.(*Group); ok {
				if g.List != "" && g.ID != "" {
					r.lists[g.ID] = true
				}
				return
			}
			t := it.(*Text)
			if t.ID != "" {
				r.texts[t.ID] = t
			}
			rank := 0
			switch t.Role {
			case RoleTitle:
				rank = rankTitle
				if p.Layout == "cover" {
					rank = rankCover
				} else if p.Theme > 0 && p.Theme == theme {
					rank = rankWithin
				}
				theme = p.Theme
			case RoleHeading:
				rank = rankHeading
			case RoleSubheading:
				rank = rankSubheading
			default:
				return
			}
			if len(t.Lines) == 0 {
				return
			}
			for len(open) > 0 && open[len(open)-1] >= rank {
				open = open[:len(open)-1]
			}
			open = append(open, rank)
			r.levels[t] = len(open)
		})
	}
	return r
}

// visitWords visits the groups and the texts that are read as words: not those of charts, whose alt text says them, not those of
// tables, and nothing that is furniture.
func visitWords(items []Item, visit func(Item)) {
	for _, it := range items {
		switch it := it.(type) {
		case *Group:
			if it.Role != RoleFurniture && it.Role != RoleOrnament {
				visit(it)
				visitWords(it.Items, visit)
			}
		case *Text:
			visit(it)
		}
	}
}

// Level is the level of a heading, 1 to 5; 0 for all other texts. The first of a deck has 1, and none is more than one below the one
// before it.
func (r *Reading) Level(t *Text) int { return r.levels[t] }

// GoesOn says that a text's first paragraph is the rest of one that stands on the pages before. Where a text has Rest, and that is
// not among the pages, it is a paragraph of its own.
func (r *Reading) GoesOn(t *Text) bool { return t.Rest != "" && r.texts[t.Rest] != nil }

// Note says that a link leads to a footnote: its words are the mark of one.
func (r *Reading) Note(link string) bool {
	id, inner := strings.CutPrefix(link, "#")
	return inner && r.texts[id] != nil && r.texts[id].Role == RoleFootnote
}

// Refers says that a link leads to a footnote or to an entry of a list, such as a source of the register: that is a reference, as
// opposed to a way to somewhere else.
func (r *Reading) Refers(link string) bool {
	id, inner := strings.CutPrefix(link, "#")
	return r.Note(link) || inner && r.lists[id]
}

// Told says whether items, or their parts, tell their own story: then the group around them needs no figure.
func Told(items []Item) bool {
	told := false
	Walk(items, func(it Item) {
		switch it := it.(type) {
		case *Chart, *Table:
			told = true
		case *Image:
			told = told || it.Alt != ""
		case *Art:
			told = told || it.Alt != ""
		case *Group:
			told = told || it.Alt != ""
		}
	})
	return told
}

// Heads says that the cell is a header: one with nothing in it heads nothing, though it is a cell of its row.
func (c *Cell) Heads() bool { return c.Header && (words(&c.Text) != "" || len(c.Marks) > 0) }

// Covers is how many columns the cell takes.
func (c *Cell) Covers() int { return max(1, c.Span) }
