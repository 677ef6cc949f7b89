package source

import "testing"

const found = `The plant opened in June. Ann Lee said, "We begged for sand." Nobody answered.
"The sand came," she added; the money went. Machines were another matter: of machines there were none.`

func TestFindFallsBackToTheNearestPassageAndThenToASentence(t *testing.T) {
	text, err := NewText("t", []byte(found))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		words, want string
		exact, ok   bool
	}{
		{"We begged for sand", "We begged for sand", true, true},
		{"we begged for glass", "We begged for sand", false, true},
		{"matter for every kind of machine, machines", "Machines were another matter: of machines there were none", false, true},
		{"xyzzy plugh", "", false, false},
		{"[…]", "", false, false},
	} {
		p, exact, ok := text.Find(c.words)
		if p.Text != c.want || exact != c.exact || ok != c.ok {
			t.Errorf("%s: %q %v %v, want %q %v %v", c.words, p.Text, exact, ok, c.want, c.exact, c.ok)
		}
	}
}

func TestWhatStandsBesideAPassageEndsWithItsSentence(t *testing.T) {
	text, err := NewText("t", []byte(found))
	if err != nil {
		t.Fatal(err)
	}
	for words, want := range map[string][2]string{
		"We begged for sand": {"Ann Lee said", "Nobody answered"},
		"begged":             {"We", "for sand"},
		"The sand came":      {"Nobody answered", "she added; the money went"},
		"The plant opened":   {"", "in June"},
		"there were none":    {"Machines were another matter: of machines", ""},
		"she added":          {"The sand came", "the money went"},
		"Nobody answered":    {"We begged for sand", "The sand came"},
	} {
		p, err := text.Match(Quote{Text: words})
		if err != nil {
			t.Fatal(err)
		}
		if before, after := text.Beside(p); before != want[0] || after != want[1] {
			t.Errorf("%s: %q %q, want %q", words, before, after, want)
		}
	}
	if a, b := text.Beside(Passage{At: -1, Words: 2}); a+b != "" {
		t.Error(a, b)
	}
	if a, b := text.Beside(Passage{At: 5, Words: 500}); a+b != "" {
		t.Error(a, b)
	}
}

func TestProofsCoverWhatTheyWereMadeFor(t *testing.T) {
	text, err := NewText("t", []byte(found))
	if err != nil {
		t.Fatal(err)
	}
	p, _ := text.Prove([]Quote{{Text: "We begged for sand", Credit: "Ann Lee said"}, {Text: "The sand […] money"}})
	for _, c := range []struct {
		quote Quote
		want  bool
	}{
		{Quote{Text: "We begged for sand", Credit: "Ann Lee said"}, true},
		{Quote{Text: "We begged for sand"}, true},
		{Quote{Text: "begged for sand"}, false},
		{Quote{Text: "The sand […] money"}, true},
		{Quote{Text: "The sand"}, true},
		{Quote{Text: "sand came"}, false},
		{Quote{Text: "no such words"}, false},
		{Quote{Text: "We begged for sand", Credit: "Nobody said"}, false},
		{Quote{Text: "[never closed"}, false},
	} {
		if got := p.Covers(text, c.quote); got != c.want {
			t.Errorf("%+v: %v", c.quote, got)
		}
		if _, err := p.Match(c.quote); (err == nil) != c.want {
			t.Errorf("%+v: covered %v, matched without the text: %v", c.quote, c.want, err)
		}
	}
}
