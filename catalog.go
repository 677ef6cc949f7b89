package roadshow

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/evidence"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/layouts"
	"roadshow/render"
)

// fileReader reads a file inside the outline's folder, at most limit bytes and one more.
type fileReader func(name string, limit int64) ([]byte, error)

// catalog passes what layouts and charts declare down to the parser and the schema.
func catalog(read fileReader, set []outline.Setting) outline.Catalog {
	return outline.Catalog{Blocks: layouts.Kinds(), Chart: charts.Shape(), Looks: assets.Looks(), ReadFile: read, Set: set}
}

// Shapes is the catalog without a folder: what an outline may hold.
func Shapes() outline.Catalog { return catalog(nil, nil) }

// Schema is the JSON Schema of outlines, for editors.
func Schema() []byte { return outline.Schema(Shapes()) }

// Formats lists the file formats whose pages Compile can lay out.
func Formats() []render.Format { return render.Formats() }

// environment is what a briefing may reach: files of the outline's folder, which messages call as the author would.
func environment(o Options, files *reading) briefing.Env {
	return briefing.Env{
		ReadFile: files.read,
		ReadTable: func(name string, to evidence.TableOptions, l *diag.List, at diag.Span) *evidence.Table {
			f, err := files.open(name)
			if err != nil {
				l.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read %q: %v", name, err)
				return nil
			}
			defer f.Close()
			return evidence.ReadTable(f, path.Join(path.Dir(o.Name), name), to, at, l)
		},
		ParseBrand: func(src []byte, file string, l *diag.List) *outline.Node {
			return outline.ParseShape(src, file, outline.Brand(), l)
		},
		Audience: o.Audience,
	}
}

// knownAudience refuses an audience that the outline does not list.
func knownAudience(tree *outline.Node, audience string, l *diag.List) error {
	if audience == "" {
		return nil
	}
	var known []string
	for _, a := range tree.Get("audiences").Items() {
		known = append(known, a.Text)
	}
	if slices.Contains(known, audience) || l.Failed(false) {
		return nil // a broken outline says what is wrong with it first
	}
	hint := "the outline lists no audiences"
	if len(known) > 0 {
		hint = "the outline lists " + strings.Join(known, ", ")
	}
	return &OptionError{Option: "audience", Value: audience, Known: known, Hint: hint, summary: fmt.Sprintf("there is no audience %q", audience)}
}

// ParseOutline reads an outline as the pipeline does, for programs that look at it without building.
func ParseOutline(src []byte, name string, root *os.Root) (*outline.Node, *diag.List) {
	l := &diag.List{}
	return outline.Parse(src, name, catalog(ReadInside(root), nil), l), l
}
