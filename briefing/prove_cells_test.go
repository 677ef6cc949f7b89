package briefing_test

import (
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
)

// ledger is invented.
const ledger = `We expect sales of $5 million. Sales were $6 million. If the permit comes, sales reach $7 million. Our target is a margin of 12%. The firm denied that it has 40 people. Wir erwarten 50 Mitarbeiter. Nous visons 60 magasins. Prevemos 70 tiendas. 预计员工80人。Costs were 9 million euros. Margin was 12 and revenue was 40.
`

// A number of a cell that its sentence expects, denies, aims at or makes conditional warns, as that of a figure does; the name of
// its column or row may say so.
func TestACellIsWarnedOfWhatItsSentenceDoubts(t *testing.T) {
	for _, c := range []struct{ head, row, want string }{
		{"Sales", `A,$5m,"We expect sales of $5 million"`, `W-DOUBT its sentence says "expect"`},
		{"Sales", `A,$5m,"sales of $5 million"`, `W-DOUBT its sentence says "expect"`},
		{"Sales expected", `A,$5m,"sales of $5 million"`, ""},
		{"Sales", `Target,$5m,"sales of $5 million"`, ""},
		{"Sales", `A,$6m,"Sales were $6 million"`, ""},
		{"Sales", `A,$7m,"sales reach $7 million"`, `W-DOUBT its sentence says "If"`},
		{"Margin", `A,12%,"a margin of 12%"`, `W-DOUBT its sentence says "target"`},
		{"People", `A,40,"it has 40 people"`, `W-DOUBT its sentence says "denied"`},
		{"Leute", `A,50,"50 Mitarbeiter"`, `W-DOUBT its sentence says "erwarten"`},
		{"Magasins", `A,60,"60 magasins"`, `W-DOUBT its sentence says "visons"`},
		{"Tiendas", `A,70,"70 tiendas"`, `W-DOUBT its sentence says "Prevemos"`},
		{"员工", `A,80,预计员工80人`, `W-DOUBT its sentence says "预计"`},
		{"Sales ($m)", `A,6,"Sales were $6 million"`, ""},
		{"Sales ($bn)", `A,6,"Sales were $6 million"`, "E-EXCERPT the excerpt says “$6 million”, the figure says $6bn"},
		{"Costs (€m)", `A,9,"Costs were 9 million euros"`, ""},
		{"Costs ($m)", `A,9,"Costs were 9 million euros"`, "E-EXCERPT the excerpt says “9 million euros”, the figure says $9m"},
		{"Margin,Revenue", `A,12,40,"Margin was 12 and revenue was 40"`, ""},
		{"Margin,Revenue", `A,40,12,"Margin was 12 and revenue was 40"`, `E-EXCERPT the excerpt says 40 of "Revenue"` + "\n" + `E-EXCERPT the excerpt says 12 of "Margin"`},
	} {
		folder := files{"s.txt": ledger, "d.csv": "Name," + c.head + ",excerpt\n" + c.row + "\n"}
		b, l := resolve(frame("sources:\n  s: {title: S, file: s.txt}\ndata:\n  d: {file: d.csv, source: s}\n", "evidence:\n  - table: {title: It is so, data: d}\n"), folder, "")
		if l.Failed(false) {
			t.Fatal(c.row, problems(l))
		}
		l = &diag.List{}
		briefing.Prove(b, folder.read, l)
		if got := codes(l); got != c.want {
			t.Errorf("%s / %s\n got %s\nwant %s", c.head, c.row, got, c.want)
		}
	}
}
