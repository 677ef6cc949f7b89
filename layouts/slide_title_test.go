package layouts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/assets"
	"roadshow/briefing/outline"
	"roadshow/scene"
	"roadshow/typeset"
)

// TestATitleWithinItsBudgetAlwaysFits sets titles of 110 characters that are as wide as letters get, or cannot be parted, on
// every kind of slide that has one: beside a sticker, and continued.
func TestATitleWithinItsBudgetAlwaysFits(t *testing.T) {
	fonts := typeset.New(nil)
	titles := map[string]string{
		"wide words":    strings.Repeat("WWMM ", 22),
		"capitals":      strings.Repeat("MARKET ", 15) + "WWWWW",
		"one word":      strings.Repeat("donaudampfschiffahrtsgesellschaft", 3) + "skapitaen",
		"an address":    "https://www.example.com/" + strings.Repeat("commercialisation/", 4) + "interoperab",
		"Chinese":       strings.Repeat("大模型创业者已经在十字路口", 8) + "集合资本算力",
		"mixed":         strings.Repeat("GPT-4模型 WWW ", 9) + "资本",
		"long and wide": strings.Repeat("Kommunikationswissenschaftsmagazin ", 3) + "wwwww",
	}
	rows := strings.Repeat("\n            - [Something that is kept, 7]", 40)
	for name, title := range titles {
		if n := len([]rune(strings.TrimSpace(title))); n > 110 || n < 100 {
			t.Fatalf("%s has %d characters", name, n)
		}
		for _, look := range assets.Looks() {
			block := fmt.Sprintf("      - table:\n          title: %q\n          sticker: illustrative\n          columns: [What, {head: How much, type: num}]\n          rows:%s\n", strings.TrimSpace(title), rows)
			deck, l := compiledSlides(t, fonts, sample(block), t.TempDir(), outline.Setting{Path: "look", Value: look})
			for _, p := range l.Problems() {
				if p.Code == "E-TITLE" {
					t.Errorf("%s, %s: %s", name, look, p.Summary)
				}
			}
			for _, f := range scene.Check(deck, scene.CheckOptions{}) {
				t.Errorf("%s, %s: %s", name, look, f)
			}
		}
	}
}
