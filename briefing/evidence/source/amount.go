package source

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"roadshow/briefing/evidence/value"
)

// saidAmount is one number of an excerpt with what stands directly around it.
type saidAmount struct {
	counted
	Unit    value.Unit
	anyOf   []string // currencies that its word may mean: pesos
	Cents   bool     // hundredths of its currency
	often   bool     // three times a day: also 3
	neg     bool
	plus    bool
	bracket bool // (5): an accountant's minus, or an aside
	start   int  // the number's own first word
	To      int
}

// value is the amount as a point.
func (a saidAmount) value() value.Value {
	if a.neg {
		a.counted = a.by(Integer(-1))
	}
	v := value.Value{Lo: a.end(), Hi: a.end(), Unit: a.Unit}
	if a.upto != nil {
		v.Hi = value.FromRat(a.upto)
		if a.neg {
			v.Lo, v.Hi = v.Hi, v.Lo
		}
	}
	return v
}

// AmountAt reads [sign] [currency] [sign] number [scale] [kind] [currency] from word i.
func (e *Excerpt) AmountAt(i int) (a saidAmount, ok bool) {
	i = e.minus(i, &a)
	if p := e.phrase(i, "百 分 之"); p > 0 {
		a.Kind, i = value.Percent, i+p
	}
	if e.At(i) == "(" && (e.digitAt(i+1) || e.money(i+1) != nil) {
		a.bracket, i = true, i+1
	}
	inside := a.bracket
	if p := e.money(i); p != nil && e.before(p, i) {
		e.name(&a, p, i)
		i = e.minus(i+len(p.words), &a)
		if !a.bracket && e.At(i) == "(" && e.digitAt(i+1) {
			a.neg, a.bracket, i = true, true, i+1 // $(6) million
		}
	}
	kind := a.Kind
	a.start = i
	c, next, ok := e.number(i)
	if !ok {
		return a, false
	}
	why := a.Why
	a.counted = c
	if kind == value.Percent && c.N != nil {
		a.Kind = value.Percent
	}
	if a.Why == "" {
		a.Why = why
	}
	if a.bracket && e.At(next) == ")" {
		if next++; inside && e.unitAhead(next) { // (3.4)%
			a.neg = true
		}
		a.bracket = inside && !a.neg
		if a.bracket && a.Unit.Currency == "" {
			if k, _, ok := e.number(a.start - 2); ok && k.N.Cmp(a.N) == 0 { // five (5)
				a.bracket = false
			} else {
				a.neg = !e.unitAhead(next)
			}
		}
	} else if a.bracket && !inside {
		return a, false
	} else {
		a.bracket = false
	}
	a.To = e.coins(e.suffix(next, &a), &a)
	a.Unit.Kind = a.Kind
	if a.Unit == (value.Unit{}) {
		if p := e.back(a.start, sayTimes); p != nil && p.arg == "by" { // by a factor of three
			a.Unit.Kind = value.Times
		}
	}
	if a.Unit.Sign == "¥" && len(a.anyOf) > 1 {
		e.whose(&a)
	}
	if a.Cents {
		a.counted = a.by(ratio("1/100"))
		a.places += 2
	}
	return a, true
}

// whose: ¥ is the yen's sign and the yuan's; a country in the excerpt decides.
func (e *Excerpt) whose(a *saidAmount) {
	for i := range e.Words {
		p := e.Ahead(i, sayPlace)
		if p == nil || p.arg == "" {
			continue
		}
		if len(a.anyOf) == 1 && a.anyOf[0] != p.arg { // of both
			a.anyOf = []string{"CNY", "JPY"}
			return
		}
		a.anyOf, a.Unit.Currency = []string{p.arg}, p.arg
	}
}

func (e *Excerpt) digitAt(i int) bool {
	w := e.At(i)
	return w != "" && value.Digit(w[0])
}

// unitAhead says that a percent sign, a scale or a currency follows a closing bracket.
func (e *Excerpt) unitAhead(i int) bool {
	return e.Ahead(i, sayPercent|sayScale|sayPoints) != nil || value.ScaleOf(e.original(i), e.touching(i)) != ""
}

