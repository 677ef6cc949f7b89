package page

import (
	"slices"
	"strings"

	"roadshow/art"
	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// coverSlide is L01: masthead, title and standfirst at the left, the engraved globe bleeding off the right.
func (s *Slides) coverSlide() {
	b, st := s.B, s.St
	s.Slide(nil, Sheet{id: "cover", layout: "cover", Title: b.Title, bare: true, Right: 540}, func(c *Canvas, _ scene.Rect) {
		if s.Look.Art {
			c.Add(s.Engraved(art.Globe{Cx: 752, Cy: 322, R: 262, N: 52, Seed: b.Title.String()}, scene.Rect{W: SlideW, H: SlideH}, s.Look.Accent))
		}
		if s.Look.Band {
			c.Add(Fill(scene.Rect{W: SlideW, H: 6}, s.Look.Accent))
		}
		c.Add(Rule(SlideLeft, 40, SlideRight-SlideLeft, 0.75, s.Look.RuleStrong))
		mast := s.Line(strings.ToUpper(b.Masthead), st.Masthead)
		c.Add(mast.Text("cover/masthead", scene.RoleLabel, SlideLeft, 57))
		if b.Topic != "" {
			c.Add(s.Line(b.Topic, st.CoverSmall).Text("cover/topic", scene.RoleLabel, max(176, SlideLeft+mast.Width+24), 57))
		}
		date := s.Line(s.Date(b.Date), st.CoverSmall)
		c.Add(date.Text("cover/date", scene.RoleLabel, SlideRight-date.Width, 57))
		steps := []scene.Style{st.CoverTitle, tracked(st.CoverTitle.At(60, 59)), tracked(st.CoverTitle.At(52, 52)), tracked(st.CoverTitle.At(44, 45))}
		// The title's measure ends where the globe's left edge comes near its lines.
		title, tst, ok := s.Ladder(b.Title, 420, 3, steps...)
		if !ok {
			// Long words may take a fourth line before the title is refused.
			title, tst, ok = s.Ladder(b.Title, 436, 4, tracked(st.CoverTitle.At(44, 45)), tracked(st.CoverTitle.At(38, 40)))
		}
		if !ok {
			s.OverBudget(b.TitleAt, "E-TITLE", "title", b.Title.String(), 45)
		}
		c.Add(title.Text("cover/title", scene.RoleTitle, Hung(SlideLeft, title), 160))
		y := 160 + tst.Leading*scene.Pt(len(title.Lines)-1) + 43
		if !b.Standfirst.Empty() {
			stand := s.Set(b.Standfirst, st.CoverStand, 365, typeset.Balanced)
			c.Add(stand.Text("cover/standfirst", scene.RoleStandfirst, SlideLeft, y))
		}
		s.slideImprint(c)
	})
}

// slideImprint is the seal or logo at the foot of the cover, what the briefing holds and for whom.
func (s *Slides) slideImprint(c *Canvas) {
	b := s.B
	x := SlideLeft
	if b.Brand != nil && b.Brand.Logo != "" {
		x += s.logo(c, x, 452, 40) + 14
	} else {
		s.Seal(c, houseLetter(b.Title.String()), x, 452, 40, s.Look.Accent, s.Look.OnAccent)
		x += 54
	}
	m := s.Marks()
	first := strings.Join(s.holdings(s.exhibitCount()), m.Gap)
	if status := s.status(); status != "" {
		first = status + m.Stop + m.Gap + first
	}
	var made briefing.Prose
	for i, a := range b.Authors {
		if i > 0 {
			made = append(made, briefing.Inline{Text: m.Semicolon})
		}
		made = append(made, s.author(a)...)
	}
	at, foot := scene.Pt(476), scene.Pt(484) // alone, level with the middle of the seal
	prepared := briefing.Plain(b.PreparedFor)
	if s.personal {
		prepared = briefing.Plain(scene.CopyTo)
	}
	if !prepared.Empty() && !made.Empty() {
		at, foot = 460, 476
	} else if !prepared.Empty() || !made.Empty() {
		at = 468
	}
	list := []struct {
		id    string
		words briefing.Prose
	}{{"cover/for", prepared}, {"cover/by", made}}
	if s.personal {
		slices.Reverse(list) // nothing follows the line that the recipient may not need
	}
	for _, line := range list {
		if line.words.Empty() {
			continue
		}
		if line.id == "cover/for" {
			line.words = briefing.Plain(s.Own().PreparedFor + b.PreparedFor)
			if s.personal {
				box := s.recipient(line.id, s.St.CoverSmall, 330)
				box.Draw(c, x, foot-Base(s.St.CoverSmall))
				foot += box.H
				continue
			}
		}
		set := s.Set(line.words, s.St.CoverSmall, 330, typeset.Greedy)
		c.Add(set.Text(line.id, scene.RoleLabel, x, foot))
		foot += set.Height
	}
	c.Add(s.Line(first, s.St.CoverMedium).Text("cover/holds", scene.RoleLabel, x, at))
}

// exhibitCount is how many blocks of the briefing are numbered exhibits on paper.
func (s *Slides) exhibitCount() int {
	n := 0
	count := func(list []*briefing.Block) {
		for _, b := range list {
			if numbered := s.layout(b).Numbered; numbered != nil && numbered(b) {
				n++
			}
		}
	}
	for _, t := range s.B.Themes {
		count(t.Evidence)
	}
	count(s.B.Back)
	return n
}

func JoinWords(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
