package source

import "testing"

func cutsOf(t *testing.T, src, quote string) []Cut {
	t.Helper()
	text, err := NewText("s.txt", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := text.Match(Quote{Text: quote}); err != nil {
		t.Fatalf("%s: %v", quote, err)
	}
	return text.Cuts(Quote{Text: quote})
}

func TestACutKnowsWhatItDrops(t *testing.T) {
	const article = `Profit rose. "We did not see demand grow," said Nora Lind. "I cannot recommend it," said Omar Reyes.

Much later, elsewhere: waste was 50%. "The product is excellent," said Lena Voss. "We begged," she said, "for sand and for glass."

Mr. Smith of the U.S. Treasury spoke at length. Sales were up 5.5% in the year. "Costs fell," said Ivo Brandt, "and they never rose again. Margins grew," he added.

"The first half was good.

"The second half will be better," Ada Holm said.

"Will it rain?"

"It will," he said.

王芳说：“我们不会退出市场，但是会减少投资。”李强说：“我们会继续投资。”`
	for _, c := range []struct {
		quote    string
		negation string
		sentence bool
		para     bool
		marks    bool
		speakers string
	}{
		{"We […] see demand grow", "not", false, false, false, ""},
		{"We did not see […] grow", "", false, false, false, ""},
		{"recommend it […] The product is excellent", "", true, true, false, "Omar Reyes and Lena Voss"},
		{"demand grow […] recommend it", "cannot", true, false, false, "Nora Lind and Omar Reyes"},
		{"We begged […] for sand", "", false, false, false, ""},
		{"Profit rose. […] waste was 50%", "not", true, true, false, ""},
		{"waste was 50%. […] The product is excellent", "", true, false, true, ""},
		{"Mr. Smith […] spoke at length", "", false, false, false, ""},
		{"Smith of the […] Treasury spoke", "", false, false, false, ""},
		{"Costs fell […] Margins grew", "never", true, false, false, ""},
		{"The first half […] will be better", "", true, true, false, ""},
		{"Will it rain? […] It will", "", true, true, true, ""},
		{"我们[…]会退出市场", "不", false, false, false, ""},
		{"减少投资[…]我们会继续投资", "", true, false, false, "王芳 and 李强"},
	} {
		got := cutsOf(t, article, c.quote)
		if len(got) != 1 {
			t.Errorf("%s: %+v", c.quote, got)
			continue
		}
		g := got[0]
		if g.Negation != c.negation || g.Sentence != c.sentence || g.Paragraph != c.para || g.Marks != c.marks || g.Speakers != c.speakers {
			t.Errorf("%s:\n%+v", c.quote, g)
		}
	}
}

func TestATranscriptNamesWhoSpeaks(t *testing.T) {
	const call = "Nora Lind: We grew in the spring.\nOmar Reyes: Will it last?\nNora Lind: It may, we hope. Note: nothing is sure.\n"
	if g := cutsOf(t, call, "We grew […] it last?"); g[0].Speakers != "Nora Lind and Omar Reyes" {
		t.Errorf("%+v", g)
	}
	if g := cutsOf(t, call, "It may […] nothing is sure"); g[0].Speakers != "" {
		t.Errorf("%+v", g)
	}
	const names = "Operator\nThank you.\n\nNora Lind\nWe grew.\n\nOperator\nThe next question.\n\nNora Lind\nIt will last.\n"
	if g := cutsOf(t, names, "We grew. […] The next question"); g[0].Speakers != "Nora Lind and Operator" {
		t.Errorf("%+v", g)
	}
}
