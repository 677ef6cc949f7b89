package truth

import (
	"fmt"
	"slices"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/layouts"
)

// A field is printed whatever stands beside it: what a layout sets in a corner of another part is lost where that part is left
// out. So every field with words stands alone here, beside those that its shape requires.
func TestEveryFieldAloneIsPrinted(t *testing.T) {
	chart := roadshow.Shapes().Chart
	kinds := layouts.Kinds()
	if testing.Short() {
		kinds = kinds[:2]
	}
	for _, k := range kinds {
		for group := range max(1, len(outline.BlockShape(&k, chart).OneOf)) {
			t.Run(fmt.Sprint(k.Name, group), func(t *testing.T) {
				src := usual(k.Name, group).block(&k, chart)
				r := compileSpecimen(t, src)
				alone(t, src, r.Outline.Get("themes").Items()[0].Get("evidence").Items()[0], k.Name)
			})
		}
	}
	t.Run("themes", func(t *testing.T) {
		src := whole()
		r := compileSpecimen(t, src)
		alone(t, src, r.Outline.Get("themes").Items()[0], "themes")
		alone(t, src, r.Outline.Get("summary"), "summary")
	})
}

// alone leaves out, for each field of a mapping and of those below it, what stands beside it.
func alone(t *testing.T, src string, n *outline.Node, path string) {
	t.Helper()
	for _, f := range n.Keys {
		at := path + "." + f.Name
		for _, item := range append(f.Items(), f) {
			if len(item.Keys) > 0 {
				alone(t, src, item, at)
			}
		}
		if !ownWord.MatchString(f.Text) && !slices.ContainsFunc(f.Items(), func(i *outline.Node) bool { return ownWord.MatchString(i.Text) }) {
			continue
		}
		if r := compiledAlone(t, src, n, f); r != nil { // nil: nothing can be left out, as in the specimen
			showing{}.words(t, r, f, at)
		}
	}
}

// compiledAlone is an outline in which as few fields of a mapping stand beside one as compile.
func compiledAlone(t *testing.T, src string, n, f *outline.Node) *roadshow.Result {
	t.Helper()
	beside := slices.DeleteFunc(slices.Clone(n.Keys), func(o *outline.Node) bool {
		return o == f || o.Field == nil || o.Field.Required || o.At.Line != f.At.Line
	})
	slices.SortFunc(beside, func(a, b *outline.Node) int { return b.Key.Col - a.Key.Col }) // the last first, so that places stay
	less := src
	for _, o := range beside {
		less = without(less, o)
	}
	if r := compiled(t, less); !r.Failed {
		return r
	}
	var r *roadshow.Result // some are needed: one after the other
	less = src
	for _, o := range beside {
		if tried := compiled(t, without(less, o)); !tried.Failed {
			less, r = without(less, o), tried
		}
	}
	return r
}
