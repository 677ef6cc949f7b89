// Package assets holds what is embedded in the program: faces, looks, and (later) the HTML player.
package assets

import "roadshow/scene"

// Look is a visual theme: colour tokens and the few traits that differ between looks (DESIGN.md §3). Colours already carry
// their token.
type Look struct {
	Name                             string
	Background, Surface, Text, Muted scene.Color
	Rule, RuleStrong                 scene.Color
	Accent, AccentDeep, OnAccent     scene.Color
	Positive, Negative               scene.Color
	Neutral                          scene.Color // context data, already mixed with the background
	Series                           [8]scene.Color
	Ramp                             [6]scene.Color
	SansTitles                       bool // Bank: slide titles in sans SemiBold 24/29
	Art                              bool // globe on cover and dividers
	Band                             bool // Bank: 6 pt band at the top edge of cover and divider
	HeavySmallLight                  bool // Ink: serif Light gains a weight below 20 pt
	Dark                             bool
}
