// Command copies makes many recipients' copies of a briefing and asks other programs whether each is what it should be: qpdf, mupdf,
// poppler, and of the first ones Ghostscript and pdf.js too.
//
// What the copies say is held against what the base says, and the places of their words, as poppler has them, against the base's.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"roadshow"
	"roadshow/distribute"
	"roadshow/scene"
)

func main() {
	n := flag.Int("n", 100, "copies of each medium")
	few := flag.Int("few", 20, "how many of them Ghostscript and pdf.js open")
	node := flag.String("pdfjs", "", "folder with pdf.js in node_modules; empty: pdf.js is left out, and that is said")
	flag.Parse()
	if flag.NArg() != 1 || *n < 2 {
		fmt.Fprintln(os.Stderr, "usage: copies [-n N] [-few N] [-pdfjs FOLDER] OUTLINE-FOLDER")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *n, min(*few, *n), *node); err != nil {
		fmt.Println("copies:", err)
		os.Exit(1)
	}
}

// secret is the test's: these copies go to nobody.
var secret = []byte("the secret of copies for nobody.")

// recipients have Chinese, long, plain and hostile names. They are fictional.
func recipients(n int) (list []distribute.Recipient) {
	names := [][2]string{
		{"Ada Example", "Fictional Capital LLP"},
		{"王小明", "虚构资本（上海）有限公司"},
		{"Przemysław Żółć-Ångström", "Société d’Investissement Fictive & Cie"},
		{strings.Repeat("Wolfeschlegelsteinhausen ", 12), strings.Repeat("Very Long Fictional Holdings ", 9)},
		{"<script>alert(1)</script>", `") Tj ET Q (\`},
		{"Ольга Вымышленная", ""},
		{"=cmd|'/c calc'!A1", "endstream endobj %PDF-1.7"},
		{"Ada\u202e\x1b[31m\u0000Example\nSecond: line", "\x01\x02 $name ${x} %s"},
	}
	for i := range n {
		name := names[i%len(names)]
		list = append(list, distribute.Recipient{ID: fmt.Sprintf("reader-%d", i+1), Name: name[0], Org: name[1], Copy: i + 1})
	}
	return list
}

func run(outline string, n, few int, node string) error {
	dir, err := os.MkdirTemp("", "roadshow-copies-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	src, err := os.ReadFile(filepath.Join(outline, "briefing.yaml"))
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(outline)
	if err != nil {
		return err
	}
	defer root.Close()
	media := []scene.Medium{scene.Document, scene.Slides}
	res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: media, Copies: true})
	if err != nil {
		return err
	}
	if res.Problems.Failed(false) {
		return fmt.Errorf("%s has problems", outline)
	}
	for i, m := range media {
		each := n
		if i > 0 {
			each = max(2, n/10) // slides are copied by the same code: a tenth of the time
		}
		if err := medium(filepath.Join(dir, string(m)), res, m, each, min(few, each), node); err != nil {
			return fmt.Errorf("%s: %w", m, err)
		}
		fmt.Printf("ok    %d copies of the %s: R6, opened by their password only, the base's words, tags and metadata, each one's own mark\n", each, m)
	}
	return nil
}

// medium makes the copies of one deck and checks them two at a time.
func medium(dir string, res *roadshow.Result, m scene.Medium, n, few int, node string) error {
	b, err := distribute.NewBase(res.Deck(m), res.Faces(), distribute.Options{})
	if err != nil {
		return err
	}
	c, err := newChecker(dir, b, recipients(n))
	if err != nil {
		return err
	}
	faults := make([]error, n)
	next := make(chan int)
	var all sync.WaitGroup
	for range 2 {
		all.Go(func() {
			for i := range next {
				if err := c.check(i); err != nil {
					faults[i] = fmt.Errorf("copy %d: %w", i+1, err)
				} else if i < few {
					if err := c.ghostscript(i); err != nil {
						faults[i] = fmt.Errorf("copy %d: %w", i+1, err)
					}
				}
			}
		})
	}
	for i := range n {
		next <- i
	}
	close(next)
	all.Wait()
	if err := errors.Join(faults...); err != nil {
		return err
	}
	if node == "" {
		fmt.Println("not checked: pdf.js")
		return nil
	}
	return c.pdfjs(node, few)
}
