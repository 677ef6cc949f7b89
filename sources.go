package roadshow

import (
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// Cite reads an outline up to what it cites, without an audience and for each that it lists: what is proved of its sources
// must serve them all. Nothing is held against a source.
func Cite(o Options) ([]*briefing.Briefing, *diag.List) {
	l := &diag.List{}
	files := record(&o)
	tree := outline.Parse(o.Src, o.Name, catalog(files.read, o.Set), l)
	audiences := []string{""}
	for _, a := range tree.Get("audiences").Items() {
		audiences = append(audiences, a.Text)
	}
	var out []*briefing.Briefing
	for _, a := range audiences {
		o.Audience = a
		out = append(out, briefing.Resolve(tree, environment(o, files), l))
	}
	return out, l
}
