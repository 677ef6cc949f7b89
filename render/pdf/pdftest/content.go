package pdftest

import (
	"fmt"
	"io"
	"math"
	"slices"
)

// Word is a stretch of glyphs without a blank.
type Word struct {
	Text     string  // what is drawn
	Says     string  // what is copied and read aloud: the same, or its ActualText
	X, Y     float64 // left edge, baseline
	W        float64 // advances, kerning and tracking included
	Size     float64
	Font     *Font
	Color    [3]float64
	Tracking float64
	Hidden   bool   // placed, not painted
	Line     int    // words of one BT … ET share a number
	Tag      string // innermost marked content: "H1", "P", "Artifact"; "" outside
	MCID     int    // -1: none
}

// Right is the right edge.
func (w *Word) Right() float64 { return w.X + w.W }

// Path is a painted path.
type Path struct {
	Ops          string // m, l, c, h
	X, Y         []float64
	Fill, Stroke *[3]float64 // nil: not painted so; a gradient has neither
	Gradient     *Gradient
	Width        float64
	Dash         []float64
	Round        bool
	Clip         []Box // clips that cut it, outermost first
	Tag          string
	MCID         int // -1: none
}

// Box is a frame.
type Box struct{ X, Y, W, H float64 }

// Bounds is the frame of the path's points.
func (p *Path) Bounds() Box {
	if len(p.X) == 0 {
		return Box{}
	}
	x, y := slices.Min(p.X), slices.Min(p.Y)
	return Box{x, y, slices.Max(p.X) - x, slices.Max(p.Y) - y}
}

// Length is the length of the straight segments, closing ones included; curves count as their chords.
func (p *Path) Length() float64 {
	var sum, x0, y0 float64
	at := 0
	var x, y float64
	for _, op := range p.Ops {
		px, py := x, y
		switch op {
		case 'm':
			x, y = p.X[at], p.Y[at]
			x0, y0, px, py = x, y, x, y
			at++
		case 'l':
			x, y = p.X[at], p.Y[at]
			at++
		case 'c':
			x, y = p.X[at+2], p.Y[at+2]
			at += 3
		case 'h':
			x, y = x0, y0
		}
		sum += math.Hypot(x-px, y-py)
	}
	return sum
}

// Gradient is a linear shading within a path.
type Gradient struct {
	From, To [3]float64
	Vertical bool
}

// Picture is a placed raster image.
type Picture struct {
	Box
	Dict Dict
	Data []byte
	Tag  string
}

// graphics is the graphics state.
type graphics struct {
	ctm          [6]float64
	fill, stroke [3]float64
	width        float64
	dash         []float64
	cap, join    float64
	font         *Font
	size, track  float64
	hidden       bool
	clip         []Box
}

// reader runs a page's operators.
type reader struct {
	file  *File
	page  *Page
	res   Dict
	args  []any
	g     graphics
	stack []graphics
	marks []mark
	path  Path
	clip  bool
	// inForm: the operators are a shared drawing's.
	inForm bool
	// text
	inText bool
	line   int
	tx, ty float64 // start of the line
	dx     float64 // advance since
	word   *Word
	endX   float64    // where the last glyph ended, tracking left out
	pen    [2]float64 // where the last glyph ended, blanks and tracking counted
	begun  bool       // a glyph was drawn in this text object
}

type mark struct {
	tag    string
	mcid   int
	actual *string // what a Span says instead of its glyphs
}

func (f *File) read(p *Page, res Dict) error {
	r := &reader{file: f, page: p, res: res, g: graphics{ctm: [6]float64{1, 0, 0, 1, 0, 0}, width: 1}}
	if err := r.all(p.Content); err != nil {
		return err
	}
	if len(r.stack) != 0 || len(r.marks) != 0 || r.inText || len(r.args) != 0 {
		return fmt.Errorf("content ends with %d open q, %d open marks", len(r.stack), len(r.marks))
	}
	return nil
}

// all runs a stream of operators.
func (r *reader) all(content []byte) error {
	l := &lexer{data: content}
	for {
		from := l.at
		v, err := l.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		op, ok := v.(operator)
		if !ok {
			r.args = append(r.args, v)
			continue
		}
		if err := r.run(string(op)); err != nil {
			return fmt.Errorf("operator %s %v at byte %d: %w", op, r.args, from, err)
		}
		r.args = r.args[:0]
	}
}

