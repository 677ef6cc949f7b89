package truth

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"roadshow"
	"roadshow/data"
	"roadshow/render"
	"roadshow/scene"
)

var mutations = flag.Int("mutations", 300, "how many broken outlines TestBrokenOutlinesNeverPanicOrHang compiles")

// An author's file is wrong most of the time while it is written. Whatever is wrong with it, the program says so: it never
// panics, hangs, or writes a file from pages that it knows to be bad.
func TestBrokenOutlinesNeverPanicOrHang(t *testing.T) {
	rng := rand.New(rand.NewPCG(20230531, 1))
	starters := data.Starters()
	for i := range *mutations {
		name := starters[i%len(starters)].Name
		root, err := os.OpenRoot(filepath.Join("data", name))
		if err != nil {
			t.Fatal(err)
		}
		src, err := root.ReadFile("briefing.yaml")
		if err != nil {
			t.Fatal(err)
		}
		text, what := mutate(rng, string(src))
		done := make(chan error, 1)
		go func() { done <- compileMutant(text, root) }()
		select {
		case err = <-done:
		case <-time.After(30 * time.Second):
			err = fmt.Errorf("still compiling")
		}
		root.Close()
		if err != nil {
			file := filepath.Join(os.TempDir(), fmt.Sprintf("mutant-%s-%d.yaml", name, i))
			write(t, file, text)
			t.Fatalf("mutant %d of %s (%s), kept in %s: %v", i, name, what, file, err)
		}
	}
}

func compileMutant(text string, root *os.Root) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(text), Root: root, Media: []scene.Medium{scene.Document, scene.Slides}})
	if err != nil || r.Failed {
		return err
	}
	for _, f := range roadshow.Formats() {
		if f.Extra {
			continue
		}
		if _, err := r.Render(f, "x", render.Options{}); err != nil {
			return err
		}
	}
	return nil
}

// values are what authors and their tools put where something else belongs.
var values = []string{
	"", "null", "~", "true", "0", "-1", "1e400", "?", "n/a", "over 70%", "40 to 50 bn parameters", "2023-02-31", "$nowhere", "$$", "[]", "{}",
	"[a, b]", "{a: b}", "\"\"", "'it''s'", "*alias", "|", "岂凡超说大模型的门槛是四百亿参数", "😀 emoji", "\"\\u0007\\u202e\"", "**bold** [link](http://x) `code`",
	"[@crossroads]", "# heading", "a: b", "../../etc/passwd", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenanspruch",
}

// mutate makes one to three slips in an outline, and says which.
func mutate(rng *rand.Rand, text string) (mutant, what string) {
	lines := strings.Split(text, "\n")
	var did []string
	for range 1 + rng.IntN(3) {
		i := rng.IntN(len(lines))
		line := lines[i]
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		key, _, isKey := strings.Cut(line, ": ")
		slip := rng.IntN(9)
		switch slip {
		case 0:
			lines = append(lines[:i], lines[i+1:]...)
		case 1:
			lines = append(lines[:i+1], append([]string{line}, lines[i+1:]...)...)
		case 2:
			j := rng.IntN(len(lines))
			lines[i], lines[j] = lines[j], lines[i]
		case 3:
			lines[i] = strings.Repeat(" ", rng.IntN(12)) + strings.TrimLeft(line, " ")
		case 4:
			lines[i] = indent + strings.Repeat("words that go on ", 1+rng.IntN(300))
			if isKey {
				lines[i] = key + ": " + strings.Repeat("words that go on ", 1+rng.IntN(300))
			}
		case 5, 6:
			v := values[rng.IntN(len(values))]
			lines[i] = indent + v
			if isKey {
				lines[i] = key + ": " + v
			}
		case 7:
			n := min(len(lines)-i, 1+rng.IntN(30))
			lines = append(lines[:i+n], append(append([]string{}, lines[i:i+n]...), lines[i+n:]...)...)
		case 8:
			lines = lines[:max(i, 1)]
		}
		did = append(did, fmt.Sprintf("slip %d in line %d", slip, i+1))
		if len(lines) == 0 {
			lines = []string{""}
		}
	}
	return strings.Join(lines, "\n"), strings.Join(did, ", ")
}
