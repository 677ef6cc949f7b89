package charts

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// check is a chart being judged.
type check struct {
	*Chart
	l *diag.List
}

// Judge resolves `auto`, reads the table as the kind needs it and notes what cannot be drawn: cells that are no numbers, at
// their place in the data; tables of another shape; annotations that a bound makes unknowable; forms that mislead.
func Judge(s Spec) *Chart {
	c := &Chart{Spec: s, Problems: &diag.List{}, n: &numbers{}}
	(&check{c, c.Problems}).judge()
	return c
}

func (c *check) judge() {
	if c.Table == nil || len(c.Table.Rows) == 0 {
		c.Kind = or(c.Kind, "auto")
		c.l.Error(c.At, "E-CHART", "give the chart data: or values:", "this chart has nothing to draw")
		return
	}
	if c.Kind == "auto" || c.Kind == "" {
		c.Kind, c.Why = c.choose()
	}
	if !c.become(c.Kind) {
		refuse(&c.Spec, c.l)
		return
	}
	if c.Is.crowded && len(c.Table.Rows) > limits.Marks.N() {
		c.l.Limit(c.At, limits.Marks)
		return
	}
	if c.longName() {
		return
	}
	c.n = read(c.Chart, c.l)
	if !c.shape() || c.Pool != nil {
		return
	}
	c.Is.check(c)
	c.known()
	c.totalAmongParts()
	c.toldApart()
	c.unitLine()
	c.future()
	c.names()
	c.unplacedYears()
	c.unlikePeriods()
	c.periodsAsSeries()
	for _, a := range c.Annotations {
		c.annotation(a)
	}
}

// longName reports the first name that is too long to be drawn: lines are broken in time that grows faster than a word.
func (c *check) longName() bool {
	for i := range c.Table.Columns {
		if col := &c.Table.Columns[i]; limits.DrawnName.Longer(col.Name) {
			c.l.Limit(cmp.Or(col.At, c.At), limits.DrawnName)
			return true
		}
	}
	for i := range c.Table.Rows {
		if r := &c.Table.Rows[i]; limits.DrawnName.Longer(r.Name) {
			c.l.Limit(cmp.Or(r.At, c.At), limits.DrawnName)
			return true
		}
	}
	return false
}

// become makes the chart one of a kind, perhaps another than its author's: the one that its table asks for.
func (c *check) become(kind string) bool {
	k, ok := kindOf(c.kinds(), kind)
	c.Kind, c.Is = kind, k
	return ok
}

// shape reports a table that the kind cannot draw; the message names the columns expected.
func (c *check) shape() bool {
	if len(c.n.cols) == 0 {
		if !c.l.Failed(false) || c.Is.form == matrixForm && len(c.Table.Columns) == 0 {
			c.wrongShape(c.l, 0)
		}
		return false
	}
	return true
}

// wrongShape names the columns that the kind draws.
func (s *Chart) wrongShape(l *diag.List, columns int) {
	at := s.place("kind")
	if s.Table != nil && !s.Table.At.IsZero() && s.Table.ID == "" {
		at = s.Table.At
	}
	l.Error(at, "E-CHART", "name the columns to draw with x and y, or choose another kind", "a %s chart draws %s; these data have %s", s.Kind, s.Is.Columns, describe(s.Table, columns))
}

// describe says what a table holds.
func describe(t *table.Table, columns int) string {
	if t == nil {
		return "nothing"
	}
	names := make([]string, 0, len(t.Columns))
	for _, c := range t.Columns {
		names = append(names, or(c.Name, "value"))
	}
	if len(names) == 0 {
		return "one column only"
	}
	return "{" + or(t.Corner, "name") + ", " + strings.Join(names, ", ") + "}"
}

// names checks what the outline says about categories and series.
func (c *check) names() {
	c.oneName()
	if c.Highlight != "" && c.n.cat(c.Highlight) < 0 && c.n.col(c.Highlight) < 0 {
		c.l.Error(c.place("highlight"), "E-REF", c.near(c.Highlight), "highlight names neither a category nor a series: %q", c.Highlight)
	}
	for _, name := range sortedKeys(c.Scenario) {
		if c.n.cat(name) < 0 && c.n.col(name) < 0 {
			c.l.Error(c.place("scenario"), "E-REF", c.near(name), "scenario names neither a category nor a series: %q", name)
		}
	}
	c.calledActual()
	c.pinnedAlike()
	if c.Band != nil {
		c.ends(c.Band.Value, c.Band.At)
	}
	if c.Band != nil && c.Is.form == matrixForm {
		c.sameUnit(c.Band.Value, c.Band.At, "the band")
	}
}

