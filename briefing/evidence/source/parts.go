package source

import (
	"math/big"
)

// outOf reads so many of so many as the part that it is: three in five, 9 out of 10, un client sur deux, tres de cada diez.
// What is counted may stand between.
func (e *Excerpt) outOf(i int) (counted, int, bool) {
	n, at, ok := e.small(i)
	if !ok || n.Sign() <= 0 {
		return counted{}, i, false
	}
	p, gap := (*phrase)(nil), 0
	for ; gap <= 2 && p == nil; gap++ {
		if p = e.Ahead(at+gap, sayOutof); p == nil && !e.letter(at+gap) {
			return counted{}, i, false
		}
	}
	if p == nil {
		return counted{}, i, false
	}
	from := at + gap - 1 + len(p.words)
	of, next, ok := e.small(from)
	if each := p.words[len(p.words)-1]; (each == "every" || each == "each") && e.Ahead(from, sayHundred) != nil { // five in every hundred
		of, next, ok = Integer(100), from+1, true
	}
	if !ok || of.Cmp(Integer(2)) < 0 || of.Cmp(Integer(1000)) > 0 || n.Cmp(of) >= 0 || e.touching(next) && e.letter(next) {
		return counted{}, i, false
	}
	if p.arg == "loose" { // two in five customers; but two sites in five countries, 3 in 10 years
		if e.Ahead(next, sayPlace|sayPeriod|sayScale|sayPercent|sayPoints|sayBps|sayTimes|sayMoney) != nil || gap > 1 && (p.lang == "de" || p.lang == "en" && (n.Cmp(Integer(1)) != 0 || pluralNoun(e.At(next)))) {
			return counted{}, i, false
		}
	}
	return counted{N: new(big.Rat).Quo(n, of), of: of, part: true, words: true}, next, true
}

// ofEvery reads the part whose whole comes first: of every ten loans, nine; von je zehn Kunden neun; de cada diez clientes, nueve.
func (e *Excerpt) ofEvery(i int) (counted, int, bool) {
	const most = 4 // words between
	p := e.Ahead(i, sayOutof)
	if p == nil || p.arg != "" || p.words[0] == "in" {
		return counted{}, i, false
	}
	of, at, ok := e.small(i + len(p.words))
	for end := at + most; ok && at < end && (e.letter(at) || e.At(at) == ","); at++ {
		if n, next, found := e.small(at); found && n.Sign() > 0 && n.Cmp(of) < 0 && e.Ahead(next, sayScale|sayPercent|sayOutof) == nil {
			return counted{N: new(big.Rat).Quo(n, of), of: of, part: true, words: true}, next, true
		}
	}
	return counted{}, i, false
}

// small reads a whole number below a thousand that stands for itself.
func (e *Excerpt) small(i int) (*big.Rat, int, bool) {
	if w := e.At(i); e.dated != nil && i < len(e.dated) && i >= 0 && e.dated[i] {
		return nil, i, false
	} else if len(w) < 4 && allDigits(w) {
		n, ok := new(big.Rat).SetString(w)
		return n, i + 1, ok
	}
	if e.Ahead(i, sayOne) != nil { // one in a hundred
		if e.Ahead(i+1, sayHundred) != nil {
			return Integer(100), i + 2, true
		}
		if p := e.Ahead(i+1, sayScale); p != nil && p.arg == "3" && len(p.words[0]) > 3 {
			return Integer(1000), i + 2, true
		}
	}
	if c, next, ok := e.cardinal(i); ok && c.N.Num().IsInt64() && c.N.Num().Int64() <= 1000 {
		return c.N, next, c.N.IsInt()
	}
	if e.At(i) == "mille" && e.in("fr") {
		return Integer(1000), i + 1, true
	}
	if n, half, ok := germanNumber(e.At(i)); ok && !half && n <= 1000 {
		return Integer(n), i + 1, true
	}
	switch e.At(i) {
	case "un", "une", "una", "ein", "eine", "einer", "eines", "einem", "einen":
		return Integer(1), i + 1, true
	}
	return nil, i, false
}

// mixed reads the fraction behind a whole number: 5 1/4, 5-1/4.
func (e *Excerpt) mixed(i int) (*big.Rat, int) {
	j := i
	if e.At(j) == "-" && e.touching(j) && e.touching(j+1) {
		j++
	} else if j > 0 && j < len(e.Words) && !e.spaced(j-1, j) {
		return nil, i
	}
	if f := e.slashed(j); f != nil {
		return f, j + 3
	}
	return nil, i
}

// slashed is the fraction a/b that is written from word i on, as rulers and interest rates have them.
func (e *Excerpt) slashed(i int) *big.Rat {
	a, b := e.At(i), e.At(i+2)
	if e.At(i+1) != "/" || !e.touching(i+1) || !e.touching(i+2) || !allDigits(a) || len(a) > 2 || e.At(i+3) == "/" {
		return nil
	}
	switch b {
	case "2", "3", "4", "5", "6", "8", "10", "16", "32", "64":
		if f := ratio(a + "/" + b); f.Sign() > 0 && f.Cmp(Integer(1)) < 0 {
			return f
		}
	}
	return nil
}

// hanOutOf reads 每十人中有三人: so many of every so many.
func (e *Excerpt) hanOutOf(i int) (counted, int, bool) {
	of, at, ok := e.hanSmall(i + 1)
	if !ok {
		return counted{}, i, false
	}
	for n := 0; n < 6 && e.han(at); n++ {
		if among(e.At(at), "中里就") {
			for at++; among(e.At(at), "就便有约,"); at++ {
			}
			n, next, ok := e.hanSmall(at)
			if !ok || n.Cmp(of) >= 0 {
				return counted{}, i, false
			}
			return counted{N: new(big.Rat).Quo(n, of), of: of, part: true, words: true}, next, true
		}
		at++
	}
	return counted{}, i, false
}

func (e *Excerpt) hanSmall(i int) (*big.Rat, int, bool) {
	if w := e.At(i); len(w) < 4 && allDigits(w) {
		return ratio(w), i + 1, w != "0"
	}
	n, spread, next, ok := e.hanDigits(i, -1)
	return Integer(n), next, ok && n > 0 && spread == 0
}
