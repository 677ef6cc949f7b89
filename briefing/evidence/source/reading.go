package source

import (
	"math/big"
	"strings"

	"roadshow/briefing/evidence/value"
)

// Reading is one quantity that an excerpt says, in digits or in words.
type Reading struct {
	value.Value
	near    bool // "nearly 80": about it, or under it
	loose   bool // "north of 80": over it, or at least
	open    bool // "within 30 days": at most, or simply 30
	vague   bool // "tens of millions": no exact number, only a floor
	decline bool // "fell by 8%": 8%, or −8%, never +8%
	rise    bool // "rose by 8%": also +8%
	level   bool // "grew to 8%": what it is now, not by how much it changed
	either  bool // "(5%)": an aside, or an accountant's minus
	ordinal bool // "third"
	ranged  bool
	part    bool     // "half": also 50%
	round   bool     // "a dozen": also about 12
	more    bool     // 增长三倍: 4×, or 300%
	cents   bool     // "25 cents": also 25
	often   bool     // "three times a day": also 3
	anyOf   []string // currencies that its word may mean
	per     []string // what a rate is of: $20 a month, $3 per user per month
	why     string   // what keeps it from being understood: it proves nothing
	From    int      // words of the excerpt, the bound included; to exclusive
	To      int
	start   int  // the number's own first word
	rated   int  // where the words end that say what it is of
	verb    span // of its change: fell by; empty for none
}

// Quantities are all readings of the excerpt.
func (e *Excerpt) Quantities() []Reading {
	var out []Reading
	for i := 0; i < len(e.Words); {
		if r, ok := e.quantity(i); ok {
			out = append(out, r)
			i = max(r.To, i+1)
			continue
		}
		i++
	}
	for i := 1; i < len(out); i++ {
		e.apposed(&out[i-1], &out[i])
	}
	e.share(out)
	return e.bounded(out)
}

// share gives the numbers of a list the unit that its last one has, where as many names stand before them: sales and profit were 80 and
// 12 million euros.
func (e *Excerpt) share(all []Reading) {
	for i := 0; i+1 < len(all); i++ {
		last := i
		for last+1 < len(all) && e.listedWith(&all[last], &all[last+1]) {
			last++
		}
		if all[last].Unit == (value.Unit{}) || last == i {
			continue
		}
		if names, _ := e.namesOfList(all, i); names != nil {
			for k := i; k < last; k++ {
				if all[k].Unit == (value.Unit{}) && all[k].anyOf == nil {
					all[k].Unit, all[k].anyOf = all[last].Unit, all[last].anyOf
				}
			}
		}
		i = last
	}
}

// apposed: what a change is in other units changes with it: fell by 1,100, or 7%; um 3 Mio. (5 Prozent) gesunken. A part of something
// else does not: fell by $3m, or 15% of sales.
func (e *Excerpt) apposed(of, r *Reading) {
	if r.decline || r.rise || r.level || of.level || !of.decline && !of.rise || r.Unit.Kind == of.Unit.Kind || against(e.At(r.To)) || among(e.At(r.From-1), "占") {
		return
	}
	i := of.To
	if e.At(i) == "," {
		i++
	}
	switch e.At(i) {
	case "or", "oder", "ou", "soit", "o", "或", "即", "(", "（":
		if i == r.From || i+1 == r.From {
			r.decline, r.rise, r.verb = of.decline, of.rise, of.verb
		}
	}
}

// flatTo reads a range that begins where nothing changes: flat to up 1%, unverändert bis 2 Prozent, 持平至增长1%.
func (e *Excerpt) flatTo(r *Reading) {
	n, point := r.Point()
	i, down := r.From, r.verb.from < r.verb.to && r.decline
	for range 3 {
		if p := e.back(i, sayRise|sayFall|sayFiller|sayPositive|sayNegative); p != nil && !flat(e.At(i-1)) && e.back(i, sayJoin) == nil {
			i -= len(p.words)
		}
	}
	p := e.back(i, sayJoin)
	if p == nil || !point || r.Unit.Kind == value.Plain || !flat(e.At(i-len(p.words)-1)) && !(e.At(i-len(p.words)-1) == "平" && e.At(i-len(p.words)-2) == "持") {
		return
	}
	from := i - len(p.words) - 1
	if n.IsNegative() || down {
		if !n.IsNegative() {
			r.flip()
		}
		r.Hi = value.FromRat(Integer(0))
	} else {
		r.Lo = value.FromRat(Integer(0))
	}
	r.From, r.ranged, r.decline, r.rise = from, true, false, false
}

