package layouts

import (
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// quadrantKey explains numbers by names, in columns.
type quadrantKey struct {
	q       *quadrantField
	names   []typeset.Block
	numbers []typeset.Block
	per     int      // names a column
	pitch   scene.Pt // of columns
}

// key sets the names of numbered points in columns that share a width.
func (q *quadrantField) key(width, gap scene.Pt, cols int, name, lit, number scene.Style) quadrantKey {
	each := (width - gap*scene.Pt(cols-1)) / scene.Pt(cols)
	key := quadrantKey{q: q, per: (len(q.points) + cols - 1) / cols, pitch: each + gap}
	for i := range q.points {
		p := &q.points[i]
		st := name
		if p.highlight {
			st = lit
		}
		room := each - keyIndent
		if q.k.Fonts.Width(p.name, st) > room {
			st = st.In(scene.Cond)
		}
		key.names = append(key.names, q.k.Words(p.name, st, room, typeset.Balanced))
		key.numbers = append(key.numbers, q.line(page.Itoa(i+1), number))
	}
	return key
}

const keyIndent scene.Pt = 22 // from a number to its name

// height is that of the highest column with so much air between names.
func (key quadrantKey) height(air scene.Pt) scene.Pt {
	var most, h scene.Pt
	for i, n := range key.names {
		if i%key.per == 0 {
			h = -air
		}
		h += n.Height + air
		most = max(most, h)
	}
	return most
}

// draw places the key with its first baselines at y.
func (key quadrantKey) draw(c *page.Canvas, x, y, air scene.Pt) {
	var down scene.Pt
	for i, n := range key.names {
		if i%key.per == 0 {
			down = 0
		}
		id, kx := key.q.points[i].id, x+scene.Pt(i/key.per)*key.pitch
		c.Add(key.numbers[i].Text(id+"/key", scene.RoleLabel, kx, y+down))
		c.Add(n.Text(id, scene.RoleLabel, kx+keyIndent, y+down))
		down += n.Height + air
	}
}
