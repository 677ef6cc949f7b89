package layouts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// randomLanes are events along a band with a few choices each.
func randomLanes(rng *rand.Rand, events int) [][]laneChoice {
	var out [][]laneChoice
	for i := range events {
		x := 60 + scene.Pt(i)*scene.Pt(rng.IntN(60)+20)
		var list []laneChoice
		for lane := range 4 {
			for _, flip := range []bool{false, true} {
				w := scene.Pt(50 + rng.IntN(80))
				c := laneChoice{lane: lane, flip: flip, x: x, cost: float64(rng.IntN(20))}
				top := [4]scene.Pt{230, 166, 378, 416}[lane]
				c.box = scene.Rect{X: x + 6, Y: top, W: w, H: 40}
				if flip {
					c.box.X = x - 6 - w
				}
				if c.y0, c.y1 = top, bandTop; lane > 1 {
					c.y0, c.y1 = bandBottom, top+40
				}
				list = append(list, c)
			}
		}
		out = append(out, list)
	}
	return out
}

// price is what a whole choice costs; infinite where something meets.
func price(choices [][]laneChoice, picks []int, pair float64) float64 {
	sum := 0.0
	for i, p := range picks {
		a := &choices[i][p]
		sum += a.cost
		for j := range i {
			if b := &choices[j][picks[j]]; a.meets(b) {
				return math.Inf(1)
			}
		}
		if i > 0 && (a.lane < 2) == (choices[i-1][picks[i-1]].lane < 2) {
			sum += pair
		}
	}
	return sum
}

func TestLaneSearchFindsTheCheapestOfAllArrangements(t *testing.T) {
	for seed := range uint64(60) {
		rng := rand.New(rand.NewPCG(seed, 1))
		choices := randomLanes(rng, 4)
		s := &laneSearch{pair: 5, choices: choices}
		got := s.solve()
		best := math.Inf(1)
		picks := make([]int, len(choices))
		var try func(i int)
		try = func(i int) {
			if i == len(choices) {
				best = min(best, price(choices, picks, 5))
				return
			}
			for picks[i] = range choices[i] {
				try(i + 1)
			}
		}
		try(0)
		switch {
		case got == nil && !math.IsInf(best, 1):
			t.Errorf("seed %d: nothing found, there is an arrangement for %v", seed, best)
		case got != nil && math.Abs(price(choices, got, 5)-best) > 1e-9:
			t.Errorf("seed %d: found %v, the best is %v", seed, price(choices, got, 5), best)
		}
	}
}

func TestBeamNeverLetsWordsMeet(t *testing.T) {
	found := 0
	for seed := range uint64(200) {
		rng := rand.New(rand.NewPCG(seed, 2))
		choices := randomLanes(rng, 12)
		s := &laneSearch{pair: 5, choices: choices}
		if picks := s.solve(); picks != nil {
			found++
			if math.IsInf(price(choices, picks, 5), 1) {
				t.Errorf("seed %d: words meet", seed)
			}
		}
	}
	if found < 50 {
		t.Errorf("only %d of 200 crowded bands are arranged", found)
	}
}

// TestLeadersCrossNoWords looks at finished slides: no vertical line runs through words, whatever the events.
func TestLeadersCrossNoWords(t *testing.T) {
	fonts := typeset.New(nil)
	for seed := range 150 {
		g := &outlineGen{rng: rand.New(rand.NewPCG(uint64(seed), 3))}
		genTimeline(g)
		deck, l := compiledSlides(t, fonts, sample(g.b.String()), ".")
		if l.Failed(false) {
			t.Errorf("seed %d: %v", seed, l.Problems()[0])
			continue
		}
		for _, p := range deck.Pages {
			if p.Layout != "timeline" {
				continue
			}
			var lines []scene.Rect
			var words []scene.Rect
			scene.Walk(p.Items, func(it scene.Item) {
				switch it := it.(type) {
				case *scene.Shape:
					if r := it.Path.Bounds(); len(it.Path.Ops) == 2 && r.W == 0 && r.H > 12 {
						lines = append(lines, r)
					}
				case *scene.Text:
					for _, line := range it.Lines {
						if it.Role != scene.RoleFurniture && len(line.Runs) > 0 {
							words = append(words, scene.Rect{X: line.X(), Y: line.Baseline - 7, W: line.Right() - line.X(), H: 9})
						}
					}
				}
			})
			for _, v := range lines {
				for _, w := range words {
					if v.X > w.X-1 && v.X < w.Right()+1 && v.Y < w.Bottom() && v.Bottom() > w.Y {
						t.Errorf("seed %d, %s: the line at %.1f (%.1f to %.1f) runs through words at %.1f, %.1f", seed, p.ID, float64(v.X), float64(v.Y), float64(v.Bottom()), float64(w.X), float64(w.Y))
					}
				}
			}
		}
	}
}

