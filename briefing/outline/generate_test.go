package outline

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// generator writes outlines that are right, from the same fields that Parse checks.
type generator struct {
	r    *rand.Rand
	b    strings.Builder
	c    Catalog
	fill float64 // how likely a field is written that may be left out
	ids  int
}

// generate writes an outline with so many themes of so many blocks each.
func generate(seed uint64, themes, blocks int, fill float64) string {
	g := &generator{r: rand.New(rand.NewPCG(seed, 5)), c: testCatalog(), fill: fill}
	g.b.WriteString("title: Generated\ndate: 2023-05-31\naudiences: [lps, staff]\nslides: auto\n")
	for _, m := range []string{"sources", "people", "data", "figures"} {
		f := Root(g.c).field(m)
		fmt.Fprintf(&g.b, "%s:\n", m)
		for i := range 3 {
			fmt.Fprintf(&g.b, "  %s:\n", id(m, i))
			g.object(f.Shape, 4)
		}
	}
	root := Root(g.c)
	for i := range root.Fields {
		f := &root.Fields[i]
		switch f.Name {
		case "title", "date", "audiences", "slides", "sources", "people", "data", "figures", "themes", "back":
			continue
		}
		if g.r.Float64() < fill {
			g.field(f, 0)
		}
	}
	g.b.WriteString("themes:\n")
	for range themes {
		g.b.WriteString("  -\n")
		g.ids++
		fmt.Fprintf(&g.b, "    name: Theme %d\n", g.ids)
		g.fields(root.field("themes").Shape, 4, "name", "id", "evidence")
		if blocks > 0 {
			g.b.WriteString("    evidence:\n")
			for range blocks {
				g.block(6)
			}
		}
	}
	return g.b.String()
}

func id(m string, i int) string { return fmt.Sprintf("%s_%d", strings.TrimSuffix(m, "s"), i) }

func (g *generator) indent(n int) { g.b.WriteString(strings.Repeat(" ", n)) }

func (g *generator) object(sh *Shape, indent int) { g.fields(sh, indent) }

// fields writes a mapping's fields; at least one.
func (g *generator) fields(sh *Shape, indent int, without ...string) {
	group := map[string]bool{}
	if len(sh.OneOf) > 0 {
		for _, f := range sh.OneOf[g.r.IntN(len(sh.OneOf))] {
			group[f] = true
		}
		for _, others := range sh.OneOf {
			if !group[others[0]] {
				without = append(without, others...)
			}
		}
	}
	start := g.b.Len()
fields:
	for i := range sh.Fields {
		f := &sh.Fields[i]
		for _, w := range without {
			if f.Name == w && !group[w] {
				continue fields
			}
		}
		if f.Required || group[f.Name] || g.r.Float64() < g.fill {
			g.field(f, indent)
		}
	}
	if g.b.Len() == start {
		g.field(&sh.Fields[0], indent)
	}
}

func (g *generator) field(f *Field, indent int) {
	g.indent(indent)
	g.b.WriteString(f.Name + ":")
	if f.Map {
		g.b.WriteString("\n")
		for i := range 2 {
			g.indent(indent + 2)
			if f.KeyIDs {
				fmt.Fprintf(&g.b, "row_%d:", i)
			} else {
				fmt.Fprintf(&g.b, "Row %d:", i)
			}
			g.values(f, indent+2)
		}
		return
	}
	g.values(f, indent)
}

func (g *generator) values(f *Field, indent int) {
	n := max(f.Min, 2)
	if f.Type == Whole && !f.List {
		n = 2
	}
	if f.Max > 0 {
		n = min(n, f.Max)
	}
	if f.Type == Ref && f.To == "people" { // nobody is named twice
		n = max(f.Min, 1)
	}
	switch {
	case f.Rows:
		g.b.WriteString("\n")
		for range n {
			g.indent(indent + 2)
			g.b.WriteString("- [one, 2, \"3,000\", \"?\"]\n")
		}
	case f.List && (!f.OrOne || g.r.IntN(2) == 0):
		g.b.WriteString("\n")
		for range n {
			g.indent(indent + 2)
			g.b.WriteString("-")
			g.one(f, indent+2)
		}
	default:
		g.one(f, indent)
	}
}

func (g *generator) one(f *Field, indent int) {
	if f.Type == Object {
		sh := f.Shape
		if sh == nil {
			sh = g.c.Chart
		}
		if short := sh.field(sh.Short); short != nil && !short.List && g.r.IntN(3) == 0 {
			g.one(short, indent)
			return
		}
		g.b.WriteString("\n")
		g.object(sh, indent+2)
		return
	}
	if f.Type == Rich && g.r.IntN(3) == 0 {
		g.b.WriteString(" |\n")
		for range 3 {
			g.indent(indent + 2)
			g.b.WriteString(g.words(12) + "\n\n")
		}
		return
	}
	g.b.WriteString(" " + g.scalar(f) + "\n")
}

func (g *generator) scalar(f *Field) string {
	switch f.Type {
	case Amount:
		return []string{"6", "\">70\"", "40 to 50 bn", "$figure_1", "about $80m"}[g.r.IntN(5)]
	case Date:
		return []string{"2023", "2023-05-31", "mid-2025"}[g.r.IntN(3)]
	case Number:
		return "12.5"
	case Whole:
		return "3"
	case Flag:
		return "true"
	case Name, Named:
		g.ids++
		return fmt.Sprintf("id-%d", g.ids)
	case Ref:
		switch f.To {
		case "audiences":
			return "lps"
		case "themes":
			return "theme-1"
		}
		return id(f.To, g.r.IntN(3))
	case Who:
		return []string{"Kai-Fu Lee", "people_1", "李开复"}[g.r.IntN(3)]
	case Path:
		return "files/x.csv"
	case Choice:
		return "'" + f.Choices[g.r.IntN(len(f.Choices))] + "'" // a comma is one too
	case Pick:
		return []string{"Revenue", "{Revenue 2024: Revenue}"}[g.r.IntN(2)]
	case Formula:
		return "figure_0 / figure_1 > 2"
	}
	n := 4
	if f.Budget > 0 && f.Code != "" {
		return "ab"
	}
	return g.words(n)
}

var vocabulary = strings.Fields("capital set the first ceiling machines next “emergence” at $figure_0 百模大战 one team stopped it's small 2023 money compute")

func (g *generator) words(n int) string {
	out := make([]string, n)
	for i := range out {
		out[i] = vocabulary[g.r.IntN(len(vocabulary))]
	}
	switch text := strings.Join(out, " "); g.r.IntN(4) {
	case 0:
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	case 1:
		return `"` + text + `"`
	default:
		return text
	}
}

func (g *generator) block(indent int) {
	k := &g.c.Blocks[g.r.IntN(len(g.c.Blocks))]
	g.indent(indent)
	g.b.WriteString("- " + k.Name + ":\n")
	g.object(BlockShape(k, g.c.Chart), indent+4)
}
