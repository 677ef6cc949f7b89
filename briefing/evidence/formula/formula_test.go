package formula

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/cputime"
)

// figures is an environment of typed values; a name that begins with "=" is a formula over the others.
func figures(t testing.TB, typed map[string]string) FormulaEnv {
	t.Helper()
	formulas := map[string]*Formula{}
	var env FormulaEnv
	env = FormulaEnv{
		Figure: func(name string) (value.Value, bool) {
			s, ok := typed[name]
			if !ok {
				return value.Value{}, false
			}
			if src, is := strings.CutPrefix(s, "="); is {
				f, err := ParseFormula(src)
				if err != nil {
					t.Fatal(err)
				}
				formulas[name] = f
				v, err := f.Eval(env)
				if err != nil {
					t.Fatal(err)
				}
				return v, true
			}
			return mustValue(t, s), true
		},
		Cell: func(table, row, column string) (value.Value, error) {
			if table != "floors" || column != "Floors" {
				return value.Value{}, fmt.Errorf("%q has no row %q: did you mean %q?", table, row, "x")
			}
			return mustValue(t, map[string]string{"Light Years": "3", "Spectrum": "7 to 11"}[row]), nil
		},
		Formula: func(name string) *Formula { return formulas[name] },
	}
	for name := range typed {
		env.Names = append(env.Names, name)
	}
	return env
}

var crossroads = map[string]string{
	"domestic_march": "20%", "domestic_may": "over 50%", "gpt4": "over 70%",
	"stopped": "6 bn parameters", "threshold": "40 to 50 bn parameters", "shortfall": "=threshold / stopped",
	"training": "at least RMB 20m", "inference": "RMB 1 to 2m", "arr": "about $80m", "chest": "$50m",
	"expected": "at most 3", "named": "at least 8", "lag": "31 months", "price": "$0.12/kWh", "energy": "5 m kWh",
	"x": "1 to 2", "y": "-1 to 2", "pos": "over 0", "unknown": "?", "none": "n/a", "zero": "0", "a": "over 50", "b": "10 to 20",
	"exactly": "40", "m": "$900k", "big": "$3bn", "free": "6 to 7 points", "wide": "0 to 5",
}

func TestFormulasComputeEndsUnitsAndApproximation(t *testing.T) {
	env := figures(t, crossroads)
	for _, c := range []struct{ src, want string }{
		{"threshold / stopped", "6.7–8.3"},
		{"threshold ÷ stopped", "6.7–8.3"},
		{"threshold − stopped", "34–44 bn parameters"},
		{"threshold - 5", "35–45 bn parameters"},
		{"stopped × 2", "12 bn parameters"},
		{"domestic_may / domestic_march", "more than 2.5"},
		{"domestic_may - domestic_march", "more than 30 points"},
		{"domestic_march + free", "26–27%"},
		{"training / inference", "at least 10"},
		{"arr / chest", "about 1.6"},
		{"arr + $1m", "about $81m"},
		{"arr * 1.005", "about $80.4m"},
		{"chest * 50%", "$25m"},
		{"domestic_march * chest", "$10m"},
		{"chest / 10", "$5m"},
		{"chest / 100", "$500k"},
		{"m + chest", "$50.9m"},
		{"m * 1000", "$900m"},
		{"big / 1000 + chest", "$53m"},
		{"price * energy", "$600k"},
		{"chest / lag", "$1.6m/month"},
		{"cell(\"floors\", \"Spectrum\", \"Floors\") - cell('floors', 'Light Years', 'Floors')", "4–8"},
		{"threshold.low / stopped", "6.7"},
		{"threshold.high / threshold.low", "1.25"},
		{"-stopped", "−6 bn parameters"},
		{"0.1 + 0.2", "0.3"},
		{"2 * named", "at least 16"},
		{"1 - x", "−1 to 0"},
		{"unknown + 1", "not known"},
		{"none * 2", "n/a"},
		{"1 / pos", "more than 0"},
		{"x - x", "0"},
		{"x / x", "1"},
		{"(x - exactly) / x", "−39 to −19"},
		{"a / (a + b)", "0.71–1.00"},
		{"y * y", "0–4"},
		{"shortfall * stopped - threshold", "0 bn parameters"},
	} {
		f, err := ParseFormula(c.src)
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
			continue
		}
		v, err := f.Eval(env)
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
			continue
		}
		if got := v.Prose(value.Format{}); got != c.want {
			t.Errorf("%s is %q, want %q", c.src, got, c.want)
		}
	}
}

