package layouts

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/scene"
)

func imageLayout() Layout {
	return Layout{Name: "image", Summary: "a picture, as an exhibit", Page: imagePage, Slide: imageSlide,
		Shape: &outline.Shape{Name: "image", Fields: []outline.Field{
			{Name: "file", Type: outline.Path, Required: true, Doc: "PNG or JPEG, at most 20 MB and 40 megapixels"},
			{Name: "alt", Type: outline.Words, Required: true, Budget: 250, Doc: "What it shows, for those who cannot see it"},
			{Name: "unit", Type: outline.Words, Doc: "Printed under the title"},
		}}}
}

const (
	imageBytes  = 20 << 20
	imagePixels = 40_000_000
	imageHeight = scene.Pt(300)
	wideImage   = 1.7 // width by height from which a picture takes the full width
)

// imagePage scales a picture to its column in its natural ratio, never above one point a pixel.
func imagePage(f *Flow, b *briefing.Block) {
	k := f.k
	pic := k.picture(b)
	if pic == nil {
		return
	}
	pw, ph := scene.Pt(pic.Pixels[0]), scene.Pt(pic.Pixels[1])
	width := k.Grid.MainW
	if pw/ph >= wideImage && pw >= 2*width {
		width = k.Grid.Width()
	}
	body := k.pictureBox(b, pic, width, 1)
	if b.Title.Empty() {
		f.Add(k.plainPicture(b, body, width))
		return
	}
	e := k.exhibit(b, width, b.Words("unit"), b.Words("alt"))
	f.Add(e.frame(body))
}

// plainPicture is a picture without a claim: it takes no exhibit's number, and keeps its source.
func (k *Kit) plainPicture(b *briefing.Block, body *Box, width scene.Pt) *Box {
	group := func(int) *scene.Group { return &scene.Group{ID: b.ID, Role: scene.RoleExhibit, Alt: b.Words("alt")} }
	l := list{Items: []*Box{body}, Foot: func() *Box { return k.sourceBox(b, width) }, Group: group}
	box := l.box()
	box.Split = nil
	box.Before, box.After, box.Float, box.At, box.Name = 18, 20, true, b.At, "a picture"
	if width > k.Grid.MainW+1 {
		box.Col = Full
	}
	return box
}

func (k *Kit) pictureBox(b *briefing.Block, pic *scene.Image, width, factor scene.Pt) *Box {
	pw, ph := scene.Pt(pic.Pixels[0]), scene.Pt(pic.Pixels[1])
	w := min(width, pw)
	h := w * ph / pw
	if limit := imageHeight * factor; h > limit {
		h = limit
		w = h * pw / ph
	}
	box := &Box{H: h, Name: "a picture", At: b.At}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		placed := *pic
		placed.Frame = scene.Rect{X: x, Y: y, W: w, H: h}
		c.Add(&placed)
	}
	if h > imageHeight/2 {
		box.Flex = func(f scene.Pt) *Box { return k.pictureBox(b, pic, width, f) }
	}
	return box
}

// picture reads and judges the file. It is nil where there is none that could be printed.
func (k *Kit) picture(b *briefing.Block) *scene.Image {
	name, at := b.Words("file"), b.PlaceOf("file")
	if name == "" || k.Env.ReadFile == nil {
		return nil
	}
	data, err := k.Env.ReadFile(name, imageBytes)
	switch {
	case err != nil:
		k.L.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read the picture %q: %v", name, err)
		return nil
	case len(data) > imageBytes:
		k.L.Error(at, "E-LIMIT", "save it smaller", "the picture %q is larger than 20 MB", name)
		return nil
	}
	format, config := "", image.Config{}
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		format = "png"
		config, err = png.DecodeConfig(bytes.NewReader(data))
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		format = "jpeg"
		config, err = jpeg.DecodeConfig(bytes.NewReader(data))
	default:
		k.L.Error(at, "E-IMAGE", "save it as PNG or JPEG", "the picture %q is neither PNG nor JPEG", name)
		return nil
	}
	switch {
	case err != nil:
		k.L.Error(at, "E-IMAGE", "save it again", "the picture %q is damaged: %v", name, err)
		return nil
	case config.Width*config.Height > imagePixels:
		k.L.Error(at, "E-IMAGE", "40 megapixels are enough for any page", "the picture %q has %d × %d pixels", name, config.Width, config.Height)
		return nil
	case config.Width < 2 || config.Height < 2:
		k.L.Error(at, "E-IMAGE", "", "the picture %q has %d × %d pixels", name, config.Width, config.Height)
		return nil
	}
	// The head may be sound and the rest cut short: better said here, at the author's line, than by a viewer.
	if !whole(data, format) {
		k.L.Error(at, "E-IMAGE", "save it again", "the picture %q is damaged: its end is missing", name)
		return nil
	}
	return &scene.Image{ID: b.ID + "/picture", Alt: b.Words("alt"), Format: format, Data: data, Pixels: [2]int{config.Width, config.Height}}
}

// whole says that a picture's data reach its end: a PNG's chunks are complete and their checksums right, a JPEG has its
// end marker. Nothing is decoded.
func whole(data []byte, format string) bool {
	if format == "jpeg" {
		return bytes.Contains(data[max(0, len(data)-4096):], []byte("\xff\xd9"))
	}
	for at := 8; at+12 <= len(data); {
		n := int(binary.BigEndian.Uint32(data[at:]))
		end := at + 12 + n
		if n > imageBytes || end > len(data) {
			return false
		}
		if crc32.ChecksumIEEE(data[at+4:end-4]) != binary.BigEndian.Uint32(data[end-4:]) {
			return false
		}
		if string(data[at+4:at+8]) == "IEND" {
			return true
		}
		at = end
	}
	return false
}
