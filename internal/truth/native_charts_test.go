package truth

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"roadshow"
	"roadshow/render/pptx"
	"roadshow/render/pptx/pptxtest"
	"roadshow/scene"
)

// TestNativeChartsSayWhatTheirTablesSay: what a chart of a presentation remembers is what its workbook holds, what that holds is what
// the scene and the author's table say, cell by cell, and its formulas give the numbers beside them. It is read by other code than wrote it.
func TestNativeChartsSayWhatTheirTablesSay(t *testing.T) {
	const native = "column bar grouped stacked stacked_100 line area scatter bubble donut waterfall range dumbbell open_range threshold gantt mekko heat"
	count := 0
	for _, folder := range starters(t) {
		if testing.Short() {
			break
		}
		r := compileFolder(t, folder, func(o *roadshow.Options) { o.Media = []scene.Medium{scene.Slides} })
		count += len(nativeCharts(t, folder, r.Files.Slides))
		for i := range r.Files.Slides.Pages {
			scene.Walk(r.Files.Slides.Pages[i].Items, func(it scene.Item) {
				if c, ok := it.(*scene.Chart); ok && c.Plot == nil && slices.Contains(strings.Fields(native), c.Kind) {
					t.Errorf("%s: the %s %s is no native chart", folder, c.Kind, c.ID)
				}
			})
		}
	}
	if count < 20 && !testing.Short() {
		t.Errorf("the starters have %d native charts", count)
	}
	kinds := map[string]bool{}
	deck, tables := sampleDeck(t)
	heat := heatCells(t, deck)
	kinds["heat"] = slices.EqualFunc(heat, tables["heat"][1:], func(a, b []string) bool { return slices.Equal(a, b) })
	for _, c := range nativeCharts(t, "samples", deck) {
		kinds[c.scene.Kind] = true
		if tables[c.scene.Kind] != nil {
			c.againstCSV(t, tables[c.scene.Kind])
		}
	}
	for _, want := range strings.Fields(native) {
		if !kinds[want] {
			t.Errorf("the sample of %s is no native chart", want)
		}
	}
}

