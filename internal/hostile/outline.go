package main

import (
	"fmt"
	"strings"
)

const head = "title: A hostile outline\ndate: 2025-03-01\n"

const theme = "themes:\n- name: One\n  claim: One thing holds\n"

// outline is a folder of one outline.
func outline(name string, make maker, codes ...int) testCase {
	return testCase{name: name, files: map[string]maker{"briefing.yaml": make}, codes: codes}
}

// with adds files to a folder.
func (c testCase) with(name string, make maker) testCase {
	files := map[string]maker{name: make}
	for k, v := range c.files {
		files[k] = v
	}
	c.files = files
	return c
}

func (c testCase) saying(words string) testCase { c.says = words; return c }

// anyway takes any verdict about the outline: only the bounds are asked about.
func (c testCase) anyway() testCase { c.codes = []int{0, 1}; return c }

func yamlCases() (out []testCase) {
	add := func(c testCase) { out = append(out, c) }
	say := func(s string) string { return head + theme + "  say: " + s }

	laughs := func(levels, wide int, leaf string) string {
		var b strings.Builder
		b.WriteString("a0: &a0 " + leaf + "\n")
		for i := 1; i <= levels; i++ {
			fmt.Fprintf(&b, "a%d: &a%d [%s]\n", i, i, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d,", i-1), wide), ","))
		}
		return head + b.String() + theme
	}
	for _, n := range []int{3, 6, 9, 20} {
		add(outline(fmt.Sprintf("laughs-%d", n), text(laughs(n, 10, "[lol]"))))
	}
	add(outline("laughs-wide", text(laughs(2, 900, "x"))))
	add(outline("laughs-merge", text(head+"x: &a {k: v}\n"+strings.Repeat("", 1)+func() string {
		var b strings.Builder
		for i := range 30 {
			fmt.Fprintf(&b, "m%d: &m%d {<<: [*%s, *%s]}\n", i, i, prior(i), prior(i))
		}
		return b.String()
	}()+theme)))
	for _, f := range []string{"say", "so_what", "claim", "argument", "standfirst"} {
		add(outline("alias-text-"+f, parts(text(head+"themes:\n- name: One\n  claim: One thing holds\n  standfirst: &t \""), times(15000, "words of it "), text("\"\n"),
			each(1500, "- name: Name #\n  claim: Claim # holds\n  "+f+": *t\n"))).saying("{}"))
		out[len(out)-1].says = ""
	}
	add(outline("alias-text-in-list", parts(text(head+theme+"  standfirst: &t \""), times(10000, "long words "), text("\"\n  points:\n"), each(2000, "  - {heading: *t, text: *t}\n"))))
	add(outline("alias-quotes", parts(text(head+theme+"  standfirst: &t \""), times(10000, "long words "), text("\"\n  evidence:\n"), each(1000, "  - quote: {text: *t, by: A person}\n"))))
	add(outline("alias-of-itself", text(head+"themes: &a [*a]\n")))
	add(outline("alias-of-itself-deep", text(head+"x: &a {y: {z: [*a]}}\n"+theme)))
	add(outline("alias-unknown", text(head+"themes: *nobody\n")))
	add(outline("aliases-many", parts(text(head+"x: &a [1]\ny: ["), times(30000, "*a,"), text("]\n"+theme))))
	add(outline("anchors-many", parts(text(head), each(12000, "k#: &a# x\n"), text(theme))))

	for _, n := range []int{65, 500, 5000, 60000, 120000} {
		add(outline(fmt.Sprintf("brackets-%d", n), parts(text(head+"x: "), times(n, "["), times(n, "]"), text("\n"+theme))))
		add(outline(fmt.Sprintf("open-brackets-%d", n), parts(text(head+"x: "), times(n, "["))))
		add(outline(fmt.Sprintf("braces-%d", n), parts(text(head+"x: "), times(n, "{a: "), times(n, "}"))))
	}
	add(outline("indent-600", parts(text(head), func(f *file) error {
		for i := range 600 {
			fmt.Fprintf(f, "%sa:\n", strings.Repeat(" ", i))
		}
		return nil
	})))
	add(outline("dashes-40000", parts(text(head+"x:\n"), times(40000, "- "), text("\n"))))
	add(outline("questions", parts(text(head), times(100000, "? "))))
	add(outline("question-marks", parts(text(head), times(60000, "?\n"))))
	add(outline("quotes", parts(text(head+"x: "), times(200000, "\""))))
	add(outline("single-quotes", parts(text(head+"x: "), times(200001, "'"))))
	add(outline("open-quotes", parts(text(head), each(12000, "k#: 'open\n"))))
	add(outline("open-string", parts(text(head+"x: \""), times(220000, "a"))))
	add(outline("backslashes", parts(text(head+"x: \""), times(100000, "\\\\"), text("\"\n"))))
	add(outline("escapes", parts(text(head+"x: \""), times(30000, "\\u202e"), text("\"\n"))))
	add(outline("bad-escapes", parts(text(head+"x: \""), times(30000, "\\q"), text("\"\n"))))
	add(outline("tags", parts(text(head+"x: "), times(50000, "!a ")))) // tags of tags
	add(outline("tag-binary", text(head+"x: !!binary "+strings.Repeat("QUJD", 40000)+"\n"+theme)))
	add(outline("tag-python", text(head+"x: !!python/object/apply:os.system [ls]\n"+theme)))
	add(outline("tag-float-title", text("title: !!float 1\ndate: 2025-03-01\n"+theme)))
	add(outline("directives", parts(times(20000, "%TAG ! tag:x,2025:\n"), text("---\n"+head+theme))))
	add(outline("documents", parts(times(20000, "---\n"), text(head+theme))))
	add(outline("comments", parts(times(100000, "#\n"), text(head+theme)), 0))
	add(outline("comment-long", parts(text("# "), times(200000, "c"), text("\n"+head+theme)), 0))
	add(outline("tabs", parts(text(head), times(20000, "\tx: y\n"))))
	add(outline("colons", parts(text(head), times(80000, ": "))))
	add(outline("commas", parts(text(head+"x: ["), times(120000, ","), text("]\n"))))
	add(outline("pipes", parts(text(head), times(40000, "x: |\n"))))
	add(outline("ampersands", parts(text(head), times(80000, "& "))))
	add(outline("percents", times(100000, "%")))
	add(outline("nothing", text("")))
	add(outline("blank", times(100000, "\n")))
	add(outline("spaces", times(200000, " ")))
	add(outline("nul", times(1000, "\x00")))
	add(outline("binary", raw(noise(200_000))))
	add(outline("utf16", text("\xff\xfet\x00i\x00t\x00l\x00e\x00:\x00")))
	add(outline("bad-utf8", parts(text(head), times(50000, "\xc3("), text("\n"))))
	add(outline("surrogates", parts(text(head+"x: "), times(30000, "\xed\xa0\x80"), text("\n"))))
	add(outline("bidi", parts(text(head+"standfirst: "), times(5000, "\u202e"), text("\n"+theme))))
	add(outline("zalgo", parts(text("date: 2025-03-01\ntitle: a"), times(20000, "\u0301"), text("\n"+theme))).anyway())
	add(outline("wide", parts(text("date: 2025-03-01\ntitle: "), times(20000, "\uff37"), text("\n"+theme))))
	add(outline("joiners", parts(text("date: 2025-03-01\ntitle: a"), times(20000, "\u200d"), text("b\n"+theme))).anyway())
	add(outline("one-word", parts(text("date: 2025-03-01\ntitle: "), times(200000, "w"), text("\n"+theme))))
	add(outline("duplicates", parts(text(head), times(10000, "title: again\n"), text(theme))))
	add(outline("unknown-keys", parts(text(head), each(15000, "key#: v\n"), text(theme))))
	add(outline("unknown-keys-one-line", parts(text(head+"format: {"), each(2500, "k#: v, "), text("}\n"+theme))))
	add(outline("mistakes-one-line", parts(text(head+"themes: ["), each(3000, "{nme: x}, "), text("]\n"))))
	add(outline("mistakes-many", parts(text(head+"themes:\n"), each(6000, "- {nme: Name #, claim: C}\n"))))
	add(outline("mistakes-blocks", parts(text(head+theme+"  evidence:\n"), each(5000, "  - {qoute: {text: x}}\n"))))
	add(outline("key-long", parts(text(head), times(100000, "k"), text(": v\n"+theme))))
	add(outline("key-complex", text(head+"? [a, {b: c}]\n: d\n"+theme)))
	add(outline("file-257k", parts(text(head+theme), times(257<<10, "#"))).saying("256 KiB"))
	add(outline("file-60m", times(6<<20, "0123456789")).saying("256 KiB"))
	add(outline("ids-long", parts(text(head+"figures:\n  f"), times(50000, "x"), text(": {value: 6}\n"+theme))))
	add(outline("say-long", parts(text(say("\"")), times(20000, "many words "), text("\"\n"))).anyway())
	add(outline("list-for-map", text(head+"themes: {a: b}\n")))
	add(outline("date-huge", text("title: T\ndate: 99999999999999999999-01-01\n"+theme)))
	add(outline("merge-huge", parts(text(head+"x: &m {"), each(3000, "k#: v, "), text("}\n"), times(30, "y: {<<: *m}\n"), text(theme))))
	for _, f := range []string{"human", "short", "json", "sarif"} {
		c := outline("format-"+f, parts(text(head+"format: {"), each(2500, "k#: v, "), text("}\n"+theme)))
		c.args = []string{"check", "in", "--format", f}
		add(c)
	}
	add(outline("alias-authors", parts(text(head+theme+"  standfirst: &t \""), times(10000, "long words "), text("\"\nauthors:\n"), each(2000, "- *t\n"))).saying("1 MiB of text"))
	set := outline("set-huge", text(head+theme))
	set.args = []string{"build", "in", "-o", "made/", "--set", "title=" + strings.Repeat("w", 100_000)}
	add(set)
	set = outline("set-many", text(head+theme))
	set.args, set.codes = []string{"build", "in", "-o", "made/"}, []int{1, 2}
	for i := range 2000 {
		set.args = append(set.args, "--set", fmt.Sprintf("key%d=x", i))
	}
	add(set)
	set = outline("set-bytes", text(head+theme))
	set.args, set.codes = []string{"build", "in", "-o", "made/", "--set", "title=\xff\xfe\x1b[31m"}, []int{1, 2}
	add(set)
	return out
}

func prior(i int) string {
	if i == 0 {
		return "a"
	}
	return fmt.Sprintf("m%d", i-1)
}

// noise is bytes without any order, the same every time.
func noise(n int) []byte {
	out := make([]byte, n)
	x := uint32(2463534242)
	for i := range out {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		out[i] = byte(x)
	}
	return out
}

func markdownCases() (out []testCase) {
	type form struct {
		name string
		make maker
	}
	forms := []form{
		{"open-links", times(60000, "[a](")}, {"brackets", times(100000, "[")}, {"closing", times(100000, "]")},
		{"nested-links", parts(times(20000, "["), text("a"), times(20000, "](b)"))},
		{"images", times(50000, "![a](")}, {"stars", times(200000, "*")}, {"stars-words", times(60000, "*a **b ")}, {"underscores", times(200000, "_a")},
		{"mixed-emphasis", times(50000, "*_a")}, {"closing-emphasis", times(50000, "a**b")}, {"ticks", times(200000, "`")},
		{"ticks-rising", func(f *file) error {
			for i := range 600 {
				f.WriteString(strings.Repeat("`", i) + " a ")
			}
			return nil
		}},
		{"lists", times(40000, "- ")}, {"lists-numbered", times(30000, "1. ")}, {"list-flat", times(20000, "- item\n")},
		{"list-deep", func(f *file) error {
			for i := range 500 {
				f.WriteString(strings.Repeat("  ", i) + "- item\n")
			}
			return nil
		}},
		{"quotes", times(100000, ">")}, {"quotes-spaced", times(50000, "> ")}, {"quotes-lists", times(30000, "> - ")},
		{"headings", times(20000, "# a\n")}, {"rules", times(60000, "---\n\n")}, {"tables", times(20000, "|a|b|\n|-|-|\n")},
		{"html", times(40000, "<a>")}, {"html-open", times(60000, "<a ")}, {"comments", times(60000, "<!--")}, {"cdata", times(40000, "<![CDATA[")},
		{"processing", times(60000, "<?")}, {"autolinks", times(40000, "<http://a>")}, {"autolinks-open", times(60000, "<http://a")},
		{"entities", times(50000, "&#x1F4A9;")}, {"entities-open", times(100000, "&#")}, {"backslashes", times(200000, "\\")},
		{"references", parts(text("[a]: http://example.com/"), times(2000, "long/"), text("\n\n"), times(20000, "[a] "))},
		{"reference-definitions", each(12000, "[a#]: http://example.com/#\n")},
		{"reference-chain", parts(each(6000, "[a#]: <b#> \"t#\"\n"), text("\n"), each(6000, "[x][a#] "))},
		{"footnotes", parts(each(5000, "word[^a#] "), text("\n\n"), each(5000, "[^a#]: words\n"))},
		{"footnotes-open", times(60000, "[^a")}, {"footnote-loop", text("a[^1]\n\n[^1]: b[^1]\n")},
		{"mentions", times(40000, "[#a.b]")}, {"sources", times(40000, "[@a]")},
		{"figures", times(40000, "$a ")}, {"dollars", times(200000, "$")}, {"dollar-brackets", times(50000, "$a[")},
		{"code", times(20000, "    code\n\n")}, {"fences", times(60000, "```\n")}, {"tabs", times(200000, "\t")},
		{"breaks", times(60000, "a  \n")}, {"paragraphs", times(60000, "a\n\n")}, {"one-word", times(900000, "w")},
		{"words", times(170000, "words ")}, {"numbers", times(90000, "12.5% of it ")}, {"chinese", times(100000, "百模大战")},
		{"soft-hyphens", times(150000, "a\u00ad")}, {"joiners", times(100000, "\u200d")}, {"marks", times(200000, "a\u0301\u0302")},
		{"emoji", times(50000, "\U0001F469\u200d\U0001F467")}, {"bidi", times(60000, "\u202e")}, {"nul", times(100000, "\x00")},
		{"bad-utf8", times(200000, "\xff")}, {"curly", times(150000, "\"a\" ")}, {"apostrophes", times(200000, "'")},
		{"carriage", times(200000, "\r")}, {"long-line", parts(times(250000, "ab "), text("$unknown"))},
		{"long-line-mistakes", times(40000, "$unknown ")}, {"strike", times(80000, "~~a")}, {"megabyte", parts(times(1<<20, "a"), text("b"))},
	}
	for _, f := range forms {
		for _, field := range []string{"argument", "disclaimer"} {
			if field == "disclaimer" && len(out)%3 != 0 { // the way is the same: a third says so
				continue
			}
			src := head + theme + "  argument: {file: a.md}\n"
			if field == "disclaimer" {
				src = head + theme + "disclaimer: {file: a.md}\n"
			}
			out = append(out, outline(field+"-"+f.name, text(src)).with("a.md", f.make).anyway())
		}
	}
	out = append(out, outline("prose-file-times-2000", parts(text(head+"themes:\n"), each(1000, "- {name: Name #, claim: Claim # holds, argument: {file: a.md}}\n"))).with("a.md", times(8000, "words and words ")))
	out = append(out, outline("inline", parts(text(head+theme+"  argument: |\n    "), times(40000, "[a]("), text("\n"))).anyway())
	out = append(out, outline("file-of-60m", text(head+theme+"  argument: {file: a.md}\n")).with("a.md", times(6<<20, "word word ")).saying("1 MiB"))
	return out
}
