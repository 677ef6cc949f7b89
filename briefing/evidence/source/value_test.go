package source

import (
	"errors"
	"math/rand/v2"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
)

func mustValue(t testing.TB, s string) value.Value {
	t.Helper()
	v, err := ParseValue(s)
	if err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	return v
}

func TestEveryFormOfTheValueGrammarIsRead(t *testing.T) {
	for _, c := range []struct{ in, prose, label string }{
		{"6", "6", "6"},
		{"1,480.5", "1,480.5", "1,480.5"},
		{"1480.50", "1,480.50", "1,480.50"},
		{"-3", "−3", "−3"},
		{"−3", "−3", "−3"},
		{"+3", "3", "+3"},
		{".5", "0.5", "0.5"},
		{"40 to 50", "40–50", "40–50"},
		{"40-50", "40–50", "40–50"},
		{"40–50", "40–50", "40–50"},
		{"40 - 50", "40–50", "40–50"},
		{"-5 to -3", "−5 to −3", "−5 to −3"},
		{"over 70", "more than 70", ">70"},
		{"Over 70%", "more than 70%", ">70%"},
		{"more than 70%", "more than 70%", ">70%"},
		{">70", "more than 70", ">70"},
		{"at least 10", "at least 10", "≥10"},
		{">=10", "at least 10", "≥10"},
		{"≥ 10", "at least 10", "≥10"},
		{"under 5", "less than 5", "<5"},
		{"less than 5", "less than 5", "<5"},
		{"<5", "less than 5", "<5"},
		{"below 5", "less than 5", "<5"},
		{"at most 3", "at most 3", "≤3"},
		{"<=3", "at most 3", "≤3"},
		{"≤3", "at most 3", "≤3"},
		{"up to 3", "at most 3", "≤3"},
		{"about 80", "about 80", "≈80"},
		{"~80", "about 80", "≈80"},
		{"≈80", "about 80", "≈80"},
		{"around 80", "about 80", "≈80"},
		{"about 40 to 50", "about 40–50", "≈40–50"},
		{"over about 70%", "more than about 70%", ">≈70%"},
		{"n/a", "n/a", "n/a"},
		{"N/A", "n/a", "n/a"},
		{"?", "not known", "?"},
		{"20%", "20%", "20%"},
		{"20 per cent", "20%", "20%"},
		{"20% of tests", "20% of tests", "20%"},
		{"20-30%", "20–30%", "20–30%"},
		{"20% to 30%", "20–30%", "20–30%"},
		{"about $80m", "about $80m", "≈$80m"},
		{"about $80 million", "about $80m", "≈$80m"},
		{"80 million US dollars", "$80m", "$80m"},
		{"80m USD", "USD 80m", "USD 80m"},
		{"US$3.2bn", "US$3.2bn", "US$3.2bn"},
		{"-$3m", "−$3m", "−$3m"},
		{"$-3m", "−$3m", "−$3m"},
		{"RMB 1 to 2m", "RMB 1–2m", "RMB 1–2m"},
		{"RMB1-2m", "RMB 1–2m", "RMB 1–2m"},
		{"1 to 2 million yuan", "RMB 1–2m", "RMB 1–2m"},
		{"$1m-$2m", "$1–2m", "$1–2m"},
		{"$900k to 1.2m", "$0.9–1.2m", "$0.9–1.2m"},
		{"€ 5 thousand", "€5k", "€5k"},
		{"40 to 50 bn parameters", "40–50 bn parameters", "40–50 bn"},
		{"40bn parameters to 50bn parameters", "40–50 bn parameters", "40–50 bn"},
		{"40-50 billion parameters", "40–50 bn parameters", "40–50 bn"},
		{"1.8 trn parameters", "1.8 trn parameters", "1.8 trn"},
		{"1.8T", "1.8 trn", "1.8 trn"},
		{"12m users", "12m users", "12m"},
		{"$0.12/kWh", "$0.12/kWh", "$0.12"},
		{"0.12 $/kWh", "$0.12/kWh", "$0.12"},
		{"6.7×", "6.7 times", "6.7×"},
		{"6.7x", "6.7 times", "6.7×"},
		{"6.7 to 8.3×", "6.7–8.3 times", "6.7–8.3×"},
		{"1 times", "1 time", "1×"},
		{"3 points", "3 points", "3 pts"},
		{"3 pts", "3 points", "3 pts"},
		{"1 point", "1 point", "1 pts"},
		{"3万", "30k", "30k"},
		{"3亿元", "RMB 300m", "RMB 300m"},
		{"5 GPT-4 models", "5 GPT-4 models", "5"},
		{"5 m2", "5 m2", "5"},
		{"  6  ", "6", "6"},
	} {
		v, err := ParseValue(c.in)
		if err != nil {
			t.Errorf("%q: %v", c.in, err)
			continue
		}
		if got := v.Prose(value.Format{}); got != c.prose {
			t.Errorf("%q as prose is %q, want %q", c.in, got, c.prose)
		}
		if got := v.Label(value.Format{}); got != c.label {
			t.Errorf("%q as label is %q, want %q", c.in, got, c.label)
		}
	}
}

