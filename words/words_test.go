package words

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// walk visits every word of a table by its path.
func walk(path string, v reflect.Value, visit func(path, s string)) {
	switch v.Kind() {
	case reflect.String:
		visit(path, v.String())
	case reflect.Array:
		for i := range v.Len() {
			walk(fmt.Sprint(path, ".", i), v.Index(i), visit)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			walk(path+"."+v.Type().Field(i).Name, v.Field(i), visit)
		}
	}
}

func all(language string) map[string]string {
	out := map[string]string{}
	walk("", reflect.ValueOf(*For(language)), func(path, s string) { out[path] = s })
	return out
}

// empty are the words that a language may lack, by the end or a part of their path.
func empty(language, path string) bool {
	for _, p := range []string{".None", ".FirstDay", ".Numerals.0", ".Spelled.0", ".Of"} {
		if strings.HasSuffix(path, p) {
			return true
		}
	}
	switch {
	case path == ".Locale", strings.Contains(path, ".Number.Scales"), strings.Contains(path, ".Number.Money"):
		return language == "en" || language == "zh" || language == "fr" && strings.HasSuffix(path, ".3") // French says 10¹² in milliards
	case strings.Contains(path, ".Number.Spelled"):
		return language != "es" && (language != "fr" || strings.Contains(path, ".3."))
	case path == ".Marks.Gap", strings.Contains(path, ".Page.Spelled"):
		return language == "zh"
	}
	return false
}

// TestEveryLanguageHasEveryWord: none is missing, and a pattern has as many places as the English one.
func TestEveryLanguageHasEveryWord(t *testing.T) {
	english := all("en")
	if len(english) < 300 {
		t.Fatalf("only %d words were walked", len(english))
	}
	for _, l := range Languages() {
		if For(l).Language != l {
			t.Errorf("the table of %s is that of %s", l, For(l).Language)
		}
		for path, s := range all(l) {
			if s == "" && !empty(l, path) {
				t.Errorf("%s: no word at %s (English %q)", l, path, english[path])
			}
			if s != "" && !strings.Contains(path, ".Date.") && !strings.Contains(path, ".Kinds.") && english[path] != "" && !spelledOut(path) &&
				strings.Count(s, "%") != strings.Count(english[path], "%") {
				t.Errorf("%s: %s has other places than English: %q and %q", l, path, s, english[path])
			}
			if s != strings.TrimSpace(s) && strings.Contains(s, "\n") || strings.Contains(s, "  ") || strings.ContainsAny(s, "\"'") {
				t.Errorf("%s: %s is %q", l, path, s)
			}
		}
	}
}

// spelledOut: the singular may say its number itself.
func spelledOut(path string) bool { return strings.HasSuffix(path, ".One") }

// same are words that a language shares with English.
var same = map[string]string{
	"de": "Logo|Signal|signal|H1|H2|Q%q %y|Q%q|April|August|September|November|Jan|Feb|Apr|Jun|Jul|Aug|Sep|Nov",
	"fr": "%, page %|Contact|Logo|Sources|Total|signal| point| points|six",
	"es": "Total|no",
}

// TestNoEnglishWordIsLeft: a German, French or Spanish word is another one than the English, or declared the same.
func TestNoEnglishWordIsLeft(t *testing.T) {
	english := all("en")
	letters := func(s string) bool {
		return strings.IndexFunc(strings.NewReplacer("%y", "", "%m", "", "%b", "", "%d", "", "%q", "", "%h", "", "%w", "", "%l", "").Replace(s), unicode.IsLetter) >= 0
	}
	for l, list := range same {
		declared := map[string]bool{}
		for _, w := range strings.Split(list, "|") {
			declared[w] = true
		}
		for path, s := range all(l) {
			if s != "" && s == english[path] && letters(s) && !declared[s] && !(strings.Contains(path, ".Kinds.") && strings.HasSuffix(path, ".0")) {
				t.Errorf("%s: %s is English: %q", l, path, s)
			}
		}
	}
}

func TestGermanHasNoSharpS(t *testing.T) {
	for path, s := range all("de") {
		if strings.Contains(s, "ß") {
			t.Errorf("%s: %q is wrong in Switzerland", path, s)
		}
	}
}

// TestFrenchSpacesItsMarks: a narrow no-break space stands before : ; ? ! and % and inside « ».
func TestFrenchSpacesItsMarks(t *testing.T) {
	for path, s := range all("fr") {
		r := []rune(s)
		for i, c := range r {
			if strings.ContainsRune(":;?!»", c) && (i == 0 || r[i-1] != 0x202F) {
				t.Errorf("%s: %q", path, s)
			}
		}
	}
}

// TestPlurals holds our rule of one and many against CLDR's.
func TestPlurals(t *testing.T) {
	for _, l := range []string{"en", "de", "fr", "es"} {
		tag := language.Make(l)
		for n := range 200 {
			one := plural.Cardinal.MatchPlural(tag, n, 0, 0, 0, 0) == plural.One
			if got := For(l).One(n); got != one {
				t.Errorf("%s: one of %d is %v", l, n, got)
			}
		}
	}
	for _, c := range []struct {
		l    string
		n    int
		want string
	}{{"en", 1, "one theme"}, {"en", 0, "no themes"}, {"de", 1, "ein Thema"}, {"de", 4, "vier Themen"}, {"fr", 0, "aucun thème"}, {"fr", 2, "deux thèmes"}, {"es", 1, "un tema"},
		{"es", 12, "doce temas"}} {
		tab := For(c.l)
		if got := tab.Of(tab.Page.Themes, c.n, tab.Page.Spelled[c.n]); got != c.want {
			t.Errorf("%d themes in %s: %q, want %q", c.n, c.l, got, c.want)
		}
	}
}

// TestATableIsThatOfTheLanguage, whatever the country: a German briefing in the Swiss way of writing numbers is German.
func TestATableIsThatOfTheLanguage(t *testing.T) {
	for code, want := range map[string]string{"de": "de", "de-CH": "de", "fr-CA": "fr", "zh-CN": "zh", "es-419": "es", "en-GB": "en", "pt-BR": "en", "": "en"} {
		if got := For(code).Language; got != want {
			t.Errorf("the table of %q is that of %q, want %q", code, got, want)
		}
	}
}
