package page

import (
	"maps"
	"strings"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
	"roadshow/words"
)

// blockPlace is where a block stands in a finished deck, as mentions of it print and link it.
type blockPlace struct {
	number int    // of an exhibit, 0: none
	page   int    // 0: the deck does not have the block
	item   string // what a link leads to
}

// places are those of the blocks that the briefing mentions.
type places map[*briefing.Block]blockPlace

// settled lays a deck out as often as it takes until its mentions name the pages on which they find their blocks. Nothing is
// reported before the last time.
func settled(b *briefing.Briefing, l *diag.List, lay func(known places, l *diag.List) (*scene.Deck, *Composer)) *scene.Deck {
	if len(b.Mentions) == 0 {
		deck, k := lay(nil, l)
		deck.Proofs = k.proofs.of(deck)
		if len(k.foot.notes) > 0 {
			deck.Unlink() // a mark whose footnote was reported
		}
		return deck
	}
	known := places{}
	for range 4 { // a mention is a few letters longer or shorter: pages hardly ever move
		deck, k := lay(known, &diag.List{})
		found := k.find(deck, b.Mentions)
		if maps.Equal(known, found) {
			break
		}
		known = found
	}
	deck, k := lay(known, l)
	deck.Proofs = k.proofs.of(deck)
	deck.Unlink()
	reported := map[diag.Span]bool{}
	for _, m := range b.Mentions {
		if m.Block != nil && known[m.Block].page == 0 && !reported[m.At] {
			reported[m.At] = true
			if deck.Medium == scene.Slides {
				l.Error(m.At, "E-REF", "add {block: "+m.Block.ID+"} to slides, or leave the mention out", "the slides do not have the block %s", m.Block.ID)
			} else {
				l.Error(m.At, "E-REF", "put the block into a theme or into back, or leave the mention out", "the document does not have the block %s", m.Block.ID)
			}
		}
	}
	return deck
}

// find looks up where a deck has the blocks that are mentioned.
func (k *Composer) find(deck *scene.Deck, mentions []*briefing.Mention) places {
	out := places{}
	for _, m := range mentions {
		if m.Block == nil {
			continue
		}
		var at blockPlace
		for _, e := range k.exhibits {
			if e.ID == m.Block.ID {
				at.number = e.Number
			}
		}
		for i := range deck.Pages {
			if at.item != "" {
				break
			}
			p := &deck.Pages[i]
			scene.Walk(p.Items, func(it scene.Item) {
				if id := scene.ItemID(it); at.item == "" && (id == m.Block.ID || strings.HasPrefix(id, m.Block.ID+"/")) {
					at.page, at.item = p.Number, id
				}
			})
		}
		out[m.Block] = at
	}
	return out
}

// mentionSpan prints a block that words refer to: its number, else its title, else what it is; slides and what has neither
// number nor title say the page.
func (k *Composer) mentionSpan(m *briefing.Mention, st scene.Style) scene.Span {
	if m.Block == nil {
		return scene.Span{Style: st}
	}
	at := k.known[m.Block]
	s := scene.Span{Style: st}
	if at.item != "" {
		s.Link = "#" + at.item
	}
	w := &words.For(k.B.Language).Mention
	title := m.Block.Title.String()
	switch {
	case k.medium == scene.Document && at.number > 0:
		s.Text = k.Own().Exhibit + " " + Itoa(at.number)
		if k.B.Language == "zh" {
			s.Text = k.Own().Exhibit + Itoa(at.number)
		}
	case k.medium == scene.Document && title != "":
		s.Text = w.Open + title + w.Close
	case title != "":
		s.Text = words.With(w.Slide, w.Open+title+w.Close, Itoa(at.page))
	case k.medium == scene.Document:
		s.Text = words.With(w.Page, mentioned(w, m.Block.Layout), Itoa(at.page))
	default:
		s.Text = words.With(w.Slide, mentioned(w, m.Block.Layout), Itoa(at.page))
	}
	return s
}

// mentioned is the kind of a block that may have no title.
func mentioned(w *words.Mention, layout string) string {
	return map[string]string{"text": w.Text, "quote": w.Quote, "statement": w.Statement, "kpis": w.Figures, "image": w.Image}[layout]
}
