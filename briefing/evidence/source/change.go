package source

import (
	"strings"

	"roadshow/briefing/evidence/value"
)

// What a number changed by, or to: the verb or the noun that says so, in the grammar of each language.

// lost says that a number is an amount of a loss or a deficit, which may be written with either sign: losses narrowed to $19m
// from $31m, der Konzernverlust belief sich auf 86 Mio. What is counted otherwise may not stand between.
func (e *Excerpt) lost(i int) bool {
	against := false
	for n := 0; i > 0 && n < 14; n++ {
		if p := e.back(i, sayFall); p != nil && p.arg == "loss" {
			led := e.back(i-len(p.words), sayScopeless)
			return !isSubject(e.Ahead(i, sayNoun)) && (led == nil || led.arg == "none")
		}
		w := e.At(i - 1)
		if lossNoun(w) {
			return true
		}
		if stops(w) && w != "(" || isSubject(e.back(i, sayNoun)) {
			return false
		}
		if e.digitAt(i - 1) {
			if !against || n > 4 {
				return false
			}
		}
		switch w {
		case "from", "versus", "vs", "against", "with", "to", "gegenüber", "nach", "von", "auf", "contre", "frente", "desde", "de", "à", "a", "从", "由", "比":
			against = against || n < 3
		}
		i--
	}
	return false
}

func isSubject(p *phrase) bool { return p != nil && p.arg == "subject" }

