package layouts

import (
	"fmt"
	"math"

	"roadshow/page"
	"roadshow/scene"
)

// disc is a share of a disc, clockwise from the top.
func disc(x, y, r scene.Pt, share float64, c scene.Color) *scene.Shape {
	if share >= 1 {
		return &scene.Shape{Path: scene.CirclePath(x, y, r), Fill: scene.Paint{Color: c}}
	}
	p := scene.ArcPath(x, y, r, 0, share*2*math.Pi)
	p.Line(x, y)
	p.Close()
	return &scene.Shape{Path: p, Fill: scene.Paint{Color: c}}
}

// harvey is a disc filled by quarters.
func harvey(x, y, r scene.Pt, score int, c scene.Color) []scene.Item {
	line := min(1, 0.16*r)
	out := []scene.Item{&scene.Shape{Path: scene.CirclePath(x, y, r-line/2), Stroke: scene.Stroke{Color: c, Width: line}, Alt: fmt.Sprintf("%d / 4", score)}}
	if score > 0 {
		out = append(out, disc(x, y, r-line/2, float64(score)/4, c))
	}
	return out
}

// outcomeSize is the size of an outcome's disc, and of the line around it.
type outcomeSize struct {
	r, line scene.Pt
	dash    []scene.Pt // of one that is open
}

// outcomeDisc is a full, half or empty disc, or an open ring: said in words beside it.
func outcomeDisc(k *page.Composer, outcome string, x, y scene.Pt, z outcomeSize) []scene.Item {
	ring := &scene.Shape{Path: scene.CirclePath(x, y, z.r-z.line/2), Stroke: scene.Stroke{Color: k.Look.Text, Width: z.line}}
	switch outcome {
	case "kept":
		return []scene.Item{disc(x, y, z.r, 1, k.Look.Text)}
	case "partly":
		return []scene.Item{ring, disc(x, y, z.r, 0.5, k.Look.Text)}
	case "missed":
		return []scene.Item{ring}
	}
	ring.Stroke.Color, ring.Stroke.Dash = k.Look.Muted, z.dash
	return []scene.Item{ring}
}
