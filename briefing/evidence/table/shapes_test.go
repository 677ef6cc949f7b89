package table

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// One table is one table however it lies: as rows of periods, turned on its side, or as one value a row; in calendar and in fiscal
// periods, with and without a total. Its values, names and their order are the same, and its periods are in the order of time.
func TestATableIsTheSameHoweverItLies(t *testing.T) {
	rng := rand.New(rand.NewPCG(10, 6))
	forms := []func(i int) string{
		func(i int) string { return fmt.Sprintf("FY%02d", 15+i) },
		func(i int) string { return fmt.Sprintf("%d/%02d", 2015+i, 16+i) },
		func(i int) string { return fmt.Sprintf("Q%d FY%02d", 1+i%4, 20+i/4) },
		func(i int) string { return fmt.Sprintf("%dQ%02d", 1+i%4, 20+i/4) },
		func(i int) string { return fmt.Sprintf("H%d %d", 1+i%2, 2020+i/2) },
		func(i int) string {
			return fmt.Sprintf("%s-%02d", strings.Fields("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")[i%12], 21+i/12)
		},
		func(i int) string { return fmt.Sprintf("%dE", 2026+i) },
	}
	for n := range 49 {
		form := forms[n%len(forms)]
		rows, cols := 2+rng.IntN(8), 1+rng.IntN(4)
		plain := [][]string{{"Period"}}
		for c := range cols {
			plain[0] = append(plain[0], fmt.Sprintf("Series %c", 'A'+c))
		}
		for i := range rows {
			row := []string{form(i)}
			for range cols {
				row = append(row, []string{fmt.Sprint(rng.IntN(2000)), fmt.Sprintf("%d.%d", rng.IntN(90), rng.IntN(10)), "n/a", fmt.Sprintf("-%d", 1+rng.IntN(50))}[rng.IntN(4)])
			}
			plain = append(plain, row)
		}
		turned := make([][]string, cols+1)
		for c := range turned {
			for _, row := range plain {
				turned[c] = append(turned[c], row[c])
			}
		}
		long := [][]string{{"Period", "Series", "Value"}}
		for _, row := range plain[1:] {
			for c := 1; c <= cols; c++ {
				long = append(long, []string{row[0], plain[0][c], row[c]})
			}
		}
		sep := []string{",", ";", "\t"}[rng.IntN(3)]
		of := func(g [][]string, o TableOptions) string {
			var b bytes.Buffer
			for _, row := range g {
				b.WriteString(strings.Join(row, sep) + "\n")
			}
			var l diag.List
			o.Separator = map[string]string{",": "comma", ";": "semicolon", "\t": "tab"}[sep]
			table := ReadTable(&b, "d.csv", o, diag.Span{}, &l)
			if table == nil {
				t.Fatalf("%v: %v", g, l.Problems())
			}
			out := ""
			for i := range table.Rows {
				for c := range table.Columns {
					v, err := table.Judge(&table.Rows[i], c)
					out += fmt.Sprintln(table.Rows[i].Name, table.Columns[c].Name, v.String(), err)
				}
			}
			return out
		}
		want := of(plain, TableOptions{})
		if got := of(turned, TableOptions{Transpose: true}); got != want {
			t.Fatalf("turned %v:\n%s\nwant\n%s", turned, got, want)
		}
		if got := of(long, TableOptions{SeriesName: Named{Name: "Series"}, SeriesOf: Named{Name: "Value"}}); got != want {
			t.Fatalf("long %v:\n%s\nwant\n%s", long, got, want)
		}
		if lines := strings.Count(want, "\n"); lines != rows*cols || !strings.HasPrefix(want, plain[1][0]+" Series A ") {
			t.Fatalf("%d values of %v:\n%s", lines, plain, want)
		}
		var names []string
		for _, row := range plain[1:] {
			names = append(names, row[0])
		}
		for month := range 13 {
			dates, errs := value.Calendar{YearStarts: month}.ParseDates(names)
			for i, err := range errs {
				if err != nil {
					t.Fatalf("%q: %v", names[i], err)
				}
			}
			if !slices.IsSortedFunc(dates, value.Date.Compare) {
				t.Fatalf("years from month %d: %v are not in order", month, names)
			}
			for i := 1; i < len(dates); i++ {
				if step, ok := dates[i-1].Step(dates[i]); !ok || step != 1 {
					t.Fatalf("years from month %d: %s does not follow %s", month, names[i], names[i-1])
				}
			}
		}
	}
}

// TestAHeadWithoutACornerIsNoTitle: a file of names and one column, as R writes them, loses no row.
func TestAHeadWithoutACornerIsNoTitle(t *testing.T) {
	for src, want := range map[string]string{
		"\"\",\"x\"\nAfrica,11506\nAsia,16988\n":        "|x\nAfrica|11506\nAsia|16988",
		"Areas\n,x\nAfrica,11506\nAsia,16988\n":         "|x\nAfrica|11506\nAsia|16988",
		"Areas,\nName,x\nAfrica,11506\nAsia,16988\n":    "Name|x\nAfrica|11506\nAsia|16988",
		",Areas,\nName,x,y\nAfrica,11506,1\nAsia,1,2\n": "Name|x|y\nAfrica|11506|1\nAsia|1|2",
	} {
		table, problems := readCSV(src)
		if table == nil || asSeen(table) != want {
			t.Errorf("%q: %v, %v", src, table, problems)
		}
	}
	text := func(at, s string) string { return `<c r="` + at + `" t="inlineStr"><is><t>` + s + `</t></is></c>` }
	for head, want := range map[string]string{
		text("B1", "x"):     "|x\nAfrica|7\nAsia|8",
		text("A1", "Areas"): "Africa|7\nAsia|8",
	} {
		table, problems := readXLSX(workbookOf(t, `<sheetData><row r="1">`+head+`</row><row r="2">`+text("A2", "Africa")+`<c r="B2"><v>7</v></c></row><row r="3">`+text("A3", "Asia")+
			`<c r="B3"><v>8</v></c></row></sheetData>`), TableOptions{})
		if table == nil || asSeen(table) != want {
			t.Errorf("%s: %v, %v", head, table, problems)
		}
	}
}
