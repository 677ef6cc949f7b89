package truth_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// These tests hold ARCHITECTURE.md against the tree. They read source files themselves instead of asking `go list`: the test
// cache knows which files a test opened, so a changed import is never hidden by a cached result.

// goFile is one Go file: where it lies and what it imports.
type goFile struct {
	name    string // slash path from the repository's root
	pkg     string // its folder, "." for the root
	test    bool
	imports []string
	lines   int
	ast     *ast.File
	text    string
}

const module = "roadshow"

// readTree parses every Go file of the repository.
func readTree(t *testing.T) []goFile {
	t.Helper()
	var files []goFile
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if base := d.Name(); name != "." && (strings.HasPrefix(base, ".") || base == "testdata" || base == "node_modules") {
				return fs.SkipDir
			}
			return nil
		}
		if filepath.Ext(name) != ".go" {
			return nil
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, src, parser.ParseComments|parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		g := goFile{name: filepath.ToSlash(name), test: strings.HasSuffix(name, "_test.go"), ast: f, text: string(src)}
		g.pkg = path.Dir(g.name)
		g.lines = strings.Count(g.text, "\n")
		for _, im := range f.Imports {
			g.imports = append(g.imports, strings.Trim(im.Path.Value, `"`))
		}
		files = append(files, g)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 10 {
		t.Fatalf("found only %d Go files: the test does not see the repository", len(files))
	}
	return files
}

// tableAfter returns the body rows of the first Markdown table whose head contains the given cells.
func tableAfter(t *testing.T, doc string, head ...string) [][]string {
	t.Helper()
	var rows [][]string
	in := false
	for line := range strings.Lines(doc) {
		line = strings.TrimSpace(line)
		if !strings.HasPrefix(line, "|") {
			if in {
				break
			}
			continue
		}
		cells := strings.Split(strings.Trim(line, "|"), "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case in && !strings.HasPrefix(cells[0], "---"):
			rows = append(rows, cells)
		case slices.Equal(cells, head):
			in = true
		}
	}
	if len(rows) == 0 {
		t.Fatalf("ARCHITECTURE.md has no table headed %q", head)
	}
	return rows
}

var code = regexp.MustCompile("`([^`]+)`")

func architecture(t *testing.T) string {
	t.Helper()
	doc, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	return string(doc)
}

func TestEveryImportPointsToALowerFloor(t *testing.T) {
	type row struct {
		floor int
		any   bool
		may   []string
	}
	floors := map[string]row{}
	for _, cells := range tableAfter(t, architecture(t), "floor", "package", "may import") {
		for _, p := range code.FindAllStringSubmatch(cells[1], -1) {
			floor, err := strconv.Atoi(cells[0])
			if err != nil {
				t.Fatal(err)
			}
			r := row{floor: floor, any: cells[2] == "anything below"}
			for _, m := range code.FindAllStringSubmatch(cells[2], -1) {
				r.may = append(r.may, m[1])
			}
			floors[p[1]] = r
		}
	}
	for pkg, r := range floors {
		for _, dep := range r.may {
			if d, ok := floors[dep]; !ok {
				t.Errorf("floors: %s may import %s, which has no floor", pkg, dep)
			} else if d.floor > r.floor {
				t.Errorf("floors: %s (floor %d) may import %s of floor %d, which lies above", pkg, r.floor, dep, d.floor)
			}
		}
	}
	seen := map[string]bool{}
	for _, f := range readTree(t) {
		r, ok := floors[f.pkg]
		if !ok {
			t.Errorf("%s: package %s has no floor in ARCHITECTURE.md", f.name, f.pkg)
			continue
		}
		seen[f.pkg] = true
		if f.test {
			continue // tests may look anywhere; the compiler refuses their cycles
		}
		for _, im := range f.imports {
			dep, ours := within(im)
			if !ours {
				continue
			}
			d, known := floors[dep]
			switch {
			case !known:
				t.Errorf("%s imports %s, which has no floor", f.name, im)
			case r.any && d.floor >= r.floor, !r.any && !slices.Contains(r.may, dep):
				t.Errorf("%s (floor %d) may not import %s (floor %d)", f.name, r.floor, im, d.floor)
			}
		}
	}
	for pkg := range floors {
		if !seen[pkg] {
			t.Errorf("floors: ARCHITECTURE.md gives a floor to %s, which has no Go file", pkg)
		}
	}
}

