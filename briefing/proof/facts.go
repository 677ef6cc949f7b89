package proof

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
)

// maxContent bounds the rows of an exhibit that are written out; of a longer one there is a digest.
const maxContent = 500

// FactsOf reads a briefing that was proved: all that it says, without pages.
func FactsOf(b *briefing.Briefing) Facts {
	g := gatherer{b: b}
	f := Facts{Title: b.Title.String(), Date: b.Date.String(), YearStarts: b.Calendar.YearStarts, Sources: []Source{}, Figures: []Figure{}, Tables: []Table{},
		Quotations: []Quotation{}, Claims: []Claim{}, Exhibits: []Exhibit{}, Words: []Said{}, Typed: []Typed{}}
	for _, s := range b.Sources {
		f.Sources = append(f.Sources, g.source(s))
	}
	for _, fig := range b.Figures {
		f.Figures = append(f.Figures, g.figure(fig))
	}
	for _, q := range b.Quotations {
		f.Quotations = append(f.Quotations, g.quotation(q))
	}
	f.Claims = append(f.Claims, g.claims()...)
	f.Tables = g.tables()
	for _, blk := range b.Blocks() {
		if e, ok := g.exhibit(blk); ok {
			f.Exhibits = append(f.Exhibits, e)
		}
	}
	for _, s := range b.Said() {
		f.Words = append(f.Words, Said(s))
	}
	for _, t := range b.TypedNumbers() {
		f.Typed = append(f.Typed, Typed{t.Text, t.Class, t.At.Line})
	}
	return f
}

type gatherer struct{ b *briefing.Briefing }

func (g *gatherer) source(s *briefing.Source) Source {
	out := Source{ID: s.ID, Title: s.Title, Number: s.Number, Status: s.Status, Proofs: g.b.ProofsOf(s)}
	if s.From != "" {
		out.Translated = s.By + " from " + s.From
	}
	return out
}

func ids(sources []*briefing.Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.ID)
	}
	return out
}

func place(f *briefing.Found) *Place {
	if f == nil {
		return nil
	}
	return &Place{Source: f.Source.ID, Word: f.Passage.At, Words: f.Passage.Words}
}

func (g *gatherer) figure(f *briefing.Figure) Figure {
	out := Figure{ID: f.ID, Label: f.Label.String(), Value: f.Value.String(), Unit: f.Unit, Words: f.Value.Words, Basis: f.Basis,
		Formula: f.Formula, Excerpt: f.Excerpt, Sources: ids(f.Sources), Line: f.At.Line}
	if f.FromCell {
		out.Cell = &Cell{f.Cell[0], f.Cell[1], f.Cell[2]}
	}
	for _, e := range g.b.Excerpts {
		if e.Figure == f {
			out.Place = place(e.Found)
		}
	}
	return out
}

func (g *gatherer) quotation(q *briefing.Quotation) Quotation {
	out := Quotation{Of: q.Block, Text: q.Text, By: q.By.Name(), Names: q.By.Names(), Credit: q.Credit, Sources: ids(q.Sources), Status: NotChecked,
		Place: place(q.Found), Line: q.At.Line}
	switch {
	case q.Paraphrase:
		out.Status = Paraphrase
	case q.Found != nil:
		out.Status = Proved
	}
	return out
}

// claims are those of the themes, with or without arithmetic, then those of the blocks that have some.
func (g *gatherer) claims() []Claim {
	var out []Claim
	of := func(id, title string) (n int) {
		for _, c := range g.b.Claims {
			if c.Of == id {
				out = append(out, Claim{Of: id, Title: title, Holds: c.Holds, Truth: c.Truth.String(), Why: c.Why, Line: c.At.Line})
				n++
			}
		}
		return n
	}
	for _, t := range g.b.Themes {
		if title := t.Claim.String(); of(t.ID, title) == 0 {
			out = append(out, Claim{Of: t.ID, Title: title, Line: t.ClaimAt.Line})
		}
	}
	for _, blk := range g.b.Blocks() {
		of(blk.ID, blk.Title.String())
	}
	return out
}

