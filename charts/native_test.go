package charts

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

// dumpPlot is the native form of a chart as text.
func dumpPlot(c *scene.Chart) string {
	n := c.Plot
	if n == nil {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "plot %s stack %d lying %v named %v ticks %v values %.3g…%.3g", formNames[n.Form], n.Stack, n.Lying, n.Named, n.Ticks, n.Values[0], n.Values[1])
	if n.Across != [2]float64{} {
		fmt.Fprintf(&b, " across %.3g…%.3g", n.Across[0], n.Across[1])
	}
	fmt.Fprintf(&b, " gap %.2f overlap %.2f order %v parts %v under %d over %d\n", n.Gap, n.Overlap, n.Order, n.Parts, len(n.Under), len(n.Over))
	for _, s := range c.Data.Series {
		for i := range s.Values {
			m := s.Values[i].Drawn
			if m == nil {
				continue
			}
			fmt.Fprintf(&b, "  %s", m.Color.Token)
			for _, x := range []struct {
				what string
				is   bool
			}{{" /" + m.Hatch.Token, !m.Hatch.None()}, {" ~" + m.Join.Token, !m.Join.None()}, {" outline", m.Outline}, {" " + m.Step, m.Step != ""}, {" dot", m.Radius > 0}, {" ahead", m.Ahead}} {
				if x.is {
					b.WriteString(x.what)
				}
			}
			if l := m.Label; l != nil {
				fmt.Fprintf(&b, " %q %d %s", said(l.Spans), l.Place, l.Format)
			}
		}
		b.WriteString("\n")
	}
	for _, l := range n.Levels {
		fmt.Fprintf(&b, "level %g %q\n", l.Value, l.Name)
	}
	return b.String()
}

var formNames = [...]string{"none", "bars", "lines", "joined", "areas", "points", "bubbles", "ring", "spans", "moments", "pairs", "steps", "tiles", "cells"}

func said(spans []scene.Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}

// checkNative holds a native form against the drawing: every word is printed once, by the one or the other, and every bar and dot
// that an office program draws from its numbers is one that the drawing has.
func checkNative(t *testing.T, c *scene.Chart) {
	t.Helper()
	if c.Plot == nil {
		return
	}
	n := c.Plot
	var have []string
	for _, it := range append(slices.Clone(n.Under), n.Over...) {
		if x, ok := it.(*scene.Text); ok {
			have = append(have, said(x.Paras[0].Spans))
		}
	}
	if n.Named {
		have = append(have, n.Categories...)
	}
	if n.Rest != nil && n.Named {
		have = slices.DeleteFunc(have, func(s string) bool { return slices.Contains(n.Categories, s) })
		for _, i := range n.Order {
			if i >= 0 {
				have = append(have, n.Categories[i])
			}
		}
		have = append(have, n.Rest.Name)
	}
	if n.Ticks {
		for _, a := range c.Axes {
			for _, x := range a.Ticks {
				have = append(have, x.Label)
			}
		}
	}
	for _, s := range c.Data.Series {
		for _, v := range s.Values {
			if l := v.As().Label; l != nil {
				have = append(have, said(l.Spans))
			}
		}
	}
	if n.Grid != nil {
		n.Grid.EachCell(func(cell *scene.Cell) {
			for _, p := range cell.Text.Paras {
				have = append(have, said(p.Spans))
			}
		})
	}
	have = bare(have)
	for _, it := range c.Drawing {
		if x, ok := it.(*scene.Text); ok {
			for _, word := range bare([]string{said(x.Paras[0].Spans)}) {
				i := slices.Index(have, word)
				if i < 0 {
					t.Errorf("%s: no native chart says %q, nor what stands beside it", c.Kind, word)
					continue
				}
				have = slices.Delete(have, i, i+1)
			}
		}
	}
	for _, word := range have { // a tick that found no room
		if !n.Ticks || NumberFormat(word, 0) == "" && !strings.ContainsAny(word, "0123456789") {
			t.Errorf("%s: a native chart says %q, which the drawing does not", c.Kind, word)
		}
	}
	for _, r := range nativeMarks(c) {
		if !slices.ContainsFunc(c.Drawing, func(it scene.Item) bool {
			s, ok := it.(*scene.Shape)
			if !ok {
				return false
			}
			b := s.Path.Bounds()
			near := func(a, b, slack scene.Pt) bool { return math.Abs(float64(a-b)) <= float64(slack) }
			if n.Lying {
				return near(b.Y, r.Y, 1) && near(b.Bottom(), r.Bottom(), 1) && near(b.X, r.X, 2.1) && near(b.Right(), r.Right(), 2.1)
			}
			return near(b.X, r.X, 1) && near(b.Right(), r.Right(), 1) && near(b.Y, r.Y, 2.1) && near(b.Bottom(), r.Bottom(), 2.1)
		}) {
			t.Errorf("%s: an office program would draw %v, the drawing has no such mark", c.Kind, r)
		}
	}
}

