package table

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"roadshow/internal/diag"
)

// book is a workbook of one sheet, its merged ranges named as A1:B1.
func book(t *testing.T, rows [][]any, merged string, dress func(*excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	for y, row := range rows {
		for x, v := range row {
			name, _ := excelize.CoordinatesToCellName(x+1, y+1)
			if v != nil {
				_ = f.SetCellValue("Sheet1", name, v)
			}
		}
	}
	for _, m := range strings.Fields(merged) {
		from, to, _ := strings.Cut(m, ":")
		_ = f.MergeCell("Sheet1", from, to)
	}
	if dress != nil {
		dress(f)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readBook(data []byte, o TableOptions) (*Table, string) {
	var l diag.List
	table := ReadTable(bytes.NewReader(data), "d.xlsx", o, diag.Span{File: "briefing.yaml", Line: 9}, &l)
	var out []string
	for _, p := range l.Problems() {
		out = append(out, p.Code+" "+p.At.Note+" "+p.Summary+" | "+p.Hint)
	}
	return table, strings.Join(out, "\n")
}

// Two rows name the columns without a question where nothing else can be meant; else the author is asked.
func TestTwoRowsNameTheColumnsWhereNothingElseCanBeMeant(t *testing.T) {
	for _, c := range []struct {
		what   string
		rows   [][]any
		merged string
		want   string // "": asked
	}{
		{"quarters below years", [][]any{{nil, "2008", nil, "2009", nil}, {nil, "Qtr 1", "Qtr 2", "Qtr 1", "Qtr 2"}, {"Budget", 1, 2, 3, 4}, {"Actual", 5, 6, 7, 8}}, "B1:C1 D1:E1",
			"|2008 · Qtr 1|2008 · Qtr 2|2009 · Qtr 1|2009 · Qtr 2\nBudget|1|2|3|4\nActual|5|6|7|8"},
		{"years below a name", [][]any{{"Region", "Volume", nil, "Share"}, {nil, 2022, 2023, nil}, {"North", 1, 2, "a"}, {"South", 3, 4, "b"}}, "A1:A2 B1:C1",
			"Region|Volume · 2022|Volume · 2023|Share\nNorth|1|2|a\nSouth|3|4|b"},
		{"a title above", [][]any{{"Sales of a made-up firm"}, {nil, "North", nil, "South", nil}, {nil, "Plan", "Actual", "Plan", "Actual"}, {"Nuts", 1, 2, 3, 4}}, "A1:E1 B2:C2 D2:E2",
			"|North · Plan|North · Actual|South · Plan|South · Actual\nNuts|1|2|3|4"},
		{"the second row may be a row's", [][]any{{"Region", "Volume", nil}, {"North", "none", "few"}, {"South", 1, 2}, {"West", 3, 4}}, "B1:C1", ""},
		{"two names are one", [][]any{{"Region", "Volume", nil}, {nil, "Sales", "sales"}, {"North", 1, 2}, {"South", 3, 4}}, "A1:A2 B1:C1", ""},
		{"nothing but words", [][]any{{"Region", "Contact", nil}, {nil, "Name", "Town"}, {"North", "Ann", "Aber"}, {"South", "Bob", "Bree"}}, "A1:A2 B1:C1", ""},
		{"numbers that are no years", [][]any{{"Region", "Volume", nil}, {nil, 12, 14}, {"North", 1, 2}, {"South", 3, 4}}, "A1:A2 B1:C1", ""},
		{"years that do not rise", [][]any{{"Region", "Volume", nil}, {nil, 2023, 2021}, {"North", 1, 2}, {"South", 3, 4}}, "A1:A2 B1:C1", ""},
		{"what stands for a value", [][]any{{"Region", "Volume", nil}, {nil, "n/a", "new"}, {"North", 1, 2}, {"South", 3, 4}}, "A1:A2 B1:C1", ""},
		{"three rows", [][]any{{nil, "Volume", nil, nil, nil}, {nil, "2008", nil, "2009", nil}, {nil, "Q1", "Q2", "Q1", "Q2"}, {"North", 1, 2, 3, 4}, {"South", 1, 2, 3, 4}, {"All", 2, 4, 6, 8}}, "B1:E1 B2:C2 D2:E2",
			"|2008 · Q1|2008 · Q2|2009 · Q1|2009 · Q2\nNorth|1|2|3|4\nSouth|1|2|3|4\nAll|2|4|6|8"},
		{"a merged name below a name", [][]any{{"Region", "Volume", nil, nil, nil}, {nil, "2008", nil, "2009", nil}, {nil, "Q1", "Q2", "Q1", "Q2"}, {"North", 1, 2, 3, 4}, {"South", 1, 2, 3, 4}}, "B1:E1 B2:C2 D2:E2", ""},
	} {
		table, problems := readBook(book(t, c.rows, c.merged, nil), TableOptions{})
		switch {
		case c.want == "" && (table != nil || !strings.Contains(problems, "header_rows")):
			t.Errorf("%s: not asked: %s", c.what, problems)
		case c.want != "" && table == nil:
			t.Errorf("%s: %s", c.what, problems)
		case c.want != "" && asSeen(table) != c.want:
			t.Errorf("%s:\n%s\nwant\n%s", c.what, asSeen(table), c.want)
		case c.want != "" && c.what != "a title above" && c.what != "three rows" && !strings.Contains(strings.Join(table.Said, " "), "rows 1 and 2 of sheet"):
			t.Errorf("%s: it is not said: %q", c.what, table.Said)
		}
	}
}

// A number below the calendar in a format of dates is refused with its cell; midnight is a time.
func TestNumbersThatNoCalendarHasAreRefused(t *testing.T) {
	for _, c := range []struct {
		value  float64
		format string
		want   string
	}{
		{-1.2, "yy", "Sheet1!B3 (line 9 of briefing.yaml) cell B3 is formatted as a date or a time, and no calendar has its number, -1.2"},
		{0, "yyyy-mm-dd", "no calendar has its number, 0"},
		{60.25, "dd/mm/yyyy", "no calendar has its number, 60.25"},
		{3e6, "mmm yy", "no calendar has its number, 3000000"},
		{-0.5, "hh:mm", "no calendar has its number, -0.5"},
		{0, "hh:mm", ""}, {1, "yyyy-mm-dd", ""}, {61, "yyyy-mm-dd", ""}, {2958465, "yyyy", ""},
	} {
		data := book(t, [][]any{{"Name", "Day"}, {"A", 45000}, {"B", c.value}}, "", func(f *excelize.File) {
			style, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &c.format})
			_ = f.SetCellStyle("Sheet1", "B2", "B3", style)
		})
		table, problems := readBook(data, TableOptions{})
		if (table != nil) != (c.want == "") || !strings.Contains(problems, c.want) || c.want != "" && !strings.Contains(problems, "correct it in the workbook, leave it empty") {
			t.Errorf("%v in %q: %s, want %s", c.value, c.format, problems, c.want)
		}
	}
}
