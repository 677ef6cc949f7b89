// Package render lists the file formats that a briefing can be written in. A format replays finished pages and decides
// nothing; one folder holds each.
package render

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"roadshow/render/html"
	"roadshow/render/pdf"
	"roadshow/render/png"
	"roadshow/render/pptx"
	"roadshow/scene"
)

// Options are what a deck does not say and every format understands.
type Options struct {
	Date  time.Time // creation date of the files; zero: the briefing's date at 00:00Z
	DPI   float64   // of pictures; zero: 150
	Pages Pages     // which pages are written
	PDF   Standard  // what PDF files promise to be
	Notes bool      // what the presenter says goes into files that show it to the presenter alone
	Kept  *Kept     // what an earlier build left; nil: nothing
}

// Standard is what PDF files promise to be.
type Standard = pdf.Standard

// Kept is what writing a briefing's files again need not do again. The files are the same without it.
type Kept struct{ streams map[scene.Medium]*pdf.Streams }

// of is what is kept of the file of one medium; nil where nothing is.
func (k *Kept) of(m scene.Medium) *pdf.Streams {
	if k == nil {
		return nil
	}
	if k.streams == nil {
		k.streams = map[scene.Medium]*pdf.Streams{}
	}
	if k.streams[m] == nil {
		k.streams[m] = &pdf.Streams{}
	}
	return k.streams[m]
}

// Format is one kind of file. Either Write makes the whole deck's file, or Pictures makes one file a page.
type Format struct {
	Name     string // "document": what --to and the outline call it
	Group    string // "png": what calls several formats at once; empty: none
	Ext      string // ".pdf"
	Suffix   string // added to the outline's name: "-slides"
	Summary  string
	Medium   scene.Medium   // the deck whose pages --pages counts
	Beside   []scene.Medium // further decks that it is written from
	Extra    bool           // written only where it is asked for
	Write    func(io.Writer, scene.Files, Options) error
	Pictures func(*scene.Deck, Options) ([][]byte, error)
}

// Formats is the catalog, in the order in which files are written and listed.
func Formats() []Format {
	return []Format{
		{Name: "document", Ext: ".pdf", Summary: "A4 or Letter pages to read, as PDF", Medium: scene.Document, Write: writePDF(scene.Document)},
		{Name: "slides", Ext: ".pdf", Suffix: "-slides", Summary: "16:9 slides, as PDF", Medium: scene.Slides, Write: writePDF(scene.Slides)},
		{Name: "html", Ext: ".html", Summary: "Slides to show and the document to read in one file, for browsers", Medium: scene.Slides, Beside: []scene.Medium{scene.Document}, Write: writeHTML},
		{Name: "pptx", Ext: ".pptx", Summary: "16:9 slides to go on working in, as PPTX", Medium: scene.Office, Write: writePPTX},
		{Name: "document-png", Group: "png", Ext: ".png", Summary: "Pages to read, one picture each", Medium: scene.Document, Extra: true, Pictures: drawPNG},
		{Name: "slides-png", Group: "png", Ext: ".png", Suffix: "-slides", Summary: "Slides, one picture each", Medium: scene.Slides, Extra: true, Pictures: drawPNG},
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

// Media are all decks that the format is written from.
func (f Format) Media() []scene.Medium { return append([]scene.Medium{f.Medium}, f.Beside...) }

// Called says whether a name means this format, alone or with its group.
func (f Format) Called(name string) bool { return name == f.Name || name == f.Group && name != "" }

// File is one finished file.
type File struct {
	Name string // without folder
	Data []byte
	Page int // 1-based place in the deck of a picture's page; 0: the file holds several, or stands for legal text left out
}

// NoPagesError says that a deck has none of the pages that were asked for.
type NoPagesError struct {
	Asked, Format string
	Have          int
}

func (e *NoPagesError) Error() string {
	return fmt.Sprintf("%s has %d pages, none of them is among %s", e.Format, e.Have, e.Asked)
}

// Files are what the decks become; stem is what they are named after. A picture bears its page's place in the whole deck, so
// that a page keeps its name whichever others are drawn; the page that stands for legal text left out is called so.
func (f Format) Files(decks scene.Files, stem string, o Options) ([]File, error) {
	d := *decks.Place(f.Medium)
	places := o.Pages.Of(len(d.Pages))
	if len(places) == 0 && !o.Pages.All() {
		return nil, &NoPagesError{o.Pages.String(), f.Name, len(d.Pages)}
	}
	var part scene.Files
	*part.Place(f.Medium) = Pick(d, places)
	if o.Pages.All() { // pages that were asked for are those of one deck: what else would go out was not
		for _, m := range f.Beside {
			*part.Place(m) = *decks.Place(m)
		}
	}
	if f.Pictures == nil {
		var b bytes.Buffer
		if err := f.Write(&b, part, o); err != nil {
			return nil, err
		}
		return []File{{Name: stem + f.Suffix + f.Ext, Data: b.Bytes()}}, nil
	}
	pictures, err := f.Pictures(*part.Place(f.Medium), o)
	if err != nil {
		return nil, err
	}
	width := max(2, len(fmt.Sprint(len(d.Pages))))
	files := make([]File, len(pictures))
	for i, data := range pictures {
		if i == len(places) {
			files[i] = File{Name: stem + f.Suffix + "-legal" + f.Ext, Data: data}
			continue
		}
		n := places[i] + 1
		files[i] = File{fmt.Sprintf("%s%s-%0*d%s", stem, f.Suffix, width, n, f.Ext), data, n}
	}
	return files, nil
}

func writePDF(m scene.Medium) func(io.Writer, scene.Files, Options) error {
	return func(w io.Writer, decks scene.Files, o Options) error {
		return pdf.Write(w, *decks.Place(m), pdf.Options{Date: o.Date, Standard: o.PDF, Streams: o.Kept.of(m)})
	}
}

func writeHTML(w io.Writer, decks scene.Files, o Options) error {
	return html.Write(w, decks, html.Options{Notes: o.Notes})
}

func writePPTX(w io.Writer, decks scene.Files, o Options) error {
	return pptx.Write(w, decks.Office, pptx.Options{Date: o.Date, Notes: o.Notes})
}

func drawPNG(d *scene.Deck, o Options) ([][]byte, error) {
	return png.Pages(d, png.Options{DPI: o.DPI})
}