// arity is the number of operands of each operator that we write; any other operator is an error.
func arity(op string) int {
	switch op {
	case "q", "Q", "h", "W", "n", "f", "S", "B", "BT", "ET", "EMC":
		return 0
	case "w", "J", "j", "G", "g", "Tc", "Tr", "Tj", "TJ", "sh", "Do", "BMC":
		return 1
	case "m", "l", "d", "Tf", "Td", "BDC":
		return 2
	case "rg", "RG":
		return 3
	case "re":
		return 4
	case "c", "cm":
		return 6
	}
	return -1
}

func (r *reader) run(op string) error {
	n := arity(op)
	if n < 0 {
		return fmt.Errorf("unknown")
	}
	if len(r.args) != n {
		return fmt.Errorf("%d operands instead of %d", len(r.args), n)
	}
	switch op {
	case "BDC", "BMC", "EMC":
		return r.mark(op)
	case "BT", "ET", "Tf", "Td", "Tc", "Tr", "Tj", "TJ":
		return r.text(op)
	case "d":
		a, ok := r.args[0].(Array)
		dash, err := numbers(a, len(a))
		if !ok || err != nil {
			return fmt.Errorf("dash pattern")
		}
		r.g.dash = dash
		return nil
	case "sh", "Do":
		name, ok := r.args[0].(Name)
		if !ok {
			return fmt.Errorf("no name")
		}
		return r.resource(op, name)
	}
	v, err := numbers(Array(r.args), n)
	if err != nil {
		return err
	}
	if r.inText && op != "rg" {
		return fmt.Errorf("inside text")
	}
	switch op {
	case "q":
		r.stack = append(r.stack, r.g)
	case "Q":
		if len(r.stack) == 0 {
			return fmt.Errorf("nothing to restore")
		}
		r.g = r.stack[len(r.stack)-1]
		r.stack = r.stack[:len(r.stack)-1]
	case "cm":
		m := r.g.ctm
		r.g.ctm = [6]float64{
			v[0]*m[0] + v[1]*m[2], v[0]*m[1] + v[1]*m[3], v[2]*m[0] + v[3]*m[2], v[2]*m[1] + v[3]*m[3],
			v[4]*m[0] + v[5]*m[2] + m[4], v[4]*m[1] + v[5]*m[3] + m[5],
		}
	case "w":
		r.g.width = v[0]
	case "J":
		r.g.cap = v[0]
	case "j":
		r.g.join = v[0]
	case "g":
		r.g.fill = [3]float64{v[0], v[0], v[0]}
	case "G":
		r.g.stroke = [3]float64{v[0], v[0], v[0]}
	case "rg":
		r.g.fill = [3]float64(v)
	case "RG":
		r.g.stroke = [3]float64(v)
	case "m", "l", "c":
		r.segment(op, v...)
	case "h":
		r.path.Ops += "h"
	case "re":
		r.segment("m", v[0], v[1])
		r.segment("l", v[0]+v[2], v[1])
		r.segment("l", v[0]+v[2], v[1]+v[3])
		r.segment("l", v[0], v[1]+v[3])
		r.path.Ops += "h"
	case "W":
		r.clip = true
	case "n", "f", "S", "B":
		return r.paint(op)
	}
	return nil
}

// segment adds points in page coordinates, y downwards.
func (r *reader) segment(op string, v ...float64) {
	r.path.Ops += op
	for i := 0; i+1 < len(v); i += 2 {
		m := r.g.ctm
		r.path.X = append(r.path.X, v[i]*m[0]+v[i+1]*m[2]+m[4])
		r.path.Y = append(r.path.Y, r.page.H-(v[i]*m[1]+v[i+1]*m[3]+m[5]))
	}
}

func (r *reader) paint(op string) error {
	p := r.path
	r.path = Path{}
	if len(p.Ops) == 0 || p.Ops[0] != 'm' {
		return fmt.Errorf("path %q", p.Ops)
	}
	if r.clip {
		r.clip = false
		r.g.clip = append(slices.Clip(r.g.clip), p.Bounds())
	}
	if op == "n" {
		return nil
	}
	p.Tag, p.MCID = r.tag()
	p.Clip = r.g.clip
	if op != "S" {
		fill := r.g.fill
		p.Fill = &fill
	}
	if op != "f" {
		stroke := r.g.stroke
		p.Stroke, p.Width, p.Dash, p.Round = &stroke, r.g.width, r.g.dash, r.g.cap == 1 && r.g.join == 1
	}
	r.page.Paths = append(r.page.Paths, p)
	return nil
}

