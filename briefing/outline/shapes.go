package outline

// KPI is one big number: a figure's id, or a mapping.
func KPI() *Shape {
	return &Shape{Name: "kpi", Short: "figure", OneOf: [][]string{{"figure"}, {"value", "label"}}, Fields: []Field{
		{Name: "figure", Type: Ref, To: "figures", Doc: "a figure's id; its label is the default label"},
		{Name: "value", Type: Amount, Budget: 9, Doc: "the number, where it is no figure"},
		{Name: "label", Type: Prose, Budget: 60, Doc: "what the number counts"},
		{Name: "delta", Type: Amount, Doc: "change against the period before, with its sign"},
		{Name: "spark", Type: Amount, List: true, Doc: "values of a small line, oldest first"},
		{Name: "note", Type: Prose, Budget: 60, Doc: "small words below"},
	}}
}

func author() *Shape {
	return &Shape{Name: "author", Short: "name", Fields: []Field{
		{Name: "name", Type: Words, Required: true, Doc: "as printed on the cover"},
		{Name: "org", Type: Words, Doc: "organisation"},
		{Name: "email", Type: Words, Doc: "address; printed as a link"},
	}}
}

// mail is read as plain text and HTML, never as Markdown.
func mail() *Shape {
	const fields = "$to.name, $to.org and $to.copy are the recipient's"
	return &Shape{Name: "mail", Fields: []Field{
		{Name: "subject", Type: Prose, Doc: "one line; default: the title. " + fields},
		{Name: "text", Type: Rich, Doc: "plain text, or {file: x.txt}; default: title and standfirst. " + fields},
		{Name: "html", Type: Rich, Doc: "the same in HTML, or {file: x.html}, for programs that show it; it may load nothing: no pictures, no scripts"},
		{Name: "reply_to", Type: Words, Doc: "the address that answers go to"},
	}}
}

func format() *Shape {
	return &Shape{Name: "format", Fields: []Field{
		{Name: "locale", Type: Words, Doc: "a language and a country, such as de-DE, en-IN, fr-CH: marks and grouping of what is printed, nothing of what is read; default: the language's"},
		{Name: "units", Type: Choice, Choices: []string{"si", "finance", "zh"}, Doc: "k M G; k m bn trn (default); 万 亿"},
		{Name: "market_colours", Type: Choice, Choices: []string{"western", "china"}, Doc: "china: red rises"},
		{Name: "accounting", Type: Flag, Doc: "true: negatives in parentheses"},
		{Name: "print", Type: Choice, Choices: []string{"colour", "grey"}, Doc: "grey: six greys with hatches"},
		{Name: "calendar", Type: Object, Shape: calendar(), Doc: "of fiscal years"},
	}}
}

func calendar() *Shape {
	return &Shape{Name: "calendar", Fields: []Field{
		{Name: "year_starts", Type: Choice, Choices: []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"},
			Required: true, Doc: "first month of fiscal years; FY24 is the one that ends in 2024"},
	}}
}

func sourceShape() *Shape {
	return &Shape{Name: "source", Short: "title", Fields: []Field{
		{Name: "title", Type: Words, Required: true, Doc: "of the article, report or interview"},
		{Name: "author", Type: Words, Doc: "who wrote it"},
		{Name: "publisher", Type: Words, Doc: "who published it"},
		{Name: "date", Type: Date, Doc: "when it was published"},
		{Name: "url", Type: Words, Doc: "where it can be read; never fetched"},
		{Name: "accessed", Type: Date, Doc: "when it was read there"},
		{Name: "translated", Type: Object, Doc: "{from, by}: said in the source line", Shape: &Shape{Name: "translation", Fields: []Field{
			{Name: "from", Type: Words, Required: true, Doc: "language of the original"},
			{Name: "by", Type: Choice, Choices: []string{"machine", "human"}, Doc: "who translated; default: machine"},
		}}},
		{Name: "note", Type: Prose, Doc: "printed in the register of sources"},
		{Name: "file", Type: Path, Doc: "its text as plain text; may be missing where proofs serve"},
		{Name: "proofs", Type: Path, Doc: "written by `roadshow source prove`: checks quotations without the text"},
	}}
}

func person() *Shape {
	return &Shape{Name: "person", Short: "name", Fields: []Field{
		{Name: "name", Type: Words, Required: true, Budget: 24, Doc: "as printed, in Latin letters"},
		{Name: "name_zh", Type: Words, Budget: 8, Doc: "in Chinese characters; printed at the first mention"},
		{Name: "aliases", Type: Words, List: true, OrOne: true, Doc: "names as sources print them"},
		{Name: "role", Type: Words, Budget: 45, Doc: "what they do"},
		{Name: "org", Type: Words, Budget: 28, Doc: "organisation"},
		{Name: "seal", Type: Words, Budget: 2, Code: "E-LIMIT", Doc: "1 or 2 characters; default: the Han surname, else initials"},
	}}
}

