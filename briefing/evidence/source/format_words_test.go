package source

import (
	"testing"

	"roadshow/briefing/evidence/value"
	tongue "roadshow/words"
)

func locale(tag string) tongue.Locale {
	l, err := tongue.ParseLocale(tag)
	if err != nil {
		panic(err)
	}
	return l
}

// in is the format of a language in its own locale.
func in(language string) value.Format {
	return value.Format{Language: language, Locale: tongue.Default(language)}
}

// TestNumbersInEveryLanguage: ~ stands for a no-break space, ^ for a narrow one.
func TestNumbersInEveryLanguage(t *testing.T) {
	swiss := value.Format{Language: "de", Locale: locale("de-CH")}
	india := value.Format{Locale: locale("en-IN")}
	mexico := value.Format{Language: "es", Locale: locale("es-MX")}
	for _, c := range []struct {
		typed        string
		f            value.Format
		prose, label string
	}{
		{"€1,234.5m", in("de"), "1.234,5~Mio.~€", "1.234,5~Mio.~€"},
		{"€1,234.5m", in("fr"), "1^234,5~M€", "1^234,5~M€"},
		{"€1,234.5m", in("es"), "1234,5~M€", "1234,5~M€"},
		{"€12,345.5m", in("es"), "12.345,5~M€", "12.345,5~M€"},
		{"€3.2bn", in("es"), "3,2~mil~M€", "3,2~mil~M€"},
		{"€3.2bn", in("fr"), "3,2~Md€", "3,2~Md€"},
		{"€3.2bn", in("de"), "3,2~Mrd.~€", "3,2~Mrd.~€"},
		{"€1.2trn", in("fr"), "1^200~Md€", "1^200~Md€"},
		{"€1.2trn", in("es"), "1,2~billones~€", "1,2~billones~€"},
		{"€1.2trn", in("de"), "1,2~Bio.~€", "1,2~Bio.~€"},
		{"€5", in("de"), "5~€", "5~€"},
		{"$5m", in("de"), "$5~Mio.", "$5~Mio."},
		{"$5bn", in("fr"), "$5~Md", "$5~Md"},
		{"$62/kWh", in("de"), "$62/kWh", "$62"},
		{"€62/kWh", in("de"), "62~€/kWh", "62~€"},
		{"CHF 1,234,567", swiss, "CHF 1’234’567", "CHF 1’234’567"},
		{"€1,234.5m", swiss, "€1’234.5~Mio.", "€1’234.5~Mio."},
		{"14.5%", swiss, "14.5%", "14.5%"},
		{"14.5%", in("de"), "14,5~%", "14,5~%"},
		{"14.5%", in("fr"), "14,5^%", "14,5^%"},
		{"14.5%", in("es"), "14,5~%", "14,5~%"},
		{"14.5%", mexico, "14.5%", "14.5%"},
		{"$1,234.5m", mexico, "$1,234.5~M", "$1,234.5~M"},
		{"12,345,678", india, "1,23,45,678", "1,23,45,678"},
		{"₹1,234,567", india, "₹12,34,567", "₹12,34,567"},
		{"20 to 30%", in("de"), "20–30~%", "20–30~%"},
		{"-€3m to €5m", in("de"), "−3 bis 5~Mio.~€", "−3 bis 5~Mio.~€"},
		{"-€3.5m", in("fr"), "−3,5~M€", "−3,5~M€"},
		{"over 70%", in("fr"), "plus de 70^%", ">70^%"},
		{"about €80m", in("es"), "alrededor de 80~M€", "≈80~M€"},
		{"nearly 900", in("de"), "knapp 900", "<≈900"},
		{"at least 5", in("de"), "mindestens 5", "≥5"},
		{"12m clients", in("fr"), "12~millions de clients", "12~M"},
		{"1.5m employés", in("fr"), "1,5~million d’employés", "1,5~M"},
		{"2 bn tokens", in("fr"), "2~milliards de tokens", "2~Md"},
		{"1m clientes", in("es"), "1~millón de clientes", "1~M"},
		{"3 bn clientes", in("es"), "3~mil millones de clientes", "3~mil~M"},
		{"12k clientes", in("es"), "12~mil clientes", "12~mil"},
		{"12m Kunden", in("de"), "12~Mio. Kunden", "12~Mio."},
		{"6.7 to 8.3 times", in("de"), "6,7–8,3-mal", "6,7–8,3×"},
		{"6.7×", in("fr"), "6,7 fois", "6,7×"},
		{"1×", in("es"), "1 vez", "1×"},
		{"1 point", in("de"), "1 Prozentpunkt", "1~Pp."},
		{"1.5 points", in("fr"), "1,5 point", "1,5~pt"},
		{"2 points", in("es"), "2 puntos", "2~pp"},
		{"two thirds", in("de"), "zwei Drittel", "0,67"},
		{"a third", in("fr"), "un tiers", "0,33"},
		{"n/a", in("de"), "n.~v.", "n.~v."},
		{"?", in("fr"), "inconnu", "?"},
	} {
		v, err := ParseValue(c.typed)
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		if got := visible(v.Prose(c.f)); got != c.prose {
			t.Errorf("%s in %s: %s, want %s", c.typed, c.f.Language+" "+c.f.Locale.Tag, got, c.prose)
		}
		if got := visible(v.Label(c.f)); got != c.label {
			t.Errorf("%s beside a mark in %s: %s, want %s", c.typed, c.f.Language+" "+c.f.Locale.Tag, got, c.label)
		}
	}
}

