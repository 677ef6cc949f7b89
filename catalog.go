package roadshow

import (
	"fmt"
	"os"
	"path"
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/internal/folder"
	"roadshow/layouts"
	"roadshow/render"
)

// Catalog passes what layouts and charts declare down to the parser and the schema.
func Catalog(read folder.FileReader, set []outline.Setting) outline.Catalog {
	return outline.Catalog{Blocks: layouts.Kinds(), Chart: charts.Shape(), Looks: assets.Looks(), Reserved: endings(), ReadFile: read, Set: set}
}

// endings are the names of formats and media, which end the names of files: no audience is called so.
func endings() []string {
	out := []string{"proof", "pdf", "pptx", "html", "mail", "json"}
	for _, f := range Formats() {
		for _, name := range []string{f.Name, f.Group, string(f.Medium), strings.TrimPrefix(f.Ext, "."), strings.TrimPrefix(f.Suffix, "-")} {
			if name != "" && !slices.Contains(out, name) {
				out = append(out, name)
			}
		}
	}
	return out
}

// Shapes is the catalog without a folder: what an outline may hold.
func Shapes() outline.Catalog { return Catalog(nil, nil) }

// Schema is the JSON Schema of outlines, for editors.
func Schema() []byte { return outline.Schema(Shapes()) }

// BrandSchema is the JSON Schema of brand files.
func BrandSchema() []byte {
	return outline.ShapeSchema(outline.Brand(), "roadshow brand", "What a house changes: colours, faces, logo, footer, disclaimer.", false)
}

// LookSchema is the JSON Schema of look files.
func LookSchema() []byte {
	return outline.ShapeSchema(lookShape(), "roadshow look", "A visual theme: colour tokens and traits. With base it names only what differs from that look.", true)
}

// lookShape is what assets.ParseLook reads; a test holds them against each other.
func lookShape() *outline.Shape {
	const colour = `^#[0-9A-Fa-f]{6}( at (100(\.0+)?|\d{1,2}(\.\d+)?)%)?$`
	sh := &outline.Shape{Name: "look", Fields: []outline.Field{
		{Name: "$schema", Type: outline.Words, Doc: "This schema, for editors"},
		{Name: "base", Type: outline.Choice, Choices: assets.Looks(), Doc: "The built-in look that the file changes"},
		{Name: "name", Type: outline.Words, Required: true, Pattern: `\S`, Doc: "The look's name"},
	}}
	for _, c := range []string{"background", "surface", "text", "muted", "rule", "rule_strong", "accent", "accent_deep", "on_accent", "positive", "negative", "neutral"} {
		sh.Fields = append(sh.Fields, outline.Field{Name: c, Type: outline.Words, Required: true, Pattern: colour, Doc: `Colour as "#RRGGBB", or "#RRGGBB at 30%" for a mix with the background`})
	}
	for _, list := range []struct {
		name string
		n    int
	}{{"series", 8}, {"ramp", 6}} {
		sh.Fields = append(sh.Fields, outline.Field{Name: list.name, Type: outline.Words, List: true, Required: true, Min: list.n, Max: list.n, Hard: true, Pattern: colour, Doc: "Colours in order"})
	}
	for _, t := range [][2]string{{"dark", "Light words on a dark ground"}, {"art", "A globe on cover and dividers"}, {"band", "A band at the top edge of cover and dividers"},
		{"sans_titles", "Slide titles without serifs"}, {"heavy_small_light", "The light serif gains a weight below 20 pt"}} {
		sh.Fields = append(sh.Fields, outline.Field{Name: t[0], Type: outline.Flag, Doc: t[1]})
	}
	return sh
}

// Formats lists the file formats whose pages Compile can lay out.
func Formats() []render.Format { return render.Formats() }

// environment is what a briefing may reach: files of the outline's folder, which messages call as the author would.
func environment(o Options, files *folder.Reading) briefing.Env {
	return briefing.Env{
		ReadFile: files.Read,
		ReadTable: func(name string, to table.TableOptions, l *diag.List, at diag.Span) *table.Table {
			f, err := files.Open(name)
			if err != nil {
				l.Error(at, "E-FILE", "paths are relative to the outline's folder", "cannot read %q: %v", name, err)
				return nil
			}
			defer f.Close()
			return table.ReadTable(f, path.Join(path.Dir(o.Name), name), to, at, l)
		},
		ParseBrand: func(src []byte, file string, l *diag.List) *outline.Node {
			return outline.Catalog{ReadFile: files.Read}.ParseShape(src, file, outline.Brand(), l)
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
	return outline.Parse(src, name, Catalog(folder.ReadInside(root), nil), l), l
}
