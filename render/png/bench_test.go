package png

import (
	"fmt"
	"testing"

	"roadshow/scene"
	"roadshow/typeset"
)

// BenchmarkTwentySlides draws slides of forty lines of text and sixty bars each at 150 dpi.
func BenchmarkTwentySlides(b *testing.B) {
	s := newSetter()
	d := &scene.Deck{Size: scene.Slide169}
	for i := range 20 {
		pg := scene.Page{Background: paper}
		for k := range 40 {
			words := span(fmt.Sprintf("Line %d of page %d asks what it costs, who pays for it and what is left.", k, i), []scene.Font{scene.Serif, scene.Sans, scene.Cond}[k%3], 12, ink)
			pg.Items = append(pg.Items, s.fonts.Set([]scene.Span{words}, typeset.Options{Width: 420}).Text("", scene.RoleBody, scene.Pt(40+440*(k%2)), scene.Pt(40+k/2*20)))
		}
		for k := range 60 {
			pg.Items = append(pg.Items, &scene.Shape{Path: scene.RectPath(scene.Rect{X: scene.Pt(40 + 14*k), Y: 480 - scene.Pt(k), W: 9.5, H: scene.Pt(k)}), Fill: scene.Paint{Color: red}})
		}
		d.Pages = append(d.Pages, pg)
	}
	s.with(d)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Pages(d, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
