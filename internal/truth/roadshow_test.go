package truth

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"roadshow"
	"roadshow/assets"
	"roadshow/render"
	"roadshow/scene"
)

// flagship compiles data/crossroads.
func flagship(t testing.TB, change func(*roadshow.Options)) *roadshow.Result {
	t.Helper()
	return compileFolder(t, filepath.Join("data", "crossroads"), func(o *roadshow.Options) {
		o.Name = "data/crossroads/briefing.yaml"
		if change != nil {
			change(o)
		}
	})
}

// compileFolder compiles a folder's briefing.yaml as document and slides.
func compileFolder(t testing.TB, folder string, change func(*roadshow.Options)) *roadshow.Result {
	t.Helper()
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := os.ReadFile(filepath.Join(folder, "briefing.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	o := roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{scene.Document, scene.Slides}}
	change(&o)
	r, err := roadshow.Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func renderAll(t testing.TB, r *roadshow.Result) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, f := range roadshow.Formats() {
		if f.Extra {
			continue // pictures take long, and hold their own tests
		}
		files, err := r.Render(f, "crossroads", render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			b.Write(file.Data)
		}
	}
	return b.Bytes()
}

func TestTheFlagshipHasNoErrors(t *testing.T) {
	r := flagship(t, nil)
	for _, p := range r.Problems.Problems() {
		if p.Severity.String() == "error" {
			t.Errorf("%s:%d:%d: %s: %s", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
		}
	}
	if r.Failed || r.Files.Document == nil {
		t.Fatal("the flagship does not compile")
	}
	if n := len(r.Files.Document.Pages); n < 12 {
		t.Errorf("%d pages, want at least 12", n)
	}
}

// The same deck must give the same bytes however often and wherever in the process it is made; -race watches the faces and
// looks that builds share.
func TestBuildsInParallelGiveTheSameBytes(t *testing.T) {
	want := renderAll(t, flagship(t, nil))
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if got := renderAll(t, flagship(t, nil)); !bytes.Equal(got, want) {
				t.Error("another build in the same process gave other bytes")
			}
		})
	}
	wg.Wait()
}

func TestStagesAreTimedOnlyWithAClock(t *testing.T) {
	if r := flagship(t, nil); len(r.Stages) != 0 {
		t.Errorf("stages without a clock: %v", r.Stages)
	}
	now := time.Unix(0, 0)
	r := flagship(t, func(o *roadshow.Options) {
		o.Now = func() time.Time { now = now.Add(time.Millisecond); return now }
	})
	renderAll(t, r)
	var names []string
	for _, s := range r.Stages {
		names = append(names, s.Name)
		if s.Took != time.Millisecond {
			t.Errorf("%s took %v by a clock that ticks once a stage", s.Name, s.Took)
		}
	}
	if want := []string{"parse", "resolve", "prove", "layout", "check", "render", "render", "render"}; !slices.Equal(names, want) {
		t.Errorf("stages %v, want %v", names, want)
	}
}

// compileText compiles an outline of its own in a folder with the given files.
func compileText(t *testing.T, src string, files map[string]string, media ...scene.Medium) *roadshow.Result {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o777); err != nil {
			t.Fatal(err)
		}
		write(t, filepath.Join(dir, name), text)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	if len(media) == 0 {
		media = []scene.Medium{scene.Document}
	}
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Media: media})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const short = `title: Chips are the new oil
date: 2025-03-31
themes:
  - name: Supply
    claim: Buyers of computing waited most of a year
    argument: Orders placed in spring arrived in winter.
`

func TestABrandRepaintsTheLookAndIsCheckedForContrast(t *testing.T) {
	r := compileText(t, short+"brand: brand.yaml\n", map[string]string{"brand.yaml": "name: House\ncolours:\n  accent: \"#0000FF\"\n"})
	if r.Failed {
		t.Fatal(r.Problems.Problems())
	}
	blue := func(c scene.Color) bool { return !c.None() && c.R == 0 && c.G == 0 && c.B == 255 }
	if !slices.ContainsFunc(r.Files.Document.Pages, func(p scene.Page) bool { return paints(p.Items, blue) }) {
		t.Error("nothing is painted in the brand's accent")
	}
	r = compileText(t, short+"brand: brand.yaml\n", map[string]string{"brand.yaml": "name: House\ncolours:\n  accent: \"#FFEE00\"\n  muted: light grey\n"})
	got := problems(r)
	for _, want := range []string{`W-PALETTE: the brand's accent stands out from its background by 1\.\d:1 only`, `E-VALUE: "light grey" is not a colour`} {
		if !regexp.MustCompile(want).MatchString(got) {
			t.Errorf("no problem says %q:\n%s", want, got)
		}
	}
}

