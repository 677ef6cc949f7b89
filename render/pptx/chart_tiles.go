package pptx

import (
	"math"
	"slices"

	"roadshow/scene"
)

// steps of the axis across tiles: places on it are whole numbers.
const tileSteps = 10000

// tiles writes shares upon each other in columns as wide as their size: areas that rise and fall at the columns' edges, upon an axis
// that counts days. The sheet has the table, and beside it where the edges are, from its sizes. A part that steps back in some columns
// is two areas, one of each tone.
func (g *native) tiles() {
	parts := len(g.n.Wide[0].Tones)
	var data []*column
	for k := range g.c.Data.Series {
		data = append(data, g.column(k))
	}
	across := g.edges(data[:parts], data[parts:])
	g.put(`<c:areaChart><c:grouping val="stacked"/><c:varyColors val="0"/>`)
	for k := parts - 1; k >= 0; k-- {
		var tones []scene.Color
		for _, w := range g.n.Wide {
			if !slices.Contains(tones, w.Tones[k]) {
				tones = append(tones, w.Tones[k])
			}
		}
		for i, tone := range tones {
			col := column{head: g.called(k) + ", area"}
			if i > 0 {
				col.head += " " + itoa(i+1)
			}
			for row := range g.n.Wide {
				share := figure{known: true}
				if g.n.Wide[row].Tones[k] == tone {
					share = partOf(data[:parts], k, row)
				}
				col.cells = append(col.cells, share, share, figure{known: true}, figure{known: true})
			}
			col.cells = col.cells[:len(across.cells)]
			c := g.book.add(col)
			g.head(c)
			g.put(`<c:spPr>`)
			g.fill(tone)
			g.pen(scene.Stroke{Color: g.theme.ground, Width: 1.5}) // parts lie apart
			g.put(`</c:spPr>`)
			g.cells("cat", across)
			g.cells("val", c)
			g.put(`</c:ser>`)
		}
	}
	g.put(axisIDs, `</c:areaChart><c:dateAx><c:axId val="`, acrossAxis, `"/><c:scaling><c:orientation val="minMax"/><c:max val="`, tileSteps, `"/><c:min val="1"/></c:scaling>`,
		`<c:delete val="1"/><c:axPos val="b"/><c:numFmt formatCode="yyyy-mm-dd" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>`,
		`<c:crossAx val="`, valueAxis, `"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="days"/></c:dateAx>`)
	g.values(valueAxis, acrossAxis, "l", g.n.Values, noAxis, "autoZero", "midCat")
}

// partOf is the share of a part in its row, as the sheet computes it.
func partOf(parts []*column, k, row int) figure {
	var sum float64
	for _, p := range parts {
		sum += p.cells[row].v
	}
	if sum == 0 {
		return figure{known: true}
	}
	at := itoa(row + 2)
	return counted(100*parts[k].cells[row].v/sum, "100*"+parts[k].letter+at+"/SUM("+parts[0].letter+at+":"+parts[len(parts)-1].letter+at+")")
}

// edges adds the places to the sheet at which areas rise and fall: both ends of each column, and of the gap behind it. Columns are as
// wide as their sizes, where they have some, or as the sums of their parts; the total's width says nothing.
func (g *native) edges(parts, sizes []*column) *column {
	from, to := parts[0], parts[len(parts)-1]
	if len(sizes) > 0 {
		from, to = sizes[0], sizes[0]
	}
	size := func(row int) (v float64) {
		if len(sizes) > 0 {
			return sizes[0].cells[row].v
		}
		for _, p := range parts {
			v += p.cells[row].v
		}
		return v
	}
	cells := func(first, last int) string {
		return "SUM(" + from.letter + itoa(first+2) + ":" + to.letter + itoa(last+2) + ")"
	}
	var all, room float64
	sized := 0
	for row, w := range g.n.Wide {
		if !w.Total {
			all, room, sized = all+size(row), room+w.To-w.From, row+1
		}
	}
	room = math.Round(room * tileSteps)
	x := g.book.add(column{head: "Edge, as a day", format: "yyyy-mm-dd"})
	at := 1.0
	put := func(by float64, formula string) {
		if at += by; len(x.cells) == 0 {
			x.cells = append(x.cells, typed(at))
			return
		}
		x.cells = append(x.cells, counted(at, x.letter+itoa(len(x.cells)+1)+"+"+formula))
	}
	for row, w := range g.n.Wide {
		if row > 0 {
			put(1, "1")
			gap := math.Round((w.From-g.n.Wide[row-1].To)*tileSteps) - 2
			put(gap, float(gap))
			put(1, "1")
		} else {
			put(0, "")
		}
		own := math.Round((w.To - w.From) * tileSteps)
		if wide := math.Round(size(row) / all * room); !w.Total && math.Abs(wide-own) <= 2 {
			put(wide, "ROUND("+cells(row, row)+"/"+cells(0, sized-1)+"*"+float(room)+",0)")
		} else { // columns of shares alone are alike
			put(own, float(own))
		}
	}
	return x
}
