package layouts

import (
	"bytes"
	"encoding/binary"
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

func TestEveryKindOfPNGIsReadToItsEnd(t *testing.T) {
	box := image.Rect(0, 0, 13, 9)
	for name, im := range map[string]image.Image{"rgba": image.NewNRGBA(box), "grey": image.NewGray(box), "16 bits": image.NewNRGBA64(box),
		"palette": image.NewPaletted(box, color.Palette{color.Black, color.White})} {
		var b bytes.Buffer
		if err := png.Encode(&b, im); err != nil {
			t.Fatal(err)
		}
		if _, err := art.CheckPNG(b.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		// Twice as many rows as there are, its checksum right.
		bad := bytes.Clone(b.Bytes())
		bad[23] *= 2
		binary.BigEndian.PutUint32(bad[29:], crc(bad[12:29]))
		if _, err := art.CheckPNG(bad); err == nil || !strings.Contains(err.Error(), "rows are missing") {
			t.Errorf("%s, too short: %v", name, err)
		}
		bad[23] = 3
		binary.BigEndian.PutUint32(bad[29:], crc(bad[12:29]))
		if _, err := art.CheckPNG(bad); err == nil || !strings.Contains(err.Error(), "more rows") {
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