func TestWrongValuesAreNamedAtTheirPlace(t *testing.T) {
	for _, c := range []struct {
		in       string
		from, to int
		summary  string
		hint     string
	}{
		{"", 0, 0, "a value is missing", "write n/a (does not exist) or ? (not known)"},
		{"1,234,56", 0, 8, `"1,234,56" is not a number`, "commas group three digits: 1,480.5"},
		{"1,234.567,890", 0, 13, `"1,234.567,890" is not a number`, "commas group three digits: 1,480.5"},
		{"1.234.567", 0, 9, `"1.234.567" is not a number`, ""},
		{"5.", 0, 2, `"5." is not a number`, "leave the last point out"},
		{"1e6", 0, 3, `"1e6" is not a number`, "write it out, or use a scale: 1m"},
		{"about", 5, 5, `a number is missing after "about"`, ""},
		{"40 to", 5, 5, `a number is missing after "40 to"`, ""},
		{"40-", 3, 3, `a number is missing after "40-"`, ""},
		{"50 to 40", 0, 8, "a range runs from the smaller to the larger number", "write the smaller number first"},
		{"about 50 to 40", 6, 14, "a range runs from the smaller to the larger number", "write the smaller number first"},
		{"20% to 30", 0, 9, `the two ends of a range have different units: "%" and ""`, "say the unit once, after the second number"},
		{"$1 to €2", 0, 10, `the two ends of a range have different units: "$" and "€"`, "say the unit once, after the second number"},
		{"over 40 to 50", 0, 13, "a range has two ends: it takes no bound", `write either "over …" or a range`},
		{"usd 5", 0, 3, `"usd" is not a number`, "write the currency as USD"},
		{"80±5", 2, 5, `"±5" is no unit`, "write the range: 75 to 85"},
		{"1 23", 2, 4, `"23" is no unit`, "one number has no spaces in it; a range is 40 to 50"},
		{"many", 0, 4, `"many" is not a number`, "write a number such as 1,480.5, or n/a (does not exist), or ? (not known)"},
		{"–", 0, 3, `"–" is not a number`, "write n/a (does not exist) or ? (not known)"},
		{strings.Repeat("9", 41), 0, 41, "a number has at most 40 digits", "round it, or use a scale: 12.4bn"},
	} {
		_, err := ParseValue(c.in)
		var e *value.SyntaxError
		if !errors.As(err, &e) {
			t.Errorf("%q: error is %v", c.in, err)
			continue
		}
		if e.Offset != c.from || e.End != c.to || e.Summary != c.summary || c.hint != "" && e.Hint != c.hint {
			t.Errorf("%q: %d–%d %s (%s), want %d–%d %s (%s)", c.in, e.Offset, e.End, e.Summary, e.Hint, c.from, c.to, c.summary, c.hint)
		}
	}
}

