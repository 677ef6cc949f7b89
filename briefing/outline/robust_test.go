package outline

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"roadshow/internal/cputime"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

func BenchmarkParse(b *testing.B) {
	// 20 themes of 10 blocks: about 200 pages.
	src := []byte(generate(1, 20, 10, 0.3))
	c := testCatalog()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		var l diag.List
		Parse(src, "briefing.yaml", c, &l)
		if l.Len() > 0 {
			b.Fatal(l.Problems()[0])
		}
	}
}

func TestHostileFilesEndQuicklyWithOneClearError(t *testing.T) {
	bomb := "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
	for _, c := range []string{"b", "c", "d", "e", "f", "g"} {
		prev := string(rune(c[0] - 1))
		bomb += c + ": &" + c + " [" + strings.TrimSuffix(strings.Repeat("*"+prev+", ", 10), ", ") + "]\n"
	}
	for name, c := range map[string]struct{ src, code, words string }{
		"too long":        {strings.Repeat("#", limits.OutlineBytes.N()+1), "E-LIMIT", "256 KiB"},
		"bomb":            {bomb, "E-LIMIT", "100,000 values"},
		"deep brackets":   {"title: " + strings.Repeat("[", 70) + strings.Repeat("]", 70), "E-LIMIT", "64 deep"},
		"very deep":       {"title: " + strings.Repeat("[", 200_000), "E-YAML", ""},
		"deep dashes":     {"title:\n" + strings.Repeat("- ", 100_000), "E-", ""},
		"deep mappings":   {strings.Repeat("{a: ", 60_000), "E-YAML", ""},
		"itself":          {"title: &a [*a]\n", "E-LIMIT", "64 deep"},
		"merge of itself": {"title: &a {<<: *a}\n", "E-LIMIT", "64 deep"},
		"many keys":       {manyLines(limits.OutlineBytes.N()/12, "key%: v\n"), "E-KEY", ""},
		"many anchors":    {manyLines(limits.OutlineBytes.N()/16, "k%: &a% x\n"), "E-KEY", ""},
		"many quotes":     {strings.Repeat("\"", limits.OutlineBytes.N()-1), "E-", ""},
		"many questions":  {strings.Repeat("? ", limits.OutlineBytes.N()/2), "E-", ""},
		"many commas":     {"title: [" + strings.Repeat("a,", limits.OutlineBytes.N()/2-8) + "]", "E-LIMIT", ""},
		"one long line":   {"title: " + strings.Repeat("百", 60_000) + "\nxx: 1", "E-KEY", ""},
		"nul bytes":       {strings.Repeat("\x00", 1000), "E-YAML", "U+0000"},
		"not UTF-8":       {"title: caf\xe9\n", "E-YAML", "0xE9"},
		"UTF-16":          {"\xff\xfet\x00i\x00", "E-YAML", "UTF-16"},
		"long columns":    {"title: {" + strings.Repeat("百: 1, ", 20_000) + "}", "E-", ""},
		"open quotes":     {manyLines(limits.OutlineBytes.N()/20, "k%: 'open\n"), "E-", ""},
		"long quotes":     {manyLines(limits.OutlineBytes.N()/30, "k%: 'open\n  # '\n") + "z: 'open", "E-YAML", "never closed"},
		"open brackets":   {manyLines(limits.OutlineBytes.N()/20, "k%: [open\n"), "E-", ""},
	} {
		t.Run(name, func(t *testing.T) {
			var l diag.List
			var n *Node
			if took := cputime.Of(func() { n = Parse([]byte(c.src), "briefing.yaml", testCatalog(), &l) }); took > 10*time.Second {
				t.Errorf("took %v", took)
			}
			ps := l.Problems()
			if n == nil || len(ps) == 0 {
				t.Fatalf("%d problems", len(ps))
			}
			found := false
			for _, p := range ps {
				found = found || strings.HasPrefix(p.Code, c.code) && strings.Contains(p.Summary, c.words)
			}
			if !found {
				t.Errorf("%+v", ps[0])
			}
		})
	}
}

func manyLines(n int, line string) string {
	var b strings.Builder
	for i := range n {
		next := strings.ReplaceAll(line, "%", string(rune('a'+i%26))+strings.Repeat("x", i/26%7)+itoa(i))
		if b.Len()+len(next) > limits.OutlineBytes.N() {
			break
		}
		b.WriteString(next)
	}
	return b.String()
}

