package typeset

import (
	"slices"
	"strings"
)

// particles belong to the word before them: a title's line does not start with one.
const particles = "的了着过们吗呢吧地得"

// What a Chinese number is counted in, and what stands before one.
const (
	scales   = "十百千万亿"
	counters = scales + "元倍年月日号时分秒天周个位家项次条件张座页章节层成点米吨克岁人台套分股％%℃"
	ordinals = "第图表约逾近超"
)

// insideNumber says that a line that ends before i would tear a number from its scale or from what it counts: 3.2|亿元.
func (s *setter) insideNumber(i int) bool {
	before, after := s.runes[i-1], s.runes[i]
	switch {
	case isDigit(before) || before == '%':
		return strings.ContainsRune(counters, after)
	case isDigit(after):
		return strings.ContainsRune(ordinals, before)
	case after == '元':
		return strings.ContainsRune("万亿美欧港日", before)
	case !strings.ContainsRune(scales, before):
		return false
	}
	from := i - 1
	for from > 0 && strings.ContainsRune(scales, s.runes[from]) {
		from--
	}
	money := i+1 < len(s.runes) && s.runes[i+1] == '元' // 亿|美元
	return isDigit(s.runes[from]) && (money || strings.ContainsRune(counters, after))
}

// Keep names what no line may part: names of at most four Chinese letters.
func (f *Fonts) Keep(names ...string) {
	for _, name := range names {
		r := []rune(name)
		keep := len(r) >= 2 && len(r) <= 4
		for _, c := range r {
			keep = keep && isHan(c)
		}
		for _, known := range f.names {
			keep = keep && string(known) != name
		}
		if keep {
			f.names = append(f.names, r)
			f.memory = nil
		}
	}
}

// holdNames forbids breaks inside names.
func (s *setter) holdNames(names [][]rune) {
	for _, name := range names {
		for i := 0; i+len(name) <= len(s.runes); i++ {
			if slices.Equal(s.runes[i:i+len(name)], name) {
				for k := i; k < i+len(name)-1; k++ {
					s.held[k] = true
				}
			}
		}
	}
}
