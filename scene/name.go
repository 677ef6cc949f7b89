package scene

import "fmt"

// ItemID is an item's id, "" where it has none.
func ItemID(it Item) string {
	switch it := it.(type) {
	case *Text:
		return it.ID
	case *Image:
		return it.ID
	case *Art:
		return it.ID
	case *Group:
		return it.ID
	case *Table:
		return it.ID
	case *Chart:
		return it.ID
	}
	return ""
}

// Name is how an error calls an item: its kind and its id, or the words that a text without id begins with.
func Name(it Item) string {
	kind := ""
	switch it := it.(type) {
	case *Text:
		if it.ID == "" && len(it.Lines) > 0 && len(it.Lines[0].Runs) > 0 {
			return fmt.Sprintf("text %q", it.Lines[0].Runs[0].Text)
		}
		kind = "text"
	case *Shape:
		kind = "shape"
	case *Image:
		kind = "image"
	case *Art:
		kind = "art"
	case *Group:
		kind = "group"
	case *Table:
		kind = "table"
	case *Chart:
		kind = "chart"
	}
	if id := ItemID(it); id != "" {
		return fmt.Sprintf("%s %q", kind, id)
	}
	return "a " + kind + " without id"
}
