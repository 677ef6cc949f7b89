package truth

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow"
	"roadshow/internal/cputime"
	"roadshow/render"
	"roadshow/scene"
)

const tinyOutline = `title: Glass
date: 2025-03-31
sources:
  glass: {title: Glass, file: t.txt}
people: {lee: {name: Ann Lee}}
data:
  shares: {file: d.csv, source: glass}
figures:
  worth: {label: of glass a year, value: about $80m, excerpt: about $80 million worth}
  half: {label: half of it, formula: worth / 2}
themes:
  - name: One
    claim: The plant leads its rival
    argument: {file: t.md}
    evidence:
      - quote: {text: We begged for sand, by: lee, credit: Ann Lee said}
      - chart: {title: The plant makes most of the glass, kind: bar, data: shares}
      - kpis: {items: [worth, half]}
`

// FuzzPipeline: whatever a folder holds, compiling ends in problems or in pages that every format can draw.
func FuzzPipeline(f *testing.F) {
	dir := f.TempDir()
	f.Add(tinyOutline, "Maker,Share\nPlant,70%\nRival,20%\n", "It is *worth* $worth [@glass].\n\n- a\n- b\n", "about $80 million worth. \"We begged for sand,\" Ann Lee said.")
	f.Add(strings.ReplaceAll(tinyOutline, "kind: bar", "kind: line"), "Year,Share\n2021,1\n2022,2\n", "# x\n", "")
	f.Add("title: A\ndate: 2025\nthemes:\n  - name: One\n    claim: C\n    evidence:\n      - table: {title: T, columns: [{head: A}, {head: B, type: bar}], rows: [[a, 1], [b, 2]]}\n      - timeline: {title: T, events: [{date: 2021, title: a}, {date: 2022, title: b}]}\n", "", "", "")
	f.Add("title: A\ndate: 2025\nlanguage: zh\nthemes:\n  - name: 一\n    claim: 二\n    evidence:\n      - statement: {text: 岂凡超说大模型}\n      - risks: {title: R, items: [{risk: a, mitigation: b}]}\n", "", "", "")
	f.Fuzz(func(t *testing.T, outline, csv, md, text string) {
		defer cputime.Bound(t)()
		for name, body := range map[string]string{"d.csv": csv, "t.md": md, "t.txt": text} {
			if err := os.WriteFile(filepath.Join(dir, name), []byte(body), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		drawnFrom(t, dir, outline)
	})
}

// FuzzBrand: whatever a brand file says, its briefing ends in problems or in pages that every format can draw.
func FuzzBrand(f *testing.F) {
	dir := f.TempDir()
	for _, s := range []string{"name: A house\ncolors: {accent: \"#123456\"}\nfooter: A footer\ndisclaimer: Words.\n", "palette: \"#aa0000\"\n", "fonts: fonts\nlogo: logo.svg\n", "logo: {file: l.png}\n", "colors: [a]\n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, brand string) {
		defer cputime.Bound(t)()
		if err := os.WriteFile(filepath.Join(dir, "brand.yaml"), []byte(brand), 0o600); err != nil {
			t.Fatal(err)
		}
		drawnFrom(t, dir, "title: A\ndate: 2025\nbrand: brand.yaml\nthemes:\n  - {name: One, claim: C}\n")
	})
}

// drawnFrom builds both media and writes their files.
func drawnFrom(t *testing.T, dir, outline string) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(outline), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range r.Problems.Problems() {
		if p.Summary == "" || p.At.Line < 1 || p.At.Col < 1 || !utf8.ValidString(p.Summary+p.Hint) {
			t.Errorf("%+v", p)
		}
		if p.Code == "E-GEOMETRY" {
			t.Errorf("an author's slip is said to be a fault of the program: %s %s", p.Code, p.Summary)
		}
	}
	if r.Failed {
		return
	}
	for _, f := range roadshow.Formats() {
		if f.Extra {
			continue
		}
		files, err := r.Render(f, "x", render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			if begins := map[string]string{".pdf": "%PDF-", ".html": "<!DOCTYPE html>", ".pptx": "PK\x03\x04"}[f.Ext]; begins == "" || !bytes.HasPrefix(file.Data, []byte(begins)) {
				t.Errorf("%s begins with %.8q", file.Name, file.Data)
			}
		}
	}
}
