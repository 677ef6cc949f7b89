package assets

import (
	_ "embed" // the table below

	"roadshow/scene"
)

// The advances of the faces that office programs bring to every machine, made of metric-compatible ones by
// `go test ./typeset -run Office -office DIR`: of those only the widths are kept, no outline. The table says, in 16-bit numbers with
// the low byte first, how many characters there are, the characters in order, and for each of officeFaces the advance of each in
// em/1000.
//
//go:embed office/advances.bin
var officeAdvances string

// unknownAdvance is that of a character which the metric-compatible face does not have.
const unknownAdvance = 0xFFFF

// OfficeFace is an office face with the file of the metric-compatible one. A Chinese one has none: its characters are an em wide, as
// the embedded ones' are.
type OfficeFace struct {
	scene.FontFile
	Source string
}

// The places of the office faces; those before officeHan have advances, in this order.
const (
	cambria = iota
	cambriaItalic
	cambriaBold
	arial
	arialItalic
	arialBold
	arialNarrow
	arialNarrowBold
	simSun
	simSunBold
	yaHei
	officeHan = simSun
)

// OfficeFaces are the office faces, those with advances first.
func OfficeFaces() []OfficeFace {
	serif := scene.FontFile{Family: "Cambria", Weight: 400}
	sans := scene.FontFile{Family: "Arial", Weight: 400}
	narrow := scene.FontFile{Family: "Arial Narrow", Weight: 400}
	song := scene.FontFile{Family: "SimSun", Weight: 400}
	hei := scene.FontFile{Family: "Microsoft YaHei", Weight: 400}
	bold := func(f scene.FontFile) scene.FontFile { f.Weight = 700; return f }
	italic := func(f scene.FontFile) scene.FontFile { f.Italic = true; return f }
	return []OfficeFace{
		{serif, "Caladea-Regular.ttf"}, {italic(serif), "Caladea-Italic.ttf"}, {bold(serif), "Caladea-Bold.ttf"},
		{sans, "LiberationSans-Regular.ttf"}, {italic(sans), "LiberationSans-Italic.ttf"}, {bold(sans), "LiberationSans-Bold.ttf"},
		{narrow, "LiberationSansNarrow-Regular.ttf"}, {bold(narrow), "LiberationSansNarrow-Bold.ttf"},
		{song, ""}, {bold(song), ""}, {hei, ""},
	}
}

// officePlace is the office face that stands for one of ours: the family of its role, bold from SemiBold on. Medium is regular: there
// is nothing between, and small words would shout.
func officePlace(f scene.Font) int {
	switch f.Role() {
	case scene.SerifLight, scene.Serif:
		return cambria
	case scene.SerifItalic:
		return cambriaItalic
	case scene.SerifSemiBold:
		return cambriaBold
	case scene.SansItalic:
		return arialItalic
	case scene.SansSemiBold:
		return arialBold
	case scene.Cond, scene.CondMedium:
		return arialNarrow
	case scene.CondSemiBold:
		return arialNarrowBold
	case scene.HanSerifRegular:
		return simSun
	case scene.HanSerif:
		return simSunBold
	case scene.HanSans:
		return yaHei
	}
	return arial
}

// Office is the face that office programs have in the place of one of ours, without data, and its advances.
func Office(f scene.Font) (scene.FontFile, Advances) {
	at := officePlace(f)
	file := OfficeFaces()[at].FontFile
	file.Font = f
	if at >= officeHan {
		return file, Advances{}
	}
	n := at16(officeAdvances, 0)
	from := 2 + 2*n*(at+1)
	return file, Advances{officeAdvances[2 : 2+2*n], officeAdvances[from : from+2*n]}
}

// Advances are the widths of a face's characters. The zero Advances know none.
type Advances struct{ chars, widths string }

// Of is a character's advance in em/1000, where it is known.
func (a Advances) Of(r rune) (int, bool) {
	i, ok := place16(a.chars, r)
	if !ok || at16(a.widths, i) == unknownAdvance {
		return 0, false
	}
	return at16(a.widths, i), true
}
