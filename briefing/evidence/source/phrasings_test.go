package source

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// wording is one line of testdata/phrasings: what a text says, what an analyst types, and whether it is so.
type wording struct {
	at, excerpt, value string
	true, doubt        bool // doubt: true, and made conditional, denied or aimed at
}

func phrasings(t testing.TB) (out []wording) {
	files, err := filepath.Glob("testdata/phrasings/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no phrasings", err)
	}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(strings.TrimSpace(string(data)), "\n") {
			if strings.HasPrefix(line, "#") {
				continue
			}
			cells := strings.Split(line, "\t")
			if len(cells) != 3 || cells[2] != "true" && cells[2] != "doubt" && cells[2] != "lie" {
				t.Fatalf("%s:%d: not wording, value, true, doubt or lie", name, i+1)
			}
			out = append(out, wording{filepath.Base(name) + ":" + itoa(i+1), cells[0], cells[1], cells[2] != "lie", cells[2] == "doubt"})
		}
	}
	return out
}

// TestThePhraseTable: every lie is an error, nearly every truth is accepted, and no hint advises what is not so.
func TestThePhraseTable(t *testing.T) {
	truths, refused, lies := 0, 0, 0
	var misses []string
	for _, w := range phrasings(t) {
		v, err := ParseValue(w.value)
		if err == nil {
			_, err = Says(w.excerpt, v)
		}
		switch {
		case w.true:
			if truths++; err != nil {
				refused++
				misses = append(misses, w.at+": "+w.excerpt+" does not say "+w.value+": "+err.Error())
				continue
			}
			text, err := NewText("", []byte(w.excerpt))
			if err != nil {
				t.Fatal(err)
			}
			if doubt, err := text.Within(Quote{Text: w.excerpt}, v); (doubt != "") != w.doubt || err != nil {
				t.Errorf("%s: %q: doubt %q, %v", w.at, w.excerpt, doubt, err)
			}
			continue
		case err == nil:
			t.Errorf("%s: %q is taken to say %s", w.at, w.excerpt, w.value)
			continue
		}
		lies++
		d, ok := err.(*Disagreement)
		if !ok {
			continue
		}
		if advised, ok := strings.CutPrefix(d.Hint, "write "); ok && advised != "nearly, about or under" && advised != "about or over" {
			a, err := ParseValue(advised)
			if err != nil {
				t.Errorf("%s: %q, %s: the hint advises %q, which is no value", w.at, w.excerpt, w.value, advised)
			} else if _, err := Says(w.excerpt, a); err != nil {
				t.Errorf("%s: %q, %s: the hint advises %q, which is not so: %v", w.at, w.excerpt, w.value, advised, err)
			}
		}
	}
	if truths+lies < 800 {
		t.Errorf("only %d phrasings", truths+lies)
	}
	if refused*50 > truths {
		t.Errorf("%d of %d truths are refused", refused, truths)
	}
	for _, m := range misses {
		t.Log(m)
	}
	t.Logf("%d truths, %d refused; %d lies", truths, refused, lies)
}

func itoa(n int) string { return strconv.Itoa(n) }