// oneName refuses two categories or two series of one name, and those without any: a reader, and whoever addresses one, must
// know which is meant. Points and bars of a schedule may share a name that nobody addresses.
func (c *check) oneName() {
	shared := c.Is.form == pointForm || c.Is.form == stepForm
	seen := make(map[string]int, len(c.n.cats))
	for i, x := range c.n.cats {
		first, twice := seen[x.name]
		seen[x.name] = i
		switch {
		case x.name == "" && !shared && len(c.n.cats) > 1:
			c.l.Error(*x.at, "E-CHART", "name it in the first column, or leave it out", "a row of this chart has no name")
			return
		case twice && (!shared || c.Highlight == x.name):
			hint := "give each row a name of its own; where a row holds one value of a series, set series: {name, value} on the data"
			c.l.Error(*x.at, "E-CHART", hint, "two rows of this chart are named %q; the first stands %s", x.name, Where(*c.n.cats[first].at))
			return
		}
	}
	if !shared && c.onePeriod() {
		return
	}
	names := map[string]bool{}
	for _, x := range c.n.cols {
		if names[x.name] || x.name == "" && len(c.n.cols) > 1 && !shared {
			what := "two columns of this chart are named " + strconv.Quote(x.name)
			if x.name == "" {
				what = "a column of this chart has no name"
			}
			c.l.Error(x.at, "E-CHART", "give each column a name of its own, or choose with y", "%s", what)
			return
		}
		names[x.name] = true
	}
}

// Where says a place in a sentence.
func Where(at diag.Span) string {
	if at.Line == 0 {
		return "in " + at.Note
	}
	return "in line " + strconv.Itoa(at.Line)
}

// pinnedAlike warns of two entities of one chart that have one colour. Points name themselves, and a colour may group them.
func (c *check) pinnedAlike() {
	var names []string
	switch {
	case len(c.Entities) < 2, c.Is.colours == ownColours:
		return
	case c.Is.colours == rowColours || len(c.n.cols) == 1:
		for _, x := range c.n.cats {
			names = append(names, x.name)
		}
	default:
		for _, x := range c.n.cols {
			names = append(names, x.name)
		}
	}
	first := map[int]string{}
	for _, name := range names {
		e := c.Entities[name]
		if e < 1 || e > 8 {
			continue
		}
		if other, taken := first[e]; taken && other != name {
			c.l.Warn(c.At, "W-PALETTE", "give one of them another number under entities:", "%s and %s look alike here: both are pinned to colour %d", other, name, e)
			return
		}
		first[e] = name
	}
}

// toldApart refuses parts for which the palette has no colours left: two parts in one grey are one part to a reader.
func (c *check) toldApart() {
	if n := len(c.n.cols); c.Is.layers && n > 8 {
		c.l.Error(c.place("kind"), "E-CHART", "merge the small ones, or use a table block", "%d parts are more than there are colours to tell them apart: 8", n)
	}
}

// near is a hint with the nearest name of the chart.
func (c *check) near(name string) string {
	var names []string
	for _, x := range c.n.cats {
		names = append(names, x.name)
		if len(names) > 200 {
			break
		}
	}
	for _, x := range c.n.cols {
		names = append(names, x.name)
	}
	if h := diag.DidYouMean(name, names); h != "" {
		return h
	}
	if len(names) > 8 {
		names = append(names[:8], "…")
	}
	return "this chart has: " + strings.Join(names, ", ")
}

func (c *check) sameUnit(v value.Value, at diag.Span, what string) {
	if v.State != value.Known || v.Unit.IsZero() || c.n.unit.IsZero() {
		return
	}
	if !value.SameUnit(v.Unit, c.n.unit) {
		if _, err := v.WithUnit(c.n.unit); err != nil {
			c.l.Error(at, "E-UNIT", "the axis counts "+label(c.n.unit), "%s has another unit than the values: %q", what, label(v.Unit))
		}
	}
}