// lossNoun recognises compounds: Konzernverlust, Jahresfehlbetrag.
func lossNoun(w string) bool {
	for _, end := range []string{"verlust", "verluste", "verlusts", "fehlbetrag", "fehlbetrags", "defizit", "defizits"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// change finds the verb that a number belongs to: a fall may be written with either sign. What stands behind "to" is a level.
func (e *Excerpt) change(r *Reading) {
	if e.lost(r.From) {
		r.decline = true
	}
	at := r.From
	if e.back(at, SayLevel) == nil {
		at = e.article(at) // hasta el 8 %
	}
	if p := e.back(at, SayLevel); p != nil && !(p.lang == "zh" && e.back(at-1, sayFall|sayRise) == nil && (p.arg != "" || !e.changedBefore(at-1))) && !(e.homographAt(p)) {
		verb := e.back(at-len(p.words), sayRise|sayFall)
		if verb != nil && verb.arg == "noun" && p.arg == "reach" { // the decline reached 12%, 降幅达12%
			r.changed(verb, at-len(p.words))
			return
		}
		if w := p.words[0]; (w == "at" || w == "bei" || w == "à") && e.settled(r, at-len(p.words)) {
			return
		}
		r.level = verb != nil && verb.arg != "loss" || p.arg == "" && e.changedBefore(at-len(p.words)) || p.lang == "zh" && e.back(r.From, sayRise|sayFall) != nil
		return
	}
	by := true // nothing but "by" stands between
	for i, n := r.From, 0; i > 0 && n < 5; n++ {
		if by {
			i = e.beforeDate(i)
		}
		if i == 0 || stops(e.At(i-1)) || e.digitAt(i-1) {
			break
		}
		if p := e.back(i, sayRise|sayFall|SayLevel); p != nil && p.kind == SayLevel && len(p.words) > 1 { // ate up about 6%
			break
		}
		if p := e.back(i, sayRise|sayFall); p != nil && !e.homographAt(p) {
			r.changed(p, i)
			return
		}
		i--
		by = by && among(" "+e.At(i)+" ", " by um de d un del of ")
	}
	if e.in("de") && e.parted(r) || e.isChange(r, r.From) {
		return
	}
	for i := r.To; i < len(e.Words) && i < r.To+2; i++ {
		if stops(e.At(i)) || e.digitAt(i) || e.Ahead(i, SayLevel|sayJoin|SayAnd) != nil || against(e.At(i)) {
			return
		}
		if less := less(e.At(i)); less != 0 && (r.Unit.Kind == value.Percent || r.Unit.Currency != "") { // un 12 % menos
			r.changed(&phrase{words: e.Lower[i : i+1], meaning: &meaning{kind: less}}, i+1)
			return
		}
		if p := e.Ahead(i, sayRise|sayFall); p != nil && !e.homographAt(p) {
			if p.arg != "noun" && e.amountBehind(i+len(p.words)) { // sales of $5m fell 3%
				return
			}
			r.changed(p, i+len(p.words))
			return
		}
	}
}

// amountBehind says that a number follows, with no more than "by" or "to" before it.
func (e *Excerpt) amountBehind(i int) bool {
	if among(" "+e.At(i)+" ", " by to um auf de à un en a hasta ") || e.Ahead(i, sayAbout|sayNear) != nil {
		i++
	}
	return e.digitOrMoney(i)
}

// changed notes the verb of a reading's change, which ends before word i.
func (r *Reading) changed(p *phrase, i int) {
	r.decline, r.rise, r.verb = r.decline || p.kind == sayFall, r.rise || p.kind == sayRise, span{i - len(p.words), i}
}

// changedBefore says that a verb of change stands before word i in its clause.
func (e *Excerpt) changedBefore(i int) bool {
	if e.At(i-1) == "," { // bajó dos décimas, hasta el 11,6 %
		i--
	}
	for ; i > 0 && !stops(e.At(i-1)); i-- {
		if p := e.back(i, sayRise|sayFall); p != nil && p.arg != "loss" && !e.homographAt(p) {
			return true
		}
	}
	return false
}

// parted finds a German verb whose first part ends the clause: ging um 3 % auf 845 Mio. zurück, brach um ein Viertel ein.
func (e *Excerpt) parted(r *Reading) bool {
	end := r.To
	for end < len(e.Words) && (!stops(e.At(end)) || e.At(end) == "." && e.Ahead(end-1, sayScale) != nil) { // auf 845 Mio. €
		end++
	}
	if w := e.At(end - 1); w == "zurück" || w == "nach" && end-r.To < 4 { // gab um 3 Punkte nach
		r.decline, r.verb = true, span{end - 1, end}
		return true
	}
	for p := range words().ending(e.At(end - 1)) {
		if p.kind&(sayRise|sayFall) == 0 || p.lang != "de" || len(p.words) != 2 {
			continue
		}
		for i := r.From; i > 0 && !stops(e.At(i-1)); i-- {
			if e.At(i-1) == p.words[0] {
				r.changed(p, i)
				r.verb = span{end - 1, end}
				return true
			}
		}
	}
	return false
}

// isChange finds the noun that says what a number is: la hausse n'a été que de 1,5 %, the decline had been about 3%. Nothing but a
// verb of being and what belongs to it stands between.
func (e *Excerpt) isChange(r *Reading, i int) bool {
	for n := 0; n < 8 && i > 0; n++ {
		if p := e.back(i, sayFiller|sayAux|sayExact|sayAbout); p != nil {
			i -= len(p.words)
		} else if w := e.At(i - 1); being(w) || w == "que" || w == "n" || w == "ne" || w == "had" || w == "has" {
			i--
		} else {
			break
		}
	}
	p := e.back(i, sayRise|sayFall)
	if p == nil || p.arg != "noun" || i == r.From || e.homographAt(p) {
		return false
	}
	r.changed(p, i)
	return true
}

// settled finds the noun of a change whose verb leads to a level: the decline stood at 12%, la hausse s'est inscrite à 5 %, der Rückgang lag
// bei 4 Prozent.
func (e *Excerpt) settled(r *Reading, i int) bool {
	const most = 6 // words between
	verb := false
	for n := 0; n < most && i > 0 && !stops(e.At(i-1)) && !e.digitAt(i-1); n++ {
		if p := e.back(i, sayRise|sayFall); p != nil {
			if verb && p.arg == "noun" && !e.homographAt(p) {
				r.changed(p, i)
				return true
			}
			return false
		}
		w := e.At(i - 1)
		verb = verb || being(w) || w == "s" || w == "se" || w == "sich"
		i--
	}
	return false
}

// less is the change that a comparative behind a percentage or an amount says, 0 for none.
func less(w string) says {
	switch w {
	case "less", "menos", "moins":
		return sayFall
	case "more", "más":
		return sayRise
	}
	return 0
}
