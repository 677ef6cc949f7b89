package main

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"roadshow"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestEveryPrintedExampleBuilds takes what `charts KIND` and `layouts NAME` print and lays it out as a stranger would, from
// nothing but the printed words.
func TestEveryPrintedExampleBuilds(t *testing.T) {
	picture, err := samples.ReadFile("samples/layouts/image.png")
	if err != nil {
		t.Fatal(err)
	}
	try := func(folder, name, printed string) {
		dir := t.TempDir()
		_, rest, ok := strings.Cut(printed, "briefing.yaml\n\n")
		if !ok {
			t.Fatalf("%s %s prints no outline", folder, name)
		}
		src, table, _ := strings.Cut(rest, "\nits table: numbers.csv\n\n")
		if err := os.WriteFile(dir+"/numbers.csv", []byte(table), 0o666); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(dir+"/image.png", picture, 0o666); err != nil {
			t.Fatal(err)
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range r.Problems.Problems() {
			if p.Severity == diag.Error {
				t.Errorf("%s %s: line %d: %s\n%s", folder, name, p.At.Line, p.Summary, src)
			}
		}
	}
	for _, k := range charts.Catalog() {
		var b bytes.Buffer
		if err := runCharts(streams{out: &b}, []string{k.Name}); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(b.String(), "its data: "+k.Columns) {
			t.Errorf("%s does not say what its data are", k.Name)
		}
		try("charts", k.Name, b.String())
	}
	for _, name := range blockNames() {
		var b bytes.Buffer
		if err := runLayouts(streams{out: &b}, []string{name}); err != nil {
			t.Fatal(err)
		}
		try("layouts", name, b.String())
	}
}
