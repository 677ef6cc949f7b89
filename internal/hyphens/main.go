// Command hyphens makes the hyphenation patterns of assets/hyphens from the TeX sources of hyph-utf8:
//
//	go run ./internal/hyphens DIR
//
// where DIR holds hyph-de-1996.tex, hyph-en-gb.tex and so on. A pattern such as "a1b2c" becomes the line "abc b1c2": its letters,
// then each letter's place (a is before the first) with the number there. Lines stand in the order of their bytes, so that they
// are searched as they are. Exceptions follow an empty line. The head of each source, with its licence, is kept beside them.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: hyphens DIR")
		os.Exit(2)
	}
	for _, tag := range []string{"de-1996", "en-gb", "en-us", "es", "fr"} {
		if err := make1(os.Args[1], tag); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

func make1(dir, tag string) error {
	src, err := os.ReadFile(filepath.Join(dir, "hyph-"+tag+".tex"))
	if err != nil {
		return err
	}
	head, _, found := strings.Cut(string(src), "\\patterns")
	if !found {
		return fmt.Errorf("%s has no patterns", tag)
	}
	lines := patterns(group(string(src), "\\patterns"))
	slices.Sort(lines)
	out := strings.Join(slices.Compact(lines), "\n") + "\n"
	if words := exceptions(group(string(src), "\\hyphenation")); len(words) > 0 {
		slices.Sort(words)
		out += "\n" + strings.Join(words, "\n") + "\n"
	}
	if err := os.WriteFile("assets/hyphens/"+tag+".txt", []byte(out), 0o644); err != nil {
		return err
	}
	return os.WriteFile("assets/hyphens/LICENCE-"+tag+".txt", []byte(licence(head)), 0o644)
}

// group is what stands between the braces behind a TeX command, comments taken out.
func group(src, command string) string {
	_, rest, found := strings.Cut(src, command)
	if !found {
		return ""
	}
	var b strings.Builder
	for line := range strings.Lines(rest) {
		line, _, _ = strings.Cut(line, "%")
		if before, _, end := strings.Cut(line, "}"); end {
			b.WriteString(before)
			break
		}
		b.WriteString(line + "\n")
	}
	return strings.ReplaceAll(b.String(), "{", " ")
}

func patterns(words string) (out []string) {
	for p := range strings.FieldsSeq(words) {
		var letters, places strings.Builder
		n := 0
		for _, r := range strings.ReplaceAll(p, "'", "’") {
			if r >= '0' && r <= '9' {
				if r > '0' {
					places.WriteRune(rune('a' + n))
					places.WriteRune(r)
				}
				continue
			}
			letters.WriteRune(r)
			n++
		}
		out = append(out, letters.String()+" "+places.String())
	}
	return out
}

func exceptions(words string) []string { return strings.Fields(words) }

// licence is the commented head of a source, its title to the end of its licence.
func licence(head string) string {
	var b strings.Builder
	for line := range strings.Lines(head) {
		line = strings.TrimRight(line, "\n")
		if !strings.HasPrefix(line, "%") || strings.HasPrefix(line, "% ====") {
			break
		}
		b.WriteString(strings.TrimPrefix(strings.TrimPrefix(line, "%"), " ") + "\n")
	}
	return b.String()
}
