package truth_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
)

// heldElsewhere are limits that this test cannot pass with a small outline, with what holds them.
var heldElsewhere = map[limits.ID]string{
	limits.ProseText:       "hostile markdown/prose-file-times-2000: five files of a megabyte take a second",
	limits.Pages:           "hostile: five thousand pages take seconds",
	limits.DataBytes:       "briefing/evidence/table, and limits' own test of reading: 64 MiB",
	limits.EmptyCells:      "hostile xlsx/far-column-many: a workbook",
	limits.Cells:           "briefing/evidence/table: more than a megabyte of commas",
	limits.Unzipped:        "hostile xlsx: 64 MiB",
	limits.PartBytes:       "briefing/evidence/table: a workbook",
	limits.Parts:           "hostile xlsx: a workbook",
	limits.Styles:          "hostile xlsx: a workbook",
	limits.NumberFormat:    "hostile xlsx/decimals-100000: a workbook",
	limits.FractionBits:    "hostile formula/chain-5-1500: the message stands behind figures of figures",
	limits.PowerBits:       "hostile formula: a root of a large power",
	limits.SourceBytes:     "briefing/evidence/source: 16 MiB",
	limits.ProofsBytes:     "briefing/evidence/source: 16 MiB",
	limits.ProofBytes:      "the command line alone reads proofs of briefings: hostile proofs",
	limits.KeyBytes:        "the command line alone reads keys; limits' own test of reading",
	limits.PictureBytes:    "hostile picture: 20 MiB",
	limits.Pixels:          "page: its fuzz target of pictures, and hostile picture",
	limits.RedrawnPixels:   "hostile picture",
	limits.DrawnPixels:     "render/png: a page of a size that no outline has",
	limits.DrawingBytes:    "layouts: its tests of drawings",
	limits.DrawingNesting:  "hostile svg",
	limits.DrawingElements: "hostile svg",
	limits.DrawingRules:    "hostile svg/style-rules",
	limits.DrawingClips:    "hostile svg",
	limits.DrawingStops:    "hostile svg/gradient-stops",
	limits.DrawingPoints:   "hostile svg/path-points",
	limits.DrawingSets:     "hostile svg/opacities",
	limits.DrawingNumber:   "hostile svg/path-digits",
	limits.Dashes:          "hostile svg/dashes-fine",
	limits.LookBytes:       "hostile look",
	limits.FontBytes:       "hostile font: 32 MiB",
	limits.ProblemsShown:   "cuts what is printed: internal/diag",
	limits.ProblemsOfFile:  "an error beside others: briefing/evidence/table",
	limits.LineShown:       "cuts what is printed: internal/diag",
	limits.MessageShown:    "cuts what is printed: internal/diag",
	limits.ShownBytes:      "cuts what is printed: cmd/roadshow",
}

