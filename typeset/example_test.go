package typeset_test

import (
	"fmt"

	"roadshow/scene"
	"roadshow/typeset"
)

func ExampleFonts_Set() {
	fonts := typeset.New(nil)
	title := scene.Style{Font: scene.SerifSemiBold, Size: 27, Leading: 32, Tracking: -0.2}
	block := fonts.Set(
		[]scene.Span{{Text: typeset.Smart("Buyers won't pay twice: 3 in 10 left in the first year", "en"), Style: title}},
		typeset.Options{Width: 420, Break: typeset.Balanced},
	)
	item := block.Text("prices/title", scene.RoleTitle, 48, 82)
	for _, line := range item.Lines {
		fmt.Printf("%.0f %.1f %s\n", line.Baseline, line.Runs[0].Width, line.Runs[0].Text)
	}
	// Output:
	// 82 300.8 Buyers won’t pay twice:
	// 114 333.4 3 in 10 left in the first year
}
