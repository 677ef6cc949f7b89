package layouts

import (
	"maps"
	"math"
	"slices"
	"strings"
	"unicode"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func positionsLayout() page.Layout {
	option := &outline.Shape{Name: "option", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 24, Doc: "The position in a few words"},
		{Name: "gloss", Type: outline.Prose, Required: true, Budget: 90, Doc: "What it says"},
	}}
	holder := &outline.Shape{Name: "holder", Fields: []outline.Field{
		{Name: "by", Type: outline.Who, Required: true, Budget: 40, Doc: "Who holds it"},
		{Name: "option", Type: outline.Words, List: true, OrOne: true, Required: true, Doc: "The name of the option, or a list of several"},
		{Name: "text", Type: outline.Quotation, Budget: 110, Doc: "Their words, verbatim"},
		{Name: "gloss", Type: outline.Prose, Budget: 90, Doc: "Their view in your words"},
		{Name: "role", Type: outline.Words, Budget: 60, Doc: "Printed under the name; default: role and organisation"},
		{Name: "credit", Type: outline.Quotation, Doc: "The source's words that name the speaker"},
	}}
	return page.Layout{Name: "positions", Summary: "who stands where, for frameworks without numbers", Title: outline.Required, Page: positionsPage, Slide: positionsSlide,
		Numbered: always, Fills: true,
		Shape: &outline.Shape{Name: "positions", Fields: []outline.Field{
			{Name: "options", Type: outline.Object, List: true, Required: true, Min: 2, Max: 4, Hard: true, Code: "E-POSITIONS", Shape: option, Doc: "2 to 4 positions"},
			{Name: "holders", Type: outline.Object, List: true, Required: true, Max: 8, Hard: true, Code: "E-POSITIONS", Shape: holder, Doc: "At most 8 people or groups and what they hold"},
		}}}
}

// stance is one holder, set, with the options that it spans.
type stance struct {
	by       briefing.Fields
	from, to int // options, inclusive
	again    bool
	id       string
}

// longWords says that some quotation is over its budget: then all are set one size down.
func longWords(k *page.Composer, stances []stance) bool {
	long := false
	for _, s := range stances {
		words := s.by.Words("text")
		n := len([]rune(words))
		if n > 150 && !s.again {
			k.OverBudget(s.by.PlaceOf("text"), "E-QUOTE", "quotation", words, 110)
		}
		long = long || n > 110
	}
	return long
}

// stances finds the option of every holder. One who holds several that do not lie side by side stands under each.
func stances(k *page.Composer, b *briefing.Block, options []briefing.Fields) []stance {
	var out []stance
	for i, h := range b.List("holders") {
		id := b.ID + "/" + page.Itoa(i+1)
		var held []int
		for _, name := range h.Strings("option") {
			at := optionCalled(k, h.PlaceOf("option"), "E-POSITIONS", name, options)
			if at < 0 {
				continue
			}
			if !slices.Contains(held, at) {
				held = append(held, at)
			}
		}
		slices.Sort(held)
		for j := 0; j < len(held); {
			from := j
			for j++; j < len(held) && held[j] == held[j-1]+1; j++ {
			}
			s := stance{by: h, from: held[from], to: held[j-1], again: from > 0, id: id}
			if s.again {
				s.id += "@" + page.Itoa(s.from+1)
			}
			out = append(out, s)
		}
	}
	return out
}

// optionCalled is the option of a name, -1 and an error for none.
func optionCalled(k *page.Composer, at diag.Span, code, name string, options []briefing.Fields) int {
	names := make([]string, len(options))
	for i, o := range options {
		names[i] = o.Words("name")
	}
	i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, name) })
	if i < 0 {
		k.L.Error(at, code, page.OrWords(diag.DidYouMean(name, names), "there are "+strings.Join(names, ", ")), "there is no option %q", name)
	}
	return i
}

// spokenOf is the option that the title speaks of, -1 for none: the one with the largest share of its name's words in the
// title; of equals the one that the title names first.
func spokenOf(title string, options []briefing.Fields) int {
	said := contentWords(title)
	best, share, place := -1, 0.0, 0
	for i, o := range options {
		names := contentWords(o.Words("name"))
		hit, first := 0, len(said)
		for _, w := range names {
			if at := slices.IndexFunc(said, func(s string) bool { return sameWord(s, w) }); at >= 0 {
				hit++
				first = min(first, at)
			}
		}
		if hit == 0 {
			continue
		}
		if s := float64(hit) / float64(len(names)); s > share || s == share && first < place {
			best, share, place = i, s, first
		}
	}
	if share < 0.5 {
		return -1
	}
	return best
}

