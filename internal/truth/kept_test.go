package truth

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow"
	"roadshow/render"
	"roadshow/scene"
)

// TestWhatIsKeptChangesNoByte builds a briefing again and again, as --watch does, after changes that people make: a word, the look, the
// language, a name that no line may part, a face of the brand, a whole theme out and in again, an outline that fails. Each time the files
// are those of a build that keeps nothing.
func TestWhatIsKeptChangesNoByte(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("data/crossroads")); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "fonts"), 0o700); err != nil {
		t.Fatal(err)
	}
	for name, from := range map[string]string{"fonts/Plex.ttf": "assets/fonts/IBMPlexSans_400Regular.ttf", "fonts/Serif.ttf": "assets/fonts/SourceSerif4_400Regular.ttf"} {
		data, err := os.ReadFile(from)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "brand.yaml"), []byte("fonts: {folder: fonts, serif: IBM Plex Sans, sans: Source Serif 4}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	plain := string(src)
	build := func(src string, kept *roadshow.Kept) (out []byte) {
		t.Helper()
		r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}, Kept: kept})
		if err != nil {
			t.Fatal(err)
		}
		if r.Failed {
			return nil
		}
		for _, name := range []string{"document", "slides"} {
			f, _ := render.Find(name)
			files, err := r.Render(f, "x", render.Options{})
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, files[0].Data...)
		}
		return out
	}
	first := strings.Index(plain, "\nthemes:")
	if first < 0 {
		t.Fatal("the starter has no themes")
	}
	head, rest := plain[:first+1], plain[first+1:]
	steps := []struct{ what, src string }{
		{"as it is", plain},
		{"the same again", plain},
		{"one word", strings.Replace(plain, " the ", " that ", 1)},
		{"another look", head + "look: ink\n" + rest},
		{"German", head + "language: de\n" + rest},
		{"the other paper", head + "page: letter\n" + rest},
		{"a brand's face", head + "brand: brand.yaml\n" + rest},
		{"nothing that compiles", head + "themes: 7\n"},
		{"as at the start", plain},
	}
	kept := &roadshow.Kept{}
	for _, s := range steps {
		warm, cold := build(s.src, kept), build(s.src, nil)
		if !bytes.Equal(warm, cold) {
			t.Errorf("%s: %d bytes, without what is kept %d", s.what, len(warm), len(cold))
		}
		if (cold == nil) != (s.what == "nothing that compiles") && s.what != "German" {
			t.Errorf("%s: built %v", s.what, cold != nil)
		}
	}
}
