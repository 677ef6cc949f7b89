package formula

import (
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// Stated is what a figure rests on: a value, a cell or a formula, and what its author says of the result.
type Stated struct {
	Value   *value.Value // as typed
	Cell    *[3]string   // table, row, column
	Formula string
	Unit    string // what the figure counts
	Words   string // printed instead of the number
}

// Reckoning computes figures from what they state, each once and in any order. It is the one meaning of a figure: whoever
// builds a briefing and whoever verifies its proof reckon alike.
type Reckoning struct {
	// Stated is what a figure rests on, nil where there is none of that name; an error says why it cannot be read.
	Stated func(id string) (*Stated, error)
	// Cell is the value of a table's cell; its error is printed.
	Cell func(table, row, column string) (value.Value, error)
	// Names are the figures there are, for "did you mean". May be nil.
	Names []string

	known map[string]*reckoned
	terms int // of all formulas so far
}

type reckoned struct {
	value   value.Value
	formula *Formula
	err     error
	missing bool // there is no figure of this name
	busy    bool
	circles bool
}

// FigurePart is a key of a figure.
type FigurePart string

// Parts that a figure's value may fail by.
const (
	InValue   FigurePart = "value"
	InCell    FigurePart = "from"
	InFormula FigurePart = "formula"
	InUnit    FigurePart = "unit"
)

// FigureError says which part of a figure is wrong. Err is a *SyntaxError where it has a place in that part.
type FigureError struct {
	Part FigurePart
	Err  error
}

func (e *FigureError) Error() string { return e.Err.Error() }
func (e *FigureError) Unwrap() error { return e.Err }

// Value is a figure's value, not known where it cannot be computed. The error, a *FigureError, is of the figure itself: one
// that only rests on a wrong figure is not known, without an error.
func (r *Reckoning) Value(id string) (value.Value, error) {
	none := value.Value{State: value.Unknown}
	k := r.known[id]
	if k == nil {
		k = &reckoned{busy: true}
		if r.known == nil {
			r.known = map[string]*reckoned{}
		}
		r.known[id] = k
		part := InValue
		if s, err := r.Stated(id); err != nil {
			k.err = &FigureError{InValue, err}
		} else if s != nil {
			part = r.compute(k, s)
		} else {
			k.missing, k.value = true, none
		}
		if k.circles {
			k.err = &FigureError{part, &value.SyntaxError{Summary: "the value of " + id + " leads back to " + id, Hint: "a figure cannot follow from itself"}}
		}
		if k.err != nil {
			k.value = none
		}
		k.busy = false
	}
	if k.busy {
		k.circles = true
		return none, nil
	}
	return k.value, k.err
}

func (r *Reckoning) compute(k *reckoned, s *Stated) FigurePart {
	fail := func(p FigurePart, err error) FigurePart {
		if err != nil {
			k.err = &FigureError{p, err}
		}
		return p
	}
	var part FigurePart
	var pure bool
	var err error
	switch {
	case s.Formula != "":
		part = InFormula
		if k.formula, err = ParseFormula(s.Formula); err == nil {
			err = r.evaluate(k, &pure)
		}
	case s.Cell != nil:
		part = InCell
		k.value, err = r.Cell(s.Cell[0], s.Cell[1], s.Cell[2])
	case s.Value != nil:
		part, k.value = InValue, *s.Value
	default:
		part, k.value.State = InValue, value.Unknown
	}
	if err != nil {
		return fail(part, err)
	}
	unit, err := source.ParseUnit(s.Unit)
	if err != nil {
		return fail(InUnit, err)
	}
	if k.formula != nil && k.value.Unit.Kind == value.Percent && unit.Kind != value.Percent {
		if counted := k.formula.ofCount(r.Env()); counted != nil {
			return fail(InFormula, counted)
		}
	}
	v, clash := stated(k.value, unit, s.Formula != "", pure)
	if clash != nil {
		return fail(InUnit, clash)
	}
	k.value = v
	if k.formula != nil && k.value.Unit.Kind == value.Percent {
		if loss := k.formula.fromLoss(r.Env()); loss != nil {
			return fail(InFormula, loss)
		}
	}
	if s.Words != "" {
		k.value.Words = s.Words
	}
	return part
}

// evaluate computes a figure's formula. Figures of figures repeat the terms of those, so that a page of them could take minutes:
// what all of them take is counted.
func (r *Reckoning) evaluate(k *reckoned, pure *bool) error {
	most := limits.FormulasTerms
	if r.terms > most.N() {
		k.value, k.formula = value.Value{State: value.Unknown}, nil // said where it was passed
		return nil
	}
	v, p, terms, wrong := k.formula.work(r.Env())
	if k.value, *pure = v, p; wrong != nil {
		return wrong
	}
	if r.terms += terms; r.terms > most.N() {
		return &value.SyntaxError{Offset: 0, End: len(k.formula.src), Summary: most.Says(), Hint: most.Hint()}
	}
	return nil
}

// Env is what formulas and claims over these figures may name.
func (r *Reckoning) Env() FormulaEnv {
	return FormulaEnv{
		Names: r.Names,
		Cell:  r.Cell,
		Figure: func(name string) (value.Value, bool) {
			v, _ := r.Value(name)
			return v, !r.known[name].missing
		},
		Formula: func(name string) *Formula {
			if k := r.known[name]; k != nil {
				return k.formula
			}
			return nil
		},
	}
}
