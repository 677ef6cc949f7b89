package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/importer"
	"go/parser"
	"go/printer"
	"go/token"
	"go/types"
	"io"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// place is one change: from and to are byte offsets of what it replaces.
type place struct {
	file     string
	line     int
	from, to int
	what     string             // "< becomes <="
	text     func(n int) string // what stands there instead, with its number
}

func (p place) String() string { return fmt.Sprintf("%s:%d: %s", p.file, p.line, p.what) }

// guard is added to every mutated package.
const guard = `
import (
	"os"
	"strconv"
	"sync"
)

var mutant, _ = strconv.Atoi(os.Getenv("MUTANT"))

var mutantsReached sync.Map

var mutantsLog = os.Getenv("MUTANTS_REACHED")

// isMutant says that a mutant is chosen, and notes that it was come by.
func isMutant(n int) bool {
	if mutantsLog != "" {
		if _, known := mutantsReached.LoadOrStore(n, true); !known {
			f, err := os.OpenFile(mutantsLog, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
			if err == nil {
				f.WriteString(strconv.Itoa(n) + "\n")
				f.Close()
			}
		}
	}
	return n == mutant
}

type mutantNumber interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~float32 | ~float64
}

func mutantAdd[T mutantNumber](n int, a, b T) T { if isMutant(n) { return a - b }; return a + b }
func mutantSub[T mutantNumber](n int, a, b T) T { if isMutant(n) { return a + b }; return a - b }
func mutantMul[T mutantNumber](n int, a, b T) T { if isMutant(n) { if b == 0 { return 0 }; return a / b }; return a * b }
func mutantDiv[T mutantNumber](n int, a, b T) T { if isMutant(n) { return a * b }; return a / b }
`

// mutate draws n places of the packages and returns them with the overlay that holds them all.
func mutate(pkgs []string, n int, seed uint64, dir string) ([]place, map[string]string, error) {
	var all []place
	sources, names := map[string][]byte{}, map[string]string{}
	for _, pkg := range pkgs {
		found, name, err := places(pkg, sources)
		if err != nil {
			return nil, nil, err
		}
		names[pkg] = name
		all = append(all, found...)
	}
	rng := rand.New(rand.NewPCG(seed, seed))
	rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	var drawn []place
	for _, p := range all { // places that overlap one that is drawn give way
		if len(drawn) < n && !slices.ContainsFunc(drawn, func(d place) bool { return d.file == p.file && d.from < p.to && p.from < d.to }) {
			drawn = append(drawn, p)
		}
	}
	slices.SortFunc(drawn, func(a, b place) int {
		return strings.Compare(fmt.Sprintf("%s:%9d", a.file, a.from), fmt.Sprintf("%s:%9d", b.file, b.from))
	})
	overlay, changed := map[string]string{}, map[string][]int{}
	for i, p := range drawn {
		changed[p.file] = append(changed[p.file], i)
	}
	write := func(name string, text []byte) error {
		path, err := filepath.Abs(name)
		if err != nil {
			return err
		}
		to := filepath.Join(dir, fmt.Sprintf("%d.go", len(overlay)))
		overlay[path] = to
		return os.WriteFile(to, text, 0o600)
	}
	for _, file := range slices.Sorted(maps.Keys(changed)) {
		src := sources[file]
		var out bytes.Buffer
		at := 0
		for _, i := range changed[file] {
			p := drawn[i]
			out.Write(src[at:p.from])
			out.WriteString(p.text(i + 1))
			at = p.to
		}
		out.Write(src[at:])
		if err := write(file, out.Bytes()); err != nil {
			return nil, nil, err
		}
	}
	for _, pkg := range pkgs {
		text, err := format.Source([]byte("package " + names[pkg] + guard))
		if err != nil {
			return nil, nil, err
		}
		if err := write(filepath.Join(pkg, "zz_mutants.go"), text); err != nil {
			return nil, nil, err
		}
	}
	return drawn, overlay, nil
}

// places are what may be changed in a package, and its name.
func places(pkg string, sources map[string][]byte) (out []place, called string, err error) {
	set := token.NewFileSet()
	names, err := filepath.Glob(filepath.Join(pkg, "*.go"))
	if err != nil {
		return nil, "", err
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(name)
		if err != nil {
			return nil, "", err
		}
		f, err := parser.ParseFile(set, name, src, parser.ParseComments)
		if err != nil {
			return nil, "", err
		}
		sources[name] = src
		files = append(files, f)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	exports, err := exported(pkg)
	if err != nil {
		return nil, "", err
	}
	checker := types.Config{Importer: importer.ForCompiler(set, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })}
	if _, err := checker.Check("roadshow/"+filepath.ToSlash(pkg), set, files, info); err != nil {
		return nil, "", err
	}
	for _, f := range files {
		name := set.Position(f.Pos()).Filename
		v := visitor{set: set, info: info, name: name, src: sources[name], out: &out}
		for _, d := range f.Decls {
			if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
				ast.Inspect(fn.Body, v.visit)
			}
		}
	}
	return out, files[0].Name.Name, nil
}

