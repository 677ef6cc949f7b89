package html

import (
	"strconv"
	"strings"

	"roadshow/scene"
)

// mostMarks is how many values of a chart can be pointed at: more are read in its table.
const mostMarks = 80

// chart writes a chart as a drawing that its description tells, with a table of its numbers for those who do not see it, and above
// it the places of its values: whoever points at one, or reaches it by the keyboard, reads the value and what proves it.
func (w *writer) chart(c *scene.Chart) error {
	w.svgs++
	id := "c" + strconv.Itoa(w.svgs)
	w.raw(`<svg role="img" aria-labelledby="`, id, `" viewBox="`, number(c.Frame.X), " ", number(c.Frame.Y), " ", number(c.Frame.W), " ", number(c.Frame.H), `">`)
	title := c.Title
	if strings.TrimSpace(title) == "" {
		title = c.Alt
	}
	w.raw("<title>")
	w.say(title)
	w.raw("</title>\n", `<desc id="`, id, `">`)
	w.say(c.Alt)
	w.raw("</desc>\n")
	if err := w.parts(&w.out, c.Drawing); err != nil {
		return err
	}
	w.raw("</svg>\n")
	w.data(c)
	w.marks(c)
	return nil
}

// mostHeard is how many numbers a table that is only heard may have.
const mostHeard = 2000

// data is a chart's numbers as a table that is heard and not seen. Nobody listens to more than mostHeard.
func (w *writer) data(c *scene.Chart) {
	d := &c.Data
	if len(d.Categories) == 0 || len(d.Series) == 0 || len(d.Categories)*len(d.Series) > mostHeard {
		return
	}
	w.raw(`<div class="v data"><table><thead><tr>`)
	w.head("col", d.Corner)
	for i := range d.Series {
		w.head("col", seriesName(c, i))
	}
	w.raw("</tr></thead>\n<tbody>\n")
	for i, name := range d.Categories {
		w.raw("<tr>")
		w.head("row", name)
		for k := range d.Series {
			w.raw("<td>")
			if i < len(d.Series[k].Values) {
				w.say(d.Series[k].Values[i].Text)
			}
			w.raw("</td>")
		}
		w.raw("</tr>\n")
	}
	w.raw("</tbody></table></div>\n")
}

// head is the head of a column or a row; one without words heads nothing.
func (w *writer) head(scope, name string) {
	if strings.TrimSpace(name) == "" {
		w.raw("<td></td>")
		return
	}
	w.raw(`<th scope="`, scope, `">`)
	w.say(name)
	w.raw("</th>")
}

// seriesName is what a series measures: its name, else what the chart does.
func seriesName(c *scene.Chart, i int) string {
	if name := strings.TrimSpace(c.Data.Series[i].Name); name != "" {
		return name
	}
	return c.Unit
}

// marks lays a button over every value that has a place of its own.
func (w *writer) marks(c *scene.Chart) {
	n := 0
	for i := range c.Data.Series {
		for k := range c.Data.Series[i].Values {
			if c.Data.Series[i].Values[k].Mark.W > 0 {
				n++
			}
		}
	}
	if n == 0 || n > mostMarks || c.Frame.W <= 0 || c.Frame.H <= 0 {
		return
	}
	share := func(part, whole scene.Pt) string { return number(100*part/whole) + "%" }
	w.raw(`<div class="mks">`)
	for i := range c.Data.Series {
		for k := range c.Data.Series[i].Values {
			v := &c.Data.Series[i].Values[k]
			if v.Mark.W <= 0 || k >= len(c.Data.Categories) {
				continue
			}
			says := c.Data.Categories[k]
			if len(c.Data.Series) > 1 {
				says += w.own.Marks.Comma + seriesName(c, i)
			}
			says += w.own.Marks.Colon + v.Text
			w.raw(`<button type="button" class="mk" style="left:`, share(v.Mark.X-c.Frame.X, c.Frame.W), ";top:", share(v.Mark.Y-c.Frame.Y, c.Frame.H),
				";width:", share(v.Mark.W, c.Frame.W), ";height:", share(v.Mark.H, c.Frame.H), `"`)
			w.attr("aria-label", says)
			w.proved(v.Proof)
			w.raw("></button>")
		}
	}
	w.raw("</div>\n")
}
