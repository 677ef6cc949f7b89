package outline

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"roadshow/internal/diag"
)

// cut is the stretch of a file that a span names.
func cut(src string, s diag.Span) string {
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(src), "\n")
	if s.Line < 1 || s.Line > len(lines) {
		return fmt.Sprintf("line %d of %d", s.Line, len(lines))
	}
	line := []rune(lines[s.Line-1])
	to := len(line)
	if s.EndLine == s.Line {
		to = min(s.EndCol-1, to)
	}
	return string(line[min(s.Col-1, to):to])
}

func TestEveryWordIsFoundWhereItStands(t *testing.T) {
	for name, src := range map[string]string{
		"plain":              "title: Big models, small returns\n",
		"plain chinese":      "title: 百模大战 and 算力 too\n",
		"plain folded":       "title: Big models\n  and small\n\n  returns on\n    capital\n",
		"single":             "title: 'It''s small, ''really'' small'\n",
		"single folded":      "title: 'It''s small\n  and ''later''\n\n  smaller'\n",
		"double":             "title: \"It's \\\"small\\\" \\u00e9t\\u00e9 \\x41 end\"\n",
		"double folded":      "title: \"One \\\n  two\\n three\n  four\n\n  five \\\"six\\\"\"\n",
		"literal":            "title: |\n  One two\n    three\n\n  four 百 five\n",
		"literal strip":      "title: |-\n   One\n   two\n",
		"literal indicator":  "title: |2\n    One\n   two\n  three\n",
		"literal blanks":     "title: |\n\n\n  One\n\n  two\n\n",
		"literal windows":    "title: |\r\n  One two\r\n  three\r\n",
		"folded":             "title: >\n  One two\n  three\n\n  four\n    more five\n  six\n",
		"folded windows":     "title: >-\r\n  One two\r\n  three\r\n\r\n  four\r\n",
		"flow":               "{title: Big models, date: 2023}\n",
		"flow folded":        "{title: Big\n models, date: 2023}\n",
		"anchor":             "title: &t Big models\n",
		"anchor and tag":     "title: &t !!str 'Big models'\n",
		"anchor below":       "title: &t\n  Big models\n",
		"comment behind":     "title: Big models # not the text\n",
		"byte order mark":    "\ufefftitle: Big models\n",
		"deep literal":       "themes:\n  - name: |\n      One\n      two three\n    claim: x\n",
		"value on next line": "title:\n  Big models\n",
	} {
		t.Run(name, func(t *testing.T) {
			n, _ := parse(t, src)
			e := n.Get("title")
			if e == nil {
				e = n.Get("themes").Items()[0].Get("name")
			}
			everyWord(t, strings.TrimPrefix(src, "\ufeff"), e)
		})
	}
}

// everyWord cuts each word of a node's text out of the source.
func everyWord(t *testing.T, src string, e *Node) {
	t.Helper()
	if e == nil || e.Text == "" {
		t.Fatal("nothing was read")
	}
	for at := 0; at < len(e.Text); {
		r, w := utf8.DecodeRuneInString(e.Text[at:])
		if r == ' ' || r == '\n' {
			at += w
			continue
		}
		end := at
		for end < len(e.Text) && e.Text[end] != ' ' && e.Text[end] != '\n' {
			end++
		}
		word := e.Text[at:end]
		got := cut(src, e.Range(at, end))
		if undone(got) != word {
			t.Errorf("%q stands at %+v, which is %q", word, e.Range(at, end), got)
		}
		if p := e.Pos(at); p.Line != e.Range(at, end).Line || p.Col != e.Range(at, end).Col {
			t.Errorf("%q begins at %+v", word, p)
		}
		at = end
	}
}

// undone undoes the escapes that the cases use.
func undone(s string) string {
	return strings.NewReplacer(`''`, `'`, `\"`, `"`, `\u00e9`, "é", `\x41`, "A").Replace(s)
}

func TestEveryWordOfGeneratedTextIsFound(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	for range 3000 {
		src, style := randomScalar(r)
		n, _ := parse(t, src)
		if e := n.Get("title"); e != nil && e.Text != "" {
			everyWord(t, src, e)
		}
		if t.Failed() {
			t.Fatalf("%s:\n%s", style, src)
		}
	}
}

