package html

import "roadshow/scene"

// readView writes the document in flow.
func (w *writer) readView(d *scene.Deck) error { return nil }
