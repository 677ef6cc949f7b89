// Command mutants changes the program on purpose and asks whether a test notices: N places of a package, drawn with a seed, each
// changed alone, and the tests of the package and of those that stand on it.
//
// All changes are compiled into one test program, each behind a number that the environment chooses, so that a mutant costs the tests
// that kill it and no build. The sources are not touched: the changed ones are an overlay of the go command.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// group is a part of the program with the packages whose tests are to notice a change of it, the cheapest first.
type group struct {
	name    string
	mutated []string
	tested  []string
}

var groups = []group{
	{"evidence", []string{"briefing/evidence/value", "briefing/evidence/source", "briefing/evidence/table", "briefing/evidence/formula"},
		[]string{"briefing/evidence/value", "briefing/evidence/formula", "briefing/evidence/table", "briefing/evidence/source", "briefing"}},
	{"page", []string{"page"}, []string{"page", "layouts"}},
	{"charts", []string{"charts"}, []string{"charts", "internal/readback"}},
	{"pdf", []string{"render/pdf"}, []string{"render/pdf", "internal/readback"}},
}

func main() {
	n := flag.Int("n", 100, "mutants of each group")
	seed := flag.Uint64("seed", 1, "of the draw")
	only := flag.String("only", "", "one group")
	full := flag.Bool("full", false, "all tests, not their short forms")
	flag.Parse()
	killed, all := 0, 0
	for _, g := range groups {
		if *only != "" && g.name != *only {
			continue
		}
		k, err := g.run(*n, *seed, *full)
		if err != nil {
			fmt.Fprintln(os.Stderr, "mutants:", err)
			os.Exit(1)
		}
		killed, all = killed+k, all+*n
	}
	fmt.Printf("mutants: %d of %d killed (%.0f %%), seed %d\n", killed, all, 100*float64(killed)/float64(max(all, 1)), *seed)
}

// run makes the mutants of a group and prints those that live.
func (g group) run(n int, seed uint64, full bool) (killed int, err error) {
	dir, err := os.MkdirTemp("", "roadshow-mutants-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)
	places, overlay, err := mutate(g.mutated, n, seed, dir)
	if err != nil {
		return 0, err
	}
	replaced, err := json.Marshal(map[string]any{"Replace": overlay})
	if err != nil {
		return 0, err
	}
	if err := os.WriteFile(filepath.Join(dir, "overlay.json"), replaced, 0o600); err != nil {
		return 0, err
	}
	tests := make([]*suite, len(g.tested))
	for i, pkg := range g.tested {
		if tests[i], err = build(pkg, dir, full); err != nil {
			return 0, err
		}
	}
	start := time.Now()
	var alive []string
	for i, p := range places {
		if who := killer(tests, i+1); who == "" {
			alive = append(alive, p.String())
		} else {
			killed++
		}
	}
	fmt.Printf("%s: %d of %d killed in %.0f s; alive:\n  %s\n", g.name, killed, len(places), time.Since(start).Seconds(), strings.Join(alive, "\n  "))
	return killed, nil
}

// killer is the first suite that notices a mutant, "" where none does.
func killer(tests []*suite, mutant int) string {
	for _, s := range tests {
		if s.reached[mutant] && !s.passes(mutant) {
			return s.pkg
		}
	}
	return ""
}
