package roadshow

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	"roadshow/briefing"
	"roadshow/briefing/brand"
	"roadshow/briefing/outline"
	"roadshow/briefing/proof"
	"roadshow/internal/diag"
	"roadshow/internal/folder"
	"roadshow/layouts"
	"roadshow/page"
	"roadshow/render"
	"roadshow/render/pdf"
	"roadshow/scene"
	"roadshow/typeset"
)

// Kept is what a program that compiles a briefing again after each change keeps from one build for the next: the faces with what was
// set in them, and compressed streams. What is made is the same without it. It serves one build at a time.
type Kept struct {
	fonts, slides, office *typeset.Fonts
	files                 render.Kept
}

func (k *Kept) ofFiles() *render.Kept {
	if k == nil {
		return nil
	}
	return &k.files
}

// Stage is one step of the pipeline and what it took.
type Stage struct {
	Name string
	Took time.Duration
}

// Stage runs one step and notes its time.
func (r *Result) Stage(name string, step func() error) error {
	if r.now == nil {
		return step()
	}
	start := r.now()
	err := step()
	r.Stages = append(r.Stages, Stage{name, r.now().Sub(start)})
	return err
}

// OptionError is an option that does not fit the outline: wrong usage, not a problem of the outline.
type OptionError struct {
	Option, Value string
	Known         []string // what there is
	summary, Hint string
}

func (e *OptionError) Error() string { return e.summary }

// files is how the folder's files are read.
func (o *Options) files() *folder.Reading {
	r := folder.ReadingOf(o.Root)
	if o.Record {
		r.Record(o.Name, o.Src)
	}
	return r
}

// lay makes the finished pages of every medium that was asked for.
func (r *Result) lay(of Options, files *folder.Reading) error {
	kept := r.kept
	if kept == nil {
		kept = &Kept{}
	}
	look, fonts := brand.House(r.Briefing, files, of.FontFolders, kept.fonts, r.Problems)
	kept.fonts, r.faces = fonts, fonts
	page.Glyphs(r.Outline, r.Briefing, fonts, of.Audience, r.Problems)
	var reading sync.Mutex
	o := page.Options{Layouts: layouts.Catalog(), Look: look, Fonts: fonts, Copies: of.Copies, Env: page.Env{ReadFile: func(name string, limit int64) ([]byte, error) {
		reading.Lock()
		defer reading.Unlock()
		return files.Read(name, limit)
	}}}
	document, office := slices.Contains(of.Media, scene.Document), slices.Contains(of.Media, scene.Office)
	var beside sync.WaitGroup
	said, slides := &diag.List{}, make(chan page.Division, 1)
	if office || slices.Contains(of.Media, scene.Slides) {
		beside.Go(func() {
			own := o
			if document { // faces serve one medium at a time
				kept.slides = fonts.Another(kept.slides)
				own.Fonts = kept.slides
			}
			own.Made = page.Division{}
			r.Files.Slides = page.SlideDeck(r.Briefing, own, said)
			slides <- own.Made
		})
	}
	var made officeSlides
	if office {
		beside.Go(func() {
			own := o
			kept.office = fonts.Edited(cmp.Or(of.OfficeFonts, typeset.OfficeFaces), kept.office)
			own.Fonts = kept.office
			made = r.layOffice(own, of, slides)
		})
	}
	if document {
		r.Files.Document = page.Document(r.Briefing, o, r.Problems)
	}
	beside.Wait()
	r.Problems.Merge(said)
	if office && !r.Problems.Failed(false) { // else what is wrong is wrong with these as well
		r.takeOffice(made, of)
	}
	page.Count(r.Files.Document, r.Outline.At.File, r.Problems)
	page.Count(r.Files.Slides, r.Outline.At.File, r.Problems)
	return nil
}

// officeSlides are the slides in the faces of office programs, with what is wrong with them.
type officeSlides struct {
	deck     *scene.Deck
	said     *diag.List
	geometry *scene.Report
}

// layOffice lays the slides out in the faces of office programs, while the others are laid out.
func (r *Result) layOffice(o page.Options, of Options, slides <-chan page.Division) (made officeSlides) {
	reports := map[*scene.Deck]*scene.Report{}
	made.deck, made.said = page.OfficeDeck(r.Briefing, o, func() (*scene.Deck, page.Division) {
		division := <-slides
		return r.Files.Slides, division
	}, func(d *scene.Deck, l *diag.List) {
		reports[d] = page.Examine(d, r.Briefing, r.Outline, of.Name, l)
	})
	made.geometry = reports[made.deck]
	return made
}