// TestWhatIsExpectedInADumbbellIsDrawnOnce: its dots are the native chart's, pale and with a rim, and the dashed line between them lies
// below; the chart joins only what has happened.
func TestWhatIsExpectedInADumbbellIsDrawnOnce(t *testing.T) {
	s0 := style0(t)
	c := drawnOn(t, &Spec{Kind: "dumbbell", Table: tab("Company|2022|2023\nAlder|10|14\nBirch|12|11\nCedar|8|15"), Scenario: map[string]string{"Birch": "forecast", "Cedar": "plan"}}, s0.frame, s0.st)
	for _, it := range c.Plot.Over {
		if sh, ok := it.(*scene.Shape); ok {
			t.Errorf("above the chart lies a shape of %s", sh.Fill.Color.Token+sh.Stroke.Color.Token)
		}
	}
	dashed := 0
	for _, it := range c.Plot.Under {
		if sh, ok := it.(*scene.Shape); ok && len(sh.Stroke.Dash) > 0 {
			dashed++
		}
	}
	got := ""
	for i := range c.Data.Categories {
		for k := range 2 {
			m := c.Data.Series[k].Values[i].As()
			got += fmt.Sprint(m.Radius > 0, " ", m.Color.Token, "/", m.Hatch.Token, " ")
		}
		got += fmt.Sprint(!c.Data.Series[0].Values[i].As().Join.None(), "; ")
	}
	want := "true muted/70/ true accent/ true; true muted/70/38/muted/70 true accent/38/accent false; true muted/70/15/muted/70 true accent/15/accent false; "
	if got != want || dashed != 2 {
		t.Errorf("%d dashed lines; %s\nwant %s", dashed, got, want)
	}
}

// bare are the words without brackets and commas, which a gloss loses.
func bare(texts []string) (out []string) {
	for _, s := range texts {
		out = append(out, strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("(), \u00a0", r) })...)
	}
	return out
}

