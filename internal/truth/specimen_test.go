package truth

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"slices"
	"strings"

	"roadshow/briefing/outline"
)

// specimen writes outlines in which every field of a shape is filled: words by a word of their own, everything else by a value
// that is valid there. It is made from the catalogs, so that a field added tomorrow is in it.
type specimen struct {
	kind  string            // of the block
	group int               // of the block's OneOf
	with  map[string]string // seeds of its own
	n     int               // words so far
}

// forms are specimens beside the usual one of every kind and group: fields that show in some charts only, or not together.
func forms() []specimen {
	values := func(kind, values string, more ...string) specimen {
		with := map[string]string{"chart.kind": kind, "chart.values": values, "chart.x": "-", "chart.y": "-", "chart.highlight": "-", "chart.scale": "-", "chart.scenario": "-", "chart.annotations": "-"}
		for i := 0; i < len(more); i += 2 {
			with["chart."+more[i]] = more[i+1]
		}
		return specimen{kind: "chart", group: 1, with: with}
	}
	return []specimen{
		values("column", "{2021: 411, 2022: 512, 2023: 913}", "highlight", "2022"),
		{kind: "chart", with: map[string]string{"chart.kind": "bubble", "chart.data": "b", "chart.x": "late", "chart.y": "[early]", "chart.size": "weight", "chart.highlight": "-",
			"chart.annotations": "-", "chart.band": "-", "chart.scenario": "-", "chart.scale": "-"}},
		values("bar", "{a: 411, b: 913, c: 512}", "order", "given", "highlight", "c", "band", "-"),
		values("column", "{2021: 411, 2022: 512, 2023: 913}", "labels", "axis", "scenario", "{2023: forecast}",
			"annotations", "[{callout: {at: 2022, text: §}}, {difference: {from: 2021, to: 2023, mode: relative}}, {reference: {value: 800, label: §}}, {event: {at: 2023, label: §}}]"),
		values("waterfall", "{start: 411, down: -411, half: 0, up: 30, end: 30}", "totals", "[half]", "band", "-"),
		values("line", "{2021: 411, 2022: 512, 2023: 913}", "annotations", "[{cagr: {from: 2021, to: 2023}}, {band: {value: 600 to 700, label: §}}, {forecast: {from: 2023}}, {trend: linear}]", "band", "600 to 700"),
		{kind: "chart", with: map[string]string{"chart.annotations": "[{trend: linear, series: b}]", "chart.scenario": "{b: forecast}"}},
	}
}

// seeds are the fields whose values mean something, by path or by the end of one; § is a word of its own.
var seeds = map[string]string{
	"holds": "f > 1", "id": "named", "source": "[s, s2]", "say": "§", "figure": "f", "spark": "[101, 305, 207]", "delta": "+3%", "value": "5%",
	"email": "§@x.org", "url": `"https://x.org/§"`, "seal": "Qx", "name_zh": "王小明", "file": "pic.png",

	// A chart's fields go together: forms below give those that belong to one kind.
	"kind": "line", "data": "d", "values": "{2021: 411, 2022: 512, 2023: 913}", "x": "year", "y": "[b, a]", "size": "-", "totals": "-", "height": "l", "highlight": "a",
	"order": "-", "scale": "log", "labels": "all", "band": "{from: 600, to: 700, label: §}", "scenario": "{a: plan}",
	"annotations": "[{callout: {at: 2022, text: §}}, {reference: {value: 300, label: §}}, {event: {at: 2023, label: §}}]",

	"quotes.items": "[*, {text: Two., by: Joe}]", "two_charts.charts": "[*, *]", "chart_grid.charts": "[*, *, *]", "chart_grid.highlight": "Zq002",
	"charts.source": "[s3, s2]", "kpis.items": "[{value: 5%, label: §, delta: +3%, spark: [101, 305, 207], note: §}, {figure: f, label: §}]",
	"kpis.data": "d", "kpis.show": "a", "kpis.against": "[b]",
	"table.columns": "[§, {head: §, type: num, width: 90}, {head: §, type: delta, good: down}]", "table.rows": "[[§, 411, 3], [b, 512, -4], [§, 923, -1]]",
	"table.total": "Zq006", "table.highlight": "b", "matrix.options": "[{name: §, sub: §}, b]", "matrix.cells": "[[3, §], [1, §]]", "matrix.criteria": "[§, §]", "matrix.recommend": "b",
	"quadrant.points": "[{name: §, x: 7, y: 3, size: 9, highlight: true}, {name: b, x: 2, y: 9, size: 4}]", "quadrants": "[§, §, §, §]", "quadrant.x": "*", "quadrant.y": "*",
	"quadrant.favourable": "top_left",
	"timeline.events":     "[{date: 2020-01, title: §, text: §, highlight: true}, {date: 2023-01, title: b}]",
	"timeline.eras":       "[{from: 2020-01, to: 2021-01, name: §, gloss: §}]", "timeline.scale_change": "2022",
	"value_split.kind": "stacked", "value_split.segments": "[{name: §, size: 40}, {name: b, size: 60}]", "value_split.parties": "[{name: §, entity: X}, {name: them}]",
	"value_split.shares": "[[30, 70], [50, 50]]", "value_split.callouts": "[{heading: §, text: §, party: them}]", "value_split.data": "v",
	"positions.options": "[{name: §, gloss: §}, {name: b, gloss: c}]", "positions.holders": "[{by: Joe, option: b, text: §., gloss: §, role: §, credit: Joe said}]",
	"people.people": "[j]", "clusters.groups": "[{name: §, gloss: §, members: [{name: §, tag: §, highlight: true}, b]}]",
	"risks.items": "[*, {risk: a, mitigation: b, likelihood: 3, impact: 3}]", "likelihood": "2", "impact": "1",
	"scorecard.items": "[*, {claim: a, by_when: 2031, test: b, outcome: kept}]", "by_when": "2031-05-06", "asks.items.by": "2032-05-06", "watch.items.when": "2033-05-06",
}

