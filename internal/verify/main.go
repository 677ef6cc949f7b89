// Command verify asks other programs whether a finished briefing is what it should be: qpdf and mupdf whether the file is
// sound, poppler what a reader finds in it.
//
// It runs the built program as a user does and looks at its files only from outside; the outline is read to know which
// quotations and names must be found.
package main

import (
	"errors"
	"fmt"
	"os"
	"strconv"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stdout, "verify:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	all := len(args) > 0 && args[0] == "-all"
	if all {
		args = args[1:]
	}
	switch {
	case len(args) == 3 && args[0] == "check":
		return check(args[1], args[2], all)
	case len(args) == 2 && args[0] == "lines":
		return lines(os.Stdout, args[1])
	case len(args) == 2 && args[0] == "beside":
		return beside(os.Stdout, args[1], "html", mostDiffers)
	case len(args) == 4 && args[0] == "beside":
		most, err := strconv.ParseFloat(args[3], 64)
		if err != nil {
			return err
		}
		return beside(os.Stdout, args[1], args[2], most/100)
	case len(args) == 4 && args[0] == "payloads":
		return payloads(os.Stdout, args[1], args[2], args[3])
	case len(args) > 1 && args[0] == "clauses":
		return clauses(args[1:])
	case len(args) > 4 && args[0] == "contact":
		across, err1 := strconv.Atoi(args[1])
		scale, err2 := strconv.Atoi(args[2])
		if err1 != nil || err2 != nil || across < 1 || scale < 1 {
			return fmt.Errorf("contact: %q pictures to a row at 1/%q of their size", args[1], args[2])
		}
		return sheet{across, scale}.contact(args[3], args[4:])
	}
	return errors.New("usage: verify [-all] check PROGRAM OUTLINE-FOLDER, verify clauses FILE..., verify lines OUTLINE-FOLDER, verify beside FOLDER [OTHER PERCENT], verify payloads PROGRAM PAYLOADS.json FOLDER, or verify contact ACROSS SCALE SHEET.png with the pictures")
}

// step is one promise. Those of every file are held by the slides too.
type step struct {
	promise   string
	everyFile bool
	check     func(*subject) error
}

var steps = []step{
	{"the program is smaller than 40 MB", false, programSize},
	{"every look and page size builds", true, looksAndPages},
	{"every starter is built, and verify finds its proof true", false, starters},
	{"two builds in different surroundings give the same bytes", true, sameBytes},
	{"SOURCE_DATE_EPOCH changes the dates and nothing else", true, onlyDates},
	{"qpdf finds a sound file", true, qpdfCheck},
	{"mupdf draws every page without a warning", true, mupdfDraw},
	{"only embedded subsets with a way back to Unicode", true, fonts},
	{"at least 12 pages, with title and language", true, pages},
	{"no page is blank", true, notBlank},
	{"smaller than 165 KB", false, fileSize},
	{"every quotation is found whole", false, quotations},
	{"every Chinese name is found whole", false, chineseNames},
	{"the links of the contents lead to the pages that they print", false, contentsLinks},
}

// check prints one line a promise and fails after the last when one was broken.
func check(program, outline string, all bool) error {
	broken := 0
	for _, format := range []string{"document", "slides"} {
		s, err := newSubject(program, outline, format, all)
		if err != nil {
			return err
		}
		defer os.RemoveAll(s.dir)
		for _, st := range steps {
			if format != "document" && !st.everyFile {
				continue
			}
			if err := st.check(s); err != nil {
				broken++
				fmt.Printf("FAIL  %s: %s\n      %v\n", format, st.promise, err)
				continue
			}
			fmt.Printf("ok    %s: %s%s\n", format, st.promise, s.takeNote())
		}
	}
	if broken > 0 {
		return fmt.Errorf("%d promises are broken", broken)
	}
	return nil
}
