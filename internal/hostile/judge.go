package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"syscall"
	"time"
)

// The bounds of a case.
const (
	mostCPU    = 2 * time.Second
	mostMemory = 256 << 20
	mostSaid   = 300 << 10 // bytes on both streams
	mostListed = 100       // problems
	patience   = 5 * time.Minute
	mostTries  = 3    // of a case that is too dear, the least counts: neighbours on a core make a process dearer, none makes it cheaper
	endless    = "20" // seconds of processor time after which the system ends a case: ten times the bound
)

// A case is a folder and one call of the program in it.
type testCase struct {
	name  string
	files map[string]maker
	args  []string // without: build in, into a folder beside it
	codes []int    // which exit codes are right; nil: 1
	says  string   // a part of the message; "": any
	place string   // what the message must name; "": the outline or a file of the case
	setup func(dir string) error
}

// maker writes one file.
type maker func(f *file) error

type cost struct {
	cpu    time.Duration
	memory int64
}

func (c testCase) write(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for name, make := range c.files {
		if err := writeFile(filepath.Join(dir, filepath.FromSlash(name)), make); err != nil {
			return err
		}
	}
	if c.setup != nil {
		return c.setup(dir)
	}
	return nil
}

// judge runs the program and says what it took, and what is wrong with what it did.
func (c testCase) judge(program, dir string) (took cost, wrong []string, said string) {
	args := c.args
	if args == nil {
		args = []string{"build", "in", "-o", "made/"}
	}
	before := tree(filepath.Dir(dir))
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	// A shell sets the bound after which the system ends what does not end by itself: a busy machine makes no fault.
	cmd := exec.CommandContext(ctx, "sh", append([]string{"-c", `ulimit -t ` + endless + `; exec "$0" "$@"`, program}, args...)...)
	cmd.Dir = filepath.Dir(dir)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &capped{b: &out}, &capped{b: &errs}
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return took, []string{"it did not run: " + err.Error()}, ""
	}
	bad := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	state := cmd.ProcessState
	took.cpu = state.UserTime() + state.SystemTime()
	if usage, ok := state.SysUsage().(*syscall.Rusage); ok {
		took.memory = usage.Maxrss << 10
	}
	code := state.ExitCode()
	codes := c.codes
	if codes == nil {
		codes = []int{1}
	}
	switch {
	case ctx.Err() != nil || code < 0:
		bad("it does not end")
	case !slices.Contains(codes, code):
		bad("exit code %d, not one of %v", code, codes)
	}
	if took.memory > mostMemory {
		bad("%d MB", took.memory>>20)
	}
	said = errs.String()
	wrong = append(wrong, c.words(code, out.String(), said)...)
	after := tree(filepath.Dir(dir))
	for name, was := range before {
		if after[name] != was {
			bad("it changed %s", name)
		}
	}
	for name := range after {
		if _, was := before[name]; !was && !(code == 0 && made(name)) {
			bad("it left %s", name)
		}
	}
	return took, wrong, said
}

// made says that a file is what a build makes.
func made(name string) bool {
	return name == "made" || strings.HasPrefix(name, "made/") && slices.Contains([]string{".pdf", ".html", ".pptx", ".png", ".svg", ".json"}, filepath.Ext(name))
}

var (
	placed  = regexp.MustCompile(`(?m)^(\S[^\n]*?):(\d+:(\d+:)?)? error\[[A-Z-]+\]: `)
	problem = regexp.MustCompile(`(?m)^[^\n|]*(error|warning|note)\[[EWN]-[A-Z]+\]`)
)

// words judges what was said.
func (c testCase) words(code int, out, errs string) (wrong []string) {
	bad := func(format string, args ...any) { wrong = append(wrong, fmt.Sprintf(format, args...)) }
	for _, never := range []string{"fault of roadshow", "goroutine ", "runtime error", "panic", "%!("} {
		if strings.Contains(errs+out, never) {
			bad("it says %q", never)
		}
	}
	if n := len(out) + len(errs); n > mostSaid {
		bad("it prints %d KB", n>>10)
	}
	if n := len(problem.FindAllString(errs, -1)); n > mostListed {
		bad("it prints %d problems", n)
	}
	if code != 0 && c.args == nil && out != "" {
		bad("standard output has %q", out[:min(len(out), 60)])
	}
	if code == 1 && c.args == nil {
		first := placed.FindStringSubmatch(errs)
		switch {
		case first == nil:
			bad("no error has a place")
		case c.place != "" && !strings.Contains(first[1]+":"+first[2], c.place):
			bad("the error stands at %q, not in %s", first[1]+":"+first[2], c.place)
		}
	}
	if code != 0 && strings.TrimSpace(errs+out) == "" {
		bad("it says nothing")
	}
	if c.says != "" && code != 0 && !strings.Contains(errs, c.says) {
		bad("it does not say %q", c.says)
	}
	return wrong
}

// capped keeps the beginning of a stream and reads the rest.
type capped struct{ b *bytes.Buffer }

func (c *capped) Write(p []byte) (int, error) {
	if room := 2*mostSaid - c.b.Len(); room > 0 {
		c.b.Write(p[:min(len(p), room)])
	}
	return len(p), nil
}

// tree is every file below a folder with its size and time.
func tree(dir string) map[string]string {
	out := map[string]string{}
	_ = filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || name == dir {
			return nil
		}
		rel, _ := filepath.Rel(dir, name)
		what := d.Type().String()
		if info, err := d.Info(); err == nil && info.Mode().IsRegular() {
			what = fmt.Sprint(info.Size(), info.ModTime())
		}
		out[filepath.ToSlash(rel)] = what
		return nil
	})
	return out
}
