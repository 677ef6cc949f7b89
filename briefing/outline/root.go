package outline

import "roadshow/words"

// Root is the shape of an outline's top level.
func Root(c Catalog) *Shape {
	kpi := KPI()
	block := Field{Type: Block, List: true}
	evidence, back := block, block
	evidence.Name, evidence.Doc = "evidence", "what proves the claim: blocks, each a mapping with one key, the layout's name"
	back.Name, back.Doc = "back", "blocks after the themes: tables, people, anything to look up"
	looks := c.Looks
	if looks == nil {
		looks = []string{"paper", "ink", "bank"}
	}
	theme := &Shape{Name: "theme", Fields: []Field{
		{Name: "name", Type: Words, Required: true, Budget: 18, Code: "E-TRACK", Doc: "short name for the tracker at the head of every page, at most 18 characters"},
		{Name: "id", Type: Name, Doc: "id for references; default: the name in small letters, joined by hyphens"},
		{Name: "claim", Type: Prose, Required: true, Budget: 110, Doc: "the headline: a sentence with a verb that the theme proves"},
		holdsField(),
		{Name: "standfirst", Type: Prose, Budget: 220, Doc: "one or two sentences below the headline"},
		{Name: "points", Type: Object, List: true, Min: 2, Max: 4, Shape: heading("point"), Doc: "the slide's argument: 2 to 4 of {heading, text}"},
		{Name: "argument", Type: Rich, Doc: "the document's argument: Markdown paragraphs and lists, or {file: x.md}"},
		{Name: "kpis", Type: Object, List: true, Max: 3, Shape: kpi, Doc: "big numbers beside the argument: figure ids or {figure or value, label, …}"},
		evidence,
		{Name: "so_what", Type: Prose, Budget: 90, Doc: "what follows from the claim for the reader"},
		sourceField(), sayField(), onlyField(),
	}}
	return &Shape{Name: "the outline", Fields: []Field{
		{Name: "title", Type: Prose, Required: true, Budget: 45, Doc: "the briefing's title, on its cover"},
		{Name: "standfirst", Type: Prose, Budget: 110, Doc: "one sentence below the title that says what the briefing is about"},
		{Name: "masthead", Type: Words, Budget: 28, Doc: "the series, at the cover's head; default: Investor briefing"},
		{Name: "topic", Type: Words, Budget: 28, Doc: "the field, beside the masthead"},
		{Name: "date", Type: Date, Required: true, Doc: "the briefing's date, such as 2023-05-31; never the clock's"},
		{Name: "edition", Type: Words, Doc: "such as \"No. 4\"; in the footer"},
		{Name: "publication", Type: Words, Doc: "who publishes; in the footer"},
		{Name: "prepared_for", Type: Words, Budget: 70, Doc: "for whom it was prepared; on the cover"},
		{Name: "confidentiality", Type: Words, Budget: 90, Doc: "one line in every footer"},
		{Name: "authors", Type: Object, List: true, OrOne: true, Max: 12, Hard: true, Shape: author(), Doc: "names, or {name, org, email}"},
		{Name: "language", Type: Choice, Choices: words.Languages(), Doc: "of the words that roadshow adds, and of what is typed; default: en"},
		decimalMark("the decimal mark of the outline's own numbers; default: ., and what a number shows by itself: 99,5 %"),
		{Name: "status", Type: Choice, Choices: []string{"draft", "preliminary", "final"}, Doc: "draft and preliminary are printed on every page"},
		{Name: "look", Type: Path, Choices: looks, Doc: "the visual theme: a built-in look, or a file"},
		{Name: "brand", Type: Path, Doc: "the house's file: colours, fonts folder, logo, footer, disclaimer"},
		{Name: "page", Type: Choice, Choices: []string{"a4", "letter"}, Doc: "the document's paper; default: a4"},
		{Name: "format", Type: Object, Shape: format(), Doc: "how numbers are printed"},
		{Name: "entities", Type: Whole, Map: true, Min: 1, Max: 8, Doc: "name → series 1 to 8: pins its colour through the whole briefing"},
		{Name: "sources", Type: Object, Map: true, KeyIDs: true, Shape: sourceShape(), Doc: "id → where words and numbers come from"},
		{Name: "people", Type: Object, Map: true, KeyIDs: true, Shape: person(), Doc: "id → who speaks and who is spoken of"},
		{Name: "data", Type: Object, Map: true, KeyIDs: true, Shape: data(), Doc: "id → a CSV or XLSX file: first row names columns, first column names rows"},
		{Name: "figures", Type: Object, Map: true, KeyIDs: true, Shape: figure(), Doc: "id → a number with its proof; $id prints it anywhere"},
		{Name: "terms", Type: Words, Map: true, KeyIDs: true, Doc: "id → words that repeat, such as the company or the quarter; $id prints them wherever a figure could stand"},
		{Name: "summary", Type: Object, Doc: "the executive summary, one page", Shape: &Shape{Name: "summary", Fields: []Field{
			{Name: "title", Type: Prose, Budget: 110, Doc: "the page's claim"},
			{Name: "points", Type: Object, List: true, Required: true, Min: 3, Max: 5, Doc: "3 to 5 of {lead, text, theme}", Shape: &Shape{Name: "summary point", Fields: []Field{
				{Name: "lead", Type: Prose, Required: true, Budget: 60, Doc: "the point in a few words"},
				{Name: "text", Type: Prose, Required: true, Budget: 160, Doc: "the point in a sentence or two"},
				{Name: "theme", Type: Ref, To: "themes", Doc: "id of the theme that proves it; the point's lead is a link to it"},
			}}},
			{Name: "kpis", Type: Object, List: true, Max: 3, Shape: kpi, Doc: "up to three big numbers: figure ids or {figure or value, label, …}"},
			{Name: "call", Type: Prose, Budget: 90, Doc: "what the reader is asked to do"},
		}}},
		{Name: "themes", Type: Object, List: true, Required: true, Min: 1, Shape: theme, Doc: "the story's chapters, in order"},
		back,
		{Name: "coverage", Type: Flag, Doc: "print in the register of sources how many numbers and quotations are proved, computed, typed, not checked"},
		{Name: "disclaimer", Type: Rich, Flags: []string{"replaces_brand"}, Doc: "Markdown, {file: x.md}, or {text or file, replaces_brand: true} where the brand has one too; on its own page"},
		{Name: "risk_line", Type: Prose, Budget: 200, Doc: "one sentence that heads the disclaimer, and stands on excerpts that leave it out"},
		{Name: "contacts", Type: Object, List: true, Max: 4, Hard: true, Doc: "whom to ask, on the last page", Shape: &Shape{Name: "contact", Fields: []Field{
			{Name: "name", Type: Words, Required: true, Doc: "the person or the desk"},
			{Name: "role", Type: Words, Doc: "what they do"},
			{Name: "email", Type: Words, Doc: "address; printed as a link"},
			{Name: "phone", Type: Words, Doc: "number as it should be printed"},
		}}},
		{Name: "audiences", Type: Named, List: true, Doc: "ids that `only` may name, or {id: printed name}, which stands in the footer; `--audience id` selects one"},
		{Name: "mail", Type: Object, Shape: mail(), Doc: "what goes out with each copy that `roadshow distribute` makes; default: the title, and title and standfirst"},
		{Name: "slides", Type: Slide, List: true, OrOne: true, Choices: append([]string{"auto"}, slidePages()...), Doc: "auto, or the slides' order: cover, contents, summary, {theme: id}, {block: theme.id} or any block",
			Shape: &Shape{Name: "slide", Fields: []Field{
				{Name: "theme", Type: Ref, To: "themes", Doc: "a theme's opening, by its id"},
				{Name: "block", Type: Ref, To: "blocks", Doc: "a block, as theme id, dot, block id: compute.prices"},
			}}},
	}}
}

