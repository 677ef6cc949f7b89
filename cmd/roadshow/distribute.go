package main

import (
	"context"
	"crypto/ed25519"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"roadshow"
	"roadshow/briefing"
	"roadshow/distribute"
	"roadshow/distribute/job"
	"roadshow/distribute/ledger"
	"roadshow/distribute/mail"
	"roadshow/distribute/recipients"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/render"
	"roadshow/scene"
)

type distributeOptions struct {
	compileOptions
	list     string
	output   string
	dry      bool
	jobs     int
	shard    string
	resume   bool
	plain    bool
	age      bool
	diagonal bool
	noMail   bool
	key      string
	sheet    string
	part, of int // of the shard
}

func newDistribute(s streams) *cobra.Command {
	var o distributeOptions
	c := &cobra.Command{
		Use:   "distribute OUTLINE --recipients LIST -o DIR",
		Short: "Make each recipient's own, encrypted copy",
		Long: `Distribute makes a copy of the briefing for each recipient of a list: with his name on every page, words that
stand a tenth of a point aside in a way that is his alone, and encrypted with a password of his own. LIST is CSV or
YAML with id, name and perhaps email, org, audience and basis. A list with a mistake makes nothing.

DIR gets copies/, each with a signature beside it; mail/, a draft of the mail to each; ledger.jsonl, who got which
copy; key.pub, with which anybody checks; and for you alone key.json and passwords.csv. Passwords are in no mail: tell
them by another way. Nothing is sent: roadshow opens no connection.

A run that was interrupted goes on with --resume, and makes the bytes that it would have made. So it does where rows
were added at the end of the list. A run may be divided over machines: --shard 0/4 to 3/4, each with its folder and the
same --key, and roadshow ledger merge joins them. What copies, marks and ledgers can do, and what not:
docs/distribute.md.`,
		Example: `  roadshow distribute my-briefing --recipients readers.csv -o sent --dry-run
  roadshow distribute my-briefing --recipients readers.csv -o sent --to slides
  roadshow distribute my-briefing --recipients readers.csv -o sent --resume`,
		Args: oneOutline,
		RunE: func(c *cobra.Command, args []string) error {
			o.outline = args[0]
			return runDistribute(s, &o)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVar(&o.list, "recipients", "", "the `list` of recipients, CSV or YAML")
	f.StringVarP(&o.output, "output", "o", "", "`folder` to make everything in; it must not be there yet, but for --resume")
	f.StringSliceVar(&o.to, "to", nil, "what each gets: document, slides (default: both)")
	f.BoolVar(&o.dry, "dry-run", false, "print who would get what, with the words of the mail, and make nothing")
	f.BoolVar(&o.resume, "resume", false, "go on in a folder where a run was interrupted, or for rows added to the list's end")
	f.StringVar(&o.shard, "shard", "", "make only part `i/n` of the copies: 0/4, 1/4, 2/4, 3/4")
	f.IntVar(&o.jobs, "jobs", 0, "copies made at a time (default: two for each processor)")
	f.StringVar(&o.key, "key", "", "the house's private `key` (roadshow key new), instead of one for this folder")
	f.BoolVar(&o.plain, "no-encrypt", false, "leave copies open: no passwords")
	f.BoolVar(&o.age, "age", false, "wrap each copy in the age format as well, with the same password")
	f.BoolVar(&o.diagonal, "diagonal", false, "also write the recipient's name across every page")
	f.BoolVar(&o.noMail, "no-mail", false, "make no drafts of mails")
	f.StringVar(&o.sheet, "password-sheet", "", "also write the passwords with names to this `file`, for whoever tells them by telephone")
	return c
}

// check refuses what can be seen to be wrong before anything is read.
func (o *distributeOptions) check() error {
	for _, to := range o.to {
		if to != string(scene.Document) && to != string(scene.Slides) {
			if to == "pdf" {
				return usage("write --to document, --to slides or both", "--to does not take %q here", to)
			}
			if slices.Contains([]string{"html", "pptx", "png"}, to) || slices.Contains(formatNames(), to) {
				return usage("roadshow build makes it, for everybody alike", "copies are made of the document and of the slides, as PDF: not of %s", to)
			}
			return oneOf("--to", to, []string{string(scene.Document), string(scene.Slides)})
		}
	}
	if len(o.to) == 0 {
		o.to = []string{string(scene.Document), string(scene.Slides)}
	}
	o.part, o.of = 0, 1
	switch {
	case o.list == "":
		return usage("name a CSV or YAML file with id and name of each reader: --recipients readers.csv", "distribute needs a list of recipients")
	case o.output == "" && !o.dry:
		return usage("name a folder that is not there yet: -o sent", "distribute needs a folder")
	case o.jobs < 0:
		return usage("leave it out, or name how many at a time", "--jobs does not take %d", o.jobs)
	case o.plain && o.age:
		return usage("leave one of them out", "--age wraps a copy with its password, and --no-encrypt gives it none")
	case o.plain && o.sheet != "":
		return usage("leave one of them out", "--password-sheet lists passwords, and --no-encrypt gives none")
	}
	if o.shard != "" {
		var ok bool
		if o.part, o.of, ok = ledger.ShardOf(o.shard); !ok {
			return usage("four parts are 0/4, 1/4, 2/4 and 3/4", "--shard does not take %q", o.shard)
		}
		if o.key == "" && !o.dry {
			return usage("make one with `roadshow key new house.pem`, and give it to each part with --key", "the parts of a run need one key: with keys of their own they are no run")
		}
	}
	o.format = "human"
	return nil
}

func runDistribute(s streams, o *distributeOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	date, err := sourceDate(s.env("SOURCE_DATE_EPOCH"))
	if err != nil {
		return err
	}
	var private ed25519.PrivateKey
	if o.key != "" {
		if private, err = readPrivate("--key", o.key); err != nil {
			return err
		}
	}
	if !o.dry {
		if err := o.mayWrite(); err != nil {
			return err
		}
	}
	src, err := readSource(o.outline, s.in)
	if err != nil {
		return err
	}
	defer src.close()
	list, err := o.readList(s, src)
	if err != nil {
		return err
	}
	h := &handout{distributeOptions: o, list: list, stem: src.stem(), bases: map[string][]base{}}
	stop := startProgress(s, src.name)
	err = h.compileAll(s, src, distribute.Options{Plain: o.plain, Age: o.age, Diagonal: o.diagonal, Date: date})
	stop()
	if err != nil {
		return err
	}
	if err := h.nameable(s, src); err != nil {
		return err
	}
	if o.dry {
		return h.show(s)
	}
	return h.make(s, private)
}

// mayWrite refuses a folder that a run has begun in, or that is none.
func (o *distributeOptions) mayWrite() error {
	info, err := os.Stat(o.output)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return machine("read", o.output, err)
	case !info.IsDir():
		return usage("name a folder with -o", "%s is a file", shown(o.output))
	case !o.resume:
		return usage("name another folder; or go on with the run that began there: --resume", "%s is there already", shown(o.output))
	}
	return nil
}

// readList reads the recipients. What is wrong with them is printed, and they are nobody.
func (o *distributeOptions) readList(s streams, src outlineText) (*recipients.List, error) {
	tree, problems := roadshow.ParseOutline(src.text, src.name, src.root)
	if problems.Failed(false) {
		return nil, refuse(s, problems, src.lines)
	}
	var audiences []string
	for _, a := range tree.Get("audiences").Items() {
		audiences = append(audiences, a.Text)
	}
	info, err := os.Stat(o.list)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, usage("a list is a CSV or YAML file with id and name of each reader", "there is no %s", shown(o.list))
	case err != nil:
		return nil, machine("read", o.list, err)
	case !info.Mode().IsRegular():
		return nil, usage("a list is a CSV or YAML file", "%s is no file", shown(o.list))
	}
	f, err := os.Open(o.list)
	if err != nil {
		return nil, machine("read", o.list, err)
	}
	defer f.Close()
	text, fits, err := limits.ListBytes.Read(f)
	switch {
	case err != nil:
		return nil, machine("read", o.list, err)
	case !fits:
		return nil, usage(limits.ListBytes.Hint(), "%s", limits.ListBytes.Says(shown(o.list)))
	}
	l := &diag.List{}
	list := recipients.Read(text, filepath.ToSlash(o.list), audiences, l)
	if list == nil {
		return nil, refuse(s, l, o.listLines)
	}
	return list, printRefused(s, l, o.listLines)
}

