package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestTheGuidesCommandsRun does what each guide says, in order: it writes the files that a fence names and runs the commands.
func TestTheGuidesCommandsRun(t *testing.T) {
	guides, err := filepath.Abs("../../docs/guides")
	if err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(guides + "/*.md")
	if err != nil || len(names) < 3 {
		t.Fatalf("there are %d guides: %v", len(names), err)
	}
	fence := regexp.MustCompile("(?ms)^```(\\w+) ?(\\S*)\n(.*?)^```$")
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, link := range regexp.MustCompile(`\]\(([^):]+)\)`).FindAllStringSubmatch(string(text), -1) {
				if _, err := os.Stat(filepath.Join(guides, link[1])); err != nil {
					t.Errorf("a link leads nowhere: %s", link[1])
				}
			}
			if testing.Short() && filepath.Base(name) != "from-a-workbook-to-a-chart.md" {
				return
			}
			t.Chdir(t.TempDir())
			for _, file := range []string{"orders.xlsx", "logo.svg"} {
				copyTo(t, filepath.Join(guides, file), file)
			}
			for _, f := range fence.FindAllStringSubmatch(string(text), -1) {
				if f[1] != "sh" {
					if err := os.MkdirAll(filepath.Dir(f[2]), 0o777); err != nil {
						t.Fatal(err)
					}
					if err := os.WriteFile(f[2], []byte(f[3]), 0o666); err != nil {
						t.Fatal(err)
					}
					continue
				}
				for line := range strings.Lines(f[3]) {
					runGuideLine(t, strings.Fields(line))
				}
			}
		})
	}
}

func runGuideLine(t *testing.T, words []string) {
	t.Helper()
	switch {
	case words[0] == "roadshow":
		if code, text := command(words[1:]...); code != exitFine || strings.Contains(text, "warning[") {
			t.Errorf("%s: code %d\n%s", strings.Join(words, " "), code, text)
		}
	case words[0] == "cp" && words[1] == "-r":
		if err := os.CopyFS(words[3], os.DirFS(words[2])); err != nil {
			t.Error(err)
		}
	case words[0] == "cp":
		copyTo(t, words[1], words[2])
	default:
		t.Errorf("the test cannot run %q", words[0])
	}
}

func copyTo(t *testing.T, from, to string) {
	t.Helper()
	data, err := os.ReadFile(from)
	if err == nil {
		err = os.WriteFile(to, data, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
}
