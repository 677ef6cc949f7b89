// Package roadshow is the pipeline: an outline becomes a briefing, becomes finished pages, becomes files.
//
// Compile never stops at the first problem and writes nothing; Render turns finished pages into files' bytes.
package roadshow

import (
	"os"
	"time"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/briefing/proof"
	"roadshow/internal/diag"
	"roadshow/render"
	"roadshow/scene"
	"roadshow/typeset"
)

// Options say what to compile, for whom and as what.
type Options struct {
	Name        string            // the outline's file as the author typed it
	Src         []byte            // its text
	Root        *os.Root          // its folder: nothing outside it is read
	Set         []outline.Setting // replacements of its values
	Audience    string            // includes what is only for this audience
	Strict      bool              // warnings are errors
	Evidence    bool              // so are numbers typed by hand and whatever is not checked
	Media       []scene.Medium    // what to lay out
	Insist      []scene.Medium    // of these, what must be made: scene.Office may else be left out with a warning
	OfficeFonts typeset.Editor    // faces of scene.Office; none named: those of office programs
	Pages       render.Pages      // what will be written of each medium
	Copies      bool              // leave room for the words that each recipient's copy has of its own
	PDF         render.Standard   // what PDF files will promise; pdf.None where none are written
	FontFolders []string          // of this computer: a brand's families are looked for there last
	Now         func() time.Time  // for the stages' times only
	Record      bool              // note what was read in Result.Inputs
	Kept        *Kept             // what an earlier build left; nil: nothing
}

// Result is a compiled briefing. The decks are nil where the outline's problems left nothing to lay out.
type Result struct {
	Problems *diag.List
	Failed   bool
	Outline  *outline.Node
	Briefing *briefing.Briefing
	Inputs   []proof.File // what was read, the outline first; empty unless recorded
	Read     []string     // the names of all files that were read beside the outline
	Machine  error        // a file could not be read, and it is the machine's fault, not the outline's
	Files    scene.Files
	Geometry []*scene.Report // what the self-check measured, one a deck
	Stages   []Stage
	now      func() time.Time
	kept     *Kept
	faces    *typeset.Fonts
}

// Compile runs the pipeline up to finished pages. An error is wrong use (OptionError); problems of the outline are the Result's.
func Compile(o Options) (*Result, error) {
	l := &diag.List{}
	r := &Result{Problems: l, now: o.Now, kept: o.Kept}
	files := o.files()
	read := files.Read
	r.Stage("parse", func() error {
		r.Outline = outline.Parse(o.Src, o.Name, Catalog(read, o.Set), l)
		return nil
	})
	if err := knownAudience(r.Outline, o.Audience, l); err != nil {
		return nil, err
	}
	r.Stage("resolve", func() error {
		r.Briefing = briefing.Resolve(r.Outline, environment(o, files), l)
		return nil
	})
	r.Stage("prove", func() error {
		briefing.Prove(r.Briefing, read, l)
		briefing.TypedNumbers(r.Outline, l)
		r.Briefing.StrictEvidence(o.Evidence, l)
		return nil
	})
	if !l.Failed(false) {
		r.Stage("layout", func() error { return r.lay(o, files) })
		r.Stage("check", func() error { return r.examine(o) })
	}
	r.Failed, r.Inputs, r.Read, r.Machine = l.Failed(o.Strict), files.Inputs(r.Briefing), files.Names(), files.Failed
	return r, nil
}
