package evidence

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"roadshow/internal/diag"
)

// maxRows bounds the rows of a sheet: excelize fills the gaps between far-apart rows with empty ones.
const maxRows = 200_000

// workbook reads one sheet of an XLSX file as the text that its author sees: a percentage as 20%, a date as 2023-05-31,
// decimals as the cell shows them. Text is text, never a formula; a formula gives its stored result.
func (r *reader) workbook(data []byte, o TableOptions) (rows [][]Cell) {
	if !r.unzips(data) {
		return nil
	}
	// excelize reads files that others made and has panicked on broken ones; a broken file is the author's problem, not a crash.
	defer func() {
		if recover() != nil {
			r.fail(r.at, "open it and save it again as XLSX", r.name+" is damaged")
			rows = nil
		}
	}()
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{UnzipSizeLimit: maxFile, UnzipXMLSizeLimit: maxFile, RawCellValue: true})
	if err != nil {
		r.fail(r.at, "open it and save it again as XLSX", r.name+" is no workbook that can be read")
		return nil
	}
	defer f.Close()
	sheet, ok := r.sheet(f, o.Sheet)
	if !ok {
		return nil
	}
	raw := r.rawRows(f, sheet)
	if raw == nil {
		return nil
	}
	area, ok := r.area(raw, o.Range)
	if !ok {
		return nil
	}
	w := sheetReader{reader: r, f: f, sheet: sheet, formats: map[int]cellFormat{}}
	if p, err := f.GetWorkbookProps(); err == nil && p.Date1904 != nil {
		w.date1904 = *p.Date1904
	}
	cells := make([]Cell, 0, (area.bottom-area.top)*(area.right-area.left))
	for y := area.top; y < area.bottom && r.problems < maxProblems; y++ {
		from := len(cells)
		for x := area.left; x < area.right; x++ {
			text := ""
			if y < len(raw) && x < len(raw[y]) {
				text = raw[y][x]
			}
			cells = append(cells, w.cell(text, x, y))
		}
		rows = append(rows, cells[from:len(cells):len(cells)])
	}
	return rows
}

// unzips checks sizes before anything is unpacked: the declared ones bind, for archive/zip stops a part that is longer.
func (r *reader) unzips(data []byte) bool {
	if bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0}) {
		r.fail(r.at, "save it as XLSX without a password", r.name+" is an old or a protected workbook")
		return false
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		r.fail(r.at, "open it and save it again as XLSX", r.name+" is no XLSX file")
		return false
	}
	if len(z.File) > maxParts {
		r.limit("more than 10,000 parts")
		return false
	}
	var total uint64
	for _, part := range z.File {
		total += min(part.UncompressedSize64, math.MaxUint32*4)
		if part.UncompressedSize64 > maxXML && strings.HasSuffix(strings.ToLower(part.Name), ".xml") {
			r.limit("a part longer than 16 MiB")
			return false
		}
	}
	if total > maxFile {
		r.limit("more than 64 MiB when unzipped")
		return false
	}
	return true
}

func (r *reader) sheet(f *excelize.File, want string) (string, bool) {
	names := f.GetSheetList()
	if len(names) == 0 {
		r.fail(r.at, "", r.name+" has no sheets")
		return "", false
	}
	if want == "" {
		return names[0], true
	}
	for _, name := range names {
		if name == want {
			return name, true
		}
	}
	hint := diag.DidYouMean(want, names)
	if hint == "" {
		hint = "its sheets are " + strings.Join(names[:min(len(names), 8)], ", ")
	}
	r.fail(r.at, hint, r.name+" has no sheet "+quoted(want))
	return "", false
}

// rawRows streams the sheet and stops at the limits: one cell in column XFD makes a row of 16,384.
func (r *reader) rawRows(f *excelize.File, sheet string) [][]string {
	it, err := f.Rows(sheet)
	if err != nil {
		r.fail(r.at, "", r.name+" has no sheet of cells named "+quoted(sheet))
		return nil
	}
	defer it.Close()
	rows, cells := [][]string{}, 0
	for it.Next() {
		row, err := it.Columns(excelize.Options{RawCellValue: true})
		if err != nil && !errors.Is(err, io.EOF) {
			r.fail(r.at, "open it and save it again as XLSX", "sheet "+quoted(sheet)+" of "+r.name+" is damaged")
			return nil
		}
		rows = append(rows, row)
		if cells += len(row); cells > maxCells || len(rows) > maxRows {
			r.limit("a sheet of more than 200,000 rows or two million cells")
			return nil
		}
	}
	return rows
}

