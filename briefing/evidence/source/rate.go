package source

import (
	"strings"
	"sync"
)

// maxRates bounds how many words behind an amount are read for what it is the price of.
const maxRates = 8

// rates are what an amount is of, each by one name for all languages: $20 a month, $3 per user per month, 每吨90元.
func (e *Excerpt) rates(r *Reading) (out []string) {
	for i := r.To; i < r.To+maxRates; {
		if p := e.Ahead(i, sayPer); p != nil {
			out = append(out, p.arg)
			i += len(p.words)
			r.rated = i
			continue
		}
		switch w := e.At(i); {
		case e.letter(i+1) && (w == "per" || w == "each" || w == "every" || w == "je" || w == "pro" || w == "par" || w == "por" || w == "/"),
			e.letter(i+1) && (w == "a" || w == "an" || w == "la" || w == "le" || w == "l" || w == "el" || w == "die") && measured(e.rateWord(i+1)):
			out = append(out, e.rateWord(i+1))
			i += 2
			r.rated = i
			continue
		case !e.letter(i) || i > r.To+1 && len(out) == 0:
			return e.eachBefore(r, out)
		}
		i++
	}
	return out
}

// eachBefore reads 每吨90元 and per tonne before the amount: 每 and what is counted.
func (e *Excerpt) eachBefore(r *Reading, out []string) []string {
	for i := r.From; i > 0 && i > r.From-maxRates && (e.han(i-1) || i == r.From); i-- {
		if e.At(i-1) == "每" {
			for n := min(3, r.From-i); n > 0; n-- {
				if name := unitName(strings.Join(e.Lower[i:i+n], "")); measured(name) {
					return append(out, name)
				}
			}
		}
	}
	return out
}

func (e *Excerpt) rateWord(i int) string {
	if name := unitName(e.At(i) + " " + e.At(i+1)); measured(name) {
		return name
	}
	return unitName(e.At(i))
}

// measures are names for one unit in the languages here, the first being the one that is compared.
var measures = [...]string{
	"kg kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos 公斤 千克",
	"g gram grams gramm gramme grammes gramo gramos 克", "mg milligram milligrams milligramm milligramme miligramo 毫克",
	"t tonne tonnes ton tons tonnen tonelada toneladas mt 吨 公吨", "kt kiloton kilotonne",
	"lb pound pounds lbs libra libras 磅", "oz ounce ounces unze unzen once onza onzas 盎司",
	"bbl barrel barrels fass baril barils barril barriles 桶",
	"kwh kilowatt-hour kilowatt-hours kilowattstunde kilowattstunden kilowattheure kilovatio-hora 千瓦时 度",
	"mwh megawatt-hour megawatt-hours megawattstunde megawattstunden mégawattheure megavatio-hora 兆瓦时",
	"gwh gigawatt-hour gigawatt-hours gigawattstunde gigawattstunden", "twh terawatt-hour terawatt-hours terawattstunde terawattstunden",
	"kw kilowatt kilowatts 千瓦", "mw megawatt megawatts mégawatt megavatio 兆瓦", "gw gigawatt gigawatts 吉瓦", "tw terawatt terawatts",
	"l litre litres liter liters litro litros 升", "gallon gallons gal galón galones", "hl hectolitre hectolitres hektoliter 百升",
	"m² sqm m2 quadratmeter 平方米 平米", "sqft ft2", "m³ m3 kubikmeter 立方米", "km² km2 平方公里", "ha hectare hectares hektar hectárea hectáreas 公顷", "acre acres 英亩",
	"km kilometre kilometer kilometres kilometers kilómetro kilómetros kilomètre kilomètres 公里 千米", "mile miles mi meile meilen milla millas 英里",
	"m metre metres meter meters mètre mètres metro metros 米", "cm centimetre centimetres centimeter centimeters 厘米", "mm millimetre millimetres millimeter millimeters 毫米",
	"ft foot feet fuß 英尺", "inch inches zoll 英寸",
	"gb gigabyte gigabytes", "tb terabyte terabytes", "mb megabyte megabytes", "pb petabyte petabytes",
	"second seconds sekunde sekunden seconde secondes segundo segundos 秒",
	"hour h hr hrs hours stunde stunden heure heures hora horas 小时", "minute min minutes minuten minuto minutos 分钟",
	"day d days tag tage tagen jour jours día días 天 日", "week wk weeks woche wochen semaine semaines semana semanas 周 星期",
	"month mo months monat monate monaten monats mois mes meses 月", "quarter q quarters quartal quartale quartalen trimestre trimestres 季度",
	"year yr y a years yrs jahr jahre jahren an ans année années año años 年", "decade decades jahrzehnt jahrzehnte jahrzehnten décennie décennies década décadas",
	"share shares aktie aktien action actions acción acciones 股", "unit units stück einheit einheiten unité unités unidad unidades 件 台 个", "dozen dutzend",
}

// unitNames are the names that are compared, by every name of the same unit. Each amount of a text asks for some.
var unitNames = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, m := range measures {
		of := strings.Fields(m)
		for _, w := range of {
			if out[w] == "" {
				out[w] = of[0]
			}
		}
	}
	return out
})

// unitName is the name of a unit that is compared: t for tonnes and 吨; any other word stands for itself.
func unitName(w string) string {
	w = strings.TrimSuffix(w, ".")
	if name := unitNames()[strings.ReplaceAll(w, " ", "-")]; name != "" {
		return name
	}
	return stem(w)
}

func measured(name string) bool { return name != "" && unitNames()[name] == name }

// otherRate says that a noun that is typed is a rate ("/kg", "a month") of something else than any that the words name. Words
// that are no known unit may be each other's translation.
func otherRate(noun string, said []string) bool {
	_, rate, ok := strings.Cut(noun, "/")
	if head, rest, two := strings.Cut(noun, " "); !ok && two {
		switch head {
		case "a", "an", "per", "each", "every", "pro", "je", "par", "por":
			rate, ok = rest, true
		}
	}
	if each, han := strings.CutPrefix(noun, "每"); han {
		rate, ok = each, true
	}
	if !ok || len(said) == 0 {
		return false
	}
	rate = unitName(Fold(strings.TrimSpace(rate)))
	for _, s := range said {
		if s == rate || !measured(s) && !measured(rate) {
			return false
		}
	}
	return true
}
