package table

import (
	"slices"
	"strings"
	"unicode"
)

// totalWords are what totals are called in the languages that briefings and their sources are written in. Whoever asks has
// found that the row equals the sum of the others: a generous list accuses nobody.
const totalWords = " total totals subtotal sum all overall combined together everything aggregate entire whole " +
	"gesamt gesamtsumme insgesamt summe zusammen alle alles " +
	"somme ensemble tous toutes totaux totale totali totales tutti tutte insieme " +
	"suma todo todos todas conjunto soma todo geral " +
	"totaal som alles samen totalt summa tutto " +
	"razem suma łącznie ogółem celkem souhrn итого всего сумма " +
	"toplam jumlah 合计 总计 共计 总和 总额 总数 小计 全部 合計 総計 総合計 小計 합계 총계 소계 "

// IsTotalName says that a row or a column is called a total: Total, Grand total, Total général, All regions, Gesamt, 合计.
func IsTotalName(name string) bool {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 || len(words) > 4 {
		return false
	}
	total := func(w string) bool { return strings.Contains(totalWords, " "+w+" ") }
	if total(words[0]) || total(words[len(words)-1]) {
		return true
	}
	return slices.ContainsFunc([]string{"合计", "总计", "共计", "合計", "総計", "합계", "총계"}, func(w string) bool {
		return strings.HasPrefix(words[0], w) || strings.HasSuffix(words[len(words)-1], w)
	})
}
