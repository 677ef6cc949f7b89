package truth

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roadshow"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/layouts"
)

// readers are the methods of briefing.Fields that read one key, with the types of fields that each finds something in. A key that no
// shape declares, or one read as another type than it has, is empty without an error: this test is the error.
var readers = map[string][]outline.Type{
	"Words": {outline.Words, outline.Choice, outline.Path, outline.Quotation, outline.Name, outline.Ref, outline.Named, outline.Formula, outline.Who, outline.Number},
	"Prose": {outline.Prose}, "Paras": {outline.Rich}, "Values": {outline.Prose}, "Strings": {outline.Words, outline.Choice, outline.Named},
	"List": {outline.Object}, "Object": {outline.Object}, "Quotes": {outline.Object}, "KPIs": {outline.Object}, "Charts": {outline.Object}, "Chart": {outline.Object},
	"Rows": {outline.Scalar, outline.Prose, outline.Words, outline.Choice}, "Value": {outline.Amount, outline.Ref}, "Date": {outline.Date},
	"Whole": {outline.Whole}, "Flag": {outline.Flag}, "Who": {outline.Who}, "Figure": {outline.Ref}, "Person": {outline.Ref}, "People": {outline.Ref}, "Table": {outline.Ref},
	"Has": nil, "PlaceOf": nil, // of any type
}

// declared are the fields that may be met in a shape, by name.
func declared(sh *outline.Shape, out map[string][]outline.Field, seen map[*outline.Shape]bool) {
	if sh == nil || seen[sh] {
		return
	}
	seen[sh] = true
	for _, f := range sh.Fields {
		out[f.Name] = append(out[f.Name], f)
		declared(f.Shape, out, seen)
	}
}

// TestEveryKeyThatIsReadIsDeclared walks the sources of layouts and of the engine: what they read of a block is a key of that layout,
// with a type that the method reads.
func TestEveryKeyThatIsReadIsDeclared(t *testing.T) {
	common := &outline.Shape{Fields: outline.Common()}
	of, all := map[string]map[string][]outline.Field{}, map[string][]outline.Field{}
	for _, l := range layouts.Catalog() {
		own := map[string][]outline.Field{}
		for _, sh := range []*outline.Shape{common, l.Shape, charts.Shape()} {
			declared(sh, own, map[*outline.Shape]bool{})
		}
		of[l.Name] = own
		for name, fields := range own {
			all[name] = append(all[name], fields...)
		}
	}
	declared(outline.Root(roadshow.Shapes()), all, map[*outline.Shape]bool{}) // the engine reads the briefing's own keys, too
	files, err := filepath.Glob("[lp]a[yg]*/*.go")                            // layouts, page
	if err != nil {
		t.Fatal(err)
	}
	read := 0
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		keys, best := all, ""
		for name, own := range of {
			if base := filepath.Base(file); (base == name+".go" || strings.HasPrefix(base, name+"_")) && len(name) > len(best) && strings.HasPrefix(file, "layouts/") {
				keys, best = own, name
			}
		}
		set := token.NewFileSet()
		src, err := parser.ParseFile(set, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(src, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 {
				return true
			}
			method, ok := call.Fun.(*ast.SelectorExpr)
			lit, isLit := call.Args[0].(*ast.BasicLit)
			if !ok || !isLit || lit.Kind != token.STRING {
				return true
			}
			types, reads := readers[method.Sel.Name]
			key, err := strconv.Unquote(lit.Value)
			if !reads || err != nil || key == "" || // the block itself
				method.Sel.Name == "Words" && len(call.Args) > 1 { // Composer.Words sets words
				return true
			}
			read++
			if fields := keys[key]; len(fields) == 0 {
				t.Errorf("%s: %q is read, and no shape of %s declares it", set.Position(lit.Pos()), key, best)
			} else if types != nil && !slices.ContainsFunc(fields, func(f outline.Field) bool { return slices.Contains(types, f.Type) }) {
				t.Errorf("%s: %q is read by %s, and declared as type %d", set.Position(lit.Pos()), key, method.Sel.Name, fields[0].Type)
			}
			return true
		})
	}
	if read < 220 {
		t.Errorf("only %d readings were found", read)
	}
}
