package charts

import "roadshow/briefing/outline"

// Shape lists what a chart may hold besides a block's common fields (title, holds, source, note …). Panel adds those that a
// chart inside another block has of its own.
func Shape() *outline.Shape {
	return &outline.Shape{
		Name: "chart",
		Fields: []outline.Field{
			{Name: "measure", Type: outline.Words, Doc: "What is shown: \"Task accuracy\""},
			{Name: "unit", Type: outline.Words, Doc: "Unit and period: \"%, average of released models, 2023\""},
			// Words, not Choice: a refused kind (pie, radar, 3-D) gets its reason from Judge.
			{Name: "kind", Type: outline.Words, Choices: kindNames(Catalog()), Says: kindSays(), Doc: "How to draw it; auto chooses from the data and says why"},
			{Name: "data", Type: outline.Ref, To: "data", Doc: "The table to draw"},
			{Name: "values", Type: outline.Scalar, Map: true, Doc: "The numbers themselves, in order: name: value (gantt: name: date to date)"},
			{Name: "x", Type: outline.Words, Doc: "The column of categories or dates; default: the first"},
			{Name: "y", Type: outline.Words, List: true, OrOne: true, Doc: "The columns to draw; default: all others"},
			{Name: "size", Type: outline.Words, Doc: "The column that sets the size of bubbles or the width of Marimekko columns"},
			{Name: "totals", Type: outline.Words, List: true, OrOne: true, Doc: "Waterfall: steps that are totals besides the first and the last"},
			{Name: "band", Type: outline.Object, Shape: bandShape(), Doc: "A range of the value axis: a figure, a range, or {from, to, label}"},
			{Name: "highlight", Type: outline.Words, Doc: "The category or series that carries the message"},
			{Name: "order", Type: outline.Choice, Choices: []string{"given", "value"}, Doc: "Order of categories; time is always in order"},
			{Name: "scale", Type: outline.Choice, Choices: []string{"linear", "log"}, Doc: "The value axis; log only on request"},
			{Name: "labels", Type: outline.Choice, Choices: []string{"all", "first", "axis"}, Doc: "Where values are printed: on all marks, with the unit on the first only, or on the axis"},
			{Name: "height", Type: outline.Choice, Choices: []string{"s", "m", "l"}, Doc: "Height of the plot"},
			{Name: "scenario", Type: outline.Choice, Map: true, Choices: []string{"actual", "previous", "plan", "forecast"}, Doc: "What a column (or a category) is: actual, previous, plan, forecast"},
			{Name: "rounded", Type: outline.Flag, Doc: "The numbers are rounded: parts may miss their sum by half a unit of the last printed digit each"},
			{Name: "annotations", Type: outline.Object, List: true, OrOne: true, Max: 4, Shape: annotationShape(), Doc: "Marks computed from the data"},
			{Name: "comments", Type: outline.Object, List: true, Max: 4, Shape: commentShape(), Doc: "What to see, beside the chart"},
			{Name: "so_what", Type: outline.Prose, Budget: 90, Doc: "The consequence for the reader"},
			{Name: "alt", Type: outline.Words, Budget: 250, Doc: "Description for those who cannot see the chart; default: made from the data"},
		},
		OneOf: [][]string{{"data"}, {"values"}},
	}
}

// Panel is a chart inside two_charts or chart_grid: Shape with a title, source and note of its own.
func Panel() *outline.Shape {
	s := Shape()
	s.Fields = append([]outline.Field{
		{Name: "title", Type: outline.Prose, Required: true, Budget: 60, Doc: "What this chart says"},
		{Name: "holds", Type: outline.Formula, List: true, OrOne: true, Doc: "The title as arithmetic"},
	}, s.Fields...)
	s.Fields = append(s.Fields,
		outline.Field{Name: "source", Type: outline.Ref, To: "sources", List: true, OrOne: true, Doc: "Where it differs from the block's"},
		outline.Field{Name: "note", Type: outline.Prose, Doc: "Printed with the source line"})
	return s
}

func bandShape() *outline.Shape {
	return &outline.Shape{Name: "band", Short: "value", Fields: []outline.Field{
		{Name: "value", Type: outline.Amount, Doc: "A range: 40 to 50, or a figure"},
		{Name: "from", Type: outline.Amount, Doc: "Lower limit"},
		{Name: "to", Type: outline.Amount, Doc: "Upper limit"},
		{Name: "label", Type: outline.Words, Budget: 40, Doc: "Name of the band; default: the figure's label"},
	}}
}

func commentShape() *outline.Shape {
	return &outline.Shape{Name: "comment", Fields: []outline.Field{
		{Name: "heading", Type: outline.Prose, Required: true, Budget: 34, Doc: "The comment in three words"},
		{Name: "text", Type: outline.Prose, Required: true, Budget: 150, Doc: "One or two sentences"},
	}}
}

func annotationShape() *outline.Shape {
	object := func(name, doc string, fields ...outline.Field) outline.Field {
		return outline.Field{Name: name, Type: outline.Object, Doc: doc, Shape: &outline.Shape{Name: name, Fields: fields}}
	}
	words := func(name, doc string, required bool) outline.Field {
		return outline.Field{Name: name, Type: outline.Words, Doc: doc, Required: required}
	}
	text := outline.Field{Name: "text", Type: outline.Words, Required: true, Budget: 66, Doc: "At most three short lines"}
	band := bandShape()
	return &outline.Shape{Name: "annotation", Fields: []outline.Field{
		object("callout", "Words at a mark", words("at", "The category", true), text),
		object("difference", "An arrow from one level to another, with the difference",
			words("from", "The category (or series) to start from", true), words("to", "The category (or series) to end at", true),
			outline.Field{Name: "mode", Type: outline.Choice, Choices: []string{"absolute", "relative"}, Doc: "absolute: +30 points; relative: +150%"}),
		object("cagr", "Growth a year between two dates", words("from", "The first category", true), words("to", "The last category", true)),
		object("reference", "A dotted line at a value",
			outline.Field{Name: "value", Type: outline.Amount, Required: true, Doc: "Where"}, words("label", "Its name", false)),
		{Name: "band", Type: outline.Object, Shape: band, Doc: "A range of the value axis"},
		object("event", "A line at a date or category", words("at", "The date or category", true), words("label", "What happened", true)),
		object("forecast", "From here on, values are forecasts", words("from", "The first forecast category", true)),
		words("trend", "linear · polynomial n · sma n · ema n · bollinger n · macd", false),
		words("series", "The series it acts on; default: the highlight, else the first", false),
	}, OneOf: [][]string{{"callout"}, {"difference"}, {"cagr"}, {"reference"}, {"band"}, {"event"}, {"forecast"}, {"trend"}}}
}
