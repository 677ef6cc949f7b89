package html

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"roadshow/render/svg"
	"roadshow/render/truetype"
	"roadshow/scene"
)

// faces are the faces that the views have used, each with the characters and the pairs of characters that it must draw.
type faces struct {
	list  map[scene.Font]*scene.FontFile
	used  map[scene.Font]*used
	order []scene.Font
}

// used is what the file holds of one face.
type used struct {
	chars map[rune]int16    // advances as they were measured in em/1000, of characters that the face has no glyph for
	pairs map[[2]rune]int16 // kerning in em/1000
	face  *truetype.Face
	err   error
}

func newFaces() *faces {
	return &faces{list: map[scene.Font]*scene.FontFile{}, used: map[scene.Font]*used{}}
}

// files tells where faces come from.
func (fs *faces) files(list []scene.FontFile) {
	for i := range list {
		if fs.list[list[i].Font] == nil {
			fs.list[list[i].Font] = &list[i]
		}
	}
}

func (fs *faces) use(f scene.Font) *used {
	u := fs.used[f]
	if u == nil {
		u = &used{chars: map[rune]int16{}, pairs: map[[2]rune]int16{}}
		if file := fs.list[f]; file == nil {
			u.err = fmt.Errorf("the deck has no file for face %q", f)
		} else if u.face, u.err = truetype.Open(file.Data); u.err != nil {
			u.err = fmt.Errorf("face %s: %w", f, u.err)
		}
		fs.used[f] = u
		fs.order = append(fs.order, f)
	}
	return u
}

// run takes what a measured run needs: its characters, and the pairs that its advances show to be kerned.
func (fs *faces) run(r *scene.Run) error {
	u := fs.use(r.Font)
	if u.err != nil {
		return u.err
	}
	last, room, i := rune(-1), 0, 0
	for _, c := range r.Text {
		if i >= len(r.Adv) {
			return fmt.Errorf("%q has more characters than measured advances (%d)", r.Text, len(r.Adv))
		}
		adv := int(r.Adv[i])
		i++
		if truetype.Invisible(c) {
			continue
		}
		nominal := adv
		if g := u.face.Glyph(c); g != 0 {
			nominal = u.face.Nominal(g)
		}
		if _, seen := u.chars[c]; !seen {
			u.chars[c] = int16(nominal)
		}
		if last >= 0 && room != 0 {
			pair := [2]rune{last, c}
			if _, seen := u.pairs[pair]; !seen {
				u.pairs[pair] = int16(room)
			}
		}
		last, room = c, adv-nominal
	}
	if i != len(r.Adv) {
		return fmt.Errorf("%q has fewer characters than measured advances (%d)", r.Text, len(r.Adv))
	}
	return nil
}

// text takes the characters of words that were not measured. What the face lacks, a face of the reader's computer draws.
func (fs *faces) text(f scene.Font, s string) {
	if fs.list[f] == nil {
		return
	}
	u := fs.use(f)
	if u.err != nil {
		return
	}
	for _, c := range s {
		if _, seen := u.chars[c]; seen || truetype.Invisible(c) {
			continue
		}
		if g := u.face.Glyph(c); g != 0 {
			u.chars[c] = int16(u.face.Nominal(g))
		}
	}
}

// name is what the file calls a face.
func (fs *faces) name(f scene.Font) string {
	return "r-" + strings.ReplaceAll(string(f), "/", "-")
}

// family is a face as CSS names it, and what most computers have that is nearest to it.
func (fs *faces) family(f scene.Font) string {
	return fs.name(f) + "," + strings.Join(svg.Near(f), ",")
}

// css writes the faces, cut to what is used.
func (fs *faces) css(b *bytes.Buffer) error {
	var squeeze compressor
	for _, f := range fs.order {
		u := fs.used[f]
		if u.err != nil {
			return u.err
		}
		if len(u.chars) == 0 {
			continue
		}
		data, err := u.web(&squeeze)
		if err != nil {
			return fmt.Errorf("face %s: %w", f, err)
		}
		b.WriteString("@font-face{font-family:" + fs.name(f) + ";src:url(data:font/woff2;base64,")
		b.Grow(base64.StdEncoding.EncodedLen(len(data)))
		b.Write(base64.StdEncoding.AppendEncode(b.AvailableBuffer(), data))
		b.WriteString(")}\n")
	}
	return nil
}

// web is the cut face as a WOFF2 file. Every character has a glyph of its own, so that one that borrows another's outline keeps
// its own width.
func (u *used) web(squeeze *compressor) ([]byte, error) {
	chars := make([]rune, 0, len(u.chars))
	for c := range u.chars {
		chars = append(chars, c)
	}
	slices.Sort(chars)
	glyphs := make([]uint16, 1, len(chars)+1)
	kept := chars[:0]
	for _, c := range chars {
		g := u.face.Glyph(c)
		if g == 0 {
			g = u.face.Glyph(scene.StandIn(c))
		}
		if g == 0 || int(g) >= u.face.Glyphs {
			return nil, fmt.Errorf("no glyph for %q (U+%04X)", c, c)
		}
		kept, glyphs = append(kept, c), append(glyphs, g)
	}
	cut, err := u.face.Subset(glyphs)
	if err != nil {
		return nil, err
	}
	for i, c := range kept {
		if u.face.Glyph(c) == 0 {
			put16(cut.Hmtx[4*(i+1):], int(u.chars[c])*u.face.Em/1000)
		}
	}
	return squeeze.woff2(u.tables(cut, kept))
}
