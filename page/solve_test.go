package page

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"roadshow/scene"
)

// randomStory is a theme of paragraphs, headings, exhibits that stretch, lists that break, and quotations in the rail.
func randomStory(k *Composer, r *rand.Rand) *Flow {
	s := &story{wider: func() {}}
	for i := range 1 + r.IntN(9) {
		b := para(k, fmt.Sprintf("p%d", i), 1+r.IntN(12))
		if r.IntN(5) == 0 {
			b = heading(k, fmt.Sprintf("p%d", i))
		}
		s.text, s.apart = append(s.text, b), append(s.apart, !b.KeepNext)
	}
	last := len(s.text) - 1
	if s.text[last].KeepNext {
		s.text[last] = para(k, fmt.Sprintf("p%d", last), 2)
		s.apart[last] = true
	}
	for i := range r.IntN(6) {
		id := fmt.Sprintf("e%d", i)
		var boxes []*Box
		switch r.IntN(4) {
		case 0:
			boxes = []*Box{{Side: []*Box{block(k, id, 60+scene.Pt(r.IntN(120)))}}}
		case 1:
			boxes = []*Box{rowsBox(k, id, 4+r.IntN(20), 30, 2)}
		default:
			var plot func(h scene.Pt) *Box
			plot = func(h scene.Pt) *Box {
				b := exhibitBox(k, id, h)
				b.Plot, b.Stretch, b.Shrink = h, 0.4, 0.1
				b.Flex = func(f scene.Pt) *Box { return plot(h * f) }
				return b
			}
			b := plot(100 + scene.Pt(r.IntN(250)))
			if r.IntN(3) == 0 {
				b.Col = Full
			}
			boxes = []*Box{b}
		}
		u := unit{forms: [][]*Box{boxes}, costs: []float64{0}, after: r.IntN(len(s.text)) + 1}
		if r.IntN(2) == 0 {
			aside := block(k, id, 60+scene.Pt(r.IntN(200)))
			aside.Float = true // an exhibit: it keeps its place among the others
			u.also([]*Box{{Side: []*Box{aside}}}, 0)
		}
		s.units = append(s.units, u)
	}
	if r.IntN(2) == 0 {
		s.close = block(k, "close", 60)
		s.close.InRail = block(k, "close", 90)
	}
	return &Flow{K: k, top: k.Grid.Top + scene.Pt(r.IntN(200)), chapter: true, story: s}
}

// TestPagesOfAStoryKeepBothOrders solves many stories: what is found holds every piece once, text and evidence each in their order, the
// consequence behind all, nothing that overlaps or leaves its page, and twice the same.
func TestPagesOfAStoryKeepBothOrders(t *testing.T) {
	k := testComposer(t, "a4")
	for seed := range uint64(300) {
		f := randomStory(k, rand.New(rand.NewPCG(seed, 17)))
		p, ok := f.solve()
		if !ok {
			t.Errorf("seed %d: no pages were found", seed)
			continue
		}
		clear(t, k, p, seed)
		if again, _ := randomStory(k, rand.New(rand.NewPCG(seed, 17))).solve(); !slices.Equal(standing(p), standing(again)) {
			t.Errorf("seed %d: solved twice, the pages differ", seed)
		}
		var text, rows []string
		for _, page := range pagesOf(k, p) {
			for _, w := range page {
				if w[0] == 'p' {
					text = append(text, w)
				} else {
					rows = append(rows, w)
				}
			}
		}
		var want []string
		for _, b := range f.story.text {
			c := &Canvas{Page: &scene.Page{}}
			b.Draw(c, 0, 0)
			for _, l := range c.Items[0].(*scene.Text).Lines {
				want = append(want, l.Runs[0].Text)
			}
		}
		if !slices.Equal(text, want) {
			t.Errorf("seed %d: the text says %q, not %q", seed, text, want)
		}
		if n := slices.Index(rows, "close"); n >= 0 && n != len(rows)-1 && !slices.ContainsFunc(f.story.units, func(u unit) bool { return u.forms[0][0].Draw == nil }) {
			t.Errorf("seed %d: the consequence stands before %q", seed, rows[n+1:])
		}
		next := 0
		for _, w := range rows {
			if i := 0; w[0] == 'e' && !inRail(f.story, w) {
				if fmt.Sscanf(w, "e%d", &i); i < next {
					t.Errorf("seed %d: evidence stands as %q", seed, rows)
					break
				}
				next = i
			}
		}
	}
}

