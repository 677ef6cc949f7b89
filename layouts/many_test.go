package layouts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"roadshow/scene"
	"roadshow/typeset"
)

// repeated is a pattern several times, each with its number in place of #.
func repeated(n int, pattern string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.ReplaceAll(pattern, "#", strconv.Itoa(i+1)))
	}
	return b.String()
}

// sound lays an outline out in both media and fails on any error, and on any fault of geometry.
func sound(t *testing.T, src string) (document, slides *scene.Deck) {
	t.Helper()
	fonts := typeset.New(nil)
	document, dl := compiled(t, fonts, []byte(src), ".")
	slides, sl := compiledSlides(t, fonts, []byte(src), ".")
	if dl.Failed(false) || sl.Failed(false) {
		t.Fatal(dl.Problems(), sl.Problems())
	}
	for _, d := range []*scene.Deck{document, slides} {
		for _, f := range scene.Check(d, scene.CheckOptions{Limit: 3}) {
			t.Errorf("%s: %v", d.Medium, f)
		}
	}
	return document, slides
}

const madeUp = "title: A sample, fictional\ndate: 2023-05-31\nsources: {s: {title: Made up, date: 2023}}\n"

// TestManyOfAThingStillFit: what is sound with a few is sound with more than two digits of them.
func TestManyOfAThingStillFit(t *testing.T) {
	theme := "themes:\n  - name: A\n    claim: It is so in every case\n    source: s\n    evidence:\n"
	for _, c := range []struct{ name, src string }{
		{"99 themes", madeUp + "themes:\n" + repeated(99, "  - {name: Theme #, claim: It is so in every case}\n")},
		{"100 themes", madeUp + "themes:\n" + repeated(100, "  - {name: Theme #, claim: It is so in every case}\n")},
		{"101 themes", madeUp + "themes:\n" + repeated(101, "  - {name: Theme #, claim: It is so in every case}\n")},
		{"1001 themes", madeUp + "themes:\n" + repeated(1001, "  - {name: T#, claim: It is so in every case}\n")},
		{"101 sources", "title: A sample, fictional\ndate: 2023-05-31\nsources:\n" + repeated(101, "  s#: {title: A made-up source}\n") +
			"themes:\n  - name: A\n    claim: It is so in every case\n    evidence:\n" + repeated(101, "      - statement: {text: It is so, source: s#}\n")},
		{"sources used on every other slide", "title: A sample, fictional\ndate: 2023-05-31\nsources: {s: {title: Made up}, t: {title: Made up too}}\nthemes:\n  - name: A\n    claim: It is so in every case\n    evidence:\n" +
			repeated(700, "      - statement: {text: It is so, source: s}\n      - statement: {text: It is so, source: t}\n")},
		{"thirty rows with a unit", madeUp + theme + "      - table:\n          title: Thirty rows stand here\n          unit: mW per site\n          columns: [Site, Power]\n          rows:\n" + repeated(30, "            - [Site #, 1#]\n")},
		{"parts and columns with numbers of two digits", madeUp + theme + "      - table:\n          title: Many rows stand here\n          columns: [" + strings.TrimSuffix(repeated(12, "C#, "), ", ") + "]\n          rows:\n" +
			repeated(500, "            - ["+strings.Repeat("#, ", 11)+"#]\n")},
	} {
		t.Run(c.name, func(t *testing.T) { sound(t, c.src) })
	}
}

// TestContentsAreReadPageByPage: of a list over several pages in two columns, each page is complete before the next.
func TestContentsAreReadPageByPage(t *testing.T) {
	src := madeUp + "themes:\n  - {name: First, claim: It is so}\n  - name: Second\n    claim: It is so in every case\n    source: s\n    evidence:\n" +
		repeated(150, "      - table: {title: Exhibit # says what it says in words of a length that takes more than one line of the list, columns: [A, B], rows: [[a, #]]}\n")
	deck, _ := sound(t, src)
	last, pages := 0, 0
	for _, p := range deck.Pages {
		var numbers []int
		scene.Walk(p.Items, func(it scene.Item) {
			if x, ok := it.(*scene.Text); ok && strings.HasPrefix(x.ID, "contents/exhibit") && strings.HasSuffix(x.ID, "/number") {
				n, _ := strconv.Atoi(said(x))
				numbers = append(numbers, n)
			}
		})
		if len(numbers) == 0 {
			continue
		}
		pages++
		if slices.Min(numbers) != last+1 || slices.Max(numbers) != last+len(numbers) {
			t.Errorf("page %d lists %d to %d with %d entries, after %d", p.Number, slices.Min(numbers), slices.Max(numbers), len(numbers), last)
		}
		last = slices.Max(numbers)
	}
	if pages < 2 || last != 150 {
		t.Errorf("%d exhibits on %d pages: the list should continue", last, pages)
	}
}

