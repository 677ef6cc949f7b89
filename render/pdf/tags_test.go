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
			Head: [][]scene.Cell{{{Text: *s.text("", scene.SansSemiBold, 8, 54, 600, "name"), Span: 2, Header: true}}},
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
  BlockQuote
    P "a quotation"
  Sect
    Caption
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

func TestWordsThatBelongTogetherAreOneElement(t *testing.T) {
	s := newSetter(t)
	at := scene.Pt(40)
	say := func(id string, role scene.Role, words ...string) *scene.Text {
		at += 30
		x := s.text(id, scene.Sans, 10, 54, at, words...)
		x.Role = role
		x.Paras = []scene.Para{{}}
		return x
	}
	item := func(id, list, marker, words string, depth int) *scene.Text {
		x := say(id, scene.RoleList, marker)
		x.List, x.Paras[0] = list, scene.Para{Marker: marker, Depth: depth}
		x.Lines[0].Runs = append(x.Lines[0].Runs, s.run(scene.Sans, 10, 66, words))
		return x
	}
	part := func(x *scene.Text, of string) *scene.Text { x.ID, x.Rest = "", of; return x }
	link := func(x *scene.Text, to string) *scene.Text {
		for i := range x.Lines {
			x.Lines[i].Runs[0].Link = to
		}
		return x
	}
	name := say("", scene.RoleBody, "Qi Fanchao (")
	name.Lines[0].Runs = append(name.Lines[0].Runs, s.run(scene.HanSans, 10, 120, "岂凡超"), s.run(scene.Sans, 10, 160, ")"))
	marked := say("", scene.RoleBody, "a claim")
	marked.Lines[0].Runs = append(marked.Lines[0].Runs, s.run(scene.Sans, 7, 100, "†"))
	marked.Lines[0].Runs[1].Link = "#n"
	entry := func(n int) *scene.Group {
		return &scene.Group{Role: scene.RoleContents, List: "contents", Items: []scene.Item{say("", scene.RoleNumber, "1"),
			link(say("", scene.RoleContents, "A theme"), "#t"), say("", scene.RoleContents, "its claim")}}
	}
	source := func(id string) *scene.Group {
		return &scene.Group{ID: id, Role: scene.RoleBlock, List: "sources", Items: []scene.Item{say("", scene.RoleNumber, "1"), say("", scene.RoleBody, "filing")}}
	}
	diagram := &scene.Group{Role: scene.RoleExhibit, Alt: "a cycle of three", Items: []scene.Item{
		say("", scene.RoleCaption, "Exhibit 2"), say("", scene.RoleCaption, "in m"), &scene.Shape{Path: scene.RectPath(scene.Rect{X: 60, Y: 400, W: 10, H: 20}), Fill: paint(3)},
		say("", scene.RoleLabel, "a step"), &scene.Shape{Path: scene.RectPath(scene.Rect{X: 90, Y: 400, W: 10, H: 20}), Fill: paint(3)}, say("", scene.RoleSource, "Source")}}
	corner := func() *scene.Table {
		at += 30
		return &scene.Table{Columns: make([]scene.Column, 2), Head: [][]scene.Cell{{{Header: true}, {Header: true, Text: *s.text("", scene.Sans, 8, 94, at, "2023")}}},
			Rows: [][]scene.Cell{{{Text: *s.text("", scene.Sans, 8, 54, at+12, "a")}, {}}}}
	}
	d := onePage(s, entry(1), entry(2), say("t", scene.RoleTitle, "Title"), say("p", scene.RoleBody, "begins"), say("", scene.RoleFootnote, "* a note"))
	one := d.Pages[0]
	at = 40
	d.Pages = append(d.Pages, scene.Page{Theme: 1, Background: one.Background, Items: []scene.Item{as(say("", scene.RoleFurniture, "tracker"), scene.RoleFurniture),
		part(say("", scene.RoleBody, "goes on"), "p"), part(say("", scene.RoleBody, "ends"), "p"), name, marked, item("i1", "i1", "–", "one", 0), item("i2", "i1", "·", "deep", 1)}})
	at = 40
	d.Pages = append(d.Pages, scene.Page{Theme: 1, Background: one.Background, Items: []scene.Item{part(item("", "i1", "", "deeper", 1), "i2"), item("i3", "i1", "–", "two", 0),
		say("", scene.RoleStandfirst, "between"), item("i4", "i1", "–", "three", 0), diagram, corner(), source("s1"), source("s2"), say("n", scene.RoleFootnote, "† another")}})
	d.Meta.Language = "en"
	f := written(t, d)
	want := `Document
  TOC
    TOCI
      Lbl "1"
      Reference
        Link "A theme"
      P "its claim"
    TOCI
      Lbl "1"
      Reference
        Link "A theme"
      P "its claim"
  H1 "Title"
  P "begins goes on ends"
  Note "* a note"
  P "Qi Fanchao ( )"
    Span "岂凡超"
  P "a claim"
    Reference
      Link "†"
  L
    LI
      Lbl "–"
      LBody "one"
        L
          LI
            Lbl "·"
            LBody "deep deeper"
    LI
      Lbl "–"
      LBody "two"
  P "between"
  L
    LI
      Lbl "–"
      LBody "three"
  Sect
    Caption
      P "Exhibit 2"
      P "in m"
    Figure alt="a cycle of three"
    P "a step"
    P "Source"
  Table
    THead
      TR
        TD
        TH "2023"
    TBody
      TR
        TD "a"
        TD
  L
    LI
      Lbl "1"
      LBody
        P "filing"
    LI
      Lbl "1"
      LBody
        P "filing"
  Note "† another"
`
	if got := f.Structure.Outline(); got != want {
		t.Errorf("structure is\n%s\nwant\n%s", got, want)
	}
	if e := f.Structure.Find("Span"); len(e) != 1 || e[0].Lang != "zh" {
		t.Errorf("the Chinese name: %+v", e)
	}
	if p := f.Structure.Find("P")[2]; len(p.Parts) != 2 || p.Parts[0].Page != 1 || p.Parts[1].Page != 2 {
		t.Errorf("the paragraph over two pages: %+v", p.Parts)
	}
	if n := f.Structure.Find("Note"); n[0].ID == "" || n[0].ID == n[1].ID {
		t.Errorf("notes are %q and %q", n[0].ID, n[1].ID)
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
