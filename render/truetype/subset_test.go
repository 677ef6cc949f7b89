package truetype

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/internal/cputime"
)

// embedded are the faces of the program, by the names of their files.
func embedded(tb testing.TB) map[string]*Face {
	tb.Helper()
	files, err := filepath.Glob("../../assets/fonts/*.ttf")
	if err != nil || len(files) < 14 {
		tb.Fatalf("%d faces, %v", len(files), err)
	}
	faces := map[string]*Face{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		if faces[filepath.Base(name)], err = Open(data); err != nil {
			tb.Fatal(name, err)
		}
	}
	return faces
}

// reopen reads a subset back as a face of its own.
func reopen(t *testing.T, data []byte) *Face {
	t.Helper()
	tb, err := tables(data)
	if err != nil {
		t.Fatal(err)
	}
	return &Face{Table: tb, Em: int(U16(tb["head"], 18)), metrics: int(U16(tb["hhea"], 34)), Glyphs: int(U16(tb["maxp"], 4)), long: U16(tb["head"], 50) != 0}
}

// drawn is what a glyph draws, hinting left out and parts of composites spelled out.
func drawn(t *testing.T, f *Face, g uint16, depth int) []byte {
	t.Helper()
	if depth > 6 {
		t.Fatalf("glyph %d nests too deeply", g)
	}
	outline, err := f.outline(g)
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
		out = append(out, drawn(t, f, p, depth+1)...)
	}
	return out
}

func TestASubsetDrawsEveryGlyphAsTheWholeFaceDoes(t *testing.T) {
	composites := 0
	for name, f := range embedded(t) {
		last := rune(0x2300)
		if strings.HasPrefix(name, "Noto") {
			last = 0x5000
		}
		glyphs := []uint16{0}
		for r := rune(0x20); r < last; r++ {
			if g := f.Glyph(r); g != 0 && !Invisible(r) {
				glyphs = append(glyphs, g)
			}
		}
		s, err := f.Subset(glyphs)
		if err != nil {
			t.Fatal(name, err)
		}
		data := s.File()
		sub := reopen(t, data)
		if sub.Glyphs < len(glyphs) || sub.metrics != sub.Glyphs || len(glyphs) < 200 {
			t.Errorf("%s: %d glyphs for %d characters", name, sub.Glyphs, len(glyphs))
		}
		for n, g := range glyphs {
			if o, _ := f.outline(g); len(o) > 2 && o[0] == 0xFF {
				composites++
			}
			if !bytes.Equal(drawn(t, f, g, 0), drawn(t, sub, uint16(n), 0)) {
				t.Errorf("%s: glyph %d draws otherwise", name, g)
			}
			if f.Advance(g) != sub.Advance(uint16(n)) || f.bearing(g) != sub.bearing(uint16(n)) {
				t.Errorf("%s: glyph %d has other metrics", name, g)
			}
		}
		if sum32(data) != 0xB1B0AFBA {
			t.Errorf("%s: the file's checksum is wrong", name)
		}
		for i := range int(U16(data, 4)) {
			e := data[12+16*i:]
			at, size := U32(e, 8), (U32(e, 12)+3)&^3
			body := bytes.Clone(data[at : at+size])
			if string(e[:4]) == "head" {
				copy(body[8:12], []byte{0, 0, 0, 0})
			}
			if sum32(body) != U32(e, 4) {
				t.Errorf("%s: the checksum of %s is wrong", name, e[:4])
			}
		}
	}
	if composites < 50 {
		t.Errorf("only %d composite glyphs were met: the test does not reach them", composites)
	}
}

func TestASubsetHoldsOnlyWhatIsUsed(t *testing.T) {
	for name, f := range embedded(t) {
		words := "Price12."
		if strings.HasPrefix(name, "Noto") {
			words = "岂凡超，模型价格"
		}
		glyphs := []uint16{0}
		for _, r := range words {
			glyphs = append(glyphs, f.Glyph(r))
		}
		s, err := f.Subset(glyphs)
		if err != nil {
			t.Fatal(name, err)
		}
		if n := len(s.File()); n > 5000 {
			t.Errorf("%s: %d bytes for eight characters", name, n)
		}
		if n := len(s.Order); n < 9 || n > 11 { // i may be made of two parts
			t.Errorf("%s: %d glyphs for eight characters and .notdef", name, n)
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

// FuzzOpen: a damaged face is an error, never a panic or an endless loop.
func FuzzOpen(f *testing.F) {
	fc := embedded(f)["IBMPlexSans_400Regular.ttf"]
	glyphs := []uint16{0}
	for _, r := range "AÄé fi½" {
		glyphs = append(glyphs, fc.Glyph(r))
	}
	small, err := fc.Subset(glyphs)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(append(small.File(), fc.Table["cmap"]...))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
		tb, err := tables(data)
		if err != nil {
			return
		}
		if tb["cmap"] == nil {
			tb["cmap"] = []byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12, 0, 4, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 1, 0, 0, 0, 0}
			var list []Table
			for _, name := range []string{"cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
				if tb[name] != nil {
					list = append(list, Table{name, tb[name]})
				}
			}
			if tb["head"] == nil {
				return
			}
			data = Assemble(list)
		}
		fc, err := Open(data)
		if err != nil {
			return
		}
		glyphs := []uint16{0}
		for r := range rune(300) {
			if g := fc.Glyph(r); int(g) < fc.Glyphs {
				glyphs = append(glyphs, g)
			}
		}
		_, _ = fc.Subset(glyphs)
	})
}

// TestAShortHead: tables of a damaged face are written as they are; no other table takes the file's checksum.
func TestAShortHead(t *testing.T) {
	for _, head := range [][]byte{{}, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}} {
		file := Assemble([]Table{{"glyf", []byte{9, 9, 9, 9}}, {"head", head}})
		if got, err := tables(file); err != nil || !bytes.Equal(got["head"], head) || !bytes.Equal(got["glyf"], []byte{9, 9, 9, 9}) {
			t.Errorf("a head of %d bytes: read back %v, %v", len(head), got, err)
		}
	}
}
