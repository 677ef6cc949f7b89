package typeset

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/scene"
)

// prose is n words of varied body text in paragraphs of 60 words; one word in four occurs once.
func prose(n int) []string {
	common := strings.Fields(`the price of compute fell while demand for it rose and every large buyer that could commit to
		three years did so because supply was the scarce thing not money which start-ups had raised at valuations that assumed
		growth of a hundred per cent a year, then two; margins stayed thin. Investors asked whether the market “would hold”.`)
	var out []string
	var words []string
	seed := uint32(7)
	for i := range n {
		seed = seed*1664525 + 1013904223
		w := common[int(seed>>8)%len(common)]
		if i%4 == 3 {
			w = fmt.Sprintf("%s%c%c", w, 'a'+rune(seed>>16)%26, 'a'+rune(seed>>21)%26)
		}
		words = append(words, w)
		if len(words) == 60 || i == n-1 {
			out = append(out, strings.Join(words, " ")+".")
			words = nil
		}
	}
	return out
}

var body = scene.Style{Font: scene.Serif, Size: 10.4, Leading: 15}

func setAll(f *Fonts, paras []string) {
	for _, p := range paras {
		f.Set([]scene.Span{{Text: p, Style: body}}, Options{Width: 320.85})
	}
}

func BenchmarkBodyCold3000Words(b *testing.B) {
	paras := prose(3000)
	b.ReportAllocs()
	for b.Loop() {
		setAll(New(nil), paras)
	}
}

func BenchmarkBodyWarm3000Words(b *testing.B) {
	paras := prose(3000)
	f := New(nil)
	setAll(f, paras)
	b.ReportAllocs()
	for b.Loop() {
		setAll(f, paras)
	}
}

// A document of twenty pages: 7,000 words in eight Latin faces and a Chinese one, each face opened.
func BenchmarkDocumentCold(b *testing.B) {
	paras := prose(7000)
	faces := []scene.Font{
		scene.Serif, scene.Serif, scene.Serif, scene.Sans, scene.Serif, scene.SansSemiBold, scene.Cond, scene.SerifSemiBold,
		scene.Serif, scene.SerifLight, scene.SansMedium, scene.SerifItalic,
	}
	b.ReportAllocs()
	for b.Loop() {
		f := New(nil)
		for i, p := range paras {
			style := body
			style.Font = faces[i%len(faces)]
			o := Options{Width: 320.85}
			if style.Font == scene.SerifSemiBold || style.Font == scene.SerifLight {
				o.Break = Balanced
			}
			f.Set([]scene.Span{{Text: p, Style: style}}, o)
		}
		f.Set([]scene.Span{{Text: "岂凡超，人工智能公司创始人", Style: body}}, Options{Width: 320})
	}
}

func BenchmarkBalancedTitle(b *testing.B) {
	f := New(nil)
	spans := []scene.Span{{
		Text:  "Seven in ten dollars of compute go to three buyers, and a model that answers questions is already a product",
		Style: scene.Style{Font: scene.SerifSemiBold, Size: 27, Leading: 32, Tracking: -0.2},
	}}
	b.ReportAllocs()
	for b.Loop() {
		f.Set(spans, Options{Width: 700, Break: Balanced, Hang: true})
	}
}

func BenchmarkWidthOfALabel(b *testing.B) {
	f := New(nil)
	style := scene.Style{Font: scene.SansSemiBold, Size: 11}
	b.ReportAllocs()
	for b.Loop() {
		f.Width("Start-ups 1,234", style)
	}
}
