package assets

import (
	"fmt"
	"math"
	"strings"

	"roadshow/scene"
)

// What a palette must reach. Differences are compared as whole ΔE: finer steps cannot be seen.
const (
	needNormal = 20.0 // ΔE2000 between any two series
	needBlind  = 11.0 // the same under deuteranopia and protanopia
	needMark   = 3.0  // contrast of a series on the background (WCAG 1.4.11)
	needText   = 4.5  // contrast of words
)

// Report is what CheckPalette measured.
type Report struct {
	Look     string
	Rows     []PaletteRow // the first four, six and eight series
	Variance PaletteRow   // positive against negative
	Contrast []ContrastRow
	Failures []string // one sentence each; none: the look passes
}

// PaletteRow is the least difference ΔE2000 over all pairs of colours, by Vision, and the pair that has it.
type PaletteRow struct {
	Name  string
	Least [4]float64
	Worst [4][2]int // 1-based series numbers
}

// ContrastRow is a pair of tokens and its WCAG 2 contrast.
type ContrastRow struct {
	Name        string
	Ratio, Need float64
}

// CheckPalette measures contrasts and colour-blind distances of a look.
func CheckPalette(l *Look) Report {
	r := Report{Look: l.Name}
	for _, n := range []int{4, 6, 8} {
		r.Rows = append(r.Rows, paletteRow(fmt.Sprintf("first %d series", n), l.Series[:n]))
	}
	r.Variance = paletteRow("positive and negative", []scene.Color{l.Positive, l.Negative})
	r.contrasts(l)

	all := r.Rows[len(r.Rows)-1]
	for v, need := range []float64{FullVision: needNormal, Deuteranopia: needBlind, Protanopia: needBlind} {
		if math.Round(all.Least[v]) < need {
			r.Failures = append(r.Failures, fmt.Sprintf("series %d and %d are too alike (%s): ΔE %.1f, at least %.0f needed",
				all.Worst[v][0], all.Worst[v][1], Vision(v), all.Least[v], need))
		}
	}
	for _, c := range r.Contrast {
		if c.Ratio < c.Need {
			r.Failures = append(r.Failures, fmt.Sprintf("%s has a contrast of %.2f, at least %.1f needed", c.Name, c.Ratio, c.Need))
		}
	}
	return r
}

func paletteRow(name string, colors []scene.Color) PaletteRow {
	row := PaletteRow{Name: name}
	for v := range row.Least {
		row.Least[v] = 1000
		for i, a := range colors {
			for j, b := range colors[:i] {
				if d := Distance(a, b, Vision(v)); d < row.Least[v] {
					row.Least[v], row.Worst[v] = d, [2]int{j + 1, i + 1}
				}
			}
		}
	}
	return row
}

func (r *Report) contrasts(l *Look) {
	add := func(name string, ratio, need float64) {
		r.Contrast = append(r.Contrast, ContrastRow{name, ratio, need})
	}
	for _, c := range []scene.Color{l.Text, l.Muted, l.Accent, l.Positive, l.Negative} {
		add(c.Token+" on background", Contrast(c, l.Background), needText)
		add(c.Token+" on surface", Contrast(c, l.Surface), needText)
	}
	add("on_accent on accent", Contrast(l.OnAccent, l.Accent), needText)
	add("on_accent at 85% on accent", Contrast(Mix(l.OnAccent, l.Accent, 0.85), l.Accent), needText)
	add("accent on accent/10", Contrast(l.Accent, l.Tint(l.Accent, 0.10)), needText)
	for i, c := range l.Series {
		add(fmt.Sprintf("series%d on background", i+1), Contrast(c, l.Background), needMark)
	}
	for i, c := range l.Series {
		add(fmt.Sprintf("label on series%d", i+1), Contrast(l.On(c), c), needText)
	}
}

// String is the report as a table for a terminal.
func (r Report) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-28s %9s %13s %11s %11s\n", r.Look+": least ΔE2000", FullVision, Deuteranopia, Protanopia, Tritanopia)
	for _, row := range append(r.Rows[:len(r.Rows):len(r.Rows)], r.Variance) {
		fmt.Fprintf(&b, "%-28s %9.1f %13.1f %11.1f %11.1f\n", row.Name, row.Least[0], row.Least[1], row.Least[2], row.Least[3])
	}
	fmt.Fprintf(&b, "\n%-28s %9s %13s\n", "contrast", "ratio", "needed")
	for _, c := range r.Contrast {
		fmt.Fprintf(&b, "%-28s %9.2f %13.1f\n", c.Name, c.Ratio, c.Need)
	}
	for _, f := range r.Failures {
		fmt.Fprintf(&b, "\nfails: %s", f)
	}
	if len(r.Failures) > 0 {
		b.WriteByte('\n')
	}
	return b.String()
}
