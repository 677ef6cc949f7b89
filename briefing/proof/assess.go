package proof

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/value"
)

// Assessment is what a proof shows of itself, whatever it says of itself.
type Assessment struct {
	Wrong    []string // what does not hold, one line each
	Coverage briefing.Coverage
	Numbers  []briefing.Number // with their classes
	Computed int               // claims computed again
	Words    int               // claims of words alone
	Uncited  []string          // quotations whose speaker no credit names
	Other    int               // quotations in other words
	Open     []string          // quotations that were held against nothing
}

// Assess holds the facts against each other and against the roots of their sources: every quotation and excerpt verifies,
// every excerpt says its number, every formula and claim is computed again, every passage of the proofs is of something that is
// quoted, every status follows from the rest. What supports nothing is counted as unchecked.
func (f *Facts) Assess() *Assessment {
	c := checker{Facts: f, used: map[string]map[int]bool{}}
	c.reckoning = formula.Reckoning{Stated: c.stated, Cell: c.cell}
	c.ids()
	c.quotations()
	c.tables()
	c.figures()
	c.claims()
	c.sources()
	a := &Assessment{Wrong: c.wrong, Numbers: c.numbers()}
	a.Coverage.Add(a.Numbers...)
	for i := range f.Quotations {
		q := &f.Quotations[i]
		what := "“" + short(q.Text) + "”"
		switch {
		case q.Status == Paraphrase:
			a.Other++
			continue
		case q.Place == nil:
			a.Open = append(a.Open, what)
		case !f.credited(q):
			a.Uncited = append(a.Uncited, what+" by "+q.By)
		}
		a.Coverage.Quote(q.Place != nil, f.credited(q))
	}
	for _, k := range f.Claims {
		if k.Holds == "" {
			a.Words++
		} else {
			a.Computed++
		}
	}
	return a
}

// credited says that the credit names who spoke. Format 1 does not hold a person's other names.
func (f *Facts) credited(q *Quotation) bool {
	return q.Credit != "" && (f.Whole() || strings.Contains(q.Credit, q.By))
}

// ids: nothing has the name of another, and every source that is named is there.
func (c *checker) ids() {
	seen := map[string]bool{}
	once := func(kind, id string) {
		if seen[kind+id] {
			c.fail("the "+kind+" "+id, "it is there twice")
		}
		seen[kind+id] = true
	}
	for _, s := range c.Sources {
		once("source", s.ID)
	}
	for _, f := range c.Figures {
		once("figure", f.ID)
	}
	for _, t := range c.Tables {
		once("table", t.ID)
	}
	known := func(what string, ids []string) {
		for _, id := range ids {
			if c.source(id) == nil {
				c.fail(what, "there is no source %q", id)
			}
		}
	}
	for _, f := range c.Figures {
		known("the figure "+f.ID, f.Sources)
	}
	for _, t := range c.Tables {
		known("the table "+t.ID, t.Sources)
	}
	for _, q := range c.Quotations {
		known("the quotation “"+short(q.Text)+"” in "+q.Of, q.Sources)
	}
	for _, e := range c.Exhibits {
		known("the exhibit "+e.ID, e.Sources)
	}
}

// sources have sound proofs that prove nothing but what is quoted, and the status that follows from it. Format 1 does not say
// which sources a quotation was to be found in, so that statuses do not follow.
func (c *checker) sources() {
	for i := range c.Sources {
		s := &c.Sources[i]
		what := "the source " + s.ID
		if s.Proofs != nil {
			if err := s.Proofs.Sound(); err != nil {
				c.fail(what, "%v", err)
				continue
			}
		}
		if !c.Whole() {
			continue
		}
		if s.Proofs != nil {
			for k := range s.Proofs.Passages {
				if !c.used[s.ID][k] {
					c.fail(what, "passage %d of its proofs is of nothing that the briefing quotes", k+1)
				}
			}
		}
		if now := c.standing(s); now != s.Status {
			c.fail(what, "it is called %q, and its figures and quotations make it %q", s.Status, now)
		}
	}
}

// standing is the status that follows from the quotations and figures of a source.
func (c *checker) standing(s *Source) string {
	quotes, figures, open := false, false, s.Proofs != nil
	for _, q := range c.Quotations {
		quotes = quotes || q.Place != nil && q.Place.Source == s.ID
		open = open || q.Status != Paraphrase && slices.Contains(q.Sources, s.ID)
	}
	var bases []string
	for i := range c.Figures {
		f := &c.Figures[i]
		figures = figures || f.Place != nil && f.Place.Source == s.ID
		if slices.Contains(f.Sources, s.ID) {
			bases = append(bases, c.basis(f, 0))
			open = open || f.Excerpt != "" && c.rowOf(f, f.Excerpt) == nil
		}
	}
	for i := range c.Tables {
		t := &c.Tables[i]
		for _, r := range t.Rows {
			open = open || r.Excerpt != "" && slices.Contains(c.sourcesOf(t), s.ID)
			for _, p := range r.Places {
				figures = figures || p != nil && p.Source == s.ID
			}
		}
	}
	return briefing.Standing(quotes, figures, open, bases)
}

