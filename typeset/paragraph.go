package typeset

import (
	"strings"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/norm"

	"roadshow/scene"
)

// hanScale makes Chinese characters as high as Latin capitals.
const hanScale = 0.94

// hanGap is the space between a Chinese letter and a Latin one in 1/1000 of the nominal size.
const hanGap = 200

// setter holds one paragraph while it is set: its characters with face, advance and place. All slices are reused.
type setter struct {
	buf       []byte  // the words of all spans as Block.Paras keeps them …
	text      string  // … once complete
	starts    []int32 // byte of text where each span starts, and the end
	keys      []int32 // spans with the same key are drawn alike
	wholes    []int32 // spans with the same number are one but for their proofs
	styles    []scene.Span
	runes     []rune  // drawn characters: every kind of space is a word space
	off       []int32 // byte of text where each character starts, and the end
	span      []int32
	held      []bool         // no break after this character
	shy       map[int32]bool // the author put a soft hyphen before this character
	faces     []faceID
	adv       []int16 // em/1000 after kerning with the next character
	pos       []float64
	segs      []segment
	words     segmenter.Segmenter
	hyphenate bool    // words may be divided where a line would be ragged
	wide      bool    // a word was wider than the measure
	part      bool    // numbers may be parted from their units …
	tear      bool    // … and within: the measure holds none
	several   bool    // paragraphs share the block's width
	ends      []int32 // line ends while breaking
}

// load flattens the spans: composed, without controls, with single spaces.
func (s *setter) load(spans []scene.Span) {
	s.buf, s.starts, s.keys, s.styles = s.buf[:0], s.starts[:0], s.keys[:0], spans
	s.wholes = s.wholes[:0]
	s.runes, s.off, s.span, s.held = s.runes[:0], s.off[:0], s.span[:0], s.held[:0]
	s.shy = nil
	for i, sp := range spans {
		s.starts = append(s.starts, int32(len(s.buf)))
		key, whole := int32(i), int32(i)
		if i > 0 && sp.Style == spans[i-1].Style && sp.Link == spans[i-1].Link && sp.Rise == spans[i-1].Rise {
			if key = s.keys[i-1]; sp.Proof != spans[i-1].Proof {
				whole = s.wholes[i-1]
			}
		}
		s.keys, s.wholes = append(s.keys, key), append(s.wholes, whole)
		text := sp.Text
		if !norm.NFC.IsNormalString(text) {
			text = norm.NFC.String(text)
		}
		for _, r := range text {
			s.add(r, int32(i))
		}
	}
	s.starts = append(s.starts, int32(len(s.buf)))
	s.off = append(s.off, int32(len(s.buf)))
	s.text = string(s.buf)
}

func (s *setter) add(r rune, span int32) {
	if r == 0x2028 || r == 0x2029 {
		r = '\n'
	}
	if isDropped(r) {
		if r == softHyphen {
			if s.shy == nil {
				s.shy = map[int32]bool{}
			}
			s.shy[int32(len(s.runes))] = true
		}
		return
	}
	if r == '\t' {
		r = ' '
	}
	// Spaces at the start of the paragraph and of a typed line, and all but one of several, are the typist's.
	n := len(s.runes)
	switch blank := asSpace(r) == ' '; {
	case n == 0 && (blank || r == '\n'), blank && s.runes[n-1] == '\n':
		return
	case blank && s.runes[n-1] == ' ':
		s.held[n-1] = s.held[n-1] || holdsTogether(r)
		return
	}
	s.runes = append(s.runes, asSpace(r))
	s.off = append(s.off, int32(len(s.buf)))
	s.span = append(s.span, span)
	s.held = append(s.held, holdsTogether(r))
	s.buf = utf8.AppendRune(s.buf, r)
}

// softHyphen shows where a word may be divided and is no part of it.
const softHyphen = 0xAD

// font asks for the face of the character at i before fallback.
func (s *setter) style(i int) *scene.Style { return &s.styles[s.span[i]].Style }

// size is the drawn size of the character at i.
func (s *setter) size(i int) float64 {
	size := float64(s.style(i).Size)
	if s.faces[i].han() {
		size *= hanScale
	}
	return size
}

// shapeAll chooses faces, measures every character and fills pos with the places of all in one endless line.
func (f *Fonts) shapeAll() {
	s := &f.set
	f.chooseFaces()
	s.adv = s.adv[:0]
	s.pos = append(s.pos[:0], 0)
	for i, r := range s.runes {
		adv := 0
		switch a := f.face(s.faces[i]); {
		case r == '\n':
		case i+1 < len(s.runes) && !s.changes(i+1):
			adv = a.pair(r, s.runes[i+1])
		default:
			adv = a.glyph(r).advance()
		}
		if i+1 < len(s.runes) && f.editor == NoEditor {
			if r >= 0x2E80 || s.runes[i+1] >= 0x2E80 {
				adv += s.hanSpace(i)
			}
			if r >= 0x2018 && s.runes[i+1] >= 0x2018 {
				adv -= f.squeeze(i)
			}
		}
		s.adv = append(s.adv, int16(adv))
		s.pos = append(s.pos, s.pos[i]+float64(adv)*s.size(i)/1000+float64(s.style(i).Tracking))
	}
}

