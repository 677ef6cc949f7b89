package html

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"roadshow/render/truetype"
	"roadshow/scene"
)

// block is a paragraph as the scene has set it: its lines, and where they stand.
type block struct {
	text  *scene.Text
	lines []scene.Line
	base  style    // of most of its words
	at    scene.Pt // left edge
	width scene.Pt

	pieces [][]scene.Piece // of each line, where spans must be told apart
	spans  []scene.Span
	stops  string // the proof at which the line before ended
}

// blocks parts a text into its paragraphs.
func (w *writer) blocks(t *scene.Text) []block {
	var list []block
	for i := 0; i < len(t.Lines); {
		to := i + 1
		for to < len(t.Lines) && t.Lines[to].Para == t.Lines[i].Para {
			to++
		}
		if b := (block{text: t, lines: t.Lines[i:to]}); b.measure() {
			list = append(list, b)
		}
		i = to
	}
	return list
}

// measure finds the box and the base style; a block without words has none.
func (b *block) measure() bool {
	left, right := scene.Pt(math.Inf(1)), scene.Pt(math.Inf(-1))
	weight := map[style]int{}
	most, raised := 0, true
	for i := range b.lines {
		for k := range b.lines[i].Runs {
			r := &b.lines[i].Runs[k]
			left, right = min(left, r.X), max(right, r.X+r.Width)
			s := styleOf(r)
			weight[s] += utf8.RuneCountInString(r.Text)
			if n := weight[s]; n > 0 && (raised && r.Rise == 0 || n > most && raised == (r.Rise != 0)) {
				b.base, most, raised = s, n, r.Rise != 0
			}
		}
	}
	if most == 0 {
		return false
	}
	b.at, b.width = left, right-left
	b.base.line = b.leading()
	return true
}

// leading is the distance of most lines; of a single one, what its style says.
func (b *block) leading() scene.Pt {
	if n := len(b.lines); n > 1 {
		return round((b.lines[n-1].Baseline-b.lines[n-2].Baseline)*unit) / unit
	}
	if at := b.lines[0].Para; at >= 0 && at < len(b.text.Paras) {
		for _, s := range b.text.Paras[at].Spans {
			if s.Style.Leading > 0 {
				return round(s.Style.Leading*unit) / unit
			}
		}
	}
	return round(b.base.size*1.2*unit) / unit
}

func round(v scene.Pt) scene.Pt { return scene.Pt(math.Round(float64(v))) }

func styleOf(r *scene.Run) style {
	return style{font: r.Font, size: r.Size, tracking: r.Tracking, color: r.Color}
}

// top is where a line box must begin so that its words stand on a baseline. Browsers round the heights of a face to whole pixels
// and put half of what a line has beyond them above it.
func (s *style) top(baseline scene.Pt) scene.Pt {
	up, down := round(s.size*unit*ascent/1000), round(s.size*unit*descent/1000)
	half := scene.Pt(math.Floor(float64(s.line*unit-up-down) / 2))
	return baseline - (up+half)/unit
}

// place writes a block at its place on the slide.
func (w *writer) place(b *block, tag, more string) error {
	lines := ""
	if len(b.lines) > 1 {
		lines = " m"
	}
	w.raw("<", tag, more, ` class="`, w.class(b.base), lines, `" style="left:`, px(b.at), ";top:", px(b.base.top(b.lines[0].Baseline)))
	if len(b.lines) > 1 {
		w.raw(";width:", px(b.width))
	}
	w.raw(`">`)
	b.find()
	whole := w.wholly(b)
	if whole != "" {
		b.pieces = nil
		w.raw(`<a class="pf" href="#`, whole, `" aria-describedby="`, whole, `">`)
	}
	err := w.lines(b)
	if whole != "" {
		w.raw("</a>")
	}
	w.raw("</", tag, ">\n")
	return err
}

// find finds the spans of a block's words where one of them has a proof or a marker stands before them.
func (b *block) find() {
	p := b.lines[0].Para
	if p < 0 || p >= len(b.text.Paras) {
		return
	}
	para := &b.text.Paras[p]
	if para.Marker == "" && !slices.ContainsFunc(para.Spans, func(s scene.Span) bool { return s.Proof > 0 }) {
		return
	}
	all := b.text.Pieces()
	for i := range b.text.Lines {
		if &b.text.Lines[i] == &b.lines[0] {
			b.pieces, b.spans = all[i:i+len(b.lines)], para.Spans
		}
	}
}

// wholly is the id of the proof that all words of a block have, such as those of a quotation; "" where they have not.
func (w *writer) wholly(b *block) string {
	n := 0
	for i := range b.pieces {
		for _, p := range b.pieces[i] {
			if p.Span < 0 && b.hyphen(i, &p) {
				continue
			}
			if p.Span < 0 || b.lines[i].Runs[p.Run].Link != "" {
				return ""
			}
			s := &b.spans[p.Span]
			if strings.TrimSpace(s.Text) == "" {
				continue
			}
			if s.Proof == 0 || n != 0 && s.Proof != n {
				return ""
			}
			n = s.Proof
		}
	}
	return w.proof(n)
}

// hyphen says that a piece is the mark of a divided word.
func (b *block) hyphen(line int, p *scene.Piece) bool {
	l := &b.lines[line]
	return l.Hyphen && p.Run == len(l.Runs)-1 && p.To == len(l.Runs[p.Run].Text)
}