// contentWords are a text's words in lower case without those that mean nothing alone. Chinese has no blanks: its
// characters stand for words in pairs.
func contentWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		r := []rune(w)
		if unicode.Is(unicode.Han, r[0]) {
			for i := 0; i+1 < len(r); i++ {
				out = append(out, string(r[i:i+2]))
			}
			continue
		}
		if len(r) > 3 {
			out = append(out, w)
		}
	}
	return out
}

// sameWord forgives endings: divided and divide, start and starts.
func sameWord(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	n := len(a)
	if n > 5 {
		n = max(5, n-2)
	}
	return a[:n] == b[:n] && len(b)-len(a) <= 3
}

// holderSize is how options and those who hold them are set.
type holderSize struct {
	option, gloss       scene.Style
	above, rule         scene.Pt // an option's name, and the thin rule over it
	free                scene.Pt // what an option leaves of its column
	who                 speakerForm
	words, ours, nobody scene.Style
	wordsFree, oursFree scene.Pt // what a holder leaves of a column
	most                scene.Pt // a holder's measure
	below, under        scene.Pt // from the speaker to the words, from there to our view
	level               bool     // our view alone stands on the line of the words of others
	seat                bool     // an option that nobody holds has an empty seat
	heads, gap          scene.Pt // under the heads, between holders
	top, span, spanRule scene.Pt // above a holder, above one of several options, and where the rule of that one stands
	foot                scene.Pt // below a holder
}

// paperHolders are the sizes on paper: the second for words over their budget.
func paperHolders(k *page.Composer) (full, small holderSize) {
	st := k.St
	full = holderSize{option: st.Lead, gloss: st.SmallMuted, above: 6, rule: 1.2, who: pageSpeaker(k, 22), ours: st.Small, nobody: st.SmallMuted,
		wordsFree: 2, most: 1e4, below: 6, under: 5, heads: 4, top: 10, span: 10, spanRule: 4, foot: 6}
	small = full
	full.words, small.words = st.HolderWords()
	return full, small
}

// holderStep is one size on slides: words, our view, seal, name and role, options, what parts holders, heads and seals from the rest.
type holderStep struct {
	words, ours       page.Letter
	seal              scene.Pt
	name, role        page.Letter
	option, gloss     page.Letter
	gap, heads, below scene.Pt
}

// The first is for columns of half a slide and more.
var holderSteps = [...]holderStep{
	{page.On(36, 46), page.On(32, 42), 84, page.On(20, 26), page.On(16, 22), page.On(29, 35), page.On(18, 24), 30, 30, 22},
	{page.On(29, 37), page.On(24, 32), 68, page.On(17, 22), page.On(14, 19), page.On(24, 29), page.On(16, 22), 28, 28, 18},
	{page.On(24, 32), page.On(20.5, 28), page.SlideColumn, page.On(15, 20), page.On(13, 17), page.On(22, 27), page.On(15, 20), 26, 24, 16},
	{page.On(22, 29.5), page.On(19, 26), page.SlideColumn, page.On(15, 20), page.On(13, 17), page.On(20, 25), page.On(15, 20), 24, 20, 14},
	{page.On(20, 27), page.On(17.5, 24), 48, page.On(14, 18), page.On(12, 16), page.On(18, 23), page.On(14, 19), 22, 18, 12},
	{page.On(18, 24.5), page.On(16, 22), 44, page.On(14, 18), page.On(12, 16), page.On(17, 22), page.On(13.5, 18), 18, 16, 11},
	{page.On(16, 22), page.On(14, 19), 40, page.On(14, 18), page.On(12, 15.5), page.On(16, 21), page.On(13, 17), 16, 14, 10},
	{page.On(14, 19), page.On(13, 18), 36, page.On(13, 17), page.On(11.5, 15), page.On(16, 20), page.On(13, 17), 16, 14, 10},
	{page.On(14, 18.5), page.On(13, 17), 30, page.On(13, 16), page.On(11.5, 14.5), page.On(15.5, 20), page.On(13, 16), 14, 12, 8},
}

