package table

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// readSample reads a workbook of testdata, each by another writer than these tests (scripts/data/workbooks.py).
func readSample(t *testing.T, name string, o TableOptions) (*Table, string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "workbooks", name+".xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	table, problems := readXLSX(data, o)
	var said []string
	for _, p := range problems {
		said = append(said, strings.TrimSpace(p.At.Note+" "+p.Summary+" | "+p.Hint))
	}
	return table, strings.Join(said, "\n")
}

// asSeen is a table as a reader sees it: its heading, then a line for each row.
func asSeen(t *Table) string {
	lines := []string{t.Corner}
	for _, c := range t.Columns {
		lines[0] += "|" + c.Name
	}
	for _, r := range t.Rows {
		line := r.Name
		for _, c := range r.Cells {
			line += "|" + c.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func TestAWorkbookIsPrintedAsItsReadersSeeIt(t *testing.T) {
	for _, c := range []struct {
		name string
		o    TableOptions
		want string
	}{
		{"booleans", TableOptions{}, "Name|Listed|Sales\nAlpha|TRUE|5\nBeta|FALSE|6"},
		{"times", TableOptions{}, "Item|Time|Stamp\nA|8:30|2020-10-01 14:30\nB|36:00:00|2020-10-01 9:15 AM\nC|6:00 PM|2020-10-01 18:00\nD|14:24|2020-10"},
		{"moments", TableOptions{}, "Form|Value\ntime|10:30\nelapsed|36:00\nmonth|2024-03\nmonth and year|2024-03\nyear|2024\nmoment|2024-03-31 14:30\nminutes|14:24\nday|2024-03-31"},
		{"far-cell", TableOptions{Range: "A1:B3"}, "Item|Sales\nA|1\nB|2"},
		{"far-cell", TableOptions{}, "Item|Sales\nA|1\nB|2"},
		{"first-sheet-hidden", TableOptions{}, "Item|Sales\nSeen|1"},
		{"first-sheet-hidden", TableOptions{Sheet: "Sheet", Hidden: IncludeHidden}, "Item|Sales\nFromHiddenSheet|1"},
		{"percent-as-shown", TableOptions{}, "Unit|Margin|Churn\nNorth|40.89%|0%\nSouth|17.30%|2%\nEast|104.52%|0%"},
		{"zeros", TableOptions{}, "Line|V\nA|00501\nB|02134"},
		{"month-names", TableOptions{}, "When|V\n2025-01|3\n2025-02|9\n2025-03|5"},
		{"numbers", TableOptions{}, "Name|Share\nA|12.3%\nB|87.7%"},
		{"hidden-column", TableOptions{Hidden: SkipHidden}, "Customer|Sales\nAlder|10\nBirch|12\nCedar|14"},
		{"hidden-rows", TableOptions{Hidden: SkipHidden}, "Name|Rev\nA|5\nB|7"},
		{"hidden-rows", TableOptions{Hidden: IncludeHidden}, "Name|Rev|Secret col\nA|5|1\nHidden row|99|2\nB|7|3"},
		{"hidden", TableOptions{Hidden: SkipHidden}, "Name|Sales\nA|5\nC|7"},
		{"hidden", TableOptions{Range: "A1:B2"}, "Name|Sales\nA|5"},
		{"literals", TableOptions{Range: "A1:D3"}, "Item|Multiple|Bps|Millions\nA|12.5x|25 bp|1.2m\nB|10.0x|30 bp|7.7m"},
		{"literals", TableOptions{Hidden: SkipHidden}, "Item|Multiple|Bps|Millions|Hidden|Neg\nA|12.5x|25 bp|1.2m||(5)\nB|10.0x|30 bp|7.7m||6"},
		{"literals", TableOptions{Hidden: IncludeHidden}, "Item|Multiple|Bps|Millions|Hidden|Neg\nA|12.5x|25 bp|1.2m|5|(5)\nB|10.0x|30 bp|7.7m|6|6"},
		{"text", TableOptions{}, "Item|Code\nzip|91601\nnumber|0106777\nexponent|40E3\nid|1234567890123456789\ndate|15/10/2017\npart|C2\nalloy|2000 series wrought alloys\nstreet|103 EAST 97TH STREET\nmoney|$5m\nrange|40 to 50 bn"},
		{"filled", TableOptions{}, "Region|City|Sales\nNorth|Aber|1\nNorth|Bree|2\nSouth|Cove|3\nSouth|Dale|4"},
		{"titles", TableOptions{}, "Region|2023|2024\nNorth|1|2\nSouth|3|4"},
		{"spacers", TableOptions{}, "Region|2023|2024\nNorth|1|2\nSouth|3|4"},
		{"two-tables", TableOptions{Range: "A5:B7"}, "Product|Cost\nNut|3\nBolt|4"},
		{"merged", TableOptions{}, "Region|Volume · 2022|Volume · 2023|Share\nNorth|1|2|40%\nSouth|3|4|60%"},
		{"merged", TableOptions{HeaderRows: 2}, "Region|Volume · 2022|Volume · 2023|Share\nNorth|1|2|40%\nSouth|3|4|60%"},
		{"deals", TableOptions{Sheet: "Countries", Range: "A3:D5", HeaderRows: 2}, "Country|Volume · 2022|Volume · 2023|Share\nGermany|25.1|27.9|22.0%"},
		{"from-1904", TableOptions{}, "Name|Day\nA|2017-02-26\nB|1904-01-01"},
		{"hand", TableOptions{}, "Name|Sales|Note\nNorth|1|\nSouth|2|"},
		{"utf16", TableOptions{}, "Name|Sales|Note\nNorth|1|\nSouth|2|"},
		{"lo-moments", TableOptions{Range: "A1:B3"}, "Form|Value\ntime|10:30\nelapsed|36:00"},
		{"titles", TableOptions{Transpose: true}, "Region|North|South\n2023|1|3\n2024|2|4"},
	} {
		for _, name := range []string{c.name, "lo-" + c.name} { // as LibreOffice writes it, where it has
			if _, err := os.Stat(filepath.Join("testdata", "workbooks", name+".xlsx")); err != nil && name != c.name {
				continue
			}
			table, problems := readSample(t, name, c.o)
			if table == nil || asSeen(table) != c.want {
				got := problems
				if table != nil {
					got = asSeen(table)
				}
				t.Errorf("%s %+v:\n%s\nwant\n%s", name, c.o.Range, got, c.want)
			}
		}
	}
}

func TestWhatAWorkbookHidesOrLacksIsRefusedByName(t *testing.T) {
	for _, c := range []struct {
		name string
		o    TableOptions
		want string
	}{
		{"hidden-column", TableOptions{}, `column B of sheet "Sheet" in d.xlsx is hidden | set ` + "`hidden: skip` to leave out what is hidden, `hidden: include` to print it, or unhide it in the workbook"},
		{"hidden-rows", TableOptions{}, `column C and row 3 of sheet "Main" in d.xlsx are hidden | `},
		{"hidden", TableOptions{Range: "A1:C4"}, `column C and row 3 of sheet "Data" in d.xlsx are hidden | `},
		{"hidden", TableOptions{Sheet: "Secret"}, `sheet "Secret" of d.xlsx is hidden | unhide it in the workbook, or set ` + "`hidden: include`"},
		{"hidden", TableOptions{Sheet: "Secret", Hidden: SkipHidden}, `sheet "Secret" of d.xlsx is hidden | `},
		{"literals", TableOptions{}, `cells E2 and E3 of sheet "Sheet" in d.xlsx are hidden by their number formats | `},
		{"uncached", TableOptions{}, "Sheet!C122 (line 9 of briefing.yaml) cell C122 is a formula without a stored result | "},
		{"two-tables", TableOptions{}, `sheet "Data" of d.xlsx holds 2 tables | set ` + "`range` to one of them: A1:B3, A5:B7"},
	} {
		if table, problems := readSample(t, c.name, c.o); table != nil || !strings.Contains(problems, c.want) {
			t.Errorf("%s %+v:\n%s\nwant\n%s", c.name, c.o, problems, c.want)
		}
	}
}

// TestWhatHasNoHeightOrWidthIsHidden: what a sheet says of all its rows and columns counts where one says nothing of its own.
// zeroHeight alone hides rows without cells, which Excel does not write.
func TestWhatHasNoHeightOrWidthIsHidden(t *testing.T) {
	text := func(at, s string) string { return `<c r="` + at + `" t="inlineStr"><is><t>` + s + `</t></is></c>` }
	number := func(at, n string) string { return `<c r="` + at + `"><v>` + n + `</v></c>` }
	rows := func(second string) string {
		return `<sheetData><row r="1" ht="15">` + text("A1", "Name") + text("B1", "Sales") + `</row><row r="2" ht="15">` + text("A2", "Alder") + number("B2", "5") +
			`</row><row r="3"` + second + `>` + text("A3", "Birch") + number("B3", "7") + `</row></sheetData>`
	}
	for _, c := range []struct{ sheet, want string }{
		{rows(``), ""},
		{rows(` ht="0"`), "row 3 of sheet"},
		{rows(` ht="0.0" customHeight="1"`), "row 3 of sheet"},
		{rows(` hidden="true"`), "row 3 of sheet"},
		{`<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>` + rows(``), ""},
		{`<sheetFormatPr defaultRowHeight="0"/>` + rows(``), ""},
		{`<sheetFormatPr defaultRowHeight="0" customHeight="1"/>` + rows(``), "row 3 of sheet"},
		{`<sheetFormatPr defaultRowHeight="0" zeroHeight="true"/>` + rows(``), "row 3 of sheet"},
		{`<sheetFormatPr defaultRowHeight="0" zeroHeight="1"/>` + rows(` ht="15"`), ""},
		{`<sheetFormatPr defaultColWidth="0" defaultRowHeight="15"/><cols><col min="1" max="1" width="9"/></cols>` + rows(``), "column B of sheet"},
		{`<sheetFormatPr defaultColWidth="0" defaultRowHeight="15"/><cols><col min="1" max="2" width="9"/></cols>` + rows(``), ""},
		{`<cols><col min="2" max="16384" width="0"/></cols>` + rows(``), "column B of sheet"},
	} {
		table, problems := readXLSX(workbookOf(t, c.sheet), TableOptions{})
		if refused := table == nil; refused != (c.want != "") || refused && (len(problems) != 1 || !strings.HasPrefix(problems[0].Summary, c.want) || !strings.HasSuffix(problems[0].Summary, " hidden")) {
			t.Errorf("%s: %v, want %q", c.sheet[:min(len(c.sheet), 90)], problems, c.want)
		}
		if table, problems := readXLSX(workbookOf(t, c.sheet), TableOptions{Hidden: IncludeHidden}); table == nil || len(table.Rows) != 2 {
			t.Errorf("%s, included: %v", c.sheet[:min(len(c.sheet), 90)], problems)
		}
	}
}

// TestValuesAreWhatIsStored: the text is what the cell shows; the value has all digits, its label those that are shown.
func TestValuesAreWhatIsStored(t *testing.T) {
	for _, name := range []string{"forms", "lo-forms"} {
		table, problems := readSample(t, name, TableOptions{})
		if table == nil {
			t.Fatal(problems)
		}
		want := []struct{ text, exact, label string }{
			{"1,234.6", "1234.56", "1,234.6"}, {"12.3%", "12.3%", "12.3%"}, {"12.5x", "12.5×", "12.5×"}, {"25 bp", "25 bp", ""},
			{"12.3m", "12.345678m", "12.3m"}, {"00501", "", ""}, {"(166.0)", "-166.04", "−166.0"}, {"€ 12.50", "€12.5", "€12.50"}, {"1", "0.6", "1"},
			{"1.23E+05", "123456", "123,456"}, {"1 1/2", "1.5", "1.5"}, {"$2.5m", "$2.5m", "$2.5m"}, {"1,235", "1234.567k", "1,235k"}, {"25.0%", "25%", "25.0%"},
			{"-", "0", "0"}, {"123-45-6789", "", ""}, {"0.333333333", "0.333333333333333", "0.3333"}, {"7 staff", "7 staff", "7"}, {"-5.3", "5.25", "5.3"}, {"-3.4%", "-3.4%", "−3.4%"},
		}
		for i, w := range want {
			c := &table.Rows[i].Cells[0]
			if c.Text != w.text {
				t.Errorf("%s: %s is seen as %q, want %q", name, table.Rows[i].Name, c.Text, w.text)
			}
			v, err := c.Read(value.Unit{})
			if w.exact == "" {
				if err == nil {
					t.Errorf("%s: the code %s is read as %s", name, c.Text, v)
				}
				continue
			}
			exact, parseErr := source.ParseValue(w.exact)
			if err != nil || parseErr != nil || v.Lo.Rat().Cmp(exact.Lo.Rat()) != 0 || v.Unit.Kind != exact.Unit.Kind || v.Unit.Scale != exact.Unit.Scale {
				t.Errorf("%s: %s is %v %v, want %s", name, table.Rows[i].Name, v.Lo.N, err, w.exact)
			}
			if label := v.Label(value.Format{}); w.label != "" && label != w.label {
				t.Errorf("%s: %s is labelled %q, want %q", name, table.Rows[i].Name, label, w.label)
			}
		}
	}
}
