package charts

import "roadshow/internal/diag"

func (c *check) trend(a Annotation, at diag.Span) {}
