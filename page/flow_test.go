package page

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/typeset"
)

// testComposer is a composer without a briefing's content.
func testComposer(t testing.TB, page string) *Composer {
	t.Helper()
	look, err := assets.LoadLook("paper")
	if err != nil {
		t.Fatal(err)
	}
	return newComposer(&briefing.Briefing{Page: page, Language: "en"}, scene.Document, Options{Look: look, Fonts: typeset.New(nil)}, &diag.List{})
}

// para is running text of n lines; its lines say which they are.
func para(k *Composer, id string, n int) *Box {
	var lines []string
	for i := range n {
		lines = append(lines, fmt.Sprintf("%s.%d", id, i))
	}
	set := k.Fonts.Set([]scene.Span{{Text: strings.Join(lines, "\n"), Style: k.St.Body}}, typeset.Options{Width: k.Grid.MainW})
	b := TextBox(set, id, scene.RoleBody, k.St.Body)
	b.After, b.Name = 6, id
	return b
}

// block is a box of a height that says its name when it is drawn.
func block(k *Composer, id string, h scene.Pt) *Box {
	b := &Box{H: h, Name: id, Before: 10, After: 10}
	b.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(k.Line(id, k.St.Small).Text(id, scene.RoleLabel, x, y+10))
	}
	return b
}

func heading(k *Composer, id string) *Box {
	b := para(k, id, 1).Fix()
	b.Before, b.After, b.KeepNext = 14, 4, true
	return b
}

func exhibitBox(k *Composer, id string, h scene.Pt) *Box {
	b := block(k, id, h)
	b.Float, b.Before, b.After = true, 18, 20
	return b
}

// rowsBox is an exhibit of n rows that may continue.
func rowsBox(k *Composer, id string, n int, h scene.Pt, least int) *Box {
	var items []*Box
	for i := range n {
		items = append(items, block(k, fmt.Sprintf("%s.%d", id, i), h))
	}
	b := List{Items: items, Least: least}.Box()
	b.Name, b.Before, b.After = id, 18, 20
	return b
}

// pagesOf draws a plan and returns what each page says, in painting order.
func pagesOf(k *Composer, p plan) [][]string {
	canvases := make([]*Canvas, p.pages)
	for i := range canvases {
		canvases[i] = &Canvas{Page: &scene.Page{Number: i + 1}}
	}
	p.draw(k, canvases)
	out := make([][]string, p.pages)
	for i, c := range canvases {
		scene.Walk(c.Items, func(it scene.Item) {
			if t, ok := it.(*scene.Text); ok {
				for _, l := range t.Lines {
					for _, r := range l.Runs {
						out[i] = append(out[i], r.Text)
					}
				}
			}
		})
	}
	return out
}

func flowOf(k *Composer, boxes ...*Box) *Flow { return &Flow{K: k, top: k.Grid.Top, boxes: boxes} }

func TestAParagraphKeepsTwoLinesOnEitherSide(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	for fill := room - 100; fill < room; fill += 5 {
		p := flowOf(k, block(k, "fill", fill), para(k, "p", 5)).plan(squeezes[0])
		pages := pagesOf(k, p)
		if len(p.bad) > 0 || len(pages) > 2 {
			t.Fatalf("%.0f: %d pages", fill, len(pages))
		}
		first := len(pages[0]) - 1
		if first == 1 || first == 4 {
			t.Errorf("with %.0f pt left, %d of 5 lines stand on the first page", float64(room-fill), first)
		}
		if got := strings.Join(append(pages[0][1:], pages[len(pages)-1]...), " "); len(pages) == 2 && got != "p.0 p.1 p.2 p.3 p.4" {
			t.Errorf("the lines are %q", got)
		}
	}
}

func TestThreeLinesAreNeverDivided(t *testing.T) {
	k := testComposer(t, "a4")
	p := flowOf(k, block(k, "fill", k.Grid.Bottom-k.Grid.Top-50), para(k, "p", 3)).plan(squeezes[0])
	if pages := pagesOf(k, p); len(pages) != 2 || len(pages[0]) != 1 {
		t.Errorf("pages say %q", pages)
	}
}

