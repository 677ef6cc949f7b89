package source

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// Mislabelled says what a sentence says of a value where that is something else than its label: a label that names a change
// ("growth", Rückgang der Marge, 增幅) is no label for a level ("grew to 8%"), for the opposite change, or where nothing changes; one
// that names a level is none for what it changed by, nor, without a period, for what it was before; what is named in a part only ("410,
// of whom 37 were captains") is no label for the whole, nor the whole's name for the part; and what another clause gives a number of is
// none for the number of this one. It is "" where the label may be right.
func Mislabelled(sentence, label, period string, v value.Value) string {
	e, l := ReadExcerpt(sentence), ReadExcerpt(label)
	said := ""
	all := e.Quantities()
	for i := range all {
		if all[i].Slips(v) != 0 {
			continue
		}
		if said = e.mislabels(all, i, l, period, v); said == "" {
			return ""
		}
	}
	return said
}

// mislabels is what the excerpt says of reading i, where a label does not.
func (e *Excerpt) mislabels(all []Reading, i int, l *Excerpt, period string, v value.Value) string {
	r, words := &all[i], l.labelWords()
	if said := e.otherThanChange(all, i, l, v); said != "" || len(words) == 0 {
		return said
	}
	if e.changedOnly(r, l, words, v) {
		return e.saysWhole(r)
	}
	if e.former(all, i) && !l.tellsWhen(period) {
		return e.formerly(r)
	}
	if part, some := e.partly(all, i, words); some && !l.mentions(SayAnd|sayPart, "") {
		return e.Part(r.From, part.To)
	}
	if from := e.wholeBefore(all, i, words); from >= 0 {
		return e.Part(from, r.To)
	}
	if e.isSome(all, i, words) || e.isAnothers(all, i, words, l.mentions(SayAnd, "")) {
		return e.saysWhole(r)
	}
	return ""
}

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
	if r.level || v.Plus || v.Negative() || l.tellsChange() || !e.changedNext(r) && !e.apart(r) || l.namesVerb(e, r.verb) {
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

// namesVerb says that a label names the verb of a change itself: widening, of what widened by 180 basis points.
func (e *Excerpt) namesVerb(of *Excerpt, verb span) bool {
	return slices.ContainsFunc(of.Lower[verb.from:verb.to], func(w string) bool {
		return len(w) > 3 && slices.ContainsFunc(e.Lower, func(l string) bool { return strings.HasPrefix(l, w[:4]) })
	})
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

// former says that reading i is what something was before: from 12 to 15, 12 a year earlier.
func (e *Excerpt) former(all []Reading, i int) bool {
	const near = 3 // words between
	r := &all[i]
	for j := r.To; !r.decline && !r.rise && j < min(len(e.Words), r.To+near) && !e.digitAt(j); j++ {
		if p := e.Ahead(j, sayPeriod); p != nil && p.arg == "before" {
			return true
		}
		if w := e.At(j); stops(w) && w != "(" || against(w) && w != "in" || e.Ahead(j, sayScope|sayFrom|sayRise|sayFall|sayOver|sayUnder) != nil {
			break
		}
	}
	at := e.article(r.From)
	if at > 0 && e.At(at-1) == "的" { // 由去年的28.4%升至
		at--
	}
	p := e.back(at, sayNoun)
	if p != nil && p.arg == "past" { // once 20 weeks
		return true
	}
	if p != nil && p.arg == "former" && e.back(at, sayFrom) == nil {
		at -= len(p.words)
	}
	like := func(k int) bool {
		return k >= 0 && k < len(all) && all[k].Unit.Kind == r.Unit.Kind && all[k].SameCurrency(r.Value)
	}
	return e.back(at, sayFrom) != nil && (like(i+1) && all[i+1].level || like(i-1) && e.At(at-1) == "from" && e.back(at-1, sayRise|sayFall) != nil) // from 12 to 15; 15, up from 12
}

// formerly is a reading with what says that it is past.
func (e *Excerpt) formerly(r *Reading) string {
	return e.Part(max(0, e.article(r.From)-1), min(len(e.Words), r.To+3))
}

// tellsWhen says that a label, or the period beside it, names a date or says that something is past.
func (e *Excerpt) tellsWhen(period string) bool {
	return period != "" || len(e.days) > 0 || e.mentions(sayPeriod, "before") || e.mentions(sayNoun, "former") || e.mentions(sayNoun, "past")
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

// labelWords are the words of a label that carry it, but for those of a change.
func (e *Excerpt) labelWords() (out []string) {
	for i := 0; i < len(e.Lower); i++ {
		w := e.At(i)
		if n := e.changeWord(i); n > 0 {
			i += n - 1
			continue
		}
		for _, c := range compounds {
			if head, ok := strings.CutSuffix(w, c.tail); ok && head != "" && w != "surplus" {
				w = head
			}
		}
		if !Mark(w) && !joinsNoun(w) && !determines(w) && !against(w) && !e.digitAt(i) && w != "的" {
			out = append(out, w)
		}
	}
	return out
}
