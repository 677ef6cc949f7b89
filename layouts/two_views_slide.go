package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// twoViewsSlide is L09: two halves, one size for both, what they share at the foot.
func twoViewsSlide(s *page.Slides, b *briefing.Block) {
	said := saidBy(s.Composer, b.Object("left").Quote(), b.Object("right").Quote())
	s.Slide(b, page.Sheet{Extra: said}, func(c *page.Canvas, body scene.Rect) {
		const half, mid = scene.Pt(398), scene.Pt(480)
		colors := [2]scene.Color{s.Look.Series[0], s.Look.Series[1]}
		names := [2]string{"left", "right"}
		xs := [2]scene.Pt{page.SlideLeft, 512}
		var quotes [2]briefing.Quote
		longest := 0
		for i := range names {
			quotes[i] = b.Object(names[i]).Quote()
			longest = max(longest, len([]rune(quotes[i].Text)))
		}
		common := b.Prose("common")
		foot := scene.Pt(416)
		if common.Empty() {
			foot = 460
		}
		steps := [][3]scene.Pt{{110, 31, 41}, {140, 27, 36}, {170, 22, 31}, {220, 17, 24}}
		var words [2]typeset.Block
		var st scene.Style
		fits := false
		for i, step := range steps {
			if longest > int(step[0]) && i < len(steps)-1 {
				continue
			}
			st = s.S.Pull.At(step[1], step[2])
			st.Tracking = -0.014 * st.Size
			fits = true
			for j, q := range quotes {
				words[j] = s.Fonts.Set([]scene.Span{{Text: printed(s.Composer, q), Style: st}}, typeset.Options{Width: half, Break: typeset.Balanced, Hang: true})
				fits = fits && 190+st.Leading*scene.Pt(len(words[j].Lines)-1)+22+44 <= foot
			}
			if fits {
				break
			}
		}
		if !fits {
			q := quotes[0]
			if len(quotes[1].Text) > len(q.Text) {
				q = quotes[1]
			}
			s.OverBudget(q.TextAt, "E-QUOTE", "quotation", q.Text, 170)
		}
		level := scene.Pt(0)
		for j := range words {
			level = max(level, 190+st.Leading*scene.Pt(len(words[j].Lines)-1)+st.Size*0.3+22)
		}
		c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: mid, Y: 132}, scene.Point{X: mid, Y: foot}), Stroke: scene.Stroke{Color: s.Look.Rule, Width: 0.75}})
		for i := range names {
			id := b.ID + "/" + names[i]
			c.Add(page.Fill(scene.Rect{X: xs[i], Y: 136, W: 8, H: 8}, colors[i]))
			tag := s.S.Label.In(scene.SansSemiBold).With(s.Look.Readable(colors[i], s.Look.Background))
			c.Add(s.Line(b.Object(names[i]).Words("tag"), tag).Text(id+"/tag", scene.RoleLabel, xs[i]+15, 144))
			c.Add(words[i].Text(id, scene.RoleQuote, page.Hung(xs[i], words[i]), 190))
			slideAttribution(s, c, quotes[i], xs[i], level, half, 44, colors[i], id)
		}
		if !common.Empty() {
			c.Add(page.Rule(page.SlideLeft, 440, page.SlideRight-page.SlideLeft, 0.75, s.Look.Rule))
			c.Add(s.Line(s.Own().Common, s.S.Label.In(scene.SansSemiBold)).Text(b.ID+"/common/label", scene.RoleHeading, page.SlideLeft, 460))
			set := s.Set(common, s.S.Body.With(s.Look.Muted), page.SlideRight-160, typeset.Greedy)
			c.Add(set.Text(b.ID+"/common", scene.RoleBody, 160, 460))
		}
	})
}
