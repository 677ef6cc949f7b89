package table

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

func readAs(src string, o TableOptions) (*Table, string) {
	var l diag.List
	t := ReadTable(strings.NewReader(src), "d.csv", o, outlineAt, &l)
	var said []string
	for _, p := range l.Problems() {
		said = append(said, fmt.Sprintf("%d:%d %s %s | %s", p.At.Line, p.At.Col, p.Code, p.Summary, p.Hint))
	}
	return t, strings.Join(said, "\n")
}

func name(s string) Named { return Named{Name: s, At: outlineAt} }

func TestATextFileIsReadAsItIsWritten(t *testing.T) {
	for _, c := range []struct {
		src  string
		o    TableOptions
		want string
	}{
		{"Land;Umsatz\nBayern;1234,5\nHessen;2,5\n", TableOptions{}, "Land|Umsatz\nBayern|1234,5=1234.5\nHessen|2,5=2.5"},
		{"Land;Umsatz\nBayern;1.234,5\nHessen;1.000.000\n", TableOptions{}, "Land|Umsatz\nBayern|1.234,5=1234.5\nHessen|1.000.000=1000000"},
		{"Land;Umsatz\nBayern;1,234\n", TableOptions{Decimal: ","}, "Land|Umsatz\nBayern|1,234=1.234"},
		{"Land;Umsatz\nBayern;1,234\n", TableOptions{Decimal: "."}, "Land|Umsatz\nBayern|1,234=1234"},
		{"a\tb\nx\t1,000\ny\t2.5\n", TableOptions{}, "a|b\nx|1,000=1000\ny|2.5=2.5"},
		{"a|b\nx|1\n", TableOptions{}, "a|b\nx|1=1"},
		{"Ort;Last;Anteil\nArc;31,5;12,25\nBow;42,0;3,5\n", TableOptions{}, "Ort|Last|Anteil\nArc|31,5=31.5|12,25=12.25\nBow|42,0=42|3,5=3.5"},
		{"a;b,c\nx;1,5\n", TableOptions{Separator: "semicolon", Decimal: ","}, "a|b,c\nx|1,5=1.5"},
		{"Name,Sales\nM\xfcller,1\nStra\xdfe,2\n", TableOptions{}, "Name|Sales\nMüller|1=1\nStraße|2=2"},
		{"\xff\xfea\x00;\x00b\x00\n\x00x\x00;\x001\x00", TableOptions{}, "a|b\nx|1=1"},
		{"a\x00;\x00b\x00\n\x00x\x00;\x001\x00", TableOptions{}, "a|b\nx|1=1"},
		{"\xc8\xec\xff,b\n\xc8\xec\xff,1\n", TableOptions{Encoding: "windows-1251"}, "Имя|b\nИмя|1=1"},
		{"\xb5\xd8\xc7\xf8,b\nx,1\n", TableOptions{Encoding: "gb18030"}, "地区|b\nx|1=1"},
		{"\"first\nname; other\",b\nx,1\ny,2\n", TableOptions{}, "first name; other|b\nx|1=1\ny|2=2"},
		{"Item,Words\nA,\"ha \nha\"\nB,ho\n", TableOptions{}, "Item|Words\nA|ha ha\nB|ho"},
		{"n,v\na,1e6\nb,1 234\nc,1'234\nd,(12)\ne,-\nf,—\ng,\"(1,234.5)\"\nh,1.5E-3\ni,($5m)\n", TableOptions{},
			"n|v\na|1e6=1000000\nb|1 234=1234\nc|1'234=1234\nd|(12)=-12\ne|-=n/a\nf|—=n/a\ng|(1,234.5)=-1234.5\nh|1.5E-3=0.0015\ni|($5m)=-5"},
		{"n,v\na,02134\nb,0x1F\nc,1/2\nd,3A\ne,12B\nf,2XL\ng,C2\nh,15/10/2017\ni,2000 series wrought alloys\nj,103 EAST 97TH STREET\nk,1234567890123456789\nl,40E3\nm,3 wheel drive\n", TableOptions{},
			"n|v\na|02134\nb|0x1F\nc|1/2\nd|3A\ne|12B\nf|2XL\ng|C2\nh|15/10/2017\ni|2000 series wrought alloys\nj|103 EAST 97TH STREET\nk|1234567890123456789\nl|40E3\nm|3 wheel drive"},
		{"n,v\na,5 days\nb,5kg\nc,$5/kWh\nd,12kWh\ne,40 to 50 bn parameters\nf,2M\ng,0.5\nh,7 people\n", TableOptions{},
			"n|v\na|5 days=5\nb|5kg=5\nc|$5/kWh=5\nd|12kWh=12\ne|40 to 50 bn parameters=40\nf|2M=2\ng|0.5=0.5\nh|7 people=7"},
		{"n,v\na,3 widgets\n", TableOptions{Unit: value.Unit{Noun: "widgets"}}, "n|v\na|3 widgets=3"},
		{"Sales of a firm\n\nn,v,w\na,1,2\nb,3,4\n\nSource: made up\n", TableOptions{}, "n|v|w\na|1=1|2=2\nb|3=3|4=4"},
		{"x,x,x\nn,v,w\na,1,2\n", TableOptions{Range: "A2:B3"}, "n|v\na|1=1"},
		{"Metric,2021,2022\nRevenue,10,14\nEBITDA,-3,-1\n", TableOptions{Transpose: true}, "Metric|Revenue|EBITDA\n2021|10=10|-3=-3\n2022|14=14|-1=-1"},
		{",2023,,2024,\nName,Q1,Q2,Q1,Q2\na,1,2,3,4\n", TableOptions{HeaderRows: 2}, "Name|2023 · Q1|2023 · Q2|2024 · Q1|2024 · Q2\na|1=1|2=2|3=3|4=4"},
		{"n,v,w\na,1,2\na,3,4\n,5,6\n", TableOptions{}, "n|v|w\na|1=1|2=2\na|3=3|4=4\n|5=5|6=6"},
		{"n,v,v\na,1,2\n", TableOptions{}, "n|v|v\na|1=1|2=2"},
		{"n,v,w\na,1,2\nb,3,4\n", TableOptions{Columns: []Pick{{Named: name("w")}, {Named: name("n"), As: "Name"}}}, "w|Name\n2|a\n4|b"},
		{"n,v\na,1\nb,2\nTotal,3\n", TableOptions{LeaveOut: []Named{name("b"), name("Total")}}, "n|v\na|1=1"},
		{"when,who,much\n2023,A,1\n2023,B,2\n2024,A,3\n", TableOptions{SeriesName: name("who"), SeriesOf: name("much")}, "when|A|B\n2023|1=1|2=2\n2024|3=3|"},
		{"n,zip,v\na,91601,1\n", TableOptions{Types: []TypedColumn{{name("zip"), TextColumn}}}, "n|zip|v\na|91601|1=1"},
		{"n,d\na,03/04/2025\nb,31/12/24\n", TableOptions{Dates: "dmy"}, "n|d\na|03/04/2025\nb|31/12/24"},
		{"n,d\na,03/04/2025\n", TableOptions{Dates: "mdy"}, "n|d\na|03/04/2025"},
	} {
		table, problems := readAs(c.src, c.o)
		got := problems
		if table != nil {
			lines := []string{asSeen(&Table{Corner: table.Corner, Columns: table.Columns})}
			for i := range table.Rows {
				r := &table.Rows[i]
				line := r.Name
				for x := range r.Cells {
					line += "|" + r.Cells[x].Text
					if v, err := table.Judge(r, x); r.Cells[x].Text != "" && err == nil {
						if v.State != value.Known {
							line += "=n/a"
						} else {
							line += "=" + v.Lo.N.String()
						}
					}
				}
				lines = append(lines, line)
			}
			got = strings.Join(lines, "\n")
		}
		if got != c.want {
			t.Errorf("%q:\n%s\nwant\n%s", c.src, got, c.want)
		}
	}
}

