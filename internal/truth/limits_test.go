package truth_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"roadshow"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	"roadshow/scene"
)

// heldElsewhere are limits that no outline passes cheaply, or at all, with the test that meets each exactly and passes it by one.
var heldElsewhere = map[limits.ID]string{
	limits.Pages:          "page",
	limits.DrawnPixels:    "render/png",
	limits.Dashes:         "render/png",
	limits.ProofBytes:     "cmd/roadshow",
	limits.KeyBytes:       "cmd/roadshow",
	limits.ListBytes:      "cmd/roadshow",
	limits.ListYAML:       "distribute/recipients",
	limits.Recipients:     "distribute/recipients",
	limits.RecipientField: "distribute/recipients",
	limits.LedgerLine:     "distribute/ledger",
	limits.ShownBytes:     "cmd/roadshow",
	limits.ProblemsShown:  "internal/diag",
	limits.LineShown:      "internal/diag",
	limits.MessageShown:   "internal/diag",
}

// Each limit is met exactly, and not refused for it, then passed by one: the message and the hint are those of its row, at a place.
func TestWhatIsOneTooManyIsNamedWithTheLimitsFigure(t *testing.T) {
	inputs := limitInputs()
	for id := range limits.All() {
		_, here := inputs[limits.ID(id)]
		if _, elsewhere := heldElsewhere[limits.ID(id)]; here == elsewhere {
			t.Errorf("%s is passed by no input here, and nothing says where, or both", limits.ID(id).Row().Name)
		}
	}
	for id, make := range inputs {
		t.Run(id.Row().Name, func(t *testing.T) {
			if make(id.N()).dear != "" && testing.Short() {
				t.Skip(make(id.N()).dear)
			}
			if refused, others := passes(t, make(id.N()), id); refused {
				t.Errorf("%s is refused: %.600s", id.Row().Figure(), others)
			}
			if refused, others := passes(t, make(id.N()+1), id); !refused {
				t.Errorf("one more than %s is not refused for it: %.600s", id.Row().Figure(), others)
			}
		})
	}
}

// passes compiles an input and says whether a limit refuses it with its own words and hint, and all else that was said.
func passes(t *testing.T, in input, id limits.ID) (refused bool, said string) {
	dir := t.TempDir()
	for name, text := range in.files {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, size := range in.sparse {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(dir, name)), 0o755); err != nil {
			t.Fatal(err)
		}
		f, err := os.Create(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		err = f.Truncate(size)
		if err := errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(in.outline), Root: root, Media: []scene.Medium{scene.Slides}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range res.Problems.Problems() {
		if saysLimit(p.Summary, id) {
			if p.Severity != diag.Error || p.At.File == "" || p.At.Line < 1 || p.Hint != id.Hint() || !res.Failed {
				t.Errorf("it is refused without place or hint: %+v", p)
			}
			refused = true
		}
	}
	var b strings.Builder
	_ = diag.Write(&b, res.Problems.Problems(), diag.Options{Format: diag.Short})
	return refused, b.String()
}

// saysLimit finds the sentence of a limit in a message.
func saysLimit(summary string, id limits.ID) bool {
	row := id.Row()
	pattern := regexp.QuoteMeta(strings.ReplaceAll(row.Message, "{}", row.Figure()))
	for _, verb := range []string{"%s", "%q", "%d"} {
		pattern = strings.ReplaceAll(pattern, verb, ".+")
	}
	return regexp.MustCompile(pattern).MatchString(summary)
}

func names(n int) string {
	var b strings.Builder
	b.WriteString("n")
	for i := range n {
		fmt.Fprintf(&b, ",c%d", i)
	}
	return b.String()
}

func numbers(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%d ", i)
	}
	return b.String()
}
