package pdf

import (
	"bytes"
	"fmt"
	"testing"

	"roadshow/scene"
)

const prose = "The questions that investors put to a model maker are seldom about the model; they ask what it costs, who pays for it and what is left when the price falls."

// proseDeck is a document of the size of a long briefing: seven faces and sixty bars a page, two Chinese faces if han.
func proseDeck(tb testing.TB, pages int, han bool) *scene.Deck {
	s := newSetter(tb)
	d := &scene.Deck{Size: scene.A4, Medium: scene.Document, Fonts: s.files,
		Meta: scene.Meta{Title: "Crossroads 岂凡超", Date: "2023-05-12", Language: "en"}}
	for i := range pages {
		pg := scene.Page{ID: fmt.Sprintf("p%d", i), Number: i + 1, Background: scene.Color{Token: "background", R: 255, G: 250, B: 245}}
		for k, f := range []scene.Font{scene.SerifSemiBold, scene.Serif, scene.Sans, scene.SansMedium, scene.Cond, scene.SerifLight, scene.SansSemiBold} {
			pg.Items = append(pg.Items, s.text(fmt.Sprintf("t%d.%d", i, k), f, 10.4, 54, scene.Pt(80+100*k), prose[:80], prose[81:], prose[20:100], prose[30:130]))
		}
		for k := range 60 {
			pg.Items = append(pg.Items, &scene.Shape{Path: scene.RectPath(scene.Rect{X: scene.Pt(k) * 7, Y: 790, W: 5, H: scene.Pt(k)}), Fill: scene.Paint{Color: scene.Color{Token: "x", R: uint8(k)}}})
		}
		if han {
			pg.Items = append(pg.Items, s.text("", scene.HanSerif, 12, 54, 760, "岂凡超。模型的价格与成本"), s.text("", scene.HanSans, 12, 54, 775, "六个小火箭，百分之七十"))
		}
		d.Pages = append(d.Pages, pg)
		d.Bookmarks = append(d.Bookmarks, scene.Bookmark{Title: "Page", Level: i % 3, Target: pg.ID})
	}
	return d
}

func BenchmarkWriteTwentyPages(b *testing.B) {
	for _, han := range []bool{false, true} {
		d := proseDeck(b, 20, han)
		b.Run(fmt.Sprintf("han=%v", han), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := Write(&bytes.Buffer{}, d, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func TestTwentyPagesOfTextStayBelow150KB(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, proseDeck(t, 20, true), Options{}); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 150_000 {
		t.Errorf("20 pages take %d bytes", out.Len())
	}
}
