package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
	"strings"
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
	return page.Layout{Name: "quote", Summary: "one pull quote with its speaker", Shape: quoteShape(), Page: quotePage, Slide: quoteSlide,
		Aside: quoteAside}
}

// quoteLimit is how many characters a quotation may have.
const quoteLimit = 280

// railQuoteLimit is how broad a quotation may be to stand in the rail; broader ones take the full width.
const railQuoteLimit = 150

func quotePage(f *page.Flow, b *briefing.Block) {
	k, q := f.K, b.Quote()
	if n := len([]rune(q.Text)); n > quoteLimit {
		k.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, quoteLimit)
	}
	// Without an argument the rail would stand beside nothing, and a claim needs its measure.
	if b.Title.Empty() && b.Theme != nil && len(b.Theme.Argument) > 0 && breadth(q.Text) <= railQuoteLimit {
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

// printed is a quotation's words as the page shows them. Display sizes hang an ornamental opening mark instead.
func printed(k *page.Composer, q briefing.Quote) string {
	if q.Paraphrase {
		return q.Text
	}
	m := words.Quoting(k.B.Tag)
	return m.Open + q.Text + m.Close
}

// quoteMark is the ornament before a quotation at display size. A German „ stands on the baseline, where an ornament would be a
// comma: the mark that stands high serves.
func quoteMark(k *page.Composer) string {
	if strings.HasPrefix(words.Quoting(k.B.Tag).Open, "«") {
		return "«"
	}
	return "“"
}

// attribution sets name and role beside a seal.
func attribution(k *page.Composer, q briefing.Quote, w, side scene.Pt, id string) *page.Box {
	return attributed(k, q, w, side, id, k.SealColor(q.By))
}

// attributed is attribution with a seal in the colour of a stance.
func attributed(k *page.Composer, q briefing.Quote, w, side scene.Pt, id string, ground scene.Color) *page.Box {
	st := k.St
	in := side + side*0.32
	name := k.Words(k.Name(q.By), st.Name, w-in, typeset.Greedy)
	var role typeset.Block
	h := name.Height
	if q.Role != "" {
		role = k.Words(q.Role, st.Role, w-in, typeset.Balanced)
		h += role.Height
	}
	box := &page.Box{H: max(side, h)}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		k.Seal(c, page.SealLetters(q.By), x, y, side, ground, k.Look.On(ground))
		top := y + max(0, (side-h)/2)
		c.Add(name.Text(id+"/by", scene.RoleAttribution, x+in, top+page.Base(st.Name)))
		if q.Role != "" {
			c.Add(role.Text(id+"/role", scene.RoleAttribution, x+in, top+name.Height+page.Base(st.Role)))
		}
	}
	return box
}

// railQuote is a short quotation in the rail: mark, words in italics, seal and name.
func railQuote(k *page.Composer, b *briefing.Block, q briefing.Quote) *page.Box {
	st, w := k.St, k.Grid.RailW
	words := k.Words(q.Text, st.RailQuote, w, typeset.Balanced)
	who := attribution(k, q, w, 22, b.ID)
	first := scene.Pt(30)
	whoY := first + st.RailQuote.Leading*scene.Pt(len(words.Lines)-1) + 13
	box := &page.Box{H: whoY + who.H, Before: 16, After: 20, At: b.At, Name: "a quotation in the rail"}
	var gloss typeset.Block
	if !q.Gloss.Empty() {
		gloss = k.Set(q.Gloss, st.SmallMuted, w, typeset.Balanced)
		box.H += 8 + gloss.Height
	}
	footY := box.H + 4
	foot := railFoot(k, b, q)
	if foot != nil {
		box.H += 4 + foot.H
	}
	if len(b.Sources) == 0 && !b.OwnFigures {
		k.NoSource(b)
	}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		k.Use(c.Page.Number, b.Sources...)
		c.Group(&scene.Group{ID: b.ID, Role: scene.RoleBlock}, func(c *page.Canvas) {
			if !q.Paraphrase {
				c.Add(k.Line(quoteMark(k), st.QuoteMark).Text("", scene.RoleOrnament, x-1, y+25))
			}
			c.Add(words.Text(b.ID+"/text", scene.RoleQuote, x, y+first))
			who.Draw(c, x, y+whoY)
			if !q.Gloss.Empty() {
				c.Add(gloss.Text(b.ID+"/gloss", scene.RoleBody, x, y+whoY+who.H+8+page.Base(st.SmallMuted)))
			}
			if foot != nil {
				foot.Draw(c, x, y+footY)
			}
		})
	}
	return box
}

