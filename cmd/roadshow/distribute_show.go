package main

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"roadshow/distribute"
	"roadshow/distribute/job"
	"roadshow/distribute/ledger"
	"roadshow/distribute/recipients"
	"roadshow/internal/fileset"
	"roadshow/internal/limits"
)

// show prints everything that a run would make, and makes none of it.
func (h *handout) show(s streams) error {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s, %s: %s in %s\n", h.first.Title.String(), h.date, many(len(h.list.Recipients), "recipient"), filepath.ToSlash(h.list.File))
	if h.of > 1 {
		fmt.Fprintf(&b, "this is part %s: %s\n", h.shard, h.numbers())
	}
	for _, audience := range h.list.Audiences() {
		for _, base := range h.bases[audience] {
			fmt.Fprintf(&b, "%s for %s: %s\n", base.format.Name, whom(audience), many(base.says.Pages, "page"))
		}
	}
	fmt.Fprintf(&b, "each copy is %s\n", h.sealed())
	without := 0
	for i := range h.list.Recipients {
		r := &h.list.Recipients[i]
		if !ledger.InShard(r.Number, h.part, h.of) {
			continue
		}
		fmt.Fprintf(&b, "\n%d  %s  %s\n", r.Number, r.ID, strings.Join(about(r), " · "))
		bases := h.bases[r.Audience]
		for j := range bases {
			fmt.Fprintf(&b, "   %s, %s\n", h.copyName(r, &bases[j]), job.CopiesFolder+"/"+filepath.Base(h.copyName(r, &bases[j]))+".sig")
		}
		if h.noMail {
			continue
		}
		to := r.Email
		if to == "" {
			to, without = "nobody yet", without+1
		}
		fmt.Fprintf(&b, "   %s/%s.eml to %s: %s\n", job.MailFolder, r.ID, to, h.message(r, nil).Subject())
	}
	if !h.noMail {
		h.showMail(&b, without)
	}
	for line := range strings.Lines(b.String()) {
		fmt.Fprintln(s.out, shown(strings.TrimRight(line, "\n")))
	}
	return nil
}

// sealed says what is done to each copy besides the words on it.
func (h *handout) sealed() string {
	said := "encrypted with a password of its reader's own"
	switch {
	case h.plain:
		said = "not encrypted"
	case h.age:
		said += ", as PDF and by age around it"
	}
	if h.diagonal {
		said += ", has its reader's name across every page"
	}
	return said + ", marked and signed"
}

// numbers says which recipients belong to the part.
func (h *handout) numbers() string {
	n := ledger.ShardSize(len(h.list.Recipients), h.part, h.of)
	var said []string
	for i := range min(n, 3) {
		said = append(said, limits.Grouped(h.part+1+i*h.of))
	}
	switch {
	case n == 0:
		return "nobody, for there are more parts than recipients"
	case n == 1:
		return "recipient " + said[0]
	case n <= len(said):
		return "recipients " + strings.Join(said[:n-1], ", ") + " and " + said[n-1]
	}
	return fmt.Sprintf("recipients %s and so on, %s in all", strings.Join(said, ", "), limits.Grouped(n))
}

// showMail prints the words of the mail, once for each audience, as its first recipient would read them.
func (h *handout) showMail(b *bytes.Buffer, without int) {
	seen := map[string]bool{}
	for i := range h.list.Recipients {
		r := &h.list.Recipients[i]
		if seen[r.Audience] {
			continue
		}
		seen[r.Audience] = true
		m := h.message(r, nil)
		fmt.Fprintf(b, "\nthe mail to %s, for example to %s:\n   subject: %s\n", whom(r.Audience), r.ID, m.Subject())
		if m.Words.ReplyTo != "" {
			fmt.Fprintf(b, "   answers to: %s\n", m.Words.ReplyTo)
		}
		for line := range strings.Lines(m.Text()) {
			fmt.Fprintf(b, "   | %s\n", strings.TrimRight(line, "\r\n"))
		}
		if html := m.HTML(); html != "" {
			fmt.Fprintf(b, "   in HTML:\n")
			for line := range strings.Lines(html) {
				fmt.Fprintf(b, "   | %s\n", strings.TrimRight(line, "\r\n"))
			}
		}
	}
	if without > 0 {
		fmt.Fprintf(b, "\n%s without an address: fill it in before sending the draft\n", many(without, "recipient"))
	}
}

