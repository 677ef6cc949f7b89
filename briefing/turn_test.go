package briefing_test

import (
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/internal/diag"
)

// TestATurnOfATranscriptIsItsSpeakers: without a credit, too, words are not given to one person where the transcript gives them to
// another whom the outline knows.
func TestATurnOfATranscriptIsItsSpeakers(t *testing.T) {
	const call = `Nora Lind, chief executive: We did not win this quarter with bread. As Omar told us, “the ovens are too old for that”, and he is right.
Omar Reyes, chief financial officer: Cash fell by two million. I would not call it a crisis.
Operator: The next question is about margins.
李明博：今年我们没有裁员。
张文：明年还不好说。
`
	const people = "people:\n  lind: {name: Nora Lind}\n  reyes: {name: Omar Reyes, aliases: [Omar]}\n  li: {name: Li Mingbo, name_zh: 李明博}\n  zhang: {name: Zhang Wen, name_zh: 张文}\n"
	const unchecked = "N-CREDIT the attribution to "
	for _, c := range []struct{ quote, want string }{
		{"{text: We did not win this quarter with bread, by: reyes}", "E-QUOTE the source gives these words to Nora Lind, not to Omar Reyes: “Nora Lind"},
		{"{text: We did not win this quarter with bread, by: lind}", unchecked + "Nora Lind"},
		{"{text: I would not call it a crisis, by: lind}", "E-QUOTE the source gives these words to Omar Reyes, not to Nora Lind: “Omar Reyes"},
		{"{text: the ovens are too old for that, by: reyes}", unchecked + "Omar Reyes"},              // Lind quotes him
		{"{text: The next question is about margins, by: reyes}", unchecked + "Omar Reyes"},          // nobody whom the outline knows
		{"{text: Cash fell by two million, by: The finance chief}", unchecked + "The finance chief"}, // who may be he
		{"{text: 今年我们没有裁员, by: zhang}", "E-QUOTE the source gives these words to Li Mingbo, not to Zhang Wen"},
		{"{text: 明年还不好说, by: zhang}", unchecked + "Zhang Wen"},
	} {
		folder := files{"s.txt": call}
		b, l := resolve(frame(people+"sources:\n  s: {title: S, file: s.txt}\n", "evidence:\n  - quote: "+c.quote+"\n"), folder, "")
		if l.Failed(false) {
			t.Fatal(problems(l))
		}
		l = &diag.List{}
		briefing.Prove(b, folder.read, l)
		if got := codes(l); !strings.HasPrefix(got, c.want) || strings.Contains(got, "\n") {
			t.Errorf("%s\n got %s\nwant %s", c.quote, got, c.want)
		}
	}
}
