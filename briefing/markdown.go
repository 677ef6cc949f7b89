package briefing

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/typeset"
)

// Citations travel through Markdown as private-use characters around the source's id: Markdown has no syntax of its own
// for [@id], and would read the brackets as a link.
const citeOpen, citeClose = '\uE000', '\uE001'

// prose reads one paragraph of inline Markdown. Words that Markdown would break into blocks stay one paragraph.
func (r *resolver) prose(n *outline.Node, form form) Prose {
	if n == nil || n.Null {
		return nil
	}
	src := r.mark(n, form)
	if !strings.ContainsAny(src, "*_`[<&\\\n\uE000") {
		return Plain(typeset.Smart(src, r.b.Language))
	}
	src = strings.Join(strings.Fields(strings.ReplaceAll(src, "\n", " ")), " ")
	var out Prose
	for _, p := range r.blocks(n, src, true) {
		out = append(out, p.Prose...)
	}
	return out
}

// rich reads paragraphs, lists and cross-headings.
func (r *resolver) rich(n *outline.Node) []Para {
	if n == nil || n.Null {
		return nil
	}
	return r.blocks(n, r.mark(n, proseForm), false)
}

// mark fills in figures, turns citations into marks and sets typographic quotation marks.
func (r *resolver) mark(n *outline.Node, form form) string {
	s := r.expand(n, form, true)
	if i := strings.Index(s, "[@"); i >= 0 {
		var b strings.Builder
		for i >= 0 {
			end := strings.IndexByte(s[i:], ']')
			if end < 0 {
				break
			}
			b.WriteString(s[:i])
			b.WriteRune(citeOpen)
			b.WriteString(strings.TrimSpace(s[i+2 : i+end]))
			b.WriteRune(citeClose)
			s = s[i+end+1:]
			i = strings.Index(s, "[@")
		}
		s = b.String() + s
	}
	return s
}

// blocks walks the Markdown tree of src. inline keeps a line that looks like a heading or a list as words.
func (r *resolver) blocks(n *outline.Node, src string, inline bool) []Para {
	buf := []byte(src)
	doc := r.markdown().Parser().Parse(text.NewReader(buf))
	w := mdWalker{r: r, n: n, src: buf}
	if inline && (doc.ChildCount() != 1 || doc.FirstChild().Kind() != ast.KindParagraph) {
		return []Para{{Prose: w.cite(typeset.Smart(src, r.b.Language), Inline{})}}
	}
	for c := doc.FirstChild(); c != nil; c = c.NextSibling() {
		w.block(c, 0)
	}
	return w.out
}

func (r *resolver) markdown() goldmark.Markdown {
	if r.md == nil {
		r.md = goldmark.New()
	}
	return r.md
}

type mdWalker struct {
	r   *resolver
	n   *outline.Node
	src []byte
	out []Para
}

func (w *mdWalker) at() diag.Span { return w.n.At }

func (w *mdWalker) line(n ast.Node) int {
	if n.Type() == ast.TypeInline || n.Lines() == nil || n.Lines().Len() == 0 {
		return w.at().Line
	}
	before := strings.Count(string(w.src[:n.Lines().At(0).Start]), "\n")
	return w.n.Pos(0).Line + before
}

func (w *mdWalker) block(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		w.out = append(w.out, Para{Kind: Body, Prose: w.inlines(n), Line: w.line(n)})
	case *ast.Heading:
		kind := Heading
		if n.Level > 2 {
			kind = RunIn
		}
		w.out = append(w.out, Para{Kind: kind, Prose: w.inlines(n), Line: w.line(n)})
	case *ast.List:
		w.list(n, depth)
	case *ast.ThematicBreak:
	default:
		w.r.l.Error(w.n.At, "E-MARKDOWN", "use paragraphs, lists, headings, emphasis and links",
			"%s is not printed in a briefing", strings.ToLower(n.Kind().String()))
	}
}

func (w *mdWalker) list(l *ast.List, depth int) {
	number := l.Start
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "–"
		if l.IsOrdered() {
			marker = itoa(number) + "."
			number++
		} else if depth > 0 {
			marker = "·"
		}
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			if sub, ok := c.(*ast.List); ok {
				w.list(sub, depth+1)
				continue
			}
			w.out = append(w.out, Para{Kind: Item, Prose: w.inlines(c), Depth: depth, Marker: marker, Line: w.line(c)})
			marker = ""
		}
	}
}

// inlines gathers the words under a block. Smart quotes see the whole paragraph: the context of a quotation mark may
// stand on the other side of an emphasis.
func (w *mdWalker) inlines(n ast.Node) Prose {
	var raw Prose
	w.gather(n, Inline{}, &raw)
	smartAcross(raw, w.r.b.Language)
	var out Prose
	for _, i := range raw {
		out = append(out, w.cite(i.Text, i)...)
	}
	return out
}

