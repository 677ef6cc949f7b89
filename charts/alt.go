package charts

import (
	"math"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// data is the chart's numbers for every format: hidden tables, native charts, workbooks.
func (p *plot) data() scene.Data {
	d := scene.Data{}
	if p.n == nil {
		return d
	}
	d.Corner = p.n.corner
	proof, mark := p.proofs(), p.places()
	for _, c := range p.n.cats {
		d.Categories = append(d.Categories, p.spec.lang().category(c))
	}
	for k, c := range p.n.cols {
		s := scene.Series{Name: c.name, Role: p.role(k), Values: make([]scene.Datum, len(c.cells))}
		if k < len(p.colors) {
			s.Color = p.colors[k]
		} else {
			s.Color = p.seriesColor(k)
		}
		if n := p.chart.Plot; n != nil && (n.Form == scene.Lines || n.Form == scene.Joined || n.Form == scene.Areas) {
			s.Pen.Color, s.Pen.Width, s.Pen.Dash = p.pen(k)
		}
		for i, v := range c.cells {
			s.Values[i] = scene.Datum{Low: v.lo, High: v.hi, Text: v.text, Missing: v.missing, Proof: proof(v), Mark: mark[[2]int{k, i}]}
			if v.missing {
				s.Values[i].Low, s.Values[i].High = 0, 0
			}
			if p.chart.Plot != nil && k < len(p.ways) && p.ways[k] != nil {
				s.Values[i].Drawn = p.ways[k][i]
			}
		}
		d.Series = append(d.Series, s)
	}
	if w := p.n.width; w != nil {
		s := scene.Series{Name: w.name, Role: "base"}
		for _, v := range w.cells {
			s.Values = append(s.Values, scene.Datum{Low: v.lo, High: v.hi, Text: v.text, Missing: v.missing, Proof: proof(v)})
		}
		d.Series = append(d.Series, s)
	}
	if len(p.sums) > 0 {
		d.Categories = append(d.Categories, p.spec.lang().words().Total)
		for k := range d.Series {
			sum := scene.Datum{Missing: true}
			switch {
			case k < len(p.sums):
				sum = p.sums[k]
			case p.n.width.cells[0].value.Unit.Kind == value.Percent:
				sum = scene.Datum{Low: 100, High: 100, Text: p.spec.Format.Percent("100")}
			}
			d.Series[k].Values = append(d.Series[k].Values, sum)
		}
	}
	return d
}

// proofs finds the proof of a cell by its place in the table.
func (p *plot) proofs() func(cell) int {
	t := p.spec.Table
	if p.st.Proof == nil || t == nil || p.n.sample {
		return func(cell) int { return 0 }
	}
	rows := map[*diag.Span]*table.Row{}
	for i := range t.Rows {
		row := &t.Rows[i]
		rows[&row.At] = row
		for j := range row.Cells {
			rows[&row.Cells[j].At] = row
		}
	}
	return func(c cell) int {
		row := rows[c.at]
		if row == nil || c.blank {
			return 0
		}
		return p.st.Proof(t, row.At, *c.at)
	}
}

// places are where values are drawn, by series and category, a point's as its dot.
func (p *plot) places() map[[2]int]scene.Rect {
	out := map[[2]int]scene.Rect{}
	if p.n.sample { // nobody finds one of thousands
		return out
	}
	for _, a := range p.anchors {
		r := a.box
		if r.W < 4 || r.H < 4 { // a dot, a thin bar: what a finger or a pointer finds
			w, h := max(r.W, 8), max(r.H, 8)
			if r.W == 0 && r.H == 0 {
				r.X, r.Y = a.tip.X, a.tip.Y
			}
			r = scene.Rect{X: r.X + r.W/2 - w/2, Y: r.Y + r.H/2 - h/2, W: w, H: h}
		}
		if r = clipTo(r, p.frame); r.W > 0 && r.H > 0 { // not so for a value that is missing
			out[[2]int{a.series, a.cat}] = r
		}
	}
	return out
}

// role is what a series is for.
func (p *plot) role(k int) string {
	h := p.n.col(p.spec.Highlight)
	switch {
	case len(p.n.cols) == 1 || p.spec.Highlight != "" && h == k:
		return "message"
	case p.spec.Highlight != "" && h >= 0:
		return "context"
	}
	return ""
}

// alt is the description for those who cannot see the chart: the author's, else kind, measure, claim,
// then first, last, highest and lowest value and the source.
func (p *plot) alt() string {
	if p.spec.Alt != "" {
		return p.spec.Alt
	}
	l, w := p.spec.lang(), p.spec.lang().words()
	head := w.Kind(p.chart.Kind)
	if u := p.spec.UnitLine(); u != "" {
		head += with(w.Of, u)
	}
	if t := strings.TrimRight(p.spec.Title, "。. "); t != "" {
		if w.Claims {
			t = lowerFirst(t)
		}
		head += with(w.Where, t)
	}
	said := []string{clip(head, 248), p.levels()}
	if p.spec.Is.says != nil && p.n.drawable() {
		said = append(said, p.spec.Is.says(p))
	}
	said = append(said, p.unnamedPoints())
	if s := strings.TrimSpace(p.spec.Source); s != "" {
		for _, lead := range []string{l.Page.Sources, l.Page.Source} {
			s = strings.TrimPrefix(s, strings.TrimSpace(lead))
		}
		said = append(said, l.Page.Source+strings.TrimRight(strings.TrimSpace(s), "。."))
	}
	out := ""
	for _, s := range said {
		if s != "" && out != "" {
			out += l.Marks.Gap
		}
		if s != "" {
			out += s + l.Marks.Stop
		}
	}
	return out
}

// unnamedPoints lists points whose names found no place; many are left to the data table.
func (p *plot) unnamedPoints() string {
	if len(p.unnamed) == 0 || len(p.unnamed) > 12 {
		return ""
	}
	return with(p.spec.lang().words().Unnamed, strings.Join(p.unnamed, p.spec.lang().comma()))
}

// levels are the ends and extremes of the series that carries the message.
func (p *plot) levels() string {
	if !p.n.drawable() {
		return ""
	}
	k := max(p.n.col(p.spec.Highlight), 0)
	if p.spec.Highlight == "" {
		k = 0
	}
	cells := p.n.cols[k].cells
	first, last, hi, lo := -1, -1, -1, -1
	most, least := math.Inf(-1), math.Inf(1)
	for i, c := range cells {
		if c.missing {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
		if v := c.point(); v > most {
			hi, most = i, v
		}
		if v := c.point(); v < least {
			lo, least = i, v
		}
	}
	if first < 0 {
		return ""
	}
	l := p.spec.lang()
	w, comma, semicolon := l.words(), l.comma(), l.semicolon()
	name := func(i int) string { return l.category(p.n.cats[i]) + " " + cells[i].text }
	if len(cells) <= 3 {
		var all []string
		for i, c := range cells {
			if !c.missing {
				all = append(all, name(i))
			}
		}
		return strings.Join(all, comma)
	}
	out := name(first) + comma + name(last)
	if most > least {
		out += semicolon + w.Highest + name(hi) + semicolon + w.Lowest + name(lo)
	}
	if len(p.n.cols) > 1 && p.n.cols[k].name != "" {
		out = p.n.cols[k].name + l.Marks.Colon + out
	}
	return out
}

// lowerFirst makes a title continue a sentence; names and abbreviations keep their capital.
func lowerFirst(s string) string {
	word, _, _ := strings.Cut(s, " ")
	if word == "" || strings.ToLower(word[1:]) != word[1:] {
		return s
	}
	switch word {
	case "A", "An", "The", "In", "On", "At", "By", "Of", "For", "From", "To", "With", "Two", "Three", "One", "Most", "Many", "Few",
		"Some", "All", "No", "Nobody", "Every", "Each", "More", "Less", "It", "They", "Its", "Their", "Half", "After", "Before":
		return strings.ToLower(s[:1]) + s[1:]
	}
	return s
}

// clip shortens at a word to at most n characters.
func clip(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	cut := string(r[:n-1])
	if i := strings.LastIndexByte(cut, ' '); i > n/2 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, ",;: ") + "…"
}
