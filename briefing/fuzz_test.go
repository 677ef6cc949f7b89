package briefing_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/internal/cputime"
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
		defer cputime.Bound(t)()
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
			if i.Text == "" && i.Cite == nil && i.Note == nil && i.Mention == nil {
				t.Errorf("an empty piece in %q", p.String())
			}
			if !utf8.ValidString(i.Text) {
				t.Errorf("%q is not valid text", i.Text)
			}
		}
	}
}

// FuzzMarkdown: whatever a Markdown file holds, it ends in paragraphs or in problems at places of that file.
func FuzzMarkdown(f *testing.F) {
	for _, s := range []string{"*a **b $share* [c](d) [@alpha]", "- a\n  - b\n\n      c\n1) d", "# h\n\n> q\n\n```\nx\n```", "[a]: b\n\n[a] ![a](b) <http://x> &amp; &#0;",
		"| a | b |\n|---|---|\n| 1 | 2 |", "a\\\nb  \nc\n***\n_a_ __b__ ~~c~~ [^a]\n\n[^a]: words", "<b>x</b> <!-- y -->", "[a](b\"c\") [[a](b)](c)", "**。**“a”—'b'", "\t\tx\r\ny\rz"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		defer cputime.Bound(t)()
		b, l := resolve("title: T\ndate: 2025\n"+sourcesAndFigures+"themes:\n  - name: One\n    claim: C\n    argument: {file: a.md}\n", files{"a.md": text}, "")
		for _, th := range b.Themes {
			for _, p := range th.Argument {
				walkProse(t, p.Prose)
			}
		}
		lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(strings.TrimPrefix(text, "\ufeff")), "\n")
		for _, p := range l.Problems() {
			if p.At.File == "a.md" && (p.At.Line < 1 || p.At.Line > len(lines) || p.At.Col < 1 || p.At.Col > utf8.RuneCountInString(lines[p.At.Line-1])+1) {
				t.Errorf("%s %s stands at %d:%d of %d lines", p.Code, p.Summary, p.At.Line, p.At.Col, len(lines))
			}
		}
	})
}
