package layouts

import (
	"fmt"
	"runtime/debug"
	"strings"
	"testing"

	"roadshow/briefing/outline"
	"roadshow/typeset"
)

// TestBrokenBlocksNeverPanic lays out blocks whose fields hold nothing, or something of another kind. The outline reports
// them; a layout that sees one all the same may print less, and must not end the program.
func TestBrokenBlocksNeverPanic(t *testing.T) {
	junk := []string{"", "7", "{}", "[[]]", "[x, y]", "[{}, {}, {}]", "[{name: x}, {title: y}]"}
	fonts := typeset.New(nil)
	for _, l := range Catalog() {
		var fields []string
		if l.Shape != nil {
			for _, f := range l.Shape.Fields {
				if f.Type != outline.Object || f.Shape != nil {
					fields = append(fields, f.Name)
				}
			}
		}
		for i, f := range fields {
			for _, value := range junk {
				for _, rest := range []string{"", "[x]"} {
					var b strings.Builder
					fmt.Fprintf(&b, "      - %s:\n          title: Broken\n", l.Name)
					for j, g := range fields {
						switch {
						case g == "title":
						case i == j:
							fmt.Fprintf(&b, "          %s: %s\n", f, value)
						case rest != "":
							fmt.Fprintf(&b, "          %s: %s\n", g, rest)
						}
					}
					lay(t, fonts, b.String())
				}
			}
		}
	}
}

// lay lays a block out and turns a panic into a failure that shows the block.
func lay(t *testing.T, fonts *typeset.Fonts, block string) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%v\n%s\n%s", r, block, debug.Stack())
		}
	}()
	compiled(t, fonts, sample(block), ".", outline.Setting{Path: "look", Value: "paper"})
}
