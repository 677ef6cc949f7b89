package layouts

import (
	"fmt"
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// coverageWords says what the briefing's numbers and quotations rest on, where the author asked for it: one line for each.
// Classes without a number are left out, except what was not checked: a reader must see that it is none.
func (k *Kit) coverageWords() []string {
	if !k.B.PrintCoverage {
		return nil
	}
	c := k.B.Coverage()
	m := k.marks()
	names := map[briefing.Class]string{briefing.ByWords: "said by a source", briefing.ByFormula: "computed", briefing.ByIssuer: "the issuer’s own",
		briefing.ByAssumption: "assumed", briefing.BySample: "made up as samples", briefing.Typed: "typed by hand", briefing.Unchecked: "not checked"}
	numbers, quotations := "Numbers", "Quotations"
	proved, attributed, unchecked := "verbatim in a source", "of them with the speaker", "not checked"
	form := func(n int, words string) string { return fmt.Sprintf("%d %s", n, words) }
	sep := ", "
	if k.B.Language == "zh" {
		names = map[briefing.Class]string{briefing.ByWords: "出自来源", briefing.ByFormula: "计算得出", briefing.ByIssuer: "公司数据",
			briefing.ByAssumption: "假设", briefing.BySample: "示例", briefing.Typed: "手工输入", briefing.Unchecked: "未核对"}
		numbers, quotations = "数字", "引文"
		proved, attributed, unchecked = "与来源逐字一致", "其中注明说话人", "未核对"
		form = func(n int, words string) string { return fmt.Sprintf("%s %d", words, n) }
		sep = "，"
	}
	var parts []string
	for _, class := range briefing.Classes() {
		if n := *c.Numbers.Of(class); n > 0 || class == briefing.Unchecked {
			parts = append(parts, form(n, names[class]))
		}
	}
	q := c.Quotations
	said := []string{form(q.Proved, proved), form(q.Attributed, attributed), form(q.Unchecked, unchecked)}
	colon := ": "
	if k.B.Language == "zh" {
		colon = "："
	}
	return []string{numbers + colon + strings.Join(parts, sep) + m.Stop, quotations + colon + strings.Join(said, sep) + m.Stop}
}

// coverageBoxes are these lines as boxes of a width.
func (k *Kit) coverageBoxes(lines []string, st scene.Style, width scene.Pt) []*Box {
	var boxes []*Box
	for i, line := range lines {
		b := textBox(k.words(line, st, width, typeset.Greedy), "coverage"+itoa(i+1), scene.RoleBody, st)
		b.After, b.Name = st.Leading*0.5, "the coverage"
		boxes = append(boxes, b)
	}
	return boxes
}
