package readback

import (
	"strings"
	"testing"

	"roadshow/charts"
)

// readers are how the marks of each kind are read from a page.
var readers = map[string]func(*readback){
	"column": readBars, "bar": readBars, "grouped": readBars,
	"stacked": readStacks, "stacked_100": readStacks,
	"waterfall": readWaterfall,
	"line":      readLines, "area": readAreas, "slope": readSlopes,
	"dot": readDots, "dumbbell": readDots,
	"range": readRanges, "open_range": readRanges, "threshold": readThreshold, "funnel": readFunnel,
	"mekko": readMekko, "donut": readDonut, "waffle": readWaffle, "heat": readHeat,
	"scatter": readPoints, "bubble": readPoints, "gantt": readGantt,
}

// newReadback holds a figure against a table.
func newReadback(c chartCase, tab *sheet, g *figure) *readback {
	own := *g
	r := &readback{kind: c.kind, more: c.more, tab: tab, fig: &own, used: map[*phrase]bool{}}
	readers[c.kind](r)
	r.rest()
	return r
}

// TestChartsInTheFileSayWhatTheirTablesSay builds charts of every kind from CSV files, reads the finished PDF files back,
// vectors and words, and holds them against the files' numbers. Every table is then changed in one cell, and each change
// must be noticed.
func TestChartsInTheFileSayWhatTheirTablesSay(t *testing.T) {
	for _, k := range charts.Catalog() {
		t.Run(k.Name, func(t *testing.T) {
			if readers[k.Name] == nil || len(readbackCases[k.Name]) == 0 {
				t.Fatalf("charts of kind %s are not read back", k.Name)
			}
			t.Parallel()
			cases := readbackCases[k.Name]
			for i := range cases {
				cases[i].kind = k.Name
			}
			for _, f := range readbackFiles(t, cases) {
				for i, c := range cases {
					g, tab := figureOf(t, f.pdf, titleOf(i)), readSheet(t, c.csv)
					r := newReadback(c, tab, g)
					for _, p := range append(r.drawn, r.printed...) {
						t.Errorf("%s, %s: %s", c.name, f.medium, p)
					}
					if r.measured == 0 {
						t.Errorf("%s, %s: no mark was measured", c.name, f.medium)
					}
					t.Logf("%s, %s: %d marks and %d numbers agree", c.name, f.medium, r.measured, r.read)
					changes := tampered(tab, k.Name)
					if len(changes) == 0 {
						t.Errorf("%s: nothing was changed", c.name)
					}
					for _, x := range changes {
						r := newReadback(c, x.tab, g)
						if x.drawn && len(r.drawn) == 0 {
							t.Errorf("%s, %s: no mark betrays that %s", c.name, f.medium, x.what)
						}
						if x.printed && len(r.printed) == 0 && !strings.Contains(c.more, "labels: axis") {
							t.Errorf("%s, %s: no number betrays that %s", c.name, f.medium, x.what)
						}
					}
				}
			}
		})
	}
}

// rows joins lines of a CSV file.
func rows(lines ...string) string { return strings.Join(lines, "\n") + "\n" }

