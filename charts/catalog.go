package charts

import (
	"strings"

	"roadshow/internal/diag"
)

// Kind is one way to draw a table.
type Kind struct {
	Name, Summary string
	Columns       string // the columns expected, in words
	Native        bool   // office files have the kind too

	// Check judges a spec whose table was read; Draw draws it. Both get what only this package makes.
	check func(*check)
	draw  func(*plot)
	form  form
}

// Catalog lists every kind, in the order of the documentation.
func Catalog() []Kind {
	return []Kind{
		{Name: "column", Summary: "A few categories or dates, standing", Columns: "{name, value}", Native: true, check: checkBars, draw: drawColumn},
		{Name: "bar", Summary: "Long names, rankings, lying", Columns: "{name, value}", Native: true, check: checkBars, draw: drawBar},
		{Name: "grouped", Summary: "Two or three series beside each other", Columns: "{name, value, value …}", Native: true, check: checkBars, draw: drawGrouped},
		{Name: "line", Summary: "Change over time", Columns: "{date, value, value …}", Native: true, check: checkLines, draw: drawLine},
		{Name: "range", Summary: "From a lower to an upper end", Columns: "{name, from, to}, or {name, value} with ranges such as 40 to 50", check: checkRanges, draw: drawRange, form: spanForm},
		{Name: "threshold", Summary: "Values against a band or limit", Columns: "{name, value}, and a band", check: checkThreshold, draw: drawThreshold},
		{Name: "gantt", Summary: "Steps along a calendar", Columns: "{name, start, end, status}", check: checkGantt, draw: drawGantt, form: stepForm},
		{Name: "open_range", Summary: "Values of which only the lower end is known", Columns: "{name, value} with bounds such as over 20, or {name, from, to} with no to", check: checkRanges, draw: drawOpenRange, form: spanForm},
	}
}

// kindOf finds a kind by name.
func kindOf(name string) (Kind, bool) {
	for _, k := range Catalog() {
		if k.Name == name {
			return k, true
		}
	}
	return Kind{}, false
}

func kindNames() []string {
	out := []string{"auto"}
	for _, k := range Catalog() {
		out = append(out, k.Name)
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
	names := kindNames()
	l.Error(s.place("kind"), "E-CHART", or(diag.DidYouMean(s.Kind, names), "the kinds are: "+strings.Join(names, ", ")), "unknown chart kind %q", s.Kind)
}
