package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// suite is the compiled tests of a package with all mutants inside.
type suite struct {
	pkg, program, dir string
	flags             []string
	reached           map[int]bool // mutants that the tests come by
	took              time.Duration
}

// build compiles the tests of a package and runs them without a mutant: they must pass, and tell which mutants they come by.
func build(pkg, dir string, full bool) (*suite, error) {
	s := &suite{pkg: pkg, dir: pkg, program: filepath.Join(dir, strings.ReplaceAll(pkg, "/", "_")+".test"), reached: map[int]bool{}}
	if out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", filepath.Join(dir, "overlay.json"), "-o", s.program, "./"+pkg).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%s with all mutants: %w\n%s", pkg, err, out)
	}
	if !full {
		s.flags = append(s.flags, "-test.short")
	}
	log := filepath.Join(dir, "reached")
	defer os.Remove(log)
	start := time.Now()
	if out, err := s.test(time.Hour, "MUTANTS_REACHED="+log); err != nil {
		return nil, fmt.Errorf("%s fails without a mutant: %w\n%s", pkg, err, out)
	}
	s.took = time.Since(start)
	text, err := os.ReadFile(log)
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for _, line := range strings.Fields(string(text)) {
		n, err := strconv.Atoi(line)
		if err != nil {
			return nil, err
		}
		s.reached[n] = true
	}
	return s, nil
}

// passes runs the tests with one mutant. What takes ten times as long as it did is noticed, too.
func (s *suite) passes(mutant int) bool {
	_, err := s.test(10*s.took+30*time.Second, "MUTANT="+strconv.Itoa(mutant))
	return err == nil
}

func (s *suite) test(most time.Duration, env string) ([]byte, error) {
	c := exec.Command(s.program, append(s.flags, "-test.failfast", "-test.timeout", most.String())...)
	c.Dir = s.dir
	c.Env = append(os.Environ(), env, "GOMEMLIMIT=2GiB")
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	if err := c.Start(); err != nil {
		return nil, err
	}
	timer := time.AfterFunc(most+10*time.Second, func() { c.Process.Kill() })
	defer timer.Stop()
	err := c.Wait()
	text := out.Bytes()
	return text[max(0, len(text)-4000):], err
}
