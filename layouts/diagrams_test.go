package layouts

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"roadshow/art"
	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func TestTheOptionThatTheTitleSpeaksOfIsMarked(t *testing.T) {
	cases := []string{"Start-ups take all", "Incumbents take most", "Divided"}
	for _, c := range []struct {
		title   string
		options []string
		want    int
	}{
		{"Wang Huiwen expects the value to be divided", cases, 2},
		{"Nobody thinks that incumbents take most of it", cases, 1},
		{"Three founders credit OpenAI's success to three different things", []string{"Product", "Execution", "Organisation"}, -1},
		{"Two of three favour execution over product", []string{"Product", "Execution"}, 1},
		{"王慧文认为价值会分享", []string{"归创业公司", "分享"}, 1},
		{"", cases, -1},
	} {
		block := "      - positions:\n          title: " + fmt.Sprintf("%q", c.title) + "\n          options:\n"
		for _, o := range c.options {
			block += "            - {name: " + o + ", gloss: What it says}\n"
		}
		block += "          holders: [{by: Somebody, option: " + c.options[0] + "}]\n"
		var got []briefing.Fields
		withBlock(t, block, func(k *page.Composer, b *briefing.Block) { got = b.List("options") })
		if i := spokenOf(c.title, got); i != c.want {
			t.Errorf("%q speaks of %d, want %d", c.title, i, c.want)
		}
	}
}

// withBlock lays a block out and hands it over with the kit.
func withBlock(t *testing.T, block string, use func(*page.Composer, *briefing.Block)) {
	t.Helper()
	b, _ := resolved(t, sample(block), t.TempDir(), nil)
	use(&page.Composer{B: b, L: &diag.List{}}, b.Themes[0].Evidence[0])
}

func TestDistancesOfATimelineFollowTimeWhereThereIsRoom(t *testing.T) {
	a := &timeAxis{}
	for _, y := range []float64{2018, 2018.1, 2019, 2023} {
		a.events = append(a.events, moment{at: y, h: 24})
	}
	a.space(mostWaste)
	e := a.events
	if d := e[1].y - e[0].y; d != 36 {
		t.Errorf("two events within weeks stand %.1f apart, not as close as their words allow", float64(d))
	}
	long, short := e[3].y-e[2].y, e[2].y-e[1].y
	if long <= short {
		t.Errorf("four years take %.1f, one takes %.1f", float64(long), float64(short))
	}
	if waste := e[3].y - 3*36; waste > mostWaste+0.1 || waste < mostWaste-0.1 {
		t.Errorf("truth to time costs %.1f of %.1f", float64(waste), float64(mostWaste))
	}
	for i := 1; i < len(e); i++ {
		if at := a.place(e[i].at); at != e[i].y {
			t.Errorf("event %d stands at %.1f, its year at %.1f", i, float64(e[i].y), float64(at))
		}
	}
}

func TestAScaleChangeIsDrawnAndSaid(t *testing.T) {
	deck, l := compiled(t, nil, sample(`      - timeline:
          title: Years, then months
          events: [{date: 2018, title: One}, {date: 2020, title: Two}, {date: 2023-02, title: Three}, {date: 2023-03, title: Four}]
          scale_change: 2023-01
`), t.TempDir())
	if l.Failed(true) {
		t.Fatal(l.Problems())
	}
	if s := said(textsOf(deck)["sample.timeline/source"]); !strings.Contains(s, "Scale changes at January 2023.") {
		t.Errorf("the source line says %q", s)
	}
	slanted := 0
	for _, p := range deck.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			if s, ok := it.(*scene.Shape); ok && len(s.Path.Pts) == 2 && s.Path.Pts[0].X != s.Path.Pts[1].X && s.Path.Pts[0].Y != s.Path.Pts[1].Y {
				slanted++
			}
		})
	}
	if slanted != 2 {
		t.Errorf("the break is drawn with %d strokes", slanted)
	}
}

func TestAHolderOfSeveralOptionsSpansTheirColumns(t *testing.T) {
	deck, l := compiled(t, nil, sample(`      - positions:
          title: Some hold two
          options: [{name: One, gloss: A}, {name: Two, gloss: B}, {name: Three, gloss: C}]
          holders:
            - {by: Neighbours, option: [Two, One], gloss: Both at once}
            - {by: Opposites, option: [Three, One], gloss: Said once}
`), t.TempDir())
	if l.Failed(true) {
		t.Fatal(l.Problems())
	}
	texts := textsOf(deck)
	if w := texts["sample.positions/1/gloss"].Frame.W; w < 300 {
		t.Errorf("words over two columns are %.0f wide", float64(w))
	}
	for _, id := range []string{"sample.positions/2/by", "sample.positions/2@3/by"} {
		if texts[id] == nil {
			t.Errorf("no %s", id)
		}
	}
	if texts["sample.positions/2@3/gloss"] != nil {
		t.Error("a view is printed twice")
	}
}

