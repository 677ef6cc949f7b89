package pptx

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/scene"
)

// para is a paragraph with its words joined again, and what its lines say of its measures.
type para struct {
	runs    []scene.Run  // neighbours that look alike are one; line ends are blanks, or nothing where words were divided
	breaks  map[int]bool // runs before which the author ended a line
	ends    map[int]bool // lines that the author ended
	marker  string
	left    scene.Pt // where the words' lines begin
	first   scene.Pt // where the first line begins, its marker included
	leading scene.Pt
	before  scene.Pt // free space above
	lines   []scene.Line
}

// parasOf joins the lines of a text.
func parasOf(t *scene.Text) (list []para) {
	for i := 0; i < len(t.Lines); {
		n := i
		for n < len(t.Lines) && t.Lines[n].Para == t.Lines[i].Para {
			n++
		}
		source := scene.Para{}
		if k := t.Lines[i].Para; k >= 0 && k < len(t.Paras) {
			source = t.Paras[k]
		}
		p := joined(t.Lines[i:n], source)
		if len(list) > 0 {
			// Lines stand as far apart as the paragraph's leading says; what is more stands above it.
			p.before = max(0, t.Lines[i].Baseline-t.Lines[i-1].Baseline-p.leading)
		}
		if len(p.runs) > 0 {
			list = append(list, p)
		}
		i = n
	}
	return list
}

func joined(lines []scene.Line, source scene.Para) para {
	p := para{lines: slices.Clone(lines)}
	size := scene.Pt(0)
	for _, sp := range source.Spans {
		p.leading, size = max(p.leading, sp.Style.Leading), max(size, sp.Style.Size)
	}
	if first := &p.lines[0]; source.Marker != "" {
		p.first = first.X()
		p.marker, first.Runs = cutMarker(first.Runs, source.Marker)
	}
	p.ends = hardEnds(p.lines, source)
	p.left = math.MaxInt32
	for i := range p.lines {
		l := &p.lines[i]
		for _, r := range l.Runs {
			size = max(size, r.Size)
		}
		if len(l.Runs) > 0 && (i > 0 || len(p.lines) == 1 || !hangs(p.lines)) {
			p.left = min(p.left, l.X())
		}
	}
	p.join()
	if p.marker == "" {
		p.first = p.lines[0].X()
		if !hangs(p.lines) {
			p.first = p.left
		}
	}
	if n := len(p.lines); n > 1 {
		p.leading = (p.lines[n-1].Baseline - p.lines[0].Baseline) / scene.Pt(n-1)
	}
	if p.leading <= 0 {
		p.leading = 1.2 * size
	}
	return p
}

// join makes the paragraph's runs of its lines.
func (p *para) join() {
	p.runs, p.breaks = nil, map[int]bool{}
	for i := range p.lines {
		l := &p.lines[i]
		for k, r := range l.Runs {
			if l.Hyphen && k == len(l.Runs)-1 && i < len(p.lines)-1 {
				_, n := utf8.DecodeLastRuneInString(r.Text)
				r.Text = r.Text[:len(r.Text)-n]
			}
			p.add(r)
		}
		if i == len(p.lines)-1 || len(p.runs) == 0 {
			continue
		}
		if p.ends[i] {
			p.breaks[len(p.runs)] = true
		} else if last := &p.runs[len(p.runs)-1]; l.Soft && !strings.HasSuffix(last.Text, " ") {
			last.Text += " "
		}
	}
}

// divided says that a line ends within a word. Office programs have their own mind about that, so the words flow as they may.
func divided(paras []para) bool {
	return slices.ContainsFunc(paras, func(p para) bool {
		return slices.ContainsFunc(p.lines, func(l scene.Line) bool { return l.Hyphen })
	})
}

// hold keeps lines that would take another word in a box of this width from it: the first words of the next line are held together,
// as many as have no room.
func (p *para) hold(align scene.Align, left, w scene.Pt) {
	for k := 0; k+1 < len(p.lines); k++ {
		l, after := &p.lines[k], &p.lines[k+1]
		if !l.Soft || p.ends[k] {
			continue
		}
		from := p.left
		if k == 0 && p.marker == "" {
			from = p.first
		}
		if align != scene.Left {
			from = left
		}
		room := w - (from - left) - (l.Right() - l.X())
		for n := 1; next(l, after) < 1.02*room && n < 4; n++ {
			if !glue(after) {
				break
			}
		}
	}
	p.join()
}

