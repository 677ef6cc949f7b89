package layouts

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

func valueSplitLayout() page.Layout {
	segment := &outline.Shape{Name: "segment", Short: "name", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 20, Doc: "A part of the pool"},
		{Name: "size", Type: outline.Amount, Doc: "Its size: a share of the pool, or an amount; default: all alike"},
	}}
	party := &outline.Shape{Name: "party", Short: "name", Fields: []outline.Field{
		{Name: "name", Type: outline.Words, Required: true, Budget: 20, Doc: "Who takes a share"},
		{Name: "entity", Type: outline.Words, Doc: "Key of the entities map that pins its colour; default: its name"},
	}}
	callout := &outline.Shape{Name: "callout", Fields: []outline.Field{
		{Name: "heading", Type: outline.Prose, Required: true, Budget: 22, Doc: "The remark in three words"},
		{Name: "text", Type: outline.Prose, Required: true, Budget: 80, Doc: "A sentence"},
		{Name: "party", Type: outline.Words, Doc: "Whom it is about: gives the heading its colour; default: in order"},
	}}
	return page.Layout{Name: "value_split", Summary: "who takes which share of each part of a pool, with the total computed", Title: outline.Required, Page: valueSplitPage, Slide: valueSplitSlide,
		Numbered: always,
		Shape: &outline.Shape{Name: "value_split", OneOf: [][]string{{"data"}, {"segments", "parties", "shares"}}, Fields: []outline.Field{
			{Name: "kind", Type: outline.Choice, Choices: []string{"mekko", "stacked"}, Doc: "mekko: widths are sizes (default); stacked: all alike"},
			{Name: "segments", Type: outline.Object, List: true, Min: 1, Shape: segment, Doc: "Parts of the pool: {name, size}; more than 7: the smallest become one"},
			{Name: "parties", Type: outline.Object, List: true, Min: 1, Max: 4, Hard: true, Shape: party, Doc: "At most 4; the first stands on top"},
			{Name: "shares", Type: outline.Scalar, Rows: true, Doc: "One list a segment, one share a party, in %"},
			{Name: "data", Type: outline.Ref, To: "data", Doc: "A table instead: segment, size, then one column a party"},
			{Name: "callouts", Type: outline.Object, List: true, Max: 2, Shape: callout, Doc: "Remarks below"},
			{Name: "unit", Type: outline.Words, Doc: "Printed under the title: what is shared out, unit, period"},
			{Name: "rounded", Type: outline.Flag, Doc: "The numbers are rounded: parts may miss their sum by half a unit of the last printed digit each"},
		}}}
}

// split is a pool as meant.
type split struct {
	parties  []string
	segments []splitSegment
	alike    bool // columns are as wide as each other
	sized    bool // sizes were given
	rounded  bool
}

type splitSegment struct {
	name   string
	size   float64 // share of the pool, 0 to 1
	label  string  // its size in words
	shares []float64
	texts  []string
}

// readSplit reads and judges the shares; nil where nothing can be drawn.
func readSplit(k *page.Composer, b *briefing.Block) *split {
	s := &split{alike: b.Words("kind") == "stacked"}
	var sizes []value.Value
	var cells [][]table.Cell
	if t := b.Table("data"); t != nil {
		first := 0
		if len(t.Columns) > 1 && s.sizeColumn(t.Columns[0].Name) {
			first = 1
		}
		for _, c := range t.Columns[first:] {
			s.parties = append(s.parties, c.Name)
		}
		for _, r := range t.Rows {
			s.segments = append(s.segments, splitSegment{name: r.Name})
			if first == 1 {
				sizes = append(sizes, shareValue(k, r.Cells[0]))
			}
			cells = append(cells, r.Cells[first:])
		}
		if len(s.parties) > 4 {
			k.L.Error(b.PlaceOf("data"), "E-LIMIT", "join the smaller ones", "%d parties: at most 4 can be told apart", len(s.parties))
			return nil
		}
	} else {
		for _, p := range b.List("parties") {
			s.parties = append(s.parties, p.Words("name"))
		}
		for _, g := range b.List("segments") {
			s.segments = append(s.segments, splitSegment{name: g.Words("name")})
			if g.Has("size") {
				v := g.Value("size")
				v.At = g.PlaceOf("size")
				sizes = append(sizes, v)
			}
		}
		for _, r := range b.Rows("shares") {
			var row []table.Cell
			for _, c := range r {
				row = append(row, table.Cell{Text: c.Words, At: c.At, Marks: &k.B.Marks})
			}
			cells = append(cells, row)
		}
		cells = turned(k, b, cells, len(s.segments), len(s.parties))
	}
	if cells == nil || len(s.segments) == 0 || len(s.parties) == 0 || !readShares(k, b, s, cells) || !readSizes(k, b, s, sizes) {
		return nil
	}
	s.merge(k)
	return s
}

