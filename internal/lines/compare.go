package main

import (
	"encoding/xml"
	"fmt"
	"math"
	"os/exec"
	"strings"
	"unicode"

	"roadshow/scene"
)

// word is a word of a printed page, in points.
type word struct {
	XMin float64 `xml:"xMin,attr"`
	YMin float64 `xml:"yMin,attr"`
	XMax float64 `xml:"xMax,attr"`
	YMax float64 `xml:"yMax,attr"`
	Text string  `xml:",chardata"`
}

type printed struct {
	Width float64 `xml:"width,attr"`
	Words []word  `xml:"flow>block>line>word"`
}

// readPages reads where the words of a PDF stand.
func readPages(file string) ([]printed, error) {
	out, err := exec.Command("pdftotext", "-bbox-layout", file, "-").Output()
	if err != nil {
		return nil, fmt.Errorf("pdftotext %s: %w", file, err)
	}
	var doc struct {
		Pages []printed `xml:"body>doc>page"`
	}
	d := xml.NewDecoder(strings.NewReader(string(out)))
	d.Strict, d.Entity = false, xml.HTMLEntity
	if err := d.Decode(&doc); err != nil {
		return nil, fmt.Errorf("pdftotext %s: %w", file, err)
	}
	return doc.Pages, nil
}

// tally counts what became of texts.
type tally struct {
	several, broken, unread int // of several lines: all, those that break elsewhere, those that were not found
	single, wrapped         int // of one line: all, those that break
	over                    int // of all, those that leave their frames
	said                    []string
}

func (t *tally) add(o tally) {
	t.several, t.broken, t.unread = t.several+o.several, t.broken+o.broken, t.unread+o.unread
	t.single, t.wrapped, t.over = t.single+o.single, t.wrapped+o.wrapped, t.over+o.over
}

// same is the share of texts of several lines that break as they should.
func (t tally) same() float64 {
	return 1 - float64(t.broken+t.unread)/math.Max(1, float64(t.several))
}

func (t tally) String() string {
	return fmt.Sprintf("%d of %d texts of several lines break alike (%.1f %%), %d were not found; %d of %d single lines break; %d leave their frames",
		t.several-t.broken-t.unread, t.several, 100*t.same(), t.unread, t.wrapped, t.single, t.over)
}

// compare holds the words of printed pages against the scene's lines.
func compare(d *scene.Deck, pages []printed) (t tally) {
	for i := range min(len(d.Pages), len(pages)) {
		scale := float64(d.Size.W) / pages[i].Width
		texts(d.Pages[i].Items, func(tx *scene.Text) {
			if len(tx.Lines) > 0 && tx.Role != scene.RoleOrnament {
				t.text(tx, pages[i].Words, scale, i+1)
			}
		})
	}
	return t
}

// texts visits what stands in boxes and cells: the labels of a chart that office files have themselves are theirs.
func texts(items []scene.Item, visit func(*scene.Text)) {
	for _, it := range items {
		switch it := it.(type) {
		case *scene.Text:
			visit(it)
		case *scene.Group:
			texts(it.Items, visit)
		case *scene.Chart:
			switch {
			case it.Plot == nil:
				texts(it.Drawing, visit)
			case it.Plot.Grid != nil:
				it.Plot.Grid.EachCell(func(c *scene.Cell) { visit(&c.Text) })
			}
		case *scene.Table:
			it.EachCell(func(c *scene.Cell) { visit(&c.Text) })
		}
	}
}

// text looks for a text's words where they should stand: each belongs to the line whose height it has.
func (t *tally) text(tx *scene.Text, words []word, scale float64, page int) {
	want := make([]string, len(tx.Lines))
	size, inked, between := 0.0, false, 0
	left, right := math.Inf(1), math.Inf(-1)
	for i, l := range tx.Lines {
		for _, r := range l.Runs {
			want[i] += squeezed(r.Text)
			size = math.Max(size, float64(r.Size))
		}
		inked, between = inked || want[i] != "", max(between, seams(want[i]))
		left, right = math.Min(left, float64(l.X())), math.Max(right, float64(l.Right()))
	}
	if !inked {
		return
	}
	n := len(want)
	leading := 1.2 * size
	if n > 1 {
		leading = float64(tx.Lines[n-1].Baseline-tx.Lines[0].Baseline) / float64(n-1)
	}
	// A box may be wider than its lines, by a word at most: what stands beyond belongs to a neighbour.
	room := math.Max(right, float64(tx.Frame.Right())) + 0.6*size
	got := make([]string, n+1)
	over := false
	for _, w := range words {
		x, y := (w.XMin+w.XMax)/2*scale, (w.YMin+w.YMax)/2*scale
		if x < left-0.6*size || x > room {
			continue
		}
		at, near := -1, 0.45*leading
		for i := range got {
			base := float64(tx.Lines[n-1].Baseline) + leading
			if i < n {
				base = float64(tx.Lines[i].Baseline)
			}
			if off := math.Abs(y - (base - 0.32*size)); off < near {
				at, near = i, off
			}
		}
		if at >= 0 {
			got[at] += squeezed(w.Text)
			// A word's box ends behind the tracking of its last letter, a character that the face has not is another's, and LibreOffice puts
			// a quarter of the size between Chinese and other characters, which office programs do not.
			most := math.Max(right, float64(tx.Frame.Right())) + 0.02*(right-left) + 0.1*size + 1 + 0.25*size*float64(between)
			over = over || at < n && w.XMax*scale > most && strings.HasSuffix(want[at], squeezed(w.Text))
		}
	}
	found, wraps := true, false
	for i := range want {
		found = found && strings.Contains(got[i], want[i])
	}
	whole, all := strings.Join(want, ""), strings.Join(got, "")
	wraps = !found && strings.Contains(all, whole)
	if n == 1 {
		t.single++
		if wraps {
			t.wrapped++
		}
	} else {
		t.several++
		switch {
		case found:
		case wraps:
			t.broken++
		default:
			t.unread++
		}
	}
	if wraps && got[n] != "" && strings.HasSuffix(whole, got[n]) || found && over {
		t.over++
	}
	if !found && (n > 1 || wraps) || found && over {
		t.said = append(t.said, fmt.Sprintf("page %d %s: %q, printed %q", page, tx.ID, want, got))
	}
}

// seams is how often Chinese and other characters meet in a line.
func seams(line string) (n int) {
	last := rune(0)
	for _, r := range line {
		if last != 0 && unicode.Is(unicode.Han, last) != unicode.Is(unicode.Han, r) {
			n++
		}
		last = r
	}
	return n
}

// squeezed is a text without blanks, as words of a page are compared.
func squeezed(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == 0xA0 || r == 0x2060 {
			return -1
		}
		return r
	}, s)
}
