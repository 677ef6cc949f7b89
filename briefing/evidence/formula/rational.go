package formula

import (
	"math/big"

	"roadshow/briefing/evidence/value"
)

// term is a formula with its figures looked up: constants, variables (figures that are intervals) and the four operations.
type term struct {
	op   byte // 'k' constant, 'v' variable, '+', '-', '*', '/'
	k    *big.Rat
	v    int
	a, b *term
}

// space holds the intervals of the variables of one formula.
type space []value.Interval

// span is the set of values that t takes. It is exact where every variable occurs once, and where the formula rises or
// falls in each variable throughout; else it may be too wide, never too narrow.
func (s space) span(t *term) value.Interval {
	used := make([]int, len(s))
	t.count(used)
	twice := false
	for _, n := range used {
		twice = twice || n > 1
	}
	natural := s.natural(t)
	if !twice {
		return natural
	}
	p, q, ok := t.quotient(len(s))
	if !ok {
		return natural
	}
	return natural.Meet(s.correlated(p, q, used))
}

func (t *term) count(used []int) {
	switch t.op {
	case 'v':
		used[t.v]++
	case 'k':
	default:
		t.a.count(used)
		t.b.count(used)
	}
}

// natural evaluates operation by operation, as if every mention of a figure were another figure.
func (s space) natural(t *term) value.Interval {
	switch t.op {
	case 'k':
		return value.Point(t.k)
	case 'v':
		return s[t.v]
	case '+':
		return s.natural(t.a).Plus(s.natural(t.b))
	case '-':
		return s.natural(t.a).Plus(s.natural(t.b).Negate())
	case '*':
		return s.natural(t.a).Times(s.natural(t.b))
	}
	return s.natural(t.a).Times(s.natural(t.b).Inverse())
}

// correlated is the range of p/q with the variables' sameness kept: p/q rises in a variable where p'q − pq' is positive, and
// what cancels there is gone (x − x, x ÷ x, shares, growth rates). The extremes then lie at corners.
func (s space) correlated(p, q polynomial, used []int) value.Interval {
	low, high := s.corner(), s.corner()
	for v, n := range used {
		if n == 0 {
			continue
		}
		slope := p.derivative(v).times(q).minus(p.times(q.derivative(v)))
		if len(slope) == 0 { // cancelled: any number does
			inside := inside(s[v])
			low.pin(v, value.Edge{N: inside}, 0, false)
			high.pin(v, value.Edge{N: inside}, 0, false)
			continue
		}
		switch sign, strict := s.polynomial(slope).Sign(); sign {
		case 1:
			low.pin(v, s[v].Lo, -1, strict)
			high.pin(v, s[v].Hi, 1, strict)
		case -1:
			low.pin(v, s[v].Hi, 1, strict)
			high.pin(v, s[v].Lo, -1, strict)
		default:
			low.free, high.free = true, true
		}
	}
	out := value.Interval{Lo: low.evaluate(p, q).Lo, Hi: high.evaluate(p, q).Hi}
	out.Lo.Open = out.Lo.Open || low.open && !out.Lo.Inf
	out.Hi.Open = out.Hi.Open || high.open && !out.Hi.Inf
	return out
}

// corner is a place in the space: variables are pinned to one of their ends, or run away to an infinity.
type corner struct {
	at   space
	run  []int // 1 or -1: this variable has no limit on that side
	free bool  // some variables are not pinned
	open bool  // the corner itself is not reached
}

func (s space) corner() *corner {
	return &corner{at: append(space(nil), s...), run: make([]int, len(s))}
}

// pin puts variable v to an end. strict: the formula really changes with it, so an end that is not reached bars the corner.
func (c *corner) pin(v int, e value.Edge, side int, strict bool) {
	c.open = c.open || strict && (e.Open || e.Inf)
	if e.Inf {
		c.run[v] = side
		return
	}
	c.at[v] = value.Point(e.N)
}

// inside is some number of the interval.
func inside(i value.Interval) *big.Rat {
	switch {
	case i.Lo.Inf && i.Hi.Inf:
		return value.Zero()
	case i.Lo.Inf:
		return new(big.Rat).Sub(i.Hi.N, big.NewRat(1, 1))
	case i.Hi.Inf:
		return new(big.Rat).Add(i.Lo.N, big.NewRat(1, 1))
	}
	sum := new(big.Rat).Add(i.Lo.N, i.Hi.N)
	return sum.Quo(sum, big.NewRat(2, 1))
}

// evaluate is p/q at the corner. Where one variable runs away its highest powers decide; otherwise nothing is known.
func (c *corner) evaluate(p, q polynomial) value.Interval {
	far, runs := -1, 0
	for v, side := range c.run {
		if side != 0 {
			far, runs = v, runs+1
		}
	}
	if runs == 0 {
		return c.at.polynomial(p).Times(c.at.polynomial(q).Inverse())
	}
	if runs > 1 || c.free {
		return value.Everything()
	}
	dp, cp := p.leading(c.at, far)
	dq, cq := q.leading(c.at, far)
	switch {
	case cp.Sign() == 0 || cq.Sign() == 0 || dp > dq:
		return value.Everything()
	case dp < dq:
		return value.Point(value.Zero())
	}
	return value.Point(new(big.Rat).Quo(cp, cq))
}

