package conform

import (
	"encoding/binary"
	"math"
	"regexp"
	"strings"
	"unicode/utf16"

	"roadshow/render/pdf/pdftest"
)

// font is a font of a page's resources with the codes that are drawn in it.
type font struct {
	id      name
	dict    dict
	cid     dict // its descendant
	used    map[int]bool
	unicode map[int][]rune
	widths  map[int]float64
	file    []byte // TrueType
	seen    bool   // drawn somewhere where it can be seen
}

// findFonts collects the fonts, and which codes the content draws in each. What is hidden needs no glyphs.
func (d *doc) findFonts() {
	known := map[any]*font{}
	for _, s := range d.streams {
		list := d.dict(s.res["Font"])
		var now *font
		hidden := false
		for _, o := range s.ops {
			switch o.op {
			case "Tf":
				id, _ := o.args[0].(name)
				if now = known[list[id]]; now == nil {
					now = d.newFont(id, d.dict(list[id]))
					known[list[id]] = now
				}
			case "Tr":
				hidden = len(o.args) == 1 && o.args[0] == 3.0
			case "Tj", "TJ", "'", "\"":
				if now == nil || len(o.args) == 0 {
					continue
				}
				parts, ok := o.args[len(o.args)-1].(array)
				if !ok {
					parts = array{o.args[len(o.args)-1]}
				}
				for _, part := range parts {
					text, _ := part.(str)
					for i := 0; i+1 < len(text); i += 2 {
						now.used[int(text[i])<<8|int(text[i+1])] = true
						now.seen = now.seen || !hidden
					}
				}
			}
		}
	}
}

var bfchar = regexp.MustCompile(`<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>`)

func (d *doc) newFont(id name, v dict) *font {
	f := &font{id: id, dict: v, used: map[int]bool{}, unicode: map[int][]rune{}, widths: map[int]float64{}}
	d.fonts = append(d.fonts, f)
	if kids, _ := d.get(v["DescendantFonts"]).(array); len(kids) == 1 {
		f.cid = d.dict(kids[0])
	}
	w, _ := d.get(f.cid["W"]).(array)
	for i := 0; i+1 < len(w); i += 2 {
		first, _ := w[i].(float64)
		list, _ := w[i+1].(array)
		for k := range list {
			f.widths[int(first)+k], _ = list[k].(float64)
		}
	}
	if s, ok := d.get(v["ToUnicode"]).(pdftest.Stream); ok {
		for _, m := range bfchar.FindAllStringSubmatch(string(s.Data), -1) {
			var units []uint16
			for i := 0; i+4 <= len(m[2]); i += 4 {
				units = append(units, uint16(hex(m[2][i:i+4])))
			}
			f.unicode[hex(m[1])] = utf16.Decode(units)
		}
	}
	if s, ok := d.get(d.dict(f.cid["FontDescriptor"])["FontFile2"]).(pdftest.Stream); ok {
		f.file = s.Data
	}
	return f
}

func hex(s string) (n int) {
	for _, c := range strings.ToUpper(s) {
		n = n<<4 | strings.IndexRune("0123456789ABCDEF", c)
	}
	return n
}

// table is a table of the font program.
func (f *font) table(tag string) []byte {
	b := f.file
	if len(b) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(b[4:])) {
		e := 12 + 16*i
		if e+16 > len(b) {
			return nil
		}
		if string(b[e:e+4]) == tag {
			from, size := int(binary.BigEndian.Uint32(b[e+8:])), int(binary.BigEndian.Uint32(b[e+12:]))
			if from+size > len(b) {
				return nil
			}
			return b[from : from+size]
		}
	}
	return nil
}

// glyphs is how many the font program holds, and width what it says of one, in em/1000.
func (f *font) glyphs() int {
	if t := f.table("maxp"); len(t) >= 6 {
		return int(binary.BigEndian.Uint16(t[4:]))
	}
	return 0
}