func TestErrorSpanPointsAtTheColumn(t *testing.T) {
	_, err := ParseValue("≈ 1,23,4m")
	e := err.(*value.SyntaxError)
	got := e.Span(diag.Span{File: "revenue.csv", Line: 5, Col: 3}, "≈ 1,23,4m")
	if got.Line != 5 || got.Col != 5 || got.EndCol != 12 {
		t.Fatalf("span is %+v", got)
	}
	cell := diag.Span{File: "x.xlsx", Note: "B3"}
	if got := e.Span(cell, "≈ 1,23,4m"); got != cell {
		t.Fatalf("a workbook cell moved: %+v", got)
	}
}

func TestStrictAndNonStrictBoundsAreKeptApart(t *testing.T) {
	over, least := mustValue(t, "over 70"), mustValue(t, "at least 70")
	if !over.Lo.Open || !over.Hi.Inf || least.Lo.Open || !least.Hi.Inf {
		t.Fatalf("over 70 is %+v, at least 70 is %+v", over, least)
	}
	under, most := mustValue(t, "under 3"), mustValue(t, "at most 3")
	if !under.Hi.Open || !under.Lo.Inf || most.Hi.Open || !most.Lo.Inf {
		t.Fatalf("under 3 is %+v, at most 3 is %+v", under, most)
	}
}

func TestUnitsAreCurrencyScaleAndNoun(t *testing.T) {
	for _, c := range []struct {
		in   string
		want value.Unit
		out  string
	}{
		{"", value.Unit{}, ""},
		{"bn parameters", value.Unit{Scale: "bn", Noun: "parameters"}, "bn parameters"},
		{"$m", value.Unit{Currency: "USD", Sign: "$", Scale: "m"}, "$m"},
		{"RMB m", value.Unit{Currency: "CNY", Sign: "RMB", Scale: "m"}, "RMB m"},
		{"million yuan", value.Unit{Currency: "CNY", Sign: "RMB", Scale: "m"}, "RMB m"},
		{"亿元", value.Unit{Currency: "CNY", Sign: "元", Scale: "亿"}, "亿元"},
		{"%", value.Unit{Kind: value.Percent}, "%"},
		{"%, May 2023", value.Unit{Kind: value.Percent}, "%"},
		{"% of tests", value.Unit{Kind: value.Percent, Noun: "of tests"}, "% of tests"},
		{"points", value.Unit{Kind: value.Points}, "points"},
		{"×", value.Unit{Kind: value.Times}, "×"},
		{"$/kWh", value.Unit{Currency: "USD", Sign: "$", Noun: "/kWh"}, "$/kWh"},
		{"m users", value.Unit{Scale: "m", Noun: "users"}, "m users"},
		{"floors", value.Unit{Noun: "floors"}, "floors"},
	} {
		u, err := value.ParseUnit(c.in)
		if err != nil || u != c.want || u.String() != c.out {
			t.Errorf("%q is %+v %q %v", c.in, u, u.String(), err)
		}
	}
	if _, err := value.ParseUnit("10 bn"); err == nil {
		t.Error("a unit with a number was taken")
	}
}

func TestACellTakesTheUnitOfItsColumn(t *testing.T) {
	unit := func(s string) value.Unit { u, _ := value.ParseUnit(s); return u }
	for _, c := range []struct{ value, unit, want string }{
		{"40 to 50", "bn parameters", "40–50 bn parameters"},
		{"900k", "$m", "$0.9m"},
		{"$900k", "$m", "$0.9m"},
		{"12.4m", "$", "$12.4m"},
		{"over 70", "%", "more than 70%"},
		{"over 70%", "%", "more than 70%"},
		{"n/a", "%", "n/a"},
	} {
		v, err := mustValue(t, c.value).WithUnit(unit(c.unit))
		if err != nil || v.Prose(value.Format{}) != c.want {
			t.Errorf("%q under %q is %q, %v", c.value, c.unit, v.Prose(value.Format{}), err)
		}
	}
	for _, c := range [][2]string{{"20%", "bn parameters"}, {"€5", "$m"}, {"5 staff", "bn parameters"}} {
		if v, err := mustValue(t, c[0]).WithUnit(unit(c[1])); err == nil {
			t.Errorf("%q under %q is %v", c[0], c[1], v)
		}
	}
}

