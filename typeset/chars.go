package typeset

import "unicode"

// isDropped says that Set removes the character: controls, bidirectional and joining marks, soft hyphens, selectors.
func isDropped(r rune) bool {
	switch {
	case r < 0x20:
		return r >= 0 && r != '\t' && r != '\n'
	case r < 0x7F:
		return false
	case r <= 0x9F, r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r == 0xFEFF, r >= 0xFFF0 && r <= 0xFFFB, r >= 0xE0000 && r <= 0xE01EF:
		return true
	}
	return false
}

// asSpace maps every space but the thin and the ideographic one to the word space that is drawn.
func asSpace(r rune) rune {
	switch {
	case r == '\t', r == 0xA0, r == 0x1680, r >= 0x2000 && r <= 0x2008, r == 0x200A, r == 0x205F:
		return ' '
	case r == 0x202F:
		return 0x2009
	}
	return r
}

// holdsTogether says that no line breaks at this space.
func holdsTogether(r rune) bool { return r == 0xA0 || r == 0x2007 || r == 0x202F }

func isSpace(r rune) bool { return r == ' ' || r == 0x2009 || r == 0x3000 || r == '\n' }

// isHan says that the character is a letter of Chinese or Japanese writing.
func isHan(r rune) bool {
	switch {
	case r < 0x2E80:
		return false
	case r >= 0x4E00 && r <= 0x9FFF, r >= 0x3400 && r <= 0x4DBF, r >= 0x3041 && r <= 0x30FF, r >= 0xF900 && r <= 0xFAFF,
		r >= 0x3105 && r <= 0x312F, r >= 0x2E80 && r <= 0x2FDF, r == 0x3005, r == 0x3007, r >= 0x20000 && r <= 0x323AF:
		return true
	}
	return false
}

// isCJK says that the character belongs to Chinese text: a letter or full-width punctuation.
func isCJK(r rune) bool {
	return isHan(r) || r >= 0x3000 && r <= 0x303F || r >= 0xFF01 && r <= 0xFFEF || r >= 0xFE30 && r <= 0xFE4F
}

// isShared says that Latin and Chinese text write the character alike and only its neighbours tell whose it is.
func isShared(r rune) bool {
	switch r {
	case '“', '”', '‘', '’', '…', '—', '·':
		return true
	}
	return false
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isUpper(r rune) bool { return r >= 'A' && r <= 'Z' || r > 0x7F && unicode.IsUpper(r) }

// isLatin says that a gap of 0.2 em parts the character from a Chinese letter beside it.
func isLatin(r rune) bool {
	return isDigit(r) || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0x7F && !isHan(r) && unicode.IsLetter(r)
}

func isLetter(r rune) bool {
	return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0x7F && unicode.IsLetter(r)
}

func isMark(r rune) bool { return r >= 0x300 && unicode.Is(unicode.Mn, r) }

// opensQuote says that the character hangs outside the text edge at a line's start.
func opensQuote(r rune) bool {
	switch r {
	case '“', '‘', '«', '‹', '„', '‚', '"', '\'':
		return true
	}
	return false
}

// Chinese punctuation that may not start or end a line. The segmenter knows most; quotation marks are ambiguous to it.
const (
	noStart = "、。，．：；！？）》」』】”’％%,.:;!?)]}…—·～〉〕〗"
	noEnd   = "（《「『【“‘￥¥〈〔〖([{$€£"
)
