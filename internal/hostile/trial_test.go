package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// planted is a program that answers as it should, after what the shell script before the answer does.
func planted(t *testing.T, script string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "program")
	src := "#!/bin/sh\n" + script + "\necho 'in/briefing.yaml:1:1: error[E-X]: no' >&2\nexit 1\n"
	if err := os.WriteFile(name, []byte(src), 0o755); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestWhatIsTooDearIsAFaultUnlessOneTryOrTheMachineSaysOtherwise(t *testing.T) {
	const bound = 20 * time.Millisecond
	burn := "burn() { i=0; while [ $i -lt 300000 ]; do i=$((i+1)); done; }\n" // many times the bound on any machine
	for name, c := range map[string]struct {
		script string
		work   time.Duration
		fault  string // a part of what is printed
		fine   string
	}{
		"always dear":               {burn + "burn", reference, "of processor time, the least of 3 tries", ""},
		"dear once":                 {burn + `m="$0.ran"; [ -e "$m" ] || { : > "$m"; burn; }`, reference, "", "no slower than the reference"},
		"dear, the machine is fast": {burn + "burn", reference / 4, "of processor time", ""},
		"a machine half as fast":    {"", 2 * reference, "", "2.00 times slower than the reference, so that the bound is 0.04 s"},
		"no pace is no bound":       {burn + "burn", 1000 * reference, "of processor time", ""},
		"another fault":             {"echo panic", reference, `it says "panic"`, ""},
	} {
		var out strings.Builder
		tr := trial{program: planted(t, c.script), cpu: bound, measure: func() (time.Duration, error) { return c.work, nil }}
		err := tr.run(&out, []testCase{outline("case", text(head))})
		if got := out.String(); (err != nil) != (c.fault != "") || !strings.Contains(got, c.fault) || !strings.Contains(got, c.fine) || !strings.Contains(got, "MB  case\n") {
			t.Errorf("%s: %v\n%s", name, err, got)
		}
	}
}

func TestTheCorpusNamesEachCaseOnce(t *testing.T) {
	names := map[string]bool{}
	for _, c := range corpus() {
		if names[c.name] {
			t.Errorf("two cases are named %s", c.name)
		}
		names[c.name] = true
	}
	if len(names) < 1200 {
		t.Errorf("the corpus has %d cases", len(names))
	}
}
