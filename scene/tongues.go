package scene

import (
	"strings"
	"unicode"
)

// Tongue is a stretch of words in one language; Lang is empty where it is the deck's.
type Tongue struct{ Words, Lang string }

// Tongues cuts words where their language changes, as far as writing shows it: Chinese within another language. All stretches together
// are the words. Latin letters within Chinese are left alone: names and abbreviations belong to no language.
func Tongues(words, deck string) []Tongue {
	if words == "" {
		return nil
	}
	if strings.HasPrefix(deck, "zh") || !strings.ContainsFunc(words, han) {
		return []Tongue{{words, ""}}
	}
	var out []Tongue
	at := 0 // what stands before is in out
	for {
		from := strings.IndexFunc(words[at:], han)
		if from < 0 {
			break
		}
		from += at
		to := from // behind the last Chinese letter that only Chinese marks part from the first
		for i, r := range words[from:] {
			if han(r) {
				to = from + i + len(string(r))
			} else if !hanMark(r) {
				break
			}
		}
		if from > at {
			out = append(out, Tongue{words[at:from], ""})
		}
		out = append(out, Tongue{words[from:to], "zh"})
		at = to
	}
	if at < len(words) {
		out = append(out, Tongue{words[at:], ""})
	}
	return out
}

func han(r rune) bool { return unicode.Is(unicode.Han, r) }

// hanMark says that a character stands between Chinese words without ending them.
func hanMark(r rune) bool {
	return r >= 0x3000 && r <= 0x303F || r >= 0xFF00 && r <= 0xFF65 || r == '·' || r == '“' || r == '”' || r == '‘' || r == '’'
}

// Lang is the language of a run where it is not the deck's.
func (r *Run) Lang(deck string) string {
	if r.Font.Han() && !strings.HasPrefix(deck, "zh") && strings.ContainsFunc(r.Text, han) {
		return "zh"
	}
	return ""
}
