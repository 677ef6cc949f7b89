package evidence

import (
	"slices"
	"strings"
)

// reading is one quantity that an excerpt says, in digits or in words.
type reading struct {
	Value
	near    bool // "nearly 80": about it, or under it
	vague   bool // "tens of millions": no exact number, only a floor
	yen     bool // ¥ alone: yuan or yen
	ordinal bool // "third"
	from    int  // words of the excerpt, the bound included; to exclusive
	to      int
	start   int // the number's own first word
}

// reader of quantities. lower holds the words without case, with numbers and the letters behind them apart.
type excerpt struct {
	src   string
	words []word
	lower []string
}

func readExcerpt(src string) *excerpt {
	e := &excerpt{src: src}
	for _, w := range splitWords(src) {
		// "80m", "3rd", "40bn": the number and its suffix are two words here. "GPT4" is a name.
		n := len(w.text) - len(strings.TrimLeft(w.text, "0123456789.,"))
		if n > 0 && n < len(w.text) {
			n -= len(w.text[:n]) - len(strings.TrimRight(w.text[:n], ".,"))
			e.add(word{w.text[:n], w.from, w.to})
			w.text = w.text[n:]
			w.from = w.to // no space between
		}
		e.add(w)
	}
	return e
}

func (e *excerpt) add(w word) {
	e.words = append(e.words, w)
	e.lower = append(e.lower, fold(w.text))
}

// at is word i without case, "" outside.
func (e *excerpt) at(i int) string {
	if i < 0 || i >= len(e.lower) {
		return ""
	}
	return e.lower[i]
}

// phrase says that the words of p stand from i on.
func (e *excerpt) phrase(i int, p string) int {
	n := 0
	for w := range strings.FieldsSeq(p) {
		if e.at(i+n) != w {
			return 0
		}
		n++
	}
	return n
}

// phraseBefore is the length of the first phrase that ends before i.
func (e *excerpt) phraseBefore(i int, phrases []string) int {
	for _, p := range phrases {
		if n := strings.Count(p, " ") + 1; e.phrase(i-n, p) > 0 {
			return n
		}
	}
	return 0
}

func (e *excerpt) phraseAt(i int, phrases []string) int {
	for _, p := range phrases {
		if n := e.phrase(i, p); n > 0 {
			return n
		}
	}
	return 0
}

// quantities are all readings of the excerpt.
func (e *excerpt) quantities() []reading {
	var out []reading
	for i := 0; i < len(e.words); {
		if r, ok := e.quantity(i); ok {
			out = append(out, r)
			i = r.to
			continue
		}
		i++
	}
	return out
}

// quantity reads [currency] number [suffix] [to [currency] number [suffix]] from word i, then what stands around it.
func (e *excerpt) quantity(i int) (reading, bool) {
	r := reading{from: i, start: i}
	percent := e.phrase(i, "百 分 之") // 百分之二十: the suffix stands before
	first, next, ok := e.number(e.money(i+percent, &r))
	if !ok {
		return r, false
	}
	r.vague, r.ordinal = first.vague, first.ordinal
	n1 := first.n
	u1, next := e.suffix(next, &r)
	if percent > 0 {
		u1.Kind = Percent
	}
	lo, hi, unit := n1, n1, u1
	if sep := e.separator(next, i); sep > 0 && !first.vague {
		var second reading
		if n2, after, ok := e.number(e.money(next+sep, &second)); ok && !n2.vague {
			u2, after := e.suffix(after, &second)
			if u1.Scale == "" {
				u1.Scale = u2.Scale
			}
			if u1.Kind == Plain {
				u1.Kind = u2.Kind
			}
			a, b := Exact(n1, u1), Exact(n2.n, u2)
			a = a.In(u2.Scale)
			if a.Lo.N.LessThan(b.Lo.N) && u1.Kind == u2.Kind {
				lo, hi, unit, next = a.Lo.N, b.Lo.N, u2, after
				r.yen = r.yen || second.yen
				if r.Unit.Currency == "" {
					r.Unit = second.Unit
				}
			}
		}
	}
	unit.Currency, unit.Sign = r.Unit.Currency, r.Unit.Sign
	r.Value = Between(lo, hi, unit)
	r.to = next
	e.bounds(&r)
	return r, true
}

