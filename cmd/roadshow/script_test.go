package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"roadshow": main})
}

// TestScripts runs what users type: testdata/script/*.txtar. Beside testscript's own commands there are
//
//	mkfifo FILE             makes a pipe that nobody writes to
//	junk N FILE             writes N bytes of YAML comment
//	$WORKBOOKS          the workbooks of package evidence
//	same FILE FILE...       files hold the same bytes
//	differ FILE FILE        files hold different bytes
func TestScripts(t *testing.T) {
	workbooks, err := filepath.Abs("../../briefing/evidence/table/testdata/workbooks")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir: filepath.Join("testdata", "script"),
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir)
			e.Setenv("SOURCE_DATE_EPOCH", "")
			e.Setenv("NO_COLOR", "")
			e.Setenv("WORKBOOKS", workbooks)
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"mkfifo": func(ts *testscript.TestScript, _ bool, args []string) {
				ts.Check(exec.Command("mkfifo", ts.MkAbs(args[0])).Run())
			},
			"junk":   junk,
			"same":   func(ts *testscript.TestScript, _ bool, args []string) { compare(ts, true, args) },
			"differ": func(ts *testscript.TestScript, _ bool, args []string) { compare(ts, false, args) },
		},
		Condition: func(cond string) (bool, error) {
			return cond == "root" && os.Getuid() == 0, nil
		},
	})
}

func junk(ts *testscript.TestScript, _ bool, args []string) {
	n := 0
	for _, c := range args[0] {
		n = n*10 + int(c-'0')
	}
	text := make([]byte, n)
	for i := range text {
		text[i] = "# all work and no play\n"[i%23]
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), text, 0o666))
}

func compare(ts *testscript.TestScript, want bool, args []string) {
	first := ts.ReadFile(args[0])
	for _, name := range args[1:] {
		if got := ts.ReadFile(name) == first; got != want {
			ts.Fatalf("%s and %s: same bytes: %v", args[0], name, got)
		}
	}
}
