package data

import (
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func TestStartersAreListedByNameWithASummary(t *testing.T) {
	list := Starters()
	var names []string
	for _, s := range list {
		names = append(names, s.Name)
		if n := len(s.Summary); n < 20 || n > 160 || strings.HasSuffix(s.Summary, ".") {
			t.Errorf("%s: summary %q: want one line of 20 to 160 characters without a full stop, on the outline's second line", s.Name, s.Summary)
		}
	}
	for _, want := range []string{"blank", "crossroads", "ic-memo", "market-note", "quarterly-update"} {
		if !slices.Contains(names, want) {
			t.Errorf("starter %q is missing from %v", want, names)
		}
	}
	if !slices.IsSorted(names) {
		t.Errorf("starters are not in order: %v", names)
	}
}

func TestEveryStarterOpensWithItsSchemaLine(t *testing.T) {
	const schema = "# yaml-language-server: $schema=./briefing.schema.json\n"
	for _, s := range Starters() {
		text, err := fs.ReadFile(FS(s.Name), "briefing.yaml")
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(text), schema) {
			t.Errorf("%s: the first line is not %q", s.Name, strings.TrimSpace(schema))
		}
		if strings.Contains(string(text), "\t") || strings.Contains(string(text), "\r") {
			t.Errorf("%s: tabs and carriage returns do not belong in an outline", s.Name)
		}
	}
}

func TestEveryTableThatAStarterNamesIsEmbedded(t *testing.T) {
	for _, s := range Starters() {
		folder := FS(s.Name)
		text, err := fs.ReadFile(folder, "briefing.yaml")
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			file, ok := strings.CutPrefix(strings.TrimSpace(line), "file: ")
			if !ok || path.Ext(file) == ".txt" { // a source's text stays on its owner's disk
				continue
			}
			if _, err := fs.Stat(folder, file); err != nil {
				t.Errorf("%s names %s: %v", s.Name, file, err)
			}
		}
	}
}

func TestNoTextOfASourceIsEmbedded(t *testing.T) {
	err := fs.WalkDir(files, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(name) != ".yaml" && path.Ext(name) != ".csv" && !strings.HasSuffix(name, ".proofs.json") {
			t.Errorf("%s is embedded", name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAStarterIsAnOrdinaryReadOnlyFolder(t *testing.T) {
	if err := fstest.TestFS(FS("crossroads"), "briefing.yaml", "accuracy.csv"); err != nil {
		t.Error(err)
	}
}

func TestAnUnknownStarterIsNil(t *testing.T) {
	for _, name := range []string{"", ".", "..", "nosuch", "crossroads/", "crossroads/briefing.yaml", "../data"} {
		if got := FS(name); got != nil {
			t.Errorf("FS(%q) = %v, want nil", name, got)
		}
	}
}