// nativeMarks are the bars and dots as an office program computes them.
func nativeMarks(c *scene.Chart) (out []scene.Rect) {
	n := c.Plot
	if n.Grid != nil { // the rim of a cell is half of what stands between two
		for _, row := range n.Grid.Rows {
			for _, cell := range row[1:] {
				out = append(out, cell.Text.Frame.Inset(n.Grid.Rules[0].Stroke.Width/2))
			}
		}
		return out
	}
	at := func(v float64) scene.Pt {
		k := scene.Pt((v - n.Values[0]) / (n.Values[1] - n.Values[0]))
		if n.Lying {
			return n.Box.X + k*n.Box.W
		}
		return n.Box.Bottom() - k*n.Box.H
	}
	order := n.Order
	for i := range c.Data.Categories {
		if len(n.Order) == 0 {
			order = append(order, i)
		}
	}
	length, from := n.Box.W, n.Box.X
	if n.Lying {
		length, from = n.Box.H, n.Box.Y
	}
	pitch := length / scene.Pt(len(order))
	mark := func(center, thick scene.Pt, a, b float64) {
		p, q := min(at(a), at(b)), max(at(a), at(b))
		if q-p < 0.5 {
			return
		}
		if n.Lying {
			out = append(out, scene.Rect{X: p, Y: center - thick/2, W: q - p, H: thick})
		} else {
			out = append(out, scene.Rect{X: center - thick/2, Y: p, W: thick, H: q - p})
		}
	}
	bars := scene.Pt(1)
	if n.Form == scene.Bars && n.Stack == scene.Beside {
		bars = scene.Pt(len(c.Data.Series))
	}
	thick := pitch / (scene.Pt(n.Gap) + bars - (bars-1)*scene.Pt(n.Overlap))
	var sum float64
	for row, i := range order {
		center := from + (scene.Pt(row)+0.5)*pitch
		if i < 0 {
			continue
		}
		var all float64
		if n.Form != scene.Steps {
			sum = 0
		}
		for _, s := range c.Data.Series {
			if all += s.Values[i].Low; s.Values[i].Low != s.Values[i].High {
				all = math.NaN()
			}
		}
		parts := n.Parts
		if len(parts) == 0 {
			parts = []int{0}
		}
		for k, part := range parts {
			v := c.Data.Series[part].Values[i]
			if v.Missing {
				continue
			}
			if n.Form == scene.Spans || n.Form == scene.Moments {
				switch {
				case n.Form == scene.Moments:
					r, x := v.As().Radius, at(n.Sure[i].From)
					out = append(out, scene.Rect{X: x - r, Y: center - r, W: 2 * r, H: 2 * r})
				case n.Sure != nil && n.Sure[i] == nil, math.IsInf(v.Low, 0), math.IsInf(v.High, 0):
				case n.Sure != nil:
					mark(center, thick, v.Low, v.High)
					mark(center, thick, n.Sure[i].From, n.Sure[i].To)
				default:
					mark(center, thick, v.Low, v.High)
				}
				continue
			}
			if n.Form == scene.Tiles { // the topmost first; between parts lies a gap
				w, sum := n.Wide[i], 0.0
				for k := range w.Tones {
					sum += c.Data.Series[k].Values[i].Low
				}
				x, y := n.Box.X+scene.Pt(w.From)*n.Box.W, n.Box.Y
				for k := range w.Tones {
					h := n.Box.H * scene.Pt(c.Data.Series[k].Values[i].Low/sum)
					if h > 6 {
						out = append(out, scene.Rect{X: x, Y: y, W: scene.Pt(w.To-w.From) * n.Box.W, H: h})
					}
					y += h
				}
				continue
			}
			if v.Low != v.High {
				sum = math.NaN()
				continue
			}
			switch {
			case n.Form == scene.Bars && n.Stack == scene.Beside:
				step := thick * (1 - scene.Pt(n.Overlap))
				mark(center+(scene.Pt(k)-(bars-1)/2)*step, thick, 0, v.Low)
			case n.Form == scene.Bars:
				if n.Stack == scene.Shares && all != 0 {
					v.Low *= 100 / all
				}
				if !math.IsNaN(sum + v.Low) {
					mark(center, thick, sum, sum+v.Low)
				}
				sum += v.Low
			case n.Form == scene.Steps && v.As().Step == "total":
				mark(center, thick, 0, v.Low)
				sum = v.Low
			case n.Form == scene.Steps:
				if !math.IsNaN(sum) {
					mark(center, thick, sum, sum+v.Low)
				}
				sum += v.Low
			case n.Form == scene.Points || n.Form == scene.Bubbles:
				y := c.Data.Series[1].Values[i]
				if r := v.As().Radius; r > 0 && !y.Missing {
					x := n.Box.X + n.Box.W*scene.Pt((v.Low-n.Across[0])/(n.Across[1]-n.Across[0]))
					out = append(out, scene.Rect{X: x - r, Y: at(y.Low) - r, W: 2 * r, H: 2 * r})
				}
			case n.Form == scene.Pairs:
				for _, s := range c.Data.Series[:2] {
					if m := s.Values[i].As(); m.Radius > 0 {
						x := at(s.Values[i].Low)
						out = append(out, scene.Rect{X: x - m.Radius, Y: center - m.Radius, W: 2 * m.Radius, H: 2 * m.Radius})
					}
				}
			}
		}
	}
	return out
}

// TestAFormatSaysWhatItsTextSays or is none.
func TestAFormatSaysWhatItsTextSays(t *testing.T) {
	for _, c := range []struct {
		text string
		v    float64
		want string
	}{
		{"12", 12, `#,##0;"−"#,##0`}, {"1,480", 1480, `#,##0;"−"#,##0`}, {"1480", 1480, `0;"−"0`}, {"12.50", 12.5, `#,##0.00;"−"#,##0.00`},
		{"$1,480m", 1480, `"$"#,##0"m";"−$"#,##0"m"`}, {"−30%", -30, `#,##0"%";"−"#,##0"%"`}, {"-3", -3, `#,##0;"−"#,##0`}, {"+5", 5, `"+"#,##0;"−"#,##0`}, {"≈8", 8, `"≈"#,##0;"−≈"#,##0`},
		{"13", 12, ""}, {"12.5", 12.46, `#,##0.0;"−"#,##0.0`}, {"1.480,5", 1480.5, ""}, {">50", 50, ""}, {"≤3", 3, ""}, {"20–25", 20, ""}, {"about 8", 8, `"about "#,##0;"−about "#,##0`},
		{"3 of 4", 3, ""}, {"none", 0, ""}, {"−", -1, ""}, {"12", -12, ""}, {"", 0, ""}, {"第3", 3, `"第"#,##0;"−第"#,##0`},
	} {
		if got := NumberFormat(c.text, c.v); got != c.want {
			t.Errorf("%q of %g: %s, want %s", c.text, c.v, got, c.want)
		}
	}
}
