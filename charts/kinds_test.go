package charts

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestKindsAreAskedForTheirTraits holds that a kind's name stands only where the kind is declared and where auto chooses:
// what else the program must know of a kind is a field of Kind.
func TestKindsAreAskedForTheirTraits(t *testing.T) {
	names := map[string]bool{}
	for _, k := range Catalog() {
		names[k.Name] = true
	}
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	declared, seen := map[string]string{}, map[string][]token.Position{}
	fset := token.NewFileSet()
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") || file == "auto.go" {
			continue
		}
		f, err := parser.ParseFile(fset, file, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		gather := func(n ast.Node) {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				if s, err := strconv.Unquote(lit.Value); err == nil && names[s] {
					seen[s] = append(seen[s], fset.Position(lit.Pos()))
				}
			}
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.CompositeLit); ok && kindLiteral(lit) {
				for _, e := range lit.Elts {
					pair := e.(*ast.KeyValueExpr)
					if name, ok := pair.Value.(*ast.BasicLit); ok && pair.Key.(*ast.Ident).Name == "Name" {
						s, _ := strconv.Unquote(name.Value)
						declared[s] = file
					}
				}
				return false // its fields may name the kinds that it gives way to
			}
			gather(n)
			return true
		})
	}
	if len(declared) != len(names) {
		t.Errorf("%d kinds are declared in files of their own, %d are in the catalog", len(declared), len(names))
	}
	for name, places := range seen {
		for _, at := range places {
			if at.Filename != declared[name] {
				t.Errorf("%s: %q is asked for by name; make what is asked a field of Kind (it is declared in %s)", at, name, declared[name])
			}
		}
	}
}

func kindLiteral(lit *ast.CompositeLit) bool {
	id, ok := lit.Type.(*ast.Ident)
	return ok && id.Name == "Kind" && len(lit.Elts) > 0
}
