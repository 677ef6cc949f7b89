package layouts

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"roadshow/page"
	"roadshow/scene"
)

// sample is an outline with one block, indented by six.
func sample(block string) []byte {
	return []byte("title: A sample\ndate: 2023-05-31\nsources: {s: {title: A survey, date: 2023}}\nthemes:\n  - name: Sample\n    claim: The sample shows one layout\n    evidence:\n" + block)
}

// tables are the tables of a deck, in order.
func tables(d *scene.Deck) (out []*scene.Table) {
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			if t, ok := it.(*scene.Table); ok {
				out = append(out, t)
			}
		})
	}
	return out
}

// textsOf are the texts of a deck by id.
func textsOf(d *scene.Deck) map[string]*scene.Text {
	out := map[string]*scene.Text{}
	for _, p := range d.Pages {
		scene.Walk(p.Items, func(it scene.Item) {
			if t, ok := it.(*scene.Text); ok && t.ID != "" {
				out[t.ID] = t
			}
		})
	}
	return out
}

func said(t *scene.Text) string {
	if t == nil {
		return ""
	}
	var b strings.Builder
	for i, l := range t.Lines {
		if i > 0 {
			b.WriteByte(' ')
		}
		for _, r := range l.Runs {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// pointX is where the decimal point of a cell stands, or the end of its whole number.
func pointX(t *testing.T, c scene.Cell) scene.Pt {
	t.Helper()
	if len(c.Text.Lines) == 0 {
		t.Fatal("an empty cell")
	}
	r := c.Text.Lines[0].Runs[0]
	last := strings.LastIndexAny(r.Text, "0123456789")
	x := r.X
	for i, ch := range []rune(r.Text) {
		if ch == '.' || len(string([]rune(r.Text)[:i])) > last && !strings.Contains(r.Text, ".") {
			break
		}
		x += scene.Pt(r.Adv[i]) * r.Size / 1000
	}
	return x
}

func TestNumbersStandOnTheirDecimalPoints(t *testing.T) {
	deck, l := compiled(t, nil, sample(`      - table:
          title: Numbers line up
          columns: [Item, {head: Amount, type: num}]
          rows: [[A, "1,204"], [B, 12.25], [C, over 7.5], [D, 20%], [E, about 395]]
`), t.TempDir())
	if l.Failed(true) {
		t.Fatal(l.Problems())
	}
	rows := tables(deck)[0].Rows
	want := pointX(t, rows[0][1])
	for i, r := range rows {
		if x := pointX(t, r[1]); math.Abs(float64(x-want)) > 0.3 {
			t.Errorf("row %d has its point at %.2f, the first at %.2f", i+1, float64(x), float64(want))
		}
	}
	if got := said(&rows[2][1].Text); got != ">7.5" {
		t.Errorf("a bound is printed as %q", got)
	}
}

func TestShortTablesAreNotDivided(t *testing.T) {
	var b strings.Builder
	b.WriteString("      - text: |\n")
	for range 36 {
		b.WriteString("          A line of text that stands here so that the table comes near the foot of its page.\n\n")
	}
	b.WriteString("      - table:\n          title: Five rows stay together\n          columns: [A, B]\n          rows: [[1, 2], [3, 4], [5, 6], [7, 8], [9, 10]]\n")
	deck, _ := compiled(t, nil, sample(b.String()), t.TempDir())
	if got := tables(deck); len(got) != 1 || len(got[0].Rows) != 5 {
		t.Errorf("%d tables, the first with %d rows", len(got), len(got[0].Rows))
	}
}

func TestLongTablesRepeatTheirHeadAndSayTheirPart(t *testing.T) {
	var b strings.Builder
	b.WriteString("      - table:\n          title: Many rows\n          columns: [Maker, {head: Staff, type: num}]\n          rows:\n")
	for i := range 120 {
		fmt.Fprintf(&b, "            - [Maker %d, %d]\n", i+1, i)
	}
	deck, _ := compiled(t, nil, sample(b.String()), t.TempDir())
	parts := tables(deck)
	if len(parts) < 3 {
		t.Fatalf("%d parts", len(parts))
	}
	rows := 0
	for i, p := range parts {
		if p.Part != [2]int{i + 1, len(parts)} || len(p.Head) != 1 || said(&p.Head[0][0].Text) != "Maker" {
			t.Errorf("part %d is %v with %d heads", i+1, p.Part, len(p.Head))
		}
		for _, r := range p.Rows {
			rows++
			if got := said(&r[0].Text); got != fmt.Sprintf("Maker %d", rows) {
				t.Fatalf("row %d is %q", rows, got)
			}
		}
	}
	if rows != 120 {
		t.Errorf("%d rows of 120", rows)
	}
}

// TestThousandsOfRowsAreLaidOutAtOnce would take minutes if a part were set anew for every row that might end it.
func TestThousandsOfRowsAreLaidOutAtOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("      - table:\n          title: Many rows\n          columns: [Maker, {head: Staff, type: num}]\n          rows:\n")
	for i := range 4000 {
		fmt.Fprintf(&b, "            - [Maker %d, %d]\n", i+1, i)
	}
	deck, _ := compiled(t, nil, sample(b.String()), t.TempDir())
	rows := 0
	for _, p := range tables(deck) {
		rows += len(p.Rows)
	}
	if rows != 4000 {
		t.Errorf("%d rows of 4000", rows)
	}
}

func TestYearsAreNoNumbers(t *testing.T) {
	deck, _ := compiled(t, nil, sample(`      - table:
          title: Years have no commas
          columns: [Maker, Since]
          rows: [[A, 2019], [B, end 2020]]
`), t.TempDir())
	rows := tables(deck)[0].Rows
	if a, b := said(&rows[0][1].Text), said(&rows[1][1].Text); a != "2019" || b != "End of 2020" {
		t.Errorf("printed as %q and %q", a, b)
	}
}

func TestRoundedPartsMayMissTheirTotalAndSaySo(t *testing.T) {
	block := `      - table:
          title: Parts and total
          columns: [Item, {head: "RMB m", type: num}]
          rows: [[A, %s], [B, %s], [Total, %s]]
          total: Total
`
	for _, c := range []struct {
		a, b, total string
		fails, says bool
	}{
		{"12.4", "8.3", "20.7", false, false},
		{"12.4", "8.3", "20.8", false, true},
		{"12.4", "8.3", "21.8", true, false},
		{"12", "8", "21", true, false},
		{"12", "n/a", "12", false, false},
		{"over 12", "8", "21", false, false},
		{"12", `"?"`, "21", false, false},
		{"0.1", "0.2", "0.3", false, false},
		{"0.1m", "200k", "0.3m", false, false},
		{"0.1m", "200k", "0.5m", true, false},
		{"60%", "40%", "100%", false, false},
		{"60%", "39%", "100%", false, true},
		{"60%", "30%", "100%", true, false},
		{"60%", "30%", "45%", false, false},
	} {
		deck, l := compiled(t, nil, sample(fmt.Sprintf(block, c.a, c.b, c.total)), t.TempDir())
		if l.Failed(false) != c.fails {
			t.Errorf("%s + %s = %s: %v", c.a, c.b, c.total, l.Problems())
		}
		if c.fails && (len(l.Problems()) != 1 || !strings.Contains(l.Problems()[0].Summary, ": the difference is ")) {
			t.Errorf("%s + %s = %s: %v", c.a, c.b, c.total, l.Problems())
		}
		source := said(textsOf(deck)["sample.table/source"])
		if strings.Contains(source, "rounding") != c.says {
			t.Errorf("%s + %s = %s: %q", c.a, c.b, c.total, source)
		}
	}
}

// TestAnyTableIsReadable lays out tables of many shapes: nothing may overlap, whatever the words.
func TestAnyTableIsReadable(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	words := strings.Fields("capital machines models the of a and threshold emergence training inference cost 大模型 资金 customers private deployment GPT-4 revenue")
	kinds := []string{"text", "text", "num", "delta", "bar", "spark", "tick"}
	for range 60 {
		var b strings.Builder
		b.WriteString("      - table:\n          title: Any table\n          columns:\n")
		n := 1 + r.IntN(12)
		cols := make([]string, n)
		for i := range cols {
			cols[i] = kinds[r.IntN(len(kinds))]
			fmt.Fprintf(&b, "            - {head: Column %d, type: %s}\n", i+1, cols[i])
		}
		b.WriteString("          rows:\n")
		for range 1 + r.IntN(12) {
			b.WriteString("            - [")
			for i, k := range cols {
				if i > 0 {
					b.WriteString(", ")
				}
				switch k {
				case "text":
					var w []string
					for range 1 + r.IntN(9) {
						w = append(w, words[r.IntN(len(words))])
					}
					fmt.Fprintf(&b, "%q", strings.Join(w, " "))
				case "spark":
					fmt.Fprintf(&b, "%d %d %d", r.IntN(9), r.IntN(9), r.IntN(9))
				case "bar": // of one unit: bars of several are refused
					fmt.Fprintf(&b, "%q", []string{"$12k", "over $70m", "$1.2m", "$1 to 2m", "n/a", "about $1,480.5m", "at most $3m"}[r.IntN(7)])
				case "tick":
					b.WriteString([]string{"yes", "no", "n/a"}[r.IntN(3)])
				default:
					fmt.Fprintf(&b, "%q", []string{"12", "-3.25%", "over 70%", "$1.2m", "RMB 1 to 2m", "n/a", "about 1,480.5", "at most 3"}[r.IntN(8)])
				}
			}
			b.WriteString("]\n")
		}
		deck, l := compiled(t, nil, sample(b.String()), t.TempDir())
		fits := true
		for _, p := range l.Problems() {
			switch p.Code {
			case "E-CELL", "W-SPARSE":
			case "E-FIT":
				fits = false
			default:
				t.Fatalf("%s: %s\n%s", p.Code, p.Summary, b.String())
			}
		}
		if !fits {
			continue
		}
		for _, f := range scene.Check(deck, scene.CheckOptions{}) {
			t.Errorf("%s\n%s", f, b.String())
		}
	}
}

func TestTooSmallARoomIsSharedFairly(t *testing.T) {
	got := waterFill([]scene.Pt{20, 400, 30, 500}, 250)
	if got[0] != 20 || got[2] != 30 || got[1] != 100 || got[3] != 100 {
		t.Errorf("shared as %v", got)
	}
	if got := waterFill([]scene.Pt{0, 0}, 100); got[0] != 50 || got[1] != 50 {
		t.Errorf("empty columns get %v", got)
	}
}

func TestANumberKeepsClearOfTheWordsThatFollowIt(t *testing.T) {
	deck, l := compiled(t, nil, sample(`      - table:
          title: Half of the money waits
          columns: [Payment, {head: Sum, type: num}, Condition]
          rows: [[First half, "4.0", Closing documents and the report], [Second half, "4.0", "Forty robots, second season"]]
`), t.TempDir())
	if l.Failed(true) {
		t.Fatal(l.Problems())
	}
	for i, r := range tables(deck)[0].Rows {
		number, words := r[1].Text.Lines[0], r[2].Text.Lines[0]
		if gap := words.X() - number.Right(); gap < 4*page.CellPad-0.01 {
			t.Errorf("row %d: %.1f pt between a number and words", i+1, float64(gap))
		}
	}
}
