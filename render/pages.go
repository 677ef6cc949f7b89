package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// Pages says which pages of a deck are written, in places from 1. The zero value means all.
type Pages struct {
	text   string
	ranges [][2]int // first and last
}

// lastPage stands for the end of whatever deck there is.
const lastPage = 1 << 30

// ParsePages reads what people type into a print dialogue: "2,5-8", "12-" for the rest, "-3" for the first three.
func ParsePages(s string) (Pages, error) {
	p := Pages{text: s}
	for part := range strings.SplitSeq(s, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		r := [2]int{1, lastPage}
		if first = strings.TrimSpace(first); first != "" || !isRange {
			n, err := pageNumber(first)
			if err != nil {
				return Pages{}, err
			}
			r[0] = n
		}
		if last = strings.TrimSpace(last); !isRange {
			r[1] = r[0]
		} else if last != "" {
			n, err := pageNumber(last)
			if err != nil {
				return Pages{}, err
			}
			r[1] = n
		} else if first == "" {
			return Pages{}, fmt.Errorf("%q has no page", strings.TrimSpace(part))
		}
		if r[0] > r[1] {
			return Pages{}, fmt.Errorf("%q runs backwards", strings.TrimSpace(part))
		}
		p.ranges = append(p.ranges, r)
	}
	return p, nil
}

func pageNumber(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n >= lastPage || s[0] == '+' {
		return 0, fmt.Errorf("%q is not a page", s)
	}
	return n, nil
}

// All says that every page is meant.
func (p Pages) All() bool { return p.ranges == nil }

// String is what was typed.
func (p Pages) String() string { return p.text }

// Of lists the places, from 0, of those pages of n that are meant: each once, in the deck's order.
func (p Pages) Of(n int) []int {
	var out []int
	for i := range n {
		if p.All() || slices.ContainsFunc(p.ranges, func(r [2]int) bool { return r[0] <= i+1 && i+1 <= r[1] }) {
			out = append(out, i)
		}
	}
	return out
}

// Pick is the deck with only the pages at these places. Links and bookmarks to what is gone are gone too; the deck that was
// given stays as it is.
func Pick(d *scene.Deck, places []int) *scene.Deck {
	if len(places) == len(d.Pages) {
		return d
	}
	out := *d
	out.Pages = make([]scene.Page, 0, len(places))
	there := map[string]bool{}
	for _, i := range places {
		out.Pages = append(out.Pages, d.Pages[i])
		there[d.Pages[i].ID] = true
		scene.Walk(d.Pages[i].Items, func(it scene.Item) { there[idOf(it)] = true })
	}
	u := unlinker(there)
	for i := range out.Pages {
		out.Pages[i].Items = u.items(out.Pages[i].Items)
	}
	out.Bookmarks = slices.DeleteFunc(slices.Clone(d.Bookmarks), func(b scene.Bookmark) bool { return !there[b.Target] })
	return &out
}

func idOf(it scene.Item) string {
	switch it := it.(type) {
	case *scene.Text:
		return it.ID
	case *scene.Image:
		return it.ID
	case *scene.Group:
		return it.ID
	case *scene.Table:
		return it.ID
	case *scene.Chart:
		return it.ID
	}
	return ""
}

// unlinker copies items without the links to ids that are not there. What holds no such link is shared with the original.
type unlinker map[string]bool

func (u unlinker) gone(link string) bool {
	id, inner := strings.CutPrefix(link, "#")
	return inner && !u[id]
}

func (u unlinker) items(items []scene.Item) []scene.Item {
	var out []scene.Item
	for i, it := range items {
		if c := u.item(it); c != it {
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

func (u unlinker) item(it scene.Item) scene.Item {
	held := false
	scene.Walk([]scene.Item{it}, func(part scene.Item) {
		if t, ok := part.(*scene.Text); ok {
			held = held || u.held(t)
		}
	})
	if !held {
		return it
	}
	switch it := it.(type) {
	case *scene.Text:
		t := u.text(*it)
		return &t
	case *scene.Group:
		c := *it
		c.Items = u.items(it.Items)
		return &c
	case *scene.Chart:
		c := *it
		c.Drawing = u.items(it.Drawing)
		return &c
	case *scene.Table:
		c := *it
		c.Head, c.Rows = u.cells(it.Head), u.cells(it.Rows)
		return &c
	}
	return it
}

func (u unlinker) cells(rows [][]scene.Cell) [][]scene.Cell {
	out := make([][]scene.Cell, len(rows))
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
func (u unlinker) held(t *scene.Text) bool {
	for _, l := range t.Lines {
		if slices.ContainsFunc(l.Runs, func(r scene.Run) bool { return u.gone(r.Link) }) {
			return true
		}
	}
	for _, p := range t.Paras {
		if slices.ContainsFunc(p.Spans, func(s scene.Span) bool { return u.gone(s.Link) }) {
			return true
		}
	}
	return false
}

func (u unlinker) text(t scene.Text) scene.Text {
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