// minus takes a sign that touches the number behind it, and nothing before it.
func (e *Excerpt) minus(i int, a *saidAmount) int {
	if w := e.At(i); (w == "-" || w == "+") && e.touching(i+1) && (!e.touching(i) || strings.Contains("($", e.At(i-1)) || e.money(i-1) != nil || among(e.At(i-1), "为是达至到约率额")) {
		a.neg, a.plus = a.neg || w == "-", w == "+"
		return i + 1
	}
	return i
}

// money is the currency that is named from word i.
func (e *Excerpt) money(i int) *phrase {
	if p := e.Ahead(i, sayMoney|sayAnymoney|sayCents|sayCodescale); p != nil {
		return p
	}
	if w := e.original(i); isCode(w) {
		return &phrase{words: []string{Fold(w)}, meaning: &meaning{kind: sayMoney, arg: w + " " + w, lang: "money"}}
	}
	return nil
}

// before says that a currency may stand before its number.
func (e *Excerpt) before(p *phrase, i int) bool {
	if p.kind == sayCents || p.kind == sayAnymoney {
		return false
	}
	switch w := p.words[len(p.words)-1]; w {
	case "me":
		return false
	case "元", "钱", "won", "rand", "pounds", "pound", "sterling", "euros", "yen":
		return len(p.words) > 1 || w == "euros"
	}
	return true
}

// name gives an amount the currency of a phrase. Letters that touch a dollar sign, or a nationality before it, decide.
func (e *Excerpt) name(a *saidAmount, p *phrase, i int) {
	args := strings.Fields(p.arg)
	switch p.kind {
	case sayAnymoney:
		a.anyOf = args
		a.Unit.Currency, a.Unit.Sign = args[0], args[0]
	case sayCents:
		a.anyOf, a.Cents = e.centsOf(args), true
		a.Unit.Currency, a.Unit.Sign = a.anyOf[0], signOf(a.anyOf[0])
	case sayCodescale:
		a.Unit.Currency, a.Unit.Sign = args[0], signOf(args[0])
		a.scale(args[1])
	default:
		a.Unit.Currency, a.Unit.Sign = args[0], args[len(args)-1]
		if a.Unit.Sign == "¥" {
			a.anyOf = []string{"CNY", "JPY"}
		}
	}
	bare := a.Unit.Currency == "USD" && len(p.words) == 1
	if !bare {
		return
	}
	if p.words[0] == "$" && e.touching(i) && e.letter(i-1) && len(e.At(i-1)) <= 5 {
		a.Why = value.Quoted(e.Part(i-1, i+1)) + " is a currency that is not known"
		return
	}
	if n := e.back(i, sayNationality); n != nil && n.arg != "USD" {
		a.Why = value.Quoted(e.Part(i-len(n.words), i+1)) + " may be no US dollar"
	}
}

// centsOf are the currencies whose hundredths a word may mean: those that the excerpt names, or else the euro where its language is
// that of the euro.
func (e *Excerpt) centsOf(codes []string) []string {
	var named []string
	for i := range e.Words {
		if p := e.Ahead(i, sayMoney); p != nil {
			if code := strings.Fields(p.arg)[0]; slices.Contains(codes, code) {
				named = append(named, code)
			}
		}
	}
	switch {
	case len(named) > 0:
		return slices.Compact(named)
	case slices.Contains(codes, "EUR") && (e.sure("de") || e.sure("fr") || e.sure("es")) && !e.in("en"):
		return []string{"EUR"}
	}
	return codes
}

func signOf(code string) string {
	switch code {
	case "EUR":
		return "€"
	case "GBP":
		return "£"
	case "USD":
		return "$"
	}
	return code
}

// suffix reads what stands behind a number and returns where it ends.
func (e *Excerpt) suffix(i int, a *saidAmount) int {
	i = e.scaleAt(i, a)
	if a.words || e.han(i) || e.han(i-1) || a.Unit.Currency == "" && (e.digitAt(i) || e.Ahead(i, SayAnd) != nil) {
		i = e.more(i, a)
	}
	i = e.kindAt(i, a)
	if a.Kind == value.Plain && a.Unit.Currency == "" && a.of == nil {
		i = e.moneyBehind(i, a)
	} else if a.Unit.Currency != "" {
		i = e.nation(i, a)
	}
	if a.Why == "" {
		a.Why = e.unread(i, a)
	}
	return i
}

