package scene

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// textBox is the area that a line's letters take: from 0.70 of the size above the baseline to 0.20 below it.
type textBox struct {
	Rect
	text     *Text
	line     int
	baseline Pt
	at       place
}

func (c *checker) text(t *Text, at place) {
	r := &c.report.Pages[c.at]
	r.Texts++
	if f := t.Frame; !finite(f.X, f.Y, f.W, f.H) {
		c.item(FaultNumber, label(t), Rect{}, "frame %v", f)
		return
	}
	for i := range t.Lines {
		c.line(t, i, at)
	}
	r.Lines += len(t.Lines)
}

func (c *checker) line(t *Text, n int, at place) {
	l := &t.Lines[n]
	var size Pt
	left, right := Pt(math.Inf(1)), Pt(math.Inf(-1))
	for i := range l.Runs {
		r := &l.Runs[i]
		if !finite(l.Baseline, r.X, r.Width, r.Size, r.Rise, r.Tracking) {
			c.item(FaultNumber, label(t), Rect{}, "line %d: baseline %v, run %q at %v, width %v, size %v", n+1, l.Baseline, r.Text, r.X, r.Width, r.Size)
			return
		}
		if r.Link != "" && !c.known(r.Link) {
			c.item(FaultLink, label(t), t.Frame, "leads to no item: %s", r.Link)
		}
		from, to := inked(r)
		if from >= to {
			continue
		}
		c.size(t, r, l)
		if r.Rise == 0 {
			size = max(size, r.Size)
		}
		left, right = min(left, from), max(right, to)
		if t.Role != RoleOrnament {
			c.runs = append(c.runs, painted{seq: c.seq, text: t, run: r, from: from, to: to, baseline: l.Baseline - r.Rise, clip: at.clip})
		}
	}
	if left >= right || t.Role == RoleOrnament {
		return
	}
	if size == 0 {
		size = l.Runs[0].Size
	}
	box := Rect{left, l.Baseline - boxAbove*size, right - left, (boxAbove + boxBelow) * size}
	if at.clip != nil && !at.clip.Inset(-frameSlack).Contains(box) {
		c.item(FaultFrame, label(t), box, "line %d is cut by a clip", n+1)
	}
	if in := t.Frame.Inset(-frameSlack); box.X+l.Hang < in.X || box.Right() > in.Right() || box.Y < in.Y || box.Bottom() > in.Bottom() {
		c.item(FaultFrame, label(t), box, "line %d (%.1f–%.1f × %.1f–%.1f) leaves its frame (%.1f–%.1f × %.1f–%.1f)", n+1,
			float64(box.X), float64(box.Right()), float64(box.Y), float64(box.Bottom()),
			float64(t.Frame.X), float64(t.Frame.Right()), float64(t.Frame.Y), float64(t.Frame.Bottom()))
	}
	ink := box // what a large numeral hangs by is its side bearing, which is wide in wide faces and has no ink
	ink.X, ink.W = box.X+l.Hang, box.W-l.Hang
	if safe := c.safe(t); !safe.Inset(-touch).Contains(ink) {
		c.item(FaultSafe, label(t), box, "line %d leaves the safe area", n+1)
	}
	c.boxes = append(c.boxes, textBox{box, t, n, l.Baseline, at})
}

// inked is where a run's letters begin and end: blanks at its ends take no ink.
func inked(r *Run) (from, to Pt) {
	from, to = r.X, r.X+r.Width
	chars := []rune(r.Text)
	if len(chars) != len(r.Adv) {
		if strings.TrimSpace(r.Text) == "" {
			return from, from
		}
		return from, to
	}
	em := r.Size / 1000
	for i := 0; i < len(chars) && isBlank(chars[i]); i++ {
		from += Pt(r.Adv[i])*em + r.Tracking
	}
	for i := len(chars) - 1; i >= 0 && isBlank(chars[i]); i-- {
		to -= Pt(r.Adv[i])*em + r.Tracking
	}
	return from, to
}

func isBlank(r rune) bool { return r == ' ' || r == 0xA0 || r == 0x202F || r == 0x3000 || r == 0x2009 }

// safe is the area that a text stays in. What says whose copy it is stands on a slide's edge, beneath all other words.
func (c *checker) safe(t *Text) Rect {
	r := Rect{W: c.deck.Size.W, H: c.deck.Size.H}.Inset(sideMargin)
	if c.deck.Medium == Slides {
		margin := Pt(footMargin)
		if t.Copy != "" && t.Role == RoleFurniture {
			margin = copyMargin
		}
		r.H = c.deck.Size.H - margin - r.Y
	}
	return r
}

// size holds a run's nominal size against the smallest allowed one.
func (c *checker) size(t *Text, r *Run, l *Line) {
	nominal := r.Size
	if r.Font.Han() {
		nominal /= hanScale
	}
	least := c.deck.Medium.Least()
	p := &c.report.Pages[c.at]
	if r.Rise != 0 {
		least = minRaised
	} else if p.Smallest == 0 || nominal < p.Smallest {
		p.Smallest = nominal
	}
	if nominal < least-0.01 {
		c.item(FaultSize, label(t), Rect{r.X, l.Baseline - r.Size, r.Width, r.Size}, "%q is set at %.2f pt, the least is %.1f", r.Text, float64(nominal), float64(least))
	}
}

// overlaps sweeps down the page: only boxes that share a height are compared.
func (c *checker) overlaps() {
	b := c.boxes
	slices.SortStableFunc(b, func(x, y textBox) int { return cmp.Or(cmp.Compare(x.Y, y.Y), cmp.Compare(x.X, y.X)) })
	for i := range b {
		for j := i + 1; j < len(b) && b[j].Y < b[i].Bottom(); j++ {
			c.pair(&b[i], &b[j])
		}
	}
}

// pair compares two boxes that share a height.
func (c *checker) pair(a, b *textBox) {
	shared := a.Intersect(b.Rect)
	both := func(kind, detail string) {
		x, y := label(a.text), label(b.text)
		if a.text == b.text {
			x, y = fmt.Sprintf("%s line %d", x, a.line+1), fmt.Sprintf("line %d", b.line+1)
		}
		c.fault(Fault{c.at + 1, kind, x, y, detail, a.Union(b.Rect)})
	}
	if shared.W > touch && shared.H > touch {
		both(FaultOverlap, fmt.Sprintf("they share %.1f × %.1f pt", float64(shared.W), float64(shared.H)))
		return
	}
	if a.text == b.text || math.Abs(float64(a.baseline-b.baseline)) > 1 {
		return
	}
	gap := max(a.X-b.Right(), b.X-a.Right())
	least := Pt(textGap)
	switch {
	case a.at.table != 0 && a.at.table == b.at.table:
		least = cellGap
	case a.at.chart != 0 && a.at.chart == b.at.chart:
		least = labelGap
	}
	if p := &c.report.Pages[c.at]; p.Gap == 0 || gap < p.Gap {
		p.Gap = gap
	}
	if gap < least-touch {
		both(FaultGap, fmt.Sprintf("%.1f pt apart on one baseline, the least is %.0f", float64(gap), float64(least)))
	}
}