// polynomial is a sum of monomials with their coefficients; the key is one byte a variable, its power.
type polynomial map[string]*big.Rat

// Beyond these sizes a formula is evaluated operation by operation.
const (
	maxMonomials = 60
	maxPower     = 32
)

// quotient multiplies t out to one fraction.
func (t *term) quotient(vars int) (p, q polynomial, ok bool) {
	one := polynomial{string(make([]byte, vars)): big.NewRat(1, 1)}
	switch t.op {
	case 'k':
		if t.k.Sign() == 0 {
			return polynomial{}, one, true
		}
		return polynomial{string(make([]byte, vars)): t.k}, one, true
	case 'v':
		power := make([]byte, vars)
		power[t.v] = 1
		return polynomial{string(power): big.NewRat(1, 1)}, one, true
	}
	ap, aq, ok := t.a.quotient(vars)
	if !ok {
		return nil, nil, false
	}
	bp, bq, ok := t.b.quotient(vars)
	if !ok || len(ap)*len(bp) > 4*maxMonomials || len(aq)*len(bq) > 4*maxMonomials || len(ap)*len(bq) > 4*maxMonomials {
		return nil, nil, false
	}
	switch t.op {
	case '*':
		p, q = ap.times(bp), aq.times(bq)
	case '/':
		p, q = ap.times(bq), aq.times(bp)
	case '+':
		p, q = ap.times(bq).minus(bp.times(aq).scaled(-1)), aq.times(bq)
	case '-':
		p, q = ap.times(bq).minus(bp.times(aq)), aq.times(bq)
	}
	p, q = cancel(p, q)
	return p, q, p.small() && q.small()
}

func (p polynomial) small() bool {
	if len(p) > maxMonomials {
		return false
	}
	for key := range p {
		for i := range len(key) {
			if key[i] > maxPower {
				return false
			}
		}
	}
	return true
}

// cancel takes out the powers that all monomials above and below share.
func cancel(p, q polynomial) (polynomial, polynomial) {
	var shared []byte
	for _, of := range []polynomial{p, q} {
		for key := range of {
			if shared == nil {
				shared = []byte(key)
			}
			for i := range shared {
				shared[i] = min(shared[i], key[i])
			}
		}
	}
	if len(p) == 0 || string(shared) == string(make([]byte, len(shared))) {
		return p, q
	}
	without := func(of polynomial) polynomial {
		out := make(polynomial, len(of))
		for key, k := range of {
			power := []byte(key)
			for i := range power {
				power[i] -= shared[i]
			}
			out[string(power)] = k
		}
		return out
	}
	return without(p), without(q)
}

func (p polynomial) times(q polynomial) polynomial {
	out := make(polynomial, len(p)*len(q))
	for a, x := range p {
		for b, y := range q {
			power := []byte(a)
			for i := range power {
				power[i] += b[i]
			}
			out.add(string(power), new(big.Rat).Mul(x, y))
		}
	}
	return out
}

func (p polynomial) minus(q polynomial) polynomial {
	out := make(polynomial, len(p)+len(q))
	for key, k := range p {
		out[key] = new(big.Rat).Set(k)
	}
	for key, k := range q {
		out.add(key, new(big.Rat).Neg(k))
	}
	return out
}

func (p polynomial) scaled(by int64) polynomial {
	out := make(polynomial, len(p))
	for key, k := range p {
		out[key] = new(big.Rat).Mul(k, big.NewRat(by, 1))
	}
	return out
}

func (p polynomial) add(key string, k *big.Rat) {
	if have, ok := p[key]; ok {
		k = k.Add(k, have)
	}
	if k.Sign() == 0 {
		delete(p, key)
		return
	}
	p[key] = k
}

func (p polynomial) derivative(v int) polynomial {
	out := make(polynomial, len(p))
	for key, k := range p {
		if key[v] > 0 {
			power := []byte(key)
			power[v]--
			out[string(power)] = new(big.Rat).Mul(k, big.NewRat(int64(key[v]), 1))
		}
	}
	return out
}

// polynomial evaluates monomial by monomial.
func (s space) polynomial(p polynomial) value.Interval {
	sum := value.Point(new(big.Rat))
	for key, k := range p {
		m := value.Point(k)
		for v := range s {
			if key[v] > 0 {
				m = m.Times(s[v].Raise(int(key[v])))
			}
		}
		sum = sum.Plus(m)
	}
	return sum
}

// leading is the highest power of variable v and its coefficient, the other variables being points.
func (p polynomial) leading(s space, v int) (power byte, k *big.Rat) {
	for key := range p {
		power = max(power, key[v])
	}
	k = new(big.Rat)
	for key, c := range p {
		if key[v] != power {
			continue
		}
		m := new(big.Rat).Set(c)
		for o := range s {
			for range key[o] {
				if o != v {
					m.Mul(m, s[o].Lo.N)
				}
			}
		}
		k.Add(k, m)
	}
	return power, k
}
