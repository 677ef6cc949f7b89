package layouts

import "roadshow/briefing"

// share puts a chart and a short quotation on one slide; false when they do not fit together.
func (s *Slides) share(chart, quote *briefing.Block) bool {
	return false
}
