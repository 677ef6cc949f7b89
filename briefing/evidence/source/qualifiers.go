package source

import (
	"math/big"
	"strings"

	"roadshow/briefing/evidence/value"
)

// around reads what stands before and behind a quantity: bounds, approximations, signs, negations. What qualifies it and is
// not understood becomes its why.
func (e *Excerpt) around(r *Reading, b value.Bound) {
	k := r.From
	negated := false
	refuse := func(from, to int) {
		if r.why == "" {
			r.why = value.Quoted(e.Part(max(from, 0), min(to, len(e.Words)))) + " qualifies the number in a way that is not understood"
		}
	}
	for range 8 {
		p := e.back(k, sayOver|sayUnder|sayLeast|sayMost|sayAbout|sayNear|sayExact|sayHedge|sayNegative|sayPositive|sayNobound|sayNot|sayBoth)
		if q := e.back(k, sayBetween|sayFrom); q != nil && r.ranged && k == r.From && (p == nil || len(q.words) >= len(p.words)) {
			k -= len(q.words)
			continue
		}
		if p == nil && k == r.From && e.At(k-1) == "," { // At a minimum, 12
			if q := e.back(k-1, sayLeast|sayMost|sayAbout|sayHedge); q != nil && (k-1 == len(q.words) || stops(e.At(k-2-len(q.words)))) {
				k--
				continue
			}
		}
		if p == nil {
			n := e.skipFillers(k, r.To, b)
			if n == k {
				break
			}
			k = n
			continue
		}
		at := k - len(p.words)
		switch p.kind {
		case sayNobound:
		case sayAbout:
			r.About = true
		case sayNear:
			r.near = true
		case sayExact:
		case sayPositive:
			r.rise = true
		case sayNegative:
			r.flip()
		case sayBoth:
			if n, point := r.Point(); !point || n.IsNegative() {
				refuse(at, r.To)
				break
			}
			low := *r
			low.flip()
			r.Lo, r.ranged = low.Lo, true
		case sayHedge:
			refuse(at, r.To)
		case sayNot:
			if b != value.Exactly || !e.boundBefore(at) { // what is denied is warned of
				p = nil
				break
			}
			negated = true // ne dépasse pas 7
		default:
			if r.counts(p) || p.words[0] == "hasta" && len(p.words) == 1 && e.reached(at) {
				p = nil
				break
			}
			if p.words[0] == "über" && isPaper(e.At(at-1)) { // eine Anleihe über 750 Mio.
				p = nil
				break
			}
			if len(p.words) == 2 && p.words[0] == "up" && e.At(r.To) == "from" && e.digitOrMoney(r.To+1) { // ticked up to 43% from 41%
				p = nil
				break
			}
			if p.words[0] == "within" && e.At(r.To) == "of" { // within $2m of the plan
				refuse(at, r.To+1)
			}
			if b != value.Exactly {
				p = nil
				break
			}
			b = boundOf(p.kind)
			r.loose, r.open = r.loose || p.loose, p.open || p.words[0] == "hasta" && at == 0 && k < r.From // hasta los, cut from its verb: to, or up to
			from := at
			if n, found := e.negation(at); found {
				negated, from = true, n
			} else if n > 0 && !negated {
				refuse(n-1, r.To)
			}
			if negated {
				b, negated = inverse(b), false
			}
			at = from
		}
		if p == nil || p.kind == sayNobound {
			break
		}
		k = at
	}
	if (r.About || r.near) && b == value.Exactly {
		if n, found := e.negation(k); found {
			refuse(n, r.To)
		}
	}
	if b == value.Exactly {
		k = e.leastBefore(k, &b)
	}
	if b == value.Exactly && k == r.From && !r.About && !r.near && !r.vague && !r.ranged {
		if b = e.limited(k); b != value.Exactly {
			r.open = true
		}
	}
	if e.At(k-1) == "than" || e.At(k-1) == "as" && e.At(k-3) == "as" { // no worse than 5, as brief as 5
		refuse(k-2, r.To)
	}
	if adverb(e.At(k-1)) && !e.nominal(k-1) && e.Ahead(k-1, sayNeutral|sayRise|sayFall) == nil && e.letter(k-1) {
		refuse(k-1, r.To)
	}
	e.behind(r, &b, refuse)
	r.From = max(0, min(r.From, k))
	e.change(r)
	if r.vague && b != value.Over {
		b = value.AtLeast
	}
	switch b {
	case value.Over:
		r.Lo.Open, r.Hi = true, value.End{Inf: true}
	case value.AtLeast:
		r.Hi = value.End{Inf: true}
	case value.Under:
		r.Hi.Open, r.Lo = true, value.End{Inf: true}
	case value.AtMost:
		r.Lo = value.End{Inf: true}
	}
}

