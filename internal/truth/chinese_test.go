package truth

import (
	"bytes"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/scene"
)

// chinese compiles testdata/chinese: an invented company's briefing with all layouts and chart kinds.
func chinese(t testing.TB, set ...outline.Setting) *roadshow.Result {
	t.Helper()
	r := compileFolder(t, filepath.Join("testdata", "chinese"), func(o *roadshow.Options) { o.Set = set })
	for _, p := range r.Problems.Problems() {
		if p.Severity.String() != "note" && p.Code != "W-NUMBER" && p.Code != "W-SPARSE" { // its prose is invented, and so are the numbers in it
			t.Errorf("%s:%d:%d: %s: %s", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
		}
	}
	if r.Files.Document == nil || r.Files.Slides == nil {
		t.Fatal("no pages")
	}
	return r
}

// said are all words of a deck: on the pages, in alternative texts, bookmarks, notes and in the file's own data.
func said(t testing.TB, d *scene.Deck) []string {
	t.Helper()
	var b bytes.Buffer
	if err := scene.Dump(&b, d); err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, q := range quotedWords.FindAllString(axisLine.ReplaceAllString(b.String(), ""), -1) {
		words, err := strconv.Unquote(q)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, words)
	}
	for _, p := range d.Pages {
		out = append(out, p.Title)
		for _, n := range p.Notes {
			for _, s := range n.Spans {
				out = append(out, s.Text)
			}
		}
	}
	for _, m := range d.Bookmarks {
		out = append(out, m.Title)
	}
	return append(out, d.Meta.Title, d.Meta.Subject, d.Meta.Author, strings.Join(d.Meta.Keywords, " "))
}

var (
	axisLine    = regexp.MustCompile(`(?m)^ *axis .*$`) // names and number formats for programs
	quotedWords = regexp.MustCompile(`"(?:[^"\\]|\\.)*"`)
	latinWord   = regexp.MustCompile(`[A-Za-z]`)
)

// TestAChineseBriefingIsChinese: no Latin letter stands on its pages that the author did not type.
func TestAChineseBriefingIsChinese(t *testing.T) {
	typed := strings.NewReplacer("GPT-4", "", "sample@example.com", "")
	for _, set := range [][]outline.Setting{
		nil,
		{{Path: "status", Value: "draft"}, {Path: "page", Value: "letter"}, {Path: "look", Value: "ink"}},
		{{Path: "status", Value: "final"}, {Path: "look", Value: "bank"}},
	} {
		r := chinese(t, set...)
		for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
			if d.Meta.Language != "zh" {
				t.Errorf("the file says that its language is %q", d.Meta.Language)
			}
			for _, words := range said(t, d) {
				if latinWord.MatchString(typed.Replace(words)) {
					t.Errorf("%v, %s: %q", set, d.Medium, words)
				}
			}
		}
	}
}

// TestChineseWordsAndFinanceUnitsGoTogether: the scales are the typed letters k, m, bn and trn, all words stay Chinese.
func TestChineseWordsAndFinanceUnitsGoTogether(t *testing.T) {
	typed := strings.NewReplacer("GPT-4", "", "sample@example.com", "")
	scale := regexp.MustCompile(`(^|[0-9¥，\x{2009} ])(k|m|bn|trn)\b`)
	r := chinese(t, outline.Setting{Path: "format.units", Value: "finance"})
	found := false
	for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
		for _, words := range said(t, d) {
			found = found || strings.Contains(words, "¥320m")
			if left := scale.ReplaceAllString(typed.Replace(words), "$1"); latinWord.MatchString(left) {
				t.Errorf("%s: %q", d.Medium, words)
			}
		}
	}
	if !found {
		t.Error("约3.2亿元 is not printed as 约¥320m")
	}
}

// TestEnglishWordsAndChineseUnitsGoTogether: an English briefing may count in 万 and 亿.
func TestEnglishWordsAndChineseUnitsGoTogether(t *testing.T) {
	r := compileText(t, `title: Boards
date: 2024-01-31
format: {units: zh}
figures:
  sales: {label: sales, value: over RMB 320m, basis: own}
themes:
  - name: Sales
    claim: Sales were $sales
    argument: Sales were $sales last year.
`, nil)
	all := strings.Join(said(t, r.Files.Document), "\n")
	if !strings.Contains(all, "Sales were more than RMB 3.2亿") || !strings.Contains(all, "INVESTOR BRIEFING") {
		t.Errorf("problems %s; pages say %s", problems(r), all)
	}
}
