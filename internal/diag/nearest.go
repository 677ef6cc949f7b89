package diag

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// DidYouMean is a hint that names the nearest of the allowed words, "" when none is near. Of two words that look the same it says
// which character nobody sees.
func DidYouMean(word string, allowed []string) string {
	if w := Nearest(word, allowed); w != "" {
		if unseen := strings.IndexFunc(word, OddBlank); unseen >= 0 && strings.TrimSpace(strings.Map(plainly, word)) == w {
			r, _ := utf8.DecodeRuneInString(word[unseen:])
			return NameBlank(r) + ` stands in it: write "` + w + `"`
		}
		return `did you mean "` + w + `"?`
	}
	return ""
}

// Nearest is the allowed word with the fewest slips from word, "" when none is near: one slip for every three letters, and
// a swap of two neighbours counts as one. Case, hyphens and blanks do not count. The first of equals wins.
func Nearest(word string, allowed []string) string {
	w := fold(word)
	n := utf8.RuneCountInString(w)
	best, bestSlips := "", max(1, (n+2)/3)+1
	for _, a := range allowed {
		f := fold(a)
		d := slips(w, f, bestSlips)
		// Half of a short word may be wrong if at least it begins alike; of two letters one must be right.
		near := 2*d < n || 2*d == n && w != "" && f != "" && w[0] == f[0] || n <= 2 && d < max(n, utf8.RuneCountInString(a))
		if d < bestSlips && near {
			best, bestSlips = a, d
		}
	}
	if best != "" || n < 4 {
		return best
	}
	// Half a word in common is a hint too: two_colum for two_charts, chart_comment for chart.
	most := 3
	for _, a := range allowed {
		f := fold(a)
		k := 0
		for k < min(len(w), len(f)) && w[k] == f[k] {
			k++
		}
		if k > most && (k == len(f) || 2*k >= len(w)) {
			best, most = a, k
		}
	}
	return best
}

// OddBlank says that a character is seen as a blank, or not at all, and is none of those that keyboards type.
func OddBlank(r rune) bool {
	return r != ' ' && unicode.Is(unicode.Zs, r) || r >= 0x200b && r <= 0x200d || r == 0x2060 || r == 0xad
}

// NameBlank names such a character.
func NameBlank(r rune) string {
	names := map[rune]string{0xa0: "a no-break space", 0x202f: "a narrow no-break space", 0x3000: "a full-width space", 0x200b: "a zero-width space", 0xad: "a soft hyphen"}
	name := names[r]
	if name == "" {
		name = "an unusual space"
	}
	return fmt.Sprintf("%s (U+%04X)", name, r)
}

// plainly makes a blank of one that only looks so, and nothing of what is not seen.
func plainly(r rune) rune {
	switch {
	case !OddBlank(r):
		return r
	case unicode.Is(unicode.Zs, r):
		return ' '
	}
	return -1
}

func fold(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == ' ' {
			return '_'
		}
		return r
	}, strings.ToLower(s))
}

// slips counts insertions, deletions, changes and swaps of neighbours between two words, up to limit.
func slips(a, b string, limit int) int {
	s, t := []rune(a), []rune(b)
	if len(s)-len(t) >= limit || len(t)-len(s) >= limit || len(s) > 64 {
		return limit
	}
	before, row, next := make([]int, len(t)+1), make([]int, len(t)+1), make([]int, len(t)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(s); i++ {
		next[0] = i
		for j := 1; j <= len(t); j++ {
			change := 1
			if s[i-1] == t[j-1] {
				change = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+change)
			if i > 1 && j > 1 && s[i-1] == t[j-2] && s[i-2] == t[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row, next = row, next, before
	}
	return min(row[len(t)], limit)
}