// railFoot is what a quotation in the rail says of its origin: its own source, when and where, its note; nil for none.
func railFoot(k *page.Composer, b *briefing.Block, q briefing.Quote) *page.Box {
	w, said := k.Grid.RailW, kitSaid(k, q)
	switch {
	case b.OwnSource:
		return k.SourceBox(b, w, said)
	case said == "" && b.Note.Empty():
		return nil
	}
	words := b.Note
	if said != "" {
		words = append(briefing.Plain(page.Sentence(said)+k.Marks().Gap), words...)
	}
	text := k.Set(words, k.St.Source, w, typeset.Greedy)
	box := &page.Box{H: text.Height}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(text.Text(b.ID+"/source", scene.RoleSource, x, y+page.Base(k.St.Source)))
	}
	return box
}

// said is where and when the words were said.
func kitSaid(k *page.Composer, q briefing.Quote) string {
	return page.JoinWords(k.Marks().Comma, page.UpperFirst(q.Locator), k.Date(q.Date))
}

// saidBy is what the source line adds of quotations: where and when each was said.
func saidBy(k *page.Composer, quotes ...briefing.Quote) string {
	out := ""
	for _, q := range quotes {
		if said := kitSaid(k, q); said != "" {
			out = page.JoinWords(k.Marks().Semicolon, out, q.By.Name()+k.Marks().Comma+said)
		}
	}
	return out
}

// quoteBand is a quotation across the page: columns 2 to 11 at display size, with the speaker beneath.
func quoteBand(k *page.Composer, b *briefing.Block, q briefing.Quote) *page.Box {
	g, st := k.Grid, k.St
	in := g.Col(2) - g.Left
	w := g.ColEnd(11) - g.Col(2)
	words, wst, ok := k.Ladder(briefing.Plain(q.Text), w, 5, st.Pull)
	if !ok {
		// The last size is for words that are wider than most.
		if words, wst, ok = k.Ladder(briefing.Plain(q.Text), w, 9, st.PullSmall, st.PullSmall.At(17, 22.5)); !ok && len([]rune(q.Text)) <= quoteLimit {
			// Chinese takes twice the room of as many Latin letters.
			k.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, quoteLimit/2)
		}
	}
	first := scene.Pt(34)
	whoY := first + wst.Leading*scene.Pt(len(words.Lines)-1) + 20
	var gloss typeset.Block
	glossX, whoW := w*0.5, w
	if !q.Gloss.Empty() {
		gloss = k.Set(q.Gloss, st.SmallMuted, w-glossX, typeset.Balanced)
		whoW = glossX - 16
	}
	who := attribution(k, q, whoW, 36, b.ID)
	h := whoY + max(who.H, gloss.Height)
	box := &page.Box{Col: page.Full, H: h + 10, Before: 18, After: 22, At: b.At, Name: "a quotation", Float: true}
	source := k.SourceBox(b, w, kitSaid(k, q))
	box.H += source.H + 4
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		k.Use(c.Page.Number, b.Sources...)
		c.Group(&scene.Group{ID: b.ID, Role: scene.RoleBlock}, func(c *page.Canvas) {
			c.Add(page.Rule(x, y, g.Width(), 0.75, k.Look.RuleStrong))
			if !q.Paraphrase {
				c.Add(k.Line(quoteMark(k), st.QuoteMark.At(54, 54)).Text("", scene.RoleOrnament, x-2, y+first+14))
			}
			c.Add(words.Text(b.ID+"/text", scene.RoleQuote, x+in, y+first))
			who.Draw(c, x+in, y+whoY)
			if !q.Gloss.Empty() {
				c.Add(gloss.Text(b.ID+"/gloss", scene.RoleBody, x+in+glossX, y+whoY+page.Base(st.SmallMuted)))
			}
			source.Draw(c, x+in, y+h+8)
		})
	}
	return box
}
