package charts

import (
	"errors"
	"strings"
	"unicode"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// readDates recognises categories that are dates, all of them or none. Dates that no calendar has, or that name two days,
// are reported where dates stand around them. Names that have an order of their own keep it: n.ordered.
func (n *numbers) readDates(s *Spec, l *diag.List) {
	if len(n.cats) == 0 {
		return
	}
	names := make([]string, len(n.cats))
	for i, c := range n.cats {
		names[i] = strings.TrimSpace(c.name)
	}
	dates, errs := n.cal.ParseDates(names)
	read, faults := 0, 0
	for _, err := range errs {
		var fault *value.DateError
		if errors.As(err, &fault) {
			faults++
		} else if err == nil {
			read++
		}
	}
	if read == len(n.cats) {
		n.dated = true
		n.cal = n.cal.Among(names) // who addresses one of them reads it alike
		n.clocked = true
		some := false
		for i := range dates {
			some = some || dates[i].Start.Minute > 0
			n.clocked = n.clocked && dates[i].Whole() && dates[i].Start.Precision == value.OnDay && dates[i].Start.Months == 0
		}
		n.clocked = n.clocked && some
		for i := range n.cats {
			n.cats[i].date = &dates[i]
			n.cats[i].x = middle(dates[i])
			if n.clocked { // midnight among times is the beginning of its day
				n.cats[i].x = dates[i].Instant()
			}
		}
		return
	}
	mostly := 2*(read+faults) >= len(n.cats) && read+faults > 1
	if n.ordered = mostly || inSequence(names); !mostly || faults == 0 {
		return
	}
	for i, err := range errs {
		var fault *value.DateError
		if !errors.As(err, &fault) {
			continue
		}
		at, hint := n.cats[i].at, fault.Hint
		if fault.Code == "E-AMBIGUOUS" && s.Table.ID != "" { // values in the outline have no keys of their own
			hint = "say dates: dmy or dates: mdy under data: " + s.Table.ID + ", or " + hint
		}
		l.Error(*at, fault.Code, hint, "%s", fault.Summary)
		if fault.Code == "E-AMBIGUOUS" { // one answer decides for all
			return
		}
	}
}

// middle is the middle of a date in days; a day with a time is that time.
func middle(d value.Date) float64 {
	if d.Start.Minute > 0 && !d.Range() {
		return d.Instant()
	}
	return (float64(d.From()) + float64(d.To()) + 1) / 2
}

// inSequence says that names have an order of their own, so that a ranking by value would scramble them: Year 1, Year 2 …;
// Mon, Tue …; 18–34, 35–54, 55+; Low, Medium, High.
func inSequence(names []string) bool {
	if len(names) < 2 {
		return false
	}
	for _, scale := range [...]string{
		" mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday sat saturday sun sunday ",
		" mo di mi do fr sa so montag dienstag mittwoch donnerstag freitag samstag sonntag ",
		" lun mar mer jeu ven sam dim lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo ",
		" 周一 周二 周三 周四 周五 周六 周日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 十一月 十二月 ",
		" morning noon afternoon evening night spring summer autumn fall winter ",
		" first second third fourth fifth sixth seventh eighth ninth tenth i ii iii iv v vi vii viii ix x ",
		" none lowest very-low low lower medium mid middle moderate average high higher very-high highest ",
		" xxs xs s m l xl xxl xxxl small medium large ",
		" never rarely seldom sometimes often usually always daily weekly monthly quarterly yearly ",
		" never-disagree strongly-disagree disagree somewhat-disagree neutral neither somewhat-agree agree strongly-agree ",
		" pre-seed seed series-a series-b series-c series-d series-e series-f ipo ",
		" today yesterday tomorrow now then before during after last-year this-year next-year ",
	} {
		if all(names, func(name string) bool {
			word := strings.ToLower(strings.Join(strings.Fields(strings.TrimSuffix(name, ".")), "-"))
			return word != "" && strings.Contains(scale, " "+word+" ")
		}) {
			return true
		}
	}
	if all(names, counted) || all(names, monthAndNumber) {
		return true
	}
	bands := 0
	return all(names, func(name string) bool {
		b, ok := band(name)
		if b {
			bands++
		}
		return ok
	}) && bands > 0
}

func all(names []string, is func(string) bool) bool {
	for _, name := range names {
		if !is(name) {
			return false
		}
	}
	return true
}

// counted says that a name counts a stretch of time or a step: Year 1, Week 12, Phase 2, 1st year, T+3, Jahr 2, 第3年.
func counted(name string) bool {
	number, word := false, ""
	for _, r := range strings.ToLower(name) {
		switch {
		case unicode.IsDigit(r):
			number = true
		case unicode.IsLetter(r):
			word += string(r)
		}
	}
	for _, ordinal := range []string{"st", "nd", "rd", "th"} { // 1st year
		if w, cut := strings.CutPrefix(word, ordinal); cut && w != "" && len(word) > 4 {
			word = w
		}
	}
	switch strings.TrimSuffix(word, "s") {
	case "year", "yr", "y", "quarter", "qtr", "q", "half", "h", "month", "mth", "m", "week", "wk", "w", "day", "d", "hour", "hr", "minute", "min", "t", "age", "aged",
		"phase", "stage", "step", "round", "wave", "period", "cohort", "generation", "gen", "level", "tier", "grade", "class", "decile", "quintile", "quartile", "sprint", "session", "season",
		"jahr", "quartal", "monat", "woche", "tag", "stufe", "année", "an", "trimestre", "moi", "semaine", "jour", "étape", "año", "mes", "semana", "día", "fase", "etapa", "第年", "第月", "第周", "第季度", "第天":
		return number
	}
	return false
}

// monthAndNumber says that a name is a month with a number, of a day or a year: Jan 24.
func monthAndNumber(name string) bool {
	f := strings.Fields(strings.ReplaceAll(name, "-", " "))
	if len(f) != 2 {
		return false
	}
	_, err := value.ParseDate(f[0] + " 2000")
	return err == nil && strings.Trim(f[1], "0123456789") == ""
}

// band says that a name is a band of numbers (18–34, under 18, 55+, $1m to $5m), or one number among bands.
func band(name string) (is, ok bool) {
	v, err := source.ParseValue(strings.ReplaceAll(name, "+", ""))
	if err == nil && v.State == value.Known {
		return v.Range() || v.Bound() || strings.Contains(name, "+"), true
	}
	low := strings.ToLower(name)
	for _, w := range []string{"and over", "and older", "and above", "or more", "or older", "and more", "plus", "and under", "and younger", "or less"} {
		if head, cut := strings.CutSuffix(low, w); cut {
			if v, err := source.ParseValue(strings.TrimSpace(head)); err == nil && v.State == value.Known {
				return true, true
			}
		}
	}
	return false, false
}