func (r *reader) tag() (string, int) {
	if len(r.marks) == 0 {
		return "", -1
	}
	m := r.marks[len(r.marks)-1]
	return m.tag, m.mcid
}

func (r *reader) mark(op string) error {
	if op == "EMC" {
		if len(r.marks) == 0 {
			return fmt.Errorf("no mark is open")
		}
		m := r.marks[len(r.marks)-1]
		if r.marks = r.marks[:len(r.marks)-1]; m.actual != nil {
			r.word = nil
		}
		return nil
	}
	name, ok := r.args[0].(Name)
	if !ok {
		return fmt.Errorf("no tag")
	}
	if d, _ := r.args[len(r.args)-1].(Dict); name == "Span" && d["MCID"] == nil {
		return r.span()
	}
	if r.inText {
		return fmt.Errorf("inside text")
	}
	if len(r.marks) > 0 {
		return fmt.Errorf("inside %s", r.marks[0].tag)
	}
	m := mark{tag: string(name), mcid: -1}
	if op == "BDC" {
		d, _ := r.args[1].(Dict)
		if id, ok := d["MCID"].(float64); ok {
			m.mcid = int(id)
			if r.page.marks[m.mcid] {
				return fmt.Errorf("content %d stands twice", m.mcid)
			}
			r.page.marks[m.mcid] = true
		}
	}
	r.marks = append(r.marks, m)
	return nil
}

// span opens a stretch of a line that says something else than it shows; it belongs to what it stands in.
func (r *reader) span() error {
	d, _ := r.args[len(r.args)-1].(Dict)
	says, ok := d["ActualText"].(String)
	if !ok || !r.inText || len(r.marks) != 1 {
		return fmt.Errorf("a span inside %d marks", len(r.marks))
	}
	m, text := r.marks[0], says.Text()
	m.actual = &text
	r.marks, r.word = append(r.marks, m), nil
	return nil
}

// resource paints a shading, a picture or a drawing that pages share.
func (r *reader) resource(op string, name Name) error {
	kind := Name("XObject")
	if op == "sh" {
		kind = "Shading"
	}
	all, err := r.file.dict(r.res[kind])
	if err != nil {
		return err
	}
	v := r.file.Get(all[name])
	m, h := r.g.ctm, r.page.H
	box := Box{m[4], h - m[5] - m[3], m[0], m[3]}
	tag, mcid := r.tag()
	if op == "Do" {
		s, ok := v.(Stream)
		if ok && s.Dict["Subtype"] == Name("Form") && s.Dict["Group"] != nil { // a foreign drawing: a picture in vectors
			frame, err := numbers(s.Dict["BBox"], 4)
			if err != nil {
				return err
			}
			r.page.Pictures = append(r.page.Pictures, Picture{Box{frame[0], frame[1], frame[2], frame[3]}, s.Dict, s.Data, tag})
			return nil
		}
		if ok && s.Dict["Subtype"] == Name("Form") {
			return r.form(s)
		}
		if !ok || s.Dict["Subtype"] != Name("Image") {
			return fmt.Errorf("no picture")
		}
		r.page.Pictures = append(r.page.Pictures, Picture{box, s.Dict, s.Data, tag})
		return nil
	}
	d, ok := v.(Dict)
	if !ok || d["ShadingType"] != 2.0 || d["ColorSpace"] != Name("DeviceRGB") {
		return fmt.Errorf("shading %v", d)
	}
	fn, err := r.file.dict(d["Function"])
	if err != nil {
		return err
	}
	from, err1 := numbers(fn["C0"], 3)
	to, err2 := numbers(fn["C1"], 3)
	at, err3 := numbers(d["Coords"], 4)
	if err1 != nil || err2 != nil || err3 != nil {
		return fmt.Errorf("shading %v", fn)
	}
	p := Path{Ops: "mlllh", X: []float64{box.X, box.X + box.W, box.X + box.W, box.X}, Y: []float64{box.Y, box.Y, box.Y + box.H, box.Y + box.H},
		Gradient: &Gradient{[3]float64(from), [3]float64(to), at[0] == at[2]}, Clip: r.g.clip, Tag: tag, MCID: mcid}
	r.page.Paths = append(r.page.Paths, p)
	return nil
}

