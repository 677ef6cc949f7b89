package table

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

var outlineAt = diag.Span{File: "briefing.yaml", Line: 9, Col: 11}

func readCSV(src string) (*Table, []diag.Problem) {
	var l diag.List
	return ReadTable(strings.NewReader(src), "d.csv", TableOptions{}, outlineAt, &l), l.Problems()
}

func TestFirstRowNamesColumnsAndFirstColumnNamesRows(t *testing.T) {
	table, problems := readCSV("\ufeffModel,Accuracy,unit,excerpt,Parameters\r\n\"Domestic, March\",20%,,\"was \"\"20%\"\"\",n/a\r\n\r\nGPT-4 , over 70%,%,,?\r\n")
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if table.Corner != "Model" || len(table.Columns) != 2 || table.Columns[1].Name != "Parameters" || len(table.Rows) != 2 {
		t.Fatalf("%+v", table)
	}
	march, gpt := table.Row("Domestic, March"), table.Row("GPT-4")
	if march == nil || gpt == nil || march.Excerpt != `was "20%"` || gpt.Unit.Kind != value.Percent {
		t.Fatalf("%+v", table.Rows)
	}
	v, err := table.Value("GPT-4", "Accuracy")
	if err != nil || v.Prose(value.Format{}) != "more than 70%" {
		t.Fatal(v, err)
	}
	if _, err := table.Value("GPT4", "Accuracy"); err == nil || err.Error() != `the table has no row "GPT4": did you mean "GPT-4"?` {
		t.Error(err)
	}
	if _, err := table.Value("GPT-4", "Tokens"); err == nil {
		t.Error("a column that is not there was read")
	}
}

func TestEveryCellKnowsItsPlaceInCharacters(t *testing.T) {
	table, _ := readCSV("企业,收入, note\n百川智能,\"1,480.5\",α\n光年之外,3, \"two\nlines\"\nlast,4,ω\n")
	for _, c := range []struct {
		row, col, line, column, endLine, endCol int
	}{{0, 0, 2, 7, 2, 14}, {0, 1, 2, 16, 2, 17}, {1, 0, 3, 6, 3, 7}, {1, 1, 3, 10, 4, 6}, {2, 1, 5, 8, 5, 9}} {
		at := table.Rows[c.row].Cells[c.col].At
		if at.Line != c.line || at.Col != c.column || at.EndLine != c.endLine || at.EndCol != c.endCol || at.File != "d.csv" {
			t.Errorf("row %d, cell %d is at %+v", c.row, c.col, at)
		}
	}
	if table.Columns[1].At.Col != 8 || table.Rows[1].At.Line != 3 {
		t.Errorf("%+v %+v", table.Columns[1].At, table.Rows[1].At)
	}
}

func TestBadShapesAreNamedAtTheirPlace(t *testing.T) {
	for _, c := range []struct {
		src, at, summary string
	}{
		{"", "briefing.yaml:9:11", "d.csv is empty"},
		{"a,b\n", "d.csv:1:1", "d.csv has no rows"},
		{"a\n1\n", "d.csv:1:1", "d.csv has only one column"},
		{"a,b\nx,1,2\n", "d.csv:2:5", "this row has 3 cells, the first row names 2 columns"},
		{"a,b,c\nx,1\n", "d.csv:2:3", "this row has 2 cells, the first row names 3 columns"},
		{"a,b\nx,\"1\ny,2\n", "d.csv:2:3", "this quotation mark is never closed"},
		{"a,b\nx,\"1\"2\n", "d.csv:2:6", "text stands behind the closing quotation mark"},
		{"a,b\nx,\xcf\xf0\xe8\xe2\xe5\xf2\n", "d.csv:2:5", "this is not UTF-8 text, and its encoding is not certain"},
		{"a,b\nx,\x00\n", "d.csv:2:3", "this is not UTF-8 text"},
		{"a,b\nCura\ufffdao,1\n", "d.csv:2:5", "this is no character but the sign for a lost one, \ufffd"},
		{"a,b,unit\nx,1,10 m\n", "d.csv:2:5", "a unit has no number in it"},
	} {
		table, problems := readCSV(c.src)
		if len(problems) != 1 || table != nil {
			t.Errorf("%q: %d problems, table %v", c.src, len(problems), table)
			continue
		}
		p := problems[0]
		if at := fmt.Sprintf("%s:%d:%d", p.At.File, p.At.Line, p.At.Col); at != c.at || p.Summary != c.summary {
			t.Errorf("%q: %s: %s, want %s: %s", c.src, at, p.Summary, c.at, c.summary)
		}
	}
}

