package assets

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"roadshow/internal/cputime"
	"roadshow/scene"
)

func load(t *testing.T, name string) *Look {
	t.Helper()
	l, err := LoadLook(name)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

func hex(c scene.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

func TestEveryColourCarriesItsToken(t *testing.T) {
	for _, name := range Looks() {
		l := load(t, name)
		if l.Name != name {
			t.Errorf("%s calls itself %s", name, l.Name)
		}
		for token, c := range map[string]scene.Color{
			"background": l.Background, "surface": l.Surface, "text": l.Text, "muted": l.Muted, "rule": l.Rule,
			"rule_strong": l.RuleStrong, "accent": l.Accent, "accent_deep": l.AccentDeep, "on_accent": l.OnAccent,
			"positive": l.Positive, "negative": l.Negative, "neutral": l.Neutral, "series1": l.Series[0],
			"series8": l.Series[7], "ramp1": l.Ramp[0], "ramp6": l.Ramp[5], "accent/38": l.Tint(l.Accent, 0.38),
		} {
			if c.Token != token {
				t.Errorf("%s: token %q, want %q", name, c.Token, token)
			}
		}
	}
}

func TestTintsAreTheSpecified(t *testing.T) {
	for name, want := range map[string]string{
		"paper": "#F4E3DD #E0A8A1 #C9655E", "ink": "#282225 #6B4236 #B76749", "bank": "#E6ECF2 #A2B5CC #5477A2",
	} {
		l := load(t, name)
		got := hex(l.Tint(l.Accent, 0.10)) + " " + hex(l.Tint(l.Accent, 0.38)) + " " + hex(l.Tint(l.Accent, 0.70))
		if got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}

func TestNeutralIsMixedWithTheBackground(t *testing.T) {
	l := load(t, "paper")
	c, _ := ParseHex("#676457")
	if want := Mix(c, l.Background, 0.30); hex(l.Neutral) != hex(want) {
		t.Errorf("%s, want %s", hex(l.Neutral), hex(want))
	}
}

func TestReadableReproducesTheSpecifiedColours(t *testing.T) {
	for _, c := range []struct {
		look   string
		series int
		want   string
	}{
		{"paper", 3, "#A46100"}, {"paper", 6, "#3B74AE"}, {"paper", 8, "#9D625A"}, {"ink", 8, "#C56163"},
		{"bank", 2, "#007BBD"}, {"bank", 3, "#976F10"}, {"bank", 5, "#6F7586"}, {"bank", 7, "#3C8261"},
	} {
		l := load(t, c.look)
		got := l.Readable(l.Series[c.series-1], l.Background)
		if hex(got) != c.want || got.Token != fmt.Sprintf("series%d/read", c.series) {
			t.Errorf("%s series %d: %s %s, want %s", c.look, c.series, hex(got), got.Token, c.want)
		}
	}
}

func TestReadableIsReadableOnAnyBackground(t *testing.T) {
	l := load(t, "paper")
	for v := 0; v < 256; v += 5 {
		bg := scene.Color{Token: "bg", R: uint8(v), G: uint8(v), B: uint8(v)}
		for _, c := range l.Series {
			if r := Contrast(l.Readable(c, bg), bg); r < 4.5 {
				t.Errorf("%s on %s: %.2f", hex(c), hex(bg), r)
			}
		}
	}
}

func TestReadableLeavesAReadableColourAlone(t *testing.T) {
	l := load(t, "paper")
	if got := l.Readable(l.Accent, l.Background); got != l.Accent {
		t.Errorf("%v", got)
	}
}

func TestLabelOnAFillTakesTheHigherContrast(t *testing.T) {
	for _, name := range Looks() {
		l := load(t, name)
		for i, c := range l.Series {
			on := l.On(c)
			white := scene.Color{Token: "white", R: 255, G: 255, B: 255}
			if Contrast(on, c) < Contrast(white, c) || Contrast(on, c) < 4.5 {
				t.Errorf("%s series %d: %s with %.2f", name, i+1, on.Token, Contrast(on, c))
			}
		}
	}
}

func TestContrastsAreTheSpecified(t *testing.T) {
	want := map[string][]float64{ // text, muted, accent, positive, negative on background and surface
		"paper": {16.4, 14.8, 6.0, 5.4, 6.2, 5.6, 6.3, 5.7, 5.7, 5.1},
		"ink":   {15.8, 14.0, 8.1, 7.2, 7.8, 6.9, 10.8, 9.5, 6.1, 5.3},
		"bank":  {16.7, 15.1, 6.2, 5.6, 10.7, 9.7, 6.1, 5.5, 5.6, 5.1},
	}
	weakest := map[string]float64{"paper": 3.08, "ink": 3.53, "bank": 3.10}
	for name, list := range want {
		r := CheckPalette(load(t, name))
		for i, w := range list {
			if math.Abs(r.Contrast[i].Ratio-w) > 0.06 {
				t.Errorf("%s: %s is %.2f, specified %.1f", name, r.Contrast[i].Name, r.Contrast[i].Ratio, w)
			}
		}
		least := 100.0
		for _, c := range r.Contrast {
			if strings.HasPrefix(c.Name, "series") {
				least = min(least, c.Ratio)
			}
		}
		if math.Abs(least-weakest[name]) > 0.006 {
			t.Errorf("%s: weakest series %.3f, specified %.2f", name, least, weakest[name])
		}
	}
}

func TestColourBlindDistancesAreTheSpecified(t *testing.T) {
	for name, want := range map[string][3][4]float64{
		"paper": {{27.0, 17.6, 21.4, 15.7}, {24.3, 16.3, 14.9, 10.5}, {21.8, 15.5, 13.6, 5.5}},
		"ink":   {{24.1, 14.1, 19.3, 5.1}, {22.2, 11.2, 15.6, 5.1}, {19.8, 11.2, 15.6, 5.1}},
		"bank":  {{24.1, 19.1, 21.6, 16.3}, {19.9, 15.3, 13.9, 16.3}, {19.9, 15.3, 13.9, 7.3}},
	} {
		r := CheckPalette(load(t, name))
		for i, row := range want {
			for v, w := range row {
				if got := r.Rows[i].Least[v]; math.Abs(got-w) > 0.06 {
					t.Errorf("%s, %s, %s: %.2f, specified %.1f", name, r.Rows[i].Name, Vision(v), got, w)
				}
			}
		}
	}
	for name, want := range map[string][3]float64{"paper": {47, 38, 31}, "ink": {54, 37, 33}, "bank": {48, 39, 30}} {
		r := CheckPalette(load(t, name))
		for v, w := range want {
			if math.Round(r.Variance.Least[v]) != w {
				t.Errorf("%s variance, %s: %.2f, specified %.0f", name, Vision(v), r.Variance.Least[v], w)
			}
		}
	}
}

func TestShippedLooksPassAndABadPaletteFails(t *testing.T) {
	for _, name := range Looks() {
		if r := CheckPalette(load(t, name)); len(r.Failures) > 0 {
			t.Errorf("%s", r)
		}
	}
	l := load(t, "paper")
	l.Series[3] = l.Series[0]
	l.Muted = l.Rule
	r := CheckPalette(l)
	if len(r.Failures) < 3 || !strings.Contains(r.String(), "series 1 and 4 are too alike") ||
		!strings.Contains(r.String(), "rule on background") {
		t.Errorf("%s", r)
	}
}

// Pairs 1, 7, 13, 17, 21, 25 and 34 of Sharma, Wu and Dalal's test data, 2005.
func TestColourDifferenceAgreesWithItsAuthors(t *testing.T) {
	for _, c := range []struct {
		p, q lab
		want float64
	}{
		{lab{50, 2.6772, -79.7751}, lab{50, 0, -82.7485}, 2.0425},
		{lab{50, 0, 0}, lab{50, -1, 2}, 2.3669},
		{lab{50, -0.0010, 2.4900}, lab{50, 0.0011, -2.4900}, 4.7461},
		{lab{50, 2.5, 0}, lab{73, 25, -18}, 27.1492},
		{lab{50, 2.5, 0}, lab{50, 3.1736, 0.5854}, 1.0000},
		{lab{60.2574, -34.0099, 36.2677}, lab{60.4626, -34.1751, 39.4387}, 1.2644},
		{lab{2.0776, 0.0795, -1.1350}, lab{0.9033, -0.0636, -0.5514}, 0.9082},
	} {
		if got := deltaE(c.p, c.q); math.Abs(got-c.want) > 0.00006 {
			t.Errorf("%v %v: %.4f, want %.4f", c.p, c.q, got, c.want)
		}
		if there, back := deltaE(c.p, c.q), deltaE(c.q, c.p); math.Abs(there-back) > 1e-9 {
			t.Errorf("not symmetric: %v %v", there, back)
		}
	}
}

func TestLabGoesThereAndBack(t *testing.T) {
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := scene.Color{R: uint8(r), G: uint8(g), B: uint8(b)}
				if back := fromLab(toLab(linear(c))); back != c {
					t.Fatalf("%s became %s", hex(c), hex(back))
				}
			}
		}
	}
}

