package page

import (
	"roadshow/art"
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// The slide's geometry, in points.
const (
	SlideW, SlideH        scene.Pt = 960, 540
	SlideLeft, SlideRight scene.Pt = 48, 912
	SlideColumn           scene.Pt = 57.333
	SlidePitch            scene.Pt = 73.333
	slideTitleBase        scene.Pt = 82
	SlideBodyTop          scene.Pt = 138
	slideBodyRise         scene.Pt = 118 // body top of layouts that rise under a one-line title
	SlideBodyBottom       scene.Pt = 478
	SlideHeadBase         scene.Pt = 152 // exhibit header
	SlideDeckBase         scene.Pt = 134 // a line below the title
	slideSourceBase       scene.Pt = 501
	slideFootRule         scene.Pt = 509.5
	slideFootBase         scene.Pt = 522
	slideTitleLine        scene.Pt = 740 // the longest title that stands on one line
	slideStickerLeft      scene.Pt = 812
	slideTitleMeasure     scene.Pt = 644 // columns 1 to 9: two even lines rather than one long and one short
)

// SlideX is the left edge of column i, slideXR its right edge, 1 to 12.
func SlideX(i int) scene.Pt  { return SlideLeft + scene.Pt(i-1)*SlidePitch }
func SlideXR(i int) scene.Pt { return SlideX(i) + SlideColumn }

// Slides carries the deck through its layouts: a layout asks for a slide and draws into its body.
type Slides struct {
	*Composer
	deck         *scene.Deck
	canvases     []*Canvas
	later        []func() // drawn when all pages exist
	globes       map[engraving]scene.Item
	lastLegal    bool      // the slide at hand is the last, and must bear the disclaimer's short form
	unnumbered   bool      // the slide at hand is none of the deck's
	grownStyles  []*Styles // the scales that type grows through, the floors first
	argumentMost scene.Pt  // the largest body size of an argument's slide; 0: not yet known
	theme        int       // story theme of the pages that follow, 0 outside the story

	followed, made Division
}

// SlideDeck lays the briefing out as 16:9 slides.
func SlideDeck(b *briefing.Briefing, o Options, l *diag.List) *scene.Deck {
	return settled(b, l, func(known places, l *diag.List) (*scene.Deck, *Composer) {
		k := newComposer(b, scene.Slides, o, l)
		k.known = known
		s := &Slides{Composer: k, deck: &scene.Deck{Medium: scene.Slides, Size: scene.Slide169, Look: o.Look.Name, Colors: o.Look.Colors(), Meta: meta(b)}, followed: o.Follow, made: o.Made}
		if s.made == nil {
			s.made = Division{}
		}
		for what := range s.made { // of a layout whose mentions were not settled
			delete(s.made, what)
		}
		s.lay()
		s.deck.Fonts = o.Fonts.Used()
		return s.deck, k
	})
}

// Sheet says how one slide is framed. The zero sheet is the usual one: tracker, title, source and footer.
type Sheet struct {
	id          string // stable page id; default the block's
	layout      string
	Title       briefing.Prose // default the block's
	at          diag.Span      // where the title stands
	Role        scene.Role     // of the group around body and source; default block
	Alt         string         // of an exhibit
	Part, Parts int            // "(2 of 3)", 0-based
	Right       scene.Pt       // where tracker and footer end, default 912
	bare        bool           // no tracker, title, source or footer: cover, divider, closing
	ground      scene.Color    // default the look's background
	rises       bool           // body may begin higher under a one-line title
	Extra       string         // what the source line must add
	notes       []briefing.Para
	sticker     bool // a pill stands beside the title
	later       bool // draw when all pages exist: the body prints page numbers
}

// Slide appends a slide for a block (nil in front matter) and lets draw fill its body. draw receives the body zone.
func (s *Slides) Slide(b *briefing.Block, sh Sheet, draw func(c *Canvas, body scene.Rect)) {
	if b != nil {
		sh.id, sh.layout = OrWords(sh.id, b.ID), OrWords(sh.layout, b.Layout)
		if sh.Title.Empty() {
			sh.Title, sh.at = b.Title, b.TitleAt
		}
		sh.sticker = b.Sticker != ""
		if sh.notes == nil {
			sh.notes = b.Say
		}
	}
	if sh.Part > 0 {
		sh.id += "@" + Itoa(sh.Part+1)
	}
	if sh.ground.None() {
		sh.ground = s.Look.Background
	}
	if sh.Right == 0 {
		sh.Right = SlideRight
	}
	n := len(s.deck.Pages) + 1
	page := scene.Page{ID: "slide:" + sh.id, Number: n, Title: sh.Title.String(), Theme: s.theme, Layout: sh.layout, Background: sh.ground, Notes: s.notes(sh.notes)}
	s.deck.Pages = append(s.deck.Pages, page)
	s.pageIDs = append(s.pageIDs, page.ID)
	if !sh.bare && sh.layout != "contents" {
		page.Area = s.bodyArea(b)
		s.deck.Pages[n-1].Area = page.Area
	}
	c := &Canvas{Page: &page}
	s.canvases = append(s.canvases, c)
	s.Use(n, sh.Title.Sources()...)
	s.slidePersonal(c, sh)
	body := scene.Rect{X: SlideLeft, Y: SlideBodyTop, W: SlideRight - SlideLeft, H: SlideBodyBottom - SlideBodyTop}
	if sh.bare {
		draw(c, body)
		s.slideFeet(c, sh)
		s.cited(n, c.Items)
		return
	}
	if s.Look.Band && sh.Part == 0 && sh.layout == "divider" {
		c.Add(Fill(scene.Rect{W: SlideW, H: 6}, s.Look.Accent))
	}
	if s.unnumbered {
		n = 0
	}
	s.slideFurniture(c, n, sh.Right)
	lines := s.slideTitle(c, sh)
	if sh.rises && lines < 2 {
		body.Y, body.H = slideBodyRise, SlideBodyBottom-slideBodyRise
	}
	role := sh.Role
	if role == "" {
		role = scene.RoleBlock
	}
	place := func() {
		c.Group(&scene.Group{ID: sh.id, Role: role, Alt: sh.Alt}, func(c *Canvas) {
			if b != nil {
				s.slideSticker(c, b, sh)
			}
			draw(c, body)
			if b != nil {
				s.sparse(c, b, sh, body)
				s.slideSource(c, b, sh)
			}
		})
		s.slideFeet(c, sh)
	}
	if sh.later {
		s.later = append(s.later, place)
		return
	}
	place()
	s.cited(n, c.Items)
}

// bodyArea is where a content slide is written: what it holds is told by cells, a statement, a quotation or a row of figures by its
// height.
func (s *Slides) bodyArea(b *briefing.Block) scene.Area {
	a := scene.Area{Text: scene.Rect{X: SlideLeft, Y: SlideBodyTop, W: SlideRight - SlideLeft, H: SlideBodyBottom - SlideBodyTop}}
	if b == nil || !s.layout(b).Display {
		a.Grid = [2]int{18, 10}
	}
	return a
}

// slideTitle sets the action title on two lines, on three at the worst, and returns how many it took.
func (s *Slides) slideTitle(c *Canvas, sh Sheet) int {
	if sh.Title.Empty() {
		return 0
	}
	title := sh.Title
	if sh.Parts > 1 {
		title = append(title[:len(title):len(title)], briefing.Inline{Text: s.partMark(sh.Part+1, sh.Parts)})
	}
	st := s.St.Title
	small := []scene.Style{st, st.At(st.Size-2, st.Leading-2), st.At(st.Size-4, st.Leading-4)}
	most := sh.Right - SlideLeft
	if sh.sticker {
		most = most - (SlideRight - slideStickerLeft) - 12
	}
	measure := slideTitleMeasure
	if one := s.Fonts.Set(s.Spans(title, st), typeset.Options{Width: 1e4, Break: typeset.NoBreak}); one.Width <= min(slideTitleLine, most) {
		measure = slideTitleLine
	}
	set, _, ok := s.Ladder(title, min(measure, most), 2, small...)
	if !ok {
		// A long title may use the whole width.
		set, _, ok = s.Ladder(title, most, 2, small...)
	}
	first := slideTitleBase
	if !ok {
		// One of wide letters takes a third line, closer and higher, before it is refused. The last size is for a hundred
		// Chinese letters beside a sticker.
		first -= 13
		if set, _, ok = s.Ladder(title, most, 3, st.At(st.Size-4, st.Size-2), st.At(st.Size-6, st.Size-3)); !ok {
			s.OverBudget(sh.at, "E-TITLE", "title", sh.Title.String(), 110)
		}
	}
	c.Add(set.Text(sh.id+"/title", scene.RoleTitle, Hung(SlideLeft, set), first))
	return len(set.Lines)
}

// slideSticker is the pill that says what kind of evidence a slide shows, level with its title.
func (s *Slides) slideSticker(c *Canvas, b *briefing.Block, sh Sheet) {
	if b.Sticker == "" {
		return
	}
	words := s.Line(s.stickerWord(b.Sticker), s.St.Sticker)
	frame := scene.Rect{X: sh.Right - words.Width - 18, Y: 54, W: words.Width + 18, H: 17}
	c.Add(&scene.Shape{Path: scene.RoundRectPath(frame, 8.5), Stroke: scene.Stroke{Color: s.Look.Muted, Width: 0.75}})
	c.Add(words.Text("", scene.RoleSticker, frame.X+9, frame.Y+11.7))
}

// engraving is a globe in its place: the same one stands on every quotation's panel and on every divider.
type engraving struct {
	globe art.Globe
	clip  scene.Rect
	color scene.Color
}

// Engraved is the globe, worked out once a deck.
func (s *Slides) Engraved(g art.Globe, clip scene.Rect, color scene.Color) scene.Item {
	key := engraving{g, clip, color}
	if s.globes == nil {
		s.globes = map[engraving]scene.Item{}
	}
	if s.globes[key] == nil {
		s.globes[key] = g.Art(clip, color)
	}
	return s.globes[key]
}

// Hung is the left edge at which hung words stay inside the safe area: large opening marks reach far to the left.
func Hung(x scene.Pt, b typeset.Block) scene.Pt {
	const safe = 24.5
	for _, l := range b.Lines {
		x = max(x, safe+l.Hang)
	}
	return x
}

// slideSource is the source line, its last line on its baseline: a second line grows upwards.
func (s *Slides) slideSource(c *Canvas, b *briefing.Block, sh Sheet) {
	var spans []scene.Span
	switch {
	case len(b.Sources) > 0 || b.OwnFigures || !s.layout(b).Unsourced:
		spans = s.sourceSpans(b, s.St.Source, sh.Extra)
	case !b.Note.Empty():
		spans = s.Spans(b.Note, s.St.Source)
	default:
		return
	}
	width := min(sh.Right, SlideRight) - SlideLeft
	s.Use(c.Page.Number, b.Sources...)
	set := s.Fonts.Set(spans, typeset.Options{Width: width})
	if len(set.Lines) > 2 && len(b.Sources) > 1 {
		// Many sources are named by their numbers in the register.
		set = s.Fonts.Set(s.numberedSources(b, sh.Extra), typeset.Options{Width: width})
	}
	if len(set.Lines) > 2 {
		s.OverBudget(b.At, "E-FIT", "the source line with its note", b.Note.String(), 150)
	}
	up := s.St.Source.Leading * scene.Pt(len(set.Lines)-1)
	c.Add(set.Text(sh.id+"/source", scene.RoleSource, SlideLeft, slideSourceBase-up))
}

// ExhibitSheet frames a slide of evidence. Without a source line it is no exhibit but a block: only some layouts must have one.
func (s *Slides) ExhibitSheet(b *briefing.Block, alt string) Sheet {
	sh := Sheet{Role: scene.RoleExhibit, Alt: alt}
	if len(b.Sources) == 0 && !b.OwnFigures && s.layout(b).Unsourced {
		sh.Role = scene.RoleBlock
	}
	return sh
}

// numberedSources is a source line that points to the register: "Sources: 1, 4, 7 (Sources). Note."
func (s *Slides) numberedSources(b *briefing.Block, extra string) []scene.Span {
	o, m, st := s.Own(), s.Marks(), s.St.Source
	out := []scene.Span{{Text: o.Sources, Style: st}}
	for i, src := range b.Sources {
		if i > 0 {
			out = append(out, scene.Span{Text: m.List, Style: st})
		}
		out = append(out, scene.Span{Text: Itoa(src.Number), Style: st, Link: "#source." + src.ID})
	}
	out = append(out, scene.Span{Text: m.Open + o.Register + m.Close + m.Stop, Style: st})
	for _, e := range [...]string{extra, s.rounded(b, []string{extra})} {
		if e != "" {
			out = append(out, scene.Span{Text: m.Gap + Sentence(e), Style: st})
		}
	}
	if !b.Note.Empty() {
		out = append(append(out, scene.Span{Text: m.Gap, Style: st}), s.Spans(b.Note, st)...)
	}
	return out
}

// notes are speaker notes as plain paragraphs.
func (s *Slides) notes(paras []briefing.Para) []scene.Para {
	var out []scene.Para
	for _, p := range paras {
		out = append(out, scene.Para{Spans: s.Spans(p.Prose, s.St.Body), Marker: p.Marker, Depth: p.Depth})
	}
	return out
}

// slideFurniture draws tracker and footer between the left margin and right.
func (s *Slides) slideFurniture(c *Canvas, number int, right scene.Pt) {
	l := s.Look
	c.Group(&scene.Group{Role: scene.RoleFurniture}, func(c *Canvas) {
		s.trackerLine(c, tracker{theme: s.theme, left: SlideLeft, right: right, y: 30, base: 44, gap: 6, weight: 0.75, now: 2.4, label: s.St.Tracker, labelNow: s.St.TrackerNow})
		c.Add(Rule(SlideLeft, slideFootRule, right-SlideLeft, 0.75, l.Rule))
		s.footerLine(c, footer{number: number, left: SlideLeft, right: right, base: slideFootBase, words: s.St.Footer, folio: s.St.Folio})
	})
}
