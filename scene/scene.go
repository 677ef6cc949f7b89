// Package scene describes finished pages in points: every item carries its meaning (role, words, alt text, numbers) and
// its drawing (measured lines, paths). It knows nothing of YAML, PDF, PPTX or HTML.
//
// Items stand in reading order. The set of items is closed: Text, Shape, Image, Art, Table, Chart
// and Group.
package scene

import "slices"

// Medium says what the pages are for.
type Medium string

// The two media.
const (
	Document Medium = "document" // A4 or Letter, flows, is read
	Slides   Medium = "slides"   // 960 × 540 pt
)

// Office asks for slides laid out in the faces of office programs. It is no medium of a deck: theirs is Slides.
const Office Medium = "office"

// Least is the smallest size of type in the medium; superscripts may be smaller.
func (m Medium) Least() Pt {
	if m == Slides {
		return 10
	}
	return 7.2
}

// Files is what one outline becomes; a nil deck was not asked for.
type Files struct {
	Document, Slides *Deck
	Office           *Deck // the slides again, laid out in the faces of office programs
}

// Place is where the deck that was asked for by this name stands.
func (f *Files) Place(m Medium) **Deck {
	switch m {
	case Slides:
		return &f.Slides
	case Office:
		return &f.Office
	}
	return &f.Document
}

// Decks are those that there are.
func (f *Files) Decks() []*Deck {
	return slices.DeleteFunc([]*Deck{f.Document, f.Slides, f.Office}, func(d *Deck) bool { return d == nil })
}

// Deck is a finished set of pages, all of one size.
type Deck struct {
	Medium    Medium
	Size      Size
	Meta      Meta
	Look      string
	Colors    []Color // the look's, each by its token: what an office theme or a style sheet is made of
	Pages     []Page
	Legal     *Page // last page of an excerpt that leaves a Legal page out; nil: nothing stands for them
	Bookmarks []Bookmark
	Fonts     []FontFile // every face that a run names, in a fixed order
	Proofs    []Proof    // what Span.Proof and Datum.Proof name; files hold those that their pages use
}

// Meta is what the file says of itself.
type Meta struct {
	Title, Subject, Author, Language string // Language: BCP 47, "en" or "zh"
	Keywords                         []string
	Date                             string // ISO date of the briefing
}

// Bookmark is one entry of the file's outline.
type Bookmark struct {
	Title  string
	Level  int    // 0 is outermost
	Target string // item id
}

// FontFile is a face's TrueType data, of a deck that is edited where the face is installed its name alone. Data is shared and must
// not be written to.
type FontFile struct {
	Font   Font
	Family string // the family name to write for editors: "Source Serif 4"
	Weight int    // 300, 400, 500, 600; 700: the bold style of the family
	Italic bool
	Data   []byte

	// How an editor finds the nearest where it has not the family. The faces of office programs, which have no data, say neither.
	Panose string // ten bytes in hexadecimal digits
	Pitch  uint8  // pitch and family as Windows numbers them
}

// Page is one finished page.
type Page struct {
	ID         string // stable: survives edits elsewhere in the outline
	Number     int    // printed folio; the cover is 1
	Title      string // for outline views and screen readers
	Theme      int    // 1-based story theme, 0 in front and back matter
	Layout     string // the layout that placed it
	Background Color
	Items      []Item
	Notes      []Para // speaker notes
	Legal      bool   // bears legal text, which no excerpt may lose
	Area       Area   // where it is written, furniture aside
}

// Area is where a page is written: the text area and, within it, the main column. Zero where nobody asks how full a page is.
type Area struct {
	Text, Main Rect
	Grid       [2]int // columns and rows of cells by which a slide's ink is told; zero: by its height
}

// Item is one thing on a page. The set is closed by an unexported method; a test proves that every format handles all.
type Item interface{ item() }

// Role is what a text or a group is for, whatever it looks like.
type Role string

// Roles. PDF tags, PPTX placeholders and HTML elements are chosen from them.
const (
	RoleTitle       Role = "title" // the page's claim; Reading.Level says how deep it and the next two stand
	RoleHeading     Role = "heading"
	RoleSubheading  Role = "subheading"
	RoleStandfirst  Role = "standfirst"
	RoleBody        Role = "body"
	RoleList        Role = "list"
	RoleQuote       Role = "quote"       // words of a quotation
	RoleAttribution Role = "attribution" // who said it
	RoleFigure      Role = "figure"      // a big number
	RoleLabel       Role = "label"       // words on or beside a mark, a KPI's label, a tag
	RoleCaption     Role = "caption"     // exhibit number, title, unit line
	RoleSource      Role = "source"      // source line, notes
	RoleFootnote    Role = "footnote"
	RoleNumber      Role = "number"  // theme numeral
	RoleSoWhat      Role = "so-what" // the consequence
	RoleSticker     Role = "sticker"
	RoleContents    Role = "contents"  // the words of a contents entry, and the group of one entry's words
	RoleFurniture   Role = "furniture" // tracker, footer, folio: an artifact, not content
	RoleOrnament    Role = "ornament"  // display quote marks, seals: drawn, not read
	RoleExhibit     Role = "exhibit"   // a group: caption, plot and source
	RoleBlock       Role = "block"     // a group that belongs together
	RoleCell        Role = "cell"
)

