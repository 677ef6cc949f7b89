package outline

import (
	"slices"
	"strings"
	"unicode"

	"roadshow/internal/diag"
)

// crossCheck holds ids against each other: what no single value can tell.
func (p *parser) crossCheck(root *Node) {
	p.uniqueThemes(root.Get("themes").Items())
	p.uniqueBlocks(root.Get("back").Items())
	p.uniqueNames(root.Get("audiences").Items())
	p.uniqueFigures(root.Get("figures").Entries(), root.Get("terms").Entries())
	for _, t := range root.Get("terms").Entries() {
		p.terms = append(p.terms, t.Name)
	}
	known := map[string][]string{}
	for _, m := range []string{"sources", "people", "data", "figures", "entities"} {
		for _, e := range root.Get(m).Entries() {
			known[m] = append(known[m], e.Name)
		}
	}
	for _, a := range root.Get("audiences").Items() {
		if last := a.Text[strings.LastIndexByte(a.Text, '-')+1:]; slices.Contains(p.c.Reserved, last) {
			p.l.Error(a.At, "E-ID", "choose another name: files are called X-"+a.Text+".pdf", "an audience cannot be called %s: %s is a format or a medium", quote(a.Text), quote(last))
		}
		known["audiences"] = append(known["audiences"], a.Text)
	}
	blocks := func(prefix string, list *Node) {
		for _, b := range list.Items() {
			if id := b.Words("id"); id != "" {
				known["blocks"] = append(known["blocks"], prefix+"."+id)
			}
		}
	}
	for _, t := range root.Get("themes").Items() {
		id := ThemeID(t)
		known["themes"] = append(known["themes"], id)
		blocks(id, t.Get("evidence"))
	}
	blocks("back", root.Get("back"))
	for _, r := range p.refs {
		if ids := known[r.Field.To]; !slices.Contains(ids, r.Text) && r.Field.To != "" {
			p.unknownRef(r, ids)
		}
	}
	for _, w := range p.whos {
		if isID(w.Text, false) && !slices.Contains(known["people"], w.Text) {
			hint := diag.DidYouMean(w.Text, known["people"])
			if hint == "" {
				hint = "add it to people, or write the name as it should be printed"
			}
			p.l.Error(w.At, "E-REF", hint, "nobody in people is called %s", quote(w.Text))
		}
	}
}

func (p *parser) unknownRef(r *Node, ids []string) {
	to, id := r.Field.To, r.Text
	hint := diag.DidYouMean(id, ids)
	switch {
	case to == "figures" && slices.Contains(p.terms, id):
		hint = "it is a term: words, no number"
	case strings.HasPrefix(id, "$") && slices.Contains(ids, id[1:]):
		hint = "write " + id[1:] + " without the $"
	case hint != "":
	case to == "blocks" && !strings.Contains(id, "."):
		hint = "write the theme's id, a dot and the block's id"
	case to == "themes":
		hint = "a theme's id is its name in small letters, joined by hyphens"
		if len(ids) > 0 && len(ids) <= 8 {
			hint = "there is " + strings.Join(quoteAll(ids), ", ")
		}
	case to == "blocks":
		hint = "give the block an id"
	case len(ids) == 0:
		hint = "declare it under " + to + ":"
	case len(ids) <= 8:
		hint = "there is " + strings.Join(quoteAll(ids), ", ")
	default:
		hint = "declare it under " + to + ":"
	}
	p.l.Error(r.At, "E-REF", hint, "unknown %s %s", singular(to), quote(id))
}

// uniqueFigures holds figures and terms against each other: $name is one of them.
func (p *parser) uniqueFigures(figures, terms []*Node) {
	for _, n := range append(slices.Clone(figures), terms...) {
		if n.Name == "to" {
			p.l.Error(n.Key, "E-ID", "choose another id: $to.name is the recipient's in a mail", "%s names whoever gets a copy", quote(n.Name))
		}
	}
	for _, t := range terms {
		i := slices.IndexFunc(figures, func(f *Node) bool { return f.Name == t.Name })
		if i < 0 {
			continue
		}
		first, second := figures[i], t
		if first.Key.Line > second.Key.Line {
			first, second = second, first
		}
		p.l.Error(second.Key, "E-DUP", "$"+t.Name+" could print only one of them: rename the other", "%s names a figure and a term; the first is in line %d", quote(t.Name), first.Key.Line)
	}
}

// singular is what one entry of a map is called.
func singular(to string) string {
	switch to {
	case "people":
		return "person"
	case "data":
		return "data"
	case "entities":
		return "entity"
	}
	return strings.TrimSuffix(to, "s")
}

func (p *parser) uniqueThemes(themes []*Node) {
	seen := map[string]*Node{}
	for _, t := range themes {
		p.uniqueBlocks(t.Get("evidence").Items())
		at := t.Get("id")
		if at == nil {
			at = t.Get("name")
		}
		id := ThemeID(t)
		if id == "" {
			continue
		}
		if first := seen[id]; first != nil {
			p.l.Error(at.At, "E-DUP", "give one of them an id of its own", "two themes have the id %s; the first is in line %d", quote(id), first.At.Line)
			continue
		}
		seen[id] = at
	}
}

func (p *parser) uniqueBlocks(blocks []*Node) {
	var ids []*Node
	for _, b := range blocks {
		if id := b.Get("id"); id != nil {
			ids = append(ids, id)
		}
	}
	p.uniqueNames(ids)
}

func (p *parser) uniqueNames(names []*Node) {
	seen := map[string]*Node{}
	for _, n := range names {
		if first := seen[n.Text]; first != nil && n.Text != "" {
			p.l.Error(n.At, "E-DUP", "", "the id %s is taken; the first is in line %d", quote(n.Text), first.At.Line)
			continue
		}
		seen[n.Text] = n
	}
}

// ThemeID is a theme's id: the given one, else its name in small letters, words joined by hyphens.
func ThemeID(theme *Node) string {
	if id := theme.Words("id"); id != "" {
		return id
	}
	var b strings.Builder
	gap := false
	for _, c := range strings.ToLower(theme.Words("name")) {
		if c > unicode.MaxASCII || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(c)
			continue
		}
		gap = true
	}
	return b.String()
}
