package proof

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Against names what differs between the facts of a proof and those that its outline says now. Pages count where the same
// program laid them out.
func (f *Facts) Against(now *Facts, pages bool) []string {
	var out []string
	a, b := *f, *now
	if !pages {
		a, b = a.unpaged(), b.unpaged()
	}
	if a.Title != b.Title || a.Date != b.Date {
		out = append(out, "the title or the date")
	}
	out = append(out, differing("the source", a.Sources, b.Sources, func(s *Source) string { return s.ID })...)
	out = append(out, differing("the figure", a.Figures, b.Figures, func(f *Figure) string { return f.ID })...)
	out = append(out, differing("the table", a.Tables, b.Tables, func(t *Table) string { return t.ID })...)
	out = append(out, differing("the quotation", a.Quotations, b.Quotations, func(q *Quotation) string { return "“" + short(q.Text) + "”" })...)
	out = append(out, differing("the claim", a.Claims, b.Claims, func(c *Claim) string { return c.Holds })...)
	out = append(out, differing("the exhibit", a.Exhibits, b.Exhibits, func(e *Exhibit) string { return e.ID })...)
	if !f.Whole() {
		return out // format 1 holds no more
	}
	out = append(out, differing("the words", a.Words, b.Words, func(s *Said) string { return s.Key + " of " + s.Of })...)
	return append(out, differing("the number typed by hand", a.Typed, b.Typed, func(t *Typed) string { return t.Text })...)
}

func differing[T any](kind string, a, b []T, name func(*T) string) []string {
	var out []string
	for i := range a {
		if i >= len(b) || !equal(a[i], b[i]) {
			out = append(out, kind+" "+name(&a[i]))
		}
	}
	for i := len(a); i < len(b); i++ {
		out = append(out, kind+" "+name(&b[i]))
	}
	return out
}

// equal compares what would be written: an empty list and none are the same.
func equal(a, b any) bool {
	if reflect.DeepEqual(a, b) {
		return true
	}
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && bytes.Equal(x, y)
}

// unpaged are the facts without pages.
func (f Facts) unpaged() Facts {
	f.Sources = without(f.Sources, func(s *Source) *Pages { return &s.Pages })
	f.Figures = without(f.Figures, func(g *Figure) *Pages { return &g.Pages })
	f.Quotations = without(f.Quotations, func(q *Quotation) *Pages { return &q.Pages })
	f.Claims = without(f.Claims, func(c *Claim) *Pages { return &c.Pages })
	f.Exhibits = without(f.Exhibits, func(e *Exhibit) *Pages { return &e.Pages })
	return f
}

func without[T any](list []T, pages func(*T) *Pages) []T {
	out := append([]T(nil), list...)
	for i := range out {
		*pages(&out[i]) = Pages{}
	}
	return out
}
