package main

import (
	"cmp"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/briefing"
	"roadshow/briefing/proof"
	"roadshow/internal/folder"
	"roadshow/internal/limits"
	"roadshow/render"
	"roadshow/render/png"
)

type verifyOptions struct {
	name              string
	outline           string   // folder
	key               string   // file
	ledger, signature string   // files
	roots             []string // ID=HEX
}

func newVerify(s streams) *cobra.Command {
	var o verifyOptions
	c := &cobra.Command{
		Use:   "verify X.proof.json | COPY.pdf",
		Short: "Check a briefing's proof with all that it says, or a recipient's copy",
		Long: `Verify checks, without a network: the proof against its own digest; the files beside it against their hashes; every
quotation and excerpt against the root of its source, every number against its excerpt, every formula and claim by
computing it again. Where the outline's folder is at hand (the proof's own, the one above, or --outline) its files are
held against their hashes, and what they say against the proof; the same version of the program also makes the files
again. Whatever changed is named, and the exit code is 5. What is not at hand is said and not checked.

A proof shows that words stand in texts with the roots that it prints. That these are the right texts shows --root, with
a root from the source's owner, or the text itself (roadshow source verify); who made the proof shows --public-key.

A recipient's copy (roadshow distribute) is held against its signature, COPY.pdf.sig, with --public-key, and against the
sender's ledger with --ledger, which says whose it is. Neither needs its password.`,
		Example: `  roadshow verify my-briefing/out/my-briefing.proof.json
  roadshow verify received/memo.proof.json --outline my-briefing
  roadshow verify received/memo.proof.json --public-key house.pem.pub
  roadshow verify ada-update.pdf --public-key key.pub
  roadshow verify ada-update.pdf --ledger sent/ledger.jsonl`,
		Args: func(c *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usage("`roadshow build my-briefing --proof` writes one", "%s takes one proof or copy, not %d", c.CommandPath(), len(args))
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error {
			o.name = args[0]
			if isCopy(o.name) {
				if o.outline != "" || len(o.roots) > 0 {
					return usage("verify the briefing's X.proof.json", "--outline and --root are for proofs, and %s is none", shown(o.name))
				}
				return runVerifyCopy(s, &o)
			}
			if o.ledger != "" || o.signature != "" {
				return usage("name a copy, which ends in .pdf", "--ledger and --signature are for copies, and %s is none", shown(o.name))
			}
			return runVerify(s, &o)
		},
	}
	c.Flags().StringVar(&o.outline, "outline", "", "folder of the outline that the briefing was made of")
	c.Flags().StringVar(&o.key, "public-key", "", "the signer's public `key`: X.proof.json.sig, or COPY.pdf.sig, must be his signature")
	c.Flags().StringVar(&o.ledger, "ledger", "", "the sender's `ledger`, which knows every copy")
	c.Flags().StringVar(&o.signature, "signature", "", "the copy's signature, a `file` (default: beside it, COPY.pdf.sig)")
	c.Flags().StringArrayVar(&o.roots, "root", nil, "`ID=ROOT`: the source's root must be this one, which its owner gave you (repeatable)")
	return c
}

// verification collects what was checked and what changed.
type verification struct {
	*proof.Proof
	name          string
	bad, fine, no []string
}

func (v *verification) wrong(format string, args ...any) {
	v.bad = append(v.bad, fmt.Sprintf(format, args...))
}
func (v *verification) ok(format string, args ...any) {
	v.fine = append(v.fine, fmt.Sprintf(format, args...))
}
func (v *verification) not(format string, args ...any) {
	v.no = append(v.no, fmt.Sprintf(format, args...))
}

func runVerify(s streams, o *verifyOptions) error {
	data, err := readWhole(o.name, limits.ProofBytes)
	if err != nil {
		return err
	}
	v := &verification{name: o.name}
	if err := v.signature(data, o.key); err != nil {
		return err
	}
	p, err := proof.Decode(filepath.ToSlash(o.name), data)
	if err != nil {
		return broken(s, append(v.bad, err.Error()))
	}
	v.Proof = p
	v.ok("%s is as it was written (digest %s…)", filepath.ToSlash(o.name), p.Digest[:12])
	if err := v.outputs(); err != nil {
		return err
	}
	v.facts()
	if err := v.pinned(o.roots); err != nil {
		return err
	}
	if err := v.outline(s, o.outline); err != nil {
		return err
	}
	return v.say(s)
}

// say prints what was found.
func (v *verification) say(s streams) error {
	for _, line := range v.fine {
		fmt.Fprintln(s.out, shown(line))
	}
	for _, line := range v.no {
		fmt.Fprintln(s.out, shown("not checked: "+line))
	}
	if len(v.bad) > 0 {
		return broken(s, v.bad)
	}
	return nil
}

// outputs holds the files beside the proof against their hashes.
func (v *verification) outputs() error {
	here := 0
	for _, f := range v.Outputs {
		if f.Path != filepath.Base(f.Path) || f.Path == "" {
			v.wrong("the proof names %s, which is not beside it", f.Path)
			continue
		}
		if form, ok := render.Find(f.Format); !ok || form.Ext != filepath.Ext(f.Path) {
			v.wrong("%s is called a file of the format %q", f.Path, f.Format)
			continue
		}
		name := filepath.Join(filepath.Dir(v.name), f.Path)
		info, err := os.Stat(name)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			v.not("%s is not here", f.Path)
			continue
		case err != nil:
			return machine("read", name, err)
		}
		here++
		if !info.Mode().IsRegular() || info.Size() != int64(f.Bytes) {
			v.wrong("%s is not the file that was proved", f.Path)
			continue
		}
		r, err := os.Open(name)
		if err != nil {
			return machine("read", name, err)
		}
		sum, err := hashOf(r)
		switch {
		case err != nil:
			return machine("read", name, err)
		case sum != f.SHA256:
			v.wrong("%s is not the file that was proved", f.Path)
		default:
			v.ok("%s is the file that was proved", f.Path)
		}
	}
	switch {
	case len(v.Outputs) > 0:
	case v.Whole():
		v.wrong("the proof names no finished file: no build writes such a one")
	default:
		v.not("the finished files: the proof names none")
	}
	if v.Whole() && v.Program == "" {
		v.wrong("the proof does not name the program that made it: no build writes such a one")
	}
	if here == 0 && len(v.Outputs) > 0 {
		v.wrong("none of the files that were proved is beside %s", filepath.ToSlash(v.name))
	}
	return nil
}

