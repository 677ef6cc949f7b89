package assets

import (
	_ "embed" // the type scales below
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"roadshow/scene"
)

var (
	//go:embed type/document.json
	documentType string
	//go:embed type/slides.json
	slidesType string
)

// heavySmall: a look that says so sets light serifs below this size a weight heavier.
const heavySmall scene.Pt = 20

// TypeScale is the type scale of a medium in a look: a style by the name of what is set in it. A style is written as typographers do,
// "serif-light 54/56 text -1.3": the face, size over leading in points, the colour's token, and the tracking where there is any.
func (l *Look) TypeScale(m scene.Medium) map[string]scene.Style {
	written := documentType
	if m == scene.Slides {
		written = slidesType
	}
	var scale map[string]string
	if err := json.Unmarshal([]byte(written), &scale); err != nil {
		panic("assets: type scale: " + err.Error()) // embedded, and tested
	}
	colors := map[string]scene.Color{"text": l.Text, "muted": l.Muted, "accent": l.Accent, "on_accent": l.OnAccent}
	out := make(map[string]scene.Style, len(scale))
	for name, s := range scale {
		out[name] = l.style(name, s, colors)
	}
	if s, ok := out["TitleSans"]; ok && l.SansTitles {
		out["Title"] = s
	}
	delete(out, "TitleSans")
	return out
}

func points(written string, to *scene.Pt) bool {
	n, err := strconv.ParseFloat(written, 64)
	*to = scene.Pt(n)
	return err == nil
}

func (l *Look) style(name, written string, colors map[string]scene.Color) (s scene.Style) {
	f := strings.Fields(written)
	ok := len(f) == 3 || len(f) == 4
	if ok {
		s.Font = scene.Font(f[0])
		size, leading, _ := strings.Cut(f[1], "/")
		s.Color, ok = colors[f[2]]
		ok = ok && points(size, &s.Size) && points(leading, &s.Leading) && (len(f) == 3 || points(f[3], &s.Tracking))
	}
	if !ok {
		panic(fmt.Sprintf("assets: type scale: %s is %q", name, written)) // embedded, and tested
	}
	if l.HeavySmallLight && s.Font == scene.SerifLight && s.Size < heavySmall {
		s.Font = scene.Serif
	}
	return s
}