// scale multiplies an amount by ten to the power of exp, named as near as the house's scales allow.
func (a *saidAmount) scale(exp string) {
	n, _ := strconv.Atoi(exp)
	before := a.Unit.Exponent()
	n += int(before)
	names := []struct {
		name string
		exp  int
	}{{"trn", 12}, {"bn", 9}, {"m", 6}, {"k", 3}, {"", 0}}
	for _, s := range names {
		if n >= s.exp {
			a.Unit.Scale = s.name
			if a.N != nil && n > s.exp {
				a.counted = a.by(value.Power10(int32(n - s.exp)))
			} else if n > s.exp { // the number is still to come
				a.Unit.Scale = ""
			}
			return
		}
	}
}

func (e *Excerpt) scaleAt(i int, a *saidAmount) int {
	if e.At(i) == "万" || e.At(i) == "亿" {
		switch w := e.At(i); {
		case w == "万" && e.At(i+1) == "亿":
			a.Unit.Scale = "万亿"
			i++
		case a.Unit.Scale != "":
			return i
		default:
			a.Unit.Scale = w
		}
		i++
		return i
	}
	at := i
	if e.At(at) == "-" && e.touching(at) && e.touching(at+1) { // $5-million, 175-billion-parameter
		at++
	}
	if s := value.ScaleOf(e.original(at), e.touching(at) && at == i); s != "" && !e.lowerCaseScale(at) {
		if s == "m" && e.original(at) == "m" && !e.touching(at) && a.Unit.Currency == "" && !e.letter(at+1) && e.money(at+1) == nil && e.At(at+1) != "€" {
			a.Why = value.Quoted("m") + " may be metres or millions"
		}
		a.Unit.Scale = s
		return e.halved(e.second(at+1, a), a)
	}
	p := e.Ahead(at, sayScale)
	switch {
	case p == nil:
		return i
	case p.words[0] == "mm" && a.Unit.Currency == "" && e.original(at) != "MM":
		return i // millimetres
	case p.lang == "en" && p.words[0] == "cr" && a.Unit.Currency != "INR":
		return i
	}
	a.scale(p.arg)
	return e.halved(e.second(at+len(p.words), a), a)
}

// halved reads the part of a scale that stands behind it: a million and a half, un million et demi.
func (e *Excerpt) halved(i int, a *saidAmount) int {
	p := e.Ahead(i, sayHalf)
	if p == nil || !a.N.IsInt() {
		return i
	}
	a.counted = a.counted.plus(ratio(p.arg), 0)
	return i + len(p.words)
}

// lowerCaseScale: "billion" is a German or French word as well, with another meaning: the vocabulary knows which.
func (e *Excerpt) lowerCaseScale(i int) bool {
	switch e.At(i) {
	case "million", "millions", "billion", "billions", "thousand", "thousands":
		return true
	}
	return false
}

// second reads a scale of a scale: thousand million, mil millones, lakh crore.
func (e *Excerpt) second(i int, a *saidAmount) int {
	if a.Unit.Scale != "k" && a.Unit.Scale != "m" {
		return i
	}
	if p := e.Ahead(i, sayScale); p != nil && len(p.words[0]) > 4 {
		a.scale(p.arg)
		return i + len(p.words)
	}
	return i
}

// more reads what a smaller scale adds: two thousand five hundred, 12 million and 40 thousand, 一亿二千万.
func (e *Excerpt) more(i int, a *saidAmount) int {
	if a.Unit.Scale == "" || a.vague || a.part || a.upto != nil {
		return i
	}
	at := i
	if e.Ahead(at, SayAnd) != nil && !e.han(at) {
		at++
	}
	if !e.han(at) && !(a.words && e.letter(at)) && !e.digitAt(at) {
		return i
	}
	c, next, ok := e.number(at)
	if !ok || c.vague || c.ordinal || c.part || c.Kind != value.Plain || !c.words && !e.han(at) && !e.digitAt(at) {
		return i
	}
	b := saidAmount{counted: c}
	next = e.scaleAt(next, &b)
	large, small := a.Unit.Exponent(), b.Unit.Exponent()
	if e.digitAt(at) && !e.han(at-1) && small < 3 || small >= large || b.N.Cmp(value.Power10(large-small)) >= 0 || e.han(at) && next == at+1 { // 三万五 is 35,000
		return i
	}
	b.counted = b.by(new(big.Rat).Quo(value.Power10(small), value.Power10(large)))
	if b.upto != nil {
		a.upto = b.upto.Add(b.upto, a.N)
	}
	a.N = new(big.Rat).Add(a.N, b.N)
	a.places = 0
	return e.more(next, a)
}

