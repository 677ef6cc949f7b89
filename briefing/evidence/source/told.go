package source

import (
	"slices"
	"strings"
	"unicode"
)

// told is who says what a sentence tells without quotation marks, and where it says so: "According to Berg, prices fall", "Prices
// fall, Reed warned".
type told struct {
	voice
	by   span // the words that give it to somebody
	says bool // and say it as well: Berg said prices fall
}

// joinsTold says whose words a cut joins where no marks tell: a part of a sentence given to one and a part of one given to another.
// sure is false where only a pronoun, or a word that describes somebody, tells them apart. Parts that name their own speakers
// join nothing unseen.
func (t *Text) joinsTold(a, b span) (speakers string, sure bool) {
	x, y := t.tells(a.to-1), t.tells(b.from)
	if x.none() || y.none() || x.by.inside(a) && y.by.inside(b) || x.by == y.by {
		return "", false
	}
	sure = t.personal(x) && t.personal(y)
	one, other := t.meant(x), t.meant(y)
	if !one.other(other) {
		return "", false
	}
	return one.called() + " and " + other.called(), sure
}

func (s span) inside(of span) bool { return of.from <= s.from && s.to <= of.to }

// personal says that somebody is named, not described as The Board is: a Chinese name begins with a surname.
func (t *Text) personal(v told) bool {
	if len(v.name) == 0 || determines(Fold(t.words[v.by.from].Text)) {
		return false
	}
	if r := []rune(v.name[0]); unicode.Is(unicode.Han, r[0]) {
		return len(r) < 4 && strings.ContainsRune(surnames, r[0])
	}
	return true
}

// surnames are those of nine of ten Chinese.
const surnames = "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯"

// meant is whom a pronoun stands for: who was named last at the head of a sentence of its paragraph.
func (t *Text) meant(x told) voice {
	if x.named() || x.pronoun == "" {
		return x.voice
	}
	at := t.sentenceAround(span{x.by.from, x.by.from + 1}).from
	for n := 0; n < maxEarlier && at > 0 && !t.paragraphEnds(at-1); n++ {
		s := t.sentenceAround(span{at - 1, at})
		if v := t.headOf(s); v.named() && v.female*x.female >= 0 {
			return v
		}
		at = s.from
	}
	return x.voice
}

// headOf is a name at the head of a sentence.
func (t *Text) headOf(s span) voice {
	end := s.from
	for end < s.to && !Mark(t.words[end].Text) && (capital(t.words[end].Text) || end == s.from && unicode.Is(unicode.Han, firstRune(t.words[end].Text))) {
		end++
	}
	if end == s.from || t.runs[s.from] != 0 {
		return voice{}
	}
	if unicode.Is(unicode.Han, firstRune(t.words[s.from].Text)) {
		if strings.Contains(surnames, t.words[s.from].Text) {
			return hanVoice(t.texts(s.from, min(s.to, s.from+2)))
		}
		return voice{}
	}
	return phraseVoice(t.texts(s.from, end), false)
}

// tells is who says word i, as its sentence tells: its own clause does, or one behind it that says no more (…, said Berg), or one
// before it.
func (t *Text) tells(i int) told {
	parts := t.clauses(t.sentenceAround(span{i, i + 1}))
	mine := slices.IndexFunc(parts, func(p span) bool { return i < p.to })
	if mine < 0 {
		return told{}
	}
	given := make([]told, len(parts))
	for k := range parts {
		given[k] = t.gives(parts, k)
	}
	if !given[mine].none() {
		return given[mine]
	}
	for k := mine + 1; k < len(parts); k++ {
		if !given[k].none() {
			if !given[k].says {
				return given[k]
			}
			break
		}
		if conjunction(Fold(t.words[parts[k].from-1].Text)) {
			break
		}
	}
	for k := mine - 1; k >= 0; k-- {
		if !given[k].none() {
			return given[k]
		}
	}
	return told{}
}

