package scene

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"text/tabwriter"
	"unicode/utf8"
)

// Fault is something on a finished page that a reader would see as wrong: a fault of this program, not of the author.
type Fault struct {
	Page   int    // 1-based place in the deck; 0: the deck as a whole
	Kind   string // one of the Fault constants
	Item   string // id, or the first words in quotation marks
	Other  string // the second item, where two meet
	Detail string
	Frame  Rect // where to look
}

// Kinds of fault.
const (
	FaultNumber   = "number"   // a coordinate is NaN or infinite
	FaultOverlap  = "overlap"  // two texts share an area
	FaultGap      = "gap"      // two texts stand too close on one baseline
	FaultSafe     = "safe"     // text leaves the safe area
	FaultFrame    = "frame"    // a line leaves its text's frame
	FaultContrast = "contrast" // text is too pale for its background
	FaultCovered  = "covered"  // something is painted over text
	FaultSize     = "size"     // text is too small
	FaultAlt      = "alt"      // an exhibit or chart without alt text
	FaultSource   = "source"   // an exhibit or chart without a source
	FaultID       = "id"       // an id stands twice
	FaultLink     = "link"     // a link or bookmark leads nowhere
	FaultTable    = "table"    // a row of a table has more or fewer columns than the table
)

func (f Fault) String() string {
	s := fmt.Sprintf("page %d: %s: %s", f.Page, f.Kind, f.Item)
	if f.Other != "" {
		s += " and " + f.Other
	}
	return fmt.Sprintf("%s: %s (at %.1f, %.1f)", s, f.Detail, float64(f.Frame.X), float64(f.Frame.Y))
}

// CheckOptions loosen or narrow the check; the zero value checks everything.
type CheckOptions struct {
	Limit int             // report at most so many faults; 0: all
	Skip  map[string]bool // kinds of fault not looked for
}

// What the check holds a page to, in points.
const (
	boxAbove, boxBelow = 0.70, 0.20 // of the size: a text's box above and below its baseline
	touch              = 0.1        // boxes may share so much: rounding
	textGap            = 6
	cellGap            = 4 // between cells of one table
	labelGap           = 3 // between labels of one chart
	frameSlack         = 0.5
	sideMargin         = 24  // safe area, both media
	footMargin         = 14  // of slides
	copyMargin         = 5   // of slides, for the line that says whose copy it is
	minRaised          = 4.5 // superscripts belong to the words they stand at
	hanScale           = 0.94
	largeText          = 18
	contrastText       = 4.5
	contrastLarge      = 3
)

// PageReport is what the check measured on one page.
type PageReport struct {
	Page     int
	ID       string
	Texts    int
	Lines    int
	Shapes   int
	Smallest Pt      // nominal size of the smallest text; 0: no text
	Contrast float64 // lowest; 0: no text
	Gap      Pt      // tightest between two texts on one baseline; 0: there are none
	Faults   int
	page     *Page
}

// Report is the outcome of a check.
type Report struct {
	Pages  []PageReport
	Faults []Fault
}

// Check looks for what a reader would see as wrong.
func Check(d *Deck, o CheckOptions) []Fault { return Examine(d, o).Faults }

// Examine checks a deck and keeps what it measured.
func Examine(d *Deck, o CheckOptions) *Report {
	r := &Report{Pages: make([]PageReport, len(d.Pages))}
	c := checker{deck: d, opts: o, report: r, ids: map[string]int{}}
	for v := range c.linear {
		c.linear[v] = Linear(uint8(v))
	}
	c.findIDs()
	for i := range d.Pages {
		c.page(i)
	}
	for _, b := range d.Bookmarks {
		if !c.known("#" + b.Target) {
			c.fault(Fault{Kind: FaultLink, Item: fmt.Sprintf("bookmark %q", b.Title), Detail: "leads to no item: " + b.Target})
		}
	}
	slices.SortStableFunc(r.Faults, func(a, b Fault) int { return cmp.Compare(a.Page, b.Page) })
	for _, f := range r.Faults {
		if f.Page > 0 {
			r.Pages[f.Page-1].Faults++
		}
	}
	if o.Limit > 0 && len(r.Faults) > o.Limit {
		r.Faults = r.Faults[:o.Limit]
	}
	return r
}

