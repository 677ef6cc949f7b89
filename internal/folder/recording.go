package folder

import (
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/proof"
	"roadshow/internal/limits"
)

// Reading is how one compilation reads the files of its folder. It notes their hashes where they are recorded.
type Reading struct {
	Root   *os.Root
	inside FileReader
	Noted  map[string]proof.File // by name; nil: not recorded
	main   proof.File
	seen   map[string]bool // by name
	Failed error           // the first fault of the machine
}

// ReadingOf reads the files of a folder.
func ReadingOf(root *os.Root) *Reading {
	return &Reading{Root: root, inside: ReadInside(root), seen: map[string]bool{}}
}

// Record has what is read noted, the outline first.
func (r *Reading) Record(name string, src []byte) {
	r.Noted, r.main = map[string]proof.File{}, proof.Of(path.Base(name), src)
}

func (r *Reading) Read(name string, limit int64) ([]byte, error) {
	r.seen[path.Clean(name)] = true
	data, err := r.inside(name, limit)
	if err == nil {
		r.note(name, data)
	}
	return data, r.blame(name, err)
}

func (r *Reading) note(name string, data []byte) {
	if r.Noted != nil {
		name = path.Clean(name)
		r.Noted[name] = proof.Of(name, data)
	}
}

// Open opens a table. One that is recorded is read first: its hash must be of the very bytes that are used.
func (r *Reading) Open(name string) (io.ReadCloser, error) {
	r.seen[path.Clean(name)] = true
	f, err := OpenInside(r.Root, name)
	if err != nil {
		return nil, r.blame(name, err)
	}
	if r.Noted == nil {
		return &watched{f, name, r}, nil
	}
	data, fits, err := limits.DataBytes.Read(f)
	if err == nil && !fits {
		return f, nil // its reader says so
	}
	f.Close()
	if err != nil {
		return nil, r.blame(name, PlainWords(err))
	}
	r.note(name, []byte(data))
	return held{strings.NewReader(data)}, nil
}

// held is a file that was read.
type held struct{ *strings.Reader }

func (held) Close() error { return nil }

// watched is a file whose reading may fail half-way.
type watched struct {
	*os.File
	name string
	of   *Reading
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.File.Read(p)
	if err != nil && err != io.EOF {
		err = w.of.blame(w.name, PlainWords(err))
	}
	return n, err
}

// blame notes an error that no change of the outline mends.
func (r *Reading) blame(name string, err error) error {
	if r.Failed == nil && machineFault(err) {
		r.Failed = fmt.Errorf("cannot read %s: %w", name, err)
	}
	return err
}

// Names are the files that were read, or were to be.
func (r *Reading) Names() []string { return slices.Sorted(maps.Keys(r.seen)) }

// Inputs are the files that were read, the outline first, the others by name. The texts of sources are left out: their
// proofs stand for them, so that a briefing is the same with and without them.
func (r *Reading) Inputs(b *briefing.Briefing) []proof.File {
	if r.Noted == nil {
		return nil
	}
	texts := map[string]bool{}
	for _, s := range b.Sources {
		texts[path.Clean(s.File)] = s.File != ""
	}
	out := []proof.File{}
	for name, f := range r.Noted {
		if !texts[name] {
			out = append(out, f)
		}
	}
	slices.SortFunc(out, func(a, b proof.File) int { return strings.Compare(a.Path, b.Path) })
	return append([]proof.File{r.main}, out...)
}