func TestBrandLookChangesOnlyWhatItNames(t *testing.T) {
	l, err := ParseLook([]byte(`{"base": "bank", "name": "acme", "accent": "#123456", "art": true}`))
	if err != nil {
		t.Fatal(err)
	}
	bank := load(t, "bank")
	if l.Name != "acme" || hex(l.Accent) != "#123456" || l.Accent.Token != "accent" || !l.Art {
		t.Errorf("not changed: %+v", l)
	}
	if l.Series != bank.Series || l.Text != bank.Text || !l.SansTitles {
		t.Errorf("changed too much: %+v", l)
	}
}

func TestLookFileMistakesAreNamed(t *testing.T) {
	for in, want := range map[string]string{
		``:             "ends before its closing brace",
		`{"name": "x"`: "ends before its closing brace",
		`[]`:           "one JSON object",
		"{\n  \"base\": \"paper\",\n  muted: 1\n}":        "line 3, column 3",
		`{"base": "paper", "base": "ink"}`:                `key "base" stands twice`,
		"{\n \"base\": @}":                                "line 2, column 10",
		`{"base": "paper"} x`:                             "line 1, column",
		`{"base": "paper"} {}`:                            "more text",
		`{"base": "pepper"}`:                              "paper, ink, bank",
		`{"base": "paper", "acent": "#000000"}`:           `unknown key "acent"`,
		`{"base": "paper", "muted": "red"}`:               `muted: want a colour such as "#B3261E"`,
		`{"base": "paper", "muted": "#12345G"}`:           "muted: want a colour",
		`{"base": "paper", "muted": "#+12345"}`:           "muted: want a colour",
		`{"base": "paper", "neutral": "#123456 at 130%"}`: "neutral: want a colour",
		`{"base": "paper", "neutral": "#123456 at NaN%"}`: "neutral: want a colour",
		`{"base": "paper", "muted": 7}`:                   "muted: want a colour",
		`{"base": "paper", "series": ["#000000"]}`:        "series: want a list of 8 colours",
		`{"base": "paper", "dark": "yes"}`:                "dark: want true or false",
		`{"base": "paper", "name": " "}`:                  "name: want a word",
		`{"name": "x"}`:                                   "accent is missing",
	} {
		_, err := ParseLook([]byte(in))
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s\n  %v\n  want %s", in, err, want)
		}
	}
}

func TestEveryMistakeIsReportedAtOnce(t *testing.T) {
	_, err := ParseLook([]byte(`{"base": "paper", "muted": "red", "acent": "#000000", "dark": 1}`))
	if err == nil || strings.Count(err.Error(), "\n") != 2 {
		t.Errorf("want three lines, got %v", err)
	}
}

func TestUnknownLookListsTheKnown(t *testing.T) {
	if _, err := LoadLook("papre"); err == nil || !strings.Contains(err.Error(), "paper, ink, bank") {
		t.Errorf("%v", err)
	}
}

func FuzzParseLook(f *testing.F) {
	f.Add([]byte(paper))
	f.Add([]byte(`{"base": "ink", "neutral": "#676457 at 30%"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
		l, err := ParseLook(data)
		if (l == nil) == (err == nil) {
			t.Fatal("neither look nor error, or both")
		}
	})
}
