package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

func sourced(quote string) maker {
	return text(head + "sources:\n  s: {title: A source, file: s.txt}\n" + theme + "  evidence:\n  - quote: {text: \"" + quote + "\", by: A person}\n")
}

func sourceCases() (out []testCase) {
	texts := []struct {
		name string
		make maker
	}{
		{"words-1m", times(1000000, "aa ")}, {"words-8m", times(8<<20, "a ")}, {"words-different", each(500000, "w# ")}, {"words-different-2m", each(2000000, "w# ")}, {"marks-5m", times(5<<20, ".")}, {"marks-16m", times(16<<20, ".")},
		{"marks-quotes", times(2<<20, "\"")}, {"quotes-curly", times(800000, "“a”")}, {"quotes-nested", times(1000000, "“")}, {"ligatures", times(1000000, "ﬃ ")}, {"fractions", times(1000000, "½ ")},
		{"one-word-5m", times(5<<20, "a")}, {"one-word-20m", times(20<<20, "a")}, {"lines-5m", times(5<<20, "\n")}, {"chinese-1m", times(1000000, "百")}, {"chinese-5m", times(1600000, "模")}, {"marks-combining", times(1500000, "a\u0301")},
		{"hyphens", times(2<<20, "-")}, {"hyphenated", times(500000, "well-\nknown ")}, {"apostrophes", times(1500000, "a'b ")}, {"speakers", times(200000, "A: word\n")}, {"paragraphs", times(1000000, "a\n\n")},
		{"soft-hyphens", times(1500000, "a\u00ad")}, {"bidi", times(500000, "\u202ea ")}, {"bad-utf8", times(100000, "\xff ")}, {"nul", times(1000000, "\x00")}, {"utf16", text("\xff\xfea\x00b\x00")}, {"empty", text("")}, {"numbers", each(600000, "$#m ")},
		{"dots-words", times(800000, "U.S. ")}, {"five-megabytes", each(300000, "Some words of a source # ")}, {"near", times(300000, "these are the words that are nearly ")}, {"near-long", times(120000, "these are the words that are quoted but ")},
		{"file-400m", times(40<<20, "0123456789")},
	}
	for _, t := range texts {
		c := outline(t.name, sourced("these are the words that are quoted")).with("s.txt", t.make)
		if t.name == "bad-utf8" || t.name == "empty" || t.name == "file-400m" {
			c = c.anyway()
			c.codes = []int{1}
		}
		out = append(out, c.anyway())
	}
	long := times(60000, "some words that are said again and again. ")
	out = append(out, outline("quote-of-200k", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n  - quote: {by: A person, text: \""), times(4000, "some words that are said again and again. "), text("\"}\n"))).with("s.txt", long))
	out = append(out, outline("quote-all-cuts", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n  - quote: {by: A person, text: \""), times(4000, "some […] again […] "), text("\"}\n"))).with("s.txt", long))
	out = append(out, outline("quote-brackets", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n  - quote: {by: A person, text: \""), times(8000, "some [words] "), text("\"}\n"))).with("s.txt", long))
	out = append(out, outline("quote-open-brackets", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n  - quote: {by: A person, text: \""), times(60000, "["), text("\"}\n"))).with("s.txt", long))
	out = append(out, outline("quotes-2000-absent", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n"), each(1500, "  - quote: {by: A person, text: \"absent words number # of this\"}\n"))).with("s.txt", times(100000, "some words that are said again and again. ")))
	out = append(out, outline("cuts-many", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n"), each(300, "  - quote: {by: A person, text: \"some […] words […] that […] are […] absent #\"}\n"))).with("s.txt", times(50000, "some words that are said again and again. ")))
	again := times(50000, "some words that are said again and again. ")
	for name, quote := range map[string]string{
		"cuts-many-pairs":   `text: "some words […] that are […] said again […] again words #"`,
		"cuts-many-behind":  `text: "again and again. some […] words # […] are said"`,
		"cuts-many-credit":  `credit: that are, text: "some […] words […] again"`,
		"cuts-many-letters": `text: "[S]ome […] [W]ords […] [t]hat […] [a]re words #"`,
	} {
		out = append(out, outline(name, parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n"), each(300, "  - quote: {by: A person, "+quote+"}\n"))).with("s.txt", again))
	}
	out = append(out, outline("quote-400-cuts", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n  - quote: {by: A person, text: \"some"), times(400, " […] words"), text("\"}\n"))).with("s.txt", long).saying("more than 40 cuts"))
	out = append(out, outline("quote-40-cuts", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\n"+theme+"  evidence:\n  - quote: {by: A person, credit: absent said, text: \"some"), times(39, " […] words"), text("\"}\n"))).with("s.txt", long))
	out = append(out, outline("sources-two-large", text(head+"sources:\n  a: {title: One, file: a.txt}\n  b: {title: Two, file: b.txt}\n"+theme)).with("a.txt", times(1000000, "one ")).with("b.txt", times(1000000, "two ")).saying("1,500,000 words"))
	out = append(out, outline("sources-300", parts(text(head+"sources:\n"), each(300, "  s#: {title: Source #, file: s.txt}\n"), text(theme))).with("s.txt", times(100000, "some words of it ")).anyway())
	out = append(out, outline("excerpts-500", parts(text(head+"sources:\n  s: {title: A source, file: s.txt}\nfigures:\n"), each(500, "  f#: {value: 6 bn, excerpt: \"said # again\", label: A}\n"), text(theme))).with("s.txt", times(50000, "some 6 bn words that are said 6 again and again. ")))
	for _, sub := range []string{"prove", "find"} {
		for _, t := range []string{"words-1m", "words-different", "marks-5m", "ligatures", "chinese-1m"} {
			for _, have := range texts {
				if have.name != t {
					continue
				}
				c := outline(sub+"-"+t, sourced("aa aa aa")).with("s.txt", have.make)
				if c.args = []string{"source", "prove", "in"}; sub == "find" {
					c.args = []string{"source", "find", "in/s.txt", "aa aa"}
					c.codes = []int{0, 1, 2}
				} else {
					c.codes = []int{1}
					if t == "words-1m" {
						c.files["briefing.yaml"] = sourced("bb aa aa")
					}
				}
				out = append(out, c)
			}
		}
	}
	return out
}

