package layouts

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
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
	parties  []splitParty
	segments []splitSegment
	total    []float64 // by party, % of the pool
	mekko    bool
	sized    bool // sizes were given
	rounded  bool
}

type splitParty struct {
	name  string
	color scene.Color
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
	s := &split{mekko: b.Words("kind") != "stacked"}
	var sizes []value.Value
	var cells [][]table.Cell
	if t := b.Table("data"); t != nil {
		first := 0
		if len(t.Columns) > 1 && s.sizeColumn(t.Columns[0].Name) {
			first = 1
		}
		for _, c := range t.Columns[first:] {
			s.parties = append(s.parties, splitParty{name: c.Name})
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
			s.parties = append(s.parties, splitParty{name: p.Words("name")})
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
	colourParties(k, b, s)
	s.addUp()
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
		s.mekko = false
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

// colourParties gives each party its pinned colour, else the series in order.
func colourParties(k *page.Composer, b *briefing.Block, s *split) {
	list := b.List("parties")
	next := 0
	for i := range s.parties {
		p := &s.parties[i]
		key := p.name
		if i < len(list) && list[i].Has("entity") {
			key = list[i].Words("entity")
		}
		if n := k.B.Entities[key]; n > 0 {
			p.color = k.Look.Series[n-1]
			continue
		}
		p.color = k.Look.Series[next%len(k.Look.Series)]
		next++
	}
}

// addUp computes what each party takes of the whole pool.
func (s *split) addUp() {
	s.total = make([]float64, len(s.parties))
	for _, g := range s.segments {
		for j, v := range g.shares {
			s.total[j] += v * g.size
		}
	}
}
