package source

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// listen finds out who speaks where: for every word the run of somebody's words between quotation marks that it belongs to,
// and in a transcript the name at the head of its paragraph.
func (t *Text) listen() {
	t.spoken.Do(func() {
		t.runs = make([]int32, len(t.words))
		run, count, closer := int32(0), int32(0), rune(0)
		fresh := false // a paragraph has begun inside a run: a mark may open it anew
		at := 0
		for i, w := range t.words {
			for _, r := range t.src[at:max(at, w.from)] {
				switch {
				case run == 0 && opens(r):
					count++
					run, closer = count, closes(r)
				case run != 0 && fresh && opens(r):
					fresh = false
				case run != 0 && r == closer || run != 0 && closer == '“' && r == '”':
					run = 0
				}
			}
			fresh = false
			t.runs[i] = run
			at = w.to
			if run != 0 && i+1 < len(t.words) && t.paragraphEnds(i) {
				// Whoever speaks on opens the next paragraph anew and has not closed this one.
				ending, next, _ := strings.Cut(t.gap(i, i+1), "\n")
				at = w.to + len(ending)
				fresh = !strings.ContainsRune(ending, closer) && strings.ContainsFunc(next, opens)
				if !fresh {
					run = 0
				}
			}
		}
		t.labels = t.transcript()
	})
}

func opens(r rune) bool { return strings.ContainsRune("\"“„«»「『", r) }

func closes(r rune) rune {
	switch r {
	case '“':
		return '”'
	case '„':
		return '“'
	case '«':
		return '»'
	case '»':
		return '«'
	case '「':
		return '」'
	case '『':
		return '』'
	}
	return r
}

// transcript names the speaker of every word where lines begin with "Name:" or are a name that recurs; nil where none do.
func (t *Text) transcript() []string {
	seen, labelled := map[string]int{}, 0
	label := make([]string, len(t.lines))
	for i, from := range t.lines {
		to := len(t.src)
		if i+1 < len(t.lines) {
			to = t.lines[i+1]
		}
		line := strings.TrimSpace(t.src[from:to])
		name, _, colon := strings.Cut(strings.Replace(line, "：", ":", 1), ":")
		first, _ := utf8.DecodeRuneInString(name)
		if !unicode.IsUpper(first) && !unicode.Is(unicode.Han, first) || utf8.RuneCountInString(name) > 40 || len(strings.Fields(name)) > 6 || strings.ContainsAny(name, ".,;!?。，\"“”") {
			continue
		}
		label[i] = name
		seen[name]++
		if colon {
			seen[name]++
		}
	}
	for _, name := range label {
		if seen[name] > 1 {
			labelled++
		}
	}
	if labelled < 2 {
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
		out[i] = now
	}
	return out
}

// says are verbs that name a speaker.
func saying(word string) bool {
	switch word {
	case "said", "says", "say", "saying", "added", "adds", "told", "tells", "asked", "asks", "replied", "replies", "noted", "notes", "wrote", "writes", "argued", "argues",
		"explained", "explains", "recalled", "recalls", "insisted", "insists", "warned", "warns", "answered", "answers", "continued", "continues",
		"agreed", "agrees", "countered", "counters", "responded", "responds", "complained", "complains", "claimed", "claims", "remarked", "remarks",
		"stated", "states", "declared", "declares", "observed", "commented", "predicted", "predicts", "conceded", "admitted", "admits", "suggested", "concluded", "according",
		"announced", "announces", "stressed", "stresses", "emphasised", "emphasized", "acknowledged", "acknowledges", "cautioned", "lamented", "laments", "quipped", "joked",
		"confirmed", "confirms", "vowed", "promised", "recounted", "wondered", "mused", "tweeted", "believes", "believed",
		"sagte", "sagt", "erklärte", "erklärt", "meinte", "meint", "betonte", "betont", "fügte", "schrieb", "dit", "déclare", "déclaré", "ajoute", "ajouté", "explique", "expliqué",
		"affirme", "affirmé", "dijo", "dice", "añadió", "explicó", "afirmó", "aseguró", "señaló":
		return true
	}
	return false
}

// voice is who is said to speak: capitalised words beside a verb of saying, or no more than he or she.
type voice struct {
	name    []string
	pronoun string
}

func (v voice) String() string { return strings.Join(v.name, " ") }

// other says that two voices cannot be one person.
func (v voice) other(o voice) bool {
	if len(v.name) > 0 && len(o.name) > 0 {
		return !slices.ContainsFunc(v.name, func(n string) bool { return slices.Contains(o.name, n) })
	}
	return v.pronoun != "" && o.pronoun != "" && v.pronoun != o.pronoun && len(v.name)+len(o.name) == 0
}

// voiceIn reads who speaks from the words beside somebody's words.
func (t *Text) voiceIn(s span) (v voice) {
	capital := func(i int) bool {
		if i < s.from || i >= s.to {
			return false
		}
		w := t.words[i].Text
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r) && !opener(w)
	}
	run := func(i int) []string {
		from, to := i, i+1
		for capital(from - 1) {
			from--
		}
		for capital(to) {
			to++
		}
		var out []string
		for k := from; k < to; k++ {
			out = append(out, strings.TrimSuffix(t.words[k].Text, "'s"))
		}
		return out
	}
	for i := s.from; i < s.to; i++ {
		w := t.words[i].Text
		switch Fold(w) {
		case "he", "she", "they":
			if v.pronoun == "" {
				v.pronoun = Fold(w)
			}
		}
		if w == ":" && capital(i-1) && len(v.name) == 0 {
			v.name = run(i - 1)
		}
		if strings.ContainsRune("说道称问答", []rune(w)[0]) && len(v.name) == 0 {
			v.name = t.hanName(s.from, i)
		}
		if !saying(Fold(w)) || len(v.name) > 0 {
			continue
		}
		for k := i - 1; k >= max(s.from, i-3) && v.name == nil && !Mark(t.words[k].Text); k-- {
			if capital(k) {
				v.name = run(k)
			}
		}
		for k := i + 1; k < min(s.to, i+8) && v.name == nil; k++ {
			if capital(k) {
				v.name = run(k)
			}
		}
	}
	return v
}

// hanName are the last Han characters before a verb of saying, as one name; pronouns are none.
func (t *Text) hanName(from, to int) []string {
	name := ""
	for i := to - 1; i >= max(from, to-4); i-- {
		r, _ := utf8.DecodeRuneInString(t.words[i].Text)
		if !unicode.Is(unicode.Han, r) || strings.ContainsRune("他她它们", r) {
			break
		}
		name = t.words[i].Text + name
	}
	if name = strings.TrimRight(name, "则也又还曾补充接着回反"); name == "" {
		return nil
	}
	return []string{name}
}

// opener says that a capitalised word only begins a sentence.
func opener(w string) bool {
	switch w {
	case "A", "An", "The", "He", "She", "They", "It", "We", "I", "You", "But", "And", "Or", "So", "Then", "Later", "Now", "In", "On", "At", "By", "For", "From", "To", "Of",
		"As", "If", "When", "While", "After", "Before", "Yet", "Still", "That", "This", "These", "Those", "There", "His", "Her", "Their", "Its", "Our", "My",
		"One", "Another", "Asked", "Some", "Others", "Also", "Again", "Finally", "However", "Meanwhile", "Elsewhere", "Much", "No", "Not", "Speaking",
		"According", "Er", "Sie", "Der", "Die", "Das", "Il", "Elle", "Le", "La", "El", "Ella", "Los", "Las", "Q1", "Q2", "Q3", "Q4":
		return true
	}
	return false
}
