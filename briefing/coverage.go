package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// Class is what a number rests on.
type Class string

// Classes of numbers, from the best to the worst.
const (
	ByWords      Class = "proved"     // words of a source that say it stand there
	ByFormula    Class = "computed"   // from figures and cells, which are classed themselves
	ByIssuer     Class = "own"        // the issuer's own
	ByAssumption Class = "assumption" // a guess, and called one
	BySample     Class = "sample"     // made up, and called so
	Typed        Class = "typed"      // written by hand into prose, a cell, a chart
	Unchecked    Class = "unchecked"  // nothing was held against anything
)

// Classes are all classes in this order.
func Classes() []Class {
	return []Class{ByWords, ByFormula, ByIssuer, ByAssumption, BySample, Typed, Unchecked}
}

// Coverage counts what the numbers and the quotations of a briefing rest on.
type Coverage struct {
	Numbers    NumberCoverage    `json:"numbers"`
	Quotations QuotationCoverage `json:"quotations"`
}

// NumberCoverage counts numbers by their class; each is in one.
type NumberCoverage struct {
	Proved     int `json:"proved"`
	Computed   int `json:"computed"`
	Own        int `json:"own"`
	Assumption int `json:"assumption"`
	Sample     int `json:"sample"`
	Typed      int `json:"typed"`
	Unchecked  int `json:"unchecked"`
}

// QuotationCoverage counts quotations; paraphrases are none.
type QuotationCoverage struct {
	Proved     int `json:"proved"`     // the words stand in their source
	Attributed int `json:"attributed"` // of these: and the source names the speaker beside them
	Unchecked  int `json:"unchecked"`
}

// Of is the count of one class.
func (c *NumberCoverage) Of(class Class) *int {
	switch class {
	case ByWords:
		return &c.Proved
	case ByFormula:
		return &c.Computed
	case ByIssuer:
		return &c.Own
	case ByAssumption:
		return &c.Assumption
	case BySample:
		return &c.Sample
	case Typed:
		return &c.Typed
	}
	return &c.Unchecked
}

// Total is the number of numbers.
func (c *NumberCoverage) Total() (n int) {
	for _, class := range Classes() {
		n += *c.Of(class)
	}
	return n
}

// Support is what one number rests on, as a briefing or its proof knows it. Its class is derived, never believed.
type Support struct {
	Basis    string // own, assumption, sample; "" for none
	Formula  bool   // it is computed
	Constant bool   // by a formula that names no figure and no cell: as good as typed
	Excerpt  bool   // words of a source are said to say it
	Found    bool   // and they stand there
}

// Class is the class of a number that rests on this.
func (s Support) Class() Class {
	switch {
	case s.Basis == "own":
		return ByIssuer
	case s.Basis == "assumption":
		return ByAssumption
	case s.Basis == "sample":
		return BySample
	case s.Formula && s.Constant:
		return Typed
	case s.Formula:
		return ByFormula
	case s.Excerpt && s.Found:
		return ByWords
	}
	return Unchecked
}

// Number is one number of a briefing with its class.
type Number struct {
	What  string // "the figure share", "5%", "Rival, Share in shares"
	At    diag.Span
	Class Class
	Data  bool // a cell of a table, whose basis is said by column
}

// Add counts numbers.
func (c *Coverage) Add(numbers ...Number) {
	for _, n := range numbers {
		*c.Numbers.Of(n.Class)++
	}
}

// Quote counts one quotation: found says that its words stand in their source, credited that so does its speaker.
func (c *Coverage) Quote(found, credited bool) {
	switch {
	case !found:
		c.Quotations.Unchecked++
	case credited:
		c.Quotations.Attributed++
		fallthrough
	default:
		c.Quotations.Proved++
	}
}

// Coverage counts a briefing that was proved.
func (b *Briefing) Coverage() Coverage {
	var c Coverage
	c.Add(b.Numbers()...)
	for _, q := range b.Quotations {
		if !q.Paraphrase {
			c.Quote(q.Found != nil, q.Attributed)
		}
	}
	return c
}