// area is a rectangle of cells, from 0, its right and bottom exclusive.
type area struct{ left, top, right, bottom int }

// area is the range asked for, or all that is filled.
func (r *reader) area(rows [][]string, want string) (area, bool) {
	if want == "" {
		a := area{left: 1 << 20, top: 1 << 20}
		for y, row := range rows {
			for x, s := range row {
				if strings.TrimSpace(s) != "" {
					a.left, a.top, a.right, a.bottom = min(a.left, x), min(a.top, y), max(a.right, x+1), y+1
				}
			}
		}
		return a, a.bottom > 0 || r.no("the sheet is empty", "")
	}
	from, to, found := strings.Cut(strings.ReplaceAll(strings.TrimSpace(want), "$", ""), ":")
	x1, y1, err1 := excelize.CellNameToCoordinates(from)
	x2, y2, err2 := excelize.CellNameToCoordinates(to)
	if !found || err1 != nil || err2 != nil || x2 < x1 || y2 < y1 {
		return area{}, r.no(quoted(want)+" is no range of cells", "write it as B2:E10")
	}
	if (x2-x1+1)*(y2-y1+1) > maxCells {
		return area{}, r.no("the range "+want+" has more than two million cells", "")
	}
	return area{x1 - 1, y1 - 1, x2, min(y2, max(len(rows), y1))}, true
}

func (r *reader) no(summary, hint string) bool {
	r.fail(r.at, hint, summary)
	return false
}

// sheetReader turns raw cells into what their author sees.
type sheetReader struct {
	*reader
	f        *excelize.File
	sheet    string
	date1904 bool
	formats  map[int]cellFormat // by style number
	blanks   int                // empty cells looked at for formulas
}

func (w *sheetReader) cell(raw string, x, y int) Cell {
	name, _ := excelize.CoordinatesToCellName(x+1, y+1)
	c := Cell{Text: strings.TrimSpace(raw), At: diag.Span{File: w.name, Note: name}}
	switch {
	case c.Text == "":
		if w.blanks++; w.blanks < 1000 {
			if formula, err := w.f.GetCellFormula(w.sheet, name); err == nil && formula != "" {
				w.fail(c.At, "open the workbook, let it calculate and save it", "cell "+name+" is a formula without a stored result")
			}
		}
	case c.Text[0] == '#' && excelError(c.Text):
		w.fail(c.At, "correct it in the workbook, or write n/a", "cell "+name+" holds the error "+c.Text)
	case numeric(c.Text):
		c.Text = w.format(name).show(c.Text, w.date1904)
	}
	return c
}

func excelError(s string) bool {
	switch s {
	case "#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "#CALC!":
		return true
	}
	return false
}

func numeric(s string) bool {
	if !digit(s[len(s)-1]) || strings.Trim(s, "0123456789.+-eE") != "" {
		return false
	}
	_, err := strconv.ParseFloat(s, 64)
	return err == nil
}

func (w *sheetReader) format(cell string) cellFormat {
	id, err := w.f.GetCellStyle(w.sheet, cell)
	if err != nil || id == 0 {
		return cellFormat{}
	}
	if f, ok := w.formats[id]; ok {
		return f
	}
	var f cellFormat
	if style, err := w.f.GetStyle(id); err == nil {
		code := builtInFormat(style.NumFmt)
		if style.CustomNumFmt != nil {
			code = *style.CustomNumFmt
		}
		f = readFormat(code)
	}
	w.formats[id] = f
	return f
}

// builtInFormat is the code of the number formats that a workbook names by number only (ECMA-376 part 1, 18.8.30).
func builtInFormat(id int) string {
	switch id {
	case 1, 3, 5, 6, 37, 38, 41, 42:
		return "#,##0"
	case 2, 4, 7, 8, 39, 40, 43, 44:
		return "#,##0.00"
	case 9:
		return "0%"
	case 10:
		return "0.00%"
	case 17:
		return "mmm-yy"
	case 14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58:
		return "yyyy-mm-dd"
	}
	return ""
}

