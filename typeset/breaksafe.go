package typeset

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"roadshow/scene"
)

// BreakSafe is a width at which an editor, which fills each line with what fits, breaks a text where its lines break: √(widest line ×
// narrowest line with the word that follows it), as far from either as can be. It is measured from the text's edge: the frame's left,
// for words at the right its right, around its middle for centred ones. ok says whether there is such a width; where there is none, or
// where no line follows another, it is the frame's.
func BreakSafe(t *scene.Text) (width scene.Pt, ok bool) {
	var hard []bool
	for i := range t.Paras {
		hard = append(hard, typedEnds(t, i)...)
	}
	least, next := scene.Pt(0), scene.Pt(math.Inf(1))
	for i, l := range t.Lines {
		least = max(least, reachOf(t, l))
		if i+1 == len(t.Lines) || t.Lines[i+1].Para != l.Para || i >= len(hard) || hard[i] || len(l.Runs) == 0 {
			continue
		}
		if l.Hyphen {
			return t.Frame.W, false
		}
		unit, parted := firstUnit(l, t.Lines[i+1])
		if !parted {
			return t.Frame.W, false
		}
		next = min(next, reachOf(t, l)+gapBehind(t, l)+unit)
	}
	switch {
	case math.IsInf(float64(next), 1):
		return t.Frame.W, true
	case next <= least+2*slack:
		return t.Frame.W, false
	}
	return scene.Pt(math.Sqrt(float64(least * next))), true
}

// reachOf is how far a line reaches from its text's edge.
func reachOf(t *scene.Text, l scene.Line) scene.Pt {
	if t.Align == scene.Left {
		return l.Right() - t.Frame.X
	}
	return l.Right() - l.X()
}

// gapBehind is the width of the space for which a line's end stands.
func gapBehind(t *scene.Text, l scene.Line) scene.Pt {
	if !l.Soft {
		return 0
	}
	last := &l.Runs[len(l.Runs)-1]
	adv := scene.Pt(250)
	for _, other := range t.Lines {
		for i := range other.Runs {
			if r := &other.Runs[i]; r.Font == last.Font {
				at := 0
				for _, c := range r.Text {
					if c == ' ' && at < len(r.Adv) {
						return scene.Pt(r.Adv[at])*last.Size/1000 + last.Tracking
					}
					at++
				}
			}
		}
	}
	return adv*last.Size/1000 + last.Tracking
}

// firstUnit is the width of what an editor takes from the beginning of a line to the one before, up to where it may break; parted says
// whether it breaks between the two lines at all.
func firstUnit(l, next scene.Line) (width scene.Pt, parted bool) {
	var chars []rune
	var advs []scene.Pt
	for i := range next.Runs {
		r := &next.Runs[i]
		at := 0
		for _, c := range r.Text {
			adv := r.Tracking
			if at < len(r.Adv) {
				adv += scene.Pt(r.Adv[at]) * r.Size / 1000
			}
			chars, advs = append(chars, c), append(advs, adv)
			at++
		}
	}
	var before []rune
	for _, r := range l.Runs {
		before = append(before, []rune(r.Text)...)
	}
	if l.Soft {
		before = append(before, ' ')
	}
	var words segmenter.Segmenter
	words.Init(append(before, chars...))
	whole := true // the line is of one word, up to the cut that no line holds otherwise
	for it := words.LineIterator(); it.Next(); {
		line := it.Line()
		end := line.Offset + len(line.Text) - len(before)
		parted, whole = parted || end == 0, whole && end >= 0
		if end > 0 {
			if !parted && whole {
				return advs[0], true
			}
			for end > 0 && isSpace(chars[end-1]) {
				end--
			}
			for _, adv := range advs[:end] {
				width += adv
			}
			return width, parted
		}
	}
	return 0, false
}

// typedEnds says of each line of a paragraph whether it ends where the author ended it.
func typedEnds(t *scene.Text, para int) (out []bool) {
	var b strings.Builder
	for _, sp := range t.Paras[para].Spans {
		b.WriteString(sp.Text)
	}
	text := b.String()
	first := true
	for _, l := range t.Lines {
		if l.Para != para {
			continue
		}
		runs := l.Runs
		if first && t.Paras[para].Marker != "" {
			for mark := t.Paras[para].Marker; mark != "" && len(runs) > 0 && strings.HasPrefix(mark, runs[0].Text); runs = runs[1:] {
				mark = mark[len(runs[0].Text):]
			}
		}
		first = false
		inked := 0
		for _, r := range runs {
			for _, c := range r.Text {
				if !isBlank(c) {
					inked++
				}
			}
		}
		if l.Hyphen {
			inked--
		}
		hard := false
		for inked > 0 && text != "" {
			c, n := utf8.DecodeRuneInString(text)
			text = text[n:]
			if !isBlank(c) {
				inked--
			}
		}
		for text != "" {
			c, n := utf8.DecodeRuneInString(text)
			if !isBlank(c) {
				break
			}
			hard = hard || c == '\n'
			text = text[n:]
		}
		out = append(out, hard)
	}
	return out
}

// isBlank says that a character leaves no ink.
func isBlank(r rune) bool { return isSpace(asSpace(r)) }
