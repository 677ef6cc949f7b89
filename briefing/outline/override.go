package outline

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
)

// Setting is one `--set path=value`. The path is made of keys, joined by dots; items of a list are counted from 1, and a
// theme may be named by its id: `title`, `format.units`, `themes.2.claim`, `themes.compute.claim`. The value is taken as
// text, as if it stood there quoted.
type Setting struct{ Path, Value string }

// ParseSetting reads "path=value".
func ParseSetting(s string) (Setting, bool) {
	path, value, ok := strings.Cut(s, "=")
	path = strings.TrimSpace(path)
	return Setting{path, value}, ok && path != ""
}

// override puts the settings into yaml's tree, before anything is checked: a wrong key or value is then reported as if the
// author had typed it, at its place in the setting.
func (p *parser) override(root *yaml.Node) {
	for _, set := range p.c.Set {
		if root.Kind != yaml.MappingNode {
			return
		}
		if p.set == nil {
			p.set = map[*yaml.Node]*source{}
		}
		p.setOne(root, set)
	}
}

func (p *parser) setOne(root *yaml.Node, set Setting) {
	s := newSource("--set", set.Path+"="+set.Value)
	col := 1
	// node makes a value that stands in the setting itself.
	node := func(kind yaml.Kind, tag, value string, col int) *yaml.Node {
		y := &yaml.Node{Kind: kind, Tag: tag, Value: value, Line: 1, Column: col}
		p.set[y] = s
		return y
	}
	keys := strings.Split(set.Path, ".")
	y := root
	for i, key := range keys {
		value := func() *yaml.Node {
			if i == len(keys)-1 {
				return node(yaml.ScalarNode, "!!str", set.Value, utf8.RuneCountInString(set.Path)+2)
			}
			return node(yaml.MappingNode, "!!map", "", col)
		}
		at := diag.Span{File: "--set", Line: 1, Col: col, EndLine: 1, EndCol: col + utf8.RuneCountInString(key)}
		slot := (**yaml.Node)(nil)
		switch y.Kind {
		case yaml.MappingNode:
			for j := 0; j+1 < len(y.Content); j += 2 {
				if y.Content[j].Value == key {
					slot = &y.Content[j+1]
				}
			}
			if slot == nil && i == 1 && p.namesItems(keys[0]) {
				// A setting replaces: nothing prints a figure or a source that the outline does not have.
				var known []string
				for j := 0; j+1 < len(y.Content); j += 2 {
					known = append(known, y.Content[j].Value)
				}
				hint := "a setting replaces what the outline has; write a new one into the outline"
				if near := diag.Nearest(key, known); near != "" {
					hint = "did you mean " + quote(near) + "?"
				}
				p.l.Error(at, "E-KEY", hint, "the outline's %s have no %s", keys[0], quote(key))
				return
			}
			if slot == nil {
				y.Content = append(y.Content, node(yaml.ScalarNode, "!!str", key, col), value())
				slot = &y.Content[len(y.Content)-1]
			}
		case yaml.SequenceNode:
			n, err := strconv.Atoi(key)
			if err != nil {
				n = itemNamed(y, key)
			}
			if n < 1 || n > len(y.Content) {
				p.l.Error(at, "E-KEY", "items are counted from 1; a theme may be named by its id", "no item %s in a list of %d", quote(key), len(y.Content))
				return
			}
			slot = &y.Content[n-1]
		default:
			p.l.Error(at, "E-KEY", "", "%s has no keys below it", quote(strings.Join(keys[:i], ".")))
			return
		}
		last := i == len(keys)-1
		if last || p.isNull(deref(*slot)) {
			*slot = value()
		}
		// What an alias names may stand elsewhere too: change a copy.
		if (*slot).Kind == yaml.AliasNode {
			c := *deref(*slot)
			c.Content = append([]*yaml.Node(nil), c.Content...)
			*slot = &c
		}
		y = *slot
		col += utf8.RuneCountInString(key) + 1
	}
}

// namesItems says that the keys below a key of the outline are ids that the author chose.
func (p *parser) namesItems(key string) bool {
	for _, f := range Root(p.c).Fields {
		if f.Name == key {
			return f.KeyIDs
		}
	}
	return false
}

// itemNamed finds a theme by its id, counted from 1; 0 is none.
func itemNamed(list *yaml.Node, id string) int {
	for i, item := range list.Content {
		t := &Node{}
		for j, m := 0, deref(item); m.Kind == yaml.MappingNode && j+1 < len(m.Content); j += 2 {
			t.Keys = append(t.Keys, &Node{Name: m.Content[j].Value, Text: deref(m.Content[j+1]).Value})
		}
		if ThemeID(t) == id {
			return i + 1
		}
	}
	return 0
}

// Leaves are the paths, as settings name them, of all values of a tree that hold no others, in the order of the file.
func (n *Node) Leaves() []string { return n.leaves("") }

func (n *Node) leaves(at string) (out []string) {
	if n == nil {
		return nil
	}
	if n.Block != nil {
		at += "." + n.Block.Name
	}
	for _, k := range n.Keys {
		out = append(out, k.leaves(strings.TrimPrefix(at+"."+k.Name, "."))...)
	}
	for i, k := range n.List {
		out = append(out, k.leaves(at+"."+strconv.Itoa(i+1))...)
	}
	if len(n.Keys)+len(n.List) == 0 {
		out = append(out, at)
	}
	return out
}
