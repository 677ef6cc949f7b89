package briefing_test

import (
	"slices"
	"strings"
	"testing"

	"roadshow/briefing"
)

func ids(sources []*briefing.Source) string {
	var out []string
	for _, s := range sources {
		out = append(out, s.ID)
	}
	return strings.Join(out, " ")
}

func TestFiguresPrintAsWordsInProseAndShortInLabels(t *testing.T) {
	b := must(t, "title: About $cost and more\ndate: 2025\ntopic: $cost of $share\nconfidentiality: $span, $share.low, $$1\n"+sourcesAndFigures+`themes:
  - name: One
    claim: They paid $cost
    evidence:
      - chart:
          title: They paid $cost
          measure: Cost, $cost
          kind: bar
          values: {"With $share": $cost, Other: 5}
      - table:
          title: Cells
          columns: [{head: Name}, {head: $cost}]
          rows: [[$share, $$5], [x, $span.high]]
`, nil)
	if got, want := b.Title.String(), "About about $80m and more"; got != want {
		t.Errorf("the title is %q, want %q", got, want)
	}
	if got, want := b.Topic, "≈$80m of >70%"; got != want {
		t.Errorf("the topic is %q, want %q", got, want)
	}
	if got, want := b.Confidentiality, "40–50 weeks, 70%, $1"; got != want {
		t.Errorf("the confidentiality line is %q, want %q", got, want)
	}
	chart := b.Themes[0].Evidence[0].Chart("")
	if chart.Title != "They paid about $80m" || chart.Measure != "Cost, ≈$80m" || chart.Table.Rows[0].Name != "With >70%" {
		t.Errorf("the chart says %q, %q, %q", chart.Title, chart.Measure, chart.Table.Rows[0].Name)
	}
	if v := chart.Table.Rows[0].Cells[0].Value; v == nil || v.Label(b.Format) != "≈$80m" {
		t.Errorf("the chart's value is %v", v)
	}
	tab := b.Themes[0].Evidence[1]
	rows := tab.Rows("rows")
	if rows[0][0].Words != ">70%" || rows[0][1].Words != "$5" || rows[1][1].Words != "50 weeks" {
		t.Errorf("the cells are %q, %q, %q", rows[0][0].Words, rows[0][1].Words, rows[1][1].Words)
	}
}

