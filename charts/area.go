package charts

import "roadshow/scene"

func areaKind() Kind {
	return Kind{Name: "area", Summary: "One total over time, or a few layers", Columns: "{date, value, value …}",
		check: checkArea, draw: drawArea, marks: "callout difference cagr reference band event forecast trend", axis: fromZero, reach: layersReach,
		layers: true, lines: true, timed: true, along: true}
}

// drawArea draws one total, or a few layers upon each other, from zero.
func drawArea(p *plot) { p.lines(true) }

// areas stacks the layers, the last series on top; a single area is a tint under its line.
func (p *plot) areas(_ []int) {
	n := len(p.n.cats)
	single := len(p.n.cols) == 1
	base := make([]float64, n)
	for k, c := range p.n.cols {
		color, tone := p.lineColor(k), p.areaTone(k)
		expected, ahead := p.expected(k), p.seriesScenario(k) == "forecast" || p.seriesScenario(k) == "plan"
		of := func(i int) bool { return ahead || expected(i) }
		var top, bottom []scene.Point
		flush := func(ahead bool) { // what is expected is paler, its edge dashed
			tone, dash, edge := tone, []scene.Pt(nil), p.look.Background
			if ahead {
				tone, dash, edge = p.look.Tint(color, 0.38), aheadDash(), color
				if single {
					tone = p.look.Tint(color, 0.18)
				}
			}
			p.avoidLayer(top, bottom)
			if len(top) > 1 {
				upper, lower := simplify(top), simplify(bottom)
				path := scene.LinePath(upper...)
				for i := len(lower) - 1; i >= 0; i-- {
					path.Line(lower[i].X, lower[i].Y)
				}
				path.Close()
				fill(&p.marks, path, tone)
				if single {
					p.marks = append(p.marks, &scene.Shape{Path: scene.LinePath(upper...), Stroke: scene.Stroke{Color: color, Width: p.z.message, Dash: dash, Round: true}})
				} else {
					stroke(&p.marks, scene.LinePath(upper...), edge, p.z.gap/2, dash...)
				}
			} else if len(top) == 1 {
				line(&p.marks, top[0].X, top[0].Y, bottom[0].X, bottom[0].Y, tone, p.z.message)
			}
			top, bottom = top[:0], bottom[:0]
		}
		for i, v := range c.cells {
			if v.missing {
				flush(i > 0 && of(i-1))
				continue
			}
			if n := len(top); n > 1 && of(i) != of(i-1) {
				a, b := top[n-1], bottom[n-1]
				flush(of(i - 1))
				top, bottom = append(top, a), append(bottom, b)
			}
			from, to := p.val.at(base[i]), p.val.at(base[i]+v.point())
			base[i] += v.point()
			top = append(top, scene.Point{X: p.centers[i], Y: to})
			bottom = append(bottom, scene.Point{X: p.centers[i], Y: from})
			if !v.exact() && len(c.cells) <= maxSample {
				p.aside(func() {
					line(&p.over, p.centers[i], to-p.z.dot, p.centers[i], to+p.z.dot, p.look.Text, p.z.leader)
				})
			}
			if len(c.cells) <= maxSample || i == len(c.cells)-1 {
				p.anchors = append(p.anchors, anchor{series: k, cat: i, tip: scene.Point{X: p.centers[i], Y: to},
					box: scene.Rect{X: p.centers[i] - 1, Y: min(from, to), W: 2, H: max(from-to, to-from)}})
			}
		}
		flush(len(c.cells) > 0 && of(len(c.cells)-1))
	}
}

// areaTone fills an area: a tint where its line says its colour.
func (p *plot) areaTone(k int) scene.Color {
	if len(p.n.cols) == 1 {
		return p.look.Tint(p.lineColor(k), 0.38)
	}
	return p.lineColor(k)
}

// avoidLayer makes words keep off the fill between two edges.
func (p *plot) avoidLayer(top, bottom []scene.Point) {
	for i := 1; i < len(top) && len(top) <= 400; i++ {
		steps := int((top[i].X-top[i-1].X)/5) + 1
		for s := range steps {
			t, u := scene.Pt(s)/scene.Pt(steps), scene.Pt(s+1)/scene.Pt(steps)
			mix := func(a, b scene.Point, t scene.Pt) (x, y scene.Pt) { return a.X + (b.X-a.X)*t, a.Y + (b.Y-a.Y)*t }
			x0, y0 := mix(top[i-1], top[i], t)
			x1, y1 := mix(top[i-1], top[i], u)
			_, z0 := mix(bottom[i-1], bottom[i], t)
			_, z1 := mix(bottom[i-1], bottom[i], u)
			hi, lo := min(y0, y1, z0, z1), max(y0, y1, z0, z1)
			p.solid = append(p.solid, scene.Rect{X: x0, Y: hi, W: x1 - x0, H: lo - hi})
		}
	}
}

func checkArea(c *check) {
	c.noLog("use line for a log scale", "areas begin at zero, and a log scale has none")
	for _, col := range c.n.cols {
		for _, v := range col.cells {
			if !v.missing && v.point() < 0 && len(c.n.cols) > 1 {
				c.l.Error(*v.at, "E-CHART", "use line", "layers cannot be negative: %s", v.text)
				return
			}
		}
	}
	if len(c.n.cols) > 4 {
		c.l.Warn(c.place("kind"), "W-CHART", "use line", "%d layers are more than 4", len(c.n.cols))
	}
}
