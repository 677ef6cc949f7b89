package brand

import (
	"fmt"
	"testing"

	"roadshow/assets"
	"roadshow/briefing"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/scene"
)

func TestEveryLookLoads(t *testing.T) {
	for _, name := range append(assets.Looks(), "") {
		if mustLook(name) == nil {
			t.Errorf("look %q is nothing", name)
		}
	}
}

// TestAnAccentBringsItsDeeperShadeAndItsWordsAlong, unless the brand names them.
func TestAnAccentBringsItsDeeperShadeAndItsWordsAlong(t *testing.T) {
	for _, c := range []struct{ colours, deep, on string }{
		{`{accent: "#0B5D3B"}`, "09492E", "FFFDF9"},
		{`{accent: "#FFEE00"}`, "C7BA00", "1C1A17"},
		{`{accent: "#0B5D3B", accent_deep: "#123456", on_accent: "#ABCDEF"}`, "123456", "ABCDEF"},
		{`{background: "#FFFFFF"}`, "8E1B15", "FFFDF9"},
	} {
		var l diag.List
		k := mustLook("paper")
		tree := outline.ParseShape([]byte("name: House\ncolours: "+c.colours+"\n"), "brand.yaml", outline.Brand(), &l)
		house := &briefing.Brand{Colours: map[string]briefing.Colour{}}
		for _, key := range tree.Get("colours").Keys {
			house.Colours[key.Name] = briefing.Colour{Hex: key.Text}
		}
		repaint(k, house, &l)
		hex := func(c scene.Color) string { return fmt.Sprintf("%02X%02X%02X", c.R, c.G, c.B) }
		if deep, on := hex(k.AccentDeep), hex(k.OnAccent); deep != c.deep || on != c.on {
			t.Errorf("%s: the deeper shade is %s and words on it %s, want %s and %s", c.colours, deep, on, c.deep, c.on)
		}
	}
}
