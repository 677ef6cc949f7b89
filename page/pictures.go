package page

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"image/png"

	"roadshow/art"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
)

// Raster reads and judges a PNG or JPEG file. It is nil where there is none that could be printed; the frame is the
// caller's. The whole picture is unfolded once, within the bounds, so that what passes here is drawn by every format; one
// that stands on several pages is read once.
func (k *Composer) Raster(name string, at diag.Span, alt string) *scene.Image {
	if name == "" || k.Env.ReadFile == nil {
		return nil
	}
	pic, known := k.pictures[name]
	if !known {
		pic = k.readPicture(name, at)
		k.pictures[name] = pic
	}
	if pic == nil {
		return nil
	}
	one := *pic
	one.Alt = alt
	return &one
}

func (k *Composer) readPicture(name string, at diag.Span) *scene.Image {
	data, err := k.Env.ReadFile(name, limits.PictureBytes.N64())
	switch {
	case err != nil:
		k.L.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read the picture %q: %v", name, err)
		return nil
	case len(data) > limits.PictureBytes.N():
		k.L.Limit(at, limits.PictureBytes, name)
		return nil
	}
	pic := &scene.Image{Data: data}
	config := image.Config{}
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG\r\n\x1a\n")):
		pic.Format = "png"
		config, err = png.DecodeConfig(bytes.NewReader(data))
	case bytes.HasPrefix(data, []byte("\xff\xd8")):
		pic.Format = "jpeg"
		config, err = jpeg.DecodeConfig(bytes.NewReader(data))
	default:
		k.L.Error(at, "E-IMAGE", "save it as PNG or JPEG", "the picture %q is neither PNG nor JPEG", name)
		return nil
	}
	if err == nil {
		switch {
		case config.Width > limits.Pixels.N()/max(1, config.Height):
			k.L.Limit(at, limits.Pixels, name, config.Width, config.Height)
			return nil
		case config.Width < 2 || config.Height < 2:
			k.L.Error(at, "E-IMAGE", "", "the picture %q has %d × %d pixels", name, config.Width, config.Height)
			return nil
		}
		if pic.Format == "png" {
			redrawn := false
			pic.Data, redrawn, err = art.CheckPNG(data)
			if redrawn && config.Width > limits.RedrawnPixels.N()/config.Height {
				k.L.Limit(at, limits.RedrawnPixels, name, config.Width, config.Height)
				return nil
			}
		} else {
			pic.Data, pic.Turn, err = art.CheckJPEG(data)
		}
	}
	var unsupported jpeg.UnsupportedError
	switch {
	case errors.As(err, &unsupported):
		k.L.Error(at, "E-IMAGE", "save it as an ordinary JPEG, or as PNG", "the picture %q is a JPEG of a kind that is not read: %s", name, string(unsupported))
		return nil
	case errors.Is(err, art.ErrTurned):
		k.L.Error(at, "E-IMAGE", "open it, turn it upright and save it", "the picture %q lies on its side by its Exif data, which some viewers of a PNG follow and others do not", name)
		return nil
	case err != nil:
		k.L.Error(at, "E-IMAGE", "save it again, or send for it again where it came by mail", "the picture %q is damaged: %v", name, err)
		return nil
	}
	pic.Pixels = [2]int{config.Width, config.Height}
	if pic.Turn.Sideways() {
		pic.Pixels = [2]int{config.Height, config.Width}
	}
	return pic
}