func (s *split) sizeColumn(name string) bool {
	return slices.Contains([]string{"size", "weight", "pool", "规模", "占比"}, strings.ToLower(name))
}

// turned brings shares into one list a segment: authors also write one list a party.
func turned(k *page.Composer, b *briefing.Block, cells [][]table.Cell, segments, parties int) [][]table.Cell {
	fits := func(rows, cols int) bool {
		if len(cells) != rows {
			return false
		}
		for _, r := range cells {
			if len(r) != cols {
				return false
			}
		}
		return true
	}
	byParty := func() [][]table.Cell {
		out := make([][]table.Cell, segments)
		for i := range out {
			for j := range parties {
				out[i] = append(out[i], cells[j][i])
			}
		}
		return out
	}
	switch {
	case fits(segments, parties) && segments == parties:
		// A square table may be meant either way: the way in which it adds up.
		if !sumsUp(cells) && sumsUp(byParty()) {
			return byParty()
		}
		return cells
	case fits(segments, parties):
		return cells
	case fits(parties, segments):
		return byParty()
	}
	k.L.Error(b.PlaceOf("shares"), "E-TABLE", "write one list a segment, one share a party", "the shares are not %d lists of %d", segments, parties)
	return nil
}

func sumsUp(cells [][]table.Cell) bool {
	for _, r := range cells {
		sum := 0.0
		for _, c := range r {
			v, err := c.Read(value.Unit{})
			if err != nil {
				return false
			}
			lo, _ := v.Floats()
			sum += lo
		}
		if math.Abs(sum-100) > 0.01 {
			return false
		}
	}
	return true
}

// shareValue reads a plain number.
func shareValue(k *page.Composer, c table.Cell) value.Value {
	if c.Value != nil {
		return *c.Value
	}
	v, err := c.Read(value.Unit{})
	if err != nil {
		k.L.Error(c.At, value.CodeOf(err, "E-VALUE"), "write a number such as 35", "%v", err)
		v.State = value.Unknown
	}
	v.At = c.At
	return v
}

// readShares reads what each party takes of each segment: plain numbers that add up to 100.
func readShares(k *page.Composer, b *briefing.Block, s *split, cells [][]table.Cell) bool {
	ok := true
	for i := range s.segments {
		g := &s.segments[i]
		sum, slack := 0.0, 0.0
		for _, c := range cells[i] {
			v := shareValue(k, c)
			n, known := v.Point()
			x := n.InexactFloat64()
			switch {
			case !known:
				if v.State == value.Known {
					k.L.Error(c.At, "E-CHART", "use positions where no numbers are known", "a share must be one number: %s is not", v.Label(k.B.Format))
				} else if c.Text == "?" || c.Text == "n/a" {
					k.L.Error(c.At, "E-CHART", "use positions where no numbers are known", "a share must be known: areas cannot be drawn without it")
				}
				ok = false
			case x < 0 || x > 100:
				k.L.Error(c.At, "E-VALUE", "write percent, as in 35", "%s is no share of a whole", v.Label(k.B.Format))
				ok = false
			}
			g.shares = append(g.shares, x)
			g.texts = append(g.texts, k.B.Format.Bare(v.Label(k.B.Format)))
			sum += x
			slack += math.Pow(10, float64(n.Exponent())) / 2
		}
		if !ok {
			continue
		}
		if miss := math.Abs(sum - 100); miss > 1e-9 {
			if miss > slack*1.0001 {
				at := b.PlaceOf("shares")
				if len(cells[i]) > 0 {
					at = cells[i][0].At
				}
				k.L.Error(at, "E-SUM", "", "the shares of %q add up to %s, not 100: the difference is %s", g.name, evidenceNumber(sum), evidenceNumber(100-sum))
				ok = false
				continue
			}
			s.rounded = true
		}
		for j := range g.shares {
			g.shares[j] *= 100 / sum
		}
	}
	return ok
}

func evidenceNumber(v float64) string {
	return strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
}

