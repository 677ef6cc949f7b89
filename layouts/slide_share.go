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

// sharedSlide is a chart and a short quotation that fit on one slide.
type sharedSlide struct {
	chart, quote *briefing.Block
	both         briefing.Block // the chart's block with the sources, notes and speaker notes of both
	spec         *charts.Spec
	note         *Box
	extra        string // what the source line says of the quotation
}

// The slide of a chart and a quotation: the plot in columns 1 to 8, the words beside it.
const (
	asideX     scene.Pt = 660.7
	asideRuleX scene.Pt = 639.7
)

// pair is a chart and a quotation, in either order, as one slide; nil when they do not fit together. A chart that explains
// itself, and one that needs the whole width, keep their slide.
func (s *Slides) pair(chart, quote *briefing.Block) *sharedSlide {
	if chart.Layout == "quote" && quote.Layout == "chart" {
		chart, quote = quote, chart
	}
	if slideForm(chart) != "chart" || chart.Title.Empty() || !standsAside(quote, chart.Sticker) {
		return nil
	}
	p := &sharedSlide{chart: chart, quote: quote, both: *chart, spec: chart.Chart("")}
	charts.Check(p.spec, &diag.List{}) // what it finds is reported when the chart is drawn
	if slices.Contains(wideKinds[:], p.spec.Kind) {
		return nil
	}
	p.both.Sources = append(slices.Clone(chart.Sources), missingFrom(chart.Sources, quote.Sources)...)
	p.both.Note = append(append(briefing.Prose{}, chart.Note...), afterNote(chart.Note, quote.Note)...)
	p.both.Say = append(slices.Clone(chart.Say), quote.Say...)
	q := quote.Quote()
	p.extra = s.saidBy(q)
	p.note = s.quoteNote(quote, q, slideRight-asideX)
	source := s.Fonts.Set(s.sourceSpansQuietly(&p.both, p.extra), typeset.Options{Width: slideRight - slideLeft})
	if p.note.H > slideBodyBottom-slideBodyTop-4 || len(source.Lines) > 2 || !s.drawsCleanly(p.spec, p.frame()) {
		return nil
	}
	return p
}

// standsAside says that a block is a quotation short enough to stand beside something else, whose sticker is the slide's.
func standsAside(b *briefing.Block, sticker string) bool {
	return b.Layout == "quote" && b.Title.Empty() && len(b.Notes) == 0 && (b.Sticker == "" || b.Sticker == sticker) && len([]rune(b.Quote().Text)) <= shareable
}

// frame is the plot's.
func (p *sharedSlide) frame() scene.Rect {
	return scene.Rect{X: slideLeft, Y: 172, W: slideXR(8) - slideLeft, H: slideBodyBottom - 172}
}

// sharedSlide draws a chart and a quotation on one slide.
func (s *Slides) sharedSlide(p *sharedSlide) {
	charts.Check(p.spec, s.L)
	sh := s.exhibitSheet(&p.both, exhibitAlt(p.chart, p.spec.UnitLine()))
	sh.extra = p.extra
	s.slide(&p.both, sh, func(c *Canvas, body scene.Rect) {
		s.exhibitHead(c, p.chart.ID, unitHead(p.spec), slideLeft, p.frame().W)
		s.slidePlot(c, p.chart, p.spec, p.frame())
		s.aside(c, p.quote, p.note, body)
	})
}

// aside sets a quotation in the right third, behind a rule.
func (s *Slides) aside(c *Canvas, quote *briefing.Block, note *Box, body scene.Rect) {
	s.asideRule(c, body)
	c.Group(&scene.Group{ID: quote.ID, Role: scene.RoleBlock}, func(c *Canvas) { note.Draw(c, asideX, body.Y+4) })
}

// asideRule parts the right third from what it speaks of.
func (s *Slides) asideRule(c *Canvas, body scene.Rect) {
	c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: asideRuleX, Y: 142}, scene.Point{X: asideRuleX, Y: body.Bottom()}), Stroke: scene.Stroke{Color: s.Look.Rule, Width: 0.75}})
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
	const rest = "|"
	s := first.String()
	gap := strings.TrimSuffix(strings.TrimPrefix(joinSentences(s, rest), s), rest)
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

// quoteNote is a short quotation as a column of width w: its mark, the words, the speaker, the gloss.
func (s *Slides) quoteNote(b *briefing.Block, q briefing.Quote, w scene.Pt) *Box {
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
			c.Add(s.line(s.quoteMark(), mark).Text("", scene.RoleOrnament, x-3, y+38))
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
