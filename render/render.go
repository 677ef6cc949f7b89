// Package render lists the file formats that a briefing can be written in. A format replays finished pages and decides
// nothing; one folder holds each.
package render

import (
	"io"
	"time"

	"roadshow/render/pdf"
	"roadshow/scene"
)

// Options are what a deck does not say and every format understands.
type Options struct {
	Date time.Time // creation date of the files; zero: the briefing's date at 00:00Z
}

// Format is one kind of file.
type Format struct {
	Name    string // "document": what --format and the outline call it
	Ext     string // ".pdf"
	Suffix  string // added to the outline's name: "-slides"
	Summary string
	Medium  scene.Medium // the deck it is written from
	Write   func(io.Writer, *scene.Deck, Options) error
}

// File is the name of the file that an outline called stem becomes.
func (f Format) File(stem string) string { return stem + f.Suffix + f.Ext }

// Formats is the catalog, in the order in which files are written and listed.
func Formats() []Format {
	return []Format{
		{"document", ".pdf", "", "A4 or Letter pages to read, as PDF", scene.Document, writePDF},
		{"slides", ".pdf", "-slides", "16:9 slides, as PDF", scene.Slides, writePDF},
	}
}

// Find looks a format up by its name.
func Find(name string) (Format, bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

func writePDF(w io.Writer, d *scene.Deck, o Options) error {
	return pdf.Write(w, d, pdf.Options{Date: o.Date})
}