// readSizes turns sizes into shares of the pool.
func readSizes(k *page.Composer, b *briefing.Block, s *split, sizes []value.Value) bool {
	if len(sizes) == 0 {
		for i := range s.segments {
			s.segments[i].size = 1 / float64(len(s.segments))
		}
		return true
	}
	if len(sizes) != len(s.segments) {
		k.L.Error(b.PlaceOf("segments"), "E-MISSING", "give every segment a size, or none", "%d of %d segments have a size", len(sizes), len(s.segments))
		return false
	}
	sum := 0.0
	base := make([]float64, len(sizes))
	for i, v := range sizes {
		if _, ok := v.Point(); !ok {
			k.L.Error(orSpan(v.At, b.At), "E-CHART", "use positions where no numbers are known", "a size must be one number: %s is not", v.Label(k.B.Format))
			return false
		}
		if !value.SameUnit(v.Unit, sizes[0].Unit) {
			k.L.Error(orSpan(v.At, b.At), "E-UNIT", "", "the sizes have different units")
			return false
		}
		lo, _ := v.Base()
		base[i] = lo.N.InexactFloat64()
		if base[i] <= 0 {
			k.L.Error(orSpan(v.At, b.At), "E-VALUE", "leave the segment out", "a size must be above zero")
			return false
		}
		sum += base[i]
	}
	plain := sizes[0].Unit.Kind == value.Percent || sizes[0].Unit.IsZero()
	if plain && sizes[0].Unit.Kind == value.Percent && math.Abs(sum-100) > 0.5*float64(len(sizes)) {
		k.L.Error(b.PlaceOf("segments"), "E-SUM", "", "the sizes add up to %s%%, not 100%%: the difference is %s", evidenceNumber(sum), evidenceNumber(100-sum))
		return false
	}
	labels := value.FormatAll(sizes, k.B.Format)
	if plain {
		if whole := charts.LargestRemainder(base); math.Abs(sum-100) < 1e-9 {
			for i := range labels {
				labels[i] = k.B.Format.Percent(k.B.Format.Bare(sizes[i].Label(k.B.Format)))
			}
		} else {
			for i := range labels {
				labels[i] = k.B.Format.Percent(page.Itoa(whole[i]))
			}
		}
		labels[0] += " " + k.Diagrams().OfPool
	}
	for i := range s.segments {
		s.segments[i].size, s.segments[i].label = base[i]/sum, labels[i]
	}
	s.sized = true
	return true
}

func orSpan(a, b diag.Span) diag.Span {
	if a.IsZero() {
		return b
	}
	return a
}

// merge joins the smallest segments where there are more than seven.
func (s *split) merge(k *page.Composer) {
	const most = 7
	if len(s.segments) <= most {
		return
	}
	order := make([]int, len(s.segments))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.segments[b].size, s.segments[a].size) })
	gone := order[most-1:]
	other := splitSegment{name: k.Diagrams().Other + k.Marks().Open + page.Itoa(len(gone)) + k.Marks().Close, shares: make([]float64, len(s.parties))}
	for _, i := range gone {
		g := s.segments[i]
		for j, v := range g.shares {
			other.shares[j] += v * g.size
		}
		other.size += g.size
	}
	for j := range other.shares {
		other.shares[j] /= other.size
	}
	for _, n := range charts.LargestRemainder(other.shares) {
		other.texts = append(other.texts, page.Itoa(n))
	}
	if s.sized {
		other.label = k.B.Format.Percent(page.Itoa(int(math.Round(other.size * 100))))
	}
	var kept []splitSegment
	for i, g := range s.segments {
		if !slices.Contains(gone, i) {
			kept = append(kept, g)
		}
	}
	s.segments = append(kept, other)
}

// chart is the pool as a chart: one row a segment, what it is in words beside its number.
func (s *split) chart(k *page.Composer, b *briefing.Block, alt string) *charts.Chart {
	t := &table.Table{At: b.At}
	cell := func(percent float64, words string) table.Cell {
		v := value.Exact(decimal.NewFromFloat(percent), value.Unit{Kind: value.Percent})
		v.Words = words
		return table.Cell{Text: words, Value: &v, At: b.At}
	}
	for _, p := range s.parties {
		t.Columns = append(t.Columns, table.Column{Name: p})
	}
	spec := charts.Spec{ID: b.ID, Kind: "mekko", At: b.At, Title: b.Title.String(), Table: t, Entities: s.colours(k, b), Format: k.B.Format,
		Alt: alt, Grey: k.B.Grey, Language: k.B.Language, Pool: &charts.Pool{Alike: s.alike}}
	if s.sized {
		spec.Size = k.Diagrams().Size
		t.Columns = append(t.Columns, table.Column{Name: spec.Size})
	}
	for _, g := range s.segments {
		row := table.Row{Name: g.name, At: b.At}
		for j, share := range g.shares {
			row.Cells = append(row.Cells, cell(share, k.B.Format.Percent(g.texts[j])))
		}
		if s.sized {
			row.Cells = append(row.Cells, cell(100*g.size, g.label))
		}
		t.Rows = append(t.Rows, row)
	}
	return charts.Judge(spec)
}

