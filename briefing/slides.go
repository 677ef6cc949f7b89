package briefing

import (
	"slices"

	"roadshow/briefing/outline"
)

// slides reads the author's own order of slides; "auto" and nothing leave it to the plan.
func (r *resolver) slides(n *outline.Node) {
	for _, k := range one(n) {
		if !r.shown(k) {
			continue
		}
		ref := SlideRef{At: k.At}
		switch {
		case k.Block != nil:
			if ref.Block = r.block(k, nil); ref.Block == nil {
				continue
			}
			ref.What = "inline"
		case k.Has("theme"):
			ref.What, ref.Theme = "theme", r.b.themeOf(k.Words("theme"))
			if ref.Theme == nil {
				continue // of another audience, or the outline has said that it is missing
			}
		case k.Has("block"):
			ref.What, ref.Block = "block", r.b.blockOf(k.Words("block"))
			if ref.Block == nil {
				continue
			}
		case k.Text == "auto" || k.Text == "":
			continue
		default:
			ref.What = k.Text
		}
		if !r.slideStands(ref) {
			continue
		}
		r.b.Slides = append(r.b.Slides, ref)
	}
}

// slideStands refuses a slide that stands in the list already, and a summary that the briefing does not have.
func (r *resolver) slideStands(ref SlideRef) bool {
	if ref.What == "summary" && r.b.Summary == nil {
		r.l.Error(ref.At, "E-REF", "write summary: with its points, or leave this slide out", "this briefing has no summary")
		return false
	}
	for _, s := range r.b.Slides {
		if s.What == ref.What && s.Theme == ref.Theme && s.Block == ref.Block {
			r.l.Error(ref.At, "E-DUP", "leave one of them out", "this slide is in the list already, in line %d", s.At.Line)
			return false
		}
	}
	return true
}

func (b *Briefing) themeOf(id string) *Theme {
	if i := slices.IndexFunc(b.Themes, func(t *Theme) bool { return t.ID == id }); i >= 0 {
		return b.Themes[i]
	}
	return nil
}

// blockOf finds a block by its whole id: theme id, dot, block id.
func (b *Briefing) blockOf(id string) *Block {
	is := func(x *Block) bool { return x.ID == id }
	for _, t := range b.Themes {
		if i := slices.IndexFunc(t.Evidence, is); i >= 0 {
			return t.Evidence[i]
		}
	}
	if i := slices.IndexFunc(b.Back, is); i >= 0 {
		return b.Back[i]
	}
	return nil
}