func data() *Shape {
	return &Shape{Name: "data", Short: "file", Fields: []Field{
		{Name: "file", Type: Path, Required: true, Doc: "CSV or XLSX"},
		{Name: "sheet", Type: Words, Doc: "XLSX: the sheet's name; default: the first visible one"},
		{Name: "range", Type: Words, Doc: "such as B2:F14; default: all that is filled, but for titles above and remarks below"},
		{Name: "hidden", Type: Choice, Choices: []string{"refuse", "include", "skip"}, Doc: "XLSX: hidden sheets, rows, columns and cells; default: refuse"},
		{Name: "header_rows", Type: Whole, Min: 1, Max: 3, Doc: "rows that name the columns, joined by “ · ”; default: 1"},
		{Name: "transpose", Type: Flag, Doc: "true: rows become columns"},
		{Name: "columns", Type: Pick, List: true, OrOne: true, Doc: "columns in this order, {name: the name to print} among them; default: all"},
		{Name: "leave_out", Type: Words, List: true, OrOne: true, Doc: "rows that are left out, by name"},
		{Name: "total", Type: Words, Doc: "the row that is the sum of the others: it must be, and charts never draw it as a part"},
		{Name: "rounded", Type: Flag, Doc: "true: parts may miss their total by half a unit each"},
		{Name: "series", Type: Object, Doc: "rows of one value each: the columns with the series' names and their values", Shape: &Shape{Name: "series", Fields: []Field{
			{Name: "name", Type: Words, Required: true, Doc: "the column that names the series"},
			{Name: "value", Type: Words, Required: true, Doc: "the column with the values"},
		}}},
		{Name: "types", Type: Choice, Map: true, Choices: []string{"text", "number", "date", "flag"}, Doc: "column → what it holds; default: as its cells say"},
		{Name: "separator", Type: Choice, Choices: []string{"comma", "semicolon", "tab", "pipe", ",", ";", "|"}, Doc: "CSV; default: found out"},
		decimalMark("CSV: the decimal mark; default: found out"),
		{Name: "encoding", Type: Choice, Choices: []string{"utf-8", "utf-16", "windows-1252", "latin-1", "windows-1250", "windows-1251", "windows-1253", "windows-1254", "iso-8859-2", "iso-8859-7", "iso-8859-15", "macintosh", "gb18030"}, Doc: "CSV; default: found out"},
		{Name: "dates", Type: Choice, Choices: []string{"dmy", "mdy", "ymd"}, Doc: "order of dates such as 03/04/2025"},
		{Name: "source", Type: Ref, To: "sources", List: true, OrOne: true, Doc: "source ids"},
		{Name: "unit", Type: Words, Doc: "of every cell that names none, such as $m"},
		{Name: "own", Type: Words, List: true, OrOne: true, Doc: "columns that are your own: their cells are not held against the row's excerpt"},
		{Name: "note", Type: Words, Doc: "printed with the source line; in running text a footnote"},
	}}
}

func decimalMark(doc string) Field {
	return Field{Name: "decimal", Type: Choice, Choices: []string{".", ",", "point", "comma"}, Doc: doc}
}

func figure() *Shape {
	return &Shape{Name: "figure", Short: "value", OneOf: [][]string{{"value"}, {"from"}, {"formula"}}, Fields: []Field{
		{Name: "value", Type: Amount, Doc: "as its source says it: 40 to 50 bn parameters, over 70%, about $80m, ? for not known"},
		{Name: "from", Type: Object, Doc: "a cell of a data file: {data, row, column}", Shape: &Shape{Name: "cell", Fields: []Field{
			{Name: "data", Type: Ref, To: "data", Required: true, Doc: "id of the data"},
			{Name: "row", Type: Words, Required: true, Doc: "the row's name, in its first column"},
			{Name: "column", Type: Words, Required: true, Doc: "the column's name, in its first row"},
		}}},
		{Name: "formula", Type: Formula, Doc: "arithmetic over other figures: + − × ÷ ^, cell(table, row, column)"},
		{Name: "label", Type: Prose, Budget: 60, Doc: "what the number counts"},
		{Name: "unit", Type: Words, Doc: "where the value names none: bn parameters, %, ×; % makes a percentage of a formula's ratio"},
		{Name: "period", Type: Words, Doc: "when it is of: 2024, Q3 2024; must stand in the excerpt's sentence"},
		{Name: "subject", Type: Words, Doc: "whose it is, in the source's words; must stand in the excerpt's sentence"},
		{Name: "good", Type: Choice, Choices: []string{"up", "down"}, Doc: "which change is to be welcomed"},
		{Name: "excerpt", Type: Quotation, Doc: "words of the source that say the number, with its bound, scale and currency"},
		{Name: "words", Type: Quotation, Doc: "within the excerpt: printed where the source has no exact number"},
		{Name: "basis", Type: Choice, Choices: []string{"own", "sample", "assumption"}, Doc: "instead of an excerpt: the issuer's own number, a sample, an assumption"},
		{Name: "source", Type: Ref, To: "sources", List: true, OrOne: true, Doc: "source ids; needed where there are several"},
		{Name: "note", Type: Words, Doc: "printed with the source line"},
	}}
}