// listLines is the text of the list, for messages that show a line of it.
func (o *distributeOptions) listLines(file string) []byte {
	if file != filepath.ToSlash(o.list) {
		return nil
	}
	data, err := readWhole(o.list, limits.ShownBytes)
	if err != nil {
		return nil
	}
	return data
}

// refuse prints problems and is the error that says so.
func refuse(s streams, l *diag.List, lines func(string) []byte) error {
	if err := printRefused(s, l, lines); err != nil {
		return err
	}
	return errProblems
}

func printRefused(s streams, l *diag.List, lines func(string) []byte) error {
	if l.Len() == 0 {
		return nil
	}
	return diag.Write(s.err, l.Problems(), diag.Options{Format: diag.Human, Color: s.colour(), Sources: lines})
}

// base is what the copies of one audience and format are made of.
type base struct {
	*distribute.Base
	format render.Format
	files  []job.File // nobody's PDF, and where its words stand
	says   ledger.Base
}

// handout is a run with all that it is made of.
type handout struct {
	*distributeOptions
	list  *recipients.List
	stem  string
	bases map[string][]base // by audience
	first *briefing.Briefing
	date  string // the briefing's, as typed
	mails map[string]*briefing.Mail
}

// compileAll lays the briefing out once for each audience that somebody has.
func (h *handout) compileAll(s streams, src outlineText, how distribute.Options) error {
	h.mails = map[string]*briefing.Mail{}
	for _, audience := range h.list.Audiences() {
		one := h.compileOptions
		one.audience, one.copies = audience, true
		res, err := one.compile(s, src)
		if err != nil {
			return err
		}
		if err := printProblems(s, one.format, one.strict, src, res); err != nil {
			return err
		}
		switch {
		case res.Machine != nil:
			return res.Machine
		case res.Failed:
			return errProblems
		}
		if h.first == nil {
			h.first, h.date = res.Briefing, res.Outline.Words("date")
		}
		h.mails[audience] = &res.Briefing.Mail
		for _, f := range one.formats() {
			b, err := distribute.NewBase(res.Deck(f.Medium), res.Faces(), how)
			if err != nil {
				return fmt.Errorf("cannot make copies of the %s: %w", f.Name, err)
			}
			name := h.stem
			if audience != "" {
				name += "-" + audience
			}
			name = job.BaseFolder + "/" + name + f.Suffix
			files := []job.File{{Name: name + f.Ext, Data: b.PDF()}, {Name: name + ".json", Data: b.Words()}}
			h.bases[audience] = append(h.bases[audience], base{b, f, files,
				ledger.Base{Audience: audience, Medium: string(f.Medium), SHA256: b.Hash(), Bytes: len(b.PDF()), Pages: len(res.Deck(f.Medium).Pages)}})
		}
	}
	return nil
}

