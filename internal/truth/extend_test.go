package truth

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"roadshow"
	"roadshow/assets"
	"roadshow/charts"
	"roadshow/data"
	"roadshow/internal/diag"
	"roadshow/layouts"
	"roadshow/render"
	"roadshow/scene"
	"roadshow/words"
)

// TestWhatIsAddedTouchesWhatTheArchitectureSays walks the list "to add … touch" of ARCHITECTURE.md: everything that a catalog lists
// has every file that its row names, and every such file belongs to something that a catalog lists.
func TestWhatIsAddedTouchesWhatTheArchitectureSays(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string][]string{"a language": words.Languages(), "a look": assets.Looks()}
	for _, l := range layouts.Catalog() {
		listed["a layout"] = append(listed["a layout"], l.Name)
	}
	for _, k := range charts.Catalog() {
		listed["a chart kind"] = append(listed["a chart kind"], k.Name)
	}
	for _, s := range data.Starters() {
		listed["a starter briefing"] = append(listed["a starter briefing"], s.Name)
	}
	for _, f := range render.Formats() {
		if f.Group == "" {
			f.Group = strings.TrimPrefix(f.Ext, ".")
		}
		if !slices.Contains(listed["a file format"], f.Group) {
			listed["a file format"] = append(listed["a file format"], f.Group)
		}
	}
	// The starters are English, and the Chinese briefing has a folder of its own.
	without := map[string]bool{"testdata/languages/en/": true, "testdata/languages/zh/": true}
	owned := []string{"cmd/roadshow/samples/layouts/<name>.yaml", "cmd/roadshow/samples/charts/<name>.yaml", "assets/looks/<name>.json", "testdata/languages/<name>/"}
	walked := map[string]bool{}
	for _, row := range regexp.MustCompile(`(?m)^\| (an? [a-z ]+) \| (.*) \|$`).FindAllStringSubmatch(string(text), -1) {
		what, touched := row[1], row[2]
		names, paths := listed[what], regexp.MustCompile("`([^` ]*<name>[^` ]*)`").FindAllStringSubmatch(touched, -1)
		if len(names) == 0 || len(paths) == 0 {
			continue
		}
		walked[what] = true
		for _, p := range paths {
			for _, name := range names {
				path := strings.ReplaceAll(p[1], "<name>", name)
				if _, err := os.Stat(path); err != nil && !without[path] {
					t.Errorf("%s %s has no %s", what, name, path)
				}
			}
			if !slices.Contains(owned, p[1]) {
				continue // the folder holds more than what a catalog lists
			}
			there, err := filepath.Glob(strings.TrimSuffix(strings.ReplaceAll(p[1], "<name>", "*"), "/"))
			if err != nil {
				t.Fatal(err)
			}
			before, after, _ := strings.Cut(strings.TrimSuffix(p[1], "/"), "<name>")
			for _, path := range there {
				if name := strings.TrimSuffix(strings.TrimPrefix(filepath.ToSlash(path), before), after); !slices.Contains(names, name) {
					t.Errorf("%s belongs to no listed %s", path, strings.TrimPrefix(what, "a "))
				}
			}
		}
	}
	for what := range listed {
		if !walked[what] {
			t.Errorf("ARCHITECTURE.md does not say what to touch to add %s, with paths that hold <name>", what)
		}
	}
}

// TestALookIsAddedAsData: a look that no catalog knows paints both media of a briefing without a line of Go.
func TestALookIsAddedAsData(t *testing.T) {
	dir := t.TempDir()
	const slate = `{"base": "paper", "name": "slate", "accent": "#1F5A66"}`
	if err := os.WriteFile(filepath.Join(dir, "look.json"), []byte(slate), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src := "title: A sample\ndate: 2026-01-05\nlook: look.json\nthemes:\n  - name: One\n    claim: A look is a file\n    evidence:\n      - statement: It paints *both media*\n"
	r, err := roadshow.Compile(roadshow.Options{Name: "b.yaml", Src: []byte(src), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems.Problems() {
		if p.Severity >= diag.Error {
			t.Error(p)
		}
	}
	for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		if d == nil {
			t.Fatal("no deck")
		}
		painted := false
		for _, p := range d.Pages {
			scene.Walk(p.Items, func(it scene.Item) {
				if text, ok := it.(*scene.Text); ok {
					for _, para := range text.Paras {
						for _, s := range para.Spans {
							painted = painted || s.Style.Color.R == 0x1F && s.Style.Color.G == 0x5A && s.Style.Color.B == 0x66
						}
					}
				}
			})
		}
		if !painted {
			t.Errorf("%s: nothing is in the accent of the look", d.Medium)
		}
	}
}