func TestFormatsOfTheBriefing(t *testing.T) {
	for _, c := range []struct {
		in   string
		f    value.Format
		want string
	}{
		{"1,234,567", value.Format{Locale: locale("fr-FR")}, "1\u202f234\u202f567"},
		{"40 bn tokens", value.Format{Units: "si"}, "40 G"},
		{"$40bn", value.Format{Units: "si"}, "$40G"},
		{"40 bn parameters", value.Format{Units: "si"}, "40 bn"},
		{"$80m", value.Format{Units: "zh"}, "$8,000万"},
		{"40 to 50 bn tokens", value.Format{Units: "zh"}, "400–500亿"},
		{"3亿元", value.Format{Units: "zh"}, "3亿元"},
		{"1.5 bn users", value.Format{Units: "zh"}, "15亿"},
		{"-3", value.Format{Accounting: true}, "(3)"},
		{"-$3m", value.Format{Accounting: true}, "($3m)"},
		{"RMB 1 to 2m", value.Format{Ranges: "repeat"}, "RMB 1m–2m"},
		{"20 to 30%", value.Format{Ranges: "repeat"}, "20%–30%"},
		{"$80m", value.Format{Codes: true}, "USD 80m"},
		{"3", value.Format{Plus: true}, "+3"},
		{"$3m", value.Format{Plus: true}, "+$3m"},
		{"-3", value.Format{Plus: true}, "−3"},
	} {
		if got := mustValue(t, c.in).Label(c.f); got != c.want {
			t.Errorf("%q with %+v is %q, want %q", c.in, c.f, got, c.want)
		}
	}
}

func TestWordsStandInForTheNumberExceptInTheShortForm(t *testing.T) {
	v := mustValue(t, "at least RMB 20m")
	v.Words = "tens of millions of yuan"
	if v.Prose(value.Format{}) != v.Words || v.Label(value.Format{}) != v.Words || v.Short(value.Format{}) != "≥RMB 20m" {
		t.Fatal(v.Prose(value.Format{}), v.Label(value.Format{}), v.Short(value.Format{}))
	}
}

func TestOneChartHasOneScaleAndTheDecimalsTyped(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"6|6.5|7.25", "6|6.5|7.25"},
		{"$900k|$1.2m", "$0.9m|$1.2m"},
		{"20%|over 50%|n/a|over 70%", "20%|>50%|n/a|>70%"},
		{"1k|3bn", "1k|3 bn"},
		{"6|40 to 50", "6|40–50"},
	} {
		var vs []value.Value
		for _, s := range strings.Split(c.in, "|") {
			vs = append(vs, mustValue(t, s))
		}
		if got := strings.Join(value.FormatAll(vs, value.Format{}), "|"); got != c.want {
			t.Errorf("%s is %s, want %s", c.in, got, c.want)
		}
	}
}

func computed(lo, hi string) value.Value {
	v := value.Between(decimal.RequireFromString(lo), decimal.RequireFromString(hi), value.Unit{Kind: value.Times})
	v.Computed = true
	return v
}

func TestComputedValuesHaveTwoOrThreeSignificantFigures(t *testing.T) {
	for _, c := range []struct{ lo, hi, want string }{
		{"6.6666666666", "8.3333333333", "6.7–8.3×"},
		{"2", "2", "2×"},
		{"2.50", "2.50", "2.5×"},
		{"1.25", "1.25", "1.25×"},
		{"12.3456", "12.3456", "12×"},
		{"12.5", "12.5", "12.5×"},
		{"0.6666", "0.6666", "0.67×"},
		{"1234.5", "1234.5", "1,235×"},
		{"0.5", "12.3456", "0.5–12.3×"},
		{"0.00123", "0.00123", "0.00123×"},
		{"0", "0", "0×"},
	} {
		if got := computed(c.lo, c.hi).Label(value.Format{}); got != c.want {
			t.Errorf("%s to %s is %q, want %q", c.lo, c.hi, got, c.want)
		}
	}
}

