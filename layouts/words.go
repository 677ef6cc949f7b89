package layouts

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

func itoa(i int) string { return strconv.Itoa(i) }

func orWords(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// own are the words that the program itself prints, in the briefing's language.
type own struct {
	Contents, Exhibits, Exhibit, Source, Sources, NotGiven, SoWhat, Summary, ToDo  string
	Register, Disclaimer, Contact, Common, Nobody, Risk, Mitigation, Owner, Signal string
	AtBack                                                                         string // heading of what stands behind the themes
	Stronger, Weaker, EitherWay                                                    string // what a signal would do to the case
	Likelihood, Impact, Translated, Human, Machine, Pages, Own                     string
	PreparedFor, Draft, Preliminary, Logo                                          string
	Levels                                                                         [3]string
}

func (k *Kit) own() own {
	if k.B.Language == "zh" {
		return own{Contents: "目录", Exhibits: "图表", Exhibit: "图", Source: "来源：", Sources: "来源：", NotGiven: "未注明", SoWhat: "启示", Summary: "摘要",
			ToDo: "建议", Register: "资料来源", Disclaimer: "声明", Contact: "联系方式", Common: "共识", Nobody: "未引用任何人", Risk: "风险", Mitigation: "应对",
			Owner: "负责人", Signal: "如果看到", AtBack: "附录", Stronger: "支持判断", Weaker: "削弱判断", EitherWay: "两种可能", Likelihood: "可能性", Impact: "影响", Translated: "译自", Human: "人工翻译", Machine: "机器翻译", Pages: "页",
			Own: "公司数据", PreparedFor: "呈送：", Draft: "草稿", Preliminary: "初稿", Logo: "标志", Levels: [3]string{"低", "中", "高"}}
	}
	return own{Contents: "Contents", Exhibits: "Exhibits", Exhibit: "Exhibit", Source: "Source: ", Sources: "Sources: ", NotGiven: "not given", SoWhat: "So what",
		Summary: "Summary", ToDo: "What to do", Register: "Sources", Disclaimer: "Disclaimer", Contact: "Contact", Common: "Common ground",
		Nobody: "nobody quoted", Risk: "Risk", Mitigation: "What answers it", Owner: "Owner", Signal: "If we see", AtBack: "After the themes", Stronger: "Strengthens the case", Weaker: "Weakens the case",
		EitherWay: "Cuts either way", Likelihood: "Likelihood", Impact: "Impact",
		Translated: "translated from", Human: "human translation", Machine: "machine translation", Pages: "page", Own: "company figures",
		PreparedFor: "Prepared for ", Draft: "Draft", Preliminary: "Preliminary", Logo: "Logo",
		Levels: [3]string{"Low", "Medium", "High"}}
}

// sentence ends words with a full stop unless they end in a stop already.
func sentence(s string) string {
	s = strings.TrimSpace(s)
	if s == "" {
		return ""
	}
	last := []rune(strings.TrimRight(s, "”’\"')）」"))
	if len(last) > 0 && strings.ContainsRune(".!?。！？…", last[len(last)-1]) {
		return s
	}
	if len(last) > 0 && unicode.Is(unicode.Han, last[len(last)-1]) {
		return s + "。"
	}
	return s + "."
}

// marks are the punctuation of what the program itself puts together.
type marks struct{ Comma, Semicolon, Stop, Colon, Gap, Open, Close, List, Dash string }

func (k *Kit) marks() marks { return marksOf(k.B.Language) }

func marksOf(language string) marks {
	if language == "zh" {
		return marks{Comma: "，", Semicolon: "；", Stop: "。", Colon: "：", Open: "（", Close: "）", List: "、", Dash: "—"}
	}
	return marks{Comma: ", ", Semicolon: "; ", Stop: ".", Colon: ": ", Gap: " ", Open: " (", Close: ")", List: ", ", Dash: " – "}
}

// partMark follows the title of a block that continues: " (2 of 3)".
func (k *Kit) partMark(part, of int) string {
	if k.B.Language == "zh" {
		return fmt.Sprintf("（%d/%d）", part, of)
	}
	return fmt.Sprintf(" (%d of %d)", part, of)
}

// upperFirst capitalises the first letter.
func upperFirst(s string) string {
	r := []rune(s)
	if len(r) > 0 {
		r[0] = unicode.ToUpper(r[0])
	}
	return string(r)
}