// within is an import path's folder in this module.
func within(path string) (dir string, ours bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

func TestEveryLibraryStaysInItsHome(t *testing.T) {
	homes := map[string][]string{}
	for _, cells := range tableAfter(t, architecture(t), "library", "home") {
		lib := code.FindStringSubmatch(cells[0])[1]
		for _, m := range code.FindAllStringSubmatch(cells[1], -1) {
			homes[lib] = append(homes[lib], m[1])
		}
	}
	used := map[string]bool{}
	for _, f := range readTree(t) {
		for _, im := range f.imports {
			if _, ours := within(im); ours || !strings.Contains(strings.Split(im, "/")[0], ".") {
				continue
			}
			lib := home(homes, im)
			if lib == "" {
				if !f.test {
					t.Errorf("%s imports %s, which has no home in ARCHITECTURE.md", f.name, im)
				}
				continue
			}
			used[lib] = true
			if !f.test && !slices.Contains(homes[lib], f.pkg) {
				t.Errorf("%s imports %s, whose home is %v", f.name, im, homes[lib])
			}
		}
	}
	for lib := range homes {
		if !used[lib] {
			t.Errorf("homes: nothing imports %s", lib)
		}
	}
}

// home is the table's library that an import path belongs to.
func home(homes map[string][]string, im string) string {
	for lib := range homes {
		if im == lib || strings.HasPrefix(im, lib+"/") {
			return lib
		}
	}
	return ""
}

func TestEveryFolderThatArchitectureNamesExists(t *testing.T) {
	_, tree, ok := strings.Cut(architecture(t), "## Folders\n\n```\n")
	if !ok {
		t.Fatal("ARCHITECTURE.md has no tree of folders")
	}
	tree, _, _ = strings.Cut(tree, "```")
	var named []string
	parent := ""
	for line := range strings.Lines(tree) {
		name := strings.Fields(line)[0]
		if strings.HasPrefix(line, "  ") {
			name = path.Join(parent, name)
		} else {
			parent = name
		}
		named = append(named, path.Clean(name))
		if _, err := os.Stat(path.Clean(name)); err != nil {
			t.Errorf("ARCHITECTURE.md names %s, which is not there", name)
		}
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		known := slices.ContainsFunc(named, func(n string) bool { return n == e.Name() || strings.HasPrefix(n, e.Name()+"/") })
		made := slices.Contains([]string{"bin", "out", "node_modules"}, e.Name()) || strings.HasPrefix(e.Name(), ".")
		if e.IsDir() && !known && !made {
			t.Errorf("the top-level folder %s has no reason in ARCHITECTURE.md", e.Name())
		}
	}
}

func TestSourceKeepsItsHouseRules(t *testing.T) {
	machine := regexp.MustCompile(`(^|[^A-Za-z0-9._/-])/(work|tmp|root|farm)/`)
	open := regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME)\b|(?i)not implemen` + `ted`)
	for _, f := range readTree(t) {
		if f.lines > 600 && !generated(f.text) {
			t.Errorf("%s has %d lines, more than 600", f.name, f.lines)
		}
		if f.name == "roadshow.go" && f.lines > 100 {
			t.Errorf("roadshow.go has %d lines: the pipeline no longer fits on one screen (100)", f.lines)
		}
		if m := machine.FindString(f.text); m != "" {
			t.Errorf("%s names a folder of one machine: %s", f.name, m)
		}
		if m := open.FindString(f.text); m != "" {
			t.Errorf("%s leaves something open: %s", f.name, m)
		}
		for _, d := range f.ast.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if ok && fn.Recv == nil && fn.Name.Name == "init" {
				t.Errorf("%s has an init function", f.name)
			}
		}
		if f.test || path.Base(f.name) == "main.go" {
			continue
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			s, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			if x, ok := s.X.(*ast.Ident); ok && x.Name == "os" && slices.Contains([]string{"Stdout", "Stderr", "Stdin", "Exit"}, s.Sel.Name) {
				t.Errorf("%s uses os.%s: streams are passed in", f.name, s.Sel.Name)
			}
			return true
		})
	}
}

// generated says whether a file carries Go's mark of generated code.
func generated(text string) bool {
	return regexp.MustCompile(`(?m)^// Code generated .* DO NOT EDIT\.$`).MatchString(text)
}

func TestNoticeNamesTheCopyrightOfEveryFace(t *testing.T) {
	notice, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	licences, err := filepath.Glob("assets/fonts/OFL-*.txt")
	if err != nil || len(licences) == 0 {
		t.Fatalf("no licences beside the faces: %v", err)
	}
	for _, name := range licences {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		if !strings.Contains(string(notice), filepath.Base(name)) || !strings.Contains(string(notice), strings.TrimSpace(first)) {
			t.Errorf("NOTICE does not name %s: %s", name, first)
		}
	}
}

// TestTheModulesAreThoseThatAreImported: what go.mod requires itself is imported somewhere, what it marks indirect nowhere, and every
// import of another module has its line, as `go mod tidy` would leave it.
func TestTheModulesAreThoseThatAreImported(t *testing.T) {
	text, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	direct, indirect := map[string]bool{}, map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\s*(?:require )?([a-z0-9.-]+\.[a-z]+/\S+) v\S+( // indirect)?$`).FindAllStringSubmatch(string(text), -1) {
		if m[2] == "" {
			direct[m[1]] = false
		} else {
			indirect[m[1]] = true
		}
	}
	for _, f := range readTree(t) {
		for _, im := range f.imports {
			if first, _, _ := strings.Cut(im, "/"); !strings.Contains(first, ".") {
				continue // the standard library, or ours
			}
			home := ""
			for _, list := range []map[string]bool{direct, indirect} {
				for module := range list {
					if (im == module || strings.HasPrefix(im, module+"/")) && len(module) > len(home) {
						home = module
					}
				}
			}
			switch {
			case home == "":
				t.Errorf("%s imports %s, and go.mod has no module of it", f.name, im)
			case indirect[home]:
				t.Errorf("%s imports %s, whose module go.mod calls indirect", f.name, im)
			default:
				direct[home] = true
			}
		}
	}
	for module, used := range direct {
		if !used {
			t.Errorf("go.mod requires %s, and nothing imports it", module)
		}
	}
}
