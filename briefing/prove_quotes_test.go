package briefing_test

import (
	"errors"
	"io/fs"
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
)

// speeches are invented.
const speeches = `Profit rose. "We did not see demand grow," said Nora Lind. "I cannot recommend it," said Omar Reyes.

Much later, elsewhere: waste was 50%. "The product is excellent," said Lena Voss. "Prices will fall," said Oliver Lindt. Anna Weber said demand is strong. Anna-Lena Roth said supply is weak. "We begged," the manager said, "for sand."

Sales were $5 million, not billions. Revenue rose in the year. Only 5% failed and 95% succeeded. Over 40 people, most of them new, run 12 offices. It pays $3 million a year. The firm has 30 billion tokens. Shall we raise prices? No, prices will rise. 李明博说：“价格会上涨。”The loss was tens of millions of yuan.

She said we grew here. He said we shrank there.
`

// verdicts are the problems of an outline over speeches: code and summary, one a line.
func verdicts(t *testing.T, more, theme string, read func(string, int64) ([]byte, error)) string {
	t.Helper()
	folder := files{"s.txt": speeches}
	b, l := resolve(frame("sources:\n  s: {title: S, file: s.txt}\n"+more, theme), folder, "")
	if l.Failed(false) {
		t.Fatal(problems(l))
	}
	if read == nil {
		read = folder.read
	}
	l = &diag.List{}
	briefing.Prove(b, read, l)
	return codes(l)
}

