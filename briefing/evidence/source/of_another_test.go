package source

import (
	"strings"
	"testing"
)

// What a sentence compares its subject with is of somebody else: in every language, before the subject and behind it.
func TestWhatASubjectIsComparedWithIsOfAnother(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(`
Acme's 5% compares with Birch's 7%	Acme	7%	other
Acme's 5% compares with Birch's 7%	Acme	5%	own
Acme's 5% compares with Birch's 7%	Birch	7%	own
Acme's 5% compares with Birch's 7%	Birch	5%	other
Acme's margin of 5% compares with 7% at Birch	Acme	7%	other
Acme's margin of 5% compares with 7% at Birch	Acme	5%	own
Unlike Birch, which lost 7%, Acme gained 5%	Acme	7%	other
Unlike Birch, which lost 7%, Acme gained 5%	Acme	5%	own
Unlike Birch with its 7%, Acme gained 5%	Acme	7%	other
Acme grew 5%, ahead of Birch's 4%	Acme	4%	other
Acme grew 5%, ahead of Birch's 4%	Acme	5%	own
Acme is ahead of Birch's 7%	Acme	7%	other
Acme grew faster than Birch's 7%	Acme	7%	other
Acme grew 5% against 7% at Birch	Acme	7%	other
Acme grew 5% against 7% at Birch	Acme	5%	own
Acme grew 5% versus 7% for Birch	Acme	7%	other
Acme beat Birch's 7% with 9% of its own	Acme	9%	own
Acme's sales of $5m trail Birch's $7m	Acme	$7m	other
Acme grew 5%, against 7% a year earlier	Acme	7%	own
Acme grew 5% compared with 7% in May 2023	Acme	7%	own
Acme's growth of 5% compares with 7% the year before	Acme	7%	own
Acme sold 500 units, more than 450 of them abroad	Acme	450	own
At Acme, sales rose 5% against a fall of 2% the year before	Acme	2%	own
Der Umsatz der Holm AG wuchs um 5 Prozent, anders als bei Birke mit 7 Prozent	Holm AG	7%	other
Holm wuchs um 5 Prozent, verglichen mit 7 Prozent bei Birke	Holm	7%	other
Holm liegt mit 5 Prozent hinter Birke mit 7 Prozent	Holm	7%	other
Holm liegt mit 5 Prozent hinter Birke mit 7 Prozent	Holm	5%	own
Holm wuchs um 5 Prozent, nach 7 Prozent im Vorjahr	Holm	7%	own
Petit progresse de 5 %, contre 7 % chez Roux	Petit	7%	other
Petit progresse de 5 %, contre 7 % chez Roux	Petit	5%	own
Petit progresse de 5 %, devant Roux avec 3 %	Petit	3%	other
Contrairement à Roux, qui perd 7 %, Petit gagne 5 %	Petit	7%	other
Petit progresse de 5 %, contre 7 % un an plus tôt	Petit	7%	own
Soto crece un 5 %, frente al 7 % de Ruiz	Soto	7%	other
Soto crece un 5 %, frente al 7 % de Ruiz	Soto	5%	own
Soto crece un 5 %, por delante de Ruiz con un 3 %	Soto	3%	other
A diferencia de Ruiz, que pierde un 7 %, Soto gana un 5 %	Soto	7%	other
Soto crece un 5 %, frente al 7 % del año anterior	Soto	7%	own
甲公司增长5%，快于乙公司的3%	甲公司	3%	other
甲公司增长5%，快于乙公司的3%	甲公司	5%	own
甲公司增长5%，而乙公司增长3%	甲公司	3%	other
与乙公司的7%相比，甲公司增长5%	甲公司	7%	other
甲公司增长5%，去年同期为7%	甲公司	7%	own
Acme and Birch earned $8m and $2m	Acme	$2m	other
Acme and Birch earned $8m and $2m	Acme	$8m	own
Acme and Birch earned $8m and $2m	Birch	$2m	own
Sales and profit of Holm AG were $8m and $2m	Holm AG	$8m	own
甲公司、乙公司和丙公司的收入分别为8亿元、2亿元和3亿元	甲公司	2亿元	other
`), "\n") {
		c := strings.Split(line, "\t")
		v, err := ParseValue(c[2])
		if err != nil {
			t.Fatal(err)
		}
		if said, other := OfAnother(c[0], c[1], v); other != (c[3] == "other") {
			t.Errorf("%s: %v %q", line, other, said)
		}
	}
}
