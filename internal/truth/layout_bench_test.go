package truth

import (
	"math/rand/v2"
	"testing"

	"roadshow"
	"roadshow/assets"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/layouts"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// BenchmarkLayout lays out a document of 78 pages like real ones, and one theme of 20, as a build does: with faces that are read anew.
// ms are of the processor's time, of all that runs in the process.
func BenchmarkLayout(b *testing.B) {
	for _, c := range []struct {
		name                     string
		themes, paragraphs, more int
	}{{"78pages", 41, 3, 5}, {"theme", 1, 75, 1}} {
		b.Run(c.name, func(b *testing.B) {
			r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(likeRealOf(rand.New(rand.NewPCG(78, 78)), 78, c.themes, c.paragraphs, c.more)), Media: []scene.Medium{scene.Document}})
			if err != nil || r.Files.Document == nil {
				b.Fatal(err, problems(r))
			}
			look, err := assets.LoadLook(r.Briefing.Look)
			if err != nil {
				b.Fatal(err)
			}
			var pages int
			took := cputime.Of(func() {
				for b.Loop() {
					d := page.Document(r.Briefing, page.Options{Layouts: layouts.Catalog(), Look: look, Fonts: typeset.New(nil)}, &diag.List{})
					pages = len(d.Pages)
				}
			})
			b.ReportMetric(float64(pages), "pages")
			b.ReportMetric(float64(took.Milliseconds())/float64(b.N), "ms/op")
		})
	}
}