func TestAQuotationIsNotCutIntoAnother(t *testing.T) {
	people := "people:\n  lind: {name: Nora Lind}\n  voss: {name: Lena Voss}\n  lin: {name: Lin}\n  ann: {name: Ann}\n  anna: {name: Anna}\n  weber: {name: Anna Weber}\n  li: {name: Li Mingbo, name_zh: 李明博}\n"
	for _, c := range []struct{ quote, want string }{
		{`{text: "We […] see demand grow", by: lind, credit: said Nora Lind}`, "W-CUT a cut drops words that deny: “did not”"},
		{`{text: "We did not see […] grow", by: lind, credit: said Nora Lind}`, ""},
		{`{text: "recommend it […] The product is excellent", by: voss, credit: said Lena Voss}`, "E-QUOTE this quotation joins the words of Omar Reyes and Lena Voss"},
		{`{text: "demand grow […] recommend it", by: lind}`, "E-QUOTE this quotation joins the words of Nora Lind and Omar Reyes\nN-CREDIT the attribution to Nora Lind is not checked"},
		{`{text: "waste was 50%. […] The product is excellent", by: voss, credit: said Lena Voss}`, "E-QUOTE a cut leads out of somebody's words: it drops “.”"},
		{`{text: "demand is strong […] supply is weak", by: weber, credit: Anna Weber said}`, "E-QUOTE this quotation joins the words of Anna Weber and Anna-Lena Roth"},
		{`{text: "we grew here […] we shrank there", by: weber}`, "W-SPEAKER a cut may join the words of two, she and he: it drops “. He said”\nN-CREDIT the attribution to Anna Weber is not checked"},
		{`{text: "We begged […] for sand", by: The manager}`, "N-CREDIT the attribution to The manager is not checked"},
		{`{text: "Profit rose. […] waste was 50%", by: The report}`, "W-CUT a cut drops words that deny: “. \"We did not see demand grow,\" said Nor …  said Omar Reyes. Much later, elsewhere:”\nN-CREDIT the attribution to The report is not checked"},
		{`{text: "Prices will fall", by: A famous investor, credit: said Oliver Lindt}`, "E-QUOTE the credit does not name A famous investor"},
		{`{text: "Prices will fall", by: Oliver Lindt, credit: said Oliver Lindt}`, ""},
		{`{text: "Prices will fall", by: lin, credit: said Oliver Lindt}`, "E-QUOTE the credit does not name Lin"},
		{`{text: "demand is strong", by: ann, credit: Anna Weber said}`, "E-QUOTE the credit does not name Ann"},
		{`{text: "demand is strong", by: weber, credit: Anna Weber said}`, ""},
		{`{text: "supply is weak", by: anna, credit: Anna-Lena Roth said}`, "E-QUOTE the credit does not name Anna"},
		{`{text: "价格会上涨", by: li, credit: 李明博说}`, ""},
		{`{text: "价格会上涨", by: li, credit: "李明博说："}`, ""},
		{`{text: "Sales were $5[0] million", by: The report}`, "E-QUOTE an editor's bracket changes a number"},
		{`{text: "Sales were $5 [billion]", by: The report}`, "E-QUOTE an editor's bracket changes a number"},
		{`{text: "[over] 12 offices", by: The report}`, "E-QUOTE an editor's bracket changes a number"},
		{`{text: "12 offices [excluding the mills]", by: The report}`, "N-CREDIT the attribution to The report is not checked"},
		{`{text: "12 offices [, without the mills,]", by: The report}`, "N-CREDIT the attribution to The report is not checked"},
		{`{text: "run 12 offices [which did not close]", by: The report}`, "N-CREDIT the attribution to The report is not checked"},
		{`{text: "Revenue [failed to] rose in the year", by: The report}`, "E-QUOTE an editor's bracket adds “failed”, which turns the words round"},
		{`{text: "Revenue [did not] rose in the year", by: The report}`, "E-QUOTE an editor's bracket adds “not”, which turns the words round"},
		{`{text: "[It is untrue that] revenue rose in the year", by: The report}`, "E-QUOTE an editor's bracket adds “untrue”, which turns the words round"},
		{`{text: "价格[不]会上涨", by: The report}`, "E-QUOTE an editor's bracket adds “不”, which turns the words round"},
		{`{text: "12 offices [of the firm]", by: The report}`, "N-CREDIT the attribution to The report is not checked"},
		{`{text: "Revenue [never] rose in the year", by: The report}`, "E-QUOTE an editor's bracket adds “never”, which turns the words round"},
		{`{text: "I can[not] recommend it", by: The report}`, "E-QUOTE an editor's bracket adds “not”, which turns the words round"},
		{`{text: "demand is [un]strong", by: The report}`, "E-QUOTE these words do not stand in the source"},
		{`{text: "Sales were $[…]5 million", by: The report}`, "E-QUOTE a cut stands inside an amount"},
		{`{text: "Sales were $5 […] million", by: The report}`, "E-QUOTE a cut stands inside an amount"},
		{`{text: "prices will rise?", by: The report}`, "E-QUOTE these words do not stand in the source"},
		{`{text: "prices will rise!", by: The report}`, "E-QUOTE these words do not stand in the source"},
		{`{text: "[W]e raise prices.", by: The report}`, "E-QUOTE the source does not say this with a full stop"},
		{`{text: "[W]e raise prices?", by: The report}`, "N-CREDIT the attribution to The report is not checked"},
	} {
		if got := verdicts(t, people, "evidence:\n  - quote: "+c.quote+"\n", nil); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.quote, got, c.want)
		}
	}
}