// money takes a currency before a number.
func (e *excerpt) money(i int, r *reading) int {
	if c, sign := currencyNamed(e.at(i), e.original(i)); c != "" {
		if sign == "$" && i > 0 && e.words[i-1].to == e.words[i].from { // HK$
			if other := signCurrency(e.original(i-1) + "$"); other != "" {
				c, sign = other, e.original(i-1)+"$"
			}
		}
		r.Unit.Currency, r.Unit.Sign, r.yen = c, sign, sign == "¥"
		return i + 1
	}
	return i
}

func (e *excerpt) original(i int) string {
	if i < 0 || i >= len(e.words) {
		return ""
	}
	return e.words[i].text
}

// currencyNamed is the currency of a sign, code or word in an excerpt.
func currencyNamed(lower, original string) (code, sign string) {
	switch lower {
	case "yuan", "renminbi", "元", "rmb", "cny":
		return "CNY", "RMB"
	case "dollar", "dollars", "usd", "美元":
		return "USD", "$"
	case "yen", "円":
		return "JPY", "JPY"
	case "euro", "euros":
		return "EUR", "€"
	case "sterling", "pound", "pounds":
		return "GBP", "£"
	case "rupee", "rupees":
		return "INR", "₹"
	case "¥":
		return "CNY", "¥"
	}
	if c := signCurrency(original); c != "" {
		return c, original
	}
	return "", ""
}

// suffix takes scale, percent, points, times and a currency behind a number.
func (e *excerpt) suffix(i int, r *reading) (Unit, int) {
	var u Unit
	attached := i > 0 && i < len(e.words) && e.words[i-1].to == e.words[i].to // split off by us
	if s := scaleOf(e.original(i), attached); s != "" {
		u.Scale = s
		i++
	} else if s := e.original(i); s == "万" || s == "亿" {
		if u.Scale = s; s == "万" && e.original(i+1) == "亿" {
			u.Scale = "万亿"
			i++
		}
		i++
	}
	switch {
	case e.at(i) == "%", e.at(i) == "percent":
		u.Kind = Percent
		i++
	case e.phrase(i, "per cent") > 0:
		u.Kind = Percent
		i += 2
	case e.phrase(i, "percentage points") > 0, e.phrase(i, "percentage point") > 0:
		u.Kind = Points
		i += 2
	case slices.Contains([]string{"points", "point", "pts", "pp"}, e.at(i)):
		u.Kind = Points
		i++
	case slices.Contains([]string{"times", "×", "x", "fold", "倍"}, e.at(i)):
		u.Kind = Times
		i++
	case e.at(i) == "-" && e.at(i+1) == "fold":
		u.Kind = Times
		i += 2
	}
	if r.Unit.Currency == "" && u.Kind == Plain {
		j := i
		if e.at(j) == "of" && r.vague { // tens of millions of yuan
			j++
		}
		if e.at(j) == "us" || e.at(j) == "u" && e.at(j+1) == "." {
			for j++; e.at(j) == "." || e.at(j) == "s"; j++ {
			}
		}
		if e.at(j) == "美" && e.at(j+1) == "元" {
			r.Unit.Currency, r.Unit.Sign = "USD", "$"
			return u, j + 2
		}
		if c, sign := currencyNamed(e.at(j), e.original(j)); c != "" {
			r.Unit.Currency, r.Unit.Sign = c, sign
			i = j + 1
		}
	}
	return u, i
}

// separator is the length of what joins two numbers to a range.
func (e *excerpt) separator(i, start int) int {
	switch e.at(i) {
	case "-", "to", "or", "到", "至", "或":
		return 1
	case "and":
		if e.at(start-1) == "between" {
			return 1
		}
	}
	return 0
}