func inRail(s *story, name string) bool {
	var i int
	fmt.Sscanf(name, "e%d", &i)
	return s.units[i].forms[0][0].Draw == nil
}

func standing(p plan) (out []string) {
	for _, b := range p.boxes {
		out = append(out, fmt.Sprint(b.page, b.x, b.y, b.h, b.box.Name))
	}
	return out
}

// TestAPageIsStretchedToItsFoot: a plot that may get higher fills the page it stands on.
func TestAPageIsStretchedToItsFoot(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.height()
	var plot func(h scene.Pt) *Box
	plot = func(h scene.Pt) *Box {
		b := exhibitBox(k, "chart", h)
		b.Plot, b.Stretch, b.Shrink = h, 0.4, 0.1
		b.Flex = func(f scene.Pt) *Box { return plot(h * f) }
		return b
	}
	f := &Flow{K: k, top: k.Grid.Top, story: &story{text: []*Box{para(k, "p", 4)}, apart: []bool{true}, wider: func() {}, units: []unit{{forms: [][]*Box{{plot(0.7 * room)}}, costs: []float64{0}, after: 1}}}}
	p, ok := f.solve()
	if !ok || p.pages != 1 || p.full(k.Grid) != 1 {
		t.Fatalf("%d pages", p.pages)
	}
	if foot := k.Grid.Bottom - p.end; foot > 0.02*room {
		t.Errorf("%.0f pt of the page are empty", float64(foot))
	}
}

// TestMoreFiguresThanARowHolds: they stand in the rail, one under the other.
func TestMoreFiguresThanARowHolds(t *testing.T) {
	k := testComposer(t, "a4")
	for n := range 6 {
		s := &story{text: []*Box{para(k, "p", 30)}, apart: []bool{true}, wider: func() {}}
		var kpis []*Box
		for i := range n {
			kpis = append(kpis, block(k, fmt.Sprintf("k%d", i), 80))
		}
		s.figures(k, kpis)
		f := &Flow{K: k, top: k.Grid.Top, story: s}
		p, ok := f.solve()
		if !ok {
			t.Fatalf("%d figures: no pages were found", n)
		}
		found := 0
		for _, page := range pagesOf(k, p) {
			for _, w := range page {
				if w[0] == 'k' {
					found++
				}
			}
		}
		if found != n || (s.row != nil) != (n > 0 && n <= 3) {
			t.Errorf("%d of %d figures stand", found, n)
		}
	}
}

// TestPagesOfAThemeAreFilledAlike: a paragraph that would fit is divided where a page and the last one are filled better so.
func TestPagesOfAThemeAreFilledAlike(t *testing.T) {
	k := testComposer(t, "a4")
	g := k.Grid
	of := func(id string, pages scene.Pt) *Box {
		return para(k, id, int(pages*g.height()/para(k, id, 1).H))
	}
	f := &Flow{K: k, top: g.Top, story: &story{text: []*Box{of("a", 0.5), of("b", 0.5), of("c", 0.38)}, apart: []bool{true, true, true}, wider: func() {}}}
	p, ok := f.solve()
	if !ok || p.pages != 2 {
		t.Fatalf("%d pages", p.pages)
	}
	foot := []scene.Pt{g.Top, g.Top}
	for _, b := range p.boxes {
		foot[b.page] = max(foot[b.page], b.y+b.h)
	}
	for i, y := range foot {
		if full := (y - g.Top) / g.height(); full < 0.63 || full > 0.8 {
			t.Errorf("page %d is filled to %.0f%%", i+1, float64(100*full))
		}
	}
}
