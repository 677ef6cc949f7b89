package charts

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// numbers is a table judged for drawing: one unit and one scale for all values, dates recognised, labels printed.
type numbers struct {
	corner  string
	cal     value.Calendar
	cats    []category
	cols    []column
	steps   []step       // gantt: one a row
	width   *column      // mekko: the sizes
	plain   *value.Value // what the plain numbers of a large table share
	unit    value.Unit
	places  int  // decimals that all labels share
	years   bool // the values are years: no mark parts their digits
	dated   bool // categories are dates
	clocked bool // … and times of days
	ordered bool // categories are no dates, but have an order of their own: Year 1, 18–34
	timed   bool // positions are true to time or to their number: at is set
	sample  bool // more than a thousand rows: texts are as typed
}

// category is one row.
type category struct {
	name string
	at   *diag.Span
	date *value.Date // nil unless all categories are dates
	x    float64     // days, or the number itself, when timed
}

// column is one series.
type column struct {
	name     string
	at       diag.Span
	cells    []cell
	unit     value.Unit // scatter, bubble: of this axis
	places   int        // … and its decimals
	years    bool       // … and whether it counts years
	words    []string   // gantt: status
	estimate bool       // its name is a period that is an estimate: 2025E
}

// cell is one judged number. lo and hi are equal for a plain number and infinite where an end is not known.
type cell struct {
	lo, hi  float64
	missing bool
	blank   bool         // missing, and nothing was typed
	value   *value.Value // in the table's scale; shared by the plain numbers of large tables
	text    string       // the label
	at      *diag.Span
}

// point is where a line goes through, or a bar ends: the known end of a bound, the middle of a range.
func (c cell) point() float64 {
	switch {
	case c.missing:
		return math.NaN()
	case math.IsInf(c.hi, 1):
		return c.lo
	case math.IsInf(c.lo, -1):
		return c.hi
	case c.lo == c.hi:
		return c.lo
	}
	return c.lo/2 + c.hi/2
}

func (c cell) exact() bool { return !c.missing && c.lo == c.hi }
func (c cell) floor() bool { return !c.missing && finite(c.lo) && math.IsInf(c.hi, 1) }  // >50, >=50
func (c cell) ceil() bool  { return !c.missing && math.IsInf(c.lo, -1) && finite(c.hi) } // <5, <=3
func (c cell) span() bool  { return !c.missing && finite(c.lo) && finite(c.hi) && c.lo < c.hi }
func (c cell) about() bool { return c.value != nil && c.value.About }

// logarithmic says that a log scale has a place for each known end.
func (c cell) logarithmic() bool {
	if finite(c.lo) {
		return c.lo > 0
	}
	return c.hi > 0
}

func (n *numbers) col(name string) int {
	for i := range n.cols {
		if strings.EqualFold(strings.TrimSpace(n.cols[i].name), strings.TrimSpace(name)) {
			return i
		}
	}
	return -1
}

// cat finds a category by its name; a date also by any other spelling of the same date.
func (n *numbers) cat(name string) int {
	if name = strings.TrimSpace(name); name == "" { // asked for every mark of a chart without a highlight
		return -1
	}
	for i, c := range n.cats {
		if strings.EqualFold(strings.TrimSpace(c.name), name) {
			return i
		}
	}
	for i, c := range n.cats { // "Mid-March" names "Mid-March (domestic average)" when no other row begins so
		head, _ := gloss(c.name)
		if strings.EqualFold(head, name) {
			return i
		}
	}
	if n.dated {
		if d, err := n.cal.ParseDate(name); err == nil {
			for i, c := range n.cats {
				if c.date.Same(d) {
					return i
				}
			}
		}
	}
	return -1
}

// gloss splits "GPT-4 (mid-March)" into a name and what is said of it.
func gloss(name string) (head, tail string) {
	name = strings.TrimSpace(name)
	if i := strings.LastIndexByte(name, '('); i > 0 && strings.HasSuffix(name, ")") {
		return strings.TrimSpace(name[:i]), name[i+1 : len(name)-1]
	}
	return name, ""
}

// hull is the smallest interval around all finite ends of the values.
func (n *numbers) hull() (h hull) {
	for _, c := range n.cols {
		for _, v := range c.cells {
			if !v.missing {
				h.add(v.lo, v.hi)
			}
		}
	}
	return h
}