// form draws what pages share. It has no resources and no marks of its own, and leaves the graphics state as it was.
func (r *reader) form(s Stream) error {
	if res, err := r.file.dict(s.Dict["Resources"]); err != nil || len(res) > 0 || r.inForm || s.Dict["Matrix"] != nil {
		return fmt.Errorf("form %v", s.Dict)
	}
	g, stack, marks := r.g, len(r.stack), len(r.marks)
	r.args, r.inForm = r.args[:0], true
	if err := r.all(s.Data); err != nil {
		return fmt.Errorf("form: %w", err)
	}
	if len(r.stack) != stack || len(r.marks) != marks || r.inText || len(r.args) != 0 {
		return fmt.Errorf("form ends with %d open q, %d open marks", len(r.stack)-stack, len(r.marks)-marks)
	}
	r.g, r.inForm = g, false
	return nil
}

func (r *reader) text(op string) error {
	if op != "BT" && op != "Tf" && op != "Tc" && op != "Tr" && !r.inText {
		return fmt.Errorf("outside text")
	}
	switch op {
	case "BT":
		if r.inText {
			return fmt.Errorf("inside text")
		}
		r.inText, r.tx, r.ty, r.dx, r.word, r.begun = true, 0, 0, 0, nil, false
		r.line++
	case "ET":
		r.inText = false
	case "Tf":
		name, ok := r.args[0].(Name)
		size, ok2 := r.args[1].(float64)
		fonts, err := r.file.dict(r.res["Font"])
		if !ok || !ok2 || err != nil {
			return fmt.Errorf("font: %w", err)
		}
		r.g.size = size
		r.g.font, err = r.file.font(fonts[name])
		return err
	case "Td":
		v, err := numbers(Array(r.args), 2)
		if err != nil {
			return err
		}
		r.tx, r.ty, r.dx = r.tx+v[0], r.ty+v[1], 0
	case "Tc":
		v, ok := r.args[0].(float64)
		if !ok {
			return fmt.Errorf("tracking")
		}
		r.g.track = v
	case "Tr":
		if r.args[0] != 0.0 && r.args[0] != 1.0 && r.args[0] != 3.0 { // filled, outlined, not painted
			return fmt.Errorf("text mode")
		}
		r.g.hidden = r.args[0] == 3.0
	case "Tj", "TJ":
		list, ok := r.args[0].(Array)
		if op == "Tj" {
			list, ok = Array{r.args[0]}, true
		}
		if !ok {
			return fmt.Errorf("no strings")
		}
		for _, v := range list {
			if err := r.show(v); err != nil {
				return err
			}
		}
	}
	return nil
}

// wordGap is the gap, in em, that parts two words where no blank stands between them.
const wordGap = 0.15

// show takes a string's glyphs into words, or moves by a kerning number.
func (r *reader) show(v any) error {
	if k, ok := v.(float64); ok {
		r.dx -= k / 1000 * r.g.size
		return nil
	}
	s, ok := v.(String)
	if !ok || len(s)%2 != 0 || r.g.font == nil {
		return fmt.Errorf("string %q", v)
	}
	for i := 0; i < len(s); i += 2 {
		cid := int(s[i])<<8 | int(s[i+1])
		w, known := r.g.font.Widths[cid]
		char, readable := r.g.font.Unicode[cid]
		if !known || !readable {
			return fmt.Errorf("code %d is not in font %s", cid, r.g.font.Name)
		}
		x, y := r.tx+r.dx, r.page.H-r.ty
		if !r.begun && r.line > 1 && y == r.pen[1] && math.Abs(x-r.pen[0]) < 2*wordGap*r.g.size {
			r.line-- // the line goes on in another language
		}
		r.begun = true
		adv := w / 1000 * r.g.size
		r.dx += adv + r.g.track
		r.pen = [2]float64{r.tx + r.dx, y}
		if char == " " {
			r.word = nil
			continue
		}
		if r.word != nil && math.Abs(x-r.endX-r.word.Tracking) > wordGap*r.g.size {
			r.word = nil
		}
		if r.word == nil {
			tag, mcid := r.tag()
			r.page.Words = append(r.page.Words, Word{X: x, Y: y, Size: r.g.size, Font: r.g.font, Color: r.g.fill,
				Tracking: r.g.track, Hidden: r.g.hidden, Line: r.line, Tag: tag, MCID: mcid})
			r.word = &r.page.Words[len(r.page.Words)-1]
		}
		r.word.Text += char
		if len(r.marks) > 0 && r.marks[len(r.marks)-1].actual != nil {
			actual := r.marks[len(r.marks)-1].actual
			r.word.Says, *actual = r.word.Says+*actual, ""
		} else {
			r.word.Says += char
		}
		r.endX = x + adv
		r.word.W = r.endX + r.g.track - r.word.X
	}
	return nil
}
