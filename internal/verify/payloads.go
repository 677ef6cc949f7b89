package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/render/html"
	"roadshow/scene"
)

// payloads writes HTML files of the program's own examples, which have every field of every layout and chart, with a text in each field
// that takes one which would do something where it is not text: each field gets the next text of the list.
func payloads(to io.Writer, program, list, folder string) error {
	data, err := os.ReadFile(list)
	if err != nil {
		return err
	}
	var texts []string
	if err := json.Unmarshal(data, &texts); err != nil {
		return fmt.Errorf("%s: %w", list, err)
	}
	at, files, fields, taken := 0, 0, 0, 0
	used := map[string]int{}
	for _, kind := range []string{"charts", "layouts"} {
		names, err := exec.Command(program, kind).Output()
		if err != nil {
			return err
		}
		for line := range strings.Lines(string(names)) {
			name, _, found := strings.Cut(line, " ")
			if !found || name == "" {
				continue
			}
			text, err := exec.Command(program, kind, name).Output()
			if name == "auto" { // no chart of its own
				continue
			}
			if err != nil {
				return fmt.Errorf("%s %s: %w", kind, name, err)
			}
			_, rest, found := strings.Cut(string(text), "briefing.yaml\n\n")
			if !found {
				continue
			}
			e := example{dir: filepath.Join(folder, kind+"-"+name)}
			e.src, e.table, _ = strings.Cut(rest, "\nits table: numbers.csv\n\n")
			n, err := e.poison(texts, at, used)
			if err != nil {
				return fmt.Errorf("%s %s: %w", kind, name, err)
			}
			at += n[0]
			fields, taken, files = fields+n[0], taken+n[1], files+1
		}
	}
	var refused []string // wherever they were tried
	for _, t := range texts {
		if used[t] == 0 {
			refused = append(refused, strconv.Quote(t))
		}
	}
	if len(refused) > 2 {
		return fmt.Errorf("no field takes %s", strings.Join(refused, ", "))
	}
	if files < 30 || taken < fields/4 {
		return fmt.Errorf("%d files, %d of %d fields take a text: too few to show anything", files, taken, fields)
	}
	_, err = fmt.Fprintf(to, "%d of %d fields of %d examples take one of %d texts; the others refuse it, and all of them refuse %s\n", taken, fields, files, len(texts), strings.Join(refused, ", "))
	return err
}

// example is one of the program's.
type example struct{ dir, src, table string }

// poison writes the example's file and says how many fields there are and how many of them take a text.
func (e *example) poison(texts []string, at int, used map[string]int) (n [2]int, err error) {
	if err := os.MkdirAll(e.dir, 0o777); err != nil {
		return n, err
	}
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 1600, 900))); err != nil {
		return n, err
	}
	for name, data := range map[string][]byte{"numbers.csv": []byte(e.table), "image.png": picture.Bytes()} {
		if err := os.WriteFile(filepath.Join(e.dir, name), data, 0o666); err != nil {
			return n, err
		}
	}
	root, err := os.OpenRoot(e.dir)
	if err != nil {
		return n, err
	}
	defer root.Close()
	compile := func(set []outline.Setting, media ...scene.Medium) (*roadshow.Result, error) {
		return roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(e.src), Root: root, Set: set, Media: media})
	}
	var l diag.List
	var set []outline.Setting
	for _, path := range outline.Parse([]byte(e.src), "briefing.yaml", roadshow.Catalog(nil, nil), &l).Leaves() {
		n[0]++
		for try := range 2 { // one text may be refused where another is not
			one := outline.Setting{Path: path, Value: texts[(at+n[0]+7*try)%len(texts)]}
			r, err := compile(append(set, one), scene.Slides)
			if err != nil {
				return n, err
			}
			if !r.Failed {
				set = append(set, one)
				break
			}
		}
	}
	r, err := compile(set, scene.Document, scene.Slides)
	for err == nil && r.Failed && len(set) > 0 { // what only the document refuses
		set = set[:len(set)-1]
		r, err = compile(set, scene.Document, scene.Slides)
	}
	if err != nil {
		return n, err
	}
	n[1] = len(set)
	for _, s := range set {
		used[s.Value]++
	}
	file, err := os.Create(e.dir + ".html")
	if err != nil {
		return n, err
	}
	if err := html.Write(file, r.Files, html.Options{Notes: true}); err != nil {
		file.Close()
		return n, err
	}
	return n, file.Close()
}
