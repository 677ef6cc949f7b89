package assets

import (
	"math"
	"testing"

	"roadshow/scene"
)

// TestAnyHouseColoursMakeAPaletteThatPasses tries colours of every hue, pale and dark ones, greys, black and white, alone and
// in pairs, in every look.
func TestAnyHouseColoursMakeAPaletteThatPasses(t *testing.T) {
	var houses [][]scene.Color
	hexes := []string{"#000000", "#FFFFFF", "#808080", "#FFEE00", "#00FF00", "#0000FF", "#FF0000", "#00FFFF", "#FF00FF", "#0B5FA5", "#F28C28", "#1D1D1B", "#B3261E", "#00666E",
		"#E30613", "#009FE3", "#FFCC00", "#003B5C", "#6CC24A"}
	var colours []scene.Color
	for _, h := range hexes {
		c, _ := ParseHex(h)
		colours = append(colours, c)
		houses = append(houses, []scene.Color{c})
	}
	for i, a := range colours {
		houses = append(houses, []scene.Color{a, colours[(i*7+3)%len(colours)]})
	}
	houses = append(houses, []scene.Color{colours[9], colours[9]}, []scene.Color{colours[1], colours[1]})
	if testing.Short() {
		houses = houses[14:24]
	}
	for _, name := range Looks() {
		for _, house := range houses {
			l, _ := LoadLook(name)
			was := *l
			derived := Derive(l, house)
			for _, f := range CheckPalette(l).Failures {
				t.Errorf("%s in %v: %s", name, house, f)
			}
			for _, f := range GreyFailures(l) {
				t.Errorf("%s in %v: %s", name, house, f)
			}
			if len(derived) != 3+len(l.Series)+len(l.Ramp) {
				t.Fatalf("%d colours are told", len(derived))
			}
			if l.Background != was.Background || l.Text != was.Text || l.Muted != was.Muted {
				t.Errorf("%s: its ground and text are not its own", name)
			}
			for i := range l.Ramp { // a ramp rises as the look's own does
				a, b := toLab(linear(l.Ramp[i]))[0], toLab(linear(was.Ramp[i]))[0]
				if math.Abs(a-b) > 2 {
					t.Errorf("%s in %v: ramp %d is L %.0f, not %.0f", name, house, i+1, a, b)
				}
			}
		}
	}
}

func TestAHouseColourThatServesIsKept(t *testing.T) {
	l, _ := LoadLook("paper")
	a, _ := ParseHex("#0B5FA5")
	b, _ := ParseHex("#C77E1E")
	for _, d := range Derive(l, []scene.Color{a, b}) {
		switch {
		case d.Why != "":
			t.Errorf("%s was changed for %q", d.Token, d.Why)
		case (d.Token == "accent" || d.Token == "series1") && named(d.Color, "") != a, d.Token == "series2" && named(d.Color, "") != b:
			t.Errorf("%s is %v", d.Token, d.Color)
		}
	}
	pale, _ := ParseHex("#FFEE00")
	if d := Derive(l, []scene.Color{pale})[0]; d.Why == "" || named(d.From, "") != pale || d.From.Token != "palette1" || hueOf(d.Color)-hueOf(pale) > 12 {
		t.Errorf("a pale accent became %v: %q", d.Color, d.Why)
	}
}

func hueOf(c scene.Color) float64 { v := toLab(linear(c)); return hue(v[1], v[2]) }

func BenchmarkDerive(b *testing.B) {
	house, _ := ParseHex("#6CC24A")
	for b.Loop() {
		l, _ := LoadLook("paper")
		Derive(l, []scene.Color{house})
	}
}
