package source

import "testing"

// A unit means the same alone as it does behind a number.
func TestAUnitMayBeInWords(t *testing.T) {
	for _, c := range []struct{ typed, want string }{
		{"€m", "€m"}, {"Mio. €", "€m"}, {"€ Mio.", "€m"}, {"Mio. Euro", "€m"}, {"Mio. EUR", "€m"}, {"Mrd. €", "€bn"}, {"Mio. €, 2025", "€m"},
		{"millions d'euros", "€m"}, {"milliards €", "€bn"}, {"Md€", "€bn"}, {"mil millones de euros", "€bn"}, {"million parameters", "m parameters"},
		{"Tsd. Kunden", "k Kunden"}, {"Mio. Kunden", "m Kunden"}, {"亿元", "亿元"},
		{"customers", "customers"}, {"number of companies", "number of companies"}, {"dozen", "dozen"}, {"kWh", "kWh"}, {"€/kWh", "€/kWh"}, {"%", "%"}, {"", ""},
	} {
		if u, err := ParseUnit(c.typed); err != nil || u.String() != c.want {
			t.Errorf("%q is %q, want %q (%v)", c.typed, u, c.want, err)
		}
	}
}