func (z holderStep) of(st *page.Styles, level bool) holderSize {
	return holderSize{option: z.option.Of(st.Lead), gloss: z.gloss.Of(st.Comment), above: 10, rule: 0.4, free: page.ColumnAir / 2,
		who:   speakerForm{side: z.seal, in: page.BesideSeal(z.seal), name: z.name.Of(st.Name), role: z.role.Of(st.Role), nameBreak: typeset.Balanced, free: page.ColumnAir},
		words: z.words.Of(st.Body.In(scene.Serif)), ours: z.ours.Of(st.Body), nobody: z.name.Of(st.Comment),
		wordsFree: page.ColumnAir, oursFree: page.ColumnAir, most: max(420, 17*z.words.Size), below: z.below, under: z.below - 2, level: level, seat: true,
		heads: z.heads, gap: z.gap, span: 8}
}

// head is an option's name on a rule, heavy where the title speaks of it, and what the option says; suffix says that it stood
// before.
func (z holderSize) head(k *page.Composer, o briefing.Fields, id, suffix string, w scene.Pt, spoken bool) *page.Box {
	const apart = 2
	name := k.Words(o.Words("name")+suffix, z.option, w-z.free, typeset.Balanced)
	h := z.above + name.Height
	glossBase := h + apart + page.Base(z.gloss)
	var gloss typeset.Block
	if p := o.Prose("gloss"); !p.Empty() && suffix == "" {
		gloss = k.Set(p, z.gloss, w-z.free, typeset.Balanced)
		h += apart + gloss.Height
	}
	return &page.Box{H: h, Draw: func(c *page.Canvas, x, y scene.Pt) {
		if spoken {
			c.Add(page.Rule(x, y+1.2, w, 2.4, k.Look.Accent))
		} else {
			c.Add(page.Rule(x, y+z.rule, w, 0.75, k.Look.RuleStrong))
		}
		c.Add(name.Text(id, scene.RoleSubheading, x, y+z.above+page.Base(z.option)))
		if len(gloss.Lines) > 0 {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+glossBase))
		}
	}}
}

// holder is who holds an option: seal, name and role, then their words, or their view in ours.
func (z holderSize) holder(k *page.Composer, s stance, w scene.Pt) *page.Box {
	q, spans := s.by.Quote(), s.to > s.from
	parts := []*page.Box{attribution(k, q, w, z.who, s.id)}
	quoted := q.Text != "" && !s.again
	if quoted {
		words := k.Fonts.Set(k.SaidSpans(q, printed(k, q), z.words), typeset.Options{Width: min(w-z.wordsFree, z.most), Break: typeset.Balanced, Hang: true})
		box := page.TextBox(words, s.id+"/text", scene.RoleQuote, z.words)
		box.Before = z.below
		parts = append(parts, box)
	}
	if !q.Gloss.Empty() && !s.again {
		box := page.TextBox(k.Set(q.Gloss, z.ours, min(w-z.oursFree, z.most), typeset.Balanced), s.id+"/gloss", scene.RoleBody, z.ours)
		if box.Before = z.under; z.level && !quoted {
			box.Before = z.below + page.Base(z.words) - page.Base(z.ours)
		}
		parts = append(parts, box)
	}
	top := z.top
	if spans {
		top = z.span
	}
	body := page.Stack(parts...)
	return &page.Box{H: top + body.H + z.foot, At: s.by.Place(), Name: "a holder", Draw: func(c *page.Canvas, x, y scene.Pt) {
		if spans {
			c.Add(page.Rule(x, y+z.spanRule, w, 0.5, k.Look.Rule))
		}
		body.Draw(c, x, y+top)
	}}
}

// empty says that no one was quoted for an option.
func (z holderSize) empty(k *page.Composer, option string, w scene.Pt) *page.Box {
	id, st := option+"/nobody", z.nobody
	if !z.seat {
		words := page.TextBox(k.Words(k.Own().Nobody, st, w, typeset.Greedy), id, scene.RoleBody, st)
		return &page.Box{H: words.H + 14, Draw: func(c *page.Canvas, x, y scene.Pt) { words.Draw(c, x, y+10) }}
	}
	words, side := k.Line(k.Own().Nobody, st), z.who.side // an empty seat is seen, a gap is not
	return &page.Box{H: side, Draw: func(c *page.Canvas, x, y scene.Pt) {
		seat := scene.Rect{X: x, Y: y, W: side, H: side}.Inset(0.5)
		c.Add(&scene.Shape{Path: scene.RoundRectPath(seat, side*0.09), Stroke: scene.Stroke{Color: k.Look.Muted, Width: 0.75, Dash: []scene.Pt{2, 2.4}}})
		c.Add(words.Text(id, scene.RoleBody, x+z.who.in, y+(side-st.Leading)/2+page.Base(st)))
	}}
}

