// Package brand makes of a house's brand the look and the faces of its briefing.
package brand

import (
	"fmt"
	"slices"
	"strings"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/folder"
	"roadshow/internal/limits"
	"roadshow/scene"
	"roadshow/typeset"
)

// House finds the look of a briefing and changes it as its brand says. It is never nil: where the look cannot be read,
// problems are reported and the default serves. old are the faces of an earlier build, which serve again where they are the same.
func House(b *briefing.Briefing, files *folder.Reading, system []string, old *typeset.Fonts, l *diag.List) (*assets.Look, *typeset.Fonts) {
	look := readLook(b, files.Read, l)
	if b.Brand != nil {
		repaint(look, b.Brand, l)
	}
	if b.MarketChina { // red rises
		look.Positive, look.Negative = look.Negative, look.Positive
	}
	if b.Brand == nil {
		return look, typeset.Again(old, nil)
	}
	return look, typeset.Again(old, brandFonts(b.Brand, files, system, l))
}

func readLook(b *briefing.Briefing, read folder.FileReader, l *diag.List) *assets.Look {
	if b.Look == "" || slices.Contains(assets.Looks(), b.Look) {
		return mustLook(b.Look)
	}
	data, err := read(b.Look, limits.LookBytes.N64())
	if err != nil {
		l.Error(b.LookAt, "E-FILE", "built in are "+strings.Join(assets.Looks(), ", "), "cannot read the look %q: %v", b.Look, err)
		return mustLook("")
	}
	if len(data) > limits.LookBytes.N() {
		l.Limit(b.LookAt, limits.LookBytes, b.Look)
		return mustLook("")
	}
	look, err := assets.ParseLook(data)
	if err != nil {
		l.Error(b.LookAt, "E-VALUE", "", "%s: %v", b.Look, err)
		return mustLook("")
	}
	return look
}

// mustLook is an embedded look; "" is the default. A test loads them all.
func mustLook(name string) *assets.Look {
	if name == "" {
		name = assets.Looks()[0]
	}
	look, err := assets.LoadLook(name)
	if err != nil {
		panic("look " + name + ": " + err.Error())
	}
	return look
}

// repaint puts the brand's colours into a look and warns where text would be hard to read (WCAG 2, 4.5:1).
// It returns what it derived from the brand's palette.
func repaint(k *assets.Look, brand *briefing.Brand, l *diag.List) []assets.Derived {
	type token struct {
		name  string
		to    *scene.Color
		words bool // set as text somewhere
	}
	tokens := []token{
		{"background", &k.Background, false}, {"surface", &k.Surface, false}, {"text", &k.Text, true}, {"muted", &k.Muted, true},
		{"rule", &k.Rule, false}, {"rule_strong", &k.RuleStrong, false}, {"accent", &k.Accent, true},
		{"accent_deep", &k.AccentDeep, false}, {"on_accent", &k.OnAccent, false}, {"positive", &k.Positive, true},
		{"negative", &k.Negative, true}, {"neutral", &k.Neutral, false},
	}
	for i := range k.Series {
		tokens = append(tokens, token{fmt.Sprintf("series%d", i+1), &k.Series[i], false})
	}
	for i := range k.Ramp {
		tokens = append(tokens, token{fmt.Sprintf("ramp%d", i+1), &k.Ramp[i], false})
	}
	paint := func(l *diag.List) {
		for _, t := range tokens {
			if c, ok := brand.Colours[t.name]; ok {
				if rgb, ok := readColour(c, l); ok {
					rgb.Token = t.to.Token
					*t.to = rgb
				}
			}
		}
	}
	paint(l)
	derived := derive(k, brand, l)
	if derived != nil {
		paint(&diag.List{}) // what a token says of itself stands above what follows from the palette; its faults are told
	}
	followAccent(k, brand)
	for _, t := range tokens {
		c, changed := brand.Colours[t.name]
		ground, repainted := brand.Colours["background"]
		if !t.words || !changed && !repainted {
			continue
		}
		if !changed {
			c = ground
		}
		if ratio := assets.Contrast(*t.to, k.Background); ratio < 4.5 {
			l.Warn(c.At, "W-PALETTE", "text needs 4.5:1", "the brand's %s stands out from its background by %.1f:1 only", t.name, ratio)
		}
	}
	if _, ok := brand.Colours["on_accent"]; ok {
		if ratio := assets.Contrast(k.OnAccent, k.Accent); ratio < 4.5 {
			l.Warn(brand.Colours["on_accent"].At, "W-PALETTE", "text needs 4.5:1", "the brand's on_accent stands out from its accent by %.1f:1 only", ratio)
		}
	}
	return derived
}

func readColour(c briefing.Colour, l *diag.List) (scene.Color, bool) {
	rgb, ok := assets.ParseHex(c.Hex)
	if !ok {
		l.Error(c.At, "E-VALUE", `write "#RRGGBB"`, "%q is not a colour", c.Hex)
	}
	return rgb, ok
}

// derive paints the look in the brand's one or two colours and notes which of them had to change.
func derive(k *assets.Look, brand *briefing.Brand, l *diag.List) []assets.Derived {
	var own []scene.Color
	for _, c := range brand.Palette {
		if rgb, ok := readColour(c, l); ok {
			own = append(own, rgb)
		}
	}
	if len(own) == 0 || len(own) < len(brand.Palette) {
		return nil
	}
	derived := assets.Derive(k, own)
	for _, d := range derived {
		if _, said := brand.Colours[d.Token]; d.Why != "" && !said {
			at := brand.Palette[int(d.From.Token[len("palette")]-'1')]
			l.Note(at.At, "N-PALETTE", "`roadshow looks --brand FILE` lists all that is derived", "%s is %s as %s: %s", at.Hex, hexOf(d.Color), d.Token, d.Why)
		}
	}
	return derived
}

func hexOf(c scene.Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// BrandLook is the look that a brand file makes of a built-in one, and what it derived from the file's palette.
func BrandLook(src []byte, file, look string, l *diag.List) (*assets.Look, []assets.Derived) {
	k := mustLook(look)
	b := briefing.ReadBrand(outline.Catalog{}.ParseShape(src, file, outline.Brand(), l), diag.Span{File: file, Line: 1, Col: 1})
	if b == nil {
		return nil, nil
	}
	return k, repaint(k, b, l)
}

// followAccent makes what stands on the accent's fills the brand's too, where the brand names its accent alone: the look's
// own deeper shade is of another hue, and the look's words may not be read on it.
func followAccent(k *assets.Look, brand *briefing.Brand) {
	if _, ok := brand.Colours["accent"]; !ok {
		return
	}
	if _, ok := brand.Colours["accent_deep"]; !ok {
		deep := assets.Mix(k.Accent, scene.Color{}, 0.78)
		deep.Token = k.AccentDeep.Token
		k.AccentDeep = deep
	}
	if _, ok := brand.Colours["on_accent"]; !ok && assets.Contrast(k.OnAccent, k.Accent) < 4.5 {
		on := k.On(k.Accent)
		on.Token = k.OnAccent.Token
		k.OnAccent = on
	}
}
