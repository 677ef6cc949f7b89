package truth

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestWhatIsTypedIsPrinted builds small folders and holds what comes of them, in the document and on slides. Each is a file of
// testdata/typed: the outline and its data behind a comment that says what is right, a line for each thing:
//
//	error PLACE CODE words   the build fails, with this among its errors; PLACE is file:line:column, or file and cell
//	warns PLACE CODE words   it does not fail by this alone
//	quiet CODE               no problem has this code
//	prints words             they stand on the pages of both media, in one cell, label or paragraph
//	document words           they do in the document: arguments are not on slides
//	lacks words              they stand nowhere
//	alone words              no cell, label or paragraph is these words and no others
//	chart KIND A | B         the first chart is drawn as this kind, its categories in this order
//	values 1 | n/a           … and the values of its first series are printed so
//	series A | B             … and its series
//	use FILE                 a file of testdata/typed/books stands in the folder too
func TestWhatIsTypedIsPrinted(t *testing.T) {
	files, err := filepath.Glob("testdata/typed/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			a, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			buildsAsSaid(t, a)
		})
	}
}

func buildsAsSaid(t *testing.T, a *txtar.Archive) {
	dir := t.TempDir()
	put := func(name string, data []byte) {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var claims [][2]string
	for _, line := range strings.Split(string(a.Comment), "\n") {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		what, rest, _ := strings.Cut(line, " ")
		claims = append(claims, [2]string{what, strings.TrimSpace(rest)})
		if what == "use" {
			data, err := os.ReadFile(filepath.Join("testdata", "typed", "books", rest))
			if err != nil {
				t.Fatal(err)
			}
			put(rest, data)
		}
	}
	for _, f := range a.Files {
		put(f.Name, f.Data)
	}
	r := compileFolder(t, dir, func(*roadshow.Options) {})
	fails := slices.ContainsFunc(claims, func(c [2]string) bool { return c[0] == "error" })
	if r.Failed != fails {
		t.Fatalf("fails: %v\n%s", r.Failed, problems(r))
	}
	checked := 0
	for _, c := range claims {
		checked++
		switch c[0] {
		case "use":
			checked--
		case "error", "warns":
			saysProblem(t, r, c[0], c[1])
		case "quiet":
			for _, p := range r.Problems.Problems() {
				if p.Code == c[1] {
					t.Errorf("%s: %s", p.Code, p.Summary)
				}
			}
		case "prints", "document", "lacks":
			for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
				texts := textsOf(d)
				if c[0] == "document" && d == r.Files.Slides {
					continue
				}
				if (c[0] != "lacks") != slices.ContainsFunc(texts, func(s string) bool { return strings.Contains(s, c[1]) }) {
					t.Errorf("%s %q is not so: %q", c[0], c[1], texts)
				}
			}
		case "alone":
			for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
				if texts := textsOf(d); slices.Contains(texts, c[1]) {
					t.Errorf("%q stands alone: %q", c[1], texts)
				}
			}
		case "chart", "values", "series":
			for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
				if got := firstChart(d, c[0]); got != c[1] {
					t.Errorf("%s %s, want %s", c[0], got, c[1])
				}
			}
		default:
			t.Fatalf("what is %q?", c[0])
		}
	}
	if checked == 0 {
		t.Fatal("nothing is said")
	}
}

// saysProblem holds "PLACE CODE words" against the problems of a result.
func saysProblem(t *testing.T, r *roadshow.Result, severity, want string) {
	t.Helper()
	var said []string
	for _, p := range r.Problems.Problems() {
		at := fmt.Sprintf("%s:%d:%d", filepath.Base(p.At.File), p.At.Line, p.At.Col)
		if p.At.Line == 0 {
			at = strings.ReplaceAll(filepath.Base(p.At.File)+":"+p.At.Note, " ", "_")
		}
		if rest, found := strings.CutPrefix(want, at+" "+p.Code); found && (p.Severity == diag.Error) == (severity == "error") && strings.Contains(p.Summary+" "+p.Hint, strings.TrimSpace(rest)) {
			return
		}
		said = append(said, at+" "+p.Code+" "+p.Summary+" "+p.Hint)
	}
	t.Errorf("no %s %s:\n%s", severity, want, strings.Join(said, "\n"))
}

// textsOf are the words of each cell, label and paragraph on the pages.
func textsOf(d *scene.Deck) []string {
	var out []string
	var walk func(items []scene.Item)
	walk = func(items []scene.Item) {
		scene.Walk(items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Text:
				var b strings.Builder
				for _, l := range it.Lines {
					for _, r := range l.Runs {
						b.WriteString(r.Text)
					}
					b.WriteByte(' ')
				}
				out = append(out, strings.Join(strings.Fields(b.String()), " "))
			case *scene.Chart:
				walk(it.Drawing)
			}
		})
	}
	for _, p := range d.Pages {
		walk(p.Items)
	}
	return out
}

// firstChart is what a deck's first chart draws: its kind and categories, its series, or the values of the first of them.
func firstChart(d *scene.Deck, what string) string {
	var chart *scene.Chart
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			if c, ok := it.(*scene.Chart); ok && chart == nil {
				chart = c
			}
		})
	}
	if chart == nil {
		return "no chart"
	}
	var out []string
	switch {
	case what == "chart":
		return chart.Kind + " " + strings.Join(chart.Data.Categories, " | ")
	case what == "series":
		for _, s := range chart.Data.Series {
			out = append(out, s.Name)
		}
	case len(chart.Data.Series) > 0:
		for _, v := range chart.Data.Series[0].Values {
			out = append(out, v.Text)
		}
	}
	return strings.Join(out, " | ")
}