// takeOffice adds these slides to the result. What is wrong with them is an error where the author insists on them; else they are left
// out with a warning. Their other warnings and notes are those of the slides.
func (r *Result) takeOffice(made officeSlides, of Options) {
	page.Count(made.deck, r.Outline.At.File, made.said)
	if !made.said.Failed(false) {
		r.Files.Office = made.deck
		r.Geometry = append(r.Geometry, made.geometry)
		return
	}
	for _, p := range made.said.Problems() {
		if p.Severity != diag.Error {
			continue
		}
		if p.Summary = "in the faces of office programs, " + p.Summary; !slices.Contains(of.Insist, scene.Office) {
			p.Severity, p.Code, p.Summary = diag.Warning, "W-PPTX", "no PowerPoint file is made: "+p.Summary
		}
		r.Problems.Add(p)
	}
}

// examine checks every deck's geometry, and that what is written of it loses no legal text.
func (r *Result) examine(o Options) error {
	for _, deck := range r.Files.Decks() {
		if deck == r.Files.Office {
			continue // it was, to find what its faces hold; its legal text is that of the slides
		}
		brand.TryFaces(deck, r.Briefing, r.Problems)
		r.Geometry = append(r.Geometry, page.Examine(deck, r.Briefing, r.Outline, o.Name, r.Problems))
		r.refuse(deck, o)
		if deck.Legal != nil {
			page.Examine(&scene.Deck{Medium: deck.Medium, Size: deck.Size, Pages: []scene.Page{*deck.Legal}}, r.Briefing, r.Outline, o.Name, r.Problems)
		} else if places := o.Pages.Of(len(deck.Pages)); len(places) > 0 && render.LosesLegal(deck, places) {
			r.Problems.Error(r.Briefing.DisclaimerAt, "E-LEGAL", "write risk_line, one sentence that may stand for it, or add its page to --pages",
				"--pages leaves the disclaimer out, and its first sentence is too long to stand for it")
		}
	}
	return nil
}

// refuse reports what the standard of PDF files forbids, at its block.
func (r *Result) refuse(deck *scene.Deck, o Options) {
	for _, f := range pdf.Refused(deck, o.PDF) {
		at := page.PlaceOf(f.Item, r.Briefing, o.Name)
		where := fmt.Sprintf("%s, page %d: ", deck.Medium, f.Page)
		if f.Item == "" && r.Briefing.Brand != nil {
			at, where = r.Briefing.Brand.Fonts.At, ""
		}
		r.Problems.Error(at, "E-STANDARD", f.Hint+"; or build with --pdf-standard none, which promises nothing", "%s%s (%s)", where, f.What, f.Clause)
	}
}

// Cite reads an outline up to what it cites, without an audience and for each that it lists: what is proved of its sources
// must serve them all. Nothing is held against a source. read are the names of the files that it was made of.
func Cite(o Options) (out []*briefing.Briefing, read []string, l *diag.List) {
	l, o.Record = &diag.List{}, true
	files := o.files()
	tree := outline.Parse(o.Src, o.Name, Catalog(files.Read, o.Set), l)
	audiences := []string{""}
	for _, a := range tree.Get("audiences").Items() {
		audiences = append(audiences, a.Text)
	}
	for _, a := range audiences {
		o.Audience = a
		out = append(out, briefing.Resolve(tree, environment(o, files), l))
	}
	return out, slices.Sorted(maps.Keys(files.Noted)), l
}

// Render makes the files of one format, named after stem: none of a format whose slides the office faces do not hold, which a
// warning has said.
func (r *Result) Render(f render.Format, stem string, o render.Options) (files []render.File, err error) {
	for _, m := range f.Media() {
		if m == scene.Office && !r.Failed && r.Deck(m) == nil {
			return nil, nil
		}
		if r.Failed || r.Deck(m) == nil {
			return nil, fmt.Errorf("render %s: the briefing has problems", f.Name)
		}
	}
	o.Kept = r.kept.ofFiles()
	err = r.Stage("render", func() (err error) {
		files, err = f.Files(r.Files, stem, o)
		return err
	})
	return files, err
}

// Deck is the finished pages of a medium, nil where it was not asked for or cannot be made.
func (r *Result) Deck(m scene.Medium) *scene.Deck { return *r.Files.Place(m) }

// Faces are the faces that the pages were set in, for whoever sets more words in them. They are his alone.
func (r *Result) Faces() *typeset.Fonts {
	faces := r.faces.Another(nil)
	faces.Language(r.Briefing.Language)
	return faces
}

// Prove is the proof of a compiled briefing with the pages of these media, each once, without the files that were made of it.
func (r *Result) Prove(media []scene.Medium) *proof.Proof {
	p := &proof.Proof{Inputs: r.Inputs, Outputs: []proof.Output{}, Facts: proof.FactsOf(r.Briefing)}
	uses := r.Briefing.Uses(r.Outline)
	var told []scene.Medium
	for _, m := range media {
		if deck := r.Deck(m); !slices.Contains(told, deck.Medium) {
			told = append(told, deck.Medium)
			p.Paginate(deck, r.Briefing, uses)
		}
	}
	return p
}
