package scene

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Proof is why a number or a quotation may stand, in finished words. It holds no more of a source than the words that say it.
type Proof struct {
	Label   string // what the number is of; of a quotation, who said it
	Value   string // in full, as printed; "" for a row of data, whose cells print theirs
	Origin  string // where it comes from: a file and its row, a formula
	Excerpt string // the words of the source, verbatim
	Source  string // which source, in one line
	Link    string // "#id" of its entry in the register
	Status  string // what was proved of it
	Parts   []int  // of a formula: the proofs of what it names, as Span.Proof counts them
}

// ProofOf is the proof that a span, a datum or a part names; nil for none.
func (d *Deck) ProofOf(n int) *Proof {
	if n <= 0 || n > len(d.Proofs) {
		return nil
	}
	return &d.Proofs[n-1]
}

// Piece is a stretch of a run that is of one span.
type Piece struct {
	Run      int    // index into the line's Runs
	From, To int    // bytes of the run's text
	Span     int    // index into the paragraph's Spans; -1: a marker, or the hyphen of a divided word
	Of       [2]int // bytes of the span's text
}

// Pieces finds the span of every character of every line: a run is drawn as one even where a figure with its proof, which is
// drawn like the words around it, begins within it. Characters stand in lines as in their paragraph, but for blanks where lines
// break and for marks that are drawn and not meant.
func (t *Text) Pieces() [][]Piece {
	out := make([][]Piece, len(t.Lines))
	var at cursor
	for i := range t.Lines {
		l := &t.Lines[i]
		if i == 0 || l.Para != t.Lines[i-1].Para {
			at = cursor{}
			if l.Para >= 0 && l.Para < len(t.Paras) {
				at = cursor{spans: t.Paras[l.Para].Spans, marker: utf8.RuneCountInString(t.Paras[l.Para].Marker)}
			}
		}
		out[i] = at.line(l)
	}
	return out
}

// cursor walks the characters of a paragraph.
type cursor struct {
	spans  []Span
	span   int
	at     int // bytes of the span's text
	marker int // characters of the marker that are still to come
}

func (c *cursor) line(l *Line) (out []Piece) {
	for k := range l.Runs {
		text := l.Runs[k].Text
		last := k == len(l.Runs)-1
		for from, r := range text {
			span, of := -1, [2]int{}
			if hyphen := last && l.Hyphen && from+utf8.RuneLen(r) == len(text); c.marker > 0 {
				c.marker--
			} else if !hyphen {
				span, of = c.next(r, from == 0 && k == 0)
			}
			if n := len(out); n > 0 && out[n-1].Run == k && out[n-1].Span == span {
				out[n-1].To, out[n-1].Of[1] = from+utf8.RuneLen(r), of[1]
			} else {
				out = append(out, Piece{Run: k, From: from, To: from + utf8.RuneLen(r), Span: span, Of: of})
			}
		}
	}
	return out
}

// next is the span of the next character, drawn as r. What is blank where a line begins was left at the end of the line before.
func (c *cursor) next(r rune, first bool) (span int, of [2]int) {
	for c.span < len(c.spans) {
		text := c.spans[c.span].Text
		if c.at >= len(text) {
			c.span, c.at = c.span+1, 0
			continue
		}
		have, n := utf8.DecodeRuneInString(text[c.at:])
		if first && unicode.IsSpace(have) && r != have {
			c.at += n
			continue
		}
		c.at += n
		return c.span, [2]int{c.at - n, c.at}
	}
	if span = len(c.spans) - 1; span >= 0 {
		end := len(c.spans[span].Text)
		of = [2]int{end, end}
	}
	return span, of
}

// Words are a paragraph's words, without its marker.
func (p Para) Words() string {
	if len(p.Spans) == 1 {
		return p.Spans[0].Text
	}
	var b strings.Builder
	for i := range p.Spans {
		b.WriteString(p.Spans[i].Text)
	}
	return b.String()
}
