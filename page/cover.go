package page

import (
	"fmt"
	"math"
	"strings"
	"unicode"

	"roadshow/art"
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// coverPage is L01 on paper: masthead, title, standfirst, imprint, and the engraved globe where the look has art. Words
// never stand on the globe: where they come near it they are set narrower, then smaller.
func (k *Composer) coverPage(c *Canvas) {
	g, b := k.Grid, k.B
	globe := art.Globe{Cx: g.Size.W, Cy: g.Size.H} // of no size
	if k.Look.Art {
		dy := g.Size.H - scene.A4.H
		globe = art.Globe{Cx: 446 * g.Size.W / scene.A4.W, Cy: 592 + dy*0.72, R: 276, N: 52, Seed: b.Title.String()}
		c.Add(globe.Art(scene.Rect{W: g.Size.W, H: g.Size.H}, k.Look.Accent))
	}
	if k.Look.Band {
		c.Add(Fill(scene.Rect{W: g.Size.W, H: 6}, k.Look.Accent))
	}
	k.coverHead(c)
	y := k.coverTitle(c, globe)
	if !b.Standfirst.Empty() {
		k.coverStandfirst(c, globe, y+42)
	}
	k.imprint(c, globe)
	k.coverFeet(c, globe, g.Size.H-scene.A4.H+788)
}

// coverHead is the line above the title: masthead, topic and date. A topic without room beside the masthead stands below it.
func (k *Composer) coverHead(c *Canvas) {
	g, st, b := k.Grid, k.St, k.B
	c.Add(Rule(g.Left, g.CoverRule, g.Width(), 0.75, k.Look.RuleStrong))
	y := g.CoverRule + 15
	date := k.Line(k.Date(b.Date), st.CoverSmall)
	end := g.Right - date.Width - 14
	mast := k.Line(strings.ToUpper(b.Masthead), st.Masthead)
	if g.Left+mast.Width > end {
		k.tooWide("masthead", mast.Width-(end-g.Left))
		mast = k.Words(strings.ToUpper(b.Masthead), st.Masthead, end-g.Left, typeset.Greedy)
	}
	c.Add(mast.Text("cover/masthead", scene.RoleLabel, g.Left, y))
	if b.Topic != "" {
		topic := k.Line(b.Topic, st.CoverSmall)
		x, base := g.Left+mast.Width+22, y
		if x+topic.Width > end {
			x, base = g.Left, y+mast.Height+2
		}
		if topic.Width > g.Width() {
			k.tooWide("topic", topic.Width-g.Width())
			topic = k.Words(b.Topic, st.CoverSmall, g.Width(), typeset.Greedy)
		}
		c.Add(topic.Text("cover/topic", scene.RoleLabel, x, base))
	}
	c.Add(date.Text("cover/date", scene.RoleLabel, g.Right-date.Width, y))
}

// tooWide reports a line of the outline's top level that is wider than its place.
func (k *Composer) tooWide(field string, over scene.Pt) {
	k.L.Error(k.B.PlaceOf(field), "E-FIT", "shorten it", "%s is %.0f pt too wide for its line", field, math.Ceil(float64(over)))
}

// coverTitle sets the title in at most three lines and returns its last baseline. One that is over budget is reported and
// still set where it meets nothing.
func (k *Composer) coverTitle(c *Canvas, globe art.Globe) scene.Pt {
	g, st, b := k.Grid, k.St, k.B
	title, tst, ok := k.Ladder(b.Title, g.Width(), 3, st.CoverTitle, tracked(st.CoverTitle.At(46, 48)), tracked(st.CoverTitle.At(40, 43)))
	if !ok {
		k.OverBudget(b.TitleAt, "E-TITLE", "title", b.Title.String(), 45)
		for size := scene.Pt(36); size >= 12 && len(title.Lines) > 4; size -= 4 {
			tst = tracked(st.CoverTitle.At(size, size*1.1))
			title = k.Fonts.Set(k.Spans(b.Title, tst), typeset.Options{Width: g.Width(), Break: typeset.Balanced, Hang: true})
		}
	}
	y := g.CoverRule + 102
	c.Add(title.Text("cover/title", scene.RoleTitle, Hung(g.Left, title), y))
	return y + tst.Leading*scene.Pt(len(title.Lines)-1)
}

// coverStandfirst begins at a baseline and keeps 16 pt from the globe.
func (k *Composer) coverStandfirst(c *Canvas, globe art.Globe, y scene.Pt) {
	g := k.Grid
	for _, st := range []scene.Style{k.St.CoverStand, k.St.Standfirst, k.St.BodyMuted} {
		width := scene.Pt(340)
		for range 12 {
			b := k.Set(k.B.Standfirst, st, width, typeset.Balanced)
			bottom := y + st.Leading*scene.Pt(len(b.Lines)-1) + 0.25*st.Size
			room := min(340, globe.Left(y-st.Size, bottom)-16-g.Left)
			if b.Width <= room+0.1 && bottom < g.Size.H*0.64 {
				c.Add(b.Text("cover/standfirst", scene.RoleStandfirst, g.Left, y))
				return
			}
			if room < 100 {
				break
			}
			width = min(width-1, room)
		}
	}
	k.OverBudget(k.B.StandfirstAt, "E-FIT", "standfirst", k.B.Standfirst.String(), 110)
}

// tracked keeps the cover's tracking proportional to the size.
func tracked(s scene.Style) scene.Style { s.Tracking = -0.024 * s.Size; return s }

// imprint stands at the foot of the cover: the seal or the house's logo, what the briefing holds, and for whom.
func (k *Composer) imprint(c *Canvas, globe art.Globe) {
	g, b := k.Grid, k.B
	const side = 38
	y := g.Size.H - scene.A4.H + 742
	x := g.Left
	if b.Brand != nil && b.Brand.Logo != "" {
		x += k.logo(c, x, y, side) + 12
	} else {
		k.Seal(c, houseLetter(b.Title.String()), x, y, side, k.Look.Accent, k.Look.OnAccent)
		x += side + 12
	}
	named := len(b.Authors) > 0 || b.PreparedFor != "" || k.personal
	var lines []briefing.Prose
	if b.PreparedFor != "" && !k.personal {
		lines = append(lines, briefing.Plain(k.Own().PreparedFor+b.PreparedFor))
	}
	for _, a := range b.Authors {
		lines = append(lines, k.author(a))
	}
	if s := k.status(); s != "" {
		lines = append(lines, briefing.Plain(s))
	}
	if k.personal {
		lines = append(lines, nil) // the recipient's, last: nothing follows the lines that he may not need
	}
	if len(lines) == 0 {
		for _, words := range k.holdings(len(k.exhibits)) {
			lines = append(lines, briefing.Plain(words))
		}
	}
	set := func(width scene.Pt) *Box {
		var boxes []*Box
		for i, l := range lines {
			st := k.St.CoverMedium
			if i > 0 && named {
				st = st.In(scene.Sans).With(k.Look.Muted)
			}
			if named {
				st = st.At(8.4, 12)
			}
			if id := "cover/imprint" + Itoa(i+1); i == len(lines)-1 && k.personal {
				boxes = append(boxes, k.recipient(id, st, width))
			} else {
				boxes = append(boxes, TextBox(k.Set(l, st, width, typeset.Greedy), id, scene.RoleLabel, st))
			}
		}
		return Stack(boxes...)
	}
	// Beside the seal, their middle level with its; where there is little room, above it.
	if room := min(240, globe.Left(y-10, y+side+10)-10-x); room >= 72 {
		if s := set(room); s.H <= side+20 {
			s.Draw(c, x, y+side/2-s.H/2)
			return
		}
	}
	s := set(min(240, globe.Left(y-130, y-12)-10-g.Left))
	s.Draw(c, g.Left, y-12-s.H)
}

// author is who made the briefing, with the house and the address.
func (k *Composer) author(a briefing.Author) briefing.Prose {
	out := briefing.Plain(JoinWords(k.Marks().Comma, a.Name, a.Org))
	if a.Email != "" {
		out = append(out, briefing.Inline{Text: k.Marks().Comma}, briefing.Inline{Text: a.Email, Link: "mailto:" + a.Email})
	}
	return out
}

// status is the standing that every page says: draft or preliminary.
func (k *Composer) status() string {
	switch k.B.Status {
	case "draft":
		return k.Own().Draft
	case "preliminary":
		return k.Own().Preliminary
	}
	return ""
}

// holdings says what the briefing holds: "Four themes," and "13 exhibits".
func (k *Composer) holdings(exhibits int) []string {
	t, o := k.Tongue(), k.Own()
	spelled := func(n int) string {
		if n < len(o.Spelled) && o.Spelled[n] != "" {
			return o.Spelled[n]
		}
		return Itoa(n)
	}
	themes := len(k.B.Themes)
	return []string{UpperFirst(t.Of(o.Themes, themes, spelled(themes))) + strings.TrimSpace(t.Marks.Comma), t.Of(o.Holds, exhibits, spelled(exhibits))}
}

// OverBudget reports words that the shrink ladder could not fit.
func (k *Composer) OverBudget(at diag.Span, code, field, words string, limit int) {
	n := len([]rune(words))
	if chinese(words) {
		limit = (limit + 1) / 2 // a Chinese letter is as wide as two Latin ones
	}
	limit = min(limit, n*9/10) // letters are not all as wide: these words are too long, whatever was reckoned
	hint := fmt.Sprintf("about %d characters fit", max(limit, 1))
	k.L.Error(at, code, hint, "%s is too long for its place: %d characters (%q)", field, n, firstWords(words))
}

// chinese says that most letters of words are Chinese.
func chinese(words string) bool {
	han, other := 0, 0
	for _, r := range words {
		if unicode.Is(unicode.Han, r) {
			han++
		} else if unicode.IsLetter(r) {
			other++
		}
	}
	return 2*han > other
}

func firstWords(s string) string {
	if r := []rune(s); chinese(s) && len(r) > 16 {
		return string(r[:15]) + "…"
	}
	f := strings.Fields(s)
	if len(f) > 6 {
		s = strings.Join(f[:6], " ") + " …"
	}
	if r := []rune(s); len(r) > 80 {
		s = string(r[:79]) + "…"
	}
	return s
}
