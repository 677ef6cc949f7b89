package source

import (
	"slices"
	"strings"
	"unicode"
)

// voice is who is said to speak: a name, or words that describe somebody, or no more than he or she.
type voice struct {
	name    []string // capitalised words, or Han characters as one word
	all     []string // every capitalised word of the phrase
	rest    []string // the other words of the phrase, folded
	pronoun string
	female  int // 1: a woman, -1: a man, 0: nobody says
}

func (v voice) named() bool { return len(v.name)+len(v.rest) > 0 }

func (v voice) none() bool { return !v.named() && v.pronoun == "" }

func (v voice) called() string {
	switch {
	case len(v.name) > 0:
		return strings.Join(v.name, " ")
	case len(v.rest) > 0:
		return strings.Join(v.rest, " ")
	}
	return v.pronoun
}

// other says that two voices are not one person's, as far as their words tell.
func (v voice) other(o voice) bool {
	switch {
	case v.none() || o.none():
		return false
	case v.female*o.female < 0:
		return true
	case !v.named() || !o.named():
		return false
	case len(v.name) > 0 && len(o.name) > 0:
		return !sameName(v, o)
	}
	shared := func(w string) bool { return len(w) > 2 && slices.Contains(o.rest, w) }
	return !slices.ContainsFunc(v.rest, shared)
}

// sameName: one name is part of the other, or both end alike: Ivo Brandt, Finanzchef Brandt.
func sameName(v, o voice) bool {
	if h, g := v.name[0], o.name[0]; unicode.Is(unicode.Han, firstRune(h)) && unicode.Is(unicode.Han, firstRune(g)) {
		return sharesTwo(h, g)
	}
	a, b := v.all, o.all
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.ContainsFunc(b, func(x string) bool { return strings.EqualFold(x, w) }) {
			return len(v.all) == len(v.name) && len(o.all) == len(o.name) && v.name[len(v.name)-1] == o.name[len(o.name)-1]
		}
	}
	return true
}

// sharesTwo says that two Chinese names share two characters in a row.
func sharesTwo(a, b string) bool {
	x := []rune(a)
	for i := 0; i+2 <= len(x); i++ {
		if strings.Contains(b, string(x[i:i+2])) {
			return true
		}
	}
	return len(x) == 1 && strings.Contains(b, a)
}

// subject reads who speaks from a clause beside somebody's words: the noun phrase beside its verb of saying, whatever the verb is.
func (t *Text) subject(s span) (v voice) {
	for s.from < s.to && Mark(t.words[s.from].Text) {
		s.from++
	}
	for s.to > s.from && Mark(t.words[s.to-1].Text) {
		s.to--
	}
	if s.from == s.to {
		return v
	}
	if unicode.Is(unicode.Han, firstRune(t.words[s.from].Text)) {
		return hanVoice(t.texts(s.from, s.to))
	}
	words := t.texts(s.from, s.to)
	verb := slices.IndexFunc(words, func(w string) bool { return saying(Fold(w)) && !capital(w) })
	v = phraseVoice(words, true)
	if verb >= 0 {
		if v = phraseVoice(words[:verb], false); v.none() {
			v = phraseVoice(words[verb+1:], false)
		}
	}
	return v
}

// phraseVoice reads a noun phrase. Where its verb is not known it is the word before an article, or behind a noun.
func phraseVoice(words []string, verb bool) (v voice) {
	name := false
	for i, w := range words {
		low := Fold(w)
		if sex, ok := pronounOf(low); ok && !v.named() && (i == 0 || !capital(w)) && (low != "sie" || i < 3) {
			return voice{pronoun: low, female: sex}
		}
		if low == "according" || low == "to" && i == 1 {
			continue
		}
		if Mark(w) && w != "." && w != "-" || i > 0 && leads(low) && !(len(v.all) == 1 && ofWhom(low)) {
			break
		}
		switch {
		case leads(low) && !v.named() && i == 0:
			return v // in a letter, at noon
		case capital(w) && !spokenOpener(w):
			if !name {
				v.name = nil
			}
			w = strings.TrimSuffix(w, "'s")
			if last := len(v.name) - 1; name && words[i-1] == "-" { // Anna-Lena
				v.name[last] += "-" + w
				v.all[len(v.all)-1] = v.name[last]
				continue
			}
			v.name, v.all, name = append(v.name, w), append(v.all, w), true
			continue
		case light(low) || ofWhom(low) || saying(low) || Mark(w) || determines(low) || len(low) < 3:
			name = name && (w == "." || w == "-")
			continue
		}
		name = false
		if verb && i+1 < len(words) && (light(Fold(words[i+1])) || i == 0 && determines(Fold(words[i+1]))) && !v.named() {
			continue // lâche le patron
		}
		v.rest = append(v.rest, low)
	}
	if len(v.name) > 0 {
		v.female = sexOf(v.all)
		return v
	}
	if verb && len(v.rest) > 1 && light(Fold(words[0])) {
		v.rest = v.rest[:len(v.rest)-1] // the manager snapped
	}
	return v
}

