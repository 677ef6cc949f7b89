package main

import (
	"fmt"
	"strings"
)

func figures(lines string) string {
	return head + "figures:\n" + lines + theme + "  standfirst: $x of it\n"
}

func formulaCases() (out []testCase) {
	for i, f := range []string{strings.Repeat("(", 900) + "a" + strings.Repeat(")", 900), strings.Repeat("-", 1900) + "a", strings.Repeat("a+", 900) + "a", strings.Repeat("a*", 900) + "a", strings.Repeat("a/", 900) + "a", strings.Repeat("a^", 900) + "a", "a ^ a ^ a ^ a", "a ^ 99999999999", "a ^ (1/99999999)", "9^99^99", "a^100^100",
		strings.Repeat("9", 1900), "1e999999999", "a / 0", "a ? b : c", "[1,2,3]", "map(1..1e9, #)", "filter(1..99999999, true)", "repeat('a', 99999999)", "let z = 1; z", "a[0]", "a.b.c", "a | b", "\"" + strings.Repeat("x", 1900) + "\"", strings.Repeat("a+", 60000) + "a", strings.Repeat("[", 1900), strings.Repeat("!", 1900) + "a",
		strings.Repeat("cell(d, r, c)+", 140) + "a", "cell(" + strings.Repeat("(", 1000), "x", "a +", "a b", "\\0", "a \\u202e b", "１ + a", strings.Repeat("a ** ", 400) + "a", "1..99999999", "a in [1]", "a matches \"(a+)+$\"", "all([1], {true})", "sum(1..100000000)", "a ?? b", "# + #", "$env", strings.Repeat("(a+a)*", 300) + "a", "((a^100)^(1/400))", "a^(-100)"} {
		c := outline(fmt.Sprintf("one-%d", i), text(figures("  a: {value: 40 to 50}\n  x: {formula: \""+strings.ReplaceAll(f, "\"", "\\\"")+"\", label: A}\n"))).anyway()
		out = append(out, c)
	}
	chain := func(n int, s string) string {
		var b strings.Builder
		b.WriteString("  f0: {value: 40 to 50}\n")
		for i := 1; i <= n; i++ {
			fmt.Fprintf(&b, "  f%d: {formula: \"%s\"}\n", i, strings.ReplaceAll(s, "p", fmt.Sprintf("f%d", i-1)))
		}
		return b.String() + fmt.Sprintf("  x: {formula: f%d, label: A}\n", n)
	}
	for i, s := range []string{"p + p", "p * p", "p / p", "p ^ 2", "p ^ (1/2)", "p * 1.000000001", "(p + 1) / (p - 1)", "p + 0.1", "p"} {
		for _, n := range []int{20, 60, 1500} {
			out = append(out, outline(fmt.Sprintf("chain-%d-%d", i, n), text(figures(chain(n, s)))).anyway())
		}
	}
	out = append(out, outline("circle", text(figures("  x: {formula: y, label: A}\n  y: {formula: x, label: A}\n"))))
	var ring strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&ring, "  r%d: {formula: r%d}\n", i, (i+1)%2000)
	}
	out = append(out, outline("circle-2000", text(figures(ring.String()+"  x: {formula: r0, label: A}\n"))))
	out = append(out, outline("holds-long", text(head+"figures:\n  a: {value: 6}\n"+theme+"  holds: \""+strings.Repeat("a + ", 60000)+"a > 1\"\n")))
	out = append(out, outline("holds-many", parts(text(head+"figures:\n  a: {value: 6}\n"+theme+"  holds: ["), times(8000, "a > 1, "), text("a > 1]\n"))).anyway())
	return out
}

func valueCases() (out []testCase) {
	for i, v := range []string{strings.Repeat("9", 100000), "0." + strings.Repeat("0", 100000) + "1", "1e99999999", "9" + strings.Repeat(",999", 20000), strings.Repeat("over ", 20000) + "7", strings.Repeat("twenty ", 20000), strings.Repeat("-", 100000) + "1", "$" + strings.Repeat("$", 50000) + "1", "1" + strings.Repeat("%", 50000), strings.Repeat("(", 50000) + "1", "1 to 2 to 3 to " + strings.Repeat("4 to ", 20000) + "5",
		"6 " + strings.Repeat("bn ", 30000), "1" + strings.Repeat(" 000", 20000), "1 " + strings.Repeat("unit", 30000), strings.Repeat("½", 50000), strings.Repeat("三", 50000), strings.Repeat("亿", 50000), "6 \\u202e bn", "\\x1b[31m6", "NaN", "Infinity", "0x" + strings.Repeat("F", 10000), "१२३", "1" + strings.Repeat("\\u0301", 10000), strings.Repeat("million ", 10000), strings.Repeat("five-", 20000), "a third of " + strings.Repeat("a third of ", 5000) + "6",
		"1/" + strings.Repeat("3", 20000), "5-1/4 " + strings.Repeat("5-1/4 ", 5000), "40 to 50 bn" + strings.Repeat(" parameters", 10000)} {
		out = append(out, outline(fmt.Sprintf("one-%d", i), text(figures("  x: {value: \""+v+"\", label: A}\n"))).anyway())
		if i%3 == 0 {
			out = append(out, outline(fmt.Sprintf("period-%d", i), text(head+"figures:\n  x: {value: 6, period: \""+v+"\", label: A}\n"+theme+"  standfirst: $x of it\n")).anyway())
			out = append(out, outline(fmt.Sprintf("unit-%d", i), text(head+"figures:\n  x: {value: 6, unit: \""+v+"\", label: A}\n"+theme+"  standfirst: $x of it\n")).anyway())
			out = append(out, outline(fmt.Sprintf("date-%d", i), text("title: T\ndate: \""+v+"\"\n"+theme)))
		}
	}
	out = append(out, outline("figures-5000", parts(text(head+"figures:\n"), each(5000, "  f#: {value: # bn, label: A}\n"), text(theme))).anyway())
	out = append(out, outline("numbers-typed", parts(text(head+theme+"  argument: \""), times(15000, "It grew 12.5% to $4m. "), text("\"\n"))).anyway())
	return out
}

