package render

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"roadshow/scene"
)

// Pages says which pages of a deck are written, in places from 1. The zero value means all.
type Pages struct {
	text   string
	ranges [][2]int // first and last
}

// lastPage stands for the end of whatever deck there is.
const lastPage = 1 << 30

// ParsePages reads what people type into a print dialogue: "2,5-8", "12-" for the rest, "-3" for the first three.
func ParsePages(s string) (Pages, error) {
	p := Pages{text: s}
	for part := range strings.SplitSeq(s, ",") {
		first, last, isRange := strings.Cut(strings.TrimSpace(part), "-")
		r := [2]int{1, lastPage}
		if first = strings.TrimSpace(first); first != "" || !isRange {
			n, err := pageNumber(first)
			if err != nil {
				return Pages{}, err
			}
			r[0] = n
		}
		if last = strings.TrimSpace(last); !isRange {
			r[1] = r[0]
		} else if last != "" {
			n, err := pageNumber(last)
			if err != nil {
				return Pages{}, err
			}
			r[1] = n
		} else if first == "" {
			return Pages{}, fmt.Errorf("%q has no page", strings.TrimSpace(part))
		}
		if r[0] > r[1] {
			return Pages{}, fmt.Errorf("%q runs backwards", strings.TrimSpace(part))
		}
		p.ranges = append(p.ranges, r)
	}
	return p, nil
}

func pageNumber(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n >= lastPage || s[0] == '+' {
		return 0, fmt.Errorf("%q is not a page", s)
	}
	return n, nil
}

// All says that every page is meant.
func (p Pages) All() bool { return p.ranges == nil }

// String is what was typed.
func (p Pages) String() string { return p.text }

// Of lists the places, from 0, of those pages of n that are meant: each once, in the deck's order.
func (p Pages) Of(n int) []int {
	var out []int
	for i := range n {
		if p.All() || slices.ContainsFunc(p.ranges, func(r [2]int) bool { return r[0] <= i+1 && i+1 <= r[1] }) {
			out = append(out, i)
		}
	}
	return out
}

// LosesLegal says that an excerpt of these places leaves out legal text that the deck bears.
func LosesLegal(d *scene.Deck, places []int) bool {
	for i := range d.Pages {
		if _, kept := slices.BinarySearch(places, i); d.Pages[i].Legal && !kept {
			return true
		}
	}
	return false
}

// Pick is the deck with only the pages at these places, in order, and where they leave legal text out, the page that stands for
// it. Links and bookmarks to what is gone are gone too; the deck that was given stays as it is.
func Pick(d *scene.Deck, places []int) *scene.Deck {
	if len(places) == len(d.Pages) {
		return d
	}
	out := *d
	out.Pages = make([]scene.Page, 0, len(places))
	for _, i := range places {
		out.Pages = append(out.Pages, d.Pages[i])
	}
	if d.Legal != nil && LosesLegal(d, places) {
		out.Pages = append(out.Pages, *d.Legal)
	}
	there := out.Unlink()
	out.Bookmarks = slices.DeleteFunc(slices.Clone(d.Bookmarks), func(b scene.Bookmark) bool { return !there[b.Target] })
	return &out
}
