package charts

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
)

var tables = flag.Int("tables", 1000, "how many generated tables the property test draws")

// words are names of all lengths and two scripts.
var someNames = []string{"A", "Cloud", "Finance and insurance", "Wisdom Spectrum AI", "Domestic average, March", "GPT-4 (mid-March)", "百川智能", "智谱华章科技有限公司",
	"Where the team stopped", "Other", "Expected by one founder in the spring of the year", "R&D", "X-ray", "$money", "Q3", "Light Years Away", "Rest of the world", "iFlytek", "月之暗面 Moonshot"}

type gen struct{ *rand.Rand }

func (g gen) number() string {
	switch g.IntN(10) {
	case 0:
		return "0"
	case 1:
		return fmt.Sprint(-g.IntN(90))
	case 2:
		return fmt.Sprintf("%.2f", g.Float64()*10)
	case 3:
		return fmt.Sprint(g.IntN(3) * 1000000)
	case 4:
		return fmt.Sprintf("%.6f", g.Float64()/1000)
	}
	return fmt.Sprint(g.IntN(100))
}

func (g gen) cell(kind string, positive bool) string {
	n := g.number()
	if positive {
		n = strings.TrimPrefix(n, "-")
	}
	if positive && (kind == "waffle" || kind == "donut" || kind == "stacked_100" || kind == "mekko") {
		return n
	}
	switch g.IntN(14) {
	case 0:
		return "over " + n
	case 1:
		return "at most " + n
	case 2:
		return "about " + n
	case 3:
		return "?"
	case 4:
		return "n/a"
	case 5:
		lo := g.IntN(50)
		return fmt.Sprintf("%d to %d", lo, lo+1+g.IntN(50))
	}
	return n
}

func (g gen) name(i int) string {
	return fmt.Sprintf("%s %d", someNames[g.IntN(len(someNames))], i)
}

// spec makes a table of a random shape for a kind.
func (g gen) spec(kind string) *Spec {
	var b strings.Builder
	rows, cols := 1+g.IntN(12), 1
	s := &Spec{Kind: kind, Title: "Generated", Measure: "Something", Unit: "things", At: diag.Span{File: "briefing.yaml", Line: 3, Col: 5}}
	positive := false
	switch kind {
	case "grouped", "line", "stacked", "stacked_100", "area", "heat", "mekko":
		cols = 1 + g.IntN(4)
		positive = kind != "grouped" && kind != "line" && kind != "heat"
	case "slope":
		cols = 2 + g.IntN(2)
	case "dumbbell":
		cols = 2
	case "scatter", "bubble":
		cols, rows = 3, 1+g.IntN(40)
		positive = true
	case "funnel", "donut", "waffle":
		positive = true
		rows = 1 + g.IntN(4)
	case "waterfall":
		rows = 3 + g.IntN(9)
	case "threshold":
		rows = 1 + g.IntN(3)
		lo := g.IntN(60)
		s.Band = &Band{Label: someNames[g.IntN(len(someNames))]}
		s.Band.Value, _ = source.ParseValue(fmt.Sprintf("%d to %d", lo, lo+1+g.IntN(40)))
	case "gantt":
		cols = 2
	case "column", "bar", "dot", "range", "open_range":
		rows = 1 + g.IntN(22)
	}
	b.WriteString("Name")
	for k := range cols {
		fmt.Fprintf(&b, "|%s %d", someNames[g.IntN(len(someNames))], k)
	}
	b.WriteString("\n")
	sum := 0
	dated := g.IntN(3) == 0 && kind != "gantt"
	for i := range rows {
		if dated {
			fmt.Fprint(&b, 2000+i)
		} else {
			b.WriteString(g.name(i))
		}
		for k := range cols {
			switch {
			case kind == "gantt":
				fmt.Fprintf(&b, "|%s", g.date(2018+3*k))
			case kind == "waterfall" && i == rows-1 && i > 0:
				fmt.Fprintf(&b, "|%d", sum)
			case kind == "waterfall":
				v := g.IntN(2000) - 800
				sum += v
				fmt.Fprintf(&b, "|%d", v)
			default:
				b.WriteString("|" + g.cell(kind, positive))
			}
		}
		b.WriteString("\n")
	}
	s.Table = tab(b.String())
	if g.IntN(2) == 0 {
		s.Highlight = s.Table.Rows[g.IntN(rows)].Name
	}
	if rows > 1 {
		from, to := s.Table.Rows[0].Name, s.Table.Rows[rows-1].Name
		for _, a := range []Annotation{{Kind: "difference", From: from, To: to}, {Kind: "callout", On: to, Label: "What one should see here"},
			{Kind: "reference", Value: &value.Value{}, Label: "Target of the year"}, {Kind: "cagr", From: from, To: to}, {Kind: "trend", Trend: "linear"}, {Kind: "event", On: from, Label: "Launch"}} {
			if a.Kind == "reference" {
				v, _ := source.ParseValue(fmt.Sprint(g.IntN(90)))
				a.Value = &v
			}
			if g.IntN(6) == 0 {
				s.Annotations = append(s.Annotations, a)
			}
		}
		lo := g.IntN(60)
		band, _ := source.ParseValue(fmt.Sprintf("%d to %d", lo, lo+1+g.IntN(40)))
		for _, a := range []Annotation{{Kind: "forecast", From: to}, {Kind: "band", Value: &band, Label: "Guidance of the year"}, {Kind: "trend", Trend: "polynomial 2"},
			{Kind: "trend", Trend: "sma 3"}, {Kind: "trend", Trend: "ema 3"}, {Kind: "trend", Trend: "bollinger 4"}, {Kind: "trend", Trend: "macd"}} {
			if g.IntN(12) == 0 {
				s.Annotations = append(s.Annotations, a)
			}
		}
		if cols > 1 && g.IntN(5) == 0 {
			s.Scenario = map[string]string{s.Table.Columns[g.IntN(cols)].Name: []string{"previous", "plan", "forecast"}[g.IntN(3)]}
		}
	}
	s.Grey = g.IntN(8) == 0
	return s
}

