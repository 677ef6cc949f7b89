package assets

import (
	_ "embed" // the faces below
	"fmt"

	"roadshow/scene"
)

// Each face is embedded by itself: embed.FS would copy megabytes at every use. These slices are never written to.
var (
	//go:embed fonts/SourceSerif4_300Light.ttf
	serifLight []byte
	//go:embed fonts/SourceSerif4_400Regular.ttf
	serif []byte
	//go:embed fonts/SourceSerif4_400Regular_Italic.ttf
	serifItalic []byte
	//go:embed fonts/SourceSerif4_600SemiBold.ttf
	serifSemiBold []byte
	//go:embed fonts/IBMPlexSans_400Regular.ttf
	sans []byte
	//go:embed fonts/IBMPlexSans_400Regular_Italic.ttf
	sansItalic []byte
	//go:embed fonts/IBMPlexSans_500Medium.ttf
	sansMedium []byte
	//go:embed fonts/IBMPlexSans_600SemiBold.ttf
	sansSemiBold []byte
	//go:embed fonts/IBMPlexSansCondensed_400Regular.ttf
	cond []byte
	//go:embed fonts/IBMPlexSansCondensed_500Medium.ttf
	condMedium []byte
	//go:embed fonts/IBMPlexSansCondensed_600SemiBold.ttf
	condSemiBold []byte
	//go:embed fonts/NotoSerifSC_600SemiBold_GB2312.ttf
	hanSerif []byte
	//go:embed fonts/NotoSerifSC_400Regular_GB2312.ttf
	hanSerifRegular []byte
	//go:embed fonts/NotoSansSC_400Regular_GB2312.ttf
	hanSans []byte
)

// Fonts lists every embedded face, in the fixed order in which decks list theirs.
func Fonts() []scene.Font {
	return []scene.Font{
		scene.SerifLight, scene.Serif, scene.SerifItalic, scene.SerifSemiBold,
		scene.Sans, scene.SansItalic, scene.SansMedium, scene.SansSemiBold,
		scene.Cond, scene.CondMedium, scene.CondSemiBold,
		scene.HanSerif, scene.HanSans, scene.HanSerifRegular,
	}
}

// Font returns an embedded face. Its Data is shared by all callers and must not be written to. A font that scene does not
// name is a mistake in the program and panics.
func Font(f scene.Font) scene.FontFile {
	const (
		source    = "Source Serif 4"
		plex      = "IBM Plex Sans"
		condensed = "IBM Plex Sans Condensed"
	)
	switch f {
	case scene.SerifLight:
		return scene.FontFile{Font: f, Family: source, Weight: 300, Data: serifLight}
	case scene.Serif:
		return scene.FontFile{Font: f, Family: source, Weight: 400, Data: serif}
	case scene.SerifItalic:
		return scene.FontFile{Font: f, Family: source, Weight: 400, Italic: true, Data: serifItalic}
	case scene.SerifSemiBold:
		return scene.FontFile{Font: f, Family: source, Weight: 600, Data: serifSemiBold}
	case scene.Sans:
		return scene.FontFile{Font: f, Family: plex, Weight: 400, Data: sans}
	case scene.SansItalic:
		return scene.FontFile{Font: f, Family: plex, Weight: 400, Italic: true, Data: sansItalic}
	case scene.SansMedium:
		return scene.FontFile{Font: f, Family: plex, Weight: 500, Data: sansMedium}
	case scene.SansSemiBold:
		return scene.FontFile{Font: f, Family: plex, Weight: 600, Data: sansSemiBold}
	case scene.Cond:
		return scene.FontFile{Font: f, Family: condensed, Weight: 400, Data: cond}
	case scene.CondMedium:
		return scene.FontFile{Font: f, Family: condensed, Weight: 500, Data: condMedium}
	case scene.CondSemiBold:
		return scene.FontFile{Font: f, Family: condensed, Weight: 600, Data: condSemiBold}
	case scene.HanSerif:
		return scene.FontFile{Font: f, Family: "Noto Serif SC", Weight: 600, Data: hanSerif}
	case scene.HanSerifRegular:
		return scene.FontFile{Font: f, Family: "Noto Serif SC", Weight: 400, Data: hanSerifRegular}
	case scene.HanSans:
		return scene.FontFile{Font: f, Family: "Noto Sans SC", Weight: 400, Data: hanSans}
	}
	panic(fmt.Sprintf("assets: no face named %q", string(f)))
}
