package briefing

import "strings"

// Inline is a stretch of words with one emphasis.
type Inline struct {
	Text   string
	Strong bool
	Em     bool
	Link   string
	Figure *Figure // the words are this figure's and nothing else
	// One of them makes the piece a mark, and Text empty: of a source, of a footnote, or of a block that the words refer to.
	Cite    *Source
	Note    *Note
	Mention *Mention
}

// Prose is one paragraph's words.
type Prose []Inline

// String is the words alone.
func (p Prose) String() string {
	if len(p) == 1 && p[0].Mention == nil {
		return p[0].Text
	}
	var b strings.Builder
	for _, i := range p {
		b.WriteString(i.Text)
		if i.Mention != nil {
			b.WriteString(i.Mention.String())
		}
	}
	return b.String()
}

// Sources are those that the words cite, and those of the figures that they print, each once.
func (p Prose) Sources() []*Source { return SourcesOf(p) }

// SourcesOf are the sources of several texts.
func SourcesOf(texts ...Prose) (out []*Source) {
	for _, p := range texts {
		for _, i := range p {
			if i.Cite != nil {
				out = union(out, []*Source{i.Cite})
			}
			if i.Figure != nil {
				out = union(out, i.Figure.Sources)
			}
		}
	}
	return out
}

// Empty says that there is nothing to print.
func (p Prose) Empty() bool { return len(p) == 0 }

// Plain makes prose of words without markup.
func Plain(s string) Prose {
	if s == "" {
		return nil
	}
	return Prose{{Text: s}}
}

// ParaKind is what a paragraph of rich text is.
type ParaKind uint8

// Kinds of paragraphs.
const (
	Body    ParaKind = iota
	Heading          // cross-heading
	RunIn            // a minor heading, set on the line of the paragraph that follows
	Item             // list item
)

// Para is one paragraph of rich text.
type Para struct {
	Kind   ParaKind
	Prose  Prose
	Depth  int    // of a list item, 0 outermost
	Marker string // "–", "·" or "1."
}