func TestAHeadingIsNeverTheLastThingOnAPage(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	for fill := room - 120; fill < room; fill += 4 {
		for name, next := range map[string]*Box{"text": para(k, "p", 6), "short text": para(k, "p", 1), "an exhibit": exhibitBox(k, "p", 200), "a heading": heading(k, "p")} {
			boxes := []*Box{block(k, "fill", fill), heading(k, "h"), next}
			if name == "a heading" {
				boxes = append(boxes, para(k, "q", 4))
			}
			for _, page := range pagesOf(k, flowOf(k, boxes...).plan(squeezes[0])) {
				if last := page[len(page)-1]; last == "h.0" || name == "a heading" && last == "p.0" {
					t.Errorf("with %.0f pt left before %s, a page ends in a heading: %q", float64(room-fill), name, page)
				}
			}
		}
	}
}

func TestWordsThatEndInAColonStayWithWhatFollows(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	for fill := room - 160; fill < room; fill += 4 {
		lead := para(k, "p", 6)
		lead.KeepNext = true
		p := flowOf(k, block(k, "fill", fill), lead, para(k, "item", 1), para(k, "after", 9)).plan(squeezes[0])
		pages := pagesOf(k, p)
		for _, page := range pages {
			if last := page[len(page)-1]; last == "p.5" {
				t.Errorf("with %.0f pt left a page ends in the lead: %q", float64(room-fill), page)
			}
		}
		lines := 0
		for _, w := range pages[0] {
			if strings.HasPrefix(w, "p.") {
				lines++
			}
		}
		if lines == 1 || lines == 5 {
			t.Errorf("with %.0f pt left the lead is divided after line %d", float64(room-fill), lines)
		}
	}
	// The theme's argument knows its colons.
	boxes := k.RichBoxes([]briefing.Para{{Prose: briefing.Plain("Three ways:")}, {Kind: briefing.Item, Marker: "–", Prose: briefing.Plain("one")}, {Prose: briefing.Plain("End:")}}, 300, "x", k.PageText())
	if !boxes[0].KeepNext || boxes[1].KeepNext || boxes[2].KeepNext {
		t.Errorf("keep with next: %v %v %v", boxes[0].KeepNext, boxes[1].KeepNext, boxes[2].KeepNext)
	}
}

func TestAnExhibitWaitsForThePageThatHoldsItWholeAndTextFillsTheRoom(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	p := flowOf(k, block(k, "fill", room-200), exhibitBox(k, "e1", 300), exhibitBox(k, "e2", 100), para(k, "p", 4), para(k, "q", 4), para(k, "r", 9)).plan(squeezes[0])
	pages := pagesOf(k, p)
	if got, want := fmt.Sprint(pages), "[[fill p.0 p.1 p.2 p.3 q.0 q.1 q.2 q.3 r.0 r.1 r.2] [r.3 r.4 r.5 r.6 r.7 r.8 e1 e2]]"; got != want {
		t.Errorf("pages say %s, want %s", got, want)
	}
}

func TestABoxThatNoPageHoldsIsReportedOnceAndTheRestGoesOn(t *testing.T) {
	k := testComposer(t, "letter")
	room := k.Grid.Bottom - k.Grid.Top
	huge := block(k, "huge", room+50)
	huge.At = diag.Span{File: "b.yaml", Line: 7, Col: 3}
	p := flowOf(k, para(k, "p", 3), huge, para(k, "q", 3)).plan(squeezes[0])
	if len(p.bad) != 1 || p.bad[0] != huge || p.pages != 3 {
		t.Fatalf("%d bad boxes on %d pages", len(p.bad), p.pages)
	}
	k.tooHigh(p.bad[0])
	if got := problemsOf(k.L); got != "b.yaml:7:3 E-FIT huge: 50 pt too high for a page\n" {
		t.Errorf("said: %s", got)
	}
	// One that only the first page's title keeps out goes to the second.
	f := flowOf(k, block(k, "high", room-10))
	f.top = k.Grid.Top + 200
	if p := f.plan(squeezes[0]); len(p.bad) != 0 || p.pages != 2 {
		t.Errorf("below a title: %d bad boxes, %d pages", len(p.bad), p.pages)
	}
}

