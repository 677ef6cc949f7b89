package limits

// The limits, from the outline to the page.
const (
	OutlineBytes ID = iota
	OutlineValues
	OutlineNesting
	OutlineText
	ProseBytes
	ProseText
	ProseMarks
	ParagraphBytes
	Paragraphs
	ProseNesting
	Address
	Themes
	Blocks
	Pages

	DataBytes
	DataLines
	Rows
	Columns
	RowCells
	EmptyCells
	LongText
	Marks
	DrawnName
	PrintedCell
	PrintedText
	TableRows
	Cells
	TablesCells
	CellBytes
	Series
	Unzipped
	PartBytes
	Parts
	Styles
	NumberFormat
	Digits
	Decimals

	FormulaBytes
	FormulaTerms
	FormulasTerms
	FractionBits
	Exponent
	Root
	PowerBits

	SourceBytes
	SourceWords
	SourcesWords
	Spellings
	Quotation
	Cuts
	ProofsBytes
	ProofBytes
	KeyBytes

	ListBytes
	ListYAML
	Recipients
	RecipientField
	LedgerLine
	MailText

	PictureBytes
	Pixels
	RedrawnPixels
	DrawnPixels
	DrawingBytes
	DrawingNesting
	DrawingElements
	DrawingRules
	DrawingClips
	DrawingStops
	DrawingPoints
	DrawingSets
	DrawingNumber
	Dashes

	LookBytes
	BrandBytes
	FontBytes

	ProblemsShown
	ProblemsOfFile
	LineShown
	MessageShown
	ShownBytes

	count
)

// Hints that several limits give.
const (
	rowsHint    = "leave out rows that no chart shows"
	sheetHint   = "save the sheet that is used as a workbook of its own, or as CSV"
	sourceHint  = "keep the part that is quoted"
	drawingHint = "simplify the drawing, or export it as a PNG at least 1,200 pixels wide"
)