func (g gen) date(from int) string {
	y, m := from+g.IntN(3), 1+g.IntN(12)
	switch g.IntN(6) {
	case 0:
		return fmt.Sprint(y)
	case 1:
		return fmt.Sprintf("%d-%02d-%02d", y, m, 1+g.IntN(28))
	case 2:
		return "?"
	case 3:
		return fmt.Sprintf("after %d-%02d", y, m)
	case 4:
		return fmt.Sprintf("early %d", y)
	}
	return fmt.Sprintf("%d-%02d", y, m)
}

// TestGeneratedTablesKeepTheRules draws random tables of every kind: no panic, no NaN, no label on another, none outside
// its frame, bars as long as their values.
func TestGeneratedTablesKeepTheRules(t *testing.T) {
	styles := []Style{style(t, "paper", scene.Document), style(t, "ink", scene.Slides)}
	frames := [][]scene.Rect{
		{{X: 220, Y: 100, W: 320.85, H: 150}, {X: 54, Y: 100, W: 487, H: 210}, {X: 54, Y: 100, W: 237, H: 150}, {X: 54, Y: 100, W: 148, H: 110}, {X: 54, Y: 100, W: 104, H: 84}},
		{{X: 48, Y: 172, W: 570, H: 290}, {X: 48, Y: 172, W: 864, H: 290}, {X: 48, Y: 172, W: 424, H: 290}, {X: 48, Y: 172, W: 274, H: 150}, {X: 48, Y: 172, W: 200, H: 100}},
	}
	kinds := Catalog()
	drawnN, refusedN, unfit, measured := map[string]int{}, 0, 0, 0
	for i := range *tables {
		g := gen{rand.New(rand.NewPCG(uint64(i), 7))}
		kind := kinds[i%len(kinds)].Name
		s := g.spec(kind)
		var l diag.List
		judged := judge(s, &l)
		if l.Failed(false) { // annotations that cannot be known are refused: draw with the others
			all := s.Annotations
			s.Annotations = nil
			for _, a := range all {
				try := *s
				try.Annotations = []Annotation{a}
				if !Judge(try).Problems.Failed(false) {
					s.Annotations = append(s.Annotations, a)
				}
			}
			l = diag.List{}
			judged = judge(s, &l)
		}
		if l.Failed(false) {
			s.Annotations, s.Highlight = nil, ""
			l = diag.List{}
			judged = judge(s, &l)
		}
		if l.Failed(false) {
			refusedN++
			continue
		}
		m := g.IntN(2)
		fs := frames[m]
		frame := fs[g.IntN(len(fs))]
		if h := Height(judged, styles[m], frame.W); h > frame.H {
			frame.H = h
		}
		l = diag.List{}
		c := Draw(judged, frame, styles[m], &l)
		if l.Failed(false) { // said that it does not fit
			unfit++
			continue
		}
		drawnN[kind]++
		wrong, n := disproportion(judged, frame, styles[m])
		measured += n
		if len(wrong) > 0 {
			t.Errorf("table %d, %s → %s: %s\n%s", i, kind, c.Kind, strings.Join(wrong[:min(3, len(wrong))], "; "), dump(s))
		}
		if problems := geometry(c, styles[m]); len(problems) > 0 {
			t.Errorf("table %d, %s → %s, %v, frame %v: %s\n%s", i, kind, c.Kind, s.Annotations, frame, strings.Join(problems[:min(3, len(problems))], "; "), dump(s))
		}
		rows := len(s.Table.Rows)
		if n := len(c.Data.Categories); c.Kind == "mekko" && n > rows && c.Data.Categories[n-1] == "Total" { // computed
			rows++
		}
		if c.Alt == "" || len(c.Data.Categories) != rows {
			t.Errorf("table %d, %s: alt %q, %d categories", i, kind, c.Alt, len(c.Data.Categories))
		}
		for _, ax := range c.Axes {
			if math.IsNaN(ax.Min) || math.IsNaN(ax.Max) {
				t.Errorf("table %d, %s: NaN axis", i, kind)
			}
		}
	}
	for _, k := range kinds {
		if drawnN[k.Name] < *tables/len(kinds)/3 {
			t.Errorf("only %d tables of kind %s were drawn", drawnN[k.Name], k.Name)
		}
	}
	if measured < 3**tables {
		t.Errorf("only %d marks were measured", measured)
	}
	t.Logf("%d refused, %d did not fit, %d marks measured", refusedN, unfit, measured)
}

func dump(s *Spec) string {
	var b strings.Builder
	for _, c := range s.Table.Columns {
		b.WriteString("|" + c.Name)
	}
	for _, r := range s.Table.Rows {
		b.WriteString("\n" + r.Name)
		for _, c := range r.Cells {
			b.WriteString("|" + c.Text)
		}
	}
	return b.String()
}
