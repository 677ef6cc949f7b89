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

// fit sets what a place says to a recipient in as many lines as it has. Where name and organisation are too long for them, the longer
// gives way until both are equally long, and then both do: neither is lost, and date and number always stand.
func (b *Base) fit(t *scene.Text, r Recipient) typeset.Block {
	set, _ := b.fitted(t, r)
	return set
}

// fitted says besides what a place prints of name and organisation.
func (b *Base) fitted(t *scene.Text, r Recipient) (set typeset.Block, to string) {
	parts := r.parts()
	st := styleOf(t)
	try := func(n int) (typeset.Block, string) {
		to := strings.Join(shortened(parts, n), words.For(b.deck.Meta.Language).Marks.Comma)
		said := strings.NewReplacer(scene.CopyTo, to, scene.CopyNumber, strconv.Itoa(r.Copy)).Replace(t.Copy)
		return b.faces.Set([]scene.Span{{Text: said, Style: st}}, typeset.Options{Width: t.Frame.W}), to
	}
	fits := func(n int) bool {
		set, to = try(n)
		return len(set.Lines) <= len(t.Lines) && set.Width <= t.Frame.W && !set.Shrunk
	}
	n := 0
	for _, p := range parts {
		n += len(p)
	}
	if fits(n) {
		return set, to
	}
	return try(max(sort.Search(n, func(n int) bool { return !fits(n) })-1, 0))
}

// shortened are parts of at most n letters together: what is shorter than its share leaves the rest to the others.
func shortened(parts [][]rune, n int) (out []string) {
	share := make([]int, len(parts))
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(parts[a]) - len(parts[b]) })
	for i, k := range order {
		share[k] = min(len(parts[k]), n/(len(order)-i))
		n -= share[k]
	}
	for i, p := range parts {
		if share[i] == len(p) {
			out = append(out, string(p))
			continue
		}
		out = append(out, strings.TrimRightFunc(string(p[:share[i]]), func(r rune) bool { return unicode.IsSpace(r) || unicode.IsPunct(r) })+"…")
	}
	return out
}

// Shortened is what some page prints of a name and an organisation that find no room whole; "" where all pages have it.
func (b *Base) Shortened(r Recipient) string {
	b.typing.Lock()
	defer b.typing.Unlock()
	whole := r.printed(b.deck.Meta.Language)
	for i := range b.stamps {
		for j := range b.stamps[i].places {
			t := b.stamps[i].places[j].Text
			if !strings.Contains(t.Copy, scene.CopyTo) || 2*len([]rune(whole)) < room(t) { // as wide as two letters n at most
				continue
			}
			if _, to := b.fitted(t, r); to != whole {
				return to
			}
		}
	}
	return ""
}

// room is how many letters the longest words have that find room in a place.
func room(t *scene.Text) (n int) {
	for i := range t.Lines {
		for k := range t.Lines[i].Runs {
			n += strings.Count(t.Lines[i].Runs[k].Text, "n")
		}
	}
	return n
}

// across sets the recipient's name along the page's diagonal, around the origin of the page as PDF has it: as large as there is room
// for, in several lines where one would be too small to be read from afar. All of it stands on the page, whatever its length.
func (b *Base) across(r Recipient) []scene.Line {
	st, said := styleOf(b.stamps[0].places[0].Text), r.printed(b.deck.Meta.Language)
	var best typeset.Block
	var size, width scene.Pt
	for lines := 1; lines <= mostAcross && size < readAcross; lines++ {
		for st.Size = largestAcross; st.Size > size; st.Size -= 2 {
			st.Leading = leadingAcross * st.Size
			room := b.roomAcross(scene.Pt(lines) * st.Leading)
			set := b.faces.Set([]scene.Span{{Text: said, Style: st}}, typeset.Options{Width: room, Break: typeset.Balanced, Align: scene.Center})
			if len(set.Lines) <= lines && set.Width <= room && !set.Shrunk {
				best, size, width = set, st.Size, room
			}
		}
	}
	half := scene.Pt(len(best.Lines)-1) / 2 * leadingAcross * size
	return best.Place(-width/2, b.deck.Size.H-half+0.35*size)
}

// roomAcross is how wide lines may be that are so high together: at the ends of the diagonal the page's edges come near.
func (b *Base) roomAcross(high scene.Pt) scene.Pt {
	w, h := b.deck.Size.W, b.deck.Size.H
	d := scene.Pt(math.Hypot(float64(w), float64(h)))
	return min(0.8*d, 0.95*d-high*max(w/h, h/w))
}

// A short name across a page is of the largest size; one below readAcross is broken into more lines, up to mostAcross. All in points.
const (
	largestAcross scene.Pt = 60
	readAcross    scene.Pt = 30
	leadingAcross          = 1.2 // sizes
	mostAcross             = 8
)

// parts are what is printed of whom a copy names: the recipient, and his organisation.
func (r Recipient) parts() (out [][]rune) {
	for _, s := range []string{clean(r.Name), clean(r.Org)} {
		if s != "" {
			out = append(out, []rune(s))
		}
	}
	return out
}

// printed is all of it.
func (r Recipient) printed(language string) string {
	return strings.Join(shortened(r.parts(), math.MaxInt32), words.For(language).Marks.Comma)
}

// clean makes one line of a name: what only steers a terminal or the direction of text is not printed. The two joiners, which scripts
// are written with, stay, as lists of recipients keep them: whether a face can draw what they join, Missing says.
func clean(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Join_Control, r):
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