// counts says that a word that bounds some numbers bounds none here: the past 5 years, cleared 36 orders, the top 10%.
func (r *Reading) counts(p *phrase) bool {
	if len(p.words) > 1 {
		return false
	}
	switch p.words[0] {
	case "past":
		return r.Unit == (value.Unit{})
	case "cleared", "clears":
		return r.Unit.Kind != value.Percent
	case "top":
		return r.Unit.Currency == ""
	}
	return false
}

// reached: behind a verb of change that is done, hasta names what was come to, and no bound: cayó un 9 % hasta 87 millones.
func (e *Excerpt) reached(i int) bool {
	changed := false
	if e.At(i-1) == "," {
		i--
	}
	for ; i > 0 && (!stops(e.At(i-1)) || e.At(i-1) == "," && !changed); i-- {
		if e.back(i, sayDoubt) != nil || e.At(i-1) == "puede" || e.At(i-1) == "pueden" {
			return false
		}
		p := e.back(i, sayRise|sayFall|sayMultiple)
		changed = changed || p != nil && !e.homographAt(p)
	}
	return changed
}

// beforeDate passes a date that ends before word i, and what leads to it: fell in the year 2024 by 12%.
func (e *Excerpt) beforeDate(i int) int {
	for _, d := range e.days {
		if d.To != i {
			continue
		}
		for i = d.From; i > 0; i-- {
			switch e.At(i - 1) {
			case "in", "the", "year", "fiscal", "during", "of", "over", "im", "jahr", "jahre", "geschäftsjahr", "am", "en", "l", "année", "exercice", "au", "cours", "de", "el", "año", "ejercicio", "sur", "在", "于":
			default:
				return i
			}
		}
	}
	return i
}

// against begins something else than what a number belongs to.
func against(w string) bool {
	switch w {
	case "against", "versus", "vs", "compared", "from", "in", "for", "with", "than", "on", "of", "but", "while", "after", "before", "despite", "as", "by", "per", "a", "gegen", "nach", "contre", "contra", "frente", "en":
		return true
	}
	return false
}

// flip turns the sign.
func (r *Reading) flip() {
	neg := func(x value.End) value.End {
		x.N = x.N.Neg()
		if x.Exact != nil {
			x.Exact = new(big.Rat).Neg(x.Exact)
		}
		return x
	}
	r.Lo, r.Hi = neg(r.Hi), neg(r.Lo)
}

func boundOf(kind says) value.Bound {
	switch kind {
	case sayOver, sayBehindOver:
		return value.Over
	case sayUnder, sayBehindUnder:
		return value.Under
	case sayMost, sayBehindMost:
		return value.AtMost
	}
	return value.AtLeast
}

func inverse(b value.Bound) value.Bound {
	switch b {
	case value.Over:
		return value.AtMost
	case value.Under:
		return value.AtLeast
	case value.AtLeast:
		return value.Under
	}
	return value.Over
}

// skipFillers passes words such as "a" where a qualifier stands before them: about a 20% share, supera ya el 31 %.
func (e *Excerpt) skipFillers(k, to int, b value.Bound) int {
	if b != value.Exactly {
		return k
	}
	j := k
	for n := 0; n < 3; n++ {
		p, adverb := e.back(j, sayFiller), false
		if p == nil {
			p, adverb = e.back(j, sayNeutral|sayExact), true
			if p == nil || p.lang == "en" || p.lang == "zh" {
				return k
			}
		}
		j -= len(p.words)
		kinds := sayAbout | sayNear | sayHedge
		if w := p.words[len(p.words)-1]; w == "a" || w == "an" || p.lang != "en" || len(p.words) > 2 || w == "the" && e.isMark(to) {
			kinds |= sayOver | sayUnder | sayLeast | sayMost
		} else {
			kinds |= sayLeast
		}
		if q := e.back(j, kinds); q != nil && (n == 0 || adverb || len(q.words) > 1 || q.kind != sayOver) {
			if q.lang == "en" && q.kind == sayNear && n > 0 {
				return k
			}
			return j
		}
		if p.lang != "en" && e.back(j, sayNot) != nil && e.boundBefore(j-1) {
			return j
		}
	}
	return k
}

