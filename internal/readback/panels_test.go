package readback

import (
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"roadshow/render/pdf/pdftest"
)

// panels are charts of one block, which stand on one scale.
type panels struct {
	block, kind string
	csv         []string
}

// outline writes the block and its files.
func (p panels) outline(t *testing.T, dir string) string {
	t.Helper()
	var data, charts strings.Builder
	for i, text := range p.csv {
		fmt.Fprintf(&data, "  d%d: {file: d%d.csv}\n", i, i)
		fmt.Fprintf(&charts, "            - {title: %s, kind: %s, measure: Output, data: d%d}\n", titleOf(i), p.kind, i)
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("d%d.csv", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return "title: Read back\ndate: 2025-03-31\ndata:\n" + data.String() + "themes:\n  - name: Charts\n    claim: What is drawn is what the tables say\n" +
		"    evidence:\n      - " + p.block + ":\n          title: All stand on one scale\n          charts:\n" + charts.String()
}

// read holds all panels against all tables on one scale: lengths from each panel's own zero.
func (p panels) read(t *testing.T, f builtPDF, tables []*sheet) (r *readback) {
	t.Helper()
	pooled := &readback{}
	var all []reading
	way := 1.0
	for i, tab := range tables {
		r := newReadback(chartCase{kind: p.kind}, tab, figureOf(t, f.pdf, titleOf(i)))
		if p.kind == "line" { // panels within a grid may leave their axis to the outer ones
			r.drawn, r.printed = nil, nil
			base, ok := r.fig.baseline(true)
			curves := r.curves()
			if !ok || len(curves) != 1 || len(curves[0].y) != len(tab.rows) {
				pooled.badMark("panel %d has %d lines", i, len(curves))
				continue
			}
			for j, d := range tab.column(0) {
				all = append(all, reading{fmt.Sprintf("panel %d, %s", i, tab.rows[j]), d.at(), curves[0].y[j] - base})
			}
			way = -1
			continue
		}
		pooled.drawn, pooled.printed = append(pooled.drawn, r.drawn...), append(pooled.printed, r.printed...)
		base := slices.IndexFunc(r.marks, func(x reading) bool { return x.what == "the baseline" })
		for _, x := range r.marks {
			all = append(all, reading{fmt.Sprintf("panel %d, %s", i, x.what), x.value, x.at - r.marks[base].at})
		}
		way = r.way
	}
	pooled.onOneScale(way, all)
	return pooled
}

// TestPanelsStandOnOneScale: in two_charts and chart_grid the same length is the same number, in whichever panel.
func TestPanelsStandOnOneScale(t *testing.T) {
	for _, p := range []panels{
		{"two_charts", "column", []string{rows("Year,Sales", "2021,21", "2022,30", "2023,42"), rows("Year,Cost", "2021,18", "2022,7.5", "2023,19")}},
		{"two_charts", "bar", []string{rows("Name,Sales", "Alpha,21", "Beta,-30"), rows("Name,Cost", "Alpha,18", "Beta,7.5")}},
		{"chart_grid", "column", []string{rows("Year,A", "2021,21", "2022,-30"), rows("Year,B", "2021,18", "2022,7.5"), rows("Year,C", "2021,3", "2022,44")}},
		{"chart_grid", "line", []string{rows("Year,A", "2020,30", "2021,33", "2022,37"), rows("Year,B", "2020,22", "2021,9", "2022,28"), rows("Year,C", "2020,35", "2021,8", "2022,3")}},
	} {
		t.Run(p.block+" "+p.kind, func(t *testing.T) {
			dir := t.TempDir()
			var tables []*sheet
			for _, text := range p.csv {
				tables = append(tables, readSheet(t, text))
			}
			for _, f := range buildPDFs(t, dir, p.outline(t, dir)) {
				r := p.read(t, f, tables)
				for _, problem := range append(r.drawn, r.printed...) {
					t.Errorf("%s: %s", f.medium, problem)
				}
				// A panel on a scale of its own is noticed: all its values a tenth more.
				for i := range tables {
					other := slices.Clone(tables)
					scaled := *tables[i]
					scaled.cells = nil
					for _, row := range tables[i].cells {
						d := row[0]
						d.lo, d.hi = d.lo*1.1, d.hi*1.1
						scaled.cells = append(scaled.cells, []datum{d})
					}
					other[i] = &scaled
					if r := p.read(t, f, other); len(r.drawn) == 0 {
						t.Errorf("%s: panel %d may have any scale", f.medium, i)
					}
				}
			}
		})
	}
}

// sparks are the small lines of a page from top to bottom and left to right, each with the dot at its end.
func sparks(p *pdftest.Page) (out []pdftest.Path) {
	for _, q := range p.Paths {
		if q.Round && q.Stroke != nil && len(q.X) > 1 {
			out = append(out, q)
		}
	}
	slices.SortStableFunc(out, func(a, b pdftest.Path) int {
		if d := a.Bounds().Y + a.Bounds().H/2 - b.Bounds().Y - b.Bounds().H/2; math.Abs(d) > 12 {
			return int(sign(d))
		}
		return int(sign(a.X[0] - b.X[0]))
	})
	return out
}

// sparkAgrees holds a small line against its values.
func sparkAgrees(r *readback, p *pdftest.Page, q pdftest.Path, values []float64) {
	if len(q.X) != len(values) {
		r.badMark("%d points for %d values", len(q.X), len(values))
		return
	}
	var across, up []reading
	for i, v := range values {
		what := fmt.Sprintf("point %d", i+1)
		across = append(across, reading{what, float64(i), q.X[i]})
		up = append(up, reading{what, v, q.Y[i]})
	}
	r.onOneScale(1, across)
	r.onOneScale(-1, up)
	last := len(values) - 1
	for i := range values {
		mark := 0.0
		for _, d := range p.Paths {
			if b := d.Bounds(); d.Fill != nil && isCircle(d) && math.Hypot(b.X+b.W/2-q.X[i], b.Y+b.H/2-q.Y[i]) < tolerance {
				mark = max(mark, b.W/2)
			}
		}
		if i == last && mark < 2 {
			r.badMark("no dot stands at the end")
		}
		if end := slices.Max(values) == values[i] || slices.Min(values) == values[i]; mark > 0 && !end && i != last {
			r.badMark("a dot stands at %v, which is no extreme", values[i])
		}
	}
}

// TestSparklinesSayTheirValues in key figures and in tables, and the bars of tables with them.
func TestSparklinesSayTheirValues(t *testing.T) {
	head := "title: Read back\ndate: 2025-03-31\nthemes:\n  - name: Charts\n    claim: What is drawn is what is typed\n    evidence:\n"
	for _, c := range []struct {
		name, block string
		values      [][]float64
		bars        []float64
	}{
		{"kpis", "      - kpis:\n          title: The year ended well\n          items:\n            - {value: $42m, label: sales of the year, spark: [12, 15, 21, 30, 42]}\n" +
			"            - {value: 240 t, label: orders taken, spark: [7, -3, 2.5, 1]}\n            - {value: 9%, label: sawdust, spark: [5000000000, 40, 9000000000]}\n",
			[][]float64{{12, 15, 21, 30, 42}, {7, -3, 2.5, 1}, {5e9, 40, 9e9}}, nil},
		{"table", "      - table:\n          title: Alder earns the most\n          columns:\n            - head: Mill\n            - {head: Share, type: bar}\n            - {head: Five years, type: spark}\n" +
			"          rows:\n            - [Alder, 34%, 9 10 11 13 14]\n            - [Birch, 23%, 6 7 7 8 10]\n            - [Cedar, 19.5%, 9 9 10 9 8]\n            - [Elder, 4%, 1 2 -3 4 6]\n",
			[][]float64{{9, 10, 11, 13, 14}, {6, 7, 7, 8, 10}, {9, 9, 10, 9, 8}, {1, 2, -3, 4, 6}}, []float64{34, 23, 19.5, 4}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, f := range buildPDFs(t, t.TempDir(), head+c.block) {
				seen := false
				for i := range f.pdf.Pages {
					p := &f.pdf.Pages[i]
					lines := sparks(p)
					if len(lines) == 0 {
						continue
					}
					seen = true
					if len(lines) != len(c.values) {
						t.Fatalf("%s: %d lines for %d rows", f.medium, len(lines), len(c.values))
					}
					for j, q := range lines {
						r := &readback{}
						if sparkAgrees(r, p, q, c.values[j]); len(r.drawn) > 0 {
							t.Errorf("%s: line %d: %v", f.medium, j+1, r.drawn)
						}
						for at := range c.values[j] {
							other := slices.Clone(c.values[j])
							other[at] += 0.05 * (slices.Max(other) - slices.Min(other))
							r := &readback{}
							if sparkAgrees(r, p, q, other); len(r.drawn) == 0 {
								t.Errorf("%s: line %d: no point betrays that value %d is another", f.medium, j+1, at+1)
							}
						}
					}
					if c.bars != nil {
						tableBars(t, f.medium, p, lines, c.bars)
					}
				}
				if !seen {
					t.Errorf("%s: no small line", f.medium)
				}
			}
		})
	}
}

// tableBars holds the bars in the rows of small lines against their values.
func tableBars(t *testing.T, medium string, p *pdftest.Page, lines []pdftest.Path, values []float64) {
	t.Helper()
	all := []reading{{"nothing", 0, 0}}
	for j, q := range lines {
		row := q.Bounds()
		widest := pdftest.Box{}
		for _, b := range p.Paths {
			if box := b.Bounds(); b.Fill != nil && isFrame(b) && box.Y > row.Y-8 && box.Y+box.H < row.Y+row.H+8 && box.H > 2 && box.X+box.W < row.X {
				widest = box
			}
		}
		all = append(all, reading{fmt.Sprintf("the bar of row %d", j+1), values[j], widest.W})
	}
	r := &readback{}
	if r.onOneScale(1, all); len(r.drawn) > 0 {
		t.Errorf("%s: %v", medium, r.drawn)
	}
	all[2].value *= 1.05
	r = &readback{}
	if r.onOneScale(1, all); len(r.drawn) == 0 {
		t.Errorf("%s: no bar betrays another value", medium)
	}
}
