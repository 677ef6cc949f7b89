package distribute

import (
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"

	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// fit sets what a place says to a recipient in as many lines as it has. Where name and organisation are too long for them, their end gives way: date and
// number always stand.
func (b *Base) fit(t *scene.Text, r Recipient) typeset.Block {
	to := []rune(r.printed(b.deck.Meta.Language))
	st := styleOf(t)
	try := func(n int) typeset.Block {
		short := string(to[:n])
		if n < len(to) {
			short = strings.TrimRightFunc(short, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) }) + "…"
		}
		said := strings.NewReplacer(scene.CopyTo, short, scene.CopyNumber, strconv.Itoa(r.Copy)).Replace(t.Copy)
		return b.faces.Set([]scene.Span{{Text: said, Style: st}}, typeset.Options{Width: t.Frame.W})
	}
	fits := func(n int) bool {
		set := try(n)
		return len(set.Lines) <= len(t.Lines) && set.Width <= t.Frame.W && !set.Shrunk
	}
	n := len(to)
	if !fits(n) {
		n = sort.Search(n, func(n int) bool { return !fits(n) }) - 1
	}
	return try(max(n, 0))
}

// across sets the recipient's name as large as the page's diagonal has room for it.
func (b *Base) across(r Recipient) []scene.Line {
	st := styleOf(b.stamps[0].places[0].Text)
	size := b.deck.Size
	room := 0.8 * scene.Pt(math.Hypot(float64(size.W), float64(size.H)))
	said := r.printed(b.deck.Meta.Language)
	for st.Size = largestAcross; ; st.Size -= 2 {
		set := b.faces.Set([]scene.Span{{Text: said, Style: st}}, typeset.Options{Break: typeset.NoBreak})
		if set.Width <= room || st.Size <= 10 {
			return set.Place(-set.Width/2, size.H+0.35*st.Size) // around the origin of the page as PDF has it
		}
	}
}

// largestAcross is the size of a short name across a page.
const largestAcross scene.Pt = 60

// printed is whom a copy names: its recipient, and his organisation.
func (r Recipient) printed(language string) string {
	language, _, _ = strings.Cut(language, "-")
	parts := slices.DeleteFunc([]string{clean(r.Name), clean(r.Org)}, func(s string) bool { return s == "" })
	return strings.Join(parts, words.For(language).Marks.Comma)
}

// clean makes one line of a name: what only steers a terminal or the direction of text is not printed. The two joiners, which scripts
// are written with, stay, as lists of recipients keep them: whether a face can draw what they join, Missing says.
func clean(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case r == 0x200c, r == 0x200d:
			return r
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, s)), " ")
}

// Missing are the characters of a name that no face draws. A copy for him cannot be made.
func (b *Base) Missing(name string) (out []rune) {
	b.typing.Lock()
	defer b.typing.Unlock()
	b.faces.Missing(clean(name), func(_ int, r rune) {
		if !slices.Contains(out, r) {
			out = append(out, r)
		}
	})
	return out
}
