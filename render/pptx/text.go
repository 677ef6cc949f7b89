package pptx

import (
	"math"
	"strings"

	"roadshow/scene"
)

// text writes a text as one box whose lines break where the scene's do.
func (s *slide) text(t *scene.Text) {
	paras := parasOf(t)
	if len(paras) == 0 {
		return
	}
	box, wrap := s.boxOf(t, paras)
	link := wholeLink(paras)
	s.put(`<p:sp><p:nvSpPr>`)
	if t.Role == scene.RoleOrnament && link == "" { // a letter that is drawn: nobody needs to hear it
		s.decoration(s.named(t.Role, t.ID))
	} else {
		s.identity(s.named(t.Role, t.ID), t.Expand, link)
	}
	ph, at := s.placeholder(t, box, s.level(t, paras))
	if ph == "" {
		s.put(`<p:cNvSpPr txBox="1"/><p:nvPr/>`)
	} else {
		s.put(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>`, ph, `</p:nvPr>`)
	}
	s.put(`</p:nvSpPr><p:spPr>`)
	if ph == "" || at != box { // else it stands where its layout has it, and goes where that goes
		s.xfrm("a:xfrm", box, "")
		s.put(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`)
	}
	s.put(`</p:spPr><p:txBody><a:bodyPr wrap="`, wrap, `" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr><a:lstStyle/>`)
	s.paras(t, paras, box.X, link != "")
	s.put(`</p:txBody></p:sp>`)
}

// descent is how far a line reaches below its baseline, in sizes of its type, whatever its face: so office programs measure lines whose
// distance is given. What a line has more than its size stands above it.
const descent = 0.2

// boxOf is where a text's box stands.
func (s *slide) boxOf(t *scene.Text, paras []para) (scene.Rect, string) {
	left, right := scene.Pt(math.Inf(1)), scene.Pt(math.Inf(-1))
	single := true
	for i := range paras {
		p := &paras[i]
		left = min(left, p.left, p.first)
		for k := range p.lines {
			right = max(right, p.lines[k].Right())
		}
		single = single && len(p.lines) == 1
	}
	w, lo, ok := measure(t, paras, left)
	if !ok && divided(paras) {
		w = max(lo, t.Frame.Right()-left)
	} else if !ok {
		// No width breaks all lines where they broke: those that would take a word more are kept from it.
		w = 1.015*lo + 1
		for i := range paras {
			paras[i].hold(t.Align, left, w)
		}
	}
	wrap := "square"
	if single {
		// A line that has room keeps its measure, so that a longer one breaks when somebody writes it. Another has some to spare:
		// not every program knows that a placeholder may hold a line that does not break.
		w, wrap = 1.06*lo+2+spaced(paras), "none"
		if room := t.Frame.Right() - left; t.Align == scene.Left && room > 1.06*w {
			w, wrap = room, "square"
		}
	}
	first, last := paras[0], paras[len(paras)-1]
	top := first.lines[0].Baseline + down(first.lines[0].Runs) - first.leading
	bottom := last.lines[len(last.lines)-1].Baseline + down(last.lines[len(last.lines)-1].Runs)
	box := scene.Rect{X: left, Y: top, W: w, H: bottom - top}
	switch t.Align {
	case scene.Right:
		box.X = right - w
	case scene.Center:
		l := first.lines[0]
		box.X = (l.X()+l.Right())/2 - w/2
	}
	return box, wrap
}

// spaced is what some programs put between Chinese and other characters: a quarter of the size.
func spaced(paras []para) (w scene.Pt) {
	for i := range paras {
		var last rune
		for _, r := range paras[i].runs {
			for _, c := range r.Text {
				if last != 0 && isHan(last) != isHan(c) {
					w += r.Size / 4
				}
				last = c
			}
		}
	}
	return w
}

// down is how far a line reaches below its baseline.
func down(runs []scene.Run) (d scene.Pt) {
	for i := range runs {
		d = max(d, descent*runs[i].Size)
	}
	return d
}

