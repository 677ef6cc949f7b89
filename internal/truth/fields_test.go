package truth

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/briefing/proof"
	"roadshow/layouts"
	"roadshow/scene"
)

// Every field that an outline accepts is printed: words stand on the pages of the document and of the slides, every other field
// changes them. What a medium does not show is declared here with its reason.

// unprinted are fields that a medium does not show, by path, by the end of one, or a whole branch (with a stop at its end); no medium: neither does.
var unprinted = map[string]struct {
	in  scene.Medium
	why string
}{
	"say":                 {"", "speaker notes: the scene carries them for formats that have a place for them"},
	"id":                  {"", "a name for references"},
	"only":                {"", "who is shown it"},
	"holds":               {"", "the title as arithmetic: its verdict stands in the proof"},
	"credit":              {"", "proves who spoke"},
	"chart.height":        {scene.Slides, "the slide gives the height"},
	"chart.totals":        {"", "proved against the sum, so that it cannot be left out: charts' goldens draw it"},
	"timeline.eras.gloss": {scene.Document, "the rail names an era at its events"},

	"themes.points.":  {scene.Document, "the document's argument is prose; without any it prints the points"},
	"themes.argument": {scene.Slides, "the slide's argument is points"},
	"page":            {scene.Slides, "slides are 16:9"},
	"slides.":         {"", "the order of the deck: TestASlideStandsInItsListOnce and the layouts' tests of plans"},
	"format.locale":   {"", "marks of numbers, which specimens have none of: the script of languages and the tests of words"},
	"decimal":         {"", "how numbers are read: TestTheDecimalMarkOfAnOutline"},
	"language":        {"", "the Chinese briefing holds it"},
	"brand":           {"", "a file of its own, held by the tests of brands"},
	"audiences":       {"", "who may be named by only"},
	"accessed":        {"", "judged by N-STALE"},
	"aliases":         {"", "names by which sources call a person: they prove who spoke"},
	"sources.file":    {"", "a source's text: read, never printed"},
	"proofs":          {"", "read, never printed"},
	"data.":           {"", "how a file is read: the tests of tables hold it"},
	"excerpt":         {"", "proves a figure; check --explain prints it"},
	"figures.words":   {"", "held below"},

	"paraphrase":           {"", "left out, the words are held against their source, which specimens do not have: the goldens of quotations hold its marks"},
	"positions.holders.by": {"", "another speaker is not in the credit: the goldens of positions hold it"},
	"chart.x":              {"", "another column is none of the chart's, or stands twice: the goldens of scatter and bubble hold it"},
	"chart.size":           {"", "as x"},
	"charts.rounded":       {"", "as that of a chart's own block, which is seen to show"},
	"kpis.chart.rounded":   {"", "as charts.rounded"},
	"format.calendar.":     {"", "places fiscal years: the tests of time hold it"},
	"figures.period":       {"", "held against the excerpt's sentence"},
	"figures.subject":      {"", "held against the excerpt's sentence"},
	"coverage":             {"", "TestTheRegisterPrintsTheCoverage"},
	"terms":                {"", "printed where $id stands: the tests of terms"},
	"mail.":                {"", "goes out beside the files: TestTheMailSays and the scripts of distribute"},
}

func undeclared(path string, in scene.Medium) bool {
	for branch, d := range unprinted {
		if strings.HasSuffix(branch, ".") && strings.HasPrefix(path+".", branch) && (d.in == "" || d.in == in) {
			return false
		}
	}
	for {
		if d, ok := unprinted[path]; ok && (d.in == "" || d.in == in) {
			return false
		}
		_, rest, more := strings.Cut(path, ".")
		if !more {
			return true
		}
		path = rest
	}
}

var ownWord = regexp.MustCompile(`Zq\d{3}`)

func TestEveryFieldOfEveryBlockIsPrinted(t *testing.T) {
	chart := roadshow.Shapes().Chart
	shown := showing{}
	for _, k := range layouts.Kinds() {
		all := forms()
		for group := range max(1, len(outline.BlockShape(&k, chart).OneOf)) {
			all = append(all, usual(k.Name, group))
		}
		for i, s := range all {
			if s.kind != k.Name {
				continue
			}
			t.Run(fmt.Sprint(k.Name, i), func(t *testing.T) {
				src := s.block(&k, chart)
				r := compileSpecimen(t, src)
				b := r.Outline.Get("themes").Items()[0].Get("evidence").Items()[0]
				shown.words(t, r, b, k.Name)
				if !testing.Short() {
					shown.effects(t, src, r, b, k.Name)
				}
			})
		}
		if !testing.Short() {
			shown.complete(t, outline.BlockShape(&k, chart), chart, k.Name)
		}
	}
}

