package typeset

import (
	"slices"
	"strings"
	"testing"

	"roadshow/scene"
)

// hanLines are the lines of a text in Chinese, set to a number of ems.
func hanLines(f *Fonts, text string, ems float64, how Break) []string {
	b := f.Set([]scene.Span{{Text: text, Style: scene.Style{Font: scene.Serif, Size: 10}}}, Options{Width: scene.Pt(ems * 9.4), Break: how})
	var out []string
	for _, l := range b.Lines {
		line := ""
		for _, r := range l.Runs {
			line += r.Text
		}
		out = append(out, strings.TrimSpace(line))
	}
	return out
}

func TestAdjacentChineseMarksShareTheirBlanks(t *testing.T) {
	f := New(nil)
	st := scene.Style{Font: scene.Serif, Size: 10}
	for text, ems := range map[string]float64{
		"来源：“会议”。": 6.5, // ：“ is 1.5 em, ”。 is 1.5 em, and the last half em is blank
		"（《合同》）":   4.5,
		"他说：好":     4,
		"天。”":      2,
		"木板，":      2.5,
		"木板，木板":    5,
	} {
		if got := float64(f.Width(text, st)) / 9.4; got < ems-0.03 || got > ems+0.03 {
			t.Errorf("%s is %.2f em wide, want %.2f", text, got, ems)
		}
	}
	// The marks of another face have no blanks to give.
	if got := f.Width("”，", st); got <= 0 {
		t.Errorf("marks alone are %v wide", got)
	}
}

func TestChineseNumbersKeepTheirScale(t *testing.T) {
	f := New(nil)
	for _, c := range []struct {
		text string
		keep []string
	}{
		{"收入约为3.2亿元订单很多", []string{"3.2亿元"}},
		{"贷款总额为25亿美元而已", []string{"25亿美"}},
		{"增长了45个百分点以上", []string{"45个"}},
		{"合同第7条说得很清楚", []string{"第7条"}},
		{"合计1200万元至1500万元", []string{"1200万元", "1500万元"}},
	} {
		for ems := 6.5; ems < 12; ems += 0.5 {
			lines := hanLines(f, c.text, ems, Greedy)
			for _, word := range c.keep {
				if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, word) }) {
					t.Errorf("%.1f em: %s is torn: %q", ems, word, lines)
				}
			}
		}
	}
}

func TestKnownNamesAreNeverParted(t *testing.T) {
	f := New(nil)
	f.Keep("欧阳二青", "周一白", "Latin Name", "五个字的名", "周一白")
	if len(f.names) != 2 {
		t.Errorf("kept %q", f.names)
	}
	for ems := 5.0; ems < 14; ems += 0.5 {
		lines := hanLines(f, "会上先是欧阳二青说话然后周一白也说了几句话", ems, Greedy)
		for _, name := range []string{"欧阳二青", "周一白"} {
			if !slices.ContainsFunc(lines, func(l string) bool { return strings.Contains(l, name) }) {
				t.Errorf("%.1f em: %s is parted: %q", ems, name, lines)
			}
		}
	}
}

func TestChineseTitlesBreakAtTheirPauses(t *testing.T) {
	f := New(nil)
	for text, want := range map[string][]string{
		"火车晚点一天，比木板贵一成更伤人": {"火车晚点一天，", "比木板贵一成更伤人"},
		"木板何时到货才是真正的东西呢":   {"木板何时到货才", "是真正的东西呢"},
	} {
		if got := hanLines(f, text, 11, Balanced); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestNoLastLineOfOneChineseLetter(t *testing.T) {
	f := New(nil)
	for _, how := range []Break{Greedy, Balanced} {
		for n := 9; n <= 28; n++ {
			text := string([]rune("列车在边境等待木板在仓库等待谁也不知道要等多久列车在边境")[:n]) + "。"
			lines := hanLines(f, text, 8, how)
			if last := []rune(strings.Trim(lines[len(lines)-1], "。")); len(lines) > 1 && len(last) < 2 {
				t.Errorf("%d letters: %q", n, lines)
			}
		}
	}
}

func TestNoChineseLineStartsOrEndsWithAForbiddenMark(t *testing.T) {
	f := New(nil)
	text := "他说：“木板（即锯材）到了，《合同》第7条写着：‘不得晚点’！”——真的吗？当然；不过……也许。"
	for ems := 4.0; ems < 20; ems += 0.5 {
		for i, l := range hanLines(f, text, ems, Greedy) {
			r := []rune(l)
			if strings.ContainsRune("、。，．：；！？）》」』】”’％", r[0]) && i > 0 || strings.ContainsRune("（《「『【“‘￥", r[len(r)-1]) {
				t.Errorf("%.1f em: line %q", ems, l)
			}
		}
	}
}

func TestOpeningMarksStartALineOnItsEdge(t *testing.T) {
	f := New(nil)
	b := f.Set([]scene.Span{{Text: "“会议”的记录", Style: scene.Style{Font: scene.Sans, Size: 10}}}, Options{Width: 200})
	l := b.Lines[0]
	if l.Hang < 2 || l.Hang > 4.7 || l.X() != -l.Hang || b.Frame(0, 0).X != 0 {
		t.Errorf("the line starts at %v and hangs %v, its frame at %v", l.X(), l.Hang, b.Frame(0, 0).X)
	}
}
