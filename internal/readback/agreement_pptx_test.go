package readback

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"roadshow/render/pptx/pptxtest"
	printed "roadshow/words"
)

// pptxTells reads the slides of a presentation. Where a chart of an office program stands, it says words of its own.
func pptxTells(data []byte) ([]told, error) {
	d, err := pptxtest.Read(data)
	if err != nil {
		return nil, err
	}
	l := told{drawn: map[int]bool{}}
	for _, s := range d.Slides {
		furniture := 0 // groups around it and itself
		for _, sh := range s.Shapes {
			if sh.Depth < furniture {
				furniture = 0
			}
			if sh.Name == "Tracker" {
				furniture = sh.Depth + 1
			}
			if sh.Decorative || furniture > 0 || sh.Placeholder == "ftr" || sh.Placeholder == "sldNum" || strings.HasPrefix(sh.Name, "Furniture") ||
				sh.Placeholder == "title" && sh.Y < 0 {
				continue
			}
			chart := sh.Chart != "" || sh.Rows != nil && strings.HasPrefix(sh.Name, "Chart ")
			if sh.Rows == nil || chart { // a table says itself what it says
				l.show(sh.Alt)
			}
			if chart {
				l.drawn[len(l.words)] = true
			}
			cells := slices.Concat(sh.Rows...)
			if chart { // a number may be a part of another, and the order is no matter
				slices.SortStableFunc(cells, func(a, b string) int { return len(b) - len(a) })
			}
			for _, cell := range cells {
				l.say(cell)
			}
			for _, p := range sh.Paras {
				l.say(p.Words())
			}
		}
	}
	return []told{l}, nil
}

var tickNumber = regexp.MustCompile(`^\d{1,4}[年月]?$`)

// isTick says that words stand at a calendar's marks: a year, a day, or the short name of a month in one of our languages.
func isTick(w string) bool {
	return tickNumber.MatchString(w) || slices.ContainsFunc(printed.Languages(), func(language string) bool {
		short := printed.For(language).Date.Short
		return slices.Contains(short[:], w)
	})
}

// against says where slides of an office program first tell another thing than slides do. What a drawing says may come in another
// order; of a chart, a part comes from the chart itself.
func (l told) against(want told) error {
	i := 0
	at := func(i int) string {
		if i < len(l.words) {
			return l.words[i]
		}
		return "(nothing)"
	}
	ticks := false // how finely a calendar is divided is the faces' affair: years and months stand where there is room
	for k, w := range want.words {
		if !want.drawn[k] {
			if at(i) != w && isTick(w) && (ticks || isTick(at(i))) {
				for ; isTick(at(i)); i++ {
				}
				ticks = true
				continue
			}
			if ticks = false; at(i) != w {
				return fmt.Errorf("item %d, behind %.60q, is\n%.200q\nand\n%.200q", k+1, append([]string{""}, want.words...)[k], at(i), w)
			}
			i++
			continue
		}
		chart := l.drawn[i]
		for ; i < len(l.words) && strings.Contains(w, l.words[i]); i++ {
			w = strings.Replace(w, l.words[i], "\x00", 1)
			chart = chart || l.drawn[i+1]
		}
		if left := strings.ReplaceAll(w, "\x00", ""); left != "" && !chart {
			return fmt.Errorf("item %d, a drawing: nothing says %.200q; next comes %.200q", k+1, left, at(i))
		}
	}
	if i < len(l.words) {
		return fmt.Errorf("%.200q comes at the end", l.words[i])
	}
	return nil
}
