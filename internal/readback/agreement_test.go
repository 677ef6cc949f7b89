package readback

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/render"
	"roadshow/render/html"
	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

// told is what a file tells, item by item, in the order in which it is read: paragraphs, headings, cells, entries; what drawings say
// beside them; and the footnotes, which every format has where it may. Furniture is left out.
type told struct {
	words, alts, notes []string
	drawn              map[int]bool // items of words that a drawing says
}

// reader reads one format without the code that writes it. Another format joins here.
type reader struct {
	format string
	of     []scene.Medium                    // the decks that the file tells, in the order of the file
	read   func(data []byte) ([]told, error) // one for each of them
}

func agreeing() []reader {
	return []reader{
		{"document", []scene.Medium{scene.Document}, pdfTells},
		{"slides", []scene.Medium{scene.Slides}, pdfTells},
		{"html", []scene.Medium{scene.Slides, scene.Document}, htmlTells},
		{"pptx", []scene.Medium{scene.Office}, pptxTells},
	}
}

// TestFormatsTellTheSame: words, numbers, quotations and alternative texts of all starters are the same in every format, item by
// item. AGREE=all reads every look and both papers.
func TestFormatsTellTheSame(t *testing.T) {
	looks, papers := []string{"paper"}, []string{"a4"}
	if os.Getenv("AGREE") == "all" {
		looks, papers = []string{"paper", "ink", "bank"}, []string{"a4", "letter"}
	}
	for _, folder := range folders(t) {
		for _, look := range looks {
			for _, paper := range papers {
				t.Run(filepath.Base(folder)+"-"+look+"-"+paper, func(t *testing.T) {
					if testing.Short() && !strings.Contains(folder, "crossroads") && !strings.Contains(folder, "chinese") {
						t.Skip("the longer run reads all of them")
					}
					agree(t, folder, look, paper)
				})
			}
		}
	}
}

func folders(t *testing.T) (out []string) {
	for _, pattern := range []string{"../../data/*/briefing.yaml", "../../testdata/chinese/briefing.yaml", "../../testdata/languages/*/briefing.yaml"} {
		list, err := filepath.Glob(pattern)
		if err != nil || len(list) == 0 {
			t.Fatal(pattern, err)
		}
		for _, f := range list {
			out = append(out, filepath.Dir(f))
		}
	}
	return out
}

func agree(t *testing.T, folder, look, paper string) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := os.ReadFile(filepath.Join(folder, "briefing.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{scene.Document, scene.Slides, scene.Office},
		Set: []outline.Setting{{Path: "look", Value: look}, {Path: "page", Value: paper}}})
	if err != nil {
		t.Fatal(err)
	}
	if r.Failed {
		t.Skip("the briefing is no whole one")
	}
	first := map[scene.Medium]told{}
	from := map[scene.Medium]string{}
	read := 0
	for _, one := range agreeing() {
		var data []byte
		if f, ok := render.Find(one.format); ok {
			files, err := r.Render(f, "x", render.Options{})
			if err != nil {
				t.Fatal(err)
			}
			data = files[0].Data
		} else { // not in the catalog yet
			var b bytes.Buffer
			if err := html.Write(&b, r.Files, html.Options{}); err != nil {
				t.Fatal(err)
			}
			data = b.Bytes()
		}
		all, err := one.read(data)
		if err != nil {
			t.Fatalf("%s: %v", one.format, err)
		}
		if len(all) != len(one.of) {
			t.Fatalf("%s tells %d decks, not %d", one.format, len(all), len(one.of))
		}
		for i, m := range one.of {
			if m == scene.Office { // other faces may divide blocks into other slides
				read++
				if err := all[i].against(first[scene.Slides]); err != nil {
					t.Errorf("pptx and slides, words: %v", err)
				}
				same(t, "pptx and slides, alternative texts", all[i].alts, first[scene.Slides].alts)
				continue
			}
			if _, ok := first[m]; !ok {
				first[m], from[m] = all[i], one.format
				continue
			}
			read++
			what := fmt.Sprintf("%s (%s) and %s", one.format, m, from[m])
			same(t, what+", words", all[i].words, first[m].words)
			same(t, what+", alternative texts", all[i].alts, first[m].alts)
			same(t, what+", footnotes", all[i].notes, first[m].notes)
		}
	}
	if read < 2 || len(first[scene.Document].words) < 5 || len(first[scene.Slides].words) < 5 {
		t.Errorf("%d comparisons, %d and %d items", read, len(first[scene.Document].words), len(first[scene.Slides].words))
	}
}

