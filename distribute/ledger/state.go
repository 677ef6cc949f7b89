package ledger

import (
	"crypto/ed25519"
	"errors"
	"fmt"
	"io"
	"slices"

	"roadshow/internal/limits"
)

// State is what a ledger's lines say together. The zero State is that of an empty ledger.
type State struct {
	Run    *Run // the last
	Lines  int
	Ended  bool       // the last line is a signed end
	Copies []Standing // by the recipient's number, less one
}

// Standing is what became of one recipient's copy.
type Standing struct {
	Made bool
	Last Kind // "": nothing yet
}

// Counts are recipients.
type Counts struct {
	Made, Failed  int // copies that lie in their places, and those that could not be made
	Sent, Unsent  int // of those made: sent; tried and not sent
	Unknown, Open int // a crash hides whether they were sent; nothing has been written of them
}

// Add takes the next line in. An error says what does not fit the lines before it.
func (s *State) Add(r *Record) error {
	s.Lines, s.Ended = r.N, false
	switch r.Kind {
	case KindRun:
		if s.Run != nil {
			if err := s.Run.Grows(r.Run); err != nil {
				return err
			}
		}
		if r.Run.Rows < 1 || r.Run.Rows > limits.Recipients.N() {
			return fmt.Errorf("its list has %d rows", r.Run.Rows)
		}
		s.Run = r.Run
		s.Copies = append(s.Copies, make([]Standing, r.Run.Rows-len(s.Copies))...)
	case KindMade, KindFailed, KindIntent, KindSent, KindUnknown:
		return s.move(r)
	case KindEnd:
		if key := s.Run.PublicKey(); key == nil || !r.signedBy(key) {
			return errors.New("it is not signed with the key of its run")
		}
		if c := s.Count(); r.Made != c.Made || r.Failed != c.Failed {
			return fmt.Errorf("it counts %d made and %d failed; the lines before it say %d and %d", r.Made, r.Failed, c.Made, c.Failed)
		}
		s.Ended = true
	}
	return nil
}

// move takes in what became of one recipient's copy.
func (s *State) move(r *Record) error {
	if r.Copy < 1 || r.Copy > len(s.Copies) {
		return fmt.Errorf("there is no copy %d: the list has %d rows", r.Copy, len(s.Copies))
	}
	c := &s.Copies[r.Copy-1]
	switch {
	case r.Kind == KindMade && c.Made:
		return fmt.Errorf("copy %d is made twice", r.Copy)
	case !c.Made && r.Kind != KindMade && r.Kind != KindFailed:
		return fmt.Errorf("copy %d is %s and was not made", r.Copy, r.Kind)
	}
	c.Made, c.Last = c.Made || r.Kind == KindMade, r.Kind
	return nil
}

// Count counts the recipients.
func (s *State) Count() (n Counts) {
	for _, c := range s.Copies {
		switch {
		case c.Last == "":
			n.Open++
			continue
		case !c.Made:
			n.Failed++
			continue
		case c.Last == KindSent:
			n.Sent++
		case c.Last == KindFailed:
			n.Unsent++
		case c.Last != KindMade: // an intent that nothing followed, too
			n.Unknown++
		}
		n.Made++
	}
	return n
}

// Grows says whether a run goes on with another: the same house, briefing and options, the same recipients and perhaps more.
func (r *Run) Grows(next *Run) error {
	switch {
	case next.Key != r.Key:
		return errors.New("its key is another than that of the run before it")
	case next.Shard != r.Shard || next.Stem != r.Stem || !slices.Equal(next.Options, r.Options):
		return errors.New("its options are others than those of the run before it")
	case next.Rows < r.Rows:
		return errors.New("it has fewer recipients than the run before it")
	}
	served := map[string]bool{}
	for _, b := range r.Bases {
		served[b.Audience] = true
		if !slices.Contains(next.Bases, b) {
			return errors.New("its briefing is another than that of the run before it")
		}
	}
	for _, b := range next.Bases {
		if served[b.Audience] && !slices.Contains(r.Bases, b) { // a new recipient may bring a new audience, and nobody a second file
			return errors.New("its recipients get more than those of the run before it")
		}
	}
	return nil
}

// SignedWith says whether the run names this key.
func (r *Run) SignedWith(key ed25519.PublicKey) bool { return key.Equal(r.PublicKey()) }

// Verify reads a whole ledger and checks all that it says of itself. A *Broken says what is wrong with it; a ledger whose run is not
// finished is none, and its state says so. also, if it is not nil, learns of every line.
func Verify(src io.Reader, name string, also func(*Record) error) (*State, error) {
	s := &State{}
	_, tail, err := Scan(src, name, also == nil, func(r *Record) error {
		if err := s.Add(r); err != nil {
			return &Broken{name, r.N, err.Error()}
		}
		if also == nil {
			return nil
		}
		return also(r)
	})
	switch {
	case err != nil:
		return nil, err
	case tail:
		return nil, &Broken{name, s.Lines + 1, "it is half a line: a run was interrupted (--resume mends it), or bytes were cut off"}
	case s.Run == nil:
		return nil, &Broken{Name: name, Why: "it is empty"}
	}
	return s, nil
}
