package layouts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
	"roadshow/scene"
)

// cellsOf are the words of a deck's first table, heads first, row by row.
func cellsOf(d *scene.Deck) (out []string) {
	for _, tb := range tables(d)[:1] {
		for _, row := range append(tb.Head, tb.Rows...) {
			var words []string
			for i := range row {
				words = append(words, strings.TrimSpace(said(&row[i].Text)))
			}
			out = append(out, strings.Join(words, " | "))
		}
	}
	return out
}

func typedTable(rest string) string {
	return "      - table:\n          title: The cells stand as they were typed\n" + rest
}

// TestAUnitTypedIsAUnitPrinted: once in the head or in every cell, in both media.
func TestAUnitTypedIsAUnitPrinted(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"one unit", "columns: [X, Takes]|[A, 5 days]|[B, 12 days]", "X | Takes, days / A | 5 / B | 12"},
		{"said by the head", "columns: [X, Days]|[A, 5 days]|[B, 12 days]", "X | Days / A | 5 / B | 12"},
		{"mixed", "columns: [X, Takes]|[A, 5 days]|[B, 2 weeks]|[C, 3 months]", "X | Takes / A | 5 days / B | 2 weeks / C | 3 months"},
		{"attached", "columns: [X, Weight]|[A, 5kg]|[B, 200g]|[C, 1t]", "X | Weight / A | 5 kg / B | 200 g / C | 1 t"},
		{"some", "columns: [X, Weight]|[A, 5 kg]|[B, 7]", "X | Weight / A | 5 kg / B | 7"},
		{"a rate", "columns: [X, Price]|[A, $5/kWh]|[B, $20/kWh]", "X | Price / A | $5/kWh / B | $20/kWh"},
		{"a scale and a noun", "columns: [X, Size]|[A, 5 bn parameters]|[B, 40 to 50 bn parameters]", "X | Size, parameters / A | 5 bn / B | 40–50 bn"},
		{"digits in a unit", "columns: [X, Floor]|[A, 120 m2]|[B, 7.5 km2]", "X | Floor / A | 120 m2 / B | 7.5 km2"},
		{"changes", "columns: [X, {head: Change, type: delta}]|[A, +5 kg]|[B, -200 g]", "X | Change / A | +5 kg / B | −200 g"},
		{"what does not exist", "columns: [X, Weight]|[A, 5 kg]|[B, n/a]|[C, 200 g]", "X | Weight / A | 5 kg / B | n/a / C | 200 g"},
		{"the unit of the table", "unit: mW per site|columns: [X, Power]|[A, 5]|[B, 12]", "X | Power / A | 5 / B | 12"},
		{"decimals as typed", "columns: [X, V]|[A, 7]|[B, 0.00001234]|[C, 100000000000]", "X | V / A | 7 / B | 0.00001234 / C | 100,000,000,000"},
		{"scales", "columns: [X, V]|[A, 2M]|[B, 4K]", "X | V / A | 2m / B | 4k"},
		{"scales near each other", "columns: [X, V]|[A, 1.2m]|[B, 900k]", "X | V / A | 1.2m / B | 0.9m"},

		{"postcodes and rooms", "columns: [Office, Zip, Room]|[Boston, 02134, 12B]|[Troy, 12180, 3A]", "Office | Zip | Room / Boston | 02134 | 12B / Troy | 12180 | 3A"},
		{"hexadecimal", "columns: [X, Code]|[A, 0x1F]|[B, 0x2A]", "X | Code / A | 0x1F / B | 0x2A"},
		{"fractions", "columns: [X, Part]|[A, 1/2]|[B, 3/4]", "X | Part / A | 1/2 / B | 3/4"},
		{"sizes", "columns: [X, Size]|[A, 2XL]|[B, 3XL]", "X | Size / A | 2XL / B | 3XL"},
		{"identifiers", "columns: [X, Customer ID, Orders]|[A, 123456, 12345]|[B, 99, 5678]", "X | Customer ID | Orders / A | 123456 | 12,345 / B | 99 | 5,678"},
		{"a count of four digits", "columns: [X, Staff]|[A, 1480]|[B, 1950]|[C, 9999]", "X | Staff / A | 1,480 / B | 1,950 / C | 9,999"},
		{"years", "columns: [X, Opened]|[A, 1999]|[B, 2031]", "X | Opened / A | 1999 / B | 2031"},
		{"years of long ago", "columns: [X, Founded, Año, 年份]|[A, 1480, 1701, 1644]|[B, 1850, 1640, 1912]", "X | Founded | Año | 年份 / A | 1480 | 1701 | 1644 / B | 1850 | 1640 | 1912"},
		{"days and years", "columns: [X, When]|[A, 1848]|[B, 1871-01-18]", "X | When / A | 1848 / B | 18 January 1871"},
		{"names that are numbers", "columns: [Account, V]|[100234, 50000]|[100235, 6000]", "Account | V / 100234 | 50,000 / 100235 | 6,000"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var rest strings.Builder
			rows := false
			for _, line := range strings.Split(c.table, "|") {
				if strings.HasPrefix(line, "[") && !rows {
					rest.WriteString("          rows:\n")
					rows = true
				}
				if rows {
					rest.WriteString("  ")
					line = "- " + line
				}
				rest.WriteString("          " + line + "\n")
			}
			document, slides := sound(t, string(sample(typedTable(rest.String()))))
			for _, d := range []*scene.Deck{document, slides} {
				if got := strings.Join(cellsOf(d), " / "); got != c.want {
					t.Errorf("%s:\n got %s\nwant %s", d.Medium, got, c.want)
				}
			}
		})
	}
}

