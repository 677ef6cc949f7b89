package charts

import (
	"math"
	"slices"
	"strings"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// Draw draws a chart inside a frame: plot, category labels, ticks and annotations; caption, source line and sticker are the
// caller's. What finds no room is reported to l. What cannot be drawn leaves an empty chart with its alternative text.
func Draw(c *Chart, frame scene.Rect, st Style, l *diag.List) *scene.Chart {
	drawn, _ := DrawPool(c, frame, st, l)
	return drawn
}

// DrawPool is Draw, and says how high the middles of what each party takes in the last column of a mekko stand.
func DrawPool(c *Chart, frame scene.Rect, st Style, l *diag.List) (drawn *scene.Chart, levels []scene.Pt) {
	p := newPlot(c, frame, st, l)
	if !c.Problems.Failed(false) && frame.W > 0 && frame.H > 0 && p.n.drawable() {
		c.Is.draw(p)
		p.annotate()
		p.chart.Drawing = p.items()
		p.nativeParts()
	}
	p.chart.Data = p.data()
	p.chart.Alt = p.alt()
	if p.unlabelled > 0 {
		l.Warn(c.At, "W-LABEL", "highlight fewer points, or set height: l", "%d labels of this chart found no free place", p.unlabelled)
	}
	return p.chart, p.lastMiddles
}

// Readable says that a chart drawn at a size prints all that it prints at a width of its own, breaks no rule of the page and warns of
// nothing.
func Readable(c *Chart, st Style, own, w, h scene.Pt) bool {
	var l diag.List
	words := func(drawn *scene.Chart) (all []string) {
		scene.Walk(drawn.Drawing, func(it scene.Item) {
			if t, ok := it.(*scene.Text); ok {
				s := ""
				for _, line := range t.Lines {
					for _, r := range line.Runs {
						s += strings.TrimSpace(r.Text)
					}
				}
				all = append(all, s)
			}
		})
		slices.Sort(all)
		return all
	}
	drawn := Draw(c, scene.Rect{X: w, Y: h, W: w, H: h}, st, &l)
	drawn.ID = "readable"
	page := scene.Page{Background: st.Look.Background, Items: []scene.Item{drawn}}
	d := &scene.Deck{Medium: st.Medium, Size: scene.Size{W: 3 * w, H: 3 * h}, Pages: []scene.Page{page}, Colors: st.Look.Colors()}
	return len(l.Problems()) == 0 && slices.Equal(words(drawn), words(Draw(c, scene.Rect{W: own, H: Height(c, st, own)}, st, &l))) && len(scene.Check(d, scene.CheckOptions{Limit: 1, Skip: map[string]bool{scene.FaultSource: true}})) == 0
}

// drawable says that there is something to draw.
func (n *numbers) drawable() bool {
	return len(n.cats) > 0 && len(n.cols) > 0
}

// Values is how many values a chart shows.
func (c *Chart) Values() int {
	if !c.n.drawable() {
		return 0
	}
	return len(c.n.cats) * len(c.n.cols)
}

// Stretch is how much higher than h a chart may be drawn to fill a page, as a share: lines and long rows of columns bear more
// than rows and few columns, whose bars would grow thick; points are never drawn taller than wide.
func Stretch(c *Chart, width, h scene.Pt) scene.Pt {
	k := c.Is
	switch {
	case !c.n.drawable():
		return 0
	case k.sized || k.crowded:
		return max(0, min(0.4, width/h-1))
	case k.rows == nil && (k.lines || k.timed || len(c.n.cats) >= 6):
		return 0.4
	}
	return 0.2
}

// Height is the plot's preferred height at a width. In a document s, m and l are 110, 150 and 210 in the main column and
// 160, 210 and 290 on the full width; on slides the plot takes at most 290. Charts of rows take what their rows need.
func Height(c *Chart, st Style, width scene.Pt) scene.Pt {
	heights := map[string]scene.Pt{"s": 110, "m": 150, "l": 210}
	row := scene.Pt(21) // a row with its gap, in documents
	switch {
	case st.Medium == scene.Slides:
		heights = map[string]scene.Pt{"s": 210, "m": 290, "l": 290}
		row = [6]scene.Pt{110, 110, 104, 92, 76, 66}[min(len(c.n.cats), 5)]
	case width > 400:
		heights = map[string]scene.Pt{"s": 160, "m": 210, "l": 290}
	}
	h, most := heights["m"], heights["l"]
	if c.Height != "" {
		return heights[c.Height]
	}
	k, n := c.Is, c.n
	if !n.drawable() {
		return h
	}
	z := sizesFor(st.Medium, st.Look)
	rows, bars := scene.Pt(len(n.cats)), scene.Pt(len(n.cols))
	each := row
	for _, x := range n.cats {
		if len([]rune(x.name)) > 22 { // stands above its bar
			each = row + z.category.Leading
			break
		}
	}
	if k.bars { // those beyond are drawn as one
		rows = min(rows, 16)
	}
	switch {
	case k.rows != nil:
		h = k.rows(rowRoom{rows: rows, bars: bars, each: each, row: row, foot: z.ticks.Size*1.45 + 8, z: &z})
	case k.slopes && st.Medium != scene.Slides:
		return banked(c, st, width, h, heights["s"], most)
	default:
		return h
	}
	var over scene.Pt // what annotations need above the rows
	for _, a := range c.Annotations {
		switch a.Kind {
		case "callout", "event":
			over = max(over, 24)
		case "reference", "band":
			over = max(over, z.note.Leading+2)
		}
	}
	h += over
	if st.Medium != scene.Slides {
		most = max(most, rows*13+20)
	}
	return max(min(h, most), 56)
}

// rowRoom is what the rows of a chart take: their number, the bars of each, its height with a name that stands above it, that
// of a row without, and what stands below all.
type rowRoom struct {
	rows, bars, each, row, foot scene.Pt
	z                           *sizes
}

// thinRows is the height of rows of thin marks.
func thinRows(r rowRoom) scene.Pt { return r.rows*r.each*1.05 + r.foot }

// banked is the height at which the median absolute slope of a chart's lines comes nearer to 45°, as a preference: three
// tenths of the way from the usual height, between the least and the most that the medium allows.
func banked(c *Chart, st Style, width, usual, least, most scene.Pt) scene.Pt {
	n := c.n
	if len(n.cats) < 3 || len(n.cats) > maxSample {
		return usual
	}
	h := newPlot(c, scene.Rect{W: width, H: usual}, st, nil).lineHull(false)
	from, to := 0.0, float64(len(n.cats)-1)
	if n.timed {
		from, to = n.cats[0].x, n.cats[len(n.cats)-1].x
	}
	if !h.ok || h.hi <= h.lo || to <= from || c.Scale == "log" {
		return usual
	}
	var slopes []float64 // of plots as high as they are wide
	for _, col := range n.cols {
		for i := 1; i < len(col.cells); i++ {
			a, b := col.cells[i-1], col.cells[i]
			dx := 1.0
			if n.timed {
				dx = n.cats[i].x - n.cats[i-1].x
			}
			if a.missing || b.missing || dx <= 0 || a.point() == b.point() {
				continue
			}
			slopes = append(slopes, math.Abs(b.point()-a.point())/(h.hi-h.lo)/(dx/(to-from)))
		}
	}
	if len(slopes) == 0 {
		return usual
	}
	slices.Sort(slopes)
	const weight = 0.3
	want := min(max(width/scene.Pt(slopes[len(slopes)/2]), least), most)
	return scene.Pt(math.Round(float64(usual + weight*(want-usual))))
}