// coins adds the hundredths that stand behind money: two dollars and fifty cents, zwei Euro fünfzig.
func (e *Excerpt) coins(i int, a *saidAmount) int {
	if a.Unit.Currency == "" || a.Unit.Scale != "" || a.Cents || a.vague || a.part || a.Kind != value.Plain || !a.N.IsInt() {
		return i
	}
	at := i
	if e.Ahead(at, SayAnd) != nil || e.At(at) == "con" {
		at++
	}
	c, next, ok := e.number(at)
	if !ok || !c.N.IsInt() || c.N.Sign() <= 0 || c.N.Cmp(Integer(100)) >= 0 || c.vague || c.ordinal || c.part || c.upto != nil || c.Kind != value.Plain {
		return i
	}
	p := e.Ahead(next, sayCents)
	switch {
	case p != nil && slices.Contains(strings.Fields(p.arg), a.Unit.Currency):
		next += len(p.words)
	case p != nil || at > i || !e.letter(i-1) || e.At(next) != "" && !stops(e.At(next)) || e.digitAt(at) && len(e.At(at)) != 2:
		return i
	}
	a.counted = a.counted.plus(new(big.Rat).Quo(c.N, Integer(100)), 2)
	return next
}

func (e *Excerpt) kindAt(i int, a *saidAmount) int {
	if e.Ahead(i, sayOne) != nil && a.part && e.Ahead(i+1, sayPoints|sayPercent) != nil { // half a point
		i++
	}
	at := i
	if e.At(at) == "-" && e.touching(at) && e.touching(at+1) {
		at++
	}
	if a.Kind == value.Percent {
		if p := e.Ahead(at, sayPoints); p != nil && e.At(i-1) == "%" {
			a.Kind = value.Points
			return at + len(p.words)
		}
		return i
	}
	if a.Kind == value.Times {
		return i
	}
	places := [...]int{i, at}
	var found [len(places)]*phrase
	for n, j := range places {
		found[n] = e.Ahead(j, sayPoints|sayBps|sayPercent|sayTimes)
	}
	for _, k := range []struct {
		kind says
		to   value.UnitKind
		by   string
	}{{sayPoints, value.Points, "1"}, {sayBps, value.Points, "1/100"}, {sayPercent, value.Percent, "1"}, {sayTimes, value.Times, "1"}} {
		for n, j := range places {
			p := found[n]
			if p == nil || p.kind != k.kind || k.to == value.Times && (p.arg != "" || p.words[0] == "x" && e.digitAt(j+1)) {
				continue
			}
			a.Kind = k.to
			a.often = k.to == value.Times && p.words[0] != "x" && p.words[0] != "×" && p.words[0] != "倍"
			if a.part { // half a percent
				a.part = false
			}
			switch {
			case k.kind == sayBps && a.Unit.Scale == "":
				a.Unit.Scale = "bps" // a unit typed is a unit printed
			case k.by != "1":
				a.counted = a.by(ratio(k.by))
			case k.kind == sayPercent && p.arg != "": // per mille
				a.counted = a.by(ratio(p.arg))
			}
			return j + len(p.words)
		}
	}
	return i
}

// moneyBehind takes a currency behind a number: 7m Canadian dollars, 3亿元, tens of millions of yuan.
func (e *Excerpt) moneyBehind(i int, a *saidAmount) int {
	j := i
	if e.At(j) == "-" && e.touching(j) && e.touching(j+1) {
		j++
	}
	switch e.At(j) {
	case "of", "de", "d", "多", "余", "来":
		if e.money(j+1) == nil {
			return i
		}
		if e.han(j) { // 300多万元: the rest is read behind
			a.loose, a.about = true, e.At(j) == "来"
			a.least = !a.about
		}
		j++
	}
	p := e.money(j)
	if p == nil || p.kind == sayCodescale && a.Unit.Scale != "" {
		return i
	}
	if w := p.words[0]; w == "me" && (e.original(j) != "ME" || !e.in("fr")) || w == "won" && a.Unit.Scale == "" || w == "p" && !e.touching(j) || w == "rand" && a.Unit.Scale == "" || w == "d" || w == "de" && len(p.words) == 1 {
		return i
	}
	e.name(a, p, j)
	i = j + len(p.words)
	if a.Unit.Scale == "" && !a.Cents && p.kind != sayCodescale {
		i = e.scaleAt(i, a)
	}
	return e.nation(i, a)
}

