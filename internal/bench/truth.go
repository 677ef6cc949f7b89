package main

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"
)

// truth measures what proving costs: the checks' part of the flagship's build, and the proofs of a text of 200 pages.
func truth(program, flagship, dir string, runs int) error {
	bare := filepath.Join(dir, "proofs-only")
	if err := copyWithoutTexts(bare, flagship); err != nil {
		return err
	}
	part, err := checksPart(program, bare, filepath.Join(dir, "out"), runs)
	if err != nil {
		return err
	}
	long := filepath.Join(dir, "two-hundred-pages")
	if err := writeLongText(long); err != nil {
		return err
	}
	prove, err := wall(runs, program, "source", "prove", long)
	if err != nil {
		return err
	}
	check, err := wall(runs, program, "check", long, "--strict", "--to", "document")
	if err != nil {
		return err
	}
	fmt.Printf("checks add to the flagship's build: %.1f%%\nproofs of 40 quotations from a text of 200 pages, whole process: written in %.0f ms, checked with the briefing in %.0f ms\n",
		part*100, float64(prove)/1e6, float64(check)/1e6)
	return nil
}

// copyWithoutTexts copies an outline's folder as it is published: without the texts of its sources.
func copyWithoutTexts(to, from string) error {
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return err
	}
	texts, err := filepath.Glob(filepath.Join(to, "sources", "*.txt"))
	if err != nil {
		return err
	}
	for _, name := range texts {
		if err := os.Remove(name); err != nil {
			return err
		}
	}
	return nil
}

var stage = regexp.MustCompile(`(?m)^(\w+) +([0-9.]+) ms$`)

// checksPart is the time of the stages prove and check against that of all others.
func checksPart(program, outline, out string, runs int) (float64, error) {
	var parts []float64
	for range runs + 1 {
		text, err := exec.Command(program, "build", outline, "--to", "document", "-o", out, "--timings").CombinedOutput()
		if err != nil {
			return 0, fmt.Errorf("%s: %w\n%s", outline, err, text)
		}
		checks, rest := 0.0, 0.0
		for _, m := range stage.FindAllStringSubmatch(string(text), -1) {
			ms, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				return 0, err
			}
			switch m[1] {
			case "prove", "check":
				checks += ms
			case "total":
			default:
				rest += ms
			}
		}
		if rest == 0 {
			return 0, fmt.Errorf("%s prints no timings:\n%s", program, text)
		}
		parts = append(parts, checks/rest)
	}
	return middle(parts[1:]), nil
}

// wall is the median time of a command.
func wall(runs int, name string, args ...string) (time.Duration, error) {
	var all []time.Duration
	for range runs + 1 {
		start := time.Now()
		if text, err := exec.Command(name, args...).CombinedOutput(); err != nil {
			return 0, fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, text[:min(len(text), 1000)])
		}
		all = append(all, time.Since(start))
	}
	return middle(all[1:]), nil
}

// middle is the median.
func middle[T cmp.Ordered](list []T) T {
	slices.Sort(list)
	return list[len(list)/2]
}

// writeLongText writes an outline with 40 quotations from a source of some 100,000 words, the length of 200 pages.
func writeLongText(folder string) error {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return err
	}
	words := strings.Fields(plainWords)
	var text strings.Builder
	next := uint32(2023)
	for i := range 100_000 {
		next = next*1664525 + 1013904223
		text.WriteString(words[next>>16%uint32(len(words))])
		if i%13 == 12 {
			fmt.Fprintf(&text, " %d.", i)
		}
		text.WriteByte(" \n"[min(1, max(0, i%200-198))])
	}
	all := strings.Fields(text.String())
	var b strings.Builder
	b.WriteString("title: A long text\ndate: 2025-03-31\nsources:\n  book: {title: A long book, file: book.txt, proofs: book.proofs.json}\nthemes:\n  - name: One\n    claim: Forty passages stand in a long text\n    evidence:\n")
	for i := range 40 {
		at := 500 + i*2500
		fmt.Fprintf(&b, "      - quote: {id: q%d, text: %q, by: Somebody, credit: %q}\n", i, strings.Join(all[at:at+15], " "), strings.Join(all[at+15:at+18], " "))
	}
	for name, data := range map[string]string{"book.txt": text.String(), "briefing.yaml": b.String()} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(data), 0o666); err != nil {
			return err
		}
	}
	return nil
}