// slidePages are the pages made from the outline itself that a slides list may name.
func slidePages() []string {
	return []string{"cover", "contents", "summary", "sources", "disclaimer", "closing"}
}

// Common are the fields that every block has.
func Common() []Field {
	return []Field{
		{Name: "title", Type: Prose, Budget: 110, Doc: "the action title: a claim in a sentence"},
		holdsField(),
		{Name: "id", Type: Name, Doc: "id for references: theme id, dot, this"},
		sourceField(),
		{Name: "note", Type: Prose, Doc: "printed with the source line"},
		sayField(),
		{Name: "sticker", Type: Choice, Choices: []string{"illustrative", "preliminary", "estimate", "sample"}, Doc: "says on the page what the numbers are not"},
		onlyField(),
	}
}

func holdsField() Field {
	return Field{Name: "holds", Type: Formula, List: true, OrOne: true, Doc: "what the title says, as arithmetic over figures: may / march > 2"}
}

func sourceField() Field {
	return Field{Name: "source", Type: Ref, To: "sources", List: true, OrOne: true, Doc: "source ids; inherited from figures, data, theme or the only source"}
}

func sayField() Field { return Field{Name: "say", Type: Rich, Doc: "speaker notes"} }

func onlyField() Field {
	return Field{Name: "only", Type: Ref, To: "audiences", List: true, OrOne: true, Doc: "audience ids; left out of the briefing for everybody else"}
}

func heading(name string) *Shape {
	return &Shape{Name: name, Fields: []Field{
		{Name: "heading", Type: Prose, Required: true, Budget: 34, Doc: "a few words"},
		{Name: "text", Type: Prose, Required: true, Budget: 150, Doc: "a sentence or two"},
	}}
}
