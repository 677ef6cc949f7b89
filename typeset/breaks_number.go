package typeset

import (
	"slices"
	"strings"
	"unicode/utf8"

	"roadshow/scene"
)

// A number with its unit is never parted, however narrow the measure: half a number is another number. Where one is wider than
// its measure, the paragraph is set smaller; what is then still too wide is an error of the page.

// longestNumber is how many characters a number with its unit may have: what is longer is a chain of digits.
const longestNumber = 32

// leastScale is how far a paragraph shrinks to hold a number where no smallest size was set.
const leastScale = 0.4

// inNumber says that a line that ends before i would part a number, or a number from its unit.
func (s *setter) inNumber(i int) bool {
	if s.tear {
		return false
	}
	from, to := s.wordAround(i)
	if s.runes[i-1] != ' ' && s.runes[i-1] != 0x2009 {
		return isNumber(s.runes[from:to]) || !s.part && (s.numberGoesOn(from-1) || s.numberGoesOn(to))
	}
	for s.numberGoesOn(from - 1) {
		from, _ = s.wordAround(from - 1)
	}
	return !s.part && s.numberGoesOn(i-1) && to-from <= longestNumber
}

// wordAround is the word that i parts, or the words before and after the space before i, as far as a number may reach.
func (s *setter) wordAround(i int) (from, to int) {
	from, to = i-1, i
	for from > 0 && i-from <= longestNumber && !s.endsWord(from-1) {
		from--
	}
	for to < len(s.runes) && to-i <= longestNumber && !s.endsWord(to) {
		to++
	}
	return from, to
}

// endsWord says that the character at i is a blank, or a Chinese letter that counts nothing.
func (s *setter) endsWord(i int) bool {
	r := s.runes[i]
	return isSpace(r) || r >= 0x2E80 && !strings.ContainsRune(counters+ordinals+"美欧港日", r)
}

// numberGoesOn says that the space at i stands inside a number, or between a number and its unit.
func (s *setter) numberGoesOn(i int) bool {
	if i <= 0 || i+1 >= len(s.runes) || !isSpace(s.runes[i]) || s.runes[i] == '\n' || isSpace(s.runes[i-1]) || isSpace(s.runes[i+1]) {
		return false
	}
	from, _ := s.wordAround(i)
	_, to := s.wordAround(i + 1)
	a, b := trimOpening(s.word(from, i)), trimOpening(s.word(i+1, to))
	return a != "" && b != "" && measures(a, b)
}

// isNumber says that a word is a number: mostly digits, what stands between them, and the letters of a unit.
func isNumber(word []rune) bool {
	if len(word) > longestNumber {
		return false
	}
	digits, letters, stretch := 0, 0, 0
	for i, r := range word {
		switch {
		case isDigit(r):
			digits++
			stretch = 0
		case isLetter(r):
			letters++
			if stretch++; stretch > 4 {
				return false
			}
		case strings.ContainsRune("@?&=_;~\\#", r) && i > 0:
			return false
		default:
			stretch = 0
		}
	}
	return digits > 0 && digits >= letters
}

// holdNumbers sets the loaded paragraph again if its measure does not hold a number: smaller, else with the unit on another line,
// else with the number parted, which Torn tells.
func (f *Fonts) holdNumbers(spans []scene.Span, measure float64, hyphenate bool) (out []scene.Span, shrunk bool) {
	s := &f.set
	for {
		scale := 1.0
		for _, g := range s.segs {
			if w := f.width(int(g.start), int(g.end)); w > measure+slack && g.end-g.start > 1 {
				scale = min(scale, measure/w)
			}
		}
		switch {
		case scale == 1:
			return spans, shrunk
		case f.mayShrink(spans, scene.Pt(scale)):
			spans, shrunk = scaled(spans, scene.Pt(scale)), true
			s.load(spans)
			f.shapeAll()
		case !s.part:
			s.part = true
		case !s.tear:
			s.tear = true
		default:
			return spans, shrunk
		}
		f.split(measure, hyphenate)
	}
}

// mayShrink says that a paragraph can be read at a scale.
func (f *Fonts) mayShrink(spans []scene.Span, scale scene.Pt) bool {
	if f.least == 0 {
		return scale >= leastScale
	}
	return !slices.ContainsFunc(spans, func(sp scene.Span) bool {
		return sp.Rise == 0 && sp.Style.Size*scale < f.least
	})
}

func scaled(spans []scene.Span, scale scene.Pt) []scene.Span {
	out := slices.Clone(spans)
	for i := range out {
		st := &out[i].Style
		if st.Leading <= 0 {
			st.Leading = 1.2 * st.Size
		}
		st.Size, st.Tracking = st.Size*scale, st.Tracking*scale
	}
	return out
}

// Least is the size of type below which no paragraph is set to hold a number.
func (f *Fonts) Least(size scene.Pt) {
	f.least = size
	f.memory = nil
}

// latinEnds says that a line and the next do not part between Chinese letters, where any may.
func latinEnds(line string, next scene.Line) bool {
	a, _ := utf8.DecodeLastRuneInString(line)
	if len(next.Runs) == 0 {
		return false
	}
	b, _ := utf8.DecodeRuneInString(next.Runs[0].Text)
	return !isHan(a) && !isHan(b)
}