// Text is words with a role, and the same words broken and measured.
type Text struct {
	ID     string // unique in the deck where not empty: the outline's path ("compute.prices/title")
	Role   Role
	Frame  Rect // every line stays inside it (display quote marks, Role ornament, excepted)
	Paras  []Para
	Lines  []Line
	Align  Align
	Lang   string // where it differs from the deck; foreign words within are found by Tongues
	List   string // of a list item: the list it belongs to, together with all others that say the same, whatever stands between
	Rest   string // id of the text of which the first paragraph is the rest: a column or a page has cut it
	Expand string // what a screen reader says instead, where the words are abbreviated
	// Copy is what each recipient's copy says here, with CopyTo and CopyNumber for his name and number. The words and lines are
	// then the longest that find room. Empty: the same in every copy.
	Copy string
}

// What stands in Text.Copy for the recipient of a copy. No author can type them: an outline holds no control characters.
const (
	CopyTo     = "\x01" // name and organisation
	CopyNumber = "\x02"
)

// Align is the alignment of lines in their frame.
type Align uint8

// Alignments. Nothing is justified.
const (
	Left Align = iota
	Right
	Center
)

// Shape is a filled or stroked path. Decoration unless it has an Alt.
type Shape struct {
	Path   Path
	Fill   Paint
	Stroke Stroke
	Alt    string
}

// Paint is a flat colour, or a linear gradient from Color to To along the frame of the path. No transparency: colours are
// mixed with what lies beneath (PDF/A).
type Paint struct {
	Color    Color
	To       Color // none: flat
	Vertical bool  // gradient runs downwards instead of rightwards
}

// Stroke is the pen of a path.
type Stroke struct {
	Color Color
	Width Pt
	Dash  []Pt // on, off, …; nil: solid
	Round bool // round caps and joins
}

// Image is a raster picture: PNG or JPEG bytes.
type Image struct {
	ID     string
	Frame  Rect
	Alt    string
	Format string // "png" or "jpeg"
	Data   []byte
	Pixels [2]int // width, height, upright
	Turn   Turn   // how what Data hold is brought upright
}

// Turn is the orientation of Exif: 0 and 1 upright, 2 mirrored, 3 turned by 180°, 4 upside down, 5 to 8 lying on a side.
type Turn uint8

// Sideways says that width and height change places.
func (t Turn) Sideways() bool { return t >= 5 && t <= 8 }

// Matrix maps the unit square of the data, y downwards, to that of the upright picture: x' = ax + cy + e, y' = bx + dy + f.
func (t Turn) Matrix() [6]float64 {
	return [...][6]float64{{1, 0, 0, 1, 0, 0}, {1, 0, 0, 1, 0, 0}, {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
		{0, 1, 1, 0, 0, 0}, {0, 1, -1, 0, 1, 0}, {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}}[min(t, 8)]
}

// Group holds items that belong together, in reading order.
type Group struct {
	ID    string
	Role  Role
	List  string // the list or the contents of which the group is one entry, as Text.List
	Alt   string // set for exhibits and drawings: what is drawn in it, told; its words stay words
	Clip  *Rect  // drawing outside is cut: art only, never text
	Items []Item
}

// Table is a real table: cells with header roles, and the rules drawn between them. The cells of every row cover all columns: one
// without words is a cell too.
type Table struct {
	ID      string // the parts of one table share it
	Frame   Rect
	Title   string
	Alt     string
	Columns []Column
	Head    [][]Cell
	Rows    [][]Cell
	Rules   []Shape // drawn beneath the text
	Part    [2]int  // this page's part and the number of parts, {1, 1} when whole
}

// Column is a table column's place.
type Column struct {
	X, W  Pt
	Align Align
}

// Cell is one cell; its Text has Role cell and lies inside the cell's frame.
type Cell struct {
	Text   Text
	Header bool   // row header (in Rows) or column header (in Head)
	Span   int    // columns covered; 0 and 1 mean one
	Marks  []Item // drawn things in the cell: discs, bars, sparklines, arrows
	Fill   Color
}

// Chart is a chart as numbers and as drawing. PDF and SVG replay Drawing; PPTX writes a native chart from the rest.
type Chart struct {
	ID    string
	Kind  string // charts catalog name, after auto was resolved
	Title string
	Unit  string // unit line: measure, unit, period
	Frame Rect
	Alt   string // short description, ≤ 250 characters before the levels
	Data  Data
	Axes  []Axis
	Plot  *Plot // its form in office files; nil: they have none for it
	// Drawing is the finished vector form: Shapes, Texts and Groups in page coordinates, in reading order.
	Drawing []Item
}

// Data is a chart's numbers as a table: one row a category, one column a series.
type Data struct {
	Corner     string // head of the first column
	Categories []string
	Series     []Series
}

// Series is one column of numbers with the form they are printed in.
type Series struct {
	Name   string
	Color  Color
	Values []Datum
	Role   string // "message", "context", "total", "base", "indicator" …
	Pen    Stroke // of a line
}

// Datum is one value: the interval that is known, and how it is printed.
type Datum struct {
	Low, High float64 // equal for a plain number; ±Inf where not known
	Text      string  // ">70%"
	Missing   bool
	Proof     int       // number of its proof in Deck.Proofs, from 1; 0: none
	Mark      Rect      // where it is drawn on the page; without area where it has no mark of its own
	Drawn     *DataMark // how it is drawn, where a native chart must know; nil: in the colour of its series
}

// Axis is one scale of a chart with its ticks, decided once.
type Axis struct {
	Name     string // "x", "y", "size"
	Min, Max float64
	Log      bool
	Ticks    []Tick
	Step     float64 // between ticks; 0: they are uneven, or print more than numbers
	Format   string  // spreadsheet number format of the labels
}

// Tick is a labelled position.
type Tick struct {
	Value float64
	Label string
}

func (*Text) item()  {}
func (*Shape) item() {}
func (*Image) item() {}
func (*Group) item() {}
func (*Table) item() {}
func (*Chart) item() {}