// same compares item by item and names the first that differ.
func same(t *testing.T, what string, got, want []string) {
	t.Helper()
	for i := range max(len(got), len(want)) {
		a, b := "(nothing)", "(nothing)"
		if i < len(got) {
			a = got[i]
		}
		if i < len(want) {
			b = want[i]
		}
		if a != b {
			before := ""
			if i > 0 {
				before = want[i-1]
			}
			t.Errorf("%s: item %d of %d and %d, behind %.60q, is\n%.200q\nand\n%.200q", what, i+1, len(got), len(want), before, a, b)
			return
		}
	}
}

// item is words as they are compared: blanks mean nothing, for a file may break lines where another does not.
func item(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), r == 0x2060, r == 0xAD, r == 0x200B:
			return -1
		case r == 0x2010, r == 0x2011:
			return '-'
		}
		return r
	}, s)
}

func (l *told) say(s string) {
	if s = item(s); s != "" {
		l.words = append(l.words, s)
	}
}

// draw tells what a drawing says.
func (l *told) draw(s string) {
	before := len(l.words)
	if l.say(s); len(l.words) > before {
		if l.drawn == nil {
			l.drawn = map[int]bool{}
		}
		l.drawn[before] = true
	}
}

func (l *told) show(s string) {
	if s = item(s); s != "" {
		l.alts = append(l.alts, s)
	}
}

// pdfTells reads the structure tree.
func pdfTells(data []byte) ([]told, error) {
	f, err := pdftest.Open(data)
	if err != nil {
		return nil, err
	}
	if f.Structure == nil {
		return nil, fmt.Errorf("the file has no structure")
	}
	var l told
	l.element(f.Structure)
	return []told{l}, nil
}

// parts are kinds of elements that hold others and no words of their own.
func parts(kind string) bool {
	switch kind {
	case "Document", "Part", "Sect", "Div", "Art", "BlockQuote", "Caption", "TOC", "TOCI", "L", "LI", "Table", "THead", "TBody", "TR":
		return true
	}
	return false
}

func (l *told) element(e *pdftest.Element) {
	switch {
	case e.Kind == "LI":
		l.listed(e)
	case parts(e.Kind), e.Kind == "LBody" && len(e.Find("P"))+len(e.Find("L")) > 0:
		if words := strings.TrimSpace(e.Text); words != "" {
			l.say(words)
		}
		for _, k := range e.Kids {
			l.element(k)
		}
	case e.Kind == "Figure":
		l.show(e.Alt)
		l.draw(words(e))
	case e.Kind == "Note":
		l.notes = append(l.notes, item(words(e)))
	default:
		l.say(words(e))
		for _, drawn := range e.Find("Figure") {
			l.show(drawn.Alt)
		}
	}
}

// listed is an item of a list, without the mark or the number that every format draws in its own way.
func (l *told) listed(e *pdftest.Element) {
	for _, k := range e.Kids {
		if k.Kind == "Lbl" && mark(words(k)) && len(e.Kids) > 1 {
			continue
		}
		l.element(k)
	}
}

// mark says that a label is a dot, a dash or the number of an item.
func mark(s string) bool {
	s = strings.TrimSpace(s)
	return s == "–" || s == "·" || s == "•" || s == "-" || strings.HasSuffix(s, ".") && strings.Trim(s, "0123456789.") == ""
}

// words are all words of an element and of those below, in order.
func words(e *pdftest.Element) string {
	var b strings.Builder
	e.Read(func(p pdftest.Part) { b.WriteString(p.Text + " ") })
	return b.String()
}

// htmlTells reads the slides and the document of one file.
func htmlTells(data []byte) ([]told, error) {
	root, err := parseHTML(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	var out []told
	for _, id := range []string{"slides", "read"} {
		n := byID(root, id)
		if n == nil {
			return nil, fmt.Errorf("the file has no view %q", id)
		}
		var l told
		l.node(n)
		out = append(out, l)
	}
	return out, nil
}
