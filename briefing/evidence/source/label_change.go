package source

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// otherThanChange is what the excerpt says of reading i, where the label names a change and that is none, or the opposite.
func (e *Excerpt) otherThanChange(all []Reading, i int, l *Excerpt, v value.Value) string {
	r := &all[i]
	kind, name := l.nameOfChange()
	for k := range e.Words {
		if name != "" && e.phrase(k, name) > 0 { // growth slowed to 8%
			return ""
		}
	}
	switch opposite := kind == sayRise && r.decline && !r.rise || kind == sayFall && r.rise && !r.decline; {
	case kind == 0:
	case r.level || opposite && !v.Negative():
		return e.wholly(r)
	case !r.rise && !r.decline && (!e.changes() || r.Unit.Kind == value.Plain || slices.ContainsFunc(all, func(o Reading) bool { // rose 19% and is 72% of the total
		return o.Unit.Kind == r.Unit.Kind && (o.rise || o.decline)
	})):
		return e.Says(r)
	}
	return ""
}

// changedOnly says that a label names the level of what reading r changed by, or lies apart: "sales fell by $9m" are no sales of $9m, nor
// are those that came in $9m short of plan. A sign says that a value is a change.
func (e *Excerpt) changedOnly(r *Reading, l *Excerpt, label []string, v value.Value) bool {
	if r.level || v.Plus || v.Negative() || l.tellsChange() || !e.changedNext(r) && !e.apart(r) {
		return false
	}
	return slices.ContainsFunc(label, func(w string) bool { return e.kinIn(w, 0, len(e.Words)) })
}

// changedNext says that a reading's verb of change stands next to it: rose in 2024 by a further 3; um 5 Mio. zugelegt; a 3% decline. It does
// not where the number is of something else (raised $40m; gained approval in 38 countries; 310 dealers raised prices), or a bound leads
// to a level (fell under 5%).
func (e *Excerpt) changedNext(r *Reading) bool {
	p, by := e.back(r.verb.to, sayRise|sayFall), e.At(r.From-1) == "um"
	switch {
	case r.verb.from >= r.verb.to, p != nil && p.arg == "loss":
		return false
	case r.verb.from >= r.From:
		return r.verb.from >= r.To && (by || p == nil && !e.in("de") || p != nil && p.arg == "noun")
	}
	for i := r.verb.to; i < r.From; {
		w := e.At(i)
		by = by || w == "by" || w == "um" || w == "de" || w == "d" || w == "en"
		if q := e.Ahead(i, sayFiller|sayExact|sayAbout|sayNear|sayPeriod); q != nil {
			i += len(q.words)
		} else if adverb(w) || e.dateAt(i) || w == "en" {
			i++
		} else if of := e.At(r.From - 1); of == "of" || of == "um" || of == "von" || of == "de" || of == "d" { // an increase in sales of 3
			break
		} else {
			return false
		}
	}
	return by || (p == nil || p.arg != "takes") && !e.reachesBound(r)
}

// reachesBound says that a reading's bound is one of place, at which a change arrives: fell under 5, stieg über 5, tombé sous les 5.
func (e *Excerpt) reachesBound(r *Reading) bool {
	return slices.ContainsFunc(e.Lower[r.From:r.start], func(w string) bool {
		switch w {
		case "under", "below", "beneath", "above", "past", "beyond", "unter", "über", "sous", "dessous", "dessus", "debajo", "encima":
			return true
		}
		return false
	})
}

// apart says that an amount is how far something lies from something else: $4m short of plan, um 1,1 Mio. unter dem Vorjahr, um 45 Mio. auf
// 380 Mio. gesenkt.
func (e *Excerpt) apart(r *Reading) bool {
	p := e.Ahead(r.To, sayNoun)
	return p != nil && p.arg == "apart" || e.At(r.From-1) == "um" && e.At(r.To) == "auf"
}

// tellsChange says that a label has a word of a change, of which no loss is one.
func (e *Excerpt) tellsChange() bool {
	_, name := e.nameOfChange()
	for i := range e.Words {
		if e.changeWord(i) > 0 {
			return true
		}
	}
	return name != ""
}

// changeWord is how many words from word i on say a change, in a label.
func (e *Excerpt) changeWord(i int) int {
	if p := e.Ahead(i, sayRise|sayFall|sayNoun); p != nil && (p.kind != sayNoun && p.arg != "loss" || p.arg == "change") {
		return len(p.words)
	}
	return 0
}

// nameOfChange says whether words name a rise or a fall: growth, growth in users, Umsatzwachstum, 毛利率增长; but no growth fund.
func (e *Excerpt) nameOfChange() (kind says, name string) {
	n := len(e.Words)
	if p := e.back(n, sayRise|sayFall); p != nil && p.lang == "zh" && p.arg != "loss" && len(p.words) > 1 && !among(p.words[len(p.words)-1], "至到为成") {
		if p.arg == "noun" { // 增速
			return p.kind, strings.Join(p.words, " ")
		}
		return p.kind, ""
	}
	for i := range e.Words {
		for p := range words().starting(e.At(i)) {
			if p.arg != "noun" || p.kind&(sayRise|sayFall) == 0 || !e.stands(p, i) {
				continue
			}
			switch e.At(i + len(p.words)) {
			case "", "in", "of", "der", "des", "von", "im", "bei", "de", "du", "d", "del", "rate", "(", ",":
				return p.kind, strings.Join(p.words, " ")
			}
		}
		for _, c := range compounds {
			if w := e.At(i); strings.HasSuffix(w, c.tail) && len(w) > len(c.tail) && w != "surplus" {
				return c.kind, w
			}
		}
	}
	return 0, ""
}

// compounds are the ends of German nouns that name a change; of some the direction stays open.
var compounds = [...]struct {
	tail string
	kind says
}{{"wachstum", sayRise}, {"anstieg", sayRise}, {"zuwachs", sayRise}, {"zunahme", sayRise}, {"plus", sayRise}, {"erhöhung", sayRise}, {"steigerung", sayRise},
	{"rückgang", sayFall}, {"abnahme", sayFall}, {"einbruch", sayFall}, {"senkung", sayFall}, {"kürzung", sayFall}, {"einsparung", sayFall}, {"veränderung", 0}}

// changes says that the excerpt speaks of a change or a comparison at all.
func (e *Excerpt) changes() bool {
	kind, name := e.nameOfChange()
	return kind != 0 || name != "" || e.mentions(sayRise|sayFall|sayMultiple|sayOver|sayUnder|sayPositive|sayNegative, "")
}
