package pdf

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/png"

	"codeberg.org/go-pdf/fpdf"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// pictureKey tells pictures apart: transparent ones are drawn on their page's background.
type pictureKey struct {
	data       *byte
	background rgb
}

// image places a raster picture; one that stands on several pages is stored once.
func (p *pager) image(im *scene.Image) (err error) {
	fail := func(err error) error { return fmt.Errorf("%s: %w", scene.Name(im), err) }
	if len(im.Data) == 0 {
		return fail(fmt.Errorf("no picture data"))
	}
	if !(im.Frame.W > 0 && im.Frame.H > 0) {
		return fail(fmt.Errorf("a frame of %v × %v pt", im.Frame.W, im.Frame.H))
	}
	at := pictureKey{&im.Data[0], p.background}
	key, known := p.images[at]
	if !known {
		if key, err = p.register(im, at); err != nil {
			return fail(err)
		}
	}
	f := im.Frame
	p.content.toMilli(f.X + f.Y + f.W + f.H)
	if p.content.err != nil {
		return nil // items names it
	}
	if im.Format == "jpeg" {
		p.placeJPEG(key, im)
		return nil
	}
	p.flush()
	p.doc.ImageOptions(key, float64(f.X), float64(f.Y), float64(f.W), float64(f.H), false,
		fpdf.ImageOptions{AllowNegativePosition: true}, 0, "")
	if err := p.doc.Error(); err != nil {
		return fail(err)
	}
	return nil
}

// register gives a picture to fpdf, whose parsers trust their input: the data is checked first.
func (p *pager) register(im *scene.Image, at pictureKey) (key string, err error) {
	data := im.Data
	if p.images == nil {
		p.images = map[pictureKey]string{}
	}
	switch im.Format {
	case "png":
		if data, err = opaquePNG(data, color.RGBA{at.background.r, at.background.g, at.background.b, 255}); err != nil {
			return "", err
		}
	case "jpeg":
		return p.registerJPEG(im, at)
	default:
		return "", fmt.Errorf("pictures are png or jpeg, not %q", im.Format)
	}
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("damaged picture: %v", r)
		}
	}()
	key = fmt.Sprintf("image%d", len(p.images))
	p.doc.RegisterImageOptionsReader(key, fpdf.ImageOptions{ImageType: im.Format}, bytes.NewReader(data))
	if err := p.doc.Error(); err != nil {
		return "", err
	}
	p.images[at] = key
	return key, nil
}

// opaquePNG returns a PNG that fpdf can store as it is: whole, 8 bits or fewer, not interlaced and without transparency
// (PDF/A has none). Any other is decoded and drawn on the background.
func opaquePNG(data []byte, background color.Color) ([]byte, error) {
	cfg, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if cfg.Width*cfg.Height > limits.DrawnPixels.N() {
		return nil, fmt.Errorf("a picture of %d × %d pixels is too large", cfg.Width, cfg.Height)
	}
	bare, simple, err := plainPNG(data)
	if err != nil {
		return nil, err
	}
	if simple {
		return bare, nil
	}
	src, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	dst := image.NewRGBA(image.Rect(0, 0, cfg.Width, cfg.Height))
	draw.Draw(dst, dst.Rect, image.NewUniform(background), image.Point{}, draw.Src)
	draw.Draw(dst, dst.Rect, src, src.Bounds().Min, draw.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, dst); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// plainPNG checks the chunks and says whether the picture is opaque, sequential and of at most 8 bits; bare are those without
// which it cannot be drawn: fpdf trusts the length of others.
func plainPNG(data []byte) (bare []byte, simple bool, err error) {
	const header = 8 + 8 + 13 + 4
	if len(data) < header {
		return nil, false, fmt.Errorf("png cut short")
	}
	depth, kind, interlaced := data[24], data[25], data[28] != 0
	simple = depth <= 8 && kind < 4 && !interlaced
	bare = append(make([]byte, 0, len(data)), data[:8]...)
	for at := 8; ; {
		if at+12 > len(data) {
			return nil, false, fmt.Errorf("png cut short")
		}
		size := uint64(binary.BigEndian.Uint32(data[at:]))
		if size > uint64(len(data)-at-12) {
			return nil, false, fmt.Errorf("png cut short")
		}
		end := at + 8 + int(size)
		if crc32.ChecksumIEEE(data[at+4:end]) != binary.BigEndian.Uint32(data[end:]) {
			return nil, false, fmt.Errorf("png checksum is wrong")
		}
		kind := string(data[at+4 : at+8])
		switch kind {
		case "tRNS":
			simple = false
		case "IHDR", "PLTE", "IDAT", "IEND":
			bare = append(bare, data[at:end+4]...)
		}
		if kind == "IEND" {
			return bare, simple, nil
		}
		at = end + 4
	}
}
