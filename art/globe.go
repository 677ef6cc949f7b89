package art

import (
	"hash/fnv"
	"math"
	"slices"

	"roadshow/scene"
)

// Globe is the engraved globe: the parallels of a unit sphere, drawn as bands that are wider where less
// light falls. Each parallel is one closed outline. The title's hash turns it a little, so that every briefing has its own.
type Globe struct {
	Cx, Cy, R scene.Pt
	N         int // parallels
	Seed      string
	mirror    bool // closing: the light comes from the right
	clip      scene.Rect
}

// engrave returns one path a parallel.
func (g Globe) engrave() []scene.Path {
	h := fnv.New64a()
	h.Write([]byte(g.Seed))
	sum := h.Sum64()
	tilt := (24 + 6*(float64(sum&0xffff)/0x7fff-1)) * math.Pi / 180
	turn := (20 + 12*(float64(sum>>16&0xffff)/0x7fff-1)) * math.Pi / 180
	norm := math.Sqrt(0.62*0.62 + 0.55*0.55 + 0.56*0.56)
	light := [3]float64{-0.62 / norm, -0.55 / norm, 0.56 / norm}
	sinT, cosT := math.Sincos(tilt)
	sinR, cosR := math.Sincos(turn)
	rotate := func(x, y, z float64) (float64, float64, float64) {
		y, z = y*cosT-z*sinT, y*sinT+z*cosT
		return x*cosR + y*sinR, -x*sinR + y*cosR, z
	}
	var out []scene.Path
	const steps = 140
	var around [steps + 1]struct{ sin, cos float64 }
	for s := range around {
		around[s].sin, around[s].cos = math.Sincos(2 * math.Pi * float64(s) / steps)
	}
	var all [steps + 1]edge // of one parallel: its runs are pieces
	near := g.clip.Inset(-g.R / 10)
	for i := range g.N {
		phi := math.Pi * ((float64(i)+0.5)/float64(g.N) - 0.5)
		sinP, cosP := math.Sincos(phi)
		var runs [][]edge
		cur := all[:0:0]
		for s, at := range around {
			sinL, cosL := at.sin, at.cos
			x, y, z := rotate(cosP*cosL, sinP, cosP*sinL)
			if z < 0 || outside(g.at(x, y), near) {
				if len(cur) > 1 {
					runs = append(runs, cur)
				}
				cur = cur[:0:0]
				continue
			}
			if len(cur) == 0 {
				cur = all[s:s:len(all)]
			}
			mx, my, _ := rotate(-sinP*cosL, cosP, -sinP*sinL)
			d := max(0, x*light[0]+y*light[1]+z*light[2])
			t := (0.05 + 0.81*math.Pow(1-d, 1.25)) * (math.Pi / float64(g.N)) / 2
			cur = append(cur, edge{g.at(x+t*mx, y+t*my), g.at(x-t*mx, y-t*my)})
		}
		if len(cur) > 1 {
			runs = append(runs, cur)
		}
		// A run that ends where the circle closes goes on in the one that began there.
		if len(runs) > 1 && len(runs[0]) < steps && len(cur) > 1 {
			first := runs[0]
			runs[len(runs)-1] = append(slices.Clip(runs[len(runs)-1]), first[1:]...)
			runs = runs[1:]
		}
		for _, r := range runs {
			out = append(out, band(r))
		}
	}
	return out
}

func (g Globe) at(x, y float64) scene.Point {
	if g.mirror {
		x = -x
	}
	return scene.Point{X: g.Cx + g.R*scene.Pt(x), Y: g.Cy + g.R*scene.Pt(y)}
}

// Left is where the globe begins between two heights; far away where it is not.
func (g Globe) Left(top, bottom scene.Pt) scene.Pt {
	near := min(max(g.Cy, top), bottom) - g.Cy
	if g.R <= 0 || near <= -g.R || near >= g.R {
		return 1e4
	}
	return g.Cx - scene.Pt(math.Sqrt(float64(g.R*g.R-near*near)))
}

// outside says that a point lies outside of a frame.
func outside(p scene.Point, f scene.Rect) bool {
	return p.X < f.X || p.X > f.Right() || p.Y < f.Y || p.Y > f.Bottom()
}

// edge is the two sides of a band at one longitude.
type edge struct{ a, b scene.Point }

// band outlines a run of a parallel: out along one side, back along the other. Cubic curves through every eighth point keep
// the drawing within 0.1 pt of the true band at a sixth of the size.
func band(run []edge) scene.Path {
	curves := 2 * ((len(run) + 6) / 8)
	p := scene.Path{Ops: make([]scene.Op, 0, curves+3), Pts: make([]scene.Point, 0, 3*curves+2)}
	side := func(at func(i int) scene.Point, move bool) {
		n := len(run)
		if move {
			q := at(0)
			p.Move(q.X, q.Y)
		} else {
			q := at(0)
			p.Line(q.X, q.Y)
		}
		tangent := func(i, step int) scene.Point {
			lo, hi := max(0, i-1), min(n-1, i+1)
			a, b := at(lo), at(hi)
			k := scene.Pt(step) / 3 / scene.Pt(hi-lo)
			return scene.Point{X: (b.X - a.X) * k, Y: (b.Y - a.Y) * k}
		}
		for i := 0; i < n-1; {
			j := min(i+8, n-1)
			a, b := at(i), at(j)
			ta, tb := tangent(i, j-i), tangent(j, j-i)
			p.Curve(scene.Point{X: a.X + ta.X, Y: a.Y + ta.Y}, scene.Point{X: b.X - tb.X, Y: b.Y - tb.Y}, b)
			i = j
		}
	}
	side(func(i int) scene.Point { return run[i].a }, true)
	side(func(i int) scene.Point { return run[len(run)-1-i].b }, false)
	p.Close()
	return p
}

// Art is the globe as a group cut to a frame: decoration, with no words under it.
func (g Globe) Art(clip scene.Rect, c scene.Color) *scene.Group {
	g.clip = clip
	group := &scene.Group{Role: scene.RoleOrnament, Clip: &clip}
	for _, p := range g.engrave() {
		group.Items = append(group.Items, &scene.Shape{Path: p, Fill: scene.Paint{Color: c}})
	}
	return group
}
