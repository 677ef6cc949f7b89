package charts

import (
	"cmp"
	"slices"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// form is the shape of table that a kind draws.
type form uint8

const (
	matrixForm form = iota // categories × columns of numbers
	spanForm               // {name, from, to} or one column of ranges
	pairForm               // {name, from, to}, two numbers
	pointForm              // {name, x, y, size}
	stepForm               // {name, start, end, status}
)

// read reads the spec's table as its kind needs it. Bad cells are reported at their own place.
func read(s *Chart, l *diag.List) *numbers {
	n := &numbers{}
	n.cal = s.Table.Calendar
	n.corner = s.Table.Corner
	switch s.Is.form {
	case spanForm:
		n.judgeSpans(s, l)
	case pairForm:
		n.judgePairs(s, l)
	case pointForm:
		n.judgePoints(s, l)
	case stepForm:
		n.judgeSteps(s, l)
	default:
		n.judgeMatrix(s, l)
	}
	return n
}

// columnsOf are the indexes of the columns to draw: y as given, else all but x and size.
func (s *Chart) columnsOf(l *diag.List) []int {
	t := s.Table
	if len(s.Y) > 0 {
		var out []int
		for _, name := range s.Y {
			if i := s.column(name, "y", l); i >= 0 {
				out = append(out, i)
			}
		}
		return out
	}
	var out []int
	for i, c := range t.Columns {
		if s.X != "" && same(c.Name, s.X) || s.Size != "" && same(c.Name, s.Size) && !s.Is.widths {
			continue
		}
		out = append(out, i)
	}
	return out
}

// column finds a column by name, or reports that there is none.
func (s *Spec) column(name, key string, l *diag.List) int {
	var names []string
	for i, c := range s.Table.Columns {
		if same(c.Name, name) {
			return i
		}
		names = append(names, c.Name)
	}
	l.Error(s.place(key), "E-REF", or(diag.DidYouMean(name, names), "the columns are: "+strings.Join(names, ", ")), "the data have no column %q", name)
	return -1
}

func same(a, b string) bool { return strings.EqualFold(strings.TrimSpace(a), strings.TrimSpace(b)) }

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// categories names the rows: by the first column, or by the column that x names.
func (n *numbers) categories(s *Spec, l *diag.List) {
	t := s.Table
	n.cats = make([]category, len(t.Rows))
	x := -1
	if s.X != "" && !same(s.X, t.Corner) {
		if x = s.column(s.X, "x", l); x >= 0 {
			n.corner = t.Columns[x].Name
		}
	}
	for i := range t.Rows {
		r := &t.Rows[i]
		n.cats[i].name, n.cats[i].at = r.Name, &r.At
		if x >= 0 && x < len(r.Cells) {
			n.cats[i].name, n.cats[i].at = strings.TrimSpace(r.Cells[x].Text), &r.Cells[x].At
		}
	}
}

// inOrder sorts the rows along time or along a numeric x. Where periods overlap (H1, H2 and the year), points stand at their
// middles and bars in the order in which the periods end.
func (n *numbers) inOrder() {
	at := func(i int) float64 {
		if n.dated && !n.timed && !n.clocked {
			return float64(n.cats[i].date.To())
		}
		return n.cats[i].x
	}
	order := make([]int, len(n.cats))
	sorted := true
	for i := range order {
		order[i] = i
		sorted = sorted && (i == 0 || at(i-1) <= at(i))
	}
	if sorted {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(at(a), at(b)) })
	cats := make([]category, len(n.cats))
	for i, j := range order {
		cats[i] = n.cats[j]
	}
	n.cats = cats
	for k := range n.cols {
		cells := make([]cell, len(order))
		for i, j := range order {
			cells[i] = n.cols[k].cells[j]
		}
		n.cols[k].cells = cells
	}
}

// judgeMatrix reads categories × columns of numbers.
func (n *numbers) judgeMatrix(s *Chart, l *diag.List) {
	n.categories(&s.Spec, l)
	cols := s.columnsOf(l)
	n.sample = len(s.Table.Rows)*len(cols) > maxSample
	n.readCells(&s.Spec, cols, l)
	n.readDates(&s.Spec, l)
	if !n.dated && s.Is.timed {
		n.readPositions()
	}
	if n.dated || n.timed {
		n.timed = s.Is.timed
		n.inOrder()
	}
	if s.Is.widths { // they have a unit of their own
		n.takeWidth(&s.Spec)
		if n.width != nil {
			one := numbers{cols: []column{*n.width}}
			one.oneScale(value.Unit{}, s.Format, l)
			n.width = &one.cols[0]
		}
	}
	if s.Is.whole {
		n.sharesOfUnit(&s.Spec)
	}
	n.oneScale(s.Table.Unit, s.Format, l)
}

