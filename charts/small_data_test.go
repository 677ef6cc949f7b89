package charts

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// TestTicksOfSmallNumbersDiffer: two ticks of an axis never have the same label.
func TestTicksOfSmallNumbersDiffer(t *testing.T) {
	s := &Spec{Kind: "scatter", Table: tab("N|X|Y\na|0.0000001|0.0000002\nb|0.0000004|0.00000003\nc|0.0000003|0.0000001")}
	c := drawnOn(t, s, style0(t).frame, style0(t).st)
	for _, ax := range c.Axes {
		seen := map[string]bool{}
		for _, tick := range ax.Ticks {
			if seen[tick.Label] {
				t.Errorf("axis %s: two ticks are %q", ax.Name, tick.Label)
			}
			seen[tick.Label] = true
		}
	}
}

// TestPointsOnALogScaleLeaveZeroOut: the domain of points that come close to zero does not reach it on a log scale.
func TestPointsOnALogScaleLeaveZeroOut(t *testing.T) {
	s := &Spec{Kind: "scatter", Scale: "log", Table: tab("N|X|Y\na|12|12\nb|30|7\nc|7|41")}
	for _, ax := range drawnOn(t, s, style0(t).frame, style0(t).st).Axes {
		if ax.Min < 1 {
			t.Errorf("axis %s begins at %g", ax.Name, ax.Min)
		}
	}
}

// TestBarsOfOpenRangesBelowZeroHaveTheirNumberAtTheirEnd: to the left of zero, that is the left.
func TestBarsOfOpenRangesBelowZeroHaveTheirNumberAtTheirEnd(t *testing.T) {
	for _, text := range []string{"N|V\na|-12\nb|-30\nc|-7", "N|V\na|12\nb|-30\nc|41"} {
		s := &Spec{Kind: "open_range", Table: tab(text)}
		var l diag.List
		judged := judge(s, &l)
		st := style0(t)
		p := newPlot(judged, st.frame, st.st, &l)
		drawOpenRange(p)
		for _, a := range p.anchors {
			if v := judged.n.cols[0].cells[a.cat].lo; v < 0 && (a.tag.W == 0 || a.tag.Right() > a.box.X+0.01) {
				t.Errorf("%q: the number of %g stands at %.1f to %.1f, its bar begins at %.1f", text, v, a.tag.X, a.tag.Right(), a.box.X)
			}
		}
	}
}

// TestTotalsOfStacksAreHonest: totals have the decimals of their own parts, and none is printed where a part is not known.
func TestTotalsOfStacksAreHonest(t *testing.T) {
	s := &Spec{Kind: "stacked", Table: tab("N|A|B\na|1000.1|1000.2\nb|1000.15|2\nc|3|?\nd|4|n/a")}
	var l diag.List
	judged := judge(s, &l)
	var got []string
	for i := range judged.n.cats {
		got = append(got, judged.n.totalText(i, s.Format))
	}
	if want := "2,000.3 1,002.15  4"; strings.Join(got, " ") != want {
		t.Errorf("totals %q, want %q", strings.Join(got, " "), want)
	}
}

// TestManyThousandRowsAreRefusedAtOnce: no second is spent on measuring names that cannot stand.
func TestManyThousandRowsAreRefusedAtOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("N|A")
	for i := range 60000 {
		b.WriteString("\nRow " + strings.Repeat("x", i%7) + strconv.Itoa(i) + "|" + string(rune('1'+i%9)))
	}
	s := &Spec{Kind: "column", Table: tab(b.String())}
	var l diag.List
	judged := judge(s, &l)
	st := style0(t).st
	if took := cputime.Of(func() { Draw(judged, scene.Rect{W: 320, H: 200}, st, &l) }); took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
	if !strings.Contains(l.Problems()[0].Code, "E-FIT") {
		t.Errorf("%v", l.Problems()[0])
	}
}
