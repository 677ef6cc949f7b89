package source

import (
	"testing"

	"roadshow/briefing/evidence/value"
)

// TestNumbersInChinese: a briefing in Chinese prints no English word beside a number, and reads what it prints.
func TestNumbersInChinese(t *testing.T) {
	zh := value.Format{Language: "zh", Units: "zh"}
	finance := value.Format{Language: "zh", Units: "finance"}
	for _, c := range []struct {
		typed        string
		f            value.Format
		prose, label string
	}{
		{"about 3.2亿元", zh, "约3.2亿元", "≈3.2亿元"},
		{"约RMB 320m", zh, "约3.2亿元", "≈3.2亿元"},
		{"over 70%", zh, "超过70%", ">70%"},
		{"至少10万 立方米", zh, "至少10万立方米", "≥10万"},
		{"不到40%", zh, "不到40%", "<40%"},
		{"at most 5 家", zh, "至多5家", "≤5"},
		{"1200万元至1500万元", zh, "1,200万元至1,500万元", "1,200–1,500万元"},
		{"15% to 30%", zh, "15%至30%", "15–30%"},
		{"40 to 50 bn parameters", zh, "400亿至500亿 parameters", "400–500亿"},
		{"-3 to 5 points", zh, "−3至5个百分点", "−3至5个百分点"},
		{"6.7×", zh, "6.7倍", "6.7倍"},
		{"6.7 to 8.3 times", zh, "6.7至8.3倍", "6.7–8.3倍"},
		{"$2.5bn", zh, "25亿美元", "25亿美元"},
		{"2万亿元", zh, "2万亿元", "2万亿元"},
		{"$2trn", zh, "2万亿美元", "2万亿美元"},
		{"n/a", zh, "不适用", "不适用"},
		{"?", zh, "未知", "?"},
		{"3亿元", finance, "¥300m", "¥300m"},
		{"RMB 1 to 2m", finance, "¥1m至2m", "¥1–2m"},
		{"5亿美元", finance, "$500m", "$500m"},
		{"over 3亿元", value.Format{Units: "zh"}, "more than 3亿元", ">3亿元"},
		{"5亿美元", value.Format{}, "$500m", "$500m"},
	} {
		v, err := ParseValue(c.typed)
		if err != nil {
			t.Errorf("%s: %v", c.typed, err)
			continue
		}
		if got := v.Prose(c.f); got != c.prose {
			t.Errorf("%s in prose: %s, want %s", c.typed, got, c.prose)
		}
		if got := v.Label(c.f); got != c.label {
			t.Errorf("%s beside a mark: %s, want %s", c.typed, got, c.label)
		}
	}
	for _, typed := range []string{"约3.2亿元", "超过70%", "至少10万立方米", "1,200万元至1,500万元", "不到5", "不适用", "未知", "−3至5"} {
		v, err := ParseValue(typed)
		if err != nil || v.Prose(zh) != typed {
			t.Errorf("%s is read and printed as %s (%v)", typed, v.Prose(zh), err)
		}
	}
}

func TestUnitsInTheHeadOfAChineseChart(t *testing.T) {
	zh := value.Format{Language: "zh", Units: "zh"}
	for unit, want := range map[string]string{"RMB m": "元", "k": "", "万元": "万元", "$bn": "美元", "points": "个百分点", "×": "倍", "万 立方米": "万立方米", "%": "%"} {
		u, err := value.ParseUnit(unit)
		if err != nil {
			t.Fatal(err)
		}
		if got := zh.UnitLabel(u); got != want {
			t.Errorf("%s: %q, want %q", unit, got, want)
		}
	}
}

func TestChineseBoundsInExcerpts(t *testing.T) {
	for excerpt, val := range map[string]string{"客户留存率至少为85%": "at least 85%", "订单超过了24万立方米": "over 24万 立方米", "最多为5家": "at most 5", "大约为3.2亿元": "about 3.2亿元"} {
		if _, err := Says(excerpt, mustValue(t, val)); err != nil {
			t.Errorf("%s does not say %s: %v", excerpt, val, err)
		}
	}
}