// Each limit is passed by one: the message names the limit's own figure, and a place. Where what is at the limit is cheap to make,
// it is not refused for that.
func TestWhatIsOneTooManyIsNamedWithTheLimitsFigure(t *testing.T) {
	const head, theme = "title: T\ndate: 2025\n", "themes:\n- name: One\n  claim: One thing holds\n"
	times := strings.Repeat
	prose := func(s string) [2]string { return [2]string{head + theme + "  argument: {file: f}\n", s} }
	csv := func(s string) [2]string { return [2]string{head + "data: {d: {file: f.csv}}\n" + theme, s} }
	source := func(s string) [2]string {
		return [2]string{head + "sources: {s: {title: S, file: f}}\n" + theme, s}
	}
	formula := func(s string) [2]string {
		return [2]string{head + "figures: {a: {value: 1 to 2}, x: {formula: " + s + "}}\n" + theme, ""}
	}
	quoting := func(text, words string) [2]string {
		return [2]string{head + "sources: {s: {title: S, file: f}}\n" + theme + "  evidence:\n  - quote: {by: A person, source: s, text: \"" + text + "\"}\n", words}
	}
	block := func(b, s string) [2]string {
		return [2]string{head + "data: {d: {file: f.csv}}\n" + theme + "  evidence:\n  - " + b + "\n", s}
	}
	numbered := func(n int, s string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(strings.ReplaceAll(s, "#", fmt.Sprint(i)))
		}
		return b.String()
	}
	over := map[limits.ID][2]string{
		limits.OutlineBytes:   {times("#", limits.OutlineBytes.N()+1), ""},
		limits.OutlineValues:  {head + "x: &a [" + times("1,", 999) + "]\ny: [" + times("*a,", 200) + "]\n" + theme, ""},
		limits.OutlineNesting: {head + "x: " + times("[", limits.OutlineNesting.N()) + times("]", limits.OutlineNesting.N()) + "\n" + theme, ""},
		limits.OutlineText:    {head + "standfirst: &a " + times("w", 100_000) + "\nx: [" + times("*a,", 10) + "]\n" + theme, ""},
		limits.Themes:         {head + "themes:\n" + times("- {name: One, claim: It holds}\n", limits.Themes.N()+1), ""},
		limits.Blocks:         {head + theme + "  evidence:\n" + times("  - statement: {text: A}\n", limits.Blocks.N()+1), ""},
		limits.ProseBytes:     prose(times("w", limits.ProseBytes.N()+1)),
		limits.ProseMarks:     prose(times("*", limits.ProseMarks.N()+1)),
		limits.ProseNesting:   prose(times("> ", limits.ProseNesting.N()+1)),
		limits.Address:        prose("[a](https://example.com/" + times("a", limits.Address.N()) + ")"),
		limits.Digits:         {head + "figures: {x: {value: 1." + times("1", limits.Digits.N()) + "}}\n" + theme, ""},
		limits.CellBytes:      csv("n,v\na," + times("w", limits.CellBytes.N()+1) + "\n"),
		limits.LongText:       csv("n,v\n" + times("a,"+times("w", 64<<10)+"\n", 17)),
		limits.RowCells:       csv("n" + times(",c", limits.RowCells.N()) + "\n"),
		limits.Columns:        csv(names(limits.Columns.N()+1) + "\na" + times(",1", limits.Columns.N()+1) + "\n"),
		limits.DataLines:      csv("n,v\n" + times("a,1\n", limits.DataLines.N())),
		limits.Spellings:      source(numbers(limits.Spellings.N() + 1)),
		limits.SourceWords:    source(times(".", limits.SourceWords.N()+1)),
		limits.FormulaBytes:   formula("a" + times("+a", limits.FormulaBytes.N()/2)),
		limits.FormulaTerms:   formula("a" + times("+a", limits.FormulaTerms.N())),
		limits.Exponent:       formula(fmt.Sprintf("9^%d", limits.Exponent.N()+1)),
		limits.Root:           formula(fmt.Sprintf("9^(1/%d)", limits.Root.N()+1)),
		limits.ParagraphBytes: prose(times("w ", limits.ParagraphBytes.N()/2) + "w"),
		limits.Paragraphs:     prose(times("w\n\n", limits.Paragraphs.N()+1)),
		limits.Rows:           csv("n,v\n" + times("a,1\n", limits.Rows.N()+1)),
		limits.Marks:          block("chart: {title: It holds, unit: m, data: d, kind: dot}", "n,v\n"+numbered(limits.Marks.N()+1, "a#,1\n")),
		limits.TableRows:      block("table: {title: It holds, data: d}", "n,v\n"+numbered(limits.TableRows.N()+1, "a#,1\n")),
		limits.TablesCells:    {head + "data: {d: {file: f.csv}, e: {file: f.csv}, g: {file: f.csv}, h: {file: f.csv}, i: {file: f.csv}}\n" + theme, "n,v\n" + numbered(limits.Rows.N()-1, "a#,1\n")},
		limits.Series:         {head + "data: {d: {file: f.csv, series: {name: s, value: v}}}\n" + theme, "n,s,v\n" + numbered(limits.Series.N()+1, "a,s#,1\n")},
		limits.FormulasTerms:  {head + "figures:\n  a: {value: 1 to 2}\n" + numbered(limits.FormulasTerms.N()/200+1, "  f#: {formula: a"+times("+a", 199)+"}\n") + theme, ""},
		limits.SourcesWords:   {head + "sources: {s: {title: S, file: f}, t: {title: T, file: f.csv}}\n" + theme, times("a ", limits.SourcesWords.N()/2+1)},
		limits.Quotation:      quoting(times("w ", limits.Quotation.N()/2)+"w", "w"),
		limits.Cuts:           quoting("w"+times(" […] w", limits.Cuts.N()+1), times("w ", 100)),
		limits.BrandBytes:     {head + "brand: f\n" + theme, times("#", limits.BrandBytes.N()+1)},
	}
	for id := range limits.All() {
		_, here := over[limits.ID(id)]
		if _, elsewhere := heldElsewhere[limits.ID(id)]; here == elsewhere {
			t.Errorf("%s is passed by no input here, and nothing says where, or both", limits.ID(id).Row().Name)
		}
	}
	for id, c := range over {
		if testing.Short() && len(c[0])+len(c[1]) > 400<<10 {
			continue
		}
		dir := t.TempDir()
		for _, name := range []string{"f", "f.csv"} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(c[1]), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(c[0]), Root: root, Media: []scene.Medium{scene.Slides}})
		root.Close()
		if err != nil {
			t.Fatal(err)
		}
		row, said := id.Row(), false
		for _, p := range res.Problems.Problems() {
			said = said || p.Severity == diag.Error && p.At.File != "" && strings.Contains(p.Summary, row.Figure()) && p.Hint == row.Hint
		}
		if !said || !res.Failed {
			var got strings.Builder
			_ = diag.Write(&got, res.Problems.Problems(), diag.Options{Format: diag.Short})
			t.Errorf("%s, one more than %s: %.400s", row.Name, row.Figure(), got.String())
		}
	}
}

func names(n int) string {
	var b strings.Builder
	b.WriteString("n")
	for i := range n {
		fmt.Fprintf(&b, ",c%d", i)
	}
	return b.String()
}

func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d ", i)
	}
	return b.String()
}
