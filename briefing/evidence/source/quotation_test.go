package source

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/internal/cputime"
	"roadshow/internal/limits"
)

// article is made for these tests; it has the traps that real ones have.
const article = `The founder spoke at length. “The moment I saw it, I really felt like a fool.” Mr Li said. He paused.
A customer asked, "We can't afford it  if you do.
In mid-March, the model had an accuracy rate of over 70%, while others stood at 20%. Its parent’s revenue was about $80 million —
up from 1,480.5. 百川智能成立于二〇二三年四月。The co-founder agreed: "It won't be completed in one wave, and different innovations
will emerge." Mr Li said. The end came quickly, he said, and so on. The end came slowly, she said.
`

func sample(t testing.TB) *Text {
	t.Helper()
	text, err := NewText("article.txt", []byte(article))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestWordsAreNormalisedAndKeepTheirCase(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The end.", "The|end|."},
		{"“Don’t”, he said", "Don't|,|he|said"},
		{"'quoted' customers' rock 'n' roll", "quoted|customers|rock|n|roll"},
		{"AI–assisted — and well-known", "AI|-|assisted|-|and|well|-|known"},
		{"1,480.5 and 20%, 3. GPT-4", "1,480.5|and|20|%|,|3|.|GPT|-|4"},
		{"ﬁne ｆｕｌｌ　ｗｉｄｔｈ", "fine|full|width"},
		{"so\u00adft\u200b hyphen", "soft|hyphen"},
		{"caf\u0065\u0301 café", "café|café"},
		{"百川智能，成立", "百|川|智|能|,|成|立"},
		{"$80m 「引」", "$|80m|引"},
		{"wait… what", "wait|.|.|.|what"},
		{"a.b 3.x 3.5.7", "a|.|b|3|.|x|3.5.7"},
		{"", ""},
	} {
		var got []string
		for _, w := range SplitWords(c.in) {
			got = append(got, w.Text)
			if w.from < 0 || w.to > len(c.in) || w.from >= w.to {
				t.Errorf("%q: %q lies at %d–%d", c.in, w.Text, w.from, w.to)
			}
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%q is %q, want %q", c.in, strings.Join(got, "|"), c.want)
		}
	}
}

func TestQuotationsAreFoundVerbatim(t *testing.T) {
	text := sample(t)
	for _, c := range []struct{ name, text, credit, passage string }{
		{"plain", "I really felt like a fool.", "", "I really felt like a fool"},
		{"other quotation marks and spaces", "We can’t afford it if you do", "", "We can't afford it  if you do"},
		{"a full stop where the source goes on", "The end came quickly.", "", "The end came quickly"},
		{"other dashes", "about $80 million - up from 1,480.5", "", "about $80 million —\nup from 1,480.5"},
		{"over the line's end", "innovations will emerge", "", "innovations\nwill emerge"},
		{"a cut", "The moment I saw it […] like a fool.", "", "The moment I saw it, I really felt like a fool"},
		{"a cut with dots", "The moment [...] a fool", "", "The moment I saw it, I really felt like a fool"},
		{"the editor's words", "It [the wave] won't be completed in one wave", "", "It won't be completed in one wave"},
		{"a changed capital", "[D]ifferent innovations will emerge", "", "different innovations\nwill emerge"},
		{"a changed ending", "different innovation[s] will emerge", "", "different innovations\nwill emerge"},
		{"credit behind", "I really felt like a fool.", "Mr Li said.", "I really felt like a fool.” Mr Li said"},
		{"credit before", "We can't afford it", "A customer asked,", `A customer asked, "We can't afford it`},
		{"credit beside the last part", "It won't be completed […] will emerge.", "Mr Li said", "It won't be completed in one wave, and different innovations\nwill emerge.\" Mr Li said"},
		{"credit of the second place", "The end came", "and so on.", "and so on. The end came"},
		{"chinese", "成立于二〇二三年", "", "成立于二〇二三年"},
	} {
		p, err := text.Match(Quote{c.text, c.credit})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if p.Text != c.passage || p.Credited != (c.credit != "") {
			t.Errorf("%s: found %q (credited %v), want %q", c.name, p.Text, p.Credited, c.passage)
		}
	}
	if p, _ := text.Match(Quote{Text: "Its parent's revenue"}); p.Line != 3 {
		t.Errorf("line %d", p.Line)
	}
}