// paints says whether a shape or a run has a colour.
func paints(items []scene.Item, is func(scene.Color) bool) bool {
	return slices.ContainsFunc(items, func(i scene.Item) bool {
		switch i := i.(type) {
		case *scene.Group:
			return paints(i.Items, is)
		case *scene.Shape:
			return is(i.Fill.Color) || is(i.Stroke.Color)
		case *scene.Text:
			return slices.ContainsFunc(i.Lines, func(l scene.Line) bool {
				return slices.ContainsFunc(l.Runs, func(r scene.Run) bool { return is(r.Color) })
			})
		}
		return false
	})
}

func TestALookFileIsReadFromTheFolder(t *testing.T) {
	data, err := os.ReadFile("assets/looks/ink.json")
	if err != nil {
		t.Fatal(err)
	}
	r := compileText(t, short+"look: looks/own.json\n", map[string]string{"looks/own.json": string(data)})
	ink, err := assets.LoadLook("ink")
	if err != nil || r.Failed || r.Files.Document.Pages[0].Background != ink.Background {
		t.Errorf("the look file was not used: %s", problems(r))
	}
	for file, want := range map[string]string{"": "E-FILE: cannot read the look", "{}": "E-VALUE: looks/own.json"} {
		files := map[string]string{}
		if file != "" {
			files["looks/own.json"] = file
		}
		if got := problems(compileText(t, short+"look: looks/own.json\n", files)); !strings.Contains(got, want) {
			t.Errorf("file %q: no problem says %q:\n%s", file, want, got)
		}
	}
}

func TestABrandsFacesReplaceTheEmbeddedOnes(t *testing.T) {
	face := string(assets.Font(scene.Sans).Data)
	brand_ := "name: House\nfonts: fonts\n"
	r := compileText(t, short+"brand: brand.yaml\n", map[string]string{"brand.yaml": brand_, "fonts/serif.ttf": face})
	if r.Failed {
		t.Fatal(problems(r))
	}
	for _, f := range r.Files.Document.Fonts {
		if f.Font == scene.Serif && !bytes.Equal(f.Data, assets.Font(scene.Sans).Data) {
			t.Error("the serif face is still the embedded one")
		}
	}
	for name, want := range map[string]string{"fonts/readme": "holds no face", "fonts/serif.ttf": "cannot be used"} {
		got := problems(compileText(t, short+"brand: brand.yaml\n", map[string]string{"brand.yaml": brand_, name: "no font"}))
		if !strings.Contains(got, want) {
			t.Errorf("%s: no problem says %q:\n%s", name, want, got)
		}
	}
}

func TestAnUnknownAudienceIsWrongUsage(t *testing.T) {
	_, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(short + "audiences: [board]\n"), Audience: "bord"})
	wrong, ok := err.(*roadshow.OptionError)
	if !ok || wrong.Option != "audience" || !slices.Equal(wrong.Known, []string{"board"}) {
		t.Errorf("error %#v", err)
	}
}

// problems are all problems, one a line: "E-VALUE: words".
func problems(r *roadshow.Result) string {
	var b strings.Builder
	for _, p := range r.Problems.Problems() {
		b.WriteString(p.Code + ": " + p.Summary + "\n")
	}
	return b.String()
}

func BenchmarkFlagship(b *testing.B) {
	for _, f := range roadshow.Formats() {
		b.Run(f.Name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r := flagship(b, func(o *roadshow.Options) { o.Media = []scene.Medium{f.Medium} })
				if _, err := r.Render(f, "x", render.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// TestWhatDoesNotFitIsReportedOnce: a chart of too many rows is one problem of the author, not many faults of the page.
func TestWhatDoesNotFitIsReportedOnce(t *testing.T) {
	rows := "Name,Value\n"
	for i := range 100 {
		rows += fmt.Sprintf("Row %d,%d\n", i, i+1)
	}
	r := compileText(t, short+"    evidence:\n      - chart: {title: Many rows stand here, kind: dot, measure: Size, data: d}\ndata: {d: {file: d.csv}}\n", map[string]string{"d.csv": rows})
	if got := problems(r); !strings.Contains(got, "E-FIT") || strings.Contains(got, "E-GEOMETRY") {
		t.Errorf("problems:\n%s", got)
	}
}

// TestASlideStandsInItsListOnce: a slide named twice, or a summary that is none, is the author's to mend at its place.
func TestASlideStandsInItsListOnce(t *testing.T) {
	got := problems(compileText(t, short+"slides: [cover, {theme: supply}, cover, {theme: supply}, summary]\n", nil))
	if n := strings.Count(got, "E-DUP: this slide is in the list already, in line 7"); n != 2 || !strings.Contains(got, "E-REF: this briefing has no summary") {
		t.Errorf("problems:\n%s", got)
	}
}
