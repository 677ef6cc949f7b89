package html

import "roadshow/scene"

// chart writes a chart's drawing with what it shows.
func (w *writer) chart(c *scene.Chart) error {
	w.raw(`<svg role="img" viewBox="`, number(c.Frame.X), " ", number(c.Frame.Y), " ", number(c.Frame.W), " ", number(c.Frame.H), `">`, "<title>")
	w.say(c.Alt)
	w.raw("</title>\n")
	err := w.parts(&w.out, c.Drawing)
	w.raw("</svg>")
	return err
}
