package proof

import (
	"slices"
	"strings"
)

// words compares everything else that is printed, text by text: those of one key are aligned, so that one more item of a list
// changes nothing about the others.
func (d *differ) words() {
	type place struct{ of, key string }
	read := func(f *Facts) (order []place, texts map[place][]string) {
		texts = map[place][]string{}
		for _, w := range f.Words {
			p := place{w.Of, w.Key}
			if texts[p] == nil {
				order = append(order, p)
			}
			texts[p] = append(texts[p], w.Text)
		}
		return order, texts
	}
	was, before := read(d.old)
	is, after := read(d.now)
	for _, p := range is {
		if before[p] == nil {
			was = append(was, p)
		}
	}
	for _, p := range was {
		aligned(before[p], after[p], func(old, now string) {
			c := Change{Kind: Changed, Of: "words", Name: plain(p.of), What: p.key, Old: old, New: now}
			if p.of == "briefing" {
				c.Of, c.Name, c.What = "briefing", p.key, ""
			}
			switch {
			case before[p] != nil && after[p] != nil && old != "" && now != "":
			case old == "":
				c.Kind = Added
			case now == "":
				c.Kind = Removed
			}
			d.add(c)
		})
	}
}

// most bounds the work of aligning: beyond it texts are paired in their order.
const most = 1 << 22

// aligned calls differ for every text that is on one side only, or that stands where another stood.
func aligned(old, now []string, differ func(old, now string)) {
	for len(old) > 0 && len(now) > 0 && old[0] == now[0] {
		old, now = old[1:], now[1:]
	}
	for len(old) > 0 && len(now) > 0 && old[len(old)-1] == now[len(now)-1] {
		old, now = old[:len(old)-1], now[:len(now)-1]
	}
	run := func(a, b []string) {
		for i := range max(len(a), len(b)) {
			var x, y string
			if i < len(a) {
				x = a[i]
			}
			if i < len(b) {
				y = b[i]
			}
			differ(x, y)
		}
	}
	if len(old) == 0 || len(now) == 0 || (len(old)+1)*(len(now)+1) > most {
		run(old, now)
		return
	}
	// The longest common subsequence, from the end.
	wide := len(now) + 1
	length := make([]int32, (len(old)+1)*wide)
	for i := len(old) - 1; i >= 0; i-- {
		for k := len(now) - 1; k >= 0; k-- {
			if old[i] == now[k] {
				length[i*wide+k] = length[(i+1)*wide+k+1] + 1
			} else {
				length[i*wide+k] = max(length[(i+1)*wide+k], length[i*wide+k+1])
			}
		}
	}
	i, k := 0, 0
	for i < len(old) && k < len(now) {
		a, b := i, k
		for i < len(old) && k < len(now) && old[i] != now[k] {
			if length[(i+1)*wide+k] >= length[i*wide+k+1] {
				i++
			} else {
				k++
			}
		}
		if i == len(old) || k == len(now) {
			i, k = a, b
			break
		}
		run(old[a:i], now[b:k])
		i, k = i+1, k+1
	}
	run(old[i:], now[k:])
}

// Groups of changes, in the order of printing.
const (
	Numbers = "numbers"
	Claims  = "claims"
	Words   = "words"
	Sources = "people and sources"
	Form    = "form"
)

// group says what kind of reader a change concerns.
func (c *Change) group() string {
	key := c.What
	if c.Of == "briefing" {
		key = c.Name
	}
	top, _, _ := strings.Cut(key, ".")
	switch c.Of {
	case "figure", "data":
		return Numbers
	case "claim", "theme":
		return Claims
	case "source", "people":
		return Sources
	case "block":
		return Form
	case "quotation":
		if c.What == "" && (c.Kind == Changed || c.Kind == Added || c.Kind == Removed) {
			return Words
		}
		return Sources
	case "briefing":
		switch top {
		case "authors", "contacts":
			return Sources
		case "format", "language", "entities":
			return Form
		}
		return Words
	case "exhibit":
		switch {
		case c.What == "source":
			return Sources
		case slices.Contains([]string{"form", "sticker", "highlight", "scenario", "order", "scale", "kind", "x", "y", "size", "labels", "type", "independent_scales"}, c.What):
			return Form
		case c.What != "" && c.What != "title" && (digits(c.Old) || digits(c.New)):
			return Numbers
		}
		return Words
	}
	of, _, nested := strings.Cut(c.Name, ".")
	switch {
	case nested && (of == "people" || of == "sources"), key == "role", key == "items.role":
		return Sources
	case nested && (of == "figures" || of == "data"):
		return Numbers
	case key == "sticker":
		return Form
	}
	return Words
}

func digits(s string) bool { return strings.ContainsAny(s, "0123456789") }
