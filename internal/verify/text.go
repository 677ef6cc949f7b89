package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"unicode"

	"roadshow"
	"roadshow/briefing/outline"
)

func quotations(s *subject) error {
	tree, err := readOutline(s.outline)
	if err != nil {
		return err
	}
	var want []string
	printed(tree, func(n *outline.Node) {
		if n.Field != nil && n.Field.Type == outline.Quotation && n.Field.Name == "text" {
			want = append(want, n.Text)
		}
	})
	return s.findAll("quotations", want)
}

// han is a stretch of Chinese as long as a name.
var han = regexp.MustCompile(`\p{Han}{2,}`)

func chineseNames(s *subject) error {
	tree, err := readOutline(s.outline)
	if err != nil {
		return err
	}
	var want []string
	seen := map[string]bool{}
	printed(tree, func(n *outline.Node) {
		for _, name := range han.FindAllString(n.Text, -1) {
			if !seen[name] {
				seen[name] = true
				want = append(want, name)
			}
		}
	})
	return s.findAll("names", want)
}

func readOutline(folder string) (*outline.Node, error) {
	root, err := os.OpenRoot(folder)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	text, err := os.ReadFile(filepath.Join(folder, "briefing.yaml"))
	if err != nil {
		return nil, err
	}
	tree, problems := roadshow.ParseOutline(text, "briefing.yaml", root)
	if problems.Failed(false) {
		return nil, fmt.Errorf("the outline has problems: run roadshow check")
	}
	return tree, nil
}

// unprinted are keys whose words never reach a page.
var unprinted = map[string]bool{"aliases": true, "excerpt": true, "credit": true, "say": true, "file": true, "only": true, "mail": true}

// printed calls f for every value that reaches a page where no audience is named.
func printed(n *outline.Node, f func(*outline.Node)) {
	if n.Has("only") || unprinted[n.Name] {
		return
	}
	f(n)
	for _, k := range n.Keys {
		printed(k, f)
	}
	for _, k := range n.List {
		printed(k, f)
	}
}

// findAll looks for every text in what pdftotext finds, as a reader's search does: words whole, spaces between them.
func (s *subject) findAll(what string, want []string) error {
	if len(want) == 0 {
		return fmt.Errorf("the outline has no %s: nothing was checked", what)
	}
	var texts []string
	for _, mode := range [][]string{nil, {"-raw"}} {
		out, _, err := tool("pdftotext", append(mode, "-enc", "UTF-8", s.pdf, "-")...)
		if err != nil {
			return err
		}
		texts = append(texts, searchable(out))
	}
	var missing []string
	for _, w := range want {
		q := searchable(w)
		// Poppler's reading order joins columns that stand side by side now and then; the order of drawing never does.
		if !strings.Contains(texts[0], q) && !strings.Contains(texts[1], q) {
			missing = append(missing, w)
		}
	}
	if len(missing) > 0 {
		return fmt.Errorf("%d of %d %s not found, first: %q", len(missing), len(want), what, missing[0])
	}
	s.say("%d", len(want))
	return nil
}

var typography = strings.NewReplacer("“", `"`, "”", `"`, "‘", "'", "’", "'", "\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2060", "", "\u00ad", "", "...", "…", "\f", "\n")

// searchable folds typography and line breaks, and keeps every space between words. A word that goes over a line must be whole.
func searchable(s string) string {
	s = typography.Replace(s)
	var b strings.Builder
	words := strings.Fields(s)
	for i, w := range words {
		// Chinese has no spaces: a break between two Han characters is none.
		if i > 0 && !(endsHan(words[i-1]) && startsHan(w)) {
			b.WriteByte(' ')
		}
		b.WriteString(w)
	}
	return b.String()
}

func startsHan(w string) bool { return unicode.Is(unicode.Han, []rune(w)[0]) }

func endsHan(w string) bool { r := []rune(w); return unicode.Is(unicode.Han, r[len(r)-1]) }
