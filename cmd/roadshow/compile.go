package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/render"
	"roadshow/render/pdf"
	"roadshow/typeset"
)

// compileOptions are what build and check share.
type compileOptions struct {
	outline   string
	to        []string
	look      string
	page      string
	audiences []string
	audience  string // the one at hand
	set       []string
	strict    bool
	evidence  bool   // --strict-evidence
	format    string // of the problems
	timings   bool
	record    bool     // what is read: for a proof
	noPages   bool     // only what it says counts
	insist    []string // formats that a file's name asks for
	faces     string   // of office files: --office-fonts
	copies    bool     // room for the words of each recipient's copy
	excerpt   render.Pages
	standard  string         // of PDF files, as typed
	promise   pdf.Standard   // what that means
	kept      *roadshow.Kept // from one build of --watch to the next
}

// addCompileFlags declares the flags that build and check share.
func addCompileFlags(c *cobra.Command, o *compileOptions) {
	f := c.Flags()
	f.SortFlags = false
	f.StringSliceVar(&o.to, "to", nil, "what to make: "+orList(formatNames())+" (default: all but pictures)")
	f.StringVar(&o.look, "look", "", "look instead of the outline's: "+orList(assets.Looks())+", or a file in its folder")
	f.StringVar(&o.page, "page", "", "page instead of the outline's: "+orList(pageNames()))
	f.StringSliceVar(&o.audiences, "audience", nil, "include what is only for these `ids`; build makes a set of files for each")
	f.StringArrayVar(&o.set, "set", nil, "replace a value of the outline: `key=value`; dots lead to keys below, lists take numbers from 1 and themes their ids: prepared_for=\"A. Reader\", figures.revenue.value=12, themes.2.claim=\"…\" (repeatable)")
	f.StringVar(&o.standard, "pdf-standard", pdf.UA1A2a.String(), "what PDF files promise to be: "+orList(pdf.Standards()))
	f.BoolVar(&o.strict, "strict", false, "treat warnings as errors")
	f.BoolVar(&o.evidence, "strict-evidence", false, "fail where a number was typed by hand, or a number or quotation is not checked")
	f.StringVar(&o.faces, "office-fonts", usualFaces, "faces of PowerPoint files: "+orList(officeFonts())+"; office is Cambria and Arial, own the briefing's, which readers must have installed")
	f.StringVar(&o.format, "format", "human", "how problems are printed: "+orList(diag.Formats()))
	f.BoolVar(&o.timings, "timings", false, "print how long each stage took")
	complete := func(flag string, names []string) {
		// The error says that the flag does not exist: a test runs every command's help.
		_ = c.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp))
	}
	complete("to", formatNames())
	complete("look", assets.Looks())
	complete("page", pageNames())
	complete("pdf-standard", pdf.Standards())
	complete("office-fonts", officeFonts())
	complete("format", diag.Formats())
	c.ValidArgsFunction = func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
		return []string{"yaml", "yml"}, cobra.ShellCompDirectiveFilterFileExt
	}
}

func officeFonts() []string { return []string{usualFaces, "own"} }

// usualFaces are those of office files where nothing else is said.
const usualFaces = "office"

func pageNames() []string { return []string{"a4", "letter"} }

func formatNames() []string {
	var names []string
	for _, f := range roadshow.Formats() {
		if f.Group != "" && !slices.Contains(names, f.Group) {
			names = append(names, f.Group)
		}
		names = append(names, f.Name)
	}
	return names
}

// oneAudience takes the only audience, where a command serves one at a time.
func (o *compileOptions) oneAudience(command string) error {
	if len(o.audiences) > 1 {
		return usage("name one of them, once for each", "%s takes one audience, not %d", command, len(o.audiences))
	}
	if len(o.audiences) == 1 {
		o.audience = o.audiences[0]
	}
	return nil
}

