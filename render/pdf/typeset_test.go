package pdf

import (
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
	"roadshow/typeset"
)

// These tests set text as the program does, with kerning and Chinese beside Latin, and read it back from the file.

func TestShapedParagraphsAreReadAsTheyWereSet(t *testing.T) {
	fonts := typeset.New(nil)
	const words = "AVATAR: To Wayne’s “P.T.” we owe 1.7 times what Qi Fanchao 岂凡超 paid in 2023 for GPT-4大模型的成本 and the rest, " +
		"so that Typography fell from RMB 1–2m to £0.5m — no more than half of Yvonne’s first offer."
	for _, font := range []scene.Font{scene.SerifLight, scene.Serif, scene.SerifItalic, scene.SerifSemiBold, scene.Sans, scene.SansItalic, scene.Cond} {
		for _, size := range []scene.Pt{7.6, 10.4, 27} {
			for _, tracking := range []scene.Pt{0, -0.02 * size} {
				style := scene.Style{Font: font, Size: size, Leading: 1.4 * size, Tracking: tracking, Color: scene.Color{Token: "text"}}
				block := fonts.Set([]scene.Span{{Text: words, Style: style}}, typeset.Options{Width: 330, Hang: true})
				x := block.Text("x", scene.RoleBody, 60, 80)
				d := &scene.Deck{Size: scene.A4, Fonts: fonts.Used(), Pages: []scene.Page{{Items: []scene.Item{x}}}}
				p := written(t, d).Pages[0]
				if got, want := bare(p.Text()), bare(words); got != want {
					t.Fatalf("%s %v: read\n%s\nset\n%s", font, size, got, want)
				}
				checkEdges(t, &p, x)
			}
		}
	}
}

// bare folds what readers of a file cannot tell apart: no-break blanks and hyphens, and the thin gap beside Chinese.
func bare(s string) string {
	s = strings.Map(plain, s)
	var b strings.Builder
	for _, w := range strings.Fields(s) {
		b.WriteString(w)
		if r := []rune(w); r[len(r)-1] < 0x2E80 {
			b.WriteByte(' ')
		}
	}
	return strings.NewReplacer("超 ", "超", " 岂", "岂", "本 ", "本", "GPT-4 大", "GPT-4大").Replace(strings.TrimSpace(b.String()))
}

// checkEdges holds the drawn ends of every line against the measured ones.
func checkEdges(t *testing.T, p *pdftest.Page, x *scene.Text) {
	t.Helper()
	ends := map[int][2]float64{}
	for _, w := range p.Words {
		e, ok := ends[w.Line]
		if !ok {
			e[0] = w.X
		}
		e[1] = w.Right()
		ends[w.Line] = e
	}
	if len(ends) != len(x.Lines) {
		t.Fatalf("%d lines are drawn of %d", len(ends), len(x.Lines))
	}
	for i, l := range x.Lines {
		e := ends[i+1]
		right := float64(l.Right())
		last := l.Runs[len(l.Runs)-1]
		if n := len(last.Adv); strings.HasSuffix(last.Text, " ") {
			right -= float64(last.Adv[n-1])/1000*float64(last.Size) + float64(last.Tracking)
		}
		if !near(e[0], float64(l.X())) || !near(e[1], right) {
			t.Errorf("%s %v, line %d: drawn from %.3f to %.3f, measured %.3f to %.3f", last.Font, last.Size, i+1, e[0], e[1], l.X(), right)
		}
	}
}

func TestDisplayTextIsKerned(t *testing.T) {
	fonts := typeset.New(nil)
	set := func(words string, font scene.Font) *pdftest.Page {
		block := fonts.Set([]scene.Span{{Text: words, Style: scene.Style{Font: font, Size: 100, Leading: 100, Color: scene.Color{Token: "text"}}}}, typeset.Options{Break: typeset.NoBreak})
		d := &scene.Deck{Size: scene.Slide169, Fonts: fonts.Used(), Pages: []scene.Page{{Items: []scene.Item{block.Text("x", scene.RoleTitle, 50, 100)}}}}
		return &written(t, d).Pages[0]
	}
	// Source Serif Light kerns A V by −113/1000 em, Plex Sans SemiBold by −50.
	for font, kern := range map[scene.Font]string{scene.SerifLight: ")113(", scene.SansSemiBold: ")50("} {
		if p := set("AV", font); !strings.Contains(string(p.Content), kern) {
			t.Errorf("%s: no %s in %q", font, kern, p.Content)
		}
	}
}
