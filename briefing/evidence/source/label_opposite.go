package source

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/value"
)

// side is a word of a pair of opposites, the words it stands at, and whether a sign tells as well which it is (profit, loss), or its object
// what it is of (excluding fuel).
type side struct {
	of, name       string
	at             span
	signed, object bool
}

// sides are the words of opposites in an excerpt, each once: 不含 holds no 含.
func (e *Excerpt) sides() (out []side) {
	for i := 0; i < len(e.Words); i++ {
		var longest int
		for p := range words().starting(e.At(i)) {
			if !p.opposites || len(p.words) < longest || !e.stands(p, i) {
				continue
			}
			longest = len(p.words) // 净利 is of two pairs
			f := strings.Fields(p.arg)
			s := side{of: f[0], name: f[1], at: span{i, i + longest}}
			for _, flag := range f[2:] {
				s.signed, s.object = s.signed || flag == "signed", s.object || flag == "object"
			}
			out = append(out, s)
		}
		i += max(longest, 1) - 1
	}
	return out
}

// saysOpposite is what the clause of reading i says where a label names the opposite: a loss of $5m is no profit of $5m, and a sum before
// tax none after it. Where the sentence or the label has both sides, neither is held against the other.
func (e *Excerpt) saysOpposite(all []Reading, i int, l *Excerpt, v value.Value) string {
	names := l.sides()
	if len(names) == 0 {
		return ""
	}
	said, mine := e.sides(), e.stretchOf(all, i)
	for _, n := range names {
		if n.signed && (v.Negative() || v.Plus || l.tellsChange()) || n.object && !e.kinIn(l.At(n.at.to), 0, len(e.Words)) || n.in(said) {
			continue
		}
		for _, s := range said {
			if s.of == n.of && !s.in(names) && s.at.from >= mine.from && s.at.to <= mine.to {
				return e.Part(min(s.at.from, all[i].From), max(s.at.to, all[i].To))
			}
		}
	}
	return ""
}

// in says that one of these is the same side of the same pair.
func (s side) in(list []side) bool {
	return slices.ContainsFunc(list, func(o side) bool { return o.of == s.of && o.name == s.name })
}
