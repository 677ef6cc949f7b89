package pptx

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"roadshow/render/pptx/pptxtest"
	"roadshow/scene"
	"roadshow/typeset"
)

// specimen is a small presentation with a part of every kind that the rules are about. The chart is written by hand: the rules are about
// what a chart may say, not about what ours say.
func specimen(t *testing.T) []byte {
	t.Helper()
	fonts := typeset.New(nil)
	cell := func(x scene.Pt, words string, header bool) scene.Cell {
		c := scene.Cell{Text: *set(fonts, "", scene.RoleCell, x+4, 214, 80, words), Header: header}
		c.Text.Frame = scene.Rect{X: x, Y: 200, W: 100, H: 20}
		return c
	}
	table := &scene.Table{ID: "t", Alt: "A table", Frame: scene.Rect{X: 100, Y: 200, W: 200, H: 20}, Columns: []scene.Column{{X: 100, W: 100}, {X: 200, W: 100}},
		Rows: [][]scene.Cell{{cell(100, "a", true), cell(200, "b", false)}}}
	wide := &scene.Table{ID: "wide", Alt: "A table", Frame: scene.Rect{X: 100, Y: 200, W: 200, H: 20}, Columns: table.Columns, Rows: [][]scene.Cell{{cell(100, "both", true)}}}
	wide.Rows[0][0].Span = 2
	linked := set(fonts, "link", scene.RoleBody, 48, 300, 200, "To the next")
	linked.Lines[0].Runs[0].Link = "#second"
	group := &scene.Group{Role: scene.RoleExhibit, ID: "g", Alt: "Two marks", Items: []scene.Item{
		&scene.Shape{Path: scene.RectPath(scene.Rect{X: 300, Y: 300, W: 10, H: 10}), Fill: scene.Paint{Color: scene.Color{Token: "accent", R: 200}}},
		set(fonts, "g/label", scene.RoleLabel, 320, 310, 0, "a mark")}}
	d := deckOf(fonts,
		[]scene.Item{set(fonts, "a", scene.RoleTitle, 48, 82, 600, "One"), linked, table, group},
		[]scene.Item{set(fonts, "second", scene.RoleTitle, 48, 82, 600, "Two"), wide})
	d.Pages[0].Notes = []scene.Para{{Spans: []scene.Span{{Text: "Say this"}}}}
	var b bytes.Buffer
	if err := Write(&b, d, Options{Notes: true}); err != nil {
		t.Fatal(err)
	}
	chart := `<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="stacked"/>` +
		`<c:ser><c:idx val="0"/><c:order val="0"/><c:dLbls><c:dLblPos val="ctr"/></c:dLbls><c:val><c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:ptCount val="2"/><c:pt idx="0"><c:v>1</c:v></c:pt><c:pt idx="1"><c:v>2</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser>` +
		`<c:ser><c:idx val="1"/><c:order val="1"/></c:ser><c:overlap val="100"/><c:axId val="11"/><c:axId val="12"/></c:barChart><c:catAx><c:axId val="11"/><c:crossAx val="12"/></c:catAx><c:valAx><c:axId val="12"/><c:crossAx val="11"/></c:valAx></c:plotArea></c:chart><c:externalData r:id="rId1"/></c:chartSpace>`
	return changed(t, b.Bytes(), func(parts map[string]string) {
		parts["ppt/charts/chart1.xml"] = chart
		parts["ppt/charts/_rels/chart1.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/package" Target="../embeddings/book1.xlsx"/></Relationships>`
		parts["ppt/embeddings/book1.xlsx"] = "a workbook"
		edit(t, parts, "[Content_Types].xml", `<Override PartName="/ppt/presentation.xml"`, `<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/><Override PartName="/ppt/charts/chart1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/><Override PartName="/ppt/presentation.xml"`)
		edit(t, parts, "ppt/slides/_rels/slide1.xml.rels", `</Relationships>`, `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/></Relationships>`)
	})
}

// edit replaces what must be there in a part.
func edit(t *testing.T, parts map[string]string, part, old, new string) {
	t.Helper()
	if !strings.Contains(parts[part], old) {
		t.Fatalf("%s has no %s:\n%s", part, old, parts[part])
	}
	parts[part] = strings.Replace(parts[part], old, new, 1)
}

// changed packs a file anew after a change of its parts.
func changed(t *testing.T, data []byte, change func(parts map[string]string)) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts, order := map[string]string{}, []string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(b)
		order = append(order, f.Name)
	}
	change(parts)
	for name := range parts {
		if !slices.Contains(order, name) {
			order = append(order, name)
		}
	}
	slices.Sort(order[1:])
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range order {
		body, there := parts[name]
		if !there {
			continue
		}
		f, err := w.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(f, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func rules(t *testing.T, data []byte) (out []string) {
	t.Helper()
	faults, err := pptxtest.Lint(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range faults {
		if !slices.Contains(out, f.Rule) {
			out = append(out, f.Rule)
		}
	}
	return out
}

// TestWhatOfficeProgramsRepairIsFound breaks a sound file once for each rule.
func TestWhatOfficeProgramsRepairIsFound(t *testing.T) {
	whole := specimen(t)
	if faults, _ := pptxtest.Lint(whole); len(faults) > 0 {
		t.Fatal(faults)
	}
	const pres, presRels, types, one, oneRels, chart = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "[Content_Types].xml", "ppt/slides/slide1.xml", "ppt/slides/_rels/slide1.xml.rels", "ppt/charts/chart1.xml"
	type breakage = func(parts map[string]string)
	swap := func(part, old, new string) breakage {
		return func(parts map[string]string) { edit(t, parts, part, old, new) }
	}
	drop := func(kind string) breakage { // the relationship of a kind, by another kind
		return swap(presRels, `relationships/`+kind+`"`, `relationships/other"`)
	}
	breakages := map[string]breakage{
		"xml":                 swap(one, `</p:sld>`, ``),
		"no-type":             swap(types, `<Override PartName="/ppt/viewProps.xml"`, `<Override PartName="/ppt/viewProps2.xml"`),
		"dangling-override":   swap(types, `</Types>`, `<Override PartName="/ppt/gone.xml" ContentType="application/xml"/></Types>`),
		"orphan-rels":         func(p map[string]string) { p["ppt/slides/_rels/slide9.xml.rels"] = p[oneRels] },
		"rel-twice":           swap(oneRels, `Id="rId2"`, `Id="rId1"`),
		"dangling-rel":        func(p map[string]string) { delete(p, "ppt/embeddings/book1.xlsx") },
		"unreached":           swap(oneRels, `Target="../charts/chart1.xml"`, `Target="../slides/slide2.xml"`),
		"rel-missing":         swap(one, `r:id="rId2"`, `r:id="rId77"`),
		"jump":                swap(oneRels, `relationships/slide" Target="slide2.xml"`, `relationships/theme" Target="../theme/theme1.xml"`),
		"missing-docProps":    swap("_rels/.rels", `relationships/extended-properties`, `relationships/other`),
		"missing-presProps":   drop("presProps"),
		"missing-viewProps":   drop("viewProps"),
		"missing-tableStyles": drop("tableStyles"),
		"missing-theme":       drop("theme"),
		"notes-list":          swap(pres, `<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>`, ``),
		"notes-theme":         swap("ppt/notesMasters/_rels/notesMaster1.xml.rels", `theme2.xml`, `theme1.xml`),
		"notes-rels":          swap("ppt/notesSlides/_rels/notesSlide1.xml.rels", `relationships/notesMaster"`, `relationships/other"`),
		"id-twice":            swap("ppt/slideMasters/slideMaster1.xml", `id="2147483649"`, `id="2147483648"`),
		"id-range":            swap(pres, `<p:sldId id="256"`, `<p:sldId id="255"`),
		"layout-list":         swap("ppt/slideMasters/slideMaster1.xml", `r:id="rId1"`, `r:id="rId2"`),
		"layout-master":       swap("ppt/slideLayouts/_rels/slideLayout1.xml.rels", `relationships/slideMaster"`, `relationships/other"`),
		"sections":            swap(pres, `<p14:sldId id="257"/>`, ``),
		"shape-id":            swap(one, `<p:cNvPr id="2"`, `<p:cNvPr id="3"`),
		"ph-in-group":         swap(one, `<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="3`, `<p:cNvGrpSpPr/><p:nvPr><p:ph type="body" idx="13"/></p:nvPr></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="3`),
		"table-in-group":      swap(one, `</p:grpSp>`, `<a:tbl/></p:grpSp>`),
		"empty-group":         swap(one, `</p:spTree>`, `<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/></p:grpSp></p:spTree>`),
		"table-cells":         swap(one, `<a:gridCol`, `<a:gridCol w="1"/><a:gridCol`),
		"table-merge":         swap("ppt/slides/slide2.xml", ` gridSpan="2"`, ``),
		"no-size":             swap(one, ` sz="1400"`, ``),
		"negative":            swap(one, `<a:ext cx="`, `<a:ext cx="-`),
		"no-layout":           swap(oneRels, `relationships/slideLayout"`, `relationships/other"`),
		"title":               swap(one, `<p:ph type="title"/>`, ``),
		"ph-layout":           swap(one, `<p:ph type="tbl" idx="`, `<p:ph type="tbl" idx="9`),
		"ph-twice":            swap(one, `<p:ph type="tbl" idx="14"/>`, `<p:ph type="body" idx="13"/>`),
		"axis":                swap(chart, `<c:axId val="11"/><c:axId val="12"/>`, `<c:axId val="11"/><c:axId val="13"/>`),
		"axis-twice":          swap(chart, `<c:valAx><c:axId val="12"/>`, `<c:valAx><c:axId val="11"/>`),
		"label-place":         swap(chart, `<c:dLblPos val="ctr"/>`, `<c:dLblPos val="outEnd"/>`),
		"overlap":             swap(chart, `<c:overlap val="100"/>`, ``),
		"series":              swap(chart, `<c:idx val="1"/>`, `<c:idx val="0"/>`),
		"cache":               swap(chart, `<c:ptCount val="2"/>`, `<c:ptCount val="1"/>`),
		"workbook":            swap(chart, `<c:externalData r:id="rId1"/>`, ``),
		"shared":              swap("ppt/slides/_rels/slide2.xml.rels", `</Relationships>`, `<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart" Target="../charts/chart1.xml"/></Relationships>`),
	}
	for rule, by := range breakages {
		if got := rules(t, changed(t, whole, by)); !slices.Contains(got, rule) {
			t.Errorf("%s: a file that breaks it has %v", rule, got)
		}
	}
	for _, file := range []string{"pptxtest/lint.go", "pptxtest/node.go"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`\.fault\("([a-z-]+[a-z])"`).FindAllSubmatch(src, -1) {
			if rule := string(m[1]); breakages[rule] == nil && !slices.Contains([]string{"entry-twice", "stored", "entry-name", "types-first"}, rule) {
				t.Errorf("no broken file shows what %s is", rule)
			}
		}
	}
}

// TestAnArchiveThatOfficeProgramsRefuseIsFound breaks what only an archive can.
func TestAnArchiveThatOfficeProgramsRefuseIsFound(t *testing.T) {
	whole := specimen(t)
	z, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		t.Fatal(err)
	}
	for rule, extra := range map[string]*zip.FileHeader{
		"entry-twice": {Name: "PPT/presentation.xml", Method: zip.Deflate}, "stored": {Name: "ppt/new.bin", Method: zip.Store}, "entry-name": {Name: `ppt\new.bin`, Method: zip.Deflate},
		"types-first": nil,
	} {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		files := z.File
		if rule == "types-first" {
			files = append(slices.Clone(files[1:]), files[0])
		}
		for _, f := range files {
			if err := w.Copy(f); err != nil {
				t.Fatal(err)
			}
		}
		if extra != nil {
			if _, err := w.CreateHeader(extra); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if got := rules(t, out.Bytes()); !slices.Contains(got, rule) {
			t.Errorf("%s: a file that breaks it has %v", rule, got)
		}
	}
}
