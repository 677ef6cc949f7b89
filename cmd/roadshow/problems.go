package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/internal/folder"
	"roadshow/internal/limits"
)

// machineReadable says whether a format of problems is for other programs. Those go to standard output, words for people
// to standard error.
func machineReadable(format string) bool {
	return format == string(diag.JSON) || format == string(diag.SARIF)
}

// printProblems prints everything that is wrong.
func printProblems(s streams, format string, strict bool, src outlineText, res *roadshow.Result) error {
	problems := res.Problems.Problems()
	var w io.Writer = s.err
	if machineReadable(format) {
		w = s.out
	} else if len(problems) == 0 {
		return nil
	} else {
		// What must be mended stands last, where a terminal shows it.
		slices.SortStableFunc(problems, func(a, b diag.Problem) int { return cmp.Compare(a.Severity, b.Severity) })
	}
	err := diag.Write(w, problems, diag.Options{Format: diag.Format(format), Color: s.colour(), Sources: src.lines, Strict: strict})
	if err != nil {
		return fmt.Errorf("cannot print the problems: %w", err)
	}
	return nil
}

// lines is the text of a file that a problem stands in, nil where it cannot be had.
func (s outlineText) lines(file string) []byte {
	if file == s.name {
		return s.text
	}
	file = strings.TrimPrefix(file, filepath.ToSlash(s.folder)+"/")
	text, err := folder.ReadInside(s.root)(file, limits.ShownBytes.N64())
	if err != nil || len(text) > limits.ShownBytes.N() {
		return nil
	}
	return text
}
