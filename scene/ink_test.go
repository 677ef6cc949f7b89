package scene

import (
	"math"
	"testing"
)

// inkPage is a page whose body is ten cells wide and ten high, of ten points each.
func inkPage(items ...Item) *Page {
	return &Page{Items: items, Area: Area{Text: Rect{0, 0, 100, 100}, Grid: [2]int{10, 10}}}
}

func inkShape(p Path, stroke Pt) *Shape {
	s := &Shape{Path: p}
	if stroke > 0 {
		s.Stroke = Stroke{Color: Color{Token: "text"}, Width: stroke}
	} else {
		s.Fill = Paint{Color: Color{Token: "accent"}}
	}
	return s
}

func TestInkCountsCellsThatHoldSomething(t *testing.T) {
	word := &Text{Role: RoleBody, Lines: []Line{{Baseline: 8, Runs: []Run{{Text: "word", Size: 10, X: 1, Width: 18}}}}}
	foot := *word
	foot.Role = RoleFurniture
	triangle := PolygonPath(Point{0, 0}, Point{100, 0}, Point{0, 100})
	for _, c := range []struct {
		name string
		page *Page
		want float64
	}{
		{"nothing", inkPage(), 0},
		{"words", inkPage(word), 0.02},
		{"furniture", inkPage(&foot), 0},
		{"a hairline", inkPage(inkShape(LinePath(Point{0, 5}, Point{100, 5}), 1)), 0},
		{"a thick line", inkPage(inkShape(LinePath(Point{0, 5}, Point{100, 5}), 2)), 0.1},
		{"a slanting thin line", inkPage(inkShape(LinePath(Point{1, 1}, Point{99, 99}), 0.8)), 0.1},
		{"a bar", inkPage(inkShape(RectPath(Rect{10, 10, 30, 20}), 0)), 0.06},
		{"a triangle, not its frame", inkPage(inkShape(triangle, 0)), 0.55},
		{"what is cut away", inkPage(&Group{Clip: &Rect{0, 0, 10, 100}, Items: []Item{inkShape(RectPath(Rect{0, 0, 100, 100}), 0)}}), 0.1},
		{"beyond the body", inkPage(inkShape(RectPath(Rect{-50, -50, 60, 60}), 0)), 0.01},
	} {
		if got := c.page.Ink(); math.Abs(got-c.want) > 0.001 {
			t.Errorf("%s: %.2f of the cells hold ink, want %.2f", c.name, got, c.want)
		}
	}
}

func TestInkWithoutAGridIsHeight(t *testing.T) {
	p := inkPage(inkShape(RectPath(Rect{10, 20, 5, 5}), 0), inkShape(RectPath(Rect{90, 60, 5, 5}), 0))
	p.Area.Grid = [2]int{}
	if got := p.Ink(); math.Abs(got-0.45) > 0.001 {
		t.Errorf("ink from 20 to 65 of 100 is %.2f", got)
	}
}

func TestSizesAreTheSmallestOfTheirKind(t *testing.T) {
	text := func(role Role, size Pt, font Font) *Text {
		return &Text{Role: role, Lines: []Line{{Baseline: 50, Runs: []Run{
			{Text: "words", Size: size, Font: font, Width: 30},
			{Text: "1", Size: 5, Rise: 3, X: 30, Width: 4}, // a superscript
		}}}}
	}
	p := inkPage(text(RoleBody, 14, Sans), text(RoleQuote, 13*0.94, HanSans), text(RoleSource, 10, Cond), text(RoleLabel, 12, Sans),
		&Chart{Drawing: []Item{text(RoleBody, 11.5, Sans)}})
	if got := p.Sizes(); got.Text != 13 || got.Label != 11.5 || got.Small != 10 {
		t.Errorf("smallest sizes are %+v", got)
	}
}
