package briefing_test

import (
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/internal/diag"
)

// article is the source of these tests.
const article = `The plant opened in June 2020. It made over 70% of the region's glass, about $80 million worth a year.
"We begged for sand," Ann Lee said. Later she added: "The sand came, and then the money went."
Its rival rents the seventh to eleventh floors. The cost was one or two million yuan, the loss tens of millions of yuan.
In 2021 output rose to 12%. Closing was announced in mid-March.`

// proveAll resolves and proves an outline with a source and a theme.
func proveAll(t *testing.T, src string, folder files) (*briefing.Briefing, string) {
	t.Helper()
	b, l := resolve(src, folder, "")
	if l.Failed(false) {
		t.Fatalf("problems before the proof:\n%s", problems(l))
	}
	l = &diag.List{}
	briefing.Prove(b, folder.read, l)
	var out strings.Builder
	for _, p := range l.Problems() {
		out.WriteString(strings.TrimPrefix(problems(only(p)), p.At.File+":"))
	}
	return b, strings.TrimSpace(out.String())
}

func only(p diag.Problem) *diag.List {
	l := &diag.List{}
	l.Add(p)
	return l
}

const glass = "sources:\n  glass: {title: Glass, file: glass.txt}\n"

func withArticle(more files) files {
	out := files{"glass.txt": article}
	for k, v := range more {
		out[k] = v
	}
	return out
}

