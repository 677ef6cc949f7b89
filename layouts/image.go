package layouts

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func imageLayout() page.Layout {
	return page.Layout{Name: "image", Summary: "a picture, as an exhibit", Page: imagePage, Slide: imageSlide,
		Unsourced: true, Numbered: claimed,
		Shape: &outline.Shape{Name: "image", Fields: []outline.Field{
			{Name: "file", Type: outline.Path, Required: true, Doc: "PNG or JPEG, at most 20 MB and 40 megapixels"},
			{Name: "alt", Type: outline.Words, Required: true, Budget: 250, Doc: "What it shows, for those who cannot see it"},
			{Name: "unit", Type: outline.Words, Doc: "Printed under the title"},
		}}}
}

// claimed: a picture without a claim takes no number.
func claimed(b *briefing.Block) bool { return !b.Title.Empty() }

const (
	imageHeight = scene.Pt(300)
	wideImage   = 1.7 // width by height from which a picture takes the full width
)

// imagePage scales a picture to its column in its natural ratio, never above one point a pixel.
func imagePage(f *page.Flow, b *briefing.Block) {
	k := f.K
	pic := picture(k, b)
	if pic == nil {
		return
	}
	pw, ph := scene.Pt(pic.Pixels[0]), scene.Pt(pic.Pixels[1])
	width := k.Grid.MainW
	if pw/ph >= wideImage && pw >= 2*width {
		width = k.Grid.Width()
	}
	body := pictureBox(k, b, pic, width, 1)
	if b.Title.Empty() {
		f.Add(plainPicture(k, b, body, width))
		return
	}
	e := k.Exhibit(b, width, b.Words("unit"), b.Words("alt"))
	f.Add(e.Frame(body))
}

// plainPicture is a picture without a claim: it takes no exhibit's number, and keeps its unit line and its source.
func plainPicture(k *page.Composer, b *briefing.Block, body *page.Box, width scene.Pt) *page.Box {
	role := scene.RoleExhibit
	if len(b.Sources) == 0 && !b.OwnFigures {
		role = scene.RoleBlock // as its slide: an exhibit has a source
	}
	group := func(int) *scene.Group { return &scene.Group{ID: b.ID, Role: role, Alt: b.Words("alt")} }
	l := page.List{Items: []*page.Box{body}, Foot: func() *page.Box { return k.FootBox(b, width) }, Group: group}
	if unit := b.Words("unit"); unit != "" {
		head := page.TextBox(k.Words(unit, k.St.ExhibitUnit, width, typeset.Greedy), b.ID+"/unit", scene.RoleCaption, k.St.ExhibitUnit)
		head.After, head.KeepNext = 5, true
		l.Head = func(int, *page.Parts) *page.Box { return head }
	}
	box := l.Box()
	box.Fix()
	box.Before, box.After, box.Float, box.At, box.Name = 18, 20, true, b.At, "a picture"
	if width > k.Grid.MainW+1 {
		box.Col = page.Full
	}
	return box
}

func pictureBox(k *page.Composer, b *briefing.Block, pic *scene.Image, width, factor scene.Pt) *page.Box {
	placed := fitted(pic, scene.Rect{W: width, H: imageHeight * factor})
	box := &page.Box{H: placed.Frame.H, Name: "a picture", At: b.At}
	box.Draw = func(c *page.Canvas, x, y scene.Pt) {
		placed.Frame.X, placed.Frame.Y = x, y
		c.Add(placed)
	}
	if box.H > imageHeight*factor-0.01 { // its height alone bounds it
		box.Flex = func(f scene.Pt) *page.Box { return pictureBox(k, b, pic, width, f*factor) }
		box.Plot, box.Shrink = box.H, 0.1
		box.Stretch = max(0, min(0.2, width/placed.Frame.W-1, scene.Pt(pic.Pixels[1])/box.H-1))
	}
	return box
}

// fitted is a picture at the top left of a frame, in its natural ratio and never above one point a pixel.
func fitted(pic *scene.Image, frame scene.Rect) *scene.Image {
	placed := *pic
	w, h := scene.Pt(pic.Pixels[0]), scene.Pt(pic.Pixels[1])
	scale := min(1, frame.W/w, frame.H/h)
	placed.Frame = scene.Rect{X: frame.X, Y: frame.Y, W: w * scale, H: h * scale}
	return &placed
}

// picture is the block's file, nil where there is none that could be printed.
func picture(k *page.Composer, b *briefing.Block) *scene.Image {
	pic := k.Raster(b.Words("file"), b.PlaceOf("file"), b.Words("alt"))
	if pic != nil {
		pic.ID = b.ID + "/picture"
	}
	return pic
}

// pictureTop is where a picture begins on a slide: under its unit line, its title, its sticker or the tracker.
func pictureTop(b *briefing.Block) scene.Pt {
	const underSticker, underTracker, underUnit = 82, 64, 12
	switch {
	case b.Words("unit") != "":
		return page.SlideHeadBase + underUnit
	case !b.Title.Empty():
		return page.SlideBodyTop
	case b.Sticker != "":
		return underSticker
	}
	return underTracker
}

// imageSlide stands a picture in the frame of a chart.
func imageSlide(s *page.Slides, b *briefing.Block) {
	pic := picture(s.Composer, b)
	if pic == nil {
		return
	}
	s.Slide(b, s.ExhibitSheet(b, b.Words("alt")), func(c *page.Canvas, body scene.Rect) {
		exhibitHead(s, c, b, b.ID, lineHead(b.Words("unit")), page.SlideLeft, body.W)
		body.Y = pictureTop(b)
		body.H = page.SlideBodyBottom - body.Y
		c.Add(fitted(pic, body))
	})
}
