package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"strings"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// stretched are what no author should write where a word or a number is asked for.
func stretched() [][2]string {
	times := strings.Repeat
	quoted := func(s string) string { return `"` + s + `"` }
	return [][2]string{
		{"a word of 300", quoted(times("w", 300))}, {"2,000 words", quoted(times("words ", 2000))}, {"40 items", "[" + times("item, ", 39) + "item]"},
		{"empty", `""`}, {"null", "null"}, {"only marks", quoted("** __ [] ()")}, {"only digits", quoted(times("12345 ", 20))}, {"han", quoted(times("百模大战", 60))},
		{"right to left", quoted(times("مرحبا בעולם ", 20))}, {"marks that combine", quoted(times("e\u0301\u0323\u0302", 60))},
		{"huge", quoted(times("9", 39))}, {"negative", "-12345.678"}, {"zero", "0"}, {"no number", "n/a"}, {"infinite", ".inf"}, {"not a number", ".nan"},
	}
}

// TestAStretchedFieldIsDrawnOrRefused puts each of them into each field of each example: it builds, or is refused in words, with a
// place; it is never a fault of the program.
func TestAStretchedFieldIsDrawnOrRefused(t *testing.T) {
	picture, err := samples.ReadFile("samples/layouts/image.png")
	if err != nil {
		t.Fatal(err)
	}
	step, n, tried, built := 23, 0, 0, 0
	if testing.Short() {
		step = 199
	}
	for _, s := range allSamples() {
		var b bytes.Buffer
		run := runLayouts
		if s[0] == "charts" {
			run = runCharts
		}
		if err := run(streams{out: &b}, []string{s[1]}); err != nil {
			t.Fatal(err)
		}
		_, rest, _ := strings.Cut(b.String(), "briefing.yaml\n\n")
		src, table, _ := strings.Cut(rest, "\nits table: numbers.csv\n\n")
		dir := t.TempDir()
		for name, data := range map[string][]byte{"numbers.csv": []byte(table), "image.png": picture} {
			if err := os.WriteFile(path.Join(dir, name), data, 0o600); err != nil {
				t.Fatal(err)
			}
		}
		root, err := os.OpenRoot(dir)
		if err != nil {
			t.Fatal(err)
		}
		var l diag.List
		for _, at := range outline.Parse([]byte(src), "briefing.yaml", roadshow.Catalog(nil, nil), &l).Leaves() {
			for _, v := range stretched() {
				how, value := v[0], v[1]
				if n++; (n*7919)%step != 0 { // every step-th, spread over all kinds
					continue
				}
				tried++
				name := fmt.Sprintf("%s %s, %s: %s", s[0], s[1], at, how)
				res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Set: []outline.Setting{{Path: at, Value: value}}, Media: []scene.Medium{scene.Document, scene.Slides}})
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				for _, p := range res.Problems.Problems() {
					if said := p.Summary + " " + p.Hint; strings.Contains(said, "a fault of roadshow") || p.Code == "E-GEOMETRY" {
						t.Errorf("%s: a fault: %s", name, said)
					} else if p.Severity == diag.Error && (p.At.Line < 1 || p.Summary == "") {
						t.Errorf("%s: no place: %+v", name, p)
					}
				}
				if !res.Failed {
					built++
				}
				if res.Machine != nil {
					t.Errorf("%s: %v", name, res.Machine)
				}
			}
		}
		root.Close()
	}
	if built < tried/4 || built == tried {
		t.Errorf("%d of %d built: the fields are not reached", built, tried)
	}
	t.Logf("%d of %d tried, %d built", tried, n, built)
}

// allSamples are the folder and the name of each example.
func allSamples() (out [][2]string) {
	for _, k := range charts.Catalog() {
		out = append(out, [2]string{"charts", k.Name})
	}
	for _, name := range blockNames() {
		out = append(out, [2]string{"layouts", name})
	}
	return out
}