// Torn are the numbers that lines part, because their measure holds them at no size that can be read.
func Torn(t *scene.Text) (out []string) {
	word := "" // what goes on from line to line
	for i, l := range t.Lines {
		text := ""
		for _, r := range l.Runs {
			text += r.Text
		}
		first, rest, several := strings.Cut(text, " ")
		if word != "" {
			if word += first; several {
				out, word = append(out, word), ""
			}
		} else {
			rest = text
		}
		switch goes := i+1 < len(t.Lines) && t.Lines[i+1].Para == l.Para && !l.Soft && !l.Hyphen && latinEnds(text, t.Lines[i+1]); {
		case !goes && word != "":
			out, word = append(out, word), ""
		case goes && word == "":
			word = rest[strings.LastIndexByte(rest, ' ')+1:]
		}
	}
	return slices.DeleteFunc(out, func(w string) bool { return !isNumber([]rune(w)) })
}

// measures says that two words are one number, or a number and its unit.
func measures(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	switch {
	case isDigit(last) || last == '%':
		return isUnit(b) || isThousands(a, b) || isCurrency(trimClosing(b))
	case isScale(a):
		return isCurrency(trimClosing(b))
	}
	return isFigure(b) && (isSign(a) || isCurrency(a))
}

func trimClosing(w string) string { return strings.TrimRight(w, ".,;:!?)]”’") }

// isFigure says that a word starts as a number: 5, −3, >70%, ~4.
func isFigure(w string) bool {
	w = strings.TrimLeft(w, "−-+<>~≈≥≤±$€£¥")
	return w != "" && isDigit(rune(w[0]))
}

// isUnit knows the words that follow a number and mean little without it.
func isUnit(w string) bool {
	w = trimClosing(w)
	if isScale(w) || isSpan(w) {
		return true
	}
	switch w {
	case "k", "m", "bn", "tn", "trn", "K", "M", "B", "T", "mn", "mln", "%", "Prozent", "per cent", "percent", "pp", "bp", "bps", "‰", "°C", "°F", "°", "×", "x",
		"W", "kW", "MW", "GW", "TW", "Wh", "kWh", "MWh", "GWh", "TWh", "V", "kV", "Hz", "kHz", "MHz", "GHz",
		"mm", "cm", "km", "nm", "μm", "ft", "in", "m²", "km²", "ha", "mg", "g", "kg", "t", "kt", "Mt", "Gt", "oz", "lb", "l", "ml", "bbl", "times", "pts", "points",
		"s", "ms", "min", "h", "hr", "hrs", "am", "pm", "a.m", "p.m", "KB", "MB", "GB", "TB", "PB", "Gb", "Gbps", "Mbps",
		"FLOP", "FLOPs", "FLOPS", "TFLOPS", "PFLOPS", "tokens", "RMB", "yuan", "USD", "EUR", "GBP", "CNY", "HKD", "JPY", "AD", "BC", "CE", "BCE":
		return true
	}
	return false
}

// isSpan knows the spans of time that a number counts: 18 months.
func isSpan(w string) bool {
	switch w {
	case "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "quarter", "quarters", "year", "years",
		"Sekunden", "Minuten", "Stunden", "Tage", "Tagen", "Wochen", "Monate", "Monaten", "Quartale", "Quartalen", "Jahre", "Jahren",
		"secondes", "heures", "jours", "semaines", "mois", "trimestres", "ans", "années",
		"segundos", "minutos", "horas", "días", "semanas", "meses", "años":
		return true
	}
	return false
}

// isScale knows the scales that stand between a number and its currency: 12 Mio. €.
func isScale(w string) bool {
	switch strings.TrimSuffix(w, ".") {
	case "thousand", "million", "billion", "trillion", "Tsd", "Mio", "Mrd", "Bio", "Million", "Millionen", "Milliarde", "Milliarden", "Billionen",
		"millions", "milliard", "milliards", "millón", "millones":
		return true
	}
	return false
}

// isThousands says that two words are one number parted by a space: 1 234.
func isThousands(a, b string) bool {
	b = strings.TrimRight(b, ".,;:!?)]”’%")
	if len(b) < 3 || len(b) > 3 && isDigit(rune(b[3])) {
		return false
	}
	for i := range 3 {
		if !isDigit(rune(b[i])) {
			return false
		}
	}
	n := 0
	for i := len(a) - 1; i >= 0 && isDigit(rune(a[i])); i-- {
		n++
	}
	return n <= 3
}

func isSign(w string) bool {
	switch w {
	case "<", ">", "≤", "≥", "≈", "~", "±", "=", "×", "−", "+", "→":
		return true
	}
	return false
}

func isCurrency(w string) bool {
	switch w {
	case "RMB", "CNY", "USD", "EUR", "GBP", "HKD", "JPY", "CHF", "SGD", "INR", "KRW", "TWD", "US$", "HK$", "A$", "C$", "$", "€", "£", "¥", "Rmb":
		return true
	}
	return false
}
