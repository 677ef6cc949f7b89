package pptx

import (
	"math"

	"roadshow/scene"
)

// near is how far apart two lengths may be that are the same, in points.
const near = 0.01

func same(a, b scene.Pt) bool { return math.Abs(float64(a-b)) < near }

// form is a path as office programs name it: what has handles of its own stays easy to change.
type form struct {
	preset string // "line", "rect", "ellipse", "roundRect"; "": a path of its own
	flip   bool   // a line from the lower left to the upper right
	round  int    // of roundRect: its corner in 1/100,000 of the shorter side
}

// formOf recognises a path.
func formOf(p scene.Path) form {
	box := p.Bounds()
	switch {
	case ops(p, scene.MoveTo, scene.LineTo):
		a, b := p.Pts[0], p.Pts[1]
		return form{preset: "line", flip: (b.X-a.X)*(b.Y-a.Y) < 0}
	case ops(p, scene.MoveTo, scene.LineTo, scene.LineTo, scene.LineTo, scene.Close):
		for i, a := range p.Pts {
			b := p.Pts[(i+1)%4]
			if !same(a.X, b.X) && !same(a.Y, b.Y) {
				return form{}
			}
		}
		if !same(p.Pts[0].X, p.Pts[2].X) && !same(p.Pts[0].Y, p.Pts[2].Y) {
			return form{preset: "rect"}
		}
	case ops(p, scene.MoveTo, scene.LineTo, scene.CurveTo, scene.LineTo, scene.CurveTo, scene.LineTo, scene.CurveTo, scene.LineTo, scene.CurveTo, scene.Close):
		rad := p.Pts[0].X - box.X
		if side := min(box.W, box.H); rad > 0 && side > 0 && equal(p, scene.RoundRectPath(box, rad)) {
			if same(rad, box.W/2) && same(rad, box.H/2) {
				return form{preset: "ellipse"}
			}
			return form{preset: "roundRect", round: int(math.Round(float64(rad/side) * 100000))}
		}
	}
	return form{}
}

func ops(p scene.Path, want ...scene.Op) bool {
	if len(p.Ops) != len(want) {
		return false
	}
	for i, op := range p.Ops {
		if op != want[i] {
			return false
		}
	}
	return true
}

func equal(a, b scene.Path) bool {
	if len(a.Pts) != len(b.Pts) {
		return false
	}
	for i := range a.Pts {
		if !same(a.Pts[i].X, b.Pts[i].X) || !same(a.Pts[i].Y, b.Pts[i].Y) {
			return false
		}
	}
	return true
}

// xfrm writes where something stands.
func (o *out) xfrm(tag string, r scene.Rect, how string) {
	o.put("<", tag, how, `><a:off x="`, emu(r.X), `" y="`, emu(r.Y), `"/><a:ext cx="`, emu(max(0, r.W)), `" cy="`, emu(max(0, r.H)), `"/></`, tag, ">")
}

// geometry writes the outline of a shape that stands in box: of a named form, or paths that are each filled by themselves.
func (o *out) geometry(paths []scene.Path, f form, box scene.Rect) {
	switch f.preset {
	case "":
		o.custom(paths, box)
	case "roundRect":
		o.put(`<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val `, f.round, `"/></a:avLst></a:prstGeom>`)
	default:
		o.put(`<a:prstGeom prst="`, f.preset, `"><a:avLst/></a:prstGeom>`)
	}
}

// grain is the unit of a path of its own: 1/20 pt. Office programs draw it as large as its shape.
const grain = 20

// custom writes paths from the corner of their box. A path that is a line has some extent all the same: its frame says how much is seen.
func (o *out) custom(paths []scene.Path, box scene.Rect) {
	o.put(`<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/><a:pathLst>`)
	unit := func(v scene.Pt) int { return int(math.Round(float64(v) * grain)) }
	for _, p := range paths {
		o.put(`<a:path w="`, unit(box.W), `" h="`, unit(box.H), `">`)
		points := func(tag string, pts ...scene.Point) {
			o.put("<a:", tag, ">")
			for _, q := range pts {
				o.put(`<a:pt x="`, unit(q.X-box.X), `" y="`, unit(q.Y-box.Y), `"/>`)
			}
			o.put("</a:", tag, ">")
		}
		for _, c := range contours(p) {
			c = smoothed(c)
			points("moveTo", c.from)
			pen := c.from
			for _, k := range c.parts {
				if !k.curve {
					points("lnTo", k.z)
				} else if q, ok := bent(pen, k); ok {
					points("quadBezTo", q, k.z)
				} else {
					points("cubicBezTo", k.a, k.b, k.z)
				}
				pen = k.z
			}
			if c.closed {
				o.put(`<a:close/>`)
			}
		}
		o.put(`</a:path>`)
	}
	o.put(`</a:pathLst></a:custGeom>`)
}

// bent is the point towards which a curve bends that has but one such: a third less of a globe.
func bent(from scene.Point, k stroke) (scene.Point, bool) {
	one := func(a, b, c, d scene.Pt) (q, miss scene.Pt) { return (3*(b+c) - a - d) / 4, d - 3*c + 3*b - a }
	x, dx := one(from.X, k.a.X, k.b.X, k.z.X)
	y, dy := one(from.Y, k.a.Y, k.b.Y, k.z.Y)
	return scene.Point{X: x, Y: y}, math.Hypot(float64(dx), float64(dy))*math.Sqrt(3)/36 < 1.2/grain
}
