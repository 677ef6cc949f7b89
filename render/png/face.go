package png

import (
	"bytes"
	"fmt"
	"sync"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"roadshow/scene"
)

// shared is what all painters of a deck use: faces and pictures, opened when a page first needs them.
type shared struct {
	faces    map[scene.Font]*face
	mu       sync.Mutex
	pictures map[*byte]*picture
}

func newShared(d *scene.Deck) *shared {
	s := &shared{faces: make(map[scene.Font]*face, len(d.Fonts)), pictures: map[*byte]*picture{}}
	for _, f := range d.Fonts {
		s.faces[f.Font] = &face{file: f}
	}
	return s
}

// face is a TrueType face. Opening it reads its tables' heads; outlines are read glyph by glyph.
type face struct {
	file scene.FontFile
	once sync.Once
	open *sfnt.Font
	err  error
}

func (s *shared) face(name scene.Font) (*face, error) {
	f := s.faces[name]
	if f == nil {
		return nil, fmt.Errorf("the deck has no file for face %q", name)
	}
	f.once.Do(func() {
		if f.open, f.err = sfnt.Parse(f.file.Data); f.err != nil {
			f.open, f.err = sfnt.Parse(unkerned(f.file.Data))
		}
	})
	if f.err != nil {
		return nil, fmt.Errorf("face %s: %w", name, f.err)
	}
	return f, nil
}

// unkerned is a copy of a face in which nobody finds the table of its pairs: the runs are kerned already, and of an old table
// with wrong lengths, which every other reader passes over, the whole face would be called broken.
func unkerned(data []byte) []byte {
	out := bytes.Clone(data)
	for at := 12; at+16 <= len(out) && at < 12+16*64; at += 16 {
		if string(out[at:at+4]) == "kern" {
			copy(out[at:], "kerN") // the directory stays in order
		}
	}
	return out
}

// outline appends a character's outline at a size in pixels, origin on the baseline.
func (f *face) outline(p *polyline, char rune, size float64) error {
	var buf sfnt.Buffer
	id, err := f.open.GlyphIndex(&buf, char)
	if err == nil && id == 0 {
		id, err = f.open.GlyphIndex(&buf, scene.StandIn(char))
	}
	if err != nil {
		return fmt.Errorf("face %s: %w", f.file.Font, err)
	}
	if id == 0 {
		return fmt.Errorf("face %s has no glyph for %q (U+%04X)", f.file.Font, char, char)
	}
	upem := f.open.UnitsPerEm()
	segments, err := f.open.LoadGlyph(&buf, id, fixed.Int26_6(upem)<<6, nil)
	if err != nil {
		return fmt.Errorf("face %s, %q: %w", f.file.Font, char, err)
	}
	scale := size / float64(upem) / 64
	at := func(q fixed.Point26_6) point { return point{float64(q.X) * scale, float64(q.Y) * scale} }
	for _, s := range segments {
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			p.move(at(s.Args[0]))
		case sfnt.SegmentOpLineTo:
			p.line(at(s.Args[0]))
		case sfnt.SegmentOpQuadTo:
			p.quad(at(s.Args[0]), at(s.Args[1]))
		case sfnt.SegmentOpCubeTo:
			p.cube(at(s.Args[0]), at(s.Args[1]), at(s.Args[2]))
		}
	}
	return nil
}

// TryFace draws these characters, and returns the first whose outline cannot be read.
func TryFace(f scene.FontFile, chars []rune) (rune, error) {
	s := newShared(&scene.Deck{Fonts: []scene.FontFile{f}})
	for _, r := range chars {
		fc, err := s.face(f.Font)
		if err == nil && !blank(r) {
			err = fc.outline(&polyline{}, r, 10)
		}
		if err != nil {
			return r, err
		}
	}
	return 0, nil
}
