package source

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Speaker is whose turn of a transcript a quotation stands in: "" where the text is none, where it stands in several turns, and where a
// speaker quotes somebody else.
func (t *Text) Speaker(q Quote) string {
	spans := t.heard(q, 1)
	if t.labels == nil || len(spans) == 0 {
		return ""
	}
	who := t.labels[spans[0].from]
	for _, s := range spans {
		for i := s.from; i < s.to; i++ {
			if t.labels[i] != who || t.runs[i] != 0 {
				return ""
			}
		}
	}
	return who
}

// transcript names the speaker of every word where lines begin with "Name:", with a time perhaps or in bold, or are a name that
// recurs; nil where none do.
func (t *Text) transcript() []string {
	seen := map[string]int{}
	spelled := map[string]string{} // as it stands first
	label := make([]string, len(t.lines))
	for i := range t.lines {
		name, colon := labelOf(t.lineText(i))
		if name == "" {
			continue
		}
		key := strings.ToUpper(name)
		if spelled[key] == "" {
			spelled[key] = name
		}
		name = spelled[key]
		label[i] = name
		seen[name]++
		if colon {
			seen[name]++
		}
	}
	labelled := t.inOneLine(label, seen, spelled)
	t.alike(label, seen)
	for _, name := range label {
		if seen[name] > 1 {
			labelled++
		}
	}
	asked := (seen["Q"] > 1) != (seen["A"] > 1)
	if labelled < 2 && !asked {
		return nil
	}
	out := make([]string, len(t.words))
	line, now := 0, ""
	for i, w := range t.words {
		for line < len(t.lines) && t.lines[line] <= w.from {
			if seen[label[line]] > 1 {
				now = label[line]
			}
			line++
		}
		if name := spelled[strings.ToUpper(t.inlineLabel(i))]; name != "" && (seen[name] > 1 || name == "Q" || name == "A") {
			now = name
		}
		out[i] = now
	}
	return out
}

// inOneLine counts names that begin sentences in a line that another name begins: Berg: … Reed: … It says how many do.
func (t *Text) inOneLine(label []string, seen map[string]int, spelled map[string]string) (found int) {
	line := 0
	for i, w := range t.words {
		for line+1 < len(t.lines) && t.lines[line+1] <= w.from {
			line++
		}
		name := t.inlineLabel(i)
		if head := label[line]; name == "" || head == "" || seen[head] < 2 || strings.EqualFold(name, head) || t.lowered(name) || heads(name) || heads(head) {
			continue
		}
		key := strings.ToUpper(name)
		if spelled[key] == "" {
			spelled[key] = name
		}
		seen[spelled[key]] += 2
		found++
	}
	return found
}

// alike counts a name that stands once on a line of its own as one where others recur on such lines: who asks one question.
// Where none recurs such lines are names if they all have the form of one.
func (t *Text) alike(label []string, seen map[string]int) {
	alone := func(i int) bool {
		name := label[i]
		return allCapital(name) && strings.TrimSpace(t.lineText(i)) == name && (i == 0 || strings.TrimSpace(t.lineText(i-1)) == "") && strings.TrimSpace(t.lineText(i+1)) != ""
	}
	recurs, named := map[int]bool{}, 0 // by the number of words
	for i, name := range label {
		if !alone(i) {
			continue
		}
		words := len(strings.Fields(name))
		switch {
		case seen[name] > 1:
			recurs[words] = true
		case words < 2 || words > 3 || t.lowered(name) || heads(name):
			named = -len(label)
		}
		named++
	}
	for i, name := range label {
		if seen[name] == 1 && alone(i) && (recurs[len(strings.Fields(name))] || named > 1) && !t.lowered(name) {
			seen[name]++
		}
	}
}

// lowered says that a word of a name stands in small letters somewhere: it is no name.
func (t *Text) lowered(name string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if unicode.Is(unicode.Han, firstRune(w)) {
			continue
		}
		if _, said := t.index[w]; said {
			return true
		}
	}
	return false
}

