package evidence

import (
	"errors"
	"math/big"
	"strings"
	"unicode"

	"roadshow/internal/diag"
)

// FormulaEnv is what a formula may name.
type FormulaEnv struct {
	// Figure is the value of a figure.
	Figure func(name string) (Value, bool)
	// Cell is the value of a table's cell; its error is printed.
	Cell func(table, row, column string) (Value, error)
	// Formula is the formula that a figure's value came from, nil for others. With it a claim sees that shortfall and
	// threshold move together. May be nil.
	Formula func(name string) *Formula
	// Names are the figures there are, for "did you mean". May be nil.
	Names []string
}

// Bounds of what one evaluation may cost.
const (
	maxTerms = 400  // after formulas of formulas are filled in
	maxBits  = 4000 // of a fraction's numerator or denominator
)

// Eval computes the formula. A figure that is not known makes the result not known. Errors are *SyntaxError.
func (f *Formula) Eval(env FormulaEnv) (Value, error) {
	e := evaluation{env: env, vars: map[string]int{}, src: f.src}
	o, err := e.build(f.root)
	if err != nil {
		return Value{State: Unknown}, err
	}
	v, err := e.value(o, f.root)
	if err != nil {
		return Value{State: Unknown}, err
	}
	return v, nil
}

// operand is a part of a formula with its figures looked up.
type operand struct {
	t       *term // in base units
	unit    Unit
	literal bool // made of typed numbers only: takes the unit and the scale of what it stands beside
	about   bool
	state   State
	missing string // what is not known
}

type evaluation struct {
	env   FormulaEnv
	space space
	vars  map[string]int // figure or cell → variable
	terms int
	depth int
	src   string
}

func (e *evaluation) fail(n *node, summary, hint string) *SyntaxError {
	return &SyntaxError{n.from, n.to, summary, hint}
}

