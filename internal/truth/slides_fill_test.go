package truth

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/scene"
)

// slideFloors are the least sizes on a slide: of what is read in sentences, of words on marks and in cells, of small print.
var slideFloors = scene.Sizes{Text: 13, Label: 11.5, Small: 10}

// bodyFloor is that of running text, which is read for longer than a comment.
const bodyFloor = 14

// TestNoSlideIsUnderItsTypeFloors, whatever the look: of the starters, and of the same slides in the faces of office programs.
func TestNoSlideIsUnderItsTypeFloors(t *testing.T) {
	t.Parallel()
	looks := assets.Looks()
	if testing.Short() {
		looks = looks[:1]
	}
	for _, starter := range []string{"blank", "crossroads", "ic-memo", "market-note", "quarterly-update"} {
		for _, look := range looks {
			for _, d := range slidesOf(t, "data/"+starter, outline.Setting{Path: "look", Value: look}) {
				for i := range d.Pages {
					p := &d.Pages[i]
					floors := slideFloors
					if p.Layout == "timeline" {
						floors.Text = floors.Label // what is said of an event is a label on its line
					}
					if p.Layout == "text" || p.Layout == "summary" {
						floors.Text = bodyFloor
					}
					z := p.Sizes()
					for _, c := range []struct {
						what        string
						size, floor scene.Pt
					}{{"words", z.Text, floors.Text}, {"labels", z.Label, floors.Label}, {"small print", z.Small, floors.Small}} {
						if c.size > 0 && c.size < c.floor {
							t.Errorf("%s in %s, slide %d (%s): %s of %.1f pt, the floor is %.1f", starter, look, p.Number, p.ID, c.what, float64(c.size), float64(c.floor))
						}
					}
				}
			}
		}
	}
}

// Full is how much of a slide's body holds ink where the slide is full, and full slides are so many of a hundred at least.
const fullSlide, fullSlides = 0.65, 60

// TestSlidesAreFull counts the content slides of the starters, back matter among them, that are full, and prints how many.
func TestSlidesAreFull(t *testing.T) {
	t.Parallel()
	full, all := 0, 0
	for _, starter := range []string{"crossroads", "ic-memo", "market-note", "quarterly-update"} {
		d := slidesOf(t, "data/"+starter)[0]
		n, of := 0, 0
		var said strings.Builder
		for i := range d.Pages {
			if ink := d.Pages[i].Ink(); ink > 0 {
				of++
				if ink >= fullSlide {
					n++
				}
				fmt.Fprintf(&said, " %d: %.0f", d.Pages[i].Number, 100*ink)
			}
		}
		t.Logf("%s, %d slides: %d of %d full;%s", starter, len(d.Pages), n, of, &said)
		full, all = full+n, all+of
	}
	t.Logf("%d of %d content slides are full, %d %%", full, all, 100*full/all)
	if 100*full < fullSlides*all {
		t.Errorf("only %d of %d content slides are full", full, all)
	}
}

// slidesOf compiles the slides of a folder's briefing, and those of its office file.
func slidesOf(t *testing.T, dir string, set ...outline.Setting) []*scene.Deck {
	t.Helper()
	r := built(t, dir, []scene.Medium{scene.Slides, scene.Office}, set)
	if r.Files.Slides == nil {
		t.Fatalf("%s has no slides", dir)
	}
	decks := []*scene.Deck{r.Files.Slides}
	if r.Files.Office != nil {
		decks = append(decks, r.Files.Office)
	}
	return decks
}
