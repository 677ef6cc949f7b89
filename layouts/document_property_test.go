package layouts

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

// TestGeneratedDocumentsKeepTheRules lays out generated outlines as documents: whatever is not refused has no fault that a
// reader would see, prints every word of every block, keeps the order of text and exhibits, and warns of pages that are
// nearly empty. Outlines whose texts keep their budgets are never refused. Laid out twice, the pages are the same: of every fifth
// outline, of each with ROADSHOW_SOAK=n, which tries n outlines. It says how full the last pages of themes are.
func TestGeneratedDocumentsKeepTheRules(t *testing.T) {
	t.Parallel()
	n := cputime.Cases(1000)
	if testing.Short() {
		n = 100
	}
	c := &documentChecker{twice: n > 1000}
	c.check(t, n, c.outline)
	for _, list := range []*[]float64{&c.lasts, &c.onlies} {
		slices.Sort(*list)
	}
	at := func(sorted []float64, percent int) float64 { return 100 * sorted[(len(sorted)-1)*percent/100] }
	t.Logf("last pages of %d themes of several pages: 5th percentile %.0f%% full, median %.0f; %d themes of one page: %.0f, %.0f", len(c.lasts),
		at(c.lasts, 5), at(c.lasts, 50), len(c.onlies), at(c.onlies, 5), at(c.onlies, 50))
}

type documentChecker struct {
	outlineChecker
	twice         bool      // every outline
	lasts, onlies []float64 // how full the last pages of themes are, and the only ones
}

// ends notes how full the pages are with which themes end.
func (c *documentChecker) ends(d *scene.Deck) {
	for i := range d.Pages {
		p := &d.Pages[i]
		if p.Layout != "theme" || i+1 < len(d.Pages) && d.Pages[i+1].Theme == p.Theme && d.Pages[i+1].Layout == "theme" {
			continue
		}
		fill, _ := p.Fill()
		if i > 0 && d.Pages[i-1].Layout == "theme" && d.Pages[i-1].Theme == p.Theme {
			c.lasts = append(c.lasts, fill)
		} else {
			c.onlies = append(c.onlies, fill)
		}
	}
}

func (c *documentChecker) outline(t *testing.T, seed int) {
	g := newOutline(seed, 7)
	src := g.document()
	fail := func(format string, args ...any) {
		c.failures++
		t.Errorf("outline %d (%s): %s", seed, strings.Join(g.kinds, " "), fmt.Sprintf(format, args...))
	}
	l := &diag.List{}
	set := []outline.Setting{{Path: "look", Value: assets.Looks()[seed%3]}, {Path: "page", Value: []string{"a4", "letter"}[seed%2]}}
	read := g.reader(c.images)
	tree := parsed(src, read, l, set...)
	b := meant(tree, read, l)
	look, err := assets.LoadLook(b.Look)
	if err != nil {
		t.Fatal(err)
	}
	lay := func(l *diag.List) *scene.Deck {
		return page.Document(b, page.Options{Layouts: Catalog(), Look: look, Fonts: c.fonts, Env: page.Env{ReadFile: read}}, l)
	}
	deck := lay(l)
	if !c.takes(t, seed, g, l) {
		return
	}
	c.pages += len(deck.Pages)
	c.ends(deck)
	if c.twice || seed%5 == 0 {
		if again := lay(&diag.List{}); !reflect.DeepEqual(deck.Pages, again.Pages) || !reflect.DeepEqual(deck.Bookmarks, again.Bookmarks) {
			fail("laid out twice, the pages differ")
		}
	}
	for _, f := range scene.Check(deck, scene.CheckOptions{Limit: 3}) {
		fail("%s", f)
	}
	printed := textsIn(deck)
	mustSay(tree, func(path, words string) {
		if !covered(letters(words), printed) {
			fail("no page says %s: %q", path, words)
		}
	})
	if err := ordered(deck); err != "" {
		fail("%s", err)
	}
	if err := filled(deck, b, l); err != "" {
		fail("%s", err)
	}
}

