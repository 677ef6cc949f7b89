package source

import (
	"strings"
	"testing"
)

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

func TestTheEditorsBracketDoesNotMakeTheWordsLessSure(t *testing.T) {
	for source, quotes := range map[string]map[string]bool{
		"Prices rise in spring": {"Prices [would be] rise in spring": false, "Prices [may] rise in spring": false, "Prices [almost] rise in spring": false, "Prices [hardly] rise in spring": false,
			"Prices [could] rise in spring": false, "Prices [are expected to] rise in spring": false, "[Perhaps] prices rise in spring": false, "[Assuming approval,] prices rise in spring": false,
			"Prices [in theory] rise in spring": false, "Prices [partly] rise in spring": false, "Prices [, provided that it rains,] rise in spring": false, "Prices [reportedly] rise in spring": false, "[may]Prices rise": false,
			"Prices [, which may surprise,] rise in spring": true, "Prices [of the target group] rise in spring": true, "Prices [the target] rise in spring": true, "Prices [are] rise in spring": true,
			"Prices [, the firm says,] rise in spring": true, "Prices [in May] rise in spring": true, "Prices [about the mills] rise in spring": true, "Prices rise [again] in spring": true},
		"Die Preise steigen im Mai":     {"Die Preise [würden] steigen im Mai": false, "Die Preise steigen [vielleicht] im Mai": false, "Die Preise [, falls es regnet,] steigen im Mai": false, "Die Preise [der Mühlen] steigen im Mai": true},
		"Les prix montent au printemps": {"Les prix [pourraient] montent au printemps": false, "Les prix montent [presque] au printemps": false, "Les prix montent [peut-être] au printemps": false, "Les prix [des moulins] montent au printemps": true},
		"Los precios suben en mayo":     {"Los precios [podrían] suben en mayo": false, "Los precios [casi] suben en mayo": false, "Los precios suben [, salvo que llueva,] en mayo": false, "Los precios [del trigo] suben en mayo": true},
		"价格会上涨":                         {"价格[可能]会上涨": false, "价格[几乎]会上涨": false, "[如果获批,]价格会上涨": false, "[小麦]价格会上涨": true},
	} {
		text, err := NewText("", []byte(source))
		if err != nil {
			t.Fatal(err)
		}
		for quote, fine := range quotes {
			if _, err := text.Match(Quote{Text: quote}); (err == nil || strings.HasPrefix(err.Error(), "these words")) != fine {
				t.Errorf("%q: %v", quote, err)
			}
		}
	}
}
