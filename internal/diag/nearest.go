package diag

import (
	"strings"
	"unicode/utf8"
)

// DidYouMean is a hint that names the nearest of the allowed words, "" when none is near.
func DidYouMean(word string, allowed []string) string {
	if w := Nearest(word, allowed); w != "" {
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
		d := slips(w, fold(a), bestSlips)
		// Half of a short word may be wrong if at least it begins alike; of two letters one must be right.
		near := 2*d < n || 2*d == n && w[0] == fold(a)[0] || n <= 2 && d < max(n, utf8.RuneCountInString(a))
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
