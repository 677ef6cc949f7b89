package pptx

import (
	"roadshow/scene"
)

// places are where labels stand, by the names of the files.
var placeNames = [...]string{scene.OutEnd: "outEnd", scene.InEnd: "inEnd", scene.Middle: "ctr", scene.Above: "t", scene.Below: "b", scene.LeftOf: "l", scene.RightOf: "r"}

// way is how labels look that are values.
type way struct {
	format string
	place  scene.Place
	style  scene.Style
}

// wayOf is how a label looks that is a value and stands where it belongs.
func wayOf(l *scene.Label) (way, bool) {
	if l == nil || l.Format == "" || l.Named || l.Shift != (scene.Point{}) {
		return way{}, false
	}
	return way{l.Format, l.Place, l.Spans[0].Style}, true
}

// labels writes the labels of a series: those that most of its values have once for all, so that new values get them too, the others each
// for itself. Words that are no values are taken from cells, where there are some.
func (g *native) labels(at func(row int) *scene.Label, cells *column) {
	count, best, most := map[way]int{}, way{}, 0
	some := false
	for row := range g.rows {
		l := at(row)
		some = some || l != nil
		if w, ok := wayOf(l); ok && cells == nil {
			if count[w]++; count[w] > most {
				best, most = w, count[w]
			}
		}
	}
	if !some {
		return
	}
	g.put(`<c:dLbls>`)
	for row := range g.rows {
		l := at(row)
		w, ok := wayOf(l)
		switch {
		case l == nil && most > 0:
			g.put(`<c:dLbl><c:idx val="`, row, `"/><c:delete val="1"/></c:dLbl>`)
		case l == nil, ok && most > 0 && w == best:
		case ok && cells == nil:
			g.put(`<c:dLbl><c:idx val="`, row, `"/>`)
			g.value(w)
			g.put(`</c:dLbl>`)
		default:
			g.richLabel(row, l, cells)
		}
	}
	if most > 0 {
		g.value(best)
	} else {
		g.shows(false, false)
	}
	g.put(`</c:dLbls>`)
}

// value writes how a value is printed at its mark.
func (g *native) value(w way) {
	g.put(`<c:numFmt formatCode="`, esc(w.format), `" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>`)
	g.txPr(w.style, "none")
	g.put(`<c:dLblPos val="`, placeNames[w.place], `"/>`)
	g.shows(true, false)
}

func (g *native) shows(value, series bool) {
	g.put(`<c:showLegendKey val="0"/><c:showVal val="`, bit(value), `"/><c:showCatName val="0"/><c:showSerName val="`, bit(series), `"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>`)
}

// richLabel writes a label that is more than a value. The name of a series, its value and what a cell says go where those go.
func (g *native) richLabel(row int, l *scene.Label, cells *column) {
	g.put(`<c:dLbl><c:idx val="`, row, `"/>`)
	if l.Shift != (scene.Point{}) {
		g.put(`<c:layout><c:manualLayout><c:x val="`, share(l.Shift.X, g.c.Frame.W), `"/><c:y val="`, share(l.Shift.Y, g.c.Frame.H), `"/></c:manualLayout></c:layout>`)
	}
	g.put(`<c:tx><c:rich>`, labelBody, `<a:lstStyle/><a:p>`)
	fields := cells != nil
	for i, s := range l.Spans {
		last := i == len(l.Spans)-1
		switch {
		case cells != nil && i == 0:
			g.field("CELLRANGE", "{6C1B5B0E-2F0B-4B7C-9C55-6C0A5A0B7D01}", s)
		case cells != nil:
		case l.Named && i == 0:
			g.field("SERIESNAME", "{6C1B5B0E-2F0B-4B7C-9C55-6C0A5A0B7D02}", s)
			fields = true
		case l.Format != "" && last:
			g.field("VALUE", "{6C1B5B0E-2F0B-4B7C-9C55-6C0A5A0B7D03}", s)
			fields = true
		default:
			g.put(`<a:r>`)
			g.face2(s.Style, "rPr")
			g.put(`<a:t>`, esc(s.Text), `</a:t></a:r>`)
		}
	}
	g.put(`</a:p></c:rich></c:tx>`)
	if l.Format != "" && cells == nil {
		g.put(`<c:numFmt formatCode="`, esc(l.Format), `" sourceLinked="0"/>`)
	}
	g.put(`<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:dLblPos val="`, placeNames[l.Place], `"/>`)
	g.shows(cells == nil, l.Named)
	if fields {
		g.put(`<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart">`)
		if cells != nil {
			g.put(`<c15:showDataLabelsRange val="1"/>`)
		} else {
			g.put(`<c15:dlblFieldTable/>`)
		}
		g.put(`</c:ext></c:extLst>`)
	}
	g.put(`</c:dLbl>`)
}

// fromCells names the cells that labels are taken from.
func (g *native) fromCells(c *column, texts []string) {
	g.put(`<c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"><c15:datalabelsRange><c15:f>`, c.ref(),
		`</c15:f><c15:dlblRangeCache><c:ptCount val="`, len(texts), `"/>`)
	for i, t := range texts {
		g.put(`<c:pt idx="`, i, `"><c:v>`, esc(t), `</c:v></c:pt>`)
	}
	g.put(`</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`)
}

func (g *native) field(kind, id string, s scene.Span) {
	g.put(`<a:fld id="`, id, `" type="`, kind, `">`)
	g.face2(s.Style, "rPr")
	g.put(`<a:pPr/><a:t>`, esc(s.Text), `</a:t></a:fld>`)
}

const labelBody = `<a:bodyPr rot="0" spcFirstLastPara="1" vertOverflow="overflow" horzOverflow="overflow" vert="horz" wrap="none" lIns="19050" tIns="19050" rIns="19050" bIns="19050" anchor="ctr"><a:spAutoFit/></a:bodyPr>`

// txPr writes how words look.
func (g *native) txPr(st scene.Style, wrap string) {
	body := labelBody
	if wrap == "" {
		body = `<a:bodyPr rot="0" vert="horz"/>`
	}
	g.put(`<c:txPr>`, body, `<a:lstStyle/><a:p><a:pPr>`)
	g.face2(st, "defRPr")
	g.put(`</a:pPr><a:endParaRPr lang="`, g.w.lang("", false), `"/></a:p></c:txPr>`)
}

// face2 writes a style for Latin and for Chinese words.
func (g *native) face2(st scene.Style, tag string) {
	f := g.w.faces[st.Font]
	g.put(`<a:`, tag)
	if tag == "rPr" {
		g.put(` lang="`, g.w.lang("", f.han), `"`)
	}
	g.put(` sz="`, cent(st.Size), `" b="`, bit(f.bold), `" i="`, bit(f.italic), `">`)
	if !st.Color.None() {
		g.fill(st.Color)
	}
	ea := "+mn-ea"
	if f.serif {
		ea = "+mj-ea"
	}
	if f.family != "" && !f.han {
		g.face("latin", f, g.theme)
	}
	g.put(`<a:ea typeface="`, ea, `"/></a:`, tag, `>`)
}
