package table

import (
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

func TestTheHeadOfAColumnGivesItsUnit(t *testing.T) {
	for _, c := range []struct{ head, unit, cell, held string }{
		{"Sales ($m)", "", "5", "$5m"},
		{"Sales ($ million)", "", "5", "$5m"},
		{"Sales (in $bn)", "", "1.5", "$1.5bn"},
		{"Sales (USD m)", "", "5", "$5m"},
		{"Umsatz (Mio. €)", "", "5", "€5m"},
		{"Umsatz (in T€)", "", "5", "€5k"},
		{"Ventas (millones de euros)", "", "5", "€5m"},
		{"Chiffre d'affaires (M€)", "", "5", "€5m"},
		{"收入（亿元）", "", "5", "5亿元"},
		{"Margin (%)", "", "5", "5%"},
		{"Spread (bps)", "", "50", "0.5 points"},
		{"Users ('000)", "", "5", "5k"},
		{"Users (thousands)", "", "5", "5k"},
		{"Margin (% of sales)", "", "5", "5%"},
		{"Sales ($m)", "", "over 5", "over $5m"},
		{"Sales ($m)", "", "$7bn", "$7bn"},
		{"Weight (kg)", "", "5", "5"},
		{"Sales (2024)", "", "5", "5"},
		{"Sales (restated)", "", "5", "5"},
		{"Sales ($m)", "$m", "5", "$5m"},
		{"Sales ($m)", "$bn", "5", `the head of its column says "Sales ($m)", its unit is "$bn"`},
		{"Margin (%)", "$bn", "5", `the head of its column says "Margin (%)", its unit is "$bn"`},
		{"Sales ($m)", "$bn", "$5m", "$5m"},
	} {
		table := &Table{Columns: []Column{{Name: c.head}}, Rows: []Row{{Name: "A", Cells: []Cell{{Text: c.cell}}}}}
		if c.unit != "" {
			u, err := value.ParseUnit(c.unit)
			if err != nil {
				t.Fatal(err)
			}
			table.Unit = u
		}
		v, err := table.Held(&table.Rows[0], 0)
		if err != nil {
			if err.Error() != c.held {
				t.Errorf("%s, %s: %v", c.head, c.cell, err)
			}
			continue
		}
		if want := mustValue(t, c.held); !source.EqualNumbers(v.Lo, v.Hi, v.Unit, want.Lo, want.Hi, want.Unit) || v.Unit.Currency != want.Unit.Currency || v.Unit.Kind != want.Unit.Kind {
			t.Errorf("%s, %s: %s, want %s", c.head, c.cell, v.String(), want.String())
		}
	}
}
