package readback

import (
	"encoding/csv"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// sheet is a table as its CSV file says it, read without anything of the program.
type sheet struct {
	corner string
	cols   []string
	rows   []string
	cells  [][]datum // by row, then column
}

// datum is one number as a reader understands it: an interval, with how it is said.
type datum struct {
	text    string
	lo, hi  float64 // infinite where not known
	missing bool
	about   bool
}

// at is the end of a mark: the known end of a bound, the middle of a range.
func (d datum) at() float64 {
	switch {
	case d.missing:
		return math.NaN()
	case math.IsInf(d.hi, 1):
		return d.lo
	case math.IsInf(d.lo, -1):
		return d.hi
	}
	return (d.lo + d.hi) / 2
}

func (d datum) exact() bool { return !d.missing && d.lo == d.hi }
func (d datum) floor() bool { return !d.missing && math.IsInf(d.hi, 1) }
func (d datum) ceil() bool  { return !d.missing && math.IsInf(d.lo, -1) }
func (d datum) span() bool  { return !d.missing && !d.exact() && !d.floor() && !d.ceil() }

func readSheet(t *testing.T, text string) *sheet {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{corner: rows[0][0], cols: rows[0][1:]}
	for _, r := range rows[1:] {
		s.rows = append(s.rows, r[0])
		var cells []datum
		for _, c := range r[1:] {
			d, ok := readNumber(c)
			if !ok {
				d = datum{text: c, missing: true} // a date or a word: the kind's reader knows it
			}
			cells = append(cells, d)
		}
		s.cells = append(s.cells, cells)
	}
	return s
}

func (s *sheet) col(name string) int {
	for k, c := range s.cols {
		if strings.EqualFold(c, name) {
			return k
		}
	}
	return -1
}

func (s *sheet) column(k int) (out []datum) {
	for _, r := range s.cells {
		out = append(out, r[k])
	}
	return out
}

var (
	numberWord = `([-−+]?)([$€]?)([\d,]+(?:\.\d+)?)\s?(%|×|k|m|bn|trn)?`
	oneNumber  = regexp.MustCompile(`^(>|<|≥|≤|≈|over |under |at least |at most |about )?` + numberWord + `$`)
	twoNumbers = regexp.MustCompile(`^(≈)?` + numberWord + `(?:–| to )` + numberWord + `$`)
	scales     = map[string]float64{"k": 1e3, "m": 1e6, "bn": 1e9, "trn": 1e12}
)

// readNumber reads a number typed in a CSV file or printed in a chart.
func readNumber(s string) (datum, bool) {
	s = strings.TrimSpace(s)
	d := datum{text: s}
	if s == "" || s == "?" || s == "n/a" {
		d.missing = true
		return d, true
	}
	if m := twoNumbers.FindStringSubmatch(s); m != nil {
		d.about = m[1] != ""
		unit := m[5]
		if unit == "" { // 20 to 25%
			unit = m[9]
		}
		d.lo, d.hi = amountOf(m[2], m[4], unit), amountOf(m[6], m[8], m[9])
		return d, true
	}
	m := oneNumber.FindStringSubmatch(s)
	if m == nil {
		return d, false
	}
	v := amountOf(m[2], m[4], m[5])
	d.lo, d.hi = v, v
	switch strings.TrimSpace(m[1]) {
	case ">", "≥", "over", "at least":
		d.hi = math.Inf(1)
	case "<", "≤", "under", "at most":
		d.lo = math.Inf(-1)
	case "≈", "about":
		d.about = true
	}
	return d, true
}

func amountOf(sign, digits, scale string) float64 {
	v, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	if err != nil {
		return math.NaN()
	}
	if sign == "-" || sign == "−" {
		v = -v
	}
	if by := scales[scale]; by != 0 {
		v *= by
	}
	return v
}

// same says that two numbers are the same interval, said with the same certainty.
func (d datum) same(e datum) bool {
	if d.missing || e.missing {
		return d.missing == e.missing && (d.text == e.text || d.text == "")
	}
	return near(d.lo, e.lo) && near(d.hi, e.hi) && d.about == e.about
}

func near(a, b float64) bool {
	return a == b || math.Abs(a-b) <= 1e-9*math.Max(math.Abs(a), math.Abs(b))
}
