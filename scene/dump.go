package scene

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Dump writes a deck as text, one line an item and one a line of words, lengths rounded to 0.1 pt: the form in which golden
// files hold scenes. Everything that a reader would see or hear is in it; the order is the deck's own.
func Dump(w io.Writer, d *Deck) error {
	u := &dumper{w: bufio.NewWriter(w)}
	u.line("deck %s %s×%s look=%s", d.Medium, tenth(d.Size.W), tenth(d.Size.H), d.Look)
	u.line("meta title=%q author=%q subject=%q language=%s date=%s keywords=%q",
		d.Meta.Title, d.Meta.Author, d.Meta.Subject, d.Meta.Language, d.Meta.Date, strings.Join(d.Meta.Keywords, ", "))
	for _, b := range d.Bookmarks {
		u.line("bookmark %d %q → %s", b.Level, b.Title, b.Target)
	}
	for i := range d.Pages {
		u.page(&d.Pages[i])
	}
	return u.w.Flush()
}

// dumper writes indented lines; bufio keeps the first error until Flush.
type dumper struct {
	w     *bufio.Writer
	depth int
}

func (u *dumper) line(format string, args ...any) {
	for range u.depth {
		u.w.WriteString("  ")
	}
	fmt.Fprintf(u.w, format, args...)
	u.w.WriteByte('\n')
}

func (u *dumper) within(f func()) {
	u.depth++
	f()
	u.depth--
}

func (u *dumper) page(p *Page) {
	u.line("page %d id=%s layout=%s theme=%d background=%s title=%q", p.Number, p.ID, p.Layout, p.Theme, token(p.Background), p.Title)
	u.within(func() {
		u.items(p.Items)
		for _, n := range p.Notes {
			u.para("note", n)
		}
	})
}

func (u *dumper) para(kind string, p Para) {
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
	}
	marker := ""
	if p.Marker != "" || p.Depth > 0 {
		marker = fmt.Sprintf(" %q depth=%d", p.Marker, p.Depth)
	}
	u.line("%s%s %q", kind, marker, b.String())
}

func (u *dumper) items(items []Item) {
	for _, it := range items {
		u.item(it)
	}
}

func (u *dumper) item(it Item) {
	switch it := it.(type) {
	case *Text:
		u.text("text", it)
	case *Shape:
		u.line("shape %s", shape(it))
	case *Image:
		u.line("image%s %s %s %d×%d alt=%q", id(it.ID), frame(it.Frame), it.Format, it.Pixels[0], it.Pixels[1], it.Alt)
	case *Art:
		u.line("art%s %s %s alt=%q", id(it.ID), frame(it.Frame), tally(it.Marks), it.Alt)
	case *Group:
		s := "group " + string(it.Role) + id(it.ID)
		if it.List != "" {
			s += " list=" + it.List
		}
		if it.Clip != nil {
			s += " clip " + frame(*it.Clip)
		}
		if it.Alt != "" {
			s += fmt.Sprintf(" alt=%q", it.Alt)
		}
		u.line("%s", s)
		u.within(func() { u.items(it.Items) })
	case *Table:
		u.table(it)
	case *Chart:
		u.chart(it)
	default:
		u.line("unknown %T", it)
	}
}

func (u *dumper) text(kind string, t *Text) {
	s := fmt.Sprintf("%s %s%s %s", kind, t.Role, id(t.ID), frame(t.Frame))
	if t.Align != Left {
		s += [...]string{"", " right", " centre"}[min(t.Align, 2)]
	}
	if t.Lang != "" {
		s += " lang=" + t.Lang
	}
	if t.List != "" {
		s += " list=" + t.List
	}
	if t.Rest != "" {
		s += " rest=" + t.Rest
	}
	if t.Expand != "" {
		s += fmt.Sprintf(" expand=%q", t.Expand)
	}
	u.line("%s", s)
	u.within(func() {
		for _, p := range t.Paras {
			if p.Marker != "" || p.Depth > 0 {
				u.para("item", p)
			}
		}
		for i := range t.Lines {
			u.words(&t.Lines[i])
		}
	})
}

// words writes a line: where it stands, and each run's style where it differs from the run before.
func (u *dumper) words(l *Line) {
	var b strings.Builder
	fmt.Fprintf(&b, "%s,%s", tenth(l.X()), tenth(l.Baseline))
	if l.Hang != 0 {
		fmt.Fprintf(&b, " hang=%s", tenth(l.Hang))
	}
	last := ""
	for i := range l.Runs {
		r := &l.Runs[i]
		style := fmt.Sprintf("%s %s %s", r.Font, tenth(r.Size), token(r.Color))
		if r.Tracking != 0 {
			style += " tracking=" + strconv.FormatFloat(float64(r.Tracking), 'f', -1, 64)
		}
		if r.Rise != 0 {
			style += " rise=" + tenth(r.Rise)
		}
		if r.Link != "" {
			style += " → " + r.Link
		}
		if style != last {
			fmt.Fprintf(&b, " [%s]", style)
			last = style
		}
		fmt.Fprintf(&b, " %q", r.Text)
		if i > 0 {
			fmt.Fprintf(&b, "@%s", tenth(r.X))
		}
	}
	fmt.Fprintf(&b, " …%s", tenth(l.Right()))
	if l.Soft {
		b.WriteString(" soft")
	}
	u.line("%s", b.String())
}

