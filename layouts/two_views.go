package layouts

import (
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
)

func twoViewsLayout() page.Layout {
	side := &outline.Shape{Name: "view", Fields: []outline.Field{
		{Name: "tag", Type: outline.Words, Required: true, Budget: 12, Doc: "the stance in a word or two"},
		{Name: "text", Type: outline.Quotation, Required: true, Budget: viewLimit, Doc: "the words, verbatim"},
		{Name: "by", Type: outline.Who, Required: true, Budget: 40, Doc: "who holds the view"},
		{Name: "role", Type: outline.Words, Budget: 60, Doc: "printed under the name"},
		{Name: "credit", Type: outline.Quotation, Doc: "the source's words that name the speaker"},
		{Name: "paraphrase", Type: outline.Flag, Doc: "not the speaker's words: printed without quotation marks"},
	}}
	return page.Layout{Name: "two_views", Display: true, Summary: "two quotations that disagree, and what they share", Title: outline.Required, Page: twoViewsPage, Slide: twoViewsSlide,
		Shape: &outline.Shape{Name: "two_views", Fields: []outline.Field{
			{Name: "left", Type: outline.Object, Required: true, Shape: side, Doc: "the first view: {tag, text, by}"},
			{Name: "right", Type: outline.Object, Required: true, Shape: side, Doc: "the other view"},
			{Name: "common", Type: outline.Prose, Budget: 130, Doc: "what both sides share"},
		}}}
}

// viewForm is how two views stand beside each other: the tag behind its square, the words, who holds them.
type viewForm struct {
	w, right, mid               scene.Pt // of a column; where the right one begins; the rule between them
	ruleTop, square, tagX, tagY scene.Pt // tagY: the tag's baseline, on which the square stands
	tag                         scene.Style
	words                       page.Measure
	who                         speakerForm
}

// view is one of two: its quotation and its words, set.
type view struct {
	briefing.Quote
	side  string
	tag   string
	words *page.Box
}

func views(b *briefing.Block) (out [2]view) {
	for i, side := range [...]string{"left", "right"} {
		v := b.Object(side)
		out[i] = view{Quote: v.Quote(), side: side, tag: v.Words("tag")}
	}
	return out
}

// set sets both in one measure and returns how high the higher is.
func set(k *page.Composer, b *briefing.Block, vs *[2]view, m page.Measure) scene.Pt {
	for i, v := range vs {
		vs[i].words = k.Said(v.Quote, printed(k, v.Quote), m.Hung(), b.ID+"/"+v.side)
	}
	return page.Highest(vs[0].words, vs[1].words)
}

// facing are two views with the rule between them, down to foot or, for none, to where the speakers end. Their words begin on
// the baseline first, their speakers at level.
func facing(k *page.Composer, b *briefing.Block, vs [2]view, f viewForm, first, level, foot scene.Pt) *page.Box {
	rule := &page.Box{}
	cells := []page.Cell{{Box: rule, X: f.mid, Y: f.ruleTop}}
	end := foot
	for i, v := range vs {
		color, x, id := k.Look.Series[i], scene.Pt(i)*f.right, b.ID+"/"+v.side
		square := &page.Box{Draw: func(c *page.Canvas, x, y scene.Pt) {
			c.Add(page.Fill(scene.Rect{X: x, Y: y, W: f.square, H: f.square}, color))
		}}
		tag := k.Told(v.tag, page.OneLine(f.tag.With(k.Look.Readable(color, k.Look.Background))), id+"/tag", scene.RoleLabel)
		if tag != nil && k.Line(v.tag, f.tag).Width > f.w-f.tagX {
			k.OverBudget(b.PlaceOf(v.side), "E-FIT", "tag", v.tag, 40)
		}
		who := attribution(k, v.Quote, f.w, f.who.on(color), id)
		cells = append(cells, page.Cell{Box: square, X: x, Y: f.tagY - f.square}, page.Level(tag, x+f.tagX, f.tagY), page.Level(v.words, x, first), page.Cell{Box: who, X: x, Y: level})
		if foot == 0 {
			end = max(end, level+who.H)
		}
	}
	rule.Draw = func(c *page.Canvas, x, y scene.Pt) {
		c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: x, Y: y}, scene.Point{X: x, Y: y + end - f.ruleTop}), Stroke: scene.Stroke{Color: k.Look.Rule, Width: 0.75}})
	}
	return page.Placed(end, b.At, cells...)
}

// sharedForm is how what both sides share is set, behind its label and under a rule.
type sharedForm struct {
	w, in, weight, base scene.Pt // base: the baseline below the rule
	label               scene.Style
	role                scene.Role
	text                page.Measure
}

