package diag

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"roadshow/internal/limits"
)

// widest is how many columns of a source line are shown: a line of 5,000 characters is cut around the caret.
const widest = 100

const (
	bold  = "\x1b[1m"
	dim   = "\x1b[2m"
	reset = "\x1b[0m"
	cyan  = "\x1b[36m"
)

func (s Severity) color() string { return [...]string{"\x1b[34m", "\x1b[33m", "\x1b[31m"}[s] }

func writeHuman(b *bufio.Writer, problems []Problem, o Options) {
	paint := func(color, s string) string {
		if !o.Color {
			return s
		}
		return color + s + reset
	}
	files := map[string][]string{}
	for _, p := range problems {
		head := p.Severity.String() + "[" + p.Code + "]"
		fmt.Fprintf(b, "%s%s: %s\n", paint(bold, place(p.At)), paint(bold+p.Severity.color(), head), paint(bold, text(p)))
		if line, ok := sourceLine(files, p.At, o.Sources); ok {
			shown, caret := excerpt(line, closed(p.At))
			fmt.Fprintf(b, "%s %s\n", paint(dim, fmt.Sprintf("%5d |", p.At.Line)), shown)
			fmt.Fprintf(b, "%s %s\n", paint(dim, "      |"), strings.Repeat(" ", caret.from)+paint(p.Severity.color(), strings.Repeat("^", caret.to-caret.from)))
		}
		if p.Hint != "" {
			fmt.Fprintf(b, "%s %s\n", paint(cyan, "hint:"), Escape(p.Hint))
		}
		b.WriteByte('\n')
	}
}

// sourceLine is the line that a place stands in. files keeps the lines of files already read.
func sourceLine(files map[string][]string, at Span, sources func(string) []byte) (string, bool) {
	if at.Line == 0 || at.File == "" || sources == nil {
		return "", false
	}
	lines, ok := files[at.File]
	if !ok {
		if src := sources(at.File); src != nil {
			text := strings.TrimPrefix(string(src), "\ufeff")
			lines = strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
		}
		files[at.File] = lines
	}
	if at.Line > len(lines) {
		return "", false
	}
	return lines[at.Line-1], true
}

// stretch is columns of a terminal, from 0.
type stretch struct{ from, to int }

// around cuts a line to the characters around a place, and moves the place: a line of a megabyte may have a thousand problems.
func around(line string, at Span) (string, Span) {
	half := limits.LineShown.N() / 2
	from, to, n := 0, len(line), 0
	for i := range line {
		if n++; n == at.Col-half {
			from = i
		}
		if n == at.Col+half {
			to = i
			break
		}
	}
	if before := at.Col - half - 1; from > 0 {
		at.Col, at.EndCol = at.Col-before, at.EndCol-before
	}
	return line[from:to], at
}

// excerpt is a line as it can be shown, and where the caret run stands below it.
func excerpt(line string, at Span) (string, stretch) {
	type cell struct {
		text string
		from int // its first column
	}
	var cells []cell
	caret := stretch{-1, -1}
	line, at = around(line, at)
	col, chars := 0, 0
	for len(line) > 0 {
		r, w := utf8.DecodeRuneInString(line)
		line = line[w:]
		chars++
		if chars == at.Col {
			caret.from = col
		}
		if at.EndLine == at.Line && chars == at.EndCol {
			caret.to = col
		}
		show := string(r)
		wide := width(r)
		switch {
		case r == '\t':
			wide = 4 - col%4
			show = strings.Repeat(" ", wide)
		case hidden(r):
			show = name(r)
			wide = len(show)
		}
		cells = append(cells, cell{show, col})
		col += wide
	}
	if caret.from < 0 {
		caret.from = col
	}
	if caret.to < 0 {
		caret.to = col
	}
	caret.to = max(caret.to, caret.from+1)
	// The window shows the caret with what stands before it.
	left := 0
	if col > widest && caret.from > widest*2/3 {
		left = min(caret.from-widest/2, col-widest/2)
	}
	var b strings.Builder
	shift := 0
	if left > 0 {
		b.WriteString("…")
	}
	for _, c := range cells {
		switch {
		case c.from < left:
			continue
		case left > 0 && shift == 0:
			shift = c.from - 1
		}
		if c.from-shift >= widest {
			b.WriteString("…")
			break
		}
		b.WriteString(c.text)
	}
	caret.from, caret.to = max(caret.from-shift, 0), min(caret.to-shift, widest+1)
	caret.to = max(caret.to, caret.from+1)
	return strings.TrimRight(b.String(), " "), caret
}
