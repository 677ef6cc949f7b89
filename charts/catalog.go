package charts

import (
	"slices"
	"strings"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// Kind is one way to draw a table: what the rest of the program must know of it, so that its name is asked for nowhere.
type Kind struct {
	Name, Summary string
	Columns       string // the columns expected, in words
	Wide          bool   // needs the full width of a page to be read
	Totals        bool   // a total among the rows is drawn as one

	// check judges a spec whose table was read; draw draws it.
	check   func(*check)
	draw    func(*plot)
	form    form
	marks   string // the annotations that it can carry truthfully
	axis    axisFrom
	stack   stacking
	colours coloured

	rows  func(rowRoom) scene.Pt // the height that its rows need; nil where it has the medium's height
	reach func(*Chart, *hull)    // adds what its marks reach beyond the values
	says  func(*plot) string     // what the alternative text says besides
	// The kinds that it gives way to: with one series, with several, where its names do not fit below it, and for many dates.
	alone, several, lying, overTime string

	stands  bool // bars stand, as far as their names let them
	bars    bool // bars beside each other, which may hold a total
	ranks   bool // rows are ordered by value, unless the author says otherwise
	layers  bool // the series are parts upon each other
	whole   bool // the parts make a whole
	lines   bool // a series is a line, or what is below it
	slopes  bool // lines alone: their slopes are read
	timed   bool // points stand true to time or to their number
	along   bool // rows run along the axis as time does
	levels  bool // marks may be levels, which periods do not add up to
	floats  bool // marks begin anywhere, not at the left
	limits  bool // draws its bands and references itself
	sized   bool // a third number is an area
	widths  bool // the size column is a width
	crowded bool // looks for free places among all marks before it: its work grows with their square
}

// axisFrom says which axis of values charts of a kind may share with others.
type axisFrom uint8

const (
	ownAxis  axisFrom = iota // none
	fromZero                 // lengths
	anywhere                 // positions
)

// coloured says what has the colours of a kind, so that two pinned to one look alike.
type coloured uint8

const (
	bySeries   coloured = iota // the series; the rows where there is only one
	rowColours                 // the rows
	ownColours                 // neither
)

// Tall says that a chart's rows say how high it is.
func (k Kind) Tall() bool { return k.rows != nil }

// Slim says that a chart of few values can be read in the width of a note: bars beside each other, or lines.
func (k Kind) Slim() bool { return k.bars || k.slopes }

// carries says whether a chart can show an annotation truthfully. A difference between parts of a stack would stand at the wrong
// levels; a ring has no value axis.
func (k Kind) carries(annotation string) bool {
	return slices.Contains(strings.Fields(k.marks), annotation)
}

// Catalog lists every kind, in the order of the documentation.
func Catalog() []Kind {
	return []Kind{
		columnKind(),
		barKind(),
		groupedKind(),
		stackedKind(),
		stacked100Kind(),
		lineKind(),
		areaKind(),
		slopeKind(),
		dotKind(),
		dumbbellKind(),
		waterfallKind(),
		mekkoKind(),
		donutKind(),
		scatterKind(),
		bubbleKind(),
		ganttKind(),
		rangeKind(),
		thresholdKind(),
		openRangeKind(),
		waffleKind(),
		funnelKind(),
		heatKind(),
	}
}

// kindOf finds a kind by name.
func kindOf(kinds []Kind, name string) (Kind, bool) {
	for _, k := range kinds {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

// kinds are those that a spec may be of.
func (s *Spec) kinds() []Kind {
	if s.Kinds == nil { // made anew: a chart that kept it would hold the whole catalog
		return Catalog()
	}
	return s.Kinds
}

// Named is the kind of a name in the catalog; auto and names that are none have no traits.
func Named(name string) Kind {
	k, _ := kindOf(Catalog(), name)
	return k
}

func kindNames(kinds []Kind) []string {
	out := []string{"auto"}
	for _, k := range kinds {
		out = append(out, k.Name)
	}
	return out
}

// kindSays are what the kinds are for, in the order of kindNames.
func kindSays() []string {
	out := []string{"Chosen from the data"}
	for _, k := range Catalog() {
		out = append(out, k.Summary+"; "+k.Columns)
	}
	return out
}

// refused are the forms that mislead, with the reason.
func refused(kind string) (reason, hint string) {
	w := strings.ToLower(strings.NewReplacer("-", "", "_", "", " ", "").Replace(kind))
	switch {
	case strings.Contains(w, "3d"):
		return "depth makes lengths unreadable", "draw the same data flat: column, bar"
	case w == "pie" || strings.HasSuffix(w, "pie"):
		return "angles are hard to compare", "use bar, or donut for up to four parts"
	case w == "radar" || w == "spider" || w == "polar":
		return "areas change with the order of the axes", "use bar, dot or heat"
	case strings.Contains(w, "dual") || strings.Contains(w, "secondary") || w == "combo" || w == "twoaxes" || w == "pareto":
		return "two value axes suggest any relation one likes", "make two charts, or an index (first value = 100)"
	case strings.Contains(w, "gauge") || w == "speedometer" || w == "dial":
		return "it spends a page on one number", "use threshold, or kpis"
	case strings.Contains(w, "wordcloud") || w == "tagcloud":
		return "size by word length misleads", "use bar"
	case w == "pyramid" || w == "cone" || w == "cylinder":
		return "volumes are not proportional to the values", "use funnel or bar"
	}
	return "", ""
}

// refuse reports an unknown or refused kind.
func refuse(s *Spec, l *diag.List) {
	if reason, hint := refused(s.Kind); reason != "" {
		l.Error(s.place("kind"), "E-CHART", hint, "%s charts are refused: %s", s.Kind, reason)
		return
	}
	names := kindNames(s.kinds())
	l.Error(s.place("kind"), "E-CHART", or(diag.DidYouMean(s.Kind, names), "the kinds are: "+strings.Join(names, ", ")), "unknown chart kind %q", s.Kind)
}