// least is the smallest value drawn.
func (n *numbers) least() float64 {
	least := math.Inf(1)
	for _, c := range n.cols {
		for _, v := range c.cells {
			if !v.missing {
				least = min(least, v.point())
			}
		}
	}
	return least
}

// maxSample is the size above which cells are read fast and keep their typed text.
const maxSample = 2000

// judgeCell reads one cell as a value. unit is what the cell has where it names none itself.
func judgeCell(c *table.Cell, unit value.Unit, l *diag.List) cell {
	out := cell{at: &c.At}
	v, ok := value.Value{}, true
	if c.Value != nil {
		v = *c.Value
	} else {
		text := strings.TrimSpace(c.Text)
		if text == "" {
			out.missing, out.blank, out.value = true, true, &value.Value{State: value.Unknown}
			return out
		}
		parsed, err := c.Read(unit)
		if err != nil {
			report(l, c.At, value.CodeOf(err, "E-VALUE"), text, err)
			ok = false
		}
		v = parsed
	}
	if ok {
		united, err := v.WithUnit(unit)
		if err != nil {
			report(l, c.At, "E-UNIT", c.Text, err)
		} else {
			v = united
		}
	}
	v.At = c.At
	out.value = &v
	if !ok || v.State != value.Known || v.Lo.Inf && v.Hi.Inf {
		out.missing = true
		if !ok {
			out.value.State = value.Unknown
		}
		return out
	}
	out.lo, out.hi = v.Floats()
	if math.IsNaN(out.lo) || math.IsNaN(out.hi) || math.Abs(out.lo) > 1e300 && !v.Lo.Inf || math.Abs(out.hi) > 1e300 && !v.Hi.Inf {
		l.Error(c.At, "E-VALUE", "use a scale: bn, trn", "a number this large cannot be drawn")
		out.missing = true
	}
	return out
}

func report(l *diag.List, at diag.Span, code, text string, err error) {
	var fault *value.DateError
	if errors.As(err, &fault) {
		code = fault.Code
	}
	var se *value.SyntaxError
	if errors.As(err, &se) {
		se.Report(l, at, code, text)
		return
	}
	l.Error(at, code, "", "%s", err.Error())
}

