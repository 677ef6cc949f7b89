package briefing_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
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

// hold proves figures and says of each, by its place, why it is refused, what is warned of and what a hint advises to write.
func hold(t *testing.T, all []taking) (refusals, warnings, advice map[int]string) {
	t.Helper()
	texts := files{}
	refusals, warnings, advice = map[int]string{}, map[int]string{}, map[int]string{}
	outline := func() string {
		var sources, figures strings.Builder
		for i, f := range all {
			name := fmt.Sprintf("t%d.txt", i)
			texts[name] = f.text + "\n"
			fmt.Fprintf(&sources, "  t%d: {title: T, file: %s}\n", i, name)
			if f.says != "" {
				f.says = ", " + f.says
			}
			if refusals[i] != "" {
				f.value = "?"
			}
			fmt.Fprintf(&figures, "  f%d: {value: %s, source: t%d, excerpt: %s%s}\n", i, strconv.Quote(f.value), i, strconv.Quote(f.excerpt), f.says)
		}
		return "title: T\ndate: 2025-03-31\nsources:\n" + sources.String() + "figures:\n" + figures.String() +
			"themes:\n  - name: One\n    claim: It is so\n    evidence:\n      - statement: {text: It is so}\n"
	}
	first := 5 + len(all)
	_, l := resolve(outline(), texts, "")
	for at, line := range errorLines(strings.ReplaceAll(problems(l), "b.yaml:", "")) {
		refusals[at-first] = line // no outline reads it
	}
	var b *briefing.Briefing
	if b, l = resolve(outline(), texts, ""); l.Failed(false) {
		t.Fatalf("problems before the proof:\n%s", problems(l))
	}
	l = &diag.List{}
	briefing.Prove(b, texts.read, l)
	for _, p := range l.Problems() {
		i := p.At.Line - first
		switch {
		case strings.HasPrefix(p.Code, "E-"):
			refusals[i] = p.Code + " " + p.Summary
			if v, ok := strings.CutPrefix(p.Hint, "write "); ok {
				advice[i] = v
			}
		case strings.HasPrefix(p.Code, "W-"):
			warnings[i] = p.Code + " " + p.Summary
		}
	}
	return refusals, warnings, advice
}

// TestWhatIsTakenFromATextIsSo: excerpts as analysts cut them, held against the whole of their text, with what a figure says it is.
// A lie is an error or a warning; a truth is accepted, without a warning that its label is wrong; and one that hangs on a condition is
// warned of.
func TestWhatIsTakenFromATextIsSo(t *testing.T) {
	all := takings(t)
	refusals, warnings, _ := hold(t, all)
	truths, refused, lies, byWarning := 0, 0, 0, 0
	for i, f := range all {
		refusal, warning := refusals[i], warnings[i]
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
		case f.verdict == "true" && warning != "" && !strings.HasPrefix(warning, "W-DOUBT"):
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

// TestNoHintAdvisesWhatTheTextDoesNotSay: every value that a hint advises is accepted in its place: in cut excerpts too, and with bounds
// dropped or added.
func TestNoHintAdvisesWhatTheTextDoesNotSay(t *testing.T) {
	var all []taking
	for _, f := range takings(t) {
		if f.verdict == "lie" {
			all = append(all, f)
			continue
		}
		bound := f
		bound.value = anotherBound(f.value)
		all = append(all, bound)
		if at := strings.IndexAny(f.excerpt, "0123456789"); at > 0 { // what qualifies the number is cut
			cut, other := f, bound
			cut.excerpt, other.excerpt = f.excerpt[at:], f.excerpt[at:]
			all = append(all, cut, other)
		}
	}
	advised := 0
	for some := range slices.Chunk(all, 400) { // an outline has its limit
		_, _, advice := hold(t, some)
		var again []taking
		for i, f := range some {
			if f.value = advice[i]; f.value != "" && !strings.HasPrefix(f.value, "nearly, ") && f.value != "about or over" {
				again = append(again, f)
			}
		}
		advised += len(again)
		refusals, _, _ := hold(t, again)
		for i, f := range again {
			if refusals[i] != "" {
				t.Errorf("%s: %q of %q: a hint advises %s: %s", f.at, f.excerpt, f.text, f.value, refusals[i])
			}
		}
	}
	t.Logf("%d figures, %d with advice", len(all), advised)
}
