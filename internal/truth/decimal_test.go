package truth

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow"
)

// TestTheDecimalMarkOfAnOutline: figures, typed cells and the values of charts are read with it, data files with their own.
func TestTheDecimalMarkOfAnOutline(t *testing.T) {
	const story = `title: T
date: 2025-03-31
DECIMAL
sources:
  s: {title: S, file: s.txt}
data:
  d: {file: d.csv, DATA source: s, own: Tonnen}
figures:
  euro: {value: "€1.234", excerpt: "1.234 Euro"}
  steel: {value: "9.876,5 kg", excerpt: "9.876,5 kg"}
  plain: {value: 2.345, basis: own}
themes:
  - name: One
    claim: It was $euro, $steel and $plain
    evidence:
      - table: {title: Staff, columns: [Item, Number], rows: [[Works, "3.210"], [Offices, "9,5"]]}
      - table: {title: Steel, data: d}
      - chart: {title: Sales, kind: column, values: {"2023": "4.567", "2024": "6.789,5"}}
`
	compile := func(t *testing.T, decimal, data string) *roadshow.Result {
		dir := t.TempDir()
		for name, text := range map[string]string{
			"briefing.yaml": strings.NewReplacer("DECIMAL", decimal, "DATA", data).Replace(story),
			"s.txt":         "Wir haben 1.234 Euro, und noch 9.876,5 kg Stahl der Fabrik.\n",
			"d.csv":         "Land;Tonnen\nBayern;5.432\nHessen;7.654\n",
		} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return compileFolder(t, dir, func(*roadshow.Options) {})
	}
	for _, key := range []string{`decimal: ","`, "decimal: comma"} {
		r := compile(t, key, "decimal: point,")
		if r.Problems.Failed(false) {
			t.Fatal(r.Problems.Problems())
		}
		pages := strings.Join(strings.Fields(strings.Join(slices.Concat(printed(r.Files.Document), printed(r.Files.Slides)), " ")), " ")
		for _, want := range []string{"€1,234, 9,876.5 kg and 2,345", "3,210", "9.5", "5.432", "7.654", "4,567", "6,789.5"} {
			if !strings.Contains(pages, want) {
				t.Errorf("%s: %q is not printed:\n%s", key, want, pages)
			}
		}
	}
	for _, c := range []struct{ decimal, data, want string }{
		{"", "decimal: point,", "briefing.yaml:9:17 E-EXCERPT"}, // €1.234 is one euro and some
		{"decimal: comma", "", "d.csv:2:1 E-DATA"},              // a file is asked about itself
		{"language: de", "decimal: point,", "briefing.yaml:9:18 E-AMBIGUOUS"},
		{"language: es", "decimal: point,", "briefing.yaml:11:18 E-AMBIGUOUS"},
		{"decimal: dot", "decimal: point,", "briefing.yaml:3:10 E-CHOICE"},
	} {
		var got []string
		for _, p := range compile(t, c.decimal, c.data).Problems.Problems() {
			if p.Severity.String() == "error" {
				got = append(got, fmt.Sprintf("%s:%d:%d %s", filepath.Base(p.At.File), p.At.Line, p.At.Col, p.Code))
			}
		}
		if !slices.Contains(got, c.want) {
			t.Errorf("%s %s: %v, want %s", c.decimal, c.data, got, c.want)
		}
	}
}
