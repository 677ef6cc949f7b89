package source

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// Mislabelled says what a sentence says of a value where that is something else than its label: a label that names a change
// ("growth", Rückgang der Marge, 增幅) is no label for a level ("grew to 8%"), for the opposite change, or where nothing changes; and
// what is named in a part only ("410, of whom 37 were captains") is no label for the whole. It is "" where the label may be right.
func Mislabelled(sentence, label string, v value.Value) string {
	e, l := ReadExcerpt(sentence), ReadExcerpt(label)
	kind, name := l.nameOfChange()
	for i := range e.Words {
		if name != "" && e.phrase(i, name) > 0 { // growth slowed to 8%
			kind = 0
		}
	}
	said := ""
	all := e.Quantities()
	for i := range all {
		r := &all[i]
		if r.Slips(v) != 0 {
			continue
		}
		part, _, none := e.partly(all, i, l.labelWords())
		switch opposite := kind == sayRise && r.decline && !r.rise || kind == sayFall && r.rise && !r.decline; {
		case kind != 0 && (r.level || opposite && !v.Negative()):
			said = e.wholly(r)
		case kind != 0 && !r.rise && !r.decline && (!e.changes() || r.Unit.Kind == value.Plain || slices.ContainsFunc(all, func(o Reading) bool { // rose 19% and is 72% of the total
			return o.Unit.Kind == r.Unit.Kind && (o.rise || o.decline)
		})):
			said = e.Says(r)
		case none:
			said = e.Part(r.From, part.To)
		default:
			return ""
		}
	}
	return said
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
			if w := e.At(i); strings.HasSuffix(w, c.tail) && len(w) > len(c.tail) && !stops(w) {
				return c.kind, w
			}
		}
	}
	return 0, ""
}

// compounds are the ends of German nouns that name a change.
var compounds = [...]struct {
	tail string
	kind says
}{{"wachstum", sayRise}, {"anstieg", sayRise}, {"zuwachs", sayRise}, {"zunahme", sayRise}, {"rückgang", sayFall}, {"abnahme", sayFall}, {"einbruch", sayFall}}

// changes says that the excerpt speaks of a change or a comparison at all.
func (e *Excerpt) changes() bool {
	for i := range e.Words {
		if e.Ahead(i, sayRise|sayFall|sayMultiple|sayOver|sayUnder|sayPositive|sayNegative) != nil {
			return true
		}
	}
	kind, _ := e.nameOfChange()
	return kind != 0
}

// labelWords are the words of a label that carry it.
func (e *Excerpt) labelWords() (out []string) {
	for i, w := range e.Lower {
		if !Mark(w) && !joinsNoun(w) && !determines(w) && !e.digitAt(i) {
			out = append(out, w)
		}
	}
	return out
}
