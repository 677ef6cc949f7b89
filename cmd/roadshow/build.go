package main

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/render"
	"roadshow/render/png"
	"roadshow/scene"
)

type buildOptions struct {
	compileOptions
	output string
	dpi    float64
	pages  string
	key    string // file
	notes  bool
	watch  bool
	follow bool // links that are folders
}

func newBuild(s streams) *cobra.Command {
	var o buildOptions
	c := &cobra.Command{
		Use:   "build OUTLINE",
		Short: "Write the briefing's files",
		Long: `Build compiles an outline and writes its files. OUTLINE is a folder (its briefing.yaml), a file, or - for
standard input. Files are written whole or not at all: when anything is wrong, what was there stays.`,
		Example: `  roadshow build my-briefing
  roadshow build my-briefing -o memo.pdf --look bank --page letter
  roadshow build my-briefing --to png --pages 1,4-6 --dpi 96
  roadshow build my-briefing --watch`,
		Args: oneOutline,
		RunE: func(c *cobra.Command, args []string) error {
			o.outline = args[0]
			return runBuild(s, &o)
		},
	}
	c.Flags().StringVarP(&o.output, "output", "o", "", "file (ending in "+endings()+") or folder to write; - for standard output (default: out/ beside the outline)")
	addCompileFlags(c, &o.compileOptions)
	c.Flags().StringVar(&o.pages, "pages", "", "write only these pages: `2,5-8`, counted from 1; the disclaimer's short form follows where they leave it out")
	c.Flags().BoolVar(&o.notes, "notes", false, "put the speaker notes (say) into files that show them to the speaker; without it no file holds them")
	c.Flags().Float64Var(&o.dpi, "dpi", png.DefaultDPI, fmt.Sprintf("pixels per inch of pictures, %d to %d", png.MinDPI, png.MaxDPI))
	c.Flags().BoolVar(&o.record, "proof", false, "also write X.proof.json: all that the files say, what proves it, and their hashes; roadshow verify checks it")
	c.Flags().BoolVar(&o.follow, "follow-links", false, "write into a folder that is a link")
	c.Flags().StringVar(&o.key, "sign", "", "with --proof: sign it with this private `key` (roadshow key new), as X.proof.json.sig")
	c.Flags().BoolVar(&o.watch, "watch", false, "build again whenever a file of the outline's folder changes")
	return c
}

func runBuild(s streams, o *buildOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	if _, err := o.rendering(s); err != nil {
		return err
	}
	if o.watch {
		return runWatch(s, o)
	}
	return buildOnce(s, o)
}

func buildOnce(s streams, o *buildOptions) error {
	src, err := readSource(o.outline, s.in)
	if err != nil {
		return err
	}
	defer src.close()
	to, err := findTarget(o.output, src)
	if err != nil {
		return err
	}
	if !to.stdout && !o.follow {
		if err := notLinked(to.dir(), src.folder); err != nil {
			return err
		}
	}
	formats, err := o.formatsFor(to)
	if err != nil {
		return err
	}
	if to.file != "" {
		for _, f := range formats {
			o.insist = append(o.insist, f.Name)
		}
	}
	key, err := o.signer()
	if err != nil {
		return err
	}
	if o.record && to.stdout {
		return usage("write to a file or a folder", "--proof needs a file to prove, and -o - makes none")
	}
	if len(o.audiences) > 1 && (to.stdout || to.file != "") {
		return usage("name a folder, or one audience", "the files of %d audiences do not fit in one", len(o.audiences))
	}
	how, err := o.rendering(s)
	if err != nil {
		return err
	}
	defer startProgress(s, src.name)()
	// Nothing is written before every audience's files are made.
	var files []output
	var wrote []string
	var last *roadshow.Result
	audiences := o.audiences
	if len(audiences) == 0 {
		audiences = []string{""}
	}
	for _, audience := range audiences {
		one := *o
		one.audience = audience
		set, lines, res, err := buildSet(s, &one, src, to, formats, how, key)
		if err != nil {
			return err
		}
		files, wrote, last = append(files, set...), append(wrote, lines...), res
	}
	if to.stdout {
		_, err = s.out.Write(files[0].data)
		if err != nil {
			return fmt.Errorf("cannot write to standard output: %w", err)
		}
	} else if err := notRead(files, src, last.Read); err != nil {
		return err
	} else if err := last.Stage("write", func() error { return writeAll(to.dir(), files) }); err != nil {
		return err
	}
	if o.timings {
		printTimings(s, last.Stages)
	}
	if !to.stdout && !machineReadable(o.format) {
		for _, line := range wrote {
			fmt.Fprintln(s.out, line)
		}
	}
	return nil
}

