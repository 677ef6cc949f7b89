package briefing

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"roadshow/briefing/outline"
	"roadshow/internal/lazy"
	"roadshow/internal/limits"
	"roadshow/typeset"
)

// marks are the characters without which words need no reading as Markdown.
const marks = "*_`[<&\\\n#>|~^={:"

// suspect says that words without marks may still hold the markup of a dialect.
func suspect(s string) bool {
	return strings.Contains(s, "++") || strings.Contains(s, "%%") || strings.Count(s, "$") > 1 || strings.Contains(s, "@") ||
		strings.HasPrefix(s, "!!!") || strings.HasPrefix(s, "???") || strings.HasPrefix(s, "(@") || strings.HasPrefix(s, "..")
}

// prose reads one paragraph of inline Markdown. Nothing in it is a block: a title may begin with a number and a full stop.
func (r *resolver) prose(n *outline.Node) Prose {
	if n == nil || n.Null {
		return nil
	}
	if !strings.ContainsAny(n.Text, marks) && !suspect(n.Text) && !r.noted(n) && len(n.Text) <= limits.ParagraphBytes.N() {
		return r.plainProse(n)
	}
	if p, read := r.prosed[n]; read {
		return p
	}
	w := &walker{r: r, n: n, src: []byte(n.Text)}
	w.footnotes(true)
	if w.lines(0, len(w.src), true) {
		return nil
	}
	w.parse(r.inlineParser(), 0)
	out := w.joined()
	w.unmarked()
	if strings.Contains(n.Text, "[") {
		if r.prosed == nil {
			r.prosed = map[*outline.Node]Prose{}
		}
		r.prosed[n] = out
	}
	return out
}

// plainProse reads words without markup.
func (r *resolver) plainProse(n *outline.Node) Prose {
	words, figures := r.expand(n, proseForm)
	if len(figures) == 0 {
		return Plain(typeset.Smart(words, r.b.Tag))
	}
	var out Prose
	last := 0
	add := func(i Inline) {
		if i.Text != "" {
			out = append(out, i)
		}
	}
	for _, f := range figures {
		add(Inline{Text: words[last:f.from]})
		add(Inline{Text: words[f.from:f.to], Figure: f.figure})
		last = f.to
	}
	add(Inline{Text: words[last:]})
	smartAcross(out, r.b.Tag)
	return out
}

// joined is all that was read as one paragraph.
func (w *walker) joined() Prose {
	var raw Prose
	for c := w.doc.FirstChild(); c != nil; c = c.NextSibling() {
		if len(raw) > 0 {
			raw = append(raw, Inline{Text: " "})
		}
		w.gather(c, Inline{}, &raw)
	}
	return w.finish(raw)
}

// rich reads paragraphs, lists and cross-headings.
func (r *resolver) rich(n *outline.Node) []Para {
	if n == nil || n.Null {
		return nil
	}
	w := &walker{r: r, n: n, src: []byte(n.Text)}
	w.footnotes(false)
	w.parse(r.blockParser(), 0)
	for c := w.doc.FirstChild(); c != nil && !w.full; c = c.NextSibling() {
		w.block(c, 0)
	}
	w.unmarked()
	return w.out
}

// inlineParser reads everything as running words.
func (r *resolver) inlineParser() parser.Parser {
	if r.lineParser == nil {
		r.lineParser = parser.NewParser(parser.WithBlockParsers(util.Prioritized(words{parser.NewParagraphParser()}, 1000)), ours())
	}
	return r.lineParser
}

// words reads paragraphs however far they are indented.
type words struct{ parser.BlockParser }

func (words) CanAcceptIndentedLine() bool { return true }

// blockParser reads CommonMark, so that whatever an author tries is understood and what cannot be printed is said.
func (r *resolver) blockParser() parser.Parser {
	if r.textParser == nil {
		r.textParser = parser.NewParser(parser.WithBlockParsers(parser.DefaultBlockParsers()...), ours(),
			parser.WithParagraphTransformers(parser.DefaultParagraphTransformers()...))
	}
	return r.textParser
}

// ours are the inlines of CommonMark, figures and marks. A mark is looked for before a link.
func ours() parser.Option {
	return parser.WithInlineParsers(append(parser.DefaultInlineParsers(),
		util.Prioritized(figureParser{}, 50), util.Prioritized(markParser{}, 150))...)
}

// walker turns the Markdown tree of a node's text into paragraphs. The tree's places are bytes of the text, and so places
// of the author's file.
type walker struct {
	r   *resolver
	n   *outline.Node
	src []byte
	doc ast.Node
	out []Para

	notes map[string]*Note // footnotes of the text …
	order []definition     // … and where they stand
	note  bool             // a footnote's words are read

	remarked []*Figure // whose notes the text marks

	address string // that was judged last
	full    bool   // the text has more paragraphs than are taken
}

