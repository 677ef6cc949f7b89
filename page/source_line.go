package page

import (
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
	"roadshow/words"
)

// cite is a source in one line: title, who published it, the year, and how it reached us.
func (k *Composer) cite(s *briefing.Source) string {
	out := k.sourceTitle(s)
	if !strings.HasPrefix(out, words.Quoting(k.B.Tag).Open) {
		out = k.quoted(out)
	}
	m := k.Marks()
	for _, more := range []string{s.Author, s.Publisher, k.Date(s.Date)} {
		if more != "" {
			out += m.Comma + more
		}
	}
	if t := k.translation(s); t != "" {
		out += m.Open + t + m.Close
	}
	return out
}

// sourceTitle is a source's title with typographic marks, whatever its file types.
func (k *Composer) sourceTitle(s *briefing.Source) string { return typeset.Smart(s.Title, k.B.Tag) }

// quoted puts words between the briefing's marks.
func (k *Composer) quoted(title string) string {
	q := words.Quoting(k.B.Tag)
	return q.Open + title + q.Close
}

// translation says that a source was translated, by whom and from what.
func (k *Composer) translation(s *briefing.Source) string {
	if s.From == "" {
		return ""
	}
	o := k.Own()
	by := o.Machine
	if s.By == "human" {
		by = o.Human
	}
	return words.With(o.TranslatedBy, by, s.From)
}

// sourceSpans is the source line of a block: its sources, its note, and what they must say.
func (k *Composer) sourceSpans(b *briefing.Block, st scene.Style, extra ...string) []scene.Span {
	o, m := k.Own(), k.Marks()
	var out []scene.Span
	switch {
	case len(b.Sources) > 0:
		lead := o.Source
		if len(b.Sources) > 1 {
			lead = o.Sources
		}
		for i, s := range b.Sources {
			if i > 0 {
				lead = m.Semicolon
			}
			out = append(out, scene.Span{Text: lead, Style: st}, scene.Span{Text: k.cite(s), Style: st, Link: "#source." + s.ID})
		}
		out = append(out, scene.Span{Text: m.Stop, Style: st})
	case b.OwnFigures:
		out = append(out, scene.Span{Text: o.Source + o.Own + m.Stop, Style: st})
	default:
		k.NoSource(b)
		out = append(out, scene.Span{Text: o.Source + o.NotGiven + m.Stop, Style: st.With(k.Look.Negative)})
	}
	for _, e := range append(extra, k.rounded(b, extra)) {
		if e != "" {
			out = append(out, scene.Span{Text: m.Gap + Sentence(e), Style: st})
		}
	}
	if !b.Note.Empty() {
		if m.Gap != "" {
			out = append(out, scene.Span{Text: m.Gap, Style: st})
		}
		out = append(out, k.Spans(b.Note, st)...)
		if s := b.Note.String(); Sentence(s) != s {
			out = append(out, scene.Span{Text: strings.TrimPrefix(Sentence(s), strings.TrimSpace(s)), Style: st})
		}
	}
	return out
}

// rounded says so of numbers whose author does, unless the block says more of it.
func (k *Composer) rounded(b *briefing.Block, extra []string) string {
	more := func(e string) bool { return strings.Contains(e, k.Diagrams().Rounding) }
	if !b.Rounded() || slices.ContainsFunc(extra, more) {
		return ""
	}
	return k.Diagrams().Rounded
}

// NoSource warns of a block that shows somebody's words or numbers and does not say whose.
func (k *Composer) NoSource(b *briefing.Block) {
	k.L.Warn(b.At, "W-SOURCE", "name it with `source:`", "%s has no source", OrWords(b.Layout, "the exhibit"))
}

// SourceBox is the source line as a box; drawing it notes the page that uses the sources.
func (k *Composer) SourceBox(b *briefing.Block, width scene.Pt, extra ...string) *Box {
	st := k.St.Source
	text := k.Fonts.Set(k.sourceSpans(b, st, extra...), typeset.Options{Width: width})
	box := &Box{H: text.Height, Before: 7}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		k.Use(c.Page.Number, b.Sources...)
		c.Add(text.Text(b.ID+"/source"+k.part(c, b), scene.RoleSource, x, y+Base(st)))
	}
	return k.withNotes(b, box, width)
}

// FootBox is the source line of a block that may stand without a source, inherited ones too, as on its slide; else its note; nil
// for neither.
func (k *Composer) FootBox(b *briefing.Block, width scene.Pt) *Box {
	if len(b.Sources) > 0 {
		return k.SourceBox(b, width)
	}
	return k.NoteBox(b, width)
}

// NoteBox is the source line of a block that needs none: the sources that are named there, and the note; nil for neither.
func (k *Composer) NoteBox(b *briefing.Block, width scene.Pt) *Box {
	switch {
	case b.OwnSource:
		return k.SourceBox(b, width)
	case b.Note.Empty():
		return nil
	}
	st := k.St.Source
	text := k.Set(b.Note, st, width, typeset.Greedy)
	box := &Box{H: text.Height, Before: 7}
	box.Draw = func(c *Canvas, x, y scene.Pt) {
		c.Add(text.Text(b.ID+"/note"+k.part(c, b), scene.RoleSource, x, y+Base(st)))
	}
	return k.withNotes(b, box, width)
}

// part tells the ids of continued pieces of a block apart: "" on the page where it begins.
func (k *Composer) part(c *Canvas, b *briefing.Block) string {
	first, ok := k.began[b]
	if !ok || first == c.Page.Number {
		k.began[b] = c.Page.Number
		return ""
	}
	return "@" + strconv.Itoa(c.Page.Number)
}
