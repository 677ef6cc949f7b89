package briefing_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// taking is one figure that an analyst takes from a text: testdata/taken/*.tsv.
type taking struct {
	at, text, excerpt, value, says, verdict string
}

func takings(t *testing.T) (out []taking) {
	t.Helper()
	names, err := filepath.Glob("testdata/taken/*.tsv")
	if err != nil || len(names) == 0 {
		t.Fatal("nothing is taken", err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(data)) {
			if n++; strings.HasPrefix(line, "#") {
				continue
			}
			c := strings.Split(strings.TrimSpace(line), "\t")
			if len(c) != 5 || c[4] != "true" && c[4] != "doubt" && c[4] != "lie" {
				t.Fatalf("%s:%d: not source, excerpt, value, what it is, verdict", name, n)
			}
			if c[1] == "=" {
				c[1] = strings.TrimRight(c[0], ".。")
			}
			out = append(out, taking{fmt.Sprint(filepath.Base(name), ":", n), c[0], c[1], c[2], strings.Replace(c[3], "=", ": ", 1), c[4]})
		}
	}
	return out
}

// TestWhatIsTakenFromATextIsSo: excerpts as analysts cut them, held against the whole of their text, with what a figure says it is.
// A lie is an error or a warning; a truth is accepted, without a warning that its label is wrong; and one that hangs on a condition is
// warned of.
func TestWhatIsTakenFromATextIsSo(t *testing.T) {
	all := takings(t)
	texts := files{}
	unread := map[int]string{} // values that no outline reads
	outline := func() string {
		var sources, figures strings.Builder
		for i, f := range all {
			name := fmt.Sprintf("t%d.txt", i)
			texts[name] = f.text + "\n"
			fmt.Fprintf(&sources, "  t%d: {title: T, file: %s}\n", i, name)
			if f.says != "" {
				f.says = ", " + f.says
			}
			if unread[5+len(all)+i] != "" {
				f.value = "?"
			}
			fmt.Fprintf(&figures, "  f%d: {value: %s, source: t%d, excerpt: %s%s}\n", i, strconv.Quote(f.value), i, strconv.Quote(f.excerpt), f.says)
		}
		return "title: T\ndate: 2025-03-31\nsources:\n" + sources.String() + "figures:\n" + figures.String() +
			"themes:\n  - name: One\n    claim: It is so\n    evidence:\n      - statement: {text: It is so}\n"
	}
	first := 5 + len(all)
	_, l := resolve(outline(), texts, "")
	unread = errorLines(strings.ReplaceAll(problems(l), "b.yaml:", ""))
	_, out := proveAll(t, outline(), texts)
	wrong, warned := errorLines(out), map[int]string{}
	for line := range strings.Lines(out) {
		at, rest, _ := strings.Cut(line, ":")
		if n, err := strconv.Atoi(at); err == nil && strings.Contains(rest, " W-") {
			warned[n] = line
		}
	}
	truths, refused, lies, byWarning := 0, 0, 0, 0
	for i, f := range all {
		refusal, warning := unread[first+i]+wrong[first+i], warned[first+i]
		line := fmt.Sprintf("%s: %q of %q, %s %s", f.at, f.excerpt, f.text, f.value, f.says)
		if f.verdict == "lie" {
			if lies++; refusal == "" && warning != "" {
				byWarning++
			} else if refusal == "" {
				t.Errorf("%s: a lie is silent", line)
			}
			continue
		}
		truths++
		switch {
		case refusal != "":
			refused++
			t.Logf("%s: a truth is refused: %s", line, refusal)
		case f.verdict == "doubt" && warning == "":
			t.Errorf("%s: nobody is warned", line)
		case f.verdict == "true" && warning != "" && !strings.Contains(warning, " W-DOUBT "):
			t.Errorf("%s: a truth is warned of: %s", line, warning)
		case f.verdict == "true" && warning != "":
			t.Logf("%s: a truth is warned of: %s", line, warning)
		}
	}
	if refused*100 > truths {
		t.Errorf("%d of %d truths are refused", refused, truths)
	}
	t.Logf("%d truths, %d refused; %d lies, %d of them by a warning", truths, refused, lies, byWarning)
}
