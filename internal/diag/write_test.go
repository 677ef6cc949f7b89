package diag

import (
	"bytes"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite golden files")

const outline = "title: Assembled\n" +
	"themes:\n" +
	"  - two-colum:\n" +
	"      title: 百模大战 and after\t\tthe tabs\n" +
	"      text: evil \u202e\x1b[31m words\n"

func sources(file string) []byte {
	if file == "briefing.yaml" {
		return []byte(outline)
	}
	return nil
}

func span(line, col, endLine, endCol int) Span {
	return Span{File: "briefing.yaml", Line: line, Col: col, EndLine: endLine, EndCol: endCol}
}

func sample() []Problem {
	return []Problem{
		{Error, "E-BLOCK", span(3, 5, 3, 14), `unknown block "two-colum"`, "did you mean \"two_charts\"? `roadshow layouts` lists all blocks"},
		{Warning, "W-SOURCE", span(4, 14, 4, 18), "the title is wide", ""},
		{Error, "E-VALUE", span(4, 30, 4, 33), "behind tabs", ""},
		{Note, "N-CLAIM", span(5, 18, 5, 0), "text with \x1b[31m and \u202e inside\nof it", "no end known"},
		{Error, "E-MISSING", span(9, 1, 0, 0), "a line that the file does not have", ""},
		{Error, "E-DATA", Span{File: "numbers.xlsx", Note: "B3"}, `"12,4m" is not a number`, "write 12.4 and set unit: m"},
		{Error, "E-LIMIT", Span{}, "nowhere at all", ""},
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; got:\n%s\nwant:\n%s", name, got, want)
	}
}

func written(t *testing.T, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, sample(), o); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEveryFormatLooksAsItsGolden(t *testing.T) {
	golden(t, "human.txt", written(t, Options{Format: Human, Sources: sources}))
	golden(t, "color.txt", written(t, Options{Format: Human, Color: true, Sources: sources}))
	golden(t, "strict.txt", written(t, Options{Format: Short, Strict: true}))
	golden(t, "short.txt", written(t, Options{Format: Short}))
	golden(t, "problems.json", written(t, Options{Format: JSON}))
	golden(t, "problems.sarif", written(t, Options{Format: SARIF}))
	golden(t, "diagnostics.md", Reference())
}

func TestTheArchitecturesExampleIsPrintedAsItShows(t *testing.T) {
	var b bytes.Buffer
	src := strings.Repeat("#\n", 13) + "  - two-colum:\n"
	at := Span{File: "briefing.yaml", Line: 14, Col: 5, EndLine: 14, EndCol: 14}
	p := Problem{Error, "E-BLOCK", at, `unknown block "two-colum"`, "did you mean \"two_charts\"? `roadshow layouts` lists all blocks"}
	if err := Write(&b, []Problem{p}, Options{Sources: func(string) []byte { return []byte(src) }}); err != nil {
		t.Fatal(err)
	}
	want := "briefing.yaml:14:5: error[E-BLOCK]: unknown block \"two-colum\"\n" +
		"   14 |   - two-colum:\n" +
		"      |     ^^^^^^^^^\n" +
		"hint: did you mean \"two_charts\"? `roadshow layouts` lists all blocks\n\n1 error\n"
	if b.String() != want {
		t.Errorf("got\n%s\nwant\n%s", b.String(), want)
	}
}

func TestNothingHiddenReachesATerminal(t *testing.T) {
	for _, f := range Formats() {
		for _, r := range string(written(t, Options{Format: Format(f), Sources: sources})) {
			if r != '\n' && hidden(r) {
				t.Errorf("%s holds %U", f, r)
			}
		}
	}
}

func TestMachineFormatsAreWellFormed(t *testing.T) {
	var records []record
	if err := json.Unmarshal(written(t, Options{Format: JSON}), &records); err != nil {
		t.Fatal(err)
	}
	if len(records) != len(sample()) || !strings.Contains(records[3].Summary, "\u202e") {
		t.Errorf("the array lost something: %+v", records)
	}
	var log sarifLog
	if err := json.Unmarshal(written(t, Options{Format: SARIF}), &log); err != nil {
		t.Fatal(err)
	}
	for _, r := range log.Runs[0].Results {
		if got := log.Runs[0].Tool.Driver.Rules[r.RuleIndex].ID; got != r.RuleID {
			t.Errorf("rule index of %s points at %s", r.RuleID, got)
		}
	}
}

func TestNoProblemsPrintNothingForPeopleAndAnEmptyListForTools(t *testing.T) {
	for f, want := range map[Format]string{Human: "", Short: "", JSON: "[]\n"} {
		var b bytes.Buffer
		if err := Write(&b, nil, Options{Format: f}); err != nil || b.String() != want {
			t.Errorf("%s: %q, %v", f, b.String(), err)
		}
	}
	if err := Write(&bytes.Buffer{}, nil, Options{Format: "xml"}); err == nil {
		t.Error("an unknown format is accepted")
	}
}

func TestALongLineIsCutAroundItsCaret(t *testing.T) {
	line := "text: " + strings.Repeat("long words ", 500) + "HERE " + strings.Repeat("and on ", 500)
	col := strings.Index(line, "HERE") + 1
	shown, caret := excerpt(line, Span{Line: 1, Col: col, EndLine: 1, EndCol: col + 4})
	if n := len([]rune(shown)); n > widest+2 {
		t.Errorf("%d columns", n)
	}
	if got := string([]rune(shown)[caret.from:caret.to]); got != "HERE" {
		t.Errorf("the caret stands below %q", got)
	}
}

func TestOfManyProblemsTheWorstAreWritten(t *testing.T) {
	var many []Problem
	for i := range 206 {
		many = append(many, Problem{Severity(i % 3), "E-KEY", span(i+1, 1, 0, 0), "wrong", ""})
	}
	written := func(f Format) string {
		var b bytes.Buffer
		if err := Write(&b, many, Options{Format: f}); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	for _, f := range []Format{Human, Short} {
		got := written(f)
		if errors, warnings, notes := strings.Count(got, " error"), strings.Count(got, " warning"), strings.Count(got, " note"); f == Short && (errors != 68 || warnings != 32 || notes != 0) {
			t.Errorf("%s: %d errors, %d warnings, %d notes", f, errors, warnings, notes)
		}
		if !strings.Contains(got, "and 106 more problems") {
			t.Errorf("%s does not say how many more there are:\n%s", f, got)
		}
	}
	if got := written(Human); !strings.HasSuffix(got, "\n68 errors, 69 warnings, 69 notes\n") {
		t.Errorf("the sum is not of all: %q", got[len(got)-60:])
	}
	var records []record
	if err := json.Unmarshal([]byte(written(JSON)), &records); err != nil || len(records) != 101 || records[100].Code != "N-MORE" {
		t.Errorf("%d records, %v", len(records), err)
	}
}

func TestTheCaretStandsBelowItsWord(t *testing.T) {
	for _, c := range []struct {
		line          string
		col, endCol   int
		from, to      int
		endLine       int
		multipleLines bool
	}{
		{line: "a: b", col: 4, endCol: 5, from: 3, to: 4},
		{line: "百模: b", col: 5, endCol: 6, from: 6, to: 7},
		{line: "\tb", col: 2, endCol: 3, from: 4, to: 5},
		{line: "e\u0301: b", col: 5, endCol: 6, from: 3, to: 4},
		{line: "abc", col: 9, endCol: 10, from: 3, to: 4},
		{line: "abc", col: 2, endCol: 2, from: 1, to: 2},
		{line: "abc", col: 2, endCol: 1, endLine: 3, from: 1, to: 3},
		{line: "", col: 1, endCol: 2, from: 0, to: 1},
	} {
		_, got := excerpt(c.line, Span{Line: 1, Col: c.col, EndLine: max(c.endLine, 1), EndCol: c.endCol})
		if got != (stretch{c.from, c.to}) {
			t.Errorf("%q %d–%d: caret %+v, want %d–%d", c.line, c.col, c.endCol, got, c.from, c.to)
		}
	}
}

func TestNearestForgivesSlipsAndNothingElse(t *testing.T) {
	allowed := []string{"title", "text", "quote", "quotes", "two_charts", "chart", "by", "so_what", "evidence"}
	for word, want := range map[string]string{
		"titel": "title", "Title": "title", "quot": "quote", "two-colum": "two_charts", "two-charts": "two_charts", "sowhat": "so_what",
		"yb": "by", "b": "by", "xx": "", "charts": "chart", "evidnce": "evidence", "argument": "", "": "", "chart_comment": "chart",
	} {
		if got := Nearest(word, allowed); got != want {
			t.Errorf("nearest to %q is %q, want %q", word, got, want)
		}
	}
}

func TestAnUnknownIDIsSaidOnce(t *testing.T) {
	var l List
	at := span(1, 1, 1, 3)
	l.Error(at, "E-REF", "", "unknown source")
	l.Error(at, "E-REF", "", "there is no source")
	l.Error(at, "E-MISSING", "", "no text")
	l.Error(at, "E-MISSING", "", "no by")
	if got := l.Problems(); len(got) != 3 || got[2].Summary != "unknown source" {
		t.Errorf("%+v", got)
	}
}

func TestCodesAreInOrderAndSaidOnce(t *testing.T) {
	last := CodeDoc{Severity: Error}
	for _, c := range Codes() {
		if c.Severity == last.Severity && c.Code <= last.Code || c.Severity > last.Severity {
			t.Errorf("%s stands behind %s", c.Code, last.Code)
		}
		if want := map[Severity]string{Error: "E-", Warning: "W-", Note: "N-"}[c.Severity]; !strings.HasPrefix(c.Code, want) || c.Summary == "" {
			t.Errorf("%s is a %s: %q", c.Code, c.Severity, c.Summary)
		}
		last = c
	}
}

func TestAnyPlaceInAnyLineCanBeShown(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	chars := []rune("ab 百模\t\u202e\x1b\u0301é…“\U0001F600\ufffd")
	for range 20000 {
		line := make([]rune, r.IntN(300))
		for i := range line {
			line[i] = chars[r.IntN(len(chars))]
		}
		at := Span{Line: 1, Col: r.IntN(310), EndLine: 1 + r.IntN(2), EndCol: r.IntN(310)}
		shown, caret := excerpt(string(line), at)
		columns := 0
		for _, c := range shown {
			if hidden(c) {
				t.Fatalf("%U is shown", c)
			}
			columns += width(c)
		}
		// A name such as <U+202E> may hang over the edge.
		if columns > widest+12 || caret.from < 0 || caret.to <= caret.from || caret.to > widest+12 {
			t.Fatalf("%q %+v: %d columns, caret %+v", string(line), at, columns, caret)
		}
	}
}
