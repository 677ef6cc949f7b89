package value

import "github.com/shopspring/decimal"

// A number that a program stored has more digits than anybody types or reads: GDP in single dollars, what is left of a division.
// It is counted in a scale and shown with about four significant figures. What it is computed from stays whole.
const (
	longDigits    = 10 // digits from which a number with more than four decimals was not typed
	longPlaces    = 4
	longerDigits  = 13 // digits from which one with more decimals than money was not typed
	moneyPlaces   = 2
	readDigits    = 12 // digits before the point that are still read in a chart
	millionDigits = 6
	significant   = 4
)

// stored says that a number has the digits of a program.
func stored(d decimal.Decimal) bool {
	own, digits := int(-d.Exponent()), d.NumDigits()
	return digits >= longDigits && own > longPlaces || digits >= longerDigits && own > moneyPlaces
}

// printedDecimals is how many decimals a number shows: its own, and as many as make four figures where a program stored it:
// 0.3333.
func printedDecimals(d decimal.Decimal) int {
	if !stored(d) {
		return Decimals(d)
	}
	return significantDecimals(d)
}

// significantDecimals are those of the first four figures.
func significantDecimals(d decimal.Decimal) int {
	return Decimals(Trim(d.Round(int32(max(0, significant-wholeDigits(d))))))
}

// wholeDigits are the digits before the point; 0 and less count the zeros behind it.
func wholeDigits(d decimal.Decimal) int { return d.NumDigits() + int(d.Exponent()) }

// TellLong counts values of a chart that have no scale in one, where a number among them has more digits before the point than are
// read, or was stored by a program: the largest scale that leaves none below a tenth. It returns the values as they are, and "",
// where they can be read so.
func TellLong(values []Value) ([]Value, string) {
	return tell(values, func(n decimal.Decimal) bool { return wholeDigits(n) > readDigits || storedLong(n) })
}

// tellStored does so where a program stored one of them: what was typed stays as typed.
func tellStored(values []Value) []Value {
	values, _ = tell(values, storedLong)
	return values
}

func storedLong(n decimal.Decimal) bool { return stored(n) && wholeDigits(n) > millionDigits }

func tell(values []Value, long func(decimal.Decimal) bool) ([]Value, string) {
	var least, largest decimal.Decimal
	found := false
	for _, v := range values {
		if v.State != Known || v.silent() {
			continue
		}
		if v.Unit.Scale != "" || v.Unit.Kind != Plain {
			return values, ""
		}
		for _, e := range v.Ends() {
			n := e.N.Abs()
			found = found || long(e.N)
			if !n.IsZero() && (least.IsZero() || n.LessThan(least)) {
				least = n
			}
			largest = decimal.Max(largest, n)
		}
	}
	if !found {
		return values, ""
	}
	for _, scale := range [...]string{"trn", "bn", "m"} {
		e, _ := ScaleExponent(scale)
		if largest.LessThan(decimal.New(1, e)) || least.LessThan(decimal.New(1, e-1)) {
			continue
		}
		places := max(0, significant-wholeDigits(largest)+int(e), 2-wholeDigits(least)+int(e))
		told := append([]Value(nil), values...)
		for i := range told {
			told[i] = told[i].told(scale, places)
		}
		return told, scale
	}
	return values, ""
}

// told is a value counted in a scale, with at most so many decimals: never more than it has.
func (v Value) told(scale string, places int) Value {
	if v.State != Known || v.silent() {
		return v
	}
	v = v.In(scale)
	own := 0
	for _, e := range v.Ends() {
		own = max(own, min(places, Decimals(e.N))) // 1.660 of 1.6602 is no padding
	}
	v.Places = int8(own + 1)
	return v
}