var readbackCases = map[string][]chartCase{
	"column": {
		{name: "typical", csv: rows("Name,Value", "Alpha,12", "Beta,30", "Gamma,23", "Delta,8")},
		{name: "negative", csv: rows("Name,Value", "Alpha,12.5", "Beta,-30", "Gamma,5", "Delta,-7")},
		{name: "bounds", csv: rows("Name,Value", "Alpha,over 12", "Beta,at most 30", "Gamma,20 to 25", "Delta,about 8", "Eta,40")},
		{name: "missing", csv: rows("Name,Value", "Alpha,12", "Beta,?", "Gamma,n/a", "Delta,8", "Eta,0")},
		{name: "large and small", csv: rows("Name,Value", "Alpha,9876543210", "Beta,1234567", "Gamma,5000000000", "Delta,42")},
		{name: "scales", csv: rows("Name,Value", "Alpha,$800m", "Beta,$1.2bn", "Gamma,$0.45bn")},
		{name: "years", csv: rows("Year,Value", "2019,12", "2020,9", "2021,23", "2022,31")},
		{name: "axis", csv: rows("Name,Value", "Alpha,12", "Beta,-30", "Gamma,23", "Delta,8"), more: "labels: axis"},
		{name: "Chinese", csv: rows("公司,数值", "百川智能,12", "智谱华章,30", "光年之外,23")},
	},
	"bar": {
		{name: "typical", csv: rows("Name,Value", "Alpha,12", "Beta,30", "Gamma,23", "Delta,8")},
		{name: "negative", csv: rows("Name,Value", "Alpha,12.5", "Beta,-30", "Gamma,5", "Delta,-7")},
		{name: "bounds", csv: rows("Name,Value", "Alpha,over 12", "Beta,at most 30", "Gamma,20 to 25", "Delta,about 8", "Eta,40")},
		{name: "missing", csv: rows("Name,Value", "Alpha,12", "Beta,?", "Gamma,n/a", "Delta,8", "Eta,0")},
		{name: "large and small", csv: rows("Name,Value", "Alpha,9876543210", "Beta,1234567", "Gamma,5000000000", "Delta,42")},
		{name: "percent", csv: rows("Name,Value", "Alpha,12%", "Beta,30%", "Gamma,23.5%")},
		{name: "axis", csv: rows("Name,Value", "Alpha,12", "Beta,-30", "Gamma,23", "Delta,8"), more: "labels: axis"},
		{name: "Chinese", csv: rows("公司,数值", "百川智能,12", "智谱华章,30", "光年之外,23")},
	},
	"grouped": {
		{name: "typical", csv: rows("Name,One,Two,Three", "Alpha,12,14,9", "Beta,30,21,17", "Gamma,23,25,28")},
		{name: "negative and missing", csv: rows("Name,One,Two", "Alpha,12,-14", "Beta,?,21", "Gamma,-23,0", "Delta,4,n/a")},
		{name: "bounds", csv: rows("Name,One,Two", "Alpha,over 12,14", "Beta,30,at most 21", "Gamma,20 to 25,about 28")},
		{name: "axis", csv: rows("Name,One,Two", "Alpha,12,-14", "Beta,9,21", "Gamma,-23,3"), more: "labels: axis"},
		{name: "a name beside the other value", csv: rows("Name,One,Two", "Gamma,at most 3.55,5.65", "Beta,at most 1.31,2.55", "Epsilon,-6.05,3.43",
			"Alpha,at most 4.39,5.71", "Eta,-9.51,3.39")},
	},
	"stacked": {
		{name: "typical", csv: rows("Name,One,Two,Three", "Alpha,12,14,9", "Beta,30,21,17", "Gamma,23,25,28")},
		{name: "given", csv: rows("Name,One,Two,Three", "Alpha,12,14,9", "Beta,30,21,17", "Gamma,23,25,28"), more: "order: given"},
		{name: "message", csv: rows("Name,One,Two,Three", "Alpha,12,14.5,9", "Beta,30,21,17", "Gamma,23,25,28"), more: "highlight: Three"},
		{name: "zero and missing", csv: rows("Name,One,Two,Three", "Alpha,12,0,9", "Beta,?,21,17", "Gamma,23,25,n/a")},
		{name: "message in a key", csv: rows("Name,One,Two,Three,Four", "Alpha,12,14,9,7", "Beta,30,21,17,6", "Gamma,23,25,28,?"), more: "highlight: Three"},
		{name: "uncertain", csv: rows("Name,One,Two", "Alpha,over 12,14", "Beta,30,about 21", "Gamma,20 to 25,8")},
	},
	"stacked_100": {
		{name: "amounts", csv: rows("Name,One,Two,Three", "Alpha,12,14,9", "Beta,30,21,17", "Gamma,1,1,1")},
		{name: "shares", csv: rows("Name,One,Two,Three", "Alpha,50%,30%,20%", "Beta,12.5%,62.5%,25%"), more: "order: given"},
		{name: "zero and missing", csv: rows("Name,One,Two,Three", "Alpha,12,0,9", "Beta,n/a,21,17")},
	},
	"waterfall": {
		{name: "typical", csv: rows("Step,Value", "Start,40", "Revenue,12.5", "Costs,-30", "End,22.5")},
		{name: "below zero", csv: rows("Step,Value", "Start,5", "Loss,-12", "Gain,3", "End,-4")},
		{name: "totals between", csv: rows("Step,Value", "Start,40", "Sales,12", "Half,52", "Costs,-31", "Tax,-6", "End,15"), more: "totals: Half"},
		{name: "a step of nothing", csv: rows("Step,Value", "Start,40", "Fees,0", "Costs,-31", "End,9")},
		{name: "large and small", csv: rows("Step,Value", "Start,9876543210", "More,1234567", "Less,-5000000000", "End,4877777777")},
	},
	"line": {
		{name: "years with a gap between", csv: rows("Year,Chips,Boards", "2018,1,4", "2019,3,7", "2020,5,3.5", "2023,6,8")},
		{name: "missing", csv: rows("Year,Chips,Boards", "2018,1,4", "2019,?,7", "2020,5,3.5", "2021,n/a,3", "2022,7,2", "2023,6,9")},
		{name: "alone", csv: rows("Year,Chips", "2018,10", "2019,14", "2020,13", "2021,19", "2022,26")},
		{name: "negative", csv: rows("Year,Chips,Boards", "2018,-10,4", "2019,14,-6", "2020,13,-9")},
		{name: "alone, below zero", csv: rows("Year,Chips", "2018,-3", "2019,-8", "2020,4", "2021,-9")},
		{name: "months", csv: rows("Month,Chips", "2022-01,10", "2022-02,14", "2022-05,13", "2022-11,19", "2023-06,26")},
		{name: "days", csv: rows("Day,Chips", "2022-01-03,10", "2022-02-28,14", "2022-05-17,13", "2022-11-30,19", "2023-06-01,26")},
		{name: "numbers", csv: rows("Price,Demand", "10,100", "12.5,80", "20,61", "40,22")},
		{name: "names", csv: rows("Place,Chips,Boards", "North,1,4", "East,3,7", "South,5,3.5", "West,6,8")},
		{name: "bounds", csv: rows("Year,Chips", "2018,10", "2019,over 14", "2020,10 to 20", "2021,at most 19", "2022,about 26")},
		{name: "large", csv: rows("Year,Chips,Boards", "2018,9876543210,1234567", "2019,5000000000,42", "2020,7000000000,3000000000")},
		{name: "far from zero", csv: rows("Year,Chips", "2018,1010", "2019,1014", "2020,1003", "2021,1019")},
		{name: "log", csv: rows("Year,Chips", "2018,1", "2019,12", "2020,150", "2021,900"), more: "scale: log"},
	},
	"area": {
		{name: "alone", csv: rows("Year,Chips", "2018,10", "2019,14", "2020,13", "2023,26")},
		{name: "below zero", csv: rows("Year,Chips", "2018,-3", "2019,-8", "2020,4", "2023,9")},
		{name: "layers", csv: rows("Year,Chips,Boards,Racks", "2018,10,4,3", "2019,14,7,6", "2020,13,9,11", "2022,20,12,15")},
		{name: "zero", csv: rows("Year,Chips,Boards", "2018,0,4", "2019,14,0", "2020,13,9")},
	},
	"slope": {
		{name: "two dates", csv: rows("Name,2018,2020", "Alpha,10,40", "Beta,30,70", "Gamma,50,35.5")},
		{name: "three dates", csv: rows("Name,2018,2020,2023", "Alpha,10,40,12", "Beta,30,70,60", "Gamma,50,35,90"), more: "highlight: Beta"},
		{name: "negative", csv: rows("Name,2018,2020", "Alpha,-10,40", "Beta,30,-70", "Gamma,50,35")},
		{name: "bounds", csv: rows("Name,2018,2020", "Alpha,over 10,40", "Beta,30,about 70", "Gamma,20 to 50,35")},
	},
	"dot": {
		{name: "typical", csv: rows("Name,Value", "Alpha,12", "Beta,30", "Gamma,23", "Delta,8")},
		{name: "negative", csv: rows("Name,Value", "Alpha,12", "Beta,-30", "Gamma,23", "Delta,-8.5")},
		{name: "far from zero", csv: rows("Name,Value", "Alpha,1012", "Beta,1030", "Gamma,1023", "Delta,1008")},
		{name: "bounds", csv: rows("Name,Value", "Alpha,over 12", "Beta,at most 30", "Gamma,20 to 25", "Delta,about 8", "Eta,40")},
		{name: "missing", csv: rows("Name,Value", "Alpha,12", "Beta,?", "Gamma,23", "Delta,n/a")},
		{name: "missing below zero", csv: rows("Name,Value", "Alpha,-12", "Beta,?", "Gamma,-23")},
		{name: "series", csv: rows("Name,One,Two,Three", "Alpha,12,14,9", "Beta,30,21,17", "Gamma,23,25,28")},
		{name: "log", csv: rows("Name,Value", "Alpha,12", "Beta,3000", "Gamma,230", "Delta,80"), more: "scale: log"},
	},
	"dumbbell": {
		{name: "typical", csv: rows("Name,Before,After", "Alpha,12,30", "Beta,44,21", "Gamma,23,25")},
		{name: "negative", csv: rows("Name,Before,After", "Alpha,-12,30", "Beta,44,-21", "Gamma,-23,-5")},
		{name: "missing", csv: rows("Name,Before,After", "Alpha,12,30", "Beta,?,21", "Gamma,23,n/a", "Delta,?,?")},
		{name: "bounds", csv: rows("Name,Before,After", "Alpha,12,over 30", "Beta,about 44,21", "Gamma,at most 23,25")},
		{name: "axis", csv: rows("Name,Before,After", "Alpha,12,30", "Beta,44,21", "Gamma,23,25"), more: "labels: axis"},
	},
	"range": {
		{name: "typical", csv: rows("Name,From,To", "Alpha,12,30", "Beta,21,44", "Gamma,23,25.5")},
		{name: "one column", csv: rows("Name,Value", "Alpha,12 to 30", "Beta,over 21", "Gamma,at most 25", "Delta,17")},
		{name: "negative", csv: rows("Name,From,To", "Alpha,-12,30", "Beta,-44,-21", "Gamma,23,25")},
		{name: "missing", csv: rows("Name,From,To", "Alpha,12,30", "Beta,21,?", "Gamma,?,?")},
	},
	"open_range": {
		{name: "typical", csv: rows("Name,Value", "Inference,1 to 2", "Training,over 20", "Both,31")},
		{name: "bounds", csv: rows("Name,Value", "Alpha,over 12", "Beta,at most 30", "Gamma,20 to 25", "Delta,about 8", "Eta,?")},
		{name: "two ends", csv: rows("Name,From,To", "Alpha,12,30", "Beta,21,?", "Gamma,23,25")},
	},
	"threshold": {
		{name: "typical", csv: rows("Name,Value", "Alpha,6", "Beta,30", "Gamma,44"), more: "band: 40 to 50"},
		{name: "negative", csv: rows("Name,Value", "Alpha,-6", "Beta,31", "Gamma,12"), more: "band: 40 to 50"},
		{name: "bounds", csv: rows("Name,Value", "Alpha,over 12", "Beta,at most 30", "Gamma,20 to 25", "Delta,about 8"), more: "band: 40 to 50"},
		{name: "a floor", csv: rows("Name,Value", "Alpha,6", "Beta,30"), more: "band: over 40"},
	},
	"funnel": {
		{name: "typical", csv: rows("Stage,Value", "Visits,5000", "Trials,1200", "Sales,310", "Renewals,42")},
		{name: "bounds", csv: rows("Stage,Value", "Visits,over 5000", "Trials,1200 to 1500", "Sales,at most 1100", "Renewals,about 400")},
		{name: "missing", csv: rows("Stage,Value", "Visits,5000", "Trials,?", "Sales,310", "Renewals,0")},
	},
	"mekko": {
		{name: "sizes", csv: rows("Name,size,One,Two", "Alpha,50,40%,60%", "Beta,30,20%,80%", "Gamma,20,55%,45%")},
		{name: "plain shares", csv: rows("Name,size,One,Two", "Alpha,50,40,60", "Beta,30,20,80", "Gamma,20,55,45")},
		{name: "amounts", csv: rows("Name,One,Two,Three", "Alpha,12,14,9", "Beta,30,21,17", "Gamma,23,5,28")},
		{name: "zero and missing", csv: rows("Name,One,Two,Three", "Alpha,12,0,9", "Beta,30,21,n/a", "Gamma,23,25,28")},
	},
	"donut": {
		{name: "amounts", csv: rows("Name,Part", "Alpha,12", "Beta,30", "Gamma,23", "Delta,8")},
		{name: "shares", csv: rows("Name,Part", "Alpha,62.5%", "Beta,37.5%")},
		{name: "given", csv: rows("Name,Part", "Alpha,12", "Beta,30", "Gamma,58"), more: "order: given"},
		{name: "two small ones", csv: rows("Name,Part", "Alpha,180633", "Beta,686442", "Gamma,3018", "Delta,5196")},
		{name: "zero and missing", csv: rows("Name,Part", "Alpha,12", "Beta,0", "Gamma,23", "Delta,n/a")},
	},
	"waffle": {
		{name: "shares", csv: rows("Name,Part", "Alpha,62%", "Beta,38%")},
		{name: "a rest", csv: rows("Name,Part", "Alpha,37%", "Beta,12%")},
		{name: "count", csv: rows("Name,Part", "Alpha,12", "Beta,30", "Gamma,7")},
		{name: "amounts", csv: rows("Name,Part", "Alpha,1200", "Beta,3000", "Gamma,700.5")},
		{name: "given", csv: rows("Name,Part", "Alpha,12", "Beta,30", "Gamma,0"), more: "order: given"},
	},
	"heat": {
		{name: "typical", csv: rows("Name,One,Two,Three", "Alpha,1,2,3", "Beta,4,5,6", "Gamma,7,8,9.5")},
		{name: "negative", csv: rows("Name,One,Two,Three", "Alpha,-12,20,3", "Beta,-4,5,16", "Gamma,0,-8,9")},
		{name: "missing", csv: rows("Name,One,Two,Three", "Alpha,12,?,3", "Beta,n/a,5,16", "Gamma,10,8,9")},
		{name: "bounds", csv: rows("Name,One,Two,Three", "Alpha,over 12,2,3", "Beta,about 4,5 to 9,16", "Gamma,at most 10,8,9")},
	},
	"scatter": {
		{name: "typical", csv: rows("Name,Price,Sales", "Alpha,50,40", "Beta,30,22.5", "Gamma,20,50", "Delta,12,75")},
		{name: "negative", csv: rows("Name,Price,Sales", "Alpha,-50,40", "Beta,30,-20", "Gamma,20,50", "Delta,12,75")},
		{name: "bounds", csv: rows("Name,Price,Sales", "Alpha,50,over 40", "Beta,20 to 30,22", "Gamma,about 20,50", "Delta,12,75")},
		{name: "missing", csv: rows("Name,Price,Sales", "Alpha,50,40", "Beta,?,22", "Gamma,20,n/a", "Delta,12,75", "Eta,33,61")},
		{name: "large and small", csv: rows("Name,Price,Sales", "Alpha,0.005,4000000", "Beta,0.003,2250000", "Gamma,0.002,5000000")},
	},
	"bubble": {
		{name: "a crowded corner", csv: rows("Name,One,Two,Three", "Eta,980264192.9,1788484367.3,2521313482.4", "Iota,2460211383.4,2423309150.2,1702269523.8",
			"Epsilon,1156536456.9,482688640.5,1989107294.5", "Beta,1034230620.2,592342844.8,1309087177.8", "Theta,939580608.8,133665982.9,754575689.6",
			"Alpha,1772139584.7,2568256407.2,2276869333.9")},
		{name: "typical", csv: rows("Name,Price,Sales,Firms", "Alpha,50,40,100", "Beta,30,22.5,25", "Gamma,20,50,64", "Delta,12,75,9")},
		{name: "missing", csv: rows("Name,Price,Sales,Firms", "Alpha,50,40,100", "Beta,30,22,?", "Gamma,20,50,64", "Delta,12,75,9")},
		{name: "highlight", csv: rows("Name,Price,Sales,Firms", "Alpha,50,40,100", "Beta,30,22.5,25", "Gamma,20,50,64", "Delta,12,75,9"), more: "highlight: Beta"},
	},
	"gantt": {
		{name: "months", csv: rows("Step,Start,End,Status", "Design,2022-01,2022-06,done", "Build,2022-05,2023-02,actual", "Launch,2023-03,2023-09,planned")},
		{name: "days", csv: rows("Step,Start,End", "Design,2022-01-03,2022-02-14", "Build,2022-02-10,2022-05-31", "Launch,2022-06-01,2022-06-30")},
		{name: "years", csv: rows("Step,Start,End", "Design,2018,2020", "Build,2019,2022", "Launch,2022,2024")},
		{name: "milestones", csv: rows("Step,Date", "Launch,2022-11-30", "Answer,2023-03-14", "Reply,2023-05-02")},
		{name: "open ends", csv: rows("Step,Start,End", "Design,2022-01,2022-06", "Build,2022-05,?", "Launch,,2023-09")},
	},
}