// nation reads a nationality behind an amount: $5m Canadian, ¥800 million (Japanese yen).
func (e *Excerpt) nation(i int, a *saidAmount) int {
	at, closing := i, 0
	if e.At(at) == "(" {
		at, closing = at+1, 1
	}
	if closing > 0 {
		if p := e.money(at); p != nil && p.kind == sayMoney && e.At(at+len(p.words)) == ")" && (slices.Contains(a.anyOf, strings.Fields(p.arg)[0]) || a.Unit.Sign == "$") {
			e.name(a, p, at)
			a.anyOf = nil
			return at + len(p.words) + 1
		}
	}
	p := e.Ahead(at, sayNationality)
	if p == nil || a.Unit.Sign != "$" && a.Unit.Sign != "¥" || closing > 0 && e.At(at+len(p.words)) != ")" {
		return i
	}
	next := at + len(p.words) + closing
	if e.letter(next) && words().betrays(e.At(next)) == 0 && p.arg != "USD" {
		a.Why = value.Quoted(e.Part(a.start-1, next)) + " may be no US dollar"
		return i
	}
	a.Unit.Currency, a.Unit.Sign, a.anyOf = p.arg, p.arg, nil
	return next
}

// unread says why what follows a number keeps it from being understood: letters that touch it, or a scale unknown.
func (e *Excerpt) unread(i int, a *saidAmount) string {
	w := e.original(i)
	many := a.Kind != value.Plain || a.Unit.Currency != "" // 13% gross is before fees; 13 gross are twelve dozen each
	if p := e.Ahead(i, sayUnscale); p != nil && !(many && p.words[0] == "gross") {
		return value.Quoted(e.Part(a.start, i+len(p.words))) + " has a scale that is not known"
	}
	if p := e.Ahead(i, sayScale); p != nil && a.Unit.Scale != "" && p.lang != "zh" && len(p.words[0]) > 3 && !e.homographAt(p) {
		return value.Quoted(e.Part(a.start, i+len(p.words))) + " has two scales"
	}
	if e.letter(i) && magnitude(e.At(i)) {
		return value.Quoted(e.Part(a.start, i+1)) + " has a scale that is not known"
	}
	if !e.touching(i) || !e.letter(i) || !e.digitAt(i-1) || measure(w) {
		return ""
	}
	return value.Quoted(e.Part(a.start, i+1)) + " is a name, or has a scale that is not known"
}

func (e *Excerpt) homographAt(p *phrase) bool { return p.homograph && !e.in(p.lang) }

// magnitude says that a word looks like the name of a large number.
func magnitude(w string) bool {
	for _, end := range []string{"illion", "illions", "illiard", "illiards", "illiarde", "illiarden", "illionen", "illón", "illones"} {
		if strings.HasSuffix(w, end) && w != "pavillion" && w != "vermillion" {
			return true
		}
	}
	return false
}

// measure says that letters behind a number are a unit of measurement.
func measure(w string) bool {
	const units = " km kg g mg t kt Mt Gt MW GW kW TW kWh MWh GWh TWh Wh GB TB MB KB PB kB GHz MHz kHz Hz nm cm mm ft in mi mph h hr hrs s ms min d y yr yrs C F L l ml V W A kV mA oz lb lbs ha ppm bbl boe mmboe th m2 m3 km2 sqm sqft ct TEU dwt Gbps Mbps dB bar rpm kn mol µm μm J kJ MJ GJ TJ EJ Nm Ah mAh GWp MWp kWp MWe u a pm am "
	return strings.Contains(units, " "+w+" ") || strings.IndexFunc(w, unicode.IsLetter) < 0
}
