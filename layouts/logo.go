package layouts

import (
	"bytes"
	"image"
	_ "image/jpeg" // DecodeConfig knows JPEG
	_ "image/png"  // and PNG
	"path"
	"strings"

	"roadshow/scene"
)

// maxImage is the largest picture file that is read, maxPixels what it may unfold to.
const (
	maxImage  = 20 << 20
	maxPixels = 40_000_000
)

// logo draws the house's logo in a slot of the given height and at most three times as wide, and returns its width.
func (k *Kit) logo(c *Canvas, x, y, h scene.Pt) scene.Pt {
	br := k.B.Brand
	if strings.EqualFold(path.Ext(br.Logo), ".svg") {
		return k.drawing(c, br.Logo, br.LogoAt, orWords(br.LogoAlt, "Logo"), x, y, h)
	}
	img := k.logoPicture(br.Logo, br.LogoAt, orWords(br.LogoAlt, "Logo"))
	if img == nil {
		return 0
	}
	w := h * scene.Pt(img.Pixels[0]) / scene.Pt(img.Pixels[1])
	if w > 3*h {
		w, h = 3*h, 3*h*scene.Pt(img.Pixels[1])/scene.Pt(img.Pixels[0])
	}
	img.Frame = scene.Rect{X: x, Y: y, W: w, H: h}
	c.Add(img)
	return w
}

// logoPicture reads a PNG or JPEG file inside the outline's folder; nil when it cannot be used. The frame is the caller's.
func (k *Kit) logoPicture(name string, at diagSpan, alt string) *scene.Image {
	if k.Env.ReadFile == nil {
		return nil
	}
	data, err := k.Env.ReadFile(name, maxImage)
	if err != nil {
		k.L.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read %q: %v", name, err)
		return nil
	}
	if len(data) > maxImage {
		k.L.Error(at, "E-LIMIT", "scale the picture down", "%q has more than %d MiB", name, maxImage>>20)
		return nil
	}
	cfg, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || cfg.Width < 1 || cfg.Height < 1 {
		k.L.Error(at, "E-FILE", "use a PNG or JPEG file", "%q is no picture that can be read", name)
		return nil
	}
	if cfg.Width*cfg.Height > maxPixels {
		k.L.Error(at, "E-LIMIT", "scale the picture down", "%q has %d × %d pixels, more than 40 million", name, cfg.Width, cfg.Height)
		return nil
	}
	return &scene.Image{Alt: alt, Format: format, Data: data, Pixels: [2]int{cfg.Width, cfg.Height}}
}
