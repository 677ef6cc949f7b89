package truth

import (
	"strings"
	"testing"
)

func TestACharacterWithoutAGlyphStopsTheBuild(t *testing.T) {
	r := compileText(t, short+"topic: Thai ก\nbrand: brand.yaml\n", map[string]string{"brand.yaml": "footer: House 😀\n"})
	got := problems(r)
	if !r.Failed || !strings.Contains(got, `E-GLYPH: no face has "ก" (U+0E01) of topic`) || !strings.Contains(got, `E-GLYPH: no face has "😀" (U+1F600) of footer`) {
		t.Errorf("problems:\n%s", got)
	}
}
