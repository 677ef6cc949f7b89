package pdf

import (
	"bytes"
	"fmt"
	"slices"

	"roadshow/scene"
)

// forms are drawings that stand on several pages: written once, as form XObjects (ISO 32000-1, 8.10).
type forms struct {
	number map[string]int // by operators
	drawn  [][]byte
}

// artShapes is from how many shapes on a drawing is worth an object of its own.
const artShapes = 16

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
	c := content{coarse: true}
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
	n, ok := p.forms.number[string(c.buf)]
	if !ok {
		if p.forms.number == nil {
			p.forms.number = map[string]int{}
		}
		n = len(p.forms.drawn)
		p.forms.number[string(c.buf)] = n
		p.forms.drawn = append(p.forms.drawn, c.buf)
	}
	p.mark(p.parent)
	p.content.op(fmt.Sprintf("q /A%d Do Q", n))
	return nil
}

// formObjects adds the shared drawings and names them in the pages' resources.
func (f *file) formObjects() error {
	if len(f.forms) == 0 {
		return nil
	}
	before, after, ok := bytes.Cut(f.objects[resources].dict, []byte("/XObject <<\n"))
	if !ok {
		return fmt.Errorf("%w: resources", errOutput)
	}
	dict := []byte("/XObject <<\n")
	for i, ops := range f.forms {
		data := f.deflate.deflate(ops)
		n := f.add(fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 %g %g]/Resources<<>>/Filter/FlateDecode/Length %d>>",
			float64(f.deck.Size.W), float64(f.deck.Size.H), len(data)), data)
		dict = fmt.Appendf(dict, "/A%d %d 0 R\n", i, n)
	}
	f.objects[resources].dict = slices.Concat(before, dict, after)
	return nil
}
