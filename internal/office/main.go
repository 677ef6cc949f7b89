// Command office reads presentations as a stranger does: it says what an office program would repair in them, how many slides each has,
// and lays their workbooks into a folder for the validator.
//
//	office FOLDER DECK.pptx…
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"roadshow/render/pptx/pptxtest"
)

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: office FOLDER DECK.pptx...")
		os.Exit(2)
	}
	bad := false
	for _, name := range os.Args[2:] {
		faults, err := look(os.Args[1], name)
		if err != nil {
			fmt.Fprintln(os.Stderr, "office:", err)
			os.Exit(3)
		}
		for _, f := range faults {
			fmt.Fprintf(os.Stderr, "%s: %s\n", filepath.Base(name), f)
		}
		bad = bad || len(faults) > 0
	}
	if bad {
		os.Exit(1)
	}
}

// look prints a deck's name, its slides, its native charts, tables and pictures, and returns what is wrong with it.
func look(folder, name string) ([]string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	found, err := pptxtest.Lint(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	var faults []string
	for _, f := range found {
		faults = append(faults, f.String())
	}
	d, err := pptxtest.Read(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	charts, tables, pictures := 0, 0, 0
	for i, s := range d.Slides {
		if s.Title == "" {
			faults = append(faults, fmt.Sprintf("slide %d has no title", i+1))
		}
		for _, sh := range s.Shapes {
			switch {
			case sh.Chart != "":
				charts++
			case sh.Rows != nil:
				tables++
			case sh.Kind == "pic":
				pictures++
			}
			if (sh.Chart != "" || sh.Rows != nil) && sh.Alt == "" {
				faults = append(faults, fmt.Sprintf("slide %d: %s has no description", i+1, sh.Name))
			}
		}
	}
	// Nothing of the machine that made it: no path, no user.
	home, _ := os.UserHomeDir()
	wd, _ := os.Getwd()
	for part, body := range d.Package.Data {
		for _, own := range []string{home, wd, os.Getenv("USER"), os.Getenv("LOGNAME")} {
			if strings.HasPrefix(part, "/docProps/") && len(own) > 3 && strings.Contains(string(body), own) {
				faults = append(faults, fmt.Sprintf("%s says %q", part, own))
			}
		}
		if strings.HasPrefix(part, "/ppt/embeddings/") {
			to := filepath.Join(folder, strings.TrimSuffix(filepath.Base(name), ".pptx")+"-"+filepath.Base(part))
			if err := errors.Join(os.MkdirAll(folder, 0o777), os.WriteFile(to, body, 0o666)); err != nil {
				return nil, err
			}
		}
	}
	fmt.Printf("%s %d slides %d charts %d tables %d pictures %d KB\n", strings.TrimSuffix(filepath.Base(name), ".pptx"), len(d.Slides), charts, tables, pictures, (len(data)+999)/1000)
	return faults, nil
}
