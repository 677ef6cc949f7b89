package outline

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
)

// Schema is the JSON Schema of an outline, draft-07: the newest that yaml-language-server knows by heart. The same catalog
// gives the same bytes.
func Schema(c Catalog) []byte {
	return c.schema(Root(c), "roadshow outline", "One YAML file describes one investor briefing.", false)
}

// ShapeSchema is the JSON Schema of another file: YAML, or JSON, whose values have its own types. A file of JSON may be
// based on another by its key base, and then names only what differs.
func ShapeSchema(sh *Shape, title, about string, asJSON bool) []byte {
	return Catalog{}.schema(sh, title, about, asJSON)
}

func (c Catalog) schema(sh *Shape, title, about string, asJSON bool) []byte {
	s := &schemaWriter{c: c, bodies: map[string]string{}, json: asJSON}
	root := s.shape(sh)
	out := members{
		{"$schema", "http://json-schema.org/draft-07/schema#"},
		{"title", title},
		{"description", about},
	}
	out = append(out, root...)
	if len(s.defs) > 0 {
		out = append(out, member{"definitions", s.defs})
	}
	raw, err := json.Marshal(out)
	if err != nil {
		panic(err) // strings, numbers and lists of them: cannot fail
	}
	var b bytes.Buffer
	if err := json.Indent(&b, raw, "", "  "); err != nil {
		panic(err)
	}
	b.WriteByte('\n')
	return b.Bytes()
}

// members is a JSON object whose members keep their order.
type members []member

type member struct {
	name  string
	value any
}