func TestFormulaErrorsNameTheirPlace(t *testing.T) {
	env := figures(t, crossroads)
	for _, c := range []struct {
		src, at, summary string
	}{
		{"", "", "a formula is missing"},
		{"threshold /", "", "the formula ends too early"},
		{"(threshold", "", "the formula ends too early"},
		{"threshold stopped", "stopped", `"stopped" is not expected here`},
		{"threshold / 1,000", ",", `"," is not expected here`},
		{"6bn * 2", "6bn", `"6bn" is not expected here`},
		{"$stopped * 2", "$", `"$" has no place here`},
		{"stopped ^ 2", "^", `"parameters" has no powers`},
		{"x ^ y", "y", `"y" is not one number, it is −1 to 2`},
		{"x ^ 20%", "20%", `an exponent has no unit, this one is "%"`},
		{"x ^ 1000", "1000", `"1000" is too large for an exponent: at most 100`},
		{"y ^ 0.5", "y", `"y" may not be raised to this: it is −1 to 2`},
		{"(0 - x) ^ 0.5", "0 - x", `a number below zero has no root: "0 - x" is −2 to −1`},
		{"stopped ** 2", "**", `"**" has no place in a formula`},
		{"stopped // 2", "//", `"//" has no place here`},
		{"stopped % 2", "%", "% follows a number"},
		{"threshold > stopped", ">", `">" has no place in a formula`},
		{"max(stopped, threshold)", "max", `there is no function "max"`},
		{"sum(stopped)", "sum", `there is no function "sum"`},
		{"threshold.mid", "mid", `"mid" is no part of a figure`},
		{"\"threshold\" / 2", `"threshold"`, "text has no value"},
		{"0x10 + 1", "0x10", `"0x10" is not a number`},
		{"true + 1", "true", `"true" is no figure`},
		{"cell(\"floors\", \"x\")", "cell", "a cell is named by table, row and column"},
		{"treshold / 2", "treshold", `there is no figure "treshold"`},
		{"cell(\"flors\", \"x\", \"Floors\")", `cell("flors", "x", "Floors")`, `"flors" has no row "x"`},
		{"threshold / zero", "/", `"zero" is zero: nothing can be divided by it`},
		{"stopped / (y + 0)", "/", `"y + 0" may be zero, it is −1 to 2: nothing can be divided by it`},
		{"1 / wide", "/", `"wide" may be zero, it is 0–5: nothing can be divided by it`},
		{"threshold + arr", "+", `"parameters" cannot be added to "$"`},
		{"threshold - lag", "-", `"months" cannot be subtracted from "parameters"`},
		{"arr / inference", "/", `"$" cannot be divided by "RMB"`},
		{"arr * lag", "*", `"$" times "months" has no unit`},
		{"training.high", "training.high", `"training.high": there is no upper end, it is at least RMB 20m`},
		{strings.Repeat("x + ", 600) + "x", "*", "the formula is longer than 2,000 characters"},
		{strings.Repeat("x+", 300) + "x", "+", "the formula has more than 400 terms"},
	} {
		f, err := ParseFormula(c.src)
		if err == nil {
			_, err = f.Eval(env)
		}
		var e *value.SyntaxError
		if !errors.As(err, &e) {
			t.Errorf("%s: error is %v", c.src, err)
			continue
		}
		if got := c.src[e.Offset:e.End]; e.Summary != c.summary || got != c.at && len(c.src) < 100 && c.src != "" {
			t.Errorf("%s: %q: %s, want %q: %s", c.src, got, e.Summary, c.at, c.summary)
		}
	}
	f, _ := ParseFormula("treshold / 2")
	if _, err := f.Eval(env); err.(*value.SyntaxError).Hint != `did you mean "threshold"?` {
		t.Error(err.(*value.SyntaxError).Hint)
	}
}

func TestNamesAndCellsOfAFormulaAreListedOnce(t *testing.T) {
	f, err := ParseFormula(`b / a + a.low * cell("t", "r", "c") - cell(t, "r", "c")`)
	if err != nil || strings.Join(f.Names(), " ") != "b a" || len(f.Cells()) != 1 {
		t.Fatal(f, err)
	}
}