// parse reads the text from a byte on. $name is looked for in all of it, so that bytes are those of the author's.
func (w *walker) parse(p parser.Parser, from int) {
	if !w.bounded(from) {
		w.doc = ast.NewDocument()
		return
	}
	pc := parser.NewContext()
	if strings.Contains(w.n.Text, "$") {
		refs := map[int]outline.Reference{}
		for _, ref := range outline.References(w.n.Text) {
			refs[ref.From] = ref
		}
		pc.Set(referencesKey, refs)
	}
	in := text.NewReader(w.src)
	if from > 0 {
		to := len(w.src)
		if i := bytes.IndexByte(w.src[from:], '\n'); i >= 0 {
			to = from + i + 1
		}
		in.SetPosition(0, text.NewSegment(from, to))
	}
	w.doc = p.Parse(in, parser.WithContext(pc))
}

// unprintable are the blocks of Markdown that a page has no form for, and what to do instead.
var unprintable = map[ast.NodeKind][2]string{
	ast.KindCodeBlock:       {"code (a paragraph indented by four blanks)", "take the indentation away"},
	ast.KindFencedCodeBlock: {"code", "write it as a paragraph"},
	ast.KindHTMLBlock:       {"HTML", `use paragraphs, lists, headings, emphasis and links; \< is a sign`},
	ast.KindBlockquote:      {"a quotation in Markdown", `use a quote block: it names the speaker and is checked; \> is the sign`},
	ast.KindThematicBreak:   {"a ruled line", "use a heading (## words)"},
}

// tableLine is the line of dashes under the head of a Markdown table.
var tableLine = lazy.Pattern(`(?m)^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|[-:| \t]*$`)

func (w *walker) block(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		w.paragraph(n, Para{Kind: Body})
	case *ast.Heading:
		kind := Heading
		if n.Level > 2 {
			kind = RunIn
		}
		w.paragraph(n, Para{Kind: kind})
	case *ast.List:
		w.list(n, depth)
	case *ast.LinkReferenceDefinition:
		w.link(w.place(n), string(n.Destination)) // one that leads nowhere would swallow its words
	default:
		what, ok := unprintable[n.Kind()]
		if !ok {
			what = [2]string{strings.ToLower(n.Kind().String()), "use paragraphs, lists, headings, emphasis and links"}
		}
		w.complain(w.place(n), what[1], "%s is not printed in a briefing", what[0])
	}
}

func (w *walker) paragraph(n ast.Node, p Para) {
	if lines := n.Lines(); lines != nil && lines.Len() > 0 {
		from, to := lines.At(0).Start, lines.At(lines.Len()-1).Stop
		if lines.Len() > 1 && tableLine().Match(w.src[from:to]) {
			w.complain(from, "use a table block", "a table in Markdown is not printed in a briefing")
			return
		}
		if w.lines(from, to, false) {
			return
		}
	}
	if w.full {
		return
	}
	if w.full = len(w.out) == limits.Paragraphs.N(); w.full {
		w.r.l.Limit(w.n.Pos(w.place(n)), limits.Paragraphs)
		return
	}
	if p.Prose = w.inlines(n); !p.Prose.Empty() {
		w.out = append(w.out, p)
	}
}

func (w *walker) list(l *ast.List, depth int) {
	number := l.Start
	if l.Marker == '*' && l.ChildCount() == 1 {
		w.r.l.Warn(w.n.Pos(w.place(l)), "W-MARKDOWN", `\* is a star, [^a] a footnote, - begins an item`, "* makes this paragraph a list of one item")
	}
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		marker := "–"
		if l.IsOrdered() {
			marker = itoa(number) + "."
			number++
		} else if depth > 0 {
			marker = "·"
		}
		for c := item.FirstChild(); c != nil; c = c.NextSibling() {
			switch c := c.(type) {
			case *ast.Paragraph, *ast.TextBlock:
				w.paragraph(c, Para{Kind: Item, Depth: depth, Marker: marker})
				marker = ""
			case *ast.List:
				w.list(c, depth+1)
			default:
				w.block(c, depth)
			}
		}
	}
}

// place is the byte of the text where a node stands.
func (w *walker) place(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if p := n.Pos(); p >= 0 {
			return p
		}
		if n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0 {
			return n.Lines().At(0).Start
		}
	}
	return 0
}

func (w *walker) complain(offset int, hint, format string, args ...any) {
	w.r.l.Error(w.n.Pos(offset), "E-MARKDOWN", hint, format, args...)
}
