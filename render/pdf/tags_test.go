package pdf

import (
	"testing"

	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

func as(t *scene.Text, r scene.Role) *scene.Text { t.Role = r; return t }

func TestTheStructureTellsThePageAsItIsMeant(t *testing.T) {
	s := newSetter(t)
	body := s.text("", scene.Serif, 10, 54, 150, "who pays for", "it, and", "Second paragraph")
	body.Lines[1].Soft, body.Lines[2].Para = false, 1
	a := s.run(scene.Sans, 10, 54, "see ")
	b := s.run(scene.Sans, 10, 80, "this page")
	c := s.run(scene.Sans, 10, 130, " and more")
	b.Link = "https://example.org"
	linked := &scene.Text{Role: scene.RoleBody, Lines: []scene.Line{{Baseline: 200, Runs: []scene.Run{a, b, c}}}}
	list := s.text("", scene.Sans, 10, 54, 250, "– one", "· inner", "– two")
	list.Role = scene.RoleList
	list.Paras = []scene.Para{{Marker: "–"}, {Marker: "·", Depth: 1}, {Marker: "–"}}
	for i := range list.Lines {
		list.Lines[i].Para, list.Lines[i].Soft = i, false
	}
	zh := s.text("", scene.HanSans, 10, 54, 320, "岂凡超")
	zh.Lang, zh.Expand = "zh", "Qi Fanchao"
	mark := &scene.Shape{Path: scene.RectPath(scene.Rect{X: 60, Y: 400, W: 10, H: 20}), Fill: paint(3)}
	told := *mark
	told.Alt = "a seal"
	clip := scene.Rect{X: 0, Y: 0, W: 300, H: 800}
	foot := s.text("", scene.Cond, 8, 54, 820, "footer")
	footLink := s.text("", scene.Cond, 8, 154, 820, "web")
	footLink.Lines[0].Runs[0].Link = "https://example.org/foot"
	f := written(t, onePage(s,
		as(s.text("", scene.Cond, 8, 54, 50, "tracker"), scene.RoleFurniture),
		as(s.text("", scene.SerifSemiBold, 27, 54, 100, "The claim"), scene.RoleTitle),
		as(s.text("", scene.SerifSemiBold, 13, 54, 120, "A heading"), scene.RoleHeading),
		body, linked, list, zh,
		as(s.text("", scene.SerifSemiBold, 40, 54, 350, "“"), scene.RoleOrnament),
		as(s.text("", scene.SerifLight, 20, 54, 370, "a quotation"), scene.RoleQuote),
		&scene.Group{ID: "e", Role: scene.RoleExhibit, Alt: "prices fall", Items: []scene.Item{
			as(s.text("", scene.SansSemiBold, 9, 54, 390, "Exhibit 1"), scene.RoleCaption),
			&scene.Chart{ID: "c", Alt: "prices fall from 2 to 1", Frame: scene.Rect{X: 54, Y: 400, W: 100, H: 50}, Drawing: []scene.Item{
				mark, &scene.Group{Clip: &clip, Items: []scene.Item{s.text("", scene.Sans, 8, 60, 440, "2023"), &told}}}},
			as(s.text("", scene.Cond, 8, 54, 460, "Source: filings"), scene.RoleSource)}},
		mark, &told,
		&scene.Group{Alt: "globe", Clip: &clip, Items: []scene.Item{mark, mark}},
		&scene.Group{Role: scene.RoleBlock, Items: []scene.Item{as(s.text("", scene.Sans, 10, 54, 500, "in a block"), scene.RoleSubheading)}},
		&scene.Table{ID: "t", Alt: "two rows", Rules: []scene.Shape{*mark},
			Head: [][]scene.Cell{{{Text: *s.text("", scene.SansSemiBold, 8, 54, 600, "name"), Span: 2}}},
			Rows: [][]scene.Cell{{{Text: *s.text("", scene.Sans, 8, 54, 612, "row"), Header: true},
				{Text: *s.text("", scene.Sans, 8, 94, 612, "1"), Marks: []scene.Item{mark}, Fill: scene.Color{Token: "x"}}}}},
		&scene.Text{Role: scene.RoleBody}, &scene.Group{Role: scene.RoleExhibit, Items: []scene.Item{&scene.Group{}}},
		as(foot, scene.RoleFurniture), as(footLink, scene.RoleFurniture),
	))
	want := `Document
  H1 "The claim"
  H2 "A heading"
  P "who pays for it, and"
  P "Second paragraph"
  P "see and more"
    Link "this page"
  L
    LI
      LBody "– one"
      L
        LI
          LBody "· inner"
    LI
      LBody "– two"
  P "岂凡超"
  BlockQuote "a quotation"
  Sect
    P "Exhibit 1"
    Figure "2023" alt="prices fall from 2 to 1"
    P "Source: filings"
  Figure alt="a seal"
  Figure alt="globe"
  H3 "in a block"
  Table
    THead
      TR
        TH "name"
    TBody
      TR
        TH "row"
        TD "1"
`
	if got := f.Structure.Outline(); got != want {
		t.Errorf("structure is\n%s\nwant\n%s", got, want)
	}
	if e := f.Structure.Kids[6]; e.Lang != "zh" || e.Expand != "Qi Fanchao" {
		t.Errorf("Chinese paragraph %+v", e)
	}
	th := f.Structure.Find("TH")
	if a := th[0].Attr; a["Scope"] != pdftest.Name("Column") || a["ColSpan"] != 2.0 {
		t.Errorf("column header %v", a)
	}
	if a := th[1].Attr; a["Scope"] != pdftest.Name("Row") {
		t.Errorf("row header %v", a)
	}
	if box, _ := f.Structure.Find("Figure")[0].Attr["BBox"].(pdftest.Array); len(box) != 4 || box[0] != 54.0 || box[2] != 154.0 {
		t.Errorf("the chart's frame is %v", box)
	}
	if n := len(f.Pages[0].Links); n != 2 {
		t.Errorf("%d links", n)
	}
	if f.Pages[0].Dict["Tabs"] != pdftest.Name("S") {
		t.Error("the tab key does not follow the structure")
	}
}

func TestALongDeckKeepsItsStructure(t *testing.T) {
	f := written(t, proseDeck(t, 12, false))
	if n := len(f.Structure.Find("P")); n != 12*7 {
		t.Errorf("%d paragraphs", n)
	}
	for i, e := range f.Structure.Kids {
		if want := i/7 + 1; e.Page != want {
			t.Fatalf("paragraph %d stands on page %d, not %d", i, e.Page, want)
		}
	}
	if f.Catalog["StructTreeRoot"] == nil || f.Catalog["Names"] != nil {
		t.Errorf("catalog %v", f.Catalog)
	}
}
