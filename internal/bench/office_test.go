package main

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"roadshow"
	"roadshow/render"
	"roadshow/scene"
)

// BenchmarkPresentation writes 20 slides with 8 charts as a presentation: what it costs beyond laying them out, in CPU time, and how
// large it is.
func BenchmarkPresentation(b *testing.B) {
	folder := filepath.Join(b.TempDir(), "deck")
	if err := writeDeck(folder, 1); err != nil {
		b.Fatal(err)
	}
	src, err := os.ReadFile(filepath.Join(folder, "briefing.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	root, err := os.OpenRoot(folder)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{scene.Office}})
	if err != nil || r.Failed {
		b.Fatal(err, r.Problems.Problems())
	}
	format, _ := render.Find("pptx")
	size := 0
	spent := func() float64 {
		var use syscall.Rusage
		if err := syscall.Getrusage(syscall.RUSAGE_SELF, &use); err != nil {
			b.Fatal(err)
		}
		return float64(use.Utime.Nano()+use.Stime.Nano()) / 1e6
	}
	before := spent()
	for b.Loop() {
		files, err := r.Render(format, "deck", render.Options{})
		if err != nil || len(files) != 1 {
			b.Fatal(err)
		}
		size = len(files[0].Data)
	}
	b.ReportMetric((spent()-before)/float64(b.N), "CPU-ms/op")
	b.ReportMetric(float64(size)/1000, "KB")
	b.ReportMetric(float64(len(r.Files.Office.Pages)), "slides")
}
