// Package pptx writes slides as an office presentation that its reader goes on working in: words are words, tables are tables,
// charts are charts, and what has no native form is a group of named shapes.
//
// It replays what scene has placed and decides nothing but how office programs are told of it. The same deck gives the same bytes.
package pptx

import (
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"roadshow/scene"
)

// Options are what a deck does not say.
type Options struct {
	Date  time.Time // when it was made; zero: the briefing's date at 00:00Z
	Notes bool      // what the presenter says goes with the slides
}

// Write writes the slides that were laid out for office programs. An error names the page and the item; nothing is written then.
func Write(w io.Writer, d *scene.Deck, o Options) error {
	if d == nil {
		return fmt.Errorf("pptx: there are no slides")
	}
	k, err := newWriter(d, o)
	if err == nil {
		err = k.write()
	}
	if err == nil {
		err = k.pack.write(w)
	}
	if err != nil {
		return fmt.Errorf("pptx: %w", err)
	}
	return nil
}

// writer makes the parts of one presentation.
type writer struct {
	pack
	deck                    *scene.Deck
	opts                    Options
	theme                   *theme
	faces                   map[scene.Font]face
	places                  map[string]int // page of each id, from 0
	layouts                 []*layout
	slides                  []*slide
	pres, themePart, master *part
	notes                   *part             // master of the notes; nil: none
	media                   map[string]string // names of pictures by what they hold
}

func newWriter(d *scene.Deck, o Options) (*writer, error) {
	if !(d.Size.W > 0 && d.Size.H > 0) {
		return nil, fmt.Errorf("a slide of %v × %v pt", float64(d.Size.W), float64(d.Size.H))
	}
	k := &writer{deck: d, opts: o, faces: map[scene.Font]face{}, places: map[string]int{}, media: map[string]string{}}
	for _, f := range d.Fonts {
		k.faces[f.Font] = faceOf(f)
	}
	k.theme = k.themeOf(d)
	if k.opts.Date.IsZero() {
		k.opts.Date, _ = time.Parse(time.DateOnly, d.Meta.Date) // none: the zero time is no date
	}
	add := func(id string, page int) {
		if _, known := k.places[id]; id != "" && !known {
			k.places[id] = page
		}
	}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) { add(scene.ItemID(it), i) })
	}
	for i := range d.Pages {
		add(d.Pages[i].ID, i)
	}
	return k, nil
}

// write makes all parts. What slides need is there before them, and what they decide is written behind them.
func (k *writer) write() error {
	k.pres = k.add("/ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")
	k.root.rel("officeDocument", k.pres.name)
	k.themePart = k.add("/ppt/theme/theme1.xml", themeType)
	k.theme.write(k.themePart, cmp.Or(k.deck.Meta.Title, "Theme"))
	k.master = k.add("/ppt/slideMasters/slideMaster1.xml", masterType)
	k.layouts = k.layoutsOf(k.deck)
	k.notesMaster()
	for i := range k.deck.Pages {
		if err := k.slide(i); err != nil {
			return fmt.Errorf("page %d: %w", k.deck.Pages[i].Number, err)
		}
	}
	for _, l := range k.layouts {
		k.layout(l)
	}
	k.writeMaster()
	k.writePresentation()
	k.properties()
	return nil
}

// lang is the language of a stretch of words.
func (k *writer) lang(own string, han bool) string {
	base := own
	if base == "" {
		base = k.deck.Meta.Language
	}
	switch {
	case han:
		base = "zh"
	case strings.HasPrefix(base, "zh"):
		base = "en"
	}
	switch base {
	case "", "en":
		return "en-US"
	case "zh":
		return "zh-CN"
	case "de", "fr", "es":
		return base + "-" + strings.ToUpper(base)
	}
	return base
}

func itoa(n int) string { return strconv.Itoa(n) }
