package pdf

import (
	"os"
	"path/filepath"
	"testing"
	"unicode/utf8"

	"roadshow/render/truetype"
	"roadshow/scene"
)

// faceFiles names the embedded faces that tests set text in.
var faceFiles = []struct {
	font   scene.Font
	file   string
	weight int
	italic bool
}{
	{scene.SerifLight, "SourceSerif4_300Light.ttf", 300, false},
	{scene.Serif, "SourceSerif4_400Regular.ttf", 400, false},
	{scene.SerifItalic, "SourceSerif4_400Regular_Italic.ttf", 400, true},
	{scene.SerifSemiBold, "SourceSerif4_600SemiBold.ttf", 600, false},
	{scene.Sans, "IBMPlexSans_400Regular.ttf", 400, false},
	{scene.SansMedium, "IBMPlexSans_500Medium.ttf", 500, false},
	{scene.SansSemiBold, "IBMPlexSans_600SemiBold.ttf", 600, false},
	{scene.Cond, "IBMPlexSansCondensed_400Regular.ttf", 400, false},
	{scene.CondMedium, "IBMPlexSansCondensed_500Medium.ttf", 500, false},
	{scene.HanSerif, "NotoSerifSC_600SemiBold_GB2312.ttf", 600, false},
	{scene.HanSans, "NotoSansSC_400Regular_GB2312.ttf", 400, false},
}

func fontFiles(tb testing.TB) []scene.FontFile {
	tb.Helper()
	var out []scene.FontFile
	for _, f := range faceFiles {
		data, err := os.ReadFile(filepath.Join("..", "..", "assets", "fonts", f.file))
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, scene.FontFile{Font: f.font, Family: f.file, Weight: f.weight, Italic: f.italic, Data: data})
	}
	return out
}

// setter makes runs with the faces' nominal advances: what typeset would do without kerning.
type setter struct {
	tb    testing.TB
	files []scene.FontFile
	open  map[scene.Font]*face
}

func newSetter(tb testing.TB) *setter {
	return &setter{tb, fontFiles(tb), map[scene.Font]*face{}}
}

func (s *setter) run(font scene.Font, size, x scene.Pt, words string) scene.Run {
	s.tb.Helper()
	fc := s.open[font]
	if fc == nil {
		for _, f := range s.files {
			if f.Font == font {
				var err error
				if fc, err = openFace(f); err != nil {
					s.tb.Fatal(err)
				}
			}
		}
		s.open[font] = fc
	}
	r := scene.Run{Text: words, Font: font, Size: size, X: x, Color: scene.Color{Token: "text"}, Adv: make([]int16, 0, utf8.RuneCountInString(words))}
	for _, c := range words {
		g := fc.Glyph(c)
		if g == 0 {
			g = fc.Glyph(plain(c))
		}
		w := fc.Nominal(g)
		if truetype.Invisible(c) {
			w = 0
		}
		r.Adv = append(r.Adv, int16(w))
		r.Width += size * scene.Pt(w) / 1000
	}
	return r
}

// text sets one line a string.
func (s *setter) text(id string, font scene.Font, size, x, baseline scene.Pt, lines ...string) *scene.Text {
	t := &scene.Text{ID: id, Role: scene.RoleBody}
	for i, words := range lines {
		y := baseline + scene.Pt(i)*size*1.4
		t.Lines = append(t.Lines, scene.Line{Baseline: y, Runs: []scene.Run{s.run(font, size, x, words)}, Soft: i+1 < len(lines)})
		t.Frame = t.Frame.Union(scene.Rect{X: x, Y: baseline - size, W: t.Lines[i].Runs[0].Width, H: y + 0.3*size - baseline + size})
	}
	if len(t.Lines) > 0 {
		t.Frame.X, t.Frame.Y = x, baseline-size
	}
	return t
}