func itoa(i int) string {
	if i < 10 {
		return string(rune('0' + i))
	}
	return itoa(i/10) + string(rune('0'+i%10))
}

func FuzzParse(f *testing.F) {
	files, err := filepath.Glob("testdata/diagnostics/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range append(files, "testdata/contract.yaml") {
		src, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(src))
	}
	for seed := range uint64(4) {
		f.Add(generate(seed, 1, 2, 0.5))
	}
	f.Add("title: |2\n    a\n  b\n")
	f.Add("title: >\n\n\n  a\n    b\n\n c\n")
	f.Add("title: \"a\\\n  b\\u00e9\"\r\ndate: 2023\r")
	f.Fuzz(func(t *testing.T, src string) {
		defer cputime.Bound(t)()
		var l diag.List
		n := Parse([]byte(src), "briefing.yaml", testCatalog(), &l)
		// Invisible characters are replaced one by one, so places are those of the cleaned text.
		clean := clean([]byte(src), "", &diag.List{})
		if len(src) > limits.OutlineBytes.N() {
			clean = ""
		}
		for _, p := range l.Problems() {
			checkSpan(t, p.At, clean)
			if p.Summary == "" || strings.ContainsAny(p.Summary, "\n\r") || !strings.HasPrefix(p.Code, "E-") && !strings.HasPrefix(p.Code, "W-") {
				t.Errorf("%+v", p)
			}
		}
		n.Each(func(n *Node) {
			checkSpan(t, n.At, clean)
			checkSpan(t, n.Key, clean)
			for _, at := range []int{0, len(n.Text) / 2, len(n.Text)} {
				checkSpan(t, n.Pos(at), clean)
			}
			checkSpan(t, n.Range(0, len(n.Text)), clean)
			for _, r := range References(n.Text) {
				if n.Text[r.From] != '$' || r.To > len(n.Text) {
					t.Errorf("%+v in %q", r, n.Text)
				}
			}
		})
	})
}

func TestUTF16IsSaidOnce(t *testing.T) {
	mark := "\ufeff"
	for name, bytes := range map[string]func(r uint16) []byte{
		"little": func(r uint16) []byte { return []byte{byte(r), byte(r >> 8)} },
		"big":    func(r uint16) []byte { return []byte{byte(r >> 8), byte(r)} },
	} {
		for _, text := range []string{mark + "title: T\n", "title: T\n", mark, "# 注\n"} {
			var src []byte
			for _, r := range text {
				src = append(src, bytes(uint16(r))...)
			}
			var l diag.List
			Parse(src, "x.yaml", testCatalog(), &l)
			if p := l.Problems(); len(p) != 1 || p[0].Summary != "the file is in UTF-16, not UTF-8" {
				t.Errorf("%s, %q: %v", name, text, p)
			}
		}
	}
}

// TestPathsMeanTheSameOnEverySystem: what Windows would take for another drive, a share or a folder above is refused everywhere, so
// that an outline that builds here builds there.
func TestPathsMeanTheSameOnEverySystem(t *testing.T) {
	for name, want := range map[string]string{
		`C:\data.csv`: "backslash", `c:data.csv`: "not inside", `c:/data.csv`: "not inside", `\\server\share\x.csv`: "backslash",
		`..\x.csv`: "backslash", `a\..\..\x.csv`: "backslash", `//server/share/x.csv`: "not inside", `/x.csv`: "not inside",
		`../x.csv`: "leaves", `a/../../x.csv`: "leaves", `a/..`: "leaves",
	} {
		var l diag.List
		p := &parser{l: &l}
		if p.checkPath(diag.Span{Line: 1, Col: 1}, name) || l.Len() != 1 || !strings.Contains(l.Problems()[0].Summary, want) {
			t.Errorf("%s: %v", name, l.Problems())
		}
	}
	var l diag.List
	for _, name := range []string{"x.csv", "a/b/x.csv", "...csv", "a..b/x.csv", "über/x y.csv"} {
		if p := (&parser{l: &l}); !p.checkPath(diag.Span{Line: 1, Col: 1}, name) {
			t.Errorf("%s: %v", name, l.Problems())
		}
	}
}
