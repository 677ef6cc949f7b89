package briefing

import (
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
)

// chart turns a chart's mapping into its specification.
func (r *resolver) chart(n *outline.Node, f Fields) charts.Spec {
	s := charts.Spec{At: n.At, KindAt: f.PlaceOf("kind"), Kind: or(f.Words("kind"), "auto"), Title: f.Prose("title").String(),
		Measure: f.Words("measure"), Unit: f.Words("unit"), X: f.Words("x"), Size: f.Words("size"), Highlight: f.Words("highlight"),
		Order: f.Words("order"), Scale: f.Words("scale"), Labels: f.Words("labels"), Height: f.Words("height"), Alt: f.Words("alt"),
		Y: f.Strings("y"), Totals: f.Strings("totals"), Entities: r.b.Entities, Format: r.b.Format, Grey: r.b.Grey, Language: r.b.Language,
		Places: map[string]diag.Span{}}
	for _, key := range [...]string{"unit", "x", "y", "size", "totals", "highlight", "order", "scale", "labels", "scenario", "band"} {
		if f.Has(key) {
			s.Places[key] = f.PlaceOf(key)
		}
	}
	if notes := f.Prose("title").Notes(); len(notes) > 0 {
		r.l.Error(notes[0].At, "E-MARKDOWN", "put it into the title or the note of the block", "the title of a small chart has no footnotes")
	}
	if s.Title == "" {
		s.Title = r.prose(n.Get("title")).String()
	}
	switch {
	case f.Has("data"):
		s.Table = f.Table("data")
		if !charts.Named(s.Kind).Totals {
			s.Table = s.Table.Parts()
		} else if s.Table != nil { // where it is drawn as the total that it is
			for i := range s.Table.Rows {
				if row := &s.Table.Rows[i]; row.Total && i < len(s.Table.Rows)-1 {
					s.Totals = append(s.Totals, row.Name)
				}
			}
		}
	case f.Has("values"):
		s.Table = r.inline(n.Get("values"))
	}
	s.Today = r.b.Date
	s.Rounded = f.Flag("rounded") || s.Table != nil && s.Table.Rounded
	if b := f.part("band"); b.node != nil {
		s.Band = r.band(b.node, b.fields)
	}
	if m := f.part("scenario"); m.node != nil {
		s.Scenario = map[string]string{}
		for _, k := range m.node.Keys {
			s.Scenario[k.Name] = k.Text
		}
	}
	for _, a := range f.List("annotations") {
		s.Annotations = append(s.Annotations, r.annotation(a)...)
	}
	return s
}

// inline makes a table of values typed in the outline, in the order typed. Figures are looked up; everything else is
// judged by the chart, which knows whether it wants numbers or dates.
func (r *resolver) inline(n *outline.Node) *table.Table {
	t := &table.Table{At: n.At, Calendar: r.b.Calendar, Columns: []table.Column{{Name: "", At: n.Key}}}
	for _, k := range n.Keys {
		c := table.Cell{Text: k.Text, At: k.At, Marks: &r.b.Marks}
		if len(outline.References(k.Text)) > 0 {
			v := r.amount(k)
			c.Value = &v
		}
		t.Rows = append(t.Rows, table.Row{Name: r.words(&outline.Node{Text: k.Name, At: k.Key}), At: k.Key, Cells: []table.Cell{c}})
	}
	return t
}

// band is a figure, a range, or a mapping that names its ends.
func (r *resolver) band(n *outline.Node, f Fields) *charts.Band {
	b := &charts.Band{At: n.At, Label: f.Words("label")}
	v := f.part("value")
	switch {
	case v.node != nil:
		b.Value = v.value
		if b.Label == "" {
			if refs := outline.References(v.node.Text); len(refs) == 1 {
				if fig := r.figures[refs[0].Name]; fig != nil {
					b.Label = fig.Label.String()
				}
			}
		}
	case f.Has("from"):
		b.Value = f.Value("from")
		if b.Value.Hi = (value.End{Inf: true}); f.Has("to") {
			b.Value.Hi = f.Value("to").Hi
		}
	case f.Has("to"):
		b.Value = f.Value("to")
		b.Value.Lo = value.End{Inf: true}
	default:
		r.l.Error(n.At, "E-CHART", "write `value: 40 to 50`, or `from` and `to`, or one of them", "the band says nowhere where it lies")
	}
	return b
}

// annotation reads one computed mark; its mapping has one key that names the kind.
func (r *resolver) annotation(f Fields) []charts.Annotation {
	var out []charts.Annotation
	if f.node == nil {
		return nil
	}
	for _, k := range f.node.Keys {
		p := f.parts[k.Name]
		if p == nil || k.Name == "series" {
			continue
		}
		a := charts.Annotation{Kind: k.Name, At: k.At, Series: or(f.Words("series"), p.fields.Words("series"))}
		if k.Name == "trend" {
			a.Trend = or(p.words, p.fields.Words("kind"))
			out = append(out, a)
			continue
		}
		g := p.fields
		a.On, a.From, a.To = or(g.Words("at"), ""), g.Words("from"), g.Words("to")
		a.Relative = g.Words("mode") == "relative"
		a.Label = or(g.Words("text"), g.Words("label"))
		if g.Has("value") {
			v := g.Value("value")
			a.Value = &v
		}
		if k.Name == "band" {
			b := r.band(k, g)
			a.Value, a.Label = &b.Value, b.Label
		}
		out = append(out, a)
	}
	return out
}