func TestAnExcerptSaysItsNumberWithTheWholeSentence(t *testing.T) {
	for _, c := range []struct{ figure, want string }{
		{`{value: "50%", excerpt: "Profit rose […] 50%"}`, "E-EXCERPT a cut of this excerpt leads into another sentence: it drops “. \"We did not see demand grow,\" said Nor …  Reyes. Much later, elsewhere: waste was”"},
		{`{value: "50%", excerpt: "Revenue rose [by 50%] in the year"}`, "E-EXCERPT the excerpt says no number"},
		{`{value: "$5bn", excerpt: "Sales were $5 million [that is $5bn]"}`, "E-EXCERPT the excerpt says “$5 million”, the figure says $5bn"},
		{`{value: "$5m", excerpt: "Sales were $5 million [that is $5bn]"}`, ""},
		{`{value: "$5", excerpt: "Sales were $5"}`, "E-EXCERPT the excerpt leaves out what belongs to its number: the sentence says “$5 million”, the figure says $5"},
		{`{value: "40", excerpt: "40 people"}`, "E-EXCERPT the excerpt leaves out what belongs to its number: the sentence says “Over 40”, the figure says 40"},
		{`{value: "over 40", excerpt: "Over 40 people […] 12 offices"}`, ""},
		{`{value: "12", excerpt: "run […] 12 offices"}`, ""},
		{`{value: "$5m", words: billions, excerpt: "Sales were $5 million, not billions"}`, "E-EXCERPT the words \"billions\" do not say $5m"},
		{`{value: "5%", words: 95% succeeded, excerpt: "Only 5% failed and 95% succeeded"}`, "E-EXCERPT the words \"95% succeeded\" do not say 5%"},
		{`{value: "95%", words: 95% succeeded, excerpt: "Only 5% failed and 95% succeeded"}`, "E-EXCERPT the source says 95% in figures, which needs no other words"},
		{`{value: at least RMB 20m, words: tens of millions of yuan, excerpt: "tens of millions of yuan"}`, ""},
		{`{value: at least RMB 20m, words: tens of millions, excerpt: "tens of millions of yuan"}`, ""},
		{`{value: "$5m", words: billions, basis: own}`, "E-EXCERPT the words \"billions\" do not say $5m"},
		{`{value: "$9m", basis: own, excerpt: "we sold for $9m"}`, "E-EXCERPT these words do not stand in the source"},
		{`{value: "$9m", basis: sample, excerpt: "we sold for $9m"}`, "E-EXCERPT these words do not stand in the source"},
		{`{value: "$9m", basis: assumption, excerpt: "we sold for $9m"}`, "E-EXCERPT these words do not stand in the source"},
		{`{value: "$3m a year", basis: own, excerpt: "$3 million a year"}`, ""},
		{`{value: "$3m a month", excerpt: "$3 million a year"}`, "E-EXCERPT the excerpt says “$3 million a year”, the figure says $3m a month"},
		{`{value: "$3m a year", excerpt: "$3 million a year"}`, ""},
		{`{value: "30 bn parameters", excerpt: "30 billion tokens"}`, "W-NOUN the excerpt counts “tokens”, the figure \"parameters\""},
		{`{value: "30 bn tokens", excerpt: "30 billion tokens"}`, ""},
		{`{value: "12 office", excerpt: "12 offices"}`, ""},
	} {
		if got := verdicts(t, "figures:\n  f: "+c.figure+"\n", "", nil); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.figure, got, c.want)
		}
	}
}

// interview is invented.
const interview = `"Prices will fall," Oliver Lindt of the company said. Acme analysts said demand is weak. "Costs rise," said Acme chief executive Nora Lind. Omar Reyes told Lena Voss: "We will not sell."

"We begged," the manager said, "for sand." "Is it true?" asked Omar Reyes. "It is," said Lena Voss. The firm calls it "the cloud" and sells it. Ivo Brandt complained: "Nobody pays." 百川智能创始人王小川说：“市场会变。”李明博的助手说：“他会来。”
`

