package page

import (
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// TextForm is how running text is set in a medium.
type TextForm struct {
	Body, Deeper            scene.Style // Deeper: items below others
	RunIn                   scene.Style // of a minor heading on the line of its paragraph
	Heading, Alone          Measure     // Alone: a minor heading with no paragraph behind it; their widths are the text's
	AloneRole               scene.Role
	HeadingAfter, ItemAfter scene.Pt
	BodyAfter, ListAfter    scene.Pt // ListAfter: below the last item
}

// PageText is running text of the document.
func (k *Composer) PageText() TextForm {
	st := k.St
	return TextForm{Body: st.Body, Deeper: st.Body, RunIn: st.RunIn, Heading: Balanced(st.Heading, 0).Under(14), Alone: Measure{Style: st.RunIn, Before: 6},
		AloneRole: scene.RoleSubheading, HeadingAfter: 4, ItemAfter: 3, BodyAfter: 6, ListAfter: 6}
}

// SlideText is running text of slides, its body in a style.
func (s *Slides) SlideText(body scene.Style) TextForm {
	head := Balanced(s.St.CommentHead, 0)
	return TextForm{Body: body, Deeper: s.St.Body2, RunIn: body.In(scene.SansSemiBold), Heading: head.Under(12), Alone: head,
		AloneRole: scene.RoleHeading, HeadingAfter: 3, ItemAfter: 6, BodyAfter: 8, ListAfter: 6}
}

// RunsIn says that a minor heading stands on the line of the paragraph that follows it.
func RunsIn(paras []briefing.Para, i int) bool {
	return i+1 < len(paras) && paras[i+1].Kind == briefing.Body
}

// WithRunIn is a paragraph's words behind the minor heading that runs in, where one stands before it.
func (k *Composer) WithRunIn(paras []briefing.Para, i int, body, runIn scene.Style) []scene.Span {
	spans := k.Spans(paras[i].Prose, body)
	if i == 0 || paras[i-1].Kind != briefing.RunIn {
		return spans
	}
	lead := append(k.Spans(paras[i-1].Prose, runIn), scene.Span{Text: WideGap, Style: runIn})
	return append(lead, spans...)
}

// RichBoxes sets paragraphs, cross-headings and lists as boxes of running text.
func (k *Composer) RichBoxes(paras []briefing.Para, w scene.Pt, id string, f TextForm) []*Box {
	f.Heading.W, f.Alone.W = w, w
	var out []*Box
	list := "" // the first item of the list at hand
	for i, p := range paras {
		pid := id + Itoa(i+1)
		if p.Kind != briefing.Item {
			list = ""
		} else if list == "" {
			list = pid
		}
		var b *Box
		switch p.Kind {
		case briefing.Heading:
			b = k.spanned(k.Spans(p.Prose, f.Heading.Style), f.Heading, pid, scene.RoleHeading)
			b.After, b.KeepNext, b.Split = f.HeadingAfter, true, nil
		case briefing.Item:
			st := f.Body
			if p.Depth > 0 {
				st = f.Deeper
			}
			para := scene.Para{Spans: k.Spans(p.Prose, st), Marker: p.Marker, Depth: p.Depth}
			b = textBox(k.Fonts.SetParas([]scene.Para{para}, typeset.Options{Width: w}), scene.Text{ID: pid, Role: scene.RoleList, List: list}, st)
			b.After = f.ItemAfter
			if i+1 == len(paras) || paras[i+1].Kind != briefing.Item {
				b.After = f.ListAfter
			}
		case briefing.RunIn:
			if RunsIn(paras, i) {
				continue
			}
			b = k.spanned(k.Spans(p.Prose, f.Alone.Style), f.Alone, pid, f.AloneRole)
			b.KeepNext, b.Split = true, nil
		default:
			b = TextBox(k.Fonts.Set(k.WithRunIn(paras, i, f.Body, f.RunIn), typeset.Options{Width: w}), pid, scene.RoleBody, f.Body)
			b.After = f.BodyAfter
		}
		b.Uses = p.Prose.Sources()
		if s := p.Prose.String(); i+1 < len(paras) && (strings.HasSuffix(s, ":") || strings.HasSuffix(s, "：")) {
			b.KeepNext = true
		}
		out = append(out, b)
	}
	return out
}