// slipCases are slips of authors: none is a fault of the program.
func slipCases() (out []testCase) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("words ", n)) }
	slip := func(name, src string, codes ...int) {
		c := outline(name, text(src), codes...)
		if codes == nil {
			c = c.anyway()
		}
		out = append(out, c)
	}
	for _, n := range []int{80, 400, 3000} {
		for _, f := range []string{"title", "standfirst", "masthead", "topic", "edition", "publication", "prepared_for", "confidentiality", "risk_line"} {
			if f == "title" {
				slip(fmt.Sprintf("%s-%d", f, n), "date: 2025-03-01\ntitle: "+words(n)+"\n"+theme)
				continue
			}
			slip(fmt.Sprintf("%s-%d", f, n), head+f+": "+words(n)+"\n"+theme)
		}
		for _, f := range []string{"claim", "name", "so_what", "standfirst"} {
			src := strings.Replace(head+theme, "claim: One thing holds", "claim: One thing holds\n  "+f+": "+words(n), 1)
			if f == "claim" || f == "name" {
				src = strings.Replace(strings.Replace(head+theme, "claim: One thing holds", "claim: "+map[bool]string{true: words(n), false: "One thing holds"}[f == "claim"], 1), "name: One", "name: "+map[bool]string{true: words(n), false: "One"}[f == "name"], 1)
			}
			slip(fmt.Sprintf("theme-%s-%d", f, n), src)
		}
		for name, block := range map[string]string{
			"quote": "quote: {text: \"%s\", by: A person}", "quote-by": "quote: {text: some words, by: \"%s\"}", "quote-role": "quote: {text: some words, by: A person, role: \"%s\"}", "statement": "statement: {text: \"%s\"}", "chart-title": "chart: {title: \"%s\", unit: m, values: {a: 1, b: 2}}",
			"chart-name": "chart: {title: It holds, unit: m, values: {\"%s\": 1, b: 2}}", "chart-unit": "chart: {title: It holds, unit: \"%s\", values: {a: 1, b: 2}}", "chart-note": "chart: {title: It holds, unit: m, note: \"%s\", values: {a: 1, b: 2}}", "table-cell": "table: {title: It holds, columns: [a, b], rows: [[\"%s\", 1]]}", "table-head": "table: {title: It holds, columns: [\"%s\", b], rows: [[a, 1]]}",
			"event": "timeline: {title: It holds, events: [{date: 2024, text: \"%s\"}, {date: 2025, text: b}]}",
		} {
			slip(fmt.Sprintf("block-%s-%d", name, n), head+theme+"  evidence:\n  - "+fmt.Sprintf(block, words(n))+"\n")
		}
	}
	slip("one-word-title", "date: 2025-03-01\ntitle: "+strings.Repeat("w", 300)+"\n"+theme)
	slip("one-word-claim", strings.Replace(head+theme, "One thing holds", strings.Repeat("w", 300), 1))
	slip("person-twice", head+"people:\n  a: {name: A Person}\n  b: {name: A Person}\n"+theme+"back:\n- people: {title: People, people: [a, a, b]}\n")
	slip("authors-many", head+"authors: ["+strings.TrimSuffix(strings.Repeat("{name: Some Author, org: Some organisation}, ", 200), ", ")+"]\n"+theme)
	slip("contacts-many", head+"contacts: ["+strings.TrimSuffix(strings.Repeat("{name: Some Author, role: r}, ", 40), ", ")+"]\n"+theme)
	slip("sources-long", head+"sources:\n  s: {title: "+words(500)+"}\n"+theme+"  source: s\n")
	slip("no-themes", head+"themes: []\n", 1)
	slip("points-long", head+theme+"  points:\n"+strings.Repeat("  - {heading: "+words(20)+", text: "+words(100)+"}\n", 4))
	slip("kpis-long", head+theme+"  kpis:\n"+strings.Repeat("  - {value: 123456789, label: "+words(30)+"}\n", 3))
	return out
}

// largeCases are inputs that are large and right: they must build.
func largeCases() (out []testCase) {
	good := func(c testCase) { c.codes = []int{0}; out = append(out, c) }
	themes := func(n int) maker {
		return parts(text(head+"themes:\n"), each(n, "- {name: Name #, claim: Claim # holds}\n"))
	}
	good(outline("themes-101", themes(101)))
	good(outline("themes-200", themes(200)))
	good(pictureCase("jpeg-24-megapixels", "p.jpg", photo(6000, 4000)))
	good(outline("csv-100000", dataOutline("d.csv", "", "chart: {title: The chart holds, data: d, unit: m, kind: line}")).with("d.csv", parts(text("n,v\n"), each(100000, "#,#\n"))))
	good(outline("source-5m", sourced("words of a source 149999")).with("s.txt", each(150000, "Some words of a source # \n")))
	return out
}