// colours are the numbers of the parties' colours: those that are pinned, else the series that nobody is pinned to, in order.
func (s *split) colours(k *page.Composer, b *briefing.Block) map[string]int {
	out, next := map[string]int{}, 0
	list := b.List("parties")
	pins := make([]int, len(s.parties))
	for i, p := range s.parties {
		if i < len(list) && list[i].Has("entity") {
			p = list[i].Words("entity")
		}
		pins[i] = k.B.Entities[p]
	}
	for i, p := range s.parties {
		if out[p] = pins[i]; pins[i] == 0 {
			for next++; slices.Contains(pins, next); next++ {
			}
			out[p] = next
		}
	}
	return out
}

// remarks are what the source line adds.
func (s *split) remarks(k *page.Composer) (out string) {
	if s.sized {
		out = k.Diagrams().Computed
	}
	if s.rounded {
		out = page.JoinSentences(out, k.Diagrams().Rounding)
	}
	return out
}

// draw draws the pool into a frame, and says how high its last column's cells stand.
func (s *split) draw(k *page.Composer, b *briefing.Block, frame scene.Rect) (drawn *scene.Chart, levels []scene.Pt) {
	chart := s.chart(k, b, k.AltOf(k.Diagrams().Split, b.Title.String()))
	k.L.Merge(chart.Problems)
	drawn, levels = charts.DrawPool(chart, frame, k.ChartStyle(), k.L)
	drawn.ID, drawn.Unit = b.ID+"/chart", b.Words("unit")
	return drawn, levels
}

// valueSplitPage draws the pool over the full width, remarks below.
func valueSplitPage(f *page.Flow, b *briefing.Block) {
	const gutter, apart = 24, 12
	k := f.K
	s := readSplit(k, b)
	if s == nil {
		return
	}
	width, height := k.Grid.Width(), scene.Pt(218)
	if s.sized {
		height += 13 // for the sizes
	}
	e := k.Exhibit(b, width, b.Words("unit"), k.AltOf(k.Diagrams().Split, b.Title.String()))
	e.Extra = s.remarks(k)
	var below []*page.Box
	w := (width - gutter) / 2
	var cells []*page.Box
	for _, r := range s.callouts(k, b, k.St.Small, w) {
		cells = append(cells, page.Stack(page.TextBox(r.head, r.id, scene.RoleSubheading, r.st), page.TextBox(r.text, r.id+"/text", scene.RoleBody, k.St.Small)))
	}
	for pair := range slices.Chunk(cells, 2) {
		row := page.Beside([]scene.Pt{0, w + gutter}, pair...)
		row.Before = apart
		below = append(below, row)
	}
	var body func(factor scene.Pt) *page.Box
	body = func(factor scene.Pt) *page.Box {
		drawing := &page.Box{H: height * factor, Name: "a split of value", At: b.At}
		drawing.Draw = func(c *page.Canvas, x, y scene.Pt) {
			drawn, _ := s.draw(k, b, scene.Rect{X: x, Y: y, W: width, H: drawing.H})
			c.Add(drawn)
		}
		all := page.Stack(append([]*page.Box{drawing}, below...)...)
		all.Flex = func(f scene.Pt) *page.Box { return body(factor * f) }
		all.Plot, all.Stretch, all.Shrink = drawing.H, 0.16, 0.1
		return all
	}
	f.Add(e.Frame(body(1)))
}

