package truth

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"roadshow"
	"roadshow/render"
	"roadshow/render/pptx/pptxtest"
	"roadshow/scene"
)

// heard is what a deck says to whoever reads it, slide by slide: words in their order, and what pictures, charts and drawings show.
// Labels within charts are left out: a chart of an office program draws its own.
type heard struct {
	title        string
	words, marks []string
	alts         []string
	pictures     int
}

func spoken(t *scene.Text) (out []string) {
	for _, p := range t.Paras {
		var b strings.Builder
		for _, s := range p.Spans {
			b.WriteString(s.Text)
		}
		if w := pptxtest.Plain(b.String()); w != "" {
			out = append(out, w)
		}
	}
	return out
}

func hear(items []scene.Item, h *heard, chart bool) {
	for _, it := range items {
		switch it := it.(type) {
		case *scene.Text:
			words := spoken(it)
			switch {
			case chart, it.Role == scene.RoleFurniture:
				h.marks = append(h.marks, words...)
			default:
				h.words = append(h.words, words...)
			}
			if it.Role == scene.RoleTitle && h.title == "" {
				h.title = strings.Join(words, " ")
			}
		case *scene.Group:
			before := len(h.alts)
			hear(it.Items, h, chart)
			if it.Alt != "" && len(h.alts) == before { // else what is in it says more
				h.alts = append(h.alts, it.Alt)
			}
		case *scene.Chart:
			h.alts = append(h.alts, it.Alt)
			hear(it.Drawing, h, true)
		case *scene.Table:
			h.alts = append(h.alts, it.Alt)
			it.EachCell(func(c *scene.Cell) {
				if says := spoken(&c.Text); len(says) > 0 {
					h.words = append(h.words, strings.Join(says, " "))
				}
				hear(c.Marks, h, true)
			})
		case *scene.Image:
			h.pictures++
			if it.Alt != "" {
				h.alts = append(h.alts, it.Alt)
			}
		case *scene.Art:
			h.alts = append(h.alts, it.Alt)
		case *scene.Shape:
			if it.Alt != "" && !chart {
				h.alts = append(h.alts, it.Alt)
			}
		}
	}
}

// TestAPresentationSaysWhatTheSlidesSay reads the file with other code than the one that wrote it.
func TestAPresentationSaysWhatTheSlidesSay(t *testing.T) {
	list := starters(t)
	if testing.Short() {
		list = list[1:2]
	}
	format, ok := render.Find("pptx")
	if !ok {
		t.Fatal("there is no such format")
	}
	for _, name := range list {
		r := compileFolder(t, name, func(o *roadshow.Options) { o.Media = format.Media() })
		files, err := r.Render(format, "x", render.Options{})
		if err != nil || len(files) != 1 {
			t.Fatal(name, err)
		}
		again, err := r.Render(format, "x", render.Options{})
		if err != nil || !bytes.Equal(files[0].Data, again[0].Data) {
			t.Errorf("%s: two builds make two files, %v", name, err)
		}
		faults, err := pptxtest.Lint(files[0].Data)
		if err != nil || len(faults) > 0 {
			t.Errorf("%s: %v %v", name, faults, err)
		}
		read, err := pptxtest.Read(files[0].Data)
		if err != nil {
			t.Fatal(name, err)
		}
		deck := r.Deck(format.Medium)
		if len(read.Slides) != len(deck.Pages) || read.Title != deck.Meta.Title || read.Author != deck.Meta.Author {
			t.Fatalf("%s: %d slides of %d, %q by %q", name, len(read.Slides), len(deck.Pages), read.Title, read.Author)
		}
		for i := range deck.Pages {
			var want heard
			hear(deck.Pages[i].Items, &want, false)
			if wrong := compareSlide(&want, &read.Slides[i]); wrong != "" {
				t.Errorf("%s, slide %d: %s", name, i+1, wrong)
			}
		}
	}
}

// compareSlide says what a slide does not say, says besides, or says in another order.
func compareSlide(want *heard, got *pptxtest.Slide) string {
	if want.title != "" && got.Title != want.title || got.Title == "" {
		return fmt.Sprintf("the title is %q, not %q", got.Title, want.title)
	}
	words, alts, pictures := want.words, want.alts, 0
	known := append(slices.Clone(want.marks), got.Title)
	for _, sh := range got.Shapes {
		var says []string
		for _, p := range sh.Paras {
			says = append(says, p.Words())
		}
		for _, row := range sh.Rows {
			says = append(says, row...)
		}
		if sh.Kind == "pic" {
			pictures++
		}
		for _, w := range says {
			switch {
			case w == "":
			case len(words) > 0 && w == words[0]:
				words = words[1:]
			case slices.Contains(known, w):
			default:
				next := "nothing"
				if len(words) > 0 {
					next = words[0]
				}
				return fmt.Sprintf("it says %q, and next should come %q", w, next)
			}
		}
		if len(alts) > 0 && sh.Alt == alts[0] {
			alts = alts[1:]
		}
	}
	switch {
	case len(words) > 0:
		return fmt.Sprintf("it does not say %q", words[0])
	case len(alts) > 0:
		return fmt.Sprintf("nothing shows %q", alts[0])
	case pictures != want.pictures:
		return fmt.Sprintf("%d pictures, not %d", pictures, want.pictures)
	}
	return ""
}
