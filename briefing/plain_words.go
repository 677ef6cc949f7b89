package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/lazy"
)

// plainMarks is Markdown that would be printed as typed in a field of plain words.
var plainMarks = lazy.Pattern("(?i)" + strings.Join([]string{
	`(?:^|[\s(“"'])\*\*[^\s*](?:[^*\n]*[^\s*])?\*\*(?:$|[\s).,;:!?%”"'])`,
	`(?:^|[\s(“"'])__[^\s_](?:[^_\n]*[^\s_])?__(?:$|[\s).,;:!?%”"'])`,
	`(?:^|[\s(“"'])\*\pL(?:[^*\n]*[\pL\d.%])?\*(?:$|[\s).,;:!?”"'])`,
	`!?\[[^\]\n]+\]\((?:https?:|mailto:)?[^)\s]*\)`,
	`~~[^~\n]+~~`,
	"`[^`\n]+`",
	`</?(?:br|b|i|u|s|em|strong|sub|sup|span|p|a|div|img|small|font|code)(?:\s[^<>]*)?/?>`,
	`\[[@^#][\pL\d][^\]\n]*\]`,
}, "|"))

// editorial are marks of Markdown that look like the editor's brackets in the words of a source.
var editorial = lazy.Pattern(`\[[#@^]`)

// plainWords refuses Markdown in fields that take none, where it would be printed as typed.
func (r *resolver) plainWords(root *outline.Node) {
	check := func(n *outline.Node) {
		if n.Field == nil || n.Text == "" || n.List != nil || n.Keys != nil {
			return
		}
		switch n.Field.Type {
		case outline.Quotation:
			r.noMarks(n.Text, n.Range)
			return
		case outline.Words, outline.Scalar, outline.Who:
		default:
			return
		}
		if matched(n) || !strings.ContainsAny(n.Text, "*_[~`<+{$%|@^\\") {
			return
		}
		what := or(n.Name, n.Field.Name)
		if at := plainMarks().FindStringIndex(n.Text); at != nil {
			r.l.Error(n.Range(at[0], at[1]), "E-MARKDOWN", "write plain words: a title, a note or a text takes Markdown", "Markdown is not read here: %s takes plain words", what)
		} else if from, to, dialect, is := foreign(n.Text, r.declared); is {
			r.l.Error(n.Range(from, to), "E-MARKDOWN", "write plain words", "Markdown is not read here (%s): %s takes plain words", dialect.what, what)
		}
	}
	root.Each(check)
	if r.b.Brand != nil {
		r.b.Brand.Node.Each(check)
	}
	for _, id := range sortedKeys(r.b.Tables) {
		for i := range r.b.Tables[id].Rows {
			row := &r.b.Tables[id].Rows[i]
			r.noMarks(row.Excerpt, func(int, int) diag.Span { return row.ExcerptAt })
		}
	}
}

// noMarks refuses citations, footnotes and mentions inside the words of a source: the reader would take them for its words.
func (r *resolver) noMarks(words string, place func(from, to int) diag.Span) {
	if at := editorial().FindStringIndex(words); at != nil {
		r.l.Error(place(at[0], at[1]), "E-MARKDOWN", "put it into your own words beside them: a title, a gloss or a note",
			"%s cannot stand in the words of a source: nothing is added to them", words[at[0]:at[1]]+"…]")
	}
}

// matched says that a field's words are compared with others and not printed, or are an address.
func matched(n *outline.Node) bool {
	names := []string{"kind", "x", "y", "size", "totals", "highlight", "series", "at", "from", "to", "show", "against", "party", "option", "recommend",
		"total", "sheet", "range", "row", "column", "columns", "leave_out", "aliases", "own", "url", "email", "phone", "locale", "types"}
	return slices.Contains(names, n.Name) || n.Name == "" && slices.Contains(names, n.Field.Name)
}