// isMark says that the number before word i is what something passes, and no number of something else: above the 12% mark.
func (e *Excerpt) isMark(i int) bool {
	switch e.At(i) {
	case "mark", "threshold", "barrier", "norm", "line", "level":
		return true
	}
	return false
}

// boundBefore says that a verb that bounds stands before word i.
func (e *Excerpt) boundBefore(i int) bool {
	p := e.back(i, sayOver|sayUnder)
	return p != nil && p.lang != "en" && p.lang != "zh"
}

// negation finds the negation before a bound that begins at word i. Auxiliaries may stand between. Where other words do,
// found is false and at names it: it is not understood.
func (e *Excerpt) negation(i int) (at int, found bool) {
	j := i
	for range 6 {
		if p := e.back(j, sayNot); p != nil {
			if j -= len(p.words); p.lang == "fr" && (p.words[0] == "ne" || p.words[0] == "n") { // jamais la part n'a dépassé
				if none, found := e.remote(j); found {
					return none, true
				}
			}
			return j, true
		}
		p := e.back(j, sayAux)
		if p == nil {
			break
		}
		j -= len(p.words)
	}
	return e.remote(j)
}

// remote looks further back in the clause: no customer accounts for more than 10%. Where a preposition makes it unclear
// what is denied (no deal in more than ten years), or in a language other than English where it is not a subject or a time that is
// none (keiner der Kunden, nunca), it is not understood.
func (e *Excerpt) remote(j int) (at int, found bool) {
	bound, clear, ne := j, true, 0
	for n := 0; n < 10 && j > 0 && !stops(e.At(j-1)) && !e.digitAt(j-1); n++ {
		if p := e.back(j, sayScope); p != nil {
			j -= len(p.words)
			continue
		}
		if e.back(j, sayScopestop) != nil {
			return 0, false
		}
		if e.in("fr") && (e.At(j-1) == "ne" || e.At(j-1) == "n") { // aucun client ne pèse
			ne = j
			j--
			continue
		}
		if p := e.back(j, sayNot); p != nil && (p.lang != "zh" || n < 9) {
			if clear && (p.lang == "en" || p.arg == "none" && e.said(j, bound)) {
				return j - len(p.words), true
			}
			return j - len(p.words) + 1, false
		}
		clear = clear && e.back(j, sayScopeless) == nil
		j--
	}
	return ne, false
}

// said says that a bound belongs to what its clause says, and not to the subject itself (kein Auftrag über 5 Mio. wurde …): more
// than a noun stands between the subject and the bound, or the bound is the verb.
func (e *Excerpt) said(subject, bound int) bool {
	if e.han(bound) {
		return true
	}
	last := e.At(bound - 1)
	verb := e.Ahead(bound, sayOver|sayUnder)
	return verb != nil && len(verb.words) == 1 && verb.lang != "de" || bound-subject > 1 && last != "de" && last != "d" && last != "des"
}

// leastBefore: a verb and its like may stand between "at least" and its number: at least be able to invest 5. In Chinese a
// noun may: 不到净资产的一成.
func (e *Excerpt) leastBefore(k int, b *value.Bound) int {
	for j := k - 1; j >= max(0, k-3); j-- {
		if _, _, number := e.number(j); number || Mark(e.At(j)) {
			break
		}
		switch {
		case e.phrase(j-2, "at least") > 0:
			*b = value.AtLeast
			return j - 2
		case e.phrase(j-2, "at most") > 0:
			*b = value.AtMost
			return j - 2
		}
	}
	for j := k - 1; j > max(0, k-8) && e.han(j) && hanDigit(e.At(j)) < 0; j-- {
		p := e.back(j, sayLeast|sayMost)
		if p == nil && e.At(k-1) == "的" {
			p = e.back(j, sayOver|sayUnder)
		}
		if p == nil || p.lang != "zh" || len(p.words) < 2 {
			continue
		}
		*b = boundOf(p.kind)
		at := j - len(p.words)
		if n, found := e.negation(at); found {
			*b = inverse(*b)
			at = n
		}
		return at
	}
	return k
}

// adverb recognises adverbs of manner: one that stands directly before a number qualifies it, unless it is known not to.
func adverb(w string) bool {
	for _, end := range []string{"ly", "ement", "amment", "emment", "mente", "weise"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+2 {
			return true
		}
	}
	return false
}