// lines writes each measured line as a box of its own that fills the block's width, with a plain blank between two where the
// sentence has one: selected and copied, they are one sentence.
func (w *writer) lines(b *block) error {
	for i := range b.lines {
		l := &b.lines[i]
		if len(b.lines) > 1 {
			w.raw("<span class=l")
			how := ""
			if i > 0 {
				if more := l.Baseline - b.lines[i-1].Baseline - b.base.line; more > 0.02 || more < -0.02 {
					how = "margin-top:" + px(more)
				}
			}
			if how != "" {
				w.raw(` style="`, how, `"`)
			}
			w.raw(">")
		}
		if err := w.runs(b, i); err != nil {
			return fmt.Errorf("%s, line %d: %w", scene.Name(b.text), i+1, err)
		}
		if len(b.lines) > 1 {
			w.raw("</span>")
			if l.Soft && i+1 < len(b.lines) {
				w.raw(" ")
			}
		}
	}
	return nil
}

// gap is what two stretches may lie apart without being moved.
const gap = 0.02

// bit is a stretch of a run that leads to one place, or is proved by one proof.
type bit struct {
	words  string
	proof  string // id
	marker bool   // the mark of an item, which is drawn and not read
	within bool   // the run began before it
}

// bits parts the words of a run where what proves them changes.
func (w *writer) bits(b *block, line, run int, words string) (list []bit) {
	if b.pieces == nil {
		return []bit{{words: words}}
	}
	for _, p := range b.pieces[line] {
		if p.Run != run || p.From >= len(words) {
			continue
		}
		k := bit{words: words[p.From:min(p.To, len(words))], within: len(list) > 0}
		switch {
		case p.Span >= 0 && b.lines[line].Runs[run].Link == "":
			k.proof = w.proof(b.spans[p.Span].Proof)
		case p.Span < 0 && line == 0 && listTag(b.text.Paras[b.lines[0].Para].Marker) == "ul":
			k.marker = true
		}
		if n := len(list); n > 0 && list[n-1].proof == k.proof && list[n-1].marker == k.marker {
			list[n-1].words += k.words
		} else {
			list = append(list, k)
		}
	}
	return list
}

func (w *writer) runs(b *block, line int) error {
	l := &b.lines[line]
	at := b.at
	last := -1
	for i := range l.Runs {
		if l.Runs[i].Text != "" {
			last = i
		}
	}
	open, closing := "", "" // link or proof
	enter := func(link, proof string) {
		if link+proof == open {
			return
		}
		w.raw(closing)
		open, closing = link+proof, ""
		switch {
		case link != "" && w.anchor(link):
			closing = "</a>"
		case link == "" && proof != "":
			if b.stops == proof { // it goes on from the line above, where the keyboard stops
				w.raw(`<span class="pf" data-p="`, proof, `">`)
				closing = "</span>"
				break
			}
			b.stops = proof
			w.raw(`<a class="pf" href="#`, proof, `" aria-describedby="`, proof, `">`)
			closing = "</a>"
		}
	}
	for i := range l.Runs {
		r := &l.Runs[i]
		if r.Text == "" {
			continue
		}
		if err := w.faces.run(r); err != nil {
			return err
		}
		s := styleOf(r)
		base := b.base
		base.line = 0
		move := r.X - at
		at = r.X + r.Width
		words, hyphen := r.Text, l.Hyphen && i == last
		if hyphen {
			_, size := utf8.DecodeLastRuneInString(words)
			words = words[:len(words)-size]
		}
		lang := r.Lang(w.meta.Language)
		if b.text.Lang != "" {
			lang = ""
		}
		bits := w.bits(b, line, i, words)
		for k := range bits {
			bit := &bits[k]
			enter(r.Link, bit.proof)
			if bit.proof == "" && strings.TrimSpace(bit.words) != "" {
				b.stops = ""
			}
			how := ""
			if !bit.within && (move > gap || move < -gap) {
				how += "margin-left:" + px(move)
			}
			if r.Rise != 0 {
				how += ";top:" + px(-r.Rise)
			}
			plain := how == "" && s == base && lang == "" && !bit.marker
			if !plain {
				w.raw("<span")
				if bit.marker {
					w.raw(` aria-hidden="true"`)
				}
				if lang != "" {
					w.raw(` lang="`, lang, `"`)
				}
				class := ""
				if s != base {
					class = w.class(s)
				}
				if r.Rise != 0 {
					class = strings.TrimSpace(class + " u")
				}
				if class != "" {
					w.raw(` class="`, class, `"`)
				}
				if how != "" {
					w.raw(` style="`, strings.TrimPrefix(how, ";"), `"`)
				}
				w.raw(">")
			}
			w.say(seen(bit.words))
			if hyphen && k == len(bits)-1 {
				w.raw("<span class=y></span>")
			}
			if !plain {
				w.raw("</span>")
			}
		}
	}
	w.raw(closing)
	return nil
}

// seen is a run's words without the characters that only steer its breaking.
func seen(s string) string {
	if strings.IndexFunc(s, truetype.Invisible) < 0 {
		return s
	}
	return strings.Map(func(r rune) rune {
		if truetype.Invisible(r) {
			return -1
		}
		return r
	}, s)
}

// anchor opens a link, unless it leads nowhere.
func (w *writer) anchor(link string) bool {
	if id, inner := strings.CutPrefix(link, "#"); inner {
		to, ok := w.links[id]
		if !ok {
			return false
		}
		w.raw("<a")
		if strings.HasPrefix(link, backLink) {
			w.raw(` role="doc-backlink"`)
		}
		w.attr("href", "#"+to)
		w.raw(">")
		return true
	}
	if scene.WebAddress(link) != nil {
		return false
	}
	w.raw("<a")
	w.attr("href", link)
	w.raw(` target="_blank" rel="noopener noreferrer">`)
	return true
}
