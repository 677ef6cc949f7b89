package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// subject is the built program, an outline and the file made from it.
type subject struct {
	program string // absolute
	outline string // absolute
	format  string // what is built
	dir     string // for files of the checks
	pdf     string // the default build
	data    []byte
	all     bool // every look of every starter, not of this one alone
	note    string
}

func newSubject(program, outline, format string, all bool) (*subject, error) {
	s := &subject{format: format, all: all}
	var err error
	if s.program, err = filepath.Abs(program); err != nil {
		return nil, err
	}
	if s.outline, err = filepath.Abs(outline); err != nil {
		return nil, err
	}
	if s.dir, err = os.MkdirTemp("", "roadshow-verify-"); err != nil {
		return nil, err
	}
	s.pdf = filepath.Join(s.dir, "default.pdf")
	if s.data, err = s.build(s.pdf, nil); err != nil {
		return nil, err
	}
	return s, nil
}

// build runs the program and returns the file's bytes.
func (s *subject) build(to string, env []string, args ...string) ([]byte, error) {
	c := exec.Command(s.program, append([]string{"build", s.outline, "--to", s.format, "-o", to}, args...)...)
	c.Env = append(os.Environ(), env...)
	c.Dir = s.dir
	if text, err := c.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("build %s: %w\n%s", strings.Join(args, " "), err, text)
	}
	return os.ReadFile(to)
}

// tool runs an outside program and returns what it printed on both streams.
func tool(name string, args ...string) (out, messages string, err error) {
	var o, e bytes.Buffer
	c := exec.Command(name, args...)
	c.Stdout, c.Stderr = &o, &e
	if err := c.Run(); err != nil {
		return o.String(), e.String(), fmt.Errorf("%s: %w\n%s%s", name, err, o.String(), e.String())
	}
	return o.String(), e.String(), nil
}

// say adds a figure to the promise's line.
func (s *subject) say(format string, args ...any) { s.note = " (" + fmt.Sprintf(format, args...) + ")" }

func (s *subject) takeNote() string {
	n := s.note
	s.note = ""
	return n
}
