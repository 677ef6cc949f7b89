package png

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	stdpng "image/png"
	"io"
	"math"
	"sync"

	"golang.org/x/image/draw"

	"roadshow/internal/limits"
	"roadshow/scene"
)

// picture is a raster picture, read once however many pages show it.
type picture struct {
	once sync.Once
	img  image.Image
	err  error
}

// image draws a picture scaled to its frame, which is rounded to whole pixels; transparent parts show what lies beneath.
func (p *painter) image(im *scene.Image) error {
	if len(im.Data) == 0 {
		return fmt.Errorf("no picture data")
	}
	if !(im.Frame.W > 0 && im.Frame.H > 0) {
		return fmt.Errorf("a frame of %v × %v pt", float64(im.Frame.W), float64(im.Frame.H))
	}
	frame, err := p.size.frame(im.Frame)
	if err != nil {
		return err
	}
	src, err := p.picture(im)
	if err != nil {
		return err
	}
	to := rounded(frame)
	to.Max.X, to.Max.Y = max(to.Max.X, to.Min.X+1), max(to.Max.Y, to.Min.Y+1)
	dst, _ := p.img.SubImage(rounded(p.clip)).(*image.RGBA)
	var filter draw.Interpolator = draw.BiLinear // sharper kernels draw pale edges around what is cut out
	if to.Dx() > 4*p.size.w || to.Dy() > 4*p.size.h {
		filter = draw.ApproxBiLinear // a glimpse of something huge: kernels would prepare all of it
	}
	if to.Intersect(dst.Rect).Empty() {
		return nil
	}
	if im.Turn > 1 {
		src = turned{src, im.Turn}
	}
	filter.Scale(dst, to, src, src.Bounds(), draw.Over, nil)
	return nil
}

func rounded(b box) image.Rectangle {
	return image.Rect(int(math.Round(b.x0)), int(math.Round(b.y0)), int(math.Round(b.x1)), int(math.Round(b.y1)))
}

// picture reads a picture's pixels, bounded before anything is unpacked.
func (s *shared) picture(im *scene.Image) (image.Image, error) {
	s.mu.Lock()
	pic := s.pictures[&im.Data[0]]
	if pic == nil {
		pic = &picture{}
		s.pictures[&im.Data[0]] = pic
	}
	s.mu.Unlock()
	pic.once.Do(func() { pic.img, pic.err = decode(im.Format, im.Data) })
	return pic.img, pic.err
}

func decode(format string, data []byte) (image.Image, error) {
	var config func(io.Reader) (image.Config, error)
	var read func(io.Reader) (image.Image, error)
	switch format {
	case "png":
		config, read = stdpng.DecodeConfig, stdpng.Decode
	case "jpeg":
		config, read = jpeg.DecodeConfig, jpeg.Decode
	default:
		return nil, fmt.Errorf("pictures are png or jpeg, not %q", format)
	}
	c, err := config(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if c.Width <= 0 || c.Height <= 0 || c.Width > limits.DrawnPixels.N()/c.Height {
		return nil, fmt.Errorf("a picture of %d × %d pixels is too large", c.Width, c.Height)
	}
	return read(bytes.NewReader(data))
}

// turned is a picture brought upright while it is read.
type turned struct {
	image.Image
	turn scene.Turn
}

func (t turned) Bounds() image.Rectangle {
	size := t.Image.Bounds().Size()
	if t.turn.Sideways() {
		size.X, size.Y = size.Y, size.X
	}
	return image.Rectangle{Max: size}
}

// At undoes the turn. Its matrix swaps and mirrors only, so that its transpose is its inverse.
func (t turned) At(x, y int) color.Color {
	m, upright, b := t.turn.Matrix(), t.Bounds().Max, t.Image.Bounds()
	if m[4] == 1 {
		x -= upright.X - 1
	}
	if m[5] == 1 {
		y -= upright.Y - 1
	}
	return t.Image.At(b.Min.X+int(m[0])*x+int(m[1])*y, b.Min.Y+int(m[2])*x+int(m[3])*y)
}
