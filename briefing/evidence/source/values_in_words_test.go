package source

import (
	"testing"

	"roadshow/briefing/evidence/value"
)

// TestValuesAsAnalystsTypeThem: each form with what it is, as prose, beside a mark, and in Chinese.
func TestValuesAsAnalystsTypeThem(t *testing.T) {
	zh := value.Format{Language: "zh", Units: "zh"}
	for _, c := range []struct{ typed, prose, label, chinese string }{
		{"nearly $900m", "nearly $900m", "<≈$900m", "近9亿美元"},
		{"just under 40%", "nearly 40%", "<≈40%", "近40%"},
		{"almost 12,500", "nearly 12,500", "<≈12,500", "近12,500"},
		{"upwards of 30,000", "at least 30,000", "≥30,000", "至少30,000"},
		{"north of $5bn", "at least $5bn", "≥$5bn", "至少50亿美元"},
		{"5,000+", "at least 5,000", "≥5,000", "至少5,000"},
		{"5,000+ merchants", "at least 5,000 merchants", "≥5,000", "至少5,000 merchants"},
		{"as many as 14", "at most 14", "≤14", "至多14"},
		{"up to 200", "at most 200", "≤200", "至多200"},
		{"c. 30", "about 30", "≈30", "约30"},
		{"circa 30 staff", "about 30 staff", "≈30", "约30 staff"},
		{"rund 40%", "about 40%", "≈40%", "约40%"},
		{"doubled", "2 times", "2×", "2倍"},
		{"翻番", "2 times", "2×", "2倍"},
		{"翻两番", "4 times", "4×", "4倍"},
		{"a third", "a third", "0.33", "三分之一"},
		{"two thirds", "two thirds", "0.67", "三分之二"},
		{"about a third", "about a third", "≈0.33", "约三分之一"},
		{"half", "0.5", "0.5", "0.5"},
		{"three quarters", "0.75", "0.75", "0.75"},
		{"18½", "18.5", "18.5", "18.5"},
		{"18½ months", "18.5 months", "18.5", "18.5 months"},
		{"two and a half", "2.5", "2.5", "2.5"},
		{"18 and a half", "18.5", "18.5", "18.5"},
		{"50bps", "50 bps", "50 bps", "50个基点"},
		{"120 basis points", "120 bps", "120 bps", "120个基点"},
		{"−12.5 bp", "−12.5 bps", "−12.5 bps", "−12.5个基点"},
		{"+3.5pp", "3.5 points", "+3.5 pts", "3.5个百分点"},
		{"-3.5pp", "−3.5 points", "−3.5 pts", "−3.5个百分点"},
		{"(3.4)%", "−3.4%", "−3.4%", "−3.4%"},
		{"$(6)m", "−$6m", "−$6m", "−600万美元"},
		{"2.5x", "2.5 times", "2.5×", "2.5倍"},
		{"$5MM", "$5m", "$5m", "500万美元"},
		{"₹5 crore", "₹50m", "₹50m", "₹5,000万"},
		{"1,2 Mrd.", "1.2 bn", "1.2 bn", "12亿"},
		{"1,2 Mrd. €", "€1.2bn", "€1.2bn", "12亿欧元"},
		{"14,5 Prozent", "14.5%", "14.5%", "14.5%"},
		{"99,5 %", "99.5%", "99.5%", "99.5%"},
		{"3,4 Mio. Euro", "€3.4m", "€3.4m", "340万欧元"},
		{"1,2 milliard d'euros", "€1.2bn", "€1.2bn", "12亿欧元"},
		{"14,5 pour cent", "14.5%", "14.5%", "14.5%"},
		{"14,5 por ciento", "14.5%", "14.5%", "14.5%"},
		{"3 mil millones de euros", "€3bn", "€3bn", "30亿欧元"},
		{"三成", "30%", "30%", "30%"},
		{"三成五", "35%", "35%", "35%"},
		{"1.2万亿", "1.2 trn", "1.2 trn", "1.2万亿"},
		{"上亿", "at least 100m", "≥100m", "至少1亿"},
		{"百分之二十", "20%", "20%", "20%"},
		{"ninety-nine per cent", "99%", "99%", "99%"},
		{"12 500", "12,500", "12,500", "12,500"},
		{"NZ$5m", "NZ$5m", "NZ$5m", "NZ$500万"},
		{"HK$5m", "HK$5m", "HK$5m", "500万港元"},
		{"between 40 and 50%", "40–50%", "40–50%", "40%至50%"},
		{"12,000 m²", "12,000 m²", "12,000", "12,000 m²"},
		{"12,000m", "12,000m", "12,000m", "120亿"},
	} {
		v, err := ParseValue(c.typed)
		if err != nil {
			t.Errorf("%q: %v", c.typed, err)
			continue
		}
		if got := v.Prose(value.Format{}); got != c.prose {
			t.Errorf("%q as prose is %q, want %q", c.typed, got, c.prose)
		}
		if got := v.Label(value.Format{}); got != c.label {
			t.Errorf("%q as label is %q, want %q", c.typed, got, c.label)
		}
		if got := v.Prose(zh); got != c.chinese {
			t.Errorf("%q in Chinese is %q, want %q", c.typed, got, c.chinese)
		}
		again, err := ParseValue(v.String())
		if err != nil || again.Prose(value.Format{}) != c.prose || again.Plus != v.Plus {
			t.Errorf("%q is kept as %q, which is read as %q (%v)", c.typed, v.String(), again.Prose(value.Format{}), err)
		}
	}
}

