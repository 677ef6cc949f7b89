package layouts

import (
	"fmt"
	"math"
	"strings"
	"testing"

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
	for _, r := range c.Text.Lines[0].Runs {
		x := r.X
		text := []rune(r.Text)
		last := -1
		for i, ch := range text {
			if ch >= '0' && ch <= '9' {
				last = i
			}
		}
		for i, ch := range text {
			if ch == '.' || i == last+1 && !strings.ContainsRune(string(text), '.') {
				return x
			}
			x += scene.Pt(r.Adv[i]) * r.Size / 1000
		}
		return x
	}
	t.Fatal("an empty cell")
	return 0
}

func TestNumbersStandOnTheirDecimalPoints(t *testing.T) {
	deck, l := compiled(t, sample(`      - table:
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
	deck, _ := compiled(t, sample(b.String()), t.TempDir())
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
	deck, _ := compiled(t, sample(b.String()), t.TempDir())
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

func TestYearsAreNoNumbers(t *testing.T) {
	deck, _ := compiled(t, sample(`      - table:
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
	} {
		deck, l := compiled(t, sample(fmt.Sprintf(block, c.a, c.b, c.total)), t.TempDir())
		if l.Failed(false) != c.fails {
			t.Errorf("%s + %s = %s: %v", c.a, c.b, c.total, l.Problems())
		}
		source := said(textsOf(deck)["sample.table/source"])
		if strings.Contains(source, "rounding") != c.says {
			t.Errorf("%s + %s = %s: %q", c.a, c.b, c.total, source)
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
