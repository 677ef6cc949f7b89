// Command lines asks LibreOffice whether office files break their lines where the scene breaks them: starters are written as PPTX,
// printed by LibreOffice with Caladea and Liberation in the place of Cambria and Arial, and the lines are read back from the PDF.
//
//	lines [-all] [-deck LETTERS] [-keep DIR]
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"roadshow"
	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/render/pptx"
	"roadshow/scene"
	"roadshow/typeset"
)

// least is the share of texts of several lines that must break where the scene breaks them.
const least = 0.93

func main() {
	all := flag.Bool("all", false, "every starter in every look, and the tests' briefings")
	deck := flag.String("deck", "", "only the decks whose names hold these letters")
	keep := flag.String("keep", "", "write decks and PDFs to this folder and leave them there")
	flag.Parse()
	if err := run(os.Stdout, *all, *deck, *keep); err != nil {
		fmt.Fprintln(os.Stderr, "lines:", err)
		os.Exit(1)
	}
}

// job is one deck to be printed.
type job struct {
	name, outline, look string
	faces               typeset.Editor
	deck                *scene.Deck
}

func jobs(all bool) (list []job, err error) {
	starters, err := filepath.Glob("data/*/briefing.yaml")
	if err != nil || len(starters) == 0 {
		return nil, errors.Join(errors.New("run it in the project's folder"), err)
	}
	add := func(file, look string, faces typeset.Editor) {
		name := filepath.Base(filepath.Dir(file)) + "-" + look
		if faces == typeset.OwnFaces {
			name += "-own"
		}
		list = append(list, job{name: name, outline: file, look: look, faces: faces})
	}
	for _, s := range starters {
		for _, look := range assets.Looks() {
			if all || look == "paper" || strings.Contains(s, "quarterly") {
				add(s, look, typeset.OfficeFaces)
			}
		}
	}
	add("testdata/chinese/briefing.yaml", "paper", typeset.OfficeFaces)
	if all {
		more, err := filepath.Glob("testdata/languages/*/briefing.yaml")
		if err != nil {
			return nil, err
		}
		for _, s := range more {
			add(s, "paper", typeset.OfficeFaces)
		}
		add("data/crossroads/briefing.yaml", "paper", typeset.OwnFaces)
	}
	return list, nil
}

func run(out io.Writer, all bool, deck, keep string) error {
	list, err := jobs(all)
	if err != nil {
		return err
	}
	list = slices.DeleteFunc(list, func(j job) bool { return !strings.Contains(j.name, deck) })
	if keep == "" {
		if keep, err = os.MkdirTemp("", "roadshow-lines"); err != nil {
			return err
		}
		defer os.RemoveAll(keep)
	}
	for i := range list {
		if err := list[i].write(keep); err != nil {
			return fmt.Errorf("%s: %w", list[i].name, err)
		}
	}
	if err := print(keep, "with", true, list); err != nil {
		return err
	}
	if err := print(keep, "without", false, list[:1]); err != nil {
		return err
	}
	var sum, chinese tally
	for _, j := range list {
		pages, err := readPages(filepath.Join(keep, "with", j.name+".pdf"))
		if err != nil {
			return err
		}
		t := compare(j.deck, pages)
		fmt.Fprintf(out, "%-28s %3d pages  %s\n", j.name, len(pages), t)
		for _, s := range t.said {
			fmt.Fprintln(out, "    "+s)
		}
		if len(pages) != len(j.deck.Pages) {
			return fmt.Errorf("%s: LibreOffice prints %d pages, the deck has %d", j.name, len(pages), len(j.deck.Pages))
		}
		if strings.HasPrefix(j.name, "chinese") {
			chinese.add(t)
			continue
		}
		sum.add(t)
	}
	bare, err := readPages(filepath.Join(keep, "without", list[0].name+".pdf"))
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%-28s %3d pages without our faces\n", list[0].name, len(bare))
	fmt.Fprintf(out, "Latin    %s\nChinese  %s\n", sum, chinese)
	switch {
	case len(bare) != len(list[0].deck.Pages):
		return fmt.Errorf("without our faces LibreOffice prints %d pages of %s, not %d", len(bare), list[0].name, len(list[0].deck.Pages))
	case sum.same() < least || chinese.same() < least:
		return fmt.Errorf("fewer than %.0f %% of the texts of several lines break where the scene breaks them", 100*least)
	case sum.over+chinese.over > 0:
		return fmt.Errorf("%d texts overflow their frames", sum.over+chinese.over)
	case sum.several < 100 || sum.unread*50 > sum.several:
		return fmt.Errorf("%d texts of several lines were found, %d were not: the reader is blind", sum.several, sum.unread)
	}
	return nil
}

