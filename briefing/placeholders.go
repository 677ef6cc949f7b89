package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/lazy"
)

// hole is words that stand for others which nobody has filled in yet.
var hole = lazy.Pattern(strings.Join([]string{
	`\b(?i:tbd|tbc|tba|tbu)\b`,
	`\b(?:TO[D]O|FIX[M]E)\b|\b(?i:todo|fixme):`,
	`(?i:lorem ipsum)`,
	`[$€£¥]\s?X+(?:[.,]X+)?(?:bn|m|k|trn)?\b|\bX+(?:[.,]X+)+(?:bn|m|k|trn)?\b|\bX+\s?%|\bXX+(?:bn|m|k|trn)?\b`,
	`\bn\.\s?n\.|\bN\.\s?N\.`,
	`●|_{3,}`,
	`待定|待补充?|待填写?|待更新|某某(?:公司|先生|女士)?`,
	`[\[【{][●•_ ]*(?i:x+|` + blanks + `)[●•_ ]*[\]】}]`,
	`\[[●•_ ]+\]`,
}, "|"))

// blanks are what templates put between brackets.
const blanks = `(?:insert|enter|add|your|fill in|to be|placeholder|tbd|tbc|tba|tbu)\b[^\[\]{}【】]*` +
	`|(?:full |first |last |company |client |fund |project |contact |start |end )?(?:name|company|client|customer|investor|date|month|year|quarter|amount|number|figure|percentage|title|role|position|city|country|address|phone|e-?mail|url|link|logo|product|project|fund|industry|market|competitor|currency)(?: \d)?(?: name| here)?` +
	`|name der firma|firma|datum|betrag|anschrift|titel|nom|société|montant|nombre|empresa|fecha|importe|título|姓名|公司|公司名称|日期|金额|职位|插入[^\[\]{}【】]*|此处[^\[\]{}【】]*`

// whole is a field in which nothing else stands.
var whole = lazy.Pattern(`(?i)^[\[(]?(?:to (?:be (?:confirmed|determined|decided|announced|completed|added|defined|advised)|come|follow)|tk|coming soon|pending|placeholder|xyz|todo|folgt|offen|noch offen|à (?:définir|confirmer|compléter|déterminer)|por (?:definir|confirmar|determinar|completar)|pendiente|a definir|待(?:确认|核实|完善|公布)|暂缺|占位)[\])]?[.…]*$`)

// filled are words that only look like holes: a century, a bank, a man's initials, a definition. They hold the hole as their first group.
var filled = lazy.Pattern(`(?i:siglos?|secolo|século) (XX)\b|\b(XX)(?:th)? (?i:century)|\b(TBC) (?:Bank|Group)|\b(N\. ?N\.) \p{Lu}|(待定)义`)

// holes are the places of all holes in words.
func holes(text string) (out [][2]int) {
	if whole().MatchString(strings.TrimSpace(text)) {
		return [][2]int{{0, len(text)}}
	}
	var fine []int // where each that is none begins
	for _, m := range filled().FindAllStringSubmatchIndex(text, -1) {
		for i := 2; i < len(m); i += 2 {
			if m[i] >= 0 {
				fine = append(fine, m[i])
			}
		}
	}
	for _, h := range hole().FindAllStringIndex(text, -1) {
		if link := strings.HasSuffix(text[:h[1]], "]") && h[1] < len(text) && strings.IndexByte("([", text[h[1]]) >= 0; !link && !slices.Contains(fine, h[0]) {
			out = append(out, [2]int{h[0], h[1]})
		}
	}
	return out
}

// placeholders refuses a final briefing that still holds words to be filled in. What the audience does not see is not judged,
// nor are quotations.
func (r *resolver) placeholders(root *outline.Node) {
	b, l := r.b, r.l
	if b.Status != "final" {
		return
	}
	report := func(text string, at func(from, to int) diag.Span) {
		for _, h := range holes(text) {
			l.Error(at(h[0], h[1]), "E-PLACEHOLDER", "fill it in, or set status: draft", "a final briefing holds the placeholder %s", text[h[0]:h[1]])
		}
	}
	var walk func(n *outline.Node, field *outline.Field)
	walk = func(n *outline.Node, field *outline.Field) {
		if n == nil || n.Null {
			return
		}
		if n.Field != nil {
			field = n.Field
		}
		if !r.shown(n) {
			return
		}
		if field != nil && n.Text != "" {
			switch field.Type {
			case outline.Words, outline.Prose, outline.Rich, outline.Scalar, outline.Amount, outline.Who:
				report(n.Text, n.Range)
			}
		}
		for _, k := range n.Keys {
			if n.Field != nil && n.Field.Map && !n.Field.KeyIDs {
				report(k.Name, func(int, int) diag.Span { return k.Key })
			}
		}
		for _, k := range append(slices.Clone(n.Keys), n.List...) {
			walk(k, field)
		}
	}
	walk(root, nil)
	if b.Brand != nil {
		walk(b.Brand.Node, nil)
	}
	for _, id := range sortedKeys(b.Tables) {
		for _, c := range b.Tables[id].Columns {
			report(c.Name, func(int, int) diag.Span { return c.At })
		}
		for _, row := range b.Tables[id].Rows {
			report(row.Name, func(int, int) diag.Span { return row.At })
			for _, c := range row.Cells {
				report(c.Text, func(int, int) diag.Span { return c.At })
			}
		}
	}
}
