package layouts

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/jpeg"
	"image/png"

	"roadshow/internal/diag"
	"roadshow/scene"
)

const (
	imageBytes  = 20 << 20 // the largest picture file that is read …
	imagePixels = 40_000_000
)

// raster reads and judges a PNG or JPEG file. It is nil where there is none that could be printed; the frame is the
// caller's. Nothing is unfolded here: a small file may hold a huge picture.
func (k *Kit) raster(name string, at diag.Span, alt string) *scene.Image {
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
	return &scene.Image{Alt: alt, Format: format, Data: data, Pixels: [2]int{config.Width, config.Height}}
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
