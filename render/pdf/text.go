package pdf

import (
	"fmt"
	"strconv"

	"roadshow/scene"
)

// line draws runs of a measured line. Every run is placed at its own x, so no rounding adds up; inside a run the kerning stands
// between the glyphs (TJ), so that the characters, blanks included, remain one string for selection and search.
func (p *pager) line(l *scene.Line, runs []scene.Run, spans []span, soft bool) error {
	c := &p.content
	open, last := false, -1
	for i := range runs {
		if runs[i].Text != "" {
			last = i
		}
	}
	var x0, y0 int64
	for i := range runs {
		r := &runs[i]
		if r.Text == "" {
			continue
		}
		fc, err := p.faces.get(r.Font)
		if err != nil {
			return err
		}
		if !open {
			c.op("BT")
			open = true
		}
		if hidden := r.Color.None(); c.now.hidden != hidden { // no colour paints nothing; the words are there to be found
			c.now.hidden = hidden
			c.op(map[bool]string{true: "3 Tr", false: "0 Tr"}[hidden])
		}
		if !c.now.hidden {
			c.setFill(rgbOf(r.Color))
		}
		if c.now.face != fc || c.now.size != r.Size {
			c.now.face, c.now.size = fc, r.Size
			c.buf = append(c.buf, "/F"...)
			c.buf = strconv.AppendInt(c.buf, int64(fc.res), 10)
			c.buf = append(c.buf, ' ')
			c.num(r.Size)
			c.op("Tf")
		}
		if c.now.tracking != r.Tracking {
			c.now.tracking = r.Tracking
			c.num(r.Tracking)
			c.op("Tc")
		}
		x, y := c.toMilli(r.X), c.toMilli(c.height-l.Baseline+r.Rise)
		c.milli(x - x0)
		c.milli(y - y0)
		c.op("Td")
		x0, y0 = x, y
		if len(spans) > 0 && spans[0].from == i {
			c.op("/Span<</ActualText" + text(spans[0].says) + ">>BDC")
		}
		if err := p.show(fc, l, r, soft && i == last); err != nil {
			return err
		}
		if len(spans) > 0 && spans[0].to == i+1 {
			c.op("EMC")
			spans = spans[1:]
		}
	}
	if open {
		c.op("ET")
	}
	return nil
}

// show writes a run's glyphs. The number between two strings is the nominal advance minus the shaped one. A line that ends
// where the sentence has a blank gets that blank back, so that copied and read-aloud words do not run together.
func (p *pager) show(fc *face, l *scene.Line, r *scene.Run, blank bool) error {
	c := &p.content
	moves, moved := p.moves(r), false
	start := len(c.buf)
	c.buf = append(c.buf, '[', '(')
	shift, i, plainRun := 0, 0, true
	var char rune
	for _, char = range r.Text {
		if i >= len(r.Adv) {
			return fmt.Errorf("%q has more characters than measured advances (%d)", r.Text, len(r.Adv))
		}
		adv := int(r.Adv[i])
		i++
		cid, nominal, err := fc.code(char)
		if err != nil {
			return err
		}
		if cid == ignored {
			shift -= adv
			continue
		}
		if shift != 0 {
			c.kern(shift)
			plainRun = false
		}
		for len(moves) > 0 && (moved && moves[0].to < i || !moved && moves[0].from < i) { // i has gone on
			if moved {
				moves = moves[1:]
			} else {
				p.note(l, r, moves[0])
			}
			c.sign(r.Size)
			moved, plainRun = !moved, false
		}
		c.buf = appendCode(c.buf, cid)
		shift = nominal - adv
	}
	if i != len(r.Adv) {
		return fmt.Errorf("%q has fewer characters than measured advances (%d)", r.Text, len(r.Adv))
	}
	if blank && char != ' ' && fc.has(' ') {
		cid, _, err := fc.code(' ')
		if err != nil {
			return err
		}
		if shift != 0 {
			c.kern(shift)
			plainRun = false
		}
		c.buf = appendCode(c.buf, cid)
	}
	if plainRun {
		c.buf = append(c.buf[:start], c.buf[start+1:]...)
		c.op(")Tj")
	} else {
		c.op(")]TJ")
	}
	return nil
}

// kern closes the string, moves left by n/1000 em and opens the next string.
func (c *content) kern(n int) {
	if k := len(c.buf); c.buf[k-1] == '(' && c.buf[k-2] == '[' {
		c.buf = append(strconv.AppendInt(c.buf[:k-1], int64(n), 10), '(')
		return
	}
	c.buf = append(strconv.AppendInt(append(c.buf, ')'), int64(n), 10), '(')
}

// appendCode writes a two-byte code inside a literal string.
func appendCode(b []byte, cid uint16) []byte {
	for _, v := range [2]byte{byte(cid >> 8), byte(cid)} {
		switch v {
		case '(', ')', '\\':
			b = append(b, '\\', v)
		case '\r': // a reader takes a bare carriage return for a newline
			b = append(b, '\\', 'r')
		default:
			b = append(b, v)
		}
	}
	return b
}