func flat(w string) bool {
	switch w {
	case "flat", "unchanged", "stable", "steady", "stabil", "unverändert", "gleichbleibend", "inchangé", "inchangée", "stables", "inchangés", "estable", "estables", "plano", "plana", "planas":
		return true
	}
	return false
}

// bounded adds the range that two bounds make: no less than 8 and no more than 10.
func (e *Excerpt) bounded(all []Reading) []Reading {
	for i := 0; i+1 < len(all); i++ {
		a, b := all[i], all[i+1]
		joined := b.From-a.To <= 2
		for k := a.To; k < b.From && joined; k++ {
			joined = e.At(k) == "," || e.Ahead(k, SayAnd) != nil
		}
		lo, hi := a, b
		if a.Lo.Inf {
			lo, hi = b, a
		}
		if !joined || a.why+b.why != "" || lo.Lo.Inf || !lo.Hi.Inf || !hi.Lo.Inf || hi.Hi.Inf || a.About != b.About || a.near || b.near || a.vague {
			continue
		}
		if a.Unit == (value.Unit{}) {
			a.Unit = b.Unit
		}
		if a.Unit != b.Unit || lo.Lo.Rat().Cmp(hi.Hi.Rat()) >= 0 {
			continue
		}
		a.Lo, a.Hi, a.To, a.ranged = lo.Lo, hi.Hi, b.To, true
		all = append(all, a)
	}
	return all
}

// quantity reads an amount or a range from word i, then what stands around it.
func (e *Excerpt) quantity(i int) (Reading, bool) {
	a, ok := e.AmountAt(i)
	if !ok {
		return Reading{}, false
	}
	r := Reading{From: i, start: a.start, To: a.To, vague: a.vague, ordinal: a.ordinal, part: a.part && a.Unit.Kind == value.Plain,
		cents: a.Cents, often: a.often, anyOf: a.anyOf, why: a.Why, Value: a.value(), either: a.bracket, loose: a.loose}
	r.About, r.rise, r.round = a.about, a.plus, a.round && !a.about
	if e.isName(i, &a) {
		r.why = value.Quoted(e.Part(max(0, i-1), r.To)) + " is a name"
		return r, true
	}
	if end := e.countsNothing(&a); end > 0 {
		r.why = value.Quoted(e.Part(i, end)) + " counts nothing"
		return r, true
	}
	b := value.Exactly
	if a.least {
		b = value.AtLeast
	}
	if a.upto != nil {
		r.ranged = true
	} else if !a.vague && !a.least {
		e.rangeAt(&r, &a)
	}
	if r.Unit.Kind == value.Times && (!a.verb && e.timesMore(r.From) || e.byTimes(r.start)) {
		r.more, r.Lo, r.Hi = true, plus(r.Lo, 1), plus(r.Hi, 1)
	}
	e.around(&r, b)
	if a.verb {
		e.denied(&r)
	}
	e.flatTo(&r)
	r.per = e.rates(&r)
	return r, true
}

// isName recognises a number that belongs to a name: GPT-4, S&P 500, Section 3.
func (e *Excerpt) isName(i int, a *saidAmount) bool {
	if e.At(i-1) == "-" && e.touching(i-1) && e.touching(i) && e.digitAt(i) && (e.letter(i-2) || e.digitAt(i-2) && e.han(i-3)) {
		return e.back(i, sayOver|sayUnder|sayHedge|sayScale) == nil && e.back(i-1, sayScale|sayJoin|sayMoney|sayAnymoney) == nil
	}
	if a.Unit.Kind != value.Plain || a.Unit.Currency != "" || a.Unit.Scale != "" || !e.digitAt(i) {
		return false
	}
	return e.At(i-1) == "#" || e.back(i, sayName) != nil
}

// countsNothing: the third quarter is no three, and the second billion no two billion. It is where such words end, or 0.
func (e *Excerpt) countsNothing(a *saidAmount) int {
	switch {
	case a.ordinal && a.Unit.Scale != "":
		return a.To
	case a.ordinal && (e.Ahead(a.To, sayPeriod) != nil || e.Ahead(a.To, sayFraction) != nil):
		return a.To + 1
	}
	return 0
}

