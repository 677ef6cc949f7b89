package charts

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence/value"
	"roadshow/scene"
)

// catLabel is a category's name as it is printed below its mark: at most two lines, then a gloss in muted type.
type catLabel struct {
	name  lines
	gloss lines
}

func (c catLabel) h(z *sizes) scene.Pt {
	h := c.name.h()
	if c.gloss.count() > 0 {
		h += z.category.Leading - 0.9*z.category.Size + c.gloss.h()
	}
	return h
}

// catNames are the names as printed: dates in words, the year only where it changes.
func (p *plot) catNames(pitch scene.Pt) []string {
	out := make([]string, len(p.n.cats))
	for i, c := range p.n.cats {
		out[i] = c.name
	}
	if !p.n.dated {
		return out
	}
	years := true
	for i, c := range p.n.cats {
		out[i] = p.spec.lang().date(*c.date)
		years = years && c.date.Whole() && c.date.Start.Precision == value.InYear && c.date.Start.Months == 0 && strings.HasPrefix(out[i], strconv.Itoa(c.date.Start.Year))
	}
	if !years && pitch < 1000 && !p.spec.lang().Date.YearFirst { // rows keep their whole dates
		p.yearOnce(out)
	}
	if years {
		wide := p.width("2000", p.z.category) + apart
		if p.forecastFrom() >= 0 {
			wide += p.width(p.spec.lang().words().Forecast, p.z.category)
		}
		for i := range out {
			if pitch < max(26, wide) && i > 0 && i < len(out)-1 && p.n.cats[i].date.Start.Year/100 == p.n.cats[i-1].date.Start.Year/100 {
				out[i] = out[i][2:]
			}
		}
		if f := p.forecastFrom(); f >= 0 {
			for i := f; i < len(out); i++ {
				if !p.n.cats[i].date.Estimate() { // 2025E says it already
					out[i] += p.spec.lang().words().Forecast
				}
			}
		}
	}
	return out
}

// yearOnce leaves the year to the first of neighbouring days, months or quarters of one year: Q3 2024, Q4, Q1 2025.
func (p *plot) yearOnce(names []string) {
	plain := func(d *value.Date) bool {
		return d.Whole() && (d.Start.Name == "" || d.Start.English) && d.Start.Precision > value.InYear && d.Start.Precision != value.InWeek
	}
	for _, c := range p.n.cats {
		if !plain(c.date) {
			return
		}
	}
	for i := 1; i < len(names); i++ {
		if year := p.n.cats[i].date.Start.Year; year == p.n.cats[i-1].date.Start.Year {
			names[i] = strings.TrimSuffix(names[i], " "+strconv.Itoa(year))
		}
	}
}

// fitCategories sets names of columns of a pitch: one line, two lines, then the condensed face. ok is false when even that
// does not fit: the caller turns the chart (nothing is rotated or cut).
func (p *plot) fitCategories(names []string, pitch scene.Pt) (out []catLabel, ok bool) {
	room := pitch - apart
	for _, st := range []scene.Style{p.z.category, condensed(p.z.category)} {
		for _, most := range []int{1, 2} {
			if out, ok = p.tryCategories(names, st, room, most); ok {
				return out, true
			}
		}
	}
	return out, false
}

func (p *plot) tryCategories(names []string, st scene.Style, room scene.Pt, most int) ([]catLabel, bool) {
	out := make([]catLabel, len(names))
	pairs := commaPairs(names)
	for i, name := range names {
		head, tail := gloss(name)
		if pairs {
			head, tail, _ = strings.Cut(name, ", ")
		}
		if most == 1 && p.width(head, st) > min(room, 0.88*(room+apart)) { // one line needs air, or it reads as one sentence
			return nil, false
		}
		out[i].name = p.wrap(head, st, room, scene.Center)
		if out[i].name.count() > most || out[i].name.w > room || most > 1 && p.wordWidth(head, st) > room {
			return nil, false
		}
		if tail != "" {
			g := p.z.gloss
			if st.Font == scene.CondMedium {
				g = condensed(g)
			}
			out[i].gloss = p.wrap(tail, g, room, scene.Center)
			if out[i].gloss.count() > 2 || out[i].gloss.w > room {
				return nil, false
			}
		}
	}
	return out, true
}

// commaPairs says that every name is a pair such as "Domestic average, May": then the second part stands below the first in
// muted type, as a gloss does. One name that is no pair leaves all as they are, so that labels of one chart read alike.
func commaPairs(names []string) bool {
	for _, name := range names {
		if strings.Count(name, ", ") != 1 || strings.HasSuffix(name, ")") || strings.HasPrefix(name, ", ") || strings.HasSuffix(name, ", ") {
			return false
		}
	}
	return len(names) > 1
}

// catHeight is the tallest label with the distance from the baseline.
func (p *plot) catHeight(labels []catLabel) scene.Pt {
	var h scene.Pt
	for _, c := range labels {
		h = max(h, c.h(&p.z))
	}
	if h > 0 {
		h += p.catGap()
	}
	return h
}

func (p *plot) catGap() scene.Pt { return 0.55 * p.z.category.Size }

// drawCategories prints the labels below the area.
func (p *plot) drawCategories(labels []catLabel) {
	if p.spec.Inner.Bottom {
		return
	}
	top := p.area.Bottom() + p.catGap()
	for i, c := range labels {
		if c.name.count() == 0 {
			continue
		}
		r := p.place(c.name, p.centers[i], top, scene.Center)
		if c.gloss.count() > 0 {
			p.place(c.gloss, p.centers[i], r.Bottom()+p.z.category.Leading-0.9*p.z.category.Size, scene.Center)
		}
	}
}

// number prints v with a fixed number of decimals in the house's form; unit adds the sign and scale of u.
func number(v float64, places int, f value.Format) string {
	return value.Digits(decimalOf(v, places), places, f)
}
