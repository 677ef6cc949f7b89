package words

import "testing"

// TestLocales holds the marks against CLDR 48, as a browser's Intl prints them. Narrow spaces of French percentages and the
// Swiss ’ are ours.
func TestLocales(t *testing.T) {
	for _, c := range []struct{ tag, group, decimal, percent string }{
		{"en-GB", ",", ".", "%"}, {"en-US", ",", ".", "%"}, {"de-DE", ".", ",", "\u00a0%"}, {"de-AT", "\u00a0", ",", "\u00a0%"}, {"de-CH", "’", ".", "%"},
		{"de-LI", "’", ".", "%"}, {"fr-FR", "\u202f", ",", "\u202f%"}, {"fr-CH", "\u202f", ",", "%"}, {"fr-BE", "\u202f", ",", "\u202f%"},
		{"fr-CA", "\u00a0", ",", "\u202f%"}, {"es-ES", ".", ",", "\u00a0%"}, {"es-MX", ",", ".", "%"}, {"es-AR", ".", ",", "%"}, {"es-CO", ".", ",", "%"},
		{"es-CL", ".", ",", "%"}, {"en-IN", ",", ".", "%"}, {"hi-IN", ",", ".", "%"}, {"zh-CN", ",", ".", "%"}, {"ja-JP", ",", ".", "%"}, {"pt-BR", ".", ",", "%"},
		{"it-IT", ".", ",", "%"}, {"it-CH", "’", ".", "%"}, {"nl-NL", ".", ",", "%"}, {"sv-SE", "\u00a0", ",", "\u00a0%"}, {"nb-NO", "\u00a0", ",", "\u00a0%"},
		{"pl-PL", "\u00a0", ",", "%"}, {"cs-CZ", "\u00a0", ",", "\u00a0%"}, {"en-ZA", "\u00a0", ",", "%"}, {"de", ".", ",", "\u00a0%"}, {"de_DE", ".", ",", "\u00a0%"},
		{"tr-TR", ".", ",", "%"}, {"ar-EG", ",", ".", "%"},
	} {
		l, err := ParseLocale(c.tag)
		if err != nil || l.Group != c.group || l.Decimal != c.decimal || l.Percent != c.percent {
			t.Errorf("%s: %+v %v, want %q %q %q", c.tag, l, err, c.group, c.decimal, c.percent)
		}
		if india := c.tag == "en-IN" || c.tag == "hi-IN"; l.Indian != india {
			t.Errorf("%s: Indian is %v", c.tag, l.Indian)
		}
		if five := c.tag == "es-ES" || c.tag == "it-IT" || c.tag == "it-CH" || c.tag == "pl-PL"; l.FromFive != five {
			t.Errorf("%s: FromFive is %v", c.tag, l.FromFive)
		}
	}
	if l, _ := ParseLocale("tr-TR"); !l.PercentFirst {
		t.Error("Turkish writes %50")
	}
	for _, tag := range []string{"xx", "xx-XX", "german", "deutsch", "en-EN", "de-", "und", "root", "de-XX", "de-ZZ", "x-foo", "", "si-", "english", "C", "de DE", "mul", "1,234.5", "de-DE.UTF-8"} {
		if l, err := ParseLocale(tag); err == nil {
			t.Errorf("%q is read as %+v", tag, l)
		}
	}
}
