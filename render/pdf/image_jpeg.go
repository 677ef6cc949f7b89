package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"image/jpeg"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// photo is a JPEG as it stands in the file: its own bytes, which every reader unfolds itself (ISO 32000-1, 7.4.8).
type photo struct {
	dict string
	data []byte
}

// registerJPEG notes a JPEG. fpdf would refuse one in plain RGB and cannot turn any.
func (p *pager) registerJPEG(im *scene.Image, at pictureKey) (key string, err error) {
	cfg, err := jpeg.DecodeConfig(bytes.NewReader(im.Data))
	if err != nil {
		return "", err
	}
	if cfg.Width <= 0 || cfg.Height <= 0 || cfg.Width > limits.DrawnPixels.N()/cfg.Height {
		return "", fmt.Errorf("a picture of %d × %d pixels is too large", cfg.Width, cfg.Height)
	}
	space := ""
	switch cfg.ColorModel {
	case color.GrayModel:
		space = "/DeviceGray"
	case color.YCbCrModel:
		space = "/DeviceRGB"
	case color.RGBAModel: // without a transform, which is not said in every such file
		space = "/DeviceRGB/DecodeParms<</ColorTransform 0>>"
	case color.CMYKModel: // Adobe writes it inverted
		space = "/DeviceCMYK/Decode[1 0 1 0 1 0 1 0]"
	default:
		return "", fmt.Errorf("a JPEG in colours that PDF does not know")
	}
	key = fmt.Sprintf("/J%d", len(p.photos))
	p.photos = append(p.photos, photo{data: im.Data, dict: fmt.Sprintf(
		"<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s/Filter/DCTDecode/Length %d>>",
		cfg.Width, cfg.Height, space, len(im.Data))})
	p.images[at] = key
	return key, nil
}

// placeJPEG lays the unit square of a picture on its frame, turned as it must be.
func (p *pager) placeJPEG(key string, im *scene.Image) {
	m, f := im.Turn.Matrix(), im.Frame
	c := &p.content
	c.save()
	// Our unit square runs downwards, PDF's upwards: y is turned before and after.
	for _, v := range [6]scene.Pt{scene.Pt(m[0]) * f.W, -scene.Pt(m[1]) * f.H, -scene.Pt(m[2]) * f.W, scene.Pt(m[3]) * f.H,
		f.X + scene.Pt(m[4]+m[2])*f.W, c.height - f.Y - scene.Pt(m[5]+m[3])*f.H} {
		c.num(v)
	}
	c.op("cm")
	c.op(key + " Do")
	c.restore()
}
