package typeset

import (
	"encoding/binary"
	"testing"

	"roadshow/assets"
	"roadshow/internal/cputime"
	"roadshow/scene"
)

// FuzzBrandFont: a font file is refused, or words are set in it. The seed is a face of a few glyphs: whole ones leave the fuzzer
// no time.
func FuzzBrandFont(f *testing.F) {
	tiny := tinyFont(f, 12)
	if err := CheckFont(tiny); err != nil {
		f.Fatal(err)
	}
	f.Add(tiny)
	f.Add(tiny[:len(tiny)/2])
	f.Add(tinyFont(f, 40))
	f.Fuzz(func(t *testing.T, data []byte) {
		defer cputime.Bound(t)()
		ok := CheckFont(data) == nil
		fonts := New(map[scene.Font][]byte{scene.Serif: data})
		if !ok {
			return // the embedded face serves, as everywhere
		}
		b := fonts.Set([]scene.Span{{Text: "e0 0e", Style: body}}, Options{Width: 50})
		fonts.Metrics(scene.Serif)
		fonts.Used()
		if len(b.Lines) == 0 {
			t.Error("words without lines")
		}
	})
}

// tinyFont is an embedded face cut to its first glyphs, which draw e, 0 and what follows them in the alphabet.
func tinyFont(t testing.TB, glyphs int) []byte {
	whole := assets.Font(scene.CondMedium).Data
	face, err := openFont(whole)
	if err != nil {
		t.Fatal(err)
	}
	be := binary.BigEndian
	cut := map[string][]byte{}
	for _, tag := range []string{"head", "hhea", "maxp", "OS/2", "post", "name"} {
		cut[tag] = append([]byte(nil), table(whole, tag)...)
	}
	cut["post"] = cut["post"][:32]
	be.PutUint32(cut["post"], 0x00030000)
	cut["name"] = []byte{0, 0, 0, 1, 0, 22, 0, 3, 0, 1, 4, 9, 0, 1, 0, 8, 0, 0, 0, 0, 0, 0, 0, 'T', 0, 'i', 0, 'n', 0, 'y'}
	be.PutUint16(cut["name"][4:], 18)
	be.PutUint16(cut["maxp"][4:], uint16(glyphs))
	be.PutUint16(cut["hhea"][34:], uint16(glyphs))
	be.PutUint16(cut["head"][50:], 1)
	for i := range glyphs { // glyph i is that of a letter, so that each draws something
		letter := rune('0')
		if i%2 == 1 {
			letter = 'e'
		}
		id := face.index(letter + rune(i/2))
		cut["hmtx"] = be.AppendUint16(cut["hmtx"], uint16(face.advance(id)))
		cut["hmtx"] = be.AppendUint16(cut["hmtx"], 0)
		cut["loca"] = be.AppendUint32(cut["loca"], uint32(len(cut["glyf"])))
		from, to := u16(face.loca, 2*id)*2, u16(face.loca, 2*id+2)*2
		if face.longLoca {
			from, to = u32(face.loca, 4*id), u32(face.loca, 4*id+4)
		}
		cut["glyf"] = append(cut["glyf"], face.glyf[from:to]...)
	}
	cut["loca"] = be.AppendUint32(cut["loca"], uint32(len(cut["glyf"])))
	// 0 and its followers are the even glyphs, e and its followers the odd ones: two segments with tables of glyphs.
	half := glyphs / 2
	var sub []byte
	for _, v := range []int{4, 0, 0, 6, 4, 1, 2, '0' + half - 1, 'e' + half - 1, 0xFFFF, 0, '0', 'e', 0xFFFF, 0, 0, 1, 6, 4 + 2*half, 0} {
		sub = be.AppendUint16(sub, uint16(v))
	}
	for _, odd := range []int{0, 1} {
		for i := range half {
			id := 2*i + odd
			if id == 0 {
				id = 2 // glyph 0 is that of what is missing
			}
			sub = be.AppendUint16(sub, uint16(id))
		}
	}
	be.PutUint16(sub[2:], uint16(len(sub)))
	cut["cmap"] = append([]byte{0, 0, 0, 1, 0, 3, 0, 1, 0, 0, 0, 12}, sub...)

	tags := []string{"OS/2", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post"}
	out := be.AppendUint16([]byte{0, 1, 0, 0}, uint16(len(tags)))
	out = append(out, 0, 128, 0, 3, 0, 32)
	at := 12 + 16*len(tags)
	for _, tag := range tags {
		out = append(out, tag...)
		out = be.AppendUint32(out, 0)
		out = be.AppendUint32(out, uint32(at))
		out = be.AppendUint32(out, uint32(len(cut[tag])))
		at += (len(cut[tag]) + 3) &^ 3
	}
	for _, tag := range tags {
		out = append(out, cut[tag]...)
		for len(out)%4 > 0 {
			out = append(out, 0)
		}
	}
	return out
}
