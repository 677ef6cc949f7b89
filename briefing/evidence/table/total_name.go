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

// averageWords are what averages are called; guesses are words of them that mean other things too.
const (
	averageWords = " average averages avg mean durchschnitt durchschnittswert mittelwert moyenne promedio gemiddelde genomsnitt średnia 平均 平均值 平均数 均值 평균 "
	guesses      = " media mittel médio média medio "
	judged       = " above below over under good poor bad excellent fair weak strong high low gut schlecht "
)

// IsAverageName says that a row is called an average: Average, Peer average, Mean of all, Durchschnitt, 行业平均. Where surely is false
// the word may mean something else: Media is a business, too.
func IsAverageName(name string) (is, surely bool) {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) })
	if len(words) == 0 || len(words) > 4 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(judged, " "+w+" ") }) {
		return false, false
	}
	at := []string{words[len(words)-1]}
	if len(words) > 1 && strings.Contains(" of for across over de del des der von aller tous ", " "+words[1]+" ") {
		at = append(at, words[0])
	}
	for _, w := range at {
		if strings.Contains(averageWords, " "+w+" ") || strings.HasSuffix(w, "平均") || strings.HasSuffix(w, "平均值") {
			return true, true
		}
		is = is || strings.Contains(guesses, " "+w+" ")
	}
	return is, false
}

// IsJudgement says that a name grades what it names: beside Good and Poor, Average is a grade.
func IsJudgement(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return strings.Contains(judged, " "+w+" ") })
}
