package outline

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// The words that messages are made of.

func quote(s string) string { return `"` + firstWords(s, 60) + `"` }

func quoteAll(ss []string) []string {
	out := make([]string, len(ss))
	for i, s := range ss {
		out[i] = quote(s)
	}
	return out
}

// oneOf is "a", "b" or "c".
func oneOf(ss []string) string {
	q := quoteAll(ss)
	if len(q) < 2 {
		return strings.Join(q, "")
	}
	return strings.Join(q[:len(q)-1], ", ") + " or " + q[len(q)-1]
}

// firstWords is the start of a text on one line, at most n characters long.
func firstWords(s string, n int) string {
	s = strings.Join(strings.Fields(s), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return strings.TrimRight(string([]rune(s)[:n-1]), " ") + "…"
}

func article(name string) string {
	switch {
	case name == "":
		return "this"
	case strings.HasPrefix(name, "the "):
		return name
	case strings.ContainsRune("aeiou", rune(name[0])):
		return "an " + name
	}
	return "a " + name
}

func items(n int) string {
	if n == 1 {
		return "1 item"
	}
	return fmt.Sprintf("%d items", n)
}

// kindOf says what stands there instead.
func kindOf(y *yaml.Node) string {
	switch y.Kind {
	case yaml.MappingNode:
		return "a mapping"
	case yaml.SequenceNode:
		return "a list"
	}
	return "text"
}

// words says what a field's value is.
func (f *Field) words() string {
	switch f.Type {
	case Amount:
		return "a value"
	case Date:
		return "a date"
	case Number:
		return "a number"
	case Whole:
		return "a whole number"
	case Flag:
		return "true or false"
	case Name, Ref, Named:
		return "an id"
	case Who:
		return "a person"
	case Path:
		return "a file's name"
	case Choice:
		return "one of " + strings.Join(f.Choices, ", ")
	case Formula:
		return "a formula"
	case Object:
		return "a mapping"
	case Block, Slide:
		return "a block"
	case Scalar:
		return "one value"
	case Pick:
		return "a name, or {name: the name to print}"
	}
	return "text"
}

// nameOf names a value in a message: its key, or the list that it is an item of.
func nameOf(n *Node, f *Field) string {
	if n.Name != "" {
		return quote(n.Name)
	}
	return "an item of " + quote(f.Name)
}

// characters counts what a reader sees as characters.
func characters(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) && r != '\u200d' {
			n++
		}
	}
	return n
}

// field finds a field by its name.
func (sh *Shape) field(name string) *Field {
	if name == "" {
		return nil
	}
	for i := range sh.Fields {
		if sh.Fields[i].Name == name {
			return &sh.Fields[i]
		}
	}
	return nil
}

func (sh *Shape) names() []string {
	out := make([]string, len(sh.Fields))
	for i := range sh.Fields {
		out[i] = sh.Fields[i].Name
	}
	return out
}

// keys lists the fields for a hint, the required ones first.
func (sh *Shape) keys() string {
	var must, may []string
	for _, f := range sh.Fields {
		if f.Required {
			must = append(must, f.Name)
		} else {
			may = append(may, f.Name)
		}
	}
	all := append(must, may...)
	if len(all) > 8 {
		all = append(all[:8:8], "…")
	}
	return strings.Join(all, ", ")
}