// shape writes a short path point by point, a long one as its operators' number, chord length and frame.
func shape(s *Shape) string {
	var words []string
	say := func(format string, args ...any) { words = append(words, fmt.Sprintf(format, args...)) }
	at, length := 0, Pt(0)
	var pen, start Point
	for _, op := range s.Path.Ops {
		word := string("MLCZ"[op&3])
		for k := range [...]int{1, 1, 3, 0}[op&3] {
			if at < len(s.Path.Pts) {
				word += map[bool]string{true: " "}[k > 0] + tenth(s.Path.Pts[at].X) + "," + tenth(s.Path.Pts[at].Y)
			}
			at++
		}
		to := start
		if op != Close && at > 0 && at <= len(s.Path.Pts) {
			to = s.Path.Pts[at-1]
		}
		if op == MoveTo {
			start = to
		} else {
			length += Pt(math.Hypot(float64(to.X-pen.X), float64(to.Y-pen.Y)))
		}
		pen = to
		words = append(words, word)
	}
	if n := len(s.Path.Ops); n > 6 {
		words = words[:0]
		say("%d operators, %s long, in %s", n, tenth(length), frame(s.Path.Bounds()))
	}
	if f := s.Fill; !f.Color.None() && f.To.None() {
		say("fill=%s", token(f.Color))
	} else if !f.Color.None() {
		say("fill=%s…%s", token(f.Color), token(f.To))
		if f.Vertical {
			say("down")
		}
	}
	if p := s.Stroke; !p.Color.None() {
		say("stroke=%s %s", token(p.Color), strconv.FormatFloat(float64(p.Width), 'f', -1, 64))
		for i, v := range p.Dash {
			if i == 0 {
				say("dash %s", tenth(v))
			} else {
				words[len(words)-1] += "-" + tenth(v)
			}
		}
		if p.Round {
			say("round")
		}
	}
	if s.Alt != "" {
		say("alt=%q", s.Alt)
	}
	return strings.Join(words, " ")
}

// tally says how much there is of a drawing that others made, and in how many colours.
func tally(marks []Mark) string {
	paths, points, colors := 0, 0, map[Color]bool{}
	var count func([]Mark)
	count = func(marks []Mark) {
		for i := range marks {
			m := &marks[i]
			count(m.Parts)
			if len(m.Path.Ops) > 0 {
				paths++
			}
			points += len(m.Path.Pts)
			for _, ink := range []Ink{m.Fill, m.Pen.Ink} {
				if !ink.Color.None() {
					colors[ink.Color] = true
				}
			}
		}
	}
	count(marks)
	return fmt.Sprintf("%d paths, %d points, %d colours", paths, points, len(colors))
}

func (u *dumper) table(t *Table) {
	s := fmt.Sprintf("table%s %s part=%d/%d title=%q", id(t.ID), frame(t.Frame), t.Part[0], t.Part[1], t.Title)
	if t.Alt != "" {
		s += fmt.Sprintf(" alt=%q", t.Alt)
	}
	u.line("%s", s)
	u.within(func() {
		for _, c := range t.Columns {
			u.line("column %s+%s %s", tenth(c.X), tenth(c.W), [...]string{"left", "right", "centre"}[min(c.Align, 2)])
		}
		for i := range t.Rules {
			u.line("rule %s", shape(&t.Rules[i]))
		}
		for part, rows := range [2][][]Cell{t.Head, t.Rows} {
			for _, row := range rows {
				u.line("%s", [...]string{"head", "row"}[part])
				u.within(func() {
					for i := range row {
						u.cell(&row[i])
					}
				})
			}
		}
	})
}

func (u *dumper) cell(c *Cell) {
	kind := "cell"
	if c.Header {
		kind = "header"
	}
	if c.Span > 1 {
		kind += fmt.Sprintf(" span=%d", c.Span)
	}
	if !c.Fill.None() {
		kind += " fill=" + token(c.Fill)
	}
	u.text(kind, &c.Text)
	u.within(func() { u.items(c.Marks) })
}

// chart writes the numbers as they are known and printed, then the drawing.
func (u *dumper) chart(c *Chart) {
	u.line("chart %s%s %s title=%q unit=%q native=%v", c.Kind, id(c.ID), frame(c.Frame), c.Title, c.Unit, c.Plot != nil)
	u.within(func() {
		u.line("alt %q", c.Alt)
		for _, a := range c.Axes {
			var ticks []string
			for _, t := range a.Ticks {
				ticks = append(ticks, fmt.Sprintf("%s=%q", number(t.Value), t.Label))
			}
			u.line("axis %s %s–%s log=%v format=%q %s", a.Name, number(a.Min), number(a.Max), a.Log, a.Format, strings.Join(ticks, " "))
		}
		if len(c.Data.Categories) > 0 {
			u.line("categories %q %q", c.Data.Corner, c.Data.Categories)
		}
		for _, s := range c.Data.Series {
			var values []string
			for _, v := range s.Values {
				switch {
				case v.Missing:
					values = append(values, "missing")
				case v.Low == v.High:
					values = append(values, fmt.Sprintf("%s=%q", number(v.Low), v.Text))
				default:
					values = append(values, fmt.Sprintf("%s…%s=%q", number(v.Low), number(v.High), v.Text))
				}
			}
			u.line("series %q %s %s: %s", s.Name, s.Role, token(s.Color), strings.Join(values, " "))
		}
		u.items(c.Drawing)
	})
}

func id(s string) string {
	if s == "" {
		return ""
	}
	return " #" + s
}

func frame(r Rect) string {
	return fmt.Sprintf("(%s,%s %s×%s)", tenth(r.X), tenth(r.Y), tenth(r.W), tenth(r.H))
}

// token names a colour; one without a token paints nothing.
func token(c Color) string {
	if c.None() {
		return "none"
	}
	return c.Token
}

// tenth rounds to 0.1 pt. There is no minus zero.
func tenth(v Pt) string {
	r := math.Round(float64(v)*10) / 10
	if r == 0 {
		r = 0
	}
	return strconv.FormatFloat(r, 'f', -1, 64)
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }
