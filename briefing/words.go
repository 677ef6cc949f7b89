package briefing

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/outline"
	"roadshow/typeset"
)

// words is a scalar printed as it is, figures filled in their label form.
func (r *resolver) words(n *outline.Node) string {
	if n == nil || n.Null {
		return ""
	}
	words, figures := r.expand(n, labelForm)
	if len(figures) == 1 && figures[0].to-figures[0].from == len(words) {
		r.alone(n, figures[0].figure)
	}
	return typeset.Smart(fold(words, r.b.Language), r.b.Tag)
}

// verbatim folds white space and sets curly marks; the words stay as the source has them.
func (r *resolver) verbatim(n *outline.Node) string {
	return typeset.Quotes(fold(r.unfold(n, n.Text, 0), r.b.Language), r.b.Tag)
}

// form says how a figure is printed where its reference does not say.
type form uint8

const (
	proseForm form = iota
	labelForm
)

// placed is where in words a figure was filled in.
type placed struct {
	from, to int // bytes
	figure   *Figure
}

// expand fills in figures, and says where.
func (r *resolver) expand(n *outline.Node, how form) (words string, figures []placed) {
	s := n.Text
	if !strings.Contains(s, "$") {
		return r.unfold(n, s, 0), nil
	}
	var b strings.Builder
	last := 0
	for _, ref := range outline.References(s) {
		between := strings.ReplaceAll(r.unfold(n, s[last:ref.From], last), "$$", "$")
		if last > 0 {
			between = r.seam(b.String(), between)
		}
		b.WriteString(between)
		last = ref.To
		if printed, f, ok := r.named(ref, n, how); ok {
			if so := b.String(); r.seam(so, " "+printed) == printed {
				b.Reset()
				b.WriteString(strings.TrimRight(so, " "))
			}
			b.WriteString(printed)
			if f != nil {
				figures = append(figures, placed{b.Len() - len(printed), b.Len(), f})
			}
		}
	}
	rest := strings.ReplaceAll(r.unfold(n, s[last:], last), "$$", "$")
	if last > 0 {
		rest = r.seam(b.String(), rest)
	}
	b.WriteString(rest)
	return b.String(), figures
}

// seam is what follows some words, without the space that would part two Chinese letters: authors type one around a figure
// and cannot see what the figure begins and ends with.
func (r *resolver) seam(before, after string) string {
	a, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " "))
	z, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " "))
	if r.b.Language == "zh" && isHan(a) && isHan(z) {
		return strings.TrimLeft(after, " ")
	}
	return after
}

// print is a figure as words.
func (r *resolver) print(f *Figure, suffix string, how form) string {
	v := f.Value
	switch suffix {
	case "low":
		v = v.Low()
	case "high":
		v = v.High()
	case "short":
		how = labelForm
	}
	if how == labelForm { // nothing beside these words names the unit
		return v.Whole(r.b.Format)
	}
	return v.Prose(r.b.Format)
}

// fold makes one line of several and one space of several. No-break and thin spaces mean something and stay.
func fold(s string, lang string) string {
	plain := true
	for i := 0; i < len(s) && plain; i++ {
		plain = !isBlank(s[i]) || s[i] == ' ' && i > 0 && i < len(s)-1 && s[i+1] != ' '
	}
	if plain {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if !isBlank(s[i]) {
			b.WriteByte(s[i])
			i++
			continue
		}
		from, breaks := i, false
		for ; i < len(s) && isBlank(s[i]); i++ {
			breaks = breaks || s[i] == '\n' || s[i] == '\r'
		}
		if from > 0 && i < len(s) && !(breaks && joined(s[:from], s[i:], lang)) {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// joined says that a line break between two stretches of words stands for nothing: Chinese has no spaces between words, and
// the gap beside a Latin word is the typesetter's.
func joined(before, after, lang string) bool {
	a, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, " \t\r\n*_"))
	z, _ := utf8.DecodeRuneInString(strings.TrimLeft(after, " \t\r\n*_"))
	switch {
	case isHan(a) && isHan(z), isHanMark(a), isHanMark(z):
		return true
	}
	return lang == "zh" && (isHan(a) || isHan(z))
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// isHanMark says that the character is full-width punctuation, which brings its own room.
func isHanMark(r rune) bool { return r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFF65 }

// unfold takes away the spaces that YAML made of line breaks between Chinese characters, in the stretch of a node's text
// that begins at a byte. Spaces that the author typed stay.
func (r *resolver) unfold(n *outline.Node, s string, at int) string {
	if n.At.EndLine <= n.At.Line || !strings.Contains(s, " ") {
		return s
	}
	var b []byte
	done := 0
	for i := 0; i < len(s); i++ {
		if p := at + i; s[i] == ' ' && joined(n.Text[:p], n.Text[p+1:], r.b.Language) && n.Pos(p).Line < n.Pos(p+1).Line {
			b = append(b, s[done:i]...)
			done = i + 1
		}
	}
	if done == 0 {
		return s
	}
	return string(append(b, s[done:]...))
}
