package charts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestFewRowsFillASlide: they reach its foot, their bars are no thinner than the gaps but for a hair, and their names speak up.
func TestFewRowsFillASlide(t *testing.T) {
	st := style0(t).st
	st.Medium = scene.Slides
	frame := scene.Rect{W: 864, H: 306}
	for rows := 2; rows <= 6; rows++ {
		text := "Name|Value"
		for i := range rows {
			text += fmt.Sprintf("\n%s|%d", strings.Repeat(string(rune('A'+i)), 4), 10+i)
		}
		var l diag.List
		p := newPlot(judge(&Spec{Kind: "bar", Table: tab(text)}, &l), frame, st, &l)
		drawLying(p)
		bar := p.anchors[0].box
		if foot := frame.Bottom() - p.area.Bottom(); foot > 40 {
			t.Errorf("%d rows end %.0f pt above the foot", rows, float64(foot))
		}
		if gap := p.pitch - bar.H; bar.H < 0.95*gap {
			t.Errorf("%d rows: bars of %.0f pt, gaps of %.0f", rows, float64(bar.H), float64(gap))
		}
		if small := p.z.category.Size < 17; small != (rows > fewRows) {
			t.Errorf("%d rows have names of %.1f pt", rows, float64(p.z.category.Size))
		}
	}
}

// TestNamesStandAsLowAsValues: on a slide a row's name and its number share a baseline where they are of one size.
func TestNamesStandAsLowAsValues(t *testing.T) {
	st := style0(t).st
	st.Medium = scene.Slides
	var l diag.List
	drawn := Draw(judge(&Spec{Kind: "dot", Table: tab("Name|Value\nAlder|12\nBirch|30\nCedar|17")}, &l), scene.Rect{W: 864, H: 306}, st, &l)
	at := map[string]scene.Pt{}
	scene.Walk(drawn.Drawing, func(it scene.Item) {
		if w, ok := it.(*scene.Text); ok && len(w.Lines) > 0 {
			at[w.Lines[0].Runs[0].Text] = w.Lines[0].Baseline
		}
	})
	for name, value := range map[string]string{"Alder": "12", "Birch": "30", "Cedar": "17"} {
		if d := at[name] - at[value]; at[name] == 0 || d > 0.3 || d < -0.3 {
			t.Errorf("%s stands at %.2f, its value at %.2f", name, float64(at[name]), float64(at[value]))
		}
	}
}

// TestFewLinesSpeakUp on a slide, however many values they run through; many lines need the room for their names.
func TestFewLinesSpeakUp(t *testing.T) {
	st := style0(t).st
	st.Medium = scene.Slides
	for _, lines := range []int{1, fewLines, fewLines + 1} {
		text := "Year" + strings.Repeat("|Series", lines)
		for i := range 40 {
			text += fmt.Sprintf("\n%d", 1980+i) + strings.Repeat(fmt.Sprintf("|%d", 10+i%7), lines)
		}
		var l diag.List
		p := newPlot(judge(&Spec{Kind: "line", Table: tab(text)}, &l), scene.Rect{W: 571, H: 306}, st, &l)
		if larger := p.z.ticks.Size >= 13; larger != (lines <= fewLines) {
			t.Errorf("%d lines: ticks of %.1f pt", lines, float64(p.z.ticks.Size))
		}
	}
}