// TestWhatIsNoValueIsNoValue: what qualifies a number and is not understood is no value.
func TestWhatIsNoValueIsNoValue(t *testing.T) {
	for _, typed := range []string{"up 99%", "99%*", "barely 5%", "hardly 5%", "5 gazillion", "12,000 m", "5 zillion users", "tens of millions", "the third", "over 40 to 50", "Three Gorges",
		"5 to", "between 40", "1,23,4", "1.234.567", "conceivably 30%"} {
		if v, err := ParseValue(typed); err == nil {
			t.Errorf("%q is read as %s", typed, v)
		}
	}
}

// TestPointsAndCommasAreAskedForWhereTheyAreAmbiguous: in German, French and Spanish outlines until `decimal` is set.
func TestPointsAndCommasAreAskedForWhereTheyAreAmbiguous(t *testing.T) {
	for _, lang := range []string{"de", "fr", "es"} {
		for _, typed := range []string{"1.234", "1,234", "about 1.234", "€1.234"} {
			if v, err := ParseValueIn(typed, value.Marks{Language: lang}); value.CodeOf(err, "E-VALUE") != "E-AMBIGUOUS" {
				t.Errorf("%s: %q is read as %s: %v", lang, typed, v, err)
			}
		}
		for typed, want := range map[string]string{"1,2": "1.2", "12,50 %": "12.50%", "1.234,5": "1,234.5", "1.234.567": "1,234,567", "7": "7", "about $80m": "about $80m", "n/a": "n/a", "40 to 50": "40–50"} {
			if v, err := ParseValueIn(typed, value.Marks{Language: lang}); err != nil || v.Prose(value.Format{}) != want {
				t.Errorf("%s: %q is %q, %v", lang, typed, v.Prose(value.Format{}), err)
			}
		}
		for typed, want := range map[string][2]string{"1.234": {"1.234", "1,234"}, "1,234": {"1,234", "1.234"}, "€1.234": {"€1.234", "€1,234"}} {
			for i, mark := range []string{".", ","} {
				if v, err := ParseValueIn(typed, value.Marks{Language: lang, Decimal: mark}); err != nil || v.Prose(value.Format{}) != want[i] {
					t.Errorf("%s, %s: %q is %q, %v", lang, mark, typed, v.Prose(value.Format{}), err)
				}
			}
		}
	}
	if _, err := ParseValueIn("4..5", value.Marks{Language: "de"}); err == nil || value.CodeOf(err, "E-VALUE") != "E-VALUE" {
		t.Error("what is no number is not ambiguous:", err)
	}
	if v, err := ParseValueIn("1,234", value.Marks{}); err != nil || v.String() != "1,234" {
		t.Error(v, err)
	}
}

// TestEuropeanOutlinesReadTheSameValues: the language of an outline changes nothing where its marks are English.
func TestEuropeanOutlinesReadTheSameValues(t *testing.T) {
	for _, w := range phrasings(t) {
		v, err := ParseValue(w.value)
		if err != nil || !w.true {
			continue
		}
		for _, lang := range []string{"de", "fr", "es"} {
			a, err := ParseValueIn(w.value, value.Marks{Decimal: ".", Language: lang})
			if err != nil || a.String() != v.String() {
				t.Errorf("%s: %q is %v, in English %v: %v", lang, w.value, a, v, err)
			}
		}
	}
}
