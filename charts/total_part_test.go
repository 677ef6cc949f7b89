package charts

import (
	"strings"
	"testing"

	"roadshow/internal/diag"
)

// TestATotalIsNoPart: the sum of the others drawn beside them doubles the whole.
func TestATotalIsNoPart(t *testing.T) {
	for _, c := range []struct{ name, kind, table, want string }{
		{"a ring", "donut", "R|V\nNorth|10\nSouth|12\nTotal|22", `E-CHART "Total" is the sum`},
		{"a ring of two and their total", "donut", "R|V\nNorth|10\nAll|10", `E-CHART "All" is the sum`},
		{"a column of a stack", "stacked", "R|A|B|Total\nNorth|10|5|15\nSouth|12|6|18", `E-CHART "Total" is the sum`},
		{"… as shares", "stacked_100", "R|A|B|Grand total\nNorth|10|5|15\nSouth|12|6|18", `E-CHART "Grand total" is the sum`},
		{"… as layers", "area", "Y|A|B|Gesamt\n2021|10|5|15\n2022|12|6|18", `E-CHART "Gesamt" is the sum`},
		{"… as areas", "mekko", "R|A|B|合计\nNorth|10|5|15\nSouth|12|6|18", `E-CHART "合计" is the sum`},
		{"a row of a stack", "stacked", "R|A|B\nNorth|10|5\nSouth|12|6\nSumme|22|11", `E-CHART "Summe" is the sum`},
		{"the largest bar", "bar", "N|Users\nCards|5\nTransfers|7\nDebit|3\nTotal général|15", `E-CHART "Total général" is the sum`},
		{"the first column", "column", "N|Users\nAll regions|15\nCards|5\nTransfers|7\nDebit|3", `E-CHART "All regions" is the sum`},
		{"groups", "grouped", "N|A|B\nCards|5|1\nTransfers|7|2\n总计|12|3", `E-CHART "总计" is the sum`},
		{"rounded parts", "donut", "R|V\nNorth|10.3\nSouth|12.3\nTotal|22.7", `E-CHART "Total" is the sum`},
		{"scales", "bar", "R|V\nNorth|900k\nSouth|1.1m\nTotal|2m", `E-CHART "Total" is the sum`},
		{"a part that does not exist", "donut", "R|V\nNorth|10\nSouth|12\nEast|n/a\nTotal|22", `E-CHART "Total" is the sum`},
		{"not named", "donut", "R|V\nNorth|10\nSouth|12\nWorld|22", `W-CHART "World" equals the sum`},
		{"a column that is not named", "stacked", "R|A|B|C\nNorth|10|5|15\nSouth|12|6|18", `W-CHART "C" equals the sum`},

		{"half of a hundred", "donut", "R|V\nNorth|50%\nSouth|30%\nEast|20%", ""},
		{"two equal parts", "donut", "R|V\nNorth|10\nSouth|12\nWest|10", ""},
		{"two parts", "stacked", "R|A|B\nNorth|10|10\nSouth|12|12", ""},
		{"a name that only begins so", "bar", "R|V\nShell|10\nBP|12\nTotalEnergies|22", `W-CHART "TotalEnergies" equals the sum`},
		{"a total that is none", "bar", "R|V\nShell|10\nBP|12\nTotal|21", ""},
		{"a bar that is not named", "bar", "R|V\nNorth|10\nSouth|12\nWorld|22", `W-CHART "World" equals the sum`},
		{"a column among four", "column", "R|V\nArc|31\nDen|82\nBow|42\nCay|9", `W-CHART "Den" equals the sum`},
		{"small numbers meet by chance", "bar", "R|V\nNorth|1\nSouth|2\nWorld|3", ""},
		{"time", "column", "Y|V\n2021|10\n2022|12\n2023|22", ""},
		{"a line of the total", "line", "Y|A|B|Total\n2021|10|5|15\n2022|12|6|18", ""},
		{"one category is no rule", "stacked", "R|A|B|C\nNorth|10|5|15\nSouth|12|6|17", ""},
		{"a part that is not known", "bar", "R|V\nNorth|10\nSouth|?\nTotal|22", ""},
		{"nothing", "stacked", "R|A|B|Total\nNorth|0|0|0\nSouth|0|0|0", ""},
		{"the mean of the shares", "stacked_100", "R|A|B\nNorth|10|5\nSouth|12|6\nTotal|22|11", ""},
	} {
		s := &Spec{Kind: c.kind, Table: tab(c.table)}
		var l diag.List
		judge(s, &l)
		got := ""
		for _, p := range l.Problems() {
			if strings.Contains(p.Summary, "the sum") {
				got += p.Code + " " + p.Summary
			}
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestAnAverageIsNoBarAmongOthers: it is warned of, and not where its author says so, or where the word is a grade or a business.
func TestAnAverageIsNoBarAmongOthers(t *testing.T) {
	for _, c := range []struct {
		kind, table, highlight string
		warned                 bool
	}{
		{"bar", "R|V\nNorth|10\nSouth|12\nAverage|11", "", true},
		{"column", "R|V\nNorth|10\nSouth|12\nPeer average|10.4", "", true},
		{"grouped", "R|A|B\nNorth|10|3\nSouth|12|5\nMean|11|4", "", true},
		{"bar", "R|V\nNorth|10\nSouth|12\nDurchschnitt|11", "", true},
		{"bar", "R|V\nNorth|10\nSouth|12\nMittelwert|11", "", true},
		{"column", "R|V\nNord|10\nSud|12\nMoyenne|11", "", true},
		{"bar", "R|V\nNorte|10\nSur|12\nPromedio|11", "", true},
		{"bar", "R|V\nNorte|10\nSur|12\nMedia|11", "", true},
		{"bar", "R|V\n北|10\n南|12\n行业平均|10.5", "", true},
		{"donut", "R|V\nNorth|10\nSouth|12\nAverage of both|11", "", true},

		{"bar", "R|V\nNorth|10\nSouth|12\nAverage|11", "Average", false},
		{"bar", "R|V\nRetail|10\nMedia|15\nBanks|30", "", false},
		{"bar", "R|V\nGood|40\nAverage|35\nPoor|25", "", false},
		{"bar", "R|V\nAbove average|40\nAverage|30\nBelow average|20", "", false},
		{"bar", "R|V\nNorth|10\nSouth|12\nAverage|40", "", false},
		{"bar", "R|V\nNorth|10\nSouth|12\nMeanwood|11", "", false},
		{"line", "Y|North|Average\n2021|10|11\n2022|12|12", "", false},
		{"column", "Y|V\n2021|10\n2022|11\n2023|12", "", false},
	} {
		var l diag.List
		judge(&Spec{Kind: c.kind, Table: tab(c.table), Highlight: c.highlight}, &l)
		warned := ""
		for _, p := range l.Problems() {
			if strings.Contains(p.Summary, "is the average of") {
				warned = p.Hint
			}
		}
		if (warned != "") != c.warned {
			t.Errorf("%s of %q: warned %q", c.kind, c.table, warned)
		}
		if c.warned && (!strings.Contains(warned, "highlight: ") || strings.Contains(warned, "reference") == (c.kind == "donut")) {
			t.Errorf("%s of %q: the hint is %q", c.kind, c.table, warned)
		}
	}
}

// TestSharesThatTheChartCallsPercentAddUp: where the sign stands once, on the chart, it holds for every part.
func TestSharesThatTheChartCallsPercentAddUp(t *testing.T) {
	for _, c := range []struct {
		name, kind, unit, size, table, want string
	}{
		{"97", "donut", "%", "", "N|V\nA|40\nB|35\nC|22", "the shares add up to 97%"},
		{"120", "donut", "%, 2024", "", "N|Share\nA|50\nB|30\nC|40", "the shares add up to 120%"},
		{"the column says it", "donut", "", "", "N|Share (%)\nA|50\nB|30\nC|40", "the shares add up to 120%"},
		{"words", "donut", "percent of sales", "", "N|V\nA|50\nB|30\nC|40", "the shares add up to 120%"},
		{"columns", "stacked_100", "%", "", "Y|A|B|C\n2024|40|35|22\n2025|30|40|30", "the shares add up to 97%"},
		{"areas", "mekko", "%", "Size", "S|Size|A|B\nX|50|40|50\nY|50|30|70", "the shares add up to 90%"},
		{"squares beyond a hundred", "waffle", "%", "", "N|V\nA|50\nB|60", "the shares add up to 110%"},
		{"a hundred", "donut", "%", "", "N|V\nA|40\nB|35\nC|25", ""},
		{"amounts", "donut", "$m", "", "N|V\nA|40\nB|35\nC|22", ""},
	} {
		s := &Spec{Kind: c.kind, Unit: c.unit, Size: c.size, Table: tab(c.table)}
		var l diag.List
		judge(s, &l)
		got := ""
		for _, p := range l.Problems() {
			if p.Code == "E-SUM" {
				got += p.Summary
			}
		}
		if c.want == "" && got != "" || !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestMoreThanEightPartsAreRefused: beyond eight there is no colour of its own for a part.
func TestMoreThanEightPartsAreRefused(t *testing.T) {
	for _, kind := range []string{"stacked", "stacked_100", "area", "mekko"} {
		for _, n := range []int{8, 9, 15} {
			head, a, b := "Y", "2020", "2021"
			for i := range n {
				head, a, b = head+"|Part "+string(rune('a'+i)), a+"|"+string(rune('1'+i%7)), b+"|"+string(rune('1'+i%5))
			}
			s := &Spec{Kind: kind, Table: tab(head + "\n" + a + "\n" + b)}
			var l diag.List
			if judge(s, &l); l.Failed(false) != (n > 8) {
				t.Errorf("%s of %d parts: %v", kind, n, l.Problems())
			}
		}
	}
}

// TestOneSeriesSaysWhatItMeasures: its name stands where the author wrote no measure and no unit.
func TestOneSeriesSaysWhatItMeasures(t *testing.T) {
	for _, c := range []struct{ kind, unit, table, want string }{
		{"bar", "", "N|Amount raised (EUR k)\nA|1480500\nB|900000", "Amount raised (EUR k)"},
		{"column", "", "N|Revenue\nA|$5m\nB|$7m", "Revenue, $m"},
		{"line", "", "Y|Staff\n2021|5\n2022|7", "Staff"},
		{"donut", "", "N|Share\nA|60%\nB|40%", "Share"},
		{"bar", "kt", "N|Output\nA|5\nB|7", "kt"},
		{"bar", "", "N|value\nA|5\nB|7", ""},
		{"grouped", "", "N|A|B\nA|5|6\nB|7|8", ""},
	} {
		s := &Spec{Kind: c.kind, Unit: c.unit, Table: tab(c.table)}
		var l diag.List
		judged := judge(s, &l)
		if got := judged.UnitLine(); got != c.want {
			t.Errorf("%s: the unit line is %q, want %q (%v)", c.kind, got, c.want, l.Problems())
		}
	}
}