// tables are the rows that figures and claims name, and those with an excerpt.
func (g *gatherer) tables() []Table {
	named := map[Cell]bool{}
	add := func(cells [][3]string) {
		for _, c := range cells {
			named[Cell{Table: c[0], Row: c[1]}] = true
		}
	}
	for _, f := range g.b.Figures {
		if f.FromCell {
			add([][3]string{f.Cell})
		}
		if fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula)); f.Formula != "" && err == nil {
			add(fm.Cells())
		}
	}
	for _, c := range g.b.Claims {
		add(c.Cells)
	}
	shown := g.b.Shown()
	var names []string
	for id := range g.b.Tables {
		names = append(names, id)
	}
	slices.Sort(names)
	out := []Table{}
	for _, id := range names {
		t := g.b.Tables[id]
		w := Table{ID: id, Unit: t.Unit.String(), Shown: shown[t], Sources: t.Source, Own: t.Own, Dates: t.DateOrders()}
		for _, c := range t.Columns {
			w.Columns = append(w.Columns, c.Name)
		}
		for i := range t.Rows {
			row := &t.Rows[i]
			if row.Excerpt == "" && !(w.Shown && len(t.Rows) <= maxContent) && !named[Cell{Table: id, Row: row.Name}] {
				continue
			}
			r := Row{Name: row.Name, Unit: row.Unit.String(), Excerpt: row.Excerpt}
			for _, c := range row.Cells {
				r.Cells = append(r.Cells, c.Stored(t.UnitOf(row)))
			}
			for _, e := range g.b.Excerpts {
				if e.Row == row {
					r.Places = append(r.Places, place(e.Found))
				}
			}
			w.Rows = append(w.Rows, r)
		}
		if len(w.Rows) > 0 {
			out = append(out, w)
		}
	}
	return out
}

// exhibit is a block that shows something. Running text and quotations are none.
func (g *gatherer) exhibit(b *briefing.Block) (Exhibit, bool) {
	if !b.Shows() {
		return Exhibit{}, false
	}
	e := Exhibit{ID: b.ID, Layout: b.Layout, Title: b.Title.String(), Sources: ids(b.Sources), Sticker: b.Sticker, Line: b.At.Line}
	if c := b.Chart(""); c != nil {
		e.Layout += " " + c.Kind
		e.Content = append(e.Content, g.rows(c.Table)...)
	}
	for _, c := range b.Charts("charts") {
		e.Content = append(e.Content, []string{c.Title})
		e.Content = append(e.Content, g.rows(c.Table)...)
	}
	if b.Chart("") == nil {
		e.Content = append(e.Content, g.rows(b.Table("data"))...)
	}
	for _, row := range b.Rows("rows") {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Words)
		}
		e.Content = append(e.Content, cells)
	}
	e.Content = append(e.Content, g.leaves(b)...)
	if len(e.Content) > maxContent {
		h := sha256.New()
		for _, row := range e.Content {
			fmt.Fprintf(h, "%q\n", row)
		}
		e.Content = [][]string{{fmt.Sprintf("%d rows, SHA-256", len(e.Content)), hex.EncodeToString(h.Sum(nil))}}
	}
	if e.Content == nil {
		e.Content = [][]string{}
	}
	return e, true
}

// rows are a table as a briefing shows it: a head, then a line for each row.
func (g *gatherer) rows(t *table.Table) [][]string {
	if t == nil {
		return nil
	}
	head := []string{t.Corner}
	for _, c := range t.Columns {
		head = append(head, c.Name)
	}
	out := [][]string{head}
	if !t.Unit.IsZero() { // $m and $bn beside the same digits
		out = append(out, []string{"unit", t.Unit.String()})
	}
	for i := range t.Rows {
		row := []string{t.Rows[i].Name}
		for _, c := range t.Rows[i].Cells {
			text := c.Text
			if c.Value != nil {
				text = c.Value.Label(g.b.Format)
			}
			row = append(row, text)
		}
		if u := t.Rows[i].Unit; !u.IsZero() {
			row = append(row, u.String())
		}
		out = append(out, row)
	}
	return out
}

// leaves are what else a block says: every value that a reader sees or that changes its picture, with the name of its key. Sizes
// do not count, and what stands elsewhere in the exhibit is left out.
func (g *gatherer) leaves(b *briefing.Block) [][]string {
	var out [][]string
	var in func(n *outline.Node, key string)
	in = func(n *outline.Node, key string) {
		if n.Name != "" {
			key = n.Name
		}
		switch n.Name {
		case "height", "width", "say", "data":
			return
		}
		if n.Keys == nil && n.List == nil && n.Text != "" {
			text := g.printed(n.Text)
			if n.Field != nil && n.Field.Type == outline.Ref && n.Field.To == "figures" {
				text = g.printed("$" + n.Text)
			}
			out = append(out, []string{key, text})
		}
		for _, k := range n.Keys {
			in(k, key)
		}
		for _, k := range n.List {
			in(k, key)
		}
	}
	for _, n := range b.Nodes() {
		switch n.Name {
		case "title", "say", "only", "id", "source", "holds", "sticker", "data", "values", "rows":
			if n.Keys == nil || n.Name == "values" {
				continue
			}
		case "kind":
			if b.Chart("") != nil {
				continue // the form that was drawn
			}
		}
		in(n, "")
	}
	return out
}

// printed is a text with its figures filled in, as one line.
func (g *gatherer) printed(text string) string {
	return strings.Join(strings.Fields(outline.Expand(text, func(r outline.Reference) (string, bool) {
		for _, f := range g.b.Figures {
			if f.ID == r.Name {
				return f.Value.Label(g.b.Format), true
			}
		}
		return "", false
	})), " ")
}
