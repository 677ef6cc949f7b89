package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/scene"
)

// said is what a line's readers are told of words that go over the end of a line. The first part of such a word says the whole of
// it, and the other parts say nothing: what is copied, searched and read aloud has the word, without the hyphen of its division.
type said struct {
	head int    // characters at the start of the line that the line before has said
	tail int    // characters at its end that say
	word string // this
}

// divided finds the words of a text that go over the end of a line, a value a line; nil: none does. Where a link or another language
// begins or ends within a word it stays in pieces: their words are their own. So are the markers of lists.
func (p *pager) divided(t *scene.Text) []said {
	var out []said
	lines := t.Lines
	for i := 0; i+1 < len(lines); i++ {
		marker := 0
		if i == 0 || lines[i-1].Para != lines[i].Para {
			marker = marked(t, &lines[i])
		}
		word, tail := p.lastWord(&lines[i], marker)
		if !goesOn(lines, i) || tail == 0 || out != nil && out[i].head > 0 && tail >= length(&lines[i])-out[i].head {
			continue
		}
		var heads []int
		for j := i; goesOn(lines, j); {
			j++
			part, head, whole := p.firstWord(&lines[j])
			if head == 0 {
				heads = nil
				break
			}
			word, heads = word+part, append(heads, head)
			if !whole {
				break
			}
		}
		if len(heads) == 0 {
			continue
		}
		if out == nil {
			out = make([]said, len(lines))
		}
		out[i].tail, out[i].word = tail, strings.Map(plain, word)
		for k, n := range heads {
			out[i+1+k].head = n
		}
	}
	return out
}

// goesOn says that a line ends inside a word. Chinese words have no ends that a line could keep.
func goesOn(lines []scene.Line, i int) bool {
	if i+1 >= len(lines) || lines[i].Soft || lines[i].Para != lines[i+1].Para || len(lines[i].Runs) == 0 || len(lines[i+1].Runs) == 0 {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(lines[i].Runs[len(lines[i].Runs)-1].Text)
	first, _ := utf8.DecodeRuneInString(lines[i+1].Runs[0].Text)
	const firstHan = 0x2E80
	return last < firstHan && first < firstHan && !unicode.IsSpace(last) && !unicode.IsSpace(first)
}

// lastWord is what stands behind the last blank of a line, as a reader says it, and how many characters of the line that is.
func (p *pager) lastWord(l *scene.Line, marker int) (word string, n int) {
	for i := len(l.Runs) - 1; i >= marker; i-- {
		r := &l.Runs[i]
		if !p.together(r, &l.Runs[len(l.Runs)-1]) {
			break
		}
		at := strings.LastIndexFunc(r.Text, unicode.IsSpace)
		if at >= 0 {
			_, size := utf8.DecodeRuneInString(r.Text[at:])
			at += size
		}
		part := r.Text[max(at, 0):]
		word, n = part+word, n+utf8.RuneCountInString(part)
		if at >= 0 {
			break
		}
	}
	if l.Hyphen {
		word = strings.TrimSuffix(word, "-")
	}
	return word, n
}

// firstWord is what stands before the first blank of a line, and how many characters that is: 0 where a link parts it. whole says
// that the line has nothing else.
func (p *pager) firstWord(l *scene.Line) (word string, n int, whole bool) {
	for i := range l.Runs {
		r := &l.Runs[i]
		at := strings.IndexFunc(r.Text, unicode.IsSpace)
		if !p.together(r, &l.Runs[0]) {
			if at != 0 {
				return "", 0, false
			}
			return word, n, false
		}
		if at >= 0 {
			return word + r.Text[:at], n + utf8.RuneCountInString(r.Text[:at]), false
		}
		word, n = word+r.Text, n+utf8.RuneCountInString(r.Text)
	}
	if l.Hyphen {
		word = strings.TrimSuffix(word, "-")
	}
	return word, n, true
}

// together says that two runs of a line may be one stretch.
func (p *pager) together(a, b *scene.Run) bool { return a.Link == b.Link && p.lang(a) == p.lang(b) }

func length(l *scene.Line) (n int) {
	for i := range l.Runs {
		n += len(l.Runs[i].Adv)
	}
	return n
}

// span is a stretch of runs that says something else than it shows.
type span struct {
	from, to int // runs
	says     string
}

// spans cuts runs where what is said begins and ends. blank says that a blank follows the last of them.
func (s said) spans(runs []scene.Run, blank bool) ([]scene.Run, []span) {
	n := 0
	for i := range runs {
		n += len(runs[i].Adv)
	}
	out := make([]scene.Run, 0, len(runs)+2)
	var spans []span
	at := 0
	for _, r := range runs {
		for _, cut := range []int{s.head, n - s.tail} {
			if k := cut - at; k > 0 && k < len(r.Adv) {
				a, b := cutRun(r, k)
				out, r, at = append(out, a), b, at+k
			}
		}
		out, at = append(out, r), at+len(r.Adv)
	}
	at = 0
	for i := range out {
		from := at
		if at += len(out[i].Adv); at == from {
			continue
		}
		switch {
		case from == 0 && s.head > 0:
			says := ""
			if s.head == n && blank {
				says = " " // the blank is within
			}
			spans = append(spans, span{from: i, to: i + 1, says: says})
		case from == n-s.tail:
			spans = append(spans, span{from: i, to: i + 1, says: s.word})
		case from < s.head || from > n-s.tail:
			spans[len(spans)-1].to = i + 1
		}
	}
	return out, spans
}

// cutRun cuts a run before its k-th character.
func cutRun(r scene.Run, k int) (a, b scene.Run) {
	a, b = r, r
	at := 0
	for range k {
		_, size := utf8.DecodeRuneInString(r.Text[at:])
		at += size
	}
	sum := 0
	for _, v := range r.Adv[:k] {
		sum += int(v)
	}
	a.Text, b.Text = r.Text[:at], r.Text[at:]
	a.Adv, b.Adv = r.Adv[:k:k], r.Adv[k:]
	a.Width = scene.Pt(sum)*r.Size/1000 + r.Tracking*scene.Pt(k)
	b.X, b.Width = r.X+a.Width, r.Width-a.Width
	return a, b
}
