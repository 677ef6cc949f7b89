package evidence

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// csv reads comma-separated rows (RFC 4180). The standard library's reader gives no columns in characters, and with an
// unclosed quotation mark it swallows the rest of the file without saying where the mark stands.
func (r *reader) csv(data []byte) [][]Cell {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		r.fail(r.at, "save it as “CSV UTF-8”", r.name+" is UTF-16, not UTF-8")
		return nil
	}
	p := csvReader{reader: r, s: string(data), line: 1}
	for i := 0; i < len(p.s); {
		c, n := utf8.DecodeRuneInString(p.s[i:])
		if c == utf8.RuneError && n == 1 || c == 0 {
			lines, start := lineEnds(p.s[:i])
			r.fail(diag.Span{File: r.name, Line: 1 + lines, Col: 1 + utf8.RuneCountInString(p.s[start:i])}, "save it as “CSV UTF-8”", "this is not UTF-8 text")
			return nil
		}
		i += n
	}
	first := p.s
	if end := strings.IndexAny(first, "\r\n"); end >= 0 {
		first = first[:end]
	}
	if !strings.Contains(first, ",") && strings.ContainsAny(first, ";\t") {
		r.fail(diag.Span{File: r.name, Line: 1, Col: 1 + utf8.RuneCountInString(first[:strings.IndexAny(first, ";\t")])},
			"save it with commas between the columns", "columns are separated by commas")
		return nil
	}
	cells := strings.Count(p.s, ",") + strings.Count(p.s, "\n") + strings.Count(p.s, "\r") + 1
	if cells > maxCells {
		r.limit("more than two million cells")
		return nil
	}
	p.cells = make([]Cell, 0, cells)
	rows := make([][]Cell, 0, strings.Count(p.s, "\n")+1)
	for p.i < len(p.s) && p.problems < maxProblems {
		from := len(p.cells)
		p.record()
		rows = append(rows, p.cells[from:len(p.cells):len(p.cells)])
	}
	return rows
}

// csvReader walks over the text. Cells of all rows lie in one slice, whose length was counted first.
type csvReader struct {
	*reader
	s     string
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
	for {
		p.cell()
		if p.i < len(p.s) && p.s[p.i] == ',' {
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

func (p *csvReader) cell() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
	if p.i < len(p.s) && p.s[p.i] == '"' {
		p.quotedCell()
		return
	}
	from := p.i
	for p.i < len(p.s) && p.s[p.i] != ',' && p.s[p.i] != '\n' && p.s[p.i] != '\r' {
		p.i++
	}
	p.add(strings.TrimSpace(p.s[from:p.i]), from)
}

// add appends a cell whose text begins at byte from.
func (p *csvReader) add(text string, from int) {
	at := diag.Span{File: p.name, Line: p.line, Col: p.column(from)}
	at.EndLine, at.EndCol = p.line, at.Col+utf8.RuneCountInString(text)
	p.cells = append(p.cells, Cell{Text: text, At: at})
}

// quotedCell reads a cell between quotation marks, in which commas and line ends are text and a doubled mark is one.
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
	text = strings.TrimSpace(text)
	cell := Cell{Text: text, At: diag.Span{File: p.name, Line: at.Line, Col: at.Col + 1, EndLine: p.line}}
	cell.At.EndCol = p.column(p.i - 1)
	if broken && cell.At.EndCol == 1 {
		cell.At.EndCol = 2
	}
	p.cells = append(p.cells, cell)
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
	if p.i < len(p.s) && p.s[p.i] != ',' && p.s[p.i] != '\n' && p.s[p.i] != '\r' {
		p.fail(diag.Span{File: p.name, Line: p.line, Col: p.column(p.i)}, `put the whole cell between marks, and double those that are text: ""`, "text stands behind the closing quotation mark")
		for p.i < len(p.s) && p.s[p.i] != ',' && p.s[p.i] != '\n' && p.s[p.i] != '\r' {
			p.i++
		}
	}
}
