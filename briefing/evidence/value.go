// Package evidence knows what a briefing may claim: values with their bounds, dates, tables, sources and the proof that
// words stand where they are said to stand.
//
// Numbers are decimals, never binary floats. A value is an interval: a plain number is an interval of one point, "over 70"
// is open below and unbounded above. "About" travels with a value and never widens it.
package evidence

import (
	"github.com/shopspring/decimal"

	"roadshow/internal/diag"
)

// State says whether there is a value at all.
type State uint8

// States.
const (
	Known         State = iota
	NotApplicable       // n/a: does not exist
	Unknown             // ?: exists, not known
)

// End is one end of an interval.
type End struct {
	N    decimal.Decimal
	Open bool // the end itself is excluded: over 70
	Inf  bool // no limit on this side; N and Open mean nothing
}

// Value is what one cell, figure or inline value says. Lo and Hi are in the Unit's own scale: "40 to 50 bn" has 40 and 50.
type Value struct {
	State  State
	Lo, Hi End
	About  bool
	Unit   Unit
	Words  string // the source's wording where it has no exact number ("tens of millions of yuan"); printed instead
	At     diag.Span
}

// Unit is currency, scale and noun, or a rate of two.
type Unit struct {
	Currency string // ISO code: "USD", "CNY"; printed as the author's sign: Sign
	Sign     string // "$", "RMB", "€", "¥" as typed
	Scale    string // "", "k", "m", "bn", "trn", "万", "亿"
	Noun     string // "parameters", "staff"; for rates "$/kWh" the Noun is "/kWh"
	Kind     UnitKind
}

// UnitKind marks the units with arithmetic of their own.
type UnitKind uint8

// Kinds of units.
const (
	Plain   UnitKind = iota
	Percent          // 20%
	Points           // difference of percentages
	Times            // 6.7×
)