func TestARoundedBoundStaysTrue(t *testing.T) {
	v := computed("2.5678", "2.5678")
	v.Hi, v.Lo.Open = value.End{Inf: true}, true
	if got := v.Label(value.Format{}); got != ">2.5×" {
		t.Errorf("a floor was rounded up: %s", got)
	}
	v = computed("2.5123", "2.5123")
	v.Lo = value.End{Inf: true}
	if got := v.Label(value.Format{}); got != "≤2.6×" {
		t.Errorf("a ceiling was rounded down: %s", got)
	}
}

func TestEndsAreFoundInBaseUnitsAndAsFloats(t *testing.T) {
	v := mustValue(t, "40 to 50 bn parameters")
	lo, hi := v.Base()
	if lo.N.String() != "40000000000" || hi.N.String() != "50000000000" {
		t.Error(lo, hi)
	}
	if a, b := v.Floats(); a != 40 || b != 50 {
		t.Error(a, b)
	}
	if v.Low().Prose(value.Format{}) != "40 bn parameters" || v.High().Prose(value.Format{}) != "50 bn parameters" {
		t.Error(v.Low(), v.High())
	}
	if s := mustValue(t, "over 70%").High().State; s != value.Unknown {
		t.Error("the open side has an end", s)
	}
	if _, ok := mustValue(t, "over 70%").Point(); ok {
		t.Error("a bound is a point")
	}
	if n, ok := mustValue(t, "about 80").Point(); !ok || n.String() != "80" {
		t.Error("about 80 is no point")
	}
	if got := mustValue(t, "$900k").In("m").Label(value.Format{}); got != "$0.9m" {
		t.Error(got)
	}
}

// randomValue is the text of any value of the grammar, by its parts.
func randomValue(r *rand.Rand) string {
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	number := func() (string, float64) {
		s := strconv.Itoa(r.IntN(1000))
		if r.IntN(3) == 0 {
			s += "," + strconv.Itoa(100+r.IntN(900))
		}
		if r.IntN(3) == 0 {
			s += "." + strconv.Itoa(r.IntN(1000))
		}
		f, _ := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
		return s, f
	}
	currency := pick("", "", "$", "RMB ", "€", "HK$", "USD ")
	scale := pick("", "k", "m", " bn", " trn", " million", "万", "亿")
	tail := pick("", " parameters", "%", "×", " points", "/kWh", " users a day", " staff")
	if currency != "" && strings.Trim(tail, "/kWh") != "" {
		tail = ""
	}
	if tail == "%" || tail == "×" || tail == " points" {
		scale = ""
	}
	a, x := number()
	if r.IntN(3) > 0 {
		return pick("", "", "over ", "at least ", "under ", "at most ", ">", "<=") + pick("", "", "about ") + pick("", "", "-") + currency + a + scale + tail
	}
	b, y := number()
	if x > y {
		a, b = b, a
	}
	return pick("", "about ") + currency + a + pick(" to ", "-", "–") + b + scale + tail
}

func TestWhatIsPrintedIsReadBackTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		in := randomValue(r)
		v := mustValue(t, in)
		again, err := ParseValue(v.String())
		if err != nil {
			t.Fatalf("%q prints %q: %v", in, v, err)
		}
		if again.String() != v.String() || !equalEnds(v, again) || v.About != again.About || !value.SameUnit(v.Unit, again.Unit) {
			t.Fatalf("%q prints %q, read back as %q", in, v, again)
		}
	}
}

// equalEnds compares intervals in base units, where 3万 and 30k are one.
func equalEnds(a, b value.Value) bool {
	same := func(x, y value.End) bool {
		return x.Inf == y.Inf && (x.Inf || x.Open == y.Open && x.Rat().Cmp(y.Rat()) == 0)
	}
	alo, ahi := a.Base()
	blo, bhi := b.Base()
	return a.State == b.State && same(alo, blo) && same(ahi, bhi)
}

