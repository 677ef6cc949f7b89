package pptx

import (
	"bytes"
	"encoding/xml"
	"math"
	"strconv"

	"roadshow/scene"
)

// out writes XML. What is put into it is literal but for the types below.
type out struct{ bytes.Buffer }

type (
	esc  string   // words: escaped; what XML cannot hold becomes the replacement character
	emu  scene.Pt // a length, in 1/12,700 pt
	cent scene.Pt // a size of type or a distance of lines, in 1/100 pt
	rgb  scene.Color
)

func (o *out) put(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			o.WriteString(p)
		case esc:
			_ = xml.EscapeText(&o.Buffer, []byte(p)) // a buffer never fails
		case int:
			o.int(int64(p))
		case emu:
			o.int(emus(scene.Pt(p)))
		case cent:
			o.int(int64(math.Round(float64(p) * 100)))
		case rgb:
			const digits = "0123456789ABCDEF"
			for _, v := range [3]uint8{p.R, p.G, p.B} {
				o.WriteByte(digits[v>>4])
				o.WriteByte(digits[v&15])
			}
		}
	}
}

func (o *out) int(v int64) { o.Write(strconv.AppendInt(o.AvailableBuffer(), v, 10)) }

// attr writes an attribute, none where there is nothing to say.
func (o *out) attr(name, value string) {
	if value != "" {
		o.put(" ", name, `="`, esc(value), `"`)
	}
}

// emus is a length as office files count it.
func emus(v scene.Pt) int64 { return int64(math.Round(float64(v) * 12700)) }

const declaration = `<?xml version="1.0"?>`

// The namespaces of a part of a presentation.
const namespaces = ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
