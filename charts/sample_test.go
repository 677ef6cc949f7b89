package charts

import (
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// tab reads "Name,A,B" and rows like a CSV file; a cell's place is its row and column in that text.
func tab(text string) *table.Table {
	t := &table.Table{ID: "data", At: diag.Span{File: "t.csv", Line: 1, Col: 1}}
	for i, row := range strings.Split(strings.TrimSpace(text), "\n") {
		col := 1
		var cells []table.Cell
		for _, field := range strings.Split(strings.TrimSpace(row), "|") {
			at := diag.Span{File: "t.csv", Line: i + 1, Col: col, EndLine: i + 1, EndCol: col + len([]rune(field))}
			cells = append(cells, table.Cell{Text: strings.TrimSpace(field), At: at})
			col += len([]rune(field)) + 1
		}
		if i == 0 {
			t.Corner = cells[0].Text
			for _, c := range cells[1:] {
				t.Columns = append(t.Columns, table.Column{Name: c.Text, At: c.At})
			}
			continue
		}
		t.Rows = append(t.Rows, table.Row{Name: cells[0].Text, At: cells[0].At, Cells: cells[1:]})
	}
	return t
}

func val(t testing.TB, s string) *value.Value {
	t.Helper()
	v, err := source.ParseValue(s)
	if err != nil {
		t.Fatal(err)
	}
	return &v
}

func style(t testing.TB, look string, m scene.Medium) Style {
	t.Helper()
	l, err := assets.LoadLook(look)
	if err != nil {
		t.Fatal(err)
	}
	return Style{Look: l, Fonts: typeset.New(nil), Medium: m}
}

// judge judges a spec and adds what is wrong with it to l.
func judge(s *Spec, l *diag.List) *Chart {
	c := Judge(*s)
	l.Merge(c.Problems)
	return c
}

// drawn checks and draws a spec, and fails the test on errors.
func drawnOn(t testing.TB, s *Spec, frame scene.Rect, st Style) *scene.Chart {
	t.Helper()
	var l diag.List
	judged := judge(s, &l)
	if l.Failed(false) {
		t.Fatalf("%s %q: %v", s.Kind, s.Title, l.Problems())
	}
	return Draw(judged, frame, st, &l)
}

// stage is a usual style and frame.
type stage struct {
	st    Style
	frame scene.Rect
}

func style0(t testing.TB) stage {
	return stage{style(t, "paper", scene.Document), scene.Rect{X: 220, Y: 100, W: 320.85, H: 200}}
}