func TestClaimsAreTrueFalseOrCannotBeKnown(t *testing.T) {
	env := figures(t, crossroads)
	for _, c := range []struct {
		src  string
		want Truth
		why  string
	}{
		{"shortfall > 6", True, "shortfall is 6.667–8.333"},
		{"shortfall > 9", False, "shortfall is 6.667–8.333"},
		{"shortfall > 7", CannotKnow, "shortfall is 6.667–8.333"},
		{"domestic_may / domestic_march > 2", True, "domestic_may / domestic_march is more than 2.5"},
		{"domestic_may / domestic_march > 2.5", True, "domestic_may / domestic_march is more than 2.5"},
		{"gpt4 - domestic_may >= 20 points", CannotKnow, "gpt4 - domestic_may is not known"},
		{"domestic_may > domestic_march", True, "domestic_may is more than 50%, domestic_march is 20%"},
		{"training / inference >= 10", True, "training / inference is at least 10"},
		{"training / inference > 10", CannotKnow, "training / inference is at least 10"},
		{"named > 2 * expected", True, "named is at least 8, 2 * expected is at most 6"},
		{"named > 3 * expected", CannotKnow, "named is at least 8, 3 * expected is at most 9"},
		{"arr > $50m", True, "arr is about $80m"},
		{"chest == $50m", True, "chest is $50m"},
		{"chest != $50m", False, "chest is $50m"},
		{"threshold == 45", CannotKnow, "threshold is 40–50 bn parameters"},
		{"threshold == 60", False, "threshold is 40–50 bn parameters"},
		{"stopped <= 6", True, "stopped is 6 bn parameters"},
		{"stopped < 6", False, "stopped is 6 bn parameters"},
		{"expected ≤ 3", True, "expected is at most 3"},
		{"domestic_may > 50%", True, "domestic_may is more than 50%"},
		{"domestic_may > 0", True, "domestic_may is more than 50%"},
		{"domestic_may - domestic_march > 20 points", True, "domestic_may - domestic_march is more than 30 points"},
		{"1 - domestic_march == 0.8", True, "1 - domestic_march is 0.8"},
		{"chest / arr > 50%", True, "chest / arr is about 0.625"},
		{"big > $2.9bn", True, "big is $3bn"},
		{"m < $1m and m > $800k", True, "m is $900k"},
		{"gpt4 ≥ 70%", True, "gpt4 is more than 70%"},
		{"3 < shortfall < 9", True, "shortfall is 6.667–8.333"},
		{"shortfall > 6 and shortfall < 7", CannotKnow, "shortfall is 6.667–8.333"},
		{"shortfall > 6 and chest > $60m", False, "chest is $50m"},
		{"shortfall > 9 or chest > $40m", True, "chest is $50m"},
		{"not (shortfall > 9)", True, "shortfall is 6.667–8.333"},
		{"x > x / 2", True, "x is 1–2, x / 2 is 0.5–1"},
		{"x - x == 0", True, "x - x is 0"},
		{"shortfall * stopped == threshold", True, "shortfall * stopped is 40–50 bn parameters, threshold is 40–50 bn parameters"},
		{"unknown > 3", CannotKnow, "unknown is not known"},
		{"none > 3", CannotKnow, "none does not exist (n/a)"},
		{"2 > 1", True, "2 > 1 compares typed numbers"},
		{"cell(floors, \"Spectrum\", \"Floors\") - cell(\"floors\", \"Light Years\", \"Floors\") >= 4", True, `cell(floors, "Spectrum", "Floors") - cell("floors", "Light Years", "Floors") is 4–8`},
	} {
		claim, err := ParseClaim(c.src)
		if err != nil {
			t.Errorf("%s: %v", c.src, err)
			continue
		}
		v, err := claim.Eval(env)
		if err != nil || v.Truth != c.want || v.Why != c.why {
			t.Errorf("%s is %v (%s) %v, want %v (%s)", c.src, v.Truth, v.Why, err, c.want, c.why)
		}
	}
	claim, _ := ParseClaim("shortfall > 6")
	if v, _ := claim.Eval(env); v.Explain != "shortfall is 6.667–8.333, so shortfall > 6 is true" {
		t.Error(v.Explain)
	}
}