// plainNumber reads "-12.5" without the machinery of the value grammar, for tables of many thousand rows.
func plainNumber(s string) (float64, bool) {
	if s == "" || len(s) > 17 {
		return 0, false
	}
	dot := false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case '0' <= c && c <= '9', c == '-' && i == 0 && len(s) > 1:
		case c == '.' && !dot && i > 0 && i+1 < len(s) && s[i-1] != '-':
			dot = true
		default:
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// oneScale counts all values in one scale, the unit's own where the table names one, else the largest in use, and prints
// their labels. Values that cannot be added or compared are an error: a chart has one value axis.
func (n *numbers) oneScale(tab value.Unit, f value.Format, l *diag.List) {
	if n.unitOfAnother(l) {
		n.cols = nil // nothing more can be said of them
		return
	}
	var first *cell
	scale := tab.Scale
	for k := range n.cols {
		for i := range n.cols[k].cells {
			c := &n.cols[k].cells[i]
			if c.missing {
				continue
			}
			u := c.value.Unit
			switch {
			case first == nil:
				first = c
				n.unit = u
				if scale == "" {
					scale = u.Scale
				}
			case u.IsZero() && n.sample:
			case u.IsZero() && !n.unit.IsZero():
				c.value.Unit = n.unit // 20%, 30, 40: the sign stands once
			case n.unit.IsZero() && !u.IsZero():
				n.unit = u
				if scale == "" {
					scale = u.Scale
				}
			case !value.SameUnit(n.unit, u):
				l.Error(*c.at, "E-UNIT", "a chart has one value axis: make two charts, or an index (first value = 100)",
					"%q cannot stand beside %q", label(u), label(n.unit))
				c.missing = true
				continue
			case tab.Scale == "" && larger(u.Scale, scale):
				scale = u.Scale
			}
		}
	}
	if first == nil {
		n.unit = tab
		return
	}
	if scale == "" && !n.sample {
		scale = n.tellLong()
	}
	var values []value.Value
	for k := range n.cols {
		for i := range n.cols[k].cells {
			c := &n.cols[k].cells[i]
			if !c.missing && !n.sample {
				if c.value.Unit.IsZero() {
					c.value.Unit = n.unit
				}
				values = append(values, *c.value)
				if c.value.Unit.Scale != scale {
					moved := c.value.In(scale)
					c.value = &moved
					c.lo, c.hi = c.value.Floats()
				}
				n.places = max(n.places, places(*c.value))
			}
			if c.missing && !n.sample {
				values = append(values, *c.value)
			}
		}
	}
	n.unit.Scale = scale
	n.years = true
	for k := range n.cols {
		n.cols[k].years = n.cols[k].ofYears()
		n.years = n.years && n.cols[k].years
	}
	if n.sample {
		return
	}
	texts := value.FormatAll(values, f)
	for k := range n.cols {
		column := texts[:len(n.cols[k].cells)]
		if n.cols[k].years && !n.years { // founded 2019, with 1,200 people
			column = value.FormatAll(values[:len(column)], f)
		}
		for i := range column {
			n.cols[k].cells[i].text = column[i]
		}
		texts, values = texts[len(column):], values[len(column):]
	}
}

// ofYears says that all values of a column are years. Cells of a large table share their value: there the number decides.
func (c *column) ofYears() bool {
	some := false
	for i := range c.cells {
		v := &c.cells[i]
		switch {
		case v.missing:
			continue
		case v.value.Year || v.value.Unit.IsZero() && v.value.Lo.N.IsZero() && v.lo == v.hi && v.lo == math.Trunc(v.lo) && v.lo >= 1900 && v.lo <= 2100:
			some = true
		default:
			return false
		}
	}
	return some
}

// tellLong counts numbers that are too long to read in a scale, and returns it.
func (n *numbers) tellLong() string {
	var cells []*cell
	var values []value.Value
	for k := range n.cols {
		for i := range n.cols[k].cells {
			if c := &n.cols[k].cells[i]; !c.missing {
				cells, values = append(cells, c), append(values, *c.value)
			}
		}
	}
	told, scale := value.TellLong(values)
	if scale != "" {
		for i, c := range cells {
			c.value = &told[i]
			c.lo, c.hi = told[i].Floats()
		}
	}
	return scale
}

// unitOfAnother reports a column without any unit beside one that has its own: 120 beside 25.3% is no percentage. Within a
// column the sign may stand once, and nought is nought in every unit.
func (n *numbers) unitOfAnother(l *diag.List) bool {
	var bare, signed *cell
	var name string
	for _, c := range n.cols {
		var plain *cell
		unit := false
		for i := range c.cells {
			v := &c.cells[i]
			switch {
			case v.missing || v.value == nil:
			case !v.value.Unit.IsZero():
				unit = true
				if signed == nil {
					signed = v
				}
			case plain == nil && (v.lo != 0 || v.hi != 0):
				plain = v
			}
		}
		if !unit && plain != nil && bare == nil {
			bare, name = plain, c.name
		}
	}
	if bare == nil || signed == nil {
		return false
	}
	l.Error(*bare.at, "E-UNIT", "write the unit in this column too, or make two charts: a chart has one value axis",
		"the numbers of %q have no unit and cannot stand beside %q", name, label(signed.value.Unit))
	return true
}

func label(u value.Unit) string {
	if u.IsZero() {
		return "a plain number"
	}
	return u.String()
}

// larger says that scale a counts more than scale b.
func larger(a, b string) bool {
	order := []string{"bps", "", "k", "万", "m", "亿", "bn", "trn", "万亿"}
	at := func(s string) int {
		for i, o := range order {
			if o == s {
				return i
			}
		}
		return 0
	}
	return at(a) > at(b)
}

// places is the number of decimals of a typed value.
func places(v value.Value) int {
	if v.Places > 0 {
		return int(v.Places) - 1
	}
	n := 0
	for _, e := range []value.End{v.Lo, v.Hi} {
		if !e.Inf {
			n = max(n, int(-e.N.Exponent()))
		}
	}
	if v.Computed {
		n = min(n, 1)
	}
	return n
}
