package page

import (
	"maps"
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// Composer is what every layout works with: the briefing, the look, the faces, the page's geometry and styles.
type Composer struct {
	B     *briefing.Briefing
	Look  *assets.Look
	Fonts *typeset.Fonts
	Grid  Grid
	St    *Styles
	L     *diag.List
	Env   Env

	layouts  []Layout                   // the catalog
	pageIDs  []string                   // by page number less one
	exhibits []exhibitEntry             // in the order of their numbers
	uses     map[*briefing.Source][]int // pages that use a source
	began    map[*briefing.Block]int    // page where a block begins
	Headed   map[*briefing.Person]bool  // people whose Chinese name was printed
	topped   map[*briefing.Block]bool   // blocks under a caption or a heading of their own
	signet   *Canvas                    // the logo in the footer, drawn once; nil: not yet
	signetW  scene.Pt                   // its width
	pictures map[string]*scene.Image    // by file name, read once; nil: not to be printed
	foot     footnotes
	medium   scene.Medium
	known    places // of the blocks that are mentioned
	proofs   *proofs
	merges   int  // that were tried for the pages of themes
	personal bool // every page has room for its recipient
}

func newComposer(b *briefing.Briefing, medium scene.Medium, o Options, l *diag.List) *Composer {
	o.Fonts.Language(hyphens(b))
	o.Fonts.Least(medium.Least())
	for _, p := range b.People {
		o.Fonts.Keep(p.Name, p.NameZh, p.Org)
	}
	k := &Composer{layouts: o.Layouts, B: b, Look: o.Look, Fonts: o.Fonts, Grid: GridFor(b.Page), St: stylesFor(o.Look, medium), L: l, Env: o.Env,
		uses: map[*briefing.Source][]int{}, began: map[*briefing.Block]int{}, Headed: map[*briefing.Person]bool{}, topped: map[*briefing.Block]bool{}, pictures: map[string]*scene.Image{},
		medium: medium, foot: newFootnotes(b, medium), personal: o.Copies}
	k.proofs = newProofs(k)
	return k
}

// layout is the layout that a block names; the parser has refused names that are none. What stands for the front matter
// has none: it draws nothing.
func (k *Composer) layout(b *briefing.Block) Layout {
	if i := slices.IndexFunc(k.layouts, func(l Layout) bool { return l.Name == b.Layout }); i >= 0 {
		return k.layouts[i]
	}
	return Layout{Name: b.Layout}
}

// Env is what layouts may reach outside the briefing.
type Env struct {
	// ReadFile reads a file inside the outline's folder, at most limit bytes.
	ReadFile func(name string, limit int64) ([]byte, error)
}

// exhibitEntry is one numbered exhibit for the contents.
type exhibitEntry struct {
	Number int
	Title  string
	ID     string
	Page   int
}

// Spans styles prose: strong and emphasised words take the heavier and the italic face of the same family, citations
// become superscript numbers that lead to the source register.
func (k *Composer) Spans(p briefing.Prose, st scene.Style) []scene.Span {
	out := make([]scene.Span, 0, len(p))
	for _, i := range p {
		if i.Cite != nil {
			c := k.St.Cite
			c.Leading, c.Color = st.Leading, st.Color
			out = append(out, scene.Span{Text: "\u2060" + Itoa(i.Cite.Number), Style: c, Rise: st.Size * 0.33, Link: "#source." + i.Cite.ID})
			continue
		}
		if i.Note != nil {
			out = append(out, k.noteSpan(i.Note, st))
			continue
		}
		s := scene.Span{Text: i.Text, Style: st, Link: i.Link, Proof: k.FigureProof(i.Figure)}
		if i.Mention != nil {
			s = k.mentionSpan(i.Mention, st)
		}
		if i.Strong {
			s.Style.Font = Strong(st.Font)
		} else if i.Em {
			s.Style.Font = emphasised(st.Font)
		}
		out = append(out, s)
	}
	return out
}

func Strong(f scene.Font) scene.Font {
	switch f {
	case scene.SerifLight, scene.Serif, scene.SerifItalic, scene.SerifSemiBold:
		return scene.SerifSemiBold
	case scene.Cond, scene.CondMedium, scene.CondSemiBold:
		return scene.CondSemiBold
	}
	return scene.SansSemiBold
}

// emphasised is the italic of a family. Italics are set upright within italics; the condensed family has none.
func emphasised(f scene.Font) scene.Font {
	switch f {
	case scene.SerifLight, scene.Serif, scene.SerifSemiBold:
		return scene.SerifItalic
	case scene.SerifItalic:
		return scene.Serif
	case scene.Sans, scene.SansMedium, scene.SansSemiBold:
		return scene.SansItalic
	case scene.SansItalic:
		return scene.Sans
	}
	return f
}

// Set breaks prose into lines of at most width.
func (k *Composer) Set(p briefing.Prose, st scene.Style, width scene.Pt, how typeset.Break) typeset.Block {
	return k.Fonts.Set(k.Spans(p, st), typeset.Options{Width: width, Break: how, Hyphenate: how == typeset.Greedy && tight(width, st)})
}

// tight says that running words leave ragged lines in a measure: some forty letters and less.
func tight(width scene.Pt, st scene.Style) bool { return width < 20*st.Size }

// hyphens is the tag of the patterns by which words are divided: British ones in English, American ones where the locale says so.
func hyphens(b *briefing.Briefing) string {
	if b.Language == "en" && strings.HasPrefix(b.Format.Locale.Tag, "en-US") {
		return "en-US"
	}
	return b.Language
}

// Short sets a paragraph of a few lines: as body is, and balanced where its last line would be a word or two.
func (k *Composer) Short(p briefing.Prose, st scene.Style, width scene.Pt) typeset.Block {
	b := k.Set(p, st, width, typeset.Greedy)
	if n := len(b.Lines); n > 1 && n <= 5 && LineWidth(b.Lines[n-1]) < b.Width/3 {
		return k.Set(p, st, width, typeset.Balanced)
	}
	return b
}

func LineWidth(l scene.Line) scene.Pt {
	if len(l.Runs) == 0 {
		return 0
	}
	last := l.Runs[len(l.Runs)-1]
	return last.X + last.Width - l.X()
}

// Words breaks plain words into lines of at most width.
func (k *Composer) Words(s string, st scene.Style, width scene.Pt, how typeset.Break) typeset.Block {
	return k.Fonts.Set([]scene.Span{{Text: s, Style: st}}, typeset.Options{Width: width, Break: how, Hyphenate: how == typeset.Greedy && tight(width, st)})
}

// Line sets words on one line, in a frame of its own width: an editor's text box is as wide as its words.
func (k *Composer) Line(s string, st scene.Style) typeset.Block {
	return k.Fonts.Set([]scene.Span{{Text: s, Style: st}}, typeset.Options{Break: typeset.NoBreak})
}

// numeral is line for large figures: the first stands on the text edge, its side bearing outside.
func (k *Composer) numeral(s string, st scene.Style) typeset.Block {
	return k.Fonts.Set([]scene.Span{{Text: s, Style: st}}, typeset.Options{Break: typeset.NoBreak, Hang: true})
}

// Ladder sets prose in the first of the styles that needs at most lines lines; ok says whether one did.
func (k *Composer) Ladder(p briefing.Prose, width scene.Pt, lines int, styles ...scene.Style) (b typeset.Block, st scene.Style, ok bool) {
	for _, st = range styles {
		b = k.Fonts.Set(k.Spans(p, st), typeset.Options{Width: width, Break: typeset.Balanced, Hang: st.Size >= 24})
		if len(b.Lines) <= lines {
			return b, st, true
		}
	}
	return b, st, false
}

// Base is how far the first baseline lies below the top of a line's slot: the leading is shared above and below.
func Base(st scene.Style) scene.Pt { return (st.Leading-st.Size)/2 + 0.8*st.Size }

// Use notes that a page uses a source.
func (k *Composer) Use(page int, sources ...*briefing.Source) {
	for _, s := range sources {
		if p := k.uses[s]; !slices.Contains(p, page) {
			k.uses[s] = append(p, page)
		}
	}
}

// cited notes the citations among items: their numbers lead to the register.
func (k *Composer) cited(page int, items []scene.Item) {
	scene.Walk(items, func(it scene.Item) {
		t, ok := it.(*scene.Text)
		if !ok {
			return
		}
		for i := range t.Lines {
			for j := range t.Lines[i].Runs {
				if id, ok := strings.CutPrefix(t.Lines[i].Runs[j].Link, "#source."); ok {
					k.useID(page, id)
				}
			}
		}
	})
}

func (k *Composer) useID(page int, id string) {
	for _, s := range k.B.Sources {
		if s.ID == id {
			k.Use(page, s)
		}
	}
}

// Name prints a person with the Chinese name on first mention, the Latin name afterwards.
func (k *Composer) Name(v briefing.Voice) string {
	if p := v.Person; p != nil && p.NameZh != "" && !k.Headed[p] {
		k.Headed[p] = true
		return FullName(p)
	}
	return v.Name()
}

// FullName is a person's name with the Chinese one, where there is one.
func FullName(p *briefing.Person) string { return strings.TrimSpace(p.Name + " " + p.NameZh) }

// Later is a box that is built anew when it is drawn: slides are measured before they are, and what is only measured mentions
// nobody.
func (k *Composer) Later(build func() *Box) *Box {
	headed := maps.Clone(k.Headed)
	b := build()
	k.Headed = headed
	return &Box{H: b.H, Base: b.Base, Draw: func(c *Canvas, x, y scene.Pt) { build().Draw(c, x, y) }}
}

// Rule is a horizontal hairline.
func Rule(x, y, w, weight scene.Pt, c scene.Color) *scene.Shape {
	return &scene.Shape{Path: scene.LinePath(scene.Point{X: x, Y: y}, scene.Point{X: x + w, Y: y}), Stroke: scene.Stroke{Color: c, Width: weight}}
}

// Fill is a filled frame.
func Fill(r scene.Rect, c scene.Color) *scene.Shape {
	return &scene.Shape{Path: scene.RectPath(r), Fill: scene.Paint{Color: c}}
}

// ChartStyle is how charts are drawn in the medium at hand.
func (k *Composer) ChartStyle() charts.Style {
	return charts.Style{Look: k.Look, Fonts: k.Fonts, Medium: k.medium, Proof: k.CellProof}
}
