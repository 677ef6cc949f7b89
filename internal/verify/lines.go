package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"roadshow"
	"roadshow/scene"
)

// placedSlide is what the scene says of a slide's words: what a browser is held against.
type placedSlide struct {
	ID    string       `json:"id"`
	Notes bool         `json:"notes"` // it has something to say
	Lines []placedLine `json:"lines"`
}

type placedLine struct {
	Words    string  `json:"words"`
	X        float64 `json:"x"`
	End      float64 `json:"end"`                // where its last letter ends
	Squeezed bool    `json:"squeezed,omitempty"` // … or begins, where it is Chinese: a mark at the end of a line takes half its width
	Baseline float64 `json:"baseline"`
	Hyphen   bool    `json:"hyphen,omitempty"`
}

// lines prints the lines of every slide of an outline as JSON, those of charts apart: they are drawings.
func lines(w io.Writer, outline string) error {
	root, err := os.OpenRoot(outline)
	if err != nil {
		return err
	}
	defer root.Close()
	src, err := os.ReadFile(filepath.Join(outline, "briefing.yaml"))
	if err != nil {
		return err
	}
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{scene.Slides}})
	if err != nil {
		return err
	}
	if r.Failed || r.Files.Slides == nil {
		return fmt.Errorf("%s has problems", outline)
	}
	var out []placedSlide
	for _, p := range r.Files.Slides.Pages {
		s := placedSlide{ID: p.ID, Notes: len(p.Notes) > 0}
		charts := map[scene.Item]bool{}
		scene.Walk(p.Items, func(it scene.Item) {
			if c, ok := it.(*scene.Chart); ok {
				scene.Walk(c.Drawing, func(part scene.Item) { charts[part] = true })
			}
		})
		scene.Walk(p.Items, func(it scene.Item) {
			t, ok := it.(*scene.Text)
			if !ok || charts[it] {
				return
			}
			for _, l := range t.Lines {
				one := placedLine{X: float64(l.X()), Baseline: float64(l.Baseline), Hyphen: l.Hyphen}
				for _, run := range l.Runs {
					if one.Words += run.Text; len(run.Adv) > 0 {
						one.End = float64(run.X + run.Width)
						if one.Squeezed = run.Font.Han(); one.Squeezed {
							one.End -= float64(run.Tracking + run.Size*scene.Pt(run.Adv[len(run.Adv)-1])/1000)
						}
					}
				}
				if one.Words != "" {
					s.Lines = append(s.Lines, one)
				}
			}
		})
		out = append(out, s)
	}
	return json.NewEncoder(w).Encode(out)
}
