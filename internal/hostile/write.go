package main

import (
	"bufio"
	"os"
	"path/filepath"
	"strings"
)

// file is a file that is being made. Inputs of many megabytes are written as they are made: the memory of whoever starts a
// program counts as the program's own.
type file struct {
	*bufio.Writer
}

func writeFile(name string, make maker) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	defer f.Close()
	w := &file{bufio.NewWriterSize(f, 64<<10)}
	if err := make(w); err != nil {
		return err
	}
	return w.Flush()
}

// text is a file of these words.
func text(s string) maker {
	return func(f *file) error {
		_, err := f.WriteString(s)
		return err
	}
}

func raw(b []byte) maker { return text(string(b)) }

// parts is a file of several parts.
func parts(all ...maker) maker {
	return func(f *file) error {
		for _, one := range all {
			if err := one(f); err != nil {
				return err
			}
		}
		return nil
	}
}

// times repeats words.
func times(n int, s string) maker {
	return func(f *file) error {
		for range n {
			if _, err := f.WriteString(s); err != nil {
				return err
			}
		}
		return nil
	}
}

// each repeats words with a number in them: #.
func each(n int, s string) maker {
	return func(f *file) error {
		for i := range n {
			if _, err := f.WriteString(numbered(s, i)); err != nil {
				return err
			}
		}
		return nil
	}
}

func numbered(s string, i int) string { return strings.ReplaceAll(s, "#", itoa(i)) }

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

// corpus is all cases, class by class.
func corpus() (all []testCase) {
	for _, class := range []struct {
		name  string
		cases []testCase
	}{
		{"yaml", yamlCases()}, {"markdown", markdownCases()}, {"csv", csvCases()}, {"xlsx", xlsxCases()}, {"picture", pictureCases()},
		{"svg", drawingCases()}, {"font", fontCases()}, {"source", sourceCases()}, {"proofs", proofsCases()}, {"look", lookCases()},
		{"brand", brandCases()}, {"path", pathCases()}, {"url", urlCases()}, {"formula", formulaCases()}, {"value", valueCases()},
		{"slip", slipCases()}, {"large", largeCases()},
	} {
		for _, c := range class.cases {
			c.name = class.name + "/" + c.name
			all = append(all, c)
		}
	}
	return all
}
