package pptx

import "roadshow/scene"

// chart writes a chart as one that office programs know, with its workbook, and says whether it could: else its drawing is written.
func (s *slide) chart(c *scene.Chart) (bool, error) { return false, nil }
