package source

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"roadshow/briefing/evidence/value"
)

func TestExcerptsSayNumbersInDigitsAndWords(t *testing.T) {
	for _, c := range []struct{ excerpt, value string }{
		{"released domestic big models in the same period was 20%", "20%"},
		{"domestic big models had already caught up to over 50%", "over 50%"},
		{"had an accuracy rate of over 70%", "over 70%"},
		{"had caught up to 50% by May", "50%"},
		{"40-50 billion parameters to be the threshold", "40 to 50 bn parameters"},
		{"40–50 billion parameters", "40 to 50 bn parameters"},
		{"between 40 and 50 billion parameters", "40 to 50 bn parameters"},
		{"from 40 to 50bn parameters", "40 to 50 bn parameters"},
		{"$40 million to $50 million", "$40 to 50m"},
		{"eventually stopped at 6 billion parameters", "6 bn parameters"},
		{"a model of 6,000 million parameters", "6 bn parameters"},
		{"the cost is also in one or two million yuan", "RMB 1 to 2m"},
		{"was about $80 million", "about $80m"},
		{"roughly 80 million US dollars", "about $80m"},
		{"some USD 80m", "about $80m"},
		{"50 million dollars, with capital to join the group", "$50m"},
		{"HK$5bn of debt", "HK$5bn"},
		{"there were at most two or three domestic companies", "at most 3"},
		{"Light Years is on the third floor", "3"},
		{"rents the seventh to eleventh floors", "7 to 11"},
		{"on the 3rd floor", "3"},
		{"forty to fifty billion", "40 to 50 bn"},
		{"twenty-five per cent", "25%"},
		{"one hundred and twenty people", "120 people"},
		{"a hundred thousand cards", "100k cards"},
		{"two hundred million users", "200m users"},
		{"a dozen firms", "12 firms"},
		{"half of 1.5 trillion", "1.5 trn"},
		{"no more than five", "at most 5"},
		{"no fewer than 10,000 chips", "at least 10k chips"},
		{"ten or more companies", "at least 10"},
		{"ten companies or more", "at least 10 companies"},
		{"nearly 40 years", "about 40 years"},
		{"nearly 40 years", "under 40 years"},
		{"6.7 times", "6.7×"},
		{"rose 20 percentage points", "20 points"},
		{"fell by -3%", "-3%"},
		{"Sales gave up 8% in May", "-8%"},
		{"Sales went backwards by 8% in May", "-8%"},
		{"The shares gave back 8%", "-8%"},
		{"Der Umsatz büßte 8% ein", "-8%"},
		{"Der Umsatz ging um 8% rückwärts", "-8%"},
		{"L'action a cédé 8%", "-8%"},
		{"Las ventas fueron hacia atrás un 8%", "-8%"},
		{"销售额倒退8%", "-8%"},
		{"We never gave up and sales rose 8%", "+8%"},
		{"Looking backwards, sales rose 8%", "+8%"},
		{"an average of 1,480.5 a day", "1,480.5"},
		{"less than $1,000", "under $1k"},
		{"估值超过四百亿元", "over RMB 400亿"},
		{"约8000万元", "about RMB 80m"},
		{"准确率达到百分之二十", "20%"},
		{"至少10万块", "at least 100k"},
		{"5亿美元以上", "at least $500m"},
		{"二〇二三", "2023"},
		{"about a 20% share", "about 20%"},
		{"at least 5 of 20 firms", "20 firms"},
		{"three times a day", "3"},
		{"¥500 a month", "JPY 500"},
		{"¥500 a month", "¥500"},
	} {
		if _, err := Says(c.excerpt, mustValue(t, c.value)); err != nil {
			t.Errorf("%q does not say %s: %v (%s)", c.excerpt, c.value, err, err.(*Disagreement).Hint)
		}
	}
}