// heads says that a name ends in a word that heads a paragraph and nobody's words.
func heads(name string) bool {
	words := strings.Fields(strings.ToLower(name))
	if len(words) == 0 {
		return false
	}
	switch strings.TrimSuffix(words[len(words)-1], "s") {
	case "note", "source", "outlook", "risk", "result", "summary", "conclusion", "background", "example", "update", "correction", "disclaimer", "contact", "tel", "phone", "email", "date", "time", "place",
		"revenue", "sale", "margin", "cost", "profit", "guidance", "strategy", "market", "product", "price", "dividend", "valuation", "recommendation", "target", "rating", "highlight", "review", "overview", "statement",
		"hinweis", "quelle", "ausblick", "risiken", "risiko", "ergebnis", "zusammenfassung", "fazit", "beispiel", "kontakt", "datum", "ort", "umsatz", "gewinn", "marge", "kosten", "strategie", "markt", "dividende",
		"perspective", "risque", "résultat", "résumé", "exemple", "lieu", "chiffre", "bénéfice", "coût", "stratégie", "marché",
		"nota", "fuente", "perspectiva", "riesgo", "resultado", "resumen", "conclusión", "ejemplo", "contacto", "fecha", "lugar", "venta", "beneficio", "margen", "coste", "estrategia", "mercado",
		"注", "备注", "来源", "展望", "风险", "结论", "总结", "摘要", "例如", "日期", "时间", "地点", "联系人", "电话", "收入", "利润", "目标", "建议", "背景":
		return true
	}
	return false
}

// lineText is the text's line i; "" behind the last.
func (t *Text) lineText(i int) string {
	switch {
	case i >= len(t.lines):
		return ""
	case i+1 == len(t.lines):
		return t.src[t.lines[i]:]
	}
	return t.src[t.lines[i]:t.lines[i+1]]
}

// inlineLabel is a name with a colon that begins a sentence in the middle of a line.
func (t *Text) inlineLabel(i int) string {
	named := func(w string) bool { return unicode.IsUpper(firstRune(w)) || unicode.Is(unicode.Han, firstRune(w)) }
	if i == 0 || !named(t.words[i].Text) {
		return ""
	}
	for k := i + 1; k < min(len(t.words), i+5); k++ {
		switch w := t.words[k].Text; {
		case (w == ":" || w == "：") && !t.sentenceEnds(i-1):
			return ""
		case w == ":" || w == "：":
			name := t.src[t.words[i].from:t.words[k-1].to]
			if r := firstRune(name); unicode.Is(unicode.Han, r) && k > i+1 && (k > i+3 || !strings.ContainsRune(surnames, r) || clause(t.texts(i, k)).hanVerb(0) >= 0) {
				return ""
			}
			return name
		case !named(w):
			return ""
		}
	}
	return ""
}

// stamps are the times and marks around the names of a transcript.
var stamps = sync.OnceValue(func() [2]*regexp.Regexp {
	const clock = `\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:[.,]\d+)?(?: ?(?:Uhr|[ap]\.?m\.?|[AP]M|h))?`
	return [...]*regexp.Regexp{
		regexp.MustCompile(`^[\s*_#>•\-–—]*(?:[\[(（]?` + clock + `[\])）]?[\s*_\-–—|:]*)?`),
		regexp.MustCompile(`[\s,|\-–—]*[\[(（]?` + clock + `[\])）]?\s*$`),
	}
})

