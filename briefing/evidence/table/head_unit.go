package table

import (
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// bare is a column's name without the unit that its head gives in brackets, and that unit: Sales ($m), 收入（亿元）, Marge (%). A
// head that gives the name of what is counted and no more (kg, 2024, restated) gives no unit.
func (c *Column) bare() (name string, unit value.Unit) {
	name = strings.TrimSpace(c.Name)
	for _, brackets := range [...][2]string{{"(", ")"}, {"（", "）"}, {"[", "]"}} {
		open := strings.LastIndex(name, brackets[0])
		inside, closed := strings.CutSuffix(name, brackets[1])
		if !closed || open < 0 {
			continue
		}
		if unit = saidUnit(inside[open+len(brackets[0]):]); unit != (value.Unit{}) {
			return strings.TrimSpace(name[:open]), unit
		}
	}
	return name, value.Unit{}
}

// saidUnit is the currency, scale or kind that some words name: $m, in Mio. €, '000.
func saidUnit(words string) value.Unit {
	words = strings.TrimSpace(words)
	for _, before := range []string{"in ", "en ", "单位：", "单位:"} {
		words = strings.TrimPrefix(words, before)
	}
	if strings.Trim(words, "'’") == "000" || strings.Trim(words, "'’") == "000s" {
		return value.Unit{Scale: "k"}
	}
	e := source.ReadExcerpt("2 " + words)
	a, ok := e.AmountAt(0)
	if !ok || a.Why != "" || a.To < len(e.Words) && a.Kind != value.Percent || a.Cents || a.N.Cmp(source.Integer(2)) != 0 {
		return value.Unit{}
	}
	return a.Unit
}

// Held is the cell as it is held against words: a number without a unit has the one that the head of its column gives. The
// error is a *SyntaxError, or a *Disagreement where head and cell name two units.
func (t *Table) Held(r *Row, c int) (value.Value, error) {
	v, err := t.Judge(r, c)
	_, unit := t.Columns[c].bare()
	if err != nil || v.State != value.Known || unit == (value.Unit{}) {
		return v, err
	}
	own := v.Unit
	own.Noun = ""
	switch {
	case own == (value.Unit{}):
		unit.Noun = v.Unit.Noun
		v.Unit = unit
	case strings.Trim(strings.TrimSpace(r.Cells[c].Text), "0123456789.,-+' ") == "" && (own.Currency != unit.Currency || own.Kind != unit.Kind || own.Scale != unit.Scale):
		return v, &source.Disagreement{Summary: "the head of its column says " + value.Quoted(t.Columns[c].Name) + ", its unit is " + value.Quoted(v.Unit.String()), Hint: "let one of them say the unit"}
	}
	return v, nil
}
