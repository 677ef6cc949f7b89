package outline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
)

// checker holds values against the schema.
type checker struct{ schema *jsonschema.Schema }

func newChecker(t testing.TB) *checker {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema(testCatalog())))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return &checker{schema}
}

// check answers what is wrong with v, "" for nothing.
func (c *checker) check(v any) string {
	if err := c.schema.Validate(v); err != nil {
		return err.Error()
	}
	return ""
}

// asEditor reads YAML as an editor does: YAML 1.2's core schema, where dates are text.
func asEditor(t testing.TB, src string) any {
	t.Helper()
	var v any
	if err := yaml.Unmarshal([]byte(src), &v); err != nil {
		t.Fatal(err)
	}
	return asJSON(v)
}

func asJSON(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, e := range v {
			out[k] = asJSON(e)
		}
		return out
	case map[any]any:
		out := map[string]any{}
		for k, e := range v {
			out[fmt.Sprint(k)] = asJSON(e)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, e := range v {
			out[i] = asJSON(e)
		}
		return out
	case int:
		return float64(v)
	case time.Time:
		return v.Format(time.DateOnly)
	}
	return v
}

func TestTheSchemaAcceptsWhatParseAccepts(t *testing.T) {
	c := newChecker(t)
	src, err := os.ReadFile("testdata/contract.yaml")
	if err != nil {
		t.Fatal(err)
	}
	if msg := c.check(asEditor(t, string(src))); msg != "" {
		t.Errorf("the contract's example: %s", msg)
	}
	for seed := range uint64(60) {
		src := generate(seed, 3, 6, []float64{0.1, 0.5, 1}[seed%3])
		if _, ps := parse(t, src); len(ps) > 0 {
			for i, p := range ps {
				t.Errorf("%d:%d %s %s", p.At.Line, p.At.Col, p.Code, p.Summary)
				if i > 5 {
					break
				}
			}
			t.Fatalf("seed %d:\n%s", seed, src)
		}
		if msg := c.check(asEditor(t, src)); msg != "" {
			t.Fatalf("seed %d: %s\n%s", seed, msg, src)
		}
	}
}

func TestTheSchemaRefusesWhatParseRefuses(t *testing.T) {
	c := newChecker(t)
	files, err := filepath.Glob("testdata/diagnostics/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	refused := 0
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var v any
		if yaml.Unmarshal(src, &v) != nil {
			continue
		}
		// What a schema cannot see: references, paths, tags and comments.
		var l diag.List
		Parse(src, "bad.yaml", testCatalog(), &l)
		seen := false
		for _, p := range l.Problems() {
			switch p.Code {
			case "E-KEY", "E-MISSING", "E-TYPE", "E-BLOCK", "E-CHOICE", "E-ID", "E-TRACK", "E-LIMIT", "E-GRID":
				seen = seen || !strings.Contains(p.Summary, "reads as money") && !strings.HasSuffix(p.Summary, "is empty")
			}
		}
		if !seen {
			continue
		}
		refused++
		if c.check(asJSON(v)) == "" {
			t.Errorf("%s is accepted", filepath.Base(f))
		}
	}
	if refused < 25 {
		t.Errorf("only %d files were judged", refused)
	}
}

func TestTheSchemaIsTheSameEveryTime(t *testing.T) {
	a := Schema(testCatalog())
	if !bytes.Equal(a, Schema(testCatalog())) {
		t.Error("two schemas differ")
	}
	if !json.Valid(a) {
		t.Error("it is no JSON")
	}
}

func TestEveryFieldIsDocumented(t *testing.T) {
	var visit func(path string, sh *Shape)
	visit = func(path string, sh *Shape) {
		for _, f := range sh.Fields {
			if f.Doc == "" || strings.Contains(f.Doc, "\n") {
				t.Errorf("%s.%s has no line of documentation", path, f.Name)
			}
			if f.Type == Choice && len(f.Choices) == 0 || f.Type == Ref && f.To == "" {
				t.Errorf("%s.%s names no choices or no map", path, f.Name)
			}
			if f.Shape != nil {
				visit(path+"."+f.Name, f.Shape)
			}
		}
	}
	visit("outline", Root(testCatalog()))
	visit("brand", Brand())
	visit("block", &Shape{Fields: Common()})
}
