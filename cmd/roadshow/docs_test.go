package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"roadshow"
	"roadshow/internal/diag"
)

const docs = "../../docs"

func quiet() streams {
	return streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard, env: func(string) string { return "" }}
}

func TestGeneratedReferencesAreCurrent(t *testing.T) {
	for name, want := range references(newRoot(quiet())) {
		got, err := os.ReadFile(filepath.Join(docs, filepath.FromSlash(name)))
		if err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/%s is not what the program says (%v): run make docs", name, err)
		}
	}
}

// The README's outline is promised to work: it is built here as a reader would.
func TestTheReadmesTenLinesBuild(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, after, ok := strings.Cut(string(text), "```yaml\n")
	outline, _, ok2 := strings.Cut(after, "```")
	if !ok || !ok2 {
		t.Fatal("the README has no outline")
	}
	if n := strings.Count(outline, "\n"); n > 10 {
		t.Errorf("the README's ten lines are %d", n)
	}
	var problems bytes.Buffer
	s := quiet()
	s.in, s.err = strings.NewReader(outline), &problems
	t.Chdir(t.TempDir())
	if code := run([]string{"build", "-", "--strict"}, s); code != exitFine || problems.Len() > 0 {
		t.Errorf("code %d\n%s", code, problems.String())
	}
	if _, err := os.Stat("out/briefing.pdf"); err != nil {
		t.Error(err)
	}
}

// Whatever the README and the references say a command does must exist.
func TestTheReadmeNamesOnlyCommandsAndFlagsThatExist(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	reference := string(commandsReference(newRoot(quiet())))
	for _, word := range strings.FieldsFunc(string(text), func(r rune) bool { return strings.ContainsRune(" \n`(),:;[]=", r) }) {
		if strings.HasPrefix(word, "--") && len(word) > 3 && word[2] >= 'a' && !strings.Contains(reference, word) {
			t.Errorf("the README names %s, which no command has", word)
		}
	}
	for _, name := range []string{"build", "check", "new", "layouts", "charts", "looks", "schema", "completion", "version"} {
		if !strings.Contains(reference, "## roadshow "+name+"\n") {
			t.Errorf("there is no command %s", name)
		}
	}
}

func TestEveryBlockAndFieldIsDocumented(t *testing.T) {
	shapes := roadshow.Shapes()
	if len(shapes.Blocks) < 15 {
		t.Errorf("only %d layouts", len(shapes.Blocks))
	}
	for _, k := range shapes.Blocks {
		if k.Summary == "" || strings.HasSuffix(k.Summary, ".") {
			t.Errorf("%s: summary %q: want one line without a full stop", k.Name, k.Summary)
		}
		if k.Shape == nil {
			continue
		}
		for _, r := range fieldRows(k.Shape) {
			if r.doc == "" && r.depth == 0 {
				t.Errorf("%s: %s has no words that explain it", k.Name, r.name)
			}
		}
	}
}

func TestHelpOfEveryCommandFitsATerminal(t *testing.T) {
	for _, c := range newRoot(quiet()).Commands() {
		for line := range strings.Lines(c.Long + "\n" + c.Example) {
			if n := len([]rune(strings.TrimSpace(line))); n > 120 {
				t.Errorf("%s: a line of %d characters", c.Name(), n)
			}
		}
		if c.Short == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: short text %q", c.Name(), c.Short)
		}
	}
}

func TestTextFromOutsideIsEscapedOnce(t *testing.T) {
	var b bytes.Buffer
	s := quiet()
	s.err = &b
	if code := run([]string{"build", "no\x1b[31mwhere"}, s); code != exitUsage {
		t.Errorf("code %d", code)
	}
	if got := b.String(); strings.Contains(got, "\x1b") || !strings.Contains(got, diag.Escape("no\x1b[31mwhere")) {
		t.Errorf("%q", got)
	}
}
