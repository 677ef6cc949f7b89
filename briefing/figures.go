package briefing

import (
	"errors"
	"strings"

	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
)

// readFigures reads the figures' own words; values are computed at first use, so that order does not matter.
func (r *resolver) readFigures(n *outline.Node) {
	if n == nil || n.Null {
		return
	}
	r.nodes = map[string]*outline.Node{}
	for _, k := range n.Keys {
		f := &Figure{ID: k.Name, At: k.Key, Unit: k.Words("unit"), Period: k.Words("period"), Subject: k.Words("subject"), Good: k.Words("good"),
			Excerpt: k.Words("excerpt"), Note: r.prose(k.Get("note")), Basis: k.Words("basis"),
			Formula: k.Words("formula"), Places: -1, ValueAt: k.At}
		if e := k.Get("excerpt"); e != nil {
			f.Excerpted = e.At
		}
		r.figures[f.ID], r.nodes[f.ID] = f, k
		r.b.Figures = append(r.b.Figures, f)
	}
	r.reckoning.Names = r.figureIDs()
	for _, f := range r.b.Figures {
		r.compute(f)
		r.reckoned(f)
	}
	for _, f := range r.b.Figures {
		r.across(f)
	}
	for _, f := range r.b.Figures {
		f.Label = r.prose(r.nodes[f.ID].Get("label"))
	}
	r.used = nil
}

// stated is what a figure rests on, as typed.
func (r *resolver) stated(id string) (*formula.Stated, error) {
	n := r.nodes[id]
	if n == nil {
		return nil, nil
	}
	s := &formula.Stated{Unit: n.Words("unit"), Words: n.Words("words")}
	switch {
	case n.Has("value"):
		v := r.amount(n.Get("value"))
		s.Value = &v
	case n.Has("from"):
		s.Cell = &[3]string{n.Get("from").Words("data"), n.Get("from").Words("row"), n.Get("from").Words("column")}
	case n.Has("formula"):
		s.Formula = strings.TrimSpace(n.Get("formula").Text)
	}
	return s, nil
}

// compute gives a figure its value and its sources; figures that it names are computed first.
func (r *resolver) compute(f *Figure) {
	n := r.nodes[f.ID]
	f.Value, _ = r.reckoning.Value(f.ID) // not known in its own making
	if f.computed {
		f.Value.At = f.ValueAt
		return
	}
	f.computed = true
	for _, k := range [...]string{"value", "from", "formula"} {
		if n.Has(k) {
			f.ValueAt = n.Get(k).At
		}
	}
	f.WordsAt = place(n, "words")
	f.Value.At = f.ValueAt
	switch {
	case n.Has("from"):
		from := n.Get("from")
		f.FromCell, f.Cell = true, [3]string{from.Words("data"), from.Words("row"), from.Words("column")}
		r.fromRow(f)
	case n.Has("formula"):
		if fm, err := formula.ParseFormula(f.Formula); err == nil {
			f.names = fm.Names()
			for _, name := range f.names {
				if o := r.figures[name]; o != nil {
					r.compute(o)
					f.Sources = union(f.Sources, o.Sources)
				}
			}
		}
	}
	if s := n.Get("source"); s != nil {
		f.Sources = r.sourceListQuiet(s)
	} else if len(f.Sources) == 0 && f.Excerpt != "" && len(r.b.Sources) == 1 {
		f.Sources = r.b.Sources
	}
}

// fromRow gives a figure of a table's cell the excerpt and the sources of its row.
func (r *resolver) fromRow(f *Figure) {
	t := r.b.Tables[f.Cell[0]]
	if t == nil {
		return
	}
	if row := t.Row(f.Cell[1]); row != nil && f.Excerpt == "" && t.Column(f.Cell[2]) >= 0 {
		f.Excerpt, f.Excerpted = row.Excerpt, row.ExcerptAt
	}
	for _, id := range t.Source {
		if s := r.sources[id]; s != nil {
			f.Sources = append(f.Sources, s)
		}
	}
}