func (s *specimen) word() string { s.n++; return fmt.Sprintf("Zq%03d", s.n) }

// filled is a text with a word for each §.
func (s *specimen) filled(text string) string {
	for strings.Contains(text, "§") {
		text = strings.Replace(text, "§", s.word(), 1)
	}
	return text
}

// seed is the specimen's own for a path, else that of its longest end.
func (s *specimen) seed(path string) (string, bool) {
	if v, ok := s.with[path]; ok {
		return v, true
	}
	for {
		if v, ok := seeds[path]; ok {
			return v, true
		}
		_, rest, more := strings.Cut(path, ".")
		if !more {
			return "", false
		}
		path = rest
	}
}

// mapping is all fields of a shape; of a OneOf its group-th.
func (s *specimen) mapping(sh *outline.Shape, path string, group int) string {
	other := func(name string) bool {
		if len(sh.OneOf) == 0 {
			return false
		}
		if sh.Name == "kpis" && group%2 == 0 && (name == "show" || name == "against") {
			return true // of data, which items exclude
		}
		in := slices.Contains(sh.OneOf[group%len(sh.OneOf)], name)
		return !in && slices.ContainsFunc(sh.OneOf, func(g []string) bool { return slices.Contains(g, name) })
	}
	var parts []string
	for i := range sh.Fields {
		f := &sh.Fields[i]
		if other(f.Name) || f.Name == "only" {
			continue
		}
		if v := s.field(f, path+"."+f.Name); v != "" {
			parts = append(parts, f.Name+": "+v)
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func (s *specimen) field(f *outline.Field, path string) string {
	seed, ok := s.seed(path)
	if !ok {
		if seed = s.plain(f, path); f.List && !f.OrOne {
			seed = "[" + seed + "]"
		}
		return seed
	}
	if seed == "-" {
		return ""
	}
	var out strings.Builder
	for _, r := range seed {
		switch r {
		case '§':
			out.WriteString(s.word())
		case '*':
			out.WriteString(s.plain(f, path))
		default:
			out.WriteRune(r)
		}
	}
	return out.String()
}

// plain is one value of a field's type.
func (s *specimen) plain(f *outline.Field, path string) string {
	switch f.Type {
	case outline.Words, outline.Prose, outline.Rich, outline.Who:
		return s.word()
	case outline.Quotation:
		return s.word() + "."
	case outline.Flag:
		return "true"
	case outline.Date:
		return "2029-03-17"
	case outline.Choice:
		return f.Choices[len(f.Choices)-1]
	case outline.Object:
		return s.mapping(f.Shape, path, 0)
	}
	return ""
}

// usual is the specimen of a kind and a group of its fields.
func usual(kind string, group int) specimen {
	s := specimen{kind: kind, group: group}
	switch {
	case kind == "chart" && group == 1:
		s = forms()[0]
	case kind == "table" && group == 0:
		s.with = map[string]string{"table.data": "w", "table.total": "all", "table.highlight": "north"}
	}
	return s
}

// block is an outline around the block.
func (s specimen) block(k *outline.Kind, chart *outline.Shape) string {
	return strings.Replace(around, "BLOCK", k.Name+": "+s.mapping(outline.BlockShape(k, chart), k.Name, s.group), 1)
}

const around = `title: The title
date: 2025-03-31
sources: {s: {title: Source one}, s2: {title: Source two}, s3: {title: Source three}, s4: {title: Source four}}
people: {j: {name: Jane Doe, role: head, org: House}, j2: {name: Joe Roe}}
figures: {f: {label: eff, value: 77 GW, basis: own}, f2: {label: gee, value: 78 GW, basis: own}}
data: {b: {file: b.csv}, d: {file: d.csv}, d2: {file: d2.csv}, v: {file: v.csv}, v2: {file: v2.csv}, w: {file: w.csv}, w2: {file: w2.csv}}
entities: {X: 5}
themes:
  - name: Aa
    claim: It holds
    argument: Text of the argument.
    evidence:
      - {BLOCK}
`

// others are values to take instead of a specimen's, where it can neither be left out nor has a number of its own.
var others = map[string]string{
	"data": "d2", "x": "them", "chart.size": "early", "chart.x": "weight", "annotations.difference.to": "2022", "annotations.cagr.to": "2022", "annotations.forecast.from": "2022",
	"annotations.trend": "sma 2", "annotations.series": "a", "show": "b", "people": "[j2]", "by": "j2", "option": "b", "figure": "f2", "file": "wide.png",
	"figures.from.data": "d2", "figures.from.column": "b", "formula": "g / f", "value_split.data": "v2", "table.data": "w2", "positions.holders.by": "Jim", "positions.holders.option": "Zq002", "quadrant.points.x": "6", "timeline.eras.from": "2020-06", "charts.source": "[s4]", "chart.totals": "[half, start, up]",
}

// specimenFiles are what the specimens read.
func specimenFiles() map[string]string {
	return map[string]string{"d.csv": "year,a,b\n2021,111,121\n2022,112,122\n2023,113,124\n", "d2.csv": "year,a,b\n2021,114,125\n2022,119,129\n2023,133,144\n", "b.csv": "part,early,late,weight\nnorth,11,18,30\nsouth,24,21,50\neast,33,39,90\n", "v.csv": "part,size,us,them\nnorth,40,30,70\nsouth,60,50,50\n", "v2.csv": "part,size,us,them\nnorth,40,30,70\nsouth,60,40,60\n", "w2.csv": "part,money\nnorth,412\nsouth,511\nall,923\n", "w.csv": "part,money\nnorth,411\nsouth,512\nall,923\n", "pic.png": picture(40), "wide.png": picture(60)}
}

// picture is a small PNG.
func picture(width int) string {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, width, 30))); err != nil {
		panic(err)
	}
	return b.String()
}