// basis is a figure's own, or the weakest of those that its formula names.
func (c *checker) basis(f *Figure, depth int) string {
	if f.Basis != "" || f.Formula == "" || depth > len(c.Figures) {
		return f.Basis
	}
	var bases []string
	if fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula)); err == nil {
		for _, name := range fm.Names() {
			if o := c.figure(name); o != nil {
				bases = append(bases, c.basis(o, depth+1))
			}
		}
	}
	return briefing.Weakest(bases)
}

// sourcesOf are the sources that a table names, else the only one.
func (c *checker) sourcesOf(t *Table) []string {
	if len(t.Sources) == 0 && len(c.Sources) == 1 {
		return []string{c.Sources[0].ID}
	}
	return t.Sources
}

// rowOf is the row that a figure takes its value from, where the excerpt is the row's; else nil.
func (c *checker) rowOf(f *Figure, excerpt string) *Row {
	if f.Cell == nil {
		return nil
	}
	t := c.table(f.Cell.Table)
	if t == nil {
		return nil
	}
	return find(t.Rows, func(r *Row) bool { return r.Name == f.Cell.Row && (r.Excerpt == excerpt || excerpt == "") })
}

// numbers are those that the proof holds, each with the class that follows from what supports it.
func (c *checker) numbers() []briefing.Number {
	var out []briefing.Number
	named := map[Cell]bool{}
	cells := func(list [][3]string) {
		for _, n := range list {
			named[Cell{n[0], n[1], n[2]}] = true
		}
	}
	for i := range c.Figures {
		f := &c.Figures[i]
		if fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula)); f.Formula != "" && err == nil {
			cells(fm.Cells())
		}
		if v, err := c.reckoning.Value(f.ID); err == nil && v.State == value.Known {
			out = append(out, briefing.Number{What: "the figure " + f.ID, Class: c.support(f).Class()})
		}
	}
	for _, k := range c.Claims {
		if claim, err := formula.ParseClaim(k.Holds); k.Holds != "" && err == nil {
			cells(claim.Cells())
		}
	}
	for i := range c.Tables {
		w := &c.Tables[i]
		t, err := w.table(c.YearStarts)
		if err != nil {
			continue // said already
		}
		for k := range t.Rows {
			for col, cell := range t.Rows[k].Cells {
				if !w.Shown && !named[Cell{w.ID, t.Rows[k].Name, w.Columns[col]}] || briefing.Year(cell.Text) {
					continue
				}
				if v, err := t.Judge(&t.Rows[k], col); err == nil && v.State == value.Known {
					out = append(out, briefing.Number{What: t.Rows[k].Name + ", " + w.Columns[col] + " in " + w.ID, Class: c.cellSupport(w, &w.Rows[k], w.Columns[col]).Class()})
				}
			}
		}
	}
	for _, t := range c.Typed {
		class := t.Class
		if class != briefing.BySample && class != briefing.ByAssumption {
			class = briefing.Typed // nothing can be better
		}
		out = append(out, briefing.Number{What: "the number " + t.Text, Class: class})
	}
	return out
}

func (c *checker) support(f *Figure) briefing.Support {
	s := briefing.Support{Basis: f.Basis, Formula: f.Formula != "", Excerpt: f.Excerpt != "", Found: f.Place != nil}
	if fm, err := formula.ParseFormula(strings.TrimSpace(f.Formula)); err == nil {
		s.Constant = len(fm.Names())+len(fm.Cells()) == 0
	}
	if f.Cell != nil && f.Basis == "" && f.Place == nil {
		if r := c.rowOf(f, f.Excerpt); r != nil {
			return c.cellSupport(c.table(f.Cell.Table), r, f.Cell.Column)
		}
	}
	return s
}

// cellSupport: every excerpt of its row must stand in its source, for any of them may be the one that says it.
func (c *checker) cellSupport(w *Table, r *Row, column string) briefing.Support {
	if slices.Contains(w.Own, column) {
		return briefing.Support{Basis: "own"}
	}
	if r.Excerpt == "" {
		var bases []string
		for _, id := range c.sourcesOf(w) {
			s := c.source(id)
			switch {
			case s == nil:
			case s.Status == briefing.Sample:
				bases = append(bases, "sample")
			case s.Status == briefing.Assumptions:
				bases = append(bases, "assumption")
			}
		}
		return briefing.Support{Basis: briefing.Weakest(bases)}
	}
	return briefing.Support{Excerpt: true, Found: !slices.Contains(r.Places, nil)}
}
