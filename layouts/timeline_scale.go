package layouts

import (
	"math"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
	"roadshow/words"
)

// lineScale places years on the band: one scale, or one on either side of a change.
type lineScale struct {
	from, to float64
	change   float64 // 0: none
	x0, x1   scene.Pt
	xc       scene.Pt // where the scale changes
}

// x is where a year stands; years outside the band stand at its ends.
func (l *lineScale) x(year float64) scene.Pt {
	year = min(max(year, l.from), l.to)
	if l.change == 0 {
		return l.x0 + (l.x1-l.x0)*scene.Pt((year-l.from)/(l.to-l.from))
	}
	if year <= l.change {
		return l.x0 + (l.xc-l.x0)*scene.Pt((year-l.from)/(l.change-l.from))
	}
	return l.xc + (l.x1-l.xc)*scene.Pt((year-l.change)/(l.to-l.change))
}

// tickUnit is a distance of the calendar: months, or days where months is 0.
type tickUnit struct{ months, days int }

// width is the least distance of labelled ticks at which their labels do not meet.
func (u tickUnit) width() scene.Pt {
	switch {
	case u.months == 0:
		return 46
	case u.months < 12:
		return 31
	}
	return 34
}

func (u tickUnit) years() float64 {
	if u.months == 0 {
		return float64(u.days) / 365.25
	}
	return float64(u.months) / 12
}

// tickUnits are the distances tried, the finest first.
var tickUnits = [...]tickUnit{{0, 1}, {0, 7}, {1, 0}, {3, 0}, {6, 0}, {12, 0}, {24, 0}, {60, 0}, {120, 0}, {240, 0}, {600, 0}, {1200, 0}}

// unitFor is the finest unit whose labels fit on so many points of so many years.
func unitFor(years float64, w scene.Pt) tickUnit {
	for _, u := range tickUnits {
		if w*scene.Pt(u.years()/years) >= u.width() {
			return u
		}
	}
	return tickUnits[len(tickUnits)-1]
}

// floor is the last beginning of the unit, of a year at most, that is not after a year.
func (u tickUnit) floor(year float64) float64 {
	y := int(math.Floor(year))
	if u.months == 0 || u.months >= 12 {
		if u.months == 0 {
			return year
		}
		return float64(y)
	}
	m := int(math.Floor((year-float64(y))*12 + 1e-9))
	m -= m % u.months
	return min(value.DayOf(y, m+1, 1).Year(), year)
}

// ticks are the calendar's marks from one year to another, both included; language names months.
func (u tickUnit) ticks(from, to float64, t *words.Table) (years []float64, labels []string) {
	const most = 400
	add := func(year float64, label string) {
		if year >= from-1e-6 && year <= to+1e-6 && len(years) < most {
			years, labels = append(years, year), append(labels, label)
		}
	}
	if u.months == 0 {
		first := value.DayOf(int(math.Floor(from)), 1, 1)
		day := first + value.Day((from-math.Floor(from))*365.2)
		for ; day.Year() <= to+1e-6 && len(years) < most; day++ {
			_, m, d := day.Civil()
			if u.days == 1 || d%7 == 1 && d < 29 {
				add(day.Year(), value.DayTick(t, m, d))
			}
		}
		return years, labels
	}
	y, m := int(math.Floor(from)), 1
	if step := u.months / 12; step > 1 {
		y -= y % step
	}
	for n := 0; n < 4*most && len(years) < most; n++ {
		year := value.DayOf(y, m, 1).Year()
		if year > to+1e-6 {
			break
		}
		add(year, monthLabel(t, y, m, u.months >= 12 || m == 1))
		for m += u.months; m > 12; m -= 12 {
			y++
		}
	}
	return years, labels
}

func monthLabel(t *words.Table, y, m int, year bool) string {
	if year {
		return value.YearTick(t, y)
	}
	return value.MonthTick(t, m, y, false)
}