// The phrases of English and Chinese that bound or soften a number; longer ones first.
func phrasesOf(b bound) []string {
	switch b {
	case atLeast:
		return []string{"no less than", "not less than", "no fewer than", "not under", "not below", "a minimum of", "minimum of", "at least", "不 低 于", "不 少 于", "至 少 为", "至 少 是", "至 少", "≥"}
	case atMost:
		return []string{"no more than", "not more than", "not over", "not above", "a maximum of", "maximum of", "at most", "up to", "不 超 过", "不 高 于", "至 多 为", "最 多 为", "至 多", "最 多", "≤"}
	case over:
		return []string{"more than", "greater than", "higher than", "in excess of", "over", "above", "exceeding", "exceeded", "exceeds", "surpassed", "超 过 了", "超 过", "高 于", "大 于", "多 于", "逾", "超", ">"}
	case under:
		return []string{"less than", "fewer than", "lower than", "under", "below", "不 到", "低 于", "少 于", "不 足", "<"}
	}
	return nil
}

func aboutPhrases() []string {
	return []string{"about", "around", "approximately", "roughly", "some", "circa", "in the region of", "大 约 为", "大 约", "约 为", "约", "~", "≈"}
}

func nearPhrases() []string {
	return []string{"nearly", "almost", "close to", "just under", "approaching", "将 近", "接 近", "近"}
}

// notBounds are phrases in which "up to" only belongs to its verb.
func notBounds() []string {
	return []string{"caught up to", "catch up to", "catching up to", "adds up to", "add up to", "added up to", "summed up to", "sums up to"}
}

// bounds reads what stands before and behind a quantity.
func (e *excerpt) bounds(r *reading) {
	k, b := r.from, exactly
	for range 4 {
		if n := e.phraseBefore(k, aboutPhrases()); n > 0 {
			r.About = true
			k -= n
			continue
		}
		if n := e.phraseBefore(k, nearPhrases()); n > 0 {
			r.near = true
			k -= n
			continue
		}
		if e.at(k-1) == "between" || e.at(k-1) == "from" || e.at(k-1) == "the" || e.at(k-1) == "a" || e.at(k-1) == "an" {
			before := e.phraseBefore(k-1, aboutPhrases()) + e.phraseBefore(k-1, nearPhrases()) + e.phraseBefore(k-1, phrasesOf(atLeast)) + e.phraseBefore(k-1, phrasesOf(atMost))
			if before > 0 {
				k--
				continue
			}
		}
		if n := e.phraseBefore(k, notBounds()); n > 0 || b != exactly {
			break
		}
		for _, kind := range []bound{atLeast, atMost, over, under} {
			if n := e.phraseBefore(k, phrasesOf(kind)); n > 0 {
				b = kind
				k -= n
				break
			}
		}
		if b == exactly {
			break
		}
	}
	if b == exactly { // "at least invest tens of millions": a verb may stand between
		for j := k - 1; j >= max(0, k-3) && b == exactly; j-- {
			if _, _, number := e.number(j); number || mark(e.at(j)) { // at least 5 of 20
				break
			}
			switch {
			case e.phraseBefore(j, []string{"at least"}) > 0:
				b, k = atLeast, j-2
			case e.phraseBefore(j, []string{"at most"}) > 0:
				b, k = atMost, j-2
			}
		}
	}
	e.behind(r, &b)
	r.from = max(0, min(r.from, k))
	if r.vague {
		b = atLeast
	}
	switch b {
	case over:
		r.Lo.Open, r.Hi = true, End{Inf: true}
	case atLeast:
		r.Hi = End{Inf: true}
	case under:
		r.Hi.Open, r.Lo = true, End{Inf: true}
	case atMost:
		r.Lo = End{Inf: true}
	}
}

// behind reads "or more", "or so" and their like, one noun being allowed before them.
func (e *excerpt) behind(r *reading, b *bound) {
	for i := r.to; i <= r.to+1; i++ {
		switch {
		case *b == exactly && e.phraseAt(i, []string{"or more", "and more", "or above", "and above", "or higher", "or over", "以 上", "+"}) > 0:
			*b = atLeast
		case *b == exactly && e.phraseAt(i, []string{"or less", "or fewer", "or below", "or lower", "or under", "以 下"}) > 0:
			*b = atMost
		case e.phraseAt(i, []string{"or so", "or thereabouts", "左 右", "上 下"}) > 0:
			r.About = true
		default:
			continue
		}
		return
	}
}
