package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"image/jpeg"

	"roadshow/render/truetype"
	"roadshow/scene"
)

// Refusal is something in a deck that a standard forbids and that only its author can mend.
type Refusal struct {
	Item   string // the id of the item, or of what it stands in; empty: a face
	Page   int    // 1-based; 0: a face
	Clause string // of the standard, for those who look it up
	What   string
	Hint   string
}

// Refused lists what a standard forbids in a deck. What the writer can put right itself is no matter of it.
func Refused(d *scene.Deck, s Standard) []Refusal {
	if s == None {
		return nil
	}
	r := &refusing{said: map[string]bool{}, level: s.Level()}
	for _, f := range d.Fonts {
		if t, err := truetype.Open(f.Data); err == nil && restricted(t.Table["OS/2"]) {
			r.add("", 0, "ISO 19005-2, 6.2.11.4.1", fmt.Sprintf("the family %q says that it may not be embedded in a file", f.Family), "use a family whose licence allows it")
		}
	}
	for i := range d.Pages {
		r.items(d.Pages[i].Items, d.Pages[i].ID, i+1)
	}
	return r.out
}

type refusing struct {
	out   []Refusal
	said  map[string]bool // each is said once of an item
	level string
}

func (r *refusing) add(item string, page int, clause, what, hint string) {
	if key := item + "\x00" + what; !r.said[key] {
		r.said[key] = true
		r.out = append(r.out, Refusal{item, page, clause, what, hint})
	}
}

func (r *refusing) items(items []scene.Item, in string, page int) {
	for _, it := range items {
		id := in
		if own := scene.ItemID(it); own != "" {
			id = own
		}
		switch it := it.(type) {
		case *scene.Group:
			r.items(it.Items, id, page)
		case *scene.Chart:
			r.items(it.Drawing, id, page)
		case *scene.Table:
			it.EachCell(func(c *scene.Cell) {
				r.items(c.Marks, id, page)
				r.text(&c.Text, id, page)
			})
		case *scene.Text:
			r.text(it, id, page)
		case *scene.Image:
			r.image(it, id, page)
		}
	}
}

// text finds characters of which nobody outside can know what they mean.
func (r *refusing) text(t *scene.Text, id string, page int) {
	if r.level != "A" {
		return
	}
	for i := range t.Lines {
		for k := range t.Lines[i].Runs {
			for _, c := range t.Lines[i].Runs[k].Text {
				if private(c) {
					r.add(id, page, "ISO 19005-2, 6.2.11.7.3", fmt.Sprintf("the character U+%04X is for private use: no reader could say what it is", c),
						"type a character that Unicode names, or put the sign into a picture with its alt text")
				}
			}
		}
	}
}

func private(c rune) bool {
	return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 && c <= 0xFFFFD || c >= 0x100000 && c <= 0x10FFFD
}

// image finds pictures in inks, whose colours nothing in the file says.
func (r *refusing) image(im *scene.Image, id string, page int) {
	if r.level == "" || im.Format != "jpeg" {
		return
	}
	if cfg, err := jpeg.DecodeConfig(bytes.NewReader(im.Data)); err == nil && cfg.ColorModel == color.CMYKModel {
		r.add(id, page, "ISO 19005-2, 6.2.4.3", "the picture is in CMYK: without the press that it was made for nobody can know its colours", "save it in RGB")
	}
}

// restricted reads fsType: a licence that forbids to embed the face, as long as no other of its bits allows it.
func restricted(os2 []byte) bool {
	const forbidden, printing, editing = 2, 4, 8
	return len(os2) >= 10 && truetype.U16(os2, 8)&(forbidden|printing|editing) == forbidden
}
