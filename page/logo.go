package page

import (
	"errors"
	"path"
	"strings"

	"roadshow/art"
	"roadshow/internal/limits"
	"roadshow/scene"
)

// logo draws the house's logo in a slot of the given height and at most five times as wide, and returns its width.
func (k *Composer) logo(c *Canvas, x, y, h scene.Pt) scene.Pt {
	return k.logoIn(c, scene.Rect{X: x, Y: y, W: 5 * h, H: h})
}

// footLogo draws the logo at the left of a footer, before its words, as high as there is room below the rule, and returns its
// width. It is read once for all pages of a medium, which share it.
func (k *Composer) footLogo(c *Canvas, f footer) scene.Pt {
	const h = 13
	if k.B.Brand.Logo == "" {
		return 0
	}
	if k.signet == nil {
		k.signet = &Canvas{Page: c.Page}
		k.signetW = k.logoIn(k.signet, scene.Rect{X: f.left, Y: f.base - 9.5, W: 6 * h, H: h})
	}
	c.Add(k.signet.Items...)
	return k.signetW
}

func (k *Composer) logoIn(c *Canvas, slot scene.Rect) scene.Pt {
	br := k.B.Brand
	alt := OrWords(br.LogoAlt, k.Own().Logo)
	if strings.EqualFold(path.Ext(br.Logo), ".svg") {
		return k.drawing(c, slot, alt)
	}
	img := k.Raster(br.Logo, br.LogoAt, alt)
	if img == nil {
		return 0
	}
	img.Frame = art.Within(slot, scene.Pt(img.Pixels[0]), scene.Pt(img.Pixels[1]))
	c.Add(img)
	return img.Frame.W
}

// drawing draws the logo's SVG file into a slot and returns its width.
func (k *Composer) drawing(c *Canvas, slot scene.Rect, alt string) scene.Pt {
	name, at := k.B.Brand.Logo, k.B.Brand.LogoAt
	if k.Env.ReadFile == nil {
		return 0
	}
	data, err := k.Env.ReadFile(name, limits.DrawingBytes.N64())
	if err != nil {
		k.L.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read the logo %q: %v", name, err)
		return 0
	}
	pic, err := art.ReadSVG(data, slot, k.Look.Text)
	if err != nil {
		hint := art.HintRepair
		var f *art.SvgFault
		var passed *limits.Passed
		if errors.As(err, &f) {
			hint = f.Hint
		} else if errors.As(err, &passed) {
			hint = passed.Limit.Hint()
		}
		k.L.Error(at, "E-IMAGE", hint, "the logo %q cannot be drawn: %v", name, err)
		return 0
	}
	pic.Alt = alt
	c.Add(pic)
	return pic.Frame.W
}
