// Package briefing is what an outline means: people, sources and figures looked up, numbers computed, Markdown read,
// quotations tied to their speakers. Nothing here knows a page.
//
// Resolve turns a checked outline into a Briefing and reports everything that the outline says and cannot mean.
package briefing

import (
	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// Briefing is the whole meaning of one outline.
type Briefing struct {
	At              diag.Span
	Title           Prose
	TitleAt         diag.Span
	Standfirst      Prose
	StandfirstAt    diag.Span
	Masthead        string
	Topic           string
	Date            value.Date
	Edition         string
	Publication     string
	PreparedFor     string
	Confidentiality string
	Audience        string // the printed name of whom it is for; "" for everybody, and where the outline gives none
	Authors         []Author
	Language        string // of words.Languages
	Tag             string // the language as its words are printed: de, de-CH
	Status          string // draft, preliminary, final
	Look            string // name or file
	LookAt          diag.Span
	Page            string // "a4" or "letter"
	Brand           *Brand
	Format          value.Format
	Calendar        value.Calendar // how dates are read
	Marks           value.Marks    // how numbers are read
	MarketChina     bool           // red rises
	Grey            bool           // print: grey
	Entities        map[string]int
	Sources         []*Source // in the outline's order
	People          []*Person
	Figures         []*Figure
	Alone           map[diag.Span]*Figure // figures that stand alone for a value, by its place: a chart's value, a table's cell
	Quotations      []*Quotation          // in the order of the outline
	Excerpts        []*Excerpt            // filled in by Prove: of the figures in order, then of the tables by id
	Claims          []*Claim              // what titles say as arithmetic, in order
	Tables          map[string]*table.Table
	Summary         *Summary
	Themes          []*Theme
	Back            []*Block
	PrintCoverage   bool // in the register of sources
	Disclaimer      []Para
	DisclaimerAt    diag.Span
	RiskLine        Prose // one sentence, beside the disclaimer and wherever its short form stands
	Contacts        []Contact
	Slides          []SlideRef // empty: auto
	Mentions        []*Mention // of blocks, in the order in which they were read
	Mail            Mail       // that goes out with a copy

	node *outline.Node
}

// PlaceOf is where an entry of the outline's top level stands, else the outline.
func (b *Briefing) PlaceOf(name string) diag.Span {
	if at := place(b.node, name); !at.IsZero() {
		return at
	}
	return b.At
}

// Author is who made the briefing.
type Author struct{ Name, Org, Email string }

// Contact is whom to ask.
type Contact struct{ Name, Role, Email, Phone string }

// Brand is what a house changes: colours by token, faces, logo, furniture.
type Brand struct {
	At         diag.Span
	Node       *outline.Node     // the file as typed
	Palette    []Colour          // the house's one or two
	Colours    map[string]Colour // token → hex; series1 to series8, ramp1 to ramp6
	Fonts      BrandFonts
	Logo       string // file
	LogoAll    bool   // it stands on every page
	LogoAlt    string
	LogoAt     diag.Span
	Footer     string
	Disclaimer []Para
}

// BrandFonts say where a house's faces are found. From is a folder or a family, as typed without a key.
type BrandFonts struct {
	At                                   diag.Span
	From, Folder, Serif, Sans, Condensed string
}

// Colour is a hex colour as typed.
type Colour struct {
	Hex string
	At  diag.Span
}

// Source is something that was said or written elsewhere.
type Source struct {
	ID, Title, Author, Publisher, URL string
	Date, Accessed                    value.Date
	From, By                          string // translated from a language, by machine or human
	Note                              Prose
	File, Proofs                      string
	At                                diag.Span
	Number                            int    // by first use, 0: not used
	Status                            string // filled in by Prove: one of the words of standing.go
	text                              *source.Text
	proofs                            *source.Proofs
}

// Person is somebody who speaks or is spoken of.
type Person struct {
	ID, Name, NameZh string
	Aliases          []string
	Role, Org, Seal  string
	Post             string // role and organisation in one line
	At               diag.Span
	Color            int // series colour 1–8 of the seal, by order of the people map
}

// Figure is a number with a name.
type Figure struct {
	ID        string
	Label     Prose
	Value     value.Value
	Unit      string
	Good      string // up, down
	Period    string // when it is of
	Subject   string // whose it is
	Excerpt   string
	Note      Prose
	Basis     string // own, sample, assumption
	Formula   string
	Sources   []*Source
	At        diag.Span
	ValueAt   diag.Span
	Excerpted diag.Span
	WordsAt   diag.Span // of Value.Words
	FromCell  bool      // the value and its excerpt come from a table's row
	Cell      [3]string // then: table, row, column
	Places    int       // decimals to print; -1: as typed
	names     []string
	computed  bool
}

// Names are the ids of the figures that its formula names.
func (f *Figure) Names() []string { return f.names }

// Theme is a chapter of the story.
type Theme struct {
	ID         string
	Number     int // 1-based
	Name       string
	NameAt     diag.Span
	Claim      Prose
	ClaimAt    diag.Span
	Standfirst Prose
	StandAt    diag.Span
	Points     []Point
	Argument   []Para
	ArgumentAt diag.Span
	KPIs       []KPI
	Evidence   []*Block
	SoWhat     Prose
	SoWhatAt   diag.Span
	Say        []Para
	Sources    []*Source
	At         diag.Span
}

// Point is one step of a theme's argument on its slide, or one of the summary.
type Point struct {
	Lead, Text Prose
	Theme      *Theme
	At         diag.Span
}

// KPI is one big number with its label.
type KPI struct {
	Value  value.Value
	Label  Prose
	Delta  *Delta
	Spark  []float64
	Note   Prose
	Figure *Figure
	// Sticker says what kind of number this is, where no block says so: "sample", "estimate", or "".
	Sticker string
	Short   string // how the value is printed large
	At      diag.Span
	node    *outline.Node
}

// Delta is a change against something.
type Delta struct {
	Value value.Value
	Text  string
	Good  bool // the change is to be welcomed
	Up    bool
}

// Summary is the executive summary.
type Summary struct {
	Title  Prose
	Points []Point
	KPIs   []KPI
	Call   Prose
	At     diag.Span
}

// Block is one piece of evidence or back matter: what a layout places.
type Block struct {
	Layout  string
	ID      string // stable id: "compute.prices"; unique
	Named   bool   // the author gave the id
	At      diag.Span
	Title   Prose
	TitleAt diag.Span
	Sources []*Source
	Note    Prose
	Notes   []*Note // footnotes of all that the block prints, in order
	Say     []Para
	Sticker string
	Theme   *Theme // nil in front and back matter
	// OwnSource says that the author, or what the block shows, names the sources; they are not inherited.
	OwnSource bool
	// OwnFigures says that every figure shown is the issuer's own, a sample or an assumption: no source is missing.
	OwnFigures bool
	Fields     // what else the layout's mapping holds
}

// Rounded says that the author calls the block's numbers rounded, here, in a chart of it or with its data.
func (b *Block) Rounded() bool {
	if t := b.Table("data"); b.Flag("rounded") || t != nil && t.Rounded {
		return true
	}
	for _, c := range append(b.Charts("charts"), b.Chart(""), b.Chart("chart")) {
		if c != nil && c.Rounded {
			return true
		}
	}
	return false
}

// SlideRef is one entry of the slides list.
type SlideRef struct {
	What  string // cover, contents, summary, theme, block, inline
	Theme *Theme
	Block *Block
	At    diag.Span
}

// Voice is who said something: a person of the people map, or words.
type Voice struct {
	Person *Person
	Words  string
}

// Name is how the voice is printed.
func (v Voice) Name() string {
	if v.Person != nil {
		return v.Person.Name
	}
	return v.Words
}

// Quotation is words that a source is said to hold, as the author typed them, with where that is claimed.
type Quotation struct {
	source.Quote
	By         Voice
	Paraphrase bool
	Sources    []*Source // any of them may hold the words
	At         diag.Span // the words
	CreditAt   diag.Span
	Block      string // id of the block that prints it, "" for figures and tables
	Figure     *Figure
	// Found is filled in by Prove: where the words stand, and in which source. Attributed says that the source names the
	// speaker beside them.
	Found      *Found
	Attributed bool
}

// Claim is what a title says, as arithmetic, and whether it is so.
type Claim struct {
	Holds string // as typed
	Of    string // id of the theme or the block
	At    diag.Span
	formula.Verdict
	Figures []string    // that it names
	Cells   [][3]string // table, row, column
}

// Found is a proved quotation.
type Found struct {
	Source  *Source
	Passage source.Passage
}

// Quote is a quotation with its speaker.
type Quote struct {
	Text       string // verbatim, […] and [words] included
	By         Voice
	Role       string // printed under the name: given, else the person's role and organisation
	Gloss      Prose
	Locator    string
	Date       value.Date
	Credit     string
	Paraphrase bool
	At, TextAt diag.Span
}
