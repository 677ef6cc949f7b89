package layouts

import (
	"roadshow/briefing"
	"roadshow/scene"
)

// imageSlide stands a picture in the frame of a chart (L10), in its natural ratio and never above one point a pixel.
func imageSlide(s *Slides, b *briefing.Block) {
	pic := s.picture(b)
	if pic == nil {
		return
	}
	sh := s.exhibitSheet(b, b.Words("alt"))
	s.slide(b, sh, func(c *Canvas, body scene.Rect) {
		unit := b.Words("unit")
		s.exhibitHead(c, b.ID, lineHead(unit), slideLeft, body.W)
		if unit != "" {
			body.Y, body.H = slideHeadBase+12, slideBodyBottom-slideHeadBase-12
		} else if b.Title.Empty() && b.Sticker == "" {
			body.Y, body.H = 64, slideBodyBottom-64
		} else if b.Title.Empty() {
			body.Y, body.H = 82, slideBodyBottom-82
		}
		placed := *pic
		w, h := scene.Pt(pic.Pixels[0]), scene.Pt(pic.Pixels[1])
		scale := min(1, body.W/w, body.H/h)
		placed.Frame = scene.Rect{X: body.X, Y: body.Y, W: w * scale, H: h * scale}
		c.Add(&placed)
	})
}
