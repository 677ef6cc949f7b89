package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/outline"
)

// shownNotes are the notes of the figures and the data that the block at hand shows: each is printed once, with its source line.
func (r *resolver) shownNotes(figures []*Figure) (out Prose) {
	said := map[string]bool{}
	add := func(note Prose) {
		if s := note.String(); s != "" && !said[s] {
			said[s] = true
			out = r.after(out, note)
		}
	}
	for _, f := range figures {
		add(f.Note)
	}
	for _, t := range r.shownTables {
		add(Plain(t.Note))
	}
	return out
}

// after puts a note behind another, which it ends with a stop.
func (r *resolver) after(first, second Prose) Prose {
	if first.Empty() || second.Empty() {
		return append(slices.Clone(first), second...)
	}
	gap := " "
	switch s := strings.TrimRight(first.String(), " ”’\"')）」"); {
	case r.b.Language == "zh" && !strings.HasSuffix(s, "。"):
		gap = "。"
	case r.b.Language == "zh":
		gap = ""
	case !strings.ContainsRune(".!?…", rune(s[len(s)-1])):
		gap = ". "
	}
	return append(append(slices.Clone(first), Plain(gap)...), second...)
}

// panelSources are the sources that charts inside a block name for themselves; all says that every one does.
func (r *resolver) panelSources(n *outline.Node) (out []*Source, all bool) {
	charts := items(n.Get("charts"))
	all = len(charts) > 0
	for _, c := range charts {
		own := r.sourceList(c.Get("source"))
		out, all = union(out, own), all && len(own) > 0
	}
	return out, all
}
