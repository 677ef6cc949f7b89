package outline

import (
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// wanted is one expected problem: `# want 5:7 E-KEY summary | hint`. The line may be left out for the comment's own line.
var wanted = regexp.MustCompile(`# want (?:(\d+):)?(\d+) ([EWN]-[A-Z]+) ([^\r\n]*)`)

func TestEveryBadFileIsReportedWhereItIsBad(t *testing.T) {
	files, err := filepath.Glob("testdata/diagnostics/*.yaml")
	if err != nil || len(files) < 40 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".yaml"), func(t *testing.T) {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			type key struct {
				line, col int
				code      string
				text      string
			}
			want := map[key]bool{}
			for i, line := range strings.Split(string(src), "\n") {
				m := wanted.FindStringSubmatch(line)
				if m == nil {
					continue
				}
				k := key{line: i + 1, code: m[3], text: strings.TrimSpace(m[4])}
				if m[1] != "" {
					k.line, _ = strconv.Atoi(m[1])
				}
				k.col, _ = strconv.Atoi(m[2])
				want[k] = true
			}
			if len(want) == 0 {
				t.Fatal("the file wants nothing")
			}
			var l diag.List
			Parse(src, "bad.yaml", testCatalog(), &l)
			for _, p := range l.Problems() {
				k := key{p.At.Line, p.At.Col, p.Code, p.Summary}
				if p.Hint != "" {
					k.text += " | " + p.Hint
				}
				k.text = strings.TrimSpace(k.text)
				if !want[k] {
					t.Errorf("not wanted: # want %d:%d %s %s", k.line, k.col, k.code, k.text)
				}
				delete(want, k)
				checkSpan(t, p.At, string(src))
			}
			for k := range want {
				t.Errorf("missing: # want %d:%d %s %s", k.line, k.col, k.code, k.text)
			}
		})
	}
}

// checkSpan holds a place against the file that it is said to be in.
func checkSpan(t testing.TB, s diag.Span, src string) {
	t.Helper()
	src = strings.TrimPrefix(src, "\ufeff")
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src), "\n")
	within := func(line, col int) bool {
		return line >= 1 && line <= len(lines) && col >= 1 && col <= utf8.RuneCountInString(lines[line-1])+1
	}
	if !within(s.Line, s.Col) {
		t.Errorf("%d:%d is not inside the file", s.Line, s.Col)
	}
	if s.EndLine == 0 {
		return
	}
	if s.EndCol > 1 && !within(s.EndLine, s.EndCol-1) || s.EndLine < s.Line || s.EndLine == s.Line && s.EndCol < s.Col {
		t.Errorf("%d:%d to %d:%d is no stretch of the file", s.Line, s.Col, s.EndLine, s.EndCol)
	}
}
