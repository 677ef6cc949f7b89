package png

import (
	"fmt"
	"math"
	"unicode"

	"roadshow/scene"
)

// text draws measured lines: every letter at the place that its run's advances give it.
func (p *painter) text(t *scene.Text) error {
	for i := range t.Lines {
		l := &t.Lines[i]
		for k := range l.Runs {
			if err := p.run(&l.Runs[k], l.Baseline); err != nil {
				return fmt.Errorf("line %d: %w", i+1, err)
			}
		}
	}
	return nil
}

func (p *painter) run(r *scene.Run, baseline scene.Pt) error {
	if r.Text == "" || r.Color.None() {
		return nil
	}
	face, err := p.face(r.Font)
	if err != nil {
		return err
	}
	x, err := p.size.pixel(r.X)
	if err != nil {
		return err
	}
	y, err := p.size.pixel(baseline - r.Rise)
	if err != nil {
		return err
	}
	size, err := p.size.pixel(r.Size)
	if err != nil {
		return err
	}
	tracking, err := p.size.pixel(r.Tracking)
	if err != nil {
		return err
	}
	if size > 8*float64(max(p.size.w, p.size.h)) {
		return fmt.Errorf("letters of %v pt", float64(r.Size))
	}
	in, i := flat(rgbOf(r.Color)), 0
	for _, char := range r.Text {
		if i >= len(r.Adv) {
			return fmt.Errorf("%q has more characters than measured advances (%d)", r.Text, len(r.Adv))
		}
		if !blank(char) && size > 0 {
			g, err := p.glyph(face, char, size)
			if err != nil {
				return err
			}
			p.fillAt(&g.polyline, g.box, point{x, y}, in)
		}
		x += float64(r.Adv[i])*size/1000 + tracking
		i++
	}
	if i != len(r.Adv) {
		return fmt.Errorf("%q has fewer characters than measured advances (%d)", r.Text, len(r.Adv))
	}
	return nil
}

// glyph is a letter at one size, in pixels from its origin.
type glyph struct {
	polyline
	box box
}

type glyphKey struct {
	face *face
	char rune
	size float64
}

// maxGlyphs bounds how many letters at how many sizes are kept.
const maxGlyphs = 20_000

func (p *painter) glyph(f *face, char rune, size float64) (*glyph, error) {
	key := glyphKey{f, char, size}
	if g := p.glyphs[key]; g != nil {
		return g, nil
	}
	if len(p.glyphs) >= maxGlyphs {
		clear(p.glyphs)
	}
	g := &glyph{}
	if err := f.outline(&g.polyline, char, size); err != nil {
		return nil, err
	}
	if g.box = g.bounds(); math.IsInf(g.box.x0, 0) {
		g.box = box{}
	}
	p.glyphs[key] = g
	return g, nil
}

// blank says that a character has no ink: spaces, and what only steers line breaking and shaping.
func blank(r rune) bool {
	switch {
	case unicode.IsSpace(r), r == 0xAD, r >= 0x200B && r <= 0x200D, r == 0x2060, r == 0xFEFF, r >= 0xFE00 && r <= 0xFE0F:
		return true
	}
	return false
}
