package layouts

import (
	"roadshow/art"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// quoteShape is a quotation with its speaker: the quote block, and every item of a wall.
func quoteShape() *outline.Shape {
	return &outline.Shape{Name: "quote", Fields: []outline.Field{
		{Name: "text", Type: outline.Quotation, Required: true, Budget: 280, Doc: "The words, verbatim. […] marks a cut, [words] are the editor's."},
		{Name: "by", Type: outline.Who, Required: true, Budget: 40, Doc: "Who said it: an id of people, or words that name somebody."},
		{Name: "role", Type: outline.Words, Budget: 60, Doc: "Printed under the name; default the person's role and organisation."},
		{Name: "gloss", Type: outline.Prose, Budget: 140, Doc: "One sentence that says why it matters."},
		{Name: "locator", Type: outline.Words, Doc: "Where in the source: a page, a paragraph, a time."},
		{Name: "date", Type: outline.Date, Doc: "When it was said."},
		{Name: "credit", Type: outline.Quotation, Doc: "The source's words beside the passage that name the speaker; proves the attribution."},
		{Name: "paraphrase", Type: outline.Flag, Doc: "Not the speaker's words: printed without quotation marks."},
	}}
}

func quoteLayout() page.Layout {
	return page.Layout{Name: "quote", Display: true, Summary: "one pull quote with its speaker", Shape: quoteShape(), Page: quotePage, Slide: quoteSlide,
		Aside: quoteAside}
}

// quoteLimit is how many characters a quotation may have.
const quoteLimit = 280

// railQuoteLimit is how broad a quotation may be to stand in the rail; broader ones take the full width.
const railQuoteLimit = 150

// quoteForm is how a quotation is set where it stands.
type quoteForm struct {
	words, gloss page.Measure
	mark         scene.Style
	who          speakerForm
	whoW         scene.Pt
}

// quoted are a quotation's parts in the order of reading; those that it lacks are nil.
type quoted struct{ mark, words, who, gloss *page.Box }

func quoteParts(k *page.Composer, b *briefing.Block, q briefing.Quote, f quoteForm) quoted {
	return quoted{ornament(k, q, f.mark), k.Said(q, q.Text, f.words, b.ID+"/text"), attribution(k, q, f.whoW, f.who, b.ID), quoteGloss(k, b, q, f.gloss)}
}

// quoteGloss says why a quotation matters; nil where nothing does.
func quoteGloss(k *page.Composer, b *briefing.Block, q briefing.Quote, m page.Measure) *page.Box {
	return k.Part(q.Gloss, m, b.ID+"/gloss", scene.RoleBody)
}

func tooLong(k *page.Composer, q briefing.Quote) {
	k.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, quoteLimit)
}

func quotePage(f *page.Flow, b *briefing.Block) {
	k, q := f.K, b.Quote()
	if len([]rune(q.Text)) > quoteLimit {
		tooLong(k, q)
	}
	// Without an argument the rail would stand beside nothing, and a claim needs its measure.
	if !f.Wide && b.Title.Empty() && b.Theme != nil && len(b.Theme.Argument) > 0 && breadth(q.Text) <= railQuoteLimit {
		f.Rail(railQuote(k, b, q))
		return
	}
	f.Add(quoteBand(k, b, q))
}

// breadth is a text's length in Latin letters: Chinese characters count twice.
func breadth(s string) int {
	n := 0
	for _, r := range s {
		n++
		if r >= 0x2E80 {
			n++
		}
	}
	return n
}

