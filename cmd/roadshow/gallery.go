package main

import (
	"bytes"
	_ "embed" // the page below
	"fmt"
	"html/template"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"roadshow/assets"
	"roadshow/render/png"
	"roadshow/render/svg"
	"roadshow/scene"
)

// gallery shows what can be made: every entry in every look, on one page of HTML that names only files beside it.
type gallery struct {
	Title, Intro string
	Entries      []galleryEntry
}

// galleryEntry is one chart kind or layout.
type galleryEntry struct {
	Name, Summary, Block, Table string
	Rows                        []galleryRow
}

// galleryRow is one drawing in all looks.
type galleryRow struct {
	Name  string
	Shown []galleryPicture
}

// galleryPicture is one picture, and the same as a vector drawing where there is one.
type galleryPicture struct {
	Look, File, Vector, Alt string
	W, H                    int // as shown, in CSS pixels
	data, vector            []byte
}

//go:embed gallery.html
var galleryHTML string

// draw makes one sample's rows in one look, one picture a row.
type drawSample func(s sample, look string, root *os.Root) (rows []string, pictures []galleryPicture, err error)

// writeGallery draws all samples of a folder, in parallel, and writes them with their page: all files or none.
func writeGallery(s streams, dir, folder string, g gallery, draw drawSample) error {
	if dir == "" {
		return usage("name a folder, for example --gallery gallery", "--gallery has no folder")
	}
	root, done, err := sampleFiles()
	if err != nil {
		return err
	}
	defer done()
	looks := assets.Looks()
	type job struct{ entry, look int }
	var jobs []job
	var list []sample
	for i, e := range g.Entries {
		one, err := readSample(folder, e.Name)
		if err != nil {
			return err
		}
		list = append(list, one)
		g.Entries[i].Block, g.Entries[i].Table = one.block, one.table
		for k := range looks {
			jobs = append(jobs, job{i, k})
		}
	}
	rows, drawn, errs := make([][]string, len(jobs)), make([][]galleryPicture, len(jobs)), make([]error, len(jobs))
	var wait sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	for n, j := range jobs {
		free <- struct{}{}
		wait.Go(func() {
			defer func() { <-free }()
			rows[n], drawn[n], errs[n] = draw(list[j.entry], looks[j.look], root)
		})
	}
	wait.Wait()
	var files []output
	add := func(name string, data []byte) string {
		files = append(files, output{filepath.Join(dir, name), data})
		return name
	}
	for n, j := range jobs {
		if errs[n] != nil {
			return errs[n]
		}
		e := &g.Entries[j.entry]
		for k, p := range drawn[n] {
			if k == len(e.Rows) {
				e.Rows = append(e.Rows, galleryRow{Name: rows[n][k]})
			}
			stem := fmt.Sprintf("%s-%s", e.Name, looks[j.look])
			if rows[n][k] != "" {
				stem = fmt.Sprintf("%s-%s-%s", e.Name, rows[n][k], looks[j.look])
			}
			p.Look, p.File = looks[j.look], add(stem+".png", p.data)
			if p.vector != nil {
				p.Vector = add(stem+".svg", p.vector)
			}
			e.Rows[k].Shown = append(e.Rows[k].Shown, p)
		}
	}
	var b bytes.Buffer
	if err := template.Must(template.New("gallery").Parse(galleryHTML)).Execute(&b, g); err != nil {
		return fmt.Errorf("cannot write the gallery's page: %w", err)
	}
	add("index.html", b.Bytes())
	if err := writeAll(dir, files); err != nil {
		return err
	}
	fmt.Fprintf(s.out, "wrote %s (%d drawings of %d samples)\n", shown(filepath.ToSlash(filepath.Join(dir, "index.html"))), len(files)-1, len(list))
	return nil
}

// drawExhibit shows a chart as a document prints it: with its caption and its source.
func drawExhibit(s sample, look string, root *os.Root) ([]string, []galleryPicture, error) {
	res, err := s.compile(look, root)
	if err != nil {
		return nil, nil, err
	}
	d := res.Files.Document
	at := s.page(d)
	if at < 0 {
		return nil, nil, fmt.Errorf("the sample of %s stands on no page", s.name)
	}
	var exhibit *scene.Group
	scene.Walk(d.Pages[at].Items, func(it scene.Item) {
		if g, ok := it.(*scene.Group); ok && exhibit == nil && g.Role == scene.RoleExhibit {
			exhibit = g
		}
	})
	if exhibit == nil {
		return nil, nil, fmt.Errorf("the sample of %s is no exhibit", s.name)
	}
	const margin = 12
	frame := scene.Bounds(exhibit).Inset(-margin).Intersect(scene.Rect{W: d.Size.W, H: d.Size.H})
	one := *d
	one.Pages = []scene.Page{{Background: d.Pages[at].Background, Items: []scene.Item{exhibit}}}
	files, err := png.Pages(&one, png.Options{DPI: 144, Frame: frame})
	if err != nil {
		return nil, nil, err
	}
	var vector bytes.Buffer
	o := svg.Options{Title: s.name, Desc: exhibit.Alt, Background: one.Pages[0].Background}
	if err := svg.Items(&vector, one.Pages[0].Items, frame, d.Fonts, o); err != nil {
		return nil, nil, err
	}
	return []string{""}, []galleryPicture{{Alt: exhibit.Alt, W: int(frame.W), H: int(frame.H), data: files[0], vector: vector.Bytes()}}, nil
}

// drawPages shows a layout's slide, and its page of the document down to where it is empty.
func drawPages(s sample, look string, root *os.Root) (rows []string, pictures []galleryPicture, err error) {
	res, err := s.compile(look, root)
	if err != nil {
		return nil, nil, err
	}
	for _, d := range []*scene.Deck{res.Files.Slides, res.Files.Document} {
		at := s.page(d)
		if at < 0 {
			return nil, nil, fmt.Errorf("the sample of %s stands on no page of the %s", s.name, d.Medium)
		}
		one := *d
		one.Pages = d.Pages[at : at+1]
		frame := scene.Rect{W: d.Size.W, H: d.Size.H}
		if d.Medium == scene.Document {
			frame.H = min(frame.H, lowest(one.Pages[0].Items)+36)
		}
		files, err := png.Pages(&one, png.Options{DPI: 96, Frame: frame})
		if err != nil {
			return nil, nil, err
		}
		rows = append(rows, string(d.Medium))
		pictures = append(pictures, galleryPicture{Alt: fmt.Sprintf("%s, %s, look %s", s.name, d.Medium, look), W: int(frame.W), H: int(frame.H), data: files[0]})
	}
	return rows, pictures, nil
}

// lowest is where a page's contents end; what repeats on every page does not count, nor do the sources at its foot.
func lowest(items []scene.Item) (bottom scene.Pt) {
	for i, it := range items {
		if t, ok := it.(*scene.Text); ok && t.ID == "sources" && i > 0 {
			return lowest(items[:i-1]) // and the rule above their name
		}
		if g, ok := it.(*scene.Group); !ok || g.Role != scene.RoleFurniture {
			bottom = max(bottom, scene.Bounds(it).Bottom())
		}
	}
	return bottom
}

// galleryOf lists names with their summaries as entries.
func galleryOf(title, intro string, rows [][2]string) gallery {
	g := gallery{Title: title, Intro: intro}
	for _, r := range rows {
		g.Entries = append(g.Entries, galleryEntry{Name: r[0], Summary: r[1]})
	}
	return g
}
