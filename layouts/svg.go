package layouts

import (
	"roadshow/internal/diag"
	"roadshow/scene"
)

type diagSpan = diag.Span

// drawing draws an SVG file.
func (k *Kit) drawing(c *Canvas, name string, at diagSpan, alt string, x, y, h scene.Pt) scene.Pt {
	return 0
}
