package proof

import (
	"fmt"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
)

// Check holds the facts against each other and against the roots of their sources: every quotation and excerpt verifies,
// every excerpt says its number, every formula and claim is computed again. It returns what does not hold, one line each.
func (f *Facts) Check() []string { return f.Assess().Wrong }

type checker struct {
	*Facts
	wrong     []string
	reckoning formula.Reckoning
	used      map[string]map[int]bool // passages, by source
}

func (c *checker) fail(what, format string, args ...any) {
	c.wrong = append(c.wrong, what+": "+fmt.Sprintf(format, args...))
}

// passage verifies that words stand where they are said to stand.
func (c *checker) passage(what string, q source.Quote, at *Place) {
	s := c.source(at.Source)
	if s == nil || s.Proofs == nil {
		c.fail(what, "its source %q has no proofs", at.Source)
		return
	}
	found, err := s.Proofs.Match(q)
	for _, i := range s.Proofs.Uses(q, found) {
		if c.used[s.ID] == nil {
			c.used[s.ID] = map[int]bool{}
		}
		c.used[s.ID][i] = true
	}
	switch {
	case err != nil:
		c.fail(what, "%v", err)
	case found.At != at.Word || found.Words != at.Words:
		c.fail(what, "it stands at word %d, not %d", found.At, at.Word)
	}
}

func (c *checker) quotations() {
	for _, q := range c.Quotations {
		what := "the quotation “" + short(q.Text) + "” in " + q.Of
		switch {
		case q.Status == Proved && q.Place != nil:
			c.passage(what, source.Quote{Text: q.Text, Credit: q.Credit}, q.Place)
			if src := c.source(q.Place.Source); c.Whole() && q.Credit != "" && src != nil && src.Proofs != nil {
				if _, err := src.Proofs.Match(source.Quote{Text: q.Text}); err != nil { // the words alone are a passage too
					c.fail(what, "without its credit %v", err)
				}
			}
		case q.Place != nil || q.Status != Paraphrase && q.Status != NotChecked:
			c.fail(what, "it is called %s", q.Status)
		}
		if len(q.Names) > 0 && !slices.Contains(q.Names, q.By) {
			c.fail(what, "%s is not among the names of its speaker", q.By)
		}
		if c.Whole() && q.Credit != "" && q.Status != Paraphrase && !briefing.Credits(q.By, q.Names, q.Credit) {
			c.fail(what, "the credit does not name %s", q.By)
		}
	}
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 40 {
		return string(r[:38]) + "…"
	}
	return s
}

func (c *checker) tables() {
	for i := range c.Tables {
		w := &c.Tables[i]
		t, err := w.table(c.YearStarts)
		if err != nil {
			c.fail("the table "+w.ID, "%v", err)
			continue
		}
		for k := range t.Rows {
			row := &t.Rows[k]
			what := "the row " + row.Name + " of " + w.ID
			if n := len(briefing.SplitExcerpts(row.Excerpt)); len(w.Rows[k].Places) != n {
				c.fail(what, "it has %d excerpts and %d places", n, len(w.Rows[k].Places))
			}
			for j, words := range briefing.SplitExcerpts(row.Excerpt) {
				if j < len(w.Rows[k].Places) && w.Rows[k].Places[j] != nil {
					c.passage(what, source.Quote{Text: words}, w.Rows[k].Places[j])
				}
			}
			if row.Excerpt == "" {
				continue
			}
			for col := range t.Columns {
				if slices.Contains(w.Own, t.Columns[col].Name) {
					continue
				}
				if _, err := briefing.HoldCell(t, row, col); err != nil {
					c.fail(what, "%v", err)
				}
			}
		}
	}
}

// table is the table as evidence reads it.
func (w *Table) table(yearStarts int) (*table.Table, error) {
	unit, err := source.ParseUnit(w.Unit)
	if err != nil {
		return nil, err
	}
	t := &table.Table{ID: w.ID, Unit: unit, Calendar: value.Calendar{YearStarts: yearStarts}}
	for _, name := range w.Columns {
		t.Columns = append(t.Columns, table.Column{Name: name})
	}
	for _, r := range w.Rows {
		unit, err := source.ParseUnit(r.Unit)
		if err != nil {
			return nil, err
		}
		if len(r.Cells) != len(w.Columns) {
			return nil, fmt.Errorf("the row %s has %d cells", r.Name, len(r.Cells))
		}
		row := table.Row{Name: r.Name, Unit: unit, Excerpt: r.Excerpt}
		for _, text := range r.Cells {
			row.Cells = append(row.Cells, table.Cell{Text: text, Form: &table.Form{Kind: table.DataCell}})
		}
		t.Rows = append(t.Rows, row)
	}
	if !t.SetDateOrders(w.Dates) {
		return nil, fmt.Errorf("%q is no way to read its dates", w.Dates)
	}
	return t, nil
}

func (c *checker) figures() {
	for i := range c.Figures {
		f := &c.Figures[i]
		what := "the figure " + f.ID
		v, err := c.reckoning.Value(f.ID)
		if err != nil {
			c.fail(what, "%v", err)
			continue
		}
		if got := v.String(); got != f.Value {
			c.fail(what, "it is %s, not %s", got, f.Value)
		}
		if f.Excerpt == "" || f.Cell != nil && f.Place == nil {
			continue
		}
		if f.Place != nil {
			c.passage(what, source.Quote{Text: f.Excerpt}, f.Place)
		}
		if _, err := source.Says(f.Excerpt, v); err != nil {
			c.fail(what, "%v", err)
		}
	}
}

// stated is what a figure rests on.
func (c *checker) stated(id string) (*formula.Stated, error) {
	f := c.figure(id)
	if f == nil {
		return nil, nil
	}
	s := &formula.Stated{Formula: strings.TrimSpace(f.Formula), Unit: f.Unit, Words: f.Words}
	switch {
	case s.Formula != "":
	case f.Cell != nil:
		s.Cell = &[3]string{f.Cell.Table, f.Cell.Row, f.Cell.Column}
	default:
		v, err := source.ParseValue(f.Value)
		if err != nil {
			return nil, err
		}
		s.Value = &v
	}
	return s, nil
}

func (c *checker) cell(tab, row, column string) (value.Value, error) {
	w := c.table(tab)
	if w == nil {
		return value.Value{}, fmt.Errorf("there is no table %q", tab)
	}
	t, err := w.table(c.YearStarts)
	if err != nil {
		return value.Value{}, err
	}
	return t.Value(row, column)
}

func (c *checker) claims() {
	for _, k := range c.Claims {
		if k.Holds == "" && k.Truth == "" && k.Why == "" {
			continue // words alone
		}
		what := "the claim " + k.Holds + " of " + k.Of
		claim, err := formula.ParseClaim(k.Holds)
		if err != nil {
			c.fail(what, "%v", err)
			continue
		}
		v, err := claim.Eval(c.reckoning.Env())
		switch {
		case err != nil:
			c.fail(what, "%v", err)
		case v.Truth.String() != k.Truth || v.Why != k.Why:
			c.fail(what, "it is %s: %s", v.Truth, v.Why)
		}
	}
}
