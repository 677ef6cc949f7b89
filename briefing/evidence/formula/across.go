package formula

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
)

// Across says what a formula joins of different periods or subjects: "adds 2023 and 2024". Growth and comparisons set like
// against like and are what an analyst expects; sums, products and quotients of unlike amounts are told. of gives what a
// figure's author says of it; a figure that says nothing has what its own formula has.
func (f *Formula) Across(env FormulaEnv, c value.Calendar, of func(id string) (period, subject string)) []string {
	a := across{growth: growth{env: env}, calendar: c, of: of}
	a.walk(written{f.root, f.src})
	return a.found
}

type across struct {
	growth
	calendar value.Calendar
	of       func(id string) (period, subject string)
	found    []string
	known    map[string]scope // of figures that were walked
}

// scope is what a part of a formula is of.
type scope struct{ periods, subjects []string }

func (a *across) walk(w written) scope {
	if a.steps++; w.node == nil || a.steps > maxSteps {
		return scope{}
	}
	if w.op == "figure" {
		if own, ok := a.known[w.name]; ok {
			return own
		}
		period, subject := a.of(w.name)
		own := scope{onlyOf(period), onlyOf(subject)}
		if inner := a.growth.of(w, w.node); inner.op != "figure" && (period == "" || subject == "") {
			told := len(a.found)
			s := a.walk(inner)
			a.found = a.found[:told] // told where that figure stands
			if period == "" {
				own.periods = s.periods
			}
			if subject == "" {
				own.subjects = s.subjects
			}
		}
		if a.known == nil {
			a.known = map[string]scope{}
		}
		a.known[w.name] = own
		return own
	}
	left, right := a.walk(written{w.a, w.src}), a.walk(written{w.b, w.src})
	like := w.op == "-" || w.op == "/" && a.alike(w)
	verb := map[string]string{"+": "adds", "*": "multiplies", "/": "divides"}[w.op]
	if like { // growth of one subject, or two subjects side by side in one period
		verb = "compares"
	}
	unlikePeriods, unlikeSubjects := a.unlike(left.periods, right.periods), a.unlike(left.subjects, right.subjects)
	if verb != "" && (unlikePeriods || unlikeSubjects) && (!like || unlikePeriods && unlikeSubjects) {
		if unlikePeriods {
			a.tell(verb, left.periods, right.periods)
		}
		if unlikeSubjects {
			a.tell(verb, left.subjects, right.subjects)
		}
	}
	if like && len(left.periods) > 0 {
		right.periods = nil
	}
	return scope{merge(left.periods, right.periods), merge(left.subjects, right.subjects)}
}

func (a *across) tell(verb string, left, right []string) {
	joint := map[string]string{"adds": " and ", "multiplies": " and ", "divides": " by ", "compares": " with "}[verb]
	a.found = merge(a.found, []string{verb + " " + strings.Join(left, ", ") + joint + strings.Join(right, ", ")})
}

// alike says that the two sides of a division have one unit: a figure's own, whatever its formula is.
func (a *across) alike(w written) bool {
	e := evaluation{env: a.env, vars: map[string]int{}, src: w.src}
	e.env.Formula = nil
	x, err := e.build(w.a)
	y, wrong := e.build(w.b)
	return err == nil && wrong == nil && x.state == value.Known && y.state == value.Known && value.SameUnit(x.unit, y.unit)
}

func onlyOf(s string) []string {
	if s = strings.TrimSpace(s); s == "" {
		return nil
	}
	return []string{s}
}

// unlike says that both sides are of something, and not of the same.
func (a *across) unlike(left, right []string) bool {
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	return slices.ContainsFunc(right, func(s string) bool {
		return !slices.ContainsFunc(left, func(o string) bool { return samePeriod(a.calendar, o, s) })
	})
}

// samePeriod forgives the ways of writing a date: 2024-Q3 and Q3 2024.
func samePeriod(c value.Calendar, a, b string) bool {
	if strings.EqualFold(a, b) {
		return true
	}
	x, err := c.ParseDate(a)
	y, bad := c.ParseDate(b)
	return err == nil && bad == nil && x == y
}

// Mentions says that a sentence says a period or names a subject: a date by a date within it, other words as they are, in
// any case.
func Mentions(c value.Calendar, sentence, words string) bool {
	if d, err := c.ParseDate(strings.TrimSpace(words)); err == nil && !d.IsZero() {
		if _, err := source.SaysDate(c, sentence, d); err == nil {
			return true
		}
	}
	return source.Names(sentence, words)
}
