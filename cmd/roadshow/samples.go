package main

import (
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// samples holds one block for each chart kind and each layout, named after it, with the table that it draws where it draws
// one. All names and numbers are made up, and every block says so with its sticker.
//
//go:embed samples
var samples embed.FS

// sample is one block to show.
type sample struct {
	folder, name string // "charts", "column"
	block        string // as an author writes it
	table        string // the CSV that it draws; empty: none
}

func readSample(folder, name string) (sample, error) {
	block, err := samples.ReadFile(path.Join("samples", folder, name+".yaml"))
	if err != nil {
		return sample{}, fmt.Errorf("there is no sample of %s", name)
	}
	table, err := samples.ReadFile(path.Join("samples", folder, name+".csv"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return sample{}, err
	}
	return sample{folder, name, string(block), string(table)}, nil
}

// sampleHead is the outline that all samples stand in.
const sampleHead = `title: Samples
standfirst: Every name and number is made up to show a form
topic: Gallery
date: 2024-01-31
publication: Samples
confidentiality: Every name and number is made up
sources: {sample: {title: Made up to show a form, date: 2024}}
people:
  muster: {name: Ada Muster, role: Founder, org: Alder}
  beispiel: {name: Ben Beispiel, role: Chief executive, org: Birch}
  yang: {name: Yang Pin, name_zh: 样品, role: Head of buying, org: Cedar}
  ejemplo: {name: Dora Ejemplo, role: Works manager, org: Elder}
`

// sampleID is the id of the block on its page.
const sampleID = "gallery.shown"

// outline is the sample as a whole outline.
func (s sample) outline(look string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%slook: %s\n", sampleHead, look)
	if s.table != "" {
		fmt.Fprintf(&b, "data: {numbers: {file: %s}}\n", path.Join(s.folder, s.name+".csv"))
	}
	b.WriteString("themes:\n  - name: Gallery\n    id: gallery\n    claim: Every name and number here is made up to show a form\n    evidence:\n")
	indent := "      - "
	for line := range strings.Lines(s.block) {
		b.WriteString(indent + line)
		indent = "        "
	}
	b.WriteString(indent + "  id: shown\n")
	return b.String()
}

// example is the least outline around a sample, with the table that it names.
func (s sample) example() string {
	var b strings.Builder
	b.WriteString("title: An example\ndate: 2024-01-31\nsources: {sample: {title: Made up to show a form, date: 2024}}\n")
	if people := samplePeople(s.block); people != "" {
		b.WriteString("people:\n" + people)
	}
	if s.table != "" {
		b.WriteString("data: {numbers: {file: numbers.csv}}\n")
	}
	b.WriteString("themes:\n  - name: Example\n    claim: Every name and number here is made up to show a form\n    evidence:\n")
	indent := "      - "
	for line := range strings.Lines(s.block) {
		b.WriteString(indent + strings.ReplaceAll(line, "layouts/image.png", "image.png"))
		indent = "        "
	}
	return b.String()
}

// samplePeople are the lines of the samples' people whose ids a block holds.
func samplePeople(block string) string {
	var out string
	_, people, _ := strings.Cut(sampleHead, "people:\n")
	for line := range strings.Lines(people) {
		if id, _, _ := strings.Cut(strings.TrimSpace(line), ":"); strings.Contains(block, id) {
			out += line
		}
	}
	return out
}

// printExample prints the outline of a sample and its table. A test builds each as it is printed.
func printExample(w io.Writer, folder, name string) error {
	s, err := readSample(folder, name)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nan outline that builds, made up: briefing.yaml\n\n%s", s.example())
	if s.table != "" {
		fmt.Fprintf(w, "\nits table: numbers.csv\n\n%s", s.table)
	}
	return nil
}

// compile lays the sample out. A problem other than a note is a fault of the sample.
func (s sample) compile(look string, root *os.Root) (*roadshow.Result, error) {
	res, err := roadshow.Compile(roadshow.Options{
		Name: s.name + ".yaml", Src: []byte(s.outline(look)), Root: root, Media: []scene.Medium{scene.Document, scene.Slides},
	})
	if err != nil {
		return nil, err
	}
	for _, p := range res.Problems.Problems() {
		if p.Severity > diag.Note {
			return nil, fmt.Errorf("the sample of %s: line %d: %s", s.name, p.At.Line, p.Summary)
		}
	}
	return res, nil
}

// page is the place of the first page that shows the block, -1 where none does.
func (s sample) page(d *scene.Deck) int {
	return slices.IndexFunc(d.Pages, func(p scene.Page) bool {
		found := false
		scene.Walk(p.Items, func(it scene.Item) { found = found || shows(it) })
		return found
	})
}

// shows says that an item is the block, or a part of it.
func shows(it scene.Item) bool {
	id := scene.ItemID(it)
	return id == sampleID || strings.HasPrefix(id, sampleID+"/") || strings.HasPrefix(id, sampleID+".")
}

// sampleFiles puts what samples name into a folder of its own and opens it; done removes it.
func sampleFiles() (root *os.Root, done func(), err error) {
	dir, err := os.MkdirTemp("", "roadshow-gallery-")
	if err != nil {
		return nil, nil, fmt.Errorf("cannot make a temporary folder: %w", err)
	}
	files, err := fs.Sub(samples, "samples")
	if err == nil {
		err = os.CopyFS(dir, files)
	}
	if err == nil {
		root, err = os.OpenRoot(dir)
	}
	if err != nil {
		os.RemoveAll(dir)
		return nil, nil, fmt.Errorf("cannot write the samples: %w", err)
	}
	return root, func() { root.Close(); os.RemoveAll(dir) }, nil
}
