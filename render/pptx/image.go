package pptx

import (
	"crypto/sha256"
	"fmt"
	"math"

	"roadshow/scene"
)

// image writes a picture with its own bytes, which pictures on other slides share.
func (s *slide) image(im *scene.Image) error {
	if im.Format != "png" && im.Format != "jpeg" {
		return fmt.Errorf("pictures are png or jpeg, not %q", im.Format)
	}
	if len(im.Data) == 0 {
		return fmt.Errorf("no picture data")
	}
	seen, box := im.Frame, im.Frame
	if s.frame != nil {
		seen = box.Intersect(*s.frame)
	}
	if seen.W <= 0 || seen.H <= 0 {
		return nil
	}
	s.put(`<p:pic><p:nvPicPr>`)
	if im.Alt == "" {
		s.decoration(s.named("picture", im.ID))
	} else {
		s.identity(s.named("picture", im.ID), im.Alt, "")
	}
	s.put(`<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr>`)
	if s.inner == 0 && im.Turn <= 1 {
		ph, _ := s.hold("pic", "", seen, "")
		s.put(ph)
	}
	s.put(`</p:nvPr></p:nvPicPr><p:blipFill><a:blip r:embed="`, s.rel("image", s.w.picture(im)), `"/>`)
	// What a clip hides stays in the file, as what office programs crop does.
	edges := [4]float64{float64((seen.X - box.X) / box.W), float64((seen.Y - box.Y) / box.H),
		float64((box.Right() - seen.Right()) / box.W), float64((box.Bottom() - seen.Bottom()) / box.H)}
	how := turns(im.Turn)
	edges = how.edges(edges)
	s.put(`<a:srcRect`)
	for i, name := range [4]string{"l", "t", "r", "b"} {
		if v := int(math.Round(edges[i] * 100000)); v > 0 {
			s.put(` `, name, `="`, v, `"`)
		}
	}
	s.put(`/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>`)
	frame := seen
	if im.Turn.Sideways() { // the frame is that of the picture before it is turned
		frame = scene.Rect{X: seen.X + (seen.W-seen.H)/2, Y: seen.Y + (seen.H-seen.W)/2, W: seen.H, H: seen.W}
	}
	s.xfrm("a:xfrm", frame, how.attributes())
	s.put(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`)
	return nil
}

// turn is how a picture is brought upright: mirrored, then turned clockwise by quarters.
type turn struct {
	mirror   bool
	quarters int
}

// turns says what the orientations of Exif mean.
func turns(t scene.Turn) turn {
	return [...]turn{{}, {}, {true, 0}, {false, 2}, {true, 2}, {true, 3}, {false, 1}, {true, 1}, {false, 3}}[min(t, 8)]
}

func (t turn) attributes() (out string) {
	if t.quarters > 0 {
		out = fmt.Sprintf(` rot="%d"`, t.quarters*5400000)
	}
	if t.mirror {
		out += ` flipH="1"`
	}
	return out
}

// edges are left, top, right and bottom of what is seen as they lie in the picture's own data.
func (t turn) edges(e [4]float64) [4]float64 {
	for range t.quarters { // turn back: what is on top now was on the left
		e = [4]float64{e[1], e[2], e[3], e[0]}
	}
	if t.mirror {
		e[0], e[2] = e[2], e[0]
	}
	return e
}

// picture is the part of a picture.
func (k *writer) picture(im *scene.Image) string {
	key := fmt.Sprintf("%x", sha256.Sum256(im.Data))
	if name := k.media[key]; name != "" {
		return name
	}
	name := fmt.Sprintf("/ppt/media/image%d.%s", len(k.media)+1, im.Format)
	k.media[key] = name
	k.add(name, "image/"+im.Format).Write(im.Data)
	return name
}
