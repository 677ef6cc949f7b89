package outline

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
)

const small = `title: T
date: 2023
people: &everybody
  a: {name: A B}
  chair: {name: C D}
themes:
  - name: Compute power
    claim: &same One
  - name: Talent
    claim: *same
  - id: money
    name: Capital
    claim: Three
`

func override(t *testing.T, settings ...string) (*Node, []diag.Problem) {
	t.Helper()
	c := testCatalog()
	for _, s := range settings {
		set, ok := ParseSetting(s)
		if !ok {
			t.Fatalf("%q is no setting", s)
		}
		c.Set = append(c.Set, set)
	}
	var l diag.List
	n := Parse([]byte(small), "briefing.yaml", c, &l)
	return n, l.Problems()
}

func TestASettingReplacesWhatStandsThere(t *testing.T) {
	n, ps := override(t, "title=Foo: bar, #1", "themes.1.claim=First", "themes.talent.claim=Second", "themes.money.claim=$x=3", "format.units=zh", "people.a.name=C D", "standfirst=")
	if len(ps) != 0 {
		t.Fatalf("%+v", ps)
	}
	themes := n.Get("themes").Items()
	for got, want := range map[string]string{
		n.Words("title"): "Foo: bar, #1", themes[0].Words("claim"): "First", themes[1].Words("claim"): "Second", themes[2].Words("claim"): "$x=3",
		n.Get("format").Words("units"): "zh", n.Get("people").Get("a").Words("name"): "C D",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	at := n.Get("title").At
	if at.File != "--set" || at.Line != 1 || at.Col != 7 || at.EndCol != 19 {
		t.Errorf("the title stands at %+v", at)
	}
	i := strings.Index(n.Words("title"), "#1")
	if at := n.Get("title").Range(i, i+2); at.Col != 17 || at.EndCol != 19 {
		t.Errorf("its end stands at %+v", at)
	}
}

func TestASettingIsAsStrictAsTheFile(t *testing.T) {
	for set, want := range map[string]string{
		"titel=X":                   `--set:1:1 E-KEY the outline has no key "titel"; did you mean "title"?`,
		"format.unit=zh":            `--set:1:8 E-KEY a format has no key "unit"; did you mean "units"?`,
		"format.units=chinese":      `--set:1:14 E-CHOICE unknown units "chinese"; one of si, finance, zh`,
		"themes.9.claim=X":          `--set:1:8 E-KEY no item "9" in a list of 3; items are counted from 1; a theme may be named by its id`,
		"themes.0.claim=X":          `--set:1:8 E-KEY no item "0" in a list of 3; items are counted from 1; a theme may be named by its id`,
		"themes.nowhere.claim=X":    `--set:1:8 E-KEY no item "nowhere" in a list of 3; items are counted from 1; a theme may be named by its id`,
		"people.chiar.name=X":       `--set:1:8 E-KEY the outline's people have no "chiar"; did you mean "chair"?`,
		"people.b.name=X":           `--set:1:8 E-KEY the outline's people have no "b"; a setting replaces what the outline has; write a new one into the outline`,
		"figures.revenue.value=3":   `--set:1:9 E-KEY the outline's figures have no "revenue"; a setting replaces what the outline has; write a new one into the outline`,
		"figures.revenu=3":          `--set:1:9 E-KEY the outline's figures have no "revenu"; a setting replaces what the outline has; write a new one into the outline`,
		"title.x=X":                 `--set:1:7 E-KEY "title" has no keys below it; `,
		"title=":                    `--set:1:7 E-MISSING "title" is empty; `,
		"page=a5":                   `--set:1:6 E-CHOICE unknown page "a5"; did you mean "a4"?`,
		"themes=X":                  `--set:1:8 E-TYPE "themes" must be a list; write one item a line, each after "- "`,
		"format.accounting=yes":     `--set:1:19 E-VALUE "yes" is not true or false; write true or false`,
		"themes.1.name=" + long(19): `--set:1:15 E-TRACK "name" has 19 characters, at most 18 fit; `,
	} {
		_, ps := override(t, set)
		if len(ps) == 0 {
			t.Errorf("%s: no problem", set)
			continue
		}
		p := ps[0]
		got := place(p.At) + " " + p.Code + " " + p.Summary + "; " + p.Hint
		if got != want || len(ps) > 2 {
			t.Errorf("%s:\n got %s\nwant %s (%d problems)", set, got, want, len(ps))
		}
	}
	if _, ok := ParseSetting("title"); ok {
		t.Error("a setting needs a value")
	}
	if _, ok := ParseSetting("=x"); ok {
		t.Error("a setting needs a path")
	}
}

func long(n int) string { return strings.Repeat("x", n) }

func place(s diag.Span) string {
	var b strings.Builder
	if err := diag.Write(&b, []diag.Problem{{At: s}}, diag.Options{Format: diag.Short}); err != nil {
		return err.Error()
	}
	return strings.TrimSuffix(strings.SplitN(b.String(), " ", 2)[0], ":")
}
