package layouts

import (
	"fmt"
	"testing"
)

// TestFiguresStandBesideThePointTheyBelongTo: each of the summary's figures stands level with the point that prints it or whose theme
// does; a point without one takes its theme's; those of no point, and more than two of one, stay at the top; none is lost or told twice.
func TestFiguresStandBesideThePointTheyBelongTo(t *testing.T) {
	head := madeUp + "figures:\n" + repeated(5, "  f#: {label: a made-up share, value: 1#%, source: s}\n")
	point := "    - {lead: A point is made, text: And it is made at some length so that it takes two lines or more of the column and there is room beside it%s, theme: t%d}\n"
	theme := "  - {name: T%d, id: t%d, claim: It is so in every case, kpis: [%s]}\n"
	for _, c := range []struct {
		name, kpis    string
		says          string // what the second point prints
		second, third string // figures of these themes
		points        []int  // the point that each figure stands beside, 0: below the first at the top
	}{
		{"one each", "[f1, f2, f3]", "", "f2", "f3", []int{1, 2, 3}},
		{"printed by the point", "[f1, f2]", " and $f2", "f4", "f2", []int{1, 2}},
		{"the theme's own", "[f1]", "", "f4", "f5", []int{1, 2, 3}},
		{"of no point", "[f1, f2]", "", "f4, f3", "f4", []int{1, 0, 2}},
		{"three of one", "[f1, f2, f3, f4]", "", "f2, f3, f4", "f5", []int{1, 0, 0, 0}},
	} {
		src := head + "summary:\n  points:\n" + fmt.Sprintf(point, "", 1) + fmt.Sprintf(point, c.says, 2) + fmt.Sprintf(point, "", 3) + "  kpis: " + c.kpis + "\nthemes:\n" +
			fmt.Sprintf(theme, 1, 1, "f1") + fmt.Sprintf(theme, 2, 2, c.second) + fmt.Sprintf(theme, 3, 3, c.third)
		d, _ := sound(t, src)
		words := textsOf(d)
		for i, want := range c.points {
			kpi, at := words[fmt.Sprintf("summary/kpi%d", i+1)], words[fmt.Sprintf("summary/point%d", max(1, want))]
			if kpi == nil || at == nil {
				t.Errorf("%s: figure %d is lost", c.name, i+1)
				continue
			}
			if level := kpi.Frame.Y-at.Frame.Y < 30 && at.Frame.Y-kpi.Frame.Y < 30; level != (want > 0) && i > 0 {
				t.Errorf("%s: figure %d stands at %.0f, point %d at %.0f", c.name, i+1, kpi.Frame.Y, want, at.Frame.Y)
			}
			if kpi.Frame.X >= at.Frame.X {
				t.Errorf("%s: figure %d does not stand in the rail", c.name, i+1)
			}
		}
		if more := words[fmt.Sprintf("summary/kpi%d", len(c.points)+1)]; more != nil {
			t.Errorf("%s: there are more figures than %d", c.name, len(c.points))
		}
	}
}