// check refuses what can be seen to be wrong before anything is read.
func (o *compileOptions) check() error {
	for _, to := range o.to {
		if err := oneOf("--to", to, formatNames()); err != nil {
			return err
		}
	}
	if o.look != "" && !strings.ContainsAny(o.look, "./\\") {
		if err := oneOf("--look", o.look, assets.Looks()); err != nil {
			return err
		}
	}
	if o.page != "" {
		if err := oneOf("--page", o.page, pageNames()); err != nil {
			return err
		}
	}
	var err error
	if o.standard == "" { // who fills the options in has no flags
		o.standard = pdf.UA1A2a.String()
	}
	if o.promise, err = pdf.ParseStandard(o.standard); err != nil {
		return oneOf("--pdf-standard", o.standard, pdf.Standards())
	}
	if err := oneOf("--office-fonts", cmp.Or(o.faces, usualFaces), officeFonts()); err != nil {
		return err
	}
	for _, set := range o.set {
		if _, ok := outline.ParseSetting(set); !ok {
			return usage("write --set key=value, for example --set title=\"Another title\"", "--set %s has no value", set)
		}
		if !utf8.ValidString(set) || strings.ContainsFunc(set, unprinted) {
			return usage("type it again: it came with text pasted from elsewhere", "--set %s has bytes that are no text", diag.Cut(set))
		}
	}
	return oneOf("--format", o.format, diag.Formats())
}

// unprinted recognises characters that no file of an outline may hold either.
func unprinted(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

// oneOf refuses a value that a flag does not take.
func oneOf(flag, value string, names []string) error {
	if slices.Contains(names, value) {
		return nil
	}
	return usage(didYouMean(value, names, "it takes "+orList(names)), "%s does not take %q", flag, value)
}

// formats are the formats to make, in the catalog's order and each once.
func (o *compileOptions) formats() []render.Format {
	var list []render.Format
	for _, f := range roadshow.Formats() {
		if len(o.to) == 0 && !f.Extra || slices.ContainsFunc(o.to, f.Called) {
			list = append(list, f)
		}
	}
	return list
}

// compile runs the pipeline up to finished pages.
func (o *compileOptions) compile(s streams, src outlineText) (*roadshow.Result, error) {
	opts := roadshow.Options{
		Name: src.name, Src: src.text, Root: src.root,
		Audience: o.audience, Strict: o.strict, Evidence: o.evidence, Now: s.now, Record: o.record, Pages: o.excerpt, Copies: o.copies, FontFolders: fontFolders(s.env), Kept: o.kept,
	}
	for _, set := range o.overrides() {
		setting, _ := outline.ParseSetting(set) // check has refused what is none
		opts.Set = append(opts.Set, setting)
	}
	opts.PDF = pdf.None
	if o.faces == "own" {
		opts.OfficeFonts = typeset.OwnFaces
	}
	for _, f := range o.formats() {
		if f.Ext == ".pdf" {
			opts.PDF = o.promise
		}
		if !o.noPages {
			opts.Media = append(opts.Media, f.Media()...)
		}
		if slices.ContainsFunc(o.to, f.Called) || slices.Contains(o.insist, f.Name) {
			opts.Insist = append(opts.Insist, f.Media()...)
		}
	}
	res, err := roadshow.Compile(opts)
	var wrong *roadshow.OptionError
	if errors.As(err, &wrong) {
		return nil, usage(didYouMean(wrong.Value, wrong.Known, wrong.Hint), "--%s: %s", wrong.Option, wrong)
	}
	return res, err
}

// overrides are all replacements of outline values; --look and --page are two with names of their own.
func (o *compileOptions) overrides() []string {
	var list []string
	if o.look != "" {
		list = append(list, "look="+o.look)
	}
	if o.page != "" {
		list = append(list, "page="+o.page)
	}
	return append(list, o.set...)
}

// sourceDate reads SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch): seconds since 1970.
func sourceDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 || n > 253402300799 { // the year 9999: PDF dates have four digits
		return time.Time{}, usage("it holds seconds since 1970, for example 1700000000", "SOURCE_DATE_EPOCH=%s is not a date", s)
	}
	return time.Unix(n, 0).UTC(), nil
}

// printTimings prints how long each stage took.
func printTimings(s streams, stages []roadshow.Stage) {
	var total time.Duration
	for _, st := range stages {
		fmt.Fprintf(s.err, "%-8s %7.2f ms\n", st.Name, float64(st.Took)/1e6)
		total += st.Took
	}
	fmt.Fprintf(s.err, "%-8s %7.2f ms\n", "total", float64(total)/1e6)
}
