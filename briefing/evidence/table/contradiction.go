package table

import (
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// HeadUnit is the unit that the head of a column says at its end: "Sales ($bn)", "Weight [kg]", "Sales in $m", "Share, %". Only
// what everybody knows as a unit is one: "(unaudited)" and "(restated)" are not.
func HeadUnit(head string) (value.Unit, bool) {
	if _, u := (&Column{Name: head}).bare(); u != (value.Unit{}) {
		return u, u.Scale == "" || u.Currency != "" || u.Scale == "bn" || u.Scale == "trn" // (m) may be metres, (k) anything
	}
	s := strings.TrimRight(strings.TrimSpace(head), " .)]）")
	at := -1
	for _, before := range [...]string{"(", "[", "（", " in ", ", ", "，", " en "} {
		if i := strings.LastIndex(s, before); i > 0 && i+len(before) > at {
			at = i + len(before)
		}
	}
	if at < 0 {
		return value.Unit{}, false
	}
	words := s[at:]
	if strings.ContainsAny(words, "0123456789") {
		return value.Unit{}, false // "Series, no 2": a unit has no number in it
	}
	u, err := source.ParseUnit(strings.TrimPrefix(words, "in "))
	if err != nil || u.IsZero() || u.Noun != "" && !value.KnownUnit(u.Noun) || u.Currency == "" && u.Kind == value.Plain && u.Scale != "" && u.Noun == "" && u.Scale != "bn" && u.Scale != "trn" {
		return value.Unit{}, false
	}
	return u, true
}

// Contradicts says that values counted in one unit cannot be what another unit says: $m under ($bn), % under (kg). A unit that
// leaves a part open, such as ($), contradicts nothing there.
func Contradicts(u value.Unit, said value.Unit) bool {
	if u.IsZero() || said.IsZero() {
		return false
	}
	switch {
	case u.Kind != said.Kind:
		return true
	case u.Currency != said.Currency && (u.Currency != "" && said.Currency != "" || u.Noun != "" && said.Noun == "" && said.Currency != "" || said.Noun != "" && u.Noun == "" && u.Currency != ""):
		return true
	case u.Noun != "" && said.Noun != "" && !value.SameNoun(u.Noun, said.Noun):
		return true
	}
	return u.Scale != said.Scale && said.Scale != "" && u.Kind == value.Plain
}

// Bare says that a column has a number without a unit of its own: it takes the table's.
func (t *Table) Bare(column int) bool {
	for i := range t.Rows {
		r := &t.Rows[i]
		if column < len(r.Cells) && r.Unit.IsZero() && !r.Cells[column].Words() {
			if v, err := r.Cells[column].Read(t.Unit); err == nil && v.State == value.Known && v.Unit.IsZero() {
				return true
			}
		}
	}
	return false
}
