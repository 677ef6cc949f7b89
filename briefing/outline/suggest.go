package outline

import (
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
)

// unknownKey reports a key that its mapping does not have, and answers which it most likely meant.
func (p *parser) unknownKey(sh *Shape, y *yaml.Node, e entry) (meant string) {
	key := e.key.Value
	if p.broken && strings.HasPrefix(key, string(mendedMark)) {
		return ""
	}
	at := p.extent(e.key)
	if p.isNull(deref(e.value)) {
		if hint := p.commaHint(y); hint != "" {
			p.l.Error(at, "E-KEY", "quote the text or use block style", "a comma ended your text: %s is read as a key", quote(key))
			return ""
		}
	}
	meant = diag.Nearest(key, sh.names())
	hint := diag.DidYouMean(key, sh.names())
	if hint == "" && p.l.Len() < 100 { // beyond that nobody reads hints, and the search is not free
		hint = p.elsewhere(key, sh)
	}
	if hint == "" {
		hint = "it takes " + sh.keys()
	}
	if len(sh.Fields) == 0 {
		hint = ""
	}
	p.l.Error(at, "E-KEY", hint, "%s has no key %s", article(sh.Name), quote(key))
	return meant
}

// commaHint is the hint for a key without a value: inside braces it is most often the rest of a text.
func (p *parser) commaHint(y *yaml.Node) string {
	if y.Style&yaml.FlowStyle != 0 {
		return "a comma ended your text: quote it or use block style"
	}
	return ""
}

// elsewhere says where a key belongs that is unknown here and known somewhere else.
func (p *parser) elsewhere(key string, here *Shape) string {
	for _, k := range p.c.Blocks {
		if k.Name == key {
			return quote(key) + " is a block: write it as an item of evidence, \"- " + key + ":\""
		}
	}
	var owners []string
	seen := map[*Shape]bool{here: true}
	var visit func(sh *Shape)
	visit = func(sh *Shape) {
		if sh == nil || seen[sh] {
			return
		}
		seen[sh] = true
		for _, f := range sh.Fields {
			if f.Name == key && sh.Name != here.Name && !slices.Contains(owners, sh.Name) {
				owners = append(owners, sh.Name)
			}
			visit(f.Shape)
		}
	}
	visit(Root(p.c))
	visit(p.c.Chart)
	for i := range p.c.Blocks {
		visit(p.blockShape(&p.c.Blocks[i]))
	}
	switch {
	case len(owners) == 0:
		return ""
	case len(owners) > 3:
		owners = append(owners[:3:3], "…")
	}
	for i, o := range owners {
		owners[i] = article(o)
	}
	return quote(key) + " belongs to " + strings.Join(owners, ", ")
}
