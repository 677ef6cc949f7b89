package charts

import (
	"slices"
	"strings"
)

// future warns of periods that begin after the briefing's date and are drawn as if they had been: nothing but a mark tells a
// reader that 2029 is a forecast.
func (c *check) future() {
	if c.Today.IsZero() || c.Is.form == spanForm {
		return
	}
	from := len(c.n.cats) // what is marked already
	for _, a := range c.Annotations {
		if i := c.n.cat(a.From); a.Kind == "forecast" && i >= 0 {
			from = min(from, i)
		}
	}
	expected := func(name string) bool { return c.Scenario[name] == "forecast" || c.Scenario[name] == "plan" }
	ahead := func(name string) bool {
		d, err := c.n.cal.ParseDate(strings.TrimSpace(name))
		return err == nil && !d.IsZero() && d.From() > c.Today.To() && !expected(name)
	}
	all := len(c.n.cols) > 0
	for _, col := range c.n.cols {
		all = all && expected(col.name)
	}
	if all {
		return
	}
	name := ""
	for i, cat := range c.n.cats[:from] {
		drawn := slices.ContainsFunc(c.n.cols, func(col column) bool { return !col.cells[i].missing && !expected(col.name) })
		if drawn && ahead(cat.name) {
			name = cat.name
			break
		}
	}
	for _, col := range c.n.cols {
		if name == "" && ahead(col.name) {
			name = col.name
		}
	}
	if name != "" {
		hint := "say so under `scenario`, as in {" + name + ": forecast}"
		if c.Is.carries("forecast") && c.n.cat(name) >= 0 {
			hint = "say so with the annotation `forecast: {from: " + name + "}`"
		}
		c.l.Warn(c.At, "W-CHART", hint, "%s lies after the briefing's date, %s, and is drawn as if it had been",
			name, c.Today.Long())
	}
}