// document writes an outline with all that only a document has.
func (g *outlineGen) document() []byte {
	slides := string(g.outline())
	head, themes, _ := strings.Cut(slides, "themes:\n")
	g.b.Reset()
	if g.yes(30) {
		g.line(0, "status: %s", g.pick("draft", "preliminary", "final"))
		g.line(0, "edition: No. 4")
	}
	if g.yes(40) {
		g.line(0, "topic: %s", g.text(28))
		g.line(0, "authors: [{name: %s, org: %s}]", g.text(24), g.text(28))
	}
	if g.yes(30) {
		g.line(0, "prepared_for: %s", g.text(70))
	}
	if g.yes(30) {
		g.line(0, "disclaimer: |")
		for range g.n(1, 8) {
			g.line(1, "%s\n", bare(g.text(600)))
		}
	}
	top := g.b.String()
	g.b.Reset()
	if g.yes(40) {
		g.line(0, "back:")
		indented := strings.Builder{}
		for range g.n(1, 3) {
			g.block()
		}
		for line := range strings.Lines(strings.TrimPrefix(g.b.String(), "back:\n")) {
			indented.WriteString(strings.TrimPrefix(line, "      "))
		}
		top += "back:\n" + indented.String()
		g.b.Reset()
	}
	// Arguments stand before the evidence of each theme.
	var out strings.Builder
	for line := range strings.Lines(themes) {
		if line == "    evidence:\n" && g.yes(80) {
			g.argument()
			out.WriteString(g.b.String())
			g.b.Reset()
		}
		out.WriteString(line)
	}
	return []byte(head + top + "themes:\n" + out.String() + g.data())
}

// bare is words without the quotes that YAML needs.
func bare(quoted string) string {
	s, _ := strconv.Unquote(quoted)
	return s
}

// argument is Markdown of a random length with all that it may hold.
func (g *outlineGen) argument() {
	g.line(2, "argument: |")
	for range g.n(1, 14) {
		words := bare(g.text(g.n(40, 700)))
		switch g.n(0, 9) {
		case 0:
			g.line(3, "## %s\n", bare(g.text(60)))
		case 1:
			g.line(3, "### %s\n", bare(g.text(40)))
		case 2:
			for range g.n(1, 6) {
				g.line(3, "- %s", bare(g.text(140)))
			}
			g.b.WriteByte('\n')
			continue
		}
		half := len(words) / 2
		for half < len(words) && words[half] != ' ' {
			half++
		}
		mark := g.pick("", "", " [@s1]", " $f1", " *so*", " **so** [@s1]")
		end := g.pick("", ".", ".", ":")
		g.line(3, "%s%s%s%s\n", words[:half], mark, words[half:], end)
	}
}

// letters is what remains of words when only letters and digits count.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// textsIn are the letters of every text of a deck, in reading order, furniture left out.
func textsIn(d *scene.Deck) []string {
	var out []string
	add := func(t *scene.Text) {
		var b strings.Builder
		for _, l := range t.Lines {
			for _, r := range l.Runs {
				if r.Rise == 0 {
					b.WriteString(r.Text)
				}
			}
		}
		if s := letters(b.String()); s != "" {
			out = append(out, s)
		}
	}
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Text:
				if it.Role != scene.RoleFurniture {
					add(it)
				}
			case *scene.Table:
				it.EachCell(func(c *scene.Cell) { add(&c.Text) })
			}
		})
	}
	return out
}

// covered says that words stand in one text, or in several where a paragraph is parted by pages.
func covered(want string, printed []string) bool {
	if want == "" {
		return true
	}
	for i, t := range printed {
		if strings.Contains(t, want) {
			return true
		}
		// The beginning of the words ends this text; the rest begins a later one.
		for n := min(len(t), len(want)-1); n > 0; n-- {
			if strings.HasSuffix(t, want[:n]) {
				if continued(want[n:], printed[i+1:]) {
					return true
				}
			}
		}
	}
	return false
}

func continued(want string, printed []string) bool {
	for i, t := range printed {
		if strings.HasPrefix(t, want) {
			return true
		}
		if strings.HasPrefix(want, t) && len(t) > 12 && continued(want[len(t):], printed[i+1:]) {
			return true
		}
	}
	return false
}

