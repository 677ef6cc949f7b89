package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/charts"
	"roadshow/scene"
)

func kindNames() (names []string) {
	for _, k := range charts.Catalog() {
		names = append(names, k.Name)
	}
	return names
}

func TestEveryKindAndLayoutHasItsSampleAndNoOther(t *testing.T) {
	for folder, names := range map[string][]string{"charts": kindNames(), "layouts": blockNames()} {
		entries, err := samples.ReadDir("samples/" + folder)
		if err != nil {
			t.Fatal(err)
		}
		var have []string
		for _, e := range entries {
			name, ok := strings.CutSuffix(e.Name(), ".yaml")
			if ok {
				have = append(have, name)
			} else if name, ok = strings.CutSuffix(e.Name(), ".csv"); ok && !slices.Contains(names, name) {
				t.Errorf("%s: %s belongs to no sample", folder, e.Name())
			}
		}
		want := slices.Sorted(slices.Values(names))
		if !slices.Equal(have, want) {
			t.Errorf("%s: there are samples of\n%v, not of\n%v", folder, have, want)
		}
	}
}

// TestEverySampleSaysThatItIsOne compiles every sample in every look: without a warning, on both media, and with its sticker
// on the page that is shown.
func TestEverySampleSaysThatItIsOne(t *testing.T) {
	root, done, err := sampleFiles()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(done)
	for folder, names := range map[string][]string{"charts": kindNames(), "layouts": blockNames()} {
		for _, name := range names {
			t.Run(folder+"/"+name, func(t *testing.T) {
				t.Parallel()
				s, err := readSample(folder, name)
				if err != nil {
					t.Fatal(err)
				}
				layout := name
				if folder == "charts" {
					layout = "chart"
					if !strings.Contains(s.block, "\n  kind: "+name+"\n") {
						t.Errorf("the sample draws another kind:\n%s", s.block)
					}
				}
				if !strings.HasPrefix(s.block, layout+":\n") || !strings.HasSuffix(s.block, "\n  sticker: sample\n") {
					t.Errorf("the sample is no %s with the sticker at its end:\n%s", layout, s.block)
				}
				for _, look := range assets.Looks() {
					res, err := s.compile(look, root)
					if err != nil {
						t.Errorf("%s: %v", look, err)
						continue
					}
					for _, d := range []*scene.Deck{res.Files.Slides, res.Files.Document} {
						at := s.page(d)
						if at < 0 {
							t.Errorf("%s: the block stands on no page of the %s", look, d.Medium)
							continue
						}
						if words := wordsOf(d.Pages[at].Items); !strings.Contains(words, "Sample") && !strings.Contains(words, "Every name and number is made up") {
							t.Errorf("%s, %s: the page does not say that it is a sample:\n%s", look, d.Medium, words)
						}
					}
				}
			})
		}
	}
}

func wordsOf(items []scene.Item) string {
	var b strings.Builder
	scene.Walk(items, func(it scene.Item) {
		if text, ok := it.(*scene.Text); ok {
			for _, l := range text.Lines {
				for _, r := range l.Runs {
					b.WriteString(r.Text)
				}
				b.WriteString(" ")
			}
		}
	})
	return b.String()
}

// TestAGalleryNamesOnlyWhatStandsBesideIt draws two entries of each gallery, twice.
func TestAGalleryNamesOnlyWhatStandsBesideIt(t *testing.T) {
	link := regexp.MustCompile(`(?:src|href)="([^"]*)"`)
	for folder, c := range map[string]struct {
		names []string
		draw  drawSample
		files int
	}{
		"charts":  {[]string{"grouped", "mekko"}, drawExhibit, 1 + 2*2*len(assets.Looks())},
		"layouts": {[]string{"image", "people"}, drawPages, 1 + 2*2*len(assets.Looks())},
	} {
		var before map[string]string
		for range 2 {
			dir := t.TempDir()
			var out bytes.Buffer
			var rows [][2]string
			for _, n := range c.names {
				rows = append(rows, [2]string{n, "a <form> & its use"})
			}
			if err := writeGallery(streams{out: &out}, dir, folder, galleryOf("A & B", "Intro", rows), c.draw); err != nil {
				t.Fatal(err)
			}
			have := map[string]string{}
			entries, err := os.ReadDir(dir)
			if err != nil {
				t.Fatal(err)
			}
			for _, e := range entries {
				data, err := os.ReadFile(filepath.Join(dir, e.Name()))
				if err != nil {
					t.Fatal(err)
				}
				have[e.Name()] = string(data)
				switch filepath.Ext(e.Name()) {
				case ".svg":
					wellFormed(t, e.Name(), data)
				case ".png":
					if !bytes.HasPrefix(data, []byte("\x89PNG")) {
						t.Errorf("%s is no PNG", e.Name())
					}
				}
			}
			if len(have) != c.files {
				t.Errorf("%s: %d files, not %d", folder, len(have), c.files)
			}
			page := have["index.html"]
			named := map[string]bool{"index.html": true}
			for _, m := range link.FindAllStringSubmatch(page, -1) {
				if inner, ok := strings.CutPrefix(m[1], "#"); ok {
					if !strings.Contains(page, `id="`+inner+`"`) {
						t.Errorf("%s: %s leads nowhere", folder, m[1])
					}
					continue
				}
				if have[m[1]] == "" {
					t.Errorf("%s: the page names %s, which is not there", folder, m[1])
				}
				named[m[1]] = true
			}
			for name := range have {
				if !named[name] {
					t.Errorf("%s: the page does not name %s", folder, name)
				}
				if before != nil && before[name] != have[name] {
					t.Errorf("%s: drawn twice, %s differs", folder, name)
				}
			}
			if !strings.Contains(page, "a &lt;form&gt; &amp; its use") || !strings.Contains(page, "sticker: sample") || strings.Contains(page, "http:") || strings.Contains(page, "https:") {
				t.Errorf("%s: the page is not what it should be:\n%s", folder, page)
			}
			before = have
		}
	}
}

func wellFormed(t *testing.T, name string, data []byte) {
	dec := xml.NewDecoder(bytes.NewReader(data))
	for {
		if _, err := dec.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
	}
}
