package charts

import "roadshow/scene"

// drawArea draws one total, or a few layers upon each other, from zero.
func drawArea(p *plot) { p.lines(true) }

// areas stacks the layers, the last series on top; a single area is a tint under its line.
func (p *plot) areas(_ []int) {
	n := len(p.n.cats)
	single := len(p.n.cols) == 1
	base := make([]float64, n)
	for k, c := range p.n.cols {
		color := p.lineColor(k)
		tone := color
		if single {
			tone = p.look.Tint(color, 0.38)
		}
		var top, bottom []scene.Point
		flush := func() {
			if len(top) > 1 {
				upper, lower := simplify(top), simplify(bottom)
				path := scene.LinePath(upper...)
				for i := len(lower) - 1; i >= 0; i-- {
					path.Line(lower[i].X, lower[i].Y)
				}
				path.Close()
				fill(&p.marks, path, tone)
				if single {
					p.marks = append(p.marks, &scene.Shape{Path: scene.LinePath(upper...), Stroke: scene.Stroke{Color: color, Width: p.z.message, Round: true}})
				} else {
					stroke(&p.marks, scene.LinePath(upper...), p.look.Background, p.z.gap/2)
				}
			} else if len(top) == 1 {
				line(&p.marks, top[0].X, top[0].Y, bottom[0].X, bottom[0].Y, tone, p.z.message)
			}
			top, bottom = top[:0], bottom[:0]
		}
		for i, v := range c.cells {
			if v.missing {
				flush()
				continue
			}
			from, to := p.val.at(base[i]), p.val.at(base[i]+v.point())
			base[i] += v.point()
			top = append(top, scene.Point{X: p.centers[i], Y: to})
			bottom = append(bottom, scene.Point{X: p.centers[i], Y: from})
			if !v.exact() && len(c.cells) <= maxSample {
				line(&p.over, p.centers[i], to-p.z.dot, p.centers[i], to+p.z.dot, p.look.Text, p.z.leader)
			}
			if len(c.cells) <= maxSample || i == len(c.cells)-1 {
				p.anchors = append(p.anchors, anchor{series: k, cat: i, tip: scene.Point{X: p.centers[i], Y: to},
					box: scene.Rect{X: p.centers[i] - 1, Y: min(from, to), W: 2, H: max(from-to, to-from)}})
			}
		}
		flush()
	}
	if n <= 400 {
		for _, a := range p.anchors {
			p.solid = append(p.solid, scene.Rect{X: a.box.X - p.pitch/2, Y: a.box.Y, W: p.pitch, H: a.box.H})
		}
	}
}
