package proof

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"roadshow/internal/lazy"
)

// What has another id and is otherwise the same was renamed. The older facts are then read as if it had its new id from the
// start, so that nothing else differs by it.

// names maps old ids to new ones, by kind.
type names map[string]map[string]string

// of is the id that something has now.
func (n names) of(kind, id string) string {
	if now, ok := n[kind][id]; ok {
		return now
	}
	return id
}

// renamed notes renames and returns the older facts with the newer ids.
func (d *differ) renamed(old, now *Facts) *Facts {
	n := names{}
	f := copied(old)
	f.rename(n)
	for _, step := range []struct {
		kind string
		of   func(f *Facts) map[string]string
	}{{"figure", figureMarks}, {"source", sourceMarks}, {"people", wordMarks("people.")}, {"data", wordMarks("data.")}, {"theme", themeMarks}, {"block", blockMarks}} {
		n[step.kind] = d.match(step.kind, step.of(f), step.of(now))
		f = copied(old)
		f.rename(n)
	}
	return f
}

// match pairs ids whose marks are the same and stand once on either side. An id that is on both sides and only stands for
// something else now, as the numbers of blocks do, is followed and not told.
func (d *differ) match(kind string, old, now map[string]string) map[string]string {
	out := map[string]string{}
	byMark := map[string][]string{}
	for id, mark := range now {
		byMark[mark] = append(byMark[mark], id)
	}
	count := map[string]int{}
	for _, mark := range old {
		count[mark]++
	}
	for _, id := range slices.Sorted(maps.Keys(old)) {
		mark := old[id]
		if now[id] == mark || mark == "" || count[mark] != 1 || len(byMark[mark]) != 1 {
			continue
		}
		to := byMark[mark][0]
		if _, there := old[to]; there && old[to] == now[to] {
			continue // that one is the same as ever
		}
		out[id] = to
		if _, still := now[id]; !still {
			if _, was := old[to]; !was {
				d.add(Change{Kind: Renamed, Of: kind, Name: id, Old: id, New: to})
			}
		}
	}
	// Whatever stood under an id that something else takes now keeps apart from it.
	for _, to := range slices.Sorted(maps.Values(out)) {
		if _, was := old[to]; was && out[to] == "" {
			out[to] = to + "\x00was"
		}
	}
	return out
}

func copied(f *Facts) *Facts {
	var out Facts
	data, err := json.Marshal(f)
	if err == nil {
		err = json.Unmarshal(data, &out)
	}
	if err != nil { // strings, numbers and lists of them: cannot happen
		return f
	}
	return &out
}

// figureMarks: a number without anything else is too little to know it by.
func figureMarks(f *Facts) map[string]string {
	out := map[string]string{}
	for i := range f.Figures {
		g := &f.Figures[i]
		if g.Label == "" && g.Excerpt == "" && g.Formula == "" && g.Cell == nil {
			out[g.ID] = ""
			continue
		}
		out[g.ID] = fmt.Sprintf("%q", []any{g.full(), g.Label, g.Excerpt, g.Basis, g.Formula, g.Cell != nil})
	}
	return out
}

func sourceMarks(f *Facts) map[string]string {
	out := wordMarks("sources.")(f)
	for _, s := range f.Sources {
		root := ""
		if s.Proofs != nil {
			root = s.Proofs.Root
		}
		out[s.ID] = fmt.Sprintf("%q", []string{s.Title, root, out[s.ID]})
	}
	return out
}

// wordMarks: everything printed of people.id or data.id.
func wordMarks(prefix string) func(f *Facts) map[string]string {
	return func(f *Facts) map[string]string {
		out := map[string]string{}
		for _, w := range f.Words {
			if id, ok := strings.CutPrefix(w.Of, prefix); ok {
				out[id] += fmt.Sprintf("%q %q\n", w.Key, w.Text)
			}
		}
		return out
	}
}

func themeMarks(f *Facts) map[string]string {
	out := map[string]string{}
	for _, c := range f.Claims {
		if !strings.Contains(c.Of, ".") {
			out[c.Of] += fmt.Sprintf("%q %q\n", c.Title, c.Holds)
		}
	}
	return out
}

