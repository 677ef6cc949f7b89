package layouts

import (
	"fmt"
	"strings"

	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// coverPage is L01 on paper: masthead, title, standfirst, imprint, and the engraved globe where the look has art.
func (k *Kit) coverPage(c *Canvas) {
	g, st, b := k.Grid, k.St, k.B
	clip := scene.Rect{W: g.Size.W, H: g.Size.H}
	if k.Look.Art {
		dy := g.Size.H - scene.A4.H
		c.Add(k.art(globe{cx: 446 * g.Size.W / scene.A4.W, cy: 592 + dy*0.72, r: 276, n: 52, seed: b.Title.String()}, clip, k.Look.Accent))
	}
	if k.Look.Band {
		c.Add(fill(scene.Rect{W: g.Size.W, H: 6}, k.Look.Accent))
	}
	c.Add(rule(g.Left, g.CoverRule, g.Width(), 0.75, k.Look.RuleStrong))
	mast := k.line(strings.ToUpper(b.Masthead), st.Masthead)
	c.Add(mast.Text("cover/masthead", scene.RoleLabel, g.Left, g.CoverRule+15))
	x := g.Left + mast.Width + 22
	if b.Topic != "" {
		t := k.line(b.Topic, st.CoverSmall)
		c.Add(t.Text("cover/topic", scene.RoleLabel, x, g.CoverRule+15))
	}
	date := k.line(k.date(b.Date), st.CoverSmall)
	c.Add(date.Text("cover/date", scene.RoleLabel, g.Right-date.Width, g.CoverRule+15))

	title, tst, ok := k.ladder(b.Title, g.Width(), 3, st.CoverTitle, tracked(st.CoverTitle.At(46, 48)), tracked(st.CoverTitle.At(40, 43)))
	if !ok {
		k.overBudget(b.TitleAt, "E-TITLE", "title", b.Title.String(), 45)
	}
	y := g.CoverRule + 102
	text := title.Text("cover/title", scene.RoleTitle, g.Left, y)
	c.Add(text)
	y += tst.Leading * scene.Pt(len(title.Lines)-1)
	if !b.Standfirst.Empty() {
		stand := k.set(b.Standfirst, st.CoverStand, 340, typeset.Balanced)
		y += 42
		c.Add(stand.Text("cover/standfirst", scene.RoleStandfirst, g.Left, y))
		y += st.CoverStand.Leading * scene.Pt(len(stand.Lines)-1)
	}
	k.imprint(c)
}

// tracked keeps the cover's tracking proportional to the size.
func tracked(s scene.Style) scene.Style { s.Tracking = -0.024 * s.Size; return s }

// imprint stands at the foot of the cover: the seal or the house's logo, what the briefing holds, and for whom.
func (k *Kit) imprint(c *Canvas) {
	g, b := k.Grid, k.B
	y := g.Size.H - scene.A4.H + 742
	x := g.Left
	if b.Brand != nil && b.Brand.Logo != "" {
		x += k.logo(c, x, y, 38) + 12
	} else {
		k.seal(c, houseLetter(b.Title.String()), x, y, 38, k.Look.Accent, k.Look.OnAccent)
		x += 50
	}
	var lines []string
	if b.PreparedFor != "" {
		lines = append(lines, "Prepared for "+b.PreparedFor)
	}
	for _, a := range b.Authors {
		line := a.Name
		if a.Org != "" {
			line += ", " + a.Org
		}
		lines = append(lines, line)
	}
	if b.Status != "" && b.Status != "final" {
		lines = append(lines, strings.ToUpper(b.Status[:1])+b.Status[1:])
	}
	if len(lines) == 0 {
		lines = append(lines, k.holdings(len(k.exhibits))...)
	}
	k.imprintLines(c, lines, x, y, len(b.Authors) > 0 || b.PreparedFor != "")
}

// imprintLines stand beside the seal, wrapped before they reach the globe, their middle level with the seal's.
func (k *Kit) imprintLines(c *Canvas, lines []string, x, y scene.Pt, named bool) {
	// Where the seal stands the globe's left edge is 216 pt from the page's left.
	width := scene.Pt(206) - x
	if !k.Look.Art {
		width = 240
	}
	var boxes []*Box
	for i, l := range lines {
		st := k.St.CoverMedium
		if i > 0 && named {
			st = st.In(scene.Sans).With(k.Look.Muted)
		}
		if named {
			st = st.At(8.4, 12)
		}
		boxes = append(boxes, textBox(k.words(l, st, width, typeset.Greedy), "", scene.RoleLabel, st))
	}
	s := stack(boxes...)
	s.Draw(c, x, y+19-s.H/2)
}

var numberWords = [...]string{"No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"}

// holdings says what the briefing holds: "Four themes," and "13 exhibits".
func (k *Kit) holdings(exhibits int) []string {
	if k.B.Language == "zh" {
		return []string{itoa(len(k.B.Themes)) + " 个主题", itoa(exhibits) + " 张图表"}
	}
	return []string{countWords(len(k.B.Themes), "theme") + ",", strings.ToLower(countWords(exhibits, "exhibit"))}
}

// countWords is "Four themes" or "13 exhibits".
func countWords(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	if n < len(numberWords) {
		return numberWords[n] + " " + noun
	}
	return itoa(n) + " " + noun
}

// overBudget reports words that the shrink ladder could not fit.
func (k *Kit) overBudget(at diag.Span, code, field, words string, limit int) {
	n := len([]rune(words))
	hint := fmt.Sprintf("about %d characters fit", limit)
	k.L.Error(at, code, hint, "%s is too long for its place: %d characters (%q)", field, n, firstWords(words))
}

func firstWords(s string) string {
	f := strings.Fields(s)
	if len(f) > 6 {
		return strings.Join(f[:6], " ") + " …"
	}
	return s
}
