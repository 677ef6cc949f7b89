package formula

import (
	"errors"
	"os"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
)

// TestEveryOperatorWithEveryPairOfUnits: each of the cells was worked out by hand; ! is what has no meaning, or two.
func TestEveryOperatorWithEveryPairOfUnits(t *testing.T) {
	env := figures(t, map[string]string{"count": "4", "pct": "20%", "pts": "5 points", "mul": "3×", "usd": "$6m", "big": "$2bn", "eur": "€3m",
		"staff": "10 staff", "kwh": "40 kWh", "rate": "$50/staff", "years": "4 years", "ratio": "=usd / other", "other": "$12m"})
	table, err := os.ReadFile("testdata/units.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var right []string
	op, cells := "", 0
	for _, line := range strings.Split(strings.TrimSpace(string(table)), "\n") {
		row := strings.Split(line, "\t")
		if len(row[0]) == 1 && strings.Contains("+-*/^>", row[0]) {
			op, right = row[0], row[1:]
			continue
		}
		for i, want := range row[1:] {
			src, got := row[0]+" "+op+" "+right[i], "!"
			cells++
			if op == ">" {
				c, err := ParseClaim(src)
				if err != nil {
					t.Fatal(src, err)
				}
				if v, err := c.Eval(env); err == nil {
					got = v.Truth.String()
				}
			} else {
				f, err := ParseFormula(src)
				if err != nil {
					t.Fatal(src, err)
				}
				if v, err := f.Eval(env); err == nil {
					got = v.Prose(value.Format{})
				}
			}
			if got != want {
				t.Errorf("%s is %q, want %q", src, got, want)
			}
		}
	}
	if cells != 6*13*13 {
		t.Errorf("%d cells", cells)
	}
}

// reckon computes figures as a briefing does. A unit stands behind a bar: "s24 / s23 | %"; a formula begins with =.
func reckon(t *testing.T, typed map[string]string) *Reckoning {
	return &Reckoning{Stated: func(id string) (*Stated, error) {
		text, ok := typed[id]
		if !ok {
			return nil, nil
		}
		val, unit, _ := strings.Cut(text, " | ")
		if src, is := strings.CutPrefix(val, "="); is {
			return &Stated{Formula: src, Unit: unit}, nil
		}
		v := mustValue(t, val)
		return &Stated{Value: &v, Unit: unit}, nil
	}}
}

var accounts = map[string]string{
	"margin": "20%", "later": "25%", "sales": "$5m", "s23": "$5m", "s24": "$6m", "loss": "-$5m", "less": "-$10m", "gain": "$10m", "two": "2%", "three": "3%",
	"small": "$300m", "large": "$900m", "both": "=small + large", "staff": "10 staff", "burn": "$0.5m/month", "cash": "$6m", "nearly": "1999", "twice": "2000",
	"begin": "$100m", "end": "$161.051m", "years": "5 years", "delta": "=gain - loss", "r": "=s24 / s23", "plainly": "=nearly - 999",
	"one": "1", "wide": "-1 to 2",
	"ships": "410", "hulls": "410 ships", "docks": "4", "load": "40 to 50 bn", "tonnes": "40 bn",
}

func TestFiguresMeanWhatAnAnalystMeans(t *testing.T) {
	for _, c := range []struct{ formula, want string }{
		{"1 - margin", "0.8"},
		{"1 - margin | %", "80%"},
		{"100% - margin", "80%"},
		{"100% - margin - later", "55%"},
		{"sales * (1 + margin)", "$6m"},
		{"sales / (1 + margin)", "$4.2m"},
		{"(1 + margin) * (1 + later)", "1.5"},
		{"(1 + margin) * (1 + later) - 1 | %", "50%"},
		{"(later - margin) / margin", "0.25"},
		{"(later - margin) / margin | %", "25%"},
		{"later / margin - 1 | %", "25%"},
		{"(three - two) / two | %", "50%"},
		{"three / two - 100% | %", "50%"},
		{"later - margin", "5 points"},
		{"later - margin | points", "5 points"},
		{"(later - margin) * sales", "$250k"},
		{"0 - margin", "−20%"},
		{"margin * 2 | ×", "0.4 times"},
		{"r | ×", "1.2 times"},
		{"r - 1 | %", "20%"},
		{"r | %", "120%"},
		{"both | $m", "$1,200m"},
		{"both", "$1.2bn"},
		{"both > $1.1bn", "true"},
		{"cash / burn", "12 months"},
		{"cash / burn | months", "12 months"},
		{"s24 / sales | months", "1.2 months"},
		{"s24 / staff | $k", "$600k/staff"},
		{"nearly / twice | %", "99.95%"},
		{"twice / nearly | %", "100.1%"},
		{"(gain - s23) / s23 | %", "100%"},
		{"(end / begin) ^ (1/5) - 1 | %", "10%"},
		{"(end / begin) ^ (1/years) - 1 | %", "10%"},
		{"2 ^ 0.5", "1.4"},
		{"(1 + margin) ^ 2 - 1 | %", "44%"},
		{"(1 + margin) ^ -1", "0.83"},
		{"4 ^ 0.5", "2"},
		{"(2 ^ 0.5) ^ 2 - 2 < 0.001", "true"},
		{"plainly | $m", "$1,000m"},
		{"wide ^ 2", "0–4"},
		{"wide ^ 3", "−1 to 8"},
		{"(gain - loss) / (0 - loss) | %", "300%"},
		{"loss / less | %", "50%"},
		{"margin > 15%", "true"},
		// A share of an amount is an amount: 0.2 × 40 bn and 50 bn, 0.2 × 410.
		{"load * margin", "8–10 bn"},
		{"margin * load", "8–10 bn"},
		{"tonnes * margin", "8 bn"},
		{"hulls * margin", "82 ships"},
		{"docks * margin", "80%"},
		{"ships * margin | %", "8,200%"},
		{"s24 / s23 * margin", "24%"},
		{"ships * margin", `formula: what "ships" counts is not said: 410 times a percentage is a percentage`},
		{"margin * ships", `formula: what "ships" counts is not said: 410 times a percentage is a percentage`},
		{"ships * margin | ships", `formula: what "ships" counts is not said: 410 times a percentage is a percentage`},
		{"later - margin > 4 points", "true"},
		{"(later - margin) / margin > 20%", "true"},
		// What has no meaning, or two.
		{"s24 / s23 | $bn", `unit: this is a ratio, not an amount in "$bn"`},
		{"s24 / s23 | points", `unit: this is a ratio, not an amount in "points"`},
		{"s24 - s23 | %", `unit: this is in "$m", not in "%"`},
		{"s24 - s23 | €m", `unit: this is in "$m", not in "€m"`},
		{"s24 - s23 | staff", `unit: this is in "$m", not in "staff"`},
		{"staff * 2 | %", `unit: this is in "staff", not in "%"`},
		{"staff * 2 | $", `unit: this is in "staff", not in "$"`},
		{"staff * 2 | months", `unit: this is in "staff", not in "months"`},
		{"later - margin | %", `unit: this is in "points", not in "%"`},
		{"later | points", `unit: this is in "%", not in "points"`},
		{"(gain - loss) / loss | %", "formula: growth from −$5m has no percentage"},
		{"delta / loss | %", "formula: growth from −$5m has no percentage"},
		{"gain / loss - 1 | %", "formula: growth from −$5m has no percentage"},
		{"(less / loss) ^ (1/2) - 1 | %", "formula: growth from −$5m has no percentage"},
		{"(less - loss) / loss * 100% ", "formula: growth from −$5m has no percentage"},
		{"(one - loss / sales) / wide | %", `formula: "wide" may be zero, it is −1 to 2: nothing can be divided by it`},
		{"margin > 0.15", `formula: "%" cannot be compared with a plain number`},
		{"margin < 15", `formula: "%" cannot be compared with a plain number`},
		{"later - margin > 4", `formula: "points" cannot be compared with a plain number`},
		{"sales + margin", `formula: "$" cannot be added to "%"`},
		{"both > 800", `formula: "800" is a plain number beside $1.2bn`},
		{"both + 1", `formula: "1" is a plain number beside $1.2bn`},
	} {
		if strings.Contains(c.formula, ">") || strings.Contains(c.formula, "<") {
			claim, err := ParseClaim(c.formula)
			if err != nil {
				t.Fatal(c.formula, err)
			}
			v, err := claim.Eval(reckon(t, accounts).Env())
			got := v.Truth.String()
			if err != nil {
				got = "formula: " + err.Error()
			}
			if got != c.want {
				t.Errorf("%s is %s, want %s", c.formula, got, c.want)
			}
			continue
		}
		typed := map[string]string{"it": "=" + c.formula}
		for id, v := range accounts {
			typed[id] = v
		}
		r := reckon(t, typed)
		v, err := r.Value("it")
		got := v.Prose(value.Format{})
		var wrong *FigureError
		if errors.As(err, &wrong) {
			got = string(wrong.Part) + ": " + wrong.Error()
		}
		if got != c.want {
			t.Errorf("%s is %q, want %q", c.formula, got, c.want)
		}
	}
}

func TestFiguresThatRestOnAWrongOneAreNotKnownWithoutAnError(t *testing.T) {
	r := reckon(t, map[string]string{"a": "=b + 1", "b": "=a + 1", "c": "=none + 1", "d": "=c * 2"})
	for id, wrong := range map[string]bool{"a": true, "b": false, "c": true, "d": false} {
		if id == "b" {
			_, _ = r.Value("a")
		}
		if v, err := r.Value(id); v.State != value.Unknown || (err != nil) != wrong {
			t.Errorf("%s is %v, %v", id, v, err)
		}
	}
}
