package pdf

import (
	"bytes"
	"math"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

// written writes a deck and reads the file back.
func written(tb testing.TB, d *scene.Deck) *pdftest.File {
	tb.Helper()
	var out bytes.Buffer
	if err := Write(&out, d, Options{}); err != nil {
		tb.Fatal(err)
	}
	f, err := pdftest.Open(out.Bytes())
	if err != nil {
		tb.Fatal(err)
	}
	return f
}

// onePage is a deck of one page.
func onePage(s *setter, items ...scene.Item) *scene.Deck {
	return &scene.Deck{Medium: scene.Document, Size: scene.A4, Fonts: s.files, Meta: scene.Meta{Title: "T", Date: "2023-05-12", Language: "en"},
		Pages: []scene.Page{{ID: "one", Number: 1, Items: items}}}
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.02 }

func TestKerningMovesGlyphsAndKeepsTheWordWhole(t *testing.T) {
	s := newSetter(t)
	x := s.text("", scene.SerifLight, 100, 54, 200, "AV P, of")
	run := &x.Lines[0].Runs[0]
	run.Adv[0] -= 113 // A V, as Source Serif Light kerns it
	run.Adv[3] -= 123 // P ,
	run.Width -= 100 * (113 + 123) / 1000.0
	f := written(t, onePage(s, x))
	p := f.Pages[0]
	if got := p.Text(); got != "AV P, of" {
		t.Errorf("read back %q", got)
	}
	content := string(p.Content)
	if !strings.Contains(content, ")113(") || !strings.Contains(content, ")123(") {
		t.Errorf("the kerning does not stand in the content stream: %q", content)
	}
	last := p.Words[len(p.Words)-1]
	if want := float64(run.X + run.Width); !near(last.Right(), want) {
		t.Errorf("the run ends at %.3f, measured %.3f", last.Right(), want)
	}
}

func TestEveryWordStandsWhereItWasMeasured(t *testing.T) {
	s := newSetter(t)
	x := &scene.Text{Frame: scene.Rect{X: 54, Y: 80, W: 400, H: 60}}
	a := s.run(scene.Sans, 9.2, 54, "Price per call ")
	b := s.run(scene.SansSemiBold, 9.2, a.X+a.Width, "fell by half")
	c := s.run(scene.Sans, 6, b.X+b.Width, "12")
	c.Rise = 3.5
	e := s.run(scene.Sans, 9.2, c.X+c.Width, " since May")
	x.Lines = []scene.Line{{Baseline: 100, Runs: []scene.Run{a, b, c, e}}}
	p := written(t, onePage(s, x)).Pages[0]
	if got, want := p.Text(), "Price per call fell by half12 since May"; got != want {
		t.Errorf("read %q, want %q", got, want)
	}
	if w := p.Words[0]; !near(w.X, 54) || !near(w.Y, 100) || w.Size != 9.2 || w.Font.Face() != "IBMPlexSans-Regular" {
		t.Errorf("first word %+v of %s", w, w.Font.Face())
	}
	if w := p.Words[3]; !near(w.X, float64(b.X)) {
		t.Errorf("%q at %.3f, want %.3f", w.Text, w.X, b.X)
	}
	if w := p.Words[len(p.Words)-1]; !near(w.Right(), float64(e.X+e.Width)) || !near(w.Y, 100) {
		t.Errorf("last word %+v, want right %.3f", w, e.X+e.Width)
	}
}

func TestTrackedCapitalsStayOneWord(t *testing.T) {
	s := newSetter(t)
	x := s.text("", scene.SansSemiBold, 8.5, 54, 100, "MASTHEAD ONE")
	r := &x.Lines[0].Runs[0]
	r.Tracking = 1.1
	r.Width += 1.1 * 12
	y := s.text("", scene.SansSemiBold, 8.5, 54, 120, "after")
	p := written(t, onePage(s, x, y)).Pages[0]
	if got := p.Text(); got != "MASTHEAD ONE\nafter" {
		t.Errorf("read %q", got)
	}
	if w := p.Words[1]; !near(w.Right(), float64(r.X+r.Width)) {
		t.Errorf("tracked run ends at %.3f, measured %.3f", w.Right(), r.X+r.Width)
	}
	if w := p.Words[2]; w.Tracking != 0 {
		t.Errorf("tracking leaks into the next text: %v", w.Tracking)
	}
}

func TestASoftLineEndKeepsItsBlank(t *testing.T) {
	s := newSetter(t)
	x := s.text("", scene.Serif, 10.4, 54, 100, "who pays for", "it")
	p := written(t, onePage(s, x)).Pages[0]
	f := p.Words[0].Font
	blank := ""
	for cid, char := range f.Unicode {
		if char == " " {
			blank = string(appendCode(nil, uint16(cid)))
		}
	}
	if n := strings.Count(string(p.Content), blank); n != 3 {
		t.Errorf("%d blanks are drawn, want 2 between words and 1 at the soft end", n)
	}
	if got := p.Text(); got != "who pays for\nit" {
		t.Errorf("read %q", got)
	}
}

func TestChineseNamesAreReadWhole(t *testing.T) {
	s := newSetter(t)
	a := s.run(scene.SansMedium, 12, 54, "Qi Fanchao ")
	b := s.run(scene.HanSans, 12*0.94, a.X+a.Width, "岂凡超")
	x := &scene.Text{Lines: []scene.Line{{Baseline: 100, Runs: []scene.Run{a, b}}}}
	p := written(t, onePage(s, x)).Pages[0]
	if got := p.Text(); got != "Qi Fanchao 岂凡超" {
		t.Errorf("read %q", got)
	}
	if w := p.Words[2]; !near(w.W, 3*12*0.94) || w.Font.Face() != "NotoSansSC-Regular" {
		t.Errorf("the name is %.3f wide in %s", w.W, w.Font.Face())
	}
}

func TestNoBreakBlanksAndInvisibleMarksAreFoundAsTyped(t *testing.T) {
	s := newSetter(t)
	x := s.text("", scene.Sans, 10, 54, 100, "12\u00A0May co\u00ADop GPT\u20114 a\u2060b")
	if got := written(t, onePage(s, x)).Pages[0].Text(); got != "12 May coop GPT-4 ab" {
		t.Errorf("read %q", got)
	}
}

func TestParenthesesAndBackslashesSurviveInStrings(t *testing.T) {
	s := newSetter(t)
	// Codes are given in order of first use: enough characters reach the codes of ( ) \ and carriage return.
	words := "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789()[]{}<>/%&*+,-.:;=?@_|~£€$'\"“”‘’–—…§©®±×÷\\"
	x := s.text("", scene.Sans, 5, 20, 100, words)
	if got := written(t, onePage(s, x)).Pages[0].Text(); got != words {
		t.Errorf("read %q", got)
	}
}

func TestColoursAreTheRunsOwn(t *testing.T) {
	s := newSetter(t)
	x := s.text("", scene.Sans, 10, 54, 100, "red", "black")
	x.Lines[0].Runs[0].Color = scene.Color{Token: "accent", R: 255, G: 51}
	p := written(t, onePage(s, x)).Pages[0]
	if c := p.Words[0].Color; c != [3]float64{1, 0.2, 0} {
		t.Errorf("first word %v", c)
	}
	if c := p.Words[1].Color; c != [3]float64{} {
		t.Errorf("second word %v", c)
	}
}

func TestTextWithoutColourIsFoundAndNotSeen(t *testing.T) {
	s := newSetter(t)
	x := s.text("", scene.Sans, 10, 54, 100, "hidden", "seen")
	x.Lines[0].Runs[0].Color = scene.Color{}
	p := written(t, onePage(s, x)).Pages[0]
	if w := p.Words; len(w) != 2 || !w[0].Hidden || w[1].Hidden {
		t.Errorf("words %+v", w)
	}
}