// randomScalar writes numbered words, no two alike, in a random style over random lines.
func randomScalar(r *rand.Rand) (src, style string) {
	style = []string{"plain", "single", "double", "literal", "folded"}[r.IntN(5)]
	nl := []string{"\n", "\r\n"}[r.IntN(2)]
	var lines []string
	words := 0
	for range 1 + r.IntN(5) {
		var line []string
		for range r.IntN(4) {
			words++
			line = append(line, []string{"w", "百", "é", "x_"}[r.IntN(4)]+fmt.Sprint(words))
		}
		lines = append(lines, strings.Join(line, strings.Repeat(" ", 1+r.IntN(2))))
	}
	lines[0] = "first " + lines[0]
	body := func(extra bool) string {
		var b strings.Builder
		for i, l := range lines {
			if i > 0 {
				b.WriteString(nl)
			}
			if l == "" {
				continue
			}
			b.WriteString("  ")
			if extra && i > 0 && r.IntN(4) == 0 {
				b.WriteString("  ")
			}
			b.WriteString(l)
		}
		return b.String()
	}
	switch style {
	case "plain":
		return "title: " + strings.TrimLeft(body(true), " ") + nl + "date: 2023" + nl, style
	case "single":
		return "title: '" + strings.TrimLeft(body(true), " ") + "'" + nl, style
	case "double":
		return "title: \"" + strings.TrimLeft(body(true), " ") + "\"" + nl, style
	case "literal":
		return "title: |" + []string{"", "-", "+"}[r.IntN(3)] + nl + body(true) + nl + "date: 2023" + nl, style
	}
	return "title: >" + []string{"", "-", "+"}[r.IntN(3)] + nl + body(true) + nl + "date: 2023" + nl, style
}

func TestAnEscapeIsPointedAtWhole(t *testing.T) {
	src := "title: \"a\\u00e9b\"\n"
	n, _ := parse(t, src)
	if got := cut(src, n.Get("title").Range(1, 3)); got != `\u00e9` {
		t.Errorf("é is %q", got)
	}
}

func TestTextFromAFileIsFoundInThatFile(t *testing.T) {
	c := testCatalog()
	files := map[string]string{"compute.md": "\ufeffOne two\r\n\r\nthree $four\r\n"}
	c.ReadFile = func(name string, limit int64) ([]byte, error) {
		if s, ok := files[name]; ok {
			return []byte(s), nil
		}
		if name == "folder" {
			return nil, &fs.PathError{Op: "read", Path: "/somewhere/else/folder", Err: errors.New("is a directory")}
		}
		if name == "long.md" {
			return make([]byte, limit+1), nil
		}
		return nil, fmt.Errorf("open: %w", fs.ErrNotExist)
	}
	var l diag.List
	src := "title: T\ndate: 2023\nthemes:\n  - name: A\n    claim: B\n    argument: {file: compute.md}\n    say: {file: nowhere.md}\n"
	n := Parse([]byte(src), "briefing.yaml", c, &l)
	arg := n.Get("themes").Items()[0].Get("argument")
	if arg.Text != "One two\n\nthree $four" || arg.File != "compute.md" || arg.At.File != "compute.md" {
		t.Fatalf("%+v", arg)
	}
	i := strings.Index(arg.Text, "$four")
	if at := arg.Range(i, i+5); at.File != "compute.md" || at.Line != 3 || at.Col != 7 || at.EndCol != 12 {
		t.Errorf("$four stands at %+v", at)
	}
	ps := l.Problems()
	if len(ps) != 1 || ps[0].Code != "E-FILE" || ps[0].At.Line != 7 || ps[0].At.Col != 17 {
		t.Errorf("%+v", ps)
	}
	for name, want := range map[string]string{
		"nowhere.md": `E-FILE there is no file "nowhere.md"`, "folder": `E-FILE cannot read "folder": is a directory`,
		"long.md": `E-LIMIT "long.md" is longer than 1 MiB`, "../x.md": `E-FILE "../x.md" leaves the outline's folder`,
	} {
		var l diag.List
		Parse([]byte(strings.Replace(src, "nowhere.md", name, 1)), "sub/briefing.yaml", c, &l)
		if ps := l.Problems(); len(ps) != 1 || ps[0].Code+" "+ps[0].Summary != want || ps[0].At.File != "sub/briefing.yaml" {
			t.Errorf("%s: %+v", name, ps)
		}
	}
	n = Parse([]byte(src), "sub/briefing.yaml", c, &diag.List{})
	if at := n.Get("themes").Items()[0].Get("argument").At; at.File != "sub/compute.md" {
		t.Errorf("beside an outline in a folder: %+v", at)
	}
	if n := c.ParseShape([]byte("disclaimer: {file: compute.md}\n"), "brand.yaml", Brand(), &diag.List{}); n.Words("disclaimer") != arg.Text {
		t.Errorf("a brand's disclaimer is %q", n.Words("disclaimer"))
	}
}

func TestAMissingNodeAnswersAsNothing(t *testing.T) {
	var n *Node
	if n.Get("x") != nil || n.Words("x") != "" || n.Has("x") || n.Items() != nil || n.Entries() != nil || !n.Pos(3).IsZero() {
		t.Error("a nil node says something")
	}
}
