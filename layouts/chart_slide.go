package layouts

import (
	"slices"
	"strings"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// chartSlide is L10, and L11 where comments stand beside the plot.
func chartSlide(s *page.Slides, b *briefing.Block) {
	chart := b.Chart("")
	s.L.Merge(chart.Problems)
	comments := b.List("comments")
	so := b.Prose("so_what")
	sh := page.Sheet{Role: scene.RoleExhibit, Alt: exhibitAlt(b, chart.UnitLine())}
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		width := body.W
		if len(comments) > 0 || !so.Empty() {
			width = plotBeside()
		}
		exhibitHead(s, c, b, b.ID, unitHead(chart), page.SlideLeft, width)
		c.Add(drawPlot(s, b, chart, plotFrame(width), s.L))
		if width < body.W {
			commentColumn(s, c, b, comments, so, body)
		}
	})
}

// exhibitAlt is what a screen reader says of an exhibit before its words.
func exhibitAlt(b *briefing.Block, unit string) string {
	return page.OrWords(page.JoinSentences(b.Title.String(), unit), b.Layout)
}

// headWords stand above an exhibit on a slide: the measure strong, unit and period muted.
type headWords struct{ measure, rest string }

// unitHead is a chart's. A chart without a measure is headed by its unit.
func unitHead(s *charts.Chart) headWords {
	measure, rest := s.UnitParts()
	if measure == "" {
		return lineHead(s.UnitLine())
	}
	return headWords{measure, rest}
}

// lineHead parts what an author wrote as one line, "Measure, unit, period", at its first comma.
func lineHead(line string) headWords {
	for i, r := range line {
		if r == ',' || r == '，' {
			return headWords{line[:i], strings.TrimLeft(line[i+utf8.RuneLen(r):], " ")}
		}
	}
	return headWords{measure: line}
}

// headSpans are the words in their styles.
func headSpans(s *page.Slides, h headWords) []scene.Span {
	spans := []scene.Span{{Text: h.measure, Style: s.St.ExhibitTitle}}
	if h.rest != "" {
		spans = append(spans, scene.Span{Text: page.WideGap + h.rest, Style: s.St.ExhibitUnit})
	}
	return spans
}

// exhibitHead prints them on their baseline, on one line (two where they are long); id is that of the exhibit's part.
func exhibitHead(s *page.Slides, c *page.Canvas, b *briefing.Block, id string, h headWords, x, width scene.Pt) {
	if h.measure == "" {
		return
	}
	spans := headSpans(s, h)
	set := s.Fonts.Set(spans, typeset.Options{Width: width})
	if len(set.Lines) > 1 {
		for i := range spans {
			spans[i].Style = spans[i].Style.At(10.5, 13)
		}
		set = s.Fonts.Set(spans, typeset.Options{Width: width})
	}
	if len(set.Lines) > 2 {
		field := "unit"
		if b.Has("measure") && len(h.measure) > len(b.Words("unit")) {
			field = "measure"
		}
		s.OverBudget(b.PlaceOf(field), "E-FIT", field, h.measure, int(width/3))
	}
	up := scene.Pt(0)
	if len(set.Lines) > 1 {
		up = 5
	}
	c.Add(set.Text(id+"/unit", scene.RoleCaption, x, page.SlideHeadBase-up))
}

// drawPlot draws a block's chart into a frame; what finds no room is reported to l.
func drawPlot(s *page.Slides, b *briefing.Block, chart *charts.Chart, frame scene.Rect, l *diag.List) *scene.Chart {
	drawn := charts.Draw(chart.Of(sourceWords(s.Composer, b)), frame, s.ChartStyle(), l)
	drawn.ID = b.ID + "/chart"
	drawn.Title, drawn.Unit = b.Title.String(), chart.UnitLine()
	return drawn
}

