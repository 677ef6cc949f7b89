// Command hostile hands some hundred inputs that nobody means well to the built program: bombs, broken files, endless lines,
// paths that lead out. Inputs are made on the fly and thrown away. Each must end within the bounds of processor time and
// memory, with an error that names its place, leave nothing behind and print nothing that it should not. The dearest are named,
// so that what comes near a bound is seen before it passes it.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"
)

func main() {
	only := flag.String("run", "", "only cases whose name begins with this")
	keep := flag.String("keep", "", "write the inputs into this folder and stop")
	verbose := flag.Bool("v", false, "print every case with what it took")
	timed := flag.Bool("work", false, "do the piece of work that the machine is timed by, and stop")
	flag.Parse()
	if *timed {
		work()
		return
	}
	program, err := filepath.Abs(flag.Arg(0))
	if err == nil {
		var cases []testCase
		for _, c := range corpus() {
			if strings.HasPrefix(c.name, *only) {
				cases = append(cases, c)
			}
		}
		err = trial{program: program, keep: *keep, verbose: *verbose, cpu: mostCPU, measure: measure}.run(os.Stdout, cases)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "hostile:", err)
		os.Exit(1)
	}
}

// A trial is one run over cases.
type trial struct {
	program string
	keep    string // a folder that keeps the inputs, which are not run then; "": none
	verbose bool
	cpu     time.Duration // what a case may take
	measure func() (time.Duration, error)
}

const shown = 10 // of the dearest cases

func (t trial) run(out io.Writer, cases []testCase) error {
	names := map[string]bool{}
	for _, c := range cases {
		if names[c.name] {
			return fmt.Errorf("two cases are named %s", c.name)
		}
		names[c.name] = true
	}
	base := t.keep
	if base == "" {
		var err error
		if base, err = os.MkdirTemp("", "hostile"); err != nil {
			return err
		}
		defer os.RemoveAll(base)
	}
	// Processor time and memory are a process's own: as many run at once as there are cores.
	results := make([]result, len(cases))
	var next atomic.Int64
	var group sync.WaitGroup
	for range runtime.NumCPU() {
		group.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(cases); i = int(next.Add(1)) - 1 {
				results[i] = t.try(cases[i], filepath.Join(base, fmt.Sprint(i)))
				if i%paceEvery == 0 && t.keep == "" && results[i].err == nil {
					results[i].work, results[i].err = t.measure()
				}
			}
		})
	}
	group.Wait()
	if t.keep != "" {
		return nil
	}
	return t.report(out, cases, results)
}

// report prints what went wrong, the dearest cases and the sum.
func (t trial) report(out io.Writer, cases []testCase, results []result) error {
	var measured []time.Duration
	for i, r := range results {
		if r.err != nil {
			return fmt.Errorf("%s: %w", cases[i].name, r.err)
		}
		if r.work > 0 {
			measured = append(measured, r.work)
		}
	}
	slower := pace(measured)
	bound := time.Duration(float64(t.cpu) * slower)
	faults := 0
	var sum, worst cost
	order := make([]int, len(cases))
	for i, r := range results {
		order[i] = i
		sum.cpu += r.took.cpu
		worst.cpu, worst.memory = max(worst.cpu, r.took.cpu), max(worst.memory, r.took.memory)
		if r.took.cpu > bound {
			r.wrong = append(r.wrong, fmt.Sprintf("%v of processor time, the least of %d tries", r.took.cpu, r.tries))
		}
		if len(r.wrong) > 0 {
			faults++
			fmt.Fprintf(out, "%s: %s\n%s\n", cases[i].name, strings.Join(r.wrong, "; "), indent(r.said))
		} else if t.verbose {
			fmt.Fprintf(out, "%s: %v, %d MB\n%s\n", cases[i].name, r.took.cpu, r.took.memory>>20, indent(r.said))
		}
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(results[b].took.cpu, results[a].took.cpu) })
	for _, i := range order[:min(shown, len(order))] {
		fmt.Fprintf(out, "%5.2f s %4d MB  %s\n", results[i].took.cpu.Seconds(), results[i].took.memory>>20, cases[i].name)
	}
	note := "no slower than the reference"
	if slower > 1 {
		note = fmt.Sprintf("%.2f times slower than the reference, so that the bound is %.2f s", slower, bound.Seconds())
	}
	if len(measured) > 0 {
		fmt.Fprintf(out, "hostile: the fixed piece of work takes %d ms here (reference %d ms): %s\n", measured[len(measured)/2].Milliseconds(), reference.Milliseconds(), note)
	}
	fmt.Fprintf(out, "hostile: %d inputs, %d faults; %.0f s of processor time, at most %.2f s and %d MB for one\n",
		len(cases), faults, sum.cpu.Seconds(), worst.cpu.Seconds(), worst.memory>>20)
	if faults > 0 {
		return fmt.Errorf("%d of %d inputs break a promise", faults, len(cases))
	}
	return nil
}

// A result is what a case came to.
type result struct {
	took  cost
	tries int
	wrong []string
	said  string
	work  time.Duration // of the fixed piece of work, where it was timed behind this case
	err   error
}

// try writes a case into a folder of its own, hands it to the program and throws it away.
func (t trial) try(c testCase, base string) (r result) {
	dir := filepath.Join(base, "in") // some cases reach for what lies beside it
	if r.err = c.write(dir); r.err != nil || t.keep != "" {
		return r
	}
	r.took, r.wrong, r.said = c.judge(t.program, dir)
	for r.tries = 1; r.tries < mostTries && r.took.cpu > t.cpu && len(r.wrong) == 0; r.tries++ {
		if r.err = os.RemoveAll(filepath.Join(base, "made")); r.err != nil {
			return r
		}
		var again cost
		again, r.wrong, r.said = c.judge(t.program, dir)
		r.took = cost{min(r.took.cpu, again.cpu), max(r.took.memory, again.memory)}
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
