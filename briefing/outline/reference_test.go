package outline

import (
	"strings"
	"testing"
)

func TestMoneyIsNoFigure(t *testing.T) {
	for text, want := range map[string]string{
		"$80m and $5, $1.5bn":         "",
		"$m, $k, $bn, $trn, $million": "",
		"US$m or HK$bn, A$5":          "",
		"in $m.":                      "",
		"$m.short":                    "",
		"$/kWh and $ 5 and $":         "",
		"$million_users":              "million_users",
		"$Threshold":                  "",
		"$aB":                         "",
		"$é":                          "",
		"$_x":                         "",
		"$threshold":                  "threshold",
		"one, $stopped.":              "stopped",
		"$gpt4.short":                 "gpt4.short",
		"$gpt4.short.":                "gpt4.short",
		"$gpt4.low to $gpt4.high":     "gpt4.low gpt4.high",
		"$gpt4.shorter":               "gpt4",
		"$gpt4.Short":                 "gpt4",
		"$gpt4.low.high":              "gpt4.low",
		"$a-$c":                       "a c",
		"$a$c":                        "a c",
		"$a's, ($c), “$d”":            "a c d",
		"$threshold以上":                "threshold",
		"约$threshold":                 "threshold",
		"$$a":                         "",
		"$$$a":                        "a",
		"$$$$a":                       "",
		"$$ and $a":                   "a",
		"$x_y2 $m2":                   "x_y2 m2",
		"$low.low":                    "low.low",
		"":                            "",
	} {
		var got []string
		for _, r := range References(text) {
			s := r.Name
			if r.Suffix != "" {
				s += "." + r.Suffix
			}
			got = append(got, s)
			if text[r.From:r.To] != "$"+s {
				t.Errorf("%q: %s stands at %q", text, s, text[r.From:r.To])
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q names %q, want %q", text, strings.Join(got, " "), want)
		}
	}
}

func TestExpandPrintsFiguresAndKeepsTheRest(t *testing.T) {
	value := func(r Reference) (string, bool) {
		return "<" + r.Name + r.Suffix + ">", r.Name != "unknown"
	}
	for text, want := range map[string]string{
		"no figure":                   "no figure",
		"$a and $80m and $$a and $$":  "<a> and $80m and $a and $",
		"$a.":                         "<a>.",
		"$a.low–$a.high, $unknown":    "<alow>–<ahigh>, $unknown",
		"$$$a costs $$5":              "$<a> costs $5",
		"$unknown$$":                  "$unknown$",
		"$million is $$million is $k": "$million is $million is $k",
	} {
		if got := Expand(text, value); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
