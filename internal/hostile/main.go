// Command hostile hands some hundred inputs that nobody means well to the built program: bombs, broken files, endless lines,
// paths that lead out. Inputs are made on the fly and thrown away. Each must end within the bounds of processor time and
// memory, with an error that names its place, leave nothing behind and print nothing that it should not.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
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
	n, faults := 0, 0
	var sum, worst cost
	names := map[string]bool{}
	for _, c := range corpus() {
		if names[c.name] {
			return fmt.Errorf("two cases are named %s", c.name)
		}
		names[c.name] = true
		if !strings.HasPrefix(c.name, only) {
			continue
		}
		dir := filepath.Join(base, fmt.Sprint(n), "in") // some cases reach for what lies beside it
		if err := c.write(dir); err != nil {
			return fmt.Errorf("%s: %w", c.name, err)
		}
		n++
		if keep != "" {
			continue
		}
		took, wrong, said := c.judge(program, dir)
		sum.cpu += took.cpu
		worst.cpu, worst.memory = max(worst.cpu, took.cpu), max(worst.memory, took.memory)
		if len(wrong) > 0 {
			faults++
			fmt.Printf("%s: %s\n%s\n", c.name, strings.Join(wrong, "; "), indent(said))
		} else if verbose {
			fmt.Printf("%s: %v, %d MB\n%s\n", c.name, took.cpu, took.memory>>20, indent(said))
		}
		if err := os.RemoveAll(filepath.Dir(dir)); err != nil {
			return err
		}
	}
	fmt.Printf("hostile: %d inputs, %d faults; %.0f s of processor time, at most %.1f s and %d MB for one\n",
		n, faults, sum.cpu.Seconds(), worst.cpu.Seconds(), worst.memory>>20)
	if faults > 0 {
		return fmt.Errorf("%d of %d inputs break a promise", faults, n)
	}
	return nil
}

// indent shows the beginning of what the program said.
func indent(s string) string {
	if r := []rune(s); len(r) > 600 {
		s = string(r[:600]) + " …"
	}
	return "    " + strings.ReplaceAll(strings.TrimSpace(s), "\n", "\n    ")
}
