package truth

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"roadshow"
	"roadshow/assets"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/layouts"
)

// These tests hold the JSON Schemas against the program: what one refuses the other does.

func schemaOf(t *testing.T, text []byte) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// asEditorsSee is YAML as editors read it (1.2, without dates), which is how they hold it against a schema.
func asEditorsSee(t *testing.T, src string) any {
	t.Helper()
	var y yaml.Node
	if err := yaml.Unmarshal([]byte(src), &y); err != nil {
		t.Fatal(err)
	}
	var value func(y *yaml.Node) any
	value = func(y *yaml.Node) any {
		switch y.Kind {
		case yaml.DocumentNode:
			return value(y.Content[0])
		case yaml.AliasNode:
			return value(y.Alias)
		case yaml.MappingNode:
			m := map[string]any{}
			for i := 0; i+1 < len(y.Content); i += 2 {
				m[y.Content[i].Value] = value(y.Content[i+1])
			}
			return m
		case yaml.SequenceNode:
			l := []any{}
			for _, c := range y.Content {
				l = append(l, value(c))
			}
			return l
		}
		switch y.Tag {
		case "!!null":
			return nil
		case "!!bool":
			return y.Value == "true"
		case "!!int", "!!float":
			return json.Number(y.Value)
		}
		return y.Value
	}
	return value(&y)
}

// refusals are the errors of the program that are a schema's matter; all says to lay the briefing out too.
func refusals(t *testing.T, src string, all bool) []string {
	t.Helper()
	var problems []diag.Problem
	if all {
		problems = compiled(t, src).Problems.Problems()
	} else {
		l := &diag.List{}
		c := roadshow.Catalog(func(string, int64) ([]byte, error) { return []byte("Words."), nil }, nil)
		outline.Parse([]byte(src), "briefing.yaml", c, l).Each(func(n *outline.Node) {
			if f := n.Field; f != nil && f.Type == outline.Words && len(f.Choices) > 0 && !n.Null && !slices.Contains(f.Choices, n.Text) {
				l.Error(n.At, "E-CHART", "", "a kind that charts refuses")
			}
		})
		problems = l.Problems()
	}
	var out []string
	for _, p := range problems {
		if p.Severity == diag.Error && (all || p.Code != "E-REF" && p.Code != "E-DUP") {
			out = append(out, fmt.Sprintf("%s %s", p.Code, p.Summary))
		}
	}
	return out
}

// agree reports where the schema and the program differ. What only the layout of a page can refuse, and what the grammar of
// values refuses, the schema may let pass; what it refuses, the program must.
func agree(t *testing.T, schema *jsonschema.Schema, src string) bool {
	t.Helper()
	refused := schema.Validate(asEditorsSee(t, src))
	program := refusals(t, src, false)
	switch {
	case refused == nil && len(program) > 0:
		t.Errorf("the schema accepts what the program refuses: %s\n%s", program, src)
		return false
	case refused != nil && len(program) == 0 && len(refusals(t, src, true)) == 0:
		t.Errorf("the program accepts what the schema refuses: %v\n%s", refused, src)
		return false
	}
	return true
}

func TestSchemaAndProgramAgree(t *testing.T) {
	schema := schemaOf(t, roadshow.Schema())
	bases := []string{whole()}
	for _, k := range layouts.Kinds() {
		sh := outline.BlockShape(&k, roadshow.Shapes().Chart)
		for group := range max(1, len(sh.OneOf)) {
			bases = append(bases, usual(k.Name, group).block(&k, roadshow.Shapes().Chart))
		}
	}
	for _, b := range bases {
		if err := schema.Validate(asEditorsSee(t, b)); err != nil {
			t.Fatalf("the schema refuses a specimen: %v\n%s", err, b)
		}
	}
	n := 2000
	if testing.Short() {
		n = 200
	}
	accepted, failed := 0, 0
	for i := range n {
		rng := rand.New(rand.NewPCG(uint64(i), 7))
		tree := asEditorsSee(t, bases[rng.IntN(len(bases))])
		for range 1 + rng.IntN(2) {
			tree = mutated(rng, tree)
		}
		text, err := json.Marshal(tree)
		if err != nil {
			t.Fatal(err)
		}
		if len(refusals(t, string(text), false)) == 0 {
			accepted++
		}
		if !agree(t, schema, string(text)) {
			if failed++; failed == 5 {
				return
			}
		}
	}
	if accepted < n/20 || accepted > n*19/20 {
		t.Errorf("%d of %d cases are accepted: the cases test little", accepted, n)
	}
}

// mutated changes one thing somewhere in a tree.
func mutated(rng *rand.Rand, v any) any {
	type place struct {
		set func(any)
		v   any
		in  map[string]any
		key string
	}
	var places []place
	var walk func(v any, p place)
	walk = func(v any, p place) {
		p.v = v
		places = append(places, p)
		switch v := v.(type) {
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				walk(v[k], place{set: func(n any) { v[k] = n }, in: v, key: k})
			}
		case []any:
			for i := range v {
				walk(v[i], place{set: func(n any) { v[i] = n }})
			}
		}
	}
	walk(v, place{set: func(n any) {}})
	p := places[1+rng.IntN(len(places)-1)]
	number := func(s string) any { return json.Number(s) }
	values := []any{nil, "", "words", "2", "true", true, number("2"), number("-1"), number("12.5"), []any{}, []any{"a"}, []any{nil}, map[string]any{}, map[string]any{"file": "x.md"}, "../x", "a/b.csv", "id_1", "No id"}
	switch op := rng.IntN(6); {
	case op == 0 && p.in != nil:
		delete(p.in, p.key)
	case op == 1 && p.in != nil:
		p.in["unknown"] = "x"
	case op == 2 && p.in != nil:
		p.in[p.key+"x"] = p.v
	case op == 3:
		if l, ok := p.v.([]any); ok && len(l) > 0 {
			p.set(slices.Repeat(l, 1+rng.IntN(4)))
		} else {
			p.set([]any{p.v})
		}
	default:
		p.set(values[rng.IntN(len(values))])
	}
	return v
}

