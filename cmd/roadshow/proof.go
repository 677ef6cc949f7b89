package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"roadshow"
	"roadshow/briefing/proof"
	"roadshow/internal/limits"
	"roadshow/render"
	"roadshow/render/pdf"
	"roadshow/scene"
)

// proofEnding is how the names of proofs end.
const proofEnding = ".proof.json"

// proofOutputs are the files of one build that a proof describes.
type proofOutputs struct {
	files []proof.Output
	media []scene.Medium
	drawn bool // as pictures
}

func (p *proofOutputs) add(f render.Format, file output) {
	p.files = append(p.files, proof.Output{File: proof.Of(filepath.Base(file.path), file.data), Format: f.Name})
	p.drawn = p.drawn || f.Pictures != nil
	p.media = append(p.media, f.Media()...)
}

// prove is the proof as a file beside those that it describes. A proof that would not verify is not written: that is an
// error of integrity. Nor is one over a proof that somebody signed, unless it is signed itself: his signature would stand
// beside words that he never saw, and a signature that was deleted cannot be made again.
func (p *proofOutputs) prove(s streams, o *buildOptions, res *roadshow.Result, to target, src outlineText) (output, error) {
	if old := proofPath(to, src.stemFor(o.audience)) + signatureEnding; o.key == "" {
		if _, err := os.Lstat(old); err == nil {
			return output{}, usage("sign the new proof with --sign, or move the signature away", "%s signs the proof that is there, and would not be of the new one", shown(filepath.ToSlash(old)))
		}
	}
	doc := res.Prove(p.media)
	doc.Program, doc.Outputs = version(), p.files
	doc.Options = proof.Options{Audience: o.audience, Set: o.overrides(), Pages: o.pages, Notes: o.notes, Date: s.env("SOURCE_DATE_EPOCH")}
	if o.promise != pdf.UA1A2a {
		doc.Options.Standard = o.promise.String()
	}
	if o.faces != usualFaces {
		doc.Options.Faces = o.faces
	}
	if p.drawn {
		doc.Options.DPI = o.dpi
	}
	if wrong := doc.Check(); len(wrong) > 0 {
		return output{}, broken(s, append([]string{"nothing is written: the proof would not verify"}, wrong...))
	}
	file := output{proofPath(to, src.stemFor(o.audience)), doc.Encode()}
	if len(file.data) > limits.ProofBytes.N() {
		return file, usage("--pages or --audience make a shorter one", "the proof would be longer than %s, and nobody could read it", limits.ProofBytes.Row().Figure())
	}
	if _, err := proof.Decode(filepath.Base(file.path), file.data); err != nil {
		return file, fmt.Errorf("a fault of roadshow: the proof cannot be read again: %w", err)
	}
	return file, nil
}

// proofPath is where the proof of a build goes: beside its file, or into its folder.
func proofPath(to target, stem string) string {
	if to.file != "" {
		return strings.TrimSuffix(to.file, filepath.Ext(to.file)) + proofEnding
	}
	return filepath.Join(to.folder, stem+proofEnding)
}
