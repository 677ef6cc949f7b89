// Package pdf writes a deck as a PDF file: selectable kerned text, vectors, pictures, bookmarks and links.
//
// It replays what scene has placed and decides nothing. Pages are written here as operators; fpdf assembles the document;
// finish.go repairs and compresses what fpdf wrote. The same deck gives the same bytes on every run.
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"

	"roadshow/scene"
)

// Options are what the deck does not say.
type Options struct {
	// Date is the file's creation date (SOURCE_DATE_EPOCH). Zero: the deck's date at 00:00Z.
	Date time.Time
	// Standard is what the file promises to be.
	Standard Standard
	// Streams, where not nil, are what an earlier build of the same file compressed. The bytes are the same with and without.
	Streams *Streams
}

// Write writes the deck. An error names the page and the item; nothing is written then.
func Write(w io.Writer, d *scene.Deck, o Options) error {
	out, err := build(d, o)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	if _, err := w.Write(out); err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return nil
}

func build(d *scene.Deck, o Options) ([]byte, error) {
	f, _, err := compose(d, o, nil)
	if err != nil {
		return nil, err
	}
	f.compress(func(int) bool { return true })
	return f.write(), nil
}

// compose makes the file's objects; copies, where not nil, notes how copies of it differ.
func compose(d *scene.Deck, o Options, c *copies) (*file, *pager, error) {
	if len(d.Pages) == 0 {
		return nil, nil, fmt.Errorf("the deck has no pages")
	}
	if !(d.Size.W > 0 && d.Size.H > 0 && d.Size.W <= 14400 && d.Size.H <= 14400) {
		return nil, nil, fmt.Errorf("page size %v × %v pt", d.Size.W, d.Size.H)
	}
	date, err := creation(d, o)
	if err != nil {
		return nil, nil, err
	}
	doc := newDocument(d)
	p := &pager{doc: doc, deck: d, faces: newFaces(d.Fonts), targets: findTargets(d), tags: newTags(), copies: c, reading: scene.Read(d)}
	for i := range d.Pages {
		if err := p.page(i); err != nil {
			return nil, nil, fmt.Errorf("page %d: %w", i+1, err)
		}
	}
	if err := addBookmarks(doc, d, p.targets); err != nil {
		return nil, nil, err
	}
	if o.Streams != nil {
		o.Streams.begin()
	}
	deflate := newDeflater(o.Streams)
	fonts, err := embed(doc, p.faces, deflate)
	if err != nil {
		return nil, nil, err
	}
	const around = 512 << 10 // bytes of faces and of what fpdf writes around pages; more is found when it is needed
	var raw bytes.Buffer
	raw.Grow(p.wrote + around)
	if err := doc.Output(&raw); err != nil {
		return nil, nil, err
	}
	f, err := finish(raw.Bytes(), &repairs{
		deck: d, date: date, promise: o.Standard, targets: p.targets, fonts: fonts, links: p.links, tags: p.tags, forms: p.forms.drawn, photos: p.photos, deflate: deflate,
	})
	return f, p, err
}

// newDocument sets fpdf up so that it adds nothing of its own: no clock, no margins, no compression.
func newDocument(d *scene.Deck) *fpdf.Fpdf {
	doc := fpdf.NewCustom(&fpdf.InitType{
		OrientationStr: "P", UnitStr: "pt", Size: fpdf.SizeType{Wd: float64(d.Size.W), Ht: float64(d.Size.H)},
	})
	doc.SetCompression(false)
	doc.SetCatalogSort(true)
	doc.SetCreationDate(time.Unix(0, 0).UTC()) // finish.go writes the real dates, with their zone
	doc.SetModificationDate(time.Unix(0, 0).UTC())
	doc.SetMargins(0, 0, 0)
	doc.SetAutoPageBreak(false, 0)
	doc.SetProducer(utf16be(program), false)
	doc.SetCreator(utf16be(program), false)
	for _, m := range []struct {
		text string
		set  func(string, bool)
	}{
		{d.Meta.Title, doc.SetTitle}, {d.Meta.Subject, doc.SetSubject}, {d.Meta.Author, doc.SetAuthor},
		{keywords(d.Meta), doc.SetKeywords},
	} {
		if m.text != "" {
			m.set(utf16be(m.text), false)
		}
	}
	return doc
}

// creation is the date the file bears; the zero time means that nobody said one.
func creation(d *scene.Deck, o Options) (time.Time, error) {
	if !o.Date.IsZero() {
		return o.Date.UTC(), nil
	}
	if d.Meta.Date == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.DateOnly, d.Meta.Date)
	if err != nil {
		return time.Time{}, fmt.Errorf("the deck's date %q is not an ISO date", d.Meta.Date)
	}
	return t, nil
}