// heldBy are the holders of one option, each set as if it held no other.
func (z holderSize) heldBy(k *page.Composer, stances []stance, i int, option string, w scene.Pt) (out []*page.Box) {
	for _, s := range stances {
		if i < s.from || i > s.to {
			continue
		}
		if i > s.from {
			s.again = true
			s.id += "@" + page.Itoa(i+1)
		}
		s.from, s.to = i, i
		out = append(out, z.holder(k, s, w))
	}
	if len(out) == 0 {
		out = append(out, z.empty(k, option, w))
	}
	return out
}

// positions are the parts of a block: its options, who holds them, and which of them the title speaks of.
type positions struct {
	k       *page.Composer
	b       *briefing.Block
	options []briefing.Fields
	stances []stance
	spoken  int
	long    bool // words over their budget
}

// readPositions is nil where there is nothing to draw.
func readPositions(k *page.Composer, b *briefing.Block) *positions {
	p := &positions{k: k, b: b, options: b.List("options")}
	if len(p.options) == 0 {
		return nil
	}
	p.stances = stances(k, b, p.options)
	p.spoken = spokenOf(b.Title.String(), p.options)
	p.long = longWords(k, p.stances)
	return p
}

func (p *positions) id(option int) string { return p.b.ID + "/option" + page.Itoa(option+1) }

// positionsPage sets the options side by side over the full width, their holders below; what is too high for a page stands one
// option under the other.
func positionsPage(f *page.Flow, b *briefing.Block) {
	const gutter, caption = 18, 80
	k, g := f.K, f.K.Grid
	p := readPositions(k, b)
	if p == nil {
		return
	}
	e := k.Exhibit(b, g.Width(), "", k.AltOf(k.Diagrams().Positions, b.Title.String()))
	full, small := paperHolders(k)
	sizes := []holderSize{full, small}
	if p.long {
		sizes = sizes[1:]
	}
	for _, z := range sizes {
		headed := maps.Clone(k.Headed) // what is set and thrown away was not the first mention of anybody
		if field, _ := p.field(z, p.stances, g.Width(), gutter, math.MaxFloat64); field.foot <= g.Bottom-g.Top-caption {
			f.Add(e.Frame(&page.Box{H: field.foot, Draw: field.draw}))
			return
		}
		k.Headed = headed
	}
	f.Add(e.Rows(p.rows(small), 1, nil))
}

// rows are the long form on paper: one option under the other, each with its holders, so that it can continue.
func (p *positions) rows(z holderSize) (rows []*page.Box) {
	const caption, apart, rise = 110, 8, 4
	k, g := p.k, p.k.Grid
	for i, o := range p.options {
		head := z.head(k, o, p.id(i), "", g.RailW, i == p.spoken)
		for part, held := range chunks(z.heldBy(k, p.stances, i, p.id(i), g.MainW), g.Bottom-g.Top-caption) {
			if part > 0 {
				head = z.head(k, o, p.id(i)+"@"+page.Itoa(part+1), k.Diagrams().Continued, g.RailW, i == p.spoken)
			}
			head, body := head, page.Stack(held...)
			rows = append(rows, &page.Box{H: max(head.H, body.H) + apart, At: o.Place(), Draw: func(c *page.Canvas, x, y scene.Pt) {
				head.Draw(c, x, y)
				body.Draw(c, x+g.MainX-g.Left, y-rise)
			}})
		}
	}
	return rows
}

// chunks parts boxes so that each part is at most so high, or one box.
func chunks(boxes []*page.Box, most scene.Pt) [][]*page.Box {
	var out [][]*page.Box
	var h scene.Pt
	for _, b := range boxes {
		if h += b.H; len(out) == 0 || h > most {
			out, h = append(out, nil), b.H
		}
		out[len(out)-1] = append(out[len(out)-1], b)
	}
	return out
}

// slideSteps are the sizes for a slide, and which of them is the first that need not leave air.
func (p *positions) slideSteps() (steps []holderStep, usual int) {
	const words, few, many = 2, 4, 6
	steps, usual = holderSteps[:], words
	switch {
	case p.long:
		return steps[many:], 0
	case len(p.stances) > 4:
		usual = many
	case len(p.stances) > 2:
		usual = few
	}
	for i, c := range p.columns(page.SlideRight-page.SlideLeft, page.SlideGutter) {
		if p.held(i) && c.w < 400 {
			return steps[1:], usual - 1
		}
	}
	return steps, usual
}

