package layouts

import (
	"slices"
	"strings"
	"unicode"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/charts"
	"roadshow/page"
)

// A unit typed is a unit printed: once in the head of its column where all cells have it, else in every cell. What stands under
// the title or behind the row's name is not said again.

// tableUnit is the line under the title: the author's words, and the unit of the data where they do not say it. A unit that the
// heads of all numbers say stands there, and not here too; one that a head contradicts is an error.
func tableUnit(k *page.Composer, b *briefing.Block, d *tableData) string {
	words, unit := b.Words("unit"), k.B.Format.UnitLabel(d.unit)
	said, err := source.ParseUnit(charts.UnitSaid(words))
	if err == nil && words != "" {
		d.contradicted(k, b, said)
	}
	if words == charts.UnitSaid(words) && err == nil && d.headed(said) {
		words = ""
	}
	if d.headed(d.unit) {
		unit = ""
	}
	if words == "" || unit == "" || err == nil && value.SameUnit(said, d.unit) && said.Scale == d.unit.Scale ||
		strings.Contains(strings.ToLower(words), strings.ToLower(unit)) {
		return page.OrWords(words, unit)
	}
	return words + k.Marks().Comma + unit
}

// headed says that the head of every column of numbers says a unit.
func (d *tableData) headed(u value.Unit) bool {
	some := false
	for _, c := range d.cols[1:] {
		if !c.numeric() {
			continue
		}
		if own, ok := table.HeadUnit(c.head); !ok || own != u {
			return false
		}
		some = true
	}
	return some
}

// contradicted reports a unit line over numbers that are counted otherwise: $m over Sales ($bn). A column of another measure says
// its own, as Margin (%) does under $m.
func (d *tableData) contradicted(k *page.Composer, b *briefing.Block, said value.Unit) {
	against := func(own value.Unit) bool {
		return table.Contradicts(said, own) && said.Kind == own.Kind && (said.Currency == "") == (own.Currency == "") && value.SameNoun(said.Noun, own.Noun)
	}
	if against(d.unit) {
		k.L.Error(b.PlaceOf("unit"), "E-UNIT", "leave `unit` out of the block, for the data says it, or correct one of the two", "the unit line says %s over data in %s", said, d.unit)
		return
	}
	for _, c := range d.cols[1:] {
		if own, ok := table.HeadUnit(c.head); ok && c.numeric() && against(own) {
			k.L.Error(b.PlaceOf("unit"), "E-UNIT", "leave `unit` out, for the heads say it, or correct one of the two", "the unit line says %s, and the head of column %q says %s", said, c.head, own)
			return
		}
	}
}

// numeric says that a column holds numbers.
func (c *tableColumn) numeric() bool {
	return c.kind == "num" || c.kind == "delta" || c.kind == "bar" || c.kind == "spark"
}

// printNumbers writes the labels of a column of numbers, with what their units count.
func (s *tableSetter) printNumbers(col int, values []value.Value) {
	format := s.k.B.Format
	format.Plus = s.d.cols[col].kind == "delta"
	noun, shared := sharedNoun(values)
	if shared && noun != "" {
		s.d.cols[col].head = headWithUnit(s.d.cols[col].head, noun, s.k.Marks().Comma)
	}
	at := 0
	labels := labels(values, format, !shared)
	for i := range s.d.rows {
		w := &s.cells[i][col]
		w.text, w.missing = labels[at], !w.known && values[at].Words == ""
		at++
	}
}

// sharedNoun is what all values of a column count, "" where none says it. A rate ($5/kWh) is read with its number, and a noun
// that only some cells name belongs to them: shared is false.
func sharedNoun(values []value.Value) (noun string, shared bool) {
	first := true
	for _, v := range values {
		if v.State != value.Known || v.Words != "" {
			continue
		}
		if !first && v.Unit.Noun != noun || strings.HasPrefix(v.Unit.Noun, "/") {
			return "", false
		}
		noun, first = v.Unit.Noun, false
	}
	return noun, true
}

// headWithUnit adds a noun to a column's head that does not have it: "Takes, days".
func headWithUnit(head, noun, comma string) string {
	words := func(s string) []string {
		return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	own := words(head)
	for _, w := range words(noun) {
		if !slices.ContainsFunc(own, func(o string) bool { return strings.TrimSuffix(o, "s") == strings.TrimSuffix(w, "s") }) {
			if head == "" {
				return noun
			}
			return head + comma + noun
		}
	}
	return head
}

// labels prints a column of values. Decimals stay as typed, for the column is aligned on its points; scales are made one.
func labels(values []value.Value, f value.Format, nouns bool) []string {
	out := value.FormatAll(values, f)
	if !nouns {
		return out
	}
	for i, v := range values {
		if v.State == value.Known && v.Words == "" && v.Unit.Noun != "" {
			out[i] = v.Whole(f)
		}
	}
	return out
}

// oneUnit reports values of a column that no scale holds together: bars of kilograms and grams would have lengths that lie.
func (s *tableSetter) oneUnit(col int) bool {
	var first *tableWords
	for i := range s.d.rows {
		w := &s.cells[i][col]
		if lo, hi := w.value.Floats(); !w.known || s.d.rows[i].total || w.unitOf.IsZero() || lo == 0 && hi == 0 {
			continue
		}
		if first == nil {
			first = w
			continue
		}
		if !value.SameUnit(first.unitOf, w.unitOf) {
			s.k.L.Error(s.d.rows[i].cells[col].At, "E-UNIT", "write all values in one unit, or set type: num, which prints each with its own",
				"bars of one column have one scale: %q cannot stand beside %q", w.unitOf.String(), first.unitOf.String())
			return false
		}
	}
	return true
}

// codes says that a column holds codes, which look like numbers and are none: they are printed as typed, and nothing is made of
// them. One cell that can be nothing else decides for all: beside 02134 and 07102 stands 12180.
func (d *tableData) codes(col int) bool {
	digits := true
	for _, r := range d.rows {
		c := r.cells[col]
		text := strings.TrimSpace(c.Text)
		if c.Value != nil {
			return false
		}
		if missing(text) {
			continue
		}
		if table.IsCode(text) {
			return true
		}
		digits = digits && strings.Trim(text, "0123456789") == ""
	}
	return digits && (col == 0 || identifies(d.cols[col].head))
}

// identifies says that a column's head promises identifiers: numbers in it are names, 123456 and not 123,456.
func identifies(head string) bool {
	for _, w := range strings.FieldsFunc(strings.ToLower(head), func(r rune) bool { return !unicode.IsLetter(r) }) {
		switch w {
		case "id", "ids", "code", "codes", "zip", "postcode", "postal", "plz", "postleitzahl", "phone", "tel", "telephone", "fax", "sku", "isin", "cusip", "wkn", "lei",
			"account", "ref", "reference", "no", "nr", "serial", "ticket", "invoice", "year", "iban", "ean", "barcode", "key", "identifier", "vin", "pin", "room", "编号", "代码", "邮编", "电话", "年份":
			return true
		}
	}
	return false
}
