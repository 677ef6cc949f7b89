package briefing

import (
	"slices"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/internal/diag"
)

// Excerpt is words of a source that say a number: a figure's, or one of a table's row.
type Excerpt struct {
	Words   string
	Sources []*Source // any of them may hold the words
	At      diag.Span
	Figure  *Figure      // what it proves
	Table   *table.Table // or the table
	Row     *table.Row   // and its row
	Found   *Found       // filled in by Prove
}

// Cited is words that sources are said to hold.
type Cited struct {
	source.Quote
	Sources  []*Source
	At       diag.Span
	CreditAt diag.Span
	Excerpt  bool // of a figure or a row; else a quotation
}

// Code is the code of the problem that the words do not stand in their source.
func (c *Cited) Code() string {
	if c.Excerpt {
		return "E-EXCERPT"
	}
	return "E-QUOTE"
}

// betweenExcerpts divides several excerpts of one row: a start and an end rarely stand in one sentence.
const betweenExcerpts = " | "

// SplitExcerpts are the excerpts of a row: one, or several divided by " | ".
func SplitExcerpts(words string) []string {
	var out []string
	for part := range strings.SplitSeq(words, betweenExcerpts) {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Cited are all words that the briefing's sources are said to hold, in order: quotations, then excerpts.
func (b *Briefing) Cited() []Cited {
	var out []Cited
	for _, q := range b.Quotations {
		if !q.Paraphrase {
			out = append(out, Cited{Quote: q.Quote, Sources: q.Sources, At: q.At, CreditAt: q.CreditAt})
		}
	}
	for _, e := range b.excerpts() {
		out = append(out, Cited{Quote: source.Quote{Text: e.Words}, Sources: e.Sources, At: e.At, Excerpt: true})
	}
	return out
}

// excerpts are those of the figures in the outline's order, then those of the tables by id.
func (b *Briefing) excerpts() []*Excerpt {
	var out []*Excerpt
	for _, f := range b.Figures {
		if f.Excerpt != "" && !f.rowsExcerpt() {
			out = append(out, &Excerpt{Words: f.Excerpt, Sources: f.Sources, At: f.Excerpted, Figure: f})
		}
	}
	for _, id := range sortedKeys(b.Tables) {
		t := b.Tables[id]
		sources := b.TableSources(t)
		for i := range t.Rows {
			for _, words := range SplitExcerpts(t.Rows[i].Excerpt) {
				out = append(out, &Excerpt{Words: words, Sources: sources, At: t.Rows[i].ExcerptAt, Table: t, Row: &t.Rows[i]})
			}
		}
	}
	return out
}

// rowsExcerpt says that the excerpt is that of the row from which the value was taken: it is proved with the table.
func (f *Figure) rowsExcerpt() bool { return f.FromCell && f.Excerpted.File != f.At.File }

// TableSources are the sources of a table: those that it names, else the only one.
func (b *Briefing) TableSources(t *table.Table) []*Source {
	if len(t.Source) == 0 && len(b.Sources) == 1 {
		return b.Sources
	}
	var out []*Source
	for _, s := range b.Sources {
		if slices.Contains(t.Source, s.ID) {
			out = append(out, s)
		}
	}
	return out
}

// Blocks are all blocks: the themes' evidence, the back matter, then those that only the list of slides holds.
func (b *Briefing) Blocks() []*Block {
	var out []*Block
	for _, t := range b.Themes {
		out = append(out, t.Evidence...)
	}
	out = append(out, b.Back...)
	for _, s := range b.Slides {
		if s.What == "inline" {
			out = append(out, s.Block)
		}
	}
	return out
}

// TableIDs are the ids of the tables, sorted.
func (b *Briefing) TableIDs() []string { return sortedKeys(b.Tables) }

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