func TestFormulasFollowEachOtherInAnyOrder(t *testing.T) {
	b := must(t, frame(`data:
  prices: prices.csv
figures:
  gap: {label: a, formula: high - low}
  ratio: {label: a, formula: gap / low}
  low: {label: a, value: 40 to 50 weeks, basis: own}
  high: {label: a, value: $top, basis: own}
  top: {label: a, value: 100 weeks, basis: own}
  cell:
    label: a
    formula: cell("prices", "Iron", "May") × 2
  from: {label: a, from: {data: prices, row: Zinc, column: April}, basis: own}
`, "argument: $gap, $ratio, $high, $cell, $from, $ratio.low\n"), files{"prices.csv": "Metal,April,May\nIron,5,6\nZinc,7%,8\n"})
	if got, want := paras(b.Themes[0].Argument), "50–60 weeks, 1.0–1.5, 100 weeks, 12, 7%, 1\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTheSourcesOwnWordsAreKept(t *testing.T) {
	b := must(t, frame(`figures:
  cost: {label: a, value: at least RMB 20m, words: tens of millions, excerpt: "tens of millions of yuan"}
`, "argument: They paid $cost\nso_what: At $cost.short\n"), nil)
	if got, want := paras(b.Themes[0].Argument)+b.Themes[0].SoWhat.String(), "They paid tens of millions\nAt tens of millions"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

const threeSources = `sources: {alpha: Alpha, beta: Beta, gamma: Gamma}
data:
  prices: {file: prices.csv, source: gamma}
figures:
  said: {label: a, value: 5, excerpt: five, source: beta}
  both: {label: a, formula: said * 2, source: [alpha, beta]}
  ours: {label: a, value: 6, basis: own}
  cell: {label: a, from: {data: prices, row: Iron, column: May}}
`

func TestSourcesAreInheritedFromFiguresDataThemeAndTheOnlySource(t *testing.T) {
	prices := files{"prices.csv": "Metal,April,May\nIron,5,6\n"}
	for _, c := range []struct{ name, source, block, want string }{
		{"the theme's", "source: alpha\n", "quote: {text: Words, by: Somebody}", "alpha"},
		{"its own before the theme's", "source: alpha\n", "quote: {text: Words, by: Somebody, source: [gamma, beta]}", "gamma beta"},
		{"its figure's before the theme's", "source: alpha\n", "chart: {title: T, kind: bar, values: {A: $said, B: 4}}", "beta"},
		{"its figures', each once", "", "chart: {title: T, kind: bar, values: {A: $said, B: $both}}", "beta alpha"},
		{"its data's", "source: alpha\n", "chart: {title: T, kind: column, data: prices}", "gamma"},
		{"its cell's", "", "statement: {text: It was $cell}", "gamma"},
		{"its kpis'", "", "kpis: {items: [said, cell]}", "beta gamma"},
		{"none for its own figures", "source: alpha\n", "kpis: {items: [ours, {value: 5, label: x}]}", ""},
		{"none where nothing says", "", "quote: {text: Words, by: Somebody}", ""},
	} {
		b := must(t, frame(threeSources, c.source+"evidence:\n  - "+c.block+"\n"), prices)
		blk := b.Themes[0].Evidence[0]
		if got := ids(blk.Sources); got != c.want {
			t.Errorf("%s: sources %q, want %q", c.name, got, c.want)
		}
		if own := strings.Contains(c.block, "ours"); blk.OwnFigures != own {
			t.Errorf("%s: own figures %v", c.name, blk.OwnFigures)
		}
	}
	b := must(t, frame("sources: {alpha: Alpha}\n", "evidence:\n  - quote: {text: Words, by: Somebody}\n"), nil)
	if got := ids(b.Themes[0].Evidence[0].Sources); got != "alpha" {
		t.Errorf("the only source: %q", got)
	}
}

func TestSourcesAreNumberedAsTheyAreUsed(t *testing.T) {
	b := must(t, `title: T
date: 2025
sources: {alpha: Alpha, beta: Beta, gamma: Gamma, delta: Delta, unused: Nothing}
figures:
  said: {label: x, value: 5, excerpt: five, source: delta}
  idle: {label: x, value: 5, excerpt: five, source: unused}
themes:
  - name: One
    claim: One claim [@gamma]
    argument: |
      First [@alpha], then $said, then [@gamma].
    evidence:
      - quote: {text: Words, by: Somebody, source: beta}
`, nil)
	want := map[string]int{"gamma": 1, "alpha": 2, "delta": 3, "beta": 4, "unused": 0}
	for _, s := range b.Sources {
		if s.Number != want[s.ID] {
			t.Errorf("%s is number %d, want %d", s.ID, s.Number, want[s.ID])
		}
	}
}

func TestOnlyTheAudienceSeesWhatIsOnlyForIt(t *testing.T) {
	src := `title: T
date: 2025
audiences: [board, press]
summary:
  points:
    - {lead: A, text: B, theme: one}
    - {lead: A, text: B, theme: two}
    - {lead: A, text: B}
themes:
  - name: One
    claim: First
    only: [board]
  - name: Two
    claim: Second
    evidence:
      - statement: Everybody
      - statement: {text: The board, only: board}
      - statement: {text: The press, only: [press, board]}
back:
  - text: {text: Press words, only: press}
`
	for audience, want := range map[string]string{
		"":      "1 Two: Everybody",
		"board": "1 One:|2 Two: Everybody, The board, The press",
		"press": "1 Two: Everybody, The press|back",
	} {
		b, l := resolve(src, nil, audience)
		if l.Failed(true) {
			t.Errorf("audience %q: %s", audience, problems(l))
		}
		var parts []string
		for _, th := range b.Themes {
			var words []string
			for _, blk := range th.Evidence {
				words = append(words, blk.Prose("text").String())
			}
			parts = append(parts, strings.TrimSpace(string(rune('0'+th.Number))+" "+th.Name+": "+strings.Join(words, ", ")))
		}
		if len(b.Back) > 0 {
			parts = append(parts, "back")
		}
		if got := strings.Join(parts, "|"); got != want {
			t.Errorf("audience %q: %q, want %q", audience, got, want)
		}
		if hidden := audience != "board"; (b.Summary.Points[0].Theme == nil) != hidden {
			t.Errorf("audience %q: the point leads to %v", audience, b.Summary.Points[0].Theme)
		}
		if last := b.Themes[len(b.Themes)-1]; b.Summary.Points[1].Theme != last {
			t.Errorf("audience %q: the second point does not lead to the last theme", audience)
		}
	}
}

func TestKPIsTakeFiguresValuesChangesAndLines(t *testing.T) {
	b := must(t, frame(`figures:
  share: {label: of *those* asked, value: over 70%, basis: own}
  churn: {label: of customers, value: 4%, good: down, basis: own}
  wait: {label: to wait, value: 31 months, basis: own}
`, `kpis:
  - share
  - {figure: churn, delta: "-2 points", note: a year}
  - {value: "$80m", label: revenue, delta: "+5%", spark: [1, 2, 4.5]}
evidence:
  - kpis: {items: [wait, {figure: share, label: Another}]}
`), nil)
	k := b.Themes[0].KPIs
	if len(k) != 3 || k[0].Short != ">70%" || marked(k[0].Label) != "of *those* asked" || k[0].Figure == nil {
		t.Fatalf("the first is %+v", k)
	}
	if d := k[1].Delta; d == nil || d.Up || !d.Good || d.Text != "−2 pts" || k[1].Note.String() != "a year" {
		t.Errorf("the second changes by %+v, %q", d, k[1].Note)
	}
	if d := k[2].Delta; d == nil || !d.Up || !d.Good || d.Text != "+5%" || !slices.Equal(k[2].Spark, []float64{1, 2, 4.5}) || k[2].Short != "$80m" {
		t.Errorf("the third changes by %+v, %v", d, k[2])
	}
	row := b.Themes[0].Evidence[0].KPIs("items", b)
	if row[0].Short != "31 months" || row[1].Label.String() != "Another" || row[1].Short != ">70%" {
		t.Errorf("the row is %+v", row)
	}
}

func TestKPIsOfATableCompareItsColumns(t *testing.T) {
	tab := files{"year.csv": "Measure,2024,2023,Plan\nRevenue,$80m,$60m,$90m\nOrders,70,70,65\nUsers,over 5,4,5\n"}
	b, l := resolve(frame("data: {year: year.csv}\n", `evidence:
  - kpis: {title: The year, data: year, show: "2024", against: ["2023", Plan]}
`), tab, "")
	if l.Failed(false) {
		t.Fatal(problems(l))
	}
	row := b.KPIRow(b.Themes[0].Evidence[0], l)
	if len(row) != 3 || row[0].Short != "$80m" || row[0].Label.String() != "Revenue" {
		t.Fatalf("the row is %+v", row)
	}
	if got, want := row[0].Note.String(), "against $60m (2023); against $90m (Plan): −$10m"; got != want {
		t.Errorf("the note is %q, want %q", got, want)
	}
	if d := row[0].Delta; d == nil || !d.Up || d.Text != "+$20m" {
		t.Errorf("revenue changed by %+v", d)
	}
	if row[1].Delta != nil || row[2].Delta != nil {
		t.Errorf("no change and a change that cannot be known are %+v and %+v", row[1].Delta, row[2].Delta)
	}
	b, l = resolve(frame("data: {year: year.csv}\n", "evidence:\n  - kpis: {title: T, data: year, show: \"2022\"}\n"), tab, "")
	if b.KPIRow(b.Themes[0].Evidence[0], l) != nil || !strings.Contains(problems(l), `b.yaml:8:44 E-DATA "year" has no column "2022"`) {
		t.Errorf("an unknown column: %s", problems(l))
	}
}

func TestAClaimMustHoldForEveryPossibleValue(t *testing.T) {
	figures := "figures:\n  low: {label: a, value: 40 to 50, basis: own}\n  open: {label: a, value: over 70, basis: own}\n"
	for holds, want := range map[string]string{
		"low > 39":                "",
		"low >= 40 and open > 70": "",
		"open > 80":               "cannot be known",
		"low > 45":                "cannot be known",
		"low > 50":                "is false",
		"open < 70":               "is false",
		"low / 0 > 1":             "divided",
	} {
		_, l := resolve(frame(figures, "holds: "+holds+"\n"), nil, "")
		got := problems(l)
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", holds, got, want)
		}
	}
}

