package roadshow

import (
	"strings"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// examine checks finished pages and reports what a reader would see as wrong. A fault is this program's, or that of colours
// somebody chose: either way no file is written that would be embarrassing.
func examine(d *scene.Deck, b *briefing.Briefing, file string, l *diag.List) *scene.Report {
	// A missing source is the author's to mend and has its own warning.
	misfit := l.Failed(false)
	r := scene.Examine(d, scene.CheckOptions{Limit: 20, Skip: map[string]bool{scene.FaultSource: true}})
	for _, f := range r.Faults {
		at, code, hint := placeOf(f.Item, b, file), "E-GEOMETRY", "this is a fault of roadshow: shorten the text, and report it"
		if f.Kind == scene.FaultContrast {
			code, hint = "E-CONTRAST", "choose other colours in the look or the brand"
		}
		if misfit && code == "E-GEOMETRY" { // what is wrong with it was reported: its page breaks rules as a consequence
			continue
		}
		l.Error(at, code, hint, "%s, %s", d.Medium, f)
	}
	return r
}

// placeOf is the author's line for an item: its id is a path that begins with a theme or a block.
func placeOf(item string, b *briefing.Briefing, file string) diag.Span {
	best, at := -1, diag.Span{File: file, Line: 1, Col: 1}
	try := func(id string, span diag.Span) {
		if len(id) > best && id != "" && !span.IsZero() && (item == id || strings.HasPrefix(item, id+"/") || strings.HasPrefix(item, id+".")) {
			best, at = len(id), span
		}
	}
	for _, t := range b.Themes {
		try(t.ID, t.At)
		for _, e := range t.Evidence {
			try(e.ID, e.At)
		}
	}
	for _, e := range b.Back {
		try(e.ID, e.At)
	}
	return at
}
