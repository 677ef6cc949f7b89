package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// Mention is a block that words refer to: [#theme.block].
type Mention struct {
	Block *Block // nil: this briefing does not have it, which was reported
	At    diag.Span
	id    string
}

// String is the mention where no page is at hand: the block's title, else what it is.
func (m *Mention) String() string {
	if m.Block == nil {
		return ""
	}
	if !m.Block.Title.Empty() {
		return m.Block.Title.String()
	}
	return m.Block.Layout
}

// mention notes that words refer to a block. Blocks are known when the whole story is read.
func (w *walker) mention(c *markNode, style Inline, out *Prose) {
	m := &Mention{At: w.n.Range(c.from-1, c.to+1), id: strings.TrimSpace(string(w.src[c.from+1 : c.to]))}
	w.r.b.Mentions = append(w.r.b.Mentions, m)
	in := style
	in.Text, in.Mention = "", m
	*out = append(*out, in)
}

// place of a block in the outline, whoever sees it.
type declared struct {
	id   string
	node *outline.Node
	only []string // of the block, or of its theme
}

// declared are all blocks that the author gave an id, for every audience.
func declaredBlocks(root *outline.Node) (named []declared, unnamed []string) {
	add := func(theme string, list *outline.Node, only []string) {
		for _, n := range list.Items() {
			if n.Block == nil {
				continue
			}
			if n.Words("id") == "" {
				unnamed = append(unnamed, theme+"."+n.Block.Name)
				continue
			}
			who := only
			if n.Has("only") {
				who = audiencesOf(n)
			}
			named = append(named, declared{theme + "." + n.Words("id"), n, who})
		}
	}
	for _, t := range root.Get("themes").Items() {
		add(outline.ThemeID(t), t.Get("evidence"), audiencesOf(t))
	}
	add("back", root.Get("back"), nil)
	for _, s := range root.Get("slides").Items() {
		if s.Block != nil && s.Words("id") != "" {
			named = append(named, declared{"back." + s.Words("id"), s, audiencesOf(s)})
		}
	}
	return named, unnamed
}

func audiencesOf(n *outline.Node) (out []string) {
	for _, a := range n.Get("only").Items() {
		out = append(out, a.Text)
	}
	return out
}

// mentions finds the blocks that the story refers to.
func (r *resolver) mentions(root *outline.Node) {
	if len(r.b.Mentions) == 0 {
		return
	}
	named, unnamed := declaredBlocks(root)
	shown := map[diag.Span]*Block{}
	for _, b := range r.b.Blocks() {
		shown[b.At] = b
	}
	for _, m := range r.b.Mentions {
		var found []declared
		for _, d := range named {
			if d.id == m.id || !strings.Contains(m.id, ".") && strings.HasSuffix(d.id, "."+m.id) {
				found = append(found, d)
			}
		}
		switch len(found) {
		case 0:
			r.noBlock(m, named, unnamed)
		case 1:
			d := found[0]
			if m.Block = shown[d.node.At]; m.Block == nil {
				who := quoted(d.only)
				r.l.Error(m.At, "E-REF", "give these words the same only: ["+strings.Join(d.only, ", ")+"], or leave the mention out",
					"[#%s] is not in this briefing: only: %s has it", m.id, who)
			}
		default:
			ids := make([]string, len(found))
			for i, d := range found {
				ids[i] = "[#" + d.id + "]"
			}
			r.l.Error(m.At, "E-AMBIGUOUS", "write the one that is meant", "[#%s] may be %s", m.id, strings.Join(ids, " or "))
		}
	}
}

func quoted(ids []string) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = `"` + id + `"`
	}
	return strings.Join(out, " or ")
}

// noBlock reports a mention of a block that is not in the outline.
func (r *resolver) noBlock(m *Mention, named []declared, unnamed []string) {
	ids := make([]string, 0, 2*len(named))
	for _, d := range named {
		ids = append(ids, d.id, d.id[strings.LastIndexByte(d.id, '.')+1:])
	}
	hint := "write the theme's id, a dot and the block's id: [#theme.block]"
	if near := diag.Nearest(m.id, ids); near != "" {
		hint = "did you mean [#" + near + "]?"
	} else if slices.Contains(unnamed, m.id) {
		hint = "give the block an id of its own, and write that"
	} else if len(named) == 0 {
		hint = "give the block an id: and write [#theme.id]"
	}
	r.l.Error(m.At, "E-REF", hint, "there is no block %s", m.id)
}