// copyName is the name of a recipient's copy.
func (h *handout) copyName(r *recipients.Recipient, b *base) string {
	return job.CopiesFolder + "/" + r.ID + "-" + h.stem + b.format.Suffix + b.Ending()
}

// nameable refuses recipients whose name no face can print, and those whose files would bear the names of another's.
func (h *handout) nameable(s streams, src outlineText) error {
	l := &diag.List{}
	taken := map[string]string{}
	for i := range h.list.Recipients {
		r := &h.list.Recipients[i]
		bases := h.bases[r.Audience]
		if missing := bases[0].Missing(r.Name + r.Org); len(missing) > 0 {
			l.Error(h.list.At(*r), "E-GLYPH", "write it in other letters, or give the brand a face that has them", "no face can print %q (U+%04X) of this recipient", missing[0], missing[0])
		}
		h.shortened(l, r)
		if len(bases) < 2 {
			continue // ids differ, and so do names
		}
		for j := range bases {
			name := strings.ToLower(h.copyName(r, &bases[j]))
			if other, is := taken[name]; is {
				l.Error(h.list.At(*r), "E-ID", "choose another id", "the copy of %s would be called like one of %s: %s", r.ID, other, h.copyName(r, &bases[j]))
			}
			taken[name] = r.ID
		}
		if l.Len() > limits.ProblemsShown.N() {
			break
		}
	}
	if l.Failed(false) {
		return refuse(s, l, h.listLines)
	}
	if err := printRefused(s, l, h.listLines); err != nil {
		return err
	}
	return nil
}

