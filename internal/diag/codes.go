package diag

import (
	"bytes"
	"fmt"
	"strings"
)

// CodeDoc documents one code.
type CodeDoc struct {
	Code     string
	Severity Severity
	Summary  string // what is wrong and why it matters, one or two sentences
	Example  string // of an outline that has the problem; may be empty
}

// Codes are all codes: errors, warnings, notes, each in order of the alphabet. A test holds them against the source.
func Codes() []CodeDoc {
	return []CodeDoc{
		{"E-ADDRESS", Error, "This is not one address of mail in the form that every server takes: letters, digits and marks of ASCII, an @, a domain with a dot.", ""},
		{"E-AMBIGUOUS", Error, "What is typed can be read in two ways, such as the day and the month of 03/04/2024, or 1.234 in German; a key says which is meant.", "date: 03/04/2024"},
		{"E-BLOCK", Error, "A block is a mapping with exactly one key, the name of a layout; its fields stand below that name, indented further.", "- quote:\n  text: these fields stand beside the name\n  by: somebody"},
		{"E-CELL", Error, "A table cell stays longer than two lines at the smallest size.", ""},
		{"E-CHART", Error, "The data do not have the shape that the chart kind draws; the message names the columns expected.", ""},
		{"E-CHOICE", Error, "The value is not one of the words that this key takes.", "page: a5"},
		{"E-CONTRAST", Error, "Text does not stand out from its background: at least 4.5:1, or 3:1 from 18 points up.", ""},
		{"E-DATA", Error, "A data file cannot be read as a table as the outline says: a name that it addresses is not there or stands twice, cells that it asks for are hidden or have no value, a column does not hold what `types` says. The message names the file, the line or sheet and cell, and the outline's line.", ""},
		{"E-DATE", Error, "A date is not written as 2023, 2023-03, 2023-05-31, 2023-Q3 or another name of a period (FY24, H1 2024, 1Q25, Jan-24, 31.12.2024), with or without early, mid, late, end, before, after; or no calendar has it.", "date: 2023-02-30"},
		{"E-DONUT", Error, "A donut shows at most four parts of a whole.", ""},
		{"E-DUP", Error, "The same key or id stands twice; only one of them could count.", "title: A\ntitle: B"},
		{"E-EVENT", Error, "A timeline event stays longer than three lines at the smallest size.", ""},
		{"E-EVIDENCE", Error, "Under `--strict-evidence`: a number was typed by hand, or nothing proves a number or a quotation.", ""},
		{"E-EXCERPT", Error, "A number is not what its excerpt says: the number with its bound, approximation, scale and currency must stand in the excerpt.", ""},
		{"E-FILE", Error, "A file that the outline names cannot be read, or lies outside the outline's folder, or on the network.", "data:\n  prices: {file: ../prices.csv}"},
		{"E-FIT", Error, "A block does not fit its page at any size the layout allows; the message says by how many points.", ""},
		{"E-FORMULA", Error, "A formula cannot be computed: unknown figure, units that do not go together, a division by zero, or figures that depend on each other in a circle.", ""},
		{"E-GEOMETRY", Error, "The finished page breaks a rule of its own: text outside its frame, boxes that overlap, type below the smallest size.", ""},
		{"E-GLYPH", Error, "No loaded face has this character. A brand's fonts folder can add one; the embedded Chinese faces hold the simplified characters of GB 2312.", ""},
		{"E-GRID", Error, "A grid of small charts has too few or too many of them: 3 to 12.", ""},
		{"E-HOLDS", Error, "What `holds` says is false, or cannot be known from the ends of the values.", "holds: shortfall > 20"},
		{"E-ID", Error, "An id is not written as ids are: a small letter first, then small letters, digits, _ and (not in figures) hyphens; or a figure's id would read as money.", "figures:\n  Net Revenue: 6"},
		{"E-IMAGE", Error, "An image is not a PNG or JPEG, or is damaged.", ""},
		{"E-KEY", Error, "The mapping has no such key, or keys that exclude each other.", "titel: Assembled at the crossroads"},
		{"E-LEGAL", Error, "Legal text would be lost: two disclaimers, or slides that leave it out with nothing short to stand for it.", ""},
		{"E-LIMIT", Error, "Too long, too large, too many: the message names the limit.", ""},
		{"E-MAIL", Error, "The HTML of the mail would load something, or holds a field of the recipient inside a tag: both tell the sender who reads it, and when.", ""},
		{"E-MARKDOWN", Error, "Markdown that a briefing cannot print (images, tables, code, HTML, struck-out words), that is not understood, or that stands where plain words do. It is never printed as typed.", ""},
		{"E-MISSING", Error, "A required key is missing or empty. It is reported at the first key of its mapping.", "- quote:\n    text: Who said so?"},
		{"E-PAGE", Error, "A page of the briefing cannot be made from what the outline gives it.", ""},
		{"E-PLACEHOLDER", Error, "A final briefing still holds words that wait for others: TBU, TBC, XX, [●], [Name], lorem ipsum, 待定.", ""},
		{"E-POSITIONS", Error, "A block of positions has 2 to 4 options and at most 8 holders, each holding an option that exists.", ""},
		{"E-PROOF", Error, "A proof file does not verify, or does not cover the words: run `roadshow source prove`.", ""},
		{"E-QUOTE", Error, "A quotation is longer than its layout holds, or its words do not stand in the source.", ""},
		{"E-REF", Error, "The outline names something that it does not declare: a person, source, figure, data file, audience, theme or block.", "source: crosroads"},
		{"E-STANDARD", Error, "PDF files promise to be accessible and archival (PDF/UA-1 and PDF/A-2a), and what stands here would break that promise; `--pdf-standard none` makes files that promise nothing.", ""},
		{"E-STATEMENT", Error, "A statement is longer than 130 characters; a theme holds more.", ""},
		{"E-SUM", Error, "Parts do not add up to their whole.", ""},
		{"E-TABLE", Error, "A table has more than 12 columns, or a row with more or fewer cells than columns.", ""},
		{"E-TITLE", Error, "A title does not fit its lines at the smallest size.", ""},
		{"E-TRACK", Error, "A theme's name is longer than 18 characters and would not fit the tracker; it is never shortened.", "themes:\n  - name: Computing and its discontents"},
		{"E-TYPE", Error, "A list, a mapping or a text stands where another of them belongs.", "themes:\n  name: Compute"},
		{"E-UNIT", Error, "A unit cannot be read, or two units do not go together.", ""},
		{"E-VALUE", Error, "A value is not written as its key needs it: a number, true or false, a colour, a figure in the value grammar.", "paraphrase: yes"},
		{"E-YAML", Error, "The file is not YAML that can be read: a tab, an unquoted colon, a quote or bracket that is never closed, a second document.", "title: Compute: the first ceiling"},

		{"W-CHART", Warning, "The chart kind is not the one for these data, periods are missing between its columns, or what is drawn may be read as more than the data say; the message names what would be better.", ""},
		{"W-COLUMN", Warning, "Nothing is made of a column of the list of recipients.", ""},
		{"W-COMMA", Warning, "A comma inside a number divides it in a list in brackets: [1,480] is two values.", "rows:\n  - [Revenue, 1,480]"},
		{"W-COMMENT", Warning, "The text ends where YAML begins a comment: a # after a blank.", "title: Why they are #1"},
		{"W-CONTENTS", Warning, "The contents page drops the claims because there are too many themes.", ""},
		{"W-CUT", Warning, "A cut in a quotation drops a word that denies, or joins two paragraphs.", ""},
		{"W-DONUT", Warning, "The parts of a donut are so close that a bar would show more.", ""},
		{"W-DOUBT", Warning, "The sentence of an excerpt makes its number conditional, denies it or aims at it, and its label does not say so.", ""},
		{"W-EXCERPT", Warning, "Numbers from a text have no excerpts that prove them.", ""},
		{"W-FONT", Warning, "A file in the brand's fonts folder cannot be read as a font, so that its face is not taken.", ""},
		{"W-LABEL", Warning, "Some points of a chart stay without a label.", ""},
		{"W-MARKDOWN", Warning, "A star is read in a way that may not be meant: as a sign between numbers, or as the mark of a list with one item.", ""},
		{"W-NAME", Warning, "A recipient's name and organisation find no room whole on a page of his copy, which prints the beginning of both.", ""},
		{"W-NOUN", Warning, "An excerpt counts something else than its number or its label says: tokens, not parameters; a level, not a growth.", ""},
		{"W-NUMBER", Warning, "A number in prose was typed by hand; as a figure it would be traced and checked.", ""},
		{"W-PALETTE", Warning, "Two colours of the palette are too close, for everybody or for colour-blind readers, or too faint on their background; or two entities of one chart are pinned to one colour.", ""},
		{"W-PERIOD", Warning, "A figure's `period` or `subject` does not stand in the sentence of its excerpt.", ""},
		{"W-PPTX", Warning, "The slides do not hold their words in the faces of office programs, or the briefing has what no PowerPoint file can show: that file is left out. With `--to pptx` it is an error.", ""},
		{"W-PROOF", Warning, "A source's proofs are missing, or do not cover all that is quoted from it: whoever has no more than the proofs could not build the briefing. Run `roadshow source prove`.", ""},
		{"W-SOURCE", Warning, "A chart, table, quotation, timeline or block of positions names no source.", ""},
		{"W-SPARSE", Warning, "A slide or a page of a theme stays bare; the hint says what fills it. A slide uses less than 45% of its body, a chart without comments holds ink on less than 35%, a theme has nothing but its claim, or one of its pages is filled to less than 65%, the last of three and more to less than 25%.", ""},
		{"W-SPEAKER", Warning, "A quotation goes on from one speaker to another without a cut, or out of somebody's quotation marks.", ""},
		{"W-UNUSED", Warning, "Nothing prints a term.", ""},
		{"W-WALL", Warning, "More than 500 words without a cross-heading.", ""},

		{"N-ACROSS", Note, "A formula joins numbers of different periods or subjects. Growth and comparisons of like with like are not meant.", ""},
		{"N-CASE", Note, "A title is not in sentence case.", ""},
		{"N-CLAIM", Note, "A title does not read as a claim: a sentence with a verb.", ""},
		{"N-CREDIT", Note, "The attribution of a quotation is not checked: `credit` names the words beside it that name the speaker.", ""},
		{"N-EXCERPT", Note, "An excerpt leaves out something that its number says: what is counted, or the year of a date.", ""},
		{"N-FONT", Note, "A brand's family lacks a style, is this computer's, or is a variable font, of which the default style is printed.", ""},
		{"N-MORE", Note, "There are more problems than are printed: the worst are, in the order of their places.", ""},
		{"N-PALETTE", Note, "A brand's own colour had to change so that words can be read in it, or series told apart.", ""},
		{"N-SOURCE", Note, "A source has neither text nor proofs: what is quoted from it is not checked.", ""},
		{"N-STALE", Note, "A web source was last read long before the briefing's date.", ""},
	}
}

// Reference is docs/diagnostics.md.
func Reference() []byte {
	var b bytes.Buffer
	b.WriteString("# Diagnostics\n\nGenerated from `internal/diag/codes.go`; do not edit.\n\n" +
		"Errors stop the build and leave earlier output untouched. Warnings are errors under `--strict`. Notes never fail.\n")
	section := Severity(255)
	for _, c := range Codes() {
		if c.Severity != section {
			section = c.Severity
			name := section.String()
			fmt.Fprintf(&b, "\n## %ss\n", strings.ToUpper(name[:1])+name[1:])
		}
		fmt.Fprintf(&b, "\n### %s\n\n%s\n", c.Code, c.Summary)
		if c.Example != "" {
			fmt.Fprintf(&b, "\n```yaml\n%s\n```\n", c.Example)
		}
	}
	return b.Bytes()
}