func TestTheOneWhoSpeaksIsCredited(t *testing.T) {
	people := "people:\n  lindt: {name: Oliver Lindt}\n  acme: {name: Acme}\n  lind: {name: Nora Lind}\n  voss: {name: Lena Voss}\n  reyes: {name: Omar Reyes}\n  wang: {name: Wang Xiaochuan, name_zh: 王小川}\n  bai: {name: Baichuan, name_zh: 百川智能}\n  li: {name: Li Mingbo, name_zh: 李明博}\n  brandt: {name: Ivo Brandt}\n"
	const passes, marks = "W-SPEAKER the words pass from one speaker to another: ", "W-SPEAKER part of this quotation stands outside of the speaker's quotation marks"
	for _, c := range []struct{ quote, want string }{
		{`{text: Prices will fall, by: lindt, credit: Oliver Lindt of the company said}`, ""},
		{`{text: Prices will fall, by: The company, credit: Oliver Lindt of the company said}`, "E-QUOTE the credit does not name The company"},
		{`{text: demand is weak, by: acme, credit: Acme analysts said}`, "E-QUOTE the credit does not name Acme"},
		{`{text: demand is weak, by: Acme analysts, credit: Acme analysts said}`, ""},
		{`{text: demand is weak, by: Analysts, credit: analysts said}`, ""},
		{`{text: demand is weak, by: An analyst, credit: analysts said}`, "E-QUOTE the credit does not name An analyst"},
		{`{text: Costs rise, by: acme, credit: said Acme}`, "E-QUOTE the source gives these words to somebody else than Acme: “said Acme chief executive Nora Lind.”"},
		{`{text: Costs rise, by: acme, credit: said Acme chief executive Nora Lind}`, "E-QUOTE the credit does not name Acme"},
		{`{text: Costs rise, by: lind, credit: said Acme chief executive Nora Lind}`, ""},
		{`{text: We will not sell, by: voss, credit: "told Lena Voss:"}`, "E-QUOTE the source gives these words to somebody else than Lena Voss: “Omar Reyes told Lena Voss:”"},
		{`{text: We will not sell, by: reyes, credit: "Omar Reyes told Lena Voss:"}`, ""},
		{`{text: 市场会变, by: wang, credit: 王小川说}`, ""},
		{`{text: 市场会变, by: bai, credit: 百川智能创始人王小川说}`, "E-QUOTE the credit does not name Baichuan"},
		{`{text: 他会来, by: li, credit: 李明博的助手说}`, "E-QUOTE the credit does not name Li Mingbo"},
		{`{text: "We begged, the manager said, for sand", by: The manager}`, marks + "\nN-CREDIT the attribution to The manager is not checked"},
		{`{text: "We begged […] for sand", by: The manager, credit: the manager said}`, "E-QUOTE the credit \"the manager said\" does not stand beside the quotation"},
		{`{text: "Is it true? asked Omar Reyes. It is", by: voss, credit: said Lena Voss}`, passes + "Omar Reyes and Lena Voss"},
		{`{text: "complained: Nobody pays", by: brandt}`, marks + "\nN-CREDIT the attribution to Ivo Brandt is not checked"},
		{`{text: "The firm calls it the cloud and sells it", by: The report}`, "N-CREDIT the attribution to The report is not checked"},
		{`{text: "Nobody pays", by: brandt, credit: "Ivo Brandt complained:"}`, ""},
	} {
		folder := files{"s.txt": interview}
		b, l := resolve(frame("sources:\n  s: {title: S, file: s.txt}\n"+people, "evidence:\n  - quote: "+c.quote+"\n"), folder, "")
		if l.Failed(false) {
			t.Fatal(problems(l))
		}
		l = &diag.List{}
		briefing.Prove(b, folder.read, l)
		if got := codes(l); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.quote, got, c.want)
		}
	}
}

// codes are the problems, code and summary, one a line.
func codes(l *diag.List) string {
	var out []string
	for _, p := range l.Problems() {
		out = append(out, p.Code+" "+p.Summary)
	}
	return strings.Join(out, "\n")
}

// results is invented.
const results = `Sales were $5 million and profit was $2 million. Sales rose by 5% to $12 million. The margin fell from 20% to 15%. Of our 40 offices, 12 closed. Only half of the 60 shops make money. Costs, up 12% on 2023, were $9 million. Sales were $5 million in 2023, $6 million in 2024 and $7 million in 2025. Staff at two of our mills rose to 300. Only three of the 80 ships sailed. Churn fell to 8%. We do not, in any of our plans, expect $6 million. Cash was $1 million, debt $3 million. Im Jahr 2023 betrug der Gewinn 20 Millionen Euro und der Umsatz 90 Millionen Euro. 营收为500万元，利润为200万元。
`

