package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"roadshow/briefing/proof"
)

// resealed is a proof with one field edited and its digest made right again.
func resealed(t *testing.T, tree any) ([]byte, *proof.Proof) {
	t.Helper()
	data, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	var p proof.Proof
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, nil
	}
	return p.Encode(), &p
}

// edit is one change of a proof: do makes it and returns what undoes it.
type edit struct {
	path string // [] for any item of a list
	name string // the whole path
	do   func() (undo func())
}

// edits walks every field of a proof: words get another letter, digits another value, numbers one more, flags turn, lists and
// mappings are emptied and left out.
func edits(node any, path, name string, set func(any), out *[]edit) {
	add := func(how string, v any) {
		*out = append(*out, edit{path + how, name + how, func() func() {
			set(v)
			return func() { set(node) }
		}})
	}
	switch n := node.(type) {
	case map[string]any:
		keys := make([]string, 0, len(n))
		for k := range n {
			keys = append(keys, k)
		}
		slices.Sort(keys)
		for _, k := range keys {
			if k == "digest" || k == "format" && path == "" {
				continue
			}
			edits(n[k], path+"."+k, name+"."+k, func(v any) {
				if v == nil {
					delete(n, k)
				} else {
					n[k] = v
				}
			}, out)
			add := edit{path + "." + k + " left out", name + "." + k + " left out", func() func() {
				was := n[k]
				delete(n, k)
				return func() { n[k] = was }
			}}
			*out = append(*out, add)
		}
	case []any:
		if len(n) > 0 {
			add(" emptied", []any{})
			add(" without its first", n[1:])
			add(" with its first twice", append([]any{n[0]}, n...))
		}
		for i := range n {
			edits(n[i], path+"[]", fmt.Sprintf("%s[%d]", name, i), func(v any) { n[i] = v }, out)
		}
	case string:
		add("", other(n))
	case float64:
		add("", n+1)
	case bool:
		add("", !n)
	}
}

// other is a text like another: its last digit or letter is the next one.
func other(s string) string {
	for i := len(s) - 1; i >= 0; i-- {
		switch c := s[i]; {
		case c >= '0' && c < '9', c >= 'a' && c < 'z', c >= 'A' && c < 'Z':
			return s[:i] + string(c+1) + s[i+1:]
		case c == '9':
			return s[:i] + "8" + s[i+1:]
		case c == 'z', c == 'Z':
			return s[:i] + string(c-1) + s[i+1:]
		}
	}
	return s + "x"
}

// unnoticed are the fields that a proof alone cannot confirm, each with the words by which verify names it.
var unnoticed = []struct {
	path  *regexp.Regexp
	named string
}{
	{regexp.MustCompile(`proofs\.passages (emptied|without its first|with its first twice)$|^\.(inputs|outputs) emptied$`), "nothing of the kind"}, // always caught
	{regexp.MustCompile(`emptied$|without its first$|with its first twice$|left out$`), "whether anything was left out or added"},
	{regexp.MustCompile(`^\.program`), "program"},
	{regexp.MustCompile(`^\.options`), "options"},
	{regexp.MustCompile(`^\.inputs`), "inputs"},
	{regexp.MustCompile(`^\.outputs\[\]\.format`), "formats of files"},
	{regexp.MustCompile(`^\.(title|date)$`), "the title and date"},
	{regexp.MustCompile(`^\.words`), "other printed words"},
	{regexp.MustCompile(`^\.typed`), "which numbers were typed"},
	{regexp.MustCompile(`\.label$`), "labels"},
	{regexp.MustCompile(`\.basis$`), "bases"},
	{regexp.MustCompile(`\.sticker$`), "stickers"},
	{regexp.MustCompile(`^\.exhibits`), "exhibits and what stands in them"},
	{regexp.MustCompile(`^\.claims\[\]\.(title|of|holds)$`), "texts of claims and where they stand"},
	{regexp.MustCompile(`^\.sources\[\]\.(id|title|number)$`), "names and numbers of sources"},
	{regexp.MustCompile(`\.translated$`), "languages of translation"},
	{regexp.MustCompile(`\.sources\[\]$`), "which sources were named"},
	{regexp.MustCompile(`^\.quotations\[\]\.(by|of|names\[\])$`), "names of speakers"},
	{regexp.MustCompile(`\.(own\[\]|shown|name|columns\[\]|cells\[\])$`), "which columns are own, rows and words of tables"},
	{regexp.MustCompile(`\.line$`), "lines of the outline"},
	{regexp.MustCompile(`\.pages(\.\w+(\[\])?)?$`), "pages"},
	{regexp.MustCompile(`^\.(figures|tables)\[\]\.id$`), "ids of figures and tables"},
	{regexp.MustCompile(`^\.figures\[\]\.(value|unit|words|excerpt)$`), "the figure "}, // one that nothing supports: with its id
	{regexp.MustCompile(`^\.outputs\[\]\.path$`), "is not here"},
	{regexp.MustCompile(`^\.quotations\[\]\.text$`), "in other words"},
}

