package layouts

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/page"
	"roadshow/scene"
	"roadshow/typeset"
)

// folder is an outline's folder.
type folder map[string]string

func (f folder) read(name string, limit int64) ([]byte, error) {
	text, ok := f[name]
	if !ok {
		return nil, fs.ErrNotExist
	}
	return []byte(text[:min(int64(len(text)), limit+1)]), nil
}

// meaning is an outline with its tree and meaning, as the pipeline gives them.
func (f folder) meaning(src, audience string, l *diag.List) (*outline.Node, *briefing.Briefing) {
	n := outline.Parse([]byte(src), "b.yaml", outline.Catalog{Blocks: Kinds(), Chart: charts.Shape(), Looks: assets.Looks(), ReadFile: f.read}, l)
	return n, briefing.Resolve(n, briefing.Env{
		ReadFile: f.read,
		ReadTable: func(name string, o table.TableOptions, l *diag.List, at diag.Span) *table.Table {
			text, err := f.read(name, 1<<20)
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
	}, l)
}

// lay makes the document of an outline.
func (f folder) lay(t testing.TB, src string) (*scene.Deck, *diag.List) {
	t.Helper()
	l := &diag.List{}
	_, b := f.meaning(src, "", l)
	look, err := assets.LoadLook(b.Look)
	if err != nil {
		t.Fatal(err)
	}
	return page.Document(b, page.Options{Layouts: Catalog(), Look: look, Fonts: typeset.New(nil), Env: page.Env{ReadFile: f.read}}, l), l
}

// complaints are the problems of a list, one a line, with a severity of at least least.
func complaints(l *diag.List, least diag.Severity) string {
	var b strings.Builder
	for _, p := range l.Problems() {
		if p.Severity >= least {
			fmt.Fprintf(&b, "%s:%d:%d %s %s\n", p.At.File, p.At.Line, p.At.Col, p.Code, p.Summary)
		}
	}
	return b.String()
}