func TestACutOfAnExcerptDropsNoOtherNumber(t *testing.T) {
	const drops = "E-EXCERPT the excerpt leaves out what belongs to its number: "
	for _, c := range []struct{ figure, want string }{
		{`{value: $2m, excerpt: "Sales were […] $2 million"}`, drops + "a cut drops “$5 million”"},
		{`{value: $2m, excerpt: "Sales […] was $2 million"}`, drops + "a cut drops “$5 million”"},
		{`{value: $2m, excerpt: "profit was $2 million"}`, ""},
		{`{value: $5m, excerpt: "Sales were $5 million […] $2 million"}`, ""}, // nothing but "and profit was" is dropped
		{`{value: $12m, excerpt: "Sales rose […] $12 million"}`, drops + "a cut drops “5%”"},
		{`{value: $12m, excerpt: "Sales rose by 5% to $12 million"}`, ""},
		{`{value: 15%, excerpt: "The margin fell […] 15%"}`, drops + "a cut drops “20%”"},
		{`{value: $5m, excerpt: "Sales were $5 million in 2023 […] $7 million in 2025"}`, ""},
		{`{value: "40", excerpt: "Of our 40 offices […] closed"}`, drops + "a cut drops “12”"},
		{`{value: "60", excerpt: "Only […] the 60 shops make money"}`, drops + "a cut drops “Only half”"},
		{`{value: "80", excerpt: "Only […] the 80 ships sailed"}`, drops + "a cut drops “Only three”"},
		{`{value: "300", excerpt: "Staff […] rose to 300"}`, ""},
		{`{value: $9m, excerpt: "Costs […] were $9 million"}`, ""},
		{`{value: $7m, excerpt: "Sales were $5 million in 2023 […] $7 million in 2025"}`, ""},
		{`{value: $7m, excerpt: "Sales were […] $7 million in 2025"}`, drops + "a cut drops “$5 million”"},
		{`{value: $3m, excerpt: "Cash was […] $3 million"}`, drops + "a cut drops “$1 million”"},
		{`{value: "-8%", excerpt: "Churn fell […] 8%"}`, "E-EXCERPT the excerpt does not say −8%"},
		{`{value: 8%, excerpt: "Churn fell […] 8%"}`, ""},
		{`{value: $6m, excerpt: "We […] expect $6 million"}`, "W-DOUBT its sentence says \"expect\""},
		{`{value: €90m, excerpt: "betrug der Gewinn […] 90 Millionen Euro"}`, drops + "a cut drops “20 Millionen Euro”"},
		{`{value: 200万元, excerpt: "营收为[…]200万元"}`, drops + "a cut drops “为500万元”"},
	} {
		folder := files{"s.txt": results}
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

func TestASourceThatCannotBeReadIsNoNote(t *testing.T) {
	for _, why := range []error{fs.ErrNotExist, errors.New("it may not be read"), errors.New("it is a folder"), errors.New("it is not a regular file"), errors.New("it leads out of the outline's folder")} {
		read := func(string, int64) ([]byte, error) { return nil, why }
		got := verdicts(t, "", "evidence:\n  - quote: {text: We are criminals, by: Somebody who spoke}\n", read)
		if !strings.HasPrefix(got, "E-FILE the text of \"s\" cannot be read: s.txt: "+why.Error()) {
			t.Errorf("%v: %s", why, got)
		}
	}
}

func TestTheAttributionToAnUncheckedSourceIsNotedOnce(t *testing.T) {
	got := verdicts(t, "  lost: {title: Lost}\n", "source: lost\nevidence:\n  - quote: {text: One thing, by: Somebody who spoke}\n  - quote: {text: Another thing, by: Somebody who spoke}\n  - quote: {text: A third thing, by: Somebody else}\n", nil)
	if n := strings.Count(got, "N-CREDIT"); n != 1 {
		t.Errorf("%d notes:\n%s", n, got)
	}
}
