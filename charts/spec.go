// Package charts draws charts as vectors from one specification: scales, ticks, number formats, labels and colours are
// decided here once, for every file format. One file a kind; catalog.go lists them.
package charts

import (
	"strings"

	"roadshow/assets"
	"roadshow/briefing/evidence"
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
	Table       *evidence.Table
	X           string   // name of the category column, "" = the table's first
	Y           []string // value columns, nil = all others
	Size        string   // bubble: column
	Totals      []string // waterfall: steps that are totals, besides first and last
	Band        *Band
	Highlight   string            // a category or a series
	Order       string            // given, value, "" = the kind's own
	Scale       string            // linear, log
	Rounded     bool              // parts may miss their sum by half a unit of the last printed digit each
	Labels      string            // DESIGN.md §6.2 unit_on: all, first, axis; "" = all
	Height      string            // s, m, l
	Scenario    map[string]string // column → actual, previous, plan, forecast
	Alt         string
	Annotations []Annotation
	Entities    map[string]int // entity name → series colour 1–8
	Format      evidence.Format
	Grey        bool          // print: grey
	Today       evidence.Date // the briefing's date: what begins after it is a forecast
	Language    string        // of the words that the chart prints: zh, or English
	Source      string        // finished source line, for the alt text
	Share       *Domain       // common scale forced by the block around it (two_charts, chart_grid); nil: own scale
	Inner       Inner         // what the charts around it in a grid say for it
	Context     bool          // another chart of the grid carries the message: this one is in the colours of context

	// Places are where the chart's keys stand ("highlight", "x", "totals"), for messages; a key that is not there is
	// reported at At.
	Places map[string]diag.Span
	// Why says why auto chose the kind, after Check.
	Why string

	judged *numbers // what Check read, nil before
	wrong  bool     // Check found errors: there is nothing to draw
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
// scale. Check must have run.
func (s *Spec) UnitLine() string {
	measure, unit := s.UnitParts()
	if measure != "" && unit != "" {
		return measure + s.lang().comma() + unit
	}
	return measure + unit
}

// UnitParts are the measure, and apart from it unit, period and scale. Where the author names no unit it is that of the
// values. Check must have run.
func (s *Spec) UnitParts() (measure, unit string) {
	measure, unit = s.Measure, s.Unit
	if measure == "" && unit == "" {
		measure = s.onlySeries()
	}
	if unit == "" && s.judged != nil && Named(s.Kind).form != stepForm {
		unit = s.Format.UnitLabel(s.judged.unit)
		if k := s.judged.unit.Kind; s.Measure == "" && (k == evidence.Percent || k == evidence.Times) {
			unit = "" // alone it says nothing that the values do not
		}
	}
	if s.Scale == "log" {
		if unit != "" {
			unit += s.lang().comma()
		}
		if Named(s.Kind).form == pointForm { // of the two axes only one is
			unit += s.lang().words().LogUpright
		} else {
			unit += s.lang().words().LogScale
		}
	}
	return measure, unit
}

// onlySeries is the name of the one column that is drawn: where the author says nothing else, it says what the chart measures.
func (s *Spec) onlySeries() string {
	if s.judged == nil || len(s.judged.cols) != 1 || Named(s.Kind).form != matrixForm {
		return ""
	}
	name := strings.TrimSpace(s.judged.cols[0].name)
	switch strings.ToLower(name) {
	case "value", "values", "number", "数值", "值":
		return "" // said of every chart
	}
	return name
}

// Domain is a value range that several charts share, with the longest label among them: all leave the same room for it.
type Domain struct {
	Min, Max float64
	Label    string
}

// Inner says whose axis labels a chart in a grid leaves to others: the chart to its left, the chart below.
type Inner struct{ Left, Bottom bool }

// SameNames says that charts have the same categories, so that one may print them for those above it. Check must have run.
func SameNames(specs []*Spec) bool {
	for _, s := range specs {
		if s.judged == nil || len(s.judged.cats) != len(specs[0].judged.cats) {
			return false
		}
		for i, c := range s.judged.cats {
			if c.name != specs[0].judged.cats[i].name {
				return false
			}
		}
	}
	return true
}

// Band is a range of the value axis with a name.
type Band struct {
	Value evidence.Value
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
	Value    *evidence.Value
	Label    string // callout text, reference and band and event label
	Trend    string // linear, "polynomial 2", "sma 3", "ema 3", "bollinger 20", "macd"
}

// Style is what a drawing needs besides its numbers.
type Style struct {
	Look   *assets.Look
	Fonts  *typeset.Fonts
	Medium scene.Medium
}
