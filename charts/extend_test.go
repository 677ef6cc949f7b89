package charts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/words"
)

// lollipop is a kind that the catalog does not have, written as a newcomer writes one: its traits, what it refuses and its
// drawing in one place.
func lollipop() Kind {
	return Kind{Name: "lollipop", Summary: "Values as dots on stalks", Columns: "{name, value}",
		marks: "callout reference", axis: fromZero, check: checkLollipop, draw: drawLollipop}
}

func checkLollipop(c *check) {
	if len(c.n.cols) > 1 {
		c.wrongShape(c.l, len(c.n.cols))
	}
}

func drawLollipop(p *plot) {
	p.upright = true
	p.pitch = p.frame.W / scene.Pt(len(p.n.cats))
	names, _ := p.fitCategories(p.catNames(p.pitch), p.pitch)
	top := p.room() + 2*p.z.data[3].Size
	p.area = scene.Rect{X: p.frame.X, Y: p.frame.Y + top, W: p.frame.W, H: p.frame.H - top - p.catHeight(names)}
	h := p.n.hull()
	h.add(0)
	p.useAxis(p.axisOn(h, p.area.H, false, true), p.area.Bottom(), p.area.Y)
	for i, c := range p.n.cols[0].cells {
		x, y, r := p.area.X+(scene.Pt(i)+0.5)*p.pitch, p.val.at(c.point()), p.z.dot
		p.centers = append(p.centers, x)
		line(&p.marks, x, p.val.at(0), x, y, p.categoryColor(i), p.z.message)
		fill(&p.marks, scene.CirclePath(x, y, r), p.categoryColor(i))
		box := scene.Rect{X: x - r, Y: y - r, W: 2 * r, H: 2 * r}
		p.solid = append(p.solid, box)
		p.anchors = append(p.anchors, anchor{cat: i, tip: scene.Point{X: x, Y: y - r}, box: box,
			tag: p.tag(p.markText(0, i), p.z.data[3], x, y-r-3, scene.Center)})
	}
	p.drawCategories(names)
}

// TestAKindIsAddedInOneFile: one declaration and one line of a catalog suffice for both media; nothing else in the package
// knows the kind.
func TestAKindIsAddedInOneFile(t *testing.T) {
	spec := Spec{Kind: "lollipop", Title: "Alpha leads", Measure: "Output", Table: tab("Name|V\nAlpha|12 kt\nBeta|7 kt\nGamma|9 kt"), Highlight: "Alpha",
		Annotations: []Annotation{{Kind: "reference", Value: val(t, "8 kt"), Label: "Plan"}}, Kinds: append(Catalog(), lollipop())}
	for medium, frame := range map[scene.Medium]scene.Rect{scene.Document: {X: 220, Y: 100, W: 320, H: 150}, scene.Slides: {X: 48, Y: 172, W: 570, H: 290}} {
		c := Judge(spec)
		if c.Problems.Len() > 0 {
			t.Fatal(c.Problems.Problems())
		}
		st, l := style(t, "paper", medium), &diag.List{}
		drawn := Draw(c, frame, st, l)
		checkGeometry(t, drawn, st)
		said := strings.Join(texts(drawn), "|")
		for _, want := range []string{"Alpha", "Beta", "Gamma", "12", "7", "9", "Plan"} {
			if !strings.Contains(said, want) {
				t.Errorf("%s: no %q among %s", medium, want, said)
			}
		}
		if l.Len() > 0 || drawn.Kind != "lollipop" || drawn.Plot != nil || drawn.Unit != "Output, kt" || !strings.Contains(drawn.Alt, "Alpha") {
			t.Errorf("%s: %v, kind %s, unit %q, alt %q", medium, l.Problems(), drawn.Kind, drawn.Unit, drawn.Alt)
		}
		if d := Domains([]*Chart{c, Judge(Spec{Kind: "bar", Table: tab("Name|V\nA|20 kt")})}); d == nil || d.Max != 20 {
			t.Errorf("a common scale with bars: %v", d)
		}
	}
	for _, c := range []struct {
		edit func(*Spec)
		want string
	}{
		{func(s *Spec) { s.Kinds = nil }, `unknown chart kind "lollipop"`},
		{func(s *Spec) { s.Kind = "lolipop" }, `unknown chart kind "lolipop"`},
		{func(s *Spec) { s.Table = tab("Name|V|W\nA|1|2") }, "a lollipop chart draws {name, value}"},
		{func(s *Spec) { s.Annotations = []Annotation{{Kind: "cagr", From: "Alpha", To: "Beta"}} }, "a lollipop chart shows no cagr"},
	} {
		s := spec
		c.edit(&s)
		got := Judge(s).Problems.Problems()
		if len(got) == 0 || !strings.Contains(got[0].Summary, c.want) {
			t.Errorf("%v, want %q", got, c.want)
		}
	}
}

func TestEveryKindHasAName(t *testing.T) {
	for _, k := range Catalog() {
		for _, tongue := range words.Languages() {
			if w := words.For(tongue).Chart; w.Kind(k.Name) == w.Plain {
				t.Errorf("%s has no name in %s", k.Name, tongue)
			}
		}
	}
}
