package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func statementLayout() page.Layout {
	return page.Layout{Name: "statement", Display: true, Summary: "one big idea, with a line of support", Page: statementPage, Slide: statementSlide,
		Unsourced: true,
		Shape: &outline.Shape{Name: "statement", Short: "text", Fields: []outline.Field{
			{Name: "text", Type: outline.Prose, Required: true, Budget: 130, Doc: "the idea; one phrase may be marked *so*, it takes the accent"},
			{Name: "support", Type: outline.Prose, Budget: 160, Doc: "a sentence that carries it"},
		}}}
}

const statementLimit = 150 // characters

// idea sets the text: what is marked takes the accent instead of another face.
func idea(k *page.Composer, text briefing.Prose, st scene.Style, w scene.Pt) typeset.Block {
	spans := make([]scene.Span, 0, len(text))
	for _, i := range text {
		s := st
		if i.Em || i.Strong {
			s = s.With(k.Look.Accent)
		}
		i.Em, i.Strong = false, false
		spans = append(spans, k.Spans(briefing.Prose{i}, s)...)
	}
	return k.Fonts.Set(spans, typeset.Options{Width: w, Break: typeset.Balanced, Hang: true})
}

// support is the sentence below a short rule; nil for none.
func support(k *page.Composer, b *briefing.Block, m page.Measure, base scene.Pt) *page.Box {
	return k.AfterRule(k.Part(b.Prose("support"), m, b.ID+"/support", scene.RoleBody), base)
}

// statementPage is a band of the full width between two rules.
func statementPage(f *page.Flow, b *briefing.Block) {
	const top, below, apart, foot = 18, 4, 8, 20
	k := f.K
	g, st := k.Grid, k.St
	text := b.Prose("text")
	if len([]rune(text.String())) > statementLimit {
		k.OverBudget(b.PlaceOf("text"), "E-STATEMENT", "statement", text.String(), 130)
	}
	words := page.TextBox(idea(k, text, st.Pull, g.ColEnd(11)-g.Left), b.ID+"/text", scene.RoleSoWhat, st.Pull)
	h := top + words.H + below
	more := support(k, b, page.Balanced(st.Standfirst, g.ColEnd(9)-g.Left), 10+page.Base(st.Standfirst))
	moreY := h + apart
	if more != nil {
		h = moreY + more.H + below
	}
	note, noteY := k.FootBox(b, g.Width()), h+14
	if note != nil {
		h = noteY + note.H
	}
	h += foot
	rule := page.Ruling(g.Width(), 0.75, k.Look.RuleStrong)
	box := k.Grouped(b, page.Placed(h, b.At, page.Cell{Box: rule}, page.Cell{Box: words, Y: top}, page.Cell{Box: more, Y: moreY}, page.Cell{Box: note, Y: noteY}, page.Cell{Box: rule, Y: h}))
	box.Col, box.Before, box.After, box.Name, box.Float = page.Full, 20, 24, "a statement", true
	f.Add(box)
}

// statementSizes are by length, and two for words that are wider than most.
var statementSizes = []lengthSize{{40, page.On(76, 84)}, {60, page.On(68, 76)}, {90, page.On(58, 67)}, {150, page.On(46, 55)}, {150, page.On(38, 47)}, {150, page.On(31, 40)}, {150, page.On(27, 35)}}

// opticalMiddle is the height about which a few words stand on a slide: a little above the middle.
const opticalMiddle scene.Pt = 250

// statementSlide is one idea at display size, its middle at the optical centre.
func statementSlide(s *page.Slides, b *briefing.Block) {
	s.Slide(b, page.Sheet{}, func(c *page.Canvas, body scene.Rect) {
		text := b.Prose("text")
		n := len([]rune(text.String()))
		var set typeset.Block
		more := support(s.Composer, b, page.Balanced(s.St.StatementSmall, 430), 22)
		under := scene.Pt(0)
		if more != nil {
			under = 24 + more.H
		}
		size, fits := page.Largest(sizesFor(statementSizes, n), func(z lengthSize) bool {
			set = idea(s.Composer, text, z.Of(s.St.Statement), page.SlideXR(10)-page.SlideLeft)
			high := z.Leading * scene.Pt(len(set.Lines)-1)
			return len(set.Lines) <= 4 && max(body.Y+20, opticalMiddle-high/2+z.Size*0.33)+high+z.Size*0.3+under <= body.Bottom()
		})
		if !fits || n > statementLimit {
			s.OverBudget(b.PlaceOf("text"), "E-STATEMENT", "statement", text.String(), 130)
		}
		high := size.Leading * scene.Pt(len(set.Lines)-1)
		first := max(body.Y+20, opticalMiddle-high/2+size.Size*0.33)
		c.Add(set.Text(b.ID+"/text", scene.RoleSoWhat, page.Hung(page.SlideLeft, set), first))
		if more != nil {
			more.Draw(c, page.SlideLeft, first+high+size.Size*0.3+24)
		}
	})
}

// lengthSize is a size for words of so many characters.
type lengthSize struct {
	chars int
	page.Letter
}

// sizesFor are the sizes for words of n characters, the largest first; words beyond them all have those of the longest.
func sizesFor(all []lengthSize, n int) []lengthSize {
	n = min(n, all[len(all)-1].chars)
	return all[slices.IndexFunc(all, func(z lengthSize) bool { return n <= z.chars }):]
}