// buildSet makes the files of one audience, and says of each what was written.
func buildSet(s streams, o *buildOptions, src outlineText, to target, formats []render.Format, how render.Options, key ed25519.PrivateKey) (files []output, wrote []string, res *roadshow.Result, err error) {
	o.excerpt = how.Pages
	if res, err = o.compile(s, src); err != nil {
		return nil, nil, nil, err
	}
	if err := printProblems(s, o.format, o.strict, src, res); err != nil {
		return nil, nil, nil, err
	}
	if res.Machine != nil {
		return nil, nil, nil, res.Machine
	}
	if res.Failed {
		return nil, nil, nil, errProblems
	}
	var proved proofOutputs
	for _, f := range formats {
		made, err := res.Render(f, src.stemFor(o.audience), how)
		var none *render.NoPagesError
		if errors.As(err, &none) {
			return nil, nil, nil, usage("pages are counted from 1 in each file", "--pages: %s", err)
		}
		if err != nil {
			return nil, nil, nil, err
		}
		if len(made) == 0 {
			continue // a warning has said why
		}
		if len(made) != 1 && (to.stdout || to.file != "") {
			if made[len(made)-1].Page == 0 && len(made) == 2 {
				return nil, nil, nil, usage("name a folder, or the page that bears the disclaimer", "a picture and that of the disclaimer, which it leaves out, do not fit in one file")
			}
			return nil, nil, nil, usage("choose one with --pages, or name a folder", "%d pictures do not fit in one file", len(made))
		}
		for _, file := range made {
			files = append(files, output{to.path(file.Name), file.Data})
			proved.add(f, files[len(files)-1])
		}
		wrote = append(wrote, fmt.Sprintf("wrote %s (%s)", span(files[len(files)-len(made):]), describe(res.Deck(f.Medium), made, how.Pages)))
	}
	if o.record {
		file, err := proved.prove(s, o, res, to, src)
		if err != nil {
			return nil, nil, nil, err
		}
		files, wrote = append(files, file), append(wrote, fmt.Sprintf("wrote %s (%d KB)", span([]output{file}), (len(file.data)+999)/1000))
		if key != nil {
			files, wrote = append(files, sign(key, file)), append(wrote, "wrote "+span([]output{sign(key, file)}))
		}
	}
	return files, wrote, res, nil
}

// signer is the key that signs the proof, nil where it is not signed.
func (o *buildOptions) signer() (ed25519.PrivateKey, error) {
	if o.key == "" {
		return nil, nil
	}
	if !o.record {
		return nil, usage("add --proof", "--sign signs a proof, and none is written")
	}
	return readKey(o.key)
}

// formatsFor are the formats that go to a target: those asked for, or those that its name can hold.
func (o *buildOptions) formatsFor(to target) ([]render.Format, error) {
	list := o.formats()
	if to.file != "" {
		ext := strings.ToLower(filepath.Ext(to.file))
		fits := []render.Format{}
		if len(o.to) == 0 {
			list = roadshow.Formats() // x.png asks for a picture
		}
		for _, f := range list {
			if f.Ext == ext {
				fits = append(fits, f)
			}
		}
		if len(fits) < len(list) && len(o.to) > 0 {
			return nil, usage("name a folder, or one file for each format", "--to %s does not fit in one %s file", strings.Join(o.to, ","), ext)
		}
		list = fits
	}
	if len(list) > 1 && (to.file != "" || to.stdout) {
		if len(o.to) > 0 {
			var names []string
			for _, f := range list {
				names = append(names, f.Name)
			}
			return nil, usage("choose --to "+orList(names), "%d formats do not fit in one file", len(list))
		}
		list = list[:1] // the first is meant: x.pdf is the document
	}
	if to.stdout && machineReadable(o.format) {
		return nil, usage("write a file, or print the problems as human or short", "-o - and --format %s both want standard output", o.format)
	}
	return list, nil
}

// rendering is what the command line says of the files, beside what they are made of.
func (o *buildOptions) rendering(s streams) (how render.Options, err error) {
	if how.Date, err = sourceDate(s.env("SOURCE_DATE_EPOCH")); err != nil {
		return how, err
	}
	if o.pages != "" {
		if how.Pages, err = render.ParsePages(o.pages); err != nil {
			return how, usage("name pages and ranges, for example 2,5-8 or 12-", "--pages: %s", err)
		}
	}
	how.Notes = o.notes
	if how.DPI = o.dpi; !(o.dpi >= png.MinDPI && o.dpi <= png.MaxDPI) {
		return how, usage(fmt.Sprintf("it takes %d to %d", png.MinDPI, png.MaxDPI), "--dpi %v is too coarse or too fine", o.dpi)
	}
	how.PDF = o.promise
	return how, nil
}

// span names the files of one format: the first and, where there are several, the last.
func span(files []output) string {
	first := shown(filepath.ToSlash(files[0].path))
	if len(files) == 1 {
		return first
	}
	return first + " … " + shown(filepath.Base(files[len(files)-1].path))
}

// describe says what was written: "14 pages, 118 KB" or, with --pages, "3 of 14 pages, 80 KB".
func describe(deck *scene.Deck, files []render.File, pages render.Pages) string {
	size, all := 0, len(deck.Pages)
	for _, f := range files {
		size += len(f.Data)
	}
	count := fmt.Sprintf("%d pages", all)
	if places := pages.Of(all); len(places) < all {
		count = fmt.Sprintf("%d of %s", len(places), count)
		if deck.Legal != nil && render.LosesLegal(deck, places) {
			count += " and the disclaimer's short form"
		}
	} else if all == 1 {
		count = "1 page"
	}
	return fmt.Sprintf("%s, %d KB", count, (size+999)/1000)
}