var (
	reference = regexp.MustCompile(`\[@[^\]]*\]|\$f\d`)
	markup    = regexp.MustCompile(`(?m)^\s*(#+|-) `)
)

// mustSay calls say for all words of an outline that its document must print, paragraph by paragraph.
func mustSay(n *outline.Node, say func(path, words string)) {
	var walk func(n *outline.Node, path string)
	walk = func(n *outline.Node, path string) {
		if n == nil || n.Null {
			return
		}
		if n.Name != "" {
			path += "/" + n.Name
		}
		if strings.HasPrefix(path, "/themes/points") || strings.HasPrefix(path, "/figures") || strings.HasSuffix(path, "/say") ||
			strings.HasSuffix(path, "/eras/gloss") { // the vertical timeline of paper has no empty side for it
			return
		}
		for _, k := range n.Keys {
			walk(k, path)
		}
		for _, k := range n.List {
			walk(k, path)
		}
		if n.Field == nil || n.Text == "" {
			return
		}
		switch n.Field.Type {
		case outline.Prose, outline.Rich, outline.Quotation:
			for _, p := range strings.Split(n.Text, "\n\n") {
				for _, item := range strings.Split(p, "\n- ") {
					// A figure prints words of its own: the words on either side must stand.
					for _, s := range reference.Split(markup.ReplaceAllString(item, ""), -1) {
						say(path, s)
					}
				}
			}
		}
	}
	walk(n, "")
}

var exhibitNumber = regexp.MustCompile(`^(?:Exhibit|图) ?(\d+)$`)

// ordered holds the numbers of exhibits and of the argument's paragraphs in the order of the pages.
func ordered(d *scene.Deck) string {
	last, problem := 0, ""
	argument := map[string]int{}
	for _, p := range d.Pages {
		if p.Layout == "contents" {
			continue
		}
		scene.Walk(p.Items, func(it scene.Item) {
			t, ok := it.(*scene.Text)
			if !ok || len(t.Lines) == 0 {
				return
			}
			if strings.HasSuffix(t.ID, "/number") && t.Role == scene.RoleCaption && !strings.Contains(t.ID, "@") {
				var words strings.Builder
				for _, r := range t.Lines[0].Runs {
					words.WriteString(r.Text)
				}
				if m := exhibitNumber.FindStringSubmatch(strings.ReplaceAll(words.String(), "\u00a0", " ")); m != nil {
					n, _ := strconv.Atoi(m[1])
					if n != last+1 {
						problem = fmt.Sprintf("exhibit %d follows exhibit %d on page %d", n, last, p.Number)
					}
					last = n
				}
			}
			if theme, number, ok := strings.Cut(t.ID, "/argument"); ok {
				n, _ := strconv.Atoi(number)
				if n <= argument[theme] {
					problem = fmt.Sprintf("paragraph %d of %s follows paragraph %d", n, theme, argument[theme])
				}
				argument[theme] = n
			}
		})
	}
	return problem
}

// filled says which last page of a theme is nearly empty without a warning.
func filled(d *scene.Deck, b *briefing.Briefing, l *diag.List) string {
	g := page.GridFor(b.Page)
	warned := map[int]bool{}
	for _, p := range l.Problems() {
		if p.Code == "W-SPARSE" {
			warned[p.At.Line] = true
		}
	}
	for _, th := range b.Themes {
		var pages []*scene.Page
		for i := range d.Pages {
			if d.Pages[i].Theme == th.Number {
				pages = append(pages, &d.Pages[i])
			}
		}
		if len(pages) < 2 || warned[th.At.Line] {
			continue
		}
		lowest := g.Top
		for _, it := range pages[len(pages)-1].Items {
			if gr, ok := it.(*scene.Group); ok && gr.Role == scene.RoleFurniture {
				continue
			}
			lowest = max(lowest, scene.Bounds(it).Bottom())
		}
		if full := (lowest - g.Top) / (g.Bottom - g.Top); full < page.Sparse-0.04 {
			return fmt.Sprintf("the last page of theme %d is filled to %.0f%% without a warning", th.Number, float64(100*full))
		}
	}
	return ""
}
