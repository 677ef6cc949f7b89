package html

import (
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// mark opens the link of a footnote's mark; the footnote leads back to the first one.
func (r *reader) mark(t *scene.Text, link string) bool {
	id, inner := strings.CutPrefix(link, "#")
	if !inner || !r.noted[id] || t.Role == scene.RoleFootnote {
		return false
	}
	r.raw(`<a role="doc-noteref"`)
	if r.marks[id] == "" {
		r.marks[id] = "mark-" + idOf(id)
		r.attr("id", r.marks[id])
	}
	r.attr("href", "#"+r.links[id])
	r.raw(">")
	return true
}

// footnote is a note at the end of its part; its mark leads back to where it is marked.
func (r *reader) footnote(t *scene.Text) error {
	if at := r.marks[t.ID]; at != "" && len(t.Paras) > 0 && len(t.Paras[0].Spans) > 1 {
		own := *t
		own.Paras = slices.Clone(t.Paras)
		own.Paras[0].Spans = slices.Clone(t.Paras[0].Spans)
		back := backLink + t.ID
		own.Paras[0].Spans[0].Link, r.links[back[1:]] = back, at
		t = &own
	}
	for i, b := range r.blocks(t) {
		r.raw(`<p class="`, r.flows.class(b.base), `"`)
		if i == 0 {
			r.identify(t.ID)
			r.raw(` role="doc-footnote"`)
		}
		r.raw(">")
		if err := r.inline(t, b.lines[0].Para, b.base); err != nil {
			return err
		}
		r.raw("</p>\n")
	}
	return nil
}

// backLink begins what leads from a footnote to its mark: no outline has such an id.
const backLink = "#mark of "

// cite opens the name of a source that leads to its entry in the register, which leads back to it.
func (r *reader) cite(t *scene.Text, link string) bool {
	id := strings.TrimPrefix(link, "#")
	if t.Role != scene.RoleSource || !strings.HasPrefix(id, "source.") || r.links[id] == "" {
		return false
	}
	r.cited[id]++
	r.raw("<cite><a")
	r.attr("id", citeID(id, r.cited[id]))
	r.attr("href", "#"+r.links[id])
	r.raw(">")
	return true
}

func citeID(id string, n int) string { return "cite-" + strconv.Itoa(n) + "-" + idOf(id) }

// way is where the ways back from an entry of the register belong. All that cites it is known at the end only.
type way struct {
	at int // bytes of the file
	id string
}

// back notes the place of the ways back from an entry.
func (r *reader) back(id string) {
	if strings.HasPrefix(id, "source.") {
		r.ways = append(r.ways, way{r.out.Len(), id})
	}
}

// waysBack writes them, each a number that leads to a place where the source is named.
func (r *reader) waysBack() {
	if len(r.ways) == 0 {
		return
	}
	r.faces.text(scene.Sans, "↑0123456789")
	all := slices.Clone(r.out.Bytes())
	r.out.Truncate(r.ways[0].at)
	for i, w := range r.ways {
		if n := r.cited[w.id]; n > 0 {
			r.raw(`<div class="bk" role="group"`)
			r.attr("aria-label", r.own.Player.Back)
			r.raw(`><span aria-hidden="true">↑</span>`)
			for k := 1; k <= n; k++ {
				r.raw(` <a role="doc-backlink" href="#`, citeID(w.id, k), `">`, strconv.Itoa(k), "</a>")
			}
			r.raw("</div>\n")
		}
		to := len(all)
		if i+1 < len(r.ways) {
			to = r.ways[i+1].at
		}
		r.out.Write(all[w.at:to])
	}
}
