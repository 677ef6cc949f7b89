package briefing

import (
	"strings"

	"roadshow/briefing/evidence"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// States of a figure while formulas are being followed.
const (
	untouched uint8 = iota
	busy
	ready
)

// readFigures reads the figures' own words; values are computed at first use, so that order does not matter.
func (r *resolver) readFigures(n *outline.Node) {
	if n == nil || n.Null {
		return
	}
	r.nodes = map[string]*outline.Node{}
	r.formula = map[*Figure]*evidence.Formula{}
	for _, k := range n.Keys {
		f := &Figure{ID: k.Name, At: k.Key, Unit: k.Words("unit"), Good: k.Words("good"), Excerpt: k.Words("excerpt"), Basis: k.Words("basis"),
			Formula: k.Words("formula"), Places: -1, ValueAt: k.At}
		if e := k.Get("excerpt"); e != nil {
			f.Excerpted = e.At
		}
		r.figures[f.ID], r.nodes[f.ID] = f, k
		r.b.Figures = append(r.b.Figures, f)
	}
	for _, f := range r.b.Figures {
		r.compute(f)
	}
	for _, f := range r.b.Figures {
		f.Label = r.prose(r.nodes[f.ID].Get("label"))
	}
	r.used = nil
}

// compute gives a figure its value: typed, from a cell, or by formula over other figures.
func (r *resolver) compute(f *Figure) {
	n := r.nodes[f.ID]
	switch f.state {
	case ready:
		return
	case busy:
		at := place(n, "formula")
		if at.IsZero() {
			at = place(n, "value")
		}
		r.l.Error(at, "E-FORMULA", "a figure cannot follow from itself", "the value of %s leads back to %s", f.ID, f.ID)
		f.state = ready
		return
	}
	f.state = busy
	defer func() { f.state = ready }()
	f.Value.State = evidence.Unknown
	switch {
	case n.Has("value"):
		f.ValueAt = n.Get("value").At
		f.Value = r.amount(n.Get("value"))
	case n.Has("from"):
		f.ValueAt, f.FromCell = n.Get("from").At, true
		f.Cell = [3]string{n.Get("from").Words("data"), n.Get("from").Words("row"), n.Get("from").Words("column")}
		f.Value = r.cell(f, n.Get("from"))
	case n.Has("formula"):
		f.ValueAt = n.Get("formula").At
		f.Value = r.evaluate(f, n.Get("formula"))
	}
	if u := n.Get("unit"); u != nil && !u.Null && f.Value.Unit == (evidence.Unit{}) {
		unit := r.unit(u)
		if unit.Kind == evidence.Percent && n.Has("formula") {
			f.Value = hundredfold(f.Value) // a ratio of 0.13 is 13%
		}
		f.Value.Unit = unit
	}
	if w := n.Words("words"); w != "" {
		f.Value.Words, f.WordsAt = w, n.Get("words").At
	}
	f.Value.At = f.ValueAt
	if s := n.Get("source"); s != nil {
		f.Sources = r.sourceListQuiet(s)
	} else if len(f.Sources) == 0 && f.Basis == "" && f.Excerpt != "" && len(r.b.Sources) == 1 {
		f.Sources = r.b.Sources
	}
}

// hundredfold is a ratio as a percentage.
func hundredfold(v evidence.Value) evidence.Value {
	f, err := evidence.ParseFormula("ratio * 100")
	if err != nil {
		return v
	}
	out, err := f.Eval(evidence.FormulaEnv{Figure: func(string) (evidence.Value, bool) { return v, true }})
	if err != nil {
		return v
	}
	return out
}

// sourceListQuiet looks sources up without counting a use: a figure is used where it is printed.
func (r *resolver) sourceListQuiet(n *outline.Node) []*Source {
	var out []*Source
	for _, k := range one(n) {
		if s := r.sources[k.Text]; s != nil {
			out = append(out, s)
		}
	}
	return out
}

// cell is the value of one cell of a data table.
func (r *resolver) cell(f *Figure, n *outline.Node) evidence.Value {
	none := evidence.Value{State: evidence.Unknown}
	t := r.b.Tables[n.Words("data")]
	if t == nil {
		return none
	}
	row, column := n.Words("row"), n.Words("column")
	v, err := t.Value(row, column)
	if err != nil {
		var at diag.Span
		hint := ""
		switch named, c := t.Row(row), t.Column(column); {
		case named == nil:
			at, hint = place(n, "row"), "rows are named by the first column"
		case c < 0:
			at, hint = place(n, "column"), "columns are named by the first row"
		default:
			at = named.Cells[c].At
		}
		if at.IsZero() {
			at = n.At
		}
		r.l.Error(at, "E-DATA", hint, "%v", err)
		return none
	}
	if named := t.Row(row); f.Excerpt == "" {
		f.Excerpt, f.Excerpted = named.Excerpt, named.ExcerptAt
	}
	for _, id := range t.Source {
		if s := r.sources[id]; s != nil {
			f.Sources = append(f.Sources, s)
		}
	}
	return v
}

// evaluate computes a formula; figures that it names are computed first.
func (r *resolver) evaluate(f *Figure, n *outline.Node) evidence.Value {
	none := evidence.Value{State: evidence.Unknown}
	fm, err := evidence.ParseFormula(strings.TrimSpace(n.Text))
	if err != nil {
		r.valueError(n, "E-FORMULA", err)
		return none
	}
	r.formula[f] = fm
	f.names = fm.Names()
	v, err := fm.Eval(r.formulaEnv(f))
	if err != nil {
		r.valueError(n, "E-FORMULA", err)
		return none
	}
	return v
}

// formulaEnv is what a formula may name. into collects the sources of what it names, when it is not nil.
func (r *resolver) formulaEnv(into *Figure) evidence.FormulaEnv {
	return evidence.FormulaEnv{
		Formula: func(name string) *evidence.Formula { return r.formula[r.figures[name]] },
		Names:   r.figureIDs(),
		Figure: func(name string) (evidence.Value, bool) {
			f := r.figures[name]
			if f == nil {
				return evidence.Value{}, false
			}
			r.compute(f)
			if into != nil {
				into.Sources = union(into.Sources, f.Sources)
			}
			return f.Value, true
		},
		Cell: func(table, row, column string) (evidence.Value, error) {
			t := r.b.Tables[table]
			if t == nil {
				return evidence.Value{}, errNoTable(table)
			}
			return t.Value(row, column)
		},
	}
}

func (r *resolver) figureIDs() []string {
	ids := make([]string, len(r.b.Figures))
	for i, f := range r.b.Figures {
		ids[i] = f.ID
	}
	return ids
}

type errNoTable string

func (e errNoTable) Error() string { return "there is no data named " + string(e) }

func union(a, b []*Source) []*Source {
	for _, s := range b {
		found := false
		for _, o := range a {
			found = found || o == s
		}
		if !found {
			a = append(a[:len(a):len(a)], s)
		}
	}
	return a
}

// holds checks what a title says as arithmetic; of is the id of its theme or block.
func (r *resolver) holds(n *outline.Node, of string) {
	if n == nil || n.Null {
		return
	}
	for _, k := range one(n) {
		c, err := evidence.ParseClaim(strings.TrimSpace(k.Text))
		if err != nil {
			r.valueError(k, "E-FORMULA", err)
			continue
		}
		v, err := c.Eval(r.formulaEnv(nil))
		if err != nil {
			r.valueError(k, "E-FORMULA", err)
			continue
		}
		r.b.Claims = append(r.b.Claims, &Claim{Holds: c.String(), Of: of, At: k.At, Verdict: v, Figures: c.Names(), Cells: c.Cells()})
		switch v.Truth {
		case evidence.False:
			r.l.Error(k.At, "E-HOLDS", "correct the title or the figures", "%s is false: %s", strings.TrimSpace(k.Text), v.Why)
		case evidence.CannotKnow:
			r.l.Error(k.At, "E-HOLDS", "claim only what holds for every possible value", "%s cannot be known: %s", strings.TrimSpace(k.Text), v.Why)
		}
	}
}

// kpis reads a list of figure ids and KPI items.
func (r *resolver) kpis(n *outline.Node) []KPI {
	var out []KPI
	if n == nil || n.Null || n.Field == nil || n.Field.Shape == nil {
		return nil
	}
	for _, k := range items(n) {
		out = append(out, r.b.kpi(r.object(k, n.Field.Shape)))
	}
	return out
}

// KPIs is a list of big numbers.
func (f Fields) KPIs(name string, b *Briefing) []KPI {
	var out []KPI
	for _, i := range f.List(name) {
		out = append(out, b.kpi(i))
	}
	return out
}

// big is a value as a big number: its label form, and what is counted where no scale or currency stands between them
// ("31 months", but "6 bn", whose label says of what).
func (b *Briefing) big(v evidence.Value) string {
	if v.Words != "" {
		return v.Label(b.Format)
	}
	return b.counted(v.Label(b.Format), v.Unit)
}

// counted adds what is counted to a number that no scale and no currency explain.
func (b *Briefing) counted(s string, u evidence.Unit) string {
	if u.Noun != "" && u.Scale == "" && u.Currency == "" && !strings.HasPrefix(u.Noun, "/") && !strings.Contains(s, u.Noun) {
		s += " " + u.Noun
	}
	return s
}

// kpi reads one big number: a figure or a value, its label and its change.
func (b *Briefing) kpi(f Fields) KPI {
	k := KPI{At: f.Place(), Figure: f.Figure("figure"), Label: f.Prose("label"), Note: f.Prose("note")}
	if k.Figure != nil {
		k.Value = k.Figure.Value
		if k.Label.Empty() {
			k.Label = k.Figure.Label
		}
	} else {
		k.Value = f.Value("value")
	}
	k.Short = b.big(k.Value)
	if f.Has("delta") {
		d := f.Value("delta")
		lo, _ := d.Floats()
		up := lo > 0
		k.Delta = &Delta{Value: d, Text: b.counted(d.Signed(b.Format), d.Unit), Up: up, Good: up == (k.Figure == nil || k.Figure.Good != "down")}
	}
	for _, p := range f.part("spark").items {
		lo, _ := p.value.Floats()
		k.Spark = append(k.Spark, lo)
	}
	return k
}
