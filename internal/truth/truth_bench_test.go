package truth_test

import (
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"roadshow"
	"roadshow/data"
	"roadshow/render"
	"roadshow/scene"
)

// BenchmarkChecks is the flagship's build as a document, and what part of it the checks take: quotations, excerpts and
// numbers held against their source, and the finished pages examined. They may add 15%.
func BenchmarkChecks(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "crossroads")
	if err := os.CopyFS(dir, data.FS("crossroads")); err != nil {
		b.Fatal(err)
	}
	checksOf(b, dir)
}

// BenchmarkChecksWithTheText is the same on the disk of somebody who has the article, where the proofs are checked as well.
func BenchmarkChecksWithTheText(b *testing.B) {
	if _, err := os.Stat(articleFile); err != nil {
		b.Skip("the article is not at hand")
	}
	checksOf(b, "data/crossroads")
}

func checksOf(b *testing.B, dir string) {
	src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
	if err != nil {
		b.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		b.Fatal(err)
	}
	defer root.Close()
	document, _ := render.Find("document")
	var checks, rest time.Duration
	for b.Loop() {
		res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{scene.Document}, Now: time.Now})
		if err != nil || res.Failed {
			b.Fatal(err, res.Problems.Problems())
		}
		files, err := res.Render(document, "x", render.Options{})
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.Discard.Write(files[0].Data); err != nil {
			b.Fatal(err)
		}
		for _, s := range res.Stages {
			if s.Name == "prove" || s.Name == "check" {
				checks += s.Took
			} else {
				rest += s.Took
			}
		}
	}
	b.ReportMetric(float64(checks)/float64(rest)*100, "%checks")
}
