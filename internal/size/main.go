// Command size counts the source of the module per package: what scripts/size.sh prints. It reads syntax, never text, so that a number
// in a comment or a string counts for nothing.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// count is what is known of one package.
type count struct {
	files, lines int
	literals     int    // numbers other than 0, 1 and 2, constants and tables apart
	longest      int    // lines of the longest function
	longestName  string // and its name
	largest      int    // lines of code of the largest file
	largestName  string
}

func (c *count) add(o count) {
	c.files += o.files
	c.lines += o.lines
	c.literals += o.literals
	if o.longest > c.longest {
		c.longest, c.longestName = o.longest, o.longestName
	}
	if o.largest > c.largest {
		c.largest, c.largestName = o.largest, o.largestName
	}
}

func main() {
	if err := run(os.Stdout, ".", os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "size:", err)
		os.Exit(1)
	}
}

// run prints a line for each package under root, largest first, and a total: of those named, or of all.
func run(w io.Writer, root string, named []string) error {
	packages := map[string]*count{}
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir():
			if name := d.Name(); path != root && (strings.HasPrefix(name, ".") || name == "testdata" || name == "bin" || name == "out" || name == "dist") {
				return filepath.SkipDir
			}
			return nil
		case !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go"):
			return nil
		}
		c, err := countFile(path)
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, filepath.Dir(path)) // path comes from walking root
		if packages[rel] == nil {
			packages[rel] = &count{}
		}
		packages[rel].add(c)
		return nil
	})
	if err != nil {
		return err
	}
	var names []string
	var total count
	for name, c := range packages {
		names = append(names, name)
		if len(named) == 0 || slices.Contains(named, name) {
			total.add(*c)
		}
	}
	slices.SortFunc(names, func(a, b string) int {
		if d := packages[b].lines - packages[a].lines; d != 0 {
			return d
		}
		return strings.Compare(a, b)
	})
	fmt.Fprintf(w, "%-28s %5s %7s %9s  %-42s %s\n", "package", "files", "lines", "literals", "longest function", "largest file")
	for _, name := range names {
		print(w, name, *packages[name])
	}
	label := "all"
	if len(named) > 0 {
		label = strings.Join(named, " + ")
	}
	print(w, label, total)
	return nil
}

func print(w io.Writer, name string, c count) {
	fmt.Fprintf(w, "%-28s %5d %7d %9d  %-42s %d %s\n", name, c.files, c.lines, c.literals*1000/max(c.lines, 1),
		fmt.Sprintf("%d %s", c.longest, c.longestName), c.largest, c.largestName)
}

// countFile reads one file: its lines that bear a token, its numbers and its longest function.
func countFile(path string) (count, error) {
	source, err := os.ReadFile(path)
	if err != nil {
		return count{}, err
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, source, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return count{}, err
	}
	c := count{files: 1, lines: codeLines(source, file, set), largestName: filepath.Base(path)}
	c.largest = c.lines
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GenDecl:
			return n.Tok == token.VAR || n.Tok == token.TYPE // a constant is a number with a name
		case *ast.FuncDecl:
			if lines := set.Position(n.End()).Line - set.Position(n.Pos()).Line + 1; lines > c.longest {
				c.longest, c.longestName = lines, n.Name.Name
			}
		case *ast.BasicLit:
			if (n.Kind == token.INT || n.Kind == token.FLOAT) && !slices.Contains([]string{"0", "1", "2"}, n.Value) {
				c.literals++
			}
		}
		return true
	})
	return c, nil
}

// codeLines counts the lines that hold more than blanks and comments.
func codeLines(source []byte, file *ast.File, set *token.FileSet) int {
	code := bytes.Clone(source)
	for _, group := range file.Comments {
		for i := set.Position(group.Pos()).Offset; i < set.Position(group.End()).Offset && i < len(code); i++ {
			if code[i] != '\n' {
				code[i] = ' '
			}
		}
	}
	n := 0
	lines := bufio.NewScanner(bytes.NewReader(code))
	lines.Buffer(nil, len(code)+1)
	for lines.Scan() {
		if len(bytes.TrimSpace(lines.Bytes())) > 0 {
			n++
		}
	}
	return n
}
