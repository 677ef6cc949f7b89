package typeset

import (
	"math"

	"roadshow/scene"
)

// listHang2 is the distance from a second-level marker to its words, in points.
const listHang2 = 10

// markerGap is the least distance from the end of a marker to its words, in points.
const markerGap = 4

// Width is the drawn width of one line of text, tracking included.
func (f *Fonts) Width(text string, style scene.Style) scene.Pt {
	k, m := scene.Span{Text: text, Style: style}, f.remembered()
	w, ok := m.widths[k]
	if !ok {
		w = f.measure(text, style)
		remember(&m.widths, k, w)
	}
	return w
}

func (f *Fonts) measure(text string, style scene.Style) scene.Pt {
	f.one[0] = f.tightened(scene.Span{Text: text, Style: style})
	f.set.load(f.one[:])
	f.shapeAll()
	s := &f.set
	widest := 0.0
	for from, to := 0, 0; from < len(s.runes); from = to + 1 {
		for to = from; to < len(s.runes) && s.runes[to] != '\n'; to++ {
		}
		end := to
		for end > from && isSpace(s.runes[end-1]) {
			end--
		}
		widest = max(widest, f.width(from, end))
	}
	return scene.Pt(widest)
}

// Set breaks one paragraph into lines. Blocks are shared: nobody may change what they hold.
func (f *Fonts) Set(spans []scene.Span, o Options) Block {
	if len(spans) != 1 {
		return f.SetParas([]scene.Para{{Spans: spans}}, o)
	}
	k, m := setting{spans[0], o}, f.remembered()
	b, ok := m.blocks[k]
	if !ok {
		b = f.SetParas([]scene.Para{{Spans: spans}}, o)
		remember(&m.blocks, k, b)
	}
	f.used |= b.faces
	return b
}

// SetParas breaks paragraphs into lines. A list item's words are indented by its level and its marker hangs before them.
func (f *Fonts) SetParas(paras []scene.Para, o Options) Block {
	if f.tight > 0 {
		paras = f.allTightened(paras)
	}
	b := Block{Paras: make([]scene.Para, 0, len(paras)), align: o.Align, measure: o.Width}
	before := f.used
	f.used = 0
	hangs := f.hangs(paras, o)
	f.set.several = len(paras) > 1
	y, after := scene.Pt(0), scene.Pt(0)
	for i, p := range paras {
		first := len(b.Lines)
		f.setPara(&b, p, i, o, hangs)
		if len(b.Lines) > first {
			if first > 0 {
				b.Height += after
			}
			for k := first; k < len(b.Lines); k++ {
				lead := b.facts[k].leading
				if k > 0 {
					y += lead
					if k == first {
						y += after
					}
				}
				b.Height += lead
				b.Lines[k].Baseline = y
			}
			after = 0
		}
		after = max(after, p.After)
	}
	b.finish()
	b.faces = f.used
	f.used |= before
	return b
}

// hangs finds the distance from marker to words for both levels: as asked, or more where a marker is wide.
func (f *Fonts) hangs(paras []scene.Para, o Options) [2]scene.Pt {
	h := [2]scene.Pt{12, listHang2}
	if o.MarkerHang > 0 {
		h[0] = o.MarkerHang
	}
	for _, p := range paras {
		if p.Marker != "" && len(p.Spans) > 0 {
			level := min(max(p.Depth, 0), 1)
			h[level] = max(h[level], f.Width(p.Marker, p.Spans[0].Style)+markerGap)
		}
	}
	return h
}

func (f *Fonts) setPara(b *Block, p scene.Para, index int, o Options, hangs [2]scene.Pt) {
	indent, hang := o.Indent, hangs[0]
	if p.Depth > 0 {
		indent += hangs[0] + hangs[1]*scene.Pt(p.Depth-1)
		hang = hangs[1]
	}
	if p.Marker != "" {
		indent += hang
	} else {
		hang = 0
	}
	var marker []scene.Run
	if p.Marker != "" && len(p.Spans) > 0 {
		marker = f.runsOf(scene.Span{Text: p.Marker, Style: p.Spans[0].Style}, indent-hang)
	}
	s := &f.set
	s.part, s.tear = false, false
	s.load(p.Spans)
	f.shapeAll()
	o.Indent = indent
	measure := float64(o.Width - indent)
	if o.Width <= 0 || o.Break == NoBreak {
		measure = 0
	} else if measure <= 0 {
		measure = slack // one character a line
	}
	f.split(measure, o.Hyphenate && o.Break != NoBreak && f.editor == NoEditor)
	if s.wide {
		spans, shrunk := f.holdNumbers(p.Spans, measure, o.Hyphenate)
		p.Spans, b.Shrunk = spans, b.Shrunk || shrunk
	}
	f.chooseEnds(o)
	p.Spans = s.spans()
	b.Paras = append(b.Paras, p)

	leading := s.leading()
	adv := make([]int16, 0, len(s.runes))
	from := 0
	for _, end := range s.ends {
		last := s.segs[end-1]
		a, z := int(s.segs[from].start), int(last.end)
		facts := lineFacts{leading: leading}
		facts.span, facts.offset = s.locate(int(last.next))
		f.measureInk(a, z, &facts)
		line := scene.Line{Para: index, Soft: last.soft && int(end) < len(s.segs)}
		line.Runs, adv = f.runs(a, z, adv)
		if last.hyphen && int(end) < len(s.segs) {
			f.hyphen(&line, z)
		}
		f.align(&line, o, a, z, from == 0)
		if from == 0 && marker != nil && len(line.Runs) > 0 {
			line.Runs = append(marker, line.Runs...)
		}
		b.Lines = append(b.Lines, line)
		b.facts = append(b.facts, facts)
		from = int(end)
	}
}

