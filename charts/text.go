package charts

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/scene"
	"roadshow/typeset"
)

// apart is what stays free between two texts on one line.
const apart scene.Pt = 6

// width is the drawn width of words on one line.
func (p *plot) width(s string, st scene.Style) scene.Pt {
	if s == "" {
		return 0
	}
	return p.st.Fonts.Width(s, st)
}

// box is the frame that the geometry check gives a line of text.
func box(x, baseline, w, size scene.Pt) scene.Rect {
	return scene.Rect{X: x, Y: baseline - 0.70*size, W: w, H: 0.90 * size}
}

// lines is a label broken into lines, not yet placed.
type lines struct {
	block typeset.Block
	style scene.Style
	w     scene.Pt
}

// h is the height from the first line's box to the last line's.
func (t lines) h() scene.Pt {
	return 0.90*t.style.Size + scene.Pt(max(0, len(t.block.Lines)-1))*t.style.Leading
}

func (t lines) count() int { return len(t.block.Lines) }

// wordWidth is the width of the longest stretch that no line may break: words, parts of hyphenated words, single Han
// characters.
func (p *plot) wordWidth(s string, st scene.Style) scene.Pt {
	var w scene.Pt
	from := 0
	flush := func(to int) {
		if to > from {
			w = max(w, p.width(s[from:to], st))
		}
	}
	for i, r := range s {
		switch {
		case unicode.IsSpace(r):
			flush(i)
			from = i + utf8.RuneLen(r)
		case unicode.Is(unicode.Han, r):
			flush(i)
			from = i
		case r == '-' || r == '–' || r == '/':
			flush(i + utf8.RuneLen(r))
			from = i + utf8.RuneLen(r)
		}
	}
	flush(len(s))
	return w
}

// left is the left edge of the lines in the block's own coordinates.
func (t lines) left() scene.Pt {
	x := t.block.Lines[0].X()
	for _, l := range t.block.Lines[1:] {
		x = min(x, l.X())
	}
	return x
}

// newLines measures a set block.
func newLines(b typeset.Block, st scene.Style) lines {
	t := lines{block: b, style: st}
	if len(b.Lines) == 0 {
		return t
	}
	left := t.left()
	for _, l := range b.Lines {
		t.w = max(t.w, l.Right()-left)
	}
	return t
}

// wrap breaks words at a width, evenly.
func (p *plot) wrap(s string, st scene.Style, width scene.Pt, a scene.Align) lines {
	b := p.st.Fonts.Set([]scene.Span{{Text: s, Style: st}}, typeset.Options{Width: max(width, 1), Break: typeset.Balanced, Align: a})
	return newLines(b, st)
}

// place puts broken lines on the page: top is the upper edge of the first line's box, x the left edge, the middle or the
// right edge of the measure as the alignment says. The words are kept inside the frame.
func (p *plot) place(t lines, x, top scene.Pt, a scene.Align) scene.Rect {
	if len(t.block.Lines) == 0 {
		return scene.Rect{}
	}
	switch a {
	case scene.Center:
		x -= t.w / 2
	case scene.Right:
		x -= t.w
	}
	r := p.within(scene.Rect{X: x, Y: top, W: t.w, H: t.h()})
	item := &scene.Text{Role: scene.RoleLabel, Paras: t.block.Paras, Align: a,
		Lines: t.block.Place(r.X-t.left(), r.Y+0.70*t.style.Size-t.block.Lines[0].Baseline),
		Frame: scene.Rect{X: r.X, Y: r.Y - 0.1*t.style.Size, W: r.W, H: r.H + 0.15*t.style.Size}}
	for _, l := range item.Lines {
		if len(l.Runs) > 0 {
			p.boxes = append(p.boxes, box(l.X(), l.Baseline, l.Right()-l.X(), t.style.Size))
		}
	}
	p.words = append(p.words, item)
	return r
}

// within moves a frame into the plot's frame.
func (p *plot) within(r scene.Rect) scene.Rect {
	r.X = max(min(r.X, p.frame.Right()-r.W), p.frame.X)
	r.Y = max(min(r.Y, p.frame.Bottom()-r.H), p.frame.Y)
	return r
}

