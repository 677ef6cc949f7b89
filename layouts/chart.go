package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func chartLayout() page.Layout {
	return page.Layout{Name: "chart", Summary: "one chart with its claim, unit line and source; comments stand beside it", Shape: charts.Shape(),
		Title: outline.Optional, Page: chartPage, Slide: chartSlide,
		Numbered: always, Narrows: true, Pairs: chartPairs, Form: chartForm, Beside: chartBeside}
}

// widePoints is from how many values on a chart may take the full width to fill a page.
const widePoints = 8

func chartPage(f *page.Flow, b *briefing.Block) {
	k, chart := f.K, b.Chart("")
	k.L.Merge(chart.Problems)
	width := k.Grid.MainW
	comments := b.List("comments")
	if f.Narrow {
		chartAside(f, b, chart)
		return
	}
	if len(comments) == 0 && (chart.Height == "l" || chart.Is.Wide || f.Wide && chart.Values() >= widePoints) {
		width = k.Grid.Width()
	}
	e := k.Exhibit(b, width, chart.UnitLine(), "")
	box := e.Frame(plotBox(k, e, chart, width, 1))
	switch so := b.Prose("so_what"); {
	case len(comments) > 0:
		rail := commentRail(k, b, comments, so)
		fits := rail.H <= k.Grid.Bottom-k.Grid.Top
		if fits && !f.Wide {
			box.Rail, box.Grows = rail, true
			f.Add(box)
			break
		}
		// More than a page can show beside the plot, or a page that wants filling: the comments follow it as running text.
		below := append([]*page.Box{box}, commentBoxes(k, b, comments, k.Grid.MainW, k.St.Body)...)
		if !so.Empty() {
			below = append(below, k.SoWhat(so, k.Grid.MainW, b.ID+"/so-what"))
		}
		for _, c := range below[:len(below)-1] {
			if fits { // a reader finds them with their plot
				c.Fix().KeepNext = true
			}
		}
		f.Add(below...)
	case !so.Empty():
		box.KeepNext = true // or it would be taken for the theme's
		f.Add(box, k.SoWhat(so, k.Grid.MainW, b.ID+"/so-what"))
	default:
		f.Add(box)
	}
}

// asidePoints is how many values a chart in the rail may have.
const asidePoints = 8

// chartAside puts a small chart into the rail, where nothing explains it and it can be read there.
func chartAside(f *page.Flow, b *briefing.Block, chart *charts.Chart) {
	k, w := f.K, f.K.Grid.RailW
	if len(b.List("comments")) > 0 || !b.Prose("so_what").Empty() || chart.Height != "" || !chart.Is.Slim() || chart.Values() > asidePoints {
		return
	}
	style := k.ChartStyle()
	h := charts.Height(chart, style, w)
	if !chart.Is.Tall() {
		h *= 0.8
	}
	if !charts.Readable(chart, style, k.Grid.MainW, w, h) {
		return
	}
	e := k.Exhibit(b, w, chart.UnitLine(), "")
	f.Rail(e.Frame(plotBox(k, e, chart, w, h/charts.Height(chart, style, w))))
}

// plotBox is the drawing as a box; it may be drawn lower or higher so that pages are full.
func plotBox(k *page.Composer, e *page.Exhibit, chart *charts.Chart, width, factor scene.Pt) *page.Box {
	style := k.ChartStyle()
	h := charts.Height(chart, style, width) * factor
	box := &page.Box{H: h, Name: "a chart", Plot: h, Stretch: charts.Stretch(chart, width, h), Shrink: 0.1}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		drawn := charts.Draw(chart.Of(sourceWords(k, e.B)), scene.Rect{X: x, Y: y, W: width, H: h}, style, k.L)
		drawn.ID = e.B.ID + "/chart"
		drawn.Title, drawn.Unit = e.B.Title.String(), e.Unit
		c.Add(drawn)
	}
	box.Flex = func(f scene.Pt) *page.Box { return plotBox(k, e, chart, width, factor*f) }
	return box
}

// sourceWords is the source line as plain words, for alternative texts.
func sourceWords(k *page.Composer, b *briefing.Block) string {
	out := ""
	for i, s := range b.Sources {
		if i > 0 {
			out += k.Marks().Semicolon
		}
		out += s.Title
	}
	return out
}

// commentRail is notes in the rail, level with the plot they explain, and what follows from it.
func commentRail(k *page.Composer, b *briefing.Block, list []briefing.Fields, so briefing.Prose) *page.Box {
	w := k.Grid.RailW
	boxes := commentBoxes(k, b, list, w, k.St.SmallMuted)
	if !so.Empty() {
		boxes = append(boxes, k.SoWhat(so, w, b.ID+"/so-what"))
	}
	s := page.Stack(boxes...)
	rail := &page.Box{H: s.H + 8, At: b.At, Name: "comments", After: 16}
	rail.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(page.Rule(x, y, w, 0.5, k.Look.Rule))
		s.Draw(c, x, y+8)
	}
	return rail
}

// commentBoxes are the comments one under the other.
func commentBoxes(k *page.Composer, b *briefing.Block, list []briefing.Fields, w scene.Pt, body scene.Style) []*page.Box {
	st := k.St
	var boxes []*page.Box
	for i, c := range list {
		id := b.ID + "/comment" + page.Itoa(i+1)
		if h := c.Prose("heading"); !h.Empty() {
			box := page.TextBox(k.Set(h, st.SmallStrong, w, typeset.Balanced), id, scene.RoleSubheading, st.SmallStrong).Fix()
			box.Before, box.KeepNext, box.At = 10, true, c.Place()
			boxes = append(boxes, box)
		}
		box := page.TextBox(k.Short(c.Prose("text"), body, w), id+"/text", scene.RoleBody, body)
		box.At = c.Place()
		boxes = append(boxes, box)
	}
	return boxes
}
