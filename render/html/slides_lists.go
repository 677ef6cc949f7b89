package html

import (
	"fmt"
	"slices"

	"roadshow/scene"
)

// listOf is the list that an item is of; "" for none.
func listOf(it scene.Item) string {
	switch it := it.(type) {
	case *scene.Text:
		if len(it.Lines) > 0 && marked(it) {
			if it.List == "" {
				return it.ID + " alone" // its paragraphs are the items of a list of its own
			}
			return it.List
		}
	case *scene.Group:
		return it.List
	}
	return ""
}

// marked says that the paragraphs of a text are items of a list.
func marked(t *scene.Text) bool {
	return slices.ContainsFunc(t.Paras, func(p scene.Para) bool { return p.Marker != "" })
}

// listed is how many items from the first on are one list. What is only drawn between two of its entries does not part them.
func listed(items []scene.Item) int {
	name := listOf(items[0])
	if name == "" {
		return 0
	}
	n := 1
	for i := 1; i < len(items); i++ {
		if listOf(items[i]) == name {
			n = i + 1
		} else if !drawn(items[i]) {
			break
		}
	}
	return n
}

// list writes the items of one list, which nest by their depth. Everything in it, drawings too, stands in an item: their places are
// the slide's, whatever they stand in.
func (s *slide) list(items []scene.Item) error {
	in := nest{w: s.writer, end: ">\n"}
	begin := func(tag string, depth int) {
		if in.into(tag, depth) {
			s.raw("<", tag, ">\n")
		}
		s.raw("<li>")
	}
	for _, it := range items {
		var err error
		switch it := it.(type) {
		case *scene.Group:
			if listOf(it) == "" { // drawn between two entries
				err = s.item(it)
				break
			}
			tag := "ul"
			if slices.ContainsFunc(it.Items, numeral) {
				tag = "ol"
			}
			begin(tag, 0)
			err = s.group(it)
		case *scene.Text:
			s.boxes = append(s.boxes, it.Frame)
			tag, more := s.tag(it)
			for _, b := range s.blocks(it) {
				if p := it.Paras[b.lines[0].Para]; p.Marker != "" || len(in.open) == 0 {
					begin(listTag(p.Marker), p.Depth)
				}
				if err = s.place(&b, tag, more); err != nil {
					break
				}
			}
		default:
			err = s.item(it)
		}
		if err != nil {
			return fmt.Errorf("list %s: %w", listOf(items[0]), err)
		}
	}
	in.shut(0)
	return nil
}

// nest is the lists that are open, each with an item.
type nest struct {
	w    *writer
	open []string // their elements
	end  string   // of an end tag
}

// into goes on to an item of a list at a depth, and says whether that list is yet to be begun.
func (n *nest) into(tag string, depth int) bool {
	depth = max(0, min(depth, len(n.open)))
	n.shut(depth + 1)
	if len(n.open) > depth && n.open[depth] == tag {
		n.w.raw("</li>\n")
		return false
	}
	n.shut(depth)
	n.open = append(n.open, tag)
	return true
}

// shut ends all lists but so many.
func (n *nest) shut(to int) {
	for len(n.open) > to {
		n.w.raw("</li>\n</", n.open[len(n.open)-1], n.end)
		n.open = n.open[:len(n.open)-1]
	}
}

// numeral says that an item of an entry is its number.
func numeral(it scene.Item) bool {
	t, ok := it.(*scene.Text)
	return ok && t.Role == scene.RoleNumber
}

// listTag is the element of a list whose items have a marker such as this.
func listTag(marker string) string {
	if marker != "" && marker[0] >= '0' && marker[0] <= '9' {
		return "ol"
	}
	return "ul"
}
