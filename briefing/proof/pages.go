package proof

import (
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/scene"
)

// Paginate notes the pages on which everything stands.
func (f *Facts) Paginate(deck *scene.Deck, b *briefing.Briefing, uses map[string][]briefing.Use) {
	if deck == nil {
		return
	}
	p := paginator{deck: deck, themes: map[string]int{}}
	for i := range deck.Pages {
		p.pages = append(p.pages, readPage(&deck.Pages[i]))
	}
	for _, t := range b.Themes {
		p.themes[t.ID] = t.Number
	}
	of := func(pages *Pages) *[]int {
		if deck.Medium == scene.Slides {
			return &pages.Slides
		}
		return &pages.Document
	}
	for i := range f.Quotations {
		q := &f.Quotations[i]
		*of(&q.Pages) = p.where(q.Of, q.Text)
	}
	for i := range f.Claims {
		c := &f.Claims[i]
		*of(&c.Pages) = p.where(c.Of, c.Title)
	}
	for i := range f.Exhibits {
		e := &f.Exhibits[i]
		*of(&e.Pages) = p.where(e.ID, "")
	}
	for i, fig := range b.Figures {
		*of(&f.Figures[i].Pages) = p.figure(b, fig, uses[fig.ID])
	}
	for i, s := range b.Sources {
		*of(&f.Sources[i].Pages) = p.source(s, b)
	}
}

type paginator struct {
	deck   *scene.Deck
	pages  []page
	themes map[string]int
}

// page is one page's ids and its words without blanks: lines break anywhere.
type page struct {
	number, theme int
	ids           []string
	words         string
}

func readPage(p *scene.Page) page {
	out := page{number: p.Number, theme: p.Theme}
	var words strings.Builder
	var in func(items []scene.Item)
	text := func(t *scene.Text) {
		if t.Role == scene.RoleFurniture {
			return
		}
		if t.ID != "" {
			out.ids = append(out.ids, t.ID)
		}
		for _, l := range t.Lines {
			for _, r := range l.Runs {
				words.WriteString(squeeze(r.Text))
			}
		}
		words.WriteByte(' ')
	}
	in = func(items []scene.Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *scene.Text:
				text(it)
			case *scene.Group:
				if it.ID != "" {
					out.ids = append(out.ids, it.ID)
				}
				in(it.Items)
			case *scene.Table:
				for _, rows := range [][][]scene.Cell{it.Head, it.Rows} {
					for _, row := range rows {
						for i := range row {
							text(&row[i].Text)
							in(row[i].Marks)
						}
					}
				}
			case *scene.Chart:
				in(it.Drawing)
			}
		}
	}
	in(p.Items)
	out.words = words.String()
	return out
}

// squeeze leaves letters and digits: whatever a line break, a hyphen or a typographic mark changes is gone.
func squeeze(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r > ' ' && !strings.ContainsRune("\u00ad\u00a0\u202f\u2009\u2060-‐‑–—\"'“”‘’…[]", r) {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// holds says that something of a theme or block stands on the page.
func (p *page) holds(id string) bool {
	return slices.ContainsFunc(p.ids, func(i string) bool {
		rest, ok := strings.CutPrefix(i, id)
		return ok && (rest == "" || rest[0] == '/' || rest[0] == '@')
	})
}

// where are the pages of a block, and of them those that hold the words, where any does.
func (p *paginator) where(id, words string) []int {
	var all, saying []int
	words = squeeze(words)
	if cut := []rune(words); len(cut) > 24 { // the beginning tells: a text may go on overleaf
		words = string(cut[:24])
	}
	for i := range p.pages {
		pg := &p.pages[i]
		if !pg.holds(id) {
			continue
		}
		all = append(all, pg.number)
		if words != "" && strings.Contains(pg.words, words) {
			saying = append(saying, pg.number)
		}
	}
	if saying != nil {
		return saying
	}
	return all
}

// figure are the pages that print a figure: those of a theme, block or page that uses it, on which its printed form stands.
func (p *paginator) figure(b *briefing.Briefing, f *briefing.Figure, uses []briefing.Use) []int {
	var out []int
	for _, u := range uses {
		v := f.Value
		switch u.Suffix {
		case "low":
			v = v.Low()
		case "high":
			v = v.High()
		}
		forms := []string{squeeze(v.Prose(b.Format)), squeeze(v.Label(b.Format)), squeeze(v.Short(b.Format))}
		number, theme := p.themes[u.Of]
		found := false
		for i := range p.pages {
			pg := &p.pages[i]
			here := pg.holds(u.Of) || theme && pg.theme == number || u.Of == "cover" && i == 0
			if here && slices.ContainsFunc(forms, func(s string) bool { return says(pg.words, s) }) {
				out, found = append(out, pg.number), true
			}
		}
		if !found && !theme && u.Of != "cover" { // a chart prints it in its own scale, or draws it only
			out = append(out, p.where(u.Of, "")...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// says finds a number in squeezed words; digits beside it would make it another.
func says(words, number string) bool {
	for at := 0; number != ""; {
		i := strings.Index(words[at:], number)
		if i < 0 {
			return false
		}
		i += at
		end := i + len(number)
		digit := func(k int) bool { return k >= 0 && k < len(words) && words[k] >= '0' && words[k] <= '9' }
		if !(digit(i) && digit(i-1)) && !(digit(end-1) && digit(end)) {
			return true
		}
		at = i + 1
	}
	return false
}

// source are the pages with a block that rests on the source.
func (p *paginator) source(s *briefing.Source, b *briefing.Briefing) []int {
	var out []int
	for _, blk := range b.Blocks() {
		if slices.Contains(blk.Sources, s) {
			out = append(out, p.where(blk.ID, "")...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