// sharesOfUnit gives parts of a whole the % that their chart (its unit or its measure) or their column says once: 40, 35 and 22 are 97%, not parts
// to be made a hundred.
func (n *numbers) sharesOfUnit(s *Spec) {
	said := s.Unit + " " + s.Measure
	if len(n.cols) == 1 {
		said += " " + n.cols[0].name
	}
	if n.sample || !saysPercent(said) {
		return
	}
	for _, col := range n.cols {
		for _, c := range col.cells {
			if !c.missing && !c.value.Unit.IsZero() {
				return
			}
		}
	}
	for _, col := range n.cols {
		for _, c := range col.cells {
			if !c.missing {
				c.value.Unit.Kind = value.Percent
			}
		}
	}
}

func saysPercent(text string) bool {
	text = strings.ToLower(text)
	return strings.ContainsAny(text, "%％") || slices.ContainsFunc([]string{"percent", "per cent", "prozent", "pour cent", "por ciento", "百分比"},
		func(word string) bool { return strings.Contains(text, word) })
}

// readPositions recognises a first column of plain numbers: the x of a line.
func (n *numbers) readPositions() {
	for i := range n.cats {
		v, ok := plainNumber(strings.ReplaceAll(strings.TrimSpace(n.cats[i].name), ",", ""))
		if !ok {
			return
		}
		n.cats[i].x = v
	}
	n.timed = len(n.cats) > 1
}

// readCells judges the cells of some columns. A column of words only is one error, not one for each cell.
func (n *numbers) readCells(s *Spec, cols []int, l *diag.List) {
	t := s.Table
	for _, j := range cols {
		c := column{name: t.Columns[j].Name, at: t.Columns[j].At, cells: make([]cell, len(t.Rows))}
		if d, err := n.cal.ParseDate(strings.TrimSpace(c.name)); err == nil {
			c.estimate = d.Estimate()
		}
		var own diag.List
		wrong, filled := 0, 0
		for i := range t.Rows {
			r := &t.Rows[i]
			if j >= len(r.Cells) {
				c.cells[i] = cell{missing: true, blank: true, at: &r.At, value: &value.Value{State: value.Unknown}}
				continue
			}
			before := own.Len()
			c.cells[i] = n.readCell(&r.Cells[j], t.UnitOf(r), &own)
			if strings.TrimSpace(r.Cells[j].Text) != "" || r.Cells[j].Value != nil {
				filled++
			}
			if own.Len() > before {
				wrong++
			}
		}
		if wrong > 0 && wrong == filled && len(cols) > 1 {
			l.Error(c.at, "E-CHART", "name the columns to draw: y: ["+strings.Join(numeric(t, cols, j), ", ")+"]", "column %q holds words, not numbers", c.name)
			continue
		}
		l.Merge(&own)
		n.cols = append(n.cols, c)
	}
}

func (n *numbers) readCell(c *table.Cell, u value.Unit, l *diag.List) cell {
	if n.sample && c.Value == nil {
		if v, ok := plainNumber(c.Plain()); ok {
			if n.plain == nil || n.plain.Unit != u {
				n.plain = &value.Value{Unit: u}
			}
			text := c.Text
			if text != "" && text[0] == '-' {
				text = "−" + text[1:]
			}
			return cell{lo: v, hi: v, at: &c.At, text: text, value: n.plain}
		}
		d := judgeCell(c, u, l)
		d.text = strings.TrimSpace(c.Text)
		return d
	}
	return judgeCell(c, u, l)
}

// numeric are the names of the other columns that begin with a number.
func numeric(t *table.Table, cols []int, but int) []string {
	var out []string
	for _, j := range cols {
		if j == but || len(t.Rows) == 0 || j >= len(t.Rows[0].Cells) {
			continue
		}
		if _, err := t.Rows[0].Cells[j].Read(t.UnitOf(&t.Rows[0])); err == nil {
			out = append(out, t.Columns[j].Name)
		}
	}
	return out
}

