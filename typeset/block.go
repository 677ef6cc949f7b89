package typeset

import "roadshow/scene"

// Place returns the lines moved so that the block's left edge is at x and its first baseline at y.
func (b Block) Place(x, y scene.Pt) []scene.Line {
	if len(b.Lines) == 0 {
		return nil
	}
	n := 0
	for _, l := range b.Lines {
		n += len(l.Runs)
	}
	runs := make([]scene.Run, 0, n)
	lines := make([]scene.Line, len(b.Lines))
	for i, l := range b.Lines {
		from := len(runs)
		runs = append(runs, l.Runs...)
		l.Runs = runs[from:len(runs):len(runs)]
		for k := range l.Runs {
			l.Runs[k].X += x
		}
		l.Baseline += y
		lines[i] = l
	}
	return lines
}

// Text is the block as an item with its left edge at x and its first baseline at y. Its frame is as wide as the measure
// (as the lines, where there is none) and as high as the ink, 0.8 and 0.25 of the size at least.
func (b Block) Text(id string, role scene.Role, x, y scene.Pt) *scene.Text {
	return &scene.Text{ID: id, Role: role, Frame: b.Frame(x, y), Paras: b.Paras, Lines: b.Place(x, y), Align: b.align}
}

// Frame is the frame that Text gives.
func (b Block) Frame(x, y scene.Pt) scene.Rect {
	r := scene.Rect{X: x, Y: y, W: b.measure}
	if len(b.Lines) == 0 {
		return r
	}
	left, right := scene.Pt(0), max(b.measure, 0)
	if b.measure <= 0 {
		left = b.Lines[0].X()
	}
	for _, l := range b.Lines {
		left, right = min(left, l.X()+l.Hang), max(right, l.Right())
	}
	r.X, r.W = x+left, right-left
	var top, bottom scene.Pt
	for i, l := range b.Lines {
		if i < len(b.facts) {
			top, bottom = min(top, l.Baseline-b.facts[i].up), max(bottom, l.Baseline+b.facts[i].down)
		}
	}
	r.Y, r.H = y+top, bottom-top
	return r
}

// Split parts a block after n lines, for page breaks. A paragraph that is cut has its words in both, and no marker in the
// second.
func (b Block) Split(n int) (Block, Block) {
	n = min(max(n, 0), len(b.Lines))
	head, tail := b, b
	switch n {
	case 0:
		return Block{align: b.align, measure: b.measure}, b
	case len(b.Lines):
		return b, Block{align: b.align, measure: b.measure}
	}
	cut, para := b.facts[n-1], b.Lines[n-1].Para
	head.Lines, head.facts = b.Lines[:n:n], b.facts[:n:n]
	tail.facts = append([]lineFacts(nil), b.facts[n:]...)
	head.Paras = append([]scene.Para(nil), b.Paras[:para+1]...)
	skip := para
	if b.Lines[n].Para == para {
		whole := b.Paras[para]
		first, second := cutSpans(whole.Spans, cut.span, cut.offset)
		head.Paras[para].Spans, head.Paras[para].After = first, 0
		whole.Spans, whole.Marker = second, ""
		tail.Paras = append([]scene.Para{whole}, b.Paras[para+1:]...)
		for i := range tail.facts { // the places of later breaks count from the cut now
			if b.Lines[n+i].Para != para {
				break
			}
			if at := &tail.facts[i]; at.span == cut.span {
				at.span, at.offset = 0, at.offset-cut.offset
			} else {
				at.span -= cut.span
			}
		}
	} else {
		skip = b.Lines[n].Para // empty paragraphs between vanish
		tail.Paras = b.Paras[skip:]
	}
	tail.Lines = make([]scene.Line, len(b.Lines)-n)
	for i, l := range b.Lines[n:] {
		l.Baseline -= b.Lines[n].Baseline
		l.Para -= skip
		tail.Lines[i] = l
	}
	last := b.Lines[n-1]
	head.Height = b.facts[0].leading + last.Baseline
	tail.Height = b.facts[n].leading + tail.Lines[len(tail.Lines)-1].Baseline
	head.finish()
	tail.finish()
	return head, tail
}

// cutSpans parts spans at a byte of one of them.
func cutSpans(spans []scene.Span, at, offset int) (head, tail []scene.Span) {
	at = min(at, len(spans))
	head = append(head, spans[:at]...)
	if at == len(spans) {
		return head, nil
	}
	first, second := spans[at], spans[at]
	first.Text, second.Text = first.Text[:offset], second.Text[offset:]
	if offset > 0 {
		head = append(head, first)
	}
	return head, append([]scene.Span{second}, spans[at+1:]...)
}

// finish computes a block's extent from its lines.
func (b *Block) finish() {
	b.Width = 0
	for _, l := range b.Lines {
		b.Width = max(b.Width, l.Right()-min(l.X(), 0))
	}
	if len(b.facts) > 0 {
		b.Ascent = 0.7 * b.facts[0].size
	}
}