func proofsCases() (out []testCase) {
	format := "{\n \"format\": \"roadshow source proofs 2\",\n \"digest\": \"" + strings.Repeat("0", 64) + "\",\n \"root\": \"" + strings.Repeat("0", 64) + "\",\n \"words\": %s,\n \"passages\": ["
	src := text(head + "sources:\n  s: {title: A source, proofs: p.json}\n" + theme + "  evidence:\n  - quote: {text: some words, by: A person}\n")
	files := []struct {
		name string
		make maker
	}{
		{"empty", text("")}, {"braces", times(2<<20, "{},")}, {"brackets", times(8<<20, "[")}, {"open", times(8<<20, "{\"a\":")}, {"noise", raw(noise(200000))}, {"huge", times(50<<20, "[]")}, {"nulls", parts(text("["), times(3<<20, "null,"), text("null]"))},
		{"passages", parts(text(fmt.Sprintf(format, "1000000")), times(1<<20, "\n  {\n   \"at\": 0,"))}, {"passages-empty", parts(text(fmt.Sprintf(format, "1000000")), times(3<<20, "{},"))},
		{"words-huge", text(fmt.Sprintf(format, "99999999999999999999") + "]\n}\n")}, {"words-0", text(fmt.Sprintf(format, "0") + "]\n}\n")}, {"words-minus", text(fmt.Sprintf(format, "-1") + "]\n}\n")}, {"words-1e9", text(fmt.Sprintf(format, "1e9") + "]\n}\n")},
		{"at-huge", text(fmt.Sprintf(format, "1000") + "\n  {\n   \"at\": 99999999,\n   \"words\": 99999999,\n   \"salts\": \"\",\n   \"path\": [")}, {"salts-long", parts(text(fmt.Sprintf(format, "1000000")+"\n  {\n   \"at\": 0,\n   \"words\": 400000,\n   \"salts\": \""), times(6400000, "ab"), text("\",\n"))},
		{"string-long", parts(text("{\n \"format\": \"roadshow source proofs 2"), times(8<<20, "a"))}, {"format-3", text("{\n \"format\": \"roadshow source proofs 3\"")}, {"escapes", parts(text("{\"a\":\""), times(2<<20, "\\u0041"), text("\"}"))},
	}
	for _, f := range files {
		out = append(out, outline(f.name, src).with("p.json", f.make))
		c := outline("verify-source-"+f.name, src).with("p.json", f.make)
		c.args, c.codes = []string{"source", "verify", "in"}, []int{1, 2, 5}
		out = append(out, c)
		c = outline("verify-"+f.name, src).with("x.proof.json", f.make)
		c.args, c.codes = []string{"verify", "in/x.proof.json"}, []int{1, 2, 5}
		out = append(out, c)
	}
	proof := "{\n \"format\": \"roadshow proof 2\",\n \"digest\": \"" + strings.Repeat("0", 64) + "\",\n"
	for name, make := range map[string]maker{
		"inputs": parts(text(proof+" \"inputs\": ["), times(3<<20, "{},"), text("{}]}")), "nested": parts(text(proof+" \"facts\": "), times(5<<20, "["), times(5<<20, "]"), text("}")),
		"keys": parts(text(proof), each(300000, "\"k#\": 1,"), text("\"z\": 1}")), "strings": parts(text(proof+" \"inputs\": ["), times(1<<20, "\"aaaaaaa\","), text("\"\"]}")), "facts-empty": parts(text(proof+" \"facts\": {\"figures\": ["), times(3<<20, "{},"), text("{}]}}")),
		"quotations": parts(text(proof+" \"facts\": {\"quotations\": ["), times(3<<20, "{},"), text("{}]}}")), "numbers": parts(text(proof+" \"pages\": ["), times(5<<20, "1,"), text("1]}")), "deep-objects": parts(text(proof), times(1<<20, "\"a\": {"), times(1<<20, "}"), text("}")),
		"outputs-out": text(proof + " \"outputs\": [{\"path\": \"../../../etc/passwd\", \"bytes\": 5}]}"), "exponent": text(proof + " \"pages\": [1e999999999]}"), "60m": parts(text(proof+" \"x\": \""), times(6<<20, "0123456789"), text("\"}")),
	} {
		c := outline("proof-"+name, src).with("x.proof.json", make)
		c.args, c.codes = []string{"verify", "in/x.proof.json"}, []int{1, 2, 5}
		out = append(out, c)
		c = outline("diff-"+name, src).with("x.proof.json", make).with("y.proof.json", make)
		c.args, c.codes = []string{"diff", "in/x.proof.json", "in/y.proof.json"}, []int{1, 2, 5}
		out = append(out, c)
	}
	return out
}