// railQuote is a short quotation in the rail: mark, words in italics, seal and name.
func railQuote(k *page.Composer, b *briefing.Block, q briefing.Quote) *page.Box {
	const first, whoBelow, glossBelow, footBelow = 30, 13, 8, 4
	st, w := k.St, k.Grid.RailW
	p := quoteParts(k, b, q, quoteForm{page.Balanced(st.RailQuote, w), page.Balanced(st.SmallMuted, w), st.QuoteMark, pageSpeaker(k, 22), w})
	whoY := first + page.Highest(p.words) - st.RailQuote.Leading + whoBelow
	h := whoY + p.who.H
	glossY := h + glossBelow
	if p.gloss != nil {
		h = glossY + p.gloss.H
	}
	foot, footY := railFoot(k, b, q), h+footBelow
	if foot != nil {
		h = footY + foot.H
	}
	if len(b.Sources) == 0 && !b.OwnFigures {
		k.NoSource(b)
	}
	box := k.Grouped(b, page.Placed(h, b.At, page.Level(p.mark, -1, 25), page.Level(p.words, 0, first), page.Cell{Box: p.who, Y: whoY}, page.Cell{Box: p.gloss, Y: glossY}, page.Cell{Box: foot, Y: footY}))
	box.Before, box.After, box.Name = 16, 20, "a quotation in the rail"
	return box
}

// railFoot is what a quotation in the rail says of its origin: its own source, when and where, its note; nil for none.
func railFoot(k *page.Composer, b *briefing.Block, q briefing.Quote) *page.Box {
	w, said := k.Grid.RailW, saidWhere(k, q)
	if b.OwnSource {
		return k.SourceBox(b, w, said)
	}
	words := b.Note
	if said != "" {
		words = append(briefing.Plain(page.Sentence(said)+k.Marks().Gap), words...)
	}
	return k.Part(words, page.Measure{Style: k.St.Source, W: w}, b.ID+"/source", scene.RoleSource)
}

// quoteBand is a quotation across the page: columns 2 to 11 at display size, with the speaker beneath.
func quoteBand(k *page.Composer, b *briefing.Block, q briefing.Quote) *page.Box {
	const first, whoBelow, apart = 34, 20, 16
	g, st := k.Grid, k.St
	in, w := g.Col(2)-g.Left, g.ColEnd(11)-g.Col(2)
	_, wst, ok := k.Ladder(briefing.Plain(q.Text), w, 5, st.Pull)
	if !ok {
		// The last size is for words that are wider than most.
		if _, wst, ok = k.Ladder(briefing.Plain(q.Text), w, 9, st.PullSmall, st.PullSmall.At(17, 22.5)); !ok && len([]rune(q.Text)) <= quoteLimit {
			// Chinese takes twice the room of as many Latin letters.
			k.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, quoteLimit/2)
		}
	}
	glossX, whoW := w*0.5, w
	if !q.Gloss.Empty() {
		whoW = glossX - apart
	}
	words := page.Balanced(wst, w)
	words.Hang = wst.Size >= st.Pull.Size
	p := quoteParts(k, b, q, quoteForm{words, page.Balanced(st.SmallMuted, w-glossX), st.QuoteMark.At(54, 54), pageSpeaker(k, 36), whoW})
	whoY := first + page.Highest(p.words) - wst.Leading + whoBelow
	source := k.SourceBox(b, w, saidWhere(k, q))
	h := whoY + page.Highest(p.who, p.gloss)
	box := k.Grouped(b, page.Placed(h+10+source.H+4, b.At, page.Cell{Box: page.Ruling(g.Width(), 0.75, k.Look.RuleStrong)}, page.Level(p.mark, -2, first+14), page.Level(p.words, in, first),
		page.Cell{Box: p.who, X: in, Y: whoY}, page.Cell{Box: p.gloss, X: in + glossX, Y: whoY}, page.Cell{Box: source, X: in, Y: h + 8}))
	box.Col, box.Before, box.After, box.Name, box.Float = page.Full, 18, 22, "a quotation", true
	return box
}

// pullSizes are those of a pull quote by length, and two for words that are wider than most.
var pullSizes = []lengthSize{{45, page.On(64, 72)}, {60, page.On(60, 68)}, {90, page.On(50, 59)}, {140, page.On(42, 52)}, {200, page.On(34, 43)}, {quoteLimit, page.On(27, 35)}, {quoteLimit, page.On(25, 33)}, {quoteLimit, page.On(22, 29)}, {quoteLimit, page.On(20, 26)}}

