// Package charts draws charts as vectors from one specification: scales, ticks, number formats, labels and colours are
// decided here once, for every file format. One file a kind; catalog.go lists them.
package charts

import (
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// Spec is one chart as its author meant it, figures filled in.
type Spec struct {
	ID          string
	Kind        string // catalog name or "auto"
	At, KindAt  diag.Span
	Title       string // the claim
	Measure     string // what is shown
	Unit        string // unit, period
	Table       *table.Table
	X           string   // name of the category column, "" = the table's first
	Y           []string // value columns, nil = all others
	Size        string   // bubble: column
	Totals      []string // waterfall: steps that are totals, besides first and last
	Band        *Band
	Highlight   string            // a category or a series
	Order       string            // given, value, "" = the kind's own
	Scale       string            // linear, log
	Rounded     bool              // parts may miss their sum by half a unit of the last printed digit each
	Labels      string            // where the unit stands: all, first, axis; "" = all
	Height      string            // s, m, l
	Scenario    map[string]string // column → actual, previous, plan, forecast
	Alt         string
	Annotations []Annotation
	Entities    map[string]int // entity name → series colour 1–8
	Format      value.Format
	Grey        bool       // print: grey
	Today       value.Date // the briefing's date: what begins after it is a forecast
	Language    string     // of the words that the chart prints: zh, or English

	// Places are where the chart's keys stand ("highlight", "x", "totals"), for messages; a key that is not there is
	// reported at At.
	Places map[string]diag.Span

	Pool *Pool // set where a block read the table and judged it in its own words

	Kinds []Kind // the catalog that its kind is of; nil: Catalog
}

// Pool is a table of what parties take of each part of a whole.
type Pool struct {
	Alike bool // its parts are drawn as wide as each other, whatever their size
}

// Chart is a spec that was judged: its kind chosen, its table read. Only a chart can be drawn. What stands around it is said by
// whoever places it, on a copy.
type Chart struct {
	Spec            // Kind is the one drawn
	Is       Kind   // its traits
	Why      string // why auto chose the kind
	Problems *diag.List

	Source  string  // finished source line, for the alt text
	Share   *Domain // common scale forced by the block around it (two_charts, chart_grid); nil: own scale
	Inner   Inner   // what the charts around it in a grid say for it
	Context bool    // another chart of the grid carries the message: this one is in the colours of context

	n *numbers // what its table says
}

// Of is the chart with the source line that its alternative text names: a copy.
func (c *Chart) Of(source string) *Chart {
	own := *c
	own.Source = source
	return &own
}

// place is where a key stands.
func (s *Spec) place(key string) diag.Span {
	if at, ok := s.Places[key]; ok && !at.IsZero() {
		return at
	}
	if key == "kind" && !s.KindAt.IsZero() {
		return s.KindAt
	}
	return s.At
}

// UnitLine is what the caption says under the title: measure, then unit and period, with what the reader must know of the
// scale.
func (c *Chart) UnitLine() string {
	measure, unit := c.UnitParts()
	if measure != "" && unit != "" {
		return measure + c.lang().comma() + unit
	}
	return measure + unit
}

// UnitParts are the measure, and apart from it unit, period and scale. Where the author names no unit it is that of the
// values.
func (c *Chart) UnitParts() (measure, unit string) {
	measure, unit = c.Measure, c.Unit
	if measure == "" && unit == "" {
		measure = c.onlySeries()
	}
	if unit == "" && c.Is.form != stepForm {
		unit = c.Format.UnitLabel(c.n.unit)
		if k := c.n.unit.Kind; c.Measure == "" && (k == value.Percent || k == value.Times) {
			unit = "" // alone it says nothing that the values do not
		}
	}
	if c.Scale == "log" {
		if unit != "" {
			unit += c.lang().comma()
		}
		if c.Is.form == pointForm { // of the two axes only one is
			unit += c.lang().words().LogUpright
		} else {
			unit += c.lang().words().LogScale
		}
	}
	return measure, unit
}

// onlySeries is the name of the one column that is drawn: where the author says nothing else, it says what the chart measures.
func (c *Chart) onlySeries() string {
	if len(c.n.cols) != 1 || c.Is.form != matrixForm {
		return ""
	}
	name := strings.TrimSpace(c.n.cols[0].name)
	switch strings.ToLower(name) {
	case "value", "values", "number", "数值", "值":
		return "" // said of every chart
	}
	return name
}

// Domain is a value range that several charts share, with the longest label among them.
type Domain struct {
	Min, Max float64
	Label    string
	room     axisRoom // see OneScale
}

// Inner says whose axis labels a chart in a grid leaves to others: the chart to its left, the chart below.
type Inner struct{ Left, Bottom bool }

// SameNames says that charts have the same categories, so that one may print them for those above it.
func SameNames(charts []*Chart) bool {
	for _, c := range charts {
		if !slices.EqualFunc(c.n.cats, charts[0].n.cats, func(a, b category) bool { return a.name == b.name }) {
			return false
		}
	}
	return true
}

// Band is a range of the value axis with a name.
type Band struct {
	Value value.Value
	Label string
	At    diag.Span
}

// Annotation is one computed mark. Kind is callout, difference, cagr, reference, band, event, forecast or trend.
type Annotation struct {
	Kind     string
	At       diag.Span
	Series   string
	On       string // callout, event: the category
	From, To string // difference, cagr: categories; forecast: From is its first category
	Relative bool   // difference
	Value    *value.Value
	Label    string // callout text, reference and band and event label
	Trend    string // linear, "polynomial 2", "sma 3", "ema 3", "bollinger 20", "macd"
}

// Style is what a drawing needs besides its numbers.
type Style struct {
	Look   *assets.Look
	Fonts  *typeset.Fonts
	Medium scene.Medium
	// Proof is the number of the proof of a cell, by its place and its row's; nil or 0: none.
	Proof func(t *table.Table, row, cell diag.Span) int
}
