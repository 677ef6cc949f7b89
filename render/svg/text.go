package svg

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"roadshow/scene"
)

// text writes measured lines, one element a run: browsers differ in what they make of lengths on parts of an element.
func (p *painter) text(t *scene.Text) error {
	for i := range t.Lines {
		l := &t.Lines[i]
		for k := range l.Runs {
			if err := p.run(&l.Runs[k], l.Baseline); err != nil {
				return fmt.Errorf("%s, line %d: %w", scene.Name(t), i+1, err)
			}
		}
	}
	return nil
}

// run writes the words of a run, at its place and as wide as it was measured, whichever face draws them. Words without a
// colour are left out: they paint nothing.
func (p *painter) run(r *scene.Run, baseline scene.Pt) error {
	if r.Text == "" || r.Color.None() {
		return nil
	}
	f, ok := p.families[r.Font]
	if !ok {
		return fmt.Errorf("there is no file for face %q", r.Font)
	}
	class := ""
	if p.class != nil {
		var err error
		if class, err = p.class(r); err != nil || class == "" {
			return err
		}
	}
	link := r.Link != "" && scene.WebAddress(r.Link) == nil
	if link {
		p.raw("<a")
		p.attr("href", r.Link)
		p.raw(">")
	}
	p.raw(`<text xml:space="preserve"`)
	p.length("x", r.X)
	p.length("y", baseline-r.Rise)
	if utf8.RuneCountInString(r.Text) > 1 && r.Width > 0 {
		p.length("textLength", r.Width-r.Tracking) // the last letter's is no part of the words
		p.raw(` lengthAdjust="spacingAndGlyphs"`)
	}
	if p.class != nil {
		p.attr("class", class)
		p.raw(">")
		p.words(r.Text)
		p.raw("</text>")
		if link {
			p.raw("</a>")
		}
		p.raw("\n")
		return nil
	}
	p.raw(` font-family="` + f.names + `"`)
	p.length("font-size", r.Size)
	if f.weight != 400 {
		p.attr("font-weight", strconv.Itoa(f.weight))
	}
	if f.italic {
		p.raw(` font-style="italic"`)
	}
	if r.Tracking != 0 {
		p.length("letter-spacing", r.Tracking)
	}
	p.attr("fill", p.color(r.Color))
	p.raw(">")
	p.words(r.Text)
	p.raw("</text>")
	if link {
		p.raw("</a>")
	}
	p.raw("\n")
	return nil
}

// family is a face as CSS names it.
type family struct {
	names  string // needs no escaping
	weight int
	italic bool
}

// Near are the families that most computers have which are nearest to a face.
func Near(f scene.Font) []string {
	role := f.Role()
	switch kind, _, _ := strings.Cut(string(role), "-"); {
	case role == scene.HanSerif, role == scene.HanSerifRegular:
		return []string{"'Source Han Serif SC'", "'Songti SC'", "SimSun", "serif"}
	case role == scene.HanSans:
		return []string{"'Source Han Sans SC'", "'PingFang SC'", "'Microsoft YaHei'", "sans-serif"}
	case kind == string(scene.Serif):
		return []string{"Georgia", "'Times New Roman'", "serif"}
	case kind == string(scene.Cond):
		return []string{"'Arial Narrow'", "Arial", "sans-serif"}
	}
	return []string{"'Helvetica Neue'", "Arial", "sans-serif"}
}

// familyOf names a face, then what most computers have that is nearest to it.
func familyOf(f scene.FontFile) family {
	names := []string{}
	if f.Family != "" {
		names = append(names, "'"+strings.Map(namePart, f.Family)+"'")
	}
	names = append(names, Near(f.Font)...)
	return family{strings.Join(names, ", "), f.Weight, f.Italic}
}

// namePart keeps what a family's name may hold inside a quoted attribute.
func namePart(r rune) rune {
	if r < ' ' || strings.ContainsRune(`'"\&<>`, r) || r >= 0xFFFD {
		return -1
	}
	return r
}
