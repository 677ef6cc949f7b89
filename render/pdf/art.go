package pdf

import (
	"bytes"
	"fmt"
	"slices"

	"roadshow/scene"
)

// form is a drawing that stands on several pages, or is see-through as a whole: written once, as a form XObject with its own
// resources (ISO 32000-1, 8.10 and 11.6.6).
type form struct {
	ops    []byte
	states []string // the graphics states /G0, /G1 …
	inks   []string // the patterns /P0 …
	parts  []*form  // the forms /X0 …
	masks  []*form  // how far see-through: the states /M0 …
	more   string   // further entries of its dictionary
}

// equal says that two forms draw the same.
func (f *form) equal(o *form) bool {
	return bytes.Equal(f.ops, o.ops) && f.more == o.more && slices.Equal(f.states, o.states) && slices.Equal(f.inks, o.inks) &&
		slices.EqualFunc(f.parts, o.parts, (*form).equal) && slices.EqualFunc(f.masks, o.masks, (*form).equal)
}

// group makes a form one thing that is faded or masked as a whole.
const group = "/Group<</S/Transparency/CS/DeviceRGB/I true>>"

// artist writes the marks of one form.
type artist struct {
	content
	form *form
	page scene.Size
}

func (p *pager) foreignArt(a *scene.Art) error {
	f, err := drawForm(p.deck.Size, func(d *artist) {
		d.rect(a.Frame)
		d.op("W n")
		d.marks(a.Marks)
	})
	if err != nil {
		return err
	}
	f.more = group
	p.mark(p.parent)
	p.content.op(fmt.Sprintf("q /A%d Do Q", p.forms.number(f)))
	return nil
}

func drawForm(page scene.Size, draw func(*artist)) (*form, error) {
	d := &artist{form: &form{}, page: page}
	d.reset(page.H)
	draw(d)
	d.form.ops = d.buf
	return d.form, d.err
}

// part is a form inside this one.
func (d *artist) part(more string, draw func(*artist)) *form {
	f, err := drawForm(d.page, draw)
	if err != nil && d.err == nil {
		d.err = err
	}
	f.more = more
	return f
}

func (d *artist) marks(marks []scene.Mark) {
	for i := range marks {
		m := &marks[i]
		switch {
		case len(m.Parts) == 0:
			d.mark(m)
		case m.Fade > 0:
			d.save()
			d.state(fmt.Sprintf("/ca %.4g/CA %.4[1]g", 1-m.Fade))
			d.form.parts = append(d.form.parts, d.part(group, func(in *artist) { in.set(m) }))
			d.op(fmt.Sprintf("/X%d Do", len(d.form.parts)-1))
			d.restore()
		default:
			d.save()
			d.set(m)
			d.restore()
		}
	}
}

// set draws what a cut leaves.
func (d *artist) set(m *scene.Mark) {
	if m.Cut != nil {
		if len(m.Cut.Path.Ops) == 0 {
			return
		}
		d.path(m.Cut.Path)
		d.op(evenOdd("W", m.Cut.EvenOdd) + " n")
	}
	d.marks(m.Parts)
}

func evenOdd(op string, yes bool) string {
	if yes {
		return op + "*"
	}
	return op
}

func (d *artist) mark(m *scene.Mark) {
	if len(m.Path.Ops) == 0 {
		return
	}
	if !m.Fill.None() {
		d.save()
		d.ink(m.Fill, "ca", "cs", "scn", "rg")
		d.path(m.Path)
		d.op(evenOdd("f", m.EvenOdd))
		d.restore()
	}
	if !m.Pen.Seen() {
		return
	}
	d.save()
	d.ink(m.Pen.Ink, "CA", "CS", "SCN", "RG")
	path, height := m.Path, d.height
	if w := m.Pen.Warp; w != nil {
		// The pen's plane runs downwards as the page does: both are turned round.
		d.op(fmt.Sprintf("%s %s %s %s 0 %s cm", fixed(w[0]), fixed(-w[1]), fixed(-w[2]), fixed(w[3]), fixed(float64(height))))
		path, d.height = m.Pen.Unwarped(m.Path), 0
	}
	d.num(m.Pen.Width)
	d.op(fmt.Sprintf("w %d J %d j %.5g M", m.Pen.Cap, m.Pen.Join, max(1, m.Pen.Miter)))
	if dash := d.dash(m.Pen.Dash); dash != "" {
		d.buf = append(d.buf, "["+dash+"] "...)
		d.num(max(0, m.Pen.Phase))
		d.op("d")
	}
	d.path(path)
	d.op("S")
	d.height = height
	d.restore()
}