func TestSchemaAndProgramAgreeOnTrials(t *testing.T) {
	schema := schemaOf(t, roadshow.Schema())
	for _, glob := range []string{"testdata/schema/*.yaml", "testdata/fields/*.yaml", "data/*/briefing.yaml", "testdata/chinese/briefing.yaml"} {
		files, err := filepath.Glob(glob)
		if err != nil || len(files) == 0 {
			t.Fatal(glob, err)
		}
		for _, f := range files {
			src, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			refused := schema.Validate(asEditorsSee(t, string(src)))
			if want := strings.Contains(string(src), "# refused"); want != (refused != nil) {
				t.Errorf("%s: refused %v, %v", f, want, refused)
			}
			if got := refusals(t, string(src), false); (len(got) > 0) != (refused != nil) {
				t.Errorf("%s: the program says %v, the schema %v", f, got, refused)
			}
		}
	}
}

// What new users wrote, right or wrong, is refused by both or by neither. YAML that is none is the program's to name.
func TestSchemaAndProgramAgreeOnWhatUsersWrote(t *testing.T) {
	schema := schemaOf(t, roadshow.Schema())
	outlines := map[string]string{}
	files, err := filepath.Glob("testdata/typed/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		a, err := txtar.ParseFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range a.Files {
			if part.Name == "briefing.yaml" {
				outlines[f] = string(part.Data)
			}
		}
	}
	folders, err := filepath.Glob("testdata/time/*/briefing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range folders {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		outlines[f] = string(src)
	}
	if len(outlines) < 60 {
		t.Fatalf("only %d outlines", len(outlines))
	}
	for f, src := range outlines {
		got := refusals(t, src, false)
		if slices.ContainsFunc(got, func(s string) bool { return strings.Contains(s, "E-YAML") }) {
			continue
		}
		if refused := schema.Validate(asEditorsSee(t, src)); (len(got) > 0) != (refused != nil) {
			t.Errorf("%s: the program says %v, the schema %v", f, got, refused)
		}
	}
}

func TestTheSchemaSaysWhatEachKindOfChartIs(t *testing.T) {
	text := string(roadshow.Schema())
	for _, want := range []string{`"const": "waterfall"`, `"const": "open_range"`} {
		i := strings.Index(text, want)
		if i < 0 || !strings.Contains(text[i:i+200], `"description"`) {
			t.Errorf("%s has no description in the schema", want)
		}
	}
}

func TestSchemasOfBrandsAndLooksAgreeWithTheProgram(t *testing.T) {
	brand := schemaOf(t, roadshow.BrandSchema())
	for _, c := range []struct {
		src string
		ok  bool
	}{
		{"name: House\ncolours: {accent: \"#112233\"}\nfonts: fonts\nlogo: logo.png\nfooter: F\ndisclaimer: D", true},
		{"disclaimer: {file: d.md}", true},
		{"colours: {accent: red}", false},
		{"colours: {series: [\"#112233\"]}", false},
		{"color: {}", false},
		{"logo: /etc/logo.png", false},
	} {
		refused := brand.Validate(asEditorsSee(t, c.src))
		r := compileText(t, short+"brand: b.yaml\n", map[string]string{"b.yaml": c.src, "d.md": "D", "logo.png": picture(40), "fonts/sans.ttf": ""})
		program := slices.ContainsFunc(r.Problems.Problems(), func(p diag.Problem) bool {
			return p.Severity == diag.Error && !strings.Contains(p.Summary, "font")
		})
		if (refused == nil) != c.ok || program == c.ok {
			t.Errorf("%q: the schema says %v, the program %s", c.src, refused, problems(r))
		}
	}
	look := schemaOf(t, roadshow.LookSchema())
	for _, name := range assets.Looks() {
		src, err := os.ReadFile(filepath.Join("assets", "looks", name+".json"))
		if err != nil {
			t.Fatal(err)
		}
		rng := rand.New(rand.NewPCG(1, 2))
		for i := range 100 {
			tree := asEditorsSee(t, string(src))
			if i%2 == 1 {
				tree.(map[string]any)["base"] = "ink"
			}
			if i > 1 {
				tree = mutated(rng, tree)
			}
			text, err := json.Marshal(tree)
			if err != nil {
				t.Fatal(err)
			}
			_, failed := assets.ParseLook(text)
			if refused := look.Validate(asEditorsSee(t, string(text))); (refused != nil) != (failed != nil) {
				t.Fatalf("the schema says %v, the program %v\n%s", refused, failed, text)
			}
		}
	}
}

// TestEncodingsThatAreReadMayBeAskedFor: what the reader of data files knows, its key takes.
func TestEncodingsThatAreReadMayBeAskedFor(t *testing.T) {
	schema, err := os.ReadFile("docs/schema/briefing.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range table.Encodings() {
		if !strings.Contains(string(schema), `"`+name+`"`) {
			t.Errorf("the key encoding does not take %s", name)
		}
	}
}
