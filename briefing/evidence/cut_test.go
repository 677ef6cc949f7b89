package evidence

import "testing"

// The source says the one; letters in a bracket make its opposite of it. What the source itself has in full stays proved.
func TestTheEditorsLettersDoNotTurnAWordRound(t *testing.T) {
	const says = "We can afford it, we do plan with partners, and we ever care. We have won. Eine Firma zahlt. They never fail; she can't, without help, be careless. The hopeful machine answers. "
	text, err := NewText("said.txt", []byte(says))
	if err != nil {
		t.Fatal(err)
	}
	for _, quote := range []string{
		"We can['t] afford it", "We can['t really] afford it", "We can[’t ever] afford it", "We can['T] afford it", "We can'[t] afford it",
		"We can ['t really] afford it", "We ca[n't] afford it", "we do[n't] plan", "we do[nt] plan", "we do['nt] plan", "plan with[out] partners",
		"we [n]ever care", "we ever care[less]", "We have won['t]", "[K]eine Firma zahlt", "[k]Eine Firma zahlt", "The [un]hopeful machine",
		"we do plan with[out any] partners",
	} {
		if p, err := text.Match(Quote{Text: quote}); err == nil {
			t.Errorf("%q is proved by %q", quote, p.Text)
		}
	}
	for _, quote := range []string{
		"They [n]ever fail", "she can't, with[out] help", "be care[less]", "[T]he hopeful machine", "The hopeful machine[s] answer[s]",
		"[w]e can afford it", "[T]hey never fail", "['t Hooft] she can't", "[We] ever care", "The hope[ful] machine", "machine[,] answers",
	} {
		if _, err := text.Match(Quote{Text: quote}); err != nil {
			t.Errorf("%q is refused: %v", quote, err)
		}
	}
}
