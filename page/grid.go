package page

import "roadshow/scene"

// Grid is the geometry of a page. All values are points; baselines are named so.
type Grid struct {
	Size                 scene.Size
	Left, Right          scene.Pt // content edges
	RailX, RailW         scene.Pt
	MainX, MainW         scene.Pt
	TrackRule, TrackBase scene.Pt
	Top                  scene.Pt // cap top of the first headline
	HeadBase             scene.Pt // baseline of the first headline
	Bottom               scene.Pt // text area bottom
	FootRule, FootBase   scene.Pt
	CoverRule            scene.Pt
	column, pitch        scene.Pt
}

// Width is the content's width.
func (g Grid) Width() scene.Pt { return g.Right - g.Left }

// Col is the left edge of column i, 1 to 12.
func (g Grid) Col(i int) scene.Pt { return g.Left + scene.Pt(i-1)*g.pitch }

// ColEnd is the right edge of column i, 1 to 12.
func (g Grid) ColEnd(i int) scene.Pt { return g.Col(i) + g.column }

// area is where a page is written.
func (g Grid) area() scene.Area {
	h := g.Bottom - g.Top
	return scene.Area{Text: scene.Rect{X: g.Left, Y: g.Top, W: g.Width(), H: h}, Main: scene.Rect{X: g.MainX, Y: g.Top, W: g.MainW, H: h}}
}

func GridFor(page string) Grid {
	if page == "letter" {
		return Grid{Size: scene.Letter, Left: 54, Right: 558, RailX: 54, RailW: 146, MainX: 226, MainW: 332, TrackRule: 38, TrackBase: 49.5,
			Top: 76, HeadBase: 94, Bottom: 737, FootRule: 753, FootBase: 765, CoverRule: 44, column: 31, pitch: 43}
	}
	return Grid{Size: scene.A4, Left: 54, Right: 541.28, RailX: 54, RailW: 140.4, MainX: 220.43, MainW: 320.85, TrackRule: 40, TrackBase: 51.5,
		Top: 78, HeadBase: 96, Bottom: 785, FootRule: 803, FootBase: 815, CoverRule: 46, column: 29.607, pitch: 41.607}
}
