package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing/evidence/value"
)

// Cut is what a […] of a quote leaves out, and what that does to the words.
type Cut struct {
	Dropped   string // the source's words, as one line
	Negation  string // the first word in them that denies: "not"; "" for none
	Number    string // the first number in them, but for years; "" for none
	Sentence  bool   // the parts stand in different sentences
	Paragraph bool   // in different paragraphs
	Marks     bool   // one part stands between quotation marks and the other does not, or not between the same
	Speakers  string // who speaks on its two sides, where they are two: "Omar Reyes and Lena Voss"
	Perhaps   string // the same, where only a pronoun or a description tells them apart: "he and she"
}

// Cuts are the cuts of a quote that the text holds, in order.
func (t *Text) Cuts(q Quote) []Cut {
	spans := t.heard(q, 2)
	var out []Cut
	for i := 1; i < len(spans); i++ {
		out = append(out, t.cutBetween(spans[i-1], spans[i]))
	}
	return out
}

// heard are the places of a quote's parts without the credit, in a text of which it is known who speaks where; nil where the text does
// not hold the quote, or it has fewer parts than least.
func (t *Text) heard(q Quote, least int) []span {
	parts, credit, miss := q.segments()
	if miss != nil || len(parts) < least {
		return nil
	}
	spans, _ := t.locate(parts, credit)
	if spans == nil {
		return nil
	}
	t.listen()
	return t.bare(spans, parts)
}

func (t *Text) cutBetween(a, b span) Cut {
	gap := span{a.to, b.from}
	c := Cut{Dropped: t.plainly(gap), Negation: t.denies(gap)}
	if gap.from < gap.to {
		e := ReadExcerpt(c.Dropped)
		for _, r := range e.Quantities() {
			if !r.year() && c.Number == "" {
				c.Number = e.Says(&r)
			}
		}
	}
	how := t.together([]span{a, b})
	c.Sentence, c.Paragraph = how > 0, how > 1
	c.Speakers, c.Marks = t.crosses(a, b)
	if c.Speakers == "" && !c.Marks && t.runs[a.to-1] == 0 && t.runs[b.from] == 0 {
		if speakers, sure := t.joinsTold(a, b); sure {
			c.Speakers = speakers
		} else {
			c.Perhaps = speakers
		}
	}
	return c
}

// crosses says whose words stand on the sides of a cut, where they are not one voice's: by name, or marks where only the marks tell.
func (t *Text) crosses(a, b span) (speakers string, marks bool) {
	if t.labels != nil && t.labels[a.to-1] != t.labels[b.from] && t.labels[a.to-1] != "" {
		return t.labels[a.to-1] + " and " + t.labels[b.from], false
	}
	one, other := t.runs[a.to-1], t.runs[b.from]
	if one != 0 && t.speeches[one-1].from > a.from && t.speeches[one-1].to == a.to && !t.speeches[one-1].dash {
		one = 0 // the teller's words, with some of another's among them
	}
	if other != 0 && t.speeches[other-1].from == b.from && t.speeches[other-1].to < b.to && !t.speeches[other-1].dash && one == 0 {
		other = 0
	}
	if one == other {
		return "", false
	}
	if one == 0 || other == 0 {
		return "", true
	}
	x, y, same := t.voices(int(one)-1, int(other)-1)
	switch {
	case same:
		return "", false
	case x.other(y):
		return x.called() + " and " + y.called(), false
	}
	return "", !x.named() || !y.named()
}

// Edges are what stands just outside of a quote, in the same sentence and the same mouth, and changes what it says.
type Edges struct {
	Denied   string // the word that denies it: "We will not | sell the harbour", "Wir verkaufen den Hafen | nicht"; "" for none
	Replaced string // the source's word in the place of the editor's bracket at its end: "sell the [ships]" of "sell the harbour"; "" for none
}