func TestQuotationsAreHeldAgainstTheirSource(t *testing.T) {
	people := "people:\n  lee: {name: Lee Ann, aliases: [Ann Lee]}\n  ray: {name: Ray}\n"
	for _, c := range []struct{ name, quote, want string }{
		{"verbatim with credit", "text: We begged for sand\nby: lee\ncredit: Ann Lee said", ""},
		{"no credit", "text: We begged for sand\nby: lee", "N-CREDIT the attribution to Lee Ann is not checked"},
		{"another word", "text: We begged for glass\nby: lee\ncredit: Ann Lee said", "E-QUOTE these words do not stand in the source"},
		{"a word left out", "text: We begged sand\nby: lee\ncredit: Ann Lee said", "E-QUOTE these words do not stand in the source"},
		{"a cut", "text: The sand came […] the money went\nby: lee\ncredit: \"Later she added:\"", "E-QUOTE the credit does not name Lee Ann"},
		{"somebody else", "text: We begged for sand\nby: ray\ncredit: Ann Lee said", "E-QUOTE the credit does not name Ray"},
		{"a credit that stands elsewhere", "text: We begged for sand\nby: lee\ncredit: Ann Lee added", "E-QUOTE the credit \"Ann Lee added\" does not stand beside the quotation"},
		{"nobody by name", "text: The sand came\nby: She, unnamed\ncredit: \"Later she added:\"", ""},
		{"words that the credit has not", "text: The sand came\nby: A manager\ncredit: \"Later she added:\"", "E-QUOTE the credit does not name A manager"},
		{"a name that the credit has not", "text: We begged for sand\nby: A famous investor\ncredit: Ann Lee said", "E-QUOTE the credit does not name A famous investor"},
		{"a part of a name is none", "text: We begged for sand\nby: Ann L\ncredit: Ann Lee said", "E-QUOTE the credit does not name Ann L"},
		{"a number in brackets", "text: \"The plant opened in June 20[2]0\"\nby: lee", "E-QUOTE an editor's bracket changes a number"},
		{"a full stop for a question", "text: The sand came?\nby: She\ncredit: \"Later she added:\"", "E-QUOTE these words do not stand in the source"},
		{"a paraphrase", "text: Sand was scarce\nby: lee\nparaphrase: true", ""},
		{"other capitals", "text: we begged for sand\nby: lee\ncredit: Ann Lee said", "E-QUOTE these words stand in the source with other capitals"},
		{"other capitals, marked", "text: \"[w]e begged for sand\"\nby: lee\ncredit: Ann Lee said", ""},
	} {
		b, got := proveAll(t, frame(glass+people, "evidence:\n  - quote:\n"+indent(c.quote, 6)), withArticle(nil))
		if _, says, _ := strings.Cut(got, " "); says != c.want || strings.Contains(got, "\n") {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
		if found := b.Quotations[0].Found; (found != nil) != (!strings.HasPrefix(c.want, "E-QUOTE the") && !strings.HasPrefix(c.want, "E-") && c.name != "a paraphrase") && !strings.Contains(c.want, "does not name") {
			t.Errorf("%s: found %v", c.name, found)
		}
	}
}

func TestAQuotationKnowsItsPlace(t *testing.T) {
	b, _ := proveAll(t, frame(glass, "evidence:\n  - quote:\n      text: We begged for sand\n      by: Ann Lee\n"), withArticle(nil))
	f := b.Quotations[0].Found
	if f == nil || f.Source.ID != "glass" || f.Passage.Line != 2 || f.Passage.Words != 4 || f.Passage.Text != "We begged for sand" {
		t.Errorf("%+v", f)
	}
}

func TestFiguresAreHeldAgainstTheirExcerpts(t *testing.T) {
	for _, c := range []struct{ name, figure, want string }{
		{"right", "value: over 70%\nexcerpt: It made over 70%", ""},
		{"another number", "value: over 71%\nexcerpt: It made over 70%", "7:12 E-EXCERPT the excerpt does not say more than 71%"},
		{"no bound", "value: 70%\nexcerpt: It made over 70%", "7:12 E-EXCERPT the excerpt says “over 70%”, the figure says 70%"},
		{"another bound", "value: at least 70%\nexcerpt: It made over 70%", "7:12 E-EXCERPT the excerpt says “over 70%”, the figure says at least 70%"},
		{"about left out", "value: $80m\nexcerpt: about $80 million worth", "7:12 E-EXCERPT the excerpt says “about $80 million”, the figure says $80m"},
		{"another scale", "value: about $80bn\nexcerpt: about $80 million worth", "7:12 E-EXCERPT the excerpt says “about $80 million”, the figure says about $80bn"},
		{"another currency", "value: about RMB 80m\nexcerpt: about $80 million worth", "7:12 E-EXCERPT the excerpt says “about $80 million”, the figure says about RMB 80m"},
		{"words", "value: RMB 1 to 2m\nwords: one or two million yuan\nexcerpt: The cost was one or two million yuan", ""},
		{"vague words", "value: at least RMB 20m\nwords: tens of millions of yuan\nexcerpt: the loss tens of millions of yuan", ""},
		{"vague words without words", "value: at least RMB 20m\nexcerpt: the loss tens of millions of yuan", "7:12 E-EXCERPT the excerpt says “tens of millions of yuan”, which is no exact number"},
		{"words that the excerpt has not", "value: RMB 1 to 2m\nwords: two million yuan or so\nexcerpt: The cost was one or two million yuan", "8:12 E-EXCERPT the words \"two million yuan or so\" do not stand in the excerpt"},
		{"an excerpt that is not there", "value: over 70%\nexcerpt: It made only over 70%", "8:14 E-EXCERPT these words do not stand in the source"},
		{"a noun that is not there", "value: over 70% glass\nexcerpt: It made over 70%", "7:12 N-EXCERPT the excerpt does not name \"glass\""},
		{"nothing", "value: 12", "6:3 W-EXCERPT nothing proves the figure f"},
		{"own", "value: 12\nbasis: own", ""},
		{"not known", "value: \"?\"", ""},
	} {
		_, got := proveAll(t, frame(glass+"figures:\n  f:\n"+indent(c.figure, 4), ""), withArticle(nil))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestCellsAreHeldAgainstTheirRowsExcerpts(t *testing.T) {
	for _, c := range []struct{ name, more, csv, want string }{
		{"right", "", "N,Start,Share,excerpt\na,2020-06,over 70%,The plant opened in June 2020. It made over 70%\n", ""},
		{"a wrong date", "", "N,Start,excerpt\na,2020-07,The plant opened in June 2020\n", "2:3 E-EXCERPT the excerpt does not say July 2020"},
		{"a wrong year", "", "N,Start,excerpt\na,2019,The plant opened in June 2020\n", "2:3 E-EXCERPT the excerpt does not say 2019"},
		{"a year within which it lies", "", "N,Start,excerpt\na,2020,The plant opened in June 2020\n", ""},
		{"a wrong number", "", "N,V,excerpt\na,7 to 12,rents the seventh to eleventh floors\n", "2:3 E-EXCERPT the excerpt does not say 7–12"},
		{"a year left out is noted", "", "N,V,excerpt\na,mid 2021-03,Closing was announced in mid-March\n", "2:3 N-EXCERPT the excerpt leaves the year out"},
		{"two excerpts", "", "N,Start,Share,excerpt\na,2020-06,12%,opened in June 2020 | output rose to 12%\n", ""},
		{"the second excerpt is wrong", "", "N,Start,Share,excerpt\na,2020-06,12%,opened in June 2020 | output fell to 12%\n", "2:15 E-EXCERPT these words do not stand in the source"},
		{"a column of one's own", ", own: End", "N,Start,End,excerpt\na,2020-06,2023-05,opened in June 2020\n", ""},
		{"a column that should be one's own", "", "N,Start,End,excerpt\na,2020-06,2023-05,opened in June 2020\n", "2:11 E-EXCERPT the excerpt does not say May 2023"},
		{"a row without", "", "N,V,excerpt\na,12%,output rose to 12%\nb,13%,\n", "3:1 W-EXCERPT nothing proves the row b of d"},
		{"a row that states nothing", "", "N,V,excerpt\na,12%,output rose to 12%\nb,n/a,\n", ""},
		{"no excerpts at all", "", "N,V\na,12%\n", "6:3 W-EXCERPT nothing proves the numbers of d"},
		{"all one's own", ", own: [V]", "N,V\na,12%\n", ""},
		{"rows named by years", "", "N,V,excerpt\n2022,12%,In 2021 output rose to 12%\n", "2:1 E-EXCERPT the excerpt does not say 2022"},
	} {
		src := frame(glass+"data:\n  d: {file: d.csv"+c.more+"}\n", "")
		_, got := proveAll(t, src, withArticle(files{"d.csv": c.csv}))
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
	}
}

func TestAColumnOfOnesOwnMustExist(t *testing.T) {
	_, l := resolve(frame("data:\n  d: {file: d.csv, own: [Ends]}\n", ""), files{"d.csv": "N,Start,End\na,2020,2021\n"}, "")
	if got := problems(l); got != "b.yaml:4:26 E-DATA d has no column \"Ends\"\n" {
		t.Errorf("%s", got)
	}
}

func TestWithoutTheTextTheProofsServe(t *testing.T) {
	text, err := source.NewText("glass.txt", []byte(article))
	if err != nil {
		t.Fatal(err)
	}
	proofs, _ := text.Prove([]source.Quote{{Text: "We begged for sand", Credit: "Ann Lee said"}, {Text: "It made over 70%"}})
	src := func(quote, excerpt string) string {
		return frame("sources:\n  glass: {title: Glass, file: glass.txt, proofs: glass.json}\nfigures:\n  f: {value: over 70%, excerpt: "+excerpt+"}\n",
			"evidence:\n  - quote: {text: "+quote+", by: Ann Lee, credit: Ann Lee said}\n")
	}
	only := files{"glass.json": string(proofs.Encode())}
	both := withArticle(only)
	for _, c := range []struct {
		name, src string
		folder    files
		want      string
	}{
		{"proofs alone", src("We begged for sand", "It made over 70%"), only, ""},
		{"both", src("We begged for sand", "It made over 70%"), both, ""},
		{"a quotation that they do not cover", src("We begged for", "It made over 70%"), only, "11:23 E-QUOTE the proofs do not cover this quotation"},
		{"an excerpt that they do not cover", src("We begged for sand", "made over 70%"), only, "6:33 E-EXCERPT the proofs do not cover this quotation"},
		{"the text proves more than the proofs", src("We begged for sand", "made over 70%"), both,
			"6:33 W-PROOF without the text nobody can build this: glass.json lacks 1 passage, of which this is the first"},
		{"neither", src("We begged for sand", "It made over 70%"), files{}, "4:3 E-PROOF neither the text of \"glass\" nor its proofs are there: glass.json: file does not exist"},
		{"no proofs yet", src("We begged for sand", "It made over 70%"), withArticle(nil),
			"4:3 W-PROOF without the text nobody can build this: the proofs of \"glass\" are missing: glass.json: file does not exist"},
		{"proofs of another text", src("We begged for sand", "It made over 70%"), files{"glass.json": only["glass.json"], "glass.txt": article + " More."}, "4:3 E-PROOF the proofs of \"glass\" are not of this text"},
		{"broken proofs", src("We begged for sand", "It made over 70%"), files{"glass.json": "{}"}, "4:3 E-PROOF glass.json is no proofs file"},
	} {
		b, got := proveAll(t, c.src, c.folder)
		if got != c.want && (c.want == "" || !strings.HasPrefix(got, c.want)) {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		if c.want == "" && (b.Sources[0].Status != briefing.Proved || b.Quotations[0].Found == nil || b.Excerpts[0].Found == nil) {
			t.Errorf("%s: %+v", c.name, b.Sources[0])
		}
	}
}

func TestTheRegisterSaysWhatWasChecked(t *testing.T) {
	quote := "evidence:\n  - quote: {text: We begged for sand, by: Ann Lee, credit: Ann Lee said}\n"
	figure := "figures:\n  f: {value: over 70%, excerpt: It made over 70%}\n"
	bare := "sources:\n  glass: {title: Glass}\n"
	for _, c := range []struct{ name, more, theme, want, problem string }{
		{"both", glass + figure, quote, briefing.Proved, ""},
		{"quotations", glass, quote, briefing.QuotationsProved, ""},
		{"figures", glass + figure, "", briefing.FiguresProved, ""},
		{"nothing used", glass, "", briefing.NotChecked, ""},
		{"no text", bare, quote, briefing.NotChecked, "N-SOURCE"},
		{"own", bare + "figures:\n  f: {value: 12, basis: own, source: glass}\n", "", briefing.OwnFigures, ""},
		{"sample", bare + "figures:\n  f: {value: 12, basis: sample, source: glass}\n  g: {formula: f * 2, source: glass}\n", "", briefing.Sample, ""},
		{"sample and own", bare + "figures:\n  f: {value: 12, basis: sample, source: glass}\n  g: {value: 1, basis: own, source: glass}\n", "", briefing.Sample, ""},
		{"sample and a quotation", bare + "figures:\n  f: {value: 12, basis: sample, source: glass}\n", quote, briefing.NotChecked, "N-SOURCE"},
		{"assumptions", bare + "figures:\n  f: {value: 12, basis: assumption, source: glass}\n", "", briefing.Assumptions, ""},
	} {
		b, got := proveAll(t, frame(c.more, c.theme), withArticle(nil))
		if s := b.Sources[0].Status; s != c.want || strings.Contains(got, "N-SOURCE") != (c.problem != "") {
			t.Errorf("%s: %q, want %q; %s", c.name, s, c.want, got)
		}
	}
}

func TestSamplesAndAssumptionsWearASticker(t *testing.T) {
	figures := "figures:\n  s: {value: 12, label: a, basis: sample}\n  g: {value: 13, label: b, basis: assumption}\n  o: {value: 14, label: c, basis: own}\n  c: {formula: s + o, label: d}\n"
	for theme, want := range map[string]string{
		"evidence:\n  - kpis: {items: [s, o]}\n":                                         "sample",
		"evidence:\n  - kpis: {items: [g, o]}\n":                                         "estimate",
		"evidence:\n  - kpis: {items: [o, o]}\n":                                         "",
		"evidence:\n  - kpis: {items: [c, o]}\n":                                         "sample",
		"evidence:\n  - kpis: {items: [s, o], sticker: illustrative}\n":                  "illustrative",
		"evidence:\n  - chart: {title: A, kind: bar, values: {x: $s, y: $o}}\n":          "sample",
		"evidence:\n  - statement: {text: Only words that name $s}\n":                    "",
		"evidence:\n  - table: {title: A, columns: [{head: B}], rows: [[$g], [word]]}\n": "estimate",
		"evidence:\n  - chart: {title: A, kind: column, values: {2023: $o, 2024: $g}}\n": "estimate",
		// what a chart draws as a forecast is no reason to call what happened an estimate
		"evidence:\n  - chart: {title: A, kind: column, values: {2023: $o, 2025E: $g}}\n":                                                   "",
		"evidence:\n  - chart: {title: A, kind: column, values: {2023: $o, 2025E: $g, 2026E: $s}}\n":                                        "sample",
		"evidence:\n  - chart: {title: A, kind: column, scenario: {2024: plan}, values: {2023: $o, 2024: $g}}\n":                            "",
		"evidence:\n  - chart: {title: A, kind: column, scenario: {2025E: actual}, values: {2023: $o, 2025E: $g}}\n":                        "estimate",
		"evidence:\n  - chart: {title: A, kind: column, values: {2022: $o, 2023: $g, 2024: $g}, annotations: [{forecast: {from: 2023}}]}\n": "",
		"evidence:\n  - chart: {title: A, kind: column, values: {2022: $g, 2023: $o, 2024: $g}, annotations: [{forecast: {from: 2023}}]}\n": "estimate",
	} {
		b, _ := proveAll(t, frame(figures, theme), nil)
		if got := b.Themes[0].Evidence[0].Sticker; got != want {
			t.Errorf("%s: %q, want %q", theme, got, want)
		}
	}
}

func TestAnUncheckedSourceVouchesForNothing(t *testing.T) {
	src := frame("sources:\n  glass: {title: Glass, file: glass.txt}\n  other: {title: Other}\n",
		"evidence:\n  - quote: {text: We begged for water, by: Ann Lee, source: [glass, other]}\n")
	_, got := proveAll(t, src, withArticle(nil))
	want := "5:3 N-SOURCE \"other\" is not checked: it has neither text nor proofs\n" +
		"10:23 E-QUOTE these words do not stand in the source, and \"other\" has neither text nor proofs"
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

func TestNumbersTypedIntoChartsOfATextAreWarnedOf(t *testing.T) {
	chart := "evidence:\n  - chart:\n      title: A\n      kind: bar\n      values: {a: 12, b: $f}\n"
	figure := "figures:\n  f: {value: over 70%, excerpt: It made over 70%}\n"
	_, got := proveAll(t, frame(glass+figure, chart), withArticle(nil))
	if got != "14:23 W-EXCERPT nothing proves the number 12" {
		t.Error(got)
	}
	if _, got = proveAll(t, frame("", strings.Replace(chart, "$f", "3", 1)), nil); got != "" {
		t.Errorf("without a source: %s", got)
	}
}

func TestASourceLastReadLongAgoIsNoted(t *testing.T) {
	_, got := proveAll(t, frame("sources:\n  web: {title: Web, file: glass.txt, accessed: 2023-12-31}\n", ""), withArticle(nil))
	if !strings.Contains(got, "N-STALE") {
		t.Errorf("%s", got)
	}
	if _, got = proveAll(t, frame("sources:\n  web: {title: Web, file: glass.txt, accessed: 2024-12-31}\n", ""), withArticle(nil)); got != "" {
		t.Errorf("%s", got)
	}
}
