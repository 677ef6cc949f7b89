package briefing_test

import "testing"

// TestNoSpacePartsTwoChineseLettersBesideAFigure: authors type one around $name and cannot see how the figure begins.
func TestNoSpacePartsTwoChineseLettersBesideAFigure(t *testing.T) {
	b := must(t, `title: 收入 $sales 以上
date: 2025
language: zh
topic: 共 $team 与 $sales
figures:
  sales: {label: 收入, value: 超过3亿元, basis: own}
  team: {label: 人数, value: 41 人, basis: own}
  share: {label: 份额, value: 20%, basis: own}
themes:
  - name: 日子
    claim: 收入 $sales 之多，占 $share 左右
`, nil)
	if got, want := b.Title.String(), "收入超过3亿元以上"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
	if got, want := b.Topic, "共 41人与 >3亿元"; got != want {
		t.Errorf("the topic is %q, want %q", got, want)
	}
	if got, want := b.Themes[0].Claim.String(), "收入超过3亿元之多，占 20% 左右"; got != want {
		t.Errorf("the claim is %q, want %q", got, want)
	}
}
