// Command copies has the built program make many recipients' copies of a briefing, and asks other programs whether each is what it should
// be: qpdf, mupdf, poppler, and of the first ones Ghostscript and pdf.js too.
//
// What the copies say is held against what base/ says, and the places of their words, as poppler has them, against those that base/ keeps.
package main

import (
	"crypto/ed25519"
	"crypto/x509"
	"encoding/csv"
	"encoding/pem"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
)

func main() {
	n := flag.Int("n", 100, "recipients")
	few := flag.Int("few", 20, "how many of their copies Ghostscript and pdf.js open")
	node := flag.String("pdfjs", "", "folder with pdf.js in node_modules; empty: pdf.js is left out, and that is said")
	flag.Parse()
	if flag.NArg() != 2 || *n < 2 {
		fmt.Fprintln(os.Stderr, "usage: copies [-n N] [-few N] [-pdfjs FOLDER] PROGRAM OUTLINE-FOLDER")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), flag.Arg(1), *n, min(*few, *n), *node); err != nil {
		fmt.Println("copies:", err)
		os.Exit(1)
	}
}

// house is the key that signs and marks: these copies go to nobody.
var house = ed25519.NewKeyFromSeed([]byte("the secret of copies for nobody."))

// reader is a row of the list, and the password that the program gives him.
type reader struct{ id, name, org, password string }

// readers have Chinese, long, plain and hostile names. They are fictional.
func readers(n int) (list []reader) {
	names := [][2]string{
		{"Ada Example", "Fictional Capital LLP"},
		{"王小明", "虚构资本（上海）有限公司"},
		{"Przemysław Żółć-Ångström", "Société d’Investissement Fictive & Cie"},
		{strings.Repeat("Wolfeschlegelsteinhausen ", 12), strings.Repeat("Very Long Fictional Holdings ", 9)},
		{"<script>alert(1)</script>", `") Tj ET Q (\`},
		{"Ольга Вымышленная", ""},
		{"=cmd|'/c calc'!A1", "endstream endobj %PDF-1.7"},
		{"Ada Example Bcc: all@evil.example", "$name ${x} %s $to.name"},
	}
	for i := range n {
		name := names[i%len(names)]
		list = append(list, reader{id: fmt.Sprintf("reader-%d", i+1), name: name[0], org: name[1]})
	}
	return list
}

// distributed has the program make the copies in dir/sent, check its ledger, and tell the passwords.
func distributed(program, outline, dir string, list []reader) (sent string, err error) {
	rows := [][]string{{"id", "name", "org"}}
	for _, r := range list {
		rows = append(rows, []string{r.id, r.name, r.org})
	}
	var text strings.Builder
	if err := csv.NewWriter(&text).WriteAll(rows); err != nil {
		return "", err
	}
	der, err := x509.MarshalPKCS8PrivateKey(house)
	if err != nil {
		return "", err
	}
	names, key := filepath.Join(dir, "readers.csv"), filepath.Join(dir, "house.pem")
	if err := errors.Join(os.WriteFile(names, []byte(text.String()), 0o600), os.WriteFile(key, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}), 0o600)); err != nil {
		return "", err
	}
	sent = filepath.Join(dir, "sent")
	if _, err := tool(program, "distribute", outline, "--recipients", names, "-o", sent, "--key", key, "--no-mail"); err != nil {
		return "", err
	}
	if _, err := tool(program, "ledger", "verify", filepath.Join(sent, "ledger.jsonl"), "--public-key", filepath.Join(sent, "key.pub")); err != nil {
		return "", err
	}
	f, err := os.Open(filepath.Join(sent, "passwords.csv"))
	if err != nil {
		return "", err
	}
	defer f.Close()
	told, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return "", err
	}
	if len(told) != len(list)+1 {
		return "", fmt.Errorf("%d passwords for %d readers", len(told)-1, len(list))
	}
	for i := range list {
		list[i].password = told[i+1][1]
	}
	return sent, nil
}

func run(program, outline string, n, few int, node string) error {
	dir, err := os.MkdirTemp("", "roadshow-copies-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	list := readers(n)
	sent, err := distributed(program, outline, dir, list)
	if err != nil {
		return err
	}
	for i, medium := range []string{"document", "slides"} {
		each, stem := n, filepath.Base(outline)
		if i > 0 {
			each, stem = max(2, n/10), stem+"-slides" // the same code copies them: a tenth of the time
		}
		if err := checked(sent, stem, list[:each], min(few, each), node); err != nil {
			return fmt.Errorf("%s: %w", medium, err)
		}
		fmt.Printf("ok    %d copies of the %s: R6, opened by their password only, the base's words, tags and metadata, each one's own mark by the places in base/\n", each, medium)
	}
	return nil
}

// checked checks the copies of one medium, two at a time.
func checked(sent, stem string, list []reader, few int, node string) error {
	n := len(list)
	c, err := newChecker(sent, stem, list)
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
