package layouts

import (
	"maps"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"slices"
	"strings"
	"unicode"
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

// positionsPage sets the options side by side over the full width, their holders below.
func positionsPage(f *page.Flow, b *briefing.Block) {
	k := f.K
	g := k.Grid
	options := b.List("options")
	if len(options) == 0 {
		return
	}
	stances := stances(k, b, options)
	e := k.Exhibit(b, g.Width(), "", k.AltOf(k.Diagrams().Positions, b.Title.String()))
	full, small := k.St.HolderWords()
	room := g.Bottom - g.Top - 80
	for _, words := range []scene.Style{full, small} {
		if words == full && longWords(k, stances) {
			continue
		}
		headed := maps.Clone(k.Headed) // what is set and thrown away was not the first mention of anybody
		if body := positionColumns(k, b, options, stances, words); body.H <= room {
			f.Add(e.Frame(body))
			return
		}
		k.Headed = headed
	}
	f.Add(e.Rows(positionRows(k, b, options, stances, small), 1, nil))
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

const positionGutter scene.Pt = 18

// positionColumns stands the options side by side.
func positionColumns(k *page.Composer, b *briefing.Block, options []briefing.Fields, stances []stance, words scene.Style) *page.Box {
	n := len(options)
	w := (k.Grid.Width() - positionGutter*scene.Pt(n-1)) / scene.Pt(n)
	spoken := spokenOf(b.Title.String(), options)
	heads := make([]*page.Box, n)
	var headH scene.Pt
	for i, o := range options {
		heads[i] = optionHead(k, o, b.ID+"/option"+page.Itoa(i+1), "", w, i == spoken)
		headH = max(headH, heads[i].H)
	}
	type put struct {
		box  *page.Box
		x, y scene.Pt
	}
	var all []put
	foot := make([]scene.Pt, n)
	for i := range foot {
		foot[i] = headH + 4
	}
	held := make([]bool, n)
	for _, s := range stances {
		wide := w*scene.Pt(s.to-s.from+1) + positionGutter*scene.Pt(s.to-s.from)
		box := holder(k, s, wide, words)
		y := scene.Pt(0)
		for i := s.from; i <= s.to; i++ {
			y = max(y, foot[i])
			held[i] = true
		}
		all = append(all, put{box, scene.Pt(s.from) * (w + positionGutter), y})
		for i := s.from; i <= s.to; i++ {
			foot[i] = y + box.H
		}
	}
	for i := range options {
		if !held[i] {
			box := nobody(k, b.ID+"/option"+page.Itoa(i+1)+"/nobody", w)
			all = append(all, put{box, scene.Pt(i) * (w + positionGutter), foot[i]})
			foot[i] += box.H
		}
	}
	body := &page.Box{H: slices.Max(foot)}
	body.Draw = func(c *page.Canvas, x, y scene.Pt) {
		for i, h := range heads {
			h.Draw(c, x+scene.Pt(i)*(w+positionGutter), y)
		}
		for _, p := range all {
			p.box.Draw(c, x+p.x, y+p.y)
		}
	}
	return body
}

// positionRows is the long form: one option under the other, each with its holders, so that it can continue.
func positionRows(k *page.Composer, b *briefing.Block, options []briefing.Fields, stances []stance, words scene.Style) []*page.Box {
	g := k.Grid
	in, w := g.MainX-g.Left, g.MainW
	spoken := spokenOf(b.Title.String(), options)
	var rows []*page.Box
	for i, o := range options {
		head := optionHead(k, o, b.ID+"/option"+page.Itoa(i+1), "", g.RailW, i == spoken)
		var holders []*page.Box
		for _, s := range stances {
			if s.from <= i && i <= s.to {
				if i > s.from {
					s.again = true
					s.id += "@" + page.Itoa(i+1)
				}
				holders = append(holders, holder(k, s, w, words))
			}
		}
		if len(holders) == 0 {
			holders = append(holders, nobody(k, b.ID+"/option"+page.Itoa(i+1)+"/nobody", w))
		}
		for part, holders := range chunks(holders, g.Bottom-g.Top-110) {
			if part > 0 {
				head = optionHead(k, o, b.ID+"/option"+page.Itoa(i+1)+"@"+page.Itoa(part+1), k.Diagrams().Continued, g.RailW, i == spoken)
			}
			head, body := head, page.Stack(holders...)
			row := &page.Box{H: max(head.H, body.H) + 8, At: o.Place()}
			row.Draw = func(c *page.Canvas, x, y scene.Pt) {
				head.Draw(c, x, y)
				body.Draw(c, x+in, y-4)
			}
			rows = append(rows, row)
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

// optionHead is an option's name on a rule, and what it says; suffix says that it stood before.
func optionHead(k *page.Composer, o briefing.Fields, id, suffix string, w scene.Pt, spoken bool) *page.Box {
	st := k.St
	name := k.Words(o.Words("name")+suffix, st.Lead, w, typeset.Balanced)
	h := 6 + name.Height
	var gloss typeset.Block
	if p := o.Prose("gloss"); !p.Empty() && suffix == "" {
		gloss = k.Set(p, st.SmallMuted, w, typeset.Balanced)
		h += 2 + gloss.Height
	}
	box := &page.Box{H: h}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if spoken {
			c.Add(page.Rule(x, y+1.2, w, 2.4, k.Look.Accent))
		} else {
			c.Add(page.Rule(x, y+1.2, w, 0.75, k.Look.RuleStrong))
		}
		c.Add(name.Text(id, scene.RoleSubheading, x, y+6+page.Base(st.Lead)))
		if len(gloss.Lines) > 0 {
			c.Add(gloss.Text(id+"/gloss", scene.RoleBody, x, y+8+name.Height+page.Base(st.SmallMuted)))
		}
	}
	return box
}

// holder is who holds an option: seal, name and role, then their words, or their view in ours.
func holder(k *page.Composer, s stance, w scene.Pt, words scene.Style) *page.Box {
	q := s.by.Quote()
	who := attribution(k, q, w, pageSpeaker(k, 22), s.id)
	parts := []*page.Box{who}
	if !s.again {
		if q.Text != "" {
			text := k.Fonts.Set([]scene.Span{{Text: printed(k, q), Style: words}}, typeset.Options{Width: w - 2, Break: typeset.Balanced, Hang: true})
			t := page.TextBox(text, s.id+"/text", scene.RoleQuote, words)
			t.Before = 6
			parts = append(parts, t)
		}
		if !q.Gloss.Empty() {
			gloss := page.TextBox(k.Set(q.Gloss, k.St.Small, w, typeset.Balanced), s.id+"/gloss", scene.RoleBody, k.St.Small)
			gloss.Before = 5
			parts = append(parts, gloss)
		}
	}
	body := page.Stack(parts...)
	box := &page.Box{H: 10 + body.H + 6, At: s.by.Place()}
	spans := s.to > s.from
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		if spans {
			c.Add(page.Rule(x, y+4, w, 0.5, k.Look.Rule))
		}
		body.Draw(c, x, y+10)
	}
	return box
}

// nobody says that no one was quoted for an option.
func nobody(k *page.Composer, id string, w scene.Pt) *page.Box {
	b := page.TextBox(k.Words(k.Own().Nobody, k.St.SmallMuted, w, typeset.Greedy), id, scene.RoleBody, k.St.SmallMuted)
	box := &page.Box{H: b.H + 14}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) { b.Draw(c, x, y+10) }
	return box
}