// sampleDeck is the slides of all samples of charts, and the tables that they draw.
func sampleDeck(t *testing.T) (*scene.Deck, map[string][][]string) {
	t.Helper()
	const folder = "cmd/roadshow/samples/charts"
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	files, tables := map[string]string{}, map[string][][]string{}
	data, blocks := "data:\n", "themes:\n  - name: Gallery\n    claim: Every name and number here is made up to show a form\n    evidence:\n"
	for _, e := range entries {
		text, err := os.ReadFile(path.Join(folder, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		kind, is, _ := strings.Cut(e.Name(), ".")
		if is == "csv" {
			data += fmt.Sprintf("  t_%s: {file: %s}\n", kind, e.Name())
			files[e.Name()] = string(text)
			if tables[kind], err = csv.NewReader(bytes.NewReader(text)).ReadAll(); err != nil {
				t.Fatal(err)
			}
			continue
		}
		indent := "      - "
		for line := range strings.Lines(strings.ReplaceAll(string(text), "data: numbers", "data: t_"+kind)) {
			blocks += indent + line
			indent = "        "
		}
	}
	r := compileText(t, "title: Samples\ndate: 2024-01-31\nsources: {sample: {title: Made up to show a form, date: 2024}}\n"+data+blocks, files, scene.Slides)
	if r.Failed {
		t.Fatal(r.Problems.Problems())
	}
	return r.Files.Slides, tables
}

// heatCells are the rows of the table that stands for a heat chart in a presentation.
func heatCells(t *testing.T, d *scene.Deck) [][]string {
	t.Helper()
	var b bytes.Buffer
	if err := pptx.Write(&b, d, pptx.Options{}); err != nil {
		t.Fatal(err)
	}
	deck, err := pptxtest.Read(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range deck.Slides {
		for _, sh := range s.Shapes {
			if strings.HasPrefix(sh.Name, "Chart ") && sh.Rows != nil && sh.Alt != "" {
				return sh.Rows[1:]
			}
		}
	}
	return nil
}

// nativeChart is one chart of a presentation as its file has it.
type nativeChart struct {
	scene *scene.Chart
	book  *excelize.File
	sheet string
	rows  [][]string
}

// nativeCharts writes a deck, reads its charts and holds what they remember against their workbooks, and those against the scene.
func nativeCharts(t *testing.T, name string, d *scene.Deck) (out []nativeChart) {
	t.Helper()
	var b bytes.Buffer
	if err := pptx.Write(&b, d, pptx.Options{}); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	part := func(name string) []byte {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		data, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	var charts []*scene.Chart
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if c, ok := it.(*scene.Chart); ok && c.Plot != nil && c.Plot.Grid == nil {
				charts = append(charts, c)
			}
		})
	}
	for i, c := range charts {
		place := fmt.Sprintf("%s, chart %d (%s %s)", name, i+1, c.Kind, c.ID)
		rels := string(part(fmt.Sprintf("ppt/charts/_rels/chart%d.xml.rels", i+1)))
		target := regexp.MustCompile(`Target="\.\./(embeddings/[^"]+)"`).FindStringSubmatch(rels)
		if target == nil {
			t.Fatalf("%s: no workbook in %s", place, rels)
		}
		book, err := excelize.OpenReader(bytes.NewReader(part("ppt/"+target[1])), excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(place, err)
		}
		n := nativeChart{scene: c, book: book, sheet: book.GetSheetName(0)}
		if n.rows, err = book.GetRows(n.sheet); err != nil {
			t.Fatal(err)
		}
		n.againstCache(t, place, part(fmt.Sprintf("ppt/charts/chart%d.xml", i+1)))
		n.formulas(t, place)
		n.againstScene(t, place)
		out = append(out, n)
	}
	return out
}

// cell is what stands in a cell; nothing where there is none.
func (n *nativeChart) cell(row, col int) string {
	if row < len(n.rows) && col >= 0 && col < len(n.rows[row]) {
		return n.rows[row][col]
	}
	return ""
}

// againstCache holds every reference of a chart to its sheet.
func (n *nativeChart) againstCache(t *testing.T, place string, chart []byte) {
	t.Helper()
	type cache struct {
		Count struct {
			Val int `xml:"val,attr"`
		} `xml:"ptCount"`
		Points []struct {
			Index int    `xml:"idx,attr"`
			Value string `xml:"v"`
		} `xml:"pt"`
	}
	seen := 0
	for dec := xml.NewDecoder(bytes.NewReader(chart)); ; {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(place, err)
		}
		start, ok := tok.(xml.StartElement)
		if !ok || start.Name.Local != "numRef" && start.Name.Local != "strRef" {
			continue
		}
		var ref struct {
			F   string `xml:"f"`
			Num cache  `xml:"numCache"`
			Str cache  `xml:"strCache"`
		}
		if err := dec.DecodeElement(&ref, &start); err != nil {
			t.Fatal(place, err)
		}
		m := regexp.MustCompile(`^(\w+)!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$`).FindStringSubmatch(ref.F)
		if m == nil || m[1] != n.sheet || m[4] != "" && m[4] != m[2] {
			t.Errorf("%s: refers to %q", place, ref.F)
			continue
		}
		col, _ := excelize.ColumnNameToNumber(m[2])
		first, _ := strconv.Atoi(m[3])
		last := first
		if m[5] != "" {
			last, _ = strconv.Atoi(m[5])
		}
		kept := ref.Num
		if start.Name.Local == "strRef" {
			kept = ref.Str
		}
		if kept.Count.Val != last-first+1 {
			t.Errorf("%s: %s has %d cells, the chart remembers %d", place, ref.F, last-first+1, kept.Count.Val)
		}
		values := map[int]string{}
		for _, p := range kept.Points {
			values[p.Index] = p.Value
		}
		for i := 0; i <= last-first; i++ {
			seen++
			have, want := values[i], n.cell(first-1+i, col-1)
			if a, err := strconv.ParseFloat(have, 64); err == nil && start.Name.Local == "numRef" {
				if b, err := strconv.ParseFloat(want, 64); err == nil && a == b {
					continue
				}
			}
			if have != want {
				t.Errorf("%s: %s, cell %d: the chart remembers %q, the workbook holds %q", place, ref.F, i+1, have, want)
			}
		}
	}
	if seen < 2*len(n.scene.Data.Series) {
		t.Errorf("%s: refers to %d cells", place, seen)
	}
}

// formulas computes what the sheet's formulas give.
func (n *nativeChart) formulas(t *testing.T, place string) {
	t.Helper()
	for row := range n.rows {
		for col := range n.rows[row] {
			at, _ := excelize.CoordinatesToCellName(col+1, row+1)
			f, err := n.book.GetCellFormula(n.sheet, at)
			if err != nil || f == "" {
				continue
			}
			got, err := n.book.CalcCellValue(n.sheet, at, excelize.Options{RawCellValue: true})
			a, errA := strconv.ParseFloat(got, 64)
			b, errB := strconv.ParseFloat(n.cell(row, col), 64)
			if err != nil || errA != nil || errB != nil || math.Abs(a-b) > 1e-9*max(1, math.Abs(b)) {
				t.Errorf("%s: %s: =%s gives %s, the cell says %s (%v)", place, at, f, got, n.cell(row, col), errors.Join(err, errA, errB))
			}
		}
	}
}

