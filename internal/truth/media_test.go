package truth_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"roadshow"
	"roadshow/briefing"
	"roadshow/data"
	"roadshow/scene"
)

// TestSlidesSayWhatTheDocumentSays: where the slides are planned by auto, every quotation, exhibit and figure of the document
// stands on them, except figures that the argument alone prints: its paragraphs are the document's.
func TestSlidesSayWhatTheDocumentSays(t *testing.T) {
	list := regexp.MustCompile(`(?m)^slides:\n(?:[ -].*\n)+`)
	for _, s := range data.Starters() {
		t.Run(s.Name, func(t *testing.T) {
			root, err := os.OpenRoot(filepath.Join("data", s.Name))
			if err != nil {
				t.Fatal(err)
			}
			defer root.Close()
			src, err := root.ReadFile("briefing.yaml")
			if err != nil {
				t.Fatal(err)
			}
			auto := list.ReplaceAll(append(src, '\n'), nil)
			if strings.Contains(string(auto), "\nslides:") {
				t.Fatal("the list of slides is still there")
			}
			r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: auto, Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
			if err != nil || r.Failed {
				t.Fatal(err, r.Problems.Problems())
			}
			p := r.Prove([]scene.Medium{scene.Document, scene.Slides})
			document, slides := lettersOf(r.Deck(scene.Document)), lettersOf(r.Deck(scene.Slides))
			for _, q := range p.Quotations {
				said := letters(q.Text)
				if len(q.Pages.Document) == 0 || len(q.Pages.Slides) == 0 || !strings.Contains(document, said) || !strings.Contains(slides, said) {
					t.Errorf("line %d: %q stands on pages %v", q.Line, q.Text, q.Pages)
				}
			}
			for _, x := range p.Exhibits {
				if len(x.Pages.Document) == 0 || len(x.Pages.Slides) == 0 {
					t.Errorf("exhibit %s stands on pages %v", x.ID, x.Pages)
				}
			}
			argued := arguments(r.Briefing)
			for _, f := range p.Figures {
				if len(f.Pages.Document) > 0 && len(f.Pages.Slides) == 0 && !strings.Contains(argued, f.Value) {
					t.Errorf("figure %s, %s, stands on pages %v", f.ID, f.Value, f.Pages)
				}
			}
		})
	}
}

func arguments(b *briefing.Briefing) string {
	var out strings.Builder
	for _, th := range b.Themes {
		for _, p := range th.Argument {
			out.WriteString(p.Prose.String() + "\n")
		}
	}
	return out.String()
}

// letters are a text's letters and digits: quotation marks, hyphens and breaks differ from medium to medium.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func lettersOf(d *scene.Deck) string {
	var out strings.Builder
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			if w, ok := it.(*scene.Text); ok {
				for _, line := range w.Lines {
					for _, run := range line.Runs {
						out.WriteString(letters(run.Text))
					}
				}
			}
		})
		out.WriteByte('\n')
	}
	return out.String()
}