// Edges looks beside a quote that the text holds.
func (t *Text) Edges(q Quote) (e Edges) {
	const near = 3 // words before it: "not intend to"
	spans := t.heard(q, 1)
	if spans == nil {
		return e
	}
	all := span{spans[0].from, spans[len(spans)-1].to}
	around := t.sentenceAround(all)
	if from := max(around.from, all.from-near); from < all.from && t.runs[all.from-1] == t.runs[all.from] {
		e.Denied = t.denies(span{from, all.from})
	}
	if all.to >= around.to || t.runs[all.to-1] != t.runs[all.to] {
		return e
	}
	next := t.words[all.to].Text
	if e.Denied == "" {
		switch Fold(next) {
		case "nicht", "nie", "niemals", "pas", "jamais", "nunca":
			e.Denied = next
		}
	}
	if q.endsInBracket() && !stops(next) {
		e.Replaced = next
	}
	return e
}

// endsInBracket says that a quote ends in the editor's words, which are no cut.
func (q Quote) endsInBracket() bool {
	end := strings.TrimRight(q.Text, " .,;!?\"'”’»“")
	return strings.HasSuffix(end, "]") && !strings.HasSuffix(end, "…]") && !strings.HasSuffix(end, "...]")
}

// denies is the first word of a stretch that denies or excepts.
func (t *Text) denies(s span) string {
	for i := s.from; i < s.to; i++ {
		w := Fold(t.words[i].Text)
		if negates(w) || strings.HasSuffix(w, "n't") || strings.HasPrefix(w, "kein") {
			return t.words[i].Text
		}
	}
	return ""
}

// denial is a word of the editor's own that turns the source's words round; "" where none does. What denies inside of the
// bracket only ("who did not speak", "excluding one-off items") turns nothing.
func denial(inside string) string {
	if f := strings.Fields(inside); len(f) > 0 && (strings.EqualFold(f[0], "'t") || strings.EqualFold(f[0], "’t")) && (len(f) == 1 || !unicode.IsUpper(firstRune(f[1]))) {
		return f[0] // can ['t]; but ['t Hooft] is a name
	}
	for _, p := range [...]string{"anything but", "far from", "less than", "used to"} {
		if strings.HasPrefix(strings.ToLower(strings.TrimSpace(inside)), p) {
			return p
		}
	}
	words := SplitWords(inside)
	for i, w := range words {
		folded := Fold(w.Text)
		// A Han character denies by itself or at the head: 不会, for it is part of other words too: 非洲.
		if r := firstRune(folded); unicode.Is(unicode.Han, r) {
			if strings.ContainsRune("不没未无非别莫勿否", r) && i == 0 && (len(words) == 1 || strings.ContainsRune("不没未", r)) {
				return w.Text
			}
			continue
		}
		reaches := reachesOut(words[i+1:])
		switch {
		case turns(folded) && (reaches || !relative(Fold(words[0].Text))):
			return w.Text
		case reaches && (excepts(folded) || folded == "false" || folded == "untrue"):
			return w.Text
		}
	}
	return ""
}

// hedging is what an editor's bracket adds that makes the source's words less sure, or makes them depend on something; "" where
// it does not: [would be], [almost], [hardly], [如果]. A bracket with a word of its own explains ([who may leave]), but for one
// that opens with a condition.
func hedging(before, inside, after string) string {
	e := ReadExcerpt(before + " " + inside + " " + after)
	from := 0
	for from < len(e.Words) && e.Words[from].from <= len(before) {
		from++
	}
	for Mark(e.At(from)) {
		from++
	}
	found := ""
	for i := from; i < len(e.Words) && e.Words[i].to <= len(before)+1+len(inside); {
		p := e.Ahead(i, sayDoubt|sayHedge|sayNear|sayAbout)
		if p != nil {
			end := i + len(p.words)
			switch {
			case p.arg == "if" && i == from:
				return e.Part(i, end)
			case p.arg == "noun", p.kind == sayAbout && p.arg == "", p.loose:
				p = nil
			case found == "":
				found = e.Part(i, end)
			}
		}
		if p == nil {
			if p = e.Ahead(i, sayAux|sayFiller|sayExact); p == nil && !Mark(e.At(i)) {
				return ""
			}
		}
		if p != nil {
			i += len(p.words)
		} else {
			i++
		}
	}
	return found
}

