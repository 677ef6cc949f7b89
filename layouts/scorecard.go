package layouts

import (
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
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

// scoreParts are what is said of a claim, in the order of its columns, and how its outcome is drawn.
const (
	scoreOutcome = iota
	scoreClaim
	scoreTest
	scoreResult
	scoreDue
	scoreParts
)

// scoreSize is how a scorecard is set: its parts, the disc of an outcome, the tally and what stands beside it.
type scoreSize struct {
	parts       [scoreParts]scene.Style
	disc        outcomeSize
	tally, rest scene.Style
	restGap     string
}

func paperScores(st *page.Styles) scoreSize {
	return scoreSize{parts: [scoreParts]scene.Style{st.SmallMedium, st.SerifStrong(), st.SmallMuted, st.SmallMedium, st.SmallMuted},
		disc: outcomeSize{4.6, 0.9, []scene.Pt{1.6, 1.4}}, tally: st.Pull, rest: st.SmallMuted, restGap: page.WideGap + page.WideGap}
}

func slideScores(s *page.Slides) scoreSize {
	big := s.St.KPI.At(38, 42).With(s.Look.Text)
	big.Tracking = -0.4
	return scoreSize{parts: [scoreParts]scene.Style{s.St.Label, s.St.Lead.At(s.St.Body.Size, s.St.Body.Leading), s.St.Comment, s.St.Comment.In(scene.SansMedium).With(s.Look.Text), s.St.Body2},
		disc: outcomeSize{6, 1, []scene.Pt{2, 1.8}}, tally: big, rest: s.St.Deck.At(s.St.Deck.Size, 42), restGap: page.WideGap}
}

// scoreHeads name the columns.
func scoreHeads(k *page.Composer) [scoreParts]string {
	o := k.Diagrams()
	return [scoreParts]string{"", o.Claim, o.Test, o.Result, o.Due}
}

// words are what is said of a claim; of a part that is not given none.
func (z scoreSize) words(k *page.Composer, it briefing.Fields) (out [scoreParts][]scene.Span) {
	plain := func(part int, words string) []scene.Span { return []scene.Span{{Text: words, Style: z.parts[part]}} }
	out[scoreOutcome] = plain(scoreOutcome, outcomeWord(k, outcomeOf(it)))
	for _, part := range []int{scoreClaim, scoreTest, scoreResult} {
		out[part] = k.Spans(it.Prose(scoreColumns[part].key), z.parts[part])
	}
	out[scoreDue] = plain(scoreDue, dueWords(k, it.Words("by_when")))
	return out
}

// tallyWords count the outcomes: "2 of 4 kept" at display size, the rest beside it.
func (z scoreSize) tallyWords(k *page.Composer, b *briefing.Block, width scene.Pt) typeset.Block {
	count := map[string]int{}
	items := b.List("items")
	for _, it := range items {
		count[outcomeOf(it)]++
	}
	spans := []scene.Span{{Text: words.With(k.Diagrams().KeptOf, page.Itoa(count["kept"]), page.Itoa(len(items))), Style: z.tally}}
	var rest []string
	for _, name := range outcomes()[1:] {
		if count[name] > 0 {
			rest = append(rest, counted(k, count[name], name))
		}
	}
	if len(rest) > 0 {
		spans = append(spans, scene.Span{Text: z.restGap + strings.Join(rest, k.Marks().Comma), Style: z.rest})
	}
	return k.Fonts.Set(spans, typeset.Options{Width: width})
}

// scorecardPage is a tally and a table over the full width.
func scorecardPage(f *page.Flow, b *briefing.Block) {
	const besideDisc = 15
	k, width := f.K, f.K.Grid.Width()
	z := paperScores(k.St)
	what := k.AltOf(k.Diagrams().Scorecard, b.Title.String())
	e := k.Exhibit(b, width, "", what)
	g := &page.CellGrid{K: k, B: b, Alt: what, Width: width}
	widths := []scene.Pt{scoreOutcome: 50, scoreTest: 110, scoreResult: 82, scoreDue: 68}
	claim := width - (scoreParts-1)*2*page.CellPad // it takes what is left
	for _, w := range widths {
		claim -= w
	}
	widths[scoreClaim] = claim
	g.Columns(widths, make([]scene.Align, len(widths)))
	for i, h := range scoreHeads(k) {
		g.Head.Cells = append(g.Head.Cells, g.Set([]scene.Span{{Text: h, Style: k.St.TableHead}}, i, 0, 0))
	}
	for _, it := range b.List("items") {
		row := page.GridRow{At: it.Place()}
		for i, words := range z.words(k, it) {
			shift := scene.Pt(0)
			if i == scoreOutcome {
				shift = besideDisc
			}
			row.Cells = append(row.Cells, g.Set(words, i, 0, shift))
		}
		row.Cells[scoreOutcome].Mark = func(in scene.Rect, base scene.Pt) []scene.Item {
			return outcomeDisc(k, outcomeOf(it), in.X+5, base-3, z.disc)
		}
		row.Cells[scoreClaim].Header = true
		level(row.Cells, z.parts[scoreClaim])
		g.Rows = append(g.Rows, row)
	}
	tally := z.tallyWords(k, b, width)
	above := &page.Box{H: 34, KeepNext: true}
	above.Draw = func(c *page.Canvas, x, y scene.Pt) { c.Add(tally.Text(b.ID+"/tally", scene.RoleFigure, x, y+20)) }
	f.Add(g.Box(e, above))
}

// scorecardSlide is a tally on top, then a row a claim. Rows that do not fit continue; the tally counts all of them on every
// slide.
func scorecardSlide(s *page.Slides, b *briefing.Block) {
	const tallyH, headH, most, air = 56, 22, 8, 22
	// Rows close ranks where that keeps them on one slide.
	room := page.SlideBodyBottom - page.SlideBodyTop - tallyH - headH
	rows := s.LargestRows(tallyH+headH, most, func() []*page.Box { return scoreRows(s, b, slideScores(s), air) })
	usual := slideScores(s)
	if page.HeightOf(rows) > room {
		for _, air := range []scene.Pt{16, 12} {
			if tight := scoreRows(s, b, usual, air); page.HeightOf(tight) <= room {
				rows = tight
				break
			}
		}
	}
	if len(rows) == 0 {
		return
	}
	cols := scoreColumnsOf(s, b, usual)
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Scorecard, b.Title.String()))
	s.RowsUnder(b, sh, rows, most, tallyH+headH, func(c *page.Canvas, part int, y scene.Pt) {
		suffix := ""
		if part > 0 {
			suffix = "@" + page.Itoa(part+1)
		}
		c.Add(usual.tallyWords(s.Composer, b, page.SlideRight-page.SlideLeft).Text(b.ID+"/tally"+suffix, scene.RoleFigure, page.SlideLeft, y+32))
		for i, h := range scoreHeads(s.Composer) {
			if i == scoreOutcome {
				continue
			}
			col, words := cols[i], s.Line(h, s.St.TableHead)
			if col.end {
				words = col.set(s, []scene.Span{{Text: h, Style: s.St.TableHead}})
			}
			c.Add(words.Text(b.ID+"/head/"+col.key+suffix, scene.RoleLabel, page.SlideLeft+col.x, y+tallyH+headH-8))
		}
	})
}