// TestMixedUnitsShareNoBarAndNoSum: what cannot be compared is not drawn on one scale, and not added.
func TestMixedUnitsShareNoBarAndNoSum(t *testing.T) {
	for _, c := range []struct{ name, table, want string }{
		{"bars", "columns: [X, {head: W, type: bar}]\n          rows: [[A, 5 kg], [B, 2 t], [C, 200 g]]", "E-UNIT"},
		{"bars of money", "columns: [X, {head: W, type: bar}]\n          rows: [[A, $5m], [B, €2m]]", "E-UNIT"},
		{"a sum", "columns: [X, W]\n          total: Total\n          rows: [[A, 5 kg], [B, 200 g], [Total, 205]]", "E-UNIT"},
		{"a sum with a unit", "columns: [X, W]\n          total: Total\n          rows: [[A, 5 kg], [B, 200 g], [Total, 205 kg]]", "E-UNIT"},
		{"a sum of currencies", "columns: [X, W]\n          total: Total\n          rows: [[A, $5m], [B, €2m], [Total, $7m]]", "E-UNIT"},
		{"no total", "columns: [X, W]\n          total: Total\n          rows: [[A, 5 kg], [B, 200 g], [Total, n/a]]", ""},
		{"bars of one unit", "columns: [X, {head: W, type: bar}]\n          rows: [[A, 5 kg], [B, 2 kg], [C, 0]]", ""},
		{"bars of two scales", "columns: [X, {head: W, type: bar}]\n          rows: [[A, $5m], [B, $900k]]", ""},
		{"a sum of one unit", "columns: [X, W]\n          total: Total\n          rows: [[A, 5 kg], [B, 2 kg], [Total, 7 kg]]", ""},
		{"whole numbers are counted", "columns: [X, W]\n          total: Total\n          rows: [[A, 5 kg], [B, 2 kg], [Total, 8 kg]]", "E-SUM"},
		{"… of every noun", "columns: [X, W]\n          total: Total\n          rows: [[A, 31 days], [B, 28 days], [C, 31 days], [Total, 89 days]]", "E-SUM"},
		{"decimals may have been rounded", "columns: [X, W]\n          total: Total\n          rows: [[A, 5.0 kg], [B, 2.0 kg], [Total, 7.1 kg]]", ""},
		{"and so may scales", "columns: [X, W]\n          total: Total\n          rows: [[A, $5m], [B, $2m], [Total, $8m]]", ""},
		{"a wrong sum of one unit", "columns: [X, W]\n          total: Total\n          rows: [[A, 5 kg], [B, 2 kg], [Total, 12 kg]]", "E-SUM"},
	} {
		_, dl := compiled(t, nil, sample(typedTable("          "+c.table+"\n")), ".")
		_, sl := compiledSlides(t, nil, sample(typedTable("          "+c.table+"\n")), ".")
		for _, l := range []*diag.List{dl, sl} {
			got := ""
			for _, p := range l.Problems() {
				if p.Severity == diag.Error {
					got += p.Code
				}
			}
			if got != c.want {
				t.Errorf("%s: %q, want %q: %v", c.name, got, c.want, l.Problems())
			}
		}
	}
}

// TestBarsOfOneColumnHaveOneScale: 5k is drawn shorter than 2m.
func TestBarsOfOneColumnHaveOneScale(t *testing.T) {
	deck, _ := sound(t, string(sample(typedTable("          columns: [X, {head: W, type: bar}]\n          rows: [[A, $2m], [B, $500k]]\n"))))
	var widths []scene.Pt
	for _, row := range tables(deck)[0].Rows {
		widest := scene.Pt(0)
		for _, m := range row[1].Marks {
			widest = max(widest, scene.Bounds(m).W)
		}
		widths = append(widths, widest)
	}
	if r := widths[1] / widths[0]; r < 0.2 || r > 0.3 {
		t.Errorf("$500k is drawn %.2f as long as $2m", float64(r))
	}
}
