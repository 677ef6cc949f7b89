package pdf

import (
	"bytes"
	"testing"

	"roadshow/internal/cputime"
	"roadshow/scene"
)

// reopen reads a subset back as a face of its own.
func reopen(t *testing.T, data []byte) *face {
	t.Helper()
	tb, err := tables(data)
	if err != nil {
		t.Fatal(err)
	}
	return &face{table: tb, upem: int(u16(tb["head"], 18)), metrics: int(u16(tb["hhea"], 34)), glyphs: int(u16(tb["maxp"], 4)), long: u16(tb["head"], 50) != 0}
}

// drawn is what a glyph draws, hinting left out and parts of composites spelled out.
func drawn(t *testing.T, fc *face, g uint16, depth int) []byte {
	t.Helper()
	if depth > 6 {
		t.Fatalf("glyph %d nests too deeply", g)
	}
	outline, err := fc.outline(g)
	if err != nil {
		t.Fatal(err)
	}
	var parts []uint16
	out, err := appendGlyph(nil, outline, func(p uint16) uint16 { parts = append(parts, p); return 0 })
	if err != nil {
		t.Fatalf("glyph %d: %v", g, err)
	}
	out = bytes.TrimRight(out, "\x00") // padding
	for _, p := range parts {
		out = append(out, drawn(t, fc, p, depth+1)...)
	}
	return out
}

func TestASubsetDrawsEveryGlyphAsTheWholeFaceDoes(t *testing.T) {
	composites := 0
	for _, f := range fontFiles(t) {
		fc, err := openFace(f)
		if err != nil {
			t.Fatal(err)
		}
		last := rune(0x2300)
		if f.Font.Han() {
			last = 0x5000
		}
		for r := rune(0x20); r < last; r++ {
			if fc.has(r) && !invisible(r) {
				if _, _, err := fc.code(r); err != nil {
					t.Fatal(err)
				}
			}
		}
		data, err := fc.subset()
		if err != nil {
			t.Fatal(err)
		}
		sub := reopen(t, data)
		if sub.glyphs < len(fc.used) || sub.metrics != sub.glyphs || len(fc.used) < 200 {
			t.Errorf("%s: %d glyphs for %d characters", f.Font, sub.glyphs, len(fc.used))
		}
		for cid, u := range fc.used {
			if g, _ := fc.outline(u.glyph); len(g) > 2 && g[0] == 0xFF {
				composites++
			}
			if !bytes.Equal(drawn(t, fc, u.glyph, 0), drawn(t, sub, uint16(cid), 0)) {
				t.Errorf("%s: %q draws otherwise", f.Font, u.char)
			}
			if fc.advance(u.glyph) != sub.advance(uint16(cid)) || fc.leftBearing(u.glyph) != sub.leftBearing(uint16(cid)) {
				t.Errorf("%s: %q has other metrics", f.Font, u.char)
			}
		}
		if sum32(data) != 0xB1B0AFBA {
			t.Errorf("%s: the file's checksum is wrong", f.Font)
		}
		for i := range int(u16(data, 4)) {
			e := data[12+16*i:]
			at, size := u32(e, 8), (u32(e, 12)+3)&^3
			body := bytes.Clone(data[at : at+size])
			if string(e[:4]) == "head" {
				copy(body[8:12], []byte{0, 0, 0, 0})
			}
			if sum32(body) != u32(e, 4) {
				t.Errorf("%s: the checksum of %s is wrong", f.Font, e[:4])
			}
		}
	}
	if composites < 50 {
		t.Errorf("only %d composite glyphs were met: the test does not reach them", composites)
	}
}

func TestASubsetHoldsOnlyWhatIsUsed(t *testing.T) {
	for _, f := range fontFiles(t) {
		fc, err := openFace(f)
		if err != nil {
			t.Fatal(err)
		}
		words := "Price12."
		if f.Font.Han() {
			words = "岂凡超，模型价格"
		}
		for _, r := range words {
			if _, _, err := fc.code(r); err != nil {
				t.Fatal(err)
			}
		}
		data, err := fc.subset()
		if err != nil || len(data) > 5000 {
			t.Errorf("%s: %d bytes for eight characters, %v", f.Font, len(data), err)
		}
		if n := reopen(t, data).glyphs; n < 9 || n > 11 { // i may be made of two parts
			t.Errorf("%s: %d glyphs for eight characters and .notdef", f.Font, n)
		}
	}
}

func TestCodesFollowFirstUse(t *testing.T) {
	fc, err := openFace(fontFiles(t)[4])
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range []rune{'z', 'a', 'z', 0x2014, 'a'} {
		cid, width, err := fc.code(r)
		if want := []uint16{1, 2, 1, 3, 2}[i]; err != nil || cid != want || width <= 0 {
			t.Errorf("%q has code %d width %d, %v", r, cid, width, err)
		}
	}
}

func TestBothKindsOfCharacterMapAreRead(t *testing.T) {
	four := []byte{0, 4, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, // two segments
		0, 'c', 0xFF, 0xFF, 0, 0, 0, 'a', 0xFF, 0xFF, 0, 10, 0, 1, 0, 0, 0, 0}
	twelve := []byte{0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2,
		0, 0, 0, 'a', 0, 0, 0, 'c', 0, 0, 0, 7, 0, 1, 0xF6, 0x80, 0, 1, 0xF6, 0x81, 0, 0, 0, 20}
	a, b := charMap{four, 4}, charMap{twelve, 12}
	for r, want := range map[rune][2]uint16{'a': {107, 7}, 'c': {109, 9}, 'd': {}, '`': {}, 0x1F680: {0, 20}, 0x1F681: {0, 21}, 0x1F682: {}, -1: {}} {
		if g, h := a.glyph(r), b.glyph(r); g != want[0] || h != want[1] {
			t.Errorf("%q: glyphs %d and %d, want %v", r, g, h, want)
		}
	}
}

// FuzzOpenFace: a damaged face is an error, never a panic or an endless loop.
func FuzzOpenFace(f *testing.F) {
	fc, err := openFace(fontFiles(f)[4])
	if err != nil {
		f.Fatal(err)
	}
	for _, r := range "AÄé fi½" {
		if fc.has(r) {
			_, _, _ = fc.code(r)
		}
	}
	small, err := fc.subset()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(small, fc.table["cmap"]...))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
		tb, err := tables(data)
		if err != nil {
			return
		}
		if tb["cmap"] == nil {
			tb["cmap"] = []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0}
			var list []table
			for _, name := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
				if tb[name] != nil {
					list = append(list, table{name, tb[name]})
				}
			}
			if tb["head"] == nil {
				return
			}
			data = assemble(list)
		}
		fc, err := openFace(scene.FontFile{Data: data})
		if err != nil {
			return
		}
		for r := range rune(300) {
			_, _, _ = fc.code(r)
		}
		_, _ = fc.subset()
	})
}
