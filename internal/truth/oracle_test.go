package truth_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf8"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// oracle decides claims by trying numbers, in floats and without anything of evidence's arithmetic: one assignment for which
// a claim is false contradicts it. It cannot prove a claim.
type oracle struct {
	b    *briefing.Briefing
	rand *rand.Rand
	pick map[string]float64 // of each figure and cell: where in its interval, 0 to 1
	ends map[string]ends    // of each, read once
	src  string
	at   int
	fail error
}

// amount is a number in base units, with the scale it was counted in.
type amount struct {
	n       float64
	scale   float64 // 0: a typed number, which takes the scale of what it stands beside
	percent bool
	truth   bool
}

// ends are the numbers between which a figure or cell lies, in base units.
type ends struct {
	x, y, scale float64
	percent     bool
	err         error
}

// contradicts says that some assignment makes the claim false. ok is false where the oracle cannot read it.
func (o *oracle) contradicts(claim string) (wrong, ok bool) {
	for try := range 120 {
		o.pick = map[string]float64{}
		switch {
		case try == 0:
			o.rand = nil
		case try == 1:
			o.rand = rand.New(rand.NewPCG(1, 2))
		}
		o.src, o.at, o.fail = claim, 0, nil
		v := o.or()
		if o.space(); o.fail != nil || o.at != len(o.src) {
			return false, false
		}
		if !v.truth {
			return true, true
		}
	}
	return false, true
}

func (o *oracle) space() {
	for o.at < len(o.src) && strings.ContainsRune(" \n\t", rune(o.src[o.at])) {
		o.at++
	}
}

func (o *oracle) take(words ...string) string {
	o.space()
	for _, w := range words {
		if strings.HasPrefix(o.src[o.at:], w) {
			o.at += len(w)
			return w
		}
	}
	return ""
}

func (o *oracle) or() amount {
	a := o.and()
	for o.take("or ") != "" {
		b := o.and()
		a.truth = a.truth || b.truth
	}
	return a
}

func (o *oracle) and() amount {
	a := o.not()
	for o.take("and ") != "" {
		b := o.not()
		a.truth = a.truth && b.truth
	}
	return a
}

func (o *oracle) not() amount {
	if o.take("not ") != "" {
		a := o.not()
		a.truth = !a.truth
		return a
	}
	a := o.sum()
	op := o.take(">=", "<=", "==", "!=", ">", "<")
	if op == "" {
		return a
	}
	b := o.sum()
	a, b = together(a, b)
	// Floats are compared with a little air; what is that near decides nothing.
	const air = 1e-9
	d := (a.n - b.n) / max(1e-300, math.Abs(a.n), math.Abs(b.n))
	switch op {
	case ">", ">=":
		a.truth = d > -air
	case "<", "<=":
		a.truth = d < air
	case "==":
		a.truth = math.Abs(d) < air
	case "!=":
		a.truth = true
	}
	if op == ">" && a.n == b.n || op == "<" && a.n == b.n {
		a.truth = false
	}
	return a
}

// together gives a typed number the scale of what it stands beside.
func together(a, b amount) (amount, amount) {
	if a.scale == 0 && b.scale != 0 {
		a.n, a.scale, a.percent = a.n*b.scale, b.scale, b.percent
	}
	if b.scale == 0 && a.scale != 0 {
		b.n, b.scale, b.percent = b.n*a.scale, a.scale, a.percent
	}
	return a, b
}

func (o *oracle) sum() amount {
	a := o.product()
	for {
		op := o.take("+", "-", "−")
		if op == "" {
			return a
		}
		b := o.product()
		a, b = together(a, b)
		if op == "+" {
			a.n += b.n
		} else {
			a.n -= b.n
		}
	}
}

func (o *oracle) product() amount {
	a := o.unary()
	for {
		op := o.take("*", "×", "/", "÷")
		if op == "" {
			return a
		}
		b := o.unary()
		switch {
		case op == "*" || op == "×":
			if a.percent && b.scale != 0 && !b.percent || b.percent && a.scale != 0 && !a.percent {
				a.n /= 100
				a.percent = false
			}
			a.n *= b.n
			a.scale = scaleOf(a.scale, b.scale, 1)
			a.percent = a.percent || b.percent && a.scale == b.scale
		default:
			if b.percent && !a.percent {
				a.n *= 100
			}
			if a.percent && b.percent {
				a.percent = false
			}
			a.n /= b.n
			a.scale = scaleOf(a.scale, b.scale, -1)
		}
	}
}