// say puts one line of words at a baseline.
func (p *plot) say(s string, st scene.Style, x, baseline scene.Pt, a scene.Align) scene.Rect {
	if s == "" {
		return scene.Rect{}
	}
	return p.spans([]scene.Span{{Text: s, Style: st}}, x, baseline, a)
}

// spans puts one line of words in several styles at a baseline; the largest of them sets the frame.
func (p *plot) spans(ss []scene.Span, x, baseline scene.Pt, a scene.Align) scene.Rect {
	size := ss[0].Style.Size
	style := ss[0].Style
	for _, s := range ss[1:] {
		if s.Style.Size > size {
			size, style = s.Style.Size, s.Style
		}
	}
	b := p.st.Fonts.Set(ss, typeset.Options{Break: typeset.NoBreak})
	return p.place(newLines(b, style), x, baseline-0.70*size, a)
}

// tag prints a value at its mark when it meets no other words there, smaller if it must; a value without room is counted
// and left to the axis and the data table.
func (p *plot) tag(s string, st scene.Style, x, baseline scene.Pt, a scene.Align) scene.Rect {
	return p.tagWhere(p.free, s, st, x, baseline, a)
}

// tagClear is tag for words that must not stand on marks either.
func (p *plot) tagClear(s string, st scene.Style, x, baseline scene.Pt, a scene.Align) scene.Rect {
	return p.tagWhere(p.clear, s, st, x, baseline, a)
}

func (p *plot) tagWhere(ok func(scene.Rect) bool, s string, st scene.Style, x, baseline scene.Pt, a scene.Align) scene.Rect {
	if s == "" {
		return scene.Rect{}
	}
	narrow := condensed(st)
	for _, t := range []scene.Style{st, narrow, narrow.At(max(p.z.least, min(narrow.Size, p.z.data[3].Size)*0.94), narrow.Leading)} {
		w := p.width(s, t)
		r := box(x, baseline, w, t.Size)
		switch a {
		case scene.Center:
			r.X -= w / 2
		case scene.Right:
			r.X -= w
		}
		if ok(r) {
			return p.say(s, t, x, baseline, a)
		}
	}
	p.unlabelled++
	return scene.Rect{}
}

// offGrid takes the gridlines away from under words.
func (p *plot) offGrid(words scene.Rect) scene.Rect {
	if words.W > 0 {
		fillRect(&p.under, words.Inset(-1.5), p.look.Background)
	}
	return words
}

// offRules is offGrid for words that may stand on a band: there the gridlines stay, because a hole in the band would show.
func (p *plot) offRules(words scene.Rect) {
	if p.spec.Band != nil || slices.ContainsFunc(p.spec.Annotations, func(a Annotation) bool { return a.Kind == "band" || strings.HasPrefix(a.Trend, "bollinger") }) {
		return
	}
	p.offGrid(words)
}

// spacer is a blank as wide as two, to part a value from its name within one text.
func spacer(st scene.Style) scene.Span {
	st.Tracking = 0.35 * st.Size
	return scene.Span{Text: " ", Style: st}
}

// free says that a line of words would stand clear of all words, inside the frame.
func (p *plot) free(r scene.Rect) bool {
	if !p.frame.Inset(-0.01).Contains(r) {
		return false
	}
	near := scene.Rect{X: r.X - apart, Y: r.Y - 0.5, W: r.W + 2*apart, H: r.H + 1}
	for _, b := range p.boxes {
		if near.Overlaps(b) {
			return false
		}
	}
	return true
}

// clear says that a frame meets neither words nor marks.
func (p *plot) clear(r scene.Rect) bool { return p.clearOf(p.solid, r) }

func (p *plot) clearOf(marks []scene.Rect, r scene.Rect) bool {
	if !p.free(r) {
		return false
	}
	for _, m := range marks {
		if r.Overlaps(m) {
			return false
		}
	}
	return true
}

// halo lays the background under words that stand over lines.
func (p *plot) halo(r scene.Rect, size scene.Pt) {
	pad := 0.28 * size
	fillRect(&p.over, r.Inset(-pad/2), p.look.Background)
}