func (f *font) width(glyph int) float64 {
	head, hhea, hmtx := f.table("head"), f.table("hhea"), f.table("hmtx")
	if len(head) < 20 || len(hhea) < 36 {
		return math.NaN()
	}
	n := int(binary.BigEndian.Uint16(hhea[34:]))
	at := 4 * min(glyph, n-1)
	if n == 0 || at+2 > len(hmtx) {
		return math.NaN()
	}
	return float64(binary.BigEndian.Uint16(hmtx[at:])) * 1000 / float64(binary.BigEndian.Uint16(head[18:]))
}

// fontChecks hold the faces. Both standards ask for the same of them: the clauses are those of PDF/UA, and PDF/A's where it asks for more.
var fontChecks = []check{
	{"UA-1 7.21.3.1", "codes and glyphs are numbered by one system", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			if i := d.dict(f.cid["CIDSystemInfo"]); f.dict["Encoding"] != name("Identity-H") && f.dict["Encoding"] != name("Identity-V") || i["Registry"] == nil || i["Ordering"] == nil || i["Supplement"] == nil {
				report("font %s: encoding %v, %v", f.id, f.dict["Encoding"], i)
			}
		}
	}},
	{"UA-1 7.21.3.2", "it is said which glyph a number means", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			if f.cid["Subtype"] == name("CIDFontType2") && f.cid["CIDToGIDMap"] != name("Identity") {
				report("font %s: %v", f.id, f.cid["CIDToGIDMap"])
			}
		}
	}},
	{"A-2a 6.2.11.2", "fonts are fonts of the standard", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			if f.dict["Type"] != name("Font") || f.dict["Subtype"] != name("Type0") || f.dict["BaseFont"] == nil || f.cid["Subtype"] != name("CIDFontType2") ||
				f.cid["BaseFont"] != f.dict["BaseFont"] || d.dict(f.cid["FontDescriptor"])["FontName"] != f.dict["BaseFont"] {
				report("font %s: %v", f.id, f.dict)
			}
		}
	}},
	{"UA-1 7.21.4.1 a", "fonts are embedded", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			if f.seen && f.glyphs() == 0 {
				report("font %s is not", f.id)
			}
		}
	}},
	{"UA-1 7.21.4.1 b", "every glyph that is drawn is embedded", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			for c := range f.used {
				if f.seen && c >= f.glyphs() {
					report("font %s: glyph %d of %d", f.id, c, f.glyphs())
				}
			}
		}
	}},
	{"UA-1 7.21.4.2", "a list of the glyphs that are embedded is complete", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			if d.dict(f.cid["FontDescriptor"])["CIDSet"] != nil {
				report("font %s has one, which readers must not trust", f.id)
			}
		}
	}},
	{"UA-1 7.21.5", "glyphs are as wide as the file says", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			for c := range f.used {
				if w, own := f.widths[c], f.width(c); !(math.Abs(w-own) <= 1) {
					report("font %s: glyph %d is %v wide, not %v", f.id, c, own, w)
				}
			}
		}
	}},
	{"UA-1 7.21.7 a", "every glyph has a character", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			for c := range f.used {
				if len(f.unicode[c]) == 0 {
					report("font %s: code %d", f.id, c)
				}
			}
		}
	}},
	{"UA-1 7.21.7 b", "no glyph stands for what is no character", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			for c, chars := range f.unicode {
				for _, r := range chars {
					if r == 0 || r == 0xFEFF || r == 0xFFFE {
						report("font %s: code %d is U+%04X", f.id, c, r)
					}
				}
			}
		}
	}},
	{"A-2a 6.2.11.7.3", "no glyph stands for a character of private use", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			for c := range f.used {
				for _, r := range f.unicode[c] {
					if r >= 0xE000 && r <= 0xF8FF || r >= 0xF0000 {
						report("font %s: code %d is U+%04X", f.id, c, r)
					}
				}
			}
		}
	}},
	{"UA-1 7.21.8", "no glyph stands for one that is missing", func(d *doc, report func(string, ...any)) {
		for _, f := range d.fonts {
			if f.used[0] {
				report("font %s draws .notdef", f.id)
			}
		}
	}},
}
