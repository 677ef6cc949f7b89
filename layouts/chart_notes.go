package layouts

import (
	"roadshow/briefing"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// noteStyles are how comments and a consequence are set beneath a chart that stands inside another block.
type noteStyles struct{ head, text, label, so scene.Style }

// chartNotes are a chart's comments and what follows from it, each a box of width w; nil for a chart that says neither.
func chartNotes(k *page.Composer, chart briefing.Fields, id string, w scene.Pt, st noteStyles) (out []*page.Box) {
	for i, c := range chart.List("comments") {
		cid := id + "/comment" + page.Itoa(i+1)
		var parts []*page.Box
		if h := c.Prose("heading"); !h.Empty() {
			parts = append(parts, page.TextBox(k.Set(h, st.head, w, typeset.Balanced), cid, scene.RoleSubheading, st.head))
		}
		parts = append(parts, page.TextBox(k.Short(c.Prose("text"), st.text, w), cid+"/text", scene.RoleBody, st.text))
		out = append(out, page.Stack(parts...))
	}
	if so := chart.Prose("so_what"); !so.Empty() {
		label := page.TextBox(k.Line(k.Own().SoWhat, st.label), id+"/so-what/label", scene.RoleSubheading, st.label)
		out = append(out, page.Stack(label, page.TextBox(k.Set(so, st.so, w, typeset.Balanced), id+"/so-what", scene.RoleSoWhat, st.so)))
	}
	for _, b := range out {
		b.Before = 7
	}
	return out
}

// noteColumn stacks a chart's notes under its plot; of no height for a chart without any.
func noteColumn(notes []*page.Box) *page.Box {
	s := page.Stack(notes...)
	if len(notes) > 0 {
		s.H += 10
		draw := s.Draw
		s.Draw = func(c *page.Canvas, x, y scene.Pt) { draw(c, x, y+10) }
	}
	return s
}

// noteRow sets a chart's notes in columns under a plot of the full width; nil for a chart without any.
func noteRow(k *page.Composer, chart briefing.Fields, id string, width, gutter scene.Pt, st noteStyles) *page.Box {
	n := len(chart.List("comments"))
	if chart.Has("so_what") {
		n++
	}
	if n == 0 {
		return nil
	}
	w := (width - gutter*scene.Pt(n-1)) / scene.Pt(n)
	xs := make([]scene.Pt, n)
	for i := range xs {
		xs[i] = scene.Pt(i) * (w + gutter)
	}
	row := page.Beside(xs, chartNotes(k, chart, id, w, st)...)
	row.Before = 12
	return row
}

// pageNoteStyles are the document's.
func pageNoteStyles(k *page.Composer) noteStyles {
	return noteStyles{k.St.SmallStrong, k.St.SmallMuted, k.St.SoWhatLabel, k.St.SmallMedium}
}

// slideNoteStyles are those of slides.
func slideNoteStyles(s *page.Slides) noteStyles {
	return noteStyles{s.St.CommentHead.At(13, 16.5), s.St.Comment.At(13, 16.5), s.St.SoWhatLabel, s.St.Comment.In(scene.SansMedium).With(s.Look.Text).At(13, 16.5)}
}
