package charts

import (
	"strconv"
	"strings"

	"roadshow/briefing/evidence"
)

// words are what charts print on their own account, in the language of the briefing. A % is where a name or number goes.
type words struct {
	total, others, each, eachRange                                string
	openEnd, about, larger, between, atLeast, aYear               string
	linear, degree, average, exponential, bollinger, macd, signal string
	counted                                                       [6]string // what averages count: values, days, weeks, months, quarters, years
	bandOf                                                        [6]string // … behind a number
	noDates, until, from, month, months, days                     string
	logScale, highest, lowest, colon, absent                      string
	logUpright                                                    string // of points, which have two axes
	goOn                                                          string // of a funnel's first stage
	fitted, area                                                  string // how well a trend fits how many values; what areas show
	unnamed                                                       string // in the alternative text
}

// language is "zh" or "", which is English.
type language string

func (l language) zh() bool { return l == "zh" }

// comma and semicolon part remarks on one line.
func (l language) comma() string {
	if l.zh() {
		return "，"
	}
	return ", "
}

func (l language) semicolon() string {
	if l.zh() {
		return "；"
	}
	return "; "
}

// dash parts the ends of a range of dates.
func (l language) dash() string {
	if l.zh() {
		return "至"
	}
	return " – "
}

func (s *Spec) lang() language { return language(s.Language) }

func (l language) words() *words {
	if l.zh() {
		return &words{total: "合计", others: "其他%项", each: "各%", eachRange: "各%至%",
			openEnd: "上限未给出", about: "约", larger: "%倍", between: "%至%倍", atLeast: "至少%倍", aYear: "每年%",
			linear: "线性趋势", degree: "%次趋势线", average: "%均线", exponential: "%指数均线", bollinger: "布林带，%", macd: "MACD 12, 26, 9；虚线为信号线", signal: "信号",
			counted: [6]string{"%期", "%日", "%周", "%个月", "%季", "%年"}, bandOf: [6]string{"%期", "%日", "%周", "%个月", "%季", "%年"},
			noDates: "日期不详", until: "至%", from: "%起", month: "1个月", months: "%个月", days: "%天", logScale: "对数坐标", logUpright: "纵轴为对数坐标", highest: "最高", lowest: "最低", colon: "：", absent: "%格无数据（共%格）",
			goOn: "%进入下一步", fitted: "，决定系数%，样本%", area: "面积：%", unnamed: "图中未标注：%"}
	}
	return &words{total: "Total", others: "% others", each: "% each", eachRange: "% to % each",
		openEnd: "upper end not given", about: "about ", larger: "% times larger", between: "% to % times larger", atLeast: "at least % times larger",
		aYear: "% a year", linear: "linear trend", degree: "trend, degree %", average: "% average", exponential: "% exponential average",
		bollinger: "Bollinger band, %", macd: "MACD 12, 26, 9; dashed: signal", signal: "signal",
		counted: [6]string{"%-value", "%-day", "%-week", "%-month", "%-quarter", "%-year"},
		bandOf:  [6]string{"% values", "% days", "% weeks", "% months", "% quarters", "% years"},
		noDates: "dates not known", until: "until %", from: "from %", month: "1 month", months: "% months", days: "% days", logScale: "log scale", logUpright: "vertical axis on a log scale", highest: "highest ", lowest: "lowest ", colon: ": ", absent: "% of % cells have no value (n/a)",
		goOn: "% go on", fitted: ", r² = %, n = %", area: "area: %", unnamed: "Not named in the chart: %"}
}

// with puts values at the marks of a pattern, in order.
func with(pattern string, values ...string) string {
	var b strings.Builder
	for _, v := range values {
		before, after, _ := strings.Cut(pattern, "%")
		b.WriteString(before + v)
		pattern = after
	}
	return b.String() + pattern
}

// date is a date for a category: "2023", "Mar 2023", "Mid-Mar 2023", "31 May 2023"; in Chinese "2023年3月".
func (l language) date(d evidence.Date) string {
	if !l.zh() {
		return dateLabel(d)
	}
	switch {
	case d.IsZero():
		return ""
	case d.Bound == evidence.BeforeDate:
		return momentZh(d.Start, true) + "之前"
	case d.Bound == evidence.AfterDate:
		return momentZh(d.Start, true) + "之后"
	case d.Range():
		return momentZh(d.Start, true) + "至" + momentZh(d.End, d.Start.Year != d.End.Year)
	}
	return momentZh(d.Start, true)
}

// category is a category's name in words: dates are typed as 2021-Q1, which no Chinese sentence says.
func (l language) category(c category) string {
	if l.zh() && c.date != nil {
		return l.date(*c.date)
	}
	return c.name
}

func momentZh(m evidence.Moment, year bool) string {
	if m.Name != "" && !m.English {
		return m.Name
	}
	if m.Precision == evidence.InYear {
		if m.Part == evidence.Whole { // as a category a year is its number, in every language
			return strconv.Itoa(m.Year)
		}
		year = true
	}
	out := ""
	if year {
		out = strconv.Itoa(m.Year) + "年"
	}
	parts := [...]string{"", "初", "中", "末", "底"} // of a year or a quarter
	switch m.Precision {
	case evidence.InHalf:
		out += [...]string{"上半年", "下半年"}[m.Number-1]
	case evidence.InQuarter:
		out += "第" + strconv.Itoa(m.Quarter) + "季度"
	case evidence.InMonth:
		out += strconv.Itoa(m.Month) + "月"
		parts = [...]string{"", "上旬", "中旬", "下旬", "底"}
	case evidence.OnDay:
		out += strconv.Itoa(m.Month) + "月" + strconv.Itoa(m.DayNumber) + "日"
	}
	return out + parts[m.Part]
}

// monthTick is a month on an axis, with its year where that is new.
func (l language) monthTick(month, year int, named bool) string {
	switch {
	case l.zh() && named:
		return strconv.Itoa(year) + "年" + strconv.Itoa(month) + "月"
	case l.zh():
		return strconv.Itoa(month) + "月"
	case named:
		return evidence.MonthName(month)[:3] + " " + strconv.Itoa(year)
	}
	return evidence.MonthName(month)[:3]
}

// kindZh is the Chinese name of a chart kind.
func kindZh(kind string) string {
	switch kind {
	case "column":
		return "柱形图"
	case "bar":
		return "条形图"
	case "grouped":
		return "簇状柱形图"
	case "stacked":
		return "堆积柱形图"
	case "stacked_100":
		return "百分比堆积柱形图"
	case "line":
		return "折线图"
	case "area":
		return "面积图"
	case "slope":
		return "斜率图"
	case "dot":
		return "点图"
	case "dumbbell":
		return "哑铃图"
	case "waterfall":
		return "瀑布图"
	case "mekko":
		return "不等宽柱形图"
	case "donut":
		return "环形图"
	case "scatter":
		return "散点图"
	case "bubble":
		return "气泡图"
	case "gantt":
		return "甘特图"
	case "range", "open_range":
		return "区间图"
	case "threshold":
		return "阈值图"
	case "waffle":
		return "华夫图"
	case "funnel":
		return "漏斗图"
	case "heat":
		return "热力表"
	}
	return "图表"
}
