package briefing

import (
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
)

// Fields is a resolved mapping. Every accessor answers with the zero value for a field that was not given, so a layout
// reads what its list of fields declares and nothing else.
type Fields struct {
	node  *outline.Node
	parts map[string]*Part
}

// Part is one resolved field.
type Part struct {
	node   *outline.Node
	prose  Prose
	paras  []Para
	words  string
	list   []Fields
	items  []*Part
	value  value.Value
	date   value.Date
	voice  Voice
	figure *Figure
	source *Source
	person *Person
	table  *table.Table
	chart  func() *charts.Chart // judged when it is first asked for, once
	fields Fields
	whole  int
	flag   bool
}

func (f Fields) part(name string) *Part {
	if p := f.parts[name]; p != nil {
		return p
	}
	return &Part{}
}

// Place is where the mapping stands.
func (f Fields) Place() diag.Span {
	if f.node == nil {
		return diag.Span{}
	}
	return f.node.At
}

// Has says whether the field was given.
func (f Fields) Has(name string) bool { return f.parts[name] != nil }

// PlaceOf is where a field's value stands, else where the mapping stands.
func (f Fields) PlaceOf(name string) diag.Span {
	if p := f.parts[name]; p != nil && p.node != nil {
		return p.node.At
	}
	return f.Place()
}

// Prose is a field of type Prose, Words, Quotation or Scalar.
func (f Fields) Prose(name string) Prose { return f.part(name).prose }

// Words is any scalar field as plain words.
func (f Fields) Words(name string) string { return f.part(name).words }

// Paras is a field of type Rich.
func (f Fields) Paras(name string) []Para { return f.part(name).paras }

// List is a field that lists mappings.
func (f Fields) List(name string) []Fields { return f.part(name).list }

// Object is a field that holds one mapping.
func (f Fields) Object(name string) Fields { return f.part(name).fields }

// Values is a field that lists scalars: one Prose each.
func (f Fields) Values(name string) []Prose {
	var out []Prose
	for _, p := range f.part(name).items {
		out = append(out, p.prose)
	}
	return out
}

// Strings is a field that lists scalars as plain words.
func (f Fields) Strings(name string) []string {
	var out []string
	for _, p := range f.part(name).items {
		out = append(out, p.words)
	}
	return out
}

// Rows is a field of rows of scalars.
func (f Fields) Rows(name string) [][]Cell {
	var out [][]Cell
	for _, r := range f.part(name).items {
		var row []Cell
		for _, c := range r.items {
			row = append(row, Cell{Prose: c.prose, Words: c.words, At: c.node.At})
		}
		out = append(out, row)
	}
	return out
}

// Cell is a scalar of a row with its place.
type Cell struct {
	Prose Prose
	Words string
	At    diag.Span
}

// Value is a field of type Amount.
func (f Fields) Value(name string) value.Value { return f.part(name).value }

// Date is a field of type Date.
func (f Fields) Date(name string) value.Date { return f.part(name).date }

// Whole is a field of type Whole.
func (f Fields) Whole(name string) int { return f.part(name).whole }

// Flag is a field of type Flag.
func (f Fields) Flag(name string) bool { return f.part(name).flag }

// Who is a field of type Who.
func (f Fields) Who(name string) Voice { return f.part(name).voice }

// Figure is a reference to a figure.
func (f Fields) Figure(name string) *Figure { return f.part(name).figure }

// Person is a reference to a person.
func (f Fields) Person(name string) *Person { return f.part(name).person }

// People is a list of references to people.
func (f Fields) People(name string) []*Person {
	var out []*Person
	for _, p := range f.part(name).items {
		if p.person != nil {
			out = append(out, p.person)
		}
	}
	return out
}

// Table is a reference to a data table.
func (f Fields) Table(name string) *table.Table { return f.part(name).table }

// Chart is a nested chart. The name "" is the mapping itself, for the chart block. Both media share it: who sets something
// on it does so on a copy.
func (f Fields) Chart(name string) *charts.Chart {
	if chart := f.part(name).chart; chart != nil {
		return chart()
	}
	return nil
}

// Charts is a list of nested charts.
func (f Fields) Charts(name string) []*charts.Chart {
	var out []*charts.Chart
	for _, p := range f.part(name).items {
		if p.chart != nil {
			out = append(out, p.chart())
		}
	}
	return out
}