// positionsSlide sets the options side by side, who holds each below it. Words that are too long are set one size down for all;
// what still does not fit goes on.
func positionsSlide(s *page.Slides, b *briefing.Block) {
	const air = 4
	const room = page.SlideBodyBottom - page.SlideBodyTop - air
	p := readPositions(s.Composer, b)
	if p == nil {
		return
	}
	steps, usual := p.slideSteps()
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Positions, b.Title.String()))
	// A slide names everybody in full, whoever was named before; and a size that is tried names nobody.
	headed := s.Headed
	defer func() { s.Headed = headed }()
	quoted := slices.ContainsFunc(p.stances, func(st stance) bool { return st.by.Words("text") != "" })
	// The size that needs the fewest slides, the largest of these.
	var best *positionField
	var over scene.Pt
	var at diag.Span
	slides := 0
	for i, step := range steps {
		s.Headed = map[*briefing.Person]bool{}
		var first *positionField
		var most scene.Pt
		var where diag.Span
		n := 0
		for waiting := p.stances; n == 0 || len(waiting) > 0; n++ {
			var f *positionField
			f, waiting = p.field(step.of(s.St, quoted), waiting, page.SlideRight-page.SlideLeft, page.SlideGutter, room)
			if n == 0 {
				first = f
			}
			if f.over > most {
				most, where = f.over, f.at
			}
		}
		if i < usual && (n > 1 || first.foot > page.Roomy*room) {
			continue
		}
		if best == nil || most < over || most == over && n < slides {
			best, slides, over, at = first, n, most, where
		}
	}
	if !s.Joined(b.ID, slides <= 1 && over == 0) {
		p.list(s, sh)
		return
	}
	if over > 0 {
		s.L.Error(at, "E-FIT", "shorten the quotation", "a holder is %.0f pt too high for the slide", float64(over))
	}
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) { best.draw(c, body.X, body.Y+air) })
}

// list is the long form on slides: one option under the other, its holders two a row beside it, on as many slides as it takes.
func (p *positions) list(s *page.Slides, sh page.Sheet) {
	const nameW, holderX, gutter, air = 190, 220, 24, 12
	const holderW = (page.SlideRight - page.SlideLeft - holderX - gutter) / 2
	z := holderSteps[7].of(s.St, false)
	s.Headed = map[*briefing.Person]bool{}
	drawn := map[string]int{} // slide on which an option's head was drawn last
	var rows []*page.Box
	for i, o := range p.options {
		id := p.id(i)
		high := z.head(s.Composer, o, id, "", nameW, i == p.spoken).H
		for pair := range slices.Chunk(z.heldBy(s.Composer, p.stances, i, id, holderW), 2) {
			// Any row may begin a slide, and repeats the head there.
			row := page.Beside([]scene.Pt{holderX, holderX + holderW + gutter}, pair...)
			box := &page.Box{H: max(row.H+2*air, high+air), At: o.Place(), Name: "a holder"}
			for _, h := range pair {
				if h.At.Line > 0 {
					box.At = h.At
				}
			}
			box.Draw = func(c *page.Canvas, x, y scene.Pt) {
				if last := drawn[id]; last != c.Page.Number {
					drawn[id] = c.Page.Number
					part := id
					if last > 0 {
						part += "@" + page.Itoa(c.Page.Number)
					}
					z.head(s.Composer, o, part, "", nameW, i == p.spoken).Draw(c, x, y)
				}
				row.Draw(c, x, y+air)
			}
			rows = append(rows, box)
		}
	}
	room := page.SlideBodyBottom - page.SlideBodyTop
	heights := make([]scene.Pt, len(rows))
	for i, r := range rows {
		if heights[i] = r.H; r.H > room {
			s.TooHighFor(r, room)
		}
	}
	parts := s.Divide(p.b.ID+"/list", func() []int { return page.Evenly(heights, room, len(rows)) })
	for i, n := range parts {
		part := rows[:n]
		rows = rows[n:]
		sh.Part, sh.Parts = i, len(parts)
		s.Slide(p.b, sh, func(c *page.Canvas, body scene.Rect) {
			y := body.Y
			for _, r := range part {
				c.Add(page.Rule(body.X+holderX, y+0.4, body.W-holderX, 0.5, s.Look.Rule))
				r.Draw(c, body.X, y)
				y += r.H
			}
		})
	}
}
