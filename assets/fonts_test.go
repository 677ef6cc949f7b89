package assets

import (
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow/scene"
)

func TestEmbeddedFacesAreTheListedFiles(t *testing.T) {
	sums, err := os.ReadFile("fonts/SHA256SUMS")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{} // sum → file
	for line := range strings.Lines(string(sums)) {
		sum, name, _ := strings.Cut(strings.TrimSpace(line), "  ")
		files[sum] = name
	}
	if len(files) != len(Fonts()) {
		t.Errorf("SHA256SUMS lists %d files, %d faces are embedded", len(files), len(Fonts()))
	}
	for _, name := range Fonts() {
		sum := fmt.Sprintf("%x", sha256.Sum256(Font(name).Data))
		if files[sum] == "" {
			t.Errorf("%s: its bytes are none of the listed files", name)
		}
		delete(files, sum)
	}
	found, _ := filepath.Glob("fonts/*.ttf")
	if len(found) != len(Fonts()) {
		t.Errorf("%d font files in the folder, %d embedded", len(found), len(Fonts()))
	}
}

func TestFacesAreSharedNotCopied(t *testing.T) {
	if n := testing.AllocsPerRun(10, func() {
		for _, f := range []scene.Font{scene.SerifLight, scene.Sans, scene.HanSerif} {
			if len(Font(f).Data) == 0 {
				t.Fatal("no data")
			}
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
	a, b := Font(scene.HanSans).Data, Font(scene.HanSans).Data
	if &a[0] != &b[0] {
		t.Error("two calls give two copies")
	}
}

func TestEveryFaceHasItsFamilyAndWeight(t *testing.T) {
	for font, want := range map[scene.Font]string{
		scene.SerifLight: "Source Serif 4 300 false", scene.SerifItalic: "Source Serif 4 400 true",
		scene.SansMedium: "IBM Plex Sans 500 false", scene.SansItalic: "IBM Plex Sans 400 true",
		scene.CondSemiBold: "IBM Plex Sans Condensed 600 false", scene.HanSerif: "Noto Serif SC 600 false", scene.HanSerifRegular: "Noto Serif SC 400 false",
		scene.HanSans: "Noto Sans SC 400 false",
	} {
		f := Font(font)
		if got := fmt.Sprint(f.Family, " ", f.Weight, " ", f.Italic); got != want || f.Font != font {
			t.Errorf("%s: %s, want %s", font, got, want)
		}
	}
}

func TestEveryFamilyHasItsLicence(t *testing.T) {
	for _, name := range []string{"OFL-SourceSerif4.txt", "OFL-IBMPlex.txt", "OFL-NotoSerifSC.txt", "OFL-NotoSansSC.txt"} {
		text, err := os.ReadFile(filepath.Join("fonts", name))
		if err != nil || !strings.Contains(string(text), "SIL Open Font License") {
			t.Errorf("%s: %v", name, err)
		}
	}
}
