package outline

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// kind finds a block by its layout's name.
func (p *parser) kind(name string) *Kind {
	for i := range p.c.Blocks {
		if p.c.Blocks[i].Name == name {
			return &p.c.Blocks[i]
		}
	}
	return nil
}

// BlockShape is what a block may hold: the layout's own fields and those that every block has.
func BlockShape(k *Kind, chart *Shape) *Shape {
	own := k.Shape
	if own == nil {
		if own = chart; own == nil {
			own = &Shape{}
		}
	}
	sh := &Shape{Name: k.Name, Short: own.Short, OneOf: own.OneOf}
	common := Common()
	title := common[0]
	if f := own.field("title"); f != nil {
		title = *f
	}
	title.Required = title.Required || k.Title == Required
	sh.Fields = append(sh.Fields, title)
	for _, f := range own.Fields {
		if f.Name != "title" {
			sh.Fields = append(sh.Fields, f)
		}
	}
	for _, f := range common[1:] {
		if own.field(f.Name) == nil {
			sh.Fields = append(sh.Fields, f)
		}
	}
	return sh
}

func (p *parser) blockShape(k *Kind) *Shape {
	sh := p.shapes[k.Name]
	if sh == nil {
		sh = BlockShape(k, p.c.Chart)
		p.shapes[k.Name] = sh
	}
	return sh
}

func (p *parser) blockNames() []string {
	out := make([]string, len(p.c.Blocks))
	for i, k := range p.c.Blocks {
		out[i] = k.Name
	}
	return out
}

const blocksHint = "`roadshow layouts` lists all blocks"

// block reads a mapping with exactly one key, the layout's name.
func (p *parser) block(n *Node, y *yaml.Node) {
	if p.blocks++; p.blocks > limits.Blocks.N() {
		if p.blocks == limits.Blocks.N()+1 {
			p.l.Limit(n.At, limits.Blocks)
		}
		return
	}
	if p.mended(y) {
		return
	}
	switch {
	case y.Kind == yaml.ScalarNode && p.kind(y.Value) != nil:
		p.l.Error(n.At, "E-BLOCK", "write \"- "+y.Value+":\" and its fields below, indented further", "%s has no fields", quote(y.Value))
		return
	case y.Kind != yaml.MappingNode:
		p.l.Error(n.At, "E-BLOCK", "a block begins with its layout's name, such as \"- quote:\"", "a block is a mapping with one key, not %s", kindOf(y))
		return
	}
	es := p.entries(y, "")
	if len(es) == 0 {
		p.l.Error(n.At, "E-BLOCK", "name a layout, such as \"- quote:\"", "an empty block")
		return
	}
	n.Key = p.extent(es[0].key)
	first := p.kind(es[0].key.Value)
	switch {
	case len(es) == 1 && first == nil:
		p.unknownBlock(n, es[0])
		return
	case len(es) == 1:
		n.Block = first
		p.blockFields(n, first, es[0].value)
		return
	}
	n.Block = first
	var blocks []entry
	for _, e := range es {
		if p.kind(e.key.Value) != nil {
			blocks = append(blocks, e)
		}
	}
	switch {
	case first != nil && p.isNull(deref(es[0].value)):
		p.l.Error(p.extent(es[1].key), "E-BLOCK", "indent its fields two spaces further than "+quote(first.Name),
			"the fields of %s stand beside it, not below it", quote(first.Name))
		// The rest are its fields: judge them so.
		rest := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map", Line: es[1].key.Line, Column: es[1].key.Column}
		for _, e := range es[1:] {
			rest.Content = append(rest.Content, e.key, e.value)
		}
		p.object(n, rest, p.blockShape(first))
	case len(blocks) > 1:
		p.l.Error(p.extent(blocks[1].key), "E-BLOCK", "give each block its own dash",
			"two blocks in one item: %s and %s", quote(blocks[0].key.Value), quote(blocks[1].key.Value))
		for i, e := range blocks {
			part := n
			if i > 0 {
				part = &Node{At: n.At, Key: p.extent(e.key)}
			}
			p.blockFields(part, p.kind(e.key.Value), e.value)
		}
	case len(blocks) == 1:
		stray := es[0]
		if first != nil {
			stray = es[1]
		}
		hint := "indent it further if it belongs to " + quote(blocks[0].key.Value)
		if k := p.fitting(es); k != "" {
			hint = "is it a " + quote(k) + "? Write \"- " + k + ":\" and indent the fields below it"
		}
		p.l.Error(p.extent(stray.key), "E-BLOCK", hint,
			"a block has one key, its layout's name; %s stands beside it", quote(stray.key.Value))
		n.Block = p.kind(blocks[0].key.Value)
		p.blockFields(n, n.Block, blocks[0].value)
	default:
		hint := diag.DidYouMean(es[0].key.Value, p.blockNames())
		if k := p.fitting(es); k != "" && hint == "" {
			hint = "is it a " + quote(k) + "? Write \"- " + k + ":\" and indent the fields below it"
		}
		p.l.Error(n.Key, "E-BLOCK", join(hint, blocksHint), "a block begins with its layout's name; %s is none", quote(es[0].key.Value))
	}
}

func (p *parser) unknownBlock(n *Node, e entry) {
	name := e.key.Value
	if p.broken && strings.HasPrefix(name, string(mendedMark)) {
		return
	}
	p.l.Error(n.Key, "E-BLOCK", join(diag.DidYouMean(name, p.blockNames()), blocksHint), "unknown block %s", quote(name))
}

// fitting is the one layout that has all the keys.
func (p *parser) fitting(es []entry) string {
	found := ""
	for i := range p.c.Blocks {
		sh, all := p.blockShape(&p.c.Blocks[i]), true
		for _, e := range es {
			all = all && sh.field(e.key.Value) != nil
		}
		if all && found != "" {
			return ""
		}
		if all {
			found = p.c.Blocks[i].Name
		}
	}
	return found
}

// blockFields reads what stands below the layout's name.
func (p *parser) blockFields(n *Node, k *Kind, v *yaml.Node) {
	n.Block = k
	sh := p.blockShape(k)
	v = deref(v)
	if p.isNull(v) {
		n.Null = true
		p.l.Error(n.Key, "E-BLOCK", "it takes "+sh.keys(), "%s has no fields", quote(k.Name))
		return
	}
	p.shaped(n, sh, v)
}

// slide reads an entry of the slides list: a page's name, {theme: id}, {block: theme.id}, or a block.
func (p *parser) slide(n *Node, y *yaml.Node) {
	if p.mended(y) {
		return
	}
	if y.Kind == yaml.ScalarNode {
		p.scalar(n, &Field{Name: "slide", Type: Choice, Choices: n.Field.Choices}, y)
		return
	}
	if y.Kind == yaml.MappingNode && len(y.Content) == 2 {
		for i := range n.Field.Shape.Fields {
			f := &n.Field.Shape.Fields[i]
			if y.Content[0].Value == f.Name {
				n.Keys = []*Node{p.value(f, y.Content[0], y.Content[1])}
				if n.Keys[0].Null {
					p.l.Error(n.Keys[0].Key, "E-MISSING", "", "%s is empty", quote(f.Name))
				}
				return
			}
		}
	}
	p.block(n, y)
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}