// pullStyle is a pull quote's, set closer the larger it is.
func pullStyle(s *page.Slides, z page.Letter) scene.Style {
	st := z.Of(s.St.Pull)
	st.Tracking = -0.014 * z.Size
	return st
}

// quoteSlide sets the words over two thirds, the speaker in a panel of the accent.
func quoteSlide(s *page.Slides, b *briefing.Block) {
	q := b.Quote()
	s.Slide(b, page.Sheet{Right: page.SlideXR(8)}, func(c *page.Canvas, body scene.Rect) {
		words, st, top, fits := pullQuote(s, b, q)
		if !fits || len([]rune(q.Text)) > quoteLimit {
			tooLong(s.Composer, q)
		}
		mark := pullMark(s.St.QuoteMark, st.Size)
		speakerPanel(s, c, q, b.ID, pullTop(top, st.Size, mark.Size))
		if o := ornament(s.Composer, q, mark); o != nil {
			o.Draw(c, page.SlideLeft-0.064*mark.Size, top-pullGap(st.Size, mark.Size)-o.Base)
		}
		c.Add(words.Text(b.ID+"/text", scene.RoleQuote, page.Hung(page.SlideLeft, words), top))
		if gloss := s.AfterRule(pullGloss(s, b, q), 20); gloss != nil {
			gloss.Draw(c, page.SlideLeft, top+st.Leading*scene.Pt(len(words.Lines)-1)+st.Size*0.3+24)
		}
	})
}

// pullMark is the quotation mark of a size of words: 2.9 times as large, 110 pt at most.
func pullMark(st scene.Style, size scene.Pt) scene.Style {
	m := min(110, 2.9*size)
	return st.At(m, m)
}

// pullGap is how far the mark's baseline lies above that of the first line. Its glyph fills the upper part of its size.
func pullGap(size, mark scene.Pt) scene.Pt { return 0.72*size + (0.32-0.44)*mark }

// pullTop is where the mark's glyph begins, for words of a size on a first baseline.
func pullTop(first, size, mark scene.Pt) scene.Pt { return first - pullGap(size, mark) - 0.735*mark }

func pullGloss(s *page.Slides, b *briefing.Block, q briefing.Quote) *page.Box {
	return quoteGloss(s.Composer, b, q, page.Balanced(s.St.Deck, 430))
}

// pullQuote sets the words at the size of their length, or smaller where words or gloss would reach the source line. top is
// the first baseline: below the title where there is one.
func pullQuote(s *page.Slides, b *briefing.Block, q briefing.Quote) (words typeset.Block, st scene.Style, top scene.Pt, fits bool) {
	const untitled, titled, width, below = 200, 132, 565, 30
	glossH := scene.Pt(0)
	if gloss := pullGloss(s, b, q); gloss != nil {
		glossH = below + gloss.H
	}
	_, fits = page.Largest(sizesFor(pullSizes, len([]rune(q.Text))), func(z lengthSize) bool {
		st = pullStyle(s, z.Letter)
		mark := pullMark(s.St.QuoteMark, z.Size).Size
		top = untitled
		if !b.Title.Empty() {
			top = titled - pullTop(0, z.Size, mark)
		}
		words = s.Fonts.Set(s.SaidSpans(q, q.Text, st), typeset.Options{Width: width, Break: typeset.Balanced, Hang: true})
		foot := top + st.Leading*scene.Pt(len(words.Lines)-1) + st.Size*0.3 + glossH
		if foot > page.SlideBodyBottom+4 {
			return false
		}
		if b.Title.Empty() {
			// Few words stand about the optical centre; many begin where they would anyway.
			top += max(0, (2*opticalMiddle-foot-pullTop(top, st.Size, mark))/2)
		}
		return true
	})
	return words, st, top, fits
}