// blockMarks: what a block shows, or prints.
func blockMarks(f *Facts) map[string]string {
	out := map[string]string{}
	for _, e := range f.Exhibits {
		out[e.ID] = fmt.Sprintf("%q", []any{e.Layout, e.Title, e.Content})
	}
	for _, q := range f.Quotations {
		if q.Of != "" {
			out[q.Of] += fmt.Sprintf("%q %q\n", q.Text, q.By)
		}
	}
	for _, w := range f.Words {
		if strings.Contains(w.Of, ".") && !slices.ContainsFunc([]string{"people.", "sources.", "figures.", "data."}, func(p string) bool { return strings.HasPrefix(w.Of, p) }) {
			out[w.Of] += fmt.Sprintf("%q %q\n", w.Key, w.Text)
		}
	}
	return out
}

var (
	figureName = lazy.Pattern(`\b[a-z][a-z0-9_]*\b`)
	figureUse  = lazy.Pattern(`\$[a-z][a-z0-9_]*`)
	quotedName = lazy.Pattern(`"[^"]*"`)
)

// rename gives everything its newer id.
func (f *Facts) rename(n names) {
	list := func(kind string, ids []string) {
		for i := range ids {
			ids[i] = n.of(kind, ids[i])
		}
	}
	block := func(id string) string {
		if theme, rest, ok := strings.Cut(id, "."); ok {
			return n.of("block", n.of("theme", theme)+"."+rest)
		}
		return n.of("block", n.of("theme", id))
	}
	formula := func(s string) string { // names outside of quotation marks
		var b strings.Builder
		at := 0
		for _, q := range append(quotedName().FindAllStringIndex(s, -1), []int{len(s), len(s)}) {
			b.WriteString(figureName().ReplaceAllStringFunc(s[at:q[0]], func(id string) string { return n.of("figure", id) }))
			b.WriteString(s[q[0]:q[1]])
			at = q[1]
		}
		return b.String()
	}
	at := func(p *Place) {
		if p != nil {
			p.Source = n.of("source", p.Source)
		}
	}
	for i := range f.Sources {
		f.Sources[i].ID = n.of("source", f.Sources[i].ID)
	}
	for i := range f.Figures {
		g := &f.Figures[i]
		g.ID, g.Formula = n.of("figure", g.ID), formula(g.Formula)
		list("source", g.Sources)
		at(g.Place)
	}
	for i := range f.Tables {
		t := &f.Tables[i]
		list("source", t.Sources)
		for k := range t.Rows {
			for _, p := range t.Rows[k].Places {
				at(p)
			}
		}
	}
	for i := range f.Quotations {
		q := &f.Quotations[i]
		q.Of = block(q.Of)
		list("source", q.Sources)
		at(q.Place)
	}
	for i := range f.Claims {
		c := &f.Claims[i]
		c.Of, c.Holds, c.Why = block(c.Of), formula(c.Holds), formula(c.Why)
	}
	for i := range f.Exhibits {
		f.Exhibits[i].ID = block(f.Exhibits[i].ID)
		list("source", f.Exhibits[i].Sources)
	}
	for i := range f.Words {
		w := &f.Words[i]
		kind, id, ok := strings.Cut(w.Of, ".")
		switch {
		case ok && kind == "people", ok && kind == "data":
			w.Of = kind + "." + n.of(kind, id)
		case ok && kind == "sources":
			w.Of = kind + "." + n.of("source", id)
		case ok && kind == "figures":
			w.Of = kind + "." + n.of("figure", id)
		default:
			w.Of = block(w.Of)
		}
		w.Text = figureUse().ReplaceAllStringFunc(w.Text, func(s string) string { return "$" + n.of("figure", s[1:]) })
		if w.Key == "figure" || strings.HasSuffix(w.Key, ".figure") || strings.HasSuffix(w.Key, "kpis") {
			w.Text = n.of("figure", w.Text)
		}
		if w.Key == "theme" || strings.HasSuffix(w.Key, ".theme") {
			w.Text = n.of("theme", w.Text)
		}
	}
}