// Whoever edits any field of a proof and makes its digest right is found out, or verify says that it cannot know. Nothing that
// is called proved or computed is among what it cannot know.
func TestEveryEditedFieldOfAProofIsCaughtOrNamedAsUnchecked(t *testing.T) {
	home := flagship(t)
	far := t.TempDir()
	if err := os.CopyFS(far, os.DirFS(filepath.Join(home, "out"))); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(filepath.Join(far, "crossroads.proof.json"))
	if err != nil {
		t.Fatal(err)
	}
	var tree map[string]any
	if err := json.Unmarshal(text, &tree); err != nil {
		t.Fatal(err)
	}
	var all []edit
	edits(tree, "", "", nil, &all)
	most, some := 3, 1 // of one path; of all
	if testing.Short() {
		most, some = 1, 5
	}
	seen, tried, caught, atHome := map[string]int{}, 0, 0, 0
	for _, e := range all {
		if seen[e.path]++; seen[e.path] > most || len(seen)%some != 0 {
			continue
		}
		undo := e.do()
		data, edited := resealed(t, tree)
		undo()
		if edited == nil || string(data) == string(text) {
			continue // no proof at all, or the same one
		}
		tried++
		doc := filepath.Join(far, "crossroads.proof.json")
		if err := os.WriteFile(doc, data, 0o666); err != nil {
			t.Fatal(err)
		}
		code, said := command("verify", doc)
		switch {
		case code == exitChanged:
			caught++
		case code != exitFine:
			t.Errorf("%s: code %d\n%s", e.name, code, said)
		default:
			named := false
			for _, u := range unnoticed {
				if u.path.MatchString(e.path) {
					if i := 0; strings.HasPrefix(e.name, ".figures[") && u.named == "the figure " {
						fmt.Sscanf(e.name, ".figures[%d]", &i)
						u.named += edited.Figures[i].ID
					}
					for line := range strings.SplitSeq(said, "\n") {
						named = named || strings.HasPrefix(line, "not checked: ") && strings.Contains(line, u.named)
					}
					break
				}
			}
			if !named {
				t.Errorf("%s can be edited, and verify does not say so", e.name)
			}
		}
		// With the outline at hand nothing passes.
		if seen[e.path] > 1 || testing.Short() && tried%4 != 0 {
			continue
		}
		atHome++
		doc = filepath.Join(home, "out", "crossroads.proof.json")
		if err := os.WriteFile(doc, data, 0o666); err != nil {
			t.Fatal(err)
		}
		says := func(said string) bool { // what is not at hand by the proof's own word is named
			return slices.ContainsFunc([]string{"the outline and its files are not here", ".pdg is not here"},
				func(s string) bool { return strings.Contains(said, "not checked: ") && strings.Contains(said, s) })
		}
		if code, said := command("verify", doc); code == exitFine && !(e.path == ".program" && strings.Contains(said, "not checked: program")) && !says(said) {
			t.Errorf("%s can be edited beside its outline\n%s", e.name, said)
		}
	}
	// Whoever names another program hides nothing behind it.
	for _, hidden := range []string{".outputs emptied", ".outputs without its first", ".outputs[].format", ".figures[].pages left out", ".quotations[].pages left out", ".exhibits[].pages left out", ".claims[].pages left out"} {
		i := slices.IndexFunc(all, func(e edit) bool { return e.path == hidden })
		if i < 0 {
			t.Errorf("there is nothing like %s", hidden)
			continue
		}
		program := tree["program"]
		undo := all[i].do()
		tree["program"] = "roadshow 9.9.9 (another)"
		data, _ := resealed(t, tree)
		tree["program"] = program
		undo()
		doc := filepath.Join(home, "out", "crossroads.proof.json")
		if err := os.WriteFile(doc, data, 0o666); err != nil {
			t.Fatal(err)
		}
		if code, said := command("verify", doc); code != exitChanged {
			t.Errorf("%s, and another program: code %d\n%s", hidden, code, said)
		}
	}
	t.Logf("%d edits of %d kinds, %d caught by the proof alone, %d tried beside the outline", tried, len(seen), caught, atHome)
	if tried < 50 || caught < tried/4 || atHome < 10 {
		t.Error("too little was tried")
	}
}
