package briefing_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// wanted is one expected problem: `# want 5:7 E-REF summary | hint`, or `# want words.md:5:7 …` in another file.
var wanted = regexp.MustCompile(`(?m)# want (?:([\w./]+):)?(\d+):(\d+) ([EWN]-[A-Z]+) (.*)$`)

// part of a testdata file that is another file of the folder: "--- words.md" on a line of its own begins it.
var part = regexp.MustCompile(`(?m)^--- (\S+)\n`)

func TestEveryMistakeIsReportedWhereItStands(t *testing.T) {
	names, err := filepath.Glob("testdata/diagnostics/*.yaml")
	if err != nil || len(names) < 15 {
		t.Fatalf("%d files, %v", len(names), err)
	}
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			src, folder := unpack(string(data))
			type problem struct {
				file      string
				line, col int
				code      string
				text      string
			}
			want := map[problem]bool{}
			for _, m := range wanted.FindAllStringSubmatch(src, -1) {
				p := problem{file: m[1], code: m[4], text: strings.TrimSpace(m[5])}
				if p.file == "" {
					p.file = "b.yaml"
				}
				p.line, _ = strconv.Atoi(m[2])
				p.col, _ = strconv.Atoi(m[3])
				want[p] = true
			}
			if len(want) == 0 {
				t.Error("the file wants nothing")
			}
			_, l := resolve(src, folder, "")
			for _, p := range l.Problems() {
				got := problem{p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary}
				if p.Hint != "" {
					got.text += " | " + p.Hint
				}
				if !want[got] {
					t.Errorf("not wanted: # want %s:%d:%d %s %s", got.file, got.line, got.col, got.code, got.text)
				}
				delete(want, got)
			}
			for p := range want {
				t.Errorf("missing: # want %s:%d:%d %s %s", p.file, p.line, p.col, p.code, p.text)
			}
		})
	}
}

// unpack divides a testdata file into the outline and the other files of its folder.
func unpack(text string) (string, files) {
	folder := files{}
	at := part.FindAllStringSubmatchIndex(text, -1)
	src := text
	for i, m := range at {
		end := len(text)
		if i+1 < len(at) {
			end = at[i+1][0]
		}
		if i == 0 {
			src = text[:m[0]]
		}
		folder[text[m[2]:m[3]]] = text[m[1]:end]
	}
	return src, folder
}
