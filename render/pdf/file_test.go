package pdf

import (
	"bytes"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

func TestTheSameDeckGivesTheSameBytes(t *testing.T) {
	d := proseDeck(t, 4, true)
	d.Pages[1].Items = append(d.Pages[1].Items, sampleItems(newSetter(t))...)
	var want bytes.Buffer
	if err := Write(&want, d, Options{}); err != nil {
		t.Fatal(err)
	}
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			var got bytes.Buffer
			if err := Write(&got, d, Options{}); err != nil {
				t.Error(err)
			} else if !bytes.Equal(got.Bytes(), want.Bytes()) {
				t.Error("another run wrote other bytes")
			}
		})
	}
	wg.Wait()
}

func TestNothingIsPrinted(t *testing.T) {
	old := os.Stdout
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	os.Stdout = w
	said := make(chan []byte)
	go func() {
		b, _ := io.ReadAll(r)
		said <- b
	}()
	writeErr := Write(io.Discard, proseDeck(t, 1, true), Options{})
	broken := onePage(newSetter(t), newSetter(t).text("", scene.Sans, 10, 54, 100, "words"))
	broken.Fonts = []scene.FontFile{{Font: scene.Sans, Data: []byte("not a font at all")}}
	fontErr := Write(io.Discard, broken, Options{})
	os.Stdout = old
	w.Close()
	if b := <-said; len(b) > 0 {
		t.Errorf("printed %q", b)
	}
	if writeErr != nil || fontErr == nil {
		t.Errorf("good deck: %v; broken face: %v", writeErr, fontErr)
	}
}

func TestTheFileSaysWhatItIs(t *testing.T) {
	s := newSetter(t)
	d := onePage(s, s.text("", scene.Sans, 10, 54, 100, "words"))
	d.Meta = scene.Meta{Title: "Crossroads (2023) 岂凡超 \U0001F680", Author: "A\\B", Subject: "Models", Keywords: []string{"AI", "price"},
		Language: "zh", Date: "2023-05-12"}
	f := written(t, d)
	for k, want := range map[string]string{"Title": d.Meta.Title, "Author": "A\\B", "Subject": "Models", "Keywords": "AI, price",
		"Producer": "roadshow", "CreationDate": "D:20230512000000Z", "ModDate": "D:20230512000000Z"} {
		if f.Info[k] != want {
			t.Errorf("%s is %q, want %q", k, f.Info[k], want)
		}
	}
	if lang, _ := f.Catalog["Lang"].(pdftest.String); lang.Text() != "zh" {
		t.Errorf("language %q", lang.Text())
	}
	if v, _ := f.Catalog["ViewerPreferences"].(pdftest.Dict); v["DisplayDocTitle"] != true {
		t.Errorf("viewer preferences %v", v)
	}
	if f.Catalog["Names"] != nil {
		t.Errorf("empty name trees are left: %v", f.Catalog["Names"])
	}
	if id, _ := f.Trailer["ID"].(pdftest.Array); len(id) != 2 || id[0] != id[1] {
		t.Errorf("identity %v", f.Trailer["ID"])
	}
	if f.Pages[0].Dict["Group"] != nil {
		t.Error("the page is a transparency group")
	}
	if p := f.Pages[0]; !near(p.W, 595.28) || !near(p.H, 841.89) {
		t.Errorf("page %v × %v", p.W, p.H)
	}
}

