package pdf

import (
	"fmt"
	"maps"
	"slices"

	"roadshow/scene"
)

// labels says what the pages call themselves: their printed numbers, an excerpt's too. A page without one has no label.
func (f *file) labels() string {
	out, next := "", -1
	for i := range f.deck.Pages {
		n := f.deck.Pages[i].Number
		if n == next && i > 0 {
			next++
			continue
		}
		if next = n + 1; n > 0 {
			out += fmt.Sprintf("%d<</S/D/St %d>>", i, n)
		} else {
			out += fmt.Sprintf("%d<<>>", i)
			next = 0 // the next without one is as this
		}
	}
	return "/PageLabels<</Nums[" + out + "]>>"
}

// destinations are the names by which a file's themes, blocks and exhibits can be opened from outside: the outline's own ids
// (crossroads.pdf#compute).
func (f *file) destinations() string {
	named := map[string]bool{}
	for i := range f.deck.Pages {
		scene.Walk(f.deck.Pages[i].Items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Group:
				named[it.ID] = it.Role == scene.RoleExhibit || it.Role == scene.RoleBlock
			case *scene.Text:
				if it.Role == scene.RoleTitle {
					named[it.ID] = true
				}
			}
		})
	}
	names := make(map[string]target, len(named))
	for id, yes := range named {
		if t, ok := f.targets[id]; ok && yes && id != "" {
			names[literal(id)] = t
		}
	}
	if len(names) == 0 {
		return ""
	}
	b := []byte("<</Names[")
	for _, name := range slices.Sorted(maps.Keys(names)) {
		t := names[name]
		b = fmt.Appendf(b, "%s[%d 0 R/XYZ 0 %s null]", name, pageObject(t.page), f.above(t))
	}
	return fmt.Sprintf("/Names<</Dests %d 0 R>>", f.add(string(append(b, "]>>"...)), nil))
}

// above is the height that a reader scrolls to for a target, a little air above it.
func (f *file) above(t target) string {
	h := f.deck.Size.H
	return string(appendMilli(nil, int64(min(h, h-t.top+8)*100)*10))
}

// literal is a byte string object.
func literal(s string) string {
	b := []byte{'('}
	for i := range len(s) {
		switch c := s[i]; c {
		case '(', ')', '\\':
			b = append(b, '\\', c)
		case '\r':
			b = append(b, '\\', 'r')
		default:
			b = append(b, c)
		}
	}
	return string(append(b, ')'))
}
