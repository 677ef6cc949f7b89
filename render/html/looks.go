package html

import (
	"bytes"
	"fmt"
	"strconv"

	"roadshow/scene"
)

// looks are the colours and styles that the body has used, in the order of their first use.
type looks struct {
	colors  map[scene.Color]string
	listed  []scene.Color
	styles  map[style]string
	ordered []style
}

// style is how a block or a stretch of words is set. A line of zero is a stretch inside a line: its height is the block's.
type style struct {
	font                 scene.Font
	size, tracking, line scene.Pt
	color                scene.Color
}

func newLooks() looks {
	return looks{colors: map[scene.Color]string{}, styles: map[style]string{}}
}

// color is a colour as CSS names it: a variable, so that a dark screen can have another. A logo's colours are nobody's to change.
func (w *writer) color(c scene.Color) string {
	if c.None() {
		return "none"
	}
	if c.Token == "logo" {
		return hex(c)
	}
	if w.looks.colors[c] == "" {
		w.looks.listed = append(w.looks.listed, c)
		w.looks.colors[c] = "var(--c" + strconv.Itoa(len(w.looks.listed)) + ")"
	}
	return w.looks.colors[c]
}

// class is the class of a style.
func (w *writer) class(s style) string {
	if w.looks.styles[s] == "" {
		w.color(s.color)
		w.looks.ordered = append(w.looks.ordered, s)
		w.looks.styles[s] = "t" + strconv.Itoa(len(w.looks.ordered))
	}
	return w.looks.styles[s]
}

// css writes the variables and classes.
func (w *writer) css(b *bytes.Buffer, house []tokened) {
	b.WriteString(":root{")
	for _, t := range house {
		fmt.Fprintf(b, "--%s:%s;", t.token, hex(t.color))
	}
	for i, c := range w.looks.listed {
		fmt.Fprintf(b, "--c%d:%s;", i+1, hex(c))
	}
	b.WriteString("}\n")
	for _, t := range house { // slides have their own whatever the frame has
		if t.token == "text" {
			b.WriteString(".s{color:" + hex(t.color) + "}\n")
		}
	}
	for i, s := range w.looks.ordered {
		color := w.color(s.color)
		if color == "none" {
			color = "transparent"
		}
		fmt.Fprintf(b, ".t%d{font:%s/%s %s;color:%s", i+1, px(s.size), px(s.line), w.faces.family(s.font), color)
		if s.tracking != 0 {
			fmt.Fprintf(b, ";letter-spacing:%s", px(s.tracking))
		}
		b.WriteString("}\n")
	}
}
