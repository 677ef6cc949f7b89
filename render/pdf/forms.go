package pdf

import (
	"bytes"
	"fmt"
	"slices"

	"roadshow/scene"
)

// forms are the drawings that are objects of their own.
type forms struct {
	drawn []*form
}

// number is that of an equal form, or of a new one.
func (f *forms) number(one *form) int {
	n := slices.IndexFunc(f.drawn, one.equal)
	if n < 0 {
		n = len(f.drawn)
		f.drawn = append(f.drawn, one)
	}
	return n
}

// artShapes is from how many shapes on a drawing is worth an object of its own.
const artShapes = 16

// formBytes hold the operators of an engraved globe.
const formBytes = 48 << 10

// isArt says whether a group is decoration in flat shapes, cut to a frame, that other pages may repeat.
func isArt(g *scene.Group) bool {
	if g.Role != scene.RoleOrnament || g.Clip == nil || len(g.Items) < artShapes {
		return false
	}
	return !slices.ContainsFunc(g.Items, func(it scene.Item) bool {
		s, ok := it.(*scene.Shape)
		return !ok || s.Alt != "" || !s.Fill.To.None()
	})
}

// art draws a decoration through its form. A form inherits the graphics state, so its operators state all they need.
func (p *pager) art(g *scene.Group) error {
	c := content{coarse: true, buf: make([]byte, 0, formBytes)}
	c.reset(p.deck.Size.H)
	c.rect(*g.Clip)
	c.op("W n")
	for _, it := range g.Items {
		if s := it.(*scene.Shape); visible(s) {
			c.shape(s, nil)
		}
	}
	if c.err != nil {
		return c.err
	}
	p.mark(p.parent)
	p.content.op(fmt.Sprintf("q /A%d Do Q", p.forms.number(&form{ops: c.buf})))
	return nil
}

// formObjects adds the shared drawings and the photographs and names them in the pages' resources.
func (f *file) formObjects() error {
	if len(f.forms)+len(f.photos) == 0 {
		return nil
	}
	before, after, ok := bytes.Cut(f.objects[resources].dict, []byte("/XObject <<\n"))
	if !ok {
		return fmt.Errorf("%w: resources", errOutput)
	}
	dict := []byte("/XObject <<\n")
	for i, one := range f.forms {
		dict = fmt.Appendf(dict, "/A%d %d 0 R\n", i, one.write(f))
	}
	for i, one := range f.photos {
		dict = fmt.Appendf(dict, "/J%d %d 0 R\n", i, f.add(one.dict, one.data))
	}
	f.objects[resources].dict = slices.Concat(before, dict, after)
	return nil
}