func TestVagueWordsNeedWords(t *testing.T) {
	for _, c := range []struct{ excerpt, value, words string }{
		{"at least invest tens of millions of yuan in training costs", "at least RMB 20m", "tens of millions of yuan"},
		{"visited hundreds of customers", "at least 200", "hundreds of customers"},
		{"millions of users", "at least 2m users", "millions of users"},
		{"tens of thousands of cards", "at least 20k cards", "tens of thousands"},
		{"训练成本数千万元", "at least RMB 20m", "数千万元"},
	} {
		v := mustValue(t, c.value)
		if _, err := Says(c.excerpt, v); err == nil {
			t.Errorf("%q says %s without words", c.excerpt, c.value)
		}
		v.Words = c.words
		if _, err := Says(c.excerpt, v); err != nil {
			t.Errorf("%q: %v", c.excerpt, err)
		}
		v.Words = "dozens of units"
		if _, err := Says(c.excerpt, v); err == nil {
			t.Errorf("%q: words that it does not hold", c.excerpt)
		}
	}
	if _, err := Says("at least invest tens of millions of yuan", mustValue(t, "at least RMB 20m")); err.(*Disagreement).Hint != "set words: tens of millions of yuan" {
		t.Error(err.(*Disagreement).Hint)
	}
}

func TestEveryContradictionOfAnExcerptIsAnError(t *testing.T) {
	for _, c := range []struct{ excerpt, value, summary, hint string }{
		{"caught up to over 50%", "50%", "the excerpt says “over 50%”, the figure says 50%", "write more than 50%"},
		{"caught up to over 50%", "at least 50%", "the excerpt says “over 50%”, the figure says at least 50%", "write more than 50%"},
		{"caught up to over 50%", "over 51%", "the excerpt does not say more than 51%", "it says “over 50%”"},
		{"in the same period was 20%", "over 20%", "the excerpt says “20%”, the figure says more than 20%", "write 20%"},
		{"in the same period was 20%", "20", "the excerpt says “20%”, the figure says 20", "write 20%"},
		{"was about $80 million", "$80m", "the excerpt says “about $80 million”, the figure says $80m", "write about $80m"},
		{"was about $80 million", "about $80bn", "the excerpt says “about $80 million”, the figure says about $80bn", "write about $80m"},
		{"was about $80 million", "about RMB 80m", "the excerpt says “about $80 million”, the figure says about RMB 80m", "write about $80m"},
		{"was about $80 million", "about 80m", "the excerpt says “about $80 million”, the figure says about 80m", "write about $80m"},
		{"was 80 million", "$80m", "the excerpt says “80 million”, without $", "quote the words that name the currency"},
		{"was $80 million", "about $80m", "the excerpt says “$80 million”, the figure says about $80m", "write $80m"},
		{"40-50 billion parameters", "40 bn parameters", "the excerpt does not say 40 bn parameters", "it says “40-50 billion”"},
		{"40-50 billion parameters", "40 to 60 bn parameters", "the excerpt does not say 40–60 bn parameters", "it says “40-50 billion”"},
		{"stopped at 6 billion parameters", "6m parameters", "the excerpt says “6 billion”, the figure says 6m parameters", "write 6 bn parameters"},
		{"at most two or three companies", "3", "the excerpt says “at most two or three”, the figure says 3", "write at most 3"},
		{"nobody said so", "3", "the excerpt says no number", "quote the words that say 3"},
		{"nearly 40 years", "40 years", "the excerpt says “nearly 40”, the figure says 40 years", "write nearly, about or under"},
		{"rose by 20%", "20 points", "the excerpt says “20%”, the figure says 20 points", "write +20%"},
		{"fell by 12%", "+12%", "the excerpt says “12%”, the figure says +12%", "write −12%"},
		{"Sales gave up 8% in May", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"Sales went backwards by 8% in May", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"The shares gave back 8%", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"Der Umsatz büßte 8% ein", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"Der Umsatz ging um 8% rückwärts", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"L'action a cédé 8%", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"Las ventas fueron hacia atrás un 8%", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"销售额倒退8%", "+8%", "the excerpt says “8%”, the figure says +8%", "write −8%"},
		{"成本降低两成", "+20%", "the excerpt says “两成”, the figure says +20%", "write −20%"},
		{"fell by about 12%", "13%", "the excerpt does not say 13%", "it says “fell by about 12%”"},
		{"copper cost $120 per tonne", "$120/kg", "the excerpt says “$120 per tonne”, the figure says $120/kg", "quote what the amount is of"},
		{"三成", "40%", "the excerpt does not say 40%", "it says “三成”"},
		{"rose to 6", "6×", "the excerpt says “6”, the figure says 6 times", "write 6"},
		{"in 2018 about 5 and 7", "6", "the excerpt does not say 6", "it says “2018”, “about 5”, “7”"},
	} {
		_, err := Says(c.excerpt, mustValue(t, c.value))
		d, ok := err.(*Disagreement)
		if !ok {
			t.Errorf("%q says %s", c.excerpt, c.value)
			continue
		}
		if d.Summary != c.summary || d.Hint != c.hint {
			t.Errorf("%q, %s: %s (%s)", c.excerpt, c.value, d.Summary, d.Hint)
		}
	}
}

