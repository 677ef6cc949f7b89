package layouts

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"strings"
	"testing"

	"roadshow/art"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// photograph is a small JPEG, with notes put behind its start.
func photograph(t *testing.T, notes []byte) []byte {
	t.Helper()
	im := image.NewRGBA(image.Rect(0, 0, 24, 16))
	for i := range im.Pix {
		im.Pix[i] = uint8(i * 7)
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, im, nil); err != nil {
		t.Fatal(err)
	}
	return append(append([]byte{0xff, 0xd8}, notes...), b.Bytes()[2:]...)
}

func exif(order binary.ByteOrder, turn uint16) []byte {
	tiff := []byte("MM\x00\x2a")
	if order == binary.LittleEndian {
		tiff = []byte("II\x2a\x00")
	}
	tiff = binary.BigEndian.AppendUint32(tiff, 0)
	order.PutUint32(tiff[4:], 8)
	entry := make([]byte, 14)
	order.PutUint16(entry, 1)
	order.PutUint16(entry[2:], 0x0112)
	order.PutUint16(entry[4:], 3)
	order.PutUint32(entry[6:], 1)
	order.PutUint16(entry[10:], turn)
	body := append([]byte("Exif\x00\x00"), append(tiff, entry...)...)
	return append([]byte{0xff, 0xe1, 0, byte(len(body) + 2)}, body...)
}

func TestThePictureOfAJPEGIsWhatIsKept(t *testing.T) {
	plain := photograph(t, nil)
	for _, order := range []binary.ByteOrder{binary.BigEndian, binary.LittleEndian} {
		for turn := range uint16(10) {
			data := append(photograph(t, exif(order, turn)), bytes.Repeat([]byte("\xff\xd8film"), 1000)...)
			got, how, err := art.CheckJPEG(data)
			want := scene.Turn(turn)
			if turn < 2 || turn > 8 {
				want = 0
			}
			if err != nil || how != want || !bytes.Equal(got, plain) {
				t.Errorf("orientation %d: turned by %d, %v, %d bytes of %d", turn, how, err, len(got), len(plain))
			}
		}
	}
	for n := 2; n < len(plain); n += 37 {
		if _, _, err := art.CheckJPEG(plain[:n]); err == nil {
			t.Errorf("%d of %d bytes pass", n, len(plain))
		}
	}
	if _, _, err := art.CheckJPEG(append(plain[:len(plain)/2:len(plain)/2], 0xff, 0xd9)); err == nil {
		t.Error("half a picture with an end passes")
	}
}

