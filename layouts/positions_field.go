package layouts

import (
	"slices"

	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
)

// positionField is the options side by side, each column's holders below.
type positionField struct {
	columns []optionColumn
	put     []placedBox
	foot    scene.Pt // of the longest column
	over    scene.Pt // what its highest holder has too much
	at      diag.Span
}

// optionColumn is where an option stands. Those that nobody holds share one, where they are half of all.
type optionColumn struct {
	x, w   scene.Pt
	shared bool
}

// held says that somebody holds an option.
func (p *positions) held(i int) bool {
	return slices.ContainsFunc(p.stances, func(s stance) bool { return s.from <= i && i <= s.to })
}

// columns are the options' in a width: where nobody holds half of them, these make room for what is held, in a third of the width at
// most.
func (p *positions) columns(width, gutter scene.Pt) []optionColumn {
	n, free := len(p.options), 0
	for i := range p.options {
		if !p.held(i) {
			free++
		}
	}
	out := make([]optionColumn, n)
	share := free > 0 && free < n && 2*free >= n
	if !share {
		w := (width - gutter*scene.Pt(n-1)) / scene.Pt(n)
		for i := range out {
			out[i] = optionColumn{x: scene.Pt(i) * (w + gutter), w: w}
		}
		return out
	}
	columns := scene.Pt(n - free + 1)
	narrow := (width - gutter*2) / 3
	narrow = min(narrow, (width-gutter*(columns-1))/columns)
	wide := (width - narrow - gutter*(columns-1)) / (columns - 1)
	x, first := scene.Pt(0), -1
	for i := range out {
		switch {
		case p.held(i):
			out[i] = optionColumn{x: x, w: wide}
			x += wide + gutter
		case first < 0:
			first = i
			out[i] = optionColumn{x: x, w: narrow, shared: true}
			x += narrow + gutter
		default:
			out[i] = out[first]
		}
	}
	return out
}

type placedBox struct {
	box      *page.Box
	x, y     scene.Pt
	from, to int // options, inclusive
}

// field sets what one page or slide of a height holds of the stances, and returns those that must wait for the next.
func (p *positions) field(z holderSize, waiting []stance, width, gutter, room scene.Pt) (*positionField, []stance) {
	f := &positionField{columns: p.columns(width, gutter)}
	n, top := len(p.options), scene.Pt(0)
	for i, o := range p.options {
		if col := f.columns[i]; !col.shared {
			head := z.head(p.k, o, p.id(i), "", col.w, i == p.spoken)
			f.put = append(f.put, placedBox{head, col.x, 0, i, i})
			top = max(top, head.H+z.heads)
		}
	}
	foot, full := slices.Repeat([]scene.Pt{top}, n), make([]bool, n)
	put := func(box *page.Box, from, to int, y scene.Pt) {
		f.put = append(f.put, placedBox{box, f.columns[from].x, y, from, to})
		for i := from; i <= to; i++ {
			foot[i] = y + box.H + z.gap
		}
		f.foot = max(f.foot, y+box.H)
	}
	var later []stance
	for _, s := range waiting {
		box := z.holder(p.k, s, f.columns[s.to].x+f.columns[s.to].w-f.columns[s.from].x)
		y := slices.Max(foot[s.from : s.to+1])
		if slices.Contains(full[s.from:s.to+1], true) || y+box.H > room && y > top {
			for i := s.from; i <= s.to; i++ {
				full[i] = true
			}
			later = append(later, s)
			continue
		}
		if over := y + box.H - room; over > f.over {
			f.over, f.at = over, s.by.Place()
		}
		put(box, s.from, s.to, y)
	}
	p.unheld(f, z, room, put, foot)
	return f, later
}

// Options that share a column are set no larger than this.
var quietOption, quietGloss = page.On(20, 25), page.On(15, 20)

// unheld puts the options that nobody holds: each in its own column, or one under the other where they share one.
func (p *positions) unheld(f *positionField, z holderSize, room scene.Pt, put func(box *page.Box, from, to int, y scene.Pt), foot []scene.Pt) {
	y, apart := scene.Pt(0), z.gap+z.heads/2
	quiet := z
	quiet.seat = false
	if z.option.Size > quietOption.Size {
		quiet.option, quiet.gloss, quiet.nobody = quietOption.Of(z.option), quietGloss.Of(z.gloss), quietGloss.Of(z.nobody)
	}
	for i, o := range p.options {
		col := f.columns[i]
		switch {
		case p.held(i):
		case !col.shared:
			put(z.empty(p.k, p.id(i), col.w), i, i, foot[i])
		default:
			box := page.Stack(quiet.head(p.k, o, p.id(i), "", col.w, i == p.spoken), quiet.empty(p.k, p.id(i), col.w))
			put(box, i, i, y)
			y += box.H + apart
			if over := y - apart - room; over > f.over {
				f.over, f.at = over, o.Place()
			}
		}
	}
}

// draw draws each option with those who hold it, so that both are read together; who holds several stands below all heads, and so do the
// others then.
func (f *positionField) draw(c *page.Canvas, x, y scene.Pt) {
	held := func(from, to int) {
		for _, b := range f.put {
			if from <= b.from && b.to <= to {
				b.box.Draw(c, x+b.x, y+b.y)
			}
		}
	}
	if slices.ContainsFunc(f.put, func(b placedBox) bool { return b.from < b.to }) {
		held(0, len(f.columns)-1)
		return
	}
	for i := range f.columns {
		held(i, i)
	}
}
