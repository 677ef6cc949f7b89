package table

import (
	"iter"
	"strings"
	"unicode/utf8"

	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// csv reads the rows of a text file whose columns a mark separates (RFC 4180). The standard library's reader gives no columns in
// characters, and with an unclosed quotation mark it swallows the rest of the file without saying where the mark stands.
func (r *reader) csv(data string, o TableOptions) [][]Cell {
	text, ok := r.decode(data, o)
	if !ok {
		return nil
	}
	p := csvReader{reader: r, s: text, line: 1, sep: ','}
	if p.sep, ok = r.separator(text, o); !ok {
		return nil
	}
	form := &Form{Kind: DataCell}
	if form.Comma, ok = r.decimalComma(text, p.sep, o); !ok {
		return nil
	}
	p.form = form
	cells := strings.Count(p.s, string(p.sep)) + strings.Count(p.s, "\n") + strings.Count(p.s, "\r") + 1
	if cells > limits.Cells.N() {
		r.limit(limits.Cells)
		return nil
	}
	if lines := strings.Count(p.s, "\n"); lines > limits.DataLines.N() {
		r.limit(limits.DataLines)
		return nil
	}
	p.cells = make([]Cell, 0, cells)
	rows := make([][]Cell, 0, strings.Count(p.s, "\n")+1)
	for p.i < len(p.s) && r.problems == 0 {
		from := len(p.cells)
		p.record()
		rows = append(rows, p.cells[from:len(p.cells):len(p.cells)])
	}
	return rows
}

// Records reads the rows of a CSV text one after the other, for readers who know what columns there are: of a long list no more
// than the row at hand is kept, and no longer than until the next. Columns are parted by the comma, semicolon or tab that stands
// most often in the first row. Blank lines are left out. After a problem nothing more is read.
func Records(data, name string, l *diag.List) iter.Seq[[]Cell] {
	return func(yield func([]Cell) bool) {
		r := &reader{name: name, at: diag.Span{File: name, Line: 1, Col: 1}, l: l, alone: true}
		text, ok := r.decode(data, TableOptions{})
		if !ok {
			return
		}
		p := csvReader{reader: r, s: text, line: 1, sep: headSeparator(text), form: &Form{Kind: TextCell}}
		for p.i < len(p.s) {
			p.cells = p.cells[:0]
			p.record()
			if r.problems > 0 {
				return
			}
			if len(p.cells) == 1 && p.cells[0].Text == "" {
				continue
			}
			if !yield(p.cells) {
				return
			}
		}
	}
}

// headSeparator is the mark that parts the columns of the first row.
func headSeparator(text string) byte {
	count := map[byte]int{}
	inQuotes := false
	for i := 0; i < len(text) && i < sniffed; i++ {
		switch c := text[i]; {
		case c == '"':
			inQuotes = !inQuotes
		case inQuotes:
		case c == ',' || c == ';' || c == '\t':
			count[c]++
		case (c == '\n' || c == '\r') && strings.TrimSpace(text[:i]) != "":
			i = sniffed
		}
	}
	best := byte(',')
	for _, c := range []byte{';', '\t'} {
		if count[c] > count[best] {
			best = c
		}
	}
	return best
}

// csvReader walks over the text. Cells of all rows lie in one slice, whose length was counted first.
type csvReader struct {
	*reader
	s     string
	sep   byte
	form  *Form // of all cells
	i     int
	line  int
	start int // byte at which the line begins, or the last place whose column is known
	col   int // characters before start
	cells []Cell
}

// column is the number of the character at byte i of the current line.
func (p *csvReader) column(i int) int {
	p.col += utf8.RuneCountInString(p.s[p.start:i])
	p.start = i
	return p.col + 1
}

func (p *csvReader) newline() {
	p.line++
	p.start, p.col = p.i, 0
}

// lineEnds counts the line ends in s, \r\n being one, and says where the last line starts.
func lineEnds(s string) (n, start int) {
	for i := 0; i < len(s); i++ {
		if s[i] == '\n' || s[i] == '\r' && (i+1 == len(s) || s[i+1] != '\n') {
			n, start = n+1, i+1
		}
	}
	return n, start
}

// record reads one row and its line end.
func (p *csvReader) record() {
	from := len(p.cells)
	for {
		p.cell()
		if len(p.cells)-from > limits.RowCells.N() {
			p.limit(limits.RowCells)
			p.i = len(p.s)
			return
		}
		if p.i < len(p.s) && p.s[p.i] == p.sep {
			p.i++
			continue
		}
		break
	}
	if p.i < len(p.s) && p.s[p.i] == '\r' {
		p.i++
		if p.i < len(p.s) && p.s[p.i] == '\n' {
			p.i++
		}
		p.newline()
	} else if p.i < len(p.s) {
		p.i++
		p.newline()
	}
}

// blank says that a byte is room around a cell.
func (p *csvReader) blank(c byte) bool { return (c == ' ' || c == '\t') && c != p.sep }

func (p *csvReader) cell() {
	from := p.i
	for p.i < len(p.s) && p.blank(p.s[p.i]) {
		p.i++
	}
	if p.i < len(p.s) && p.s[p.i] == '"' {
		p.quotedCell()
		return
	}
	p.i = from
	for p.i < len(p.s) && p.s[p.i] != p.sep && p.s[p.i] != '\n' && p.s[p.i] != '\r' {
		p.i++
	}
	text := p.s[from:p.i]
	for len(text) > 0 && (text[0] == ' ' || text[0] == '\t') {
		text, from = text[1:], from+1
	}
	p.add(strings.TrimSpace(text), from)
}

// add appends a cell whose text begins at byte from.
func (p *csvReader) add(text string, from int) {
	at := diag.Span{File: p.name, Line: p.line, Col: p.column(from)}
	at.EndLine, at.EndCol = p.line, at.Col+utf8.RuneCountInString(text)
	p.cells = append(p.cells, Cell{Text: text, At: at, Form: p.form})
	p.tooLong(at, text)
}

// tooLong refuses a cell that no page could hold, before anything is laid out.
func (p *csvReader) tooLong(at diag.Span, text string) {
	if len(text) > limits.CellBytes.N() {
		at.EndLine, at.EndCol = 0, 0
		p.problems++
		p.l.Limit(at, limits.CellBytes, p.name)
	}
}

// quotedCell reads a cell between quotation marks, in which separators and line ends are text and a doubled mark is one.
func (p *csvReader) quotedCell() {
	open := p.i
	at := diag.Span{File: p.name, Line: p.line, Col: p.column(open)}
	p.i++
	from, doubled, broken := p.i, false, false
	for {
		end := strings.IndexByte(p.s[p.i:], '"')
		if end < 0 {
			p.fail(at, "close it with a second one; double a mark that is text", "this quotation mark is never closed")
			p.i = len(p.s)
			return
		}
		p.i += end + 1
		if p.i < len(p.s) && p.s[p.i] == '"' {
			doubled = true
			p.i++
			continue
		}
		break
	}
	text := p.s[from : p.i-1]
	if lines, start := lineEnds(text); lines > 0 {
		p.line += lines
		p.start, p.col = from+start, 0
		broken = true
	}
	if doubled {
		text = strings.ReplaceAll(text, `""`, `"`)
	}
	text = cleanText(text)
	cell := Cell{Text: text, At: diag.Span{File: p.name, Line: at.Line, Col: at.Col + 1, EndLine: p.line}, Form: p.form}
	cell.At.EndCol = p.column(p.i - 1)
	if broken && cell.At.EndCol == 1 {
		cell.At.EndCol = 2
	}
	p.cells = append(p.cells, cell)
	p.tooLong(cell.At, text)
	for p.i < len(p.s) && p.blank(p.s[p.i]) {
		p.i++
	}
	if p.i < len(p.s) && p.s[p.i] != p.sep && p.s[p.i] != '\n' && p.s[p.i] != '\r' {
		p.fail(diag.Span{File: p.name, Line: p.line, Col: p.column(p.i)}, `put the whole cell between marks, and double those that are text: ""`, "text stands behind the closing quotation mark")
		for p.i < len(p.s) && p.s[p.i] != p.sep && p.s[p.i] != '\n' && p.s[p.i] != '\r' {
			p.i++
		}
	}
}
