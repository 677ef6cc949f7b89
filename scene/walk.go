package scene

// Walk visits items in reading order, parents before their parts: a group's items, a chart's drawing, a table's rules,
// then its cells row by row, each cell's marks before its words.
func Walk(items []Item, visit func(Item)) {
	for _, it := range items {
		visit(it)
		switch it := it.(type) {
		case *Group:
			Walk(it.Items, visit)
		case *Chart:
			Walk(it.Drawing, visit)
		case *Table:
			for i := range it.Rules {
				visit(&it.Rules[i])
			}
			it.EachCell(func(c *Cell) {
				Walk(c.Marks, visit)
				visit(&c.Text)
			})
		}
	}
}

// EachCell visits a table's cells in reading order: head rows, then rows.
func (t *Table) EachCell(visit func(*Cell)) {
	for _, part := range [2][][]Cell{t.Head, t.Rows} {
		for _, row := range part {
			for i := range row {
				visit(&row[i])
			}
		}
	}
}

// Bounds is the frame of an item: for a group the frame around its parts, cut to its clip.
func Bounds(it Item) Rect {
	switch it := it.(type) {
	case *Text:
		return it.Frame
	case *Shape:
		return it.Path.Bounds()
	case *Image:
		return it.Frame
	case *Art:
		return it.Frame
	case *Table:
		return it.Frame
	case *Chart:
		return it.Frame
	case *Group:
		var box Rect
		for i, part := range it.Items {
			if b := Bounds(part); i == 0 {
				box = b
			} else {
				box = box.Union(b)
			}
		}
		if it.Clip != nil {
			box = box.Intersect(*it.Clip)
		}
		return box
	}
	return Rect{}
}

// Intersect is the area that both frames share; its extent is zero when they share none.
func (r Rect) Intersect(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{x, y, max(0, min(r.Right(), o.Right())-x), max(0, min(r.Bottom(), o.Bottom())-y)}
}