// Print writes the table that a verbose build shows, and the faults beneath it.
func (r *Report) Print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "page\ttexts\tlines\tshapes\tsmallest\tcontrast\tgap\tfill\tmain\ttext\tlabel\tsmall\tfaults\t")
	for _, p := range r.Pages {
		text, main := p.page.Fill()
		if ink := p.page.Ink(); ink > 0 {
			text = ink
		}
		z := p.page.Sizes()
		fmt.Fprintf(t, "%d\t%d\t%d\t%d\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%d\t\n", p.Page, p.Texts, p.Lines, p.Shapes,
			orDash(float64(p.Smallest)), orDash(p.Contrast), orDash(float64(p.Gap)), percent(text), percent(main),
			orDash(float64(z.Text)), orDash(float64(z.Label)), orDash(float64(z.Small)), p.Faults)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	for _, f := range r.Faults {
		if _, err := fmt.Fprintln(w, f); err != nil {
			return err
		}
	}
	return nil
}

func percent(v float64) string {
	if v == 0 {
		return "–"
	}
	return fmt.Sprintf("%.0f%%", 100*v)
}

func orDash(v float64) string {
	if v == 0 {
		return "–"
	}
	return fmt.Sprintf("%.1f", v)
}

// checker walks a deck page by page in painting order.
type checker struct {
	deck   *Deck
	opts   CheckOptions
	report *Report
	ids    map[string]int // page each id first stands on
	linear [256]float64   // light of a colour part: the power is too slow to take for every letter

	at    int // page, 0-based
	boxes []textBox
	runs  []painted // text to hold against what is painted beneath and above
	fills []fill
	seq   int // place in painting order
}

// place is where an item stands in the tree.
type place struct {
	table, chart int // number of the enclosing table and chart on the page; 0: none
	sourced      bool
	clip         *Rect
}

func (c *checker) fault(f Fault) {
	if !c.opts.Skip[f.Kind] {
		c.report.Faults = append(c.report.Faults, f)
	}
}

// item reports a fault on the page at hand.
func (c *checker) item(kind, item string, frame Rect, format string, args ...any) {
	c.fault(Fault{Page: c.at + 1, Kind: kind, Item: item, Frame: frame, Detail: fmt.Sprintf(format, args...)})
}

// findIDs notes where every id stands; one that stands twice would make links ambiguous. The later parts of a table that
// was divided share its id.
func (c *checker) findIDs() {
	pages := map[string]bool{}
	for i := range c.deck.Pages {
		c.at = i
		if id := c.deck.Pages[i].ID; id != "" {
			if pages[id] {
				c.item(FaultID, id, Rect{}, "two pages have this id")
			}
			pages[id] = true
		}
		Walk(c.deck.Pages[i].Items, func(it Item) {
			id, part := ItemID(it), 0
			if t, ok := it.(*Table); ok {
				part = t.Part[0]
			}
			if id == "" {
				return
			}
			if first, twice := c.ids[id]; !twice {
				c.ids[id] = i + 1
			} else if part < 2 {
				c.item(FaultID, id, Bounds(it), "stands on page %d too", first)
			}
		})
	}
	for id := range pages {
		if _, taken := c.ids[id]; !taken {
			c.ids[id] = 0
		}
	}
}

// known says whether a link leads somewhere. Addresses are the file formats' concern.
func (c *checker) known(link string) bool {
	id, inner := strings.CutPrefix(link, "#")
	if !inner {
		return true
	}
	_, ok := c.ids[id]
	return ok
}

func (c *checker) page(i int) {
	p := &c.deck.Pages[i]
	c.at, c.seq = i, 0
	c.boxes, c.runs, c.fills = c.boxes[:0], c.runs[:0], c.fills[:0]
	c.report.Pages[i] = PageReport{Page: i + 1, ID: p.ID, page: p}
	c.items(p.Items, place{})
	c.overlaps()
	c.contrasts()
}

