package formula

import (
	"strings"

	"roadshow/briefing/evidence/value"
)

// Claim is what a title says, as arithmetic: comparisons of formulas, joined by and, or, not.
type Claim struct {
	src  string
	root *node
}

// Truth of a claim over intervals.
type Truth uint8

// Truths.
const (
	True       Truth = iota // for every possible value
	False                   // for none
	CannotKnow              // for some only
)

func (t Truth) String() string { return [...]string{"true", "false", "cannot be known"}[t] }

// Verdict is a claim's truth and why.
type Verdict struct {
	Truth   Truth
	Why     string // the ends that decide: "shortfall is 6.667–8.333 times"
	Explain string // the whole sentence: "shortfall is 6.667–8.333 times, so shortfall > 6 is true"
}

// ParseClaim reads a claim. Its errors are *SyntaxError.
func ParseClaim(src string) (*Claim, error) {
	n, err := parse(src)
	if err != nil {
		return nil, err
	}
	if !claimOp(n.op) {
		return nil, &value.SyntaxError{Offset: n.lo, End: n.hi, Summary: "a claim compares: " + value.Quoted(strings.TrimSpace(src)) + " does not", Hint: "write what the title says, as in shortfall > 6"}
	}
	return &Claim{src: src, root: n}, nil
}

// String is the claim as typed.
func (c *Claim) String() string { return strings.TrimSpace(c.src) }

// Names are the figures that the claim mentions, each once, in order.
func (c *Claim) Names() []string { return c.root.names() }

// Cells are the cells that the claim mentions as {table, row, column}, each once, in order.
func (c *Claim) Cells() [][3]string { return c.root.cells() }

// Eval decides the claim for every possible value of its intervals. Errors are *SyntaxError.
func (c *Claim) Eval(env FormulaEnv) (Verdict, error) {
	j := judge{evaluation{env: env, vars: map[string]int{}, src: c.src}}
	t, facts, err := j.judge(c.root)
	if err != nil {
		return Verdict{Truth: CannotKnow}, err
	}
	var deciding, all []string
	for _, f := range facts {
		if f.truth == t || len(facts) == 1 {
			deciding = merge(deciding, f.says)
		}
		all = merge(all, f.says)
	}
	if len(deciding) == 0 {
		deciding = all
	}
	v := Verdict{Truth: t, Why: strings.Join(deciding, ", ")}
	v.Explain = strings.Join(all, ", ") + ", so " + c.String() + " is " + t.String()
	if t == CannotKnow {
		v.Explain = strings.Join(all, ", ") + ", so " + c.String() + " " + t.String()
	}
	return v, nil
}

func merge(have, more []string) []string {
	for _, m := range more {
		found := false
		for _, h := range have {
			found = found || h == m
		}
		if !found {
			have = append(have, m)
		}
	}
	return have
}

// fact is one comparison, decided.
type fact struct {
	truth Truth
	says  []string // what its sides are
}

type judge struct{ evaluation }

func (j *judge) judge(n *node) (Truth, []fact, *value.SyntaxError) {
	switch n.op {
	case "not":
		t, facts, err := j.judge(n.a)
		for i := range facts {
			facts[i].truth = not(facts[i].truth)
		}
		return not(t), facts, err
	case "and", "or":
		a, fa, err := j.judge(n.a)
		if err != nil {
			return CannotKnow, nil, err
		}
		b, fb, err := j.judge(n.b)
		if err != nil {
			return CannotKnow, nil, err
		}
		if n.op == "or" {
			return not(both(not(a), not(b))), append(fa, fb...), nil
		}
		return both(a, b), append(fa, fb...), nil
	}
	f, err := j.compare(n)
	return f.truth, []fact{f}, err
}

func not(t Truth) Truth {
	switch t {
	case True:
		return False
	case False:
		return True
	}
	return CannotKnow
}

func both(a, b Truth) Truth {
	switch {
	case a == False || b == False:
		return False
	case a == True && b == True:
		return True
	}
	return CannotKnow
}

// compare decides by the difference of the two sides, in which the same figure on both sides cancels.
func (j *judge) compare(n *node) (fact, *value.SyntaxError) {
	a, err := j.build(n.a)
	if err != nil {
		return fact{}, err
	}
	b, err := j.build(n.b)
	if err != nil {
		return fact{}, err
	}
	for _, o := range []operand{a, b} {
		if o.state != value.Known {
			word := map[value.State]string{value.NotApplicable: " does not exist (n/a)", value.Unknown: " is not known"}[o.state]
			return fact{CannotKnow, []string{o.missing + word}}, nil
		}
	}
	if a, b, err = j.adopt(n, a, b); err != nil {
		return fact{}, err
	}
	if !value.SameUnit(a.unit, b.unit) && !(plain(a.unit) && plain(b.unit)) && !a.share(b) && !b.share(a) {
		return fact{}, j.fail(n, a.unitName()+" cannot be compared with "+b.unitName(), sameUnitHint(a, b))
	}
	f := fact{says: append(j.says(n.a, a), j.says(n.b, b)...)}
	if len(f.says) == 0 {
		f.says = []string{j.src[n.lo:n.hi] + " compares typed numbers"}
	}
	t := j.op('-', a.t, b.t)
	if err := j.size(n, t); err != nil {
		return f, err
	}
	f.truth = decide(n.op, j.space.span(t))
	return f, nil
}

// share says that a ratio is compared with a percentage: both are pure numbers. A typed number is none beside a percentage:
// 0.15 and 15 may both have been meant.
func (o operand) share(percent operand) bool {
	return percentage(percent.unit) && plain(o.unit) && !o.literal && (o.pure || o.unit.Kind == value.Times)
}

// says names a side's ends, unless it is a number as typed.
func (j *judge) says(n *node, o operand) []string {
	if n.find(func(n *node) bool { return n.op == "figure" || n.op == "cell" }) == nil {
		return nil
	}
	return []string{strings.TrimSpace(j.src[n.lo:n.hi]) + " is " + j.words(o, j.space.span(o.t))}
}

// decide compares a difference with zero.
func decide(op string, d value.Interval) Truth {
	sign, strict := d.Sign()
	above, below := sign > 0, sign < 0
	if d.IsPoint() && d.Lo.N.Sign() == 0 {
		above, below, strict = true, true, false
	}
	switch op {
	case "<":
		above, below = below, above
		fallthrough
	case ">":
		switch {
		case above && strict:
			return True
		case below:
			return False
		}
	case "<=":
		above, below = below, above
		fallthrough
	case ">=":
		switch {
		case above:
			return True
		case below && strict:
			return False
		}
	case "==":
		switch {
		case above && below:
			return True
		case !d.Has(value.Zero()):
			return False
		}
	case "!=":
		return not(decide("==", d))
	}
	return CannotKnow
}
