package proof

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/formula"
)

// Kinds of changes.
const (
	Added   = "added"
	Removed = "removed"
	Changed = "changed"
	Renamed = "renamed"
)

// Change is one thing that an investor should know.
type Change struct {
	Kind    string   `json:"kind"`            // added, removed, changed, renamed
	Group   string   `json:"group,omitempty"` // numbers, claims, words, people and sources, form
	Of      string   `json:"of"`              // figure, quotation, claim, source, exhibit, briefing, words; renamed: block, theme, people, data too
	Name    string   `json:"name"`            // id, or the words
	What    string   `json:"what,omitempty"`  // of it: value, title, excerpt …
	Old     string   `json:"old,omitempty"`
	New     string   `json:"new,omitempty"`
	Because []string `json:"because,omitempty"` // what made it change: names of figures, "its formula", cells
}

// Whole says whether everything that is printed can be compared: not where a proof is of format 1.
func Whole(old, now *Facts) bool { return old.Whole() && now.Whole() }

// Diff compares all that two briefings print. Places, pages and lines do not count.
func Diff(old, now *Facts) []Change {
	d := differ{old: old, now: now, out: []Change{}, whole: Whole(old, now)}
	if d.whole {
		d.old = d.renamed(old, now)
	}
	d.all()
	if d.whole {
		d.words()
		for i := range d.out {
			c := &d.out[i]
			c.Group, c.Name = c.group(), plain(c.Name)
		}
	}
	return d.out
}

// DiffNumbers compares figures, quotations, claims, sources and exhibits, and nothing else that is printed.
func DiffNumbers(old, now *Facts) []Change {
	d := differ{old: old, now: now, out: []Change{}}
	d.all()
	return d.out
}

func (d *differ) all() {
	d.word("briefing", "title", "", d.old.Title, d.now.Title)
	d.word("briefing", "date", "", d.old.Date, d.now.Date)
	d.figures()
	d.quotations()
	d.claims()
	d.sources()
	d.exhibits()
}

type differ struct {
	old, now *Facts
	whole    bool
	out      []Change
}

func (d *differ) add(c Change) { d.out = append(d.out, c) }

// word notes that words changed.
func (d *differ) word(of, name, what, old, now string, because ...string) {
	if old != now {
		d.add(Change{Kind: Changed, Of: of, Name: name, What: what, Old: old, New: now, Because: because})
	}
}

// pair walks over both lists: what is in both in the new order, what is gone before it, what is new last.
func pair[T any](old, now []T, key func(*T) string, each func(a, b *T)) {
	seen := map[string]bool{}
	for i := range old {
		k := key(&old[i])
		b := find(now, func(v *T) bool { return key(v) == k })
		each(&old[i], b)
		seen[k] = true
	}
	for i := range now {
		if !seen[key(&now[i])] {
			each(nil, &now[i])
		}
	}
}

// Shown is the number as the briefing prints it.
func (f *Figure) Shown() string {
	if f.Words != "" {
		return f.Words
	}
	return f.Value
}

// full is the number with the reading of its words.
func (f *Figure) full() string {
	if f.Words != "" {
		return f.Words + " (" + f.Value + ")"
	}
	return f.Value
}

func (d *differ) figures() {
	pair(d.old.Figures, d.now.Figures, func(f *Figure) string { return f.ID }, func(a, b *Figure) {
		switch {
		case b == nil:
			d.add(Change{Kind: Removed, Of: "figure", Name: a.ID, Old: a.full()})
		case a == nil:
			d.add(Change{Kind: Added, Of: "figure", Name: b.ID, New: b.full()})
		default:
			d.word("figure", a.ID, "", a.full(), b.full(), d.causes(a, b)...)
			d.word("figure", a.ID, "label", a.Label, b.Label)
			d.word("figure", a.ID, "excerpt", a.Excerpt, b.Excerpt)
			d.word("figure", a.ID, "basis", a.Basis, b.Basis)
			if a.full() == b.full() {
				d.word("figure", a.ID, "formula", a.Formula, b.Formula)
			}
			d.word("figure", a.ID, "source", strings.Join(a.Sources, ", "), strings.Join(b.Sources, ", "))
		}
	})
}

