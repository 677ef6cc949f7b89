// Package words holds what the program itself prints, one table a language, and how a locale writes numbers. What authors and
// sources say is no business of it.
package words

import "strings"

// Languages are the codes of the languages that the program prints in; the first is the default.
func Languages() []string { return []string{"en", "zh", "de", "fr", "es"} }

// For is the table of a language, of whatever country (de-CH); English where it is none of ours. It is shared: nobody may change it.
func For(language string) *Table {
	base, _, _ := strings.Cut(language, "-")
	switch base {
	case "zh":
		return &chinese
	case "de":
		return &german
	case "fr":
		return &french
	case "es":
		return &spanish
	}
	return &english
}

// Table is one language. In patterns a % stands where a name or a number goes, in order; dates have letters, see Dates.
type Table struct {
	Language string
	Locale   string // that numbers are printed in where the briefing names none; "" is the house's
	Masthead string // the cover's, where the briefing has none
	Marks    Marks
	Page     Page
	Mention  Mention
	Diagram  Diagram
	Coverage Coverage
	Chart    Chart
	Number   Numbers
	Date     Dates
	Player   Player
}

// Player is what stands on the controls of the HTML file, and what it says of them.
type Player struct {
	Slides, Document                         string // the two views
	Overview, Present, Speaker, Print        string // controls
	Previous, Next, Controls                 string
	Notes, NoNotes, NextSlide, Last, Elapsed string // the speaker's view
	Slide, Blocked                           string // "Slide % of %"; a window could not be opened
	Back                                     string // from a source to where it is named
}

// Marks are the punctuation of what the program puts together.
type Marks struct {
	Comma, Semicolon, Stop, Colon, Gap, Open, Close, List, Dash string
	And                                                         string // between the last two of a list in a sentence
	Quote                                                       [2]string
}

// Page is what stands on covers, in contents, exhibits and the back matter.
type Page struct {
	Contents, Exhibits, Exhibit, Source, Sources, NotGiven, SoWhat, Summary, ToDo  string
	Register, Disclaimer, Contact, Common, Nobody, Risk, Mitigation, Owner, Signal string
	AtBack                                                                         string // heading of what stands behind the themes
	Stronger, Weaker, EitherWay                                                    string // what a signal would do to the case
	Likelihood, Impact                                                             string
	Levels                                                                         [3]string // low, medium, high: of both
	Human, Machine, TranslatedBy                                                   string    // who translated; "% from %"
	Own, PreparedFor, Draft, Preliminary, Logo                                     string
	CopyNumber                                                                     string // "Copy %"
	Themes, Holds                                                                  Count  // what the briefing holds: "% themes", "% exhibits"
	Spelled                                                                        [13]string
	UsedOn                                                                         Count  // "Used on page %"
	MorePages                                                                      string // behind a list of pages
	PartOf                                                                         string // behind the title of a block that continues
	Against                                                                        string // a number and the column that a big number is compared with
	Nouns                                                                          bool   // headings keep their capital in a sentence
	Stickers                                                                       [4]string
	Directions                                                                     [3]string // up, down, both
	Standings                                                                      [7]string // what was checked of a source
}

// Mention is how words name a block without a number: by its title or its kind, and where it stands.
type Mention struct {
	Open, Close                            string // around a title
	Page, Slide                            string // what it is, and the number
	Text, Quote, Statement, Figures, Image string // kinds of blocks that are no exhibits
}

// Diagram is what tables, timelines and other diagrams print or say to screen readers.
type Diagram struct {
	Table, Timeline, Positions, Picture, Matrix, Quadrant, Split, Charts, Clusters, Scorecard string
	ScaleChanges                                                                              string
	Yes, No, Recommended                                                                      string
	Claim, Test, Result, Due                                                                  string
	Kept, Partly, Missed, Open                                                                string
	KeptOf                                                                                    string
	OfPartly, OfMissed, OfOpen                                                                Count // of the tally
	Total, OfPool, Computed, Differ, Continued, Before, Rounding, Rounded, Across, Up, Other  string
	Size                                                                                      string
}

// Coverage is what numbers and quotations rest on.
type Coverage struct {
	Numbers, Quotations                string
	Classes                            [7]string // words, formula, issuer, assumption, sample, typed, unchecked
	Verbatim, WithSpeaker, NotVerbatim string
	Counted                            string // a number and what it counts
	CountLast                          bool   // the number stands behind
}

