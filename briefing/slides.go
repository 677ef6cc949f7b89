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
		r.b.Slides = append(r.b.Slides, ref)
	}
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
