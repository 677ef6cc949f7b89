package scene

// Fill says how far down its text area a page is written, and how far down its main column: the lowest ink of anything but
// furniture, as a share of the area's height. Both are 0 for a page without an area.
func (p *Page) Fill() (text, main float64) {
	if p.Area.Text.H == 0 {
		return 0, 0
	}
	var low, lowMain Pt
	column := p.Area.Main
	var look func(items []Item)
	look = func(items []Item) {
		for _, it := range items {
			switch it := it.(type) {
			case *Group:
				if it.Role != RoleFurniture {
					look(it.Items)
				}
				continue
			case *Text:
				if len(it.Lines) == 0 {
					continue
				}
			}
			b := Bounds(it)
			low = max(low, b.Bottom())
			if b.Right() > column.X+column.W/4 {
				lowMain = max(lowMain, b.Bottom())
			}
		}
	}
	look(p.Items)
	share := func(y Pt) float64 {
		return float64(min(1, max(0, (y-p.Area.Text.Y)/p.Area.Text.H)))
	}
	if column.W == 0 {
		return share(low), 0
	}
	return share(low), share(lowMain)
}