func scaleOf(a, b float64, sign int) float64 {
	switch {
	case b == 0:
		return a
	case a == 0 && sign > 0:
		return b
	case a == 0:
		return 1 / b
	case sign > 0:
		return a * b
	}
	return a / b
}

func (o *oracle) unary() amount {
	if o.take("-", "−") != "" {
		a := o.unary()
		a.n = -a.n
		return a
	}
	if o.take("(") != "" {
		a := o.or()
		if o.take(")") == "" {
			o.fail = fmt.Errorf("no )")
		}
		return a
	}
	o.space()
	from := o.at
	for o.at < len(o.src) && (o.src[o.at] >= '0' && o.src[o.at] <= '9' || o.src[o.at] == '.' || o.src[o.at] == ',') {
		o.at++
	}
	if o.at > from {
		n, err := strconv.ParseFloat(strings.ReplaceAll(o.src[from:o.at], ",", ""), 64)
		o.fail = err
		if o.at < len(o.src) && o.src[o.at] == '%' {
			o.at++
			return amount{n: n, scale: 1, percent: true}
		}
		return amount{n: n}
	}
	if o.take(`cell(`) != "" {
		return o.cell()
	}
	for o.at < len(o.src) {
		r, n := utf8.DecodeRuneInString(o.src[o.at:])
		if !(r == '_' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9') {
			break
		}
		o.at += n
	}
	name := o.src[from:o.at]
	for _, f := range o.b.Figures {
		if f.ID == name {
			return o.figure(f)
		}
	}
	o.fail = fmt.Errorf("what is %q", name)
	return amount{}
}

func (o *oracle) cell() amount {
	var args [3]string
	for i := range args {
		o.space()
		end := strings.IndexAny(o.src[o.at+1:], `"'`)
		if end < 0 {
			o.fail = fmt.Errorf("no cell")
			return amount{}
		}
		args[i] = o.src[o.at+1 : o.at+1+end]
		o.at += end + 2
		o.take(",")
	}
	if o.take(")") == "" || o.b.Tables[args[0]] == nil {
		o.fail = fmt.Errorf("no cell")
		return amount{}
	}
	return o.value(strings.Join(args[:], "\x00"), func() (value.Value, error) { return o.b.Tables[args[0]].Value(args[1], args[2]) })
}

func (o *oracle) figure(f *briefing.Figure) amount {
	if f.Formula == "" {
		key := f.ID
		if f.FromCell {
			key = strings.Join(f.Cell[:], "\x00")
		}
		return o.value(key, func() (value.Value, error) { return f.Value, nil })
	}
	src, at := o.src, o.at
	o.src, o.at = strings.TrimSpace(f.Formula), 0
	a := o.sum()
	o.src, o.at = src, at
	if f.Unit == "%" { // (b - a) / a * 100
		a.percent, a.scale = true, 1
	}
	if a.scale == 0 {
		a.scale = 1
	}
	return a
}

// value is one number of an interval, the same whenever its figure or cell is named.
func (o *oracle) value(key string, of func() (value.Value, error)) amount {
	e, read := o.ends[key]
	if !read {
		if o.ends == nil {
			o.ends = map[string]ends{}
		}
		e = endsOf(of())
		o.ends[key] = e
	}
	if e.err != nil {
		o.fail = e.err
		return amount{}
	}
	at, seen := o.pick[key]
	if !seen {
		if o.rand != nil {
			at = []float64{0, 1, o.rand.Float64()}[o.rand.IntN(3)]
		}
		o.pick[key] = at
	}
	return amount{n: e.x + (e.y-e.x)*at, scale: e.scale, percent: e.percent}
}

func endsOf(v value.Value, err error) ends {
	if err != nil || v.State != value.Known {
		return ends{err: fmt.Errorf("not known: %v", err)}
	}
	lo, hi := v.Base()
	x, y := lo.N.InexactFloat64(), hi.N.InexactFloat64()
	wide := max(math.Abs(x), math.Abs(y), 1)
	switch {
	case lo.Inf && hi.Inf:
		x, y = -1e12, 1e12
	case lo.Inf:
		x = y - 20*wide
	case hi.Inf:
		y = x + 20*wide
	}
	if lo.Open && !lo.Inf {
		x += wide * 1e-6
	}
	if hi.Open && !hi.Inf {
		y -= wide * 1e-6
	}
	scale := 1.0
	if one, err := source.ParseValue("$1" + v.Unit.Scale); err == nil && v.Unit.Scale != "" {
		b, _ := one.Base()
		scale = b.N.InexactFloat64()
	}
	return ends{x: x, y: y, scale: scale, percent: v.Unit.Kind == value.Percent}
}
