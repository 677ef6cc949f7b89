package page

import (
	"slices"

	"roadshow/scene"
	"roadshow/typeset"
)

// furniture draws tracker and footer: quiet, and always in the same place. It is an artifact: no format
// reads it as content.
func (k *Composer) furniture(c *Canvas, theme, number int) {
	g := k.Grid
	c.Group(&scene.Group{Role: scene.RoleFurniture}, func(c *Canvas) {
		k.trackerLine(c, tracker{theme: theme, left: g.Left, right: g.Right, y: g.TrackRule, base: g.TrackBase, gap: 5, weight: 0.6, now: 2,
			label: k.St.Tracker, labelNow: k.St.TrackerNow})
		c.Add(Rule(g.Left, g.FootRule, g.Width(), 0.6, k.Look.Rule))
		k.footerLine(c, footer{number: number, left: g.Left, right: g.Right, base: g.FootBase, words: k.St.Footer, folio: k.St.Folio})
	})
}

// tracker is the line at the head of a page that says where in the story it stands: one segment a theme.
type tracker struct {
	theme           int // current theme, 0: none
	left, right     scene.Pt
	y, base         scene.Pt // rule and label baseline
	gap             scene.Pt
	weight, now     scene.Pt // of the other segments and the current one
	label, labelNow scene.Style
}

// trackLabel is a theme's name under its segment.
type trackLabel struct {
	set typeset.Block
	x   scene.Pt
	now bool
}

func (k *Composer) trackerLine(c *Canvas, t tracker) {
	n := len(k.B.Themes)
	if n == 0 {
		return
	}
	w := (t.right - t.left - t.gap*scene.Pt(n-1)) / scene.Pt(n)
	step := w + t.gap
	marked := make([]int, n)
	for i := range marked {
		marked[i] = i
	}
	if w < 2*t.gap {
		// More themes than the line can part: one rule for all, so that many themes cost a page no more than few, and on it
		// the current one, which stays as wide as can be seen.
		c.Add(Rule(t.left, t.y, t.right-t.left, t.weight, k.Look.Rule))
		w = 2 * t.gap
		step = (t.right - t.left - w) / scene.Pt(n-1)
		marked = marked[:0]
		if t.theme > 0 {
			marked = slices.Compact([]int{0, t.theme - 1, n - 1})
		}
	}
	var labels []trackLabel
	for _, i := range marked {
		x := t.left + scene.Pt(i)*step
		now := i+1 == t.theme
		st := t.label
		switch {
		case now:
			c.Add(Rule(x, t.y, w, t.now, k.Look.Accent))
			st = t.labelNow
		case len(marked) == n:
			c.Add(Rule(x, t.y, w, t.weight, k.Look.Rule))
		}
		if t.theme == 0 || n > 7 && !now && i > 0 && i < n-1 {
			continue
		}
		b := k.Fonts.Set([]scene.Span{{Text: Itoa(i+1) + WideGap + k.B.Themes[i].Name, Style: st}}, typeset.Options{Break: typeset.NoBreak, Width: w})
		if b.Width > w && (i == n-1 || now) {
			x = min(x, t.right-b.Width)
		} else if b.Width > w {
			continue
		}
		labels = append(labels, trackLabel{b, x, now})
	}
	// Where two labels would meet, the current theme's stays.
	for i, l := range labels {
		meets := false
		for j, o := range labels {
			meets = meets || i != j && o.now && l.x < o.x+o.set.Width+6 && o.x < l.x+l.set.Width+6
		}
		if !meets {
			c.Add(l.set.Text("", scene.RoleFurniture, l.x, t.base))
		}
	}
}

// footer is the line at the foot of a page: publication and edition, confidentiality, folio.
type footer struct {
	number            int // 0: none
	left, right, base scene.Pt
	words, folio      scene.Style
}

func (k *Composer) footerLine(c *Canvas, f footer) {
	folio := k.Line(Itoa(f.number), f.folio)
	if f.number > 0 {
		c.Add(folio.Text("", scene.RoleFurniture, f.right-folio.Width, f.base))
	}
	field, left := "publication", k.B.Publication
	if left == "" {
		field, left = "title", k.B.Title.String()
	}
	if k.B.Brand != nil && k.B.Brand.Footer != "" {
		field, left = "brand", k.B.Brand.Footer
	} else if k.B.Edition != "" {
		left += WideGap + "·" + WideGap + k.B.Edition
	}
	if k.B.Audience != "" {
		left += WideGap + "·" + WideGap + k.B.Audience
	}
	if s := k.status(); s != "" {
		left = s + WideGap + "·" + WideGap + left
	}
	if k.B.Brand != nil && k.B.Brand.LogoAll {
		if w := k.footLogo(c, f); w > 0 {
			f.left += w + 10
		}
	}
	// As far from the edge beside a folio of one digit as beside one of two: furniture does not move.
	end := f.right - max(folio.Width, k.Line("00", f.folio).Width) - 14
	foot, conf := k.Line(left, f.words), k.Line(k.B.Confidentiality, f.words)
	if f.left+foot.Width+12+conf.Width >= end { // the embedded face is narrower than a brand's may be
		narrow := f.words.In(f.words.Font.BuiltIn())
		foot, conf = k.Line(left, narrow), k.Line(k.B.Confidentiality, narrow)
	}
	c.Add(foot.Text("", scene.RoleFurniture, f.left, f.base))
	if f.left+foot.Width > end {
		k.tooWide(field, f.left+foot.Width-end)
		return
	}
	if k.B.Confidentiality != "" {
		if x := end - conf.Width; x > f.left+foot.Width+12 {
			c.Add(conf.Text("", scene.RoleFurniture, x, f.base))
		} else {
			k.L.Error(k.B.PlaceOf("confidentiality"), "E-FIT", "shorten publication, edition or confidentiality", "the footer has no room for %q", k.B.Confidentiality)
		}
	}
}
