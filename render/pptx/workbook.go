package pptx

import (
	"bytes"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
)

// book is the workbook behind a chart: the cells that are plotted, in one sheet, the categories in its first column. What a chart
// remembers of it is written from the same cells.
type book struct{ columns []*column }

// column is a head with the cells below it.
type column struct {
	head   string
	words  []string // a column of words; else of numbers
	cells  []figure
	format string // in which its numbers are shown; empty: General
	letter string
}

// figure is a cell: empty, a number, or what a formula gives.
type figure struct {
	v       float64
	known   bool
	formula string // without its sign
	format  string // where it differs from its column's
}

// typed is a number that was typed.
func typed(v float64) figure { return figure{v: v, known: true} }

// counted is a number that a formula gives. Binary dust is taken off.
func counted(v float64, formula string) figure {
	if r, err := strconv.ParseFloat(strconv.FormatFloat(v, 'g', 14, 64), 64); err == nil {
		v = r
	}
	return figure{v: v, known: true, formula: formula}
}

func (b *book) add(c column) *column {
	c.letter = letters(len(b.columns))
	b.columns = append(b.columns, &c)
	return &c
}

// letters is the name of a column, counted from 0.
func letters(i int) string {
	if i < 26 {
		return string(rune('A' + i))
	}
	return letters(i/26-1) + letters(i%26)
}

func (c *column) len() int { return max(len(c.words), len(c.cells)) }

// ref is where the cells of a column stand.
func (c *column) ref() string {
	return sheetName + "!$" + c.letter + "$2:$" + c.letter + "$" + itoa(c.len()+1)
}

// headRef is where its head stands.
func (c *column) headRef() string { return sheetName + "!$" + c.letter + "$1" }

const sheetName = "Data"

// float prints a number as XML has it.
func float(v float64) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return "0"
	}
	return strconv.FormatFloat(v, 'g', -1, 64)
}

// write is the workbook's file.
func (b *book) write(deflate *flate.Writer) ([]byte, error) {
	k := pack{deflate: deflate}
	const sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	const space = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	w := k.add("/xl/workbook.xml", sheets+"sheet.main+xml")
	k.root.rel("officeDocument", w.name)
	s := k.add("/xl/worksheets/sheet1.xml", sheets+"worksheet+xml")
	w.put(declaration, `<workbook`, space, ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="`, sheetName, `" sheetId="1" r:id="`, w.rel("worksheet", s.name), `"/></sheets></workbook>`)
	var formats []string
	style := func(format string) int {
		if format == "" {
			return 0
		}
		if !slices.Contains(formats, format) {
			formats = append(formats, format)
		}
		return slices.Index(formats, format) + 1
	}
	rows := 0
	s.put(declaration, `<worksheet`, space, `><cols>`)
	for i, c := range b.columns {
		wide := len([]rune(c.head))
		for _, word := range c.words {
			wide = max(wide, len([]rune(word)))
		}
		s.put(`<col min="`, i+1, `" max="`, i+1, `" width="`, min(max(wide, 8), 40)+2, `" customWidth="1"/>`)
		rows = max(rows, c.len())
	}
	s.put(`</cols><sheetData>`)
	for row := range rows + 1 {
		s.put(`<row r="`, row+1, `">`)
		for _, c := range b.columns {
			at := c.letter + itoa(row+1)
			switch {
			case row == 0:
				s.words(at, c.head)
			case row <= len(c.words):
				s.words(at, c.words[row-1])
			case row <= len(c.cells) && c.cells[row-1].known:
				n := c.cells[row-1]
				format := n.format
				if format == "" {
					format = c.format
				}
				s.put(`<c r="`, at, `"`)
				if i := style(format); i > 0 {
					s.put(` s="`, i, `"`)
				}
				s.put(`>`)
				if n.formula != "" {
					s.put(`<f>`, esc(n.formula), `</f>`)
				}
				s.put(`<v>`, float(n.v), `</v></c>`)
			}
		}
		s.put(`</row>`)
	}
	s.put(`</sheetData></worksheet>`)
	t := k.add("/xl/styles.xml", sheets+"styles+xml")
	w.rel("styles", t.name)
	t.put(declaration, `<styleSheet`, space, `>`)
	if len(formats) > 0 {
		t.put(`<numFmts count="`, len(formats), `">`)
		for i, f := range formats {
			t.put(`<numFmt numFmtId="`, 164+i, `" formatCode="`, esc(f), `"/>`)
		}
		t.put(`</numFmts>`)
	}
	t.put(`<fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts>`,
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`,
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`,
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="`, len(formats)+1, `">`,
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	for i := range formats {
		t.put(`<xf numFmtId="`, 164+i, `" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`)
	}
	t.put(`</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`)
	var out bytes.Buffer
	err := k.write(&out)
	return out.Bytes(), err
}

// words writes a cell of words: whatever they begin with, they are no formula.
func (p *part) words(at, s string) {
	if s != "" {
		p.put(`<c r="`, at, `" t="inlineStr"><is><t`)
		if strings.TrimSpace(s) != s {
			p.put(` xml:space="preserve"`)
		}
		p.put(`>`, esc(s), `</t></is></c>`)
	}
}
