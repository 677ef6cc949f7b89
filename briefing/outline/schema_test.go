package outline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
)

// checker judges values by the keywords of draft-07 that Schema uses.
type checker struct{ root map[string]any }

func newChecker(t testing.TB) *checker {
	t.Helper()
	var root map[string]any
	if err := json.Unmarshal(Schema(testCatalog()), &root); err != nil {
		t.Fatal(err)
	}
	return &checker{root}
}

// check answers what is wrong with v, "" for nothing.
func (c *checker) check(schema map[string]any, v any, path string) string {
	for k, s := range schema {
		if msg := c.keyword(schema, k, s, v, path); msg != "" {
			return msg
		}
	}
	return ""
}

func (c *checker) keyword(schema map[string]any, k string, s, v any, path string) string {
	bad := func(format string, args ...any) string { return path + ": " + fmt.Sprintf(format, args...) }
	object, isObject := v.(map[string]any)
	list, isList := v.([]any)
	str, isString := v.(string)
	number, isNumber := v.(float64)
	switch k {
	case "$schema", "title", "description", "definitions":
	case "$ref":
		name := strings.TrimPrefix(s.(string), "#/definitions/")
		def, ok := c.root["definitions"].(map[string]any)[name].(map[string]any)
		if !ok {
			return bad("no definition %q", name)
		}
		return c.check(def, v, path)
	case "type":
		types, ok := s.([]any)
		if !ok {
			types = []any{s}
		}
		for _, t := range types {
			if t == "integer" && isNumber && number == float64(int(number)) || t == typeOf(v) {
				return ""
			}
		}
		return bad("%T is no %v", v, types)
	case "enum":
		for _, e := range s.([]any) {
			if e == v {
				return ""
			}
		}
		return bad("%v is none of %v", v, s)
	case "properties":
		for name, p := range s.(map[string]any) {
			if e, ok := object[name]; ok {
				if msg := c.check(p.(map[string]any), e, path+"."+name); msg != "" {
					return msg
				}
			}
		}
	case "required":
		for _, r := range s.([]any) {
			if _, ok := object[r.(string)]; isObject && !ok {
				return bad("no %v", r)
			}
		}
	case "additionalProperties":
		known, _ := schema["properties"].(map[string]any)
		for name, e := range object {
			if known[name] != nil {
				continue
			}
			if sub, ok := s.(map[string]any); ok {
				if msg := c.check(sub, e, path+"."+name); msg != "" {
					return msg
				}
			} else if s == false {
				return bad("unknown %s", name)
			}
		}
	case "propertyNames":
		for name := range object {
			if msg := c.check(s.(map[string]any), name, path+"."+name); msg != "" {
				return msg
			}
		}
	case "minProperties", "maxProperties":
		if n := float64(len(object)); isObject && (k == "minProperties" && n < s.(float64) || k == "maxProperties" && n > s.(float64)) {
			return bad("%v properties", n)
		}
	case "minItems", "maxItems":
		if n := float64(len(list)); isList && (k == "minItems" && n < s.(float64) || k == "maxItems" && n > s.(float64)) {
			return bad("%v items", n)
		}
	case "items":
		for i, e := range list {
			if msg := c.check(s.(map[string]any), e, fmt.Sprintf("%s[%d]", path, i)); msg != "" {
				return msg
			}
		}
	case "oneOf", "anyOf":
		fits, last := 0, ""
		for _, alt := range s.([]any) {
			if msg := c.check(alt.(map[string]any), v, path); msg == "" {
				fits++
			} else {
				last = msg
			}
		}
		if fits == 0 || k == "oneOf" && fits > 1 {
			return bad("%d alternatives fit (%s)", fits, last)
		}
	case "pattern":
		if isString && !regexp.MustCompile(s.(string)).MatchString(str) {
			return bad("%q against %v", str, s)
		}
	case "maxLength":
		if isString && float64(utf8.RuneCountInString(str)) > s.(float64) {
			return bad("%q is too long", str)
		}
	case "minimum", "maximum":
		if isNumber && (k == "minimum" && number < s.(float64) || k == "maximum" && number > s.(float64)) {
			return bad("%v", number)
		}
	default:
		return bad("keyword %s is not known to the checker", k)
	}
	return ""
}

func typeOf(v any) string {
	switch v.(type) {
	case nil:
		return "null"
	case bool:
		return "boolean"
	case float64:
		return "number"
	case string:
		return "string"
	case []any:
		return "array"
	}
	return "object"
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
	if msg := c.check(c.root, asEditor(t, string(src)), "outline"); msg != "" {
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
		if msg := c.check(c.root, asEditor(t, src), "outline"); msg != "" {
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
		if c.check(c.root, asJSON(v), "outline") == "" {
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
