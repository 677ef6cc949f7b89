package layouts

import (
	"strings"

	"roadshow/briefing/evidence"
)

// diagramWords are what tables, timelines and other diagrams print or say to screen readers.
type diagramWords struct {
	Table, Timeline, Positions, Picture, Matrix, Quadrant, Split, Charts, Clusters, Scorecard      string
	ScaleChanges                                                                                   string // "Scale changes at %s"
	Yes, No, Recommended                                                                           string
	Claim, Test, Result, Due                                                                       string
	Kept, Partly, Missed, Open                                                                     string
	KeptOf                                                                                         string // "%d of %d kept"
	Total, OfPool, Computed, Differ, Continued, Before, Rounding, Rounded, Across, Up, Other, Size string
}

func (k *Kit) diagrams() diagramWords {
	if k.B.Language == "zh" {
		return diagramWords{Table: "表格", Timeline: "时间线", Positions: "立场图", Picture: "图片", Matrix: "对比表", Quadrant: "象限图", Split: "价值分配图",
			Charts: "组图", Clusters: "分组名单", Scorecard: "记分表", ScaleChanges: "时间尺度自%s起改变", Yes: "是", No: "否", Recommended: "推荐",
			Claim: "判断", Test: "检验", Result: "结果", Due: "期限", Kept: "兑现", Partly: "部分兑现", Missed: "落空", Open: "未决", KeptOf: "兑现%d项，共%d项",
			Total: "合计", OfPool: "占总量", Computed: "合计由各格算出", Differ: "刻度不同", Continued: "（续）", Before: "最迟%s", Rounding: "因四舍五入，各部分之和与合计不完全相等", Rounded: "数字经四舍五入", Across: "横轴：", Up: "；纵轴：", Other: "其他", Size: "大小"}
	}
	return diagramWords{Table: "Table", Timeline: "Timeline", Positions: "Who holds which position", Picture: "Picture", Matrix: "Comparison",
		Quadrant: "Quadrant", Split: "Split of value", Charts: "Charts", Clusters: "Groups", Scorecard: "Scorecard", ScaleChanges: "Scale changes at %s",
		Yes: "yes", No: "no", Recommended: "recommended", Claim: "Claim", Test: "Test", Result: "Result", Due: "Due", Kept: "Kept", Partly: "Partly",
		Missed: "Missed", Open: "Open", KeptOf: "%d of %d kept", Total: "Total", OfPool: "of the pool", Computed: "Totals are computed from the cells",
		Differ: "scales differ", Continued: " (continued)", Before: "By %s", Rounding: "Parts do not add up to totals because of rounding", Rounded: "Numbers are rounded", Across: "Across: ", Up: "; up: ", Other: "Other", Size: "size"}
}

// date prints a date in full, in the briefing's language.
func (k *Kit) date(d evidence.Date) string {
	if k.B.Language != "zh" || d.IsZero() {
		return d.Long()
	}
	switch d.Bound {
	case evidence.BeforeDate:
		return momentZh(d.Start, true) + "之前"
	case evidence.AfterDate:
		return momentZh(d.Start, true) + "之后"
	}
	if !d.Range() {
		return momentZh(d.Start, true)
	}
	return momentZh(d.Start, true) + "至" + momentZh(d.End, d.Start.Year != d.End.Year)
}

func momentZh(m evidence.Moment, year bool) string {
	if m.Name != "" && !m.English {
		return m.Name
	}
	out := ""
	if year || m.Precision == evidence.InYear {
		out = itoa(m.Year) + "年"
	}
	parts := [...]string{"", "初", "中", "末", "底"} // of a year or a quarter
	switch m.Precision {
	case evidence.InHalf:
		out += [...]string{"上半年", "下半年"}[m.Number-1]
	case evidence.InQuarter:
		out += "第" + itoa(m.Quarter) + "季度"
	case evidence.InMonth:
		out += itoa(m.Month) + "月"
		parts = [...]string{"", "上旬", "中旬", "下旬", "底"}
	case evidence.OnDay:
		out += itoa(m.Month) + "月" + itoa(m.DayNumber) + "日"
	}
	return out + parts[m.Part]
}

// altOf is the alternative text of an exhibit that is made of words: what it is, and what it claims.
func (k *Kit) altOf(what, claim string) string {
	if claim == "" {
		return what
	}
	return what + k.marks().Colon + sentence(claim)
}

// stickerWord is what a sticker says.
func (k *Kit) stickerWord(sticker string) string {
	if k.B.Language == "zh" {
		return map[string]string{"illustrative": "示意", "preliminary": "初步", "estimate": "估算", "sample": "示例"}[sticker]
	}
	return upperFirst(sticker)
}

// directionWord is what an arrow of this direction says.
func (k *Kit) directionWord(direction string) string {
	if k.B.Language == "zh" {
		return map[string]string{"up": "向上", "down": "向下", "both": "双向"}[direction]
	}
	return direction
}

// span is from one date to another.
func (k *Kit) span(from, to string) string { return from + k.marks().Dash + to }

// joinSentences puts one remark behind another.
func joinSentences(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	a = sentence(a)
	if strings.HasSuffix(a, "。") {
		return a + b
	}
	return a + " " + b
}

// wideGap is a space wider than a word's: several word spaces would be set as one.
const wideGap = " \u2009 "