func lookCases() (out []testCase) {
	for name, make := range map[string]maker{
		"empty": text(""), "brackets": times(500000, "["), "objects": times(150000, "{\"a\":"), "keys": parts(text("{\"base\": \"paper\""), each(30000, ", \"k#\": 1"), text("}")), "noise": raw(noise(100000)), "null": text("null"), "list": text("[]"),
		"repeated": parts(text("{\"base\": \"paper\""), times(60000, ", \"name\": \"a\""), text("}")), "string": parts(text("{\"base\": \""), times(900000, "a"), text("\"}")), "escapes": parts(text("{\"base\": \""), times(150000, "\\u202e"), text("\"}")),
		"numbers": parts(text("{\"base\": \"paper\", \"name\": "), times(900000, "1"), text("}")), "exponent": text("{\"base\": \"paper\", \"name\": 1e999999}"), "colour": text("{\"base\": \"paper\", \"text\": \"#GGGGGG\"}"), "file-2m": times(2<<20, " "), "file-100m": times(100<<17, "12345678"),
		"base-itself": text("{\"base\": \"look.json\"}"), "utf16": text("\xff\xfe{\x00}\x00"), "bidi": text("{\"base\": \"paper\", \"name\": \"\u202e\"}"), "cut": text("{\"base\": \"paper\""), "series-many": parts(text("{\"base\": \"paper\", \"series\": ["), times(50000, "\"#112233\","), text("\"#112233\"]}")),
	} {
		out = append(out, outline(name, text(head+"look: look.json\n"+theme)).with("look.json", make).anyway())
		c := outline("looks-"+name, text(head+theme)).with("look.json", make)
		c.args, c.codes = []string{"looks", "in/look.json"}, []int{0, 1, 2}
		out = append(out, c)
	}
	return out
}