func TestClaimErrorsNameTheirPlace(t *testing.T) {
	env := figures(t, crossroads)
	for _, c := range []struct{ src, at, summary string }{
		{"shortfall", "shortfall", `a claim compares: "shortfall" does not`},
		{"shortfall = 6", "=", `"=" is not expected here`},
		{"shortfall > 6 and chest", "chest", `"chest" is no comparison`},
		{"not shortfall > 6", "not", "not takes a comparison"},
		{"(shortfall > 6) + 1 > 0", ">", "a comparison is no number"},
		{"arr > inference", ">", `"$" cannot be compared with "RMB"`},
		{"threshold > domestic_may", ">", `"parameters" cannot be compared with "%"`},
		{"shortfall > 6 shortfall", "shortfall", `"shortfall" is not expected here`},
		{"a in b", "in", `"in" has no place in a formula`},
		{"a > \"b", `"`, "this quotation mark is never closed"},
	} {
		claim, err := ParseClaim(c.src)
		if err == nil {
			_, err = claim.Eval(env)
		}
		var e *value.SyntaxError
		if !errors.As(err, &e) {
			t.Errorf("%s: error is %v", c.src, err)
			continue
		}
		if got := c.src[e.Offset:e.End]; got != c.at && !strings.HasPrefix(c.at, `"`) || e.Summary != c.summary {
			t.Errorf("%s: %q: %s, want %q: %s", c.src, got, e.Summary, c.at, c.summary)
		}
	}
}

// randomFormula builds a formula over x, y and z and the same arithmetic over one point of them.
func randomFormula(r *rand.Rand, depth int, at map[string]*big.Rat) (string, *big.Rat) {
	if depth == 0 || r.IntN(5) == 0 {
		if r.IntN(3) == 0 {
			n := int64(1 + r.IntN(9))
			return fmt.Sprint(n), big.NewRat(n, 1)
		}
		name := string(rune('x' + r.IntN(3)))
		return name, at[name]
	}
	a, x := randomFormula(r, depth-1, at)
	b, y := randomFormula(r, depth-1, at)
	op := "+-*/"[r.IntN(4)]
	out := new(big.Rat)
	switch op {
	case '+':
		out.Add(x, y)
	case '-':
		out.Sub(x, y)
	case '*':
		out.Mul(x, y)
	case '/':
		if y.Sign() == 0 {
			return a, x
		}
		out.Quo(x, y)
	}
	return "(" + a + string(op) + b + ")", out
}

func TestComputedIntervalsContainEveryPossibleResult(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	checked := 0
	for checked < 3000 {
		at := map[string]*big.Rat{}
		values := map[string]value.Value{}
		for _, name := range []string{"x", "y", "z"} {
			lo := int64(r.IntN(20) - 8)
			hi := lo + int64(r.IntN(6))
			v := mustValue(t, fmt.Sprintf("%d to %d", lo, hi))
			at[name] = new(big.Rat).Add(big.NewRat(lo, 1), new(big.Rat).Mul(big.NewRat(hi-lo, 1), big.NewRat(int64(r.IntN(5)), 4)))
			switch r.IntN(6) {
			case 0:
				v.Hi = value.End{Inf: true}
				at[name] = big.NewRat(lo+int64(r.IntN(100)), 1)
			case 1:
				v.Lo, at[name] = value.End{Inf: true}, big.NewRat(hi-int64(r.IntN(100)), 1)
			case 2:
				v.Lo.Open = true
				at[name] = new(big.Rat).Add(at[name], big.NewRat(1, 1000))
				v.Hi.N = v.Hi.N.Add(mustValue(t, "0.001").Lo.N)
			}
			values[name] = v
		}
		src, want := randomFormula(r, 3, at)
		f, err := ParseFormula(src)
		if err != nil {
			t.Fatal(src, err)
		}
		got, err := f.Eval(FormulaEnv{Figure: func(name string) (value.Value, bool) { v, ok := values[name]; return v, ok }})
		if err != nil {
			if !strings.Contains(err.Error(), "zero") {
				t.Fatal(src, err)
			}
			continue
		}
		checked++
		if !got.Interval().Has(want) {
			t.Fatalf("%s with x=%v y=%v z=%v is %v, computed %+v from %v", src, at["x"], at["y"], at["z"], want.RatString(), got, values)
		}
	}
}

