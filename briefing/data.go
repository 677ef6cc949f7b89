package briefing

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// table reads a data file as its entry in the outline says.
func (r *resolver) table(k *outline.Node) {
	file := k.Get("file")
	if file == nil || r.env.ReadTable == nil {
		return
	}
	if r.overfull {
		return
	}
	t := r.env.ReadTable(file.Text, r.tableOptions(k), r.l, file.At)
	if t == nil {
		return
	}
	if r.cells += len(t.Rows) * (len(t.Columns) + 1); r.cells > limits.TablesCells.N() && len(r.b.Tables) > 0 {
		r.overfull = true
		r.l.Limit(file.At, limits.TablesCells, file.Text)
		return
	}
	t.ID, t.Note, t.At = k.Name, k.Words("note"), k.Key
	t.Calendar = r.b.Calendar
	t.Calendar.Order, _ = value.ParseDateOrder(t.Dates)
	t.Settle()
	if s := k.Get("source"); s != nil {
		for _, one := range one(s) {
			t.Source = append(t.Source, one.Text)
		}
	}
	for _, c := range one(k.Get("own")) {
		if name := strings.TrimSpace(c.Text); t.Column(name) >= 0 {
			t.Own = append(t.Own, name)
		} else {
			r.l.Error(c.At, "E-DATA", t.NoColumn(name), "%s has no column %q", k.Name, name)
		}
	}
	r.heads(t, k.Get("unit"))
	r.b.Tables[k.Name] = t
}

// heads refuses a unit of the data that the head of a column contradicts: it would stand at numbers that are something else.
func (r *resolver) heads(t *table.Table, unit *outline.Node) {
	if unit == nil {
		return
	}
	for i := range t.Columns {
		said, ok := table.HeadUnit(t.Columns[i].Name)
		if ok && table.Contradicts(t.Unit, said) && t.Bare(i) {
			r.l.Error(unit.At, "E-UNIT", "leave `unit` out, for the heads say it, or correct one of the two", "unit says %s, and the head of column %q says %s", t.Unit, t.Columns[i].Name, said)
			return
		}
	}
}

// tableOptions are what the outline says of a data file. Names keep their places: a name that the file lacks is reported there.
func (r *resolver) tableOptions(k *outline.Node) table.TableOptions {
	o := table.TableOptions{Sheet: k.Words("sheet"), Range: k.Words("range"), Transpose: k.Words("transpose") == "true",
		Rounded: k.Words("rounded") == "true", Separator: k.Words("separator"), Decimal: value.DecimalMark(k.Words("decimal")), Encoding: k.Words("encoding"),
		Dates: k.Words("dates"), Total: named(k.Get("total")), Places: map[string]diag.Span{}}
	if u := k.Get("unit"); u != nil {
		o.Unit = r.unit(u)
	}
	o.HeaderRows, _ = strconv.Atoi(k.Words("header_rows"))
	switch k.Words("hidden") {
	case "include":
		o.Hidden = table.IncludeHidden
	case "skip":
		o.Hidden = table.SkipHidden
	}
	for _, c := range one(k.Get("columns")) {
		p := table.Pick{Named: named(c)}
		if len(c.Keys) == 1 {
			p.Named, p.As = table.Named{Name: strings.TrimSpace(c.Keys[0].Name), At: c.Keys[0].Key}, strings.TrimSpace(c.Keys[0].Text)
		}
		o.Columns = append(o.Columns, p)
	}
	for _, c := range one(k.Get("leave_out")) {
		o.LeaveOut = append(o.LeaveOut, named(c))
	}
	if s := k.Get("series"); s != nil {
		o.SeriesName, o.SeriesOf = named(s.Get("name")), named(s.Get("value"))
	}
	if types := k.Get("types"); types != nil {
		for _, c := range types.Keys {
			o.Types = append(o.Types, table.TypedColumn{Named: table.Named{Name: strings.TrimSpace(c.Name), At: c.Key}, Type: columnType(c.Text)})
		}
	}
	for _, e := range k.Keys {
		o.Places[e.Name] = e.At
	}
	return o
}

func named(n *outline.Node) table.Named {
	if n == nil || n.Null {
		return table.Named{}
	}
	return table.Named{Name: strings.TrimSpace(n.Text), At: n.At}
}

func columnType(word string) table.ColumnType {
	switch word {
	case "text":
		return table.TextColumn
	case "number":
		return table.NumberColumn
	case "date":
		return table.DateColumn
	case "flag":
		return table.FlagColumn
	}
	return table.AnyColumn
}