// TestMoneyIsNoRate: a currency and a percentage are not printed as either, nor what cannot be read again.
func TestMoneyIsNoRate(t *testing.T) {
	for _, s := range []string{"$5%", "€3 to 4 %", "over RMB 5 percent", "100元%", "$5 pts", "£5x", "$\x7f0%", "USD 5 bps", "0$/1", "5 €/2", "3+m", "3+ m"} {
		if v, err := ParseValue(s); err == nil {
			t.Errorf("%q is read as %s", s, v)
		}
	}
	for _, s := range []string{"$5", "$5m", "$0.12/kWh", "5%", "5 pts", "€5 a share"} {
		if _, err := ParseValue(s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

// stored are numbers with as many decimals as programs keep.
var stored = regexp.MustCompile(`\d{2}[.,]\d{3,}|[.,]\d{8}`)

// TestASignStandsAtItsNumber: "about +5%" can be typed again, "+about 5%" cannot.
func TestASignStandsAtItsNumber(t *testing.T) {
	for typed, want := range map[string]string{"about +5%": "about +5%", "+5%+": "at least +5%", "+$5m": "+$5m", "+0+": "at least 0", "+3 to 5%": "3–5%", "about +€2m": "about +€2m"} {
		v, err := ParseValue(typed)
		if got := v.String(); err != nil || got != want {
			t.Errorf("%q is written %q, not %q (%v)", typed, got, want, err)
		}
	}
}

func FuzzValue(f *testing.F) {
	for _, s := range []string{"6", "1,480.5", "-3", "40 to 50 bn parameters", "over 70%", "about $80m", "12,4m", "RMB 1–2m", "n/a", "?", "$/kWh 3", "3亿元", "40 x to", "−", "0.12 $/kWh", "1,000,000.0001 to 2万亿"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		defer cputime.Bound(t)()
		v, err := ParseValue(s)
		if err != nil {
			e, ok := err.(*value.SyntaxError)
			if !ok || e.Offset < 0 || e.End < e.Offset || e.End > len(s) || e.Summary == "" {
				t.Fatalf("%q: %+v", s, err)
			}
			return
		}
		if !utf8.ValidString(s) {
			return
		}
		if stored.MatchString(s) { // it prints four figures
			return
		}
		_, _ = v.Label(value.Format{Units: "zh"}), v.Short(value.Format{Accounting: true, Plus: true, Ranges: "repeat"})
		again, err := ParseValue(v.String())
		if err != nil || !equalEnds(v, again) {
			t.Fatalf("%q prints %q, read back as %q: %v", s, v, again, err)
		}
	})
}

func BenchmarkParseValue(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		_, _ = ParseValue("1,480.5")
		_, _ = ParseValue("40 to 50 bn parameters")
	}
}

// TestDigitsAreAsTypedOrAboutFour: nothing is padded, and what a division left behind is not printed to the end.
func TestDigitsAreAsTypedOrAboutFour(t *testing.T) {
	for _, c := range [][2]string{
		{"7|0.00001234|100000000000", "7|0.00001234|100,000,000,000"},
		{"4.25|12|$7.125m", "4.25|12|$7.125m"},
		{"2m|4k", "2m|4k"},
		{"1.2m|900k", "1.2m|0.9m"},
		{"0.333333333333333|333333.333333333|0.30000000000000004", "0.3333|333,333|0.3"},
		{"3.14159265|1234567.891", "3.14159265|1,234,567.891"},
		{"2027", "2027"}, {"2,027", "2,027"}, {"2027 staff", "2,027"}, {"2027|12000", "2,027|12,000"}, {"1990|2027", "1990|2027"},
	} {
		var values []value.Value
		for _, s := range strings.Split(c[0], "|") {
			v, err := ParseValue(s)
			if err != nil {
				t.Fatal(err)
			}
			values = append(values, v)
		}
		if got := strings.Join(value.FormatAll(values, value.Format{}), "|"); got != c[1] {
			t.Errorf("%s is printed %s, want %s", c[0], got, c[1])
		}
	}
	for typed, want := range map[string]string{"$62/kWh": "$62/kWh", "40 to 50 bn parameters": "40–50 bn parameters", "1,250 people": "1,250 people", "20%": "20%"} {
		if v, err := ParseValue(typed); err != nil || v.Whole(value.Format{}) != want {
			t.Errorf("%s is printed whole as %s, want %s", typed, v.Whole(value.Format{}), want)
		}
	}
}