func TestSourceDateEpochSetsTheDate(t *testing.T) {
	s := newSetter(t)
	var out bytes.Buffer
	at := time.Date(2024, 2, 29, 13, 4, 5, 0, time.FixedZone("", 3600))
	if err := Write(&out, onePage(s), Options{Date: at}); err != nil {
		t.Fatal(err)
	}
	f, err := pdftest.Open(out.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if f.Info["CreationDate"] != "D:20240229120405Z" {
		t.Errorf("date %q", f.Info["CreationDate"])
	}
	d := onePage(s)
	d.Meta.Date = ""
	if g := written(t, d); g.Info["CreationDate"] != "" {
		t.Errorf("a date nobody gave: %q", g.Info["CreationDate"])
	}
}

func TestBookmarksLeadToTheirItems(t *testing.T) {
	s := newSetter(t)
	d := onePage(s, s.text("a", scene.Sans, 10, 54, 100, "one"))
	d.Pages = append(d.Pages, scene.Page{ID: "two", Number: 2, Items: []scene.Item{
		&scene.Group{ID: "g", Items: []scene.Item{s.text("b", scene.Sans, 10, 54, 300, "two"), s.text("c", scene.Sans, 10, 54, 200, "three")}}}})
	d.Bookmarks = []scene.Bookmark{
		{Title: "First (1)", Level: 1, Target: "a"}, {Title: "B", Level: 0, Target: "b"}, {Title: "Group", Level: 2, Target: "g"},
		{Title: "C", Level: 1, Target: "c"}, {Title: "Page 岂", Level: 0, Target: "two"}}
	f := written(t, d)
	want := []pdftest.Bookmark{{Title: "First (1)", Page: 1, Top: 90}, {Title: "B", Page: 2, Top: 290}, {Title: "Group", Level: 1, Page: 2, Top: 190},
		{Title: "C", Level: 1, Page: 2, Top: 190}, {Title: "Page 岂", Page: 2, Top: 0}}
	if len(f.Outline) != len(want) || len(f.Pages) != 2 {
		t.Fatalf("%d pages, outline %+v", len(f.Pages), f.Outline)
	}
	for i, b := range f.Outline {
		if b.Title != want[i].Title || b.Level != want[i].Level || b.Page != want[i].Page || !near(b.Top, want[i].Top) {
			t.Errorf("bookmark %d is %+v, want %+v", i, b, want[i])
		}
	}
}

func TestLinksLeadToItemsAndAddresses(t *testing.T) {
	s := newSetter(t)
	a := s.run(scene.Sans, 10, 54, "see ")
	b := s.run(scene.Sans, 10, a.X+a.Width, "chapter ")
	c := s.run(scene.SansSemiBold, 10, b.X+b.Width, "two")
	e := s.run(scene.Sans, 10, c.X+c.Width, " or the web")
	b.Link, c.Link, e.Link = "#target", "#target", "https://example.org/岂(1)?a=b%20c"
	x := &scene.Text{Frame: scene.Rect{X: 54, Y: 90, W: 300, H: 14}, Lines: []scene.Line{{Baseline: 100, Runs: []scene.Run{a, b, c, e}}}}
	d := onePage(s, x)
	d.Pages = append(d.Pages, scene.Page{Items: []scene.Item{s.text("target", scene.Sans, 10, 54, 400, "here")}})
	links := written(t, d).Pages[0].Links
	if len(links) != 2 {
		t.Fatalf("%d links: %+v", len(links), links)
	}
	if k := links[0]; k.Page != 2 || !near(k.X, float64(b.X)) || !near(k.X+k.W, float64(c.X+c.Width)) || k.Alt != "chapter two" ||
		k.Y > 100 || k.Y+k.H < 100 || k.Top > 390 || k.Top < 370 {
		t.Errorf("inner link %+v", k)
	}
	if k := links[1]; k.URI != "https://example.org/%E5%B2%82%281%29?a=b%20c" || k.Page != 0 {
		t.Errorf("outer link %+v", k)
	}
}

// TestLinksLeadToEveryKindOfItem: to the top of an item of each kind, to a group's highest item, and to a page.
func TestLinksLeadToEveryKindOfItem(t *testing.T) {
	s := newSetter(t)
	items := sampleItems(s)
	for i, it := range items { // each at a height of its own
		down := scene.Pt(20 * i)
		switch it := it.(type) {
		case *scene.Image:
			it.Frame.Y += down
		case *scene.Art:
			it.Frame.Y += down
		case *scene.Table:
			it.Frame.Y += down
		case *scene.Chart:
			it.Frame.Y += down
		case *scene.Group:
			it.ID = "sample/group"
		}
	}
	for id, top := range map[string]float64{"sample/text": 90, "sample/image": 140, "sample/art": 160, "sample/group": 100, "sample/table": 200, "sample/chart": 220, "behind": 0} {
		r := s.run(scene.Sans, 10, 54, "there")
		r.Link = "#" + id
		d := onePage(s, &scene.Text{Frame: scene.Rect{X: 54, Y: 90, W: 300, H: 14}, Lines: []scene.Line{{Baseline: 100, Runs: []scene.Run{r}}}})
		d.Pages = append(d.Pages, scene.Page{ID: "behind", Items: items})
		links := written(t, d).Pages[0].Links
		if len(links) != 1 || links[0].Page != 2 || links[0].Top > top+0.5 || links[0].Top < top-12 {
			t.Errorf("%s: %+v, want a place at %v or a little above", id, links, top)
		}
	}
}

func TestWhatCannotBeWrittenIsAnError(t *testing.T) {
	s := newSetter(t)
	words := func(change func(*scene.Run)) *scene.Deck {
		x := s.text("x", scene.Sans, 10, 54, 100, "words")
		change(&x.Lines[0].Runs[0])
		return onePage(s, x)
	}
	nan := scene.Pt(0)
	nan /= nan
	cut := func(n int) *scene.Deck {
		d := words(func(*scene.Run) {})
		for _, f := range s.files {
			if f.Font == scene.Sans {
				f.Data = f.Data[:n]
				d.Fonts = []scene.FontFile{f}
			}
		}
		return d
	}
	for what, c := range map[string]struct {
		deck *scene.Deck
		says string
	}{
		"no pages":          {&scene.Deck{Size: scene.A4}, "no pages"},
		"no size":           {&scene.Deck{Pages: []scene.Page{{}}}, "page size"},
		"unknown face":      {words(func(r *scene.Run) { r.Font = "gothic" }), `face "gothic"`},
		"missing glyph":     {words(func(r *scene.Run) { r.Text = "w岂rds" }), "U+5C82"},
		"glyph beyond FFFF": {words(func(r *scene.Run) { r.Text = "w\U0001F680rds" }), "U+1F680"},
		"advances short":    {words(func(r *scene.Run) { r.Adv = r.Adv[:3] }), "advances"},
		"advances long":     {words(func(r *scene.Run) { r.Text = "wo" }), "advances"},
		"NaN":               {words(func(r *scene.Run) { r.X = nan }), "NaN"},
		"infinite size":     {words(func(r *scene.Run) { r.Size = 1 / (nan * 0) }), "NaN"},
		"unknown link":      {words(func(r *scene.Run) { r.Link = "#nowhere" }), "#nowhere"},
		"script link":       {words(func(r *scene.Run) { r.Link = "javascript:alert(1)" }), "web address"},
		"relative link":     {words(func(r *scene.Run) { r.Link = "page.html" }), "web address"},
		"no host":           {words(func(r *scene.Run) { r.Link = "https:///x" }), "no host"},
		"bookmark": {func() *scene.Deck {
			d := words(func(*scene.Run) {})
			d.Bookmarks = []scene.Bookmark{{Title: "B", Target: "q"}}
			return d
		}(), `"q"`},
		"date":              {func() *scene.Deck { d := words(func(*scene.Run) {}); d.Meta.Date = "12 May"; return d }(), "12 May"},
		"empty face":        {cut(0), "TrueType"},
		"face cut short":    {cut(5000), "outside the file"},
		"directory cut":     {cut(20), "cut short"},
		"no picture":        {onePage(s, &scene.Image{ID: "i", Format: "png", Frame: scene.Rect{W: 1, H: 1}}), "no picture"},
		"junk picture":      {onePage(s, &scene.Image{ID: "i", Format: "png", Data: []byte("\x89PNG\r\n\x1a\nxxxx"), Frame: scene.Rect{W: 1, H: 1}}), `image "i"`},
		"junk jpeg":         {onePage(s, &scene.Image{ID: "i", Format: "jpeg", Data: []byte("\xFF\xD8\xFF"), Frame: scene.Rect{W: 1, H: 1}}), `image "i"`},
		"gif":               {onePage(s, &scene.Image{ID: "i", Format: "gif", Data: []byte("GIF"), Frame: scene.Rect{W: 1, H: 1}}), "gif"},
		"path without move": {onePage(s, &scene.Shape{Path: scene.Path{Ops: []scene.Op{scene.LineTo}, Pts: []scene.Point{{}}}, Fill: paint(1)}), "move"},
		"path cut short":    {onePage(s, &scene.Shape{Path: scene.Path{Ops: []scene.Op{scene.MoveTo, scene.CurveTo}, Pts: []scene.Point{{}}}, Fill: paint(1)}), "points"},
		"unknown operator":  {onePage(s, &scene.Shape{Path: scene.Path{Ops: []scene.Op{scene.MoveTo, 77}, Pts: []scene.Point{{}}}, Fill: paint(1)}), "operator"},
		"nil item":          {onePage(s, nil), "<nil>"},
	} {
		t.Run(what, func(t *testing.T) {
			var out bytes.Buffer
			err := Write(&out, c.deck, Options{})
			if err == nil || !strings.Contains(err.Error(), c.says) {
				t.Errorf("error %v does not say %q", err, c.says)
			}
			if out.Len() > 0 {
				t.Errorf("%d bytes were written all the same", out.Len())
			}
		})
	}
}

func TestEmptyThingsAreNoErrors(t *testing.T) {
	s := newSetter(t)
	f := written(t, onePage(s, &scene.Text{}, &scene.Text{Lines: []scene.Line{{}, {Runs: []scene.Run{{}}}}}, &scene.Group{}, &scene.Shape{},
		&scene.Table{}, &scene.Chart{}, &scene.Group{Clip: &scene.Rect{}, Items: []scene.Item{&scene.Shape{}}}))
	if p := f.Pages[0]; len(p.Words) != 0 || len(p.Paths) != 0 {
		t.Errorf("something was drawn: %+v %+v", p.Words, p.Paths)
	}
}

func TestAFailedWriteIsReported(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	if err := Write(w, onePage(newSetter(t)), Options{}); err == nil {
		t.Error("the disk is full and nobody says so")
	}
}