// rangeAt reads the second end of a range. Both share currency and kind; behind a verb of change "from … to …" names two
// values.
func (e *Excerpt) rangeAt(r *Reading, a *saidAmount) {
	join := 0
	w := e.At(a.To)
	p := e.Ahead(a.To, sayJoin)
	between := e.back(e.article(r.From), sayBetween) != nil
	switch {
	case w == "-" && e.At(a.To+1) == "to": // 30- to 90-day
		join = 2
	case w == "-", w == "~", w == "∼":
		join = 1
	case p != nil:
		join = len(p.words)
	case between && e.Ahead(a.To, SayAnd) != nil:
		join = 1
	default:
		return
	}
	if e.At(a.To) == "a" && !e.in("es") || e.At(a.To) == "y" && !e.in("es") {
		return
	}
	second := a.To + join
	if between && e.article(second+1) == second {
		second++
	}
	b, ok := e.AmountAt(second)
	if !ok || b.vague || b.ordinal != a.ordinal || b.Why != "" || a.Why != "" || a.part && !b.part {
		return
	}
	if b.of != nil && !a.part && a.Unit == (value.Unit{}) { // between 5 and 6 out of 10
		a.counted, a.part = a.by(new(big.Rat).Inv(b.of)), true
	}
	au, bu := a.Unit, b.Unit
	alone := au.Currency == "" && au.Scale == "" && au.Kind == value.Plain
	if alone {
		au.Kind = bu.Kind
	}
	if au.Currency == "" && bu.Kind == value.Plain {
		au.Currency, au.Sign = bu.Currency, bu.Sign
	}
	if bu.Currency == "" && bu.Kind == value.Plain {
		bu.Currency, bu.Sign = au.Currency, au.Sign
	}
	if au.Scale == "" && (alone || a.Unit.Currency != "" && b.Unit.Currency == "" || a.Unit.Currency == "" && b.Unit.Currency != "" || a.N.Cmp(b.N) < 0 && e.back(r.From, sayFrom) == nil) { // $2.4 to $2.5 billion
		au.Scale = bu.Scale
	}
	if au.Currency != bu.Currency || au.Kind != bu.Kind {
		return
	}
	lo, hi := a.value(), b.value()
	lo.Unit, hi.Unit = au, bu
	lo = lo.In(bu.Scale)
	if lo.Lo.Rat().Cmp(hi.Lo.Rat()) >= 0 {
		if alone && e.back(r.From, sayFrom) != nil { // slowed from 5.1 to 4.4 per cent
			r.Unit = au
		}
		return
	}
	if p != nil && !between && e.or(p) && hi.Lo.Rat().Cmp(new(big.Rat).Mul(lo.Lo.Rat(), Integer(2))) > 0 {
		return
	}
	if p != nil && !between {
		switch two, why := e.twoValues(r.From, a, p, alone, &lo, &hi); {
		case why != "":
			r.why, r.To = why, b.To
			return
		case two:
			if alone { // von 12 auf 15 Prozent
				r.Unit = au
			}
			return
		}
	}
	r.Lo, r.Hi, r.Unit, r.To, r.ranged = lo.Lo, hi.Hi, bu, b.To, true
	r.part = r.part && b.part
	if b.anyOf != nil {
		r.anyOf = b.anyOf
	}
}

// article passes an article before word i: entre un 3 % y un 5 %.
func (e *Excerpt) article(i int) int {
	switch e.At(i - 1) {
	case "a", "the", "un", "el", "los", "las", "le", "les", "den", "die", "das":
		return i - 1
	}
	return i
}

func (e *Excerpt) or(p *phrase) bool {
	switch p.words[0] {
	case "or", "oder", "ou", "o", "或":
		return true
	}
	return false
}

// twoValues: behind a verb of change "to" names a second value, and no range, where "from" stands before the first, or where
// both have a unit of their own: "rose from 12% to 15%", "von 12 auf 15 Prozent", "从12%提高到15%", "cut by $150m to $480m".
// Where it may be either, why says so.
func (e *Excerpt) twoValues(from int, a *saidAmount, join *phrase, alone bool, lo, hi *value.Value) (two bool, why string) {
	if join.words[0] == "auf" || len(join.words) > 1 && join.lang == "zh" || join.words[0] == "al" && e.back(from, sayFrom) != nil {
		return true, ""
	}
	verb := e.changedBy(from)
	if before := e.back(from, sayFrom); before == nil && verb != nil && !e.or(join) {
		times := new(big.Rat).Quo(hi.Lo.Rat(), lo.Lo.Rat())
		switch {
		case hi.Unit.Kind == value.Plain && !alone:
			return verb.kind == sayFall || times.Cmp(Integer(2)) >= 0, ""
		case hi.Unit.Kind == value.Plain:
			return times.Cmp(Integer(3)) >= 0, "" // rose by 1,200 to 14,500; but rose by 5 to 7
		case alone:
			return false, "" // rose 5 to 7%
		case hi.Unit.Scale == "bps" && times.Cmp(Integer(10)) >= 0: // tightened 15bp to 210bp
			return true, ""
		default:
			return false, value.Quoted(e.Part(from, a.To)) + " may be the low end of a range, or what it changed by"
		}
	} else if before == nil {
		return false, ""
	}
	for i := from - 1; i >= 0 && i > from-14 && !stops(e.At(i)); i-- {
		if e.Ahead(i, sayRise|sayFall) != nil {
			return true, ""
		}
	}
	for i := a.To; i < len(e.Words) && i < a.To+12 && !stops(e.At(i)); i++ { // von 12 bis 15 gestiegen
		if e.Ahead(i, sayRise|sayFall) != nil && e.At(i) != "-" && !e.in("en") {
			return true, ""
		}
	}
	return false, ""
}

