package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
	"strings"
)

var scoreSizes = [...]page.RowSize{
	{Lead: page.On(15.5, 20), Words: page.On(13, 18), Side: page.On(12, 16)},
	{Lead: page.On(13, 17), Words: page.On(11.5, 15), Side: page.On(11, 15)},
	{Lead: page.On(13, 17), Words: page.On(11, 15), Side: page.On(11, 15)},
}

// scorecardSlide is L28: a tally on top, then a row a claim: how it came out, the claim, its test, the result, when due.
// Rows that do not fit continue; the tally counts all of them on every slide.
func scorecardSlide(s *page.Slides, b *briefing.Block) {
	const tallyH, headH, most = 56, 22, 8
	st, o := s.S, s.Diagrams()
	// Rows close ranks where that keeps them on one slide.
	room := page.SlideBodyBottom - page.SlideBodyTop - tallyH - headH
	rows := s.LargestRows(scoreSizes[:], tallyH+headH, most, func(z page.RowSize) []*page.Box { return scorecardRows(s, b, z, 22) })
	if page.HeightOf(rows) > room {
		for _, air := range []scene.Pt{16, 12} {
			if tight := scorecardRows(s, b, scoreSizes[2], air); page.HeightOf(tight) <= room {
				rows = tight
				break
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	sh := s.ExhibitSheet(b, s.AltOf(o.Scorecard, b.Title.String()))
	s.RowsUnder(b, sh, rows, most, tallyH+headH, func(c *page.Canvas, part int, y scene.Pt) {
		suffix := ""
		if part > 0 {
			suffix = "@" + page.Itoa(part+1)
		}
		c.Add(slideTally(s, b).Text(b.ID+"/tally"+suffix, scene.RoleFigure, page.SlideLeft, y+32))
		for _, h := range []struct {
			words, id string
			x         scene.Pt
		}{{o.Claim, "/claim", claimX}, {o.Test, "/test", testX}, {o.Result, "/result", resultX}, {o.Due, "/due", dueX}} {
			words := s.Line(h.words, st.TableHead)
			if h.x == dueX {
				words = endWords(s, h.words, st.TableHead)
			}
			c.Add(words.Text(b.ID+"/head"+h.id+suffix, scene.RoleLabel, page.SlideLeft+h.x, y+tallyH+headH-8))
		}
	})
}

// Columns of a scorecard, from its left edge.
const (
	wordX            scene.Pt = 20
	claimX, claimW            = page.SlidePitch, 4*page.SlidePitch - page.SlideGutter
	testX, testW              = 5 * page.SlidePitch, 3*page.SlidePitch - page.SlideGutter
	dueW             scene.Pt = 84 // its words end at the right margin
	dueX                      = page.SlideRight - page.SlideLeft - dueW
	resultX, resultW          = 8 * page.SlidePitch, dueX - 8*page.SlidePitch - page.SlideGutter
)

// endWords are words of the last column.
func endWords(s *page.Slides, words string, st scene.Style) typeset.Block {
	return s.Fonts.Set([]scene.Span{{Text: words, Style: st}}, typeset.Options{Width: dueW, Align: scene.Right, Break: typeset.Balanced})
}

// scorecardRows are the claims with so much air above and below their words.
func scorecardRows(s *page.Slides, b *briefing.Block, z page.RowSize, air scene.Pt) (rows []*page.Box) {
	lead, words := z.Lead.Of(s.S.Lead), z.Words.Of(s.S.Comment)
	label := z.Side.Of(s.S.Label)
	for i, it := range b.List("items") {
		id := b.ID + "/" + page.Itoa(i+1)
		outcome := outcomeOf(it)
		claim := s.Set(it.Prose("claim"), lead, claimW, typeset.Balanced)
		if len(claim.Lines) > 1 && z == scoreSizes[0] {
			return nil
		}
		test := s.Set(it.Prose("test"), words, testW, typeset.Balanced)
		result := s.Set(it.Prose("result"), label, resultW, typeset.Balanced)
		due := endWords(s, dueWords(s.Composer, it.Words("by_when")), s.S.Body2)
		word := s.Line(outcomeWord(s.Composer, outcome), s.S.Label)
		h := max(claim.Height, test.Height, due.Height, word.Height)
		if !it.Prose("result").Empty() {
			h = max(h, result.Height)
		}
		box := &page.Box{H: max(18, h) + air, At: it.Place(), Name: "a claim"}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			first := y + air/2 + page.Base(lead)
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
func slideTally(s *page.Slides, b *briefing.Block) typeset.Block {
	count := map[string]int{}
	items := b.List("items")
	for _, it := range items {
		count[outcomeOf(it)]++
	}
	big := s.S.KPI.At(38, 42).With(s.Look.Text)
	big.Tracking = -0.4
	spans := []scene.Span{{Text: words.With(s.Diagrams().KeptOf, page.Itoa(count["kept"]), page.Itoa(len(items))), Style: big}}
	var rest []string
	for _, name := range outcomes()[1:] {
		if count[name] > 0 {
			rest = append(rest, counted(s.Composer, count[name], name))
		}
	}
	if len(rest) > 0 {
		spans = append(spans, scene.Span{Text: page.WideGap + strings.Join(rest, s.Marks().Comma), Style: s.S.Deck.At(13, 42)})
	}
	return s.Fonts.Set(spans, typeset.Options{Width: page.SlideRight - page.SlideLeft})
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
