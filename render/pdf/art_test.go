package pdf

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

// formOf is what marks of foreign art become.
func formOf(t *testing.T, marks ...scene.Mark) *form {
	t.Helper()
	f, err := drawForm(scene.A4, func(d *artist) { d.marks(marks) })
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestForeignArtIsDrawnMarkByMark(t *testing.T) {
	box := scene.RectPath(scene.Rect{X: 10, Y: 20, W: 30, H: 40})
	black := scene.Ink{Color: scene.Color{Token: "x"}}
	pen := scene.Pen{Ink: black, Width: 2}
	dashed := pen
	dashed.Dash, dashed.Phase = []scene.Pt{3, 2}, 1
	set := []scene.Mark{{Path: box, Fill: black}}
	for name, c := range map[string]struct {
		mark        scene.Mark
		holds, lack string
	}{
		"filled":      {scene.Mark{Path: box, Fill: black}, "\nf\n", "S\n"},
		"even-odd":    {scene.Mark{Path: box, Fill: black, EvenOdd: true}, "\nf*\n", "\nf\n"},
		"solid line":  {scene.Mark{Path: box, Pen: pen}, "S\n", "] "},
		"dashed line": {scene.Mark{Path: box, Pen: dashed}, "[3 2] 1 d\n", ""},
		"a set":       {scene.Mark{Parts: set}, "\nf\n", "Do"},
		"a faded set": {scene.Mark{Parts: set, Fade: 0.5}, "/X0 Do\n", "\nf\n"},
		"a cut set":   {scene.Mark{Parts: set, Cut: &scene.Cut{Path: box}}, "W n\n", ""},
	} {
		ops := string(formOf(t, c.mark).ops)
		if !strings.Contains(ops, c.holds) || c.lack != "" && strings.Contains(ops, c.lack) {
			t.Errorf("%s: %q holds no %q, or a %q", name, ops, c.holds, c.lack)
		}
		if words := strings.Fields(ops); count(words, "q") != count(words, "Q") || count(words, "q") == 0 {
			t.Errorf("%s: its states are not balanced: %q", name, ops)
		}
	}
}

func count(words []string, w string) (n int) {
	for _, x := range words {
		if x == w {
			n++
		}
	}
	return n
}

func TestMarksOfOneFadeShareItsState(t *testing.T) {
	box := scene.RectPath(scene.Rect{W: 9, H: 9})
	faded := func(by float64) scene.Mark {
		return scene.Mark{Path: box, Fill: scene.Ink{Color: scene.Color{Token: "x"}, Fade: by}}
	}
	f := formOf(t, faded(0.5), faded(0.25), faded(0.5))
	if want := []string{"/ca 0.5", "/ca 0.75"}; !slices.Equal(f.states, want) {
		t.Errorf("states %q, want %q", f.states, want)
	}
	if at := []int{bytes.Index(f.ops, []byte("/G0 gs")), bytes.Index(f.ops, []byte("/G1 gs")), bytes.LastIndex(f.ops, []byte("/G0 gs"))}; at[0] < 0 || at[1] < at[0] || at[2] < at[1] {
		t.Errorf("states are set at %v", at)
	}
}

func TestAGradientTurnsAtItsStops(t *testing.T) {
	red, blue := scene.Color{Token: "r", R: 255}, scene.Color{Token: "b", B: 255}
	g := &scene.Gradient{B: scene.Point{X: 1}, Map: [6]float64{1, 0, 0, 1, 0, 0}, Stops: []scene.Stop{{Color: red}, {At: 0.25, Color: blue}, {At: 1, Color: red}}}
	f := formOf(t, scene.Mark{Path: scene.RectPath(scene.Rect{W: 9, H: 9}), Fill: scene.Ink{Gradient: g}})
	for _, part := range []string{"/C0[1 0 0]/C1[0 0 1]>>", "/C0[0 0 1]/C1[1 0 0]>>", "]/Bounds[0.25 ]/Encode[0 1 0 1 ]"} {
		if len(f.inks) != 1 || !strings.Contains(f.inks[0], part) {
			t.Errorf("%q lacks %s", f.inks, part)
		}
	}
}