// scoreColumn is a column of a scorecard on slides, from its left edge; words of the last end at the right margin.
type scoreColumn struct {
	key  string
	role scene.Role
	x, w scene.Pt // no width: one line
	end  bool
}

const scoreDueX = page.SlideRight - page.SlideLeft - 84

var scoreColumns = [scoreParts]scoreColumn{
	{"outcome", scene.RoleLabel, 20, 0, false},
	{"claim", scene.RoleHeading, page.SlidePitch, 4*page.SlidePitch - page.SlideGutter, false},
	{"test", scene.RoleBody, 5 * page.SlidePitch, 3*page.SlidePitch - page.SlideGutter, false},
	{"result", scene.RoleBody, 8 * page.SlidePitch, scoreDueX - 8*page.SlidePitch - page.SlideGutter, false},
	{"due", scene.RoleLabel, scoreDueX, page.SlideRight - page.SlideLeft - scoreDueX, true},
}

// scoreColumnsOf are the columns of a scorecard's slides: the claims make room where an outcome's word is wide, the results where a date
// is.
func scoreColumnsOf(s *page.Slides, b *briefing.Block, z scoreSize) [scoreParts]scoreColumn {
	const apart, mostDue = 8, 140
	cols := scoreColumns
	for _, it := range b.List("items") {
		due := s.Line(dueWords(s.Composer, it.Words("by_when")), z.parts[scoreDue])
		if over := min(due.Width+1, mostDue) - cols[scoreDue].w; over > 0 {
			cols[scoreDue].x -= over
			cols[scoreDue].w += over
			cols[scoreResult].w -= over
		}
		word := s.Line(outcomeWord(s.Composer, outcomeOf(it)), z.parts[scoreOutcome])
		if over := cols[scoreOutcome].x + word.Width + apart - cols[scoreClaim].x; over > 0 {
			cols[scoreClaim].x += over
			cols[scoreClaim].w -= over
		}
	}
	return cols
}

func (c scoreColumn) set(s *page.Slides, words []scene.Span) typeset.Block {
	o := typeset.Options{Width: c.w, Break: typeset.Balanced}
	if c.w == 0 {
		o.Break = typeset.NoBreak
	}
	if c.end {
		o.Align = scene.Right
	}
	return s.Fonts.Set(words, o)
}

// scoreRows are the claims with so much air above and below their words; none where type is large and a claim takes three lines, or a date two.
func scoreRows(s *page.Slides, b *briefing.Block, z scoreSize, air scene.Pt) (rows []*page.Box) {
	const least = 18
	cols := scoreColumnsOf(s, b, z)
	for i, it := range b.List("items") {
		id := b.ID + "/" + page.Itoa(i+1)
		var set [scoreParts]typeset.Block
		h := scene.Pt(least)
		for i, words := range z.words(s.Composer, it) {
			set[i] = cols[i].set(s, words)
			h = max(h, set[i].Height)
		}
		if s.Grown() && (len(set[scoreClaim].Lines) > 2 || len(set[scoreDue].Lines) > 1 || cols[scoreClaim].x > scoreColumns[scoreClaim].x) {
			return nil
		}
		box := &page.Box{H: h + air, At: it.Place(), Name: "a claim"}
		box.Draw = func(c *page.Canvas, x, y scene.Pt) {
			first := y + air/2 + page.Base(z.parts[scoreClaim])
			c.Add(outcomeDisc(s.Composer, outcomeOf(it), x+6, first-4.2, z.disc)...)
			for i, col := range cols {
				part := id + "/" + col.key
				if i == scoreClaim {
					part = id
				}
				if len(set[i].Lines) > 0 {
					c.Add(set[i].Text(part, col.role, x+col.x, first))
				}
			}
		}
		rows = append(rows, box)
	}
	return rows
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
