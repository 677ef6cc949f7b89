package html

import (
	"bytes"
	"fmt"
	"math"
	"slices"
	"strconv"

	"roadshow/scene"
)

// flows are the styles and distances that the document's view has used. Lengths are points times --z, the size of the view's point.
type flows struct {
	styles  map[style]string
	ordered []style
	gaps    []int // points between what stands one under the other
	pads    []int
}

// class is the class of a style in flow. A line of zero is a stretch in a line.
func (f *flows) class(s style) string {
	if f.styles == nil {
		f.styles = map[style]string{}
	}
	if f.styles[s] == "" {
		f.ordered = append(f.ordered, s)
		f.styles[s] = "r" + strconv.Itoa(len(f.ordered))
	}
	return f.styles[s]
}

// most is the largest distance that is kept: more is the page's own room.
const most = 40

// gap is the class of a distance to what stands above.
func (f *flows) gap(v scene.Pt) string { return "g" + distance(&f.gaps, v) }

// pad is gap within what it is the distance of.
func (f *flows) pad(v scene.Pt) string { return "q" + distance(&f.pads, v) }

func distance(list *[]int, v scene.Pt) string {
	n := int(math.Round(float64(max(0, min(v, most)))))
	if !slices.Contains(*list, n) {
		*list = append(*list, n)
	}
	return strconv.Itoa(n)
}

// display is the size from which words give way in the narrow view.
const display = 15

// css writes the classes.
func (f *flows) css(w *writer, b *bytes.Buffer) {
	for i, s := range f.ordered {
		fmt.Fprintf(b, ".r%d{font-family:%s;font-size:calc(%spx*var(--z))", i+1, w.faces.family(s.font), number(s.size))
		if c := w.color(s.color); c != "none" {
			fmt.Fprintf(b, ";color:%s", c)
		}
		if s.line > 0 {
			fmt.Fprintf(b, ";line-height:%s", number(s.line/s.size))
		}
		if s.tracking != 0 {
			fmt.Fprintf(b, ";letter-spacing:%sem", strconv.FormatFloat(math.Round(float64(s.tracking/s.size)*1000)/1000, 'f', -1, 64))
		}
		b.WriteString("}\n")
	}
	for _, n := range f.gaps {
		fmt.Fprintf(b, ".g%d{margin-top:calc(%dpx*var(--z))}\n", n, n)
	}
	for _, n := range f.pads {
		fmt.Fprintf(b, ".q%d{padding-top:calc(%dpx*var(--z))}\n", n, n)
	}
	b.WriteString("@media screen and (max-width:699px){")
	for i, s := range f.ordered {
		if s.size > display {
			fmt.Fprintf(b, ".r%d{font-size:calc(%spx*var(--z))}", i+1, number(display+(s.size-display)*0.42))
		}
	}
	b.WriteString("}\n")
}
