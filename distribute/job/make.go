package job

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"path"
	"sync"

	"roadshow/distribute/ledger"
	"roadshow/distribute/recipients"
)

// Result is what a run did.
type Result struct {
	Made, Kept, Failed int // recipients: made now; made before and still there; not made
	Mended             int // bytes of an unfinished line that were cut off the ledger
	Failures           []Failure
}

// Failure is a recipient whose copies could not be made.
type Failure struct {
	Recipient *recipients.Recipient
	Why       string
}

// window is how many recipients' files lie unnamed at most, and batch how many get their names together: each waits for one
// synchronisation of the folders and of the ledger.
const (
	window = 256
	batch  = 64
)

// run is a plan at work.
type run struct {
	*Folder
	plan   *Plan
	book   *ledger.Writer
	state  ledger.State
	before map[int][]ledger.File // copies that the ledger names, by recipient
	res    Result
}

// Run makes all copies of the plan that are not there yet. Where the machine fails, or the context ends, what is whole stays, and the
// next run goes on from there.
func (f *Folder) Run(ctx context.Context, p *Plan) (*Result, error) {
	p.fill()
	r := &run{Folder: f, plan: p, before: map[int][]ledger.File{}}
	file, err := f.Ledger(LedgerName)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if err := r.open(file); err != nil {
		return nil, err
	}
	if err := r.prepare(); err != nil {
		return nil, err
	}
	if err := r.all(ctx); err != nil {
		return &r.res, err
	}
	if r.state.Ended {
		return &r.res, nil
	}
	n := r.state.Count()
	return &r.res, r.book.End(n.Made, n.Failed, p.Key.Private)
}

// open reads the ledger and holds the plan against it.
func (r *run) open(file book) (err error) {
	r.book, err = ledger.Open(file, path.Join(r.name, LedgerName), func(l *ledger.Record) error {
		if l.Kind == ledger.KindMade {
			r.before[l.Copy] = l.Files
		}
		if err := r.state.Add(l); err != nil {
			return &ledger.Broken{Name: path.Join(r.name, LedgerName), Line: l.N, Why: err.Error()}
		}
		return nil
	})
	if err != nil {
		return err
	}
	r.res.Mended = r.book.Mended
	if r.state.Run != nil {
		return r.plan.continues(r.state.Run)
	}
	return nil
}

// prepare writes what stands beside the copies, and the run where the ledger does not name it yet.
func (r *run) prepare() error {
	public, err := publicKey(r.plan.Key)
	if err == nil {
		err = r.lay(PublicName, public, publicMode)
	}
	for i := 0; i < len(r.plan.Bases) && err == nil; i++ {
		err = r.lay(r.plan.Bases[i].Name, r.plan.Bases[i].Data, secretMode)
	}
	if err == nil && r.plan.Passwords {
		err = r.lay(PasswordsName, r.plan.passwords(), secretMode)
	}
	if err != nil {
		return err
	}
	if was := r.state.Run; was != nil && was.Rows == r.plan.Run.Rows {
		return nil
	}
	return r.append(ledger.Record{Kind: ledger.KindRun, Run: &r.plan.Run})
}

// append writes lines and takes them in.
func (r *run) append(lines ...ledger.Record) error {
	if err := r.book.Append(lines...); err != nil {
		return err
	}
	for i := range lines {
		if err := r.state.Add(&lines[i]); err != nil {
			return err
		}
	}
	return nil
}

// made is what a worker hands over: a recipient's files under names that they do not keep.
type made struct {
	to    *recipients.Recipient
	files []ledger.File // in the order of Plan.Make; nil where nothing was made
	mail  bool
	kept  bool   // they lie in their places already
	why   string // they could not be made
	err   error  // the machine failed
	ready chan struct{}
}

// all makes what is missing. Workers are ahead of the ledger by no more than the window.
func (r *run) all(ctx context.Context) error {
	ctx, stop := context.WithCancel(ctx)
	order := make(chan *made, window)
	work := make(chan *made)
	var workers sync.WaitGroup
	for range max(r.plan.Jobs, 1) {
		workers.Go(func() {
			var buf []File
			for m := range work {
				buf = r.one(m, buf)
				close(m.ready)
			}
		})
	}
	workers.Go(func() {
		defer close(work)
		defer close(order)
		for i := range r.plan.List.Recipients {
			to := &r.plan.List.Recipients[i]
			if !r.plan.mine(to.Number) {
				continue
			}
			m := &made{to: to, ready: make(chan struct{})}
			select {
			case order <- m:
			case <-ctx.Done():
				return
			}
			select {
			case work <- m:
			case <-ctx.Done():
				m.err = ctx.Err()
				close(m.ready)
				return
			}
		}
	})
	err := r.commit(order)
	stop()
	workers.Wait()
	for range order { // what was begun is swept away by the next run
	}
	if err == nil && ctx.Err() != nil && r.res.Made+r.res.Kept+r.res.Failed < r.plan.size() {
		err = context.Cause(ctx)
	}
	return err
}