// TestAnOptionIsReadWithItsHolders: who cannot see the columns hears each option and then who holds it.
func TestAnOptionIsReadWithItsHolders(t *testing.T) {
	deck, l := compiled(t, nil, sample(`      - positions:
          title: One of three is held
          options: [{name: One, gloss: A}, {name: Two, gloss: B}, {name: Three, gloss: C}]
          holders:
            - {by: Neighbours, option: Two, gloss: Said}
            - {by: Opposites, option: Three, gloss: Said too}
            - {by: Others, option: Two, gloss: Said again}
`), t.TempDir())
	if l.Failed(true) {
		t.Fatal(l.Problems())
	}
	var order []string
	for _, p := range deck.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			if t, ok := it.(*scene.Text); ok && strings.HasPrefix(t.ID, "sample.positions/") && (strings.HasSuffix(t.ID, "/gloss") || strings.HasSuffix(t.ID, "/nobody")) {
				order = append(order, strings.TrimPrefix(t.ID, "sample.positions/"))
			}
		})
	}
	if want := []string{"option1/gloss", "option1/nobody", "option2/gloss", "1/gloss", "3/gloss", "option3/gloss", "2/gloss"}; !slices.Equal(order, want) {
		t.Errorf("read in the order %q, not %q", order, want)
	}
}

func TestQuadrantLabelsNeverMeet(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	numbered := 0
	for range 40 {
		var b strings.Builder
		b.WriteString("      - quadrant:\n          title: Points anywhere\n          x: {low: Little capital, high: Much capital}\n          y: {low: Few machines, high: Many machines}\n          quadrants: [One, Two, Three, Four]\n          points:\n")
		n := 2 + r.IntN(13)
		for i := range n {
			fmt.Fprintf(&b, "            - {name: Maker number %d, x: %d, y: %d}\n", i+1, r.IntN(101), r.IntN(101))
		}
		deck, l := compiled(t, nil, sample(b.String()), t.TempDir())
		for _, f := range scene.Check(deck, scene.CheckOptions{}) {
			if !l.Failed(true) {
				t.Errorf("%s\n%s", f, b.String())
			}
		}
		if _, ok := textsOf(deck)["sample.quadrant/1/key"]; ok {
			numbered++
		}
	}
	if numbered > 20 {
		t.Errorf("%d of 40 fields gave up naming their points", numbered)
	}
}

func TestPicturesCutShortAreNoticed(t *testing.T) {
	data, err := os.ReadFile("testdata/image/wide.png")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := art.CheckPNG(data); err != nil {
		t.Error("a sound picture is refused")
	}
	for _, n := range []int{10, 60, len(data) / 2, len(data) - 1} {
		if _, _, err := art.CheckPNG(data[:n]); err == nil {
			t.Errorf("%d of %d bytes pass as a picture", n, len(data))
		}
	}
	bad := bytes.Clone(data)
	bad[len(bad)/2] ^= 1
	if _, _, err := art.CheckPNG(bad); err == nil {
		t.Error("a changed byte passes")
	}
}

func TestFieldsKnowTheirScale(t *testing.T) {
	for _, c := range []struct {
		vs     []float64
		lo, hi float64
		ok     bool
	}{{[]float64{0.2, 1}, 0, 1, true}, {[]float64{3, 7}, 0, 10, true}, {[]float64{3, 70}, 0, 100, true}, {[]float64{-0.5, 0.2}, -1, 1, true}, {[]float64{101}, 0, 101, false}} {
		if lo, hi, ok := fieldRange(c.vs); lo != c.lo || hi != c.hi || ok != c.ok {
			t.Errorf("%v: %v to %v, %v", c.vs, lo, hi, ok)
		}
	}
}

func TestHalvesOfYearsAreNamedOnATimelineOnlyWhereMostAre(t *testing.T) {
	const apart = `{date: 2018, title: One}, {date: 2018-12, title: Two}, {date: 2020-06, title: Three}, {date: 2022-10, title: Four}`
	const leaders = `{date: 2018, title: BERT}, {date: 2019, title: The first sets out},
            {date: 2020-06, title: GPT-3}, {date: end 2020, title: Another sets out},
            {date: 2021, title: An investor doubts}, {date: 2022-10, title: Word of sales},
            {date: 2023-01, title: Demand arrives}, {date: 2023-02-10, title: Money, highlight: true},
            {date: mid 2023-03, title: GPT-4}, {date: early 2023-04, title: A launch}, {date: 2023-05, title: Models}`
	for _, c := range []struct {
		name, events, more string
		named              bool
	}{
		{"room", apart, "", true},
		{"leaders where the halves begin", leaders, "\n          scale_change: 2023-01", false},
	} {
		block := "      - timeline:\n          title: Years\n          events: [" + c.events + "]" + c.more + "\n"
		deck, l := compiledSlides(t, typeset.New(nil), sample(block), t.TempDir())
		if l.Failed(true) {
			t.Fatal(l.Problems())
		}
		halves := 0
		for _, p := range deck.Pages {
			scene.Walk(p.Items, func(it scene.Item) {
				if x, ok := it.(*scene.Text); ok && said(x) == "Jul" {
					halves++
				}
			})
		}
		if halves > 0 != c.named {
			t.Errorf("%s: %d halves of years are named", c.name, halves)
		}
	}
}
