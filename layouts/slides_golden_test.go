package layouts

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// compiledSlides is an outline of a folder, laid out as slides.
func compiledSlides(t testing.TB, fonts *typeset.Fonts, src []byte, dir string, set ...outline.Setting) (*scene.Deck, *diag.List) {
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
	return page.SlideDeck(b, page.Options{Layouts: Catalog(), Look: look, Fonts: fonts, Env: page.Env{ReadFile: read}}, l), l
}

// dumpSlides is the deck's text without what every golden would repeat: the furniture, and the slides around the evidence,
// unless these are what the golden is about.
func dumpSlides(t testing.TB, d *scene.Deck, whole bool) string {
	t.Helper()
	inner := *d
	inner.Pages, inner.Bookmarks = nil, nil
	for _, p := range d.Pages {
		switch p.Layout {
		case "cover", "divider", "appendix", "closing":
			if !whole {
				continue
			}
		}
		p.Items = slices.DeleteFunc(slices.Clone(p.Items), func(it scene.Item) bool {
			g, ok := it.(*scene.Group)
			return ok && (g.Role == scene.RoleFurniture && !whole || g.Role == scene.RoleOrnament && whole)
		})
		inner.Pages = append(inner.Pages, p)
	}
	return structure(&inner)
}

// TestSlideGoldens lays every outline below testdata/slides out: its problems stand as comments at their lines, the slides of the short
// one in the text file beside it, and in every look nothing overlaps, is too pale, too small or without a source. An outline that is
// refused is never printed: its slides need not be sound.
func TestSlideGoldens(t *testing.T) {
	files, err := filepath.Glob("testdata/slides/*/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("no goldens", err)
	}
	fonts := typeset.New(nil)
	for _, file := range files {
		name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(file), "testdata/slides/"), ".yaml")
		t.Run(name, func(t *testing.T) {
			src, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			deck, l := compiledSlides(t, fonts, src, filepath.Dir(file))
			want := wanted(src)
			slices.Sort(want)
			if got := reported(l); !slices.Equal(got, want) {
				t.Errorf("problems are %q, the comments want %q", got, want)
				for _, p := range l.Problems() {
					t.Logf("%d:%d: %s: %s (%s)", p.At.Line, p.At.Col, p.Code, p.Summary, p.Hint)
				}
			}
			if !l.Failed(false) {
				for _, look := range assets.Looks() {
					deck, _ := compiledSlides(t, fonts, src, filepath.Dir(file), outline.Setting{Path: "look", Value: look})
					for _, f := range scene.Check(deck, scene.CheckOptions{}) {
						t.Errorf("%s: %s", look, f)
					}
				}
			}
			golden(t, file, dumpSlides(t, deck, strings.HasPrefix(name, "front/")))
		})
	}
}

// TestBrokenBlocksNeverPanicOnSlides lays out blocks whose fields hold nothing, or something of another kind.
func TestBrokenBlocksNeverPanicOnSlides(t *testing.T) {
	fonts := typeset.New(nil)
	try := func(block string) {
		t.Helper()
		defer func() {
			if r := recover(); r != nil {
				t.Errorf("%v\n%s", r, block)
			}
		}()
		compiledSlides(t, fonts, sample(block), ".", outline.Setting{Path: "look", Value: "paper"})
	}
	for _, l := range Catalog() {
		if l.Shape == nil {
			continue
		}
		for _, f := range l.Shape.Fields {
			for _, value := range []string{"", "7", "{}", "[[]]", "[x, y]", "[{}, {}, {}]", "[{name: x}, {title: y}]"} {
				for _, rest := range []string{"", "[x]"} {
					block := "      - " + l.Name + ":\n          title: Broken\n"
					for _, g := range l.Shape.Fields {
						switch {
						case g.Name == "title":
						case g.Name == f.Name:
							block += "          " + f.Name + ": " + value + "\n"
						case rest != "":
							block += "          " + g.Name + ": " + rest + "\n"
						}
					}
					try(block)
				}
			}
		}
	}
}

// TestSlidesAreTheSameEveryTime lays one outline out twice, with faces of their own.
func TestSlidesAreTheSameEveryTime(t *testing.T) {
	src, err := os.ReadFile("testdata/slides/timeline/short.yaml")
	if err != nil {
		t.Fatal(err)
	}
	first, _ := compiledSlides(t, nil, src, "testdata/slides/timeline")
	again, _ := compiledSlides(t, nil, src, "testdata/slides/timeline")
	if dumpSlides(t, first, true) != dumpSlides(t, again, true) {
		t.Error("two runs differ")
	}
}