// againstScene holds the sheet to the numbers of the scene: every value stands in the row of its category, below its series.
func (n *nativeChart) againstScene(t *testing.T, place string) {
	t.Helper()
	c := n.scene
	names := c.Plot.Categories
	if len(names) == 0 {
		names = c.Data.Categories
	}
	order := c.Plot.Order
	for i := range c.Data.Categories {
		if len(c.Plot.Order) == 0 {
			order = append(order, i)
		}
	}
	if named := slices.IndexFunc(n.rows[1:], func(r []string) bool { return len(r) == 0 || r[0] == "" }); named >= 0 && named != len(order) || named < 0 && len(n.rows) != len(order)+1 {
		t.Errorf("%s: %d rows, %d of them named, for %d categories", place, len(n.rows)-1, named, len(order))
		return
	}
	for k, s := range c.Data.Series {
		if s.Name == "" { // the chart says what it measures
			s.Name = c.Unit
		}
		low, high := slices.Index(n.rows[0], s.Name), -1
		if c.Plot.Form == scene.Spans || c.Plot.Form == scene.Moments {
			low, high = slices.Index(n.rows[0], s.Name+", from"), slices.Index(n.rows[0], s.Name+", to")
		}
		if low < 1 {
			t.Errorf("%s: no column %q in %q", place, s.Name, n.rows[0])
			continue
		}
		taken := map[int]bool{}
		for row, i := range order {
			v := scene.Datum{}
			if i >= 0 {
				v = s.Values[i]
			} else {
				v = c.Plot.Rest.Datum
			}
			if c.Plot.Days && !v.Missing { // as spreadsheets count them
				v.Low, v.High = v.Low+25569, v.High+25569
			}
			at := row + 1
			if c.Plot.Form == scene.Bubbles { // the largest first: the row is found by its name
				at = slices.IndexFunc(n.rows, func(r []string) bool { return len(r) > 0 && r[0] == names[i] })
			}
			if taken[at] || at < 1 {
				continue // a name that stands twice
			}
			taken[at] = true
			if i >= 0 && len(c.Plot.At) == 0 && n.cell(at, 0) != names[i] {
				t.Errorf("%s: row %d is %q, not %q", place, at, n.cell(at, 0), names[i])
			}
			want := ""
			switch {
			case v.Missing || high >= 0 && math.IsInf(v.Low, -1):
			case high < 0 && math.IsInf(v.Low, -1):
				want = float(v.High)
			default:
				want = float(v.Low)
			}
			if v.Low != v.High && high < 0 && !math.IsInf(v.Low, 0) && !math.IsInf(v.High, 0) {
				if to := slices.Index(n.rows[0], s.Name+", to"); to < 0 || n.cell(at, to) != float(v.High) && n.cell(at, to) != float(v.Low) {
					t.Errorf("%s: no column holds the far end of %s", place, v.Text)
				}
				continue
			}
			if got := n.cell(at, low); !sameNumber(got, want) {
				t.Errorf("%s: series %d, %s: the workbook holds %q, the scene %q", place, k, n.cell(at, 0), got, want)
			}
			if high >= 0 && !v.Missing && !math.IsInf(v.High, 1) && !sameNumber(n.cell(at, high), float(v.High)) {
				t.Errorf("%s: series %d, %s: the workbook holds %q, the scene %q", place, k, n.cell(at, 0), n.cell(at, high), float(v.High))
			}
		}
	}
}

func float(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

func sameNumber(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	return a == b || errX == nil && errY == nil && x == y
}

// againstCSV holds the sheet to the table that the author wrote.
func (n *nativeChart) againstCSV(t *testing.T, table [][]string) {
	t.Helper()
	for i, row := range table[1:] {
		at := slices.IndexFunc(n.rows, func(r []string) bool { return len(r) > 0 && r[0] == row[0] })
		if at < 0 {
			at = i + 1 // dates are written in words
		}
		for j, head := range table[0][1:] {
			want := strings.Trim(row[j+1], "%$")
			if n.scene.Plot.Days { // whole months, from the first day of one to the day behind the last one's end
				month, err := time.Parse("2006-01", row[j+1])
				switch head {
				case "Start":
					head = "Start, from"
				case "End":
					head, month = "Start, to", month.AddDate(0, 1, 0)
				default:
					continue // in words
				}
				if want = float(float64(month.Unix()/86400 + 25569)); err != nil {
					t.Fatal(err)
				}
			}
			col := slices.Index(n.rows[0], head)
			if col < 1 || !sameNumber(n.cell(at, col), want) {
				t.Errorf("%s: %s, %s: the workbook holds %q, the table %q", n.scene.Kind, row[0], head, n.cell(at, col), row[j+1])
			}
		}
	}
}