// MarshalJSON writes the members in order.
func (m members) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, f := range m {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := e.Encode(f.name); err != nil {
			return nil, err
		}
		b.WriteByte(':')
		if err := e.Encode(f.value); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

type schemaWriter struct {
	c      Catalog
	defs   members
	bodies map[string]string // definition → its JSON, to tell namesakes apart
	open   []*Shape          // shapes being written, outermost first
	json   bool              // values have JSON's own types: no text for a number, nothing empty
}

// define adds a definition and refers to it. Shapes of one name and one content share a definition.
func (s *schemaWriter) define(name string, body members) members {
	raw, err := json.Marshal(body)
	if err != nil {
		panic(err) // as in Schema
	}
	name = strings.ReplaceAll(strings.TrimPrefix(name, "the "), " ", "_")
	key := name
	for i := 2; ; i++ {
		known, ok := s.bodies[key]
		if ok && known == string(raw) {
			break
		}
		if !ok {
			s.bodies[key] = string(raw)
			s.defs = append(s.defs, member{key, body})
			break
		}
		key = fmt.Sprintf("%s_%d", name, i)
	}
	return members{{"$ref", "#/definitions/" + key}}
}

// shape is a mapping with its fields. One that may be left out may be empty too, as a key with nothing behind it is; not one
// by which a mapping says which of its forms it has.
func (s *schemaWriter) shape(sh *Shape) members {
	firsts := map[string]bool{}
	for _, g := range sh.OneOf {
		firsts[g[0]] = true
	}
	properties, required := members{}, []string{}
	for i := range sh.Fields {
		f := &sh.Fields[i]
		body := s.field(f)
		switch {
		case f.Required:
			required = append(required, f.Name)
			body = notEmpty(body)
		case firsts[f.Name]:
			body = notEmpty(body)
		case !s.json:
			body = orNull(body)
		}
		properties = append(properties, member{f.Name, s.described(f, body)})
	}
	out := members{{"type", "object"}, {"additionalProperties", false}, {"properties", properties}}
	based := s.json && sh.field("base") != nil
	switch {
	case based && len(required) > 0:
		out = append(out, member{"anyOf", []members{{{"required", []string{"base"}}}, {{"required", required}}}})
	case len(required) > 0:
		out = append(out, member{"required", required})
	}
	if len(sh.OneOf) > 0 {
		var groups []members
		for i, g := range sh.OneOf {
			others := members{}
			for j, o := range sh.OneOf {
				if i != j {
					others = append(others, member{o[0], false})
				}
			}
			groups = append(groups, members{{"required", g}, {"properties", others}})
		}
		out = append(out, member{"oneOf", groups})
	}
	return out
}

// orNull lets a value be left empty.
func orNull(body members) members {
	if len(body) > 0 && body[0].name == "type" {
		types, one := []string{}, true
		switch t := body[0].value.(type) {
		case string:
			types = append(types, t)
		case []string:
			types, one = append(types, t...), false
		}
		if one || !slices.Contains(types, "null") {
			types = append(types, "null")
		}
		return append(members{{"type", types}}, body[1:]...)
	}
	return members{{"anyOf", []members{body, {{"type", "null"}}}}}
}

// notEmpty wants at least one letter of a text.
func notEmpty(body members) members {
	if len(body) == 0 || body[0].name != "type" || slices.ContainsFunc(body, func(m member) bool { return m.name == "pattern" }) {
		return body
	}
	switch t := body[0].value.(type) {
	case string:
		if t != "string" {
			return body
		}
	case []string:
		if !slices.Contains(t, "string") {
			return body
		}
	}
	return append(body[:len(body):len(body)], member{"pattern", `\S`})
}

// object refers to a shape's definition, its short form included.
func (s *schemaWriter) object(f *Field) members {
	sh := f.Shape
	if sh == nil {
		if sh = s.c.Chart; sh == nil {
			return members{{"type", "object"}}
		}
	}
	for _, o := range s.open {
		if o == sh {
			return members{{"type", "object"}}
		}
	}
	s.open = append(s.open, sh)
	body := s.shape(sh)
	if short := sh.field(sh.Short); short != nil {
		bare := s.field(short)
		if short.Required || slices.ContainsFunc(sh.OneOf, func(g []string) bool { return g[0] == short.Name }) {
			bare = notEmpty(bare)
		}
		body = members{{"oneOf", []members{bare, body}}}
	}
	s.open = s.open[:len(s.open)-1]
	return s.define(sh.Name, body)
}

func (s *schemaWriter) described(f *Field, body members) members {
	doc := sentence(f.Doc)
	if doc == "" {
		return body
	}
	return append(members{{"description", doc}}, body...)
}

// field is a field's value: a list, a map or one value.
func (s *schemaWriter) field(f *Field) members {
	one := s.one(f)
	switch {
	case f.Rows:
		one = members{{"type", "array"}, {"items", members{{"type", "array"}, {"items", one}}}}
	case f.List:
		list := members{{"type", "array"}, {"items", one}}
		if f.Min > 0 {
			list = append(list, member{"minItems", f.Min})
		}
		if f.Hard && f.Max > 0 {
			list = append(list, member{"maxItems", f.Max})
		}
		if f.Type == Ref && f.To == "people" {
			list = append(list, member{"uniqueItems", true})
		}
		if f.Type == Named {
			list = members{{"anyOf", []members{list, namedForm(0)}}}
		}
		if f.OrOne {
			list = members{{"oneOf", []members{one, list}}}
		}
		one = list
	}
	if !f.Map {
		return one
	}
	out := members{{"type", "object"}, {"additionalProperties", one}}
	if f.KeyIDs {
		pattern := idPattern
		if f.Name == "figures" || f.Name == "terms" {
			pattern = figurePattern
		}
		names := members{{"pattern", pattern}}
		if f.Name == "figures" || f.Name == "terms" {
			names = append(names, member{"not", members{{"enum", moneyWords()}}})
		}
		out = append(out, member{"propertyNames", names})
	}
	return out
}

const (
	idPattern     = "^[a-z][a-z0-9_-]*$"
	figurePattern = "^[a-z][a-z0-9_]*$"
)

// one is a single value of the field's type. YAML gives numbers and booleans for words such as 2023 and true: text takes
// them, as Parse does.
func (s *schemaWriter) one(f *Field) members {
	text := members{{"type", []string{"string", "number", "boolean"}}}
	if s.json {
		text = members{{"type", "string"}}
	}
	if f.Pattern != "" {
		text = append(text, member{"pattern", f.Pattern})
	}
	switch f.Type {
	case Rich:
		file := members{{"type", "object"}, {"additionalProperties", false},
			{"properties", members{{"file", append(members{{"description", "A Markdown file beside the outline, at most 1 MiB."}}, filePath()...)}}},
			{"required", []string{"file"}}}
		forms := []members{notEmptyIf(f.Required, text), file}
		if len(f.Flags) > 0 { // {text or file, flag: true}
			flags := members{}
			for _, name := range f.Flags {
				flags = append(flags, member{name, orNull(s.one(&Field{Type: Flag}))})
			}
			for _, words := range []member{{"text", text}, {"file", filePath()}} {
				forms = append(forms, members{{"type", "object"}, {"additionalProperties", false}, {"properties", append(members{words}, flags...)}, {"required", []string{words.name}}})
			}
		}
		return members{{"anyOf", forms}}
	case Amount, Date:
		return members{{"type", []string{"string", "number"}}}
	case Number:
		return members{{"type", []string{"number", "string"}}, {"pattern", decimal().String()}}
	case Whole:
		number := members{{"type", "integer"}}
		if !f.List && (f.Min != 0 || f.Max != 0) {
			number = append(number, member{"minimum", f.Min})
			if f.Max > 0 {
				number = append(number, member{"maximum", f.Max})
			}
		}
		return members{{"anyOf", []members{number, {{"type", "string"}, {"pattern", wholes(f)}}}}}
	case Flag:
		if s.json {
			return members{{"type", "boolean"}}
		}
		return members{{"enum", []any{true, false, "true", "false"}}}
	case Name:
		return members{{"type", []string{"string", "boolean"}}, {"pattern", idPattern}}
	case Named:
		return members{{"anyOf", []members{{{"type", []string{"string", "boolean"}}, {"pattern", idPattern}}, namedForm(1)}}}
	case Ref:
		return members{{"type", []string{"string", "boolean"}}}
	case Path:
		if len(f.Choices) > 0 {
			file := filePath()
			return members{{"anyOf", []members{choices(f), append(file, member{"allOf", []members{{{"pattern", "[./]"}}}})}}}
		}
		return filePath()
	case Choice:
		return choices(f)
	case Words:
		if len(f.Choices) > 0 {
			return choices(f)
		}
	case Object:
		return s.object(f)
	case Block:
		return s.block()
	case Slide:
		return s.slide(f)
	case Scalar:
		return members{{"type", []string{"string", "number", "boolean", "null"}}}
	case Pick:
		return members{{"oneOf", []members{text, {{"type", "object"}, {"minProperties", 1}, {"maxProperties", 1}, {"additionalProperties", text}}}}}
	}
	if f.Budget > 0 && f.Code != "" {
		text = append(text, member{"maxLength", f.Budget})
	}
	return text
}

// choices are words of which one must be taken; with what they mean where the field says it.
func choices(f *Field) members {
	if len(f.Says) != len(f.Choices) {
		return members{{"enum", f.Choices}}
	}
	var forms []members
	for i, c := range f.Choices {
		forms = append(forms, members{{"const", c}, {"description", sentence(f.Says[i])}})
	}
	return members{{"oneOf", forms}}
}

// namedForm is a mapping of ids to printed names: of just most of them, or of any number (0).
func namedForm(most int) members {
	out := members{{"type", "object"}, {"additionalProperties", members{{"type", []string{"string", "number", "boolean"}}, {"pattern", `\S`}}},
		{"propertyNames", members{{"pattern", idPattern}}}}
	if most > 0 {
		out = append(out, member{"minProperties", most}, member{"maxProperties", most})
	}
	return out
}

// filePath is the name of a file inside the outline's folder.
func filePath() members {
	return members{{"type", []string{"string", "number", "boolean"}}, {"pattern", `\S`},
		{"not", members{{"type", "string"}, {"pattern", `^/|^~|^.:|://|\\|^\.\.$|^\.\./|/\.\./|/\.\.$`}}}}
}

// wholes is the pattern of a whole number in quotes, within the field's limits.
func wholes(f *Field) string {
	if f.List || f.Min < 0 || f.Max <= 0 || f.Max > 100 {
		return `^[-+]?\d+$`
	}
	var all []string
	for v := f.Min; v <= f.Max; v++ {
		all = append(all, strconv.Itoa(v))
	}
	return `^\+?0*(` + strings.Join(all, "|") + `)$`
}

func notEmptyIf(required bool, body members) members {
	if required {
		return notEmpty(body)
	}
	return body
}

// block is a mapping with exactly one key, a layout's name.
func (s *schemaWriter) block() members {
	if _, ok := s.bodies["block"]; ok {
		return members{{"$ref", "#/definitions/block"}}
	}
	properties := members{}
	for i := range s.c.Blocks {
		k := &s.c.Blocks[i]
		sh := BlockShape(k, s.c.Chart)
		sh.Name += "_block"
		body := s.object(&Field{Type: Object, Shape: sh})
		if doc := sentence(k.Summary); doc != "" {
			body = append(members{{"description", doc}}, body...)
		}
		properties = append(properties, member{k.Name, body})
	}
	return s.define("block", members{{"type", "object"}, {"additionalProperties", false}, {"minProperties", 1}, {"maxProperties", 1}, {"properties", properties}})
}

// slide is an entry of the slides list.
func (s *schemaWriter) slide(f *Field) members {
	forms := []members{{{"enum", f.Choices}}}
	for i := range f.Shape.Fields {
		ref := &f.Shape.Fields[i]
		forms = append(forms, members{{"type", "object"}, {"additionalProperties", false},
			{"properties", members{{ref.Name, s.described(ref, s.field(ref))}}}, {"required", []string{ref.Name}}})
	}
	return members{{"anyOf", append(forms, s.block())}}
}

// sentence is a one-line doc with its capital and its full stop.
func sentence(doc string) string {
	if doc == "" {
		return ""
	}
	r := []rune(doc)
	if len(r) > 1 && unicode.IsLower(r[0]) && !strings.HasPrefix(doc, "id →") {
		r[0] = unicode.ToUpper(r[0])
	}
	if !strings.ContainsRune(".?!…", r[len(r)-1]) {
		r = append(r, '.')
	}
	return string(r)
}

// phrase is a one-line doc as the end of a sentence: no capital, no full stop.
func phrase(doc string) string {
	r := []rune(strings.TrimSuffix(doc, "."))
	if len(r) > 1 && unicode.IsUpper(r[0]) && unicode.IsLower(r[1]) && !strings.HasPrefix(doc, "Markdown") {
		r[0] = unicode.ToLower(r[0])
	}
	return string(r)
}