func brandCases() (out []testCase) {
	for name, make := range map[string]maker{
		"laughs": parts(text("a0: &a0 [x]\n"), func(f *file) error {
			for i := 1; i < 12; i++ {
				fmt.Fprintf(f, "a%d: &a%d [%s*a%d]\n", i, i, strings.Repeat(fmt.Sprintf("*a%d, ", i-1), 9), i-1)
			}
			return nil
		}), "brackets": parts(text("footer: "), times(100000, "[")), "keys": each(15000, "k#: v\n"), "long": times(300<<10, "#"), "noise": raw(noise(100000)), "empty": text(""), "list": text("- a\n"), "file-60m": times(6<<20, "0123456789"),
		"colours": parts(text("colours: {"), each(9000, "c#: \"#112233\", "), text("}\n")), "series": parts(text("colours: {series: ["), times(9000, "\"#112233\", "), text("]}\n")), "footer": parts(text("footer: "), times(20000, "words "), text("\n")),
		"disclaimer": parts(text("disclaimer: |\n  "), times(30000, "words "), text("\n")), "disclaimer-links": parts(text("disclaimer: |\n  "), times(60000, "[a](")), "disclaimer-file": text("disclaimer: {file: ../../etc/passwd}\n"), "itself": text("disclaimer: {file: b.yaml}\n"),
		"logo-out": text("logo: ../../secret.png\n"), "fonts-out": text("fonts: ../../fonts\n"), "fonts-file": text("fonts: b.yaml\n"), "bidi": text("footer: \"a\u202eb\"\n"), "footer-word": parts(text("footer: "), times(100000, "w"), text("\n")),
	} {
		out = append(out, outline(name, text(branded)).with("b.yaml", make).anyway())
	}
	return out
}

// pathCases reach for what lies outside the folder.
func pathCases() (out []testCase) {
	const lies = "top.secret"
	secret := func(dir string) error {
		return os.WriteFile(filepath.Join(filepath.Dir(dir), "secret.csv"), []byte("n,v\n"+lies+",1\n"), 0o644)
	}
	for i, name := range []string{"../secret.csv", "/etc/passwd", "a/../../secret.csv", "./../secret.csv", "..\\\\secret.csv", "C:\\\\secret.csv", "//host/secret.csv", "\\\\\\\\host\\\\secret.csv", "http://example.com/d.csv", "file:///etc/passwd", "~/.ssh/id_rsa", "$HOME/d.csv", "d.csv\\0.png",
		".", "..", "", " ", strings.Repeat("a", 5000) + ".csv", strings.Repeat("a/", 3000) + "d.csv", "CON", "d.csv:stream", "d\\u202evsc.csv", "\\x1b[31m.csv", "d.exe", "briefing.yaml"} {
		for _, key := range []string{"data", "image", "prose", "look", "brand", "source", "proofs"} {
			if key != "data" && i%4 != 0 {
				continue
			}
			src := map[string]string{
				"data": "data:\n  d: {file: \"%s\"}\n" + theme, "image": theme + "  evidence:\n  - image: {title: The picture holds, file: \"%s\", alt: A}\n", "prose": theme + "  argument: {file: \"%s\"}\n",
				"look": "look: \"%s\"\n" + theme, "brand": "brand: \"%s\"\n" + theme, "source": "sources:\n  s: {title: S, file: \"%s\"}\n" + theme, "proofs": "sources:\n  s: {title: S, proofs: \"%s\"}\n" + theme,
			}[key]
			c := outline(fmt.Sprintf("%s-%d", key, i), text(head+fmt.Sprintf(src, name)))
			c.setup = secret
			if key == "source" {
				c = c.anyway()
			}
			if key == "prose" && name == "briefing.yaml" || key == "look" && name == "" || key == "data" && name == "" {
				c = c.anyway()
			}
			out = append(out, c)
		}
	}
	for name, make := range map[string]func(dir string) error{
		"link-out":    func(dir string) error { return os.Symlink("../secret.csv", filepath.Join(dir, "d.csv")) },
		"link-loop":   func(dir string) error { return os.Symlink("d.csv", filepath.Join(dir, "d.csv")) },
		"link-device": func(dir string) error { return os.Symlink("/dev/zero", filepath.Join(dir, "d.csv")) },
		"pipe":        func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "d.csv"), 0o644) },
		"folder":      func(dir string) error { return os.Mkdir(filepath.Join(dir, "d.csv"), 0o755) },
	} {
		for _, key := range []string{"data:\n  d: {file: d.csv}\n" + theme, theme + "  evidence:\n  - image: {title: The picture holds, file: d.csv, alt: A}\n", theme + "  argument: {file: d.csv}\n", "look: d.csv\n" + theme, "brand: d.csv\n" + theme, "sources:\n  s: {title: S, file: d.csv}\n" + theme} {
			c := outline(fmt.Sprintf("%s-%s", name, strings.Trim(strings.Fields(key)[0]+strings.Fields(key)[len(strings.Fields(key))-1], ":\n")), text(head+key))
			c.name = fmt.Sprintf("%s-%d", name, len(out))
			c.setup = func(dir string) error {
				if err := secret(dir); err != nil {
					return err
				}
				return make(dir)
			}
			out = append(out, c)
		}
	}
	for _, args := range [][]string{{"looks", "in/pipe"}, {"looks", "/dev/zero"}, {"verify", "in/pipe"}, {"verify", "/dev/zero"}, {"diff", "in/pipe", "in/pipe"}, {"source", "verify", "in/pipe", "in/pipe"}, {"source", "find", "in/pipe", "a"}, {"build", "in/pipe"}, {"build", "/dev/zero"}, {"check", "/dev/full"}, {"check", "nowhere"}, {"check", strings.Repeat("a", 5000)}} {
		c := outline("call-"+strings.ReplaceAll(strings.Join(args, "-"), "/", "_")[:min(40, len(strings.Join(args, "-")))], text(head+theme))
		c.args, c.codes = args, []int{2}
		c.setup = func(dir string) error { return syscall.Mkfifo(filepath.Join(dir, "pipe"), 0o644) }
		if strings.Contains(args[1], "aaa") {
			c.codes = []int{2, 3}
		}
		out = append(out, c)
	}
	return out
}