func shared(k *page.Composer, b *briefing.Block, f sharedForm) *page.Box {
	if more := k.Line(k.Own().Common, f.label).Width + 10 - f.in; more > 0 { // a wide face, or a longer word
		f.in, f.text.W = f.in+more, f.text.W-more
	}
	text := k.Part(b.Prose("common"), f.text, b.ID+"/common", scene.RoleBody)
	if text == nil {
		return nil
	}
	label := k.Told(k.Own().Common, page.OneLine(f.label), b.ID+"/common/label", f.role)
	return page.Placed(f.base-text.Base+text.H+2, b.At, page.Cell{Box: page.Ruling(f.w, f.weight, k.Look.Rule)}, page.Level(label, 0, f.base), page.Level(text, f.in, f.base))
}

const viewLimit = 170 // characters

// twoViewsPage sets two columns of the full width with a rule between them; both sides share one size.
func twoViewsPage(f *page.Flow, b *briefing.Block) {
	const gutter, most, wordsTop, apart = 36, 200, 26, 18
	k := f.K
	g, st := k.Grid, k.St
	vs := views(b)
	for _, v := range vs {
		if len([]rune(v.Text)) > most {
			k.OverBudget(v.TextAt, "E-QUOTE", "quotation", v.Text, viewLimit)
		}
	}
	w := (g.Width() - gutter) / 2
	form := viewForm{w: w, right: w + gutter, mid: w + gutter/2, ruleTop: 2, square: 7, tagX: 12, tagY: 11, tag: st.SmallStrong, words: page.Balanced(st.View, w-6), who: pageSpeaker(k, 30)}
	level := wordsTop + set(k, b, &vs, form.words) + apart
	in := g.Col(4) - g.Left
	common := shared(k, b, sharedForm{g.Width(), in, 0.5, 8 + page.Base(st.Body), st.SmallStrong, scene.RoleSubheading, page.Balanced(st.Body, g.Width()-in)})
	if common != nil {
		common.Before = 14
	}
	f.Add(k.Whole(b, []*page.Box{page.Stack(facing(k, b, vs, form, wordsTop+page.Base(st.View), level, 0), common)}, 1, func() *page.Box { return k.SourceBox(b, g.Width()) }, "two views").Fix())
}

// viewSizes are by the length of the longer view.
var viewSizes = []lengthSize{{70, page.On(38, 48)}, {110, page.On(34, 43)}, {140, page.On(29, 38)}, {170, page.On(24, 32)}, {220, page.On(20, 27)}, {220, page.On(17, 23)}}

// twoViewsSlide is two halves, one size for both, what they share at the foot.
func twoViewsSlide(s *page.Slides, b *briefing.Block) {
	const first, seal, apart, half, top = 190, 44, 22, 398, 132
	vs := views(b)
	s.Slide(b, page.Sheet{Extra: saidBy(s.Composer, vs[0].Quote, vs[1].Quote)}, func(c *page.Canvas, body scene.Rect) {
		longer := slices.MaxFunc(vs[:], func(x, y view) int { return len([]rune(x.Text)) - len([]rune(y.Text)) })
		foot := scene.Pt(460)
		if !b.Prose("common").Empty() {
			foot = 416
		}
		form := viewForm{w: half, right: 512 - page.SlideLeft, mid: page.SlideW/2 - page.SlideLeft, ruleTop: top, square: 8, tagX: 15, tagY: 144, tag: s.St.Label.In(scene.SansSemiBold), who: slideSpeaker(s, seal)}
		var high scene.Pt // from the first baseline to the last
		size, fits := page.Largest(sizesFor(viewSizes, len([]rune(longer.Text))), func(z lengthSize) bool {
			form.words = page.Balanced(pullStyle(s, z.Letter), half)
			high = set(s.Composer, b, &vs, form.words) - z.Leading
			return first+high+apart+seal <= foot
		})
		if !fits {
			s.OverBudget(longer.TextAt, "E-QUOTE", "quotation", longer.Text, viewLimit)
		}
		facing(s.Composer, b, vs, form, first, first+high+size.Size*0.3+apart, foot).Draw(c, page.SlideLeft, 0)
		if common := shared(s.Composer, b, sharedForm{page.SlideRight - page.SlideLeft, 112, 0.75, 20, s.St.Comment.In(scene.SansSemiBold).With(s.Look.Text), scene.RoleHeading,
			page.Measure{Style: s.St.Body.With(s.Look.Muted), W: page.SlideRight - 160}}); common != nil {
			common.Draw(c, page.SlideLeft, 440)
		}
	})
}