// write makes the deck's file.
func (j *job) write(dir string) error {
	src, err := os.ReadFile(j.outline)
	if err != nil {
		return err
	}
	root, err := os.OpenRoot(filepath.Dir(j.outline))
	if err != nil {
		return err
	}
	defer root.Close()
	r, err := roadshow.Compile(roadshow.Options{Name: j.outline, Src: src, Root: root, Set: []outline.Setting{{Path: "look", Value: j.look}}, OfficeFonts: j.faces,
		Media: []scene.Medium{scene.Office}, Insist: []scene.Medium{scene.Office}})
	if err != nil {
		return err
	}
	for _, p := range r.Problems.Problems() {
		if p.Severity == diag.Error {
			return errors.New(p.Summary)
		}
	}
	j.deck = r.Files.Office
	f, err := os.Create(filepath.Join(dir, j.name+".pptx"))
	if err != nil {
		return err
	}
	return errors.Join(pptx.Write(f, r.Files.Office, pptx.Options{}), f.Close())
}

// print has LibreOffice print the decks into a folder, with the faces that stand for those of office programs, or with none of them.
func print(dir, to string, faces bool, list []job) error {
	here, err := os.Getwd()
	if err != nil {
		return err
	}
	config := filepath.Join(dir, to+".fonts.conf")
	if err := os.WriteFile(config, []byte(fontsConf(here, dir, faces)), 0o644); err != nil {
		return err
	}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", filepath.Join(dir, to)}
	for _, j := range list {
		args = append(args, filepath.Join(dir, j.name+".pptx"))
	}
	c := exec.Command("soffice", args...)
	c.Env = append(os.Environ(), "FONTCONFIG_FILE="+config)
	if out, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("soffice: %w: %s", err, out)
	}
	return nil
}

// fontsConf tells LibreOffice of faces that break lines as those of office programs do. Noto of our own stands for the Chinese ones,
// whose characters are an em wide too.
func fontsConf(here, cache string, faces bool) string {
	dirs, also := []string{"/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/truetype/liberation2"}, [][2]string{}
	if faces {
		dirs = []string{"/usr/share/fonts/truetype/crosextra", "/usr/share/fonts/truetype/liberation", "/usr/share/fonts/truetype/liberation2",
			"/usr/share/fonts/truetype/liberation-sans-narrow", filepath.Join(here, "assets/fonts")}
		also = [][2]string{{"Cambria", "Caladea"}, {"Arial", "Liberation Sans"}, {"Arial Narrow", "Liberation Sans Narrow"},
			{"SimSun", "Noto Serif SC"}, {"Microsoft YaHei", "Noto Sans SC"}}
	}
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"fonts.dtd\">\n<fontconfig>\n")
	for _, d := range dirs {
		fmt.Fprintf(&b, "<dir>%s</dir>\n", d)
	}
	for _, a := range also {
		fmt.Fprintf(&b, "<match target=\"pattern\"><test name=\"family\"><string>%s</string></test><edit name=\"family\" mode=\"assign\" binding=\"same\"><string>%s</string></edit></match>\n", a[0], a[1])
	}
	fmt.Fprintf(&b, "<cachedir>%s</cachedir>\n</fontconfig>\n", filepath.Join(cache, "fontcache"))
	return b.String()
}
