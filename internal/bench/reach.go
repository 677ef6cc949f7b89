package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// withDeck gives W20, written for the purpose, to a measurement, with a folder for what that makes.
func withDeck(measure func(deck, dir string) error) error {
	dir, err := os.MkdirTemp("", "roadshow-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	deck := filepath.Join(dir, "deck")
	if err := writeDeck(deck, 1); err != nil {
		return err
	}
	return measure(deck, dir)
}

// reached says what one file for browsers costs: the CPU of writing W20's beyond laying out both media, and its size.
func reached(to io.Writer, program, deck, dir string, runs int) error {
	file := filepath.Join(dir, "deck.html")
	extra, err := beyond(runs, [2][]string{
		{program, "check", deck, "--to", "document,slides"},
		{program, "build", deck, "--to", "html", "-o", file},
	})
	if err != nil {
		return err
	}
	size, err := sizeOf(file)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(to, "HTML of 20 slides with 8 charts: %.1f ms of CPU beyond both layouts, %.0f KB\n", extra, float64(size)/1e3)
	return err
}

// accessible says what it costs that PDF files are accessible and archival: against a program of before.
func accessible(to io.Writer, program, before, flagship, deck, dir string, runs int) error {
	for _, c := range []struct{ name, outline string }{{"flagship", flagship}, {"20 slides with 8 charts", deck}} {
		for _, medium := range []string{"document", "slides"} {
			var files [2]string
			var commands [2][]string
			for i, p := range [2]string{before, program} {
				files[i] = filepath.Join(dir, fmt.Sprintf("%s%d.pdf", medium, i))
				commands[i] = []string{p, "build", c.outline, "--to", medium, "-o", files[i]}
			}
			extra, err := beyond(runs, commands)
			if err != nil {
				return err
			}
			var sizes [2]int64
			for i, f := range files {
				if sizes[i], err = sizeOf(f); err != nil {
					return err
				}
			}
			if _, err := fmt.Fprintf(to, "%s, %s: %+.1f ms of CPU, %+.1f KB (%.1f)\n", c.name, medium, extra, float64(sizes[1]-sizes[0])/1e3, float64(sizes[1])/1e3); err != nil {
				return err
			}
		}
	}
	return nil
}

// beyond is the median of what the second of two commands takes more than the first, in ms of CPU: run by run, each first in every
// other pair. A first pair warms the disk's cache.
func beyond(runs int, commands [2][]string) (float64, error) {
	var list []float64
	for i := range runs + 1 {
		var cpu [2]float64
		for k := range 2 {
			which := (i + k) % 2
			c := commands[which]
			r, _, err := measured(c[0], false, c[1:]...)
			if err != nil {
				return 0, err
			}
			cpu[which] = float64(r.cpu) / 1e6
		}
		if i > 0 {
			list = append(list, cpu[1]-cpu[0])
		}
	}
	slices.Sort(list)
	return list[len(list)/2], nil
}

func sizeOf(file string) (int64, error) {
	info, err := os.Stat(file)
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}