// shortened warns of a recipient of whom pages cannot print all.
func (h *handout) shortened(l *diag.List, r *recipients.Recipient) {
	for _, b := range h.bases[r.Audience] {
		if to := b.Shortened(distribute.Recipient{ID: r.ID, Name: r.Name, Org: r.Org, Copy: r.Number}); to != "" {
			l.Warn(h.list.At(*r), "W-NAME", "a shorter form of the name or of the organisation in the list is printed whole", "pages of this copy have no room for all of name and organisation, and print %q", to)
			return
		}
	}
}

// message is the mail to a recipient. Its id is the same as often as it is made, and another for other files.
func (h *handout) message(r *recipients.Recipient, files []job.File) *mail.Message {
	m := &mail.Message{Words: h.mails[r.Audience], To: mail.To{Name: r.Name, Org: r.Org, Email: r.Email, Copy: r.Number}, Key: r.ID}
	for _, b := range h.bases[r.Audience] {
		m.Key += "\n" + b.Hash()
	}
	kind := "application/pdf"
	if h.age {
		kind = "application/octet-stream"
	}
	for _, f := range files {
		m.Files = append(m.Files, mail.File{Name: filepath.Base(f.Name), Type: kind, Data: f.Data})
	}
	return m
}

// plan is the run as the folder makes it.
func (h *handout) plan(key distribute.Key) *job.Plan {
	jobs := h.jobs
	if jobs == 0 {
		jobs = 2 * runtime.GOMAXPROCS(0) // one waits for the disk while another is worked out
	}
	p := &job.Plan{List: h.list, Shard: h.part, Shards: h.of, Key: key, Passwords: !h.plain, Jobs: jobs,
		Run: ledger.Run{Program: version(), Title: h.first.Title.String(), Date: h.date, Stem: h.stem, Options: h.options()}}
	if h.of == 1 && h.shard != "" {
		p.Run.Shard = h.shard
	}
	for _, audience := range h.list.Audiences() {
		for _, b := range h.bases[audience] {
			p.Bases = append(p.Bases, b.files...)
			p.Run.Bases = append(p.Run.Bases, b.says)
		}
	}
	p.Make = func(r *recipients.Recipient, buf []job.File) ([]job.File, error) {
		bases := h.bases[r.Audience]
		out := make([]job.File, len(bases))
		for i := range bases {
			var room []byte
			if i < len(buf) {
				room = buf[i].Data
			}
			data, err := bases[i].Copy(room, distribute.Recipient{ID: r.ID, Name: r.Name, Org: r.Org, Copy: r.Number}, key.Secret)
			if err != nil {
				return nil, err
			}
			out[i] = job.File{Name: h.copyName(r, &bases[i]), Data: data}
		}
		return out, nil
	}
	if !h.noMail {
		p.Mail = func(r *recipients.Recipient, files []job.File) []byte { return h.message(r, files).Draft() }
	}
	return p
}