func urlCases() (out []testCase) {
	for i, url := range []string{"www.example.com/a", "example.com", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,a", "http://", "https:///a", "http://a b", "http://exa mple.com/a", "http://[::1", "http://a:99999999/", "HTTP://EXAMPLE.COM", "//example.com", "/a", "#a", "mailto:a", "mailto:a@b", "ftp://example.com", "http://user:pass@example.com/",
		"http://example.com/\\u202e", "http://example.com/%", "http://例え.jp/", "http://example.com/\\x1b[31m", "http://example.com/ä", "http://example.com/(a)", "http://example.com/\\\\", "http://" + strings.Repeat("a", 70000) + ".com/", "http://example.com/" + strings.Repeat("a/", 40000), "tel:+1", "vbscript:a", "about:blank", "http:example.com", "https://example.com:/", "http://.", "http://a..b/"} {
		out = append(out, outline(fmt.Sprintf("source-%d", i), text(head+"sources:\n  s: {title: A source, url: \""+url+"\"}\n"+theme+"  evidence:\n  - quote: {text: some words, by: A person, source: s}\n")).anyway())
		if i%2 == 0 {
			all := outline(fmt.Sprintf("all-formats-%d", i), text(head+"sources:\n  s: {title: A source, url: \""+url+"\"}\ncontacts: [{name: A, email: \""+url+"\"}]\nauthors: [{name: A, email: \""+url+"\"}]\n"+theme+"  evidence:\n  - quote: {text: some words, by: A person, source: s}\n"))
			all.args, all.codes = []string{"build", "in", "-o", "made/", "--to", "document,slides,png"}, []int{0, 1, 2}
			out = append(out, all)
			out = append(out, outline(fmt.Sprintf("prose-%d", i), text(head+theme+"  argument: |\n    See [this]("+strings.ReplaceAll(url, "\\\\", "\\")+") and <"+strings.ReplaceAll(url, "\\\\", "\\")+">.\n")).anyway())
		}
	}
	return out
}