func TestEveryBlockHasAStableIDOfItsOwn(t *testing.T) {
	b := must(t, frame("", `id: first
evidence:
  - statement: One
  - statement: Two
  - statement: {text: Three, id: named}
  - quote: {text: Words, by: Somebody}
`)+"back:\n  - statement: Four\n", nil)
	var got []string
	for _, blk := range append(slices.Clone(b.Themes[0].Evidence), b.Back...) {
		got = append(got, blk.ID)
	}
	if want := "first.statement first.statement-2 first.named first.quote back.statement"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestABrandBringsColoursLogoAndDisclaimer(t *testing.T) {
	house := files{"house.yaml": "name: House\ncolours: {accent: \"#112233\"}\nfonts: fonts\nlogo: logo.svg\nlogo_alt: A house\nfooter: House research\ndisclaimer: |\n  House *words*.\n"}
	b := must(t, frame("brand: house.yaml\n", ""), house)
	br := b.Brand
	if br == nil || br.Colours["accent"].Hex != "#112233" || br.Fonts.From != "fonts" || br.Logo != "logo.svg" || br.LogoAlt != "A house" || br.Footer != "House research" {
		t.Fatalf("the brand is %+v", br)
	}
	if c := br.Colours["accent"].At; c.File != "house.yaml" || c.Line != 2 || c.Col != 19 {
		t.Errorf("the colour stands at %+v", c)
	}
	if got := paras(b.Disclaimer); got != "House *words*.\n" {
		t.Errorf("the disclaimer is %q", got)
	}
	b = must(t, frame("brand: house.yaml\ndisclaimer: {text: Our words., replaces_brand: true}\n", ""), house)
	if got := paras(b.Disclaimer); got != "Our words.\n" {
		t.Errorf("the disclaimer that replaces the brand's is %q", got)
	}
}

func TestWhoSpeaksIsAPersonOrWords(t *testing.T) {
	b := must(t, frame(`people:
  qi: {name: Qi Fanchao, name_zh: 岂凡超, role: Founder, org: ShenYan}
  sun: {name: Sun Maosong}
`, `evidence:
  - quote: {text: A, by: qi}
  - quote: {text: B, by: Sun Maosong, role: Professor}
  - quote: {text: C, by: "A buyer's agent, unnamed"}
`), nil)
	var got []string
	for _, blk := range b.Themes[0].Evidence {
		q := blk.Quote()
		got = append(got, q.By.Name()+"/"+q.Role)
		if person := q.By.Person != nil; person != (q.Text != "C") {
			t.Errorf("%s is a person: %v", q.By.Name(), person)
		}
	}
	if want := "Qi Fanchao/Founder, ShenYan|Sun Maosong/Professor|A buyer’s agent, unnamed/"; strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
}

func TestTheLanguageSetsMarksAndDefaults(t *testing.T) {
	b := must(t, frame("language: zh\nstandfirst: 他说\"好\"...\n", ""), nil)
	if got, want := b.Standfirst.String(), "他说“好”……"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	b = must(t, "title: T\ndate: 2025\nthemes: [{name: A, claim: B}]\n", nil)
	if b.Language != "en" || b.Page != "a4" || b.Look != "paper" || b.Masthead != "Investor briefing" {
		t.Errorf("defaults: %q %q %q %q", b.Language, b.Page, b.Look, b.Masthead)
	}
}
