package proof_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/briefing/proof"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/layouts"
)

const article = `The plant opened in June 2020. It made over 70% of the region's glass, about $80 million worth a year.
"We begged for sand," Ann Lee said. Later she added: "The sand came, and then the money went."
Its rival made 20% in May.`

const story = `title: Glass
date: 2025-03-31
sources:
  glass: {title: Glass, file: glass.txt, translated: {from: French}}
people: {lee: {name: Ann Lee}}
data:
  shares: {file: shares.csv, source: glass}
figures:
  plant: {label: the plant, from: {data: shares, row: Plant, column: Share}}
  worth: {label: of glass a year, value: about $80m, excerpt: about $80 million worth}
  gap: {label: the plant against its rival, formula: 'plant / cell("shares", "Rival", "Share")', unit: ×}
  staff: {label: people, value: 40, basis: own}
themes:
  - name: One
    claim: The plant leads its rival
    holds: gap > 3
    argument: It is $gap the rival's size, and worth $worth.
    evidence:
      - quote: {text: We begged for sand, by: lee, credit: Ann Lee said}
      - quote: {text: Sand was dear, by: lee, paraphrase: true}
      - chart: {id: shares, title: The plant makes most of the glass, kind: bar, data: shares, holds: plant > 70%}
      - kpis: {id: numbers, items: [worth, staff]}
`

const shares = "Maker,Share,excerpt\nPlant,over 70%,It made over 70%\nRival,20%,Its rival made 20%\n"

func folder() map[string]string {
	return map[string]string{"briefing.yaml": story, "shares.csv": shares, "glass.txt": article}
}

// facts compiles a folder as far as its meaning.
func facts(t *testing.T, files map[string]string) (*proof.Facts, *briefing.Briefing) {
	t.Helper()
	read := func(name string, limit int64) ([]byte, error) {
		if text, ok := files[name]; ok {
			return []byte(text), nil
		}
		return nil, fs.ErrNotExist
	}
	l := &diag.List{}
	n := outline.Parse([]byte(files["briefing.yaml"]), "briefing.yaml", outline.Catalog{Blocks: layouts.Kinds(), Chart: charts.Shape(), ReadFile: read}, l)
	b := briefing.Resolve(n, briefing.Env{ReadFile: read,
		ReadTable: func(name string, o table.TableOptions, l *diag.List, at diag.Span) *table.Table {
			return table.ReadTable(strings.NewReader(files[name]), name, o, at, l)
		}}, l)
	briefing.Prove(b, read, l)
	for _, p := range l.Problems() {
		if p.Severity == diag.Error && p.Code != "E-HOLDS" && p.Code != "E-EXCERPT" && p.Code != "E-QUOTE" {
			t.Fatalf("%s:%d: %s", p.At.File, p.At.Line, p.Summary)
		}
	}
	f := proof.FactsOf(b)
	return &f, b
}

// edited is the folder with words replaced in all its files.
func edited(pairs ...string) map[string]string {
	out := folder()
	for name, text := range out {
		out[name] = strings.NewReplacer(pairs...).Replace(text)
	}
	return out
}

func encoded(f *proof.Facts) []byte {
	p := proof.Proof{Program: "test", Inputs: []proof.File{proof.Of("briefing.yaml", []byte(story))}, Outputs: []proof.Output{}, Facts: *f}
	return p.Encode()
}

func lines(changes []proof.Change) string {
	var b bytes.Buffer
	for _, c := range changes {
		fmt.Fprintf(&b, "%s %s %s|%s|%s→%s|%s\n", c.Kind, c.Of, c.Name, c.What, c.Old, c.New, strings.Join(c.Because, ", "))
	}
	return b.String()
}
