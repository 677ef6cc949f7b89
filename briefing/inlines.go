package briefing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/lazy"
	"roadshow/internal/limits"
	"roadshow/scene"
	"roadshow/typeset"
)

// figureNode is a $figure in the Markdown tree, or the dollar sign of "$$". As a node of its own its words are never read
// as markup.
type figureNode struct {
	ast.BaseInline
	ref outline.Reference // Name "": a dollar sign
}

// markNode is [@source], [^footnote] or [#block] in the Markdown tree, which knows no such thing and would look for a link.
type markNode struct {
	ast.BaseInline
	kind     byte // @, ^ or #
	from, to int  // bytes of what stands between [ and ]
}

var (
	figureKind    = ast.NewNodeKind("Figure")
	markKind      = ast.NewNodeKind("Mark")
	referencesKey = parser.NewContextKey()
)

func (*figureNode) Kind() ast.NodeKind { return figureKind }
func (*markNode) Kind() ast.NodeKind   { return markKind }

func (n *figureNode) Dump(src []byte, level int) { ast.DumpHelper(n, src, level, nil, nil) }
func (n *markNode) Dump(src []byte, level int)   { ast.DumpHelper(n, src, level, nil, nil) }

type figureParser struct{}

func (figureParser) Trigger() []byte { return []byte{'$'} }

func (figureParser) Parse(_ ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, at := block.PeekLine()
	refs, _ := pc.Get(referencesKey).(map[int]outline.Reference)
	if ref, ok := refs[at.Start]; ok {
		block.Advance(ref.To - ref.From)
		return &figureNode{ref: ref}
	}
	if len(line) > 1 && line[1] == '$' {
		block.Advance(2)
		return &figureNode{}
	}
	return nil
}

type markParser struct{}

func (markParser) Trigger() []byte { return []byte{'['} }

// mentionID is what stands between [# and ]; [#1] is a number.
var mentionID = lazy.Pattern(`^\[#[\pL_][\pL\d_.-]*\]`)

func (markParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, at := block.PeekLine()
	if len(line) < 2 {
		return nil
	}
	end := strings.IndexByte(string(line), ']')
	switch {
	case end < 0:
		return nil
	case line[1] == '@', line[1] == '^' && footnoteID().Match(line), line[1] == '#' && mentionID().Match(line):
	default:
		return nil
	}
	block.Advance(end + 1)
	return &markNode{kind: line[1], from: at.Start + 1, to: at.Start + end}
}

// inlines gathers the words under a block.
func (w *walker) inlines(n ast.Node) Prose {
	var raw Prose
	w.gather(n, Inline{}, &raw)
	return w.finish(raw)
}