func TestWhatIsNotCertainIsAsked(t *testing.T) {
	for _, c := range []struct {
		src  string
		o    TableOptions
		want string
	}{
		{"Land;Umsatz\nBayern;1,234\n", TableOptions{}, `2:1 E-DATA "1,234" may be a number with three decimals or one in thousands | set ` + "`decimal: \",\"` or `decimal: \".\"`"},
		{"a,b;c,d\nx,1;y,2\n", TableOptions{}, "E-DATA the columns of d.csv may be separated by comma or by semicolon | set `separator: comma` or `separator: semicolon`"},
		{"a,b\n\xcf\xf0\xe8\xe2\xe5\xf2,1\n", TableOptions{}, "its encoding is not certain | save it as “CSV UTF-8”, or name its encoding: `encoding: windows-1252"},
		{"n,v,v\na,1,2\n", TableOptions{Columns: []Pick{{Named: name("n")}, {Named: name("v")}}}, `two columns of d.csv are named "v"`},
		{"n,v,w\na,1,2\n", TableOptions{Columns: []Pick{{Named: name("n")}, {Named: name("v"), As: "w"}, {Named: name("w")}}}, `E-DUP columns makes two columns of one name: "w"`},
		{"n,v\nZ\xfcrich,1\n", TableOptions{Encoding: "utf-8"}, "line 2 of d.csv is not utf-8 text | leave `encoding: utf-8` out"},
		{"n,v\na,1\n", TableOptions{LeaveOut: []Named{name("b")}}, `d.csv has no row "b"`},
		{"n,v\na,1\nb,2\nTotal,4\n", TableOptions{Total: name("Total")}, "E-SUM the rows of \"v\" add up to 3, the total says 4: the difference is 1"},
		{"n,v\na,x\nTotal,y\n", TableOptions{Total: name("Total")}, "no column of d.csv adds up to"},
		{"n,s,v,w\na,A,1,2\n", TableOptions{SeriesName: name("s"), SeriesOf: name("v")}, "besides the rows' names, the series and their values there is column w | choose three with `columns: [n, s, v]`"},
		{"n,s,v\na,A,1\na,A,2\n", TableOptions{SeriesName: name("s"), SeriesOf: name("v")}, `3:5 E-DATA "a" has two values for "A"; the first stands in line 2`},
		{"n,v\na,1 apple\n", TableOptions{Types: []TypedColumn{{name("v"), DateColumn}}}, `"1 apple" is not a date`},
		{"n,v\na," + strings.Repeat("x", 70_000) + "\n", TableOptions{}, "E-LIMIT a cell of d.csv is longer than 64 KiB"},
		{"n,v\n" + strings.Repeat("a,1\n", 200_001), TableOptions{}, "E-LIMIT d.csv has more than 200,000 lines"},
	} {
		if table, problems := readAs(c.src, c.o); table != nil || !strings.Contains(problems, c.want) {
			t.Errorf("%.60q:\n%s\nwant\n%s", c.src, problems, c.want)
		}
	}
}