func visible(s string) string {
	out := []rune(s)
	for i, r := range out {
		switch r {
		case 0xA0:
			out[i] = '~'
		case 0x202F:
			out[i] = '^'
		}
	}
	return string(out)
}

func TestUnitsInEveryLanguage(t *testing.T) {
	for _, c := range []struct{ unit, lang, want string }{
		{"€m", "de", "Mio.~€"}, {"€m", "fr", "M€"}, {"€bn", "es", "mil~M€"}, {"$m", "de", "Mio.~$"}, {"$bn", "fr", "Md$"}, {"CHF m", "de", "Mio.~CHF"},
		{"bn parameters", "de", "Mrd. parameters"}, {"m clients", "fr", "millions de clients"}, {"m clientes", "es", "millones de clientes"},
		{"points", "de", "Prozentpunkte"}, {"points", "fr", "points de pourcentage"}, {"%", "de", "%"}, {"€/kWh", "fr", "€/kWh"}, {"€m", "", "€m"}, {"MWh", "de", "MWh"},
	} {
		u, err := value.ParseUnit(c.unit)
		if got := visible(in(c.lang).UnitLabel(u)); err != nil || got != c.want {
			t.Errorf("%s in %s: %q %v, want %q", c.unit, c.lang, got, err, c.want)
		}
	}
}

func TestDatesInEveryLanguage(t *testing.T) {
	for _, c := range []struct{ typed, de, fr, es string }{
		{"2023-05-31", "31. Mai 2023", "31 mai 2023", "31 de mayo de 2023"},
		{"2023-05-01", "1. Mai 2023", "1er mai 2023", "1 de mayo de 2023"},
		{"2023-03", "März 2023", "mars 2023", "marzo de 2023"},
		{"May 2023", "Mai 2023", "mai 2023", "mayo de 2023"},
		{"2023-Q3", "Q3 2023", "T3 2023", "T3 2023"},
		{"2023-H1", "H1 2023", "S1 2023", "S1 2023"},
		{"FY2024", "FY2024", "FY2024", "FY2024"},
		{"2025-W07", "2025-W07", "2025-W07", "2025-W07"},
		{"before 2020", "vor 2020", "avant 2020", "antes de 2020"},
		{"after 2020-05-02", "nach dem 2. Mai 2020", "après le 2 mai 2020", "después del 2 de mayo de 2020"},
		{"mid 2023-03", "Mitte März 2023", "mi-mars 2023", "mediados de marzo de 2023"},
		{"2023-05-03 to 2023-05-31", "3.–31. Mai 2023", "3–31 mai 2023", "3–31 de mayo de 2023"},
		{"2022-12 to 2023-01", "Dezember 2022 bis Januar 2023", "décembre 2022 – janvier 2023", "diciembre de 2022 – enero de 2023"},
		{"2020 to 2021", "2020–2021", "2020–2021", "2020–2021"},
		{"31.12.2024", "31.12.2024", "31.12.2024", "31.12.2024"},
	} {
		d := mustDate(t, c.typed)
		for lang, want := range map[string]string{"de": c.de, "fr": c.fr, "es": c.es} {
			if got := d.In(tongue.For(lang)); got != want {
				t.Errorf("%s in %s: %s, want %s", c.typed, lang, got, want)
			}
		}
	}
	d := mustDate(t, "early 2023-03")
	for lang, want := range map[string]string{"en": "Early Mar 2023", "de": "Anfang Mär 2023", "fr": "Début mars 2023", "es": "Principios de mar 2023", "zh": "2023年3月上旬"} {
		if got := d.Label(tongue.For(lang)); got != want {
			t.Errorf("as a label in %s: %s, want %s", lang, got, want)
		}
	}
}
