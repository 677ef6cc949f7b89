// Command hostile hands some hundred inputs that nobody means well to the built program: bombs, broken files, endless lines,
// paths that lead out. Inputs are made on the fly and thrown away. Each must end within the bounds of processor time and
// memory, with an error that names its place, leave nothing behind and print nothing that it should not.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync/atomic"
)

func main() {
	only := flag.String("run", "", "only cases whose name begins with this")
	keep := flag.String("keep", "", "write the inputs into this folder and stop")
	verbose := flag.Bool("v", false, "print every case with what it took")
	flag.Parse()
	if err := run(flag.Arg(0), *only, *keep, *verbose); err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

func run(program, only, keep string, verbose bool) error {
	program, err := filepath.Abs(program)
	if err != nil {
		return err
	}
	base := keep
	if base == "" {
		if base, err = os.MkdirTemp("", "hostile"); err != nil {
			return err
		}
		defer os.RemoveAll(base)
	}
	names := map[string]bool{}
	var cases []testCase
	for _, c := range corpus() {
		if names[c.name] {
			return fmt.Errorf("two cases are named %s", c.name)
		}
		names[c.name] = true
		if strings.HasPrefix(c.name, only) {
			cases = append(cases, c)
		}
	}
	// Processor time and memory are a process's own: as many run at once as there are cores.
	results := make([]result, len(cases))
	ready := make([]chan struct{}, len(cases))
	for i := range ready {
		ready[i] = make(chan struct{})
	}
	var next atomic.Int64
	for range runtime.NumCPU() {
		go func() {
			for i := int(next.Add(1)) - 1; i < len(cases); i = int(next.Add(1)) - 1 {
				results[i] = cases[i].try(program, filepath.Join(base, fmt.Sprint(i)), keep != "")
				close(ready[i])
			}
		}()
	}
	faults := 0
	var sum, worst cost
	for i, c := range cases {
		<-ready[i]
		r := results[i]
		if r.err != nil {
			return fmt.Errorf("%s: %w", c.name, r.err)
		}
		sum.cpu += r.took.cpu
		worst.cpu, worst.memory = max(worst.cpu, r.took.cpu), max(worst.memory, r.took.memory)
		if len(r.wrong) > 0 {
			faults++
			fmt.Printf("%s: %s\n%s\n", c.name, strings.Join(r.wrong, "; "), indent(r.said))
		} else if verbose {
			fmt.Printf("%s: %v, %d MB\n%s\n", c.name, r.took.cpu, r.took.memory>>20, indent(r.said))
		}
	}
	fmt.Printf("hostile: %d inputs, %d faults; %.0f s of processor time, at most %.1f s and %d MB for one\n",
		len(cases), faults, sum.cpu.Seconds(), worst.cpu.Seconds(), worst.memory>>20)
	if faults > 0 {
		return fmt.Errorf("%d of %d inputs break a promise", faults, len(cases))
	}
	return nil
}

// A result is what a case came to.
type result struct {
	took  cost
	wrong []string
	said  string
	err   error
}

// try writes a case into a folder of its own, hands it to the program and throws it away.
func (c testCase) try(program, base string, keep bool) (r result) {
	dir := filepath.Join(base, "in") // some cases reach for what lies beside it
	if r.err = c.write(dir); r.err != nil || keep {
		return r
	}
	r.took, r.wrong, r.said = c.judge(program, dir)
	if len(r.wrong) == 1 && r.took.cpu > mostCPU && r.took.cpu < 2*mostCPU { // neighbours on a core make a process dearer: once more
		if r.err = os.RemoveAll(filepath.Join(base, "made")); r.err == nil {
			r.took, r.wrong, r.said = c.judge(program, dir)
		}
	}
	if r.err != nil {
		return r
	}
	r.err = os.RemoveAll(base)
	return r
}

// indent shows the beginning of what the program said.
func indent(s string) string {
	if r := []rune(s); len(r) > 600 {
		s = string(r[:600]) + " …"
	}
	return "    " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n    ")
}