func TestAListKeepsTwoItemsTogetherUnlessAPageCannot(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	for _, c := range []struct {
		h     scene.Pt
		pages int
	}{{160, 2}, {room/2 + 20, 5}, {room - 20, 5}} {
		p := flowOf(k, rowsBox(k, "r", 5, c.h, 2)).plan(squeezes[0])
		pages := pagesOf(k, p)
		if len(p.bad) != 0 || len(pages) != c.pages {
			t.Errorf("rows of %.0f pt: %d pages, want %d; %d bad", float64(c.h), len(pages), c.pages, len(p.bad))
		}
		var all []string
		for i, page := range pages {
			if c.h == 160 && len(page) < 2 {
				t.Errorf("page %d holds one row: %q", i+1, pages)
			}
			all = append(all, page...)
		}
		if strings.Join(all, " ") != "r.0 r.1 r.2 r.3 r.4" {
			t.Errorf("the rows are %q", all)
		}
	}
	// A row that alone is higher than a page is the one that is named.
	b := rowsBox(k, "r", 3, 100, 1)
	b.Items[1].H, b.Items[1].At = room+30, diag.Span{File: "b.yaml", Line: 9, Col: 1}
	p := flowOf(k, List{Items: b.Items, Least: 1}.Box()).plan(squeezes[0])
	if len(p.bad) != 1 {
		t.Fatalf("%d bad boxes", len(p.bad))
	}
	k.tooHigh(p.bad[0])
	if got := problemsOf(k.L); !strings.HasPrefix(got, "b.yaml:9:1 E-FIT") {
		t.Errorf("said: %s", got)
	}
}

func TestTheRailStandsNoHigherThanItsText(t *testing.T) {
	k := testComposer(t, "a4")
	first, second := para(k, "p", 12), para(k, "q", 12)
	second.Side = []*Box{block(k, "note", 80)}
	first.Side = []*Box{block(k, "kpi", 60), block(k, "kpi2", 60)}
	p := flowOf(k, first, second).plan(squeezes[0])
	at := map[string]placed{}
	for _, b := range p.boxes {
		at[b.box.Name] = b
	}
	if at["kpi"].y != k.Grid.Top || at["kpi2"].y != k.Grid.Top+70 || at["note"].y != at["q"].y {
		t.Errorf("kpi %.0f, kpi2 %.0f, note %.0f beside %.0f", at["kpi"].y, at["kpi2"].y, at["note"].y, at["q"].y)
	}
}

func TestRailBoxesWithoutRoomStandInRowsOfThree(t *testing.T) {
	k := testComposer(t, "a4")
	text := para(k, "p", 3)
	for i := range 14 {
		text.Side = append(text.Side, block(k, fmt.Sprintf("side%d", i), 150))
	}
	p := flowOf(k, text).plan(squeezes[0])
	if len(p.bad) != 0 {
		t.Fatal("rail boxes are too high")
	}
	seen := map[string]bool{}
	for _, b := range p.boxes {
		seen[b.box.Name] = true
		if b.y+b.box.H > k.Grid.Bottom+0.1 || b.x+k.Grid.RailW > k.Grid.Right+0.1 {
			t.Errorf("%s stands at %.0f, %.0f", b.box.Name, float64(b.x), float64(b.y))
		}
	}
	if len(seen) != 15 || p.pages > 3 {
		t.Errorf("%d boxes on %d pages", len(seen), p.pages)
	}
	clear(t, k, p, nil)
}

// A page that is nearly empty is pulled back by lower plots; where that is not enough it takes some of the page before.
func TestALastPageIsPulledBackOrFilled(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	flexible := func(h scene.Pt) *Box {
		b := exhibitBox(k, "chart", h)
		b.Flex = func(f scene.Pt) *Box { return exhibitBox(k, "chart", h*f) }
		b.Plot, b.Shrink = h, 0.1
		return b
	}
	squeezed := &Flow{K: k, top: k.Grid.Top, chapter: true, boxes: []*Box{flexible(400), block(k, "fill", room-430), para(k, "p", 2)}}
	if p := squeezed.best(); p.pages != 1 {
		t.Errorf("two lines too many: %d pages", p.pages)
	}
	var text []*Box
	for i := range 12 {
		text = append(text, para(k, fmt.Sprintf("p%d", i), 4))
	}
	for i := range 4 {
		filled := &Flow{K: k, top: k.Grid.Top, chapter: true, boxes: append(text[:11:11], para(k, "end", i+1))}
		p := filled.best()
		if p.pages > 1 && p.full(k.Grid) < Sparse {
			t.Errorf("end of %d lines: the last page is filled to %.0f%%", i+1, float64(100*p.full(k.Grid)))
		}
	}
}