// TestAPictureLeavesWhatDoesNotDrawIt: whoever took it, and where, is in no file; what a reader stumbles over is not either.
func TestAPictureLeavesWhatDoesNotDrawIt(t *testing.T) {
	im := image.NewPaletted(image.Rect(0, 0, 9, 5), color.Palette{color.Black, color.White, color.Gray{99}})
	im.SetColorIndex(7, 3, 2)
	var b bytes.Buffer
	if err := png.Encode(&b, im); err != nil {
		t.Fatal(err)
	}
	plain := b.Bytes()
	const head = 8 + 25
	chunk := func(kind, text string) string {
		part := kind + text
		n, sum := make([]byte, 4), make([]byte, 4)
		binary.BigEndian.PutUint32(n, uint32(len(text)))
		binary.BigEndian.PutUint32(sum, crc([]byte(part)))
		return string(n) + part + string(sum)
	}
	with := func(chunks string) []byte { return []byte(string(plain[:head]) + chunks + string(plain[head:])) }
	exif := func(turn string) string {
		return "MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + turn + "\x00\x00\x00\x00\x00\x00"
	}
	for name, chunks := range map[string]string{
		"a text": chunk("tEXt", "Author\x00Jane Doe"), "a short size": chunk("pHYs", "\x00\x00\x03\xe8\x00\x00\x03\xe8"),
		"a time": chunk("tIME", "\x07\xe7\x01\x01\x00\x00\x00"), "upright": chunk("eXIf", exif("\x01")), "of its maker": chunk("prVt", "anything")} {
		got, _, err := art.CheckPNG(with(chunks))
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%s: %v, %d bytes of %d", name, err, len(got), len(plain))
		}
	}
	if _, _, err := art.CheckPNG(with(chunk("eXIf", exif("\x06")))); !errors.Is(err, art.ErrTurned) {
		t.Errorf("a picture on its side: %v", err)
	}
	for sample, want := range map[string]bool{"\x00\x01": true, "\x00\x02": false, "\x00\xff": false} { // of one bit
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 2))); err != nil {
			t.Fatal(err)
		}
		grey := b.Bytes()
		packed := new(bytes.Buffer)
		z := zlib.NewWriter(packed)
		z.Write([]byte{0, 0x0f, 0, 0xf0})
		z.Close()
		head := bytes.Clone(grey[8:33])
		head[16] = 1
		binary.BigEndian.PutUint32(head[21:], crc(head[4:21]))
		_, _, err := art.CheckPNG([]byte(string(grey[:8]) + string(head) + chunk("tRNS", sample) + chunk("IDAT", packed.String()) + chunk("IEND", "")))
		if (err == nil) != want {
			t.Errorf("a transparent sample %x of one bit: %v", sample, err)
		}
	}
	last := len(plain) - 12 // before IEND
	for name, bad := range map[string][]byte{
		"transparency behind the rows": []byte(string(plain[:last]) + chunk("tRNS", "\x00") + string(plain[last:])),
		"a palette behind the rows":    []byte(string(plain[:last]) + chunk("PLTE", "\x00\x00\x00") + string(plain[last:])),
		"two heads":                    with(string(plain[8:head])),
		"a critical part":              with(chunk("ABCD", "anything")),
	} {
		if _, _, err := art.CheckPNG(bad); err == nil {
			t.Errorf("%s is no damage", name)
		}
	}
	if got, _, err := art.CheckPNG(with(chunk("gAMA", "\x00\x00\xb1\x8f"))); err != nil || len(got) != len(plain)+16 {
		t.Errorf("its gamma draws it: %v", err)
	}
}

// TestAColourOutsideThePaletteIsDamage, whatever filter its row has: readers draw it as they like.
func TestAColourOutsideThePaletteIsDamage(t *testing.T) {
	for filter := range byte(5) {
		for depth, want := range map[byte]string{8: "one of its colours is not in its palette", 2: "one of its colours is not in its palette"} {
			for _, highest := range []byte{2, 3} { // the palette has three
				im := indexed(t, filter, depth, highest)
				_, _, err := art.CheckPNG(im)
				if got := fmt.Sprint(err); highest == 3 && got != want || highest == 2 && err != nil {
					t.Errorf("filter %d, %d bits, colour %d: %v", filter, depth, highest, err)
				}
			}
		}
	}
}