// ink sets a colour or a pattern, and how far it is see-through.
func (d *artist) ink(i scene.Ink, alpha, space, set, flat string) {
	if i.Fade > 0 {
		d.state(fmt.Sprintf("/%s %.4g", alpha, 1-i.Fade))
	}
	if i.Gradient == nil {
		d.color(rgbOf(i.Color), flat)
		return
	}
	if i.Gradient.Faded() {
		d.form.masks = append(d.form.masks, d.part("/Group<</S/Transparency/CS/DeviceGray/I true>>", func(in *artist) {
			in.form.inks = []string{in.pattern(i.Gradient, true)}
			in.op("/Pattern cs /P0 scn")
			in.rect(scene.Rect{W: d.page.W, H: d.page.H})
			in.op("f")
		}))
		d.op(fmt.Sprintf("/M%d gs", len(d.form.masks)-1))
	}
	d.form.inks = append(d.form.inks, d.pattern(i.Gradient, false))
	d.op(fmt.Sprintf("/Pattern %s /P%d %s", space, len(d.form.inks)-1, set))
}

func (d *artist) state(entries string) {
	i := slices.Index(d.form.states, entries)
	if i < 0 {
		i = len(d.form.states)
		d.form.states = append(d.form.states, entries)
	}
	d.op(fmt.Sprintf("/G%d gs", i))
}

// pattern is a shading (8.7.4.5) in colours, or in how far they cover.
func (d *artist) pattern(g *scene.Gradient, cover bool) string {
	var b bytes.Buffer
	m, h := g.Map, float64(d.page.H)
	b.WriteString("<</PatternType 2/Matrix[")
	for _, v := range [6]float64{m[0], -m[1], m[2], -m[3], m[4], h - m[5]} {
		b.WriteString(fixed(v) + " ")
	}
	space := "DeviceRGB"
	if cover {
		space = "DeviceGray"
	}
	fmt.Fprintf(&b, "]/Shading<</ColorSpace/%s/Extend[true true]", space)
	if g.Radial {
		b.WriteString("/ShadingType 3/Coords[")
		for _, v := range []scene.Pt{g.A.X, g.A.Y, g.RA, g.B.X, g.B.Y, g.RB} {
			b.WriteString(fixed(float64(v)) + " ")
		}
	} else {
		b.WriteString("/ShadingType 2/Coords[")
		for _, v := range []scene.Pt{g.A.X, g.A.Y, g.B.X, g.B.Y} {
			b.WriteString(fixed(float64(v)) + " ")
		}
	}
	part := func(s scene.Stop) string {
		if cover {
			return fixed(1 - s.Fade)
		}
		return fmt.Sprintf("%s %s %s", fixed(float64(s.Color.R)/255), fixed(float64(s.Color.G)/255), fixed(float64(s.Color.B)/255))
	}
	b.WriteString("]/Function<</FunctionType 3/Domain[0 1]/Functions[")
	for i := range g.Stops[1:] {
		fmt.Fprintf(&b, "<</FunctionType 2/N 1/Domain[0 1]/C0[%s]/C1[%s]>>", part(g.Stops[i]), part(g.Stops[i+1]))
	}
	b.WriteString("]/Bounds[")
	for _, s := range g.Stops[1 : len(g.Stops)-1] {
		b.WriteString(fixed(s.At) + " ")
	}
	b.WriteString("]/Encode[")
	for range g.Stops[1:] {
		b.WriteString("0 1 ")
	}
	b.WriteString("]>>>>>>")
	return b.String()
}

// fixed writes a number without an exponent, which PDF does not know.
func fixed(v float64) string {
	s := fmt.Sprintf("%.6f", v)
	return string(bytes.TrimRight(bytes.TrimRight([]byte(s), "0"), "."))
}

// write adds a form and the forms in it to the file and returns its number.
func (f *form) write(to *file) int {
	var res []byte
	list := func(name string, n int, entry func(int) string) {
		if n == 0 {
			return
		}
		res = append(res, "/"+name+"<<"...)
		for i := range n {
			res = append(res, entry(i)...)
		}
		res = append(res, ">>"...)
	}
	list("Pattern", len(f.inks), func(i int) string { return fmt.Sprintf("/P%d%s", i, f.inks[i]) })
	list("XObject", len(f.parts), func(i int) string { return fmt.Sprintf("/X%d %d 0 R", i, f.parts[i].write(to)) })
	list("ExtGState", len(f.states)+len(f.masks), func(i int) string {
		if i < len(f.states) {
			return fmt.Sprintf("/G%d<<%s>>", i, f.states[i])
		}
		i -= len(f.states)
		return fmt.Sprintf("/M%d<</SMask<</S/Luminosity/G %d 0 R>>>>", i, f.masks[i].write(to))
	})
	data := to.deflate.deflate(f.ops)
	return to.add(fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 %g %g]%s/Resources<<%s>>/Filter/FlateDecode/Length %d>>",
		float64(to.deck.Size.W), float64(to.deck.Size.H), f.more, res, len(data)), data)
}