func (e *evaluation) build(n *node) (operand, *SyntaxError) {
	switch n.op {
	case "number":
		o := operand{t: e.constant(n.number), literal: true}
		if n.percent {
			o.unit.Kind, o.literal = Percent, false
		}
		return o, nil
	case "figure":
		return e.figure(n)
	case "cell":
		return e.cell(n)
	case "neg":
		o, err := e.build(n.a)
		if err != nil || o.state != Known {
			return o, err
		}
		o.t = e.op('-', e.constant(zero()), o.t)
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
	if a.state != Known {
		return a, nil
	}
	if b.state != Known {
		return b, nil
	}
	switch n.op {
	case "+", "-":
		return e.sum(n, a, b)
	case "*":
		return e.product(n, a, b)
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
		if p := (space{}).natural(t); p.isPoint() {
			return &term{op: 'k', k: p.lo.n}
		}
	}
	return t
}

func (e *evaluation) figure(n *node) (operand, *SyntaxError) {
	v, ok := e.env.Figure(n.name)
	if !ok {
		hint := diag.DidYouMean(n.name, e.env.Names)
		if hint == "" {
			hint = "name figures of the outline, or cells as cell(\"table\", \"row\", \"column\")"
		}
		return operand{}, e.fail(n, "there is no figure "+quoted(n.name), hint)
	}
	if n.side == "" && v.State == Known && e.env.Formula != nil && e.depth < 16 {
		if f := e.env.Formula(n.name); f != nil {
			if o, ok := e.expand(f, v); ok {
				return o, nil
			}
		}
	}
	return e.operand(n, n.name, v)
}

// expand puts a figure's formula in its place, if that means the same as its value: a `unit` of its own may have changed it.
func (e *evaluation) expand(f *Formula, v Value) (operand, bool) {
	if e.terms > maxTerms/2 {
		return operand{}, false
	}
	e.depth++
	src := e.src
	e.src = f.src // its nodes name places in its own text
	defer func() { e.depth--; e.src = src }()
	o, err := e.build(f.root)
	if err != nil || o.state != Known {
		return operand{}, false
	}
	is, want := e.space.span(o.t), v.interval()
	same := func(a, b edge) bool {
		return a.inf == b.inf && (a.inf || a.open == b.open && a.n.Cmp(b.n) == 0)
	}
	if !same(is.lo, want.lo) || !same(is.hi, want.hi) {
		return operand{}, false
	}
	o.unit, o.literal = v.Unit, false
	return o, true
}

func (e *evaluation) cell(n *node) (operand, *SyntaxError) {
	if e.env.Cell == nil {
		return operand{}, e.fail(n, "there are no tables here", "")
	}
	v, err := e.env.Cell(n.cell[0], n.cell[1], n.cell[2])
	if err != nil {
		summary, hint, found := strings.Cut(err.Error(), ": did you mean ")
		if found {
			hint = "did you mean " + hint
		}
		var se *SyntaxError
		if errors.As(err, &se) {
			hint = se.Hint
		}
		return operand{}, &SyntaxError{n.from, n.hi, summary, hint}
	}
	return e.operand(n, strings.Join(n.cell[:], "\x00"), v)
}

// operand is a looked-up value: a constant when it is a point, else a variable, one for each figure or cell.
func (e *evaluation) operand(n *node, key string, v Value) (operand, *SyntaxError) {
	o := operand{unit: v.Unit, about: v.About, state: v.State, missing: e.src[n.lo:n.hi]}
	if o.state != Known {
		return o, nil
	}
	i := v.interval()
	switch {
	case n.side == "low" && i.lo.inf:
		return o, &SyntaxError{n.from, n.hi, quoted(o.missing) + ": there is no lower end, it is " + v.String(), "use .high, or the whole figure"}
	case n.side == "high" && i.hi.inf:
		return o, &SyntaxError{n.from, n.hi, quoted(o.missing) + ": there is no upper end, it is " + v.String(), "use .low, or the whole figure"}
	case n.side == "low":
		i = point(i.lo.n)
	case n.side == "high":
		i = point(i.hi.n)
	}
	if i.isPoint() {
		o.t = e.constant(i.lo.n)
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

// adopt gives a typed number the unit and the scale of what it stands beside: 10 beside 6 bn is ten billion.
func (e *evaluation) adopt(a, b operand) (operand, operand) {
	scaled := func(lit, of operand) operand {
		lit.unit, lit.literal = of.unit, false
		if x := of.unit.exponent(); x != 0 {
			lit.t = e.op('*', lit.t, e.constant(power10(x)))
		}
		return lit
	}
	switch {
	case a.literal && !b.literal:
		a = scaled(a, b)
	case b.literal && !a.literal:
		b = scaled(b, a)
	}
	return a, b
}

func (e *evaluation) sum(n *node, a, b operand) (operand, *SyntaxError) {
	a, b = e.adopt(a, b)
	o := operand{t: e.op(n.op[0], a.t, b.t), unit: a.unit, literal: a.literal && b.literal, about: a.about || b.about}
	if b.unit.exponent() > a.unit.exponent() {
		o.unit.Scale = b.unit.Scale
	}
	switch ka, kb := a.unit.Kind, b.unit.Kind; {
	case ka == Percent && kb == Points:
	case ka == Percent && kb == Percent && n.op == "-":
		o.unit.Kind = Points // 70% is 20 points more than 50%
	case !SameUnit(a.unit, b.unit):
		word := map[string]string{"+": "added to", "-": "subtracted from"}[n.op]
		first, second := a.unit, b.unit
		if n.op == "-" {
			first, second = b.unit, a.unit
		}
		return o, e.fail(n, unitName(first)+" cannot be "+word+" "+unitName(second), "give both figures the same unit")
	}
	return o, e.size(n, o.t)
}

func unitName(u Unit) string {
	u.Scale = ""
	if u.IsZero() {
		return "a plain number"
	}
	return quoted(u.String())
}

func (e *evaluation) product(n *node, a, b operand) (operand, *SyntaxError) {
	o := operand{t: e.op('*', a.t, b.t), literal: a.literal && b.literal, about: a.about || b.about}
	switch {
	case a.unit.plain():
		o.unit = b.unit
		if a.unit.exponent() > 0 && o.unit.Kind == Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
	case b.unit.plain():
		o.unit = a.unit
		if b.unit.exponent() > 0 && o.unit.Kind == Plain {
			o.unit.Scale = larger(a.unit, b.unit)
		}
	case a.unit.Kind == Percent || b.unit.Kind == Percent:
		o.unit = a.unit
		if a.unit.Kind == Percent {
			o.unit = b.unit
		}
		o.t = e.op('/', o.t, e.constant(big.NewRat(100, 1)))
	default:
		u, ok := cancelRate(a.unit, b.unit)
		if !ok {
			return o, e.fail(n, unitName(a.unit)+" times "+unitName(b.unit)+" has no unit", "multiply by a plain number, a percentage or a rate such as $/kWh")
		}
		o.unit = u
	}
	return o, e.size(n, o.t)
}

func larger(a, b Unit) string {
	if a.exponent() > b.exponent() {
		return a.Scale
	}
	return b.Scale
}

// plain units leave the other factor's unit as it is: none at all, a scale alone, and multiples.
func (u Unit) plain() bool {
	return u.Currency == "" && u.Noun == "" && (u.Kind == Plain || u.Kind == Times)
}

// cancelRate multiplies $/kWh by kWh.
func cancelRate(a, b Unit) (Unit, bool) {
	rate, of := a, b
	if !strings.HasPrefix(rate.Noun, "/") && !strings.HasPrefix(rate.Noun, "per ") {
		rate, of = b, a
	}
	per := strings.TrimPrefix(strings.TrimPrefix(rate.Noun, "/"), "per ")
	if per == rate.Noun || !sameNoun(strings.TrimSpace(per), of.Noun) || of.Currency != "" || of.Kind != Plain {
		return Unit{}, false
	}
	rate.Noun, rate.Scale = "", larger(rate, of)
	return rate, true
}

func (e *evaluation) quotient(n *node, a, b operand) (operand, *SyntaxError) {
	o := operand{literal: a.literal && b.literal, about: a.about || b.about}
	by := e.space.span(b.t)
	if s, _ := by.sign(); s == 0 || by.has(zero()) {
		if by.isPoint() {
			return o, e.fail(n, quoted(e.src[n.b.lo:n.b.hi])+" is zero: nothing can be divided by it", "")
		}
		return o, e.fail(n, quoted(e.src[n.b.lo:n.b.hi])+" may be zero, it is "+e.words(b, by)+": nothing can be divided by it", "")
	}
	o.t = e.op('/', a.t, b.t)
	switch {
	case b.unit.plain():
		o.unit = a.unit
		if a.unit.Kind == Times && b.unit.Kind == Times {
			o.unit.Kind = Plain
		}
	case SameUnit(a.unit, b.unit): // the units cancel
	case b.unit.Kind == Percent:
		o.unit = a.unit
		o.t = e.op('*', o.t, e.constant(big.NewRat(100, 1)))
	case b.unit.Kind == Points || a.unit.Kind == Points || a.unit.Currency != "" && b.unit.Currency != "" || b.unit.Currency != "" || strings.ContainsRune(b.unit.Noun, '/'):
		return o, e.fail(n, unitName(a.unit)+" cannot be divided by "+unitName(b.unit), "give both figures the same unit")
	default:
		o.unit = a.unit
		o.unit.Noun = a.unit.Noun + "/" + one(b.unit.Noun)
	}
	return o, e.size(n, o.t)
}

// one is the singular that a rate is counted by: $/month.
func one(noun string) string {
	if len(noun) > 4 && strings.HasSuffix(noun, "s") && !strings.HasSuffix(noun, "ss") {
		return noun[:len(noun)-1]
	}
	return noun
}

// size stops formulas of formulas whose fractions grow without end.
func (e *evaluation) size(n *node, t *term) *SyntaxError {
	if e.terms > maxTerms || t.op == 'k' && (t.k.Num().BitLen() > maxBits || t.k.Denom().BitLen() > maxBits) {
		return e.fail(n, "the formula is too large", "divide it into fewer figures")
	}
	return nil
}

// value is an operand as a value: in a scale that reads well.
func (e *evaluation) value(o operand, n *node) (Value, *SyntaxError) {
	if o.state != Known {
		return Value{State: o.state}, nil
	}
	i := e.space.span(o.t)
	for _, edge := range []edge{i.lo, i.hi} {
		if !edge.inf && (edge.n.Num().BitLen() > maxBits || edge.n.Denom().BitLen() > maxBits) {
			return Value{State: Unknown}, e.fail(n, "the formula is too large", "divide it into fewer figures")
		}
	}
	return present(i, o), nil
}

func present(i interval, o operand) Value {
	v := Value{About: o.about, Computed: true, Unit: o.unit}
	v.Unit.Scale = fitScale(i, o.unit)
	x := v.Unit.exponent()
	v.Lo, v.Hi = i.lo.end(x), i.hi.end(x)
	return v
}

// fitScale moves along k, m, bn, trn until the larger end has one to three digits before the point. Numbers without a
// scale, Chinese scales and parameters (counted in bn) stay.
func fitScale(i interval, u Unit) string {
	steps := []string{"", "k", "m", "bn", "trn"}
	at := -1
	for k, s := range steps {
		if s == u.Scale {
			at = k
		}
	}
	if at <= 0 || sameNoun(u.Noun, "parameters") {
		return u.Scale
	}
	largest := new(big.Rat)
	for _, e := range []edge{i.lo, i.hi} {
		if !e.inf {
			if n := new(big.Rat).Abs(e.n); n.Cmp(largest) > 0 {
				largest = n
			}
		}
	}
	if largest.Sign() == 0 {
		return u.Scale
	}
	at = len(steps) - 1
	for at > 0 {
		if x, _ := scaleExponent(steps[at]); largest.Cmp(power10(x)) >= 0 {
			break
		}
		at--
	}
	return steps[at]
}

// words is the interval in prose, with up to four significant figures, so that a comparison that is close still shows.
func (e *evaluation) words(o operand, i interval) string {
	v := present(i, o)
	v.Computed = false
	for _, end := range []*End{&v.Lo, &v.Hi} {
		if end.Inf {
			continue
		}
		places := int32(4 - end.N.NumDigits() - int(end.N.Exponent()))
		end.N, end.exact = trim(end.N.Round(max(places, 0))), nil
	}
	return v.Prose(Format{})
}

func letterOrSpace(r rune) bool { return unicode.IsLetter(r) || unicode.IsSpace(r) }
