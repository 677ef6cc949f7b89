package scene

import (
	"slices"
	"strings"
)

// Unlink takes away internal links whose target is not in the deck: pages that were left out. It returns the ids that are
// there, of pages and of items. Items that lose a link are copied; nothing that another deck holds is changed.
func (d *Deck) Unlink() map[string]bool {
	there := map[string]bool{}
	for i := range d.Pages {
		there[d.Pages[i].ID] = true
		Walk(d.Pages[i].Items, func(it Item) { there[ItemID(it)] = true })
	}
	u := unlinker(there)
	for i := range d.Pages {
		d.Pages[i].Items = u.items(d.Pages[i].Items)
	}
	if slices.ContainsFunc(d.Proofs, func(p Proof) bool { return u.gone(p.Link) }) {
		d.Proofs = slices.Clone(d.Proofs)
		for i := range d.Proofs {
			if u.gone(d.Proofs[i].Link) {
				d.Proofs[i].Link = ""
			}
		}
	}
	return there
}

// unlinker copies items without the links to ids that are not there. What holds no such link is shared with the original.
type unlinker map[string]bool

func (u unlinker) gone(link string) bool {
	id, inner := strings.CutPrefix(link, "#")
	return inner && !u[id]
}

func (u unlinker) items(items []Item) []Item {
	var out []Item
	for i, it := range items {
		if c := u.without(it); c != it {
			if out == nil {
				out = slices.Clone(items)
			}
			out[i] = c
		}
	}
	if out == nil {
		return items
	}
	return out
}

func (u unlinker) without(it Item) Item {
	held := false
	Walk([]Item{it}, func(part Item) {
		if t, ok := part.(*Text); ok {
			held = held || u.held(t)
		}
	})
	if !held {
		return it
	}
	switch it := it.(type) {
	case *Text:
		t := u.text(*it)
		return &t
	case *Group:
		c := *it
		c.Items = u.items(it.Items)
		return &c
	case *Chart:
		c := *it
		c.Drawing = u.items(it.Drawing)
		return &c
	case *Table:
		c := *it
		c.Head, c.Rows = u.cells(it.Head), u.cells(it.Rows)
		return &c
	}
	return it
}

func (u unlinker) cells(rows [][]Cell) [][]Cell {
	out := make([][]Cell, len(rows))
	for i, row := range rows {
		out[i] = slices.Clone(row)
		for k := range out[i] {
			out[i][k].Marks = u.items(row[k].Marks)
			out[i][k].Text = u.text(row[k].Text)
		}
	}
	return out
}

// held says that a text leads somewhere that is gone.
func (u unlinker) held(t *Text) bool {
	for _, l := range t.Lines {
		if slices.ContainsFunc(l.Runs, func(r Run) bool { return u.gone(r.Link) }) {
			return true
		}
	}
	for _, p := range t.Paras {
		if slices.ContainsFunc(p.Spans, func(s Span) bool { return u.gone(s.Link) }) {
			return true
		}
	}
	return false
}

func (u unlinker) text(t Text) Text {
	t.Lines, t.Paras = slices.Clone(t.Lines), slices.Clone(t.Paras)
	for i := range t.Lines {
		runs := slices.Clone(t.Lines[i].Runs)
		for k := range runs {
			if u.gone(runs[k].Link) {
				runs[k].Link = ""
			}
		}
		t.Lines[i].Runs = runs
	}
	for i := range t.Paras {
		spans := slices.Clone(t.Paras[i].Spans)
		for k := range spans {
			if u.gone(spans[k].Link) {
				spans[k].Link = ""
			}
		}
		t.Paras[i].Spans = spans
	}
	return t
}
