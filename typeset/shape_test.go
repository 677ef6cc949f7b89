package typeset

import (
	"testing"

	"roadshow/scene"
)

func TestKerningIsTheFacesOwn(t *testing.T) {
	f := New(nil)
	for _, c := range []struct {
		font scene.Font
		pair string
		want int
	}{
		{scene.SerifLight, "AV", -113},
		{scene.SerifLight, "P,", -123},
		{scene.SansSemiBold, "AV", -50},
		{scene.SerifLight, "HH", 0},
	} {
		style := scene.Style{Font: c.font, Size: 1000}
		got := f.Width(c.pair, style) - f.Width(c.pair[:1], style) - f.Width(c.pair[1:], style)
		if int(got) != c.want {
			t.Errorf("%s %s: kerned by %v/1000 em, want %d", c.font, c.pair, got, c.want)
		}
	}
}