func TestTrailingEmptyCellsAndRowsOfASpreadsheetAreForgiven(t *testing.T) {
	table, problems := readCSV("a,b,,\nx,1,,\n,,,\ny,2,,\n\n")
	if len(problems) > 0 || len(table.Rows) != 2 || len(table.Columns) != 1 {
		t.Fatal(problems, table)
	}
}

func TestAFileOfUnevenRowsIsOneProblem(t *testing.T) {
	_, problems := readCSV("a,b\n" + strings.Repeat("x,1,2\n", 1000))
	if len(problems) != 1 || problems[0].Summary != "this row has 3 cells, the first row names 2 columns; so it is with 999 other rows" {
		t.Fatal(len(problems), problems[0])
	}
}

// endless is a file without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = "a,"[i%2]
	}
	return len(p), nil
}

func TestHugeFilesAreNamedErrors(t *testing.T) {
	for name, src := range map[string]string{"cells.csv": strings.Repeat(",", limits.Cells.N()+1)} {
		var l diag.List
		if ReadTable(strings.NewReader(src), name, TableOptions{}, outlineAt, &l); len(l.Problems()) != 1 || l.Problems()[0].Code != "E-LIMIT" {
			t.Error(name, l.Problems())
		}
	}
	var l diag.List
	if ReadTable(endless{}, "endless.csv", TableOptions{}, outlineAt, &l); l.Len() != 1 || l.Problems()[0].Code != "E-LIMIT" {
		t.Error(l.Problems())
	}
}

func TestOtherFilesAreRefusedByName(t *testing.T) {
	var l diag.List
	if ReadTable(strings.NewReader("x"), "d.ods", TableOptions{}, outlineAt, &l); l.Len() != 1 || l.Problems()[0].Hint != "save it as CSV (UTF-8) or XLSX" {
		t.Error(l.Problems())
	}
}

