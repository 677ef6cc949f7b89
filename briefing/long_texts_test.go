package briefing_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
)

// longTexts are three texts that were written for these tests, and what an analyst takes from them.
func longTexts(t *testing.T) (texts files, figures, quotations [][]string) {
	texts = files{}
	for _, name := range []string{"call.txt", "report.txt", "article.txt"} {
		data, err := os.ReadFile("testdata/long/" + name)
		if err != nil {
			t.Fatal(err)
		}
		texts[name] = string(data)
	}
	read := func(name string) (rows [][]string) {
		data, err := os.ReadFile("testdata/long/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(data)) {
			rows = append(rows, strings.Split(strings.TrimSpace(line), "\t"))
		}
		return rows
	}
	return texts, read("figures.tsv"), read("quotations.tsv")
}

// analysed is an outline with one figure or quotation a line; line says where item i stands.
func analysed(figures, quotations [][]string) (src string, figure, quotation func(i int) int) {
	var b strings.Builder
	b.WriteString("title: T\ndate: 2025-03-31\nsources:\n  call: {title: A call, file: call.txt}\n  report: {title: A report, file: report.txt}\n  article: {title: An article, file: article.txt}\nfigures:\n")
	first := strings.Count(b.String(), "\n") + 1
	for i, f := range figures {
		fmt.Fprintf(&b, "  f%d: {value: %s, source: %s, excerpt: %s}\n", i, strconv.Quote(f[1]), f[0], strconv.Quote(f[2]))
	}
	b.WriteString("themes:\n  - name: One\n    claim: It is so\n    evidence:\n")
	second := strings.Count(b.String(), "\n") + 1
	for _, q := range quotations {
		fmt.Fprintf(&b, "      - quote: {source: %s, by: A voice, text: %s}\n", q[0], strconv.Quote(q[1]))
	}
	return b.String(), func(i int) int { return first + i }, func(i int) int { return second + i }
}

func errorLines(out string) map[int]string {
	lines := map[int]string{}
	for line := range strings.Lines(out) {
		at, rest, _ := strings.Cut(line, ":")
		if n, err := strconv.Atoi(at); err == nil && strings.Contains(rest, " E-") {
			lines[n] = line
		}
	}
	return lines
}

// TestLongTextsAsAnAnalystReadsThem: sixty quotations and a hundred figures of three long texts are accepted, and three
// hundred edits of them are caught.
func TestLongTextsAsAnAnalystReadsThem(t *testing.T) {
	texts, figures, quotations := longTexts(t)
	if len(figures) != 100 || len(quotations) != 60 {
		t.Fatalf("%d figures, %d quotations", len(figures), len(quotations))
	}
	src, _, _ := analysed(figures, quotations)
	_, out := proveAll(t, src, texts)
	refused := errorLines(out)
	for _, line := range refused {
		t.Log(line)
	}
	if len(refused) > 3 {
		t.Errorf("%d of 160 are refused", len(refused))
	}
	edits := 0
	for name, edit := range map[string]func(string) string{"another digit": anotherDigit, "another bound": anotherBound} {
		edited := make([][]string, len(figures))
		for i, f := range figures {
			edited[i] = []string{f[0], edit(f[1]), f[2]}
		}
		src, at, _ := analysed(edited, nil)
		_, out := proveAll(t, src+"      - statement: {text: It is so}\n", texts)
		caught := errorLines(out)
		for i, f := range edited {
			if edits++; caught[at(i)] == "" {
				t.Errorf("%s: %q is taken to say %s, not %s", name, f[2], f[1], figures[i][1])
			}
		}
	}
	for name, edit := range map[string]func(string) string{"a word changed": wordChanged, "a word dropped": wordDropped} {
		edited := make([][]string, len(quotations))
		for i, q := range quotations {
			edited[i] = []string{q[0], edit(q[1])}
		}
		src, _, at := analysed(nil, edited)
		_, out := proveAll(t, strings.Replace(src, "figures:\n", "", 1), texts)
		caught := errorLines(out)
		for i, q := range edited {
			if edits++; caught[at(i)-1] == "" {
				t.Errorf("%s: %q is taken for %q", name, q[1], quotations[i][1])
			}
		}
	}
	if edits < 300 {
		t.Errorf("only %d edits", edits)
	}
}

// anotherDigit changes the last digit of a value.
func anotherDigit(v string) string {
	at := strings.LastIndexAny(v, "0123456789")
	if at < 0 {
		return "90%"
	}
	next := v[at] + 1
	if v[at] == '9' {
		next = '8'
	}
	return v[:at] + string(next) + v[at+1:]
}

// anotherBound drops a value's bound, or adds one.
func anotherBound(v string) string {
	for _, lead := range []string{"over ", "at least ", "under ", "at most ", "about ", "nearly ", "just under "} {
		if rest, ok := strings.CutPrefix(v, lead); ok {
			return rest
		}
	}
	if low, _, ok := strings.Cut(v, " to "); ok {
		return low
	}
	return "over " + v
}

func wordChanged(q string) string {
	r := []rune(q)
	r[len(r)/2] = map[bool]rune{true: 'z', false: 'q'}[r[len(r)/2] == 'q']
	return string(r)
}

// wordDropped leaves out a word of the middle, or two Chinese characters.
func wordDropped(q string) string {
	if words := strings.Fields(q); len(words) > 3 {
		return strings.Join(append(words[:2:2], words[3:]...), " ")
	}
	r := []rune(q)
	return string(append(r[:5:5], r[7:]...))
}