// commentColumn is the right third: comments from the top, the consequence at the foot. Comments that leave no room for it
// send it below the title.
func commentColumn(s *page.Slides, c *page.Canvas, b *briefing.Block, comments []briefing.Fields, so briefing.Prose, body scene.Rect) {
	x, w := page.AsideX, page.SlideRight-page.AsideX
	s.AsideRule(c, body)
	type note struct{ head, text typeset.Block }
	set := func(head, text scene.Style) (out []note, h scene.Pt) {
		for i, cm := range comments {
			n := note{text: s.Short(cm.Prose("text"), text, w)}
			if p := cm.Prose("heading"); !p.Empty() {
				n.head = s.Set(p, head, w, typeset.Balanced)
			}
			h += n.head.Height + n.text.Height
			if i > 0 {
				h += 15
			}
			out = append(out, n)
		}
		return out, h
	}
	room := body.Bottom() - 140
	foot := scene.Pt(0) // what the consequence takes
	if !so.Empty() {
		foot = s.St.SoWhat.Leading*scene.Pt(len(s.Set(so, s.St.SoWhat, w, typeset.Balanced).Lines)-1) + 44 + 12
	}
	steps := [][2]scene.Style{
		{s.St.CommentHead.At(13, 18), s.St.Comment.At(13, 19)},
		{s.St.CommentHead, s.St.Comment},
		{s.St.CommentHead.At(12, 16), s.St.Comment.At(11, 15.5)},
		{s.St.CommentHead.At(12, 15), s.St.Comment.At(10.5, 14)},
	}
	var notes []note
	var h scene.Pt
	step := steps[0]
	fit := func(room scene.Pt) bool {
		for i, st := range steps {
			step = st
			most := room
			if i == 0 {
				most *= 0.8 // the larger size only where it leaves air
			}
			if notes, h = set(st[0], st[1]); h <= most {
				return true
			}
		}
		return false
	}
	deck := false
	if !fit(room - foot) {
		if deck = !so.Empty() && len(s.Set(so, s.St.Deck, body.W, typeset.Greedy).Lines) == 1; deck {
			foot = 0
		}
		if (foot > 0 || !fit(room)) && h > room-foot {
			s.L.Error(b.At, "E-FIT", "shorten the comments, or leave one out", "the comments of %s are %.0f pt too long for the slide", b.ID, float64(h-room+foot))
		}
	}
	switch {
	case deck:
		c.Add(s.Set(so, s.St.Deck.With(s.Look.Text), body.W, typeset.Greedy).Text(b.ID+"/so-what", scene.RoleSoWhat, page.SlideLeft, page.SlideDeckBase))
	case !so.Empty():
		s.SlideSoWhat(c, s.Own().SoWhat, so, x, w, body.Bottom(), b.ID+"/so-what")
	}
	y := scene.Pt(140)
	for i, n := range notes {
		id := b.ID + "/comment" + page.Itoa(i+1)
		if len(n.head.Lines) > 0 {
			c.Add(n.head.Text(id, scene.RoleHeading, x, y+page.Base(step[0])))
		}
		c.Add(n.text.Text(id+"/text", scene.RoleBody, x, y+n.head.Height+page.Base(step[1])))
		y += n.head.Height + n.text.Height + 15
	}
}

// chartForm tells a chart with comments beside it from a chart alone.
func chartForm(b *briefing.Block) string {
	if len(b.List("comments")) > 0 || !b.Prose("so_what").Empty() {
		return "chart_comment"
	}
	return b.Layout
}

// plotBeside is the width of a plot that leaves the right third to words.
func plotBeside() scene.Pt { return page.SlideXR(8) - page.SlideLeft }

// plotFrame is where a chart's plot stands on a slide, under the words that head it.
func plotFrame(width scene.Pt) scene.Rect {
	const top = page.SlideHeadBase + 20
	return scene.Rect{X: page.SlideLeft, Y: top, W: width, H: page.SlideBodyBottom - top}
}

// chartBeside is a chart with a neighbour at its right. A chart that explains itself, and one that needs the whole width, keep
// their slide.
func chartBeside(s *page.Slides, b *briefing.Block, aside func(scene.Pt) *page.Aside) func() {
	if chartForm(b) != b.Layout || b.Title.Empty() {
		return nil
	}
	guest := aside(page.SlideRight - page.AsideX)
	if guest == nil {
		return nil
	}
	both, chart := *b, b.Chart("") // the chart's block with the sources, notes and speaker notes of both
	if chart.Is.Wide {
		return nil
	}
	both.Sources = append(slices.Clone(b.Sources), page.MissingFrom(b.Sources, guest.Sources)...)
	both.Note = append(append(briefing.Prose{}, b.Note...), page.AfterNote(b.Note, guest.Note)...)
	both.Say = append(slices.Clone(b.Say), guest.Say...)
	source := s.Fonts.Set(s.SourceSpansQuietly(&both, guest.Extra), typeset.Options{Width: page.SlideRight - page.SlideLeft})
	if guest.Box.H > page.SlideBodyBottom-page.SlideBodyTop-4 || len(source.Lines) > 2 {
		return nil
	}
	var lost diag.List // labels for which the narrower plot has no room
	drawn := drawPlot(s, b, chart, plotFrame(plotBeside()), &lost)
	if lost.Len() > 0 {
		return nil
	}
	return func() {
		s.L.Merge(chart.Problems)
		sh := s.ExhibitSheet(&both, exhibitAlt(b, chart.UnitLine()))
		sh.Extra = guest.Extra
		s.Slide(&both, sh, func(c *page.Canvas, body scene.Rect) {
			exhibitHead(s, c, b, b.ID, unitHead(chart), page.SlideLeft, plotBeside())
			c.Add(drawn)
			s.Aside(c, guest, body)
		})
	}
}