// options are what changes the copies.
func (h *handout) options() (out []string) {
	for _, o := range []struct {
		is   bool
		name string
	}{{h.plain, "no-encrypt"}, {h.age, "age"}, {h.diagonal, "diagonal"}} {
		if o.is {
			out = append(out, o.name)
		}
	}
	return out
}

// make makes everything.
func (h *handout) make(s streams, private ed25519.PrivateKey) error {
	ctx, stop := held()
	defer stop()
	folder, err := job.Open(ctx, h.output)
	if err != nil {
		return machine("work in", h.output, err)
	}
	defer folder.Close()
	var key distribute.Key
	if private != nil {
		if folder.HasKey() {
			return usage("leave --key out: its run goes on with that key", "%s has a key of its own", shown(h.output))
		}
		key = distribute.KeyFrom(private)
	} else if key, err = folder.Key(s.random); err != nil {
		return machine("use the key of", h.output, err)
	}
	plan := h.plan(key)
	bar := startBar(s, "making copies")
	plan.Done = bar.show
	res, err := folder.Run(ctx, plan)
	bar.stop()
	if err == nil && h.sheet != "" {
		err = h.writeSheet(key)
	}
	return h.tell(s, res, err, ctx)
}

// tell says what came of it.
func (h *handout) tell(s streams, res *job.Result, err error, ctx context.Context) error {
	if res != nil && res.Mended > 0 {
		fmt.Fprintf(s.err, "roadshow: the ledger ended in half a line, which an interrupted run left: it was cut off\n")
	}
	var changed *job.Changed
	var broken *ledger.Broken
	switch {
	case errors.As(err, &changed):
		return usage(changed.Hint, "%s: %s", shown(h.output), changed.Why)
	case errors.As(err, &broken):
		return brokenLedger(s, broken)
	case err != nil && ctx.Err() != nil:
		return fmt.Errorf("interrupted: what was finished stays, and --resume goes on from there")
	case err != nil:
		return fmt.Errorf("%w; what was finished stays, and --resume goes on from there", machine("write to", h.output, err))
	}
	for _, f := range res.Failures {
		fmt.Fprintf(s.err, "roadshow: no copy for %s: %s\n", f.Recipient.ID, shown(diag.Cut(f.Why)))
	}
	dir := filepath.ToSlash(h.output)
	fmt.Fprintf(s.out, "%s in %s\n", shown(fmt.Sprintf("%s: %s", h.stem, h.counted(res))), shown(dir+"/"+job.CopiesFolder))
	if !h.noMail {
		fmt.Fprintf(s.out, "drafts of the mails are in %s: they hold no password\n", shown(dir+"/"+job.MailFolder))
	}
	if !h.plain {
		fmt.Fprintf(s.out, "passwords are in %s: tell them by another way than the mail\n", shown(dir+"/"+job.PasswordsName))
	}
	if h.key == "" {
		fmt.Fprintf(s.out, "keep %s to yourself; %s goes to whoever checks\n", shown(dir+"/"+job.KeyName), job.PublicName)
	}
	if res.Failed > 0 {
		return errSome
	}
	return nil
}

func (h *handout) counted(res *job.Result) string {
	said := many(res.Made+res.Kept, "recipient") + " " + have(res.Made+res.Kept) + " a copy"
	if len(h.to) > 1 {
		said = many(res.Made+res.Kept, "recipient") + " " + have(res.Made+res.Kept) + " document and slides"
	}
	if res.Kept > 0 {
		said += fmt.Sprintf(" (%d made now)", res.Made)
	}
	if res.Failed > 0 {
		said += ", " + many(res.Failed, "recipient") + " none"
	}
	return said
}

func have(n int) string {
	if n == 1 {
		return "has"
	}
	return "have"
}
