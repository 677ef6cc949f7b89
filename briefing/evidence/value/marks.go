package value

// Marks say how the numbers of an outline or a data file are written. The zero Marks are English: 1,234.5.
type Marks struct {
	Decimal  string // "." or ",", "" where the author does not say
	Language string // of the briefing: in de, fr and es a bare 1.234 or 1,234 is ambiguous until Decimal is set
}

// DecimalMark is the mark that the key `decimal` names, "" where it is not given.
func DecimalMark(key string) string {
	switch key {
	case "point":
		return "."
	case "comma":
		return ","
	}
	return key
}