// clear holds what no plan may break: nothing overlaps, nothing leaves the page except what was reported as too high.
func clear(t *testing.T, k *Composer, p plan, seed any) {
	t.Helper()
	width := func(b placed) scene.Pt {
		switch {
		case b.box.Col == Full:
			return k.Grid.Width()
		case b.x >= k.Grid.MainX-0.1 && b.x <= k.Grid.MainX+0.1:
			return k.Grid.MainW
		}
		return k.Grid.RailW
	}
	bad := map[*Box]bool{}
	for _, b := range p.bad {
		bad[b] = true
	}
	for i, b := range p.boxes {
		if b.page >= p.pages || b.y < k.Grid.Top-0.1 || b.y+b.box.H > k.Grid.Bottom+0.1 && !bad[b.box] {
			t.Errorf("seed %v: %s stands on page %d of %d from %.1f to %.1f", seed, b.box.Name, b.page, p.pages, float64(b.y), float64(b.y+b.box.H))
		}
		r := scene.Rect{X: b.x, Y: b.y, W: width(b), H: b.box.H}.Inset(0.05)
		for _, o := range p.boxes[:i] {
			q := scene.Rect{X: o.x, Y: o.y, W: width(o), H: o.box.H}.Inset(0.05)
			if o.page == b.page && r.H > 0 && q.H > 0 && r.Overlaps(q) && !bad[b.box] && !bad[o.box] {
				t.Errorf("seed %v: %s and %s overlap on page %d", seed, o.box.Name, b.box.Name, b.page)
			}
		}
	}
}

// TestNoFlowLosesOrBreaksAnything plans random sections and holds the promises of every plan.
func TestNoFlowLosesOrBreaksAnything(t *testing.T) {
	k := testComposer(t, "a4")
	letter := testComposer(t, "letter")
	for seed := range uint64(cputime.Cases(4000)) {
		rnd := rand.New(rand.NewPCG(seed, 1))
		c := k
		if seed%2 == 1 {
			c = letter
		}
		f := &Flow{K: c, top: c.Grid.Top + scene.Pt(rnd.IntN(3)*120), chapter: seed%3 == 0}
		var want []string
		var kinds []string
		for i := range 1 + rnd.IntN(14) {
			id := fmt.Sprintf("b%d", i)
			var b *Box
			switch n := rnd.IntN(10); {
			case n < 4:
				b = para(c, id, 1+rnd.IntN(30))
				for j := range len(b.textLines()) {
					want = append(want, fmt.Sprintf("%s.%d", id, j))
				}
				kinds = append(kinds, id+" text")
			case n < 5:
				b = heading(c, id)
				want, kinds = append(want, id+".0"), append(kinds, id+" heading")
			case n < 8:
				b = exhibitBox(c, id, scene.Pt(40+rnd.IntN(500)))
				h := b.H
				if rnd.IntN(2) == 0 {
					b.Flex = func(f scene.Pt) *Box { return exhibitBox(c, id, h*f) }
				}
				if rnd.IntN(3) == 0 {
					b.Col = Full
				}
				want, kinds = append(want, id), append(kinds, id+" exhibit")
			default:
				rows := 1 + rnd.IntN(12)
				b = rowsBox(c, id, rows, scene.Pt(20+rnd.IntN(200)), 1+rnd.IntN(2))
				b.Float = rnd.IntN(2) == 0
				if rnd.IntN(2) == 0 {
					b.Col = Full
				}
				for j := range rows {
					want = append(want, fmt.Sprintf("%s.%d", id, j))
				}
				kinds = append(kinds, id+" rows")
			}
			if rnd.IntN(4) == 0 {
				b.Side = append(b.Side, block(c, id+"side", scene.Pt(20+rnd.IntN(300))))
				want = append(want, id+"side")
			}
			f.Add(b)
		}
		if rnd.IntN(3) == 0 {
			end := block(c, "end", scene.Pt(40+rnd.IntN(80)))
			end.InRail = block(c, "end", end.H+40)
			f.Add(end)
			want = append(want, "end")
		}
		p := f.best()
		clear(t, c, p, seed)
		count := map[string]int{}
		for _, page := range pagesOf(c, p) {
			for _, w := range page {
				count[w]++
			}
		}
		for _, w := range want {
			if count[w] != 1 {
				t.Errorf("seed %d: %s stands %d times; %v", seed, w, count[w], kinds)
			}
		}
		inOrder(t, seed, f, p)
		if t.Failed() {
			return
		}
	}
}