// nominal is the advance of the character at i when nothing follows it on the line, em/1000.
func (f *Fonts) nominal(i int) int {
	if f.set.runes[i] == '\n' {
		return 0
	}
	return f.face(f.set.faces[i]).glyph(f.set.runes[i]).advance() - f.endBlank(i)
}

// width is the drawn width of the characters from..to as one line's end.
func (f *Fonts) width(from, to int) float64 {
	if from >= to {
		return 0
	}
	s := &f.set
	last := to - 1
	return s.pos[last] - s.pos[from] + float64(f.nominal(last))*s.size(last)/1000 + float64(s.style(last).Tracking)
}

// chooseFaces resolves the face of every character. One that no face has becomes "?".
func (f *Fonts) chooseFaces() {
	s := &f.set
	s.faces = s.faces[:0]
	chinese := s.mostlyChinese()
	var lastFont scene.Font
	lastID := noFace
	for i, r := range s.runes {
		if name := s.style(i).Font; lastID == noFace || name != lastFont {
			lastFont, lastID = name, f.id(name)
		}
		id := lastID
		switch {
		case r == '\n' || r == ' ':
			// A space goes with the words before it, so that it does not part them into runs.
			if i > 0 && s.wholes[s.span[i-1]] == s.wholes[s.span[i]] && f.face(s.faces[i-1]).has(' ') {
				id = s.faces[i-1]
			}
			if r == ' ' && !f.face(id).has(' ') {
				id = f.resolve(' ', id, false)
			}
		case r < 0x80 && f.face(id).has(r):
		default:
			asHan := isCJK(r) || isShared(r) && s.betweenChinese(i, chinese)
			id = f.resolve(r, id, asHan)
			if id == noFace {
				s.runes[i], id = '?', f.resolve('?', lastID, false)
			}
		}
		s.faces = append(s.faces, id)
	}
}

func (s *setter) mostlyChinese() bool {
	han, latin := 0, 0
	for _, r := range s.runes {
		if isHan(r) {
			han++
		} else if isLatin(r) {
			latin++
		}
	}
	return han > 0 && 3*han >= latin
}

// betweenChinese says whether both neighbours of shared punctuation are Chinese. The paragraph's edge counts as its main
// script.
func (s *setter) betweenChinese(i int, chinese bool) bool {
	side := func(j, step int) bool {
		for n := 0; n < 16 && j >= 0 && j < len(s.runes); n, j = n+1, j+step {
			if !isShared(s.runes[j]) {
				return isCJK(s.runes[j]) || s.runes[j] == '\n' && chinese
			}
		}
		return chinese
	}
	return side(i-1, -1) && side(i+1, 1)
}

// hanSpace is the gap after the character at i, in 1/1000 of its em, where Chinese and Latin letters meet. At a line's
// end the nominal advance counts, so the gap vanishes there.
func (s *setter) hanSpace(i int) int {
	a, b := s.runes[i], s.runes[i+1]
	switch {
	case isHan(a) && isLatin(b) && s.faces[i].han():
		return hanGap*100/94 + 1 // of the Chinese em, which is smaller
	case isHan(a) && isLatin(b), isLatin(a) && isHan(b):
		return hanGap
	}
	return 0
}

// drawn is the text of the characters from..to as it is printed.
func (s *setter) drawn(from, to int) string {
	text := s.text[s.off[from]:s.off[to]]
	for i := from; i < to; i++ {
		r := s.runes[i]
		if n := s.off[i+1] - s.off[i]; r < 0x80 && n > 1 || r == 0x2009 {
			return string(s.runes[from:to]) // a no-break space or a "?" for a missing character
		}
	}
	return text
}

// spans returns the paragraph's spans with the words as loaded.
func (s *setter) spans() []scene.Span {
	out := make([]scene.Span, len(s.styles))
	for i, sp := range s.styles {
		if text := s.text[s.starts[i]:s.starts[i+1]]; text != sp.Text {
			sp.Text = text
		}
		out[i] = sp
	}
	return out
}

// word is the text of the characters from..to as typed.
func (s *setter) word(from, to int) string { return s.text[s.off[from]:s.off[to]] }

// changes says that the character at i is drawn unlike the one before.
func (s *setter) changes(i int) bool {
	return s.faces[i] != s.faces[i-1] || s.span[i] != s.span[i-1] && s.keys[s.span[i]] != s.keys[s.span[i-1]]
}

func trimOpening(w string) string { return strings.TrimLeft(w, "([{“‘«\"'") }
