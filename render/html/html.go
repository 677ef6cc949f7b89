// Package html writes a briefing as one HTML file that opens anywhere: its slides, exact and selectable, with a small player,
// and its document to read in flow.
//
// It replays what scene has placed and decides nothing about it. Nothing is requested from anywhere: faces, pictures, style and
// script stand in the file, and its policy allows nothing else. All words are escaped; no field of an outline reaches the script.
// The same decks give the same bytes.
package html

import (
	"bytes"
	"fmt"
	"io"

	"roadshow/scene"
	"roadshow/words"
)

// Options are what the decks do not say.
type Options struct {
	// Notes says that speaker notes go into the file; without it nothing of them does.
	Notes bool
}

// Write writes the file of one outline's decks; either may be nil. An error names the page and the item; nothing is written then.
func Write(w io.Writer, f scene.Files, o Options) error {
	out, err := build(f, o)
	if err != nil {
		return fmt.Errorf("html: %w", err)
	}
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("html: %w", err)
	}
	return nil
}

func build(f scene.Files, o Options) ([]byte, error) {
	first := f.Slides
	if first == nil {
		first = f.Document
	}
	if first == nil || len(first.Pages) == 0 {
		return nil, fmt.Errorf("the deck has no pages")
	}
	w := newWriter(f, o)
	w.own = words.For(first.Meta.Language)
	w.meta = first.Meta
	w.raw("<main>\n")
	if f.Slides != nil {
		if err := w.slidesView(f.Slides); err != nil {
			return nil, err
		}
	}
	if f.Document != nil {
		if err := w.readView(f.Document); err != nil {
			return nil, err
		}
	}
	w.raw("</main>\n")
	w.proofList()
	w.controls(f.Slides != nil, f.Document != nil)
	return w.file(f)
}

// writer is a file while it is written. The body comes first: it says which characters, styles and colours the head must define.
type writer struct {
	out   bytes.Buffer // the body
	o     Options
	meta  scene.Meta
	own   *words.Table
	faces *faces
	looks looks

	deck   *scene.Deck
	links  map[string]string // where "#id" leads to in the view at hand
	proofs proofs
	flows  flows // of the read view
	svgs   int   // drawings so far: each has ids of its own
	defs   definitions
}

func newWriter(f scene.Files, o Options) *writer {
	w := &writer{o: o, faces: newFaces(), looks: newLooks(), defs: definitions{ids: map[scene.Item]string{}}}
	for _, d := range []*scene.Deck{f.Slides, f.Document} {
		if d != nil {
			w.faces.files(d.Fonts)
		}
	}
	return w
}