// exported are the files of what a package imports, as compiled.
func exported(pkg string) (map[string]string, error) {
	text, err := exec.Command("go", "list", "-export", "-deps", "-f", "{{.ImportPath}} {{.Export}}", "./"+pkg).Output()
	if err != nil {
		return nil, fmt.Errorf("go list %s: %w", pkg, err)
	}
	out := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		path, file, _ := strings.Cut(line, " ")
		out[path] = file
	}
	return out, nil
}

type visitor struct {
	set  *token.FileSet
	info *types.Info
	name string
	src  []byte
	out  *[]place
}

func (v visitor) text(n ast.Node) string {
	var b bytes.Buffer
	if err := printer.Fprint(&b, v.set, n); err != nil {
		panic(err) // it was just parsed
	}
	return b.String()
}

func (v visitor) add(n ast.Node, what string, text func(n int) string) {
	*v.out = append(*v.out, place{file: v.name, line: v.set.Position(n.Pos()).Line, from: v.set.Position(n.Pos()).Offset, to: v.set.Position(n.End()).Offset, what: what, text: text})
}

// edges are moved; a bound of two measures is turned instead, as they are hardly ever equal.
var edges = map[token.Token]token.Token{token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR, token.LAND: token.LOR, token.LOR: token.LAND}

var sums = map[token.Token]string{token.ADD: "mutantAdd", token.SUB: "mutantSub", token.MUL: "mutantMul", token.QUO: "mutantDiv"}

func (v visitor) visit(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		if v.info.Types[n].Value != nil {
			return false // a constant
		}
		x, y := v.text(n.X), v.text(n.Y)
		if other, ok := edges[n.Op]; ok {
			if v.measure(n.X) {
				other = map[token.Token]token.Token{token.LSS: token.GEQ, token.LEQ: token.GTR, token.GTR: token.LEQ, token.GEQ: token.LSS}[n.Op]
			}
			v.add(n, fmt.Sprintf("%s becomes %s in %s", n.Op, other, v.short(n)), func(m int) string {
				return fmt.Sprintf("func() bool { if isMutant(%d) { return (%s) %s (%s) }; return (%s) %s (%s) }()", m, x, other, y, x, n.Op, y)
			})
		}
		if n.Op == token.EQL || n.Op == token.NEQ {
			v.add(n, "turned: "+v.short(n), func(m int) string { return fmt.Sprintf("(((%s) %s (%s)) != isMutant(%d))", x, n.Op, y, m) })
		}
		if sum, ok := sums[n.Op]; ok {
			if basic, ok := v.info.Types[n].Type.Underlying().(*types.Basic); ok && basic.Info()&types.IsNumeric != 0 && basic.Info()&types.IsComplex == 0 {
				v.add(n, "another sign: "+v.short(n), func(m int) string { return fmt.Sprintf("%s(%d, %s, %s)", sum, m, x, y) })
			}
		}
	case *ast.IfStmt:
		if n.Init == nil {
			c := v.text(n.Cond)
			v.add(n.Cond, "turned: "+v.short(n.Cond), func(m int) string { return fmt.Sprintf("(%s) != isMutant(%d)", c, m) })
		}
	case *ast.ReturnStmt:
		for _, r := range n.Results {
			if id, ok := r.(*ast.Ident); ok && (id.Name == "true" || id.Name == "false") {
				v.add(r, "returns not "+id.Name, func(m int) string { return fmt.Sprintf("(%s != isMutant(%d))", id.Name, m) })
			}
		}
	case *ast.BlockStmt:
		v.statements(n.List)
	case *ast.CaseClause:
		v.statements(n.Body)
	}
	return true
}

// statements are changed by leaving one out.
func (v visitor) statements(list []ast.Stmt) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.ExprStmt:
			if _, ok := s.X.(*ast.CallExpr); !ok {
				continue
			}
		case *ast.AssignStmt:
			if s.Tok == token.DEFINE {
				continue
			}
		default:
			continue
		}
		said := v.text(s)
		if strings.HasPrefix(said, "panic(") || strings.HasPrefix(said, "_") {
			continue
		}
		v.add(s, "gone: "+v.short(s), func(m int) string { return fmt.Sprintf("if !isMutant(%d) { %s }", m, said) })
	}
}

func (v visitor) measure(x ast.Expr) bool {
	basic, ok := v.info.Types[x].Type.Underlying().(*types.Basic)
	return ok && basic.Info()&types.IsFloat != 0
}

// short is a piece of source on one line.
func (v visitor) short(n ast.Node) string {
	s := strings.Join(strings.Fields(v.text(n)), " ")
	if len(s) > 90 {
		s = s[:90] + "…"
	}
	return s
}
