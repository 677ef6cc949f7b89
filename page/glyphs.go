package page

import (
	"fmt"
	"html"
	"slices"
	"strings"
	"unicode"

	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/lazy"
	"roadshow/typeset"
)

// Glyphs reports every character that would be printed and that no face has, where it stands: in the outline, in files of
// prose, in cells of data and in the brand. Set would draw a question mark. What the audience does not see is not judged.
func Glyphs(n *outline.Node, b *briefing.Briefing, fonts *typeset.Fonts, audience string, l *diag.List) {
	g := &glyphs{fonts: fonts, audience: audience, l: l, data: map[string]bool{}}
	g.node(n, nil)
	if b.Brand != nil {
		g.node(b.Brand.Node.Get("footer"), nil)
		g.node(b.Brand.Node.Get("disclaimer"), nil)
	}
	for _, s := range n.Get("data").Entries() { // in typed order
		if t := b.Tables[s.Name]; t != nil && g.data[s.Name] {
			g.table(t)
		}
	}
	g.report()
}

type glyphs struct {
	fonts    *typeset.Fonts
	audience string
	l        *diag.List
	data     map[string]bool // tables that something shown refers to
	lacks    []lack          // in the order in which they were found
}

// unprinted are fields that are read and not printed; what a slide's speaker says is set by the program that shows it, a mail by its
// reader's.
var unprinted = []string{"alt", "logo_alt", "say", "credit", "excerpt", "aliases", "mail"}

func (g *glyphs) node(n *outline.Node, field *outline.Field) {
	if n == nil || n.Null {
		return
	}
	if n.Field != nil {
		field = n.Field
	}
	if only := n.Get("only").Items(); len(only) > 0 && !slices.ContainsFunc(only, func(a *outline.Node) bool { return a.Text == g.audience }) {
		return
	}
	if field != nil && slices.Contains(unprinted, field.Name) {
		return
	}
	for _, k := range n.Keys {
		if field != nil && field.Map && !field.KeyIDs && field.Name == "values" {
			g.words("the value's name", k.Name, func(int) diag.Span { return k.Key })
		}
		g.node(k, field)
	}
	for _, k := range n.List {
		g.node(k, field)
	}
	if field == nil || n.Text == "" {
		return
	}
	switch field.Type {
	case outline.Ref:
		if field.To == "data" {
			g.data[n.Text] = true
		}
	case outline.Prose, outline.Rich:
		g.words(field.Name, n.Text, n.Pos)
		g.references(field.Name, n)
	case outline.Words, outline.Quotation, outline.Scalar, outline.Who, outline.Amount:
		g.words(field.Name, n.Text, n.Pos)
	}
}

// characterReference is how Markdown writes a character by its name or number.
var characterReference = lazy.Pattern(`&#?\w{1,32};`)

// references judges the characters that Markdown's references stand for.
func (g *glyphs) references(field string, n *outline.Node) {
	if !strings.Contains(n.Text, "&") {
		return
	}
	for _, at := range characterReference().FindAllStringIndex(n.Text, -1) {
		g.words(field, html.UnescapeString(n.Text[at[0]:at[1]]), func(int) diag.Span { return n.Range(at[0], at[1]) })
	}
}

func (g *glyphs) table(t *table.Table) {
	g.words("the note", t.Note, func(int) diag.Span { return t.At })
	for i := range t.Columns {
		g.words("a column's name", t.Columns[i].Name, func(int) diag.Span { return t.Columns[i].At })
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		g.words("a row's name", r.Name, func(int) diag.Span { return r.At })
		for j := range r.Cells {
			if r.Cells[j].Value == nil {
				g.words("the cell", r.Cells[j].Text, func(int) diag.Span { return r.Cells[j].At })
			}
		}
	}
}

// lack is a character that no face has, with its first place.
type lack struct {
	char   rune
	at     diag.Span
	field  string
	places int
}

// words notes the characters of a text that no face has.
func (g *glyphs) words(field, text string, place func(at int) diag.Span) {
	g.fonts.Missing(text, func(i int, r rune) {
		k := slices.IndexFunc(g.lacks, func(l lack) bool { return l.char == r })
		if k < 0 {
			k = len(g.lacks)
			g.lacks = append(g.lacks, lack{char: r, at: place(i), field: field})
		}
		g.lacks[k].places++
	})
}

// mostLacks is how many characters are reported each by itself: more are a script, or another face.
const mostLacks = 12

// report names every missing character once, at its first place: all of them are known after one build.
func (g *glyphs) report() {
	for i, l := range g.lacks {
		if i == mostLacks && len(g.lacks) > mostLacks+1 {
			var rest []string
			for _, l := range g.lacks[i:] {
				rest = append(rest, fmt.Sprintf("%q (U+%04X) in %s:%d:%d", string(l.char), l.char, l.at.File, l.at.Line, l.at.Col))
			}
			g.l.Error(l.at, "E-GLYPH", glyphHint(l.char), "no face has %d more characters: %s", len(rest), strings.Join(rest, ", "))
			return
		}
		more := ""
		switch {
		case l.places == 2:
			more = "; it stands in one more place"
		case l.places > 2:
			more = fmt.Sprintf("; it stands in %d more places", l.places-1)
		}
		g.l.Error(l.at, "E-GLYPH", glyphHint(l.char), "no face has %q (U+%04X) of %s%s", string(l.char), l.char, l.field, more)
	}
}

// glyphHint says what helps: the embedded Chinese faces hold the simplified characters of GB 2312.
func glyphHint(r rune) string {
	switch {
	case r > 0xFFFF:
		return "write it another way: no face's characters above U+FFFF are printed"
	case unicode.Is(unicode.Han, r):
		return "write the simplified character, or put a face that has this one into the brand's fonts folder, as han-sans.ttf: the embedded ones hold GB 2312"
	}
	return "write it another way, or put a face that has it into the folder that fonts: of the brand file names"
}