// textLines is how many lines running text has.
func (b *Box) textLines() []struct{} {
	n := int(b.H/15 + 0.5)
	return make([]struct{}, n)
}

// inOrder holds the order of a plan: exhibits among themselves, text among itself; a heading stands above something; an
// exhibit that a page holds is in one piece; no rail box stands above its anchor.
func inOrder(t *testing.T, seed uint64, f *Flow, p plan) {
	t.Helper()
	index, anchor := map[string]int{}, map[string]string{}
	for i, b := range f.boxes {
		name := b.Name
		if name == "" {
			t.Fatal("a box without a name")
		}
		index[name] = i
		for _, s := range b.Side {
			anchor[s.Name] = name
		}
	}
	delete(index, "end") // it may move into the rail
	g := f.K.Grid
	lastFloat, lastText := -1, -1
	pieces := map[string]int{}
	firstAt := map[string]placed{}
	for i, b := range p.boxes {
		if a, rail := anchor[b.box.Name]; rail {
			if at := firstAt[a]; b.page < at.page || b.page == at.page && b.y < at.y-0.1 && b.x == g.RailX {
				t.Errorf("seed %d: %s stands above its anchor", seed, b.box.Name)
			}
			continue
		}
		n, ok := index[b.box.Name]
		if !ok {
			continue
		}
		if _, seen := firstAt[b.box.Name]; !seen {
			firstAt[b.box.Name] = b
		}
		pieces[b.box.Name]++
		switch {
		case b.box.Text:
			if n < lastText {
				t.Errorf("seed %d: text %s stands behind later text", seed, b.box.Name)
			}
			lastText = n
		default:
			if n < lastFloat {
				t.Errorf("seed %d: exhibit %s stands behind a later one", seed, b.box.Name)
			}
			lastFloat = n
		}
		if b.box.KeepNext && n < len(f.boxes)-1 {
			under := false
			for _, o := range p.boxes[i+1:] {
				under = under || o.page == b.page && o.y > b.y && anchor[o.box.Name] == ""
			}
			if !under && !(b.y <= g.Top+0.1) {
				t.Errorf("seed %d: the heading %s stands above nothing on page %d: %s", seed, b.box.Name, b.page, show(p))
			}
		}
	}
	for _, b := range f.boxes {
		if b.Float && b.H <= g.Bottom-g.Top && pieces[b.Name] > 1 {
			t.Errorf("seed %d: the exhibit %s of %.0f pt is cut", seed, b.Name, float64(b.H))
		}
	}
}

// show is a plan in one line a box.
func show(p plan) string {
	var out strings.Builder
	for _, b := range p.boxes {
		fmt.Fprintf(&out, "\n  page %d, %.0f at %.0f: %s, %.0f high", b.page, float64(b.x), float64(b.y), b.box.Name, float64(b.box.H))
	}
	return out.String()
}

// problemsOf are the problems of a list, one a line.
func problemsOf(l *diag.List) string {
	var b strings.Builder
	for _, p := range l.Problems() {
		fmt.Fprintf(&b, "%s:%d:%d %s %s\n", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
	}
	return b.String()
}

// TestARailEndsWithItsPageToThePoint: what stands beside a box may reach the foot of the page, and no further; on an empty page there is
// no better place.
func TestARailEndsWithItsPageToThePoint(t *testing.T) {
	k := testComposer(t, "a4")
	room := k.Grid.Bottom - k.Grid.Top
	for _, c := range []struct {
		over  scene.Pt // that the rail's box is higher than the room beside
		page2 bool
	}{{-1, false}, {0, false}, {0.02, true}, {30, true}} {
		main := block(k, "main", 40)
		gap := max(main.Before, 10)
		main.Rail = block(k, "rail", room-100-gap+c.over)
		p := flowOf(k, block(k, "fill", 100), main).plan(squeezes[0])
		pages := pagesOf(k, p)
		if moved := len(pages) == 2 && strings.Contains(strings.Join(pages[1], " "), "main"); moved != c.page2 {
			t.Errorf("%+.2f pt over: the pages say %q", float64(c.over), pages)
		}
	}
	alone := block(k, "main", 40)
	alone.Rail = block(k, "rail", room+200)
	if pages := pagesOf(k, flowOf(k, alone).plan(squeezes[0])); len(pages) == 0 || !strings.Contains(strings.Join(pages[0], " "), "main") {
		t.Errorf("on an empty page: %q", pages)
	}
}
