package briefing

import (
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/lazy"
)

// Said is one text that the briefing prints besides its figures, tables, quotations and exhibits: as typed, figures as $name.
type Said struct {
	Of   string // "briefing", "summary", a theme's or block's id, "people.lee", "sources.s", "figures.f", "data.d", "brand"
	Key  string // its key, with those above it: "points.text"
	Text string // one line or paragraph
}

// Said are the texts of the whole briefing, in the outline's order, for this audience. Everything that the outline holds is
// among them unless it is named here as something else: a new field is printed words until somebody says that it is not.
func (b *Briefing) Said() []Said {
	s := saying{}
	themes, blocks := map[string]bool{}, map[string]bool{}
	for _, k := range b.node.Entries() {
		switch k.Name {
		case "sources", "people", "data", "figures":
			for _, e := range k.Entries() {
				s.in(e, k.Name+"."+e.Name, "", k.Name)
			}
		case "terms":
			for _, e := range k.Entries() {
				s.add("briefing", "terms."+e.Name, e.Text)
			}
		case "summary":
			s.in(k, "summary", "", "")
		case "themes":
			for _, t := range b.Themes {
				for _, item := range k.Items() {
					if item.At == t.At && !themes[t.ID] {
						themes[t.ID] = true
						s.in(item, t.ID, "", "themes")
					}
				}
			}
		case "title", "date", "back", "slides", "audiences", "look", "page":
		case "brand":
			if b.Brand != nil {
				s.in(b.Brand.Node, "brand", "", "brand")
			}
		default:
			s.in(k, "briefing", k.Name, "")
		}
	}
	for _, blk := range b.Blocks() {
		if blk.Shows() || blocks[blk.ID] {
			continue
		}
		blocks[blk.ID] = true
		nodes := blk.Nodes()
		s.in(&outline.Node{Keys: nodes}, blk.ID, "", "block")
		if blk.Layout == "text" || blk.Layout == "statement" { // those of quotations stand with them
			for _, n := range nodes {
				if n.Name == "source" {
					s.in(n, blk.ID, "source", "block")
				}
			}
		}
	}
	return s.out
}

// Shows says that a block is an exhibit. Running text and quotations are none.
func (b *Block) Shows() bool {
	switch b.Layout {
	case "text", "statement", "quote", "quotes":
		return false
	}
	return true
}

// unsaid are keys that print nothing, or that a proof holds elsewhere, by the map or mapping in which they stand; "" is
// anywhere.
func unsaid(where, key string) bool {
	switch key {
	case "say", "only", "id", "holds", "mail":
		return true
	}
	switch where + " " + key {
	case "sources file", "sources proofs", "sources title",
		"data file", "data sheet", "data range", "data source", "data own", "data unit",
		"figures value", "figures from", "figures formula", "figures label", "figures unit", "figures excerpt", "figures words", "figures basis", "figures source",
		"themes claim", "themes evidence", "themes source",
		"block source",
		"brand colours", "brand fonts", "brand palette", "brand logo":
		return true
	}
	return false
}

type saying struct{ out []Said }

// in adds what stands in n and below it. where names the map or mapping whose keys come next.
func (s *saying) in(n *outline.Node, of, key, where string) {
	if n == nil || n.Null {
		return
	}
	if n.Keys == nil && n.List == nil && n.Text != "" {
		s.add(of, key, n.Text)
		return
	}
	quoted := false // beside words of a source stand those who said them: a proof holds all of it as a quotation
	for _, k := range n.Keys {
		quoted = quoted || k.Field != nil && k.Field.Type == outline.Quotation && k.Name == "text"
	}
	for _, k := range n.Keys {
		if unsaid(where, k.Name) || quoted && (k.Name == "text" || k.Name == "by" || k.Name == "credit" || k.Name == "paraphrase") {
			continue
		}
		below := where
		if where != "block" {
			below = "inner"
		}
		s.in(k, of, strings.TrimPrefix(key+"."+k.Name, "."), below)
	}
	for _, k := range n.List {
		s.in(k, of, key, where)
	}
}

var paragraphs = lazy.Pattern(`\n[ \t]*\n`)

func (s *saying) add(of, key, text string) {
	parts := []string{text}
	if strings.Contains(text, "\n") {
		parts = paragraphs().Split(text, -1)
	}
	for _, p := range parts {
		if p = strings.Join(strings.Fields(p), " "); p != "" {
			s.out = append(s.out, Said{of, key, p})
		}
	}
}

// TypedNumbers are the numbers that this briefing prints and that were typed by hand.
func (b *Briefing) TypedNumbers() []TypedNumber { return b.Typed(b.node) }

// Names are those under which sources print a person, the printed one first; none for words that describe somebody.
func (v Voice) Names() []string {
	if v.Person == nil {
		return nil
	}
	var out []string
	for _, n := range append([]string{v.Person.Name, v.Person.NameZh}, v.Person.Aliases...) {
		if n != "" {
			out = append(out, n)
		}
	}
	return out
}

// Credits says whether a credit names who spoke: a person by one of the names, or the words that describe somebody.
func Credits(by string, names []string, credit string) bool {
	v := Voice{Words: by}
	if len(names) > 0 {
		v.Person = &Person{Name: by, Aliases: names}
	}
	return credit != "" && v.named(credit)
}

// Year says that a cell is a plain year: that is no number.
func Year(text string) bool { return isYear(text) }