// judgeSpans reads one interval a row: a column of values, or two columns, from and to.
func (n *numbers) judgeSpans(s *Chart, l *diag.List) {
	n.categories(&s.Spec, l)
	cols := s.columnsOf(l)
	n.readCells(&s.Spec, cols, l)
	switch {
	case len(n.cols) == 2:
		from, to := n.cols[0], n.cols[1]
		name := from.name + " to " + to.name
		joined := column{name: name, at: from.at, cells: make([]cell, len(n.cats))}
		for i := range joined.cells {
			joined.cells[i] = join(from.cells[i], to.cells[i], l)
		}
		n.cols = []column{joined}
	case len(n.cols) != 1 && l != nil:
		s.wrongShape(l, len(n.cols))
		n.cols = nil
	}
	n.oneScale(s.Table.Unit, s.Format, l)
}

// join makes an interval of two ends; a missing end leaves it open.
func join(from, to cell, l *diag.List) cell {
	if from.missing && to.missing {
		return from
	}
	v := *from.value
	if from.missing {
		v = *to.value
		v.Lo = value.End{Inf: true}
	} else if to.missing {
		v.Hi = value.End{Inf: true}
	} else {
		w := *to.value
		if value.SameUnit(v.Unit, w.Unit) || v.Unit.IsZero() {
			if v.Unit.IsZero() {
				v.Unit = w.Unit
			}
			w = w.In(v.Unit.Scale)
		}
		v.Hi, v.About, v.Year = w.Hi, v.About || w.About, v.Year && w.Year
		if !v.Lo.Inf && !v.Hi.Inf && v.Lo.N.GreaterThan(v.Hi.N) {
			l.Error(*to.at, "E-CHART", "write the smaller number in the first column", "this range ends below its beginning: %s to %s", from.value.String(), to.value.String())
			v.Lo, v.Hi = v.Hi, v.Lo
		}
	}
	v.Words = ""
	c := cell{value: &v, at: from.at}
	c.lo, c.hi = v.Floats()
	return c
}

// judgePairs reads two numbers a row, of two columns or of the ends of one column of ranges.
func (n *numbers) judgePairs(s *Chart, l *diag.List) {
	n.categories(&s.Spec, l)
	n.readCells(&s.Spec, s.columnsOf(l), l)
	if len(n.cols) == 1 {
		c := n.cols[0]
		low, high := column{name: "from", at: c.at}, column{name: "to", at: c.at}
		for _, v := range c.cells {
			a, b := v, v
			if v.span() {
				from, to := v.value.Low(), v.value.High()
				a.value, b.value = &from, &to
				a.hi, b.lo = a.lo, b.hi
			}
			low.cells, high.cells = append(low.cells, a), append(high.cells, b)
		}
		n.cols = []column{low, high}
	}
	n.readDates(&s.Spec, l)
	n.oneScale(s.Table.Unit, s.Format, l)
}

// judgePoints reads x, y and size; each has a unit of its own.
func (n *numbers) judgePoints(s *Chart, l *diag.List) {
	t := s.Table
	const free = -2
	want := []int{free, free}
	if s.Size != "" {
		want = append(want, s.column(s.Size, "size", l))
	} else if s.Is.sized {
		want = append(want, free)
	}
	if s.X != "" && !same(s.X, t.Corner) {
		want[0] = s.column(s.X, "x", l)
	}
	if len(s.Y) > 0 {
		want[1] = s.column(s.Y[0], "y", l)
	}
	for k := range want {
		for j := 0; want[k] == free && j < len(t.Columns); j++ {
			if !slices.Contains(want, j) {
				want[k] = j
			}
		}
		if want[k] < 0 {
			want = want[:k]
			break
		}
	}
	n.cats = make([]category, len(t.Rows))
	for i := range t.Rows {
		n.cats[i].name, n.cats[i].at = t.Rows[i].Name, &t.Rows[i].At
	}
	n.sample = len(t.Rows) > maxSample
	n.readCells(&s.Spec, want, l)
	for k := range n.cols { // each axis has its own scale and unit
		one := numbers{cols: n.cols[k : k+1], sample: n.sample}
		one.oneScale(value.Unit{}, s.Format, l)
		n.cols[k].unit, n.cols[k].places, n.cols[k].years = one.unit, one.places, one.years
	}
}
