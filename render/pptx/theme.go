package pptx

import (
	"cmp"
	"fmt"
	"strings"

	"roadshow/scene"
)

// theme is the presentation's: its colours by the names that office programs give them, and its faces.
type theme struct {
	dark   bool
	ground scene.Color
	slots  map[string]scene.Color // "dk1" …
	by     map[[3]uint8]string    // what a slide calls a colour: "tx1", "accent2" …
	major  string                 // family of headings …
	minor  string                 // … and of what stands around
}

// slot pairs a name of the scheme with what a slide calls it and the tokens that it is filled from, the best first.
type slot struct {
	name, call string
	tokens     []string
}

// slotsOf are the scheme's colours. A dark look has its ground in the dark pair: whoever pastes text of the other pair still reads it.
func slotsOf(dark bool) []slot {
	s := []slot{
		{"dk1", "tx1", []string{"text"}}, {"lt1", "bg1", []string{"background"}},
		{"dk2", "tx2", []string{"muted", "text"}}, {"lt2", "bg2", []string{"surface", "background"}},
		{"accent1", "accent1", []string{"accent", "series1"}}, {"accent2", "accent2", []string{"series2"}}, {"accent3", "accent3", []string{"series3"}},
		{"accent4", "accent4", []string{"series4"}}, {"accent5", "accent5", []string{"series5"}}, {"accent6", "accent6", []string{"series6"}},
		{"hlink", "hlink", []string{"accent_deep", "accent"}}, {"folHlink", "folHlink", []string{"muted", "text"}},
	}
	if dark {
		s[0].tokens, s[1].tokens = s[1].tokens, s[0].tokens
		s[2].tokens, s[3].tokens = s[3].tokens, s[2].tokens
		s[0].call, s[1].call, s[2].call, s[3].call = s[1].call, s[0].call, s[3].call, s[2].call
	}
	return s
}

// themeOf finds the theme of a deck in what its pages use and its look has.
func (k *writer) themeOf(d *scene.Deck) *theme {
	known := map[string]scene.Color{}
	for _, c := range d.Colors {
		known[c.Token] = c
	}
	t := &theme{slots: map[string]scene.Color{}, by: map[[3]uint8]string{}}
	ground, ink := known["background"], known["text"]
	t.dark = light(ground) < light(ink)
	for _, s := range slotsOf(t.dark) {
		for _, token := range s.tokens {
			if c, ok := known[token]; ok {
				t.slots[s.name] = c
				break
			}
		}
		c := t.slots[s.name]
		key := [3]uint8{c.R, c.G, c.B}
		if _, taken := t.by[key]; !taken && s.name != "folHlink" && s.name != "hlink" {
			t.by[key] = s.call
		}
	}
	t.ground = ground
	t.major, t.minor = cmp.Or(k.faces[scene.Serif].family, "Georgia"), cmp.Or(k.faces[scene.Sans].family, "Arial")
	return t
}

func light(c scene.Color) int { return 299*int(c.R) + 587*int(c.G) + 114*int(c.B) }

// color is the element of a colour.
func (t *theme) color(c scene.Color) string {
	if call, ok := t.by[[3]uint8{c.R, c.G, c.B}]; ok {
		return `<a:schemeClr val="` + call + `"/>`
	}
	return fmt.Sprintf(`<a:srgbClr val="%02X%02X%02X"/>`, c.R, c.G, c.B)
}

// The faces of Chinese words, on Windows and on Macs with Office.
const (
	hanSerif = "SimSun"
	hanSans  = "Microsoft YaHei"
)

// write makes a theme's part.
func (t *theme) write(p *part, name string) {
	p.put(declaration, `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="`, esc(name), `"><a:themeElements><a:clrScheme name="`, esc(name), `">`)
	for _, s := range slotsOf(t.dark) {
		p.put("<a:", s.name, `><a:srgbClr val="`, rgb(t.slots[s.name]), `"/></a:`, s.name, ">")
	}
	p.put(`</a:clrScheme><a:fontScheme name="`, esc(name), `">`)
	for _, f := range [2][3]string{{"major", t.major, hanSerif}, {"minor", t.minor, hanSans}} {
		p.put("<a:", f[0], `Font><a:latin typeface="`, esc(f[1]), `"/><a:ea typeface="`, f[2], `"/><a:cs typeface=""/><a:font script="Hans" typeface="`, f[2], `"/></a:`, f[0], "Font>")
	}
	p.put(`</a:fontScheme>`, formats(), `</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`)
}

// formats are the fills, lines and effects that every theme must have: plain ones.
func formats() string {
	return `<a:fmtScheme name="Plain"><a:fillStyleLst>` + strings.Repeat(plainFill, 3) + `</a:fillStyleLst><a:lnStyleLst>` +
		plainLine("6350") + plainLine("12700") + plainLine("19050") + `</a:lnStyleLst><a:effectStyleLst>` +
		strings.Repeat(`<a:effectStyle><a:effectLst/></a:effectStyle>`, 3) + `</a:effectStyleLst><a:bgFillStyleLst>` +
		strings.Repeat(plainFill, 3) + `</a:bgFillStyleLst></a:fmtScheme>`
}

const plainFill = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`

func plainLine(w string) string {
	return `<a:ln w="` + w + `" cap="flat" cmpd="sng" algn="ctr">` + plainFill + `<a:prstDash val="solid"/><a:miter lim="800000"/></a:ln>`
}
