package value

import (
	"unicode"
	"unicode/utf8"

	tongue "roadshow/words"
)

// zh says that the words of numbers are Chinese.
func (f Format) zh() bool { return f.Language == "zh" }

// near says that the value was typed as nearly its number.
func (v Value) near() bool { return v.Near && v.About && v.Lo.Inf && v.Hi.Open }

// rounded says that the number has more digits than anybody typed: it was computed, or typed as a third.
func (v Value) rounded() bool { return v.Computed || v.Lo.Exact != nil || v.Hi.Exact != nil }

// share is a typed fraction that no decimal number is: a third, two thirds.
func (f Format) share(v Value, ends []End) string {
	if v.Computed || len(ends) != 1 || ends[0].Exact == nil || v.Unit.Kind != Plain || v.Unit.Currency+v.Unit.Scale != "" {
		return ""
	}
	n, d := ends[0].Exact.Num().Int64(), ends[0].Exact.Denom().Int64()
	t := f.words()
	w := &t.Number
	c := map[int64]tongue.Count{3: w.Third, 6: w.Sixth, 7: w.Seventh, 9: w.Ninth}[d]
	if n < 1 || n >= d || c.One == "" {
		return ""
	}
	return t.Of(c, int(n), w.Numerals[n])
}

// kindZh is the unit that a kind adds behind its number in Chinese, in prose and beside a mark.
func (u Unit) kindZh() string {
	switch w := &tongue.For("zh").Number; {
	case u.Kind == Times:
		return w.TimesLabel
	case u.Scale == "bps":
		return w.BasisPoints
	case u.Kind == Points:
		return w.PointsLabel
	}
	return ""
}

// currencies are signs that stand before a number and their Chinese words, which stand behind it.
func currencies() [][2]string {
	return [][2]string{{"RMB", "元"}, {"$", "美元"}, {"US$", "美元"}, {"€", "欧元"}, {"£", "英镑"}, {"HK$", "港元"}, {"JPY", "日元"}, {"JP¥", "日元"}}
}

// sign is a currency's sign as the format writes it. 亿元 and 万美元 are Chinese scales with Chinese words; with k, m and bn
// a sign stands before the number: ¥3m in Chinese, where RMB would be the only Latin letters.
func (f Format) sign(sign string) string {
	for _, c := range currencies() {
		switch {
		case f.zh() && f.Units == "zh" && sign == c[0]:
			return c[1]
		case f.zh() && f.Units != "zh" && c[0] == "RMB" && (sign == c[0] || sign == c[1]):
			return "¥"
		case f.Units != "zh" && sign == c[1]:
			return c[0]
		}
	}
	return sign
}

// signAfter says that the sign stands behind the number: 3亿元.
func signAfter(sign string) bool {
	for _, c := range currencies() {
		if sign == c[1] {
			return true
		}
	}
	return false
}

// startsHan says that words begin with a Chinese character: no space parts them from a number.
func startsHan(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.Is(unicode.Han, r)
}
