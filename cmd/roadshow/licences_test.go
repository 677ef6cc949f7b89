package main

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// Whoever adds a library or a typeface adds its licence: run scripts/licences.sh cmd/roadshow/licences.txt.
func TestEveryPartOfTheProgramHasItsLicence(t *testing.T) {
	list, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}{{end}}{{end}}", ".").Output()
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for module := range strings.Lines(string(list)) {
		if module = strings.TrimSpace(module); module == "" {
			continue
		}
		n++
		if !strings.Contains(licences, "==== "+module+" (") {
			t.Errorf("%s is linked and its licence is not printed", module)
		}
	}
	if n < 10 {
		t.Errorf("only %d modules: the test does not see them", n)
	}
	faces, err := filepath.Glob("../../assets/fonts/OFL-*.txt")
	if err != nil || len(faces) == 0 {
		t.Fatal("no typefaces", err)
	}
	for _, f := range faces {
		if !strings.Contains(licences, "==== typefaces ("+filepath.Base(f)+")") {
			t.Errorf("%s is not printed", f)
		}
	}
	if !strings.Contains(licences, "==== words of passwords (LICENCE-words.txt)") {
		t.Error("the words of passwords are not printed")
	}
	patterns, err := filepath.Glob("../../assets/hyphens/LICENCE-*.txt")
	if err != nil || len(patterns) == 0 {
		t.Fatal("no hyphenation patterns", err)
	}
	for _, f := range patterns {
		if !strings.Contains(licences, "==== hyphenation patterns ("+filepath.Base(f)+")") {
			t.Errorf("%s is not printed", f)
		}
	}
}
