package pdf

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"roadshow/scene"
)

// TakeLetters puts faces into the base for what its copies say, of each the characters that most of them need. What a copy needs
// besides, it brings itself.
func (b *Base) TakeLetters(files []scene.FontFile, chars map[scene.Font][]rune) error {
	b.letters = map[scene.Font]*face{}
	z := newDeflater(nil)
	for _, file := range files {
		list := chars[file.Font]
		if len(list) == 0 {
			continue
		}
		fc, err := openFace(file)
		if err != nil {
			return fmt.Errorf("pdf: face %s: %w", file.Font, err)
		}
		for _, r := range list {
			_, _, _ = fc.code(r) // what it has no glyph for, nor a stand-in, comes with the copy
		}
		b.faces++
		fc.res = b.faces
		b.letters[file.Font] = fc
		objects, err := fc.objects(len(b.Objects), z)
		if err != nil {
			return fmt.Errorf("pdf: %w", err)
		}
		o := &b.Objects[b.Resources]
		if o.Dict, err = withFonts(o.Dict, fc.entry(len(b.Objects))); err != nil {
			return err
		}
		b.Objects = append(b.Objects, objects...)
	}
	return nil
}

// entry is a face's line in the resources.
func (fc *face) entry(object int) []byte { return fmt.Appendf(nil, "/F%d %d 0 R\n", fc.res, object) }

// withFonts adds entries to the faces of the resources.
func withFonts(resources, entries []byte) ([]byte, error) {
	before, after, ok := bytes.Cut(resources, []byte("/Font <<\n"))
	if !ok {
		return nil, fmt.Errorf("%w: resources", errOutput)
	}
	return slices.Concat(before, []byte("/Font <<\n"), entries, after), nil
}

// objects are a face as the file holds it: the composite font, its descendant and descriptor, the outlines and their characters.
func (fc *face) objects(first int, z *deflater) ([]Object, error) {
	data, err := fc.subset()
	if err != nil {
		return nil, err
	}
	e := embedded{fc, subsetName(fc, data)}
	outlines, unicode := z.deflate(data), z.deflate(e.toUnicode())
	return []Object{
		{Dict: []byte(e.fontDict(first+1, first+4))},
		{Dict: []byte(e.descendantDict(first + 2))},
		{Dict: []byte(e.descriptorDict(first + 3))},
		{fmt.Appendf(nil, "<</Length1 %d/Filter/FlateDecode/Length %d>>", len(data), len(outlines)), outlines},
		{fmt.Appendf(nil, "<</Filter/FlateDecode/Length %d>>", len(unicode)), unicode},
	}, nil
}

// Letters write what one copy says in its places.
type Letters struct {
	base  *Base
	pager pager
}

// ownFace marks a face that only one copy has, beside the base's.
const ownFace = "/copy"

// Letters begins a copy. files are the faces that its lines may name.
func (b *Base) Letters(files []scene.FontFile, height scene.Pt) *Letters {
	fs := newFaces(files)
	for i := range files {
		own := files[i]
		own.Font += ownFace
		fs.files[own.Font] = &own
	}
	for font, fc := range b.letters {
		fs.open[font] = fc
	}
	fs.order = make([]*face, b.faces) // a copy's own faces are numbered after the base's
	l := &Letters{base: b, pager: pager{faces: fs}}
	l.pager.content.reset(height)
	return l
}

// Across returns the operators of lines that stand around the origin, along the page's diagonal: only their outlines are drawn, so
// that nothing beneath them is hidden.
func (l *Letters) Across(lines []scene.Line, size scene.Size) ([]byte, error) {
	d := math.Hypot(float64(size.W), float64(size.H))
	cos, sin := float64(size.W)/d, float64(size.H)/d
	head := fmt.Sprintf("/Artifact<</Type/Pagination/Subtype/Watermark>>BDC\nq 0.62 0.62 0.62 RG 0.4 w 1 j 1 Tr %.5f %.5f %.5f %.5f %.2f %.2f cm 0 Tc",
		cos, sin, -sin, cos, float64(size.W)/2, float64(size.H)/2)
	return l.write(head, lines, "Q\nEMC")
}

// Write returns the operators of lines that stand in a place of a page. What the page did before leaves no trace in them.
func (l *Letters) Write(at *Place, lines []scene.Line) ([]byte, error) {
	head := "/Artifact<</Type/Pagination>>BDC"
	if at.Mark >= 0 {
		head = fmt.Sprintf("/%s<</MCID %d>>BDC", at.Kind, at.Mark)
	}
	return l.write(head+"\n0 0 0 rg 0 Tc 0 Tr", lines, "EMC")
}

func (l *Letters) write(head string, lines []scene.Line, tail string) ([]byte, error) {
	c := &l.pager.content
	c.reset(c.height)
	c.op(head)
	for i := range lines {
		line := &lines[i]
		var runs []scene.Run
		for _, r := range line.Runs {
			runs = append(runs, l.split(r)...)
		}
		if err := l.pager.line(line, runs, nil, line.Soft); err != nil {
			return nil, fmt.Errorf("pdf: %w", err)
		}
	}
	c.op(tail)
	return bytes.Clone(c.buf), c.err
}

// split parts a run into what the base's letters draw and what only this copy does.
func (l *Letters) split(r scene.Run) (out []scene.Run) {
	fc := l.base.letters[r.Font]
	has := func(c rune) bool { return fc != nil && fc.cid(c) != 0 }
	chars := []rune(r.Text)
	x := r.X
	for from := 0; from < len(chars); {
		to := from + 1
		for to < len(chars) && has(chars[to]) == has(chars[from]) {
			to++
		}
		part := r
		part.Text, part.Adv, part.X, part.Width = string(chars[from:to]), r.Adv[from:to], x, 0
		for _, a := range part.Adv {
			part.Width += scene.Pt(a)*r.Size/1000 + r.Tracking
		}
		x += part.Width
		if !has(chars[from]) {
			part.Font += ownFace
		}
		out = append(out, part)
		from = to
	}
	return out
}

// Objects are the faces that only this copy has, numbered from first, and the resources with them; none and nil for most copies.
func (l *Letters) Objects(first int) (objects []Object, resources []byte, err error) {
	own := l.pager.faces.order[l.base.faces:]
	if len(own) == 0 {
		return nil, nil, nil
	}
	resources = l.base.Objects[l.base.Resources].Dict
	z := newDeflater(nil)
	for _, fc := range own {
		if resources, err = withFonts(resources, fc.entry(first+len(objects))); err != nil {
			return nil, nil, err
		}
		set, err := fc.objects(first+len(objects), z)
		if err != nil {
			return nil, nil, fmt.Errorf("pdf: %w", err)
		}
		objects = append(objects, set...)
	}
	return objects, resources, nil
}
