package main

import (
	"bufio"
	"bytes"
	"crypto/ed25519"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"roadshow/distribute/job"
	"roadshow/distribute/ledger"
)

type ledgerOptions struct {
	names  []string
	key    string // file
	output string
	id     string
}

func newLedger(s streams) *cobra.Command {
	names := []string{"show", "verify", "export", "merge"}
	c := &cobra.Command{
		Use:   "ledger",
		Short: "Read, check, export and merge ledgers of who got which copy",
		Long: `Ledger works on DIR/ledger.jsonl, which roadshow distribute writes: a line for each recipient with the hashes of his
files, each line bound to the one before it, and the end of a run signed. Show prints it, verify checks it with the
copies beside it, export makes CSV of it, merge joins those of the parts of one run.`,
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return c.Help()
			}
			return usage(didYouMean(args[0], names, "it takes "+orList(names)), "%q is no command of roadshow ledger", args[0])
		},
	}
	c.AddCommand(newLedgerShow(s), newLedgerVerify(s), newLedgerExport(s), newLedgerMerge(s))
	return c
}

// ledgerArgs takes the names of ledgers.
func ledgerArgs(o *ledgerOptions) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return usage(fmt.Sprintf("for example `%s sent/ledger.jsonl`", c.CommandPath()), "%s needs a ledger", c.CommandPath())
		}
		o.names = args
		return nil
	}
}

func newLedgerShow(s streams) *cobra.Command {
	var o ledgerOptions
	c := &cobra.Command{
		Use:     "show LEDGER [MORE…]",
		Short:   "Print who got which copy",
		Example: "  roadshow ledger show sent/ledger.jsonl\n  roadshow ledger show sent/ledger.jsonl --id doe",
		Args:    ledgerArgs(&o),
		RunE:    func(*cobra.Command, []string) error { return o.each(s, showLedger) },
	}
	c.Flags().StringVar(&o.id, "id", "", "only this recipient")
	return c
}

func newLedgerVerify(s streams) *cobra.Command {
	var o ledgerOptions
	c := &cobra.Command{
		Use:   "verify LEDGER [MORE…]",
		Short: "Check that nothing in a ledger, and no copy beside it, was changed",
		Long: `Verify checks each line of a ledger against its hash and the line before it, the signature at its end, and the copies
that lie beside it against the hashes that it names, and their signatures. Whatever does not fit is named, and the exit code is 5. A ledger
without a signed end is an unfinished run, or was cut off: no one can tell which, and it does not verify.

The signature is the house's where --public-key is the house's key: without it, the ledger only agrees with itself.`,
		Example: "  roadshow ledger verify sent/ledger.jsonl --public-key house.pem.pub",
		Args:    ledgerArgs(&o),
		RunE:    func(*cobra.Command, []string) error { return o.each(s, verifyLedger) },
	}
	c.Flags().StringVar(&o.key, "public-key", "", "the house's public `key`")
	return c
}

func newLedgerExport(s streams) *cobra.Command {
	var o ledgerOptions
	c := &cobra.Command{
		Use:     "export LEDGER [MORE…]",
		Short:   "Make CSV of ledgers, a row for each copy",
		Example: "  roadshow ledger export sent/ledger.jsonl > sent.csv",
		Args:    ledgerArgs(&o),
		RunE: func(*cobra.Command, []string) error {
			w := csv.NewWriter(s.out)
			w.Write([]string{"copy", "id", "name", "org", "email", "audience", "basis", "state", "file", "bytes", "sha256", "why"})
			err := o.each(s, func(_ streams, _ *ledgerOptions, name string, in io.Reader) error { return exportLedger(w, name, in) })
			w.Flush()
			return errors.Join(err, w.Error())
		},
	}
	return c
}

