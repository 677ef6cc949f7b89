package readback

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"roadshow/charts"
)

// generated is how many tables of each kind are made up, built and read back; `-generated 500` looks longer.
var generated = flag.Int("generated", 8, "how many generated tables of each kind are read back")

// maker makes tables up, the same from the same seed.
type maker struct{ *rand.Rand }

// number is one of a table's own size and decimals.
func (m maker) number(size float64, places int, signed bool) string {
	v := m.Float64() * size
	if signed && m.IntN(4) == 0 {
		v = -v
	}
	return fmt.Sprintf("%.*f", places, v)
}

// cell is a number, now and then a bound, a range, about a number, or nothing.
func (m maker) cell(kind string, size float64, places int) string {
	signed := strings.Contains(" column bar grouped line slope dot dumbbell range threshold heat scatter ", " "+kind+" ")
	loose := strings.Contains(" column bar grouped dot open_range funnel heat ", " "+kind+" ")
	n := m.number(size, places, signed)
	switch m.IntN(12) {
	case 0:
		if loose {
			return "over " + n
		}
	case 1:
		if loose {
			return "at most " + n
		}
	case 2:
		if loose {
			return "about " + n
		}
	case 3:
		if loose || kind == "dumbbell" || kind == "line" {
			return "?"
		}
	}
	return n
}

// table makes a CSV file up that its kind can draw.
func (m maker) table(kind string) chartCase {
	names := []string{"Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Iota"}
	m.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	cols, n := 1, 2+m.IntN(6)
	switch kind {
	case "grouped", "dumbbell", "scatter", "slope":
		cols = 2
	case "stacked", "stacked_100", "mekko", "heat", "bubble":
		cols = 3
	case "line", "area":
		cols = 1 + m.IntN(3)
	case "donut", "waffle", "threshold":
		n = 2 + m.IntN(3)
	}
	size := []float64{1, 10, 100, 2000, 1e6, 3e9}[m.IntN(6)]
	places := m.IntN(2)
	switch size {
	case 1:
		places = 3
	case 10:
		places = 2
	}
	var b strings.Builder
	b.WriteString("Name" + strings.Join([]string{"", ",One", ",Two", ",Three"}[:1+cols], ""))
	if kind == "range" {
		b.WriteString(",Upper")
	}
	b.WriteString("\n")
	sum, seen := 0, map[string]bool{}
	for i := range n {
		switch {
		case kind == "line" || kind == "area":
			fmt.Fprint(&b, 2001+i*(i+1)/2) // years with gaps
		default:
			b.WriteString(names[i])
		}
		switch kind {
		case "waterfall":
			v := m.IntN(2000) - 700
			if i == 0 {
				v = m.IntN(2000) + 1
			}
			if i == n-1 && n > 2 {
				v = sum
			}
			sum += v
			fmt.Fprintf(&b, ",%d", v)
		case "range":
			lo := m.IntN(1000) - 300
			fmt.Fprintf(&b, ",%d,%d", lo, lo+20+m.IntN(600))
		default:
			for range cols {
				cell := m.cell(kind, size, places)
				for cell != "?" && seen[cell] { // equal numbers cannot be told apart by where they stand
					cell = m.cell(kind, size, places)
				}
				seen[cell] = true
				b.WriteString("," + cell)
			}
		}
		b.WriteString("\n")
	}
	c := chartCase{name: "generated", kind: kind, csv: b.String()}
	if kind == "threshold" {
		c.more = fmt.Sprintf("band: %.*f to %.*f", places, size*0.6, places, size*0.8)
	}
	return c
}

// TestGeneratedChartsSayWhatTheirTablesSay reads back tables that nobody chose.
func TestGeneratedChartsSayWhatTheirTablesSay(t *testing.T) {
	for _, k := range charts.Catalog() {
		if k.Name == "gantt" { // dates: see the cases
			continue
		}
		t.Run(k.Name, func(t *testing.T) {
			t.Parallel()
			for from := 0; from < *generated; from += 8 {
				var cases []chartCase
				for i := range 8 {
					m := maker{rand.New(rand.NewPCG(uint64(from+i), 3))}
					c := m.table(k.Name)
					if k.Name == "waterfall" && strings.Count(c.csv, "\n") < 4 {
						continue
					}
					cases = append(cases, c)
				}
				for _, f := range readbackFiles(t, cases) {
					for i, c := range cases {
						r := newReadback(c, readSheet(t, c.csv), figureOf(t, f.pdf, titleOf(i)))
						if f.warned[i] { // it was said that some have no room
							r.printed = slices.DeleteFunc(r.printed, func(s string) bool { return strings.HasSuffix(s, "is not printed") })
						}
						if len(r.drawn)+len(r.printed) > 0 {
							t.Errorf("table %d, %s:\n%s%s\n%s\n%s", from+i, f.medium, c.csv, c.more, strings.Join(r.drawn, "\n"), strings.Join(r.printed, "\n"))
						}
					}
				}
			}
		})
	}
}
