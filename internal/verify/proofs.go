package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"roadshow/assets"
)

// starters builds every briefing that stands beside the outline with its proof, the outline in every look and the others in paper
// or, where all is asked for, in every look too, and has the program verify what it wrote: beside the outline, so that the files are made again, and far from it, where the proof must be enough.
func starters(s *subject) error {
	folders, err := filepath.Glob(filepath.Join(filepath.Dir(s.outline), "*", "briefing.yaml"))
	if err != nil || len(folders) == 0 {
		return fmt.Errorf("there are no briefings beside %s", s.outline)
	}
	n := 0
	for _, outline := range folders {
		folder := filepath.Dir(outline)
		for i, look := range assets.Looks() { // the default first
			if i > 0 && folder != s.outline && !s.all {
				break
			}
			to := filepath.Join(s.dir, filepath.Base(folder)+"-"+look)
			if err := s.run("build", folder, "--proof", "--look", look, "-o", to+string(os.PathSeparator)); err != nil {
				return err
			}
			doc := filepath.Join(to, filepath.Base(folder)+".proof.json")
			if err := s.run("verify", doc, "--outline", folder); err != nil {
				return err
			}
			if err := s.run("verify", doc); err != nil {
				return err
			}
			n++
		}
	}
	s.say("%d briefings × looks", n)
	return nil
}

// run runs the program; what it says is told where it fails.
func (s *subject) run(args ...string) error {
	if text, err := exec.Command(s.program, args...).CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", strings.Join(args, " "), err, text)
	}
	return nil
}