// gather appends the words under n; neighbours of one style become one piece.
func (w *walker) gather(n ast.Node, style Inline, out *Prose) {
	addTo := func(style Inline, s string) {
		if k := len(*out); k > 0 && (*out)[k-1].sameStyle(style) {
			(*out)[k-1].Text += s
			return
		}
		style.Text = s
		*out = append(*out, style)
	}
	add := func(s string) { addTo(style, s) }
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			if from, to, begins := unclaimed(c); begins {
				w.leftover(from, to)
			}
			words := unescape(w.r.unfold(w.n, string(c.Segment.Value(w.src)), c.Segment.Start))
			if _, figure := c.PreviousSibling().(*figureNode); figure && len(*out) > 0 {
				words = w.r.seam((*out)[len(*out)-1].Text, words)
			}
			add(words)
			if c.HardLineBreak() {
				w.complain(c.Segment.Stop, "begin a new paragraph with an empty line, or take the blanks or the backslash at the end of the line away", "a line break inside a paragraph is not printed")
			}
			if (c.SoftLineBreak() || c.HardLineBreak()) && !joined(w.n.Text[:c.Segment.Stop], w.n.Text[c.Segment.Stop:], w.r.b.Language) {
				add(" ")
			}
		case *ast.String:
			add(string(c.Value))
		case *figureNode:
			if c.ref.Name == "" {
				add("$")
			} else if printed, f, ok := w.r.named(c.ref, w.n, proseForm); ok {
				if k := len(*out) - 1; k >= 0 && w.r.seam((*out)[k].Text, " "+printed) == printed {
					(*out)[k].Text = strings.TrimRight((*out)[k].Text, " ")
				}
				whose := style
				whose.Figure = f
				addTo(whose, printed)
				w.remark(f, style, out)
			}
		case *markNode:
			switch c.kind {
			case '@':
				w.cite(c, style, out)
			case '^':
				w.mark(c, style, out)
			default:
				w.mention(c, style, out)
			}
		case *ast.Emphasis:
			if w.product(c) {
				from, _, _ := extent(c)
				stars := strings.Repeat("*", c.Level)
				w.r.l.Warn(w.n.Pos(from), "W-MARKDOWN", `× multiplies; \* is a star`, "stars between numbers or letters are no emphasis: they are printed")
				add(stars)
				w.gather(c, style, out)
				add(stars)
				continue
			}
			inner := style
			if c.Level == 2 {
				inner.Strong = true
			} else {
				inner.Em = true
			}
			w.gather(c, inner, out)
		case *ast.Link:
			inner := style
			inner.Link = w.link(w.place(c), string(c.Destination))
			w.gather(c, inner, out)
		case *ast.AutoLink:
			inner := style
			url := string(c.URL(w.src))
			if c.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(strings.ToLower(url), "mailto:") {
				url = "mailto:" + url
			}
			inner.Link, inner.Text = w.link(w.place(c), url), string(c.Label(w.src))
			*out = append(*out, inner)
		case *ast.CodeSpan:
			w.complain(w.place(c), "take the back-quotes away, or use *emphasis*", "code is not printed in a briefing")
		case *ast.RawHTML:
			if c.Segments.Len() > 0 && strings.HasPrefix(string(w.src[c.Segments.At(0).Start:]), "</") {
				continue // its beginning was reported
			}
			w.complain(w.place(c), `use *emphasis*, **strong** and [links](https://…); \< is a sign`, "HTML is not printed in a briefing")
		case *ast.Image:
			w.complain(w.place(c), "use an image block", "a picture cannot stand in running text")
		default:
			w.gather(c, style, out)
		}
	}
}

// unclaimed is the stretch of plain words that begins with a piece of text; begins is false inside such a stretch.
func unclaimed(t *ast.Text) (from, to int, begins bool) {
	if before, ok := t.PreviousSibling().(*ast.Text); ok && before.Segment.Stop == t.Segment.Start {
		return 0, 0, false
	}
	to = t.Segment.Stop
	for next, ok := t.NextSibling().(*ast.Text); ok && next.Segment.Start == to; next, ok = next.NextSibling().(*ast.Text) {
		to = next.Segment.Stop
	}
	return t.Segment.Start, to, true
}

// cite looks the sources of [@a] or [@a; @b] up.
func (w *walker) cite(c *markNode, style Inline, out *Prose) {
	for from := c.from; from < c.to; {
		to := from
		for to < c.to && w.src[to] != ';' && w.src[to] != ',' {
			to++
		}
		id := strings.TrimSpace(string(w.src[from:to]))
		at := from + strings.Index(string(w.src[from:to]), id)
		if name := strings.TrimPrefix(id, "@"); name == "" {
			w.r.l.Error(w.n.Range(c.from-1, c.to+1), "E-REF", "write [@id] with an id of the map `sources`", "the citation names no source")
		} else if s := w.r.source(name, w.n, at+len(id)-len(name), at+len(id)); s != nil {
			in := style
			in.Text, in.Cite = "", s
			*out = append(*out, in)
		}
		from = to + 1
	}
}

// raised says that a piece is a mark behind a word: of a source, or of a footnote.
func (i Inline) raised() bool { return i.Cite != nil || i.Note != nil }

