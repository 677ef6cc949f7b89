package formula

import (
	"errors"
	"math/big"
	"strings"
	"unicode"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// FormulaEnv is what a formula may name.
type FormulaEnv struct {
	// Figure is the value of a figure.
	Figure func(name string) (value.Value, bool)
	// Cell is the value of a table's cell; its error is printed.
	Cell func(table, row, column string) (value.Value, error)
	// Formula is the formula that a figure's value came from, nil for others. With it a claim sees that shortfall and
	// threshold move together. May be nil.
	Formula func(name string) *Formula
	// Names are the figures there are, for "did you mean". May be nil.
	Names []string
}

// Eval computes the formula. A figure that is not known makes the result not known. Errors are *SyntaxError.
func (f *Formula) Eval(env FormulaEnv) (value.Value, error) {
	v, _, err := f.eval(env)
	if err != nil {
		return v, err
	}
	return v, nil
}

// eval also says whether the result is known to have no unit: a ratio, not a number that may count anything.
func (f *Formula) eval(env FormulaEnv) (v value.Value, pure bool, err *value.SyntaxError) {
	v, pure, _, err = f.work(env)
	return v, pure, err
}

// work also says how much it was, in terms.
func (f *Formula) work(env FormulaEnv) (v value.Value, pure bool, terms int, err *value.SyntaxError) {
	const rootTerms = 25 // a root takes as long as these
	e := evaluation{env: env, vars: map[string]int{}, src: f.src}
	defer func() { terms = e.terms + rootTerms*e.roots }()
	o, err := e.build(f.root)
	if err != nil {
		return value.Value{State: value.Unknown}, false, 0, err
	}
	if v, err = e.value(o, f.root); err != nil {
		return value.Value{State: value.Unknown}, false, 0, err
	}
	return v, o.pure, 0, nil
}

// operand is a part of a formula with its figures looked up.
type operand struct {
	t       *term // in base units; percentages and points in hundredths
	unit    value.Unit
	literal bool // made of typed numbers without a unit
	pure    bool // known to have no unit
	whole   bool // what is left of 100%
	year    bool // a year, and no count
	fitted  bool // its scale is the program's choice, not the author's
	about   bool
	state   value.State
	missing string // what is not known
}

type evaluation struct {
	env   FormulaEnv
	space space
	vars  map[string]int // figure or cell → variable
	terms int
	roots int
	depth int
	src   string
}

func (e *evaluation) fail(n *node, summary, hint string) *value.SyntaxError {
	return &value.SyntaxError{Offset: n.from, End: n.to, Summary: summary, Hint: hint}
}

func (e *evaluation) build(n *node) (operand, *value.SyntaxError) {
	switch n.op {
	case "number":
		o := operand{unit: n.unit, literal: n.unit.IsZero()}
		by := new(big.Rat).Mul(value.Hundredths(n.unit), value.Power10(n.unit.Exponent()))
		o.t = e.constant(by.Mul(by, n.number))
		o.whole = percentage(n.unit) && o.t.k.Cmp(big.NewRat(1, 1)) == 0
		return o, nil
	case "figure":
		return e.figure(n)
	case "cell":
		return e.cell(n)
	case "neg":
		o, err := e.build(n.a)
		if err != nil || o.state != value.Known {
			return o, err
		}
		o.t, o.whole, o.year = e.op('-', e.constant(value.Zero()), o.t), false, false
		return o, nil
	}
	a, err := e.build(n.a)
	if err != nil {
		return a, err
	}
	b, err := e.build(n.b)
	if err != nil {
		return b, err
	}
	if a.state != value.Known {
		return a, nil
	}
	if b.state != value.Known {
		return b, nil
	}
	switch n.op {
	case "+", "-":
		return e.sum(n, a, b)
	case "*":
		return e.product(n, a, b)
	case "^":
		return e.power(n, a, b)
	}
	return e.quotient(n, a, b)
}

func (e *evaluation) constant(n *big.Rat) *term {
	e.terms++
	return &term{op: 'k', k: n}
}

// op joins two terms, constants at once.
func (e *evaluation) op(op byte, a, b *term) *term {
	e.terms++
	t := &term{op: op, a: a, b: b}
	if a.op == 'k' && b.op == 'k' && (op != '/' || b.k.Sign() != 0) {
		if p := (space{}).natural(t); p.IsPoint() {
			return &term{op: 'k', k: p.Lo.N}
		}
	}
	return t
}

func (e *evaluation) figure(n *node) (operand, *value.SyntaxError) {
	v, ok := e.env.Figure(n.name)
	if !ok {
		hint := diag.DidYouMean(n.name, e.env.Names)
		if hint == "" {
			hint = "name figures of the outline, or cells as cell(\"table\", \"row\", \"column\")"
		}
		return operand{}, e.fail(n, "there is no figure "+value.Quoted(n.name), hint)
	}
	if n.side == "" && v.State == value.Known && e.env.Formula != nil && e.depth < 16 {
		if f := e.env.Formula(n.name); f != nil {
			if o, ok := e.expand(f, v); ok {
				return o, nil
			}
		}
	}
	return e.operand(n, n.name, v)
}

// expand puts a figure's formula in its place, if that means the same as its value: a `unit` of its own may have changed it.
func (e *evaluation) expand(f *Formula, v value.Value) (operand, bool) {
	if e.terms > limits.FormulaTerms.N()/2 {
		return operand{}, false
	}
	e.depth++
	src := e.src
	e.src = f.src // its nodes name places in its own text
	defer func() { e.depth--; e.src = src }()
	o, err := e.build(f.root)
	if err != nil || o.state != value.Known {
		return operand{}, false
	}
	is, want := e.space.span(o.t), v.PureInterval()
	same := func(a, b value.Edge) bool {
		return a.Inf == b.Inf && (a.Inf || a.Open == b.Open && a.N.Cmp(b.N) == 0)
	}
	if !same(is.Lo, want.Lo) || !same(is.Hi, want.Hi) {
		return operand{}, false
	}
	if o.unit.Kind != v.Unit.Kind || o.unit.Currency != v.Unit.Currency || o.unit.Noun != v.Unit.Noun {
		o.pure, o.whole = false, false // by its author's `unit`
	}
	o.unit, o.literal, o.fitted = v.Unit, false, v.Fitted
	return o, true
}

func (e *evaluation) cell(n *node) (operand, *value.SyntaxError) {
	if e.env.Cell == nil {
		return operand{}, e.fail(n, "there are no tables here", "")
	}
	v, err := e.env.Cell(n.cell[0], n.cell[1], n.cell[2])
	if err != nil {
		summary, hint, found := strings.Cut(err.Error(), ": did you mean ")
		if found {
			hint = "did you mean " + hint
		}
		var se *value.SyntaxError
		if errors.As(err, &se) {
			hint = se.Hint
		}
		return operand{}, &value.SyntaxError{Offset: n.from, End: n.hi, Summary: summary, Hint: hint}
	}
	return e.operand(n, strings.Join(n.cell[:], "\x00"), v)
}

// operand is a looked-up value: a constant when it is a point, else a variable, one for each figure or cell.
func (e *evaluation) operand(n *node, key string, v value.Value) (operand, *value.SyntaxError) {
	o := operand{unit: v.Unit, about: v.About, state: v.State, missing: e.src[n.lo:n.hi], fitted: v.Fitted, year: v.Year}
	if o.state != value.Known {
		return o, nil
	}
	i := v.PureInterval()
	switch {
	case n.side == "low" && i.Lo.Inf:
		return o, &value.SyntaxError{Offset: n.from, End: n.hi, Summary: value.Quoted(o.missing) + ": there is no lower end, it is " + v.String(), Hint: "use .high, or the whole figure"}
	case n.side == "high" && i.Hi.Inf:
		return o, &value.SyntaxError{Offset: n.from, End: n.hi, Summary: value.Quoted(o.missing) + ": there is no upper end, it is " + v.String(), Hint: "use .low, or the whole figure"}
	case n.side == "low":
		i = value.Point(i.Lo.N)
	case n.side == "high":
		i = value.Point(i.Hi.N)
	}
	if i.IsPoint() {
		o.t = e.constant(i.Lo.N)
		return o, nil
	}
	id, ok := e.vars[key]
	if !ok {
		id = len(e.space)
		e.vars[key] = id
		e.space = append(e.space, i)
	}
	e.terms++
	o.t = &term{op: 'v', v: id}
	return o, nil
}

// size stops formulas of formulas whose fractions grow without end.
func (e *evaluation) size(n *node, t *term) *value.SyntaxError {
	switch {
	case e.terms > limits.FormulaTerms.N():
		return e.limit(n, limits.FormulaTerms)
	case t.op == 'k' && (t.k.Num().BitLen() > limits.FractionBits.N() || t.k.Denom().BitLen() > limits.FractionBits.N()):
		return e.limit(n, limits.FractionBits)
	}
	return nil
}

func (e *evaluation) limit(n *node, id limits.ID) *value.SyntaxError {
	return e.fail(n, id.Says(), id.Hint())
}

// value is an operand as a value: in a scale that reads well.
func (e *evaluation) value(o operand, n *node) (value.Value, *value.SyntaxError) {
	if o.state != value.Known {
		return value.Value{State: o.state}, nil
	}
	i := e.space.span(o.t)
	for _, edge := range []value.Edge{i.Lo, i.Hi} {
		if !edge.Inf && (edge.N.Num().BitLen() > limits.FractionBits.N() || edge.N.Denom().BitLen() > limits.FractionBits.N()) {
			return value.Value{State: value.Unknown}, e.limit(n, limits.FractionBits)
		}
	}
	return present(i, o), nil
}

func present(i value.Interval, o operand) value.Value {
	v := value.Value{About: o.about, Computed: true, Unit: o.unit, Year: o.year}
	if by := value.Hundredths(o.unit); by.Cmp(big.NewRat(1, 1)) != 0 {
		i = i.Times(value.Point(new(big.Rat).Inv(by)))
	}
	v.Unit.Scale = fitScale(i, o.unit)
	v.Fitted = o.fitted || v.Unit.Scale != o.unit.Scale // asked of amounts with a currency or a scale
	x := v.Unit.Exponent()
	v.Lo, v.Hi = i.Lo.End(x), i.Hi.End(x)
	return v
}

// fitScale moves along k, m, bn, trn until the larger end has one to three digits before the point. Numbers without a
// scale, Chinese scales and parameters (counted in bn) stay.
func fitScale(i value.Interval, u value.Unit) string {
	steps := []string{"", "k", "m", "bn", "trn"}
	at := -1
	for k, s := range steps {
		if s == u.Scale {
			at = k
		}
	}
	if at <= 0 || value.SameNoun(u.Noun, "parameters") {
		return u.Scale
	}
	largest := new(big.Rat)
	for _, e := range []value.Edge{i.Lo, i.Hi} {
		if !e.Inf {
			if n := new(big.Rat).Abs(e.N); n.Cmp(largest) > 0 {
				largest = n
			}
		}
	}
	if largest.Sign() == 0 {
		return u.Scale
	}
	at = len(steps) - 1
	for at > 0 {
		if x, _ := value.ScaleExponent(steps[at]); largest.Cmp(value.Power10(x)) >= 0 {
			break
		}
		at--
	}
	return steps[at]
}

// words is the interval in prose, with up to four significant figures, so that a comparison that is close still shows.
func (e *evaluation) words(o operand, i value.Interval) string {
	v := present(i, o)
	v.Computed = false
	for _, end := range []*value.End{&v.Lo, &v.Hi} {
		if end.Inf {
			continue
		}
		places := int32(4 - end.N.NumDigits() - int(end.N.Exponent()))
		end.N, end.Exact = value.Trim(end.N.Round(max(places, 0))), nil
	}
	return v.Prose(value.Format{})
}

func letterOrSpace(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }
