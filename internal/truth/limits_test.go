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

// Each limit is passed by one: the message names the limit's own figure, and a place.
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
	for id, c := range map[limits.ID][2]string{
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
	} {
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
			said = said || p.Severity == diag.Error && p.At.File != "" && strings.Contains(p.Summary, row.Figure()) && (p.Hint == row.Hint || id == limits.SourceWords || id == limits.Spellings)
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
