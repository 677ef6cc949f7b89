package formula

import (
	"math/big"
	"strings"

	"roadshow/briefing/evidence/value"
)

// mostTimes is the largest plain number that is taken to multiply a percentage: 2 × 20% is 40%. Whoever writes 410 × 20% means 82 of 410
// things.
const mostTimes = 100

// ofCount refuses a percentage times a figure that is so large that it counts something, which is not said.
func (f *Formula) ofCount(env FormulaEnv) *value.SyntaxError {
	n := f.root
	if n.op != "*" {
		return nil
	}
	for _, factors := range [...][2]*node{{n.a, n.b}, {n.b, n.a}} {
		count, share := factors[0], factors[1]
		e := evaluation{env: env, vars: map[string]int{}, src: f.src}
		c, wrong := e.build(count)
		if wrong != nil || c.state != value.Known || count.op != "figure" || !c.unit.IsZero() || c.pure || c.literal {
			continue
		}
		if s, wrong := e.build(share); wrong != nil || s.state != value.Known || !percentage(s.unit) {
			continue
		}
		i := e.space.span(c.t)
		if i.Lo.Inf || i.Lo.N.Cmp(big.NewRat(mostTimes, 1)) <= 0 {
			continue
		}
		says := e.words(c, i)
		return &value.SyntaxError{Offset: count.lo, End: count.hi, Summary: "what " + value.Quoted(f.src[count.lo:count.hi]) + " counts is not said: " + says + " times a percentage is a percentage",
			Hint: "say in its value what it counts, as in " + strings.TrimSpace(says) + " units, or here `unit: \"%\"`"}
	}
	return nil
}
