package proof_test

import (
	"encoding/json"
	"strings"
	"testing"

	"roadshow/briefing/proof"
)

func TestADifferenceNamesWhatChangedAndWhy(t *testing.T) {
	old, _ := facts(t, folder())
	for _, c := range []struct {
		name  string
		pairs []string
		want  string
	}{
		{"nothing", nil, ""},
		{"layout", []string{"kind: bar", "kind: bar, height: s"}, ""},
		{"a figure", []string{"value: 40,", "value: 41,"}, "changed figure staff||40→41|\nchanged exhibit one.numbers|figure|40→41|\n"},
		{"a label", []string{"label: people", "label: staff"}, "changed figure staff|label|people→staff|\n"},
		{"a cell", []string{"20%", "30%"}, "changed figure gap||more than 3.5 times→more than 2.3 times|“Rival”, Share in shares\n" +
			"changed claim The plant leads its rival|truth|true→cannot be known|gap\nchanged source glass|text|619f8ed69ba4→e69513939eb2|\nchanged exhibit one.shares|Rival|20%→30%|\n"},
		{"a formula", []string{`'plant / cell("shares", "Rival", "Share")'`, `'plant / cell("shares", "Rival", "Share") * 2'`},
			"changed figure gap||more than 3.5 times→more than 7 times|its formula\n"},
		{"a quotation", []string{"{text: We begged for sand", "{text: begged for sand"}, "changed quotation Ann Lee||We begged for sand→begged for sand|\n"},
		{"its speaker", []string{"begged for sand, by: lee, credit: Ann Lee said", "begged for sand, by: A manager"},
			"changed quotation We begged for sand|speaker|Ann Lee→A manager|\nchanged quotation We begged for sand|credit|Ann Lee said→|\n"},
		{"a quotation less", []string{"      - quote: {text: Sand was dear, by: lee, paraphrase: true}\n", ""}, "removed quotation Ann Lee||Sand was dear→|\n"},
		{"a claim", []string{"claim: The plant leads its rival", "claim: The plant is far ahead"}, "changed claim one||The plant leads its rival→The plant is far ahead|\n"},
		{"arithmetic", []string{"gap > 3", "gap > 2"}, "changed claim one|arithmetic|gap > 3→gap > 2|\n"},
		{"a source's title", []string{"{title: Glass, file", "{title: Sand, file"}, "changed source glass|title|Glass→Sand|\n"},
		{"an exhibit's title", []string{"makes most of the glass, kind", "makes the glass, kind"},
			"changed claim one.shares||The plant makes most of the glass→The plant makes the glass|\nchanged exhibit one.shares|title|The plant makes most of the glass→The plant makes the glass|\n"},
		{"an exhibit less", []string{"      - kpis: {id: numbers, items: [worth, staff]}\n", ""}, "removed exhibit one.numbers||→|\n"},
		{"a row more", []string{"Rival,20%,Its rival made 20%\n", "Rival,20%,Its rival made 20%\nOthers,n/a,\n"}, "added exhibit one.shares|Others|→n/a|\n"},
		{"the columns drawn", []string{"kind: bar, data", "kind: bar, y: Share, data"}, "added exhibit one.shares|y|→Share|\n"},
		{"the order", []string{"kind: bar, data", "kind: bar, order: given, data"}, "added exhibit one.shares|order|→given|\n"},
		{"the labels", []string{"kind: bar, data", "kind: bar, labels: all, data"}, "added exhibit one.shares|labels|→all|\n"},
		{"a quotation's sticker", []string{"credit: Ann Lee said}", "credit: Ann Lee said, sticker: preliminary}"}, "added words one.quote|sticker|→preliminary|\n"},
		{"the unit of a table", []string{"shares.csv, source", "shares.csv, unit: \"%\", source"}, "added exhibit one.shares|unit|→%|\n"},
		{"the date", []string{"date: 2025-03-31", "date: 2025-06-30"}, "changed briefing date||2025-03-31→2025-06-30|\n"},
	} {
		now, _ := facts(t, edited(c.pairs...))
		if got := lines(proof.Diff(old, now)); got != c.want {
			t.Errorf("%s:\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func TestADifferenceTurnsRoundWithItsArguments(t *testing.T) {
	old, _ := facts(t, folder())
	now, _ := facts(t, edited("      - kpis: {id: numbers, items: [worth, staff]}\n", "", "  staff: {label: people, value: 40, basis: own}\n", ""))
	there, back := proof.Diff(old, now), proof.Diff(now, old)
	if len(there) != len(back) || len(there) != 2 {
		t.Fatalf("%s%s", lines(there), lines(back))
	}
	for i := range there {
		if there[i].Old != back[i].New || there[i].Kind != proof.Removed || back[i].Kind != proof.Added {
			t.Errorf("%+v %+v", there[i], back[i])
		}
	}
}

func TestADifferenceReadsAsASentence(t *testing.T) {
	old, _ := facts(t, folder())
	now, _ := facts(t, edited("20%", "30%", "Sand was dear", "Sand was cheap"))
	changes := proof.DiffNumbers(old, now)
	want := `Figures
  changed  gap: more than 3.5 times → more than 2.3 times, because “Rival”, Share in shares changed

Quotations
  changed  Ann Lee: “Sand was dear” → “Sand was cheap”

Claims
  changed  “The plant leads its rival”, truth: true → cannot be known, because gap changed

Sources
  changed  glass, text: “619f8ed69ba4” → “e69513939eb2”

Exhibits
  changed  one.shares, Rival: 20% → 30%
`
	if got := string(proof.Print(changes, "text", false)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	md := string(proof.Print(changes, "markdown", false))
	if !strings.HasPrefix(md, "## Figures\n\n- **changed** *gap*: more than") {
		t.Errorf("%s", md)
	}
	var back []proof.Change
	if err := json.Unmarshal(proof.Print(changes, "json", true), &back); err != nil || lines(back) != lines(changes) {
		t.Errorf("%v %s", err, lines(back))
	}
	if got := string(proof.Print(nil, "text", false)); got != "No figure, quotation, claim, source or exhibit has changed. Other printed words were not compared.\n" {
		t.Error(got)
	}
	if got := string(proof.Print(nil, "text", true)); !strings.HasPrefix(got, "Nothing that is printed has changed") {
		t.Error(got)
	}
	want = `Numbers
  changed  gap: more than 3.5 times → more than 2.3 times, because “Rival”, Share in shares changed
  changed  one.shares, Rival: 20% → 30%

Claims
  changed  “The plant leads its rival”, truth: true → cannot be known, because gap changed

Words
  changed  Ann Lee: “Sand was dear” → “Sand was cheap”

People and sources
  changed  glass, text: “619f8ed69ba4” → “e69513939eb2”
`
	if got := string(proof.Print(proof.Diff(old, now), "text", true)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := string(proof.Print(proof.Diff(old, old), "json", true)); got != "[]\n" {
		t.Error(got)
	}
}

// What another id alone makes different was renamed, and nothing else is told.
func TestARenamedIDIsARename(t *testing.T) {
	old, _ := facts(t, folder())
	for name, c := range map[string]struct {
		pairs []string
		want  string
	}{
		"a figure": {[]string{"  worth: {", "  value_of_glass: {", "$worth", "$value_of_glass", "items: [worth", "items: [value_of_glass"},
			"renamed figure worth|figure|worth→value_of_glass|\n"},
		"a figure of a formula": {[]string{"  plant: {", "  mill: {", "'plant /", "'mill /", "holds: plant >", "holds: mill >"}, "renamed figure plant|figure|plant→mill|\n"},
		"a figure of a claim":   {[]string{"  gap: {", "  lead: {", "$gap", "$lead", "gap > 3", "lead > 3"}, "renamed figure gap|figure|gap→lead|\n"},
		"a person":              {[]string{"people: {lee:", "people: {ann:", "by: lee", "by: ann"}, "renamed people lee|people|lee→ann|\n"},
		"a source":              {[]string{"  glass: {title", "  report: {title", "source: glass", "source: report"}, "renamed source glass|source|glass→report|\n"},
		"an exhibit":            {[]string{"id: numbers", "id: counts"}, "renamed block one.numbers|block|one.numbers→one.counts|\n"},
		"a theme":               {[]string{"  - name: One\n", "  - name: One\n    id: first\n"}, "renamed theme one|theme|one→first|\n"},
		"two at once": {[]string{"  worth: {", "  value_of_glass: {", "$worth", "$value_of_glass", "items: [worth", "items: [value_of_glass", "id: numbers", "id: counts"},
			"renamed figure worth|figure|worth→value_of_glass|\nrenamed block one.numbers|block|one.numbers→one.counts|\n"},
	} {
		now, _ := facts(t, edited(c.pairs...))
		for _, ch := range proof.Diff(old, now) {
			if ch.Kind != proof.Renamed {
				t.Errorf("%s: %+v", name, ch)
			}
		}
		if got := strings.ReplaceAll(lines(proof.Diff(old, now)), "||", "|"); got != strings.ReplaceAll(strings.NewReplacer("|figure|", "|", "|people|", "|", "|source|", "|", "|block|", "|", "|theme|", "|").Replace(c.want), "||", "|") {
			t.Errorf("%s:\n%swant\n%s", name, got, c.want)
		}
	}
}

// One more block before others of its kind moves their numbers: what it is, is told, and not that the others changed.
func TestBlocksThatOnlyMovedAreNotTold(t *testing.T) {
	with := func(texts ...string) map[string]string {
		files := folder()
		var b strings.Builder
		for _, s := range texts {
			b.WriteString("      - statement: {text: " + s + "}\n")
		}
		files["briefing.yaml"] += b.String()
		return files
	}
	old, _ := facts(t, with("The first", "The second", "The third"))
	now, _ := facts(t, with("Something new", "The first", "The second", "The third"))
	if got := proof.Diff(old, now); len(got) != 1 || got[0].Kind != proof.Added || got[0].New != "Something new" {
		t.Errorf("%s", lines(got))
	}
	if got := proof.Diff(now, old); len(got) != 1 || got[0].Kind != proof.Removed {
		t.Errorf("%s", lines(got))
	}
}