// wholeOutline is an outline with every field of the top level, of the maps and of a theme.
const wholeOutline = `title: §
standfirst: §
masthead: §
topic: §
date: 2025-03-31
edition: §
publication: §
prepared_for: §
confidentiality: §
authors: [{name: §, org: §, email: §@x.org}, §]
language: en
status: draft
look: ink
page: letter
format: {locale: en-GB, units: si, market_colours: china, accounting: true, print: grey}
entities: {a: 5}
sources:
  s: {title: §, author: §, publisher: §, date: 2019-11-11, url: "https://x.org/§", accessed: 2025-01-05, translated: {from: §, by: human}, note: §}
  s2: §
people:
  j: {name: §, name_zh: 王小明, aliases: [§], role: §, org: §, seal: Qx}
data:
  d: {file: d.csv, source: s, unit: kt, own: [a], note: §}
  d2: d2.csv
figures:
  f: {label: §, value: 77 GW, basis: sample, source: s, note: §}
  g: {label: §, value: 88, unit: GW, good: down, basis: own}
  h: {label: §, formula: f / g, note: §}
  c: {label: §, from: {data: d, row: 2022, column: a}}
  i: {label: §, value: $3bn, basis: own}
  kk: {label: §, value: 3, basis: own}
  w: {label: dozens, value: at least $20m, source: s, words: tens of millions, excerpt: the loss tens of millions of dollars}
summary:
  title: §
  points: [{lead: §, text: §, theme: aa}, {lead: §, text: §}, {lead: §, text: §}]
  kpis: [{figure: g, label: §, delta: -3%, spark: [101, 305, 207], note: §}, f]
  call: §
themes:
  - {name: §, id: aa, claim: §, holds: kk > 1, standfirst: §, points: [{heading: §, text: §}, {heading: §, text: §}], argument: §, kpis: [{value: 5%, label: §, delta: +3%, spark: [101, 305, 207], note: §}, {figure: f, label: §}], so_what: §, source: [s2, s], say: §, evidence: [{kpis: {title: §, items: [h, g, c, i, kk]}}, {people: {title: §, people: [j]}}, {chart: {title: §, data: d, y: [a]}}, {statement: $w}]}
  - {name: Bb, claim: §}
back: [{statement: §}]
disclaimer: §
risk_line: §
contacts: [{name: §, role: §, email: §@x.org, phone: §}]
`

// whole is wholeOutline with its words.
func whole() string {
	s := specimen{}
	return (&s).filled(wholeOutline)
}
