package pptx

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"roadshow/scene"
)

const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

// chart writes a chart as one that office programs know, with its workbook, and says whether it could: else its drawing is written.
// What such a chart cannot draw stands with it in a group, as shapes and words.
func (s *slide) chart(c *scene.Chart) (bool, error) {
	n := c.Plot
	if n == nil || c.Frame.W <= 0 || c.Frame.H <= 0 || n.Dated && len(n.At) > 0 && n.At[0] < excelEpoch || n.Days && n.Values[0] < excelEpoch {
		return false, nil
	}
	if n.Form == scene.Cells {
		return true, s.cells(c)
	}
	number := 1
	for _, p := range s.w.parts {
		if strings.HasPrefix(p.name, "/ppt/charts/") {
			number++
		}
	}
	p := s.w.add(fmt.Sprintf("/ppt/charts/chart%d.xml", number), chartType)
	g := &native{slide: &slide{part: p, w: s.w, theme: s.theme, page: s.page, layout: s.layout}, c: c, n: n}
	g.write()
	deflate, err := s.w.compressor()
	if err != nil {
		return false, err
	}
	data, err := g.book.write(deflate)
	if err != nil {
		return false, err
	}
	book := s.w.add(fmt.Sprintf("/ppt/embeddings/workbook%d.xlsx", number), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
	book.Write(data)
	p.rel("package", book.name)
	frame := func() { s.chartFrame(c, p.name) }
	if len(n.Under)+len(n.Over) == 0 {
		frame()
		return true, nil
	}
	return true, s.bundle(s.named("chart", c.ID), "", false, c.Frame, func() error {
		if err := s.items(n.Under); err != nil {
			return err
		}
		frame()
		return s.items(n.Over)
	})
}

// excelEpoch is the first day that spreadsheets count right, in days since 1970.
const excelEpoch = -25508 // 1 March 1900

// serial is a day since 1970 as spreadsheets count it.
func serial(day float64) float64 { return day + 25569 }

// chartFrame is where a chart stands on its slide.
func (s *slide) chartFrame(c *scene.Chart, name string) {
	s.put(`<p:graphicFrame><p:nvGraphicFramePr>`)
	s.identity(s.named("chart", c.ID), c.Alt, "")
	s.put(`<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>`)
	s.xfrm("p:xfrm", c.Frame, "")
	s.put(`<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="`,
		s.rel("chart", name), `"/></a:graphicData></a:graphic></p:graphicFrame>`)
}

// native writes the part of one chart.
type native struct {
	*slide
	c     *scene.Chart
	n     *scene.Plot
	book  book
	rows  []int // categories, in the order of the sheet; −1: the rest
	names *column
	used  int // series so far
}

// rest stands for the rows that have no mark of their own.
const rest = -1

func (g *native) write() {
	g.table()
	g.put(declaration, `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">`,
		`<c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>`)
	b, f := g.n.Box, g.c.Frame
	g.put(`<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/><c:x val="`, share(b.X-f.X, f.W), `"/><c:y val="`, share(b.Y-f.Y, f.H),
		`"/><c:w val="`, share(b.W, f.W), `"/><c:h val="`, share(b.H, f.H), `"/></c:manualLayout></c:layout>`)
	switch g.n.Form {
	case scene.Bars:
		g.bars()
	case scene.Lines:
		g.lines()
	case scene.Areas:
		g.areas()
	case scene.Joined:
		g.joined()
	case scene.Points, scene.Bubbles:
		g.points()
	case scene.Ring:
		g.ring()
	case scene.Spans:
		g.spans()
	case scene.Moments:
		g.moments()
	case scene.Pairs:
		g.pairs()
	case scene.Steps:
		g.steps()
	case scene.Tiles:
		g.tiles()
	}
	g.put(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>`,
		`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	g.txPr(g.n.Names, "")
	g.put(`<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>`)
}

// table begins the sheet with the categories.
func (g *native) table() {
	n := g.n
	g.rows = slices.Clone(n.Order)
	if len(g.rows) == 0 {
		for i := range g.c.Data.Categories {
			g.rows = append(g.rows, i)
		}
	}
	if n.Form == scene.Bubbles { // the largest lie below
		radius := func(i int) scene.Pt { return g.c.Data.Series[0].Values[i].As().Radius }
		slices.SortStableFunc(g.rows, func(a, b int) int { return cmp.Compare(radius(b), radius(a)) })
	}
	if len(n.At) > 0 {
		col := column{head: g.c.Data.Corner}
		for _, i := range g.rows {
			v := n.At[i]
			if n.Dated {
				v, col.format = serial(math.Floor(v)), "yyyy-mm-dd"
			}
			col.cells = append(col.cells, typed(v))
		}
		g.names = g.book.add(col)
		return
	}
	names := n.Categories
	if len(names) == 0 {
		names = g.c.Data.Categories
	}
	col := column{head: g.c.Data.Corner}
	for _, i := range g.rows {
		if i == rest {
			col.words = append(col.words, n.Rest.Name)
		} else {
			col.words = append(col.words, names[i])
		}
	}
	g.names = g.book.add(col)
}

// datum is what stands in a row of a series.
func (g *native) datum(k, row int) *scene.Datum {
	if i := g.rows[row]; i != rest {
		return &g.c.Data.Series[k].Values[i]
	}
	return &g.n.Rest.Datum
}

// known is the end of a value that is known: of a range that which is nearer to zero.
func known(d *scene.Datum) (float64, bool) {
	switch {
	case d.Missing:
		return 0, false
	case math.IsInf(d.Low, -1):
		return d.High, true
	case math.IsInf(d.High, 1) || d.Low >= 0:
		return d.Low, true
	case d.High <= 0:
		return d.High, true
	}
	return 0, true
}

// column adds a series to the sheet.
func (g *native) column(k int) *column {
	col := column{head: g.called(k), format: g.format(k)}
	for row := range g.rows {
		v, ok := known(g.datum(k, row))
		col.cells = append(col.cells, figure{v: v, known: ok})
	}
	return g.book.add(col)
}

// called is the name of a series: where it has none it is what the chart measures.
func (g *native) called(k int) string {
	return cmp.Or(g.c.Data.Series[k].Name, g.c.Unit, g.c.Title, "Value")
}

// format is that of the first label of a series that is its value.
func (g *native) format(k int) string {
	for row := range g.rows {
		if l := g.datum(k, row).As().Label; l != nil && l.Format != "" {
			return l.Format
		}
	}
	return ""
}

// head begins a series: its number, its place among the painted ones, and its name.
func (g *native) head(c *column) {
	g.put(`<c:ser><c:idx val="`, g.used, `"/><c:order val="`, g.used, `"/><c:tx><c:strRef><c:f>`, c.headRef(), `</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>`,
		esc(c.head), `</c:v></c:pt></c:strCache></c:strRef></c:tx>`)
	g.used++
}

// cells writes where data stand and what stands there.
func (g *native) cells(tag string, c *column) {
	g.put(`<c:`, tag, `>`)
	g.range_(c)
	g.put(`</c:`, tag, `>`)
}

func (g *native) range_(c *column) {
	kind := "num"
	if c.words != nil {
		kind = "str"
	}
	g.put(`<c:`, kind, `Ref><c:f>`, c.ref(), `</c:f><c:`, kind, `Cache>`)
	if kind == "num" {
		format := c.format
		if format == "" {
			format = "General"
		}
		g.put(`<c:formatCode>`, esc(format), `</c:formatCode>`)
	}
	g.put(`<c:ptCount val="`, c.len(), `"/>`)
	for i, w := range c.words {
		g.put(`<c:pt idx="`, i, `"><c:v>`, esc(w), `</c:v></c:pt>`)
	}
	for i, v := range c.cells {
		if v.known {
			g.put(`<c:pt idx="`, i, `"><c:v>`, float(v.v), `</c:v></c:pt>`)
		}
	}
	g.put(`</c:`, kind, `Cache></c:`, kind, `Ref>`)
}

// share is a part of a length, as charts count places.
func share(v, of scene.Pt) string { return float(math.Round(float64(v/of)*1e6) / 1e6) }
