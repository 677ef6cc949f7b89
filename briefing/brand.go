package briefing

import (
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// ReadBrand is a brand file but for its prose, nil for one that could not be parsed.
func ReadBrand(f *outline.Node, at diag.Span) *Brand {
	if f == nil {
		return nil
	}
	br := &Brand{At: at, Node: f, Colours: map[string]Colour{}, Footer: f.Words("footer"), LogoAll: f.Words("logo_on") == "all"}
	for _, c := range one(f.Get("palette")) {
		br.Palette = append(br.Palette, Colour{c.Text, c.At})
	}
	if fo := f.Get("fonts"); fo != nil {
		br.Fonts = BrandFonts{fo.At, fo.Words("from"), fo.Words("folder"), fo.Words("serif"), fo.Words("sans"), fo.Words("condensed")}
	}
	if c := f.Get("colours"); c != nil {
		for _, k := range c.Keys {
			if k.List == nil {
				br.Colours[k.Name] = Colour{k.Text, k.At}
			}
			for i, c := range k.List { // series and ramp: series1, series2, …
				br.Colours[k.Name+itoa(i+1)] = Colour{c.Text, c.At}
			}
		}
	}
	if g := f.Get("logo"); g != nil {
		br.Logo, br.LogoAt, br.LogoAlt = g.Text, g.At, f.Words("logo_alt")
	}
	return br
}
