package page

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/scene"
	"roadshow/typeset"
)

// Seal is the monogram of a person or a house: a square with a hairline inside and one Han character or at
// most two Latin letters.
func (k *Composer) Seal(c *Canvas, letters string, x, y, side scene.Pt, ground, ink scene.Color) {
	square := scene.Rect{X: x, Y: y, W: side, H: side}
	g := &scene.Group{Role: scene.RoleOrnament}
	g.Items = append(g.Items, &scene.Shape{Path: scene.RoundRectPath(square, side*0.09), Fill: scene.Paint{Color: ground}})
	if side >= 30 {
		g.Items = append(g.Items, &scene.Shape{Path: scene.RoundRectPath(square.Inset(side*0.07), side*0.05), Stroke: scene.Stroke{Color: ink, Width: 0.7}})
	} else {
		g.Items = append(g.Items, &scene.Shape{Path: scene.RoundRectPath(square.Inset(side*0.07), side*0.05), Stroke: scene.Stroke{Color: ink, Width: 0.5}})
	}
	size, drop := side*0.42, side*0.64
	if first, _ := utf8.DecodeRuneInString(letters); unicode.Is(unicode.Han, first) {
		// Chinese is drawn at 0.94 of the nominal size.
		size, drop = side*0.56/0.94, side*0.70
	}
	st := scene.Style{Font: scene.SerifSemiBold, Size: size, Leading: size, Color: ink}
	b := k.Fonts.Set([]scene.Span{{Text: letters, Style: st}}, typeset.Options{Width: side, Align: scene.Center, Break: typeset.NoBreak})
	g.Items = append(g.Items, b.Text("", scene.RoleOrnament, x, y+drop))
	c.Add(g)
}

// VoiceSeal is the seal of whoever speaks, in that person's colour.
func (k *Composer) VoiceSeal(c *Canvas, v briefing.Voice, x, y, side scene.Pt) {
	ground := k.SealColor(v)
	k.Seal(c, SealLetters(v), x, y, side, ground, k.Look.On(ground))
}

// SealColor keeps one colour for a person through the whole briefing. Words that are nobody's name share the neutral one.
func (k *Composer) SealColor(v briefing.Voice) scene.Color {
	if v.Person == nil {
		return k.Look.Muted
	}
	if i := k.B.Entities[v.Person.ID]; i > 0 {
		return k.Look.Series[i-1]
	}
	return k.Look.Accent
}

// SealLetters is the given seal, the Han surname, or Latin initials: surname first, as names are printed.
func SealLetters(v briefing.Voice) string {
	if p := v.Person; p != nil {
		if p.Seal != "" {
			return p.Seal
		}
		if r, _ := utf8.DecodeRuneInString(p.NameZh); unicode.Is(unicode.Han, r) {
			return string(r)
		}
	}
	return initials(v.Name())
}

// houseLetter is the one letter of the seal on a cover: the title's first Han character or initial.
func houseLetter(title string) string {
	return string([]rune(initials(title))[:1])
}

// initials are of names; of a description ("A start-up, unnamed") the article says nothing and the first word is taken.
func initials(name string) string {
	var out []rune
	words := strings.Fields(name)
	if len(words) > 1 && slices.Contains([]string{"A", "An", "The"}, words[0]) {
		if r, size := utf8.DecodeRuneInString(words[1]); unicode.IsLower(r) { // An Li is a person
			words = words[1:]
			words[0] = string(unicode.ToUpper(r)) + words[0][size:]
		}
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) && len(out) < 2 {
			out = append(out, r)
		}
		if unicode.Is(unicode.Han, r) {
			return string(r)
		}
	}
	if len(out) == 0 {
		for _, r := range name {
			if unicode.IsLetter(r) || unicode.IsDigit(r) {
				return string(unicode.ToUpper(r))
			}
		}
		return "·"
	}
	return string(out)
}
