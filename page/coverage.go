package page

import (
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// coverageWords says what the briefing's numbers and quotations rest on, where the author asked for it: one line for each.
// Classes without a number are left out, except what was not checked: a reader must see that it is none.
func (k *Composer) coverageWords() []string {
	if !k.B.PrintCoverage {
		return nil
	}
	c, m, w := k.B.Coverage(), k.Marks(), &k.Tongue().Coverage
	form := func(n int, of string) string {
		if w.CountLast {
			return words.With(w.Counted, of, Itoa(n))
		}
		return words.With(w.Counted, Itoa(n), of)
	}
	var parts []string
	for i, class := range briefing.Classes() {
		if n := *c.Numbers.Of(class); n > 0 || class == briefing.Unchecked {
			parts = append(parts, form(n, w.Classes[i]))
		}
	}
	q := c.Quotations
	said := []string{form(q.Proved, w.Verbatim), form(q.Attributed, w.WithSpeaker), form(q.Unchecked, w.NotVerbatim)}
	return []string{w.Numbers + m.Colon + strings.Join(parts, m.Comma) + m.Stop, w.Quotations + m.Colon + strings.Join(said, m.Comma) + m.Stop}
}

// coverageBoxes are these lines as boxes of a width.
func (k *Composer) coverageBoxes(lines []string, st scene.Style, width scene.Pt) []*Box {
	var boxes []*Box
	for i, line := range lines {
		b := TextBox(k.Words(line, st, width, typeset.Greedy), "coverage"+Itoa(i+1), scene.RoleBody, st)
		b.After, b.Name = st.Leading*0.5, "the coverage"
		boxes = append(boxes, b)
	}
	return boxes
}