// valueSplitSlide draws the pool over the slide, and what follows from it beside the total.
func valueSplitSlide(s *page.Slides, b *briefing.Block) {
	const remarked = 758 // where the drawing ends with callouts beside it
	sp := readSplit(s.Composer, b)
	if sp == nil {
		return
	}
	sh := s.ExhibitSheet(b, s.AltOf(s.Diagrams().Split, b.Title.String()))
	sh.Extra = sp.remarks(s.Composer)
	s.Slide(b, sh, func(c *page.Canvas, body scene.Rect) {
		exhibitHead(s, c, b, b.ID, lineHead(b.Words("unit")), page.SlideLeft, body.W)
		frame := scene.Rect{X: page.SlideLeft, Y: page.SlideBodyTop + 2, W: body.W, H: page.SlideBodyBottom - page.SlideBodyTop - 2}
		if b.Words("unit") != "" {
			frame = plotFrame(body.W)
		}
		if len(b.List("callouts")) > 0 {
			frame.W = remarked - page.SlideLeft
		}
		drawn, levels := sp.draw(s.Composer, b, frame)
		c.Add(drawn)
		sp.leadCallouts(s, c, b, frame, levels, body)
	})
}

// splitCallout is a remark, its heading in the colour of the party that it is about.
type splitCallout struct {
	id         string
	about      int
	head, text typeset.Block
	st         scene.Style // of the head
	mark, y    scene.Pt    // where it leads, and its top
}

// callouts are the remarks set to a width, about the parties in order where they name none.
func (s *split) callouts(k *page.Composer, b *briefing.Block, text scene.Style, w scene.Pt) (out []splitCallout) {
	colours := s.colours(k, b)
	for i, f := range b.List("callouts") {
		r := splitCallout{id: b.ID + "/callout" + page.Itoa(i+1), about: i}
		if f.Has("party") {
			r.about = slices.IndexFunc(s.parties, func(p string) bool { return strings.EqualFold(p, f.Words("party")) })
			if r.about < 0 {
				k.L.Error(f.PlaceOf("party"), "E-REF", "", "there is no party %q", f.Words("party"))
			}
		}
		r.about = min(max(r.about, 0), len(s.parties)-1)
		r.st = k.St.Lead.With(k.Look.Readable(k.Look.Series[colours[s.parties[r.about]]-1], k.Look.Background))
		r.head, r.text = k.Set(f.Prose("heading"), r.st, w, typeset.Balanced), k.Short(f.Prose("text"), text, w)
		out = append(out, r)
	}
	return out
}

// leadCallouts stands the remarks beside the drawing, each level with the share of whom it is about in its last column, on a
// short leader.
func (sp *split) leadCallouts(s *page.Slides, c *page.Canvas, b *briefing.Block, frame scene.Rect, levels []scene.Pt, body scene.Rect) {
	const left, apart = 774, 14
	text := s.St.Comment.With(s.Look.Text).At(13, 17)
	all := sp.callouts(s.Composer, b, text, page.SlideRight-left)
	if len(levels) == 0 || len(all) == 0 {
		return
	}
	for i := range all {
		r := &all[i]
		r.mark = levels[r.about]
		r.y = r.mark - page.Base(r.st) + 0.35*r.st.Size
	}
	slices.SortStableFunc(all, func(a, b splitCallout) int { return cmp.Compare(a.mark, b.mark) })
	// From the top down each stands at its mark or below its neighbour; from the foot up what sticks out is pushed back.
	y := frame.Y
	for i := range all {
		r := &all[i]
		r.y = max(r.y, y)
		y = r.y + r.head.Height + r.text.Height + apart
	}
	y = body.Bottom()
	for i := len(all) - 1; i >= 0; i-- {
		r := &all[i]
		r.y = min(r.y, y-r.head.Height-r.text.Height)
		y = r.y - apart
	}
	if all[0].y < body.Y {
		s.OverBudget(b.PlaceOf("callouts"), "E-FIT", "callouts", wordsOf(all[0].text), 80)
	}
	from := frame.Right()
	for _, r := range all {
		first := r.y + page.Base(r.st)
		level := first - 0.35*r.st.Size
		line := scene.LinePath(scene.Point{X: from + 3, Y: r.mark}, scene.Point{X: from + 9, Y: r.mark}, scene.Point{X: from + 9, Y: level}, scene.Point{X: left - 4, Y: level})
		c.Add(&scene.Shape{Path: line, Stroke: scene.Stroke{Color: s.Look.Text, Width: 0.6}})
		c.Add(r.head.Text(r.id, scene.RoleSubheading, left, first))
		c.Add(r.text.Text(r.id+"/text", scene.RoleBody, left, r.y+r.head.Height+page.Base(text)))
	}
}
