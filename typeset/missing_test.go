package typeset

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/scene"
)

func TestMissingCharactersAreFoundWhereTheyStand(t *testing.T) {
	f := New(nil)
	for text, want := range map[string]string{
		"plain words, “quotes” – €5":     "",
		"模型的参数":                          "",
		"e\u0301 and é":                  "",
		"a\u200bb\u00adc\tnew\nline":     "",
		"ab\u0e01c":                      "2:U+0E01",
		"岂\u0e01凡":                       "3:U+0E01",
		"go \U0001F600 on \U0001F600":    "3:U+1F600 11:U+1F600",
		"q\u20dd":                        "1:U+20DD",
		"bad \xff byte":                  "",
		"\u0915\u093f and e\u0301\u20dd": "0:U+0915 3:U+093F 14:U+20DD",
	} {
		var got []string
		f.Missing(text, func(at int, r rune) { got = append(got, fmt.Sprintf("%d:%U", at, r)) })
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q", text, s, want)
		}
	}
}

// What Missing passes over must never become a question mark, whatever the style.
func TestWhatIsNotMissingIsDrawnInEveryStyle(t *testing.T) {
	f := New(nil)
	for r := rune(0x21); r <= 0xFFFF; r++ {
		if r >= 0xD800 && r < 0xE000 || isDropped(r) || asSpace(r) == ' ' || r == 0x2028 || r == 0x2029 || !f.draws(r) {
			continue
		}
		for _, font := range f.order {
			for _, chinese := range []bool{false, true} {
				if f.resolve(r, f.id(font), chinese) == noFace {
					t.Fatalf("%U is drawn, but not in %s", r, font)
				}
			}
		}
	}
	b := f.Set([]scene.Span{{Text: "ab\u0e01", Style: scene.Style{Font: scene.Serif, Size: 10, Leading: 12}}}, Options{Break: NoBreak})
	if got := b.Lines[0].Runs[0].Text; got != "ab?" {
		t.Errorf("a missing character is drawn as %q", got)
	}
}