// TestEveryFieldOfTheOutlineIsPrinted does the same for the top level, its maps and the themes.
func TestEveryFieldOfTheOutlineIsPrinted(t *testing.T) {
	src := whole()
	r := compileSpecimen(t, src)
	shown := showing{}
	for _, n := range r.Outline.Keys {
		path := n.Name
		if n.Field.Map {
			for _, e := range n.Keys {
				shown.words(t, r, e, path)
				if !testing.Short() {
					shown.effects(t, src, r, e, path)
				}
			}
			continue
		}
		shown.words(t, r, n, path)
		if !testing.Short() {
			shown.effects(t, src, r, n, path)
		}
	}
	for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		if !strings.Contains(pageWords(deck), "TENS OF MILLIONS") {
			t.Errorf("a figure's words are not printed in the %s", deck.Medium)
		}
	}
	if testing.Short() {
		return
	}
	root := outline.Root(roadshow.Shapes())
	for i := range root.Fields {
		f := &root.Fields[i]
		if f.Shape == nil || f.Type == outline.Slide {
			f.Shape = &outline.Shape{Fields: []outline.Field{*f}}
			shown.complete(t, f.Shape, nil, "")
		} else {
			shown.complete(t, f.Shape, nil, f.Name)
		}
	}
}

// showing is which fields were seen to show, by path and medium.
type showing map[string]map[scene.Medium]bool

func (s showing) note(path string, in scene.Medium) {
	if s[path] == nil {
		s[path] = map[scene.Medium]bool{}
	}
	s[path][in] = true
}

// words looks for the own words of every field below a node.
func (s showing) words(t *testing.T, r *roadshow.Result, n *outline.Node, path string) {
	t.Helper()
	for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		page := pageWords(deck)
		eachField(n, path, func(path string, n *outline.Node) {
			for _, w := range ownWord.FindAllString(n.Text, -1) {
				if strings.Contains(page, strings.ToUpper(w)) {
					s.note(path, deck.Medium)
				} else if undeclared(path, deck.Medium) {
					t.Errorf("%s is not printed in the %s (%s)", path, deck.Medium, n.Text)
				}
			}
		})
	}
}

// effects leaves out, one after the other, the fields that were not seen to show yet: the pages must change. A field that
// cannot be left out has its number changed.
func (s showing) effects(t *testing.T, src string, r *roadshow.Result, n *outline.Node, path string) {
	t.Helper()
	before := map[scene.Medium]string{scene.Document: dumped(t, r.Files.Document), scene.Slides: dumped(t, r.Files.Slides)}
	facts := proof.FactsOf(r.Briefing)

	eachField(n, path, func(path string, n *outline.Node) {
		if len(s[path]) == 2 || drawn(path) {
			return
		}
		for _, changed := range []string{without(src, n), another(src, n, path)} {
			c := compiled(t, changed)
			if changed == src || c.Failed {
				continue
			}
			differs := false
			for m, was := range before {
				if dumped(t, c.Deck(m)) != was {
					s.note(path, m)
					differs = true
				}
			}
			// What changes a page shows in the difference.
			if now := proof.FactsOf(c.Briefing); differs && !slices.Contains(formal, path[strings.LastIndexByte(path, '.')+1:]) && len(proof.Diff(&facts, &now)) == 0 {
				t.Errorf("%s changes the pages, and the difference says nothing (%s)", path, n.Text)
			}
			if len(s[path]) == 2 {
				return
			}
		}
	})
}

// formal are keys that change how large or in what look something is set, which no difference counts.
var formal = []string{"height", "width", "look", "page", "slides", "say"}

// drawn says that a field is that of a chart inside another block and says how to draw it: it is read as that of a chart block,
// whose specimens show it.
func drawn(path string) bool {
	parts := strings.Split(path, ".")
	return len(parts) > 2 && (parts[1] == "charts" || parts[1] == "chart") &&
		slices.Contains([]string{"kind", "data", "values", "x", "y", "size", "totals", "band", "order", "scale", "labels", "height", "scenario", "annotations", "highlight"}, parts[2])
}

// complete reports what a shape holds and no specimen was seen to show.
func (s showing) complete(t *testing.T, sh, chart *outline.Shape, path string) {
	t.Helper()
	for i := range sh.Fields {
		f := &sh.Fields[i]
		at := strings.TrimPrefix(path+"."+f.Name, ".")
		if drawn(at) {
			continue
		}
		inner := f.Shape
		if f.Type == outline.Object && inner == nil {
			inner = chart
		}
		if inner != nil && inner.Short == "" {
			s.complete(t, inner, chart, at)
			continue
		}
		for _, in := range []scene.Medium{scene.Document, scene.Slides} {
			if !s.any(at, in) && undeclared(at, in) {
				t.Errorf("%s shows nowhere in the %s of any specimen", at, in)
			}
		}
	}
}

// any says that a field, or one below it, was seen.
func (s showing) any(path string, in scene.Medium) bool {
	for p, media := range s {
		if (p == path || strings.HasPrefix(p, path+".")) && media[in] {
			return true
		}
	}
	return false
}