// leading is the paragraph's largest; 1.2 × the size where a style has none.
func (s *setter) leading() scene.Pt {
	var out scene.Pt
	for _, sp := range s.styles {
		l := sp.Style.Leading
		if l <= 0 {
			l = 1.2 * sp.Style.Size
		}
		out = max(out, l)
	}
	return out
}

// locate finds the span and the byte in it where the character at i starts.
func (s *setter) locate(i int) (span, offset int) {
	if i >= len(s.runes) {
		return len(s.styles), 0
	}
	span = int(s.span[i])
	return span, int(s.off[i] - s.starts[span])
}

// measureInk finds the size and the reach of the ink of the characters a..z.
func (f *Fonts) measureInk(a, z int, facts *lineFacts) {
	s := &f.set
	low, high, scale, rise := 0, 0, 0.0, 0.0
	flush := func() {
		facts.up = max(facts.up, scene.Pt(float64(high)*scale+rise))
		facts.down = max(facts.down, scene.Pt(-float64(low)*scale-rise))
	}
	for i := a; i < z; i++ {
		if i == a || s.changes(i) {
			flush()
			size := s.style(i).Size
			facts.size = max(facts.size, size)
			facts.up, facts.down = max(facts.up, 0.8*size), max(facts.down, 0.25*size)
			low, high, scale, rise = 0, 0, s.size(i)/1000, float64(s.styles[s.span[i]].Rise)
		}
		g := f.face(s.faces[i]).glyph(s.runes[i])
		low, high = min(low, int(g.low)), max(high, int(g.high))
	}
	flush()
}

// runs builds the runs of the characters a..z from x = 0 on. Their advances are kept in adv.
func (f *Fonts) runs(a, z int, adv []int16) ([]scene.Run, []int16) {
	s := &f.set
	n := 0
	for i := a; i < z; i++ {
		if i == a || s.changes(i) {
			n++
		}
	}
	if n == 0 {
		return nil, adv
	}
	out := make([]scene.Run, 0, n)
	x := scene.Pt(0)
	for from := a; from < z; {
		to := from + 1
		for to < z && !s.changes(to) {
			to++
		}
		mark := len(adv)
		adv = append(adv, s.adv[from:to]...)
		if to == z {
			adv[len(adv)-1] = int16(f.nominal(to - 1))
		}
		own := adv[mark:len(adv):len(adv)]
		sum := 0
		for _, v := range own {
			sum += int(v)
		}
		sp, face := &s.styles[s.span[from]], f.face(s.faces[from])
		f.used |= 1 << face.id
		run := scene.Run{
			Text: s.drawn(from, to), Font: face.file.Font, Size: scene.Pt(s.size(from)), Color: sp.Style.Color,
			Tracking: sp.Style.Tracking, X: x, Rise: sp.Rise, Link: sp.Link, Adv: own,
		}
		run.Width = scene.Pt(sum)*run.Size/1000 + run.Tracking*scene.Pt(len(own))
		x += run.Width
		out = append(out, run)
		from = to
	}
	return out, adv
}

// hyphen ends a line that divides a word.
func (f *Fonts) hyphen(l *scene.Line, z int) {
	l.Hyphen = true
	r := &l.Runs[len(l.Runs)-1]
	adv := f.face(f.set.faces[z-1]).glyph('-').advance()
	r.Text += "-"
	r.Adv = append(r.Adv, int16(adv))
	r.Width += scene.Pt(adv)*r.Size/1000 + r.Tracking
}

// runsOf sets a marker: one line at x.
func (f *Fonts) runsOf(sp scene.Span, x scene.Pt) []scene.Run {
	s := &f.set
	s.load([]scene.Span{sp})
	f.shapeAll()
	out, _ := f.runs(0, len(s.runes), nil)
	for i := range out {
		out[i].X += x
	}
	return out
}

// align moves a line to its place in the measure.
func (f *Fonts) align(l *scene.Line, o Options, a, z int, first bool) {
	if len(l.Runs) == 0 {
		return
	}
	dx, width := o.Indent, l.Right()
	switch o.Align {
	case scene.Left:
		if o.Hang {
			l.Hang = f.hang(a, z, first)
		} else {
			l.Hang = scene.Pt(float64(f.startBlank(a)) * f.set.size(a) / 1000)
		}
		dx -= l.Hang
	case scene.Right:
		dx = max(o.Width, 0) - width
	case scene.Center:
		dx = (max(o.Width, 0) + o.Indent - width) / 2
	}
	for i := range l.Runs {
		l.Runs[i].X += dx
	}
}

// displaySize is where the optical hang of side bearings starts, in points.
const displaySize = 24

// hang is how far a line's first glyph stands outside the text edge: a quotation mark wholly in display sizes and by
// 0.42 em in front of body text, any other glyph by its side bearing in display sizes.
func (f *Fonts) hang(a, z int, first bool) scene.Pt {
	s := &f.set
	size := s.size(a)
	bearing := func(i int) float64 {
		face := f.face(s.faces[i])
		return max(0, float64(face.bearing(int(face.glyph(s.runes[i]).id)))*s.size(i)/1000)
	}
	quote := opensQuote(s.runes[a])
	switch {
	case f.editor != NoEditor && (!quote || !first):
		return 0
	case f.editor != NoEditor && size >= displaySize && z > a+1:
		return scene.Pt(s.pos[a+1] - s.pos[a])
	case size >= displaySize && quote && z > a+1:
		return scene.Pt(s.pos[a+1] - s.pos[a] + bearing(a+1))
	case size >= displaySize:
		return scene.Pt(bearing(a))
	case quote && first:
		return scene.Pt(math.Min(0.42*size, s.pos[a+1]-s.pos[a]))
	}
	return 0
}
