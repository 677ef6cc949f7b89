// Package assets holds what is embedded in the program: faces, looks, and (later) the HTML player.
package assets

import (
	_ "embed" // the looks below
	"fmt"
	"strings"

	"roadshow/scene"
)

// Look is a visual theme: colour tokens and the few traits that differ between looks. Colours already carry
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

var (
	//go:embed looks/paper.json
	paper string
	//go:embed looks/ink.json
	ink string
	//go:embed looks/bank.json
	bank string
)

// Looks names the embedded looks, the default first.
func Looks() []string { return []string{"paper", "ink", "bank"} }

// LoadLook returns a fresh copy of an embedded look.
func LoadLook(name string) (*Look, error) {
	switch name {
	case "paper":
		return ParseLook([]byte(paper))
	case "ink":
		return ParseLook([]byte(ink))
	case "bank":
		return ParseLook([]byte(bank))
	}
	return nil, fmt.Errorf("unknown look %q; there are %s", name, strings.Join(Looks(), ", "))
}

// Colors are the look's colours, in a fixed order.
func (l *Look) Colors() []scene.Color {
	out := []scene.Color{l.Background, l.Surface, l.Text, l.Muted, l.Rule, l.RuleStrong, l.Accent, l.AccentDeep, l.OnAccent, l.Positive, l.Negative, l.Neutral}
	return append(append(out, l.Series[:]...), l.Ramp[:]...)
}