// causes are why a computed figure changed: its formula, the figures that it names, the cells that it reads.
func (d *differ) causes(a, b *Figure) (out []string) {
	if a.Formula != b.Formula {
		out = append(out, "its formula")
	}
	if b.Cell != nil {
		out = append(out, d.cells([][3]string{{b.Cell.Table, b.Cell.Row, b.Cell.Column}})...)
	}
	if b.Formula == "" {
		return out
	}
	if f, err := formula.ParseFormula(strings.TrimSpace(b.Formula)); err == nil {
		out = append(out, d.moved(f.Names())...)
		out = append(out, d.cells(f.Cells())...)
	}
	return out
}

// moved are those figures whose values changed.
func (d *differ) moved(names []string) (out []string) {
	for _, name := range names {
		a, b := d.old.figure(name), d.now.figure(name)
		if a != nil && b != nil && a.Value != b.Value || (a == nil) != (b == nil) {
			out = append(out, name)
		}
	}
	return out
}

// cells are those cells that changed.
func (d *differ) cells(list [][3]string) (out []string) {
	for _, c := range list {
		a, okA := d.old.cell(c)
		b, okB := d.now.cell(c)
		if okA && okB && a != b {
			out = append(out, "“"+c[1]+"”, "+c[2]+" in "+c[0])
		}
	}
	return out
}

func (f *Facts) cell(c [3]string) (string, bool) {
	t := f.table(c[0])
	if t == nil {
		return "", false
	}
	r := find(t.Rows, func(r *Row) bool { return r.Name == c[1] })
	i := slices.Index(t.Columns, c[2])
	if r == nil || i < 0 || i >= len(r.Cells) {
		return "", false
	}
	return r.Cells[i], true
}

// quotations are told apart by their words; one that stands in the same block with the same speaker was changed.
func (d *differ) quotations() {
	used := map[*Quotation]bool{}
	match := func(a *Quotation, same func(b *Quotation) bool) *Quotation {
		for i := range d.now.Quotations {
			if b := &d.now.Quotations[i]; !used[b] && same(b) {
				used[b] = true
				return b
			}
		}
		return nil
	}
	key := func(q *Quotation) string { return strings.Join(strings.Fields(q.Text), " ") }
	pairs := make([]*Quotation, len(d.old.Quotations))
	for i := range d.old.Quotations {
		a := &d.old.Quotations[i]
		pairs[i] = match(a, func(b *Quotation) bool { return key(a) == key(b) && a.By == b.By })
	}
	for i := range d.old.Quotations {
		a := &d.old.Quotations[i]
		if pairs[i] == nil {
			pairs[i] = match(a, func(b *Quotation) bool { return key(a) == key(b) || a.Of == b.Of && a.By == b.By })
		}
		b := pairs[i]
		if b == nil {
			d.add(Change{Kind: Removed, Of: "quotation", Name: a.By, Old: key(a)})
			continue
		}
		d.word("quotation", a.By, "", key(a), key(b))
		d.word("quotation", key(b), "speaker", a.By, b.By)
		d.word("quotation", key(b), "status", a.Status, b.Status)
		if d.whole {
			d.word("quotation", key(b), "credit", a.Credit, b.Credit)
			d.word("quotation", key(b), "source", strings.Join(a.Sources, ", "), strings.Join(b.Sources, ", "))
		}
	}
	for i := range d.now.Quotations {
		if b := &d.now.Quotations[i]; !used[b] {
			d.add(Change{Kind: Added, Of: "quotation", Name: b.By, New: key(b)})
		}
	}
}

