package readback

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/render"
	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

// chartCase is one chart of an outline: a kind, a CSV file, and further keys of the block.
type chartCase struct {
	name, kind, csv string
	more            string // YAML, one key a line
}

func titleOf(i int) string { return fmt.Sprintf("Table %d is drawn as it stands", i+1) }

// builtPDF is a medium's file, taken apart.
type builtPDF struct {
	medium string
	pdf    *pdftest.File
	warned map[int]bool // charts, in their order, of which a warning says that labels have no room
}

// readbackFiles builds an outline with a chart for each case, through the public pipeline, and reads both files.
func readbackFiles(t *testing.T, cases []chartCase) []builtPDF {
	t.Helper()
	dir := t.TempDir()
	var data, charts strings.Builder
	for i, c := range cases {
		fmt.Fprintf(&data, "  d%d: {file: d%d.csv}\n", i, i)
		fmt.Fprintf(&charts, "      - chart:\n          title: %s\n          kind: %s\n          data: d%d\n", titleOf(i), c.kind, i)
		for line := range strings.Lines(c.more) {
			charts.WriteString("          " + strings.TrimRight(line, "\n") + "\n")
		}
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("d%d.csv", i)), []byte(c.csv), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	src := "title: Read back\ndate: 2025-03-31\ndata:\n" + data.String() +
		"themes:\n  - name: Charts\n    claim: What is drawn is what the table says\n    evidence:\n" + charts.String()
	return buildPDFs(t, dir, src)
}

// buildPDFs compiles an outline and reads the files of both media.
func buildPDFs(t *testing.T, dir, src string) (out []builtPDF) {
	t.Helper()
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
	if err != nil {
		t.Fatal(err)
	}
	warned := map[int]bool{}
	for _, p := range res.Problems.Problems() {
		if p.Code == "W-LABEL" {
			head := strings.Join(strings.SplitAfter(src, "\n")[:p.At.Line], "")
			warned[strings.Count(head, "- chart:")-1] = true
		}
		if p.Severity == diag.Error {
			t.Fatalf("%s:%d:%d: %s: %s\n%s", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary, src)
		}
	}
	for _, f := range roadshow.Formats() {
		if f.Extra || f.Ext != ".pdf" {
			continue
		}
		files, err := res.Render(f, "x", render.Options{})
		if err != nil {
			t.Fatal(err)
		}
		pdf, err := pdftest.Open(files[0].Data)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		out = append(out, builtPDF{f.Name, pdf, warned})
	}
	return out
}