// hashOf is a file's SHA-256, hex. It is read in a stream: files may be larger than the memory.
func hashOf(f io.ReadCloser) (string, error) {
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

// unchanged holds a file of a folder against what a proof says of it.
func unchanged(root *os.Root, f proof.File) (bool, error) {
	info, err := root.Stat(f.Path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, errors.New("there is no such file")
	case err != nil:
		return false, err
	case !info.Mode().IsRegular():
		return false, errors.New("it is not a regular file")
	case info.Size() != int64(f.Bytes):
		return false, nil
	}
	r, err := root.Open(f.Path)
	if err != nil {
		return false, err
	}
	sum, err := hashOf(r)
	return sum == f.SHA256, err
}

// facts checks all that the proof says against itself and the roots of its sources, and says what that cannot show.
func (v *verification) facts() {
	a := v.Assess()
	v.bad = append(v.bad, a.Wrong...)
	for _, s := range v.Sources {
		if s.Proofs == nil {
			continue
		}
		v.ok("root of %s: %s", s.ID, s.Proofs.Root)
		if !s.Proofs.Counted() {
			v.not("how many words the text of %s has: its proofs are of format 1", s.ID)
		}
	}
	if len(a.Wrong) > 0 {
		return
	}
	q := a.Coverage.Quotations
	v.ok("quotations: %d proved, of these %d attributed; %d unchecked", q.Proved, q.Attributed, q.Unchecked)
	v.ok("numbers: %s", classes(a.Coverage.Numbers))
	v.ok("claims: %d computed again and so; %d in words alone", a.Computed, a.Words)
	v.named(a.Open, "quotation", "held against no source")
	v.named(a.Uncited, "attribution", "no credit names who spoke")
	if a.Other > 0 {
		v.not("%s in other words", many(a.Other, "quotation"))
	}
	if a.Words > 0 {
		v.not("%s of words alone", many(a.Words, "claim"))
	}
	of := map[briefing.Class][]string{}
	for _, n := range a.Numbers {
		of[n.Class] = append(of[n.Class], n.What)
	}
	v.named(of[briefing.Unchecked], "number", "nothing proves them")
	v.named(of[briefing.Typed], "number", "typed by hand")
	v.named(of[briefing.ByIssuer], "number", "the issuer's own word")
	v.named(of[briefing.ByAssumption], "number", "an assumption, and called one")
	v.named(of[briefing.BySample], "number", "a sample, and called one")
	if !v.Whole() {
		v.not("which texts are printed, and the statuses of sources: format 1 of a proof does not hold them")
	}
}

// classes counts numbers, class by class.
func classes(n briefing.NumberCoverage) string {
	var out []string
	for _, class := range briefing.Classes() {
		out = append(out, fmt.Sprintf("%d %s", *n.Of(class), class))
	}
	return strings.Join(out, ", ")
}

// named says of how many things something could not be checked, and of which.
func (v *verification) named(list []string, noun, why string) {
	if len(list) == 0 {
		return
	}
	const most = 8
	names := strings.Join(list[:min(len(list), most)], "; ")
	if len(list) > most {
		names += fmt.Sprintf("; and %d more", len(list)-most)
	}
	v.not("%s (%s): %s", many(len(list), noun), why, names)
}

// pinned holds the roots that somebody else gave against those of the proof.
func (v *verification) pinned(roots []string) error {
	given := map[string]bool{}
	for _, pin := range roots {
		id, root, ok := strings.Cut(pin, "=")
		root = strings.ToLower(root)
		if raw, err := hex.DecodeString(root); !ok || id == "" || err != nil || len(raw) != sha256.Size {
			return usage("for example --root interview=8221f49d… with all 64 digits", "--root %s is not ID=ROOT", shown(pin))
		}
		given[id] = true
		at := slices.IndexFunc(v.Sources, func(s proof.Source) bool { return s.ID == id })
		switch {
		case at < 0:
			v.wrong("there is no source %s: the proof has %s", id, orList(v.ids()))
		case v.Sources[at].Proofs == nil:
			v.wrong("the source %s has no proofs: nothing is quoted from it that was checked", id)
		case v.Sources[at].Proofs.Root != root:
			v.wrong("the source %s has the root %s, not %s: another text, or another format of its proofs", id, v.Sources[at].Proofs.Root, root)
		default:
			v.ok("the root of %s is the one that you gave", id)
		}
	}
	var open []string
	for _, s := range v.Sources {
		if s.Proofs != nil && !given[s.ID] {
			open = append(open, s.ID)
		}
	}
	v.named(open, "root", "the proof's own word; --root ID=ROOT holds it against one that you have")
	return nil
}

func (v *verification) ids() (out []string) {
	for _, s := range v.Sources {
		out = append(out, s.ID)
	}
	return out
}

// signature holds the signature beside the proof against a public key.
func (v *verification) signature(data []byte, keyFile string) error {
	name := v.name + signatureEnding
	sig, err := readSignature(name)
	if err != nil {
		return err
	}
	switch {
	case keyFile == "" && sig == nil:
		v.not("who made the proof: it is not signed")
		return nil
	case keyFile == "":
		v.not("who made the proof: --public-key holds %s against the signer's key", filepath.ToSlash(name))
		return nil
	}
	key, err := readPublicKey(keyFile)
	if err != nil {
		return err
	}
	switch {
	case sig == nil:
		v.wrong("there is no signature %s", filepath.ToSlash(name))
	case !ed25519.Verify(key, data, sig):
		v.wrong("%s is not a signature of the proof by the key %s", filepath.ToSlash(name), filepath.ToSlash(keyFile))
	default:
		v.ok("%s is a signature of the proof by the key %s", filepath.ToSlash(name), filepath.ToSlash(keyFile))
	}
	return nil
}

// readSignature is nil where there is none.
func readSignature(name string) ([]byte, error) {
	if _, err := os.Stat(name); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	sig, err := readWhole(name, limits.KeyBytes)
	if err == nil && sig == nil {
		sig = []byte{} // an empty file is there
	}
	return sig, err
}

// outline finds the folder of the outline and holds its files, and what they say, against the proof.
func (v *verification) outline(s streams, dir string) error {
	if len(v.Inputs) == 0 {
		v.wrong("the proof names no outline: no build writes such a one")
		return nil
	}
	main := v.Inputs[0]
	if dir == "" {
		for _, try := range []string{filepath.Dir(v.name), filepath.Join(filepath.Dir(v.name), "..")} {
			if info, err := os.Stat(filepath.Join(try, main.Path)); err == nil && info.Mode().IsRegular() {
				dir = try
				break
			}
		}
		if dir == "" {
			v.not("the outline and its files are not here; --outline says where they are")
			v.outlineOnly()
			return nil
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return unreadable(dir, err)
	}
	defer root.Close()
	changed := false
	for _, f := range v.Inputs {
		is, err := unchanged(root, f)
		where := filepath.ToSlash(filepath.Join(dir, f.Path))
		switch {
		case err != nil:
			v.wrong("%s: %v", where, err)
			changed = true
		case !is:
			v.wrong("%s is not the file from which the briefing was made", where)
			changed = true
		}
	}
	if changed {
		return nil
	}
	text, err := folder.ReadInside(root)(main.Path, limits.OutlineBytes.N64())
	if err != nil {
		return machine("read", main.Path, err)
	}
	v.ok("%s: those from which it was made", many(len(v.Inputs), "input file"))
	return v.again(s, dir, root, text)
}

// outlineOnly names what nothing but the outline can confirm. A test edits every field of a proof: what it finds unnoticed
// must stand here, or among what supports nothing.
func (v *verification) outlineOnly() {
	v.not("%s", "what only the outline says: whether anything was left out or added; program, options, inputs, formats of files; the title and date, other printed words, "+
		"labels, bases, stickers, exhibits and what stands in them; texts of claims and where they stand; names and numbers of sources, languages of "+
		"translation, which sources were named; names of speakers; which columns are own, rows and words of tables; which numbers were typed; "+
		"ids of figures and tables, lines of the outline, pages")
}

// again compiles the outline and holds what it says against the proof. The same program also makes the files again.
func (v *verification) again(s streams, dir string, root *os.Root, text []byte) error {
	o := buildOptions{dpi: v.Options.DPI, pages: v.Options.Pages, notes: v.Options.Notes}
	o.audience, o.set, o.standard, o.faces = v.Options.Audience, v.Options.Set, v.Options.Standard, cmp.Or(v.Options.Faces, usualFaces)
	for _, f := range v.Outputs {
		if _, ok := render.Find(f.Format); ok && !slices.Contains(o.to, f.Format) {
			o.to = append(o.to, f.Format)
		}
	}
	o.format, o.record = "human", true
	if err := o.check(); err != nil {
		v.wrong("no build has the options of the proof: %v", err)
		return nil
	}
	src := outlineText{folder: filepath.Clean(dir), file: v.Inputs[0].Path, text: text, root: root}
	src.name = filepath.ToSlash(filepath.Join(src.folder, src.file))
	s.now = nil
	res, err := o.compile(s, src)
	if err != nil {
		return err
	}
	if res.Problems.Failed(false) {
		v.wrong("%s has problems: run `roadshow check`", src.name)
		return nil
	}
	if !slices.Equal(res.Inputs, v.Inputs) {
		v.wrong("%s: the proof is not what the outline says: the files of which it is made", filepath.ToSlash(v.name))
	}
	alike, err := v.remake(s, &o, res, src)
	if err != nil {
		return err
	}
	// Where the files made again are the same bytes, so are the pages, whatever program the proof names.
	same := alike || v.Program == version()
	now := res.Prove(nil).Facts
	if same {
		var out proofOutputs
		for _, f := range o.formats() {
			out.media = append(out.media, f.Media()...)
		}
		now = res.Prove(out.media).Facts
	}
	changes := v.Facts.Against(&now, same)
	for _, c := range changes {
		v.wrong("%s: the proof is not what the outline says: %s", filepath.ToSlash(v.name), c)
	}
	if len(changes) == 0 {
		v.ok("the outline says what the proof says")
	}
	switch {
	case alike && v.Program != version():
		v.not("program: the proof says that %s made it; this is %s and makes the same files", v.Program, version())
	case !same:
		v.not("pages and the bytes of the files: the proof says that %s made it; this is %s and makes others", v.Program, version())
	}
	v.not("options that change nothing of this briefing")
	return nil
}

// remake renders the files once more and compares their hashes. That they differ is wrong where the same program makes them.
func (v *verification) remake(s streams, o *buildOptions, res *roadshow.Result, src outlineText) (alike bool, err error) {
	if v.Options.Date != "" {
		env := s.env
		s.env = func(key string) string {
			if key == "SOURCE_DATE_EPOCH" {
				return v.Options.Date
			}
			return env(key)
		}
	} else {
		s.env = func(string) string { return "" }
	}
	if o.dpi == 0 {
		o.dpi = png.DefaultDPI // no pictures are made
	}
	how, err := o.rendering(s)
	if err != nil {
		v.wrong("no build has the options of the proof: %v", err)
		return false, nil
	}
	var made []proof.Output
	for _, f := range o.formats() {
		files, err := res.Render(f, src.stemFor(o.audience), how)
		if err != nil {
			return false, err
		}
		for _, file := range files {
			made = append(made, proof.Output{File: proof.Of(file.Name, file.Data), Format: f.Name})
		}
	}
	alike = len(made) == len(v.Outputs)
	for i := range min(len(made), len(v.Outputs)) {
		is, was := made[i], v.Outputs[i]
		if is.Path = was.Path; is != was { // -o names a file as its author likes
			alike = false
			if v.Program == version() {
				v.wrong("%s: made again from the outline it is another file", was.Path)
			}
		}
	}
	if len(made) != len(v.Outputs) {
		v.wrong("the outline makes %d files, the proof names %d", len(made), len(v.Outputs))
	}
	if alike {
		v.ok("the files made again are the same bytes")
	}
	return alike, nil
}
