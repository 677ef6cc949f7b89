package roadshow

import (
	"maps"
	"slices"

	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// Cite reads an outline up to what it cites, without an audience and for each that it lists: what is proved of its sources
// must serve them all. Nothing is held against a source. read are the names of the files that it was made of.
func Cite(o Options) (out []*briefing.Briefing, read []string, l *diag.List) {
	l, o.Record = &diag.List{}, true
	files := record(&o)
	tree := outline.Parse(o.Src, o.Name, catalog(files.read, o.Set), l)
	audiences := []string{""}
	for _, a := range tree.Get("audiences").Items() {
		audiences = append(audiences, a.Text)
	}
	for _, a := range audiences {
		o.Audience = a
		out = append(out, briefing.Resolve(tree, environment(o, files), l))
	}
	return out, slices.Sorted(maps.Keys(files.noted)), l
}
