package layouts

import (
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

var scoreSizes = [...]rowSize{
	{letter{15.5, 20}, letter{13, 18}, letter{12, 16}},
	{letter{13, 17}, letter{11.5, 15}, letter{11, 15}},
	{letter{13, 17}, letter{11, 15}, letter{11, 15}},
}

// scorecardSlide is L28: a tally on top, then a row a claim: how it came out, the claim, its test, the result, when due.
// Rows that do not fit continue; the tally counts all of them on every slide.
func scorecardSlide(s *Slides, b *briefing.Block) {
	const tallyH, headH, most = 56, 22, 8
	st, o := s.S, s.diagrams()
	// Rows close ranks where that keeps them on one slide.
	room := slideBodyBottom - slideBodyTop - tallyH - headH
	rows := s.largestRows(scoreSizes[:], tallyH+headH, most, func(z rowSize) []*Box { return s.scorecardRows(b, z, 22) })
	if heightOf(rows) > room {
		for _, air := range []scene.Pt{16, 12} {
			if tight := s.scorecardRows(b, scoreSizes[2], air); heightOf(tight) <= room {
				rows = tight
				break
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	sh := s.exhibitSheet(b, s.altOf(o.Scorecard, b.Title.String()))
	s.rowsUnder(b, sh, rows, most, tallyH+headH, func(c *Canvas, part int, y scene.Pt) {
		suffix := ""
		if part > 0 {
			suffix = "@" + itoa(part+1)
		}
		c.Add(s.slideTally(b).Text(b.ID+"/tally"+suffix, scene.RoleFigure, slideLeft, y+32))
		for _, h := range []struct {
			words, id string
			x         scene.Pt
		}{{o.Claim, "/claim", claimX}, {o.Test, "/test", testX}, {o.Result, "/result", resultX}, {o.Due, "/due", dueX}} {
			words := s.line(h.words, st.TableHead)
			if h.x == dueX {
				words = s.endWords(h.words, st.TableHead)
			}
			c.Add(words.Text(b.ID+"/head"+h.id+suffix, scene.RoleLabel, slideLeft+h.x, y+tallyH+headH-8))
		}
	})
}

// Columns of a scorecard, from its left edge.
const (
	wordX            scene.Pt = 20
	claimX, claimW            = slidePitch, 4*slidePitch - slideGutter
	testX, testW              = 5 * slidePitch, 3*slidePitch - slideGutter
	dueW             scene.Pt = 84 // its words end at the right margin
	dueX                      = slideRight - slideLeft - dueW
	resultX, resultW          = 8 * slidePitch, dueX - 8*slidePitch - slideGutter
)

// endWords are words of the last column.
func (s *Slides) endWords(words string, st scene.Style) typeset.Block {
	return s.Fonts.Set([]scene.Span{{Text: words, Style: st}}, typeset.Options{Width: dueW, Align: scene.Right, Break: typeset.Balanced})
}

// scorecardRows are the claims with so much air above and below their words.
func (s *Slides) scorecardRows(b *briefing.Block, z rowSize, air scene.Pt) (rows []*Box) {
	lead, words := z.lead.of(s.S.Lead), z.words.of(s.S.Comment)
	label := z.side.of(s.S.Label)
	for i, it := range b.List("items") {
		id := b.ID + "/" + itoa(i+1)
		outcome := outcomeOf(it)
		claim := s.set(it.Prose("claim"), lead, claimW, typeset.Balanced)
		if len(claim.Lines) > 1 && z == scoreSizes[0] {
			return nil
		}
		test := s.set(it.Prose("test"), words, testW, typeset.Balanced)
		result := s.set(it.Prose("result"), label, resultW, typeset.Balanced)
		due := s.endWords(s.dueWords(it.Words("by_when")), s.S.Body2)
		word := s.line(s.outcomeWord(outcome), s.S.Label)
		h := max(claim.Height, test.Height, due.Height, word.Height)
		if !it.Prose("result").Empty() {
			h = max(h, result.Height)
		}
		box := &Box{H: max(18, h) + air, At: it.Place(), Name: "a claim"}
		box.Draw = func(c *Canvas, x, y scene.Pt) {
			first := y + air/2 + base(lead)
			c.Add(outcomeDisc(outcome, x+6, first-4.2, s.Look.Text, s.Look.Muted)...)
			c.Add(word.Text(id+"/outcome", scene.RoleLabel, x+wordX, first))
			c.Add(claim.Text(id, scene.RoleHeading, x+claimX, first))
			c.Add(test.Text(id+"/test", scene.RoleBody, x+testX, first))
			if !it.Prose("result").Empty() {
				c.Add(result.Text(id+"/result", scene.RoleBody, x+resultX, first))
			}
			c.Add(due.Text(id+"/due", scene.RoleLabel, x+dueX, first))
		}
		rows = append(rows, box)
	}
	return rows
}

// slideTally counts the outcomes: "2 of 4 kept" large, the rest beside it.
func (s *Slides) slideTally(b *briefing.Block) typeset.Block {
	count := map[string]int{}
	items := b.List("items")
	for _, it := range items {
		count[outcomeOf(it)]++
	}
	big := s.S.KPI.At(38, 42).With(s.Look.Text)
	big.Tracking = -0.4
	spans := []scene.Span{{Text: words.With(s.diagrams().KeptOf, itoa(count["kept"]), itoa(len(items))), Style: big}}
	var rest []string
	for _, name := range outcomes()[1:] {
		if count[name] > 0 {
			rest = append(rest, s.counted(count[name], name))
		}
	}
	if len(rest) > 0 {
		spans = append(spans, scene.Span{Text: wideGap + strings.Join(rest, s.marks().Comma), Style: s.S.Deck.At(13, 42)})
	}
	return s.Fonts.Set(spans, typeset.Options{Width: slideRight - slideLeft})
}

// outcomeDisc is a full, half or empty disc, or an open ring, 12 across.
func outcomeDisc(outcome string, x, y scene.Pt, ink, muted scene.Color) []scene.Item {
	const r = 6
	ring := func(c scene.Color, dash ...scene.Pt) *scene.Shape {
		return &scene.Shape{Path: scene.CirclePath(x, y, r-0.5), Stroke: scene.Stroke{Color: c, Width: 1, Dash: dash}}
	}
	switch outcome {
	case "kept":
		return []scene.Item{disc(x, y, r, 1, ink)}
	case "partly":
		return []scene.Item{ring(ink), disc(x, y, r, 0.5, ink)}
	case "missed":
		return []scene.Item{ring(ink)}
	}
	return []scene.Item{ring(muted, 2, 1.8)}
}