func newLedgerMerge(s streams) *cobra.Command {
	var o ledgerOptions
	c := &cobra.Command{
		Use:   "merge LEDGER [MORE…] -o FOLDER --key KEY",
		Short: "Join the parts of a run that was divided with --shard",
		Long: `Merge joins the folders of all parts of one run into FOLDER: copies, drafts, bases, passwords, and the ledger with the
bytes that one run would have written. KEY is the private key that the parts were made with: it signs the end. Copies
are linked where the file system can, and else copied; the parts stay as they are.`,
		Example: "  roadshow ledger merge part-*/ledger.jsonl -o sent --key house.pem",
		Args:    ledgerArgs(&o),
		RunE:    func(*cobra.Command, []string) error { return runLedgerMerge(s, &o) },
	}
	c.Flags().StringVarP(&o.output, "output", "o", "", "`folder` for the whole run; it must not be there yet")
	c.Flags().StringVar(&o.key, "key", "", "the house's private `key`")
	return c
}

// each opens the ledgers one after the other.
func (o *ledgerOptions) each(s streams, do func(streams, *ledgerOptions, string, io.Reader) error) error {
	for _, name := range o.names {
		f, err := os.Open(name)
		if err != nil {
			return missing(name, err)
		}
		if info, e := f.Stat(); e == nil && info.IsDir() {
			f.Close()
			return usage("name the ledger in it: "+filepath.ToSlash(filepath.Join(name, "ledger.jsonl")), "%s is a folder", shown(name))
		}
		err = do(s, o, name, f)
		f.Close()
		var broken *ledger.Broken
		if errors.As(err, &broken) {
			return brokenLedger(s, broken)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// brokenLedger says where a ledger is not what was written.
func brokenLedger(s streams, b *ledger.Broken) error { return broken(s, []string{b.Error()}) }

func showLedger(s streams, o *ledgerOptions, name string, in io.Reader) error {
	out := bufio.NewWriter(s.out)
	defer out.Flush()
	line := func(format string, args ...any) { fmt.Fprintln(out, shown(fmt.Sprintf(format, args...))) }
	found := false
	state, err := ledger.Verify(in, name, func(r *ledger.Record) error {
		switch {
		case r.Kind == ledger.KindRun && o.id == "":
			part := ""
			if r.Run.Shard != "" {
				part = ", part " + r.Run.Shard
			}
			line("%s, %s: a list of %s%s, made by %s", r.Run.Title, r.Run.Date, many(r.Run.Rows, "recipient"), part, r.Run.Program)
		case r.Copy == 0 || o.id != "" && !strings.EqualFold(r.ID, o.id):
		default:
			found = true
			said := []string{strconv.Itoa(r.Copy), r.ID}
			for _, word := range []string{r.Name, r.Org, r.Email, r.Audience, r.Basis} {
				if word != "" {
					said = append(said, word)
				}
			}
			line("%s: %s%s", strings.Join(said, " · "), r.Kind, because(r.Why))
			for _, f := range r.Files {
				line("   %s  %s  %s", f.SHA256, f.Path, many(f.Bytes, "byte"))
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	if o.id != "" {
		if !found {
			return usage("`roadshow ledger show "+name+"` prints all", "%s names no recipient %s", shown(name), shown(o.id))
		}
		return nil
	}
	n := state.Count()
	line("copies of %s made, %d failed, %d sent, %d unknown, %d not yet made%s", many(n.Made, "recipient"), n.Failed, n.Sent, n.Unknown, n.Open-othersOf(state), ended(state))
	return nil
}

// othersOf is how many recipients of the list belong to other parts of the run.
func othersOf(s *ledger.State) int {
	i, n, ok := ledger.ShardOf(s.Run.Shard)
	if !ok {
		return 0
	}
	return s.Run.Rows - ledger.ShardSize(s.Run.Rows, i, n)
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return ", " + why
}

func ended(s *ledger.State) string {
	if s.Ended {
		return "; the end is signed"
	}
	return "; not finished"
}

func verifyLedger(s streams, o *ledgerOptions, name string, in io.Reader) error {
	var key ed25519.PublicKey
	if o.key != "" {
		var err error
		if key, err = readPublicKey(o.key); err != nil {
			return err
		}
	}
	dir, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return machine("open", filepath.Dir(name), err)
	}
	defer dir.Close()
	var also func(*ledger.Record) error
	copies := besideLedger{dir: dir}
	if info, err := dir.Stat(job.CopiesFolder); err == nil && info.IsDir() {
		also = copies.record
	}
	state, err := ledger.Verify(in, name, also)
	if err != nil {
		return err
	}
	bad := copies.other
	if key != nil && !state.Run.SignedWith(key) {
		bad = append(bad, fmt.Sprintf("%s was not made with the key in %s", filepath.ToSlash(name), o.key))
	}
	if !state.Ended {
		bad = append(bad, fmt.Sprintf("%s does not end with its run's signature: the run was interrupted (roadshow distribute --resume finishes it), or lines were cut off", filepath.ToSlash(name)))
	}
	if also != nil && state.Ended {
		n, err := copiesIn(dir)
		if err != nil {
			return machine("read", filepath.Join(filepath.Dir(name), job.CopiesFolder), err)
		}
		if n -= copies.here + copies.others; n > 0 {
			bad = append(bad, fmt.Sprintf("%s does not name %s in %s: it was cut back to the end of an earlier run, or they were put there", filepath.ToSlash(name), many(n, "file"), job.CopiesFolder))
		}
	}
	bad = append(bad, copies.forged[:min(len(copies.forged), max(0, 100-len(bad)))]...)
	if len(bad) > 0 {
		return broken(s, bad)
	}
	fmt.Fprintf(s.out, "%s is as it was written: %s, %s\n", shown(filepath.ToSlash(name)), many(state.Lines, "line"), signature(o.key))
	if copies.here > 0 {
		fmt.Fprintf(s.out, "%s that lie beside it are those that were made\n", many(copies.here, "file"))
	}
	if copies.unsigned > 0 {
		fmt.Fprintf(s.out, "not checked: %s gone from beside the copies\n", many(copies.unsigned, "signature"))
	}
	switch {
	case also == nil:
		fmt.Fprintln(s.out, "not checked: the copies, which are not beside it")
	case copies.gone > 0:
		fmt.Fprintf(s.out, "not checked: %s that are not there any more\n", many(copies.gone, "file"))
	}
	return nil
}

// copiesIn counts the finished copies that lie beside a ledger.
func copiesIn(dir *os.Root) (n int, err error) {
	f, err := dir.Open(job.CopiesFolder)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	for {
		names, err := f.Readdirnames(1000)
		for _, name := range names {
			if ext := filepath.Ext(name); (ext == ".pdf" || ext == ".age") && !strings.HasPrefix(name, ".") {
				n++
			}
		}
		if errors.Is(err, io.EOF) {
			return n, nil
		}
		if err != nil {
			return 0, err
		}
	}
}

func signature(key string) string {
	if key == "" {
		return "and signed with the key that it names (--public-key says whose it is)"
	}
	return "and signed with the key in " + shown(key)
}

// besideLedger holds the copies that lie beside a ledger, and their signatures, against its lines.
type besideLedger struct {
	dir *os.Root
	key ed25519.PublicKey // of the run, which its first line names

	here, gone, others, unsigned int
	other, forged                []string // what is wrong with copies and with signatures: the first hundred
}

// record is told of every line.
func (c *besideLedger) record(r *ledger.Record) error {
	if r.Run != nil {
		c.key = r.Run.PublicKey()
	}
	for _, f := range r.Files {
		data, there, err := c.copy(f)
		switch {
		case err != nil:
			return err
		case !there:
			c.gone++
		case data == nil:
			if c.others++; c.others <= 100 {
				c.other = append(c.other, fmt.Sprintf("%s is not the copy that was made for %s", f.Path, r.ID))
			}
		default:
			c.here++
			if err := c.signature(f.Path, data); err != nil {
				return err
			}
		}
	}
	return nil
}

// copy is the bytes of a copy; nil where they are not those that were made.
func (c *besideLedger) copy(f ledger.File) (data []byte, there bool, err error) {
	r, err := c.dir.Open(filepath.FromSlash(f.Path))
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return nil, false, nil
		}
		return nil, false, machine("read", f.Path, err)
	}
	defer r.Close()
	info, err := r.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(f.Bytes) {
		return nil, true, err
	}
	var whole bytes.Buffer
	if ok, err := f.Holds(io.TeeReader(r, &whole)); !ok || err != nil {
		return nil, true, err
	}
	return whole.Bytes(), true, nil
}

// signature holds the signature beside a copy against the key of the run that made it.
func (c *besideLedger) signature(name string, data []byte) error {
	name += signatureEnding
	sig, err := c.dir.ReadFile(filepath.FromSlash(name))
	switch {
	case errors.Is(err, os.ErrNotExist):
		c.unsigned++
	case err != nil:
		return machine("read", name, err)
	case c.key == nil || !ed25519.Verify(c.key, data, sig): // a key that is none belongs to no run
		if len(c.forged) < 100 {
			c.forged = append(c.forged, name+" is not the signature that was made of it")
		}
	}
	return nil
}

func exportLedger(w *csv.Writer, name string, in io.Reader) error {
	_, err := ledger.Verify(in, name, func(r *ledger.Record) error {
		if r.Copy == 0 {
			return nil
		}
		row := []string{strconv.Itoa(r.Copy), r.ID, harmless(r.Name), harmless(r.Org), r.Email, r.Audience, harmless(r.Basis), string(r.Kind)}
		for _, f := range r.Files {
			if err := w.Write(append(row[:8:8], f.Path, strconv.Itoa(f.Bytes), f.SHA256, "")); err != nil {
				return err
			}
		}
		if len(r.Files) == 0 {
			return w.Write(append(row, "", "", "", harmless(r.Why)))
		}
		return nil
	})
	return err
}

func runLedgerMerge(s streams, o *ledgerOptions) error {
	switch {
	case o.output == "":
		return usage("name a folder that is not there yet: -o sent", "merge needs a folder for the whole run")
	case o.key == "":
		return usage("name the key that the parts were made with: --key house.pem", "merge signs the whole run, and needs the house's key")
	}
	key, err := readPrivate("--key", o.key)
	if err != nil {
		return err
	}
	if _, err := os.Lstat(o.output); err == nil {
		return usage("name another folder", "%s is there already", shown(o.output))
	}
	var shards []ledger.Source
	for _, name := range o.names {
		f, err := os.Open(name)
		if err != nil {
			return missing(name, err)
		}
		defer f.Close()
		shards = append(shards, ledger.Source{Name: filepath.ToSlash(name), In: f})
	}
	var whole bytes.Buffer
	state, err := ledger.Merge(&whole, shards, key)
	var wrong *ledger.Broken
	if errors.As(err, &wrong) {
		return brokenLedger(s, wrong)
	}
	if err != nil {
		return err
	}
	if err := joinFolders(o, whole.Bytes(), key); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "%s: %s of %s\n", shown(filepath.ToSlash(o.output)), many(state.Count().Made, "recipient"), many(len(shards), "part"))
	return nil
}

// joinFolders brings the files of the parts together.
func joinFolders(o *ledgerOptions, whole []byte, key ed25519.PrivateKey) error {
	ctx, stop := held()
	defer stop()
	var parts []string
	for _, name := range o.names {
		parts = append(parts, filepath.Dir(name))
	}
	if err := job.Join(ctx, o.output, parts, whole, key); err != nil {
		return machine("write to", o.output, err)
	}
	return nil
}