func TestAFormulaNeedsANameOfItsOwn(t *testing.T) {
	table, _ := readAs("n,v,w,w\na,1,2,3\na,4,5,6\nb,7,8,9\n", TableOptions{})
	for _, c := range [][3]string{{"a", "v", "two rows are named"}, {"b", "w", "two columns are named"}} {
		if _, err := table.Value(c[0], c[1]); err == nil || !strings.Contains(err.Error(), c[2]) {
			t.Errorf("%v: %v", c, err)
		}
	}
	if v, err := table.Value("b", "v"); err != nil || v.String() != "7" {
		t.Error(v, err)
	}
}

// TestATableTurnedOrWrittenLongSaysTheSame: any table, turned round, or one value a row, is read as the same cells.
func TestATableTurnedOrWrittenLongSaysTheSame(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		rows, cols := 1+r.IntN(6), 2+r.IntN(5)
		wide, long, turned := "k", "k,s,v\n", "k"
		cells := make([][]string, rows)
		for x := range cols {
			wide += fmt.Sprintf(",c%d", x)
		}
		for y := range rows {
			turned += fmt.Sprintf(",r%d", y)
			wide += fmt.Sprintf("\nr%d", y)
			cells[y] = make([]string, cols)
			for x := range cols {
				cells[y][x] = []string{"1", "-2.5", "40 to 50", "n/a", "20%", "$5m"}[r.IntN(6)]
				wide += "," + cells[y][x]
				long += fmt.Sprintf("r%d,c%d,%s\n", y, x, cells[y][x])
			}
		}
		for x := range cols {
			turned += fmt.Sprintf("\nc%d", x)
			for y := range rows {
				turned += "," + cells[y][x]
			}
		}
		a, problems := readAs(wide, TableOptions{})
		b, more := readAs(long, TableOptions{SeriesName: name("s"), SeriesOf: name("v")})
		c, most := readAs(turned, TableOptions{Transpose: true})
		if a == nil || b == nil || c == nil {
			t.Fatal(problems, more, most)
		}
		if asSeen(a) != asSeen(b) || asSeen(a) != asSeen(c) {
			t.Fatalf("%s\n%s\n%s", asSeen(a), asSeen(b), asSeen(c))
		}
	}
}
