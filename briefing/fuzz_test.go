package briefing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/briefing"
)

// FuzzResolve: whatever an author types, resolving ends, never panics, and every problem stands inside its file.
func FuzzResolve(f *testing.F) {
	names, _ := filepath.Glob("testdata/diagnostics/*.yaml")
	for _, name := range append(names, "../data/crossroads/briefing.yaml") {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(data))
	}
	for _, words := range []string{"*a **b $share* [c](d) [@x", `"[@alpha; @]" '$$' **。**`, "- a\n  - b\n\n      c\n1) d", "\\$share &#x0; &#x110000; <a@b>", "![$share][@alpha]\n[x]: y\n---"} {
		f.Add("title: T\ndate: 2025\n" + sourcesAndFigures + "themes:\n  - name: One\n    claim: C\n    argument: |\n" + indent(words, 6))
	}
	f.Fuzz(func(t *testing.T, text string) {
		src, folder := unpack(text)
		if folder == nil {
			folder = files{}
		}
		b, l := resolve(src, folder, "board")
		if b == nil {
			t.Fatal("no briefing")
		}
		for _, th := range b.Themes {
			walkProse(t, th.Claim, th.Standfirst, th.SoWhat)
			for _, p := range th.Argument {
				walkProse(t, p.Prose)
			}
		}
		for _, p := range l.Problems() {
			body, ok := folder[p.At.File]
			if !ok {
				body = src
			}
			lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(body, "\ufeff")), "\n")
			if p.At.Line < 1 || p.At.Line > len(lines) || p.At.Col < 1 || p.At.Col > utf8.RuneCountInString(lines[p.At.Line-1])+1 {
				t.Errorf("%s %s stands at %d:%d of %d lines", p.Code, p.Summary, p.At.Line, p.At.Col, len(lines))
			}
		}
	})
}

// walkProse holds what every paragraph keeps: no empty pieces, nothing but valid text.
func walkProse(t *testing.T, all ...briefing.Prose) {
	for _, p := range all {
		for _, i := range p {
			if i.Text == "" && i.Cite == nil {
				t.Errorf("an empty piece in %q", p.String())
			}
			if !utf8.ValidString(i.Text) {
				t.Errorf("%q is not valid text", i.Text)
			}
		}
	}
}
