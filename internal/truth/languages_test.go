package truth

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"roadshow"
	"roadshow/scene"
	"roadshow/words"
)

var updateWords = flag.Bool("update", false, "write the words of the languages' briefings anew")

// TestABriefingSpeaksItsLanguage: an invented briefing a language says what its golden file holds, and no English word of ours.
func TestABriefingSpeaksItsLanguage(t *testing.T) {
	for _, language := range []string{"de", "fr", "es"} {
		t.Run(language, func(t *testing.T) {
			folder := filepath.Join("testdata", "languages", language)
			r := compileFolder(t, folder, func(*roadshow.Options) {})
			for _, p := range r.Problems.Problems() {
				if p.Severity.String() != "note" && p.Code != "W-SPARSE" {
					t.Errorf("%s:%d:%d: %s: %s", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
				}
			}
			var b strings.Builder
			for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
				if d == nil {
					t.Fatal("no pages")
				}
				if want := words.Default(language).Tag; d.Meta.Language != want {
					t.Errorf("the file says that its language is %q, not %s", d.Meta.Language, want)
				}
				fmt.Fprintf(&b, "== %s\n", d.Medium)
				for _, s := range said(t, d) {
					if strings.IndexFunc(s, unicode.IsLetter) >= 0 || strings.IndexFunc(s, unicode.IsDigit) >= 0 {
						b.WriteString(strings.NewReplacer("\u202f", "<nnbsp>", "\u00a0", "<nbsp>").Replace(s) + "\n")
					}
				}
			}
			for _, w := range englishWords(language) {
				if w.MatchString(b.String()) {
					t.Errorf("an English word is printed: %q", w.FindString(b.String()))
				}
			}
			golden := filepath.Join(folder, "words.txt")
			if *updateWords {
				if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || string(want) != b.String() {
				t.Errorf("the words differ from %s (%v); look at them with -update", golden, err)
			}
		})
	}
}

// englishWords finds the words of the English table that the language's own table does not share.
func englishWords(language string) (out []*regexp.Regexp) {
	own := map[string]bool{}
	tableWords(reflect.ValueOf(*words.For(language)), func(w string) { own[strings.ToLower(w)] = true })
	seen := map[string]bool{}
	tableWords(reflect.ValueOf(*words.For("en")), func(w string) {
		if !own[strings.ToLower(w)] && !seen[w] {
			seen[w] = true
			out = append(out, regexp.MustCompile(`(?m)(^|[^\p{L}_./])`+regexp.QuoteMeta(w)+`($|[^\p{L}_])`))
		}
	})
	return out
}

// tableWords visits the single words of a table that have at least four letters.
func tableWords(v reflect.Value, visit func(string)) {
	switch v.Kind() {
	case reflect.String:
		for _, w := range strings.FieldsFunc(v.String(), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if len(w) >= 4 {
				visit(w)
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			tableWords(v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			tableWords(v.Field(i), visit)
		}
	}
}

// TestManyChineseSourcesAreListed: the mark that opens a title hangs, and stands clear of a number of two digits.
func TestManyChineseSourcesAreListed(t *testing.T) {
	for _, language := range []string{"zh", "en"} {
		var src, used strings.Builder
		src.WriteString("title: 先修路后建厂\ndate: 2024-01-31\nlanguage: " + language + "\nsources:\n")
		for i := range 12 {
			fmt.Fprintf(&src, "  s%d: {title: 年度报告第%d卷, date: %d}\n", i, i+1, 1990+i)
			fmt.Fprintf(&used, "工厂需要道路[@s%d]。", i)
		}
		src.WriteString("themes:\n  - {name: 成本, claim: 工厂的成本就是道路的成本, argument: \"" + used.String() + "\"}\ndisclaimer: 本简报不构成出售要约，也不构成购买邀请。\n")
		if r := compileText(t, src.String(), nil); r.Failed {
			t.Errorf("%s: %s", language, problems(r))
		}
	}
}
