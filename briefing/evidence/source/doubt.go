package source

import "strings"

// doubt is the word before a number that makes it conditional, denies it or aims at it. It stands in the number's clause; or
// before a comma, where it is a condition (wenn, 如果) or says something of what follows (bestreitet, dass …). A negation that a
// bound has taken is none.
func (e *Excerpt) doubt(r *Reading) string {
	i, clause := r.From, true
	for ; i > 0 && (!stops(e.At(i-1)) || e.At(i-1) == ","); i-- {
		if e.At(i-1) == "," {
			clause = (e.in("de") || e.in("zh")) && clause && (e.back(i-1, sayDoubt) != nil && e.At(i-2) != "erwartet" || e.phrase(i, "dass")+e.phrase(i, "ob") > 0)
			continue
		}
		if n, always := e.doubted(i, r.start); n > 0 && (clause || always) {
			return e.Part(i-n, i)
		}
	}
	for i := r.To; i < r.To+3 && i < len(e.Words) && !stops(e.At(i)) && !e.digitAt(i) && e.Ahead(i, SayAnd|sayScopestop|sayScope|SayLevel) == nil && e.At(i) != "that"; i++ {
		if p := e.Ahead(i, sayDoubt); p != nil && p.lang != "zh" && len(p.words[0]) > 4 && (i == r.To || p.arg != "noun") { // a 6% drop would hurt
			return e.Part(i, i+len(p.words))
		}
	}
	return ""
}

// doubted is how many words before word i throw a doubt on the number behind them, 0 for none. A condition does so always.
func (e *Excerpt) doubted(i, number int) (n int, always bool) {
	p := e.back(i, sayDoubt)
	if p == nil {
		if e.letter(i-1) && (e.sure("fr") && unreal(e.At(i-1), frenchEnds) || e.sure("es") && unreal(e.At(i-1), spanishEnds)) {
			return 1, false
		}
		return 0, false
	}
	n = len(p.words)
	switch w := p.words[0]; {
	case p.lang == "en" && w == "may" && e.original(i-1) == "May", e.Ahead(i-n, sayScope) != nil:
		return 0, false
	case e.At(i) == "only", w == "not" && e.At(i) == "just":
		return 0, false
	case w == "ne", w == "n":
		for k := i; k < number; k++ { // ne … que: only; and ne … pas has its word in pas
			switch e.At(k) {
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
func Doubts(words string) bool { return ReadExcerpt(words).mentions(sayDoubt, "") }

// mentions says that the excerpt has a phrase of some kinds, with an argument unless that is empty.
func (e *Excerpt) mentions(kinds says, arg string) bool {
	for i := range e.Words {
		if p := e.Ahead(i, kinds); p != nil && (arg == "" || p.arg == arg) {
			return true
		}
	}
	return false
}
