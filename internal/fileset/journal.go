package fileset

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// journal says which staged files belong where. While it stands as forwardName, the set is to be replaced; as backName, it is
// to be undone. To turn from one to the other takes a rename, which a full disk allows.
type journal struct {
	Files []entry `json:"files"`
}

type entry struct {
	Name string `json:"name"`
	Old  bool   `json:"old,omitempty"` // there was a file of this name, kept beside the staged one
}

const (
	forwardName = stageName + "/journal"
	backName    = stageName + "/journal.back"
	draftName   = stageName + "/journal.draft"
	maxJournal  = 4 << 20 // bytes
)

func staged(i int) string { return fmt.Sprintf("%s/%d.new", stageName, i) }
func kept(i int) string   { return fmt.Sprintf("%s/%d.old", stageName, i) }

// writeJournal makes the staged set the one that will stand: from its rename on, an interrupted set is finished.
func (s *set) writeJournal(j journal) error {
	text, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := s.Put(draftName, text); err != nil {
		return err
	}
	s.Sync(stageName)
	if err := s.Rename(draftName, forwardName); err != nil {
		return err
	}
	s.Sync(stageName)
	return nil
}

// recover finishes what an interrupted program began, or clears what it left behind.
func (s *set) recover() error {
	if _, err := s.Lstat(stageName); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if j, ok := s.readJournal(backName); ok {
		if err := s.undo(j); err != nil {
			return s.wrong("undo an interrupted build in", ".", err)
		}
	} else if j, ok := s.readJournal(forwardName); ok {
		if err := s.forward(j); err != nil {
			if undo := s.back(j); undo != nil {
				return s.wrong("finish an interrupted build in", ".", errors.Join(err, undo))
			}
		}
		s.settle(j)
	}
	if err := s.clearAll(); err != nil {
		return s.wrong("clear what an interrupted build left in", ".", err)
	}
	return nil
}

// readJournal reads a journal that was written whole. Its names stay inside the folder whoever wrote them.
func (s *set) readJournal(name string) (journal, bool) {
	info, err := s.Lstat(name)
	if err != nil || !info.Mode().IsRegular() || info.Size() > maxJournal {
		return journal{}, false
	}
	text, err := s.ReadFile(name)
	var j journal
	if err != nil || json.Unmarshal(text, &j) != nil {
		return journal{}, false
	}
	for _, f := range j.Files {
		if !fs.ValidPath(f.Name) {
			return journal{}, false
		}
	}
	return j, true
}

// forward renames what is still staged.
func (s *set) forward(j journal) error {
	for i, f := range j.Files {
		if err := s.Rename(staged(i), f.Name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// back turns the journal round and undoes the set.
func (s *set) back(j journal) error {
	if len(j.Files) > 1 {
		if err := s.Rename(forwardName, backName); err != nil {
			return err
		}
		if err := s.undo(j); err != nil {
			return err
		}
	}
	s.clear(len(j.Files))
	return nil
}

// undo puts the kept files back, and removes new ones that had none before them. It may be run again.
func (s *set) undo(j journal) error {
	for i, f := range j.Files {
		_, err := s.Lstat(staged(i))
		replaced := errors.Is(err, fs.ErrNotExist)
		if !replaced {
			continue
		}
		if f.Old {
			err = s.Rename(kept(i), f.Name)
		} else {
			err = s.Remove(f.Name)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// clear removes the stage of a set. The journal goes before the files that it names: without it there is nothing to finish.
func (s *set) clear(files int) {
	names := []string{draftName, forwardName, backName}
	for i := range files {
		names = append(names, staged(i), kept(i))
	}
	for _, name := range names {
		s.Remove(name) // one that is not there is fine
	}
	if err := s.Remove(stageName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		s.clearAll() // what cannot be removed now is met by the next program
	}
}

// clearAll removes a stage of unknown size. Only files that a set makes are removed: a folder of that name with anything else
// in it is not ours.
func (s *set) clearAll() error {
	names, err := s.List(stageName)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return err
	}
	for _, name := range names {
		full := path.Join(stageName, name)
		var i int
		var kind string
		ours := full == draftName || full == forwardName || full == backName
		if n, _ := fmt.Sscanf(name, "%d.%s", &i, &kind); n == 2 {
			ours = full == staged(i) || full == kept(i)
		}
		if !ours {
			return fmt.Errorf("%s holds a file of somebody else: %s", stageName, name)
		}
		if err := s.Remove(full); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	if err := s.Remove(stageName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