// reckoned reports what is wrong with a figure, where it stands.
func (r *resolver) reckoned(f *Figure) {
	_, err := r.reckoning.Value(f.ID)
	var wrong *formula.FigureError
	if !errors.As(err, &wrong) {
		return
	}
	n := r.nodes[f.ID].Get(string(wrong.Part))
	switch wrong.Part {
	case formula.InCell:
		r.noCell(n, wrong.Err)
	case formula.InUnit:
		r.valueError(n, "E-UNIT", wrong.Err)
	default:
		r.valueError(n, "E-FORMULA", wrong.Err)
	}
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

// noCell reports a cell that is not there or cannot be read.
func (r *resolver) noCell(n *outline.Node, err error) {
	t := r.b.Tables[n.Words("data")]
	if t == nil {
		return // reported with the reference
	}
	names := make([]string, len(t.Rows))
	for i := range t.Rows {
		names[i] = t.Rows[i].Name
	}
	at, hint := place(n, "row"), whichOf("rows are named by the first column: ", names)
	if named := t.Row(n.Words("row")); named != nil {
		if c := t.Column(n.Words("column")); c < 0 {
			names = names[:0]
			for _, c := range t.Columns {
				names = append(names, c.Name)
			}
			at, hint = place(n, "column"), whichOf("columns are named by the first row: ", names)
		} else {
			at, hint = named.Cells[c].At, ""
		}
	}
	if at.IsZero() {
		at = n.At
	}
	r.l.Error(at, "E-DATA", hint, "%v", err)
}

// whichOf is the hint to a name that a table does not have: those that it has.
func whichOf(rule string, names []string) string {
	const most = 8
	more := ""
	if len(names) > most {
		names, more = names[:most], " …"
	}
	return rule + strings.Join(names, ", ") + more
}

// tableCell is the value of a cell that a figure, formula or claim names.
func (r *resolver) tableCell(tab, row, column string) (value.Value, error) {
	t := r.b.Tables[tab]
	if t == nil {
		return value.Value{}, errNoTable(tab)
	}
	return t.Value(row, column)
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
		c, err := formula.ParseClaim(strings.TrimSpace(k.Text))
		if err != nil {
			r.valueError(k, "E-FORMULA", err)
			continue
		}
		v, err := c.Eval(r.reckoning.Env())
		if err != nil {
			r.valueError(k, "E-FORMULA", err)
			continue
		}
		r.b.Claims = append(r.b.Claims, &Claim{Holds: c.String(), Of: of, At: k.At, Verdict: v, Figures: c.Names(), Cells: c.Cells()})
		switch v.Truth {
		case formula.False:
			r.l.Error(k.At, "E-HOLDS", "correct the title or the figures", "%s is false: %s", strings.TrimSpace(k.Text), v.Why)
		case formula.CannotKnow:
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
		kpi := r.b.kpi(r.object(k, n.Field.Shape))
		if kpi.Figure != nil { // no block prints it with its source line
			kpi.Note = r.after(kpi.Note, kpi.Figure.Note)
		}
		out = append(out, kpi)
	}
	return out
}

// bigNumbers are the figures that a theme or the summary shows as big numbers.
func bigNumbers(n *outline.Node) (ids []string) {
	for _, k := range items(n.Get("kpis")) {
		if ids = append(ids, k.Text); k.Has("figure") {
			ids = append(ids, k.Words("figure"))
		}
	}
	return ids
}

// KPIs is a list of big numbers.
func (f Fields) KPIs(name string, b *Briefing) []KPI {
	var out []KPI
	for _, i := range f.List(name) {
		out = append(out, b.kpi(i))
	}
	return out
}

// big is a value as a big number and the label below it, which together have all of its unit: $62/kWh, 31 months, 1.2亿千瓦. What
// is counted stands in the label where a scale or a currency makes the number one by itself: 6 bn, of parameters.
func (b *Briefing) big(v value.Value, label Prose) (string, Prose) {
	u := v.Unit
	if v.Words != "" || u.Noun == "" || u.Scale == "" && u.Currency == "" || u.Noun[0] == '/' || isHan([]rune(u.Noun)[0]) {
		return v.Whole(b.Format), label
	}
	if !strings.Contains(strings.ToLower(label.String()), strings.ToLower(u.Noun)) {
		noun := u.Noun
		if !label.Empty() {
			noun += ", "
		}
		label = append(Plain(noun), label...)
	}
	return v.Label(b.Format), label
}

// kpi reads one big number: a figure or a value, its label and its change.
func (b *Briefing) kpi(f Fields) KPI {
	k := KPI{At: f.Place(), node: f.node, Figure: f.Figure("figure"), Label: f.Prose("label"), Note: f.Prose("note")}
	if k.Figure != nil {
		k.Value = k.Figure.Value
		if k.Label.Empty() {
			k.Label = k.Figure.Label
		}
	} else {
		k.Value = f.Value("value")
	}
	k.Short, k.Label = b.big(k.Value, k.Label)
	if f.Has("delta") {
		d := f.Value("delta")
		lo, _ := d.Floats()
		up := lo > 0
		k.Delta = &Delta{Value: d, Text: signed(d, b.Format), Up: up, Good: up == (k.Figure == nil || k.Figure.Good != "down")}
	}
	for _, p := range f.part("spark").items {
		lo, _ := p.value.Floats()
		k.Spark = append(k.Spark, lo)
	}
	return k
}

// signed is a change with its sign and all of its unit.
func signed(v value.Value, f value.Format) string {
	f.Plus = true
	return v.Whole(f)
}
