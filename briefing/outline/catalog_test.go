package outline

// testCatalog stands in for the layouts and charts that the root passes down.
func testCatalog() Catalog {
	chart := &Shape{Name: "chart", Fields: []Field{
		{Name: "title", Type: Prose, Doc: "the claim"},
		{Name: "kind", Type: Choice, Choices: []string{"auto", "column", "bar", "line", "threshold"}, Doc: "chart kind"},
		{Name: "measure", Type: Prose, Doc: "what is shown"},
		{Name: "unit", Type: Words, Doc: "unit, period"},
		{Name: "data", Type: Ref, To: "data", Doc: "data id"},
		{Name: "values", Type: Amount, Map: true, List: true, OrOne: true, Doc: "in the order typed"},
		{Name: "band", Type: Amount, Doc: "a range"},
		{Name: "height", Type: Choice, Choices: []string{"s", "m", "l"}, Doc: "height"},
		{Name: "comments", Type: Object, List: true, Max: 4, Shape: &Shape{Name: "comment", Fields: []Field{
			{Name: "heading", Type: Prose, Required: true, Doc: "a few words"}, {Name: "text", Type: Prose, Required: true, Doc: "a sentence"}}}, Doc: "comments"},
	}}
	quote := &Shape{Name: "quote", Fields: []Field{
		{Name: "text", Type: Quotation, Required: true, Doc: "verbatim words"},
		{Name: "by", Type: Who, Required: true, Doc: "who said so"},
		{Name: "role", Type: Words, Doc: "their role"},
		{Name: "gloss", Type: Prose, Doc: "your own words"},
		{Name: "date", Type: Date, Doc: "when"},
		{Name: "paraphrase", Type: Flag, Doc: "not verbatim"},
	}}
	return Catalog{Chart: chart, Blocks: []Kind{
		{Name: "quote", Summary: "one quotation", Shape: quote},
		{Name: "quotes", Summary: "a wall", Title: Required, Shape: &Shape{Name: "quotes", Fields: []Field{
			{Name: "items", Type: Object, List: true, Required: true, Min: 2, Max: 6, Shape: quote, Doc: "quotations"}}}},
		{Name: "chart", Summary: "one chart"},
		{Name: "two_charts", Summary: "two charts", Title: Required, Shape: &Shape{Name: "two_charts", Fields: []Field{
			{Name: "charts", Type: Object, List: true, Required: true, Min: 2, Max: 2, Hard: true, Doc: "two charts"}}}},
		{Name: "chart_grid", Summary: "small multiples", Title: Required, Shape: &Shape{Name: "chart_grid", Fields: []Field{
			{Name: "charts", Type: Object, List: true, Required: true, Min: 3, Max: 12, Hard: true, Code: "E-GRID", Doc: "charts"}}}},
		{Name: "kpis", Summary: "big numbers", Shape: &Shape{Name: "kpis", Short: "items", Fields: []Field{
			{Name: "items", Type: Object, List: true, Required: true, Min: 2, Max: 5, Hard: true, Shape: KPI(), Doc: "big numbers"}}}},
		{Name: "table", Summary: "a table", Title: Required, Shape: &Shape{Name: "table", OneOf: [][]string{{"data"}, {"columns", "rows"}}, Fields: []Field{
			{Name: "data", Type: Ref, To: "data", Doc: "data id"},
			{Name: "columns", Type: Object, List: true, Max: 12, Hard: true, Code: "E-TABLE", Doc: "columns", Shape: &Shape{Name: "column", Short: "head", Fields: []Field{
				{Name: "head", Type: Words, Required: true, Doc: "head"}, {Name: "width", Type: Number, Doc: "points"}}}},
			{Name: "rows", Type: Scalar, Rows: true, Doc: "cells"},
		}}},
		{Name: "people", Summary: "people", Title: Required, Shape: &Shape{Name: "people", Fields: []Field{
			{Name: "people", Type: Ref, To: "people", List: true, Required: true, Doc: "ids"}}}},
		{Name: "statement", Summary: "a big idea", Shape: &Shape{Name: "statement", Short: "text", Fields: []Field{
			{Name: "text", Type: Prose, Required: true, Budget: 130, Doc: "the idea"}, {Name: "support", Type: Prose, Doc: "support"}}}},
		{Name: "text", Summary: "prose", Shape: &Shape{Name: "text", Short: "text", Fields: []Field{
			{Name: "text", Type: Rich, Required: true, Doc: "prose"}}}},
		{Name: "image", Summary: "a picture", Shape: &Shape{Name: "image", Fields: []Field{
			{Name: "file", Type: Path, Required: true, Doc: "PNG or JPEG"}, {Name: "alt", Type: Words, Required: true, Doc: "what it shows"}}}},
	}}
}