// cellFormat is what of a number format changes the meaning of a number.
type cellFormat struct {
	fixed    bool // decimals are shown as they are, no more and no fewer
	decimals int32
	percent  bool
	sign     string // currency
	date     Precision
	isDate   bool
}

// readFormat reads the code's section for positive numbers.
func readFormat(code string) cellFormat {
	var f cellFormat
	section, _, _ := strings.Cut(code, ";")
	if section == "" || strings.EqualFold(section, "general") || section == "@" {
		return f
	}
	bare, literals := splitFormat(section)
	for _, l := range literals {
		if signCurrency(strings.TrimSpace(l)) != "" {
			f.sign = strings.TrimSpace(l)
		}
	}
	lower := strings.ToLower(bare)
	if year, day := strings.Contains(lower, "y"), strings.Contains(lower, "d"); year || day {
		f.isDate = true
		switch {
		case day:
			f.date = OnDay
		case strings.Contains(lower, "m"):
			f.date = InMonth
		}
		return f
	}
	if strings.ContainsAny(lower, "hse/") || !strings.ContainsAny(bare, "0#?") {
		return f
	}
	f.percent = strings.Contains(bare, "%")
	_, fraction, _ := strings.Cut(bare, ".")
	last := strings.LastIndexAny(bare, "0#?")
	if last+1 < len(bare) && bare[last+1] == ',' { // shown in thousands: the cell holds more than it shows
		return f
	}
	f.fixed, f.decimals = true, int32(len(fraction)-len(strings.TrimLeft(fraction, "0#?")))
	return f
}

// splitFormat takes literals (quoted, escaped or in brackets) out of a format code.
func splitFormat(code string) (bare string, literals []string) {
	var b strings.Builder
	for i := 0; i < len(code); i++ {
		switch c := code[i]; c {
		case '"', '[':
			closing := `"`
			if c == '[' {
				closing = "]"
			}
			end := strings.Index(code[i+1:], closing)
			if end < 0 {
				return b.String(), literals
			}
			text := code[i+1 : i+1+end]
			if c == '[' {
				text, _, _ = strings.Cut(strings.TrimPrefix(text, "$"), "-")
			}
			literals = append(literals, text)
			i += end + 1
		case '\\', '_', '*':
			i++
		case '$':
			literals = append(literals, "$")
		default:
			if n := strings.IndexAny(code[i:], "€£¥"); n == 0 {
				sign := string([]rune(code[i:])[:1])
				literals = append(literals, sign)
				i += len(sign) - 1
				continue
			}
			b.WriteByte(c)
		}
	}
	return b.String(), literals
}

// show is the number as the cell shows it. Binary noise beyond the fifteen digits that a workbook keeps is dropped.
func (f cellFormat) show(raw string, date1904 bool) string {
	d, err := decimal.NewFromString(raw)
	if err != nil || d.Exponent() < -400 || d.Exponent() > 400 {
		return raw
	}
	if f.isDate {
		return f.day(d, date1904)
	}
	if !f.fixed && !f.percent && f.sign == "" && d.NumDigits() <= 15 && !strings.ContainsAny(raw, "eE") {
		return raw
	}
	if over := int32(d.NumDigits() - 15); over > 0 {
		d = trim(d.Round(-d.Exponent() - over))
	}
	if f.percent {
		d = d.Shift(2)
	}
	text := d.String()
	if f.fixed {
		text = d.StringFixed(f.decimals)
	}
	if f.sign != "" {
		if letterEnd(f.sign) {
			text = " " + text
		}
		text = f.sign + text
	}
	if f.percent {
		text += "%"
	}
	return text
}

// day is a serial number as a date. Serial 1 is 1 January 1900, and workbooks believe in a 29 February of that year.
func (f cellFormat) day(serial decimal.Decimal, date1904 bool) string {
	n := serial.IntPart()
	if date1904 {
		n += 1462
	}
	if n < 61 || n > 2958465 {
		return serial.String()
	}
	y, m, d := Day(n - 25569).Civil()
	at := Moment{Precision: f.date, Year: y}
	if f.date >= InMonth {
		at.Month = m
	}
	if f.date == OnDay {
		at.DayNumber = d
	}
	return at.String()
}
