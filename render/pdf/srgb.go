package pdf

import (
	"encoding/binary"
	"math"
)

// srgb is the colour profile that the file's numbers are meant in: sRGB (IEC 61966-2-1) as an ICC profile of version 4 that holds no
// more than what ISO 15076-1, 8.3 asks of a display's. Every reader has its own; that of an archived file may not be left to chance.
func srgb() []byte {
	text := func(s string) []byte { // multiLocalizedUnicode, one record
		b := append([]byte("mluc\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x00\x0CenUS"), 0, 0, 0, byte(2*len(s)), 0, 0, 0, 28)
		for i := range len(s) {
			b = append(b, 0, s[i])
		}
		return b
	}
	numbers := func(kind string, v ...float64) []byte { // s15Fixed16
		b := []byte(kind + "\x00\x00\x00\x00")
		for _, x := range v {
			b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(x*65536))))
		}
		return b
	}
	curve := numbers("para", 2.4, 1/1.055, 0.055/1.055, 1/12.92, 0.04045)
	curve = append(append(curve[:8:8], 0, 3, 0, 0), curve[8:]...) // function 3: IEC 61966-2-1
	tags := []struct {
		names string // four letters each
		data  []byte
	}{
		{"desc", text("sRGB")},
		{"cprt", text("No copyright, use freely")},
		{"wtpt", numbers("XYZ ", 0.9642, 1, 0.8249)}, // D50, to which the colours below are adapted
		{"chad", numbers("sf32", 1.047882, 0.022919, -0.050201, 0.029587, 0.990484, -0.017059, -0.009232, 0.015076, 0.751678)},
		{"rXYZ", numbers("XYZ ", 0.436035, 0.222488, 0.013916)},
		{"gXYZ", numbers("XYZ ", 0.385115, 0.716904, 0.097061)},
		{"bXYZ", numbers("XYZ ", 0.143051, 0.060608, 0.713913)},
		{"rTRCgTRCbTRC", curve},
	}
	count := 0
	for _, t := range tags {
		count += len(t.names) / 4
	}
	be := binary.BigEndian
	head := make([]byte, 128, 640)
	copy(head[8:], "\x04\x20\x00\x00mntrRGB XYZ ")
	be.PutUint16(head[24:], 2000) // the profile's date is no clock's
	be.PutUint16(head[26:], 1)
	be.PutUint16(head[28:], 1)
	copy(head[36:], "acsp")
	copy(head[68:], numbers("", 0.9642, 1, 0.8249)[4:])
	head = be.AppendUint32(head, uint32(count))
	at := 132 + 12*count
	var body []byte
	for _, t := range tags {
		for i := 0; i < len(t.names); i += 4 {
			head = append(head, t.names[i:i+4]...)
			head = be.AppendUint32(be.AppendUint32(head, uint32(at+len(body))), uint32(len(t.data)))
		}
		body = append(body, t.data...)
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
	}
	out := append(head, body...)
	be.PutUint32(out, uint32(len(out)))
	return out
}