// TestNoSlideOfATableHoldsOneRow: rows that continue are shared out alike.
func TestNoSlideOfATableHoldsOneRow(t *testing.T) {
	for _, n := range []int{27, 40, 53, 79, 300, 301} {
		_, slides := sound(t, madeUp+"themes:\n  - name: A\n    claim: It is so\n    source: s\n    evidence:\n      - table:\n          title: Many rows stand here\n          columns: [Name, A]\n          rows:\n"+repeated(n, "            - [Row #, #]\n"))
		var rows []int
		for _, tb := range tables(slides) {
			rows = append(rows, len(tb.Rows))
		}
		if slices.Max(rows)-slices.Min(rows) > 1 {
			t.Errorf("%d rows stand on slides of %v", n, rows)
		}
	}
}

// TestASplitIsTheSameInBothMedia: colours, widths, and no total where nobody knows the sizes.
func TestASplitIsTheSameInBothMedia(t *testing.T) {
	split := func(kind, a, b, callouts string) string {
		return madeUp + fmt.Sprintf("themes:\n  - name: A\n    claim: It is so\n    source: s\n    evidence:\n      - value_split: {id: v, title: Who takes what, %ssegments: [{name: a%s}, {name: b%s}], parties: [{name: us}, {name: them}], shares: [[30, 70], [50, 50]]%s}\n", kind, a, b, callouts)
	}
	const remarks = ", callouts: [{heading: Alike, text: Both take half., party: us}, {heading: Them, text: They take more., party: them}]"
	for _, c := range []struct {
		name, src   string
		total, even bool
	}{
		{"sizes", split("", ", size: 40", ", size: 60", ""), true, false},
		{"sizes and remarks", split("", ", size: 40", ", size: 60", remarks), true, false},
		{"no sizes", split("", "", "", ""), false, true},
		{"no sizes, remarks", split("", "", "", remarks), false, true},
		{"sizes, all alike", split("kind: stacked, ", ", size: 40", ", size: 60", ""), true, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			document, slides := sound(t, c.src)
			var colors [2][]scene.Color
			for m, d := range []*scene.Deck{document, slides} {
				texts := textsOf(d)
				total := false
				computed := strings.Contains(said(texts["a.v/source"]), "Totals are computed")
				if computed != c.total {
					t.Errorf("%s: the source line says %q", d.Medium, said(texts["a.v/source"]))
				}
				widths := map[scene.Pt]bool{}
				for _, p := range d.Pages {
					scene.Walk(p.Items, func(it scene.Item) {
						chart, ok := it.(*scene.Chart)
						if !ok {
							return
						}
						for _, in := range chart.Drawing {
							if text, ok := in.(*scene.Text); ok {
								total = total || said(text) == "Total"
							}
							if s, ok := in.(*scene.Shape); ok && !s.Fill.Color.None() {
								if f := scene.Bounds(s); f.W > 60 && f.H > 20 {
									widths[scene.Pt(int(f.W+0.5))] = true
									colors[m] = append(colors[m], s.Fill.Color)
								}
							}
						}
					})
				}
				if total != c.total {
					t.Errorf("%s: a total is printed: %v", d.Medium, total)
				}
				if even := len(widths) == 1; even != c.even {
					t.Errorf("%s: widths are %v", d.Medium, widths)
				}
			}
			if !slices.Equal(colors[0], colors[1]) || len(colors[0]) != 4 {
				t.Errorf("colours differ:\n%v\n%v", colors[0], colors[1])
			}
		})
	}
}

// TestAPictureWithoutATitleIsNotCounted: a picture without a claim takes no number in either medium.
func TestAPictureWithoutATitleIsNotCounted(t *testing.T) {
	deck, _ := compiledSlides(t, nil, []byte(madeUp+"themes:\n  - name: A\n    claim: It is so\n    source: s\n    evidence:\n      - table: {title: A table stands here, columns: [A, B], rows: [[a, 1]]}\n      - image: {file: none.png, alt: a picture}\n"), ".")
	if got := said(textsOf(deck)["cover/holds"]); !strings.Contains(got, "one exhibit") {
		t.Errorf("the cover of the slides says %q", got)
	}
}