// indexed is a PNG of 8 × 3 pixels with a palette of three colours, every row behind one filter, whose last pixel has a colour.
func indexed(t *testing.T, filter, depth, last byte) []byte {
	t.Helper()
	per := 8 / int(depth)
	rows := [3][]byte{}
	for y := range rows {
		rows[y] = make([]byte, 8/per)
		for x := range 8 {
			v := byte((x + y) % 3)
			if y == 2 && x == 7 {
				v = last
			}
			rows[y][x/per] |= v << (8 - int(depth) - x%per*int(depth))
		}
	}
	var raw []byte
	for y, row := range rows {
		raw = append(raw, filter)
		for i := range row {
			var left, up, corner int
			if i > 0 {
				left = int(row[i-1])
			}
			if y > 0 {
				up = int(rows[y-1][i])
			}
			if i > 0 && y > 0 {
				corner = int(rows[y-1][i-1])
			}
			near, best := left, 1000 // of Paeth
			for _, v := range []int{left, up, corner} {
				if d := max(v-(left+up-corner), left+up-corner-v); d < best {
					near, best = v, d
				}
			}
			raw = append(raw, row[i]-byte([]int{0, left, up, (left + up) / 2, near}[filter]))
		}
	}
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	z.Close()
	out := []byte("\x89PNG\r\n\x1a\n")
	for _, c := range [][2]string{{"IHDR", "\x00\x00\x00\x08\x00\x00\x00\x03" + string(depth) + "\x03\x00\x00\x00"}, {"PLTE", "\x00\x00\x00\x77\x77\x77\xff\xff\xff"}, {"IDAT", packed.String()}, {"IEND", ""}} {
		out = binary.BigEndian.AppendUint32(out, uint32(len(c[1])))
		out = append(out, c[0]+c[1]...)
		out = binary.BigEndian.AppendUint32(out, crc([]byte(c[0]+c[1])))
	}
	if _, err := png.Decode(bytes.NewReader(out)); err != nil {
		t.Fatal(err)
	}
	return out
}

func TestEveryKindOfPNGIsReadToItsEnd(t *testing.T) {
	box := image.Rect(0, 0, 13, 9)
	for name, im := range map[string]image.Image{"rgba": image.NewNRGBA(box), "grey": image.NewGray(box), "16 bits": image.NewNRGBA64(box),
		"palette": image.NewPaletted(box, color.Palette{color.Black, color.White})} {
		var b bytes.Buffer
		if err := png.Encode(&b, im); err != nil {
			t.Fatal(err)
		}
		if _, _, err := art.CheckPNG(b.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// Twice as many rows as there are, its checksum right.
		bad := bytes.Clone(b.Bytes())
		bad[23] *= 2
		binary.BigEndian.PutUint32(bad[29:], crc(bad[12:29]))
		if _, _, err := art.CheckPNG(bad); err == nil || !strings.Contains(err.Error(), "rows are missing") {
			t.Errorf("%s, too short: %v", name, err)
		}
		bad[23] = 3
		binary.BigEndian.PutUint32(bad[29:], crc(bad[12:29]))
		if _, _, err := art.CheckPNG(bad); err == nil || !strings.Contains(err.Error(), "more rows") {
			t.Errorf("%s, too long: %v", name, err)
		}
	}
}

func TestADamagedPictureIsAnErrorAtItsLine(t *testing.T) {
	src := "title: A title\ndate: 2025\nthemes:\n  - name: One\n    claim: One thing holds\n    evidence:\n      - image: {file: p.jpg, alt: A picture, title: A picture}\n"
	plain := photograph(t, nil)
	for name, data := range map[string][]byte{"cut": plain[:len(plain)-40], "half": append(plain[:len(plain)/2:len(plain)/2], 0xff, 0xd9)} {
		_, l := folder{"p.jpg": string(data)}.lay(t, src)
		if got := complaints(l, diag.Error); !strings.Contains(got, `:7:23 E-IMAGE the picture "p.jpg" is damaged`) {
			t.Errorf("%s: %s", name, got)
		}
	}
	deck, l := folder{"p.jpg": string(photograph(t, exif(binary.BigEndian, 6)))}.lay(t, src)
	if got := complaints(l, diag.Error); got != "" {
		t.Fatal(got)
	}
	for _, pg := range deck.Pages {
		scene.Walk(pg.Items, func(it scene.Item) {
			if im, ok := it.(*scene.Image); ok && (im.Turn != 6 || im.Pixels != [2]int{16, 24} || im.Frame.W >= im.Frame.H) {
				t.Errorf("a picture on its side is %v, %v in %v", im.Turn, im.Pixels, im.Frame)
			}
		})
	}
}

func crc(b []byte) uint32 { return crc32.ChecksumIEEE(b) }
