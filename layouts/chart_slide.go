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

// chartSlide is L10, and L11 where comments stand beside the plot. Comments that find no room beside it at the floors follow on a
// slide of their own.
func chartSlide(s *page.Slides, b *briefing.Block) {
	chart := b.Chart("")
	s.L.Merge(chart.Problems)
	comments := commentary{b: b, list: b.List("comments"), so: b.Prose("so_what")}
	sh := page.Sheet{Role: scene.RoleExhibit, Alt: exhibitAlt(b, chart.UnitLine())}
	var column commentColumn
	if comments.any() {
		var fits bool
		column, fits = comments.beside(s, func(width scene.Pt) bool {
			var lost diag.List // labels for which the narrower plot has no room
			drawPlot(s, b, chart, plotFrame(width), &lost)
			return lost.Len() == 0
		})
		if !s.Joined(b.ID+"/comments", fits) {
			sh.Parts, column = 2, commentColumn{}
		}
	}
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		width := body.W
		if column.w > 0 {
			width = column.plot()
		}
		exhibitHead(s, c, b, b.ID, unitHead(chart), page.SlideLeft, width)
		c.Add(drawPlot(s, b, chart, plotFrame(width), s.L))
		if column.w > 0 {
			comments.draw(s, c, column, body)
		}
	})
	if sh.Parts > 1 {
		sh.Part = 1
		comments.slide(s, sh)
	}
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
			spans[i].Style = spans[i].Style.At(12, 14)
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

// chartForm tells a chart with comments beside it from a chart alone.
func chartForm(b *briefing.Block) string {
	if len(b.List("comments")) > 0 || !b.Prose("so_what").Empty() {
		return "chart_comment"
	}
	return b.Layout
}

// chartPairs are comments, for a chart of rows that has none: lines are thin wherever they run.
func chartPairs(b *briefing.Block) string {
	if chartForm(b) != b.Layout || !b.Chart("").Is.Tall() {
		return ""
	}
	return "give it `comments`: they stand beside it"
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
