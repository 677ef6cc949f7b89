package pdf

import (
	"fmt"
	"strings"

	"codeberg.org/go-pdf/fpdf"

	"roadshow/scene"
)

// target is where a link or a bookmark leads: the top of an item.
type target struct {
	page int // 0-based
	top  scene.Pt
}

// link is a stretch of a page that leads somewhere.
type link struct {
	box scene.Rect
	to  *target // nil: uri
	uri string
	alt string // the linked words

	object int // number in the file
	key    int // place in the structure's parent tree
	tagged bool
}

// findTargets collects the ids of all items and pages. The first item to bear an id is its place; items come before pages.
func findTargets(d *scene.Deck) map[string]target {
	t := make(map[string]target)
	add := func(id string, page int, top scene.Pt) {
		if _, known := t[id]; id != "" && !known {
			t[id] = target{page, top}
		}
	}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Text:
				add(it.ID, i, it.Frame.Y)
			case *scene.Image:
				add(it.ID, i, it.Frame.Y)
			case *scene.Art:
				add(it.ID, i, it.Frame.Y)
			case *scene.Table:
				add(it.ID, i, it.Frame.Y)
			case *scene.Chart:
				add(it.ID, i, it.Frame.Y)
			case *scene.Group:
				if it.ID != "" {
					add(it.ID, i, scene.Bounds(it).Y)
				}
			}
		})
	}
	for i := range d.Pages {
		add(d.Pages[i].ID, i, 0)
	}
	return t
}

// link notes a linked stretch of a line.
func (p *pager) link(l *scene.Line, runs []scene.Run) (*link, error) {
	k, err := p.resolve(runs[0].Link)
	if err != nil {
		return nil, err
	}
	var words strings.Builder
	size := runs[0].Size
	for _, r := range runs {
		words.WriteString(r.Text)
		size = max(size, r.Size)
	}
	end := &runs[len(runs)-1]
	k.box = scene.Rect{X: runs[0].X, Y: l.Baseline - 0.8*size, W: end.X + end.Width - runs[0].X, H: 1.05 * size}
	k.alt = strings.TrimSpace(words.String())
	page := &p.links[len(p.links)-1]
	*page = append(*page, k)
	return k, nil
}

// resolve finds what a link leads to. Only addresses that open a page or a letter are taken.
func (p *pager) resolve(s string) (*link, error) {
	if id, ok := strings.CutPrefix(s, "#"); ok {
		t, ok := p.targets[id]
		if !ok {
			return nil, fmt.Errorf("link %q leads to no item", s)
		}
		return &link{to: &t}, nil
	}
	if err := scene.WebAddress(s); err != nil {
		return nil, fmt.Errorf("link %q is neither an item nor a web address: %w", s, err)
	}
	return &link{uri: asciiURI(s)}, nil
}

// asciiURI writes an address in the 7-bit characters that PDF asks for: others are percent-encoded, those that are already
// encoded stay as they are.
func asciiURI(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || c == '(' || c == ')' || c == '\\' {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// addBookmarks writes the file's outline. fpdf needs levels that start at 0 and go down by one at a time.
func addBookmarks(doc *fpdf.Fpdf, d *scene.Deck, targets map[string]target) error {
	last := -1
	for _, b := range d.Bookmarks {
		t, ok := targets[b.Target]
		if !ok {
			return fmt.Errorf("bookmark %q leads to no item (%q)", b.Title, b.Target)
		}
		last = max(0, min(b.Level, last+1))
		doc.SetPage(t.page + 1)
		doc.Bookmark(utf16be(b.Title), last, float64(max(0, t.top)))
	}
	doc.SetPage(len(d.Pages)) // fpdf takes the page it stands on for the last
	return nil
}