// commit gives finished files their names and writes of them in the ledger, in the order of the list and many at once.
func (r *run) commit(order <-chan *made) error {
	for m := range order {
		<-m.ready
		list := []*made{m}
	gather:
		for len(list) < batch {
			select {
			case next, ok := <-order:
				if !ok {
					break gather
				}
				list = append(list, next)
			default:
				break gather
			}
		}
		for i, m := range list {
			if <-m.ready; m.err != nil {
				return errors.Join(r.settle(list[:i]), m.err)
			}
		}
		if err := r.settle(list); err != nil {
			return err
		}
	}
	return nil
}

// settle is commit for recipients whose files are finished.
func (r *run) settle(list []*made) error {
	var lines []ledger.Record
	mail := false
	for _, m := range list {
		for _, f := range m.files {
			if err := r.Rename(partOf(f.Path+signatureEnding), f.Path+signatureEnding); err != nil {
				return err
			}
			if err := r.Rename(partOf(f.Path), f.Path); err != nil {
				return err
			}
		}
		if m.mail {
			mail = true
			if err := r.Rename(partOf(mailName(m.to)), mailName(m.to)); err != nil {
				return err
			}
		}
		if line, ok := r.line(m); ok {
			lines = append(lines, line)
		}
	}
	if len(lines) > 0 || mail {
		err := r.Sync(CopiesFolder)
		if err == nil && mail {
			err = r.Sync(MailFolder)
		}
		if err != nil {
			return err
		}
	}
	if len(lines) > 0 {
		if err := r.append(lines...); err != nil {
			return err
		}
	}
	if r.plan.Done != nil {
		r.plan.Done(r.res.Made+r.res.Kept+r.res.Failed, r.plan.size())
	}
	return nil
}

// line is what the ledger says of a recipient; nothing where it says so already.
func (r *run) line(m *made) (ledger.Record, bool) {
	to := m.to
	was := r.state.Copies[to.Number-1]
	l := ledger.Record{Kind: ledger.KindMade, Copy: to.Number, ID: to.ID, Name: to.Name, Org: to.Org, Email: to.Email, Audience: to.Audience, Basis: to.Basis, Files: m.files}
	switch {
	case m.why != "":
		r.res.Failed++
		r.res.Failures = append(r.res.Failures, Failure{to, m.why})
		l.Kind, l.Why, l.Files = ledger.KindFailed, m.why, nil
		return l, was.Last != ledger.KindFailed
	case m.kept:
		r.res.Kept++
		return l, false
	}
	r.res.Made++
	return l, !was.Made
}

// signatureEnding is how the name of a copy's signature ends, behind the copy's.
const signatureEnding = ".sig"

func mailName(to *recipients.Recipient) string { return path.Join(MailFolder, to.ID+".eml") }

// one makes a recipient's files, unless they lie in their places.
func (r *run) one(m *made, buf []File) []File {
	files := r.before[m.to.Number]
	whole, drafted := len(files) > 0, r.plan.Mail == nil
	for i := 0; i < len(files) && whole; i++ {
		whole, m.err = r.lies(files[i])
		if m.err == nil && whole {
			whole, m.err = r.there(files[i].Path + signatureEnding)
		}
	}
	if m.err == nil && r.plan.Mail != nil {
		drafted, m.err = r.there(mailName(m.to))
	}
	if m.kept = whole && drafted; m.kept || m.err != nil {
		return buf
	}
	out, err := r.plan.Make(m.to, buf)
	if err != nil {
		m.why = err.Error()
		return buf
	}
	for _, f := range out {
		sum := sha256.Sum256(f.Data)
		m.files = append(m.files, ledger.File{Path: f.Name, SHA256: hex.EncodeToString(sum[:]), Bytes: len(f.Data)})
		if m.err == nil {
			m.err = r.Put(partOf(f.Name), f.Data, publicMode)
		}
		if m.err == nil {
			m.err = r.Put(partOf(f.Name+signatureEnding), r.plan.Key.Sign(f.Data), publicMode)
		}
	}
	if !drafted && m.err == nil {
		m.mail = true
		m.err = r.Put(partOf(mailName(m.to)), r.plan.Mail(m.to, out), secretMode)
	}
	return out
}

// lies says whether a copy has the bytes that the ledger names.
func (r *run) lies(f ledger.File) (bool, error) {
	file, err := r.disk.Open(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer file.Close()
	return f.Holds(file)
}

// there says whether there is a file.
func (r *run) there(name string) (bool, error) {
	file, err := r.disk.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return true, file.Close()
}
