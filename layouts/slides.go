package layouts

import (
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// The slide's geometry (DESIGN.md §1.1), in points.
const (
	slideW, slideH        scene.Pt = 960, 540
	slideLeft, slideRight scene.Pt = 48, 912
	slideColumn           scene.Pt = 57.333
	slidePitch            scene.Pt = 73.333
	slideTitleBase        scene.Pt = 82
	slideBodyTop          scene.Pt = 138
	slideBodyRise         scene.Pt = 118 // body top of layouts that rise under a one-line title
	slideBodyBottom       scene.Pt = 478
	slideHeadBase         scene.Pt = 152 // exhibit header
	slideDeckBase         scene.Pt = 134 // a line below the title
	slideSourceBase       scene.Pt = 500
	slideFootRule         scene.Pt = 509.5
	slideFootBase         scene.Pt = 522
	slideTitleLine        scene.Pt = 740 // the longest title that stands on one line
	slideStickerLeft      scene.Pt = 812
	slideTitleMeasure     scene.Pt = 644 // columns 1 to 9: two even lines rather than one long and one short
)

// slideX is the left edge of column i, slideXR its right edge, 1 to 12.
func slideX(i int) scene.Pt  { return slideLeft + scene.Pt(i-1)*slidePitch }
func slideXR(i int) scene.Pt { return slideX(i) + slideColumn }

// Slides carries the deck through its layouts: a layout asks for a slide and draws into its body.
type Slides struct {
	*Kit
	S          *SlideStyles
	deck       *scene.Deck
	canvases   []*Canvas
	later      []func() // drawn when all pages exist
	globes     map[engraving]scene.Item
	lastLegal  bool // the slide at hand is the last, and must bear the disclaimer's short form
	unnumbered bool // the slide at hand is none of the deck's
	theme      int  // story theme of the pages that follow, 0 outside the story
}

// SlideDeck lays the briefing out as 16:9 slides.
func SlideDeck(b *briefing.Briefing, o Options, l *diag.List) *scene.Deck {
	return settled(b, l, func(known places, l *diag.List) (*scene.Deck, *Kit) {
		k := newKit(b, scene.Slides, o, l)
		k.St, k.known = diagramStyles(o.Look), known
		s := &Slides{Kit: k, S: slideStyles(o.Look), deck: &scene.Deck{Medium: scene.Slides, Size: scene.Slide169, Look: o.Look.Name, Meta: meta(b)}}
		s.lay()
		s.deck.Fonts = o.Fonts.Used()
		return s.deck, k
	})
}

// sheet says how one slide is framed. The zero sheet is the usual one: tracker, title, source and footer.
type sheet struct {
	id          string // stable page id; default the block's
	layout      string
	title       briefing.Prose // default the block's
	at          diag.Span      // where the title stands
	role        scene.Role     // of the group around body and source; default block
	alt         string         // of an exhibit
	part, parts int            // "(2 of 3)", 0-based
	right       scene.Pt       // where tracker and footer end, default 912
	bare        bool           // no tracker, title, source or footer: cover, divider, closing
	ground      scene.Color    // default the look's background
	rises       bool           // body may begin higher under a one-line title
	extra       string         // what the source line must add
	notes       []briefing.Para
	sticker     bool // a pill stands beside the title
	later       bool // draw when all pages exist: the body prints page numbers
}

// slide appends a slide for a block (nil in front matter) and lets draw fill its body. draw receives the body zone.
func (s *Slides) slide(b *briefing.Block, sh sheet, draw func(c *Canvas, body scene.Rect)) {
	if b != nil {
		sh.id, sh.layout = orWords(sh.id, b.ID), orWords(sh.layout, b.Layout)
		if sh.title.Empty() {
			sh.title, sh.at = b.Title, b.TitleAt
		}
		sh.sticker = b.Sticker != ""
		if sh.notes == nil {
			sh.notes = b.Say
		}
	}
	if sh.part > 0 {
		sh.id += "@" + itoa(sh.part+1)
	}
	if sh.ground.None() {
		sh.ground = s.Look.Background
	}
	if sh.right == 0 {
		sh.right = slideRight
	}
	n := len(s.deck.Pages) + 1
	page := scene.Page{ID: "slide:" + sh.id, Number: n, Title: sh.title.String(), Theme: s.theme, Layout: sh.layout, Background: sh.ground, Notes: s.notes(sh.notes)}
	s.deck.Pages = append(s.deck.Pages, page)
	s.pageIDs = append(s.pageIDs, page.ID)
	c := &Canvas{Page: &page}
	s.canvases = append(s.canvases, c)
	body := scene.Rect{X: slideLeft, Y: slideBodyTop, W: slideRight - slideLeft, H: slideBodyBottom - slideBodyTop}
	if sh.bare {
		draw(c, body)
		s.slideFeet(c, sh)
		s.cited(n, c.Items)
		return
	}
	if s.Look.Band && sh.part == 0 && sh.layout == "divider" {
		c.Add(fill(scene.Rect{W: slideW, H: 6}, s.Look.Accent))
	}
	if s.unnumbered {
		n = 0
	}
	s.slideFurniture(c, n, sh.right)
	lines := s.slideTitle(c, sh)
	if sh.rises && lines < 2 {
		body.Y, body.H = slideBodyRise, slideBodyBottom-slideBodyRise
	}
	role := sh.role
	if role == "" {
		role = scene.RoleBlock
	}
	place := func() {
		c.Group(&scene.Group{ID: sh.id, Role: role, Alt: sh.alt}, func(c *Canvas) {
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

// sparse warns of a slide whose body is all but empty. Layouts that live by their white space, and continued slides, are
// as they are meant.
func (s *Slides) sparse(c *Canvas, b *briefing.Block, sh sheet, body scene.Rect) {
	if !s.layout(b).Fills {
		return
	}
	foot := body.Y
	for _, it := range c.Items {
		foot = max(foot, scene.Bounds(it).Bottom())
	}
	if used := (foot - body.Y) / body.H; sh.parts < 2 && used < 0.45 {
		s.L.Warn(b.At, "W-SPARSE", "join it with its neighbour, or say it in a statement", "the slide of %s uses %.0f%% of its body", b.ID, float64(100*used))
	}
}

// slideTitle sets the action title on two lines, on three at the worst, and returns how many it took.
func (s *Slides) slideTitle(c *Canvas, sh sheet) int {
	if sh.title.Empty() {
		return 0
	}
	title := sh.title
	if sh.parts > 1 {
		title = append(title[:len(title):len(title)], briefing.Inline{Text: s.partMark(sh.part+1, sh.parts)})
	}
	st := s.S.Title
	small := []scene.Style{st, st.At(st.Size-2, st.Leading-2), st.At(st.Size-4, st.Leading-4)}
	most := sh.right - slideLeft
	if sh.sticker {
		most = most - (slideRight - slideStickerLeft) - 12
	}
	measure := slideTitleMeasure
	if one := s.Fonts.Set(s.spans(title, st), typeset.Options{Width: 1e4, Break: typeset.NoBreak}); one.Width <= min(slideTitleLine, most) {
		measure = slideTitleLine
	}
	set, _, ok := s.ladder(title, min(measure, most), 2, small...)
	if !ok {
		// A long title may use the whole width.
		set, _, ok = s.ladder(title, most, 2, small...)
	}
	first := slideTitleBase
	if !ok {
		// One of wide letters takes a third line, closer and higher, before it is refused. The last size is for a hundred
		// Chinese letters beside a sticker.
		first -= 13
		if set, _, ok = s.ladder(title, most, 3, st.At(st.Size-4, st.Size-2), st.At(st.Size-6, st.Size-3)); !ok {
			s.overBudget(sh.at, "E-TITLE", "title", sh.title.String(), 110)
		}
	}
	c.Add(set.Text(sh.id+"/title", scene.RoleTitle, hung(slideLeft, set), first))
	return len(set.Lines)
}

// slideSticker is the pill that says what kind of evidence a slide shows, level with its title.
func (s *Slides) slideSticker(c *Canvas, b *briefing.Block, sh sheet) {
	if b.Sticker == "" {
		return
	}
	words := s.line(s.stickerWord(b.Sticker), s.S.Sticker)
	frame := scene.Rect{X: sh.right - words.Width - 18, Y: 54, W: words.Width + 18, H: 17}
	c.Add(&scene.Shape{Path: scene.RoundRectPath(frame, 8.5), Stroke: scene.Stroke{Color: s.Look.Muted, Width: 0.75}})
	c.Add(words.Text("", scene.RoleSticker, frame.X+9, frame.Y+11.7))
}

// engraving is a globe in its place: the same one stands on every quotation's panel and on every divider.
type engraving struct {
	globe globe
	clip  scene.Rect
	color scene.Color
}

// engraved is the globe, worked out once a deck.
func (s *Slides) engraved(g globe, clip scene.Rect, color scene.Color) scene.Item {
	key := engraving{g, clip, color}
	if s.globes == nil {
		s.globes = map[engraving]scene.Item{}
	}
	if s.globes[key] == nil {
		s.globes[key] = g.art(clip, color)
	}
	return s.globes[key]
}

// hung is the left edge at which hung words stay inside the safe area: large opening marks reach far to the left.
func hung(x scene.Pt, b typeset.Block) scene.Pt {
	const safe = 24.5
	for _, l := range b.Lines {
		x = max(x, safe+l.Hang)
	}
	return x
}

// slideSource is the source line, its last line on its baseline: a second line grows upwards.
func (s *Slides) slideSource(c *Canvas, b *briefing.Block, sh sheet) {
	var spans []scene.Span
	switch {
	case len(b.Sources) > 0 || b.OwnFigures || !s.layout(b).Unsourced:
		spans = s.sourceSpans(b, s.S.Source, sh.extra)
	case !b.Note.Empty():
		spans = s.spans(b.Note, s.S.Source)
	default:
		return
	}
	width := min(sh.right, slideRight) - slideLeft
	s.use(c.Page.Number, b.Sources...)
	set := s.Fonts.Set(spans, typeset.Options{Width: width})
	if len(set.Lines) > 2 && len(b.Sources) > 1 {
		// Many sources are named by their numbers in the register.
		set = s.Fonts.Set(s.numberedSources(b, sh.extra), typeset.Options{Width: width})
	}
	if len(set.Lines) > 2 {
		s.overBudget(b.At, "E-FIT", "the source line with its note", b.Note.String(), 150)
	}
	up := s.S.Source.Leading * scene.Pt(len(set.Lines)-1)
	c.Add(set.Text(sh.id+"/source", scene.RoleSource, slideLeft, slideSourceBase-up))
}

// exhibitSheet frames a slide of evidence. Without a source line it is no exhibit but a block: only some layouts must have one.
func (s *Slides) exhibitSheet(b *briefing.Block, alt string) sheet {
	sh := sheet{role: scene.RoleExhibit, alt: alt}
	if len(b.Sources) == 0 && !b.OwnFigures && s.layout(b).Unsourced {
		sh.role = scene.RoleBlock
	}
	return sh
}

// numberedSources is a source line that points to the register: "Sources: 1, 4, 7 (Sources). Note."
func (s *Slides) numberedSources(b *briefing.Block, extra string) []scene.Span {
	o, m, st := s.own(), s.marks(), s.S.Source
	out := []scene.Span{{Text: o.Sources, Style: st}}
	for i, src := range b.Sources {
		if i > 0 {
			out = append(out, scene.Span{Text: m.List, Style: st})
		}
		out = append(out, scene.Span{Text: itoa(src.Number), Style: st, Link: "#source." + src.ID})
	}
	out = append(out, scene.Span{Text: m.Open + o.Register + m.Close + m.Stop, Style: st})
	for _, e := range [...]string{extra, s.rounded(b, []string{extra})} {
		if e != "" {
			out = append(out, scene.Span{Text: m.Gap + sentence(e), Style: st})
		}
	}
	if !b.Note.Empty() {
		out = append(append(out, scene.Span{Text: m.Gap, Style: st}), s.spans(b.Note, st)...)
	}
	return out
}

// notes are speaker notes as plain paragraphs.
func (s *Slides) notes(paras []briefing.Para) []scene.Para {
	var out []scene.Para
	for _, p := range paras {
		out = append(out, scene.Para{Spans: s.spans(p.Prose, s.S.Body), Marker: p.Marker, Depth: p.Depth})
	}
	return out
}

// slideFurniture draws tracker and footer between the left margin and right.
func (s *Slides) slideFurniture(c *Canvas, number int, right scene.Pt) {
	l := s.Look
	c.Group(&scene.Group{Role: scene.RoleFurniture}, func(c *Canvas) {
		s.trackerLine(c, tracker{theme: s.theme, left: slideLeft, right: right, y: 30, base: 44, gap: 6, weight: 0.75, now: 2.4, label: s.S.Tracker, labelNow: s.S.TrackerNow})
		c.Add(rule(slideLeft, slideFootRule, right-slideLeft, 0.75, l.Rule))
		s.footerLine(c, footer{number: number, left: slideLeft, right: right, base: slideFootBase, words: s.S.Footer, folio: s.S.Folio})
	})
}
