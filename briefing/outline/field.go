package outline

// Type says what one value of a field may be. Lists and maps of it are said by the Field.
type Type uint8

// The types of a field.
const (
	Words     Type = iota // plain words, printed as typed: no Markdown; $figures are filled in
	Prose                 // one paragraph: Markdown inline, $figures, [@source] citations
	Rich                  // paragraphs and lists, or a mapping {file: x.md}
	Quotation             // verbatim words of a source: no Markdown, no figures; […] and [words] are the editor's
	Amount                // a number as analysts type it, see docs/evidence.md, or one $figure
	Date                  // a date or a period, see docs/periods.md
	Number                // a plain decimal number
	Whole                 // a whole number
	Flag                  // true or false
	Name                  // an id of the author's own: [a-z][a-z0-9_-]*
	Ref                   // an id of the map named by Field.To (figures, people, sources, data, audiences, entities)
	Who                   // a people id, or words that name somebody
	Path                  // a file inside the outline's folder; with Field.Choices also one of those names
	Choice                // one of Field.Choices
	Formula               // an expression over figures (formula, holds)
	Object                // a mapping with Field.Shape
	Block                 // a mapping with exactly one key: a layout's name
	Scalar                // any scalar, judged later by whoever knows the column (table cells)
	Pick                  // a name as a file has it, or {that name: the one to print}
	Slide                 // an entry of the slides list: one of Field.Choices, a reference with Field.Shape, or a Block
	Named                 // an id of the author\'s own, or {id: its printed name}; a list of them may be one mapping
)

// Field describes one key. One list of fields drives validation, the JSON Schema, the generated docs and "did you mean".
type Field struct {
	Name     string
	Type     Type
	Doc      string // one line for the schema and the generated reference
	Required bool
	List     bool     // a sequence of Type
	OrOne    bool     // with List: a single value stands for a list of one
	Rows     bool     // a sequence of sequences of Type (table rows, matrix cells)
	Map      bool     // a mapping whose keys are the author's, values are Type; order is kept
	KeyIDs   bool     // with Map: keys are ids, not labels
	Min, Max int      // length of a List, 0: not limited; of a Whole that is no List: its least and its greatest value
	Hard     bool     // Max is an error even where a layout could continue on the next page
	Budget   int      // characters, after figures are filled in; 0: not limited. Judged by the layout's ladder, shown in docs
	Code     string   // of the error when Max is passed, "" means E-LIMIT; with Budget: the outline judges the budget itself
	Choices  []string // Choice; Words that take nothing else
	Flags    []string // Rich: flags that may stand beside text or file in its mapping
	Says     []string // what each of the Choices means, for editors; nil: the words say it
	Pattern  string   // of a text, for the schema: whoever reads the value judges it
	To       string   // Ref: the map's name
	Shape    *Shape   // Object
}

// Shape is a mapping's fields.
type Shape struct {
	Name   string  // for messages: "quote", "event"
	Short  string  // the field that a bare value fills: `kpis: [threshold]` means {figure: threshold}
	Fields []Field // in the order to document
	// OneOf lists groups of fields of which exactly one must be given: {{"figure"}, {"value", "label"}}. A group's first
	// field decides which one it is; the rest of that group is then required too.
	OneOf [][]string
}

// Kind is a block that the catalog offers: a layout's name and what it may hold besides the common fields
// (title, holds, id, source, note, say, sticker, only), which every block has.
type Kind struct {
	Name, Summary string
	Shape         *Shape
	Title         Need // whether the block's title must be given
}

// Need says whether something must be there.
type Need uint8

// Needs.
const (
	Optional Need = iota
	Required
)