func whom(audience string) string {
	if audience == "" {
		return "everybody"
	}
	return "the audience " + audience
}

// about is what the list says of a recipient.
func about(r *recipients.Recipient) (out []string) {
	out = append(out, r.Name)
	for _, f := range [][2]string{{"", r.Org}, {"audience ", r.Audience}, {"basis ", r.Basis}} {
		if f[1] != "" {
			out = append(out, f[0]+f[1])
		}
	}
	return out
}

// writeSheet writes the passwords with the names that they belong to, for their owner only. It replaces a sheet of an earlier run
// and nothing else.
func (h *handout) writeSheet(key distribute.Key) error {
	var b bytes.Buffer
	b.WriteString(excel)
	w := csv.NewWriter(&b)
	head := []string{"id", "name", "org", "password"}
	w.Write(head) // a buffer takes all that is written
	for i := range h.list.Recipients {
		if r := &h.list.Recipients[i]; ledger.InShard(r.Number, h.part, h.of) {
			w.Write([]string{r.ID, harmless(r.Name), harmless(r.Org), distribute.Password(key.Secret, r.ID)})
		}
	}
	w.Flush()
	if was, err := os.ReadFile(h.sheet); err == nil && !bytes.HasPrefix(bytes.TrimPrefix(was, []byte(excel)), []byte(strings.Join(head, ",")+"\n")) {
		return usage("name another file", "%s is there already and is no sheet of passwords", shown(h.sheet))
	}
	part := filepath.Join(filepath.Dir(h.sheet), "."+filepath.Base(h.sheet)+".part")
	f, err := os.OpenFile(part, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600)
	if err != nil {
		return machine("write", h.sheet, err)
	}
	if err = fileset.Finish(f, b.Bytes()); err == nil {
		err = os.Rename(part, h.sheet)
	}
	if err != nil {
		os.Remove(part)
		return machine("write", h.sheet, err)
	}
	return nil
}

// excel is how Excel knows a file's letters, without which it reads names such as 王 as others. The sheet is for people; what programs
// read (passwords.csv, of letters that every encoding has, and exports of a ledger) begins with its first column.
const excel = "\ufeff"

// harmless is a cell that no spreadsheet takes for a formula.
func harmless(s string) string {
	if s != "" && strings.ContainsRune("=+-@\t\r|%", rune(s[0])) {
		return "'" + s
	}
	return s
}

// bar tells a person at a terminal how far long work has come.
type bar struct {
	streams
	what  string
	start time.Time
	mu    sync.Mutex
	last  time.Time
	drawn bool
}

// barEvery is how often the bar is drawn.
const barEvery = 100 * time.Millisecond

func startBar(s streams, what string) *bar { return &bar{streams: s, what: what} }

// show draws the bar where it is time to.
func (b *bar) show(done, all int) {
	if !b.errIsTerm || b.now == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if b.start.IsZero() {
		b.start = now
	}
	if now.Sub(b.start) < patience || done < all && now.Sub(b.last) < barEvery {
		return
	}
	b.last, b.drawn = now, true
	const width = 30
	full := width * done / max(all, 1)
	rate := float64(done) / max(now.Sub(b.start).Seconds(), 0.001)
	left := time.Duration(float64(all-done) / max(rate, 0.001) * float64(time.Second)).Round(time.Second)
	fmt.Fprintf(b.err, "\r%s [%s%s] %s of %s, %.0f a second, %s left\x1b[K", b.what, strings.Repeat("#", full), strings.Repeat(" ", width-full), limits.Grouped(done), limits.Grouped(all), rate, left)
}

// stop removes it.
func (b *bar) stop() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.drawn {
		fmt.Fprint(b.err, "\r\x1b[K")
	}
}