// speakerPanel is the accent panel at the right: seal, name, role and the globe in a deeper shade. The seal stands level with top,
// where the words begin, as far as the globe leaves room below it.
func speakerPanel(s *page.Slides, c *page.Canvas, q briefing.Quote, id string, top scene.Pt) {
	const edge, left, side, highest, lowest, nameBelow, line, saidLine, width = 652.7, 686.7, 84, 76, 132, 118, 26, 20, 190
	l := s.Look
	frame := scene.Rect{X: edge, W: page.SlideW - edge, H: page.SlideH}
	c.Add(page.Fill(frame, l.Accent))
	if l.Art {
		c.Add(s.Engraved(art.Globe{Cx: page.SlideW - 20, Cy: page.SlideH + 30, R: 250, N: 46, Seed: s.B.Title.String()}, frame, l.AccentDeep))
	}
	top = max(highest, min(top, lowest))
	s.Seal(c, page.SealLetters(q.By), left, top, side, l.OnAccent, l.Accent)
	y := top + nameBelow
	add := func(words string, m page.Measure, part string) {
		if b := s.Told(words, m, id+part, scene.RoleAttribution); b != nil {
			b.Draw(c, left, y-b.Base)
			y += b.H - m.Style.Leading
		}
	}
	add(q.By.Name(), page.Balanced(s.St.PanelName, page.SlideW-left-36), "/by")
	if p := q.By.Person; p != nil && p.NameZh != "" {
		s.Headed[p] = true
		y += line
		add(p.NameZh, page.OneLine(s.St.PanelName.In(scene.Serif).At(20, 26)), "/name_zh")
	}
	if q.Role != "" {
		y += line
		add(q.Role, page.Balanced(s.St.Body.With(l.OnAccent), width), "/role")
	}
	y += saidLine
	add(saidWhere(s.Composer, q), page.Balanced(s.St.Role.With(l.OnAccent), width), "/date")
}

// shareable is the longest quotation that may stand beside something else, in characters; a short one is larger there.
const shareable, shortShared = 140, 70

// quoteAside is a quotation short enough to stand beside something else, whose sticker is the slide's.
func quoteAside(s *page.Slides, b *briefing.Block, sticker string, w scene.Pt) *page.Aside {
	q := b.Quote()
	if !b.Title.Empty() || len(b.Notes) > 0 || b.Sticker != "" && b.Sticker != sticker || len([]rune(q.Text)) > shareable {
		return nil
	}
	return &page.Aside{Block: b, Box: quoteNote(s, b, q, w), Extra: saidBy(s.Composer, q)}
}

// quoteNote is a short quotation as a column of width w: its mark, the words, the speaker, the gloss.
func quoteNote(s *page.Slides, b *briefing.Block, q briefing.Quote, w scene.Pt) *page.Box {
	const underMark, whoBelow, glossBelow = 30, 18, 20
	st := s.St.Body.In(scene.Serif).At(17, 24)
	if len([]rune(q.Text)) <= shortShared {
		st = st.In(scene.SerifLight).At(22, 30)
	}
	small := s.St.Comment
	p := quoteParts(s.Composer, b, q, quoteForm{page.Balanced(st, w).Hung(), page.Balanced(small, w), s.St.QuoteMark.At(54, 54), slideSpeaker(s, 36), w})
	top := scene.Pt(0)
	if p.mark != nil {
		top = underMark
	}
	whoY := top + page.Highest(p.words) + whoBelow
	h := whoY + p.who.H
	gloss, glossY := s.AfterRule(p.gloss, 10+page.Base(small)), h+glossBelow
	if gloss != nil {
		h = glossY + gloss.H + 4
	}
	return page.Placed(h, b.At, page.Level(p.mark, -3, 38), page.Cell{Box: p.words, Y: top}, page.Cell{Box: p.who, Y: whoY}, page.Cell{Box: gloss, Y: glossY})
}
