package page

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// A shared slide: the one in columns 1 to 8, the other beside it.
const (
	AsideX     scene.Pt = 660.7
	asideRuleX scene.Pt = 639.7
)

// pair draws two blocks, in either order, on one slide; nil when they do not fit together.
func (s *Slides) pair(a, b *briefing.Block) (draw func()) {
	for _, p := range [...]struct{ host, guest *briefing.Block }{{a, b}, {b, a}} {
		beside, aside := s.layout(p.host).Beside, s.layout(p.guest).Aside
		if beside != nil && aside != nil {
			return beside(s, p.host, func(w scene.Pt) *Aside { return aside(s, p.guest, p.host.Sticker, w) })
		}
	}
	return nil
}

// Aside sets a block in the right third, behind a rule.
func (s *Slides) Aside(c *Canvas, a *Aside, body scene.Rect) {
	s.AsideRule(c, asideRuleX, body)
	c.Group(&scene.Group{ID: a.ID, Role: scene.RoleBlock}, func(c *Canvas) { a.Box.Draw(c, AsideX, body.Y+4) })
}

// AsideRule parts at x what stands aside from what it speaks of.
func (s *Slides) AsideRule(c *Canvas, x scene.Pt, body scene.Rect) {
	c.Add(&scene.Shape{Path: scene.LinePath(scene.Point{X: x, Y: 142}, scene.Point{X: x, Y: body.Bottom()}), Stroke: scene.Stroke{Color: s.Look.Rule, Width: 0.75}})
}

// MissingFrom are the sources of more that have does not hold.
func MissingFrom(have, more []*briefing.Source) []*briefing.Source {
	return slices.DeleteFunc(slices.Clone(more), func(src *briefing.Source) bool { return slices.Contains(have, src) })
}

// AfterNote is a second note to stand behind a first.
func AfterNote(first, second briefing.Prose) briefing.Prose {
	if second.Empty() || first.Empty() {
		return second
	}
	const rest = "|"
	s := first.String()
	gap := strings.TrimSuffix(strings.TrimPrefix(JoinSentences(s, rest), s), rest)
	return append(briefing.Plain(gap), second...)
}

// SourceSpansQuietly is the source line for measuring: what it would report is reported when it is drawn.
func (s *Slides) SourceSpansQuietly(b *briefing.Block, extra string) []scene.Span {
	k := *s.Composer
	k.L = &diag.List{}
	return k.sourceSpans(b, s.St.Source, extra)
}
