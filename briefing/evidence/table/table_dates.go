package table

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// Settle decides how the dates of each column are read, and of the rows' names: one cell may decide what the others leave open
// (15/02/2024 begins with the day, and so does 01/02/2024 above it). Only tables whose rows have excerpts need to know: who draws
// or prints a column reads it whole. Orders that a proof holds are kept.
func (t *Table) Settle() {
	if t.dates != nil || !slices.ContainsFunc(t.Rows, func(r Row) bool { return r.Excerpt != "" }) {
		return
	}
	t.dates = make([]value.Calendar, len(t.Columns)+1)
	for c := range t.dates {
		var open []string
		for i := range t.Rows {
			text := t.Rows[i].Name
			if c > 0 {
				text = t.Rows[i].Cells[c-1].Text
			}
			if text = strings.TrimSpace(text); leavesOpen(text) {
				open = append(open, text)
			}
		}
		t.dates[c] = t.Calendar.Among(open)
	}
}

// leavesOpen says that a text may be a date that another one decides: 01/02/2024, 2011/12, 2011-12.
func leavesOpen(text string) bool {
	if len(text) < 6 || len(text) > 40 || !strings.ContainsAny(text, "0123456789") {
		return false
	}
	return strings.ContainsRune(text, '/') || strings.Count(text, ".") == 2 || strings.Count(text, "-") > 0 && !strings.HasPrefix(text[4:], "-") || len(text) == 7
}

// DatesOf is how the dates of a column are read, and of the rows' names where it is -1.
func (t *Table) DatesOf(column int) value.Calendar {
	if column+1 < len(t.dates) {
		return t.dates[column+1]
	}
	return t.Calendar
}

// DateOrders are how the dates of the rows' names and of each column were settled, as SetDateOrders reads them; nil where nothing
// had to be.
func (t *Table) DateOrders() []string {
	var out []string
	for i, c := range t.dates {
		if form := settled(c); form != "" {
			if out == nil {
				out = make([]string, len(t.dates))
			}
			out[i] = form
		}
	}
	return out
}

// SetDateOrders settles a table as DateOrders says. ok is false where that is no such list.
func (t *Table) SetDateOrders(orders []string) (ok bool) {
	if orders == nil {
		return true
	}
	if len(orders) != len(t.Columns)+1 {
		return false
	}
	t.dates = make([]value.Calendar, len(orders))
	for i, form := range orders {
		c := t.Calendar
		for _, word := range strings.Fields(form) {
			switch word {
			case "months":
				c.SlashMonths = true
			case "years":
				c.ShortYears = true
			default:
				if c.Order, ok = value.ParseDateOrder(word); !ok {
					return false
				}
			}
		}
		if t.dates[i] = c; settled(c) != form {
			return false
		}
	}
	return true
}

// settled are the words for what a calendar decides: dmy, mdy, ymd, months, years.
func settled(c value.Calendar) string {
	var out []string
	if c.Order != value.NoOrder {
		out = append(out, [...]string{value.DayFirst: "dmy", value.MonthFirst: "mdy", value.YearFirst: "ymd"}[c.Order])
	}
	if c.SlashMonths {
		out = append(out, "months")
	}
	if c.ShortYears {
		out = append(out, "years")
	}
	return strings.Join(out, " ")
}
