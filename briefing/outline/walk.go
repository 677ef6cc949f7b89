package outline

import (
	"errors"
	"io/fs"
	"path"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// parser walks one file. Not for concurrent use.
type parser struct {
	c      Catalog
	l      *diag.List
	src    *source
	set    map[*yaml.Node]*source // values of --set, each its own source
	shapes map[string]*Shape      // of blocks, common fields added
	broken bool                   // the YAML itself had errors
	blocks int                    // so far
	prose  int                    // bytes of Markdown files so far, each as often as it is named
	root   *yaml.Node

	refs []*Node // Type Ref
	whos []*Node // Type Who

	terms []string // ids
}

func newParser(c Catalog, l *diag.List) *parser {
	return &parser{c: c, l: l, shapes: map[string]*Shape{}}
}

// entry is one key and its value.
type entry struct{ key, value *yaml.Node }

// entries are a mapping's, merge keys followed, a repeated key reported and left out.
func (p *parser) entries(y *yaml.Node, path string) []entry {
	out := make([]entry, 0, len(y.Content)/2)
	var seen map[string]*yaml.Node
	if len(y.Content) > 16 {
		seen = make(map[string]*yaml.Node, len(y.Content)/2)
	}
	find := func(name string) *yaml.Node {
		if seen != nil {
			return seen[name]
		}
		for _, e := range out {
			if e.key.Value == name {
				return e.key
			}
		}
		return nil
	}
	var merges []*yaml.Node
	for i := 0; i+1 < len(y.Content); i += 2 {
		k, v := y.Content[i], y.Content[i+1]
		for k.Kind == yaml.AliasNode {
			k = k.Alias
		}
		switch {
		case k.Kind != yaml.ScalarNode, p.isNull(k):
			p.l.Error(p.extent(k), "E-KEY", "quote it if it is text", "a key must be a word, not a list or a mapping")
		case k.Tag == "!!merge":
			merges = append(merges, v)
		case find(k.Value) != nil:
			line := find(k.Value).Line
			p.l.Error(p.extent(k), "E-DUP", "", "%s stands here twice; the first is in line %d", quote(k.Value), line)
		default:
			out = append(out, entry{k, v})
			if seen != nil {
				seen[k.Value] = k
			}
		}
	}
	for _, m := range merges {
		for _, m := range mergeParts(m) {
			if m.Kind != yaml.MappingNode {
				p.l.Error(p.extent(m), "E-TYPE", "write <<: *name, where &name stands before a mapping", "<< merges mappings only")
				continue
			}
			for _, e := range p.entries(m, path) {
				if find(e.key.Value) == nil {
					out = append(out, e)
					if seen != nil {
						seen[e.key.Value] = e.key
					}
				}
			}
		}
	}
	return out
}

// mergeParts are the mappings that one merge key names.
func mergeParts(y *yaml.Node) []*yaml.Node {
	y = deref(y)
	if y.Kind != yaml.SequenceNode {
		return []*yaml.Node{y}
	}
	var out []*yaml.Node
	for _, c := range y.Content {
		out = append(out, deref(c))
	}
	return out
}

func deref(y *yaml.Node) *yaml.Node {
	for y.Kind == yaml.AliasNode {
		y = y.Alias
	}
	return y
}

// object reads the entries of a mapping with a shape into n.Keys.
func (p *parser) object(n *Node, y *yaml.Node, sh *Shape) {
	es := p.entries(y, sh.Name)
	n.Keys = make([]*Node, 0, len(es))
	var meant []string
	for _, e := range es {
		f := sh.field(e.key.Value)
		if f == nil {
			meant = append(meant, p.unknownKey(sh, y, e))
			continue
		}
		n.Keys = append(n.Keys, p.value(f, e.key, e.value))
	}
	at := n.At
	if len(es) > 0 {
		at = p.extent(es[0].key)
	}
	p.missing(at, sh, n, meant...)
}

// missing reports the required fields that n lacks, at the first key of its mapping; not those that a mistyped key meant.
func (p *parser) missing(at diag.Span, sh *Shape, n *Node, meant ...string) {
	for i := range sh.Fields {
		if f := &sh.Fields[i]; f.Required && (!slices.Contains(meant, f.Name) || n.Get(f.Name) != nil) {
			p.need(at, sh, f, n)
		}
	}
	if len(sh.OneOf) > 0 {
		p.alternatives(at, sh, n, meant)
	}
}

// alternatives holds a mapping against the groups of which exactly one must be given.
func (p *parser) alternatives(at diag.Span, sh *Shape, n *Node, meant []string) {
	var given, all []string
	for _, group := range sh.OneOf {
		all = append(all, group[0])
		first := n.Get(group[0])
		if first == nil {
			continue
		}
		given = append(given, group[0])
		for _, also := range group[1:] {
			if f := sh.field(also); f != nil && !slices.Contains(meant, also) {
				p.need(first.Key, sh, f, n)
			}
		}
		if first.empty() {
			p.l.Error(first.Key, "E-MISSING", "", "%s is empty", quote(first.Name))
		}
	}
	switch {
	case len(given) == 0 && !slices.ContainsFunc(meant, func(m string) bool { return slices.Contains(all, m) }):
		p.l.Error(at, "E-MISSING", "", "%s needs %s", article(sh.Name), oneOf(all))
	case len(given) > 1:
		p.l.Error(n.Get(given[1]).Key, "E-KEY", "keep one of them", "%s takes %s, not %s together", article(sh.Name), oneOf(all), strings.Join(quoteAll(given), " and "))
	}
}

func (p *parser) need(at diag.Span, sh *Shape, f *Field, n *Node) {
	e := n.Get(f.Name)
	switch {
	case e == nil:
		hint := ""
		if f.Doc != "" {
			hint = f.Name + ": " + phrase(f.Doc)
		}
		p.l.Error(at, "E-MISSING", hint, "%s has no %s", article(sh.Name), quote(f.Name))
	case e.empty():
		at := e.Key
		if e.At.File != at.File {
			at = e.At // emptied by --set
		}
		p.l.Error(at, "E-MISSING", "", "%s is empty", quote(f.Name))
	}
}

// empty says that nothing was written behind the key.
func (n *Node) empty() bool {
	if n.Null {
		return true
	}
	return n.List == nil && n.Keys == nil && n.Block == nil && n.src != nil && strings.TrimSpace(n.Text) == ""
}

// value reads one field's value.
func (p *parser) value(f *Field, key, y *yaml.Node) *Node {
	n := &Node{Field: f, Name: key.Value, Key: p.extent(key)}
	p.fill(n, f, y)
	return n
}

// hashed refuses a value that is missing because it begins with # and is not quoted, and says whether it was one.
func (p *parser) hashed(at diag.Span) bool {
	if at.Line < 1 {
		return false
	}
	line := strings.TrimRight(p.src.lineText(at.Line), "\r\n")
	c := hashValue().FindStringIndex(line)
	if c == nil || strings.TrimSpace(line[:c[0]]) == "" && line[c[0]] == '#' {
		return false
	}
	from := c[1] - 2
	for line[from] != '#' {
		from--
	}
	p.l.Error(p.src.spanOf(at.Line, line, from, len(line)), "E-YAML", "quote it, or leave a blank after # if it is a comment",
		"YAML reads %s as a comment: nothing is left", quote(firstWords(line[from:], 24)))
	return true
}

// fill reads a value of field f into n: a list, a map or one value.
func (p *parser) fill(n *Node, f *Field, y *yaml.Node) {
	n.At = p.extent(y)
	y = deref(y)
	if p.isNull(y) {
		n.Null = true
		p.hashed(n.Key)
		return
	}
	if f.Map {
		p.mapping(n, f, y)
		return
	}
	p.values(n, f, y)
}

// values is fill for what stands behind one key of a map, or behind a field that is no map.
func (p *parser) values(n *Node, f *Field, y *yaml.Node) {
	switch {
	case f.Rows:
		p.rows(n, f, y)
	case f.List:
		p.list(n, f, y)
	default:
		p.one(n, f, y)
	}
}

// mapping reads a map with the author's own keys.
func (p *parser) mapping(n *Node, f *Field, y *yaml.Node) {
	if y.Kind != yaml.MappingNode {
		if p.mended(y) {
			return
		}
		p.l.Error(n.At, "E-TYPE", "write it as `name: value` lines under "+f.Name+":", "%s must be a mapping", quote(f.Name))
		return
	}
	es := p.entries(y, f.Name)
	n.Keys = make([]*Node, 0, len(es))
	for _, e := range es {
		k := &Node{Field: f, Name: e.key.Value, Key: p.extent(e.key), At: p.extent(e.value)}
		if f.KeyIDs {
			p.checkID(k, f.Name == "figures" || f.Name == "terms")
		}
		v := deref(e.value)
		if p.isNull(v) {
			k.Null = true
			p.l.Error(k.Key, "E-MISSING", p.commaHint(y), "%s is empty", quote(k.Name))
		} else {
			p.values(k, f, v)
		}
		n.Keys = append(n.Keys, k)
	}
}

// list reads a sequence, or one value where that stands for a list of one.
func (p *parser) list(n *Node, f *Field, y *yaml.Node) {
	if f.Type == Named && y.Kind == yaml.MappingNode {
		for _, e := range p.entries(y, f.Name) {
			n.List = append(n.List, p.namedItem(f, e))
		}
		return
	}
	if y.Kind != yaml.SequenceNode {
		if !f.OrOne && !p.mended(y) {
			hint := "write one item a line, each after \"- \""
			if y.Kind == yaml.MappingNode {
				hint = "put \"- \" before the first key of each item"
			}
			p.l.Error(n.At, "E-TYPE", hint, "%s must be a list", quote(f.Name))
			if y.Kind == yaml.ScalarNode {
				return
			}
		}
		item := &Node{Field: f, At: n.At, Key: n.At}
		p.one(item, f, y)
		n.List = []*Node{item}
		return
	}
	n.List = make([]*Node, 0, len(y.Content))
	for _, c := range y.Content {
		item := &Node{Field: f, At: p.extent(c)}
		item.Key = item.At
		c = deref(c)
		if p.isNull(c) {
			item.Null = true
			if at := p.near(c, n); f.Type != Scalar && !p.hashed(at) {
				p.l.Error(at, "E-MISSING", "delete the dash or write the item", "an empty item in %s", quote(f.Name))
			}
		} else {
			p.one(item, f, c)
		}
		n.List = append(n.List, item)
	}
	p.checkCount(n, f)
	p.checkCommas(f, y)
}

// rows reads a sequence of sequences.
func (p *parser) rows(n *Node, f *Field, y *yaml.Node) {
	if y.Kind != yaml.SequenceNode {
		if !p.mended(y) {
			p.l.Error(n.At, "E-TYPE", "write each row as - [a, b, c]", "%s must be a list of rows", quote(f.Name))
		}
		return
	}
	n.List = make([]*Node, 0, len(y.Content))
	row := *f
	row.Rows, row.List, row.OrOne, row.Min, row.Max = false, true, false, 0, 0
	for _, c := range y.Content {
		r := &Node{At: p.extent(c)}
		r.Key = r.At
		if c = deref(c); c.Kind == yaml.SequenceNode {
			p.list(r, &row, c)
			for _, cell := range r.List {
				cell.Field = f
			}
		} else if !p.mended(c) {
			p.l.Error(p.near(c, n), "E-TYPE", "write each row as - [a, b, c]", "a row of %s must be a list of cells", quote(f.Name))
		}
		n.List = append(n.List, r)
	}
	p.checkCount(n, f)
}

// checkCount holds a list's length against its field.
func (p *parser) checkCount(n *Node, f *Field) {
	code := f.Code
	if code == "" {
		code = "E-LIMIT"
	}
	count := len(n.List)
	if f.Type == Ref && f.To == "people" { // each is drawn, and found again, by its id
		seen := map[string]bool{}
		for _, item := range n.List {
			if seen[item.Text] {
				p.l.Error(item.At, "E-DUP", "name each once", "%s stands twice in %s", quote(item.Text), quote(f.Name))
			}
			seen[item.Text] = true
		}
	}
	switch {
	case f.Min > 0 && count < f.Min:
		p.l.Error(firstOf(n.Key, n.At), code, "", "%s has %s, it needs at least %d", quote(f.Name), items(count), f.Min)
	case f.Hard && f.Max > 0 && count > f.Max:
		p.l.Error(n.List[f.Max].At, code, "split it over two", "%s has %s, at most %d fit", quote(f.Name), items(count), f.Max)
	}
}

// one reads a single value of the field's type.
func (p *parser) one(n *Node, f *Field, y *yaml.Node) {
	switch f.Type {
	case Object:
		p.objectValue(n, f, y)
	case Block:
		p.block(n, y)
	case Slide:
		p.slide(n, y)
	case Named:
		p.named(n, f, y)
	case Rich:
		if y.Kind == yaml.MappingNode {
			p.fileText(n, f, y)
			return
		}
		p.scalar(n, f, y)
	case Pick:
		if y.Kind == yaml.MappingNode {
			p.renamed(n, f, y)
			return
		}
		p.scalar(n, f, y)
	default:
		p.scalar(n, f, y)
	}
}

// objectValue reads a mapping with a shape, or the short form that stands for one.
func (p *parser) objectValue(n *Node, f *Field, y *yaml.Node) {
	sh := f.Shape
	if sh == nil {
		if sh = p.c.Chart; sh == nil {
			sh = &Shape{Name: f.Name}
		}
	}
	p.shaped(n, sh, y)
}

// shaped reads a mapping, or a bare value that fills the shape's short field.
func (p *parser) shaped(n *Node, sh *Shape, y *yaml.Node) {
	if y.Kind == yaml.MappingNode {
		p.object(n, y, sh)
		return
	}
	if p.mended(y) {
		return
	}
	if f := sh.field(sh.Short); f != nil && (y.Kind == yaml.ScalarNode || f.List) {
		e := &Node{Field: f, Name: f.Name, Key: n.At}
		p.fill(e, f, y)
		n.Keys = []*Node{e}
		p.missing(n.At, sh, n)
		return
	}
	p.l.Error(n.At, "E-TYPE", "it takes "+sh.keys(), "%s is a mapping, not %s", article(sh.Name), kindOf(y))
}

// renamed reads {Revenue 2024: Revenue}.
func (p *parser) renamed(n *Node, f *Field, y *yaml.Node) {
	es := p.entries(y, f.Name)
	if len(es) != 1 || deref(es[0].value).Kind != yaml.ScalarNode || p.isNull(deref(es[0].value)) {
		p.l.Error(n.At, "E-TYPE", "write {its name: the name to print}, one in each pair of braces", "an item of %s is a name, or one name and what to print for it", quote(f.Name))
		return
	}
	k := &Node{Field: f, Name: es[0].key.Value, Key: p.extent(es[0].key), At: p.extent(es[0].value)}
	p.scalar(k, f, deref(es[0].value))
	n.Keys = []*Node{k}
}

// named reads an id, or a mapping of one id to its printed name.
func (p *parser) named(n *Node, f *Field, y *yaml.Node) {
	if y.Kind != yaml.MappingNode {
		p.scalar(n, f, y)
		return
	}
	es := p.entries(y, f.Name)
	if len(es) != 1 {
		p.l.Error(n.At, "E-TYPE", "write each after a dash of its own: - id: Printed name", "one of %s is an id, or an id and its printed name", quote(f.Name))
		return
	}
	*n = *p.namedItem(f, es[0])
}

// namedItem is an id with its printed name.
func (p *parser) namedItem(f *Field, e entry) *Node {
	n := &Node{Field: f, At: p.extent(e.key), Key: p.extent(e.key), Text: e.key.Value}
	p.checkID(n, false)
	name := p.value(&Field{Name: "name", Type: Words}, e.key, e.value)
	name.Name = "name"
	if name.empty() {
		p.l.Error(n.At, "E-MISSING", "write the id alone where nothing is to be printed", "%s has no name to print", quote(n.Text))
	}
	n.Keys = []*Node{name}
	return n
}

// fileText reads {file: x.md}.
func (p *parser) fileText(n *Node, f *Field, y *yaml.Node) {
	var name *yaml.Node
	for _, e := range p.entries(y, f.Name) {
		switch {
		case e.key.Value == "file":
			name = deref(e.value)
			continue
		case slices.Contains(f.Flags, e.key.Value):
			n.Keys = append(n.Keys, p.value(&Field{Name: e.key.Value, Type: Flag}, e.key, e.value))
			continue
		case e.key.Value == "text" && len(f.Flags) > 0 && name == nil && deref(e.value).Kind == yaml.ScalarNode && !p.isNull(deref(e.value)):
			p.scalar(n, f, deref(e.value))
			n.At = p.extent(e.value)
			continue
		}
		p.l.Error(p.extent(e.key), "E-KEY", "quote text that holds a colon, or put it below the key after |", "%s is text or {file: x.md}", quote(f.Name))
		return
	}
	if name == nil && n.src != nil {
		return // its text stands here
	}
	if name == nil || name.Kind != yaml.ScalarNode || p.isNull(name) {
		p.l.Error(n.At, "E-TYPE", "write text or {file: x.md}", "%s names no file", quote(f.Name))
		return
	}
	at := p.extent(name)
	n.File = name.Value
	if !p.checkPath(at, name.Value) {
		return
	}
	if p.c.ReadFile == nil {
		p.l.Error(at, "E-FILE", "write the text itself", "no file can be read from here")
		return
	}
	src, err := p.c.ReadFile(name.Value, limits.ProseBytes.N64())
	switch {
	case errors.Is(err, fs.ErrNotExist):
		p.l.Error(at, "E-FILE", "paths are relative to the outline's folder", "there is no file %s", quote(name.Value))
		return
	case err != nil:
		p.l.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read %s: %s", quote(name.Value), reason(err))
		return
	case len(src) > limits.ProseBytes.N():
		p.l.Limit(at, limits.ProseBytes, quote(name.Value))
		return
	}
	before := p.prose
	if p.prose += len(src); p.prose > limits.ProseText.N() {
		if before <= limits.ProseText.N() { // once
			p.l.Limit(at, limits.ProseText, quote(name.Value))
		}
		return
	}
	file := path.Join(path.Dir(p.src.file), name.Value)
	s := newSource(file, clean(src, file, p.l))
	n.src, n.quoting = s, whole
	n.Text = strings.TrimRight(strings.ReplaceAll(s.text, "\r\n", "\n"), "\n")
	n.At = s.span(0, 0)
}

// reason is what the system said, without the path that the message names already.
func reason(err error) string {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		err = e.Err
	}
	return firstWords(err.Error(), 120)
}

// near is an item's place, or that of the list where the item is nothing at all.
func (p *parser) near(y *yaml.Node, n *Node) diag.Span {
	if at := p.extent(y); at.Line > 0 {
		return at
	}
	return n.At
}

func firstOf(a, b diag.Span) diag.Span {
	if a.IsZero() {
		return b
	}
	return a
}
