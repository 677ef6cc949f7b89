package evidence

import (
	"unicode"
	"unicode/utf8"
)

// zh says that the words of numbers are Chinese.
func (f Format) zh() bool { return f.Language == "zh" }

// Absent is what stands where a value does not exist.
func (f Format) Absent() string {
	if f.zh() {
		return "不适用"
	}
	return "n/a"
}

func (f Format) unknown() string {
	if f.zh() {
		return "未知"
	}
	return "not known"
}

// leads are the words of the bounds >, ≥, <, ≤ and of an approximation.
func (f Format) leads() [5]string {
	if f.zh() {
		return [...]string{"超过", "至少", "不到", "至多", "约"}
	}
	return [...]string{"more than ", "at least ", "less than ", "at most ", "about "}
}

// near says that the value was typed as nearly its number.
func (v Value) near() bool { return v.Near && v.About && v.Lo.Inf && v.Hi.Open }

func (f Format) nearly() string {
	if f.zh() {
		return "近"
	}
	return "nearly "
}

// rounded says that the number has more digits than anybody typed: it was computed, or typed as a third.
func (v Value) rounded() bool { return v.Computed || v.Lo.exact != nil || v.Hi.exact != nil }

// share is a typed fraction that no decimal number is: a third, two thirds.
func (f Format) share(v Value, ends []End) string {
	if v.Computed || len(ends) != 1 || ends[0].exact == nil || v.Unit.Kind != Plain || v.Unit.Currency+v.Unit.Scale != "" {
		return ""
	}
	n, d := ends[0].exact.Num().Int64(), ends[0].exact.Denom().Int64()
	names := map[int64]string{3: "third", 6: "sixth", 7: "seventh", 9: "ninth"}
	if n < 1 || n >= d || names[d] == "" {
		return ""
	}
	if f.zh() {
		return string([]rune("〇一二三四五六七八九")[d]) + "分之" + string([]rune("〇一二三四五六七八九")[n])
	}
	if n == 1 {
		return "a " + names[d]
	}
	return [...]string{"", "", "two", "three", "four", "five", "six", "seven", "eight"}[n] + " " + names[d] + "s"
}

// to parts the ends of a range where a dash would be read as a sign, and in Chinese prose.
func (f Format) to() string {
	if f.zh() {
		return "至"
	}
	return " to "
}

// kindZh is the unit that a kind adds behind its number, in prose and beside a mark.
func (u Unit) kindZh() string {
	switch {
	case u.Kind == Times:
		return "倍"
	case u.Scale == "bps":
		return "个基点"
	case u.Kind == Points:
		return "个百分点"
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

// UnitLabel is a unit in the head of a table or chart, as the format writes it. In 万 and 亿 the values carry their scale
// where the author typed another one.
func (f Format) UnitLabel(u Unit) string {
	u.Sign = f.sign(u.Sign)
	if han := u.Scale == "万" || u.Scale == "亿" || u.Scale == "万亿"; f.zh() && f.Units == "zh" && !han {
		u.Scale = ""
	}
	if kind := u.kindZh(); f.zh() && kind != "" {
		if u.Kind = Plain; u.Scale == "bps" {
			u.Scale = ""
		}
		return u.String() + kind
	}
	return u.String()
}

// startsHan says that words begin with a Chinese character: no space parts them from a number.
func startsHan(words string) bool {
	r, _ := utf8.DecodeRuneInString(words)
	return unicode.Is(unicode.Han, r)
}