// spokenOpener recognises capitalised words at the head of a sentence that name nobody.
func spokenOpener(w string) bool {
	switch w {
	case "Auf", "Im", "Am", "Zu", "Zum", "Dann", "Danach", "Dazu", "Darauf", "Doch", "Aber", "Und", "Auch", "Dagegen", "Puis", "Mais", "Et", "Alors", "Ensuite", "Pero", "Y", "Luego", "Después", "También",
		"Un", "Une", "Una", "Ein", "Eine", "Les", "Las", "Al", "Selon", "Según", "Laut", "Tras", "Asked", "Replied", "Said":
		return true
	}
	return false
}

// pronounOf recognises he and she, with their sex.
func pronounOf(w string) (female int, ok bool) {
	switch w {
	case "he", "er", "il", "él":
		return -1, true
	case "she", "sie", "elle", "ella":
		return 1, true
	case "they", "we", "i", "ich", "wir", "on", "ils", "elles", "ellos", "ellas":
		return 0, true
	}
	return 0, false
}

// sexOf reads a title's: Frau, Mme, Aktionärin.
func sexOf(words []string) int {
	for i, w := range words {
		switch w {
		case "Frau", "Mme", "Madame", "Mlle", "Mrs", "Ms", "Miss", "Señora", "Doña":
			return 1
		case "Herr", "Monsieur", "Mr", "Señor", "Don":
			return -1
		case "Martin", "Valentin", "Benjamin", "Konstantin", "Augustin":
			continue
		}
		if i+1 < len(words) && len(w) > 6 && strings.HasSuffix(w, "in") {
			return 1
		}
	}
	return 0
}

// ofWhom says that a word joins what somebody is of to him.
func ofWhom(w string) bool {
	switch w {
	case "of", "von", "des", "der", "vom", "du", "de", "del", "la", "les", "los", "des'":
		return true
	}
	return false
}

// leads says that a word leads away from who speaks.
func leads(w string) bool {
	switch w {
	case "am", "im", "zum", "zur", "auf", "nach", "vor", "unter", "gegenüber", "zu", "an", "in", "à", "au", "aux", "devant", "lors", "sur", "a", "ante", "sobre", "durante", "tras", "einem", "seinem", "ihrem":
		return true
	}
	return hangs(w)
}

// titles of Chinese names, which many share.
const hanTitles = "董事长 总经理 首席执行官 首席财务官 副总裁 总裁 分析师 负责人 创始人 发言人 代表 教授 记者 公司 先生 女士 经理 高管"

// hanAdverbs stand between a Chinese name and its verb of saying; some verbs that are written in full characters are among them.
const hanAdverbs = "则 則 也 又 还 還 曾 补充 補充 接着 接著 继续 繼續 却 卻 再 另 对此 對此 坚持 堅持 認為 強調 回應 說 稱 問 反 笑着 同时 同時 随后 隨後 随即 立即 当即"

// hanVoice reads a Chinese clause: what stands before its verb of saying, without adverbs.
func hanVoice(words []string) voice {
	c := clause(words)
	if i := c.hanVerb(0); i >= 0 {
		c = c[:i]
	}
	text := strings.Join(c, "")
	if i := strings.LastIndexAny(text, "，,"); i >= 0 {
		text = strings.TrimLeft(text[i:], "，,")
	}
	if strings.HasPrefix(text, "他") || strings.HasPrefix(text, "她") {
		female := -1
		if strings.HasPrefix(text, "她") {
			female = 1
		}
		return voice{pronoun: text[:len("他")], female: female}
	}
	for _, only := range []string{"并", "還", "还", "又", "同时", "随后", "接着", "而后", "最后", "对此", "然后"} {
		text = strings.TrimPrefix(text, only)
	}
	for trimmed := ""; trimmed != text; {
		trimmed = text
		for end := range strings.FieldsSeq(hanAdverbs) {
			if len(text) > len(end) {
				text = strings.TrimSuffix(text, end)
			}
		}
	}
	bare := text
	for title := range strings.FieldsSeq(hanTitles) {
		bare = strings.ReplaceAll(bare, title, "")
	}
	switch {
	case bare != "":
		return voice{name: []string{bare}, all: []string{bare}}
	case text != "":
		return voice{name: []string{text}, all: []string{text}}
	}
	return voice{}
}