func (w *mdWalker) gather(n ast.Node, style Inline, out *Prose) {
	add := func(s string) {
		if k := len(*out); k > 0 && (*out)[k-1].sameStyle(style) {
			(*out)[k-1].Text += s
			return
		}
		i := style
		i.Text = s
		*out = append(*out, i)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			add(unescape(string(c.Segment.Value(w.src))))
			if c.SoftLineBreak() || c.HardLineBreak() {
				add(" ")
			}
		case *ast.String:
			add(string(c.Value))
		case *ast.Emphasis:
			inner := style
			if c.Level == 2 {
				inner.Strong = true
			} else {
				inner.Em = true
			}
			w.gather(c, inner, out)
		case *ast.Link:
			inner := style
			inner.Link = w.r.link(w.n, string(c.Destination))
			w.gather(c, inner, out)
		case *ast.AutoLink:
			inner := style
			inner.Link = w.r.link(w.n, string(c.URL(w.src)))
			i := inner
			i.Text = string(c.Label(w.src))
			*out = append(*out, i)
		case *ast.CodeSpan:
			w.gather(c, style, out)
		case *ast.RawHTML:
			for i := range c.Segments.Len() {
				seg := c.Segments.At(i)
				add(string(seg.Value(w.src)))
			}
		case *ast.Image:
			w.r.l.Error(w.n.At, "E-MARKDOWN", "use an image block", "a picture cannot stand in running text")
		default:
			w.gather(c, style, out)
		}
	}
}

func (i Inline) sameStyle(o Inline) bool {
	return i.Strong == o.Strong && i.Em == o.Em && i.Link == o.Link && i.Cite == o.Cite
}

// smartAcross sets typographic marks over the joined text of a paragraph's inlines and hands the pieces back. A
// separator keeps the seams: it is no character that Smart changes.
func smartAcross(p Prose, lang string) {
	const seam = "\uE002"
	parts := make([]string, len(p))
	for i := range p {
		parts[i] = p[i].Text
	}
	for i, s := range strings.Split(typeset.Smart(strings.Join(parts, seam), lang), seam) {
		if i < len(p) {
			p[i].Text = s
		}
	}
}

// cite splits words at citation marks and looks their sources up.
func (w *mdWalker) cite(s string, style Inline) Prose {
	var out Prose
	for {
		i := strings.IndexRune(s, citeOpen)
		if i < 0 {
			break
		}
		j := strings.IndexRune(s, citeClose)
		if j < i {
			break
		}
		before := strings.TrimRight(s[:i], " ")
		if before != "" {
			in := style
			in.Text = before
			out = append(out, in)
		}
		id := s[i+len(string(citeOpen)) : j]
		if src := w.r.source(id, w.n); src != nil {
			in := style
			in.Text, in.Cite = "", src
			out = append(out, in)
		}
		s = s[j+len(string(citeClose)):]
		// The mark stands behind the punctuation that it was typed before.
		if k := len(s) - len(strings.TrimLeft(s, ".,;:!?”’)")); k > 0 && len(out) > 1 {
			out[len(out)-2].Text += s[:k]
			s = s[k:]
		}
	}
	if s != "" || len(out) == 0 {
		in := style
		in.Text = s
		out = append(out, in)
	}
	return out
}

// unescape undoes Markdown's backslash escapes of punctuation, and character references.
func unescape(s string) string {
	if !strings.ContainsAny(s, "\\&") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) && isPunct(s[i+1]) {
			i++
		}
		b.WriteByte(s[i])
	}
	out := b.String()
	for _, e := range [...][2]string{{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", "\u00a0"}} {
		out = strings.ReplaceAll(out, e[0], e[1])
	}
	return out
}

func isPunct(c byte) bool {
	return c >= '!' && c <= '/' || c >= ':' && c <= '@' || c >= '[' && c <= '`' || c >= '{' && c <= '~'
}

// escapeMarkdown keeps Markdown from reading a figure's characters as markup.
func escapeMarkdown(s string) string {
	if !strings.ContainsAny(s, "*_`[]<>\\&~") {
		return s
	}
	var b strings.Builder
	for _, c := range s {
		if strings.ContainsRune("*_`[]<>\\&~", c) {
			b.WriteByte('\\')
		}
		b.WriteRune(c)
	}
	return b.String()
}

// link accepts web and mail addresses; anything else is an error where it stands.
func (r *resolver) link(n *outline.Node, to string) string {
	for _, ok := range [...]string{"https://", "http://", "mailto:"} {
		if strings.HasPrefix(to, ok) {
			return to
		}
	}
	r.l.Error(n.At, "E-REF", "links start with https:// or mailto:", "the link to %q leads nowhere", to)
	return ""
}
