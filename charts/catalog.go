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
	Wide          bool   // needs the full width of a page to be read
	Tall          bool   // its rows say how high it is

	// Check judges a spec whose table was read; Draw draws it. Both get what only this package makes.
	check func(*check)
	draw  func(*plot)
	form  form
}

// Catalog lists every kind, in the order of the documentation.
func Catalog() []Kind {
	return []Kind{
		{Name: "column", Summary: "A few categories or dates, standing", Columns: "{name, value}", Native: true, check: checkBars, draw: drawColumn},
		{Name: "bar", Summary: "Long names and rankings, lying", Columns: "{name, value}", Native: true, Tall: true, check: checkBars, draw: drawBar},
		{Name: "grouped", Summary: "Two or three series beside each other", Columns: "{name, value, value …}", Native: true, check: checkBars, draw: drawGrouped},
		{Name: "stacked", Summary: "Parts and their total", Columns: "{name, part, part …}", Native: true, check: checkStacked, draw: drawStacked},
		{Name: "stacked_100", Summary: "Shares over a few items", Columns: "{name, part, part …}", Native: true, Wide: true, check: checkStacked, draw: drawStacked100},
		{Name: "line", Summary: "Change over time", Columns: "{date, value, value …}", Native: true, check: checkLines, draw: drawLine},
		{Name: "area", Summary: "One total over time, or a few layers", Columns: "{date, value, value …}", Native: true, check: checkArea, draw: drawArea},
		{Name: "slope", Summary: "Many items between two or three dates", Columns: "{name, value at a date, value at a date}", check: checkSlope, draw: drawSlope},
		{Name: "dot", Summary: "Rankings, also where zero is far", Columns: "{name, value}", Tall: true, check: checkDots, draw: drawDot},
		{Name: "dumbbell", Summary: "Before and after, row by row", Columns: "{name, from, to}", Tall: true, check: checkDots, draw: drawDumbbell, form: pairForm},
		{Name: "waterfall", Summary: "Steps from one total to another", Columns: "{step, value}", Native: true, Wide: true, check: checkWaterfall, draw: drawWaterfall},
		{Name: "mekko", Summary: "Two shares at once: width and height", Columns: "{name, size, part, part …}, or {name, part, part …} as amounts", Wide: true, check: checkMekko, draw: drawMekko},
		{Name: "donut", Summary: "Two to four parts of a whole", Columns: "{name, part}", Native: true, check: checkDonut, draw: drawDonut},
		{Name: "scatter", Summary: "The relation of two numbers", Columns: "{name, x, y}", Native: true, check: checkPoints, draw: drawScatter, form: pointForm},
		{Name: "bubble", Summary: "The relation of two numbers, a third as area", Columns: "{name, x, y, size}", Native: true, check: checkPoints, draw: drawScatter, form: pointForm},
		{Name: "gantt", Summary: "Steps along a calendar", Columns: "{name, start, end, status}", Wide: true, Tall: true, check: checkGantt, draw: drawGantt, form: stepForm},
		{Name: "range", Summary: "From a lower to an upper end", Columns: "{name, from, to}, or {name, value} with ranges such as 40 to 50", Tall: true, check: checkRanges, draw: drawRange, form: spanForm},
		{Name: "threshold", Summary: "Values against a band or limit", Columns: "{name, value}, and a band", Tall: true, check: checkThreshold, draw: drawThreshold},
		{Name: "open_range", Summary: "Values of which only the lower end is known", Columns: "{name, value} with bounds such as over 20, or {name, from, to} with no to", Wide: true, Tall: true, check: checkRanges, draw: drawOpenRange, form: spanForm},
		{Name: "waffle", Summary: "A share of a hundred, or a small count, in squares", Columns: "{name, part}", check: checkWaffle, draw: drawWaffle},
		{Name: "funnel", Summary: "Ordered stages", Columns: "{stage, value}", Tall: true, check: checkFunnel, draw: drawFunnel},
		{Name: "heat", Summary: "A table of numbers in colour", Columns: "{name, value, value …}", Wide: true, Tall: true, check: checkHeat, draw: drawHeat},
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

// Named is the kind of a name; Check has refused names that are none.
func Named(name string) Kind {
	k, _ := kindOf(name)
	return k
}

func kindNames() []string {
	out := []string{"auto"}
	for _, k := range Catalog() {
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
	names := kindNames()
	l.Error(s.place("kind"), "E-CHART", or(diag.DidYouMean(s.Kind, names), "the kinds are: "+strings.Join(names, ", ")), "unknown chart kind %q", s.Kind)
}