var table = [count]Limit{
	OutlineBytes: {"outline", 256 << 10, Bytes, "the outline's file: YAML slows down far more than its text grows",
		"the file is longer than {}", "put long prose into Markdown files ({file: x.md}) and numbers into data files"},
	OutlineValues: {"values", 100_000, Count, "keys, items and values of an outline, aliases followed",
		"more than {} values, aliases followed", "write what an alias repeats once"},
	OutlineNesting: {"nesting", 64, Count, "lists and mappings inside each other, aliases followed",
		"nested more than {} deep", "no key of an outline stands deeper than ten levels"},
	ProseBytes: {"prose", 1 << 20, Bytes, "a Markdown file that an outline names",
		"%s is longer than {}", "a briefing prints what matters: cut it, or divide it over several blocks"},

	OutlineText: {"text", 1 << 20, Bytes, "all text of an outline, aliases followed: a character is set as one glyph, whatever a brand's font would make of it",
		"the outline has more than {} of text, aliases followed", "write what an alias repeats once"},
	ProseText: {"prose, all", 4 << 20, Bytes, "the Markdown files of an outline, each as often as it is named",
		"with %s the Markdown files are longer than {}, each as often as it is named", "name each file once"},
	ParagraphBytes: {"paragraph", 32 << 10, Bytes, "the text of one paragraph: a book has 1 KiB",
		"a paragraph is longer than {}", "divide it into paragraphs: an empty line ends one"},
	Paragraphs: {"paragraphs", 5_000, Count, "paragraphs, headings and items of one text",
		"a text has more than {} paragraphs, headings and items", "divide it over several blocks"},
	ProseMarks: {"marks of a paragraph", 2_000, Count, "brackets, stars, back-quotes and other marks of Markdown in one paragraph",
		"a paragraph has more than {} marks of Markdown", "divide it into paragraphs; \\[ is a sign"},
	ProseNesting: {"lists", 16, Count, "lists and quotations of Markdown inside each other",
		"lists are nested deeper than {}", "nobody follows more than three levels"},
	Address: {"address", 8_000, Count, "characters of an address",
		"an address has more than {} characters", "link to the page that leads there"},
	Themes: {"themes", 2_000, Count, "themes of an outline",
		"more than {} themes", "divide the briefing"},
	Blocks: {"blocks", 3_000, Count, "blocks of an outline",
		"more than {} blocks", "divide the briefing"},
	Pages: {"pages", 5_000, Count, "pages of a document, and slides",
		"the %s has more than {} pages", "divide the briefing"},
	DataBytes: {"data file", 64 << 20, Bytes, "a CSV or XLSX file",
		"%s is longer than {}", rowsHint},
	DataLines: {"lines", 200_000, Count, "lines of a CSV file, and rows of a sheet",
		"%s has more than {} lines", rowsHint},
	Rows: {"rows", 100_000, Count, "rows of a table, its heading apart",
		"%s has more than {} rows", rowsHint},
	Columns: {"columns", 1_000, Count, "columns of a table",
		"%s has more than {} columns", "name those that are used in `columns`, or give a `range`"},
	RowCells: {"cells of a row", 16_384, Count, "cells of a row of a file, as many as spreadsheets have",
		"a row of %s has more than {} cells", "leave out columns that no chart shows"},
	EmptyCells: {"empty cells", 300_000, Count, "empty cells of a sheet between those that are filled",
		"%s has more than {} empty cells between those that are filled", "give a `range`"},
	LongText: {"long cells", 1 << 20, Bytes, "all cells of a table that are longer than 256 bytes",
		"the long cells of %s have more than {}", "leave out what no reader can take in"},
	Marks: {"rows of a chart", 4_000, Count, "rows of dots, dumbbells, ranges, thresholds, funnels, waffles and heat maps: bars, lines and points take more",
		"this kind of chart draws at most {} rows", "draw a line or a scatter, or leave out rows"},
	DrawnName: {"name in a chart", 500, Count, "characters of a row's or a column's name that a chart draws: half a line of them fits",
		"a name in a chart has more than {} characters", "shorten it: say the rest in the chart's comments or its note"},
	PrintedCell: {"printed cell", 300, Count, "characters of a cell that a table prints: two lines hold some 250",
		"a cell of a printed table has more than {} characters", "shorten it: a paragraph of the argument holds long text"},
	PrintedText: {"text of a printed table", 256 << 10, Bytes, "all cells of a table that is printed: every cell is set in several widths and sizes",
		"a printed table has more than {} of text", "leave out rows or columns, or draw a line or a scatter"},
	TableRows: {"rows of a printed table", 4_000, Count, "rows that a table prints: a hundred pages, or three hundred slides",
		"a table prints at most {} rows", "leave out rows, or draw a line or a scatter"},
	Cells: {"cells", 1_200_000, Count, "cells of a table, empty ones among them",
		"%s has more than {} cells", rowsHint + ", or give a `range`"},
	TablesCells: {"cells, all", 600_000, Count, "cells of all tables of an outline where it reads several",
		"with %s the tables have more than {} cells", "read a file once, and leave out what nothing uses"},
	CellBytes: {"cell", 64 << 10, Bytes, "the text of one cell",
		"a cell of %s is longer than {}", "leave out what no reader can take in"},
	Series: {"series", 1_000, Count, "series of a table in long form",
		"%s has more than {} series", rowsHint},
	Unzipped: {"workbook", 64 << 20, Bytes, "all parts of a workbook, unzipped",
		"%s has more than {} when unzipped", sheetHint},
	PartBytes: {"workbook part", 16 << 20, Bytes, "one part of a workbook, unzipped: a sheet, its strings, its styles",
		"%s has a part longer than {}", sheetHint},
	Parts: {"workbook parts", 10_000, Count, "parts of a workbook",
		"%s has more than {} parts", sheetHint},
	Styles: {"cell styles", 1 << 16, Count, "styles of a workbook's cells",
		"%s has more than {} cell styles", "save the sheet that is used as CSV"},
	NumberFormat: {"number format", 1_024, Count, "characters of a number format: spreadsheets take 255",
		"a number format of %s is longer than {} characters", "choose a plain format for the cells"},
	Digits: {"digits", 40, Count, "digits of a number",
		"a number has at most {} digits", "round it, or use a scale: 12.4bn"},
	Decimals: {"decimals", 30, Count, "decimals of a number: spreadsheets show as many",
		"a number has at most {} decimals", "round it, or use a smaller unit"},

	FormulaBytes: {"formula", 2_000, Count, "characters of a formula",
		"the formula is longer than {} characters", "divide it into several figures"},
	FormulaTerms: {"terms", 400, Count, "terms of a formula, those of its figures filled in",
		"the formula has more than {} terms", "divide it into fewer figures"},
	FormulasTerms: {"terms, all", 15_000, Count, "terms of all formulas of an outline, each with those of its figures; a root counts as 25",
		"with this the formulas have more than {} terms, those of their figures filled in", "let figures rest on values, not on figures of figures"},
	FractionBits: {"fraction", 4_000, Count, "bits of a fraction's numerator or denominator: some 1,200 digits",
		"the formula makes fractions of more than {} bits", "round its figures, or divide it into fewer"},
	Exponent: {"exponent", 100, Count, "the numerator of an exponent",
		"%s is too large for an exponent: at most {}", "write a fraction such as 1/12"},
	Root: {"root", 400, Count, "the denominator of an exponent",
		"%s is too fine for an exponent: its denominator is at most {}", "write a fraction such as 1/12"},
	PowerBits: {"power", 100_000, Count, "bits of a number that a root is taken of",
		"the power has more than {} bits", "write a smaller exponent"},

	SourceBytes: {"source", 16 << 20, Bytes, "the text of a source",
		"%s is longer than {}", sourceHint},
	SourceWords: {"words of a source", 1_250_000, Count, "words and marks of a source's text",
		"%s has more than {} words and marks", sourceHint},
	SourcesWords: {"words of all sources", 1_500_000, Count, "words and marks of the texts of all sources, each file once",
		"with %s the sources have more than {} words and marks", "keep the parts that are quoted"},
	Spellings: {"spellings", 200_000, Count, "different words of a source",
		"%s has more than {} different words", sourceHint},
	Quotation: {"quotation", 16 << 10, Bytes, "the words of a quotation or an excerpt that are looked for in a source",
		"the words are longer than {}", "quote the sentence that says it"},
	Cuts: {"cuts", 40, Count, "cuts of a quotation",
		"a quotation has more than {} cuts", "divide it into several quotations"},
	ProofsBytes: {"proofs", 16 << 20, Bytes, "a source's proofs",
		"%s is longer than {}", "write them again with `roadshow source prove`"},
	ProofBytes: {"proof", 12 << 20, Bytes, "a briefing's proof, X.proof.json: twice what 2,000 quotations take",
		"%s is longer than {}", "it is no proof that roadshow wrote"},
	KeyBytes: {"key", 16 << 10, Bytes, "the file of a key or a signature",
		"%s is longer than {}", "it is no key that roadshow wrote"},

	ListBytes: {"list of recipients", 128 << 20, Bytes, "a CSV list of recipients: what a million take",
		"%s is longer than {}", "divide the list, and distribute each part into a folder of its own"},
	ListYAML: {"list in YAML", 256 << 10, Bytes, "a list of recipients in YAML, which is read slower than CSV",
		"%s is longer than {}", "write the list as CSV, which may hold a million recipients"},
	Recipients: {"recipients", 1_000_000, Count, "recipients of a list",
		"%s names more than {} recipients", "divide the list, and distribute each part into a folder of its own"},
	RecipientField: {"recipient", 300, Count, "characters of a recipient's name, organisation or basis",
		"%s has more than {} characters", "shorten it: it stands in one line of every page, or of the ledger"},
	LedgerLine: {"line of a ledger", 64 << 10, Bytes, "one line of a ledger",
		"line %d of %s is longer than {}", "it is no ledger that roadshow wrote"},
	MailText: {"mail", 64 << 10, Bytes, "the text or the HTML of the mail, as typed",
		"the mail's %s is longer than {}", "a mail of a page is read; the briefing says the rest"},

	PictureBytes: {"picture", 20 << 20, Bytes, "the file of a picture",
		"the picture %q is larger than {}", "save it smaller"},
	Pixels: {"pixels", 40_000_000, Count, "pixels of a picture: 40 megapixels are enough for any page",
		"the picture %q has %d × %d pixels, more than {}", "save it smaller"},
	RedrawnPixels: {"pixels, redrawn", 12_000_000, Count, "pixels of a PNG that is transparent, interlaced or of 16 bits, and must be redrawn for PDF",
		"the picture %q has %d × %d pixels, more than the {} of one that is transparent, interlaced or of 16 bits", "save it as JPEG, or as PNG of 8 bits without transparency"},
	DrawnPixels: {"drawn pixels", 64 << 20, Count, "pixels of a page drawn as a picture",
		"a page of %d × %d pixels has more than {}: lower the dpi", "choose a smaller --dpi"},
	DrawingBytes: {"drawing", 1 << 20, Bytes, "the file of an SVG drawing",
		"it is longer than {}", drawingHint},
	DrawingNesting: {"drawing, nesting", 64, Count, "elements and uses inside each other",
		"its elements are nested deeper than {}", drawingHint},
	DrawingElements: {"drawing, elements", 10_000, Count, "elements of a drawing, and those drawn: uses repeat what they show",
		"it holds or draws more than {} elements", drawingHint},
	DrawingRules: {"drawing, style rules", 2_500, Count, "rules of a drawing's style sheets",
		"its style sheets hold more than {} rules", drawingHint},
	DrawingClips: {"drawing, clips", 16, Count, "clips and uses around a clip",
		"its clips are nested deeper than {}", drawingHint},
	DrawingStops: {"drawing, stops", 256, Count, "colours of a gradient",
		"a gradient has more than {} colours", drawingHint},
	DrawingPoints: {"drawing, points", 20_000, Count, "points of all paths",
		"it has more than {} points", drawingHint},
	DrawingSets: {"drawing, sets", 500, Count, "parts that are clipped or faded as a whole",
		"more than {} of its parts are clipped or faded", drawingHint},
	DrawingNumber: {"drawing, numbers", 1_000_000, Count, "the largest coordinate",
		"the number %s is larger than {}", "export it again from the drawing program"},
	Dashes: {"dashes", 100_000, Count, "parts that dashes divide one path into",
		"its dashes divide a path into more than {} parts", "choose longer dashes"},

	LookBytes: {"look", 1 << 20, Bytes, "the file of a look: a hundred times one of ours",
		"the look %s is longer than {}", "`roadshow looks` shows the built-in ones"},
	BrandBytes: {"brand", 256 << 10, Bytes, "the file of a brand",
		"the brand %s is longer than {}", "a brand is a page of YAML"},
	FontBytes: {"font", 32 << 20, Bytes, "one font file: whole Chinese faces have 10 to 25 MiB; the format itself counts no more than 65,535 glyphs",
		"the font file %q is larger than {}", "cut the font to the characters that are used"},

	ProblemsShown: {"problems", 100, Count, "problems that are printed",
		"and %s more problems", "mend these first"},
	ProblemsOfFile: {"problems of a file", 20, Count, "problems that are reported of one data file",
		"%s has more than {} problems: these are the first", ""},
	LineShown:    {"line shown", 200, Count, "characters of a line that a message shows around the place", "", ""},
	MessageShown: {"message shown", 1_000, Count, "characters of a message or a hint, which may repeat words of a file", "", ""},
	ShownBytes:   {"file shown", 4 << 20, Bytes, "a file that is read again to show one of its lines", "", ""},
}