// annotation checks one computed mark.
func (c *check) annotation(a Annotation) {
	at := a.At
	if at.IsZero() {
		at = c.At
	}
	if a.Series != "" && c.n.col(a.Series) < 0 {
		c.l.Error(at, "E-REF", c.near(a.Series), "the annotation names no series of this chart: %q", a.Series)
		return
	}
	if a.Kind != "trend" && !c.Is.carries(a.Kind) { // trend says of itself where it can stand
		c.l.Error(at, "E-CHART", "leave it out, or say it in a comment", "a %s chart shows no %s", strings.ReplaceAll(c.Kind, "_", " "), a.Kind)
		return
	}
	category := func(name string) bool {
		if name == "" || c.n.cat(name) >= 0 || c.n.col(name) >= 0 {
			return true
		}
		c.l.Error(at, "E-REF", c.near(name), "the %s names no category of this chart: %q", a.Kind, name)
		return false
	}
	switch a.Kind {
	case "callout":
		category(a.On)
	case "event":
		if _, err := c.n.cal.ParseDate(a.On); err != nil || c.Is.form != stepForm && !(c.n.timed && c.n.dated) {
			category(a.On)
		}
	case "forecast":
		category(a.From)
	case "reference", "band":
		if a.Value == nil {
			c.l.Error(at, "E-MISSING", "", "the %s has no value", a.Kind)
			return
		}
		c.sameUnit(*a.Value, at, "the "+a.Kind)
		if lo, hi := a.Value.Floats(); c.Scale == "log" && a.Value.State == value.Known && !(cell{lo: lo, hi: hi}).logarithmic() {
			c.notOnLog(at, a.Value.Label(c.Format))
		}
		c.ends(*a.Value, at)
		if a.Kind == "reference" && a.Value.Range() {
			c.l.Error(at, "E-CHART", "use band: for a range", "a reference line stands at one value: %s is a range", a.Value.Label(c.Format))
		}
	case "difference":
		if category(a.From) && category(a.To) {
			c.difference(a, at)
		}
	case "cagr":
		if category(a.From) && category(a.To) {
			if _, why := c.n.growth(a, &c.Spec); why != "" {
				c.l.Error(at, "E-CHART", "compare two dated values above zero, or use difference", "growth a year %s", why)
			}
		}
	case "trend":
		c.trend(a, at)
	}
}

// difference refuses what a bound makes unknowable: the gap between two floors.
func (c *check) difference(a Annotation, at diag.Span) {
	k0, i0, k1, i1, ok := c.n.pair(&c.Spec, a)
	if !ok {
		c.l.Error(at, "E-CHART", "name two categories, or two series", "a difference runs from one category to another, or from one series to another")
		return
	}
	from, to := c.n.cols[k0].cells[i0], c.n.cols[k1].cells[i1]
	if _, known := differenceText(from, to, a.Relative, c.Format); !known {
		hint := "leave the annotation out, or say what is known in a callout"
		if !a.Relative || from.missing || to.missing {
			c.l.Error(at, "E-CHART", hint, "the difference cannot be known: %s is %s, %s is %s", a.From, from.text, a.To, to.text)
			return
		}
		c.l.Error(at, "E-CHART", hint, "the relative difference cannot be known, or begins at zero: %s is %s, %s is %s", a.From, from.text, a.To, to.text)
	}
}

// logScale refuses values that a log scale cannot show.
func (c *check) logScale() {
	cols := c.n.cols
	if c.Scale != "log" {
		return
	}
	if c.Is.form == pointForm { // the vertical axis is the logarithmic one
		cols = cols[1:2]
	}
	for _, col := range cols {
		for _, v := range col.cells {
			if !v.missing && !v.logarithmic() {
				c.notOnLog(*v.at, v.text)
				return
			}
		}
	}
}

func (c *check) notOnLog(at diag.Span, text string) {
	c.l.Error(at, "E-CHART", "use scale: linear", "a log scale has no place for %s", text)
	c.Scale = ""
}

// noLog refuses a log scale where it has no meaning.
func (c *check) noLog(hint, why string) {
	if c.Scale == "log" {
		c.l.Error(c.place("scale"), "E-CHART", hint, "%s", why)
		c.Scale = ""
	}
}

func sortedKeys(m map[string]string) []string {
	return slices.Sorted(maps.Keys(m))
}