func dumped(t *testing.T, d *scene.Deck) string {
	t.Helper()
	var b bytes.Buffer
	if err := scene.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// without is an outline of one line a block with the entry of a node left out.
func without(src string, n *outline.Node) string {
	lines := strings.SplitAfter(src, "\n")
	line := lines[n.At.Line-1]
	if n.Key == n.At {
		return src
	}
	from, to := at(line, n.Key.Col), at(line, n.At.EndCol)
	if strings.HasSuffix(line[:from], ", ") {
		from -= 2
	} else if strings.HasPrefix(line[to:], ", ") {
		to += 2
	}
	lines[n.At.Line-1] = line[:from] + line[to:]
	return strings.Join(lines, "")
}

// at is the byte of a line at which a column begins.
func at(line string, col int) int { return len(string([]rune(line)[:col-1])) }

// another is an outline with another number where a node has one.
func another(src string, n *outline.Node, path string) string {
	lines := strings.SplitAfter(src, "\n")
	line := lines[n.At.Line-1]
	from, to := at(line, n.At.Col), at(line, n.At.EndCol)
	first := true
	value := regexp.MustCompile(`\d+`).ReplaceAllStringFunc(line[from:to], func(d string) string {
		if !first {
			return d
		}
		first = false
		v, _ := strconv.Atoi(d)
		return fmt.Sprintf("%0*d", len(d), v+1)
	})
	for p, more := path, true; more; _, p, more = strings.Cut(p, ".") {
		if v, ok := others[p]; ok {
			value = v
			break
		}
	}
	lines[n.At.Line-1] = line[:from] + value + line[to:]
	return strings.Join(lines, "")
}

// eachField visits the scalars below a node, and the lists of them, with their paths: the keys, without the numbers of items.
func eachField(n *outline.Node, path string, visit func(path string, n *outline.Node)) {
	for _, k := range n.Keys {
		eachField(k, path+"."+k.Name, visit)
	}
	for _, k := range n.List {
		eachField(k, path, visit)
	}
	if len(n.Keys) == 0 {
		visit(path, n)
	}
}

// pageWords are the words on a deck's pages, capitals as small letters, and its alternative texts.
func pageWords(d *scene.Deck) string {
	var out strings.Builder
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Text:
				for _, l := range it.Lines {
					for _, r := range l.Runs {
						out.WriteString(r.Text)
					}
					out.WriteByte(' ')
				}
			case *scene.Image:
				out.WriteString(it.Alt + " ")
			case *scene.Chart:
				out.WriteString(it.Alt + " ")
			}
		})
	}
	return strings.ToUpper(out.String())
}

// compileSpecimen compiles a specimen, which must have no error.
func compileSpecimen(t *testing.T, src string) *roadshow.Result {
	t.Helper()
	r := compiled(t, src)
	if r.Failed {
		t.Fatalf("%s\n%s", problems(r), src)
	}
	return r
}

func compiled(t *testing.T, src string) *roadshow.Result {
	t.Helper()
	dir := t.TempDir()
	for name, text := range specimenFiles() {
		write(t, filepath.Join(dir, name), text)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestWordsThatWereDroppedArePrinted reads outlines whose words once were accepted and printed nowhere.
func TestWordsThatWereDroppedArePrinted(t *testing.T) {
	special := regexp.MustCompile(`Zq\d{3}|GLOSS\w+|NOTE \w+|LOCB?\b`)
	only := map[scene.Medium]string{scene.Document: "Zq031 Zq032 Zq158", scene.Slides: "Zq033"} // points, an era's gloss; the argument
	for _, name := range []string{"dropped", "gloss", "kpi_note"} {
		src, err := os.ReadFile(filepath.Join("testdata", "fields", name+".yaml"))
		if err != nil {
			t.Fatal(err)
		}
		r := compileSpecimen(t, string(src))
		stickers := strings.Count(string(src), "sticker: ")
		for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
			page := pageWords(deck)
			for _, w := range special.FindAllString(string(src), -1) {
				if !strings.Contains(page, strings.ToUpper(w)) && !strings.Contains(only[deck.Medium], w) {
					t.Errorf("%s: %s is not printed in the %s", name, w, deck.Medium)
				}
			}
			if got := strings.Count(page, "ILLUSTRATIVE"); got != stickers {
				t.Errorf("%s: %d stickers of %d are printed in the %s", name, got, stickers, deck.Medium)
			}
		}
	}
}

// TestAnAudiencesNameStandsInTheFooter, where the outline gives one; an id is never printed.
func TestAnAudiencesNameStandsInTheFooter(t *testing.T) {
	src := []byte(short + "    points: [{heading: One, text: First.}, {heading: Two, text: Second.}]\naudiences: [{board: The board of Example AG}, press]\n")
	for audience, want := range map[string]bool{"board": true, "press": false, "": false} {
		r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Audience: audience, Media: []scene.Medium{scene.Document, scene.Slides}})
		if err != nil || r.Failed {
			t.Fatal(err, problems(r))
		}
		for _, deck := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
			page := pageWords(deck)
			if strings.Contains(page, "THE BOARD OF EXAMPLE AG") != want || strings.Contains(page, "PRESS") {
				t.Errorf("%q, %s: the footer's name is wrong", audience, deck.Medium)
			}
		}
	}
}
