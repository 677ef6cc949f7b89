// Package outline is the YAML as typed: every value with its place, checked against lists of fields that also make the
// JSON Schema, the reference and "did you mean".
//
// The walker never stops at the first problem, and it judges shapes, not meanings: numbers, dates and quotations are read by
// whoever knows what they should be. What a block may hold is declared by layouts and charts and passed down in a Catalog.
package outline

import (
	"roadshow/internal/diag"
)

// Catalog is what Parse needs to know from the floors above.
type Catalog struct {
	Blocks []Kind // the layouts that an outline may name
	Chart  *Shape // the shape of a chart: of a Kind, and of an Object field, that has none of its own
	// Reserved are words that no audience may be called: they end the names of files.
	Reserved []string
	Looks    []string // names of the built-in looks; nil: paper, ink, bank
	// ReadFile reads a file inside the outline's folder, at most limit bytes. Without it {file: …} is an error.
	ReadFile func(name string, limit int64) ([]byte, error)
	// Set replaces values before anything is checked (`--set title=X`).
	Set []Setting
}

// Parse reads an outline and reports all that is wrong with it. The result is what could be understood; it is never nil.
func Parse(src []byte, file string, c Catalog, l *diag.List) *Node {
	p := newParser(c, l)
	n := p.document(src, file, Root(c))
	p.crossCheck(n)
	return n
}

// ParseShape reads another YAML file (a brand, a look) with the outline's strictness.
func ParseShape(src []byte, file string, shape *Shape, l *diag.List) *Node {
	return Catalog{}.ParseShape(src, file, shape, l)
}

// ParseShape is ParseShape where the file may name others: c.ReadFile reads them.
func (c Catalog) ParseShape(src []byte, file string, shape *Shape, l *diag.List) *Node {
	return newParser(c, l).document(src, file, shape)
}
