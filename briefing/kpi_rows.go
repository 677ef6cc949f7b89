package briefing

import (
	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	tongue "roadshow/words"
)

// KPIRow is the row of big numbers that a kpis block shows: its items, or the rows of its table, one number each, compared
// with the columns that it names.
func (b *Briefing) KPIRow(blk *Block, l *diag.List) []KPI {
	if blk.Has("items") {
		for _, key := range []string{"show", "against"} {
			if blk.Has(key) {
				l.Error(blk.PlaceOf(key), "E-KEY", "set `data` instead of items, or leave "+key+" out", "%s names columns of data, and this block has items", key)
			}
		}
		return blk.KPIs("items", b)
	}
	t := blk.Table("data")
	if t == nil {
		return nil
	}
	show := blk.Words("show")
	if show == "" && len(t.Columns) > 0 {
		show = t.Columns[0].Name
	}
	var out []KPI
	own := tongue.For(b.Language)
	for _, row := range t.Rows {
		v, err := t.Value(row.Name, show)
		if err != nil {
			l.Error(blk.PlaceOf("show"), "E-DATA", "columns are named by the first row", "%v", err)
			return nil
		}
		k := KPI{Value: v, At: row.At}
		k.Short, k.Label = b.big(v, Plain(row.Name))
		for i, col := range blk.Strings("against") {
			was, err := t.Value(row.Name, col)
			if err != nil {
				l.Error(blk.PlaceOf("against"), "E-DATA", "columns are named by the first row", "%v", err)
				return nil
			}
			text := tongue.With(own.Page.Against, was.Whole(b.Format), col)
			switch delta := b.delta(v, was); {
			case i == 0:
				k.Delta = delta
			case delta != nil: // the first is drawn, the others are said
				text += own.Marks.Colon + delta.Text
			}
			if i > 0 {
				k.Note = append(k.Note, Inline{Text: own.Marks.Semicolon})
			}
			k.Note = append(k.Note, Inline{Text: text})
		}
		out = append(out, k)
	}
	if len(out) < 2 || len(out) > 5 {
		l.Error(blk.PlaceOf("data"), "E-GRID", "a row holds 2 to 5 numbers; use a table for more", "%s has %d rows", t.ID, len(out))
		return nil
	}
	return out
}

// delta is the change from one value to another; nil where the bounds do not say it.
func (b *Briefing) delta(now, was value.Value) *Delta {
	f, err := formula.ParseFormula("now - was")
	if err != nil {
		return nil
	}
	d, err := f.Eval(formula.FormulaEnv{Figure: func(name string) (value.Value, bool) {
		if name == "now" {
			return now, true
		}
		return was, true
	}})
	if err != nil || d.State != value.Known || d.Range() || d.Bound() {
		return nil
	}
	lo, _ := d.Floats()
	if lo == 0 {
		return nil
	}
	return &Delta{Value: d, Text: signed(d, b.Format), Up: lo > 0, Good: lo > 0}
}