// changedBy is the verb of a change that is done, directly before a number or with "by" and qualifiers between.
func (e *Excerpt) changedBy(i int) *phrase {
	for range 4 {
		if p := e.back(i, sayRise|sayFall); p != nil && !e.homographAt(p) {
			for j := i - len(p.words); j > 0 && !stops(e.At(j-1)); j-- {
				if e.back(j, sayDoubt) != nil { // is expected to rise by $5m to $12m
					return nil
				}
			}
			return p
		}
		p := e.back(i, sayFiller|sayAbout|sayNear|sayOver|sayUnder|sayLeast|sayMost|sayExact)
		if p == nil {
			return nil
		}
		i -= len(p.words)
	}
	return nil
}

// timesMore: what grows by so many times itself is one more of it in the end: 增长三倍 is 4×, 增长到三倍 is 3×.
func (e *Excerpt) timesMore(i int) bool {
	for {
		p := e.back(i, sayFiller|sayAbout|sayNear|sayOver|sayUnder|sayLeast|sayMost|sayExact)
		if p == nil || p.lang != "zh" || e.back(i, SayLevel|sayRise) != nil {
			break
		}
		i -= len(p.words)
	}
	p := e.back(i, sayRise)
	if p == nil || p.lang != "zh" {
		return among(e.At(i-1), "多高大") && e.back(i, sayOver) == nil && e.clauseHas(i, "比")
	}
	return !among(e.At(i-1), "到至为成")
}

// byTimes: German says by how many times something grows, or to how many: um das Dreifache is 4×, auf das Dreifache is 3×.
func (e *Excerpt) byTimes(i int) bool {
	for range 5 {
		switch e.At(i - 1) {
		case "um":
			return e.in("de")
		case "das", "ein", "mehr", "als", "etwas", "weit", "deutlich":
			i--
			continue
		}
		p := e.back(i, sayAbout|sayNear|sayOver|sayExact)
		if p == nil || p.lang != "de" {
			return false
		}
		i -= len(p.words)
	}
	return false
}

// clauseHas says that a word stands before word i in its clause.
func (e *Excerpt) clauseHas(i int, word string) bool {
	for ; i > 0 && !stops(e.At(i-1)); i-- {
		if e.At(i-1) == word {
			return true
		}
	}
	return false
}

// denied refuses a multiple that is denied: failed to double, nicht verdoppelt, 没有翻番; a doubling did not come, blieb aus.
func (e *Excerpt) denied(r *Reading) {
	if r.why != "" {
		return
	}
	if n, found := e.negation(r.From); found || n > 0 {
		r.why = value.Quoted(e.Part(min(max(n-1, 0), r.From), r.To)) + " denies it"
		return
	}
	for i := r.To; i < min(len(e.Words), r.To+maxDenied) && !stops(e.At(i)) && e.Ahead(i, sayScopestop|SayAnd|sayScope) == nil; i++ {
		out := e.At(i) == "aus" && (e.At(i-1) == "blieb" || e.At(i-1) == "bleibt" || e.At(i-1) == "blieben" || e.At(i-1) == "fiel") || e.At(i) == "ausgeblieben"
		if p := e.Ahead(i, sayNot); out || p != nil && !e.without(p.words[0]) && !e.homographAt(p) {
			r.why = value.Quoted(e.Part(r.start, i+1)) + " denies it"
			return
		}
	}
}

// maxDenied bounds how far behind a multiple a denial is looked for, in words.
const maxDenied = 10

// without says that a word denies only what stands behind it: doubled without a loss, with no new mill.
func (e *Excerpt) without(w string) bool {
	switch w {
	case "without", "ohne", "sans", "sin":
		return true
	}
	return w == "no" && !e.sure("es")
}

// stops says that a mark ends the clause.
func stops(w string) bool { return w != "" && strings.Contains(",;.:!?。，；：！？()（）", w) }
