package typeset

import (
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

// TestANumberStaysWholeInEveryMeasure: with its unit, in every language and form, while the type can still be read; then at
// least its digits stay together or are reported.
func TestANumberStaysWholeInEveryMeasure(t *testing.T) {
	f := New(nil)
	f.Least(7)
	f.Keep()
	style := scene.Style{Font: scene.SerifLight, Size: 30, Leading: 34, Tracking: -0.6}
	for _, c := range []struct{ text, number string }{
		{"€12,345.67m", "€12,345.67m"},
		{"debt of $1,234,567,890.12 in all", "$1,234,567,890.12"},
		{"(RMB 1,234,567.89m)", "(RMB 1,234,567.89m)"},
		{"−12,345.6 million euros", "−12,345.6 million"},
		{"12.345,67 Mio. € Umsatz", "12.345,67 Mio. €"},
		{"1 234 567 890 milliards", "1 234 567 890 milliards"},
		{"RMB 1,234,567.89–2,345,678.90m", "RMB 1,234,567.89–2,345,678.90m"},
		{">99.999%", ">99.999%"},
		{"on 2024-12-31 at last", "2024-12-31"},
		{"营收12,345.67亿元，同比增长很快", "12,345.67亿元"},
	} {
		for _, how := range []Break{Greedy, Balanced} {
			for width := scene.Pt(40); width < 400; width += 12 {
				b := f.Set([]scene.Span{{Text: c.text, Style: style}}, Options{Width: width, Break: how, Hyphenate: width < 100})
				got := linesOf(b)
				whole := slices.ContainsFunc(got, func(l string) bool { return strings.Contains(l, c.number) })
				small := style
				small.Size, small.Tracking = 7, -0.6*7/30
				if room := f.Width(c.number, small) < width*0.98; room && !whole {
					t.Errorf("%v in %v: %q", c.text, width, got)
				} else if torn := Torn(b.Text("", "", 0, 0)); room && len(torn) > 0 {
					t.Errorf("%v in %v: reported as torn: %q", c.text, width, torn)
				}
				for _, l := range b.Lines {
					if size := l.Runs[0].Size; size < 6.5 || l.Right() > width+slack {
						t.Errorf("%v in %v: a line of %v pt reaches %v", c.text, width, size, l.Right())
					}
				}
				if want := b.Lines[0].Runs[0].Size < 0.9*style.Size; b.Shrunk != want && b.Shrunk {
					continue // by less than a tenth
				} else if b.Shrunk != want {
					t.Errorf("%v in %v: shrunk %v at %v pt", c.text, width, b.Shrunk, b.Lines[0].Runs[0].Size)
				}
			}
		}
	}
}

// TestAPartedNumberIsTold, and other words that no line holds are not.
func TestAPartedNumberIsTold(t *testing.T) {
	f := New(nil)
	style := scene.Style{Font: scene.Sans, Size: 10, Leading: 12}
	f.Least(9)
	for text, want := range map[string]bool{
		"1,234,567,890.12": true, "RMB1,234,567,890.12": true, "€12,345.67m": false, "Wirtschaftswissenschaftler": false,
		"https://example.org/2024/12/31/4711": false, "word 2024": false, strings.Repeat("9", 60): false,
	} {
		b := f.Set([]scene.Span{{Text: text, Style: style}}, Options{Width: 58})
		if got := Torn(b.Text("", "", 0, 0)); (len(got) > 0) != want {
			t.Errorf("%s: torn %q, lines %q", text, got, linesOf(b))
		}
	}
}
