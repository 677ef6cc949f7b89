package html

import (
	"bytes"
	"strconv"
	"strings"

	"roadshow/scene"
)

// raw writes markup of our own.
func (w *writer) raw(parts ...string) {
	for _, s := range parts {
		w.out.WriteString(s)
	}
}

// say writes words between tags.
func (w *writer) say(s string) { escape(&w.out, s, false) }

// attr writes an attribute whose value comes from an author.
func (w *writer) attr(name, value string) {
	w.raw(" ", name, `="`)
	escape(&w.out, value, true)
	w.raw(`"`)
}

// escape writes words so that they can be nothing else. What HTML cannot hold is shown as a character that stands for it; marks
// that would turn the direction of the words around them are left out, for no page of ours is drawn with them.
func escape(b *bytes.Buffer, s string, attribute bool) {
	from := 0
	for i, r := range s {
		says, size := "", 1
		switch {
		case r == '&':
			says = "&amp;"
		case r == '<':
			says = "&lt;"
		case r == '>':
			says = "&gt;"
		case r == '"' && attribute:
			says = "&#34;"
		case r == '\'' && attribute:
			says = "&#39;"
		case r == '\t', r == '\n', r == '\r':
			says = " "
		case r < ' ', r >= 0x7F && r < 0xA0, r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
			says, size = "\uFFFD", len(string(r))
		case r == 0xFFFD && !strings.HasPrefix(s[i:], "\uFFFD"): // a broken byte
			says = "\uFFFD"
		case r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069, r == 0x200E, r == 0x200F, r == 0x061C:
			size = len(string(r))
		default:
			continue
		}
		b.WriteString(s[from:i])
		b.WriteString(says)
		from = i + size
	}
	b.WriteString(s[from:])
}

// unit is how many pixels of the stage a point takes. Browsers round the heights of faces, and some the sizes of small letters, to
// whole pixels: on a large stage, which the player scales to the window, nobody sees it.
const unit = 4

// px is a length on the stage.
func px(v scene.Pt) string { return number(v*unit) + "px" }

// number writes a number with two decimals at most.
func number(v scene.Pt) string {
	n := int64(v*100 + 0.5)
	if v < 0 {
		n = -int64(-v*100 + 0.5)
	}
	b := make([]byte, 0, 12)
	if n < 0 {
		b, n = append(b, '-'), -n
	}
	b = strconv.AppendInt(b, n/100, 10)
	if n %= 100; n != 0 {
		b = append(b, '.', byte('0'+n/10))
		if n %= 10; n != 0 {
			b = append(b, byte('0'+n))
		}
	}
	return string(b)
}
