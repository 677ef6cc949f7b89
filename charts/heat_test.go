package charts

import (
	"strings"
	"testing"

	"roadshow/scene"
)

// texts are all words of a drawing, a line each.
func texts(c *scene.Chart) (out []string) {
	for _, it := range c.Drawing {
		if t, ok := it.(*scene.Text); ok {
			for _, l := range t.Lines {
				var b strings.Builder
				for _, r := range l.Runs {
					b.WriteString(r.Text)
				}
				out = append(out, b.String())
			}
		}
	}
	return out
}

func TestHeatCellsWithoutAValueAreBlank(t *testing.T) {
	s0 := style0(t)
	c := drawnOn(t, &Spec{Kind: "heat", Table: tab("Name|A|B\nAlpha|1|n/a\nBeta||4\nGamma|5|?")}, s0.frame, s0.st)
	for _, w := range texts(c) {
		if w == "n/a" || w == "?" {
			t.Errorf("a blank cell prints %q", w)
		}
	}
	if got := c.Data.Series[1].Values[0].Text + " " + c.Data.Series[0].Values[1].Text + " " + c.Data.Series[1].Values[2].Text; got != "n/a n/a ?" {
		t.Errorf("the data say %q", got)
	}
	if !strings.Contains(c.Alt, "Alpha, B n/a; Beta, A n/a; Gamma, B ?") {
		t.Errorf("the alternative text does not name the blank cells: %s", c.Alt)
	}
	pale := 0
	for _, it := range c.Drawing {
		if sh, ok := it.(*scene.Shape); ok && sh.Fill.Color == s0.st.Look.Surface {
			pale++
		}
	}
	if pale != 3 {
		t.Errorf("%d pale cells, want 3", pale)
	}
}
