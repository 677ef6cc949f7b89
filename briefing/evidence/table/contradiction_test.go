package table

import (
	"testing"

	"roadshow/briefing/evidence/value"
)

func TestAHeadSaysItsUnit(t *testing.T) {
	for _, c := range []struct{ head, unit string }{
		{"Sales ($bn)", "$bn"}, {"Sales [$m]", "$m"}, {"Sales, $m", "$m"}, {"Sales in €m", "€m"}, {"Share (%)", "%"}, {"Weight (kg)", "kg"},
		{"Price (in $/kWh)", "$/kWh"}, {"Output (bn kWh)", "bn kWh"},
		{"Sales (unaudited)", ""}, {"Sales", ""}, {"Height (m)", ""}, {"Sales (restated)", ""}, {"Rooms, beds and breakfast", ""}, {"Made in China", ""}, {"H1 (2024)", ""}, {"单，型业 2", ""}, {"Plan, no 2", ""},
	} {
		u, ok := HeadUnit(c.head)
		if ok != (c.unit != "") || ok && u.String() != c.unit {
			t.Errorf("%q says %q (%v), not %q", c.head, u, ok, c.unit)
		}
	}
}

func TestAUnitContradictsAHead(t *testing.T) {
	for _, c := range []struct {
		unit, said string
		is         bool
	}{
		{"$m", "$bn", true}, {"$m", "€m", true}, {"%", "$m", true}, {"kg", "%", true}, {"kg", "t", true}, {"$m", "kg", true}, {"bn parameters", "$bn", true},
		{"$m", "$m", false}, {"$m", "$", false}, {"$bn", "bn", false}, {"%", "%", false}, {"parameters", "bn parameters", true}, {"US$m", "$m", false},
	} {
		u, _ := value.ParseUnit(c.unit)
		said, _ := value.ParseUnit(c.said)
		if Contradicts(u, said) != c.is {
			t.Errorf("%s against %s: %v", c.unit, c.said, !c.is)
		}
	}
}
