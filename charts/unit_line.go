package charts

import (
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
)

// UnitSaid is the unit in a caption: what stands before a period or a remark.
func UnitSaid(line string) string {
	if i := strings.IndexAny(line, ",;，；、("); i >= 0 {
		line = line[:i]
	}
	return strings.TrimSpace(line)
}

// counts is what the numbers of a chart are of, by their cells, else by its caption, else by the heads of its columns: charts on
// one scale count the same.
func (c *Chart) counts() string {
	if !c.n.unit.IsZero() {
		return label(c.n.unit)
	}
	if said := UnitSaid(c.Unit); said != "" {
		if u, err := source.ParseUnit(said); err == nil {
			return label(u)
		}
		return said
	}
	for _, col := range c.n.cols {
		if u, ok := table.HeadUnit(col.name); ok {
			return label(u)
		}
	}
	return ""
}

// unitLine holds the unit that the chart's caption names against that of its cells: "€bn" over $5m is false in both parts.
// Words that are no unit ("number of companies") say nothing that cells could contradict.
func (c *check) unitLine() {
	if c.Unit == "" || c.Is.form == pointForm || c.Is.form == spanForm { // points have two axes, spans have dates
		return
	}
	head := UnitSaid(c.Unit)
	said, err := source.ParseUnit(head)
	if err != nil {
		return
	}
	for _, col := range c.n.cols {
		if own, ok := table.HeadUnit(col.name); ok && table.Contradicts(said, own) {
			c.l.Error(c.place("unit"), "E-UNIT", "write the unit of the column, or correct its head", "the unit line says %q, and the column %q says %s", strings.TrimSpace(head), col.name, label(own))
			return
		}
	}
	if c.n.unit.IsZero() {
		return
	}
	have := c.n.unit
	measured := have.Currency != "" || have.Kind != value.Plain
	switch {
	case said.Currency != "" && measured && said.Currency != have.Currency:
	case said.Kind != value.Plain && measured && said.Kind != have.Kind:
	case said.Scale != "" && said.Scale != have.Scale && (said.Currency == have.Currency || have.Currency == "") && have.Kind == value.Plain &&
		(have.Currency != "" || have.Scale != ""):
	default:
		return
	}
	c.l.Error(c.place("unit"), "E-UNIT", "the cells count "+label(have), "the unit line says %q over values in %q", strings.TrimSpace(head), label(have))
}