func (c *checker) items(items []Item, at place) {
	for _, it := range items {
		c.seq++
		switch it := it.(type) {
		case *Text:
			c.text(it, at)
		case *Shape:
			c.shape(it, at)
		case *Image:
			if !finite(it.Frame.X, it.Frame.Y, it.Frame.W, it.Frame.H) {
				c.item(FaultNumber, label(it), Rect{}, "frame %v", it.Frame)
				continue
			}
			c.fills = append(c.fills, fill{seq: c.seq, box: cut(it.Frame, at.clip), picture: true})
		case *Art:
			if f := it.Frame; !finite(f.X, f.Y, f.W, f.H) || !finiteMarks(it.Marks) {
				c.item(FaultNumber, label(it), Rect{}, "a number of the drawing in %v is none", f)
				continue
			}
			c.fills = append(c.fills, fill{seq: c.seq, box: cut(it.Frame, at.clip), picture: true})
		case *Group:
			c.group(it, at)
		case *Table:
			c.table(it, at)
		case *Chart:
			if strings.TrimSpace(it.Alt) == "" {
				c.item(FaultAlt, label(it), it.Frame, "the chart has no alt text")
			}
			if !at.sourced {
				c.item(FaultSource, label(it), it.Frame, "the chart stands in no exhibit with a source")
			}
			inner := at
			inner.chart = c.seq
			c.items(it.Drawing, inner)
		}
	}
}

func (c *checker) group(g *Group, at place) {
	if g.Role == RoleExhibit {
		at.sourced = false
		Walk(g.Items, func(it Item) {
			t, ok := it.(*Text)
			at.sourced = at.sourced || ok && t.Role == RoleSource && words(t) != ""
		})
		if strings.TrimSpace(g.Alt) == "" {
			c.item(FaultAlt, label(g), Bounds(g), "the exhibit has no alt text")
		}
		if !at.sourced {
			c.item(FaultSource, label(g), Bounds(g), "the exhibit has no source")
			at.sourced = true // said once, not again for each chart in it
		}
	}
	if g.Clip != nil {
		if r := *g.Clip; !finite(r.X, r.Y, r.W, r.H) {
			c.item(FaultNumber, label(g), Rect{}, "clip %v", r)
			return
		}
		r := cut(*g.Clip, at.clip)
		at.clip = &r
	}
	c.items(g.Items, at)
}

func (c *checker) table(t *Table, at place) {
	at.table = c.seq
	for part, rows := range [2][][]Cell{t.Head, t.Rows} {
		for i, row := range rows {
			n := 0
			for k := range row {
				n += row[k].Covers()
			}
			if n != len(t.Columns) {
				c.item(FaultTable, label(t), t.Frame, "%s %d has %d columns, the table has %d", [...]string{"head row", "row"}[part], i+1, n, len(t.Columns))
			}
		}
	}
	t.EachCell(func(cell *Cell) {
		if !cell.Fill.None() {
			c.fills = append(c.fills, fill{seq: c.seq, box: cell.Text.Frame, color: cell.Fill})
		}
	})
	for i := range t.Rules {
		c.shape(&t.Rules[i], at)
	}
	t.EachCell(func(cell *Cell) {
		c.items(cell.Marks, at)
		c.seq++
		c.text(&cell.Text, at)
	})
}

// words is what a text says, its lines joined.
func words(t *Text) string {
	var b strings.Builder
	for _, l := range t.Lines {
		for _, r := range l.Runs {
			b.WriteString(r.Text)
		}
		b.WriteByte(' ')
	}
	return strings.TrimSpace(b.String())
}

// label is how a fault calls an item: its id, or its first words.
func label(it Item) string {
	if id := ItemID(it); id != "" {
		return id
	}
	switch it := it.(type) {
	case *Text:
		s := words(it)
		if utf8.RuneCountInString(s) > 32 {
			s = string([]rune(s)[:31]) + "…"
		}
		return fmt.Sprintf("%q", s)
	case *Group:
		return string(it.Role) + " group"
	case *Chart:
		return fmt.Sprintf("chart %q", it.Title)
	case *Table:
		return fmt.Sprintf("table %q", it.Title)
	}
	return strings.ToLower(strings.TrimPrefix(fmt.Sprintf("%T", it), "*scene."))
}

func finite(vs ...Pt) bool {
	for _, v := range vs {
		if math.IsNaN(float64(v)) || math.IsInf(float64(v), 0) {
			return false
		}
	}
	return true
}

func cut(r Rect, clip *Rect) Rect {
	if clip == nil {
		return r
	}
	return r.Intersect(*clip)
}