func TestTheSameFigureTwiceNeverWidensAMonotoneFormula(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for _, src := range []string{"(x - y) / x", "x / (x + y)", "x * y / x", "x + y - x", "(x + y) / (x + z)", "(x - y) / y * 100", "x * x + x", "x / y - 1"} {
		f, err := ParseFormula(src)
		if err != nil {
			t.Fatal(err)
		}
		for range 50 {
			values := map[string]value.Value{}
			ends := map[string][2]int64{}
			for _, name := range []string{"x", "y", "z"} {
				lo := int64(1 + r.IntN(20))
				ends[name] = [2]int64{lo, lo + int64(r.IntN(9))}
				values[name] = mustValue(t, fmt.Sprintf("%d to %d", ends[name][0], ends[name][1]))
			}
			got, err := f.Eval(FormulaEnv{Figure: func(name string) (value.Value, bool) { v, ok := values[name]; return v, ok }})
			if err != nil {
				t.Fatal(err)
			}
			// These rise or fall in each variable throughout, so that the extremes lie at corners.
			var lo, hi *big.Rat
			for corner := range 8 {
				point := map[string]value.Value{}
				for i, name := range []string{"x", "y", "z"} {
					point[name] = mustValue(t, fmt.Sprint(ends[name][corner>>i&1]))
				}
				v, err := f.Eval(FormulaEnv{Figure: func(name string) (value.Value, bool) { v, ok := point[name]; return v, ok }})
				if err != nil {
					t.Fatal(err)
				}
				n := v.Lo.Rat()
				if lo == nil || n.Cmp(lo) < 0 {
					lo = n
				}
				if hi == nil || n.Cmp(hi) > 0 {
					hi = n
				}
			}
			if src == "(x + y) / (x + z)" && got.Lo.Rat().Cmp(lo) <= 0 && got.Hi.Rat().Cmp(hi) >= 0 {
				continue // falls or rises in x depending on y and z
			}
			if got.Lo.Rat().Cmp(lo) != 0 || got.Hi.Rat().Cmp(hi) != 0 {
				t.Fatalf("%s over %v is %s to %s, want %s to %s", src, ends, got.Lo.Rat().RatString(), got.Hi.Rat().RatString(), lo.RatString(), hi.RatString())
			}
		}
	}
}

func TestAFormulaOfFormulasStaysExact(t *testing.T) {
	env := figures(t, map[string]string{"third": "=one / three", "one": "1", "three": "3"})
	c, _ := ParseClaim("third * 3 == 1")
	if v, err := c.Eval(env); err != nil || v.Truth != True {
		t.Fatal(v, err)
	}
}

func FuzzFormula(f *testing.F) {
	for _, s := range []string{"threshold / stopped", "a > b and not (x < y)", "cell(\"t\", 'r', `c`)", "((x))", "x.low - y.high ÷ 3 × 50%", "1e9 + .5", "a //b", "\"", "x = 1", "-(-x)", "let a = 1; a", "x in [1]", "(x - x) / (y - y)", "pos / (pos + pos)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		defer cputime.Bound(t)()
		env := FormulaEnv{
			Figure: func(name string) (value.Value, bool) {
				typed, ok := crossroads[name]
				if !ok || strings.HasPrefix(typed, "=") {
					return value.Value{}, false
				}
				v, _ := source.ParseValue(typed)
				return v, true
			},
			Cell: func(string, string, string) (value.Value, error) { return source.ParseValue("1 to 2") },
		}
		check := func(err error) {
			var e *value.SyntaxError
			if err == nil || !errors.As(err, &e) {
				return
			}
			if e.Offset < 0 || e.End < e.Offset || e.End > len(s) || e.Summary == "" || utf8.ValidString(s) && (!utf8.ValidString(s[:e.Offset]) || !utf8.ValidString(s[:e.End])) {
				t.Fatalf("%q: %+v", s, e)
			}
			if strings.Contains(e.Summary, "goroutine") || strings.Contains(e.Summary, "\n") && !strings.Contains(s, "\n") {
				t.Fatalf("%q: %s", s, e.Summary)
			}
		}
		if formula, err := ParseFormula(s); err != nil {
			check(err)
		} else if _, err := formula.Eval(env); err != nil {
			check(err)
		}
		if claim, err := ParseClaim(s); err != nil {
			check(err)
		} else if _, err := claim.Eval(env); err != nil {
			check(err)
		}
	})
}

func BenchmarkClaim(b *testing.B) {
	env := figures(b, crossroads)
	b.ReportAllocs()
	for b.Loop() {
		c, _ := ParseClaim("shortfall > 6 and domestic_may / domestic_march > 2")
		if v, err := c.Eval(env); err != nil || v.Truth != True {
			b.Fatal(v, err)
		}
	}
}