// labelOf is the name at the head of a line, and whether a colon follows it. A line that is a name only is one too.
func labelOf(line string) (name string, colon bool) {
	const most = 120 // bytes: a name, his office and a time
	line = strings.TrimSpace(line)
	if len(line) > most {
		line = line[:most]
	}
	if name := bracketed(line); name != "" {
		return name, true
	}
	if r := firstRune(line); !unicode.IsLetter(r) {
		line = line[len(stamps()[0].FindString(line)):]
	}
	if end := strings.IndexAny(line, ":："); end < 0 && len(line) > 60 || line == "" {
		return "", false
	}
	timed := strings.ContainsAny(line, "0123456789")
	if at := strings.IndexAny(line, ":："); at >= 0 && timed && stamps()[1].MatchString(line[:min(len(line), at+3)]) { // Lind 10:42: …
		if next := strings.IndexAny(line[at+1:], ":："); next >= 0 {
			if end := at + 1 + next; stamps()[1].MatchString(line[:end]) {
				line = line[:end-len(stamps()[1].FindString(line[:end]))] + line[end:]
			}
		}
	}
	name, rest, colon := line, "", false
	if at := strings.IndexAny(line, ":："); at >= 0 {
		name = line[:at]
		_, size := utf8.DecodeRuneInString(line[at:])
		rest, colon = line[at+size:], true
	}
	if r := firstRune(rest); colon && rest != "" && !unicode.IsSpace(r) && r != '*' && r != '_' && !unicode.Is(unicode.Han, firstRune(name)) && !quotationMark(r) {
		name, colon = line, false
	}
	if len(name) > 1 && strings.Contains("QAFPR", name[:1]) && (name[1] == '.' || name[1] == ')') && (len(name) == 2 || name[2] == ' ') { // Q. And the mill?
		name, colon = name[:1], true
	}
	name = strings.TrimRight(strings.TrimSpace(strings.Trim(name, "*_ ")), "*_ ")
	if timed {
		time := stamps()[1].FindString(name)
		name, colon = name[:len(name)-len(time)], colon || time != ""
	}
	if open := strings.IndexAny(name, "([（"); open > 0 && strings.ContainsAny(name[open:], ")]）") {
		name = strings.TrimSpace(name[:open])
	}
	if head, office, comma := strings.Cut(name, ","); comma && colon && len(strings.Fields(head)) > 1 && allCapital(head) && len(strings.Fields(office)) < 7 {
		name = head
	}
	if !colon && office(name) {
		name, _, _ = strings.Cut(name, ",")
		colon = true
	}
	first := firstRune(name)
	if !unicode.IsUpper(first) && !unicode.Is(unicode.Han, first) || utf8.RuneCountInString(name) > 40 || len(strings.Fields(name)) > 6 || strings.ContainsAny(name, ",;!?。，\"“”„«»「」") {
		return "", false
	}
	for i := range name {
		if name[i] == '.' && !titled(name[strings.LastIndexByte(name[:i], ' ')+1:i]) {
			return "", false
		}
	}
	switch strings.ToUpper(name) {
	case "QUESTION", "FRAGE", "PREGUNTA", "问", "問":
		name = "Q"
	case "ANSWER", "ANTWORT", "RÉPONSE", "RESPUESTA", "答":
		name = "A"
	}
	return name, colon
}

// titled says that a point belongs to the word before it, in capitals perhaps: Mr., MS.
func titled(w string) bool {
	_, size := utf8.DecodeRuneInString(w)
	return abbreviates(w) || abbreviates(w[:size]+strings.ToLower(w[size:]))
}

// bracketed is a name in brackets before the words of its line: [Anna Berg] …, <Anna Berg> …, 【李明】… One word between square ones
// is a record's: [Applause].
func bracketed(line string) string {
	for _, pair := range [...]string{"[]", "<>", "【】"} {
		marks := []rune(pair)
		inside, ok := strings.CutPrefix(line, string(marks[0]))
		name, words, closed := strings.Cut(inside, string(marks[1]))
		if !ok || !closed || strings.TrimSpace(words) == "" {
			continue
		}
		n := len(strings.Fields(name))
		switch r := firstRune(name); {
		case unicode.Is(unicode.Han, r) && utf8.RuneCountInString(name) < 5,
			allCapital(name) && n > 0 && n < 5 && (n > 1 || pair == "<>") && !strings.ContainsAny(name, "/=:,;!?"):
			return name
		}
	}
	return ""
}

// office recognises the head line of somebody with his office: Tom Reed, Analyst, Alder Bank.
func office(name string) bool {
	who, rest, comma := strings.Cut(name, ", ")
	if !comma || len(strings.Fields(who)) < 2 || len(strings.Fields(who)) > 4 || !allCapital(who) || len(strings.Fields(rest)) > 8 || strings.ContainsAny(rest[len(rest)-1:], ".;:!?") {
		return false
	}
	for w := range strings.FieldsFuncSeq(strings.ToLower(rest), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "analyst", "analystin", "ceo", "cfo", "coo", "cto", "chair", "chairman", "chairwoman", "chief", "president", "director", "officer", "founder", "treasurer",
			"vorstand", "vorstandsvorsitzende", "vorstandsvorsitzender", "finanzvorstand", "finanzchef", "finanzchefin", "analyste", "président", "présidente", "directeur", "directrice",
			"analista", "presidente", "presidenta", "directora":
			return true
		}
	}
	return false
}

func allCapital(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if !unicode.IsUpper(firstRune(w)) {
			return false
		}
	}
	return true
}
