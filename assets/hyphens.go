package assets

import _ "embed" // the patterns below

// Hyphenation patterns of hyph-utf8, made by internal/hyphens; their licences lie beside them. Nothing is read before it is asked
// for.
var (
	//go:embed hyphens/de-1996.txt
	hyphensDe string
	//go:embed hyphens/en-gb.txt
	hyphensEnGB string
	//go:embed hyphens/en-us.txt
	hyphensEnUS string
	//go:embed hyphens/es.txt
	hyphensEs string
	//go:embed hyphens/fr.txt
	hyphensFr string
)

// Hyphens are the hyphenation patterns of a language, by its BCP 47 tag: lines of letters, a blank, and pairs of a place and a
// number; behind an empty line words as they are divided. "" where there are none.
func Hyphens(tag string) string {
	switch tag {
	case "de":
		return hyphensDe
	case "en-US":
		return hyphensEnUS
	case "en":
		return hyphensEnGB
	case "es":
		return hyphensEs
	case "fr":
		return hyphensFr
	}
	return ""
}
