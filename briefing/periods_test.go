package briefing_test

import (
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
)

// years is invented.
const years = `Revenue was $5 million in 2023 and $7 million in 2024. Acme grew 5%, Bolt 7%. Acme's orders rose 4% in 2023 and 6% in 2024. Sales were 5% higher at Acme and 8% higher at Bolt. Der Umsatz stieg um 5 Prozent und der Gewinn um 9 Prozent. Der Umsatz der Holm AG stieg um 3 Prozent und der Gewinn um 2 Prozent. 甲公司增长5%，乙公司增长7%。 Au premier trimestre 2024, Petit SA a vendu 40 machines et Roux SA 60.
`

// A number belongs to the period and the subject that its sentence gives it to.
func TestAPeriodAndASubjectAreNotSwapped(t *testing.T) {
	for _, c := range []struct{ figure, want string }{
		{`{value: $7m, period: "2023", excerpt: "Revenue was $5 million in 2023 and $7 million in 2024"}`, "E-EXCERPT the excerpt says $7m of 2024, not of 2023"},
		{`{value: $5m, period: "2023", excerpt: "Revenue was $5 million in 2023 and $7 million in 2024"}`, ""},
		{`{value: $7m, period: "2024", excerpt: "Revenue was $5 million in 2023 and $7 million in 2024"}`, ""},
		{`{value: 7%, subject: Acme, excerpt: "Acme grew 5%, Bolt 7%"}`, `W-PERIOD the sentence says 7% of somebody else than "Acme", the subject of f`},
		{`{value: 7%, subject: Bolt, excerpt: "Acme grew 5%, Bolt 7%"}`, ""},
		{`{value: 5%, subject: Acme, excerpt: "Acme grew 5%, Bolt 7%"}`, ""},
		{`{value: 6%, subject: Acme, excerpt: "Acme's orders rose 4% in 2023 and 6% in 2024"}`, ""},
		{`{value: 8%, subject: Acme, excerpt: "Sales were 5% higher at Acme and 8% higher at Bolt"}`, `W-PERIOD the sentence says 8% of somebody else than "Acme", the subject of f`},
		{`{value: 9%, subject: Umsatz, excerpt: "Der Umsatz stieg um 5 Prozent und der Gewinn um 9 Prozent"}`, `W-PERIOD the sentence says 9% of somebody else than "Umsatz", the subject of f`},
		{`{value: 2%, subject: Holm AG, excerpt: "Der Umsatz der Holm AG stieg um 3 Prozent und der Gewinn um 2 Prozent"}`, ""},
		{`{value: 7%, subject: 甲公司, excerpt: "甲公司增长5%，乙公司增长7%"}`, `W-PERIOD the sentence says 7% of somebody else than "甲公司", the subject of f`},
		{`{value: 5%, subject: 甲公司, excerpt: "甲公司增长5%，乙公司增长7%"}`, ""},
		{`{value: "60", subject: Petit SA, excerpt: "Petit SA a vendu 40 machines et Roux SA 60"}`, `W-PERIOD the sentence says 60 of somebody else than "Petit SA", the subject of f`},
	} {
		folder := files{"s.txt": years}
		b, l := resolve(frame("sources:\n  s: {title: S, file: s.txt}\nfigures:\n  f: "+c.figure+"\n", ""), folder, "")
		if l.Failed(false) {
			t.Fatal(problems(l))
		}
		l = &diag.List{}
		briefing.Prove(b, folder.read, l)
		if got := codes(l); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.figure, got, c.want)
		}
	}
}
