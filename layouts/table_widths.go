package layouts

import (
	"strings"
	"unicode"

	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// natural is a column's width on single lines, without its head.
func (s *tableSetter) natural(col int) scene.Pt {
	switch s.d.cols[col].kind {
	case "tick":
		return tickRoom
	case "spark":
		return sparkRoom
	case "text", "date":
		var w scene.Pt
		for i := range s.d.rows {
			w = max(w, s.lineWidth(i, col))
		}
		return w
	}
	var heads, tails scene.Pt
	for i := range s.d.rows {
		head, tail := digits(s.cells[i][col].text)
		st := s.style(i, col)
		heads = max(heads, s.k.Fonts.Width(head, st))
		if tail != "" {
			// Measured with its head: kerning between the two belongs to the tail.
			tails = max(tails, s.k.Fonts.Width(head+tail, st)-s.k.Fonts.Width(head, st))
		}
	}
	s.heads[col], s.tails[col] = heads, tails
	switch s.d.cols[col].kind {
	case "delta":
		return heads + tails + arrowRoom
	case "bar":
		return heads + tails + barRoom
	}
	return heads + tails
}

func (s *tableSetter) lineWidth(row, col int) scene.Pt {
	spans := s.spans(row, col)
	if spans == nil {
		return 0
	}
	return s.k.Fonts.Set(spans, typeset.Options{Break: typeset.NoBreak, Width: 1e4}).Width
}

// wish is the width that all words need on single lines.
func (s *tableSetter) wish() scene.Pt {
	s.begin(s.k.St.TableText)
	w := -2 * page.CellPad
	for c := range s.d.cols {
		w += max(s.natural(c), s.k.Fonts.Width(s.d.cols[c].head, s.headStyle())) + 2*page.CellPad
	}
	return w
}

func (s *tableSetter) begin(st scene.Style) {
	s.st = st
	n := len(s.d.cols)
	s.heads, s.tails = make([]scene.Pt, n), make([]scene.Pt, n)
}

// fit finds the columns' widths within a width. It is false when some cell needs more than two lines.
func (s *tableSetter) fit(width scene.Pt, st scene.Style) bool {
	s.begin(st)
	n := len(s.d.cols)
	room := width - 2*page.CellPad*scene.Pt(n-1)
	wide, natural := make([]scene.Pt, n), make([]scene.Pt, n)
	var sumWide scene.Pt
	for c, col := range s.d.cols {
		natural[c] = s.natural(c)
		wide[c] = max(natural[c], s.k.Fonts.Width(col.head, s.headStyle()))
		if col.width > 0 {
			wide[c] = col.width
		}
		sumWide += wide[c]
	}
	s.widths = wide
	s.aired = false
	var air scene.Pt
	for c := range wide {
		air += s.airAfter(c)
	}
	switch {
	case air > 0 && sumWide+air <= room:
		for c := range wide {
			wide[c] += s.airAfter(c)
		}
		s.aired = true
		s.spread(room - sumWide - air)
	case sumWide <= room:
		s.spread(room - sumWide)
	default:
		return s.wrap(wide, natural, room)
	}
	return true
}

// wrap finds the widths of columns that do not all fit on single lines: trial breaks are made for these alone.
func (s *tableSetter) wrap(wide, natural []scene.Pt, room scene.Pt) bool {
	least := make([]scene.Pt, len(wide))
	var sum scene.Pt
	for c, col := range s.d.cols {
		switch {
		case col.width > 0:
			least[c] = col.width
		case col.kind == "text":
			least[c] = s.twoLineColumn(c)
		default:
			least[c] = max(natural[c], s.twoLines([]scene.Span{{Text: col.head, Style: s.headStyle()}}, 0))
		}
		sum += least[c]
	}
	if sum <= room {
		s.widths = s.fewestLines(wide, least, room)
		return true
	}
	s.widths = s.squeeze(least, room)
	return false
}

// airAfter is what stands between a right-aligned number and words that follow it, besides the padding of their cells: else the
// two would read as one phrase. Columns whose widths the author gave keep them.
func (s *tableSetter) airAfter(col int) scene.Pt {
	if col+1 >= len(s.d.cols) || !s.right(col) || s.d.cols[col].width > 0 {
		return 0
	}
	if kind := s.d.cols[col+1].kind; kind != "text" && kind != "date" {
		return 0
	}
	return 2 * page.CellPad
}

// right says that a column is aligned right.
func (s *tableSetter) right(col int) bool { return s.numeric(col) && s.d.cols[col].kind != "bar" }

// leastText is the width below which no column of text is set.
const leastText scene.Pt = 30

// squeeze is for words that need more than two lines: numbers and drawings keep their width, columns of text share what is
// left. Where nothing is left the table is wider than its page: short is by how much.
func (s *tableSetter) squeeze(least []scene.Pt, room scene.Pt) []scene.Pt {
	out := append([]scene.Pt(nil), least...)
	var open []int
	var ask []scene.Pt
	for c, col := range s.d.cols {
		if col.kind == "text" && col.width == 0 {
			open, ask = append(open, c), append(ask, least[c])
			continue
		}
		room -= least[c]
	}
	s.short = max(0, leastText*scene.Pt(len(open))-room)
	for i, w := range waterFill(ask, max(room, leastText*scene.Pt(len(open)))) {
		out[open[i]] = w
	}
	return out
}

// waterFill shares a room that is too small: columns that ask for less than an even share get all they ask for, the others
// share the rest evenly.
func waterFill(least []scene.Pt, room scene.Pt) []scene.Pt {
	out := make([]scene.Pt, len(least))
	open := len(least)
	for changed := true; changed && open > 0; {
		changed = false
		even := room / scene.Pt(open)
		for c, w := range least {
			if out[c] == 0 && w > 0 && w <= even {
				out[c], room, changed = w, room-w, true
				open--
			}
		}
	}
	for c := range out {
		if out[c] == 0 && open > 0 {
			out[c] = room / scene.Pt(open)
		}
	}
	return out
}

// fewestLines tries which columns may have their words on single lines while the others make do with two, and takes the
// choice that leaves the fewest rows of two lines. What is left over goes to the columns that wrap.
func (s *tableSetter) fewestLines(wide, least []scene.Pt, room scene.Pt) []scene.Pt {
	var open []int // columns that can shrink
	for c := range wide {
		if wide[c] > least[c]+0.01 {
			open = append(open, c)
		}
	}
	open = open[:min(len(open), 8)]
	lines := make([][]scene.Pt, len(s.d.rows))
	for i := range lines {
		lines[i] = make([]scene.Pt, len(wide))
		for _, c := range open {
			lines[i][c] = s.lineWidth(i, c)
		}
	}
	var best []scene.Pt
	fewest := len(s.d.rows) + 1
	for set := range 1 << len(open) {
		w := append([]scene.Pt(nil), least...)
		var sum, gain scene.Pt
		for n, c := range open {
			if set>>n&1 == 1 {
				w[c] = wide[c]
			}
			gain += wide[c] - w[c]
		}
		for _, v := range w {
			sum += v
		}
		if sum > room+0.01 {
			continue
		}
		for _, c := range open {
			if gain > 0 {
				w[c] += (wide[c] - w[c]) * min(1, (room-sum)/gain)
			}
		}
		wrapped := 0
		for i := range lines {
			for _, c := range open {
				if lines[i][c] > w[c]+0.01 {
					wrapped++
					break
				}
			}
		}
		if wrapped < fewest {
			best, fewest = w, wrapped
		}
	}
	return best
}

// spread shares out what the words leave over. Columns of numbers become equally wide where that is possible.
func (s *tableSetter) spread(over scene.Pt) {
	var numbers []int
	var widest, sum scene.Pt
	for c := range s.widths {
		if s.numeric(c) && s.d.cols[c].width == 0 {
			numbers = append(numbers, c)
			widest, sum = max(widest, s.widths[c]), sum+s.widths[c]
		}
	}
	if need := widest*scene.Pt(len(numbers)) - sum; len(numbers) > 1 && need <= over {
		for _, c := range numbers {
			s.widths[c] = widest
		}
		over -= need
	}
	open := 0
	for _, c := range s.d.cols {
		if c.width == 0 {
			open++
		}
	}
	for c := range s.widths {
		if s.d.cols[c].width == 0 {
			s.widths[c] += over / scene.Pt(open)
		}
	}
}

// twoLineColumn is the least width at which every cell of a column of text, and its head, has at most two lines.
func (s *tableSetter) twoLineColumn(col int) scene.Pt {
	w := s.twoLines([]scene.Span{{Text: s.d.cols[col].head, Style: s.headStyle()}}, 0)
	for i := range s.d.rows {
		if spans := s.spans(i, col); spans != nil {
			w = s.twoLines(spans, w)
		}
	}
	return w
}

// twoLines is the least width from a floor up at which words take at most two lines and no word is broken.
func (s *tableSetter) twoLines(spans []scene.Span, floor scene.Pt) scene.Pt {
	set := func(w scene.Pt) typeset.Block { return s.k.Fonts.Set(spans, typeset.Options{Width: w}) }
	whole := s.k.Fonts.Set(spans, typeset.Options{Break: typeset.NoBreak, Width: 1e4}).Width
	w := max(floor, whole/2)
	for _, sp := range spans {
		for _, word := range strings.FieldsFunc(sp.Text, breaksAt) {
			w = max(w, s.k.Fonts.Width(word, sp.Style))
		}
	}
	for w < whole {
		if b := set(w); len(b.Lines) <= 2 && b.Width <= w+0.01 {
			return w
		}
		w += max(2, whole*0.02)
	}
	return max(floor, whole)
}

// breaksAt says that a line may end at a character: blanks, and Chinese, which breaks anywhere.
func breaksAt(r rune) bool { return unicode.IsSpace(r) || unicode.Is(unicode.Han, r) }
