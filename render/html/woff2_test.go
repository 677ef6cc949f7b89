package html

import (
	"bytes"
	"encoding/binary"
	"io"
	"testing"

	"github.com/andybalholm/brotli"

	"roadshow/render/truetype"
	"roadshow/scene"
	"roadshow/words"
)

// unpack reads a WOFF2 file back as a TrueType file: code of its own.
func unpack(t *testing.T, data []byte) []byte {
	t.Helper()
	known := []string{"cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern"}
	if string(data[:4]) != "wOF2" || int(binary.BigEndian.Uint32(data[8:])) != len(data) || len(data)%4 != 0 {
		t.Fatalf("not a WOFF2 file of its length: %x", data[:12])
	}
	at, sizes, names := 48, []int{}, []string{}
	for range binary.BigEndian.Uint16(data[12:]) {
		flag := data[at]
		at++
		name := known[flag&63]
		if want := byte(0); (name == "glyf" || name == "loca") && flag>>6 != 3 || name != "glyf" && name != "loca" && flag>>6 != want {
			t.Errorf("%s is marked as transformed", name)
		}
		size := 0
		for {
			size = size<<7 | int(data[at]&0x7F)
			at++
			if data[at-1]&0x80 == 0 {
				break
			}
		}
		sizes, names = append(sizes, size), append(names, name)
	}
	packed := int(binary.BigEndian.Uint32(data[20:]))
	body, err := io.ReadAll(brotli.NewReader(bytes.NewReader(data[at : at+packed])))
	if err != nil {
		t.Fatal(err)
	}
	var list []truetype.Table
	for i, size := range sizes {
		list = append(list, truetype.Table{Name: names[i], Data: body[:size]})
		body = body[size:]
	}
	if len(body) != 0 {
		t.Errorf("%d bytes belong to no table", len(body))
	}
	out := truetype.Assemble(list)
	if len(out) != int(binary.BigEndian.Uint32(data[16:])) {
		t.Errorf("the file says %d bytes unpacked, %d are", binary.BigEndian.Uint32(data[16:]), len(out))
	}
	return out
}

func TestAFaceIsReadBackWithItsWidthsAndPairs(t *testing.T) {
	s := newSetter()
	d := s.deck(scene.Slides, scene.Page{ID: "slide:a", Items: []scene.Item{
		s.text(scene.RoleBody, scene.Serif, 12, 48, 100, "AVATAR To Yes, 12.5 % “Tea”"), s.text(scene.RoleBody, scene.HanSerifRegular, 12, 48, 160, "模型的价格")}})
	w := newWriter(scene.Files{Slides: d}, Options{})
	w.own = words.For("en")
	if err := w.slidesView(d); err != nil {
		t.Fatal(err)
	}
	d.Fonts = s.fonts.Used()
	var z compressor
	checked := 0
	for _, page := range d.Pages {
		scene.Walk(page.Items, func(it scene.Item) {
			for _, l := range it.(*scene.Text).Lines {
				for i := range l.Runs {
					checked += readsBack(t, w, &z, &l.Runs[i])
				}
			}
		})
	}
	if checked < 30 {
		t.Errorf("only %d letters were read back", checked)
	}
}

// readsBack shapes a run with the face that the file holds, by its widths and its pairs, and holds it against what was measured.
func readsBack(t *testing.T, w *writer, z *compressor, r *scene.Run) (letters int) {
	t.Helper()
	data, err := w.faces.used[r.Font].web(z)
	if err != nil {
		t.Fatal(err)
	}
	face, err := truetype.Open(unpack(t, data))
	if err != nil {
		t.Fatal(r.Font, err)
	}
	pairs := map[[2]uint16]int{}
	if kern := face.Table["kern"]; kern != nil {
		for i := range int(truetype.U16(kern, 10)) {
			e := 18 + 6*i
			pairs[[2]uint16{truetype.U16(kern, e), truetype.U16(kern, e+2)}] = int(int16(truetype.U16(kern, e+4)))
		}
	}
	chars := []rune(r.Text)
	for i, c := range chars {
		g := face.Glyph(c)
		if g == 0 {
			t.Fatalf("%s has no %q", r.Font, c)
		}
		adv := face.Advance(g)
		if i+1 < len(chars) {
			adv += pairs[[2]uint16{g, face.Glyph(chars[i+1])}]
		}
		if adv*1000/face.Em != int(r.Adv[i]) {
			t.Errorf("%s: %q is %d wide, measured %d", r.Font, c, adv, r.Adv[i])
		}
		letters++
	}
	if a, b := truetype.U16(face.Table["hhea"], 4), truetype.U16(face.Table["OS/2"], 74); int(a) != ascent*face.Em/1000 || a != b {
		t.Errorf("%s stands %d and %d high", r.Font, a, b)
	}
	return letters
}

func TestAboveTheFirstPlaneTheMapHasItsSecondForm(t *testing.T) {
	for _, chars := range [][]rune{{'a'}, {'a', 'b', 'd', 0xFFFF}, {' ', 'a', 0x4E00, 0x4E01, 0x1F600, 0x1F601}, {0x1F600}} {
		cmap := charMap(chars)
		for i := range int(truetype.U16(cmap, 2)) {
			if at := int(truetype.U32(cmap, 8+8*i)); at >= len(cmap) || int(truetype.U16(cmap, at)) != []int{4, 12}[i] {
				t.Errorf("%q: table %d is at %d of %d", chars, i, at, len(cmap))
			}
		}
		if got, want := truetype.U16(cmap, 2) == 2, chars[len(chars)-1] > 0xFFFF; got != want {
			t.Errorf("%q: two tables: %v", chars, got)
		}
	}
}
