package briefing_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/layouts"
)

// files is an outline's folder.
type files map[string]string

func (f files) read(name string, limit int64) ([]byte, error) {
	text, ok := f[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text[:min(int64(len(text)), limit+1)]), nil
}

// resolve compiles an outline up to its meaning, as the pipeline does.
func resolve(src string, folder files, audience string) (*briefing.Briefing, *diag.List) {
	l := &diag.List{}
	n := outline.Parse([]byte(src), "b.yaml", outline.Catalog{Blocks: layouts.Kinds(), Chart: charts.Shape(), ReadFile: folder.read}, l)
	return briefing.Resolve(n, briefing.Env{
		ReadFile: folder.read,
		ReadTable: func(name string, o table.TableOptions, l *diag.List, at diag.Span) *table.Table {
			text, err := folder.read(name, 1<<20)
			if err != nil {
				l.Error(at, "E-FILE", "", "cannot read %q", name)
				return nil
			}
			return table.ReadTable(bytes.NewReader(text), name, o, at, l)
		},
		ParseBrand: func(src []byte, file string, l *diag.List) *outline.Node {
			return outline.ParseShape(src, file, outline.Brand(), l)
		},
		Audience: audience,
	}, l), l
}

// must is resolve for an outline without errors.
func must(t *testing.T, src string, folder files) *briefing.Briefing {
	t.Helper()
	b, l := resolve(src, folder, "")
	if l.Failed(false) {
		t.Fatalf("problems:\n%s", problems(l))
	}
	return b
}

// problems are all problems, one a line.
func problems(l *diag.List) string {
	var b strings.Builder
	for _, p := range l.Problems() {
		fmt.Fprintf(&b, "%s:%d:%d %s %s\n", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
	}
	return b.String()
}

// frame is an outline with one theme; more is appended to its top level, theme to the theme.
func frame(more, theme string) string {
	return "title: A title\ndate: 2025-03-31\n" + more + "themes:\n  - name: One\n    claim: One thing holds\n" + indent(theme, 4)
}

func indent(s string, by int) string {
	var b strings.Builder
	for line := range strings.Lines(s) {
		if strings.TrimSpace(line) != "" {
			b.WriteString(strings.Repeat(" ", by))
		}
		b.WriteString(line)
	}
	if s != "" && !strings.HasSuffix(s, "\n") {
		b.WriteByte('\n')
	}
	return b.String()
}

// marked shows prose with its markup: *emphasis*, **strong**, [words](link), ^source.
func marked(p briefing.Prose) string {
	var b strings.Builder
	for _, i := range p {
		s := i.Text
		switch {
		case i.Cite != nil:
			s = fmt.Sprintf("^%s:%d", i.Cite.ID, i.Cite.Number)
		case i.Note != nil:
			s = fmt.Sprintf("^%d{%s}", i.Note.Number, marked(i.Note.Words))
		case i.Mention != nil:
			s = "#" + i.Mention.String()
		case i.Em && i.Strong:
			s = "***" + s + "***"
		case i.Em:
			s = "*" + s + "*"
		case i.Strong:
			s = "**" + s + "**"
		}
		if i.Link != "" {
			s = "[" + s + "](" + i.Link + ")"
		}
		b.WriteString(s)
	}
	return b.String()
}

// paras shows paragraphs, one a line: their kind, marker and marked words.
func paras(ps []briefing.Para) string {
	var b strings.Builder
	for _, p := range ps {
		kind := [...]string{"", "## ", "### ", ""}[p.Kind]
		if p.Kind == briefing.Item {
			kind = strings.Repeat("  ", p.Depth) + p.Marker + " "
		}
		b.WriteString(kind + marked(p.Prose) + "\n")
	}
	return b.String()
}
