package layouts

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

var update = flag.Bool("update", false, "write the goldens anew")

// reader reads the files of a folder.
type reader = func(name string, limit int64) ([]byte, error)

func filesOf(t testing.TB, dir string) reader {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { root.Close() })
	return func(name string, limit int64) ([]byte, error) {
		f, err := root.Open(name)
		if err != nil {
			return nil, errors.New("there is no such file")
		}
		defer f.Close()
		return io.ReadAll(io.LimitReader(f, limit+1))
	}
}

// resolved is an outline of a folder with its meaning.
func resolved(t testing.TB, src []byte, dir string, l *diag.List, set ...outline.Setting) (*briefing.Briefing, reader) {
	t.Helper()
	read := filesOf(t, dir)
	if l == nil {
		l = &diag.List{}
	}
	return understood(src, read, l, set...), read
}

// understood is an outline with its meaning.
func understood(src []byte, read reader, l *diag.List, set ...outline.Setting) *briefing.Briefing {
	return meant(parsed(src, read, l, set...), read, l)
}

func parsed(src []byte, read reader, l *diag.List, set ...outline.Setting) *outline.Node {
	return outline.Parse(src, "briefing.yaml", outline.Catalog{Blocks: Kinds(), Chart: charts.Shape(), Looks: assets.Looks(), ReadFile: read, Set: set}, l)
}

// meant is the meaning of a parsed outline.
func meant(tree *outline.Node, read reader, l *diag.List) *briefing.Briefing {
	return briefing.Resolve(tree, briefing.Env{ReadFile: read, ReadTable: func(name string, o table.TableOptions, l *diag.List, at diag.Span) *table.Table {
		data, err := read(name, 1<<20)
		if err != nil {
			l.Error(at, "E-FILE", "", "%v", err)
			return nil
		}
		return table.ReadTable(bytes.NewReader(data), name, o, at, l)
	}}, l)
}

// compiled is an outline of a folder, laid out; without fonts it opens its own, which takes longer than the rest.
func compiled(t testing.TB, fonts *typeset.Fonts, src []byte, dir string, set ...outline.Setting) (*scene.Deck, *diag.List) {
	t.Helper()
	l := &diag.List{}
	b, read := resolved(t, src, dir, l, set...)
	look, err := assets.LoadLook(b.Look)
	if err != nil {
		t.Fatal(err)
	}
	if fonts == nil {
		fonts = typeset.New(nil)
	}
	return page.Document(b, page.Options{Layouts: Catalog(), Look: look, Fonts: fonts, Env: page.Env{ReadFile: read}}, l), l
}

// ofBack are layouts that stand in the back matter of every briefing.
var ofBack = []string{"register", "disclaimer", "closing"}

// dump is the deck's text without what every golden would repeat: the cover, the furniture, and the register of sources
// where nothing else stands behind the themes.
func dump(t testing.TB, d *scene.Deck, cover, back bool) string {
	t.Helper()
	inner := *d
	inner.Pages = nil
	for _, p := range d.Pages {
		if p.Layout == "cover" && !cover || p.Layout == "back" && !back {
			continue
		}
		p.Items = slices.DeleteFunc(slices.Clone(p.Items), func(it scene.Item) bool {
			g, ok := it.(*scene.Group)
			return ok && g.Role == scene.RoleFurniture
		})
		p.Items = undrawn(p.Items)
		inner.Pages = append(inner.Pages, p)
	}
	return structure(&inner)
}

// undrawn leaves out what package charts draws: it has goldens of its own. Drawings of this package stay.
func undrawn(items []scene.Item) []scene.Item {
	out := slices.Clone(items)
	for i, it := range out {
		switch it := it.(type) {
		case *scene.Group:
			g := *it
			g.Items = undrawn(it.Items)
			out[i] = &g
		case *scene.Chart:
			if it.Kind != "quadrant" && it.Kind != "mekko" {
				c := *it
				c.Drawing = nil
				out[i] = &c
			}
		}
	}
	return out
}

// wanted are the codes that an outline's comments ask for ("# want E-CELL"), each at the line where it stands.
func wanted(src []byte) []string {
	var out []string
	for i, line := range strings.Split(string(src), "\n") {
		if _, codes, ok := strings.Cut(line, "# want "); ok {
			for _, c := range strings.Fields(codes) {
				out = append(out, fmt.Sprintf("%d %s", i+1, c))
			}
		}
	}
	return out
}

// reported are the problems of a list in the form of wanted. What concerns a data file stands at its own lines.
func reported(l *diag.List) []string {
	var out []string
	for _, p := range l.Problems() {
		if p.Severity > diag.Note {
			out = append(out, fmt.Sprintf("%d %s", p.At.Line, p.Code))
		}
	}
	slices.Sort(out)
	return out
}

// TestGoldens lays every outline below testdata out: its problems stand as comments at their lines, the pages of the short one in the
// text file beside it, and in every look and on both papers nothing overlaps, is too pale, too small or without a source.
func TestGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	fonts := typeset.New(nil)
	for _, file := range files {
		t.Run(strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), "testdata/"), ".yaml"), func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			deck, l := compiled(t, fonts, src, filepath.Dir(file))
			want := wanted(src)
			slices.Sort(want)
			if got := reported(l); !slices.Equal(got, want) {
				t.Errorf("problems are %q, the comments want %q", got, want)
				for _, p := range l.Problems() {
					t.Logf("%d:%d: %s: %s (%s)", p.At.Line, p.At.Col, p.Code, p.Summary, p.Hint)
				}
			}
			dir := filepath.Base(filepath.Dir(file))
			back := bytes.Contains(src, []byte("\nback:")) || slices.Contains(ofBack, dir)
			got := dump(t, deck, dir == "cover", back)
			for _, look := range assets.Looks() {
				for _, pg := range []string{"a4", "letter"} {
					deck, _ := compiled(t, fonts, src, filepath.Dir(file), outline.Setting{Path: "look", Value: look}, outline.Setting{Path: "page", Value: pg})
					for _, f := range scene.Check(deck, scene.CheckOptions{}) {
						t.Errorf("%s, %s: %s", look, pg, f)
					}
				}
			}
			golden(t, file, got)
		})
	}
}

// golden holds what was laid out of a short outline against the text beside it. Nothing is written while another check of the
// test fails.
func golden(t *testing.T, outline, got string) {
	t.Helper()
	if filepath.Base(outline) != "short.yaml" {
		return
	}
	file := strings.TrimSuffix(outline, ".yaml") + ".txt"
	if *update {
		if t.Failed() {
			t.Fatalf("%s is not written: other checks fail", file)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v: run the test with -update", err)
	}
	if got == string(want) {
		return
	}
	a, b := strings.Split(string(want), "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s:%d:\n  was %s\n  is  %s", file, i+1, a[i], b[i])
		}
	}
	t.Fatalf("%s: was %d lines, is %d", file, len(a), len(b))
}

// TestPagesAreTheSameEveryTime compiles the largest outline twice.
func TestPagesAreTheSameEveryTime(t *testing.T) {
	src, err := os.ReadFile("testdata/value_split/short.yaml")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := compiled(t, nil, src, "testdata/value_split")
	again, _ := compiled(t, nil, src, "testdata/value_split")
	var dumps [2]bytes.Buffer
	for i, d := range []*scene.Deck{first, again} {
		if err := scene.Dump(&dumps[i], d); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(dumps[0].Bytes(), dumps[1].Bytes()) {
		t.Error("two runs differ")
	}
}
