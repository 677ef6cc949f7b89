package main

import (
	"fmt"
	"os"

	"roadshow/render/pdf/conform"
)

// clauses holds finished files against every condition of PDF/UA-1 and PDF/A-2a that a program can check.
func clauses(files []string) error {
	broken := 0
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		breaches, err := conform.Check(data)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		for _, b := range breaches {
			broken++
			fmt.Printf("FAIL  %s: %s\n", name, b)
		}
	}
	if broken > 0 {
		return fmt.Errorf("%d clauses are broken", broken)
	}
	fmt.Printf("ok    %d files keep %d conditions of PDF/UA-1 and PDF/A-2a\n", len(files), len(conform.Clauses()))
	return nil
}