// glue holds the first word of a line to the second.
func glue(l *scene.Line) bool {
	for i := range l.Runs {
		if at := strings.IndexByte(l.Runs[i].Text, ' '); at >= 0 {
			l.Runs = slices.Clone(l.Runs)
			l.Runs[i].Text = l.Runs[i].Text[:at] + "\u00A0" + l.Runs[i].Text[at+1:]
			return true
		}
	}
	return false
}

// hangs says that the first of several lines begins with a quotation mark that stands outside of the others.
func hangs(lines []scene.Line) bool {
	if len(lines) < 2 || len(lines[0].Runs) == 0 || len(lines[1].Runs) == 0 {
		return false
	}
	r, _ := utf8.DecodeRuneInString(lines[0].Runs[0].Text)
	return strings.ContainsRune("“”„‘’‚«»‹›\"'", r) && lines[0].X() < lines[1].X()-0.5
}

// cutMarker parts the mark of a list's item from its words.
func cutMarker(runs []scene.Run, marker string) (string, []scene.Run) {
	words := ""
	for i, r := range runs {
		if words += r.Text; words == marker {
			return marker, runs[i+1:]
		}
		if !strings.HasPrefix(marker, words) {
			break
		}
	}
	return "", runs
}

// hardEnds says which lines end where the author ended them.
func hardEnds(lines []scene.Line, source scene.Para) map[int]bool {
	text, ends := []rune(source.Words()), map[int]bool{}
	if !slices.Contains(text, '\n') {
		return nil
	}
	at := 0
	for i := range lines {
		for _, r := range lines[i].Runs {
			at += utf8.RuneCountInString(r.Text)
		}
		if lines[i].Hyphen {
			at--
		}
		for at < len(text) && unicode.IsSpace(text[at]) {
			ends[i] = ends[i] || text[at] == '\n'
			at++
		}
	}
	return ends
}

// add appends a run, to the one before where they look alike.
func (p *para) add(r scene.Run) {
	if n := len(p.runs); n > 0 && !p.breaks[n] {
		last := &p.runs[n-1]
		if last.Font == r.Font && last.Size == r.Size && last.Color == r.Color && last.Tracking == r.Tracking && last.Rise == r.Rise && last.Link == r.Link {
			last.Text += r.Text
			return
		}
	}
	if r.Text != "" {
		r.Adv = nil
		p.runs = append(p.runs, r)
	}
}

// measure is how wide a box must be for its lines to break where they were broken, and for none to break where none was: between
// the widest line and the narrowest that would take another word. ok says that there is such a width; lo is the widest line.
func measure(t *scene.Text, paras []para, left scene.Pt) (w, lo scene.Pt, ok bool) {
	hi := scene.Pt(math.Inf(1))
	for i := range paras {
		p := &paras[i]
		for k := range p.lines {
			l := &p.lines[k]
			from := p.left
			if k == 0 && p.marker == "" {
				from = p.first
			}
			if t.Align != scene.Left {
				from = left
			}
			width := l.Right() - l.X()
			lo = max(lo, from-left+width)
			if k+1 < len(p.lines) {
				hi = min(hi, from-left+width+next(l, &p.lines[k+1]))
			}
		}
	}
	if math.IsInf(float64(hi), 1) {
		return lo, lo, true
	}
	return scene.Pt(math.Sqrt(float64(lo * hi))), lo, lo < hi
}

// next is how much wider a line would be with the first word of the next.
func next(l, after *scene.Line) (w scene.Pt) {
	if len(l.Runs) > 0 && l.Soft {
		w = blank(&l.Runs[len(l.Runs)-1])
	}
	first := true
	for i := range after.Runs {
		r := &after.Runs[i]
		k := 0
		for _, c := range r.Text {
			if !first && (c == ' ' || isHan(c)) {
				return w
			}
			if k < len(r.Adv) {
				w += scene.Pt(r.Adv[k])*r.Size/1000 + r.Tracking
			}
			k++
			if c == '-' || c == '–' || c == '—' || isHan(c) {
				return w
			}
			first = false
		}
	}
	return w
}

// blank is the width of a word space in a run: its own, where it has one.
func blank(r *scene.Run) scene.Pt {
	k := 0
	for _, c := range r.Text {
		if c == ' ' && k < len(r.Adv) {
			return scene.Pt(r.Adv[k])*r.Size/1000 + r.Tracking
		}
		k++
	}
	return 0.25*r.Size + r.Tracking
}

func isHan(r rune) bool {
	return r >= 0x2E80 && r <= 0x9FFF || r >= 0xF900 && r <= 0xFAFF || r >= 0x20000
}
