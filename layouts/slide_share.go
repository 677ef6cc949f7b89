package layouts

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// shareable is the longest quotation that may stand beside a chart, in characters.
const shareable = 140

// share puts a chart and a short quotation on one slide, the chart in columns 1 to 8 and the quotation beside it; false when
// they do not fit together. A chart that explains itself, and one that needs the whole width, keep their slide.
func (s *Slides) share(chart, quote *briefing.Block) bool {
	if chart.Layout != "chart" || quote.Layout != "quote" || !quote.Title.Empty() || quote.Sticker != "" && quote.Sticker != chart.Sticker {
		return false
	}
	if len(chart.List("comments")) > 0 || !chart.Prose("so_what").Empty() || chart.Title.Empty() {
		return false
	}
	q := quote.Quote()
	if len([]rune(q.Text)) > shareable {
		return false
	}
	spec := chart.Chart("")
	charts.Check(spec, s.L)
	if slices.Contains(wideKinds[:], spec.Kind) {
		return false
	}
	both := *chart
	both.Sources = append(slices.Clone(chart.Sources), missingFrom(chart.Sources, quote.Sources)...)
	both.Note = append(append(briefing.Prose{}, chart.Note...), afterNote(chart.Note, quote.Note)...)
	both.Say = append(slices.Clone(chart.Say), quote.Say...)
	width := slideXR(8) - slideLeft
	frame := scene.Rect{X: slideLeft, Y: 172, W: width, H: slideBodyBottom - 172}
	note := s.quoteNote(quote, q)
	source := s.Fonts.Set(s.sourceSpansQuietly(&both, s.saidBy(q)), typeset.Options{Width: slideRight - slideLeft})
	if note.H > slideBodyBottom-slideBodyTop-4 || len(source.Lines) > 2 || !s.drawsCleanly(spec, frame) {
		return false
	}
	sh := s.exhibitSheet(&both, exhibitAlt(chart, unitLine(spec)))
	sh.extra = s.saidBy(q)
	s.slide(&both, sh, func(c *Canvas, body scene.Rect) {
		s.exhibitHead(c, chart, unitHead(spec), slideLeft, width)
		s.slidePlot(c, chart, spec, frame)
		c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: 639.7, Y: 142}, scene.Point{X: 639.7, Y: body.Bottom()}), Stroke: scene.Stroke{Color: s.Look.Rule, Width: 0.75}})
		c.Group(&scene.Group{ID: quote.ID, Role: scene.RoleBlock}, func(c *Canvas) { note.Draw(c, 660.7, body.Y+4) })
	})
	return true
}

// missingFrom are the sources of more that have does not hold.
func missingFrom(have, more []*briefing.Source) []*briefing.Source {
	return slices.DeleteFunc(slices.Clone(more), func(src *briefing.Source) bool { return slices.Contains(have, src) })
}

// afterNote is a second note to stand behind a first.
func afterNote(first, second briefing.Prose) briefing.Prose {
	if second.Empty() || first.Empty() {
		return second
	}
	gap := " "
	if s := first.String(); sentence(s) != s {
		gap = strings.TrimPrefix(sentence(s), s) + " "
	}
	return append(briefing.Plain(gap), second...)
}

// sourceSpansQuietly is the source line for measuring: what it would report is reported when it is drawn.
func (s *Slides) sourceSpansQuietly(b *briefing.Block, extra string) []scene.Span {
	k := *s.Kit
	k.L = &diag.List{}
	return k.sourceSpans(b, s.S.Source, extra)
}

// drawsCleanly says that a chart keeps all its labels in a frame.
func (s *Slides) drawsCleanly(spec *charts.Spec, frame scene.Rect) bool {
	l := &diag.List{}
	charts.Draw(spec, frame, s.chartStyle(), l)
	return l.Len() == 0
}

// quoteNote is a short quotation as a column: its mark, the words, the speaker, the gloss.
func (s *Slides) quoteNote(b *briefing.Block, q briefing.Quote) *Box {
	const w = slideRight - 660.7
	st := s.S.Body.In(scene.Serif).At(17, 24)
	if len([]rune(q.Text)) <= 70 {
		st = st.In(scene.SerifLight).At(22, 30)
	}
	words := s.Fonts.Set([]scene.Span{{Text: q.Text, Style: st}}, typeset.Options{Width: w, Break: typeset.Balanced, Hang: true})
	gloss := s.set(q.Gloss, s.S.Comment.At(11, 15.5), w, typeset.Balanced)
	who := s.slideAttribution(nil, q, 0, 0, w, 36, scene.Color{}, "")
	top := scene.Pt(0)
	if !q.Paraphrase {
		top = 30
	}
	box := &Box{H: top + words.Height + 18 + who}
	if !q.Gloss.Empty() {
		box.H += 34 + gloss.Height
	}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		if !q.Paraphrase {
			mark := s.S.QuoteMark.At(54, 54)
			c.Add(s.line("“", mark).Text("", scene.RoleOrnament, x-3, y+38))
		}
		y += top
		c.Add(words.Text(b.ID+"/text", scene.RoleQuote, x, y+base(st)))
		y += words.Height + 18
		s.slideAttribution(c, q, x, y, w, 36, s.sealColor(q.By), b.ID)
		y += who
		if !q.Gloss.Empty() {
			c.Add(rule(x, y+20, 40, 0.75, s.Look.RuleStrong))
			c.Add(gloss.Text(b.ID+"/gloss", scene.RoleBody, x, y+34+base(s.S.Comment.At(11, 15.5))-4))
		}
	}
	return box
}