// finish sets typographic marks over the whole paragraph, because what stands before a quotation mark may be emphasised,
// and puts raised marks where they are printed: close to the word, behind the punctuation that they were typed before.
func (w *walker) finish(p Prose) Prose {
	for i := range p {
		if i > 0 && p[i].raised() {
			p[i-1].Text = strings.TrimRight(p[i-1].Text, " ")
		}
	}
	smartAcross(p, w.r.b.Tag)
	var out Prose
	for _, i := range p {
		if i.raised() || i.Mention != nil {
			out = append(out, i)
			continue
		}
		cites := len(out)
		for cites > 0 && out[cites-1].raised() {
			cites--
		}
		if k := closing(i.Text); k > 0 && cites > 0 && cites < len(out) {
			mark := i
			mark.Text, i.Text = i.Text[:k], i.Text[k:]
			if out[cites-1].sameStyle(mark) {
				out[cites-1].Text += mark.Text
			} else {
				out = slices.Insert(out, cites, mark)
			}
		}
		switch k := len(out); {
		case i.Text == "":
		case k > 0 && out[k-1].sameStyle(i):
			out[k-1].Text += i.Text
		default:
			out = append(out, i)
		}
	}
	return out
}

// closing is how many bytes of punctuation that belongs to the words before begin s.
func closing(s string) int {
	for i, c := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(c):])
		if !strings.ContainsRune(".,;:!?”’)", c) || c == '’' && unicode.IsLetter(next) {
			return i
		}
	}
	return len(s)
}

func (i Inline) sameStyle(o Inline) bool {
	return i.Strong == o.Strong && i.Em == o.Em && i.Link == o.Link && i.Cite == o.Cite && i.Note == o.Note && i.Mention == o.Mention && i.Figure == o.Figure
}

// smartAcross sets typographic marks over the joined text of a paragraph's pieces and hands the pieces back. Setting marks
// changes marks, dots, dashes and spaces and copies every other character: those keep the seams.
func smartAcross(p Prose, lang string) {
	joined := ""
	for _, i := range p {
		joined += i.Text
	}
	set := typeset.Smart(joined, lang)
	if set == joined {
		return
	}
	a, b := []rune(joined), []rune(set)
	fixedA, fixedB := fixed(a), fixed(b)
	seam := func(x, known int) int { // known is how many fixed characters stand before x
		fromA, toA, fromB, toB := 0, len(a), 0, len(b)
		if known > 0 {
			fromA, fromB = fixedA[known-1]+1, fixedB[known-1]+1
		}
		if known < len(fixedA) {
			toA, toB = fixedA[known], fixedB[known]
		}
		if x == toA {
			return toB
		}
		return min(fromB+x-fromA, toB)
	}
	x, y, known := 0, 0, 0
	for i := range p {
		x += utf8.RuneCountInString(p[i].Text)
		for known < len(fixedA) && fixedA[known] < x {
			known++
		}
		to := len(b)
		if i < len(p)-1 {
			to = max(y, seam(x, known))
		}
		p[i].Text = string(b[y:to])
		y = to
	}
}

// fixed are the places of the characters that typographic marks leave alone.
func fixed(s []rune) []int {
	var out []int
	for i, r := range s {
		if !strings.ContainsRune("\"'“”‘’″′.…-–—− \u00a0", r) {
			out = append(out, i)
		}
	}
	return out
}

// unescape undoes Markdown's backslash escapes of punctuation and its character references (&amp;, &#8364;).
func unescape(s string) string {
	if !strings.ContainsAny(s, "\\&") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]):
			i++
		case s[i] == '&':
			if end := strings.IndexByte(s[i:], ';'); end > 0 && end < 34 {
				ref := []byte(s[i : i+end+1])
				if c := util.ResolveEntityNames(util.ResolveNumericReferences(ref)); string(c) != string(ref) {
					b.Write(c)
					i += end
					continue
				}
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// link accepts addresses that open a page or a letter; anything else is an error where it stands. Text that uses one address
// a thousand times holds it once.
func (w *walker) link(at int, to string) string {
	if to == w.address && to != "" {
		return w.address
	}
	where := w.n.Pos(at)
	if i := strings.Index(w.n.Text[at:], to); i >= 0 && to != "" {
		where = w.n.Range(at+i, at+i+len(to))
	}
	if !w.r.leads(where, to) {
		return ""
	}
	w.address = to
	return to
}

// leads says whether a reader can follow an address, or reports why not.
func (r *resolver) leads(at diag.Span, to string) bool {
	if len(to) > limits.Address.N() {
		r.l.Limit(at, limits.Address)
		return false
	}
	if scene.WebAddress(to) != nil {
		r.l.Error(at, "E-REF", "links start with https:// or mailto:", "the link to %q leads nowhere", to)
		return false
	}
	return true
}