// nominal says that a word that ends like an adverb is a noun: l'endettement, du chiffrement.
func (e *Excerpt) nominal(i int) bool {
	switch e.At(i - 1) {
	case "d", "l", "le", "un", "du", "de", "des", "ce", "cet", "son", "leur", "notre", "au", "les", "el", "la", "aucun":
		return true
	}
	return false
}

// behind reads "or more", "or so" and their like, one noun being allowed before them, and more before a comma: 5 barrels a
// day, give or take.
func (e *Excerpt) behind(r *Reading, b *value.Bound, refuse func(from, to int)) {
	for gap := 0; gap <= 5; gap++ {
		i := r.To + gap
		if gap > 1 && (e.At(i) != "," || !e.letter(i-1)) {
			if e.letter(i) || e.han(i) {
				continue
			}
			break
		}
		aside := gap == 0 && e.At(i) == "," // 90 minutes, tops
		if aside || gap >= 1 && e.At(i) == "," && e.letter(i-1) {
			aside = true
			i++
		}
		p := e.Ahead(i, sayBehindLeast|sayBehindMost|sayBehindOver|sayBehindUnder|sayBehindAbout|sayBehindNear|sayBehindHedge)
		goesOn := p != nil && p.arg == "range" && e.home == ""
		if aside && p != nil && !goesOn && e.At(i+len(p.words)) != "" && !stops(e.At(i+len(p.words))) {
			continue
		}
		if p == nil || !aside && gap == 1 && (len(p.words) == 1 && !e.han(i-1) || stops(e.At(i-1)) || e.digitAt(i-1)) {
			continue
		}
		end := i + len(p.words)
		if _, _, number := e.number(end); number && !goesOn && p.words[0] != "多" && p.words[0] != "余" {
			continue // 5 at least 6, 5 plus 3
		}
		switch p.words[0] {
		case "approximately", "approx", "maximum", "minimum", "max", "environ", "ungefähr", "höchstens", "mindestens", "maximal", "aproximadamente":
			if e.letter(end) && len(p.words) == 1 {
				continue
			}
		case "起":
			if r.Unit.Currency == "" && gap == 0 {
				continue // 3起: a classifier
			}
		case "来":
			if gap == 1 {
				continue // 5年来
			}
		case "多":
			if e.At(end) == "元" && gap == 1 || gap == 1 && e.han(end) && !strings.Contains("的时来前以", e.At(end)) {
				continue
			}
		}
		switch p.kind {
		case sayBehindAbout:
			r.loose = r.loose || p.loose && !r.About // 30-odd: about 30, or over; but about 30-odd
			r.About = true
			if p.loose {
				r.near = false
			}
		case sayBehindNear:
			r.near = true
		case sayBehindHedge:
			refuse(r.start, end)
		default:
			if *b != value.Exactly {
				refuse(r.start, end)
				continue
			}
			*b = boundOf(p.kind)
			r.loose = r.loose || p.loose
			if gap == 0 && p.lang == "zh" {
				end = e.afterHan(end, r)
			}
		}
		r.To = max(r.To, end)
		return
	}
}

// afterHan takes the scale and currency that stand behind 多 and 余: 300多万元.
func (e *Excerpt) afterHan(i int, r *Reading) int {
	a := saidAmount{counted: counted{N: r.Lo.Rat()}, Unit: r.Unit}
	if a.Unit.Scale == "" {
		i = e.scaleAt(i, &a)
	}
	if a.Unit.Currency == "" {
		i = e.kindAt(i, &a)
		if a.Kind == value.Plain {
			i = e.moneyBehind(i, &a)
		}
	}
	if r.Unit.Kind == value.Plain {
		a.Unit.Kind = a.Kind
	}
	end := a.end()
	r.Unit, r.Lo, r.Hi, r.anyOf = a.Unit, end, end, a.anyOf
	return i
}

// isPaper says that a German noun is of something that is made out over an amount: über then bounds nothing.
func isPaper(w string) bool {
	for _, end := range [...]string{"anleihe", "anleihen", "kredit", "kredite", "darlehen", "auftrag", "aufträge", "vertrag", "verträge", "scheck", "rechnung", "finanzierung", "bürgschaft", "fonds", "emission"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

func (e *Excerpt) digitOrMoney(i int) bool {
	return e.digitAt(i) || e.money(i) != nil && e.digitAt(i+1)
}
