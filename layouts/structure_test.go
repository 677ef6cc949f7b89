package layouts

import (
	"fmt"
	"strings"

	"roadshow/scene"
)

// structure is a deck as its reader meets it, for goldens that people review: what stands on each page in which order, in which
// words, lines and style. Where it stands is no part of it: the self-check, and the pictures of internal/truth, hold that.
func structure(d *scene.Deck) string {
	var w structureWriter
	for _, b := range d.Bookmarks {
		w.line("bookmark %d %s", b.Level, b.Title)
	}
	for _, p := range d.Pages {
		w.line("page %d %s: %s", p.Number, p.Layout, p.Title)
		w.within(func() {
			w.items(p.Items)
			for _, n := range p.Notes {
				w.line("say: %s", plain(n))
			}
		})
	}
	return w.String()
}

type structureWriter struct {
	strings.Builder
	depth int
}

func (w *structureWriter) line(format string, args ...any) {
	w.WriteString(strings.TrimRight(strings.Repeat("  ", w.depth)+fmt.Sprintf(format, args...), " :") + "\n")
}

func (w *structureWriter) within(do func()) { w.depth++; do(); w.depth-- }

// items counts shapes without words of their own together.
func (w *structureWriter) items(items []scene.Item) {
	mute := 0
	count := func() {
		if mute > 0 {
			w.line("(%d drawn)", mute)
		}
		mute = 0
	}
	for _, it := range items {
		if s, ok := it.(*scene.Shape); ok && s.Alt == "" {
			mute++
			continue
		}
		count()
		switch it := it.(type) {
		case *scene.Text:
			w.line("%s%s", it.Role, ofText(it))
		case *scene.Shape:
			w.line("shape: %s", it.Alt)
		case *scene.Image:
			w.line("image: %s", it.Alt)
		case *scene.Art:
			w.line("art: %s", it.Alt)
		case *scene.Group:
			w.line("%s #%s: %s", it.Role, it.ID, it.Alt)
			w.within(func() { w.items(it.Items) })
		case *scene.Table:
			w.line("table #%s part %d of %d: %s", it.ID, it.Part[0], it.Part[1], it.Title)
			w.within(func() {
				for part, rows := range [2][][]scene.Cell{it.Head, it.Rows} {
					for _, row := range rows {
						var cells []string
						style := ""
						for i := range row {
							said := ofText(&row[i].Text)
							if s, words, styled := strings.Cut(said, "]: "); styled && s != style {
								style = s
							} else if styled {
								said = " " + words
							}
							cells = append(cells, strings.TrimPrefix(said, ": ")+strings.Repeat(" *", len(row[i].Marks)))
						}
						w.line("%s%s", [2]string{"head", "row"}[part], strings.Join(cells, " |"))
					}
				}
			})
		case *scene.Chart:
			w.line("chart %s #%s in %s: %s", it.Kind, it.ID, it.Unit, it.Alt)
			w.within(func() { w.items(it.Drawing) })
		}
	}
	count()
}

// ofText are the lines of a text behind their first style, and where links lead.
func ofText(t *scene.Text) string {
	var lines, links []string
	style := ""
	for _, l := range t.Lines {
		var words strings.Builder
		for _, r := range l.Runs {
			if style == "" {
				style = fmt.Sprintf(" [%s %.4g %s]", r.Font, float64(r.Size), r.Color.Token)
			}
			if r.Link != "" && (len(links) == 0 || links[len(links)-1] != " → "+r.Link) {
				links = append(links, " → "+r.Link)
			}
			words.WriteString(r.Text)
		}
		lines = append(lines, words.String())
	}
	return style + ": " + strings.Join(lines, " / ") + strings.Join(links, "")
}

func plain(p scene.Para) string {
	var b strings.Builder
	for _, s := range p.Spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