// Numbers are all numbers that a briefing states, each once however often it is printed: its figures, the cells of the
// tables that it shows or computes from, and what was typed by hand. Dates are none.
func (b *Briefing) Numbers() []Number {
	var out []Number
	for _, f := range b.Figures {
		if f.Value.State == value.Known {
			out = append(out, Number{What: "the figure " + f.ID, At: f.At, Class: b.support(f).Class()})
		}
	}
	out = append(out, b.cells()...)
	for _, t := range b.Typed(b.node) {
		out = append(out, Number{What: "the number " + t.Text, At: t.At, Class: t.Class})
	}
	return out
}

func (b *Briefing) support(f *Figure) Support {
	s := Support{Basis: f.Basis, Formula: f.Formula != "", Excerpt: f.Excerpt != ""}
	if fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula)); err == nil {
		s.Constant = len(fm.Names())+len(fm.Cells()) == 0
	}
	if t := b.Tables[f.Cell[0]]; f.FromCell && t != nil && f.Basis == "" {
		if row, col := t.Row(f.Cell[1]), t.Column(f.Cell[2]); row != nil && col >= 0 {
			return b.cellSupport(t, row, col)
		}
	}
	for _, e := range b.Excerpts {
		if e.Figure == f {
			s.Found = e.Found != nil
		}
	}
	return s
}

// cellSupport: every excerpt of its row must stand in its source, for any of them may be the one that says it.
func (b *Briefing) cellSupport(t *table.Table, row *table.Row, col int) Support {
	if slices.Contains(t.Own, t.Columns[col].Name) {
		return Support{Basis: "own"}
	}
	if row.Excerpt == "" {
		return Support{Basis: b.basisOfTable(t)}
	}
	s := Support{Excerpt: true, Found: true}
	for _, e := range b.Excerpts {
		if e.Row == row && e.Found == nil {
			s.Found = false
		}
	}
	return s
}

// Shown are the tables that blocks show.
func (b *Briefing) Shown() map[*table.Table]bool {
	shown := map[*table.Table]bool{}
	for _, blk := range b.Blocks() {
		blk.Fields.node.Each(func(n *outline.Node) {
			if n.Field != nil && n.Field.Type == outline.Ref && n.Field.To == "data" {
				shown[b.Tables[n.Text]] = true
			}
		})
	}
	return shown
}

// cells are the numbers of the tables that blocks show, and those that formulas and claims compute from.
func (b *Briefing) cells() []Number {
	shown := b.Shown()
	named := map[[3]string]bool{}
	for _, f := range b.Figures {
		if fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula)); err == nil {
			for _, c := range fm.Cells() {
				named[c] = true
			}
		}
	}
	for _, c := range b.Claims {
		for _, c := range c.Cells {
			named[c] = true
		}
	}
	var out []Number
	for _, id := range sortedKeys(b.Tables) {
		t := b.Tables[id]
		for i := range t.Rows {
			row := &t.Rows[i]
			for col := range row.Cells {
				if !shown[t] && !named[[3]string{id, row.Name, t.Columns[col].Name}] || isYear(row.Cells[col].Text) {
					continue
				}
				if v, err := t.Judge(row, col); err == nil && v.State == value.Known {
					out = append(out, Number{row.Name + ", " + t.Columns[col].Name + " in " + id, row.Cells[col].At, b.cellSupport(t, row, col).Class(), true})
				}
			}
		}
	}
	return out
}

// StrictEvidence reports, where it is asked for, every number and quotation that nothing supports: those typed by hand and
// those not checked.
func (b *Briefing) StrictEvidence(asked bool, l *diag.List) {
	if !asked {
		return
	}
	for _, n := range b.Numbers() {
		switch n.Class {
		case Typed:
			l.Error(n.At, "E-EVIDENCE", "make it a figure with its excerpt, its formula or its basis, and write $name here", "%s was typed by hand", n.What)
		case Unchecked:
			basis := "say its `basis`"
			if n.Data {
				basis = "name its column in `own` where it is yours"
			}
			l.Error(n.At, "E-EVIDENCE", "quote the words that say it as `excerpt`, of a source with a `file` or `proofs`, or "+basis, "nothing proves %s", n.What)
		}
	}
	for _, q := range b.Quotations {
		if !q.Paraphrase && q.Found == nil {
			l.Error(q.At, "E-EVIDENCE", "give its source a `file` or `proofs`, or mark it `paraphrase: true` and put it into your own words", "this quotation is not checked")
		}
	}
}