func sampleWorkbook(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	set := func(cell string, v any, style *excelize.Style) {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
		if style != nil {
			id, err := f.NewStyle(style)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle("Sheet1", cell, cell, id); err != nil {
				t.Fatal(err)
			}
		}
	}
	custom := func(code string) *excelize.Style { return &excelize.Style{CustomNumFmt: &code} }
	for i, name := range []string{"Company", "Share", "Revenue", "Started", "Said", "Noise", "Money"} {
		set(fmt.Sprintf("%c3", 'B'+i), name, nil)
	}
	set("B4", "Baichuan", nil)
	set("C4", 0.125, &excelize.Style{NumFmt: 10})
	set("D4", 1480.456, custom("#,##0.0"))
	set("E4", time.Date(2023, 5, 31, 0, 0, 0, 0, time.UTC), custom("yyyy-mm-dd"))
	set("F4", "40 to 50", nil)
	set("G4", 0.1+0.2, nil)
	set("H4", 12.5, custom(`[$€-407] #,##0.00`))
	set("B5", "Light Years", nil)
	set("C5", 0.5, &excelize.Style{NumFmt: 9})
	set("D5", -3, nil)
	set("E5", time.Date(2023, 4, 1, 0, 0, 0, 0, time.UTC), custom("mmm yyyy"))
	set("F5", "=SUM(A1:A2)", nil)
	set("G5", "1,5", nil)
	set("H5", 3000000, custom(`"RMB" 0`))
	if _, err := f.NewSheet("Notes"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellFormula("Notes", "B2", "1+1"); err != nil {
		t.Fatal(err)
	}
	for cell, v := range map[string]string{"A1": "a", "B1": "b", "A2": "x"} {
		if err := f.SetCellStr("Notes", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readXLSX(data []byte, o TableOptions) (*Table, []diag.Problem) {
	var l diag.List
	return ReadTable(bytes.NewReader(data), "d.xlsx", o, outlineAt, &l), l.Problems()
}

func TestAWorkbookReadsAsItsAuthorSeesIt(t *testing.T) {
	table, problems := readXLSX(sampleWorkbook(t), TableOptions{})
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	want := [][]string{{"12.50%", "1,480.5", "2023-05-31", "40 to 50", "0.3", "€ 12.50"}, {"50%", "-3", "2023-04", "=SUM(A1:A2)", "1,5", "RMB 3000000"}}
	for y, row := range want {
		for x, text := range row {
			c := table.Rows[y].Cells[x]
			if c.Text != text {
				t.Errorf("cell %s is %q, want %q", c.At.Note, c.Text, text)
			}
		}
	}
	if at := table.Rows[0].Cells[0].At; at.Note != "Sheet1!C4" || at.File != "d.xlsx" || at.Line != 0 {
		t.Errorf("%+v", at)
	}
	if table.Corner != "Company" || table.Columns[0].At.Note != "Sheet1!C3" {
		t.Errorf("%+v", table)
	}
}

func TestSheetAndRangeChooseThePartOfAWorkbook(t *testing.T) {
	data := sampleWorkbook(t)
	table, problems := readXLSX(data, TableOptions{Sheet: "Sheet1", Range: "B3:C5"})
	if len(problems) > 0 || len(table.Columns) != 1 || len(table.Rows) != 2 {
		t.Fatal(problems)
	}
	for _, c := range []struct {
		o             TableOptions
		summary, hint string
	}{
		{TableOptions{Sheet: "Note"}, `d.xlsx has no sheet "Note"`, `did you mean "Notes"?`},
		{TableOptions{Range: "B3?"}, `"B3?" is no range of cells`, "write it as B2:E10"},
		{TableOptions{Range: "C5:B3"}, `"C5:B3" is no range of cells`, "write it as B2:E10"},
		{TableOptions{Range: "A1:B2"}, `A1:B2 of sheet "Sheet1" in d.xlsx is empty`, ""},
		{TableOptions{Range: "B3:B5"}, "d.xlsx has only one column",
			"a `range` such as B3:F14 leaves out what stands around the table; the first row names the columns, the first column names the rows"},
		{TableOptions{Separator: "tab"}, "separator has no effect on d.xlsx: a workbook has cells", "leave it out"},
		{TableOptions{Decimal: ","}, "decimal has no effect on d.xlsx: a workbook holds numbers, not their spelling", "leave it out"},
		{TableOptions{Encoding: "utf-8"}, "encoding has no effect on d.xlsx: a workbook says its own", "leave it out"},
		{TableOptions{Sheet: "Notes"}, "cell B2 is a formula without a stored result", "open the workbook, let it calculate and save it"},
	} {
		table, problems := readXLSX(data, c.o)
		if table != nil || len(problems) != 1 || problems[0].Summary != c.summary || c.hint != "" && problems[0].Hint != c.hint {
			t.Errorf("%+v: %+v", c.o, problems)
		}
	}
}

func TestHostileWorkbooksAreNamedErrors(t *testing.T) {
	zipOf := func(name string, size int) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, _ := z.Create(name)
		_, _ = w.Write(bytes.Repeat([]byte(" "), size))
		_ = z.Close()
		return b.Bytes()
	}
	for name, data := range map[string][]byte{
		"no zip":     []byte("company,share\n"),
		"cut short":  sampleWorkbook(t)[:2000],
		"protected":  {0xd0, 0xcf, 0x11, 0xe0, 0, 0},
		"xml bomb":   zipOf("xl/worksheets/sheet1.xml", limits.PartBytes.N()+1),
		"zip bomb":   zipOf("xl/media/image1.bin", limits.DataBytes.N()+1),
		"empty zip":  zipOf("x", 0),
		"many cells": sparseWorkbook(t, 3000),
	} {
		table, problems := readXLSX(data, TableOptions{})
		if table != nil || len(problems) != 1 || problems[0].Severity != diag.Error {
			t.Errorf("%s: %v", name, problems)
		}
	}
}

// sparseWorkbook has rows whose only cell is the last of 16,384.
func sparseWorkbook(t testing.TB, rows int) []byte {
	t.Helper()
	var sheet strings.Builder
	sheet.WriteString(`<sheetData>`)
	for i := range rows {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
	}
	sheet.WriteString(`</sheetData>`)
	return workbookOf(t, sheet.String())
}

// workbookOf is a workbook whose first sheet holds what is given.
func workbookOf(t testing.TB, sheet string) []byte {
	t.Helper()
	sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + sheet + `</worksheet>`
	in, err := zip.NewReader(bytes.NewReader(sampleWorkbook(t)), int64(len(sampleWorkbook(t))))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, part := range in.File {
		if part.Name == "xl/worksheets/sheet1.xml" {
			w, _ := z.Create(part.Name)
			_, _ = w.Write([]byte(sheet))
		} else if err := z.Copy(part); err != nil {
			t.Fatal(err)
		}
	}
	_ = z.Close()
	return b.Bytes()
}

// FuzzCSV: a text file is a table or a problem inside it, and its cells are those that the standard library reads of the text
// that was decoded, with the mark that was found.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\nx,1\n", "\ufeffa,b\r\nx,\"1,2\"\r\n", "a,b\n\"x\"\"y\",\n", "a,unit,excerpt,b\nx,%,said,1\n", "a;b\n", "a,b\nx,\"", "a,b\n\"x\n\n\",1\n", ",,0\n,0,", "\xff\xfea\x00,\x00b\x00\n\x00x\x00,\x001\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		defer cputime.Bound(t)()
		table, problems := readCSV(s)
		var l diag.List
		r := &reader{name: "d.csv", at: outlineAt, l: &l}
		text, decoded := r.decode(s, TableOptions{})
		lines := strings.Split(strings.ReplaceAll(strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n"), "\r", "\n"), "\n")
		for _, p := range problems {
			if p.At.File == "d.csv" && (p.At.Line < 1 || p.At.Col < 1 || decoded && (p.At.Line > len(lines) || p.At.Col > utf8.RuneCountInString(lines[p.At.Line-1])+1)) {
				t.Fatalf("%q: %+v lies outside", s, p)
			}
		}
		if table == nil && len(problems) == 0 {
			t.Fatalf("%q: no table and no problem", s)
		}
		sep, found := r.separator(text, TableOptions{})
		rows := r.csv(s, TableOptions{})
		if table != nil && (!decoded || !found || r.problems > 0) {
			t.Fatalf("%q is a table, and its cells cannot be read: %v", s, l.Problems())
		}
		if !decoded || !found || r.problems > 0 || strings.Contains(text, "\r") {
			return
		}
		c := csv.NewReader(strings.NewReader(text))
		c.Comma, c.FieldsPerRecord = rune(sep), -1
		want, err := c.ReadAll()
		if err != nil {
			return
		}
		var got [][]string
		for _, row := range rows {
			var cells []string
			for _, c := range row {
				cells = append(cells, c.Text)
			}
			got = append(got, cells)
		}
		if got, want := said(got), said(want); got != want {
			t.Fatalf("%q holds\n%s\nwant\n%s", s, got, want)
		}
	})
}

// said are the rows that say something, whatever room stands in and around their cells.
func said(rows [][]string) string {
	var b strings.Builder
	for _, row := range rows {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		for _, cell := range row {
			fmt.Fprintf(&b, "%q ", strings.Join(strings.Fields(cell), " "))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func longCSV(rows int) string {
	var b strings.Builder
	b.WriteString("Model,2021,2022,2023,excerpt\n")
	for i := range rows {
		fmt.Fprintf(&b, "row %d,%d,\"%d,480.5\",over %d%%,said so\n", i, i, i%900+1, i%100)
	}
	return b.String()
}

func BenchmarkReadCSV100kRows(b *testing.B) {
	src := longCSV(100_000)
	b.ReportAllocs()
	for b.Loop() {
		if table, problems := readCSV(src); table == nil {
			b.Fatal(problems)
		}
	}
}