// Chart is what charts print, and how they are described.
type Chart struct {
	Total, Others, Each, EachRange                                string
	OpenEnd, About, Larger, Between, AtLeast, AYear               string
	Linear, Degree, Average, Exponential, Bollinger, MACD, Signal string
	Counted                                                       [6]string // what averages count: values, days, weeks, months, quarters, years
	BandOf                                                        [6]string // … behind a number
	NoDates, Until, From, Month, Months, Days                     string
	LogScale, Highest, Lowest, Absent                             string
	LogUpright                                                    string // of points, which have two axes
	GoOn                                                          string // of a funnel's first stage
	Fitted, Area                                                  string // how well a trend fits how many values; what areas show
	Unnamed                                                       string // in the alternative text
	Forecast                                                      string // behind a year
	Of, Where                                                     string // a description's measure and its claim
	Claims                                                        bool   // the claim goes on in the sentence, with a small letter
	Kinds                                                         [22][2]string
	Plain                                                         string // a chart of no kind
}

// Numbers are the words of values.
type Numbers struct {
	Absent, Unknown                                  string
	Leads                                            [5]string // >, ≥, <, ≤, ≈
	Nearly, To                                       string
	Times, Points                                    Count
	TimesLabel, PointsLabel, PointsUnit, BasisPoints string
	Scales                                           [4]string // k, m, bn, trn beside a number; "" is as the house writes it
	Money                                            [4]string // … before a currency's sign
	Spelled                                          [4]Count  // … in a sentence, where no currency follows; else as Scales
	Billions                                         bool      // 10¹² is said in thousands of 10⁹: 1 200 milliards
	SignAfter                                        bool      // € stands behind its number
	Third, Sixth, Seventh, Ninth                     Count
	Numerals                                         [9]string
	Of                                               string // between a spelled scale and what it counts
	Han                                              bool   // units join their numbers
}

// Dates are patterns: %y year, %m month, %b short month, %n its number, %q quarter, %h half, %w week, %d day.
type Dates struct {
	Months, Short                                      [12]string
	Halves                                             [2]string
	Year, Half, Quarter, Month, Week, Day              string
	BareYear                                           string    // of a category, and of an axis
	BareHalf, BareQuarter, BareMonth, BareDay, DayOnly string    // without the year; without month and year
	MonthShort, DayShort, BareMonthShort, BareDayShort string    // of categories and ticks
	FirstDay                                           string    // what %d is on the first of a month
	Parts, MonthParts                                  [4]string // early, middle, late, end of a period; of a month
	Before, After                                      string
	BeforeDay, AfterDay                                string
	To, Through                                        string // between two dates; between two whole periods of one kind
	Span                                               string // between two dates of a chart
	YearFirst                                          bool   // of a range in one year the year stands with the first
	WithYear                                           string // a tick's label and its year
}

// Count is a pattern in the forms that a language gives its numbers. None is said of none, and has no place for a number.
type Count struct{ None, One, Other string }

// Of is the form for a number: printed stands for it where the pattern has a place.
func (t *Table) Of(c Count, n int, printed string) string {
	switch {
	case n == 0 && c.None != "":
		return c.None
	case t.One(n):
		return With(c.One, printed)
	}
	return With(c.Other, printed)
}

// One says that the language speaks of so many in the singular: French of none, too.
func (t *Table) One(n int) bool { return n == 1 || n == 0 && t.Language == "fr" }

// With puts values at the marks of a pattern, in order.
func With(pattern string, values ...string) string {
	var b strings.Builder
	for _, v := range values {
		before, after, ok := strings.Cut(pattern, "%")
		if !ok {
			break
		}
		b.WriteString(before + v)
		pattern = after
	}
	return b.String() + pattern
}

// Fill puts values at the letters of a date's pattern.
func Fill(pattern string, of func(letter byte) string) string {
	var b strings.Builder
	for i := 0; i < len(pattern); i++ {
		if pattern[i] == '%' && i+1 < len(pattern) {
			i++
			b.WriteString(of(pattern[i]))
			continue
		}
		b.WriteByte(pattern[i])
	}
	return b.String()
}

// Kind is the name of a chart kind.
func (c *Chart) Kind(kind string) string {
	for _, k := range c.Kinds {
		if k[0] == kind {
			return k[1]
		}
	}
	return c.Plain
}