func TestAMissShowsTheNearestPassageWithDifferingWordsMarked(t *testing.T) {
	text := sample(t)
	for _, c := range []struct{ name, text, credit, summary, nearest, quoted string }{
		{"one word", "I truly felt like a fool", "", "these words do not stand in the source", "I «really» felt like a fool", "I «truly» felt like a fool"},
		{"a digit", "an accuracy rate of over 71%", "", "these words do not stand in the source", "an accuracy rate of over «70»%", "an accuracy rate of over «71»%"},
		{"a word left out", "an rate of over 70%", "", "these words do not stand in the source", "an «accuracy» rate of over 70%", "an rate of over 70%"},
		{"a word put in", "It will not won't be completed in one wave", "", "these words do not stand in the source", "It won't be completed in one wave", "It «will» «not» won't be completed in one wave"},
		{"capitals", "The Founder spoke", "", "these words stand in the source with other capitals", "The «founder» spoke", "The «Founder» spoke"},
		{"inner comma", "The moment I saw it I really felt", "", "these words do not stand in the source", "The moment I saw it«,» I really felt", "The moment I saw it I really felt"},
		{"nothing like it", "Seven wonderful zebras dance", "", "these words do not stand in the source", "", ""},
		{"wrong order", "will emerge […] The moment I saw it", "", "the parts of this quotation do not stand in this order", "", ""},
		{"no words", "[…]", "", "there are no words of the source in it", "", ""},
		{"open bracket", "The [moment", "", "a bracket opens and never closes: [ and ] are the editor's marks", "", ""},
		{"credit elsewhere", "We can't afford it", "Mr Li said.", `the credit "Mr Li said" does not stand beside the quotation`, `Mr Li said. He paused. A customer asked, "We can't afford it if you do. In mid-March, the model had`, ""},
		{"credit too far", "The moment I saw it", "Mr Li said.", `the credit "Mr Li said" does not stand beside the quotation`, `The founder spoke at length. “The moment I saw it, I really felt like a fool.” Mr Li said.`, ""},
	} {
		_, err := text.Match(Quote{c.text, c.credit})
		var m *Miss
		if !errors.As(err, &m) {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if m.Summary != c.summary || m.Nearest != c.nearest || m.Quoted != c.quoted {
			t.Errorf("%s: %s\n %s\n %s", c.name, m.Summary, m.Nearest, m.Quoted)
		}
	}
	_, err := text.Match(Quote{Text: "The Founder spoke"})
	if m := err.(*Miss); !m.CaseOnly || m.Line != 1 || m.Hint != "the source says, in line 1: The «founder» spoke; write [T]he where you change a capital" {
		t.Errorf("%+v", m)
	}
}

func TestFindGivesThePassageAsTheSourcePrintsIt(t *testing.T) {
	text := sample(t)
	p, exact, ok := text.Find("really felt like")
	if !ok || !exact || p.Text != "really felt like" || p.Line != 1 {
		t.Errorf("%+v %v %v", p, exact, ok)
	}
	p, exact, ok = text.Find("I REALLY felt such a fool")
	if !ok || exact || p.Text != "I really felt like a fool" {
		t.Errorf("%+v %v %v", p, exact, ok)
	}
	if _, _, ok = text.Find("zebras"); ok {
		t.Error("found zebras")
	}
}

func TestTextsThatAreNoTextAreRefused(t *testing.T) {
	for name, data := range map[string][]byte{"binary": {0xff, 0xfe, 0}, "empty": []byte(" \n"), "huge": make([]byte, limits.SourceBytes.N()+1)} {
		if _, err := NewText(name, data); err == nil || !strings.Contains(err.Error(), name) {
			t.Error(name, err)
		}
	}
}

func FuzzQuotation(f *testing.F) {
	for _, s := range []string{"I really felt like a fool.", "[T]he end […] slowly", "[", "]", "[…]", "machine[s]", "20%", "百川[x]智能", "a [b] c [...] d", "\u0301", "’’’", "1,480.", "ﬁ […] ﬂ"} {
		f.Add(s, "Mr Li said.")
	}
	text, err := NewText("article.txt", []byte(article))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, words, credit string) {
		defer cputime.Bound(t)()
		q := Quote{words, credit}
		p, err := text.Match(q)
		if err == nil {
			if p.At < 0 || p.Words < 1 || p.At+p.Words > text.Words() || p.Text == "" || !utf8.ValidString(p.Text) {
				t.Fatalf("%q: %+v", q, p)
			}
			proofs, misses := text.Prove([]Quote{q})
			if len(misses) > 0 {
				t.Fatalf("%q matches and is not proved: %v", q, misses[0])
			}
			if at, err := proofs.Match(q); err != nil || at.Credited != p.Credited {
				t.Fatalf("%q is not covered by its own proof: %v", q, err)
			}
			return
		}
		var m *Miss
		if !errors.As(err, &m) || m.Summary == "" {
			t.Fatalf("%q: %v", q, err)
		}
		for _, w := range SplitWords(words) {
			if w.from < 0 || w.to > len(words) || w.from >= w.to {
				t.Fatalf("%q: word %+v", words, w)
			}
		}
	})
}