// paras writes the paragraphs of a box whose left edge is at x.
func (s *slide) paras(t *scene.Text, paras []para, x scene.Pt, linked bool) {
	for i := range paras {
		p := &paras[i]
		s.put(`<a:p><a:pPr`)
		if t.Align == scene.Left {
			if in := p.left - x; in > near {
				s.put(` marL="`, emu(in), `"`)
			} else {
				s.put(` marL="0"`)
			}
			if hang := p.first - p.left; math.Abs(float64(hang)) > near {
				s.put(` indent="`, emu(hang), `"`)
			} else {
				s.put(` indent="0"`)
			}
		} else {
			s.put(` marL="0" indent="0" algn="`, map[scene.Align]string{scene.Right: "r", scene.Center: "ctr"}[t.Align], `"`)
		}
		s.put(`><a:lnSpc><a:spcPts val="`, cent(p.leading), `"/></a:lnSpc><a:spcBef><a:spcPts val="`, cent(p.before), `"/></a:spcBef>`)
		if p.marker != "" {
			s.bullet(p)
		} else {
			s.put(`<a:buNone/>`)
		}
		s.put(`</a:pPr>`)
		for k := range p.runs {
			if p.breaks[k] {
				s.put(`<a:br>`)
				s.style(t, p, k-1, "rPr", true)
				s.put(`</a:br>`)
			}
			end := `</a:t></a:r>`
			if t == s.number {
				s.put(`<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">`)
				end = `</a:t></a:fld>`
			} else {
				s.put(`<a:r>`)
			}
			s.style(t, p, k, "rPr", linked)
			s.put(`<a:t>`, esc(p.runs[k].Text), end)
		}
		s.put(`</a:p>`)
	}
}

// bullet writes the mark of a list's item.
func (s *slide) bullet(p *para) {
	if n, stop := strings.CutSuffix(p.marker, "."); stop && number(n) > 0 {
		s.put(`<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"`)
		if number(n) > 1 {
			s.put(` startAt="`, number(n), `"`)
		}
		s.put(`/>`)
		return
	}
	s.put(`<a:buFontTx/><a:buChar char="`, esc(p.marker), `"/>`)
}

func number(s string) (n int) {
	for _, r := range s {
		if r < '0' || r > '9' || n > 1000 {
			return 0
		}
		n = 10*n + int(r-'0')
	}
	return n
}

// style writes how a run looks, in the order that the schema asks for.
func (s *slide) style(t *scene.Text, p *para, k int, tag string, linked bool) {
	r := &p.runs[k]
	f := s.w.faces[r.Font]
	size, raised := r.Size, ""
	if r.Rise != 0 {
		// Office programs make what they raise smaller themselves.
		if base := s.baseSize(p); base > r.Size {
			size = base
		}
		raised = ` baseline="` + itoa(int(math.Round(float64(r.Rise/size)*100000))) + `"`
	}
	s.put(`<a:`, tag)
	if tag == "rPr" {
		s.put(` lang="`, s.w.lang(t.Lang, f.han), `"`)
		if f.han {
			s.put(` altLang="en-US"`)
		}
	}
	s.put(` sz="`, cent(size), `" b="`, bit(f.bold), `" i="`, bit(f.italic), `"`)
	if r.Tracking != 0 {
		s.put(` spc="`, cent(r.Tracking), `"`)
	}
	s.put(raised)
	if tag == "rPr" {
		s.put(` dirty="0"`)
	}
	s.put(`>`)
	if r.Color.None() {
		s.put(`<a:noFill/>`)
	} else {
		s.fill(r.Color)
	}
	if f.han {
		ea := "+mn-ea"
		if f.serif {
			ea = "+mj-ea"
		}
		s.put(`<a:latin typeface="`, ea, `"/><a:ea typeface="`, ea, `"/>`)
	} else {
		s.face("latin", f, s.theme)
	}
	if r.Link != "" && !linked && tag == "rPr" {
		s.link(r.Link, !r.Color.None())
	}
	s.put(`</a:`, tag, `>`)
}

// level is the style of a text's first paragraph as its layout gives it to a placeholder.
func (s *slide) level(t *scene.Text, paras []para) string {
	if s.page != s.layout.pages[0] {
		return "" // only the first slide is asked
	}
	own := &slide{part: &part{}, w: s.w, theme: s.theme}
	p := &paras[0]
	own.put(`<a:lvl1pPr marL="0" indent="0" algn="`, [...]string{"l", "r", "ctr"}[t.Align], `"><a:lnSpc><a:spcPts val="`, cent(p.leading), `"/></a:lnSpc><a:buNone/>`)
	own.style(t, p, 0, "defRPr", true)
	own.put(`</a:lvl1pPr>`)
	return own.String()
}

// baseSize is the size of the words that a raised one stands at.
func (s *slide) baseSize(p *para) (size scene.Pt) {
	for i := range p.runs {
		if p.runs[i].Rise == 0 {
			size = max(size, p.runs[i].Size)
		}
	}
	return size
}

func bit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}
