package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/scene"
	"roadshow/typeset"
)

func chartLayout() Layout {
	return Layout{Name: "chart", Summary: "one chart with its claim, unit line and source; comments stand beside it", Shape: charts.Shape(),
		Title: outline.Optional, Page: chartPage, Slide: chartSlide,
		Numbered: always, Form: chartForm, Beside: chartBeside}
}

// wide says that a kind needs the full width of the page to be read.
func wide(kind string) bool { return charts.Named(kind).Wide }

func chartPage(f *Flow, b *briefing.Block) {
	k, spec := f.k, b.Chart("")
	charts.Check(spec, k.L)
	width := k.Grid.MainW
	comments := b.List("comments")
	if len(comments) == 0 && (spec.Height == "l" || wide(spec.Kind)) {
		width = k.Grid.Width()
	}
	e := k.exhibit(b, width, spec.UnitLine(), "")
	plot := k.plot(e, spec, width, 1)
	box := e.frame(plot)
	switch so := b.Prose("so_what"); {
	case len(comments) > 0:
		if rail := k.comments(b, comments, so); rail.H <= k.Grid.Bottom-k.Grid.Top {
			low := box.H
			box.Grow = func(h scene.Pt) *Box { return e.frame(k.plot(e, spec, width, min(1.6, max(1, 1+(h-low)/plot.H)))) }
			box.Rail = rail
			f.Add(box)
			break
		}
		// More than a page can show beside the plot: the comments follow it as running text.
		f.Add(box)
		f.Add(k.commentBoxes(b, comments, k.Grid.MainW, k.St.Body)...)
		if !so.Empty() {
			f.Add(k.soWhat(so, k.Grid.MainW, b.ID+"/so-what"))
		}
	case !so.Empty():
		f.Add(box, k.soWhat(so, k.Grid.MainW, b.ID+"/so-what"))
	default:
		f.Add(box)
	}
}

// plot is the drawing as a box; exhibits upstream may be drawn a little lower to save a page.
func (k *Kit) plot(e *exhibit, spec *charts.Spec, width, factor scene.Pt) *Box {
	style := charts.Style{Look: k.Look, Fonts: k.Fonts, Medium: scene.Document}
	spec.Source = k.sourceWords(e.b)
	h := charts.Height(spec, style, width) * factor
	box := &Box{H: h, Name: "a chart"}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		chart := charts.Draw(spec, scene.Rect{X: x, Y: y, W: width, H: h}, style, k.L)
		chart.ID = e.b.ID + "/chart"
		chart.Title, chart.Unit = e.b.Title.String(), e.unit
		c.Add(chart)
	}
	box.Flex = func(f scene.Pt) *Box { return k.plot(e, spec, width, factor*f) }
	return box
}

// sourceWords is the source line as plain words, for alternative texts.
func (k *Kit) sourceWords(b *briefing.Block) string {
	out := ""
	for i, s := range b.Sources {
		if i > 0 {
			out += k.marks().Semicolon
		}
		out += s.Title
	}
	return out
}

// comments are notes in the rail, level with the plot they explain, and what follows from it.
func (k *Kit) comments(b *briefing.Block, list []briefing.Fields, so briefing.Prose) *Box {
	w := k.Grid.RailW
	boxes := k.commentBoxes(b, list, w, k.St.SmallMuted)
	if !so.Empty() {
		boxes = append(boxes, k.soWhat(so, w, b.ID+"/so-what"))
	}
	s := stack(boxes...)
	rail := &Box{H: s.H + 8, At: b.At, Name: "comments", After: 16}
	rail.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(rule(x, y, w, 0.5, k.Look.Rule))
		s.Draw(c, x, y+8)
	}
	return rail
}

// commentBoxes are the comments one under the other.
func (k *Kit) commentBoxes(b *briefing.Block, list []briefing.Fields, w scene.Pt, body scene.Style) []*Box {
	st := k.St
	var boxes []*Box
	for i, c := range list {
		id := b.ID + "/comment" + itoa(i+1)
		if h := c.Prose("heading"); !h.Empty() {
			box := textBox(k.set(h, st.SmallStrong, w, typeset.Balanced), id, scene.RoleSubheading, st.SmallStrong).fix()
			box.Before, box.KeepNext, box.At = 10, true, c.Place()
			boxes = append(boxes, box)
		}
		box := textBox(k.short(c.Prose("text"), body, w), id+"/text", scene.RoleBody, body)
		box.At = c.Place()
		boxes = append(boxes, box)
	}
	return boxes
}