// gives is whom clause k of a sentence gives words to.
func (t *Text) gives(parts []span, k int) (out told) {
	s := parts[k]
	for i := s.from; i < s.to; i++ {
		if t.runs[i] != 0 {
			return out
		}
	}
	words := t.texts(s.from, s.to)
	if unicode.Is(unicode.Han, firstRune(words[0])) {
		verb := clause(words).hanVerb(0)
		if verb < 0 && len(words) > 2 {
			verb = slices.IndexFunc(words, func(w string) bool { return w == "称" || w == "稱" })
		}
		if verb < 1 {
			return out
		}
		if words[0] == "据" || words[0] == "據" {
			words, verb = words[1:], verb-1
		}
		if out.voice = hanVoice(words[:verb]); out.named() && strings.ContainsRune("没沒不有也还還后後这這那只", firstRune(out.called())) {
			return told{} // 没有回答, 也有人说
		}
		out.by, out.says = s, len(words) > verb+2
		return out
	}
	low := make([]string, len(words))
	for i, w := range words {
		low[i] = Fold(w)
	}
	if from, to := citing(low); from < to {
		out.voice, out.by, out.says = phraseVoice(words[from:to], false), s, from > 3 || to+2 < len(words)
		return out
	}
	verb := slices.IndexFunc(low, func(w string) bool { return saying(w) || thinking(w) })
	if verb < 0 || capital(words[verb]) {
		return out
	}
	out.by, out.says = s, verb+2 < len(words)
	switch {
	case verb > 0:
		out.voice = phraseVoice(words[:verb], false)
		switch w := low[verb-1]; {
		case out.voice.none(), passive(w), w == "to", w == "zu", w == "it", w == "we", w == "i", w == "you", w == "wir", w == "ich", w == "nous", w == "je":
			return told{}
		}
	case verb+1 < len(words) && (capital(words[verb+1]) || determines(low[verb+1])): // said Berg, said the chief
		out.voice, out.says = phraseVoice(words[verb+1:], false), false
	case verb+1 < len(words) && isPronoun(low[verb+1]):
		out.voice, out.says = phraseVoice(words[verb+1:], false), false
	default: // Anna Berg, the chief, said
		for k > 0 && !conjunction(Fold(t.words[parts[k].from-1].Text)) {
			k--
		}
		if parts[k] != s {
			out.voice = phraseVoice(t.texts(parts[k].from, parts[k].to), false)
			out.by.from = parts[k].from
		}
	}
	return out
}

func isPronoun(w string) bool {
	_, ok := pronounOf(w)
	return ok
}

// citing is where the words stand that name a source behind a preposition: according to Berg, laut Berg, Berg zufolge.
func citing(low []string) (from, to int) {
	for i, w := range low {
		next, third := "", ""
		if i+1 < len(low) {
			next = low[i+1]
		}
		if i+2 < len(low) {
			third = low[i+2]
		}
		switch {
		case w == "zufolge":
			return 0, i
		case w == "according" && next == "to", w == "d'après", w == "segun":
			if w == "according" {
				i++
			}
			return i + 1, len(low)
		case i == 0 && (w == "selon" || w == "según" || w == "laut"), i > 0 && (w == "selon" || w == "según" || w == "laut"):
			return i + 1, len(low)
		case w == "d'" && next == "après", w == "d" && next == "après":
			return i + 2, len(low)
		case w == "nach" && slices.Contains([]string{"angaben", "ansicht", "einschätzung", "meinung", "worten"}, next):
			if third == "von" || third == "des" || third == "der" {
				return i + 3, len(low)
			}
			return i + 2, len(low)
		case (w == "in" || w == "for" || w == "à") && third == "view": // in Berg's view
			return i + 1, i + 2
		}
	}
	return 0, 0
}

// thinking recognises verbs that give a view to somebody as those of saying do.
func thinking(w string) bool {
	switch w {
	case "expects", "expected", "thinks", "thought", "sees", "forecasts", "fears", "hopes", "doubts", "maintains", "contends", "denies", "denied", "disputes", "reported", "reports",
		"erwartet", "erwartete", "glaubt", "glaubte", "rechnet", "fürchtet", "sieht", "hofft", "bezweifelt", "bestreitet",
		"pense", "croit", "craint", "redoute", "prévoit", "soutient", "conteste",
		"espera", "cree", "prevé", "teme", "opina", "niega", "considera":
		return true
	}
	return false
}
