package briefing_test

import (
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
)

// years is invented.
const years = `Revenue was $5 million in 2023 and $7 million in 2024. Acme grew 5%, Bolt 7%. Acme's orders rose 4% in 2023 and 6% in 2024. Sales were 5% higher at Acme and 8% higher at Bolt. Der Umsatz stieg um 5 Prozent und der Gewinn um 9 Prozent. Der Umsatz der Holm AG stieg um 3 Prozent und der Gewinn um 2 Prozent. 甲公司增长5%，乙公司增长7%。 Au premier trimestre 2024, Petit SA a vendu 40 machines et Roux SA 60. Sales in 2024 were $80m, against $60m a year earlier. Sales rose to $80m in 2024 from $60m the year before. Der Umsatz lag 2024 bei 7 Mio. €, nach 4 Mio. € im Vorjahr. En 2024, le chiffre d’affaires était de 7 M€, contre 4 M€ un an plus tôt. En 2024 las ventas fueron de 7 M€, frente a 4 M€ el año anterior. 2024年增长7%，上年同期为5%。Orders in 2023 and 2024 were $5m and $7m, respectively. Orders were $5m and $7m in 2023 and 2024, respectively. 2023年和2024年分别增长5%和7%。 En 2023, les ventes étaient de 7 M€ et, l’année précédente, de 4 M€. Acme's 5% compares with Birch's 7%. Acme is ahead of Birch's 3%.
`

// A number belongs to the period and the subject that its sentence gives it to.
func TestAPeriodAndASubjectAreNotSwapped(t *testing.T) {
	for _, c := range []struct{ figure, want string }{
		{`{value: $7m, period: "2023", excerpt: "Revenue was $5 million in 2023 and $7 million in 2024"}`, "E-EXCERPT the excerpt says $7m of 2024, not of 2023"},
		{`{value: $5m, period: "2023", excerpt: "Revenue was $5 million in 2023 and $7 million in 2024"}`, ""},
		{`{value: $7m, period: "2024", excerpt: "Revenue was $5 million in 2023 and $7 million in 2024"}`, ""},
		{`{value: $60m, period: "2024", excerpt: "Sales in 2024 were $80m, against $60m a year earlier"}`, "E-EXCERPT the excerpt says $60m of a year earlier, not of 2024"},
		{`{value: $80m, period: "2024", excerpt: "Sales in 2024 were $80m, against $60m a year earlier"}`, ""},
		{`{value: $60m, period: "2024", excerpt: "Sales rose to $80m in 2024 from $60m the year before"}`, "E-EXCERPT the excerpt says $60m of the year before, not of 2024"},
		{`{value: $80m, period: "2024", excerpt: "Sales rose to $80m in 2024 from $60m the year before"}`, ""},
		{`{value: €4m, period: "2024", excerpt: "Der Umsatz lag 2024 bei 7 Mio. €, nach 4 Mio. € im Vorjahr"}`, "E-EXCERPT the excerpt says €4m of im Vorjahr, not of 2024"},
		{`{value: €7m, period: "2024", excerpt: "Der Umsatz lag 2024 bei 7 Mio. €, nach 4 Mio. € im Vorjahr"}`, ""},
		{`{value: €4m, period: "2024", excerpt: "En 2024, le chiffre d’affaires était de 7 M€, contre 4 M€ un an plus tôt"}`, "E-EXCERPT the excerpt says €4m of un an plus tôt, not of 2024"},
		{`{value: €4m, period: "2024", excerpt: "En 2024 las ventas fueron de 7 M€, frente a 4 M€ el año anterior"}`, "E-EXCERPT the excerpt says €4m of el año anterior, not of 2024"},
		{`{value: 5%, period: "2024", excerpt: "2024年增长7%，上年同期为5%"}`, "E-EXCERPT the excerpt says 5% of 上年同期, not of 2024"},
		{`{value: 7%, period: "2024", excerpt: "2024年增长7%，上年同期为5%"}`, ""},
		{`{value: $5m, period: "2023", excerpt: "Orders in 2023 and 2024 were $5m and $7m, respectively"}`, ""},
		{`{value: $7m, period: "2024", excerpt: "Orders in 2023 and 2024 were $5m and $7m, respectively"}`, ""},
		{`{value: $5m, period: "2024", excerpt: "Orders in 2023 and 2024 were $5m and $7m, respectively"}`, "E-EXCERPT the excerpt says $5m of 2023, not of 2024"},
		{`{value: $7m, period: "2023", excerpt: "Orders in 2023 and 2024 were $5m and $7m, respectively"}`, "E-EXCERPT the excerpt says $7m of 2024, not of 2023"},
		{`{value: $7m, period: "2023", excerpt: "Orders were $5m and $7m in 2023 and 2024, respectively"}`, "E-EXCERPT the excerpt says $7m of 2024, not of 2023"},
		{`{value: $7m, period: "2024", excerpt: "Orders were $5m and $7m in 2023 and 2024, respectively"}`, ""},
		{`{value: 5%, period: "2024", excerpt: "2023年和2024年分别增长5%和7%"}`, "E-EXCERPT the excerpt says 5% of 2023年, not of 2024"},
		{`{value: €4m, period: "2023", excerpt: "En 2023, les ventes étaient de 7 M€ et, l’année précédente, de 4 M€"}`, "E-EXCERPT the excerpt says €4m of l’année précédente, not of 2023"},
		{`{value: 7%, subject: Acme, excerpt: "Acme grew 5%, Bolt 7%"}`, `W-PERIOD the sentence says 7% of somebody else than "Acme", the subject of f`},
		{`{value: 7%, subject: Bolt, excerpt: "Acme grew 5%, Bolt 7%"}`, ""},
		{`{value: 5%, subject: Acme, excerpt: "Acme grew 5%, Bolt 7%"}`, ""},
		{`{value: 7%, subject: Acme, excerpt: "Acme's 5% compares with Birch's 7%"}`, `W-PERIOD the sentence says 7% of somebody else than "Acme", the subject of f`},
		{`{value: 5%, subject: Acme, excerpt: "Acme's 5% compares with Birch's 7%"}`, ""},
		{`{value: 3%, subject: Acme, excerpt: "Acme is ahead of Birch's 3%"}`, `W-PERIOD the sentence says 3% of somebody else than "Acme", the subject of f`},
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
