package layouts

import (
	"errors"
	"path"
	"strings"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// logo draws the house's logo in a slot of the given height and at most five times as wide, and returns its width.
func (k *Kit) logo(c *Canvas, x, y, h scene.Pt) scene.Pt {
	return k.logoIn(c, scene.Rect{X: x, Y: y, W: 5 * h, H: h})
}

// footLogo draws the logo at the left of a footer, before its words, as high as there is room below the rule, and returns its
// width. It is read once for all pages of a medium, which share it.
func (k *Kit) footLogo(c *Canvas, f footer) scene.Pt {
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

func (k *Kit) logoIn(c *Canvas, slot scene.Rect) scene.Pt {
	br := k.B.Brand
	alt := orWords(br.LogoAlt, k.own().Logo)
	if strings.EqualFold(path.Ext(br.Logo), ".svg") {
		return k.drawing(c, slot, alt)
	}
	img := k.raster(br.Logo, br.LogoAt, alt)
	if img == nil {
		return 0
	}
	img.Frame = within(slot, scene.Pt(img.Pixels[0]), scene.Pt(img.Pixels[1]))
	c.Add(img)
	return img.Frame.W
}

// drawing draws the logo's SVG file into a slot and returns its width.
func (k *Kit) drawing(c *Canvas, slot scene.Rect, alt string) scene.Pt {
	name, at := k.B.Brand.Logo, k.B.Brand.LogoAt
	if k.Env.ReadFile == nil {
		return 0
	}
	data, err := k.Env.ReadFile(name, limits.DrawingBytes.N64())
	if err != nil {
		k.L.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read the logo %q: %v", name, err)
		return 0
	}
	art, err := readSVG(data, slot, k.Look.Text)
	if err != nil {
		hint := hintRepair
		var f *svgFault
		var passed *limits.Passed
		if errors.As(err, &f) {
			hint = f.hint
		} else if errors.As(err, &passed) {
			hint = passed.Limit.Hint()
		}
		k.L.Error(at, "E-IMAGE", hint, "the logo %q cannot be drawn: %v", name, err)
		return 0
	}
	art.Alt = alt
	c.Add(art)
	return art.Frame.W
}
