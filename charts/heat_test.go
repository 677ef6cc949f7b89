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

// TestHeatIsATableOfOfficePrograms: cell by cell what the table says, filled as it is drawn; with a value of which not all is known it is
// a drawing, for such tables have no hatching.
func TestHeatIsATableOfOfficePrograms(t *testing.T) {
	s0 := style0(t)
	c := drawnOn(t, &Spec{Kind: "heat", Table: tab("Name|A|B\nAlpha|1|n/a\nBeta|2|4")}, s0.frame, s0.st)
	if c.Plot == nil || c.Plot.Grid == nil {
		t.Fatal("there is no table")
	}
	got := ""
	for _, row := range append(c.Plot.Grid.Head, c.Plot.Grid.Rows...) {
		for _, cell := range row {
			word := ""
			for _, p := range cell.Text.Paras {
				word += said(p.Spans)
			}
			got += word + "/" + cell.Fill.Token + " "
		}
		got += "\n"
	}
	ramp := func(i int) string { return lettered(s0.st.Look, s0.st.Look.Ramp[i]).Token }
	want := "/ A/ B/ \nAlpha/ 1/" + ramp(0) + " /" + s0.st.Look.Surface.Token + " \nBeta/ 2/" + ramp(2) + " 4/" + ramp(5) + " \n"
	if got != want {
		t.Errorf("the table is\n%s, want\n%s", got, want)
	}
	for _, value := range []string{">3", "3–4"} {
		if c := drawnOn(t, &Spec{Kind: "heat", Table: tab("Name|A|B\nAlpha|1|2\nBeta|2|" + value)}, s0.frame, s0.st); c.Plot != nil {
			t.Errorf("with %s it is a table", value)
		}
	}
}