func TestMarksThatLieCloseArePushedApartAsLittleAsPossible(t *testing.T) {
	l := &slideLine{scale: lineScale{from: 2000, to: 2010, x0: page.SlideLeft, x1: page.SlideRight}}
	for _, at := range []float64{2000, 2001, 2005, 2005, 2005, 2010} {
		l.events = append(l.events, slideEvent{at: at})
	}
	l.marks()
	for i := 1; i < len(l.events); i++ {
		if gap := l.events[i].x - l.events[i-1].x; gap < markApart-0.01 {
			t.Errorf("marks %d and %d are %.1f apart", i-1, i, float64(gap))
		}
	}
	if x := l.events[3].x; math.Abs(float64(x-l.scale.x(2005))) > 0.01 {
		t.Errorf("the middle one of three equal dates moved to %.1f", float64(x))
	}
	if x := l.events[1].x; x != l.scale.x(2001) {
		t.Errorf("a mark with room moved to %.1f", float64(x))
	}
}

func TestTicksSpeakTheCalendarOfTheirSpan(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		width    scene.Pt
		language string
		want     string
	}{
		{2018, 2023, 450, "en", "2018 Jul 2019 Jul 2020 Jul 2021 Jul 2022 Jul 2023"},
		{2018, 2023, 450, "zh", "2018年 7月 2019年 7月 2020年 7月 2021年 7月 2022年 7月 2023年"},
		{2023, 2023.42, 410, "en", "2023 Feb Mar Apr May Jun"},
		{2023, 2023.42, 410, "de", "2023 Feb Mär Apr Mai Jun"},
		{1900, 2000, 864, "en", "1900 1905 1910 1915 1920 1925 1930 1935 1940 1945 1950 1955 1960 1965 1970 1975 1980 1985 1990 1995 2000"},
		{2023, 2023.1, 864, "de", "1. Jan 8. Jan 15. Jan 22. Jan 1. Feb"},
		{2023, 2023.1, 864, "en", "1 Jan 8 Jan 15 Jan 22 Jan 1 Feb"},
	} {
		u := unitFor(c.to-c.from, c.width)
		_, labels := u.ticks(c.from, c.to, words.For(c.language))
		if got := strings.Join(labels, " "); got != c.want {
			t.Errorf("%v to %v on %v pt: %q, want %q", c.from, c.to, c.width, got, c.want)
		}
	}
}

func TestRowsThatContinueFillTheirSlidesAlike(t *testing.T) {
	heights := func(n int, h scene.Pt) []scene.Pt {
		return slices.Repeat([]scene.Pt{h}, n)
	}
	for _, c := range []struct {
		heights []scene.Pt
		room    scene.Pt
		most    int
		want    string
	}{
		{heights(5, 40), 340, 8, "[5]"},
		{heights(9, 40), 340, 8, "[5 4]"},
		{heights(13, 24), 312, 12, "[7 6]"},
		{heights(60, 24), 300, 100, "[12 12 12 12 12]"},
		{[]scene.Pt{400, 40}, 340, 8, "[1 1]"},
		{nil, 340, 8, "[]"},
	} {
		if got := fmt.Sprint(page.Evenly(c.heights, c.room, c.most)); got != c.want {
			t.Errorf("%d rows: %s, want %s", len(c.heights), got, c.want)
		}
	}
}