// turns recognises words that deny whatever stands beside them.
func turns(w string) bool {
	switch w {
	case "not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "hardly", "barely", "scarcely", "rarely", "seldom", "unlikely", "formerly", "supposedly", "allegedly", "purportedly", "wrongly", "if", "unless",
		"nicht", "nie", "niemals", "nichts", "niemand", "weder", "kaum", "pas", "jamais", "aucun", "aucune", "ni", "nunca", "ningún", "ninguna", "nada", "tampoco", "jamás":
		return true
	}
	return strings.HasSuffix(w, "n't") || strings.HasPrefix(w, "kein")
}

// excepts recognises words that deny only what follows them: "failed to", "denied that", "without".
func excepts(w string) bool { return negates(w) && !turns(w) }

// reachesOut says that the words behind a denial end before it has anything to deny in its own bracket.
func reachesOut(words []word) bool {
	for _, w := range words {
		switch Fold(w.Text) {
		case "to", "that", "the", "a", "an", "any", "of", "be", "been", "have", "has", "had", "yet", "ever", "longer", "again", "only", "at", "all", "really", "even", "so", ",", ".",
			"mehr", "zu", "dass", "de", "que", "plus":
		default:
			return false
		}
	}
	return true
}

// relative says that a bracket begins a clause of its own about what stands before it.
func relative(w string) bool {
	switch w {
	case "who", "whose", "which", "where", "when", "whom", "then", "der", "die", "das", "qui", "dont", "quien", "cuyo":
		return true
	}
	return false
}

// opposite says that an editor's letters make the opposite of the word that the source has: [un]likely, [n]ever, with[out],
// can['t really], do[nt], care[less].
func opposite(stem, inside, tail string) bool {
	letters := strings.ToLower(inside)
	if stem == "" && turning(letters) || stem != "" && strings.HasPrefix(letters, "less") {
		return true
	}
	says := func(w string) bool { return negates(w) || turns(w) || contracted(w) }
	if says(Fold(stem + tail)) {
		return false
	}
	for _, w := range SplitWords(stem + inside + tail) {
		if says(Fold(w.Text)) {
			return true
		}
	}
	return false
}

// contracted recognises a contraction that has its apostrophe in no place, or in the wrong one: dont, do'nt.
func contracted(w string) bool {
	verb, ok := strings.CutSuffix(strings.ReplaceAll(w, "'", ""), "nt")
	if !ok {
		return false
	}
	switch verb {
	case "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could", "should", "ca", "wo", "must", "need", "ai":
		return true
	}
	return false
}

// turning recognises a syllable that turns the word behind it into its opposite.
func turning(syllable string) bool {
	switch strings.TrimRight(syllable, "-") {
	case "un", "in", "im", "il", "ir", "dis", "non", "mis", "de", "anti":
		return true
	}
	return false
}

// splitsAmount says that a cut stands between the words of one amount: a currency and its number, a number and its scale.
func splitsAmount(before, after string) bool {
	before, after = strings.TrimSpace(before), strings.TrimSpace(after)
	last, _ := utf8.DecodeLastRuneInString(before)
	next, _ := utf8.DecodeRuneInString(after)
	if unicode.Is(unicode.Sc, last) {
		return true
	}
	if !unicode.IsDigit(last) {
		return false
	}
	words := ReadExcerpt(after)
	return next == '%' || next == '％' || len(words.Lower) > 0 && (value.ScaleOf(words.original(0), false) != "" || strings.ContainsAny(words.Lower[0], "万亿千百") || words.Lower[0] == "percent")
}

func negates(word string) bool {
	switch word {
	case "not", "never", "no", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without", "hardly", "barely", "scarcely", "unless", "except",
		"excluding", "deny", "denies", "denied", "fail", "fails", "failed", "refuse", "refuses", "refused", "lack", "lacks", "lacked", "unlikely", "rarely", "seldom",
		"不", "没", "未", "无", "非", "别", "莫", "勿", "否",
		"nicht", "nie", "niemals", "nichts", "ohne", "niemand", "weder",
		"ne", "pas", "jamais", "aucun", "aucune", "sans", "ni",
		"nunca", "ningún", "ninguna", "nada", "sin", "tampoco", "jamás":
		return true
	}
	return false
}
