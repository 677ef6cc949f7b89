package evidence

import "strings"

// doubt is the word before a number that makes it conditional, denies it or aims at it. It stands in the number's clause; or
// before a comma, where it is a condition (wenn, 如果) or says something of what follows (bestreitet, dass …). A negation that a
// bound has taken is none.
func (e *excerpt) doubt(r *reading) string {
	i, clause := r.from, true
	for ; i > 0 && (!stops(e.at(i-1)) || e.at(i-1) == ","); i-- {
		if e.at(i-1) == "," {
			clause = (e.in("de") || e.in("zh")) && clause && (e.back(i-1, sayDoubt) != nil && e.at(i-2) != "erwartet" || e.phrase(i, "dass")+e.phrase(i, "ob") > 0)
			continue
		}
		if n, always := e.doubted(i, r.start); n > 0 && (clause || always) {
			return e.part(i-n, i)
		}
	}
	if p := e.ahead(r.to, sayDoubt); p != nil && p.lang != "zh" && len(p.words[0]) > 4 {
		return e.part(r.to, r.to+len(p.words))
	}
	return ""
}

// doubted is how many words before word i throw a doubt on the number behind them, 0 for none. A condition does so always.
func (e *excerpt) doubted(i, number int) (n int, always bool) {
	p := e.back(i, sayDoubt)
	if p == nil {
		if e.letter(i-1) && (e.sure("fr") && unreal(e.at(i-1), frenchEnds) || e.sure("es") && unreal(e.at(i-1), spanishEnds)) {
			return 1, false
		}
		return 0, false
	}
	n = len(p.words)
	switch w := p.words[0]; {
	case p.lang == "en" && w == "may" && e.original(i-1) == "May", e.ahead(i-n, sayScope) != nil:
		return 0, false
	case e.at(i) == "only", w == "not" && e.at(i) == "just":
		return 0, false
	case w == "ne", w == "n":
		for k := i; k < number; k++ { // ne … que: only; and ne … pas has its word in pas
			switch e.at(k) {
			case "que", "qu", "pas", "jamais", "guère", "plus":
				return 0, false
			}
		}
	}
	return n, p.arg == "if"
}

// Conditionals and futures by their endings.
const (
	frenchEnds  = "eront iront dront vront seront auront erons irons drons erait eraient irait iraient drait draient vrait vraient aurait auraient serait"
	spanishEnds = "ará arán aremos erá erán eremos irá irán iremos drá drán aría arían aríamos ería erían eríamos iría irían iríamos dría drían dríamos bría brían"
)

// unreal says that a word is longer than one of some endings and has it.
func unreal(w, endings string) bool {
	for end := range strings.FieldsSeq(endings) {
		if strings.HasSuffix(w, end) && len(w) >= len(end)+1 {
			return w != "quería" && w != "requería" && w != "refería" && w != "adquiría"
		}
	}
	return false
}

// Doubts says that words themselves say that a number is conditional, denied or aimed at: a label that says "target".
func Doubts(words string) bool {
	e := readExcerpt(words)
	for i := range e.words {
		if e.ahead(i, sayDoubt) != nil {
			return true
		}
	}
	return false
}
