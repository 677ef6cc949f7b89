package layouts

import (
	"math"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
	"strings"
)

func scorecardLayout() page.Layout {
	item := &outline.Shape{Name: "scorecard item", Fields: []outline.Field{
		{Name: "claim", Type: outline.Prose, Required: true, Budget: 90, Doc: "What was claimed or promised"},
		{Name: "by_when", Type: outline.Words, Required: true, Budget: 24, Doc: "When it can be judged: a date, or words"},
		{Name: "test", Type: outline.Prose, Required: true, Budget: 90, Doc: "What decides it"},
		{Name: "outcome", Type: outline.Choice, Choices: outcomes(), Doc: "How it came out; open: not yet due (default)"},
		{Name: "result", Type: outline.Prose, Budget: 60, Doc: "What happened"},
	}}
	return page.Layout{Name: "scorecard", Summary: "earlier claims held against what happened, tallied", Title: outline.Required, Page: scorecardPage, Slide: scorecardSlide,
		Unsourced: true, Numbered: always, Fills: true,
		Shape: &outline.Shape{Name: "scorecard", Fields: []outline.Field{
			{Name: "items", Type: outline.Object, List: true, Required: true, Min: 1, Max: 8, Shape: item, Doc: "Claims with their tests and outcomes; more than 8 continue"},
		}}}
}

func outcomes() []string { return []string{"kept", "partly", "missed", "open"} }

// outcomeOf is how a claim came out; nothing said: it is open.
func outcomeOf(it briefing.Fields) string { return page.OrWords(it.Words("outcome"), "open") }

// scorecardPage is a tally and a table over the full width.
func scorecardPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	o, st := k.Diagrams(), k.St
	width := k.Grid.Width()
	what := k.AltOf(o.Scorecard, b.Title.String())
	e := k.Exhibit(b, width, "", what)
	g := &page.CellGrid{K: k, B: b, Alt: what, Width: width}
	widths := []scene.Pt{50, 0, 110, 82, 68} // the claim takes what is left
	widths[1] = width - 4*2*page.CellPad
	for i, w := range widths {
		if i != 1 {
			widths[1] -= w
		}
	}
	g.Columns(widths, make([]scene.Align, len(widths)))
	for i, h := range []string{"", o.Claim, o.Test, o.Result, o.Due} {
		g.Head.Cells = append(g.Head.Cells, g.Set([]scene.Span{{Text: h, Style: st.TableHead}}, i, 0, 0))
	}
	for _, it := range b.List("items") {
		outcome := outcomeOf(it)
		mark := g.Set([]scene.Span{{Text: outcomeWord(k, outcome), Style: st.SmallMedium}}, 0, 0, 15)
		mark.Mark = outcomeMark(k, outcome)
		claim := g.Set(k.Spans(it.Prose("claim"), st.SerifStrong()), 1, 0, 0)
		claim.Header = true
		row := page.GridRow{At: it.Place(), Cells: []page.GridCell{mark, claim,
			g.Set(k.Spans(it.Prose("test"), st.SmallMuted), 2, 0, 0),
			g.Set(k.Spans(it.Prose("result"), st.SmallMedium), 3, 0, 0),
			g.Set([]scene.Span{{Text: dueWords(k, it.Words("by_when")), Style: st.SmallMuted}}, 4, 0, 0)}}
		level(row.Cells, claim.Style)
		g.Rows = append(g.Rows, row)
	}
	f.Add(g.Box(e, tally(k, b, width)))
}

// level lets the first lines of all cells of a row stand on the baseline of one style.
func level(cells []page.GridCell, st scene.Style) {
	for i := range cells {
		if cells[i].Style.Size > 0 {
			cells[i].Drop = page.Base(st) - page.Base(cells[i].Style)
		}
	}
}

// dueWords is a date in full, or the author's own words.
func dueWords(k *page.Composer, s string) string {
	if d, err := k.B.Calendar.ParseDate(s); err == nil {
		return page.UpperFirst(k.Date(d))
	}
	return s
}

// tally counts the outcomes: "2 of 4 kept" at display size, the rest beside it.
func tally(k *page.Composer, b *briefing.Block, width scene.Pt) *page.Box {
	count := map[string]int{}
	items := b.List("items")
	for _, it := range items {
		count[outcomeOf(it)]++
	}
	big := k.St.Pull
	words := []scene.Span{{Text: words.With(k.Diagrams().KeptOf, page.Itoa(count["kept"]), page.Itoa(len(items))), Style: big}}
	var rest []string
	for _, name := range outcomes()[1:] {
		if count[name] > 0 {
			rest = append(rest, counted(k, count[name], name))
		}
	}
	if len(rest) > 0 {
		words = append(words, scene.Span{Text: page.WideGap + page.WideGap + strings.Join(rest, k.Marks().Comma), Style: k.St.SmallMuted})
	}
	block := k.Fonts.Set(words, typeset.Options{Width: width})
	box := &page.Box{H: 34, KeepNext: true}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) { c.Add(block.Text(b.ID+"/tally", scene.RoleFigure, x, y+20)) }
	return box
}

// counted is how many claims came out so: "2 kept".
func counted(k *page.Composer, n int, outcome string) string {
	o := k.Diagrams()
	of := o.OfOpen
	switch outcome {
	case "partly":
		of = o.OfPartly
	case "missed":
		of = o.OfMissed
	}
	return k.Tongue().Of(of, n, page.Itoa(n))
}

func outcomeWord(k *page.Composer, outcome string) string {
	o := k.Diagrams()
	switch outcome {
	case "kept":
		return o.Kept
	case "partly":
		return o.Partly
	case "missed":
		return o.Missed
	}
	return o.Open
}

// outcomeMark is a full, half or empty disc, or an open ring: drawn, and said in words beside it.
func outcomeMark(k *page.Composer, outcome string) func(scene.Rect, scene.Pt) []scene.Item {
	const r = 4.6
	return func(in scene.Rect, base scene.Pt) []scene.Item {
		x, y := in.X+r+0.4, base-3
		ring := scene.Stroke{Color: k.Look.Text, Width: 0.9}
		switch outcome {
		case "kept":
			return []scene.Item{disc(x, y, r, 1, k.Look.Text)}
		case "partly":
			return []scene.Item{&scene.Shape{Path: scene.CirclePath(x, y, r-0.45), Stroke: ring}, disc(x, y, r, 0.5, k.Look.Text)}
		case "missed":
			return []scene.Item{&scene.Shape{Path: scene.CirclePath(x, y, r-0.45), Stroke: ring}}
		}
		ring.Color, ring.Dash = k.Look.Muted, []scene.Pt{1.6, 1.4}
		return []scene.Item{&scene.Shape{Path: scene.CirclePath(x, y, r-0.45), Stroke: ring}}
	}
}

// disc is a share of a disc, clockwise from the top.
func disc(x, y, r scene.Pt, share float64, c scene.Color) *scene.Shape {
	if share >= 1 {
		return &scene.Shape{Path: scene.CirclePath(x, y, r), Fill: scene.Paint{Color: c}}
	}
	p := scene.ArcPath(x, y, r, 0, share*2*math.Pi)
	p.Line(x, y)
	p.Close()
	return &scene.Shape{Path: p, Fill: scene.Paint{Color: c}}
}
