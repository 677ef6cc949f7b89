package charts

import (
	"math"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// perUnit is how long a unit is along the value axis in the drawing, from the first value's mark to the last's; in, how long in the native
// form.
func perUnit(t *testing.T, c *Chart, frame scene.Rect, st Style) (drawn, in float64) {
	t.Helper()
	p := newPlot(c, frame, st, &diag.List{})
	c.Is.draw(p)
	a, b := p.anchors[0], p.anchors[len(p.anchors)-1]
	from, to := a.tip.Y, b.tip.Y
	length := p.chart.Plot.Box.H
	if !p.upright {
		from, to, length = b.tip.X, a.tip.X, p.chart.Plot.Box.W
	}
	values := p.n.cols[0].cells
	v := p.chart.Plot.Values
	return math.Abs(float64(from-to) / (values[b.cat].point() - values[a.cat].point())), float64(length) / (v[1] - v[0])
}

// TestEqualValuesAreEquallyLong in charts of one scale, whatever their kinds, names and notes leave them.
func TestEqualValuesAreEquallyLong(t *testing.T) {
	const years, names = "Year|V\n2021|20\n2022|27\n2023|34", "Name|V\nAlder|20\nBirch|27\nCedar|34"
	for _, c := range []struct {
		name string
		a, b Spec
	}{
		{"columns and a line", Spec{Kind: "column", Table: tab(years)}, Spec{Kind: "line", Table: tab(years)}},
		{"columns and an area", Spec{Kind: "column", Table: tab(years)}, Spec{Kind: "area", Table: tab(years)}},
		{"names of one line and of two", Spec{Kind: "column", Table: tab(names)}, Spec{Kind: "column", Table: tab("Name|V\nThe northern district of mills|20\nThe southern district of mills|27\nThe eastern district of mills|34")}},
		{"short names and long ones", Spec{Kind: "bar", Table: tab(names)}, Spec{Kind: "bar", Table: tab("Name|V\nAlder and elder mills|20\nBirch and beech mills|27\nCedar and cypress|34")}},
		{"a reference beyond the values", Spec{Kind: "column", Table: tab(years)},
			Spec{Kind: "column", Table: tab(years), Annotations: []Annotation{{Kind: "reference", Value: amount("60"), Label: "Limit"}}}},
	} {
		for _, medium := range []scene.Medium{scene.Document, scene.Slides} {
			st, frame := style0(t).st, scene.Rect{X: 30, Y: 40, W: 420, H: 300}
			st.Medium = medium
			all := []*Chart{Judge(c.a), Judge(c.b)}
			d := Domains(all)
			if d == nil {
				t.Fatalf("%s: no common domain", c.name)
			}
			for _, one := range all {
				one.Share = d
			}
			all = OneScale(all, scene.Size{W: frame.W, H: frame.H}, st)
			drawn, native := perUnit(t, all[0], frame, st)
			for i := range all {
				a, b := perUnit(t, all[i], frame, st)
				if math.Abs(a/drawn-1) > 1e-6 || math.Abs(b/native-1) > 1e-6 || math.Abs(a/b-1) > 1e-6 {
					t.Errorf("%s, %v: a unit is %.3f pt long in the first drawing, %.3f in chart %d and %.3f in its native form", c.name, medium, drawn, a, i, b)
				}
			}
		}
	}
}
