package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the player and its style
	"encoding/base64"
	"strings"

	"roadshow/scene"
)

var (
	//go:embed player.js
	player string
	//go:embed tips.js
	tips string
	//go:embed style.css
	sheet string
	//go:embed read.css
	readSheet string
)

// file puts head and body together.
func (w *writer) file(f scene.Files) ([]byte, error) {
	script := lean(tips + player)
	sum := sha256.Sum256([]byte(script))
	var b bytes.Buffer
	b.Grow(w.out.Len() + 256<<10)
	b.WriteString("<!DOCTYPE html>\n<html")
	attr := func(name, value string) {
		b.WriteString(" " + name + `="`)
		escape(&b, value, true)
		b.WriteString(`"`)
	}
	attr("lang", w.meta.Language)
	b.WriteString(">\n<head>\n<meta charset=\"utf-8\">\n" +
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-` + base64.StdEncoding.EncodeToString(sum[:]) +
		`'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'">` + "\n" +
		`<meta name="viewport" content="width=device-width, initial-scale=1">` + "\n<title>")
	escape(&b, w.meta.Title, false)
	b.WriteString("</title>\n")
	for _, m := range [][2]string{{"author", w.meta.Author}, {"description", w.meta.Subject}, {"keywords", strings.Join(w.meta.Keywords, ", ")}, {"date", w.meta.Date}, {"generator", "roadshow"}} {
		if m[1] != "" {
			b.WriteString("<meta")
			attr("name", m[0])
			attr("content", m[1])
			b.WriteString(">\n")
		}
	}
	b.WriteString("<style>\n")
	if err := w.faces.css(&b); err != nil {
		return nil, err
	}
	ground := groundOf(f)
	var flows bytes.Buffer // before the colours are defined: it may ask for more
	w.flows.css(w, &flows)
	house := w.house(ground)
	w.css(&b, house)
	b.WriteString(lean(sheet))
	b.WriteString(lean(readSheet))
	b.Write(flows.Bytes())
	w.darkCSS(&b, ground, house)
	b.WriteString("</style>\n</head>\n<body>\n")
	w.defs.write(&b)
	b.Write(w.out.Bytes())
	b.WriteString("<script>" + script + "</script>\n</body>\n</html>\n")
	return b.Bytes(), nil
}

// lean is a source without its comments, which stand on lines of their own, and without indents.
func lean(s string) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") && !strings.HasPrefix(line, "/*") {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// tokened is a colour of the house by its name in the style sheet.
type tokened struct {
	token string
	color scene.Color
}

// groundOf is the colour of the pages.
func groundOf(f scene.Files) scene.Color {
	ground := scene.Color{Token: "background", R: 255, G: 255, B: 255}
	for _, d := range []*scene.Deck{f.Document, f.Slides} {
		if d != nil && len(d.Pages) > 0 && !d.Pages[0].Background.None() {
			ground = d.Pages[0].Background
		}
	}
	return ground
}

// house are the colours of what stands around the pages, taken from the pages themselves.
func (w *writer) house(ground scene.Color) (list []tokened) {
	known := map[string]scene.Color{"background": ground, "surface": ground}
	for _, c := range w.looks.listed {
		if _, seen := known[c.Token]; !seen || c.Token == "surface" {
			known[c.Token] = c
		}
	}
	for _, token := range [...]string{"background", "surface", "text", "muted", "rule", "accent"} {
		c, ok := known[token]
		if !ok {
			c = scene.Color{Token: "text"}
			if !light(ground) {
				c.R, c.G, c.B = 255, 255, 255
			}
		}
		list = append(list, tokened{token, c})
	}
	return list
}
