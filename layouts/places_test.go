package layouts

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/page"
	"roadshow/scene"
)

// sampled is a briefing of the data folder as a document.
func sampled(t *testing.T, name, pg string) *scene.Deck {
	t.Helper()
	dir := filepath.Join("..", "data", name)
	src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	if pg != "" {
		src = append([]byte("page: "+pg+"\n"), src...)
	}
	d, _ := compiled(t, nil, src, dir)
	return d
}

// texts are all texts of a page by id.
func texts(items []scene.Item, into map[string]*scene.Text) map[string]*scene.Text {
	for _, it := range items {
		switch it := it.(type) {
		case *scene.Group:
			texts(it.Items, into)
		case *scene.Text:
			into[it.ID] = it
		}
	}
	return into
}

func TestContentsNameThePagesBehindTheThemes(t *testing.T) {
	d := sampled(t, "crossroads", "")
	list := texts(d.Pages[1].Items, map[string]*scene.Text{})
	ids := []string{"back.risks", "back.signals", "back.method", "back.voices", "back.questions"}
	for i, id := range ids {
		pg := list["contents/back"+page.Itoa(i+1)+"/page"]
		if pg == nil {
			t.Fatalf("the contents do not list %s", id)
		}
		want := 0
		for _, p := range d.Pages[2:] {
			for name := range texts(p.Items, map[string]*scene.Text{}) {
				if want == 0 && (name == id || strings.HasPrefix(name, id+"/")) {
					want = p.Number
				}
			}
		}
		if got := pg.Lines[0].Runs[0].Text; got != page.Itoa(want) {
			t.Errorf("the contents say that %s stands on page %s; it stands on %d", id, got, want)
		}
	}
}

func TestConsequencesFollowTheEvidence(t *testing.T) {
	for _, pg := range []string{"a4", "letter"} {
		d := sampled(t, "crossroads", pg)
		last := map[int]int{} // theme → its last page
		for _, p := range d.Pages {
			last[p.Theme] = p.Number
		}
		for _, p := range d.Pages {
			for id := range texts(p.Items, map[string]*scene.Text{}) {
				if th, ok := strings.CutSuffix(id, "/so-what"); ok && p.Theme > 0 && !strings.Contains(th, ".") && p.Number < last[p.Theme]-1 {
					t.Errorf("%s: %s stands on page %d of a theme that ends on %d", pg, id, p.Number, last[p.Theme])
				}
			}
		}
	}
}
