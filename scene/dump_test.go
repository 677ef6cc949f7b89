package scene

import (
	"errors"
	"strings"
	"testing"
)

func TestTheDumpNamesEverythingSeenOrHeard(t *testing.T) {
	clip := Rect{1.04, 2.06, 3, 4}
	d := page(
		&Group{ID: "g", Role: RoleBlock, Alt: "art", Clip: &clip, Items: []Item{box(1, -0.01, 3, 4, deep)}},
		&Image{ID: "i", Frame: clip, Alt: "two dots", Format: "png", Pixels: [2]int{2, 1}},
		&Table{ID: "t", Title: "Prices", Part: [2]int{1, 1}, Columns: []Column{{X: 54, W: 20, Align: Right}},
			Head:  [][]Cell{{{Text: *says("", 54, 90, 8, "head"), Header: true, Span: 2}}},
			Rows:  [][]Cell{{{Text: *says("", 54, 100, 8, "cell"), Fill: white, Marks: []Item{box(1, 2, 3, 4, pale)}}}},
			Rules: []Shape{{Path: LinePath(Point{0, 1}, Point{5, 1}), Stroke: Stroke{Color: pale, Width: 0.75, Dash: []Pt{4, 3}, Round: true}}}},
		&Chart{ID: "c", Kind: "column", Title: "Calls", Unit: "m", Alt: "bars", Plot: &Plot{Form: Bars},
			Axes:    []Axis{{Name: "y", Max: 100, Ticks: []Tick{{50, "50"}}}},
			Data:    Data{Corner: "year", Categories: []string{"2023"}, Series: []Series{{Name: "calls", Color: deep, Role: "message", Values: []Datum{{Low: 70, High: 80, Text: ">70"}, {Missing: true}, {Low: 5, High: 5, Text: "5"}}}}},
			Drawing: []Item{&Shape{Path: CirclePath(5, 5, 2), Fill: Paint{Color: deep, To: pale, Vertical: true}, Alt: "dot"}}},
	)
	d.Meta.Title = "Crossroads"
	d.Bookmarks = []Bookmark{{Title: "One", Level: 1, Target: "g"}}
	d.Pages[0].Notes = []Para{{Spans: []Span{{Text: "say "}, {Text: "this"}}, Marker: "–", Depth: 1}}
	a := says("a", 54, 100.04, 10.4, "price ")
	b := says("", 85.2, 100.04, 6, "1").Lines[0].Runs[0]
	b.Rise, b.Link, b.Tracking = 3, "#n1", -0.25
	a.Lines[0].Runs = append(a.Lines[0].Runs, b)
	a.Lines[0].Soft, a.Lines[0].Hang = true, 1
	a.Align, a.Lang, a.Expand, a.List, a.Rest = Center, "zh", "spoken", "l", "b"
	a.Paras = []Para{{Spans: []Span{{Text: "price 1"}}, Marker: "·"}}
	d.Pages[0].Items = append(d.Pages[0].Items, a)
	var out strings.Builder
	if err := Dump(&out, d); err != nil {
		t.Fatal(err)
	}
	want := `deck document 595.3×841.9 look=
meta title="Crossroads" author="" subject="" language= date= keywords=""
bookmark 1 "One" → g
page 1 id=p layout= theme=0 background=background title=""
  group block #g clip (1,2.1 3×4) alt="art"
    shape M1,0 L4,0 L4,4 L1,4 Z fill=accent
  image #i (1,2.1 3×4) png 2×1 alt="two dots"
  table #t (0,0 0×0) part=1/1 title="Prices"
    column 54+20 right
    rule M0,1 L5,1 stroke=rule 0.75 dash 4-3 round
    head
      header span=2 body (54,82 16×11.2)
        54,90 [sans 8 text] "head" …70
    row
      cell fill=on-accent body (54,92 16×11.2)
        54,100 [sans 8 text] "cell" …70
        shape M1,2 L4,2 L4,6 L1,6 Z fill=rule
  chart column #c (0,0 0×0) title="Calls" unit="m" native=true
    alt "bars"
    axis y 0–100 log=false format="" 50="50"
    categories "year" ["2023"]
    series "calls" message accent: 70…80=">70" missing 5="5"
    shape 10 operators, 11.3 long, in (3,3 4×4) fill=accent…rule down alt="dot"
  text body #a (54,89.6 31.2×14.6) centre lang=zh list=l rest=b expand="spoken"
    item "·" depth=0 "price 1"
    54,100 hang=1 [sans 10.4 text] "price " [sans 6 text tracking=-0.25 rise=3 → #n1] "1"@85.2 …88.2 soft
  note "–" depth=1 "say this"
`
	if out.String() != want {
		t.Errorf("dump is\n%s\nwant\n%s", out.String(), want)
	}
	if err := Dump(full{}, d); err == nil {
		t.Error("a full disk is not reported")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no room") }
