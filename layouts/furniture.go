package layouts

import (
	"strconv"

	"roadshow/scene"
	"roadshow/typeset"
)

// furniture draws tracker and footer: quiet, and always in the same place (DESIGN.md §1.4). It is an artifact: no format
// reads it as content.
func (k *Kit) furniture(c *Canvas, theme, number int) {
	g := k.Grid
	c.Group(&scene.Group{Role: scene.RoleFurniture}, func(c *Canvas) {
		k.tracker(c, theme)
		c.Add(rule(g.Left, g.FootRule, g.Width(), 0.6, k.Look.Rule))
		folio := k.line(strconv.Itoa(number), k.St.Folio)
		c.Add(folio.Text("", scene.RoleFurniture, g.Right-folio.Width, g.FootBase))
		left := k.B.Publication
		if left == "" {
			left = k.B.Title.String()
		}
		if k.B.Brand != nil && k.B.Brand.Footer != "" {
			left = k.B.Brand.Footer
		} else if k.B.Edition != "" {
			left += "  ·  " + k.B.Edition
		}
		foot := k.line(left, k.St.Footer)
		c.Add(foot.Text("", scene.RoleFurniture, g.Left, g.FootBase))
		if k.B.Confidentiality != "" {
			conf := k.line(k.B.Confidentiality, k.St.Footer)
			x := g.Right - folio.Width - 14 - conf.Width
			c.Add(conf.Text("", scene.RoleFurniture, max(x, g.Left+foot.Width+18), g.FootBase))
		}
	})
}

// tracker says where in the story the page stands: one segment a theme.
func (k *Kit) tracker(c *Canvas, theme int) {
	g, n := k.Grid, len(k.B.Themes)
	if n == 0 {
		return
	}
	const gap = 5
	w := (g.Width() - gap*scene.Pt(n-1)) / scene.Pt(n)
	for i, t := range k.B.Themes {
		x := g.Left + scene.Pt(i)*(w+gap)
		now := i+1 == theme
		if now {
			c.Add(rule(x, g.TrackRule, w, 2, k.Look.Accent))
		} else {
			c.Add(rule(x, g.TrackRule, w, 0.6, k.Look.Rule))
		}
		if theme == 0 || n > 7 && !now && i > 0 && i < n-1 {
			continue
		}
		st := k.St.Tracker
		if now {
			st = k.St.TrackerNow
		}
		label := strconv.Itoa(i+1) + "  " + t.Name
		b := k.Fonts.Set([]scene.Span{{Text: label, Style: st}}, typeset.Options{Break: typeset.NoBreak, Width: w})
		if n > 7 && i == n-1 && b.Width > w {
			x = g.Right - b.Width
		}
		c.Add(b.Text("", scene.RoleFurniture, x, g.TrackBase))
	}
}
