package charts

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
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
	ahead := func(name string, d value.Date, err error) bool {
		return err == nil && !d.IsZero() && !d.Estimate() && d.From() > c.Today.To() && !expected(name)
	}
	all := len(c.n.cols) > 0
	for _, col := range c.n.cols {
		all = all && expected(col.name)
	}
	if all {
		return
	}
	drawn := func(i int) bool {
		return slices.ContainsFunc(c.n.cols, func(col column) bool { return !col.cells[i].missing && !expected(col.name) })
	}
	name := ""
	names := make([]string, from)
	for i := range names {
		names[i] = strings.TrimSpace(c.n.cats[i].name)
	}
	dates, errs := c.n.cal.ParseDates(names) // a hundred thousand names that are no dates are not tried one by one
	for i, cat := range c.n.cats[:from] {
		if ahead(cat.name, dates[i], errs[i]) && drawn(i) {
			name = cat.name
			break
		}
	}
	for _, col := range c.n.cols {
		if d, err := c.n.cal.ParseDate(strings.TrimSpace(col.name)); name == "" && ahead(col.name, d, err) {
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