func TestTheNounIsOnlyNoted(t *testing.T) {
	note, err := Says("stopped at 6 billion weights", mustValue(t, "6 bn parameters"))
	if err != nil || note != `the excerpt does not name "parameters"` {
		t.Error(note, err)
	}
	if note, _ := Says("stopped at 6 billion Parameters", mustValue(t, "6 bn parameter")); note != "" {
		t.Error(note)
	}
	if _, err := Says("nothing", value.Value{State: value.Unknown}); err != nil {
		t.Error("an unknown value needs an excerpt", err)
	}
}

// parts of a value, each of which an excerpt must say.
type parts struct{ about, bound, currency, number, scale, kind string }

func (p parts) value() string { return p.bound + p.about + p.currency + p.number + p.scale + p.kind }
func (p parts) excerpt() string {
	return "By then it had reached " + p.value() + ", he said, after all that."
}

func TestNoPartOfAValueCanChangeUnderItsExcerpt(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	pick := func(of ...string) string { return of[r.IntN(len(of))] }
	checked := 0
	for range 2000 {
		p := parts{about: pick("", "about "), bound: pick("", "", "over ", "at least ", "under ", "at most "), currency: pick("", "", "$", "RMB ", "€"),
			number: fmt.Sprint(2 + r.IntN(900)), scale: pick("", "k", "m", " bn", " million", " trn")}
		if p.currency == "" && p.scale == "" {
			p.kind = pick("", "%", " times", " points")
		}
		if p.bound == "" && r.IntN(3) == 0 {
			p.number += pick(" to ", "-") + fmt.Sprint(1000+r.IntN(900))
		}
		if _, err := Says(p.excerpt(), mustValue(t, p.value())); err != nil {
			t.Fatalf("%q does not say %q: %v", p.excerpt(), p.value(), err)
		}
		m := p
		switch r.IntN(6) {
		case 0:
			m.about = map[string]string{"": "about ", "about ": ""}[p.about]
		case 1:
			if m.bound = pick("", "over ", "at least ", "under ", "at most "); len(p.number) > 4 && m.bound != "" {
				continue
			}
		case 2:
			if m.currency = pick("", "$", "RMB ", "€"); m.kind != "" {
				m.currency = ""
			}
		case 3:
			m.number = fmt.Sprint(2 + r.IntN(900))
		case 4:
			if m.scale = pick("", "k", "m", " bn", " trn"); m.kind != "" {
				m.scale = ""
			}
		case 5:
			if m.currency == "" && m.scale == "" {
				m.kind = pick("", "%", " points")
			}
		}
		was, is := mustValue(t, p.value()), mustValue(t, m.value())
		if was.String() == is.String() || p.kind == " times" && m.kind == "" {
			continue
		}
		checked++
		if _, err := Says(p.excerpt(), is); err == nil {
			t.Fatalf("%q is taken to say %q", p.excerpt(), m.value())
		}
	}
	if checked < 1000 {
		t.Fatalf("only %d mutations", checked)
	}
}

func TestNoWordOfAQuotationCanChange(t *testing.T) {
	text := sample(t)
	proofs, _ := text.Prove([]Quote{{Text: article}})
	r := rand.New(rand.NewPCG(15, 16))
	for range 1000 {
		n := 3 + r.IntN(12)
		at := r.IntN(len(text.words) - n)
		words := make([]string, n)
		plain := 0
		for i := range words {
			words[i] = text.words[at+i].Text
			if !Mark(words[i]) {
				plain++
			}
		}
		if plain < 3 {
			continue
		}
		k := r.IntN(n)
		if Mark(words[k]) {
			continue
		}
		was := join(words)
		if _, err := text.Match(Quote{Text: was}); err != nil {
			t.Fatalf("%q: %v", was, err)
		}
		words[k] += "x"
		for _, w := range []Witness{text, proofs} {
			if _, err := w.Match(Quote{Text: join(words)}); err == nil {
				t.Fatalf("%q is taken for %q", join(words), was)
			}
		}
	}
}