func (d *differ) claims() {
	seen := map[string]int{}
	key := func(list []Claim) map[*Claim]string { // a block may claim several things: they are told apart by their order
		clear(seen)
		out := map[*Claim]string{}
		for i := range list {
			c := &list[i]
			out[c] = c.Of + strings.Repeat("\x00", seen[c.Of])
			seen[c.Of]++
		}
		return out
	}
	a, b := key(d.old.Claims), key(d.now.Claims)
	keys := func(c *Claim) string {
		if k, ok := a[c]; ok {
			return k
		}
		return b[c]
	}
	pair(d.old.Claims, d.now.Claims, keys, func(a, b *Claim) {
		switch {
		case b == nil:
			d.add(Change{Kind: Removed, Of: "claim", Name: a.Of, Old: a.said()})
		case a == nil:
			d.add(Change{Kind: Added, Of: "claim", Name: b.Of, New: b.said()})
		default:
			d.word("claim", a.Of, "", a.Title, b.Title)
			d.word("claim", a.Of, "arithmetic", a.Holds, b.Holds)
			because := []string{}
			if c, err := formula.ParseClaim(b.Holds); err == nil {
				because = append(d.moved(c.Names()), d.cells(c.Cells())...)
			}
			d.word("claim", b.Title, "truth", a.Truth, b.Truth, because...)
		}
	})
}

func (c *Claim) said() string {
	if c.Holds == "" {
		return c.Title
	}
	return c.Title + " (" + c.Holds + ")"
}

func (d *differ) sources() {
	pair(d.old.Sources, d.now.Sources, func(s *Source) string { return s.ID }, func(a, b *Source) {
		switch {
		case b == nil:
			d.add(Change{Kind: Removed, Of: "source", Name: a.ID, Old: a.Title})
		case a == nil:
			d.add(Change{Kind: Added, Of: "source", Name: b.ID, New: b.Title})
		default:
			d.word("source", a.ID, "title", a.Title, b.Title)
			d.word("source", a.ID, "status", a.Status, b.Status)
			d.word("source", a.ID, "translation", a.Translated, b.Translated)
			// Roots of two formats differ for the same text: then only its length can tell.
			if a.Proofs != nil && b.Proofs != nil && a.Proofs.Root != b.Proofs.Root &&
				(a.Proofs.Format == b.Proofs.Format || a.Proofs.Words != b.Proofs.Words) {
				d.add(Change{Kind: Changed, Of: "source", Name: a.ID, What: "text", Old: begin(a.Proofs.Root), New: begin(b.Proofs.Root)})
			}
		}
	})
}

func (d *differ) exhibits() {
	pair(d.old.Exhibits, d.now.Exhibits, func(e *Exhibit) string { return e.ID }, func(a, b *Exhibit) {
		switch {
		case b == nil:
			d.add(Change{Kind: Removed, Of: "exhibit", Name: a.ID, Old: a.Title})
		case a == nil:
			d.add(Change{Kind: Added, Of: "exhibit", Name: b.ID, New: b.Title})
		default:
			d.word("exhibit", a.ID, "title", a.Title, b.Title)
			d.word("exhibit", a.ID, "form", a.Layout, b.Layout)
			d.word("exhibit", a.ID, "sticker", a.Sticker, b.Sticker)
			d.word("exhibit", a.ID, "source", strings.Join(a.Sources, ", "), strings.Join(b.Sources, ", "))
			d.content(a, b)
		}
	})
}

// content names the rows that differ: those of one name are one row.
func (d *differ) content(a, b *Exhibit) {
	type named struct {
		key, rest string
	}
	read := func(rows [][]string) []named {
		var out []named
		seen := map[string]int{}
		for _, r := range rows {
			if len(r) == 0 {
				continue
			}
			n := named{r[0] + strings.Repeat("\x00", seen[r[0]]), strings.Join(r[1:], " · ")}
			seen[r[0]]++
			out = append(out, n)
		}
		return out
	}
	was, is := read(a.Content), read(b.Content)
	pair(was, is, func(n *named) string { return n.key }, func(x, y *named) {
		switch {
		case y == nil:
			d.add(Change{Kind: Removed, Of: "exhibit", Name: a.ID, What: plain(x.key), Old: x.rest})
		case x == nil:
			d.add(Change{Kind: Added, Of: "exhibit", Name: a.ID, What: plain(y.key), New: y.rest})
		default:
			d.word("exhibit", a.ID, plain(x.key), x.rest, y.rest)
		}
	})
}

// begin is the beginning of a hash, enough to tell it from another.
func begin(hash string) string { return hash[:min(12, len(hash))] }

// plain is a key without what told it from others of its name.
func plain(key string) string { return strings.TrimRight(strings.TrimSuffix(key, "\x00was"), "\x00") }
