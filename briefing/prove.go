package briefing

import (
	"errors"
	"slices"
	"strings"

	"roadshow/briefing/evidence"
	"roadshow/internal/diag"
)

// What the register says of a source.
const (
	Proved        = "quotations proved"
	FiguresProved = "figures proved"
	NotChecked    = "not checked"
)

// maxSourceText is the largest text of a source that is read, and the largest proofs file.
const maxSourceText = 16 << 20

// Prove holds every quotation, excerpt and number against its source: the text where it is at hand, else its proofs. It
// says where each quotation stands and what the register may say of each source. read reads a file inside the outline's
// folder.
func Prove(b *Briefing, read func(name string, limit int64) ([]byte, error), l *diag.List) {
	p := &prover{b: b, l: l, read: read, witness: map[*Source]evidence.Witness{}, quotes: map[*Source]bool{}, figures: map[*Source]bool{}}
	for _, s := range b.Sources {
		p.open(s)
		p.stale(s)
	}
	for _, q := range b.Quotations {
		p.quotation(q)
	}
	for _, f := range b.Figures {
		p.figure(f)
	}
	for _, id := range sortedKeys(b.Tables) {
		p.table(b.Tables[id])
	}
	for _, s := range b.Sources {
		switch {
		case p.quotes[s]:
			s.Status = Proved
		case p.figures[s]:
			s.Status = FiguresProved
		}
	}
}

type prover struct {
	b       *Briefing
	l       *diag.List
	read    func(name string, limit int64) ([]byte, error)
	witness map[*Source]evidence.Witness
	quotes  map[*Source]bool // a quotation was proved in it
	figures map[*Source]bool // an excerpt was proved in it
}

// open finds the text of a source, or its proofs. The text may stay on the author's disk: its absence is no error.
func (p *prover) open(s *Source) {
	if s.File == "" && s.Proofs == "" {
		p.l.Note(s.At, "N-SOURCE", "give it a `file` or `proofs`", "%q is not checked: it has neither text nor proofs", s.ID)
		return
	}
	var text *evidence.Text
	if s.File != "" {
		if data, err := p.read(s.File, maxSourceText); err == nil {
			if text, err = evidence.NewText(s.File, data); err != nil {
				p.l.Error(s.At, "E-FILE", "", "%v", err)
				return
			}
			p.witness[s] = text
		}
	}
	if s.Proofs == "" {
		if text == nil {
			p.l.Note(s.At, "N-SOURCE", "put the text there, or name its `proofs`", "%q is not checked: its text is not at %s", s.ID, s.File)
		}
		return
	}
	data, err := p.read(s.Proofs, maxSourceText)
	if err != nil {
		if text == nil {
			p.l.Error(s.At, "E-PROOF", "write it with `roadshow source prove`", "neither the text of %q nor its proofs are there: %s: %v", s.ID, s.Proofs, err)
		}
		return
	}
	proofs, err := evidence.ReadProofs(s.Proofs, data)
	if err != nil {
		p.l.Error(s.At, "E-PROOF", "write it again with `roadshow source prove`", "%v", err)
		return
	}
	if text == nil {
		p.witness[s] = proofs
		return
	}
	if err := proofs.Check(text); err != nil {
		p.l.Error(s.At, "E-PROOF", "write them again with `roadshow source prove`", "the proofs of %q are not of this text: %v", s.ID, err)
	}
}

// stale notes a web source that was last read more than a year before the briefing's date.
func (p *prover) stale(s *Source) {
	if s.Accessed.IsZero() || p.b.Date.IsZero() {
		return
	}
	if p.b.Date.Mid()-s.Accessed.Mid() > 1 {
		p.l.Note(s.At, "N-STALE", "read it again and change `accessed`", "%q was last read in %s, more than a year before the briefing", s.ID, s.Accessed.Long())
	}
}

// find looks words up in any of the sources that may hold them. checked is false where none of them can be checked.
func (p *prover) find(q evidence.Quote, sources []*Source) (found *Found, miss *evidence.Miss, checked bool) {
	for _, s := range sources {
		w := p.witness[s]
		if w == nil {
			continue
		}
		checked = true
		passage, err := w.Match(q)
		if err == nil {
			return &Found{s, passage}, nil, true
		}
		var m *evidence.Miss
		if errors.As(err, &m) && (miss == nil || miss.Nearest == "" && m.Nearest != "") {
			miss = m
		}
	}
	return nil, miss, checked
}

// quotation proves one quotation and its attribution.
func (p *prover) quotation(q *Quotation) {
	if q.Paraphrase {
		return
	}
	found, miss, checked := p.find(q.Quote, q.Sources)
	switch {
	case found != nil:
		q.Found = found
		p.quotes[found.Source] = true
	case checked && miss != nil:
		at := q.At
		if miss.Credit {
			at = q.CreditAt
		}
		p.report(at, "E-QUOTE", miss)
		return
	}
	switch {
	case q.Credit == "":
		p.l.Note(q.At, "N-CREDIT", "`credit` holds the source's words beside the passage that name the speaker", "the attribution to %s is not checked", q.By.Name())
	case !q.By.named(q.Credit):
		p.l.Error(q.CreditAt, "E-QUOTE", "a credit holds the name as the source prints it; other spellings go into `aliases`", "the credit does not name %s", q.By.Name())
	}
}

// named says whether words name the voice: a person by name or alias, anybody else by one of the words that describe them.
func (v Voice) named(words string) bool {
	if v.Person == nil {
		return true // words that describe somebody nameless: the credit is their proof
	}
	return slices.ContainsFunc(append([]string{v.Person.Name, v.Person.NameZh}, v.Person.Aliases...), func(n string) bool {
		return n != "" && strings.Contains(words, n)
	})
}

func (p *prover) report(at diag.Span, code string, m *evidence.Miss) {
	hint := m.Hint
	if m.Nearest != "" {
		hint = "the nearest passage is “" + m.Nearest + "”"
		if m.Hint != "" {
			hint += "; " + m.Hint
		}
	}
	p.l.Error(at, code, hint, "%s", m.Summary)
}

// figure proves the excerpt of a figure and holds its number against it.
func (p *prover) figure(f *Figure) {
	if f.Excerpt == "" {
		if f.Formula == "" && f.Basis == "" && !f.FromCell {
			p.l.Warn(f.At, "W-EXCERPT", "quote the words that say it as `excerpt`, or say its `basis`", "nothing proves the figure %s", f.ID)
		}
		return
	}
	if f.FromCell {
		return // its row is proved with the table
	}
	p.excerpt(f.Excerpt, f.Excerpted, f.Sources)
	p.says(f.Excerpt, f.Value, f.ValueAt)
}

// excerpt proves that words stand in a source.
func (p *prover) excerpt(words string, at diag.Span, sources []*Source) {
	found, miss, checked := p.find(evidence.Quote{Text: words}, sources)
	switch {
	case found != nil:
		p.figures[found.Source] = true
	case checked && miss != nil:
		p.report(at, "E-EXCERPT", miss)
	}
}

// says holds a value against the words that should say it.
func (p *prover) says(words string, v evidence.Value, at diag.Span) {
	_, err := evidence.Says(words, v)
	var d *evidence.Disagreement
	if errors.As(err, &d) {
		p.l.Error(at, "E-EXCERPT", d.Hint, "%s", d.Summary)
	}
}

// table proves the excerpts of a table's rows, and every number and date of a row against its excerpt.
func (p *prover) table(t *evidence.Table) {
	var sources []*Source
	for _, s := range p.b.Sources {
		if slices.Contains(t.Source, s.ID) || len(t.Source) == 0 && len(p.b.Sources) == 1 {
			sources = append(sources, s)
		}
	}
	proved, bare := false, false
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Excerpt == "" {
			bare = true
			continue
		}
		proved = true
		p.excerpt(row.Excerpt, row.ExcerptAt, sources)
		for c := range row.Cells {
			p.cell(t, row, c)
		}
	}
	checkable := slices.ContainsFunc(sources, func(s *Source) bool { return p.witness[s] != nil })
	if bare && checkable && len(t.Source) > 0 {
		what := "nothing proves the numbers of " + t.ID
		if proved {
			what = "some rows of " + t.ID + " have no excerpt"
		}
		p.l.Warn(t.At, "W-EXCERPT", "a column `excerpt` holds the words that say a row's numbers", "%s", what)
	}
}

// cell holds one cell against its row's excerpt: a number, or a date; other words are names.
func (p *prover) cell(t *evidence.Table, row *evidence.Row, c int) {
	cell := &row.Cells[c]
	if v, err := t.Judge(row, c); err == nil {
		if v.Unit.Scale == "" && v.Unit.Currency == "" && isYear(cell.Text) {
			return
		}
		p.says(row.Excerpt, v, cell.At)
		return
	}
	if d, err := evidence.ParseDate(strings.TrimSpace(cell.Text)); err == nil {
		_, err := evidence.SaysDate(row.Excerpt, d)
		var dis *evidence.Disagreement
		if errors.As(err, &dis) {
			p.l.Error(cell.At, "E-EXCERPT", dis.Hint, "%s", dis.Summary)
		}
	}
}

// isYear says whether a cell reads as a plain year.
func isYear(s string) bool {
	s = strings.TrimSpace(s)
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s, "0123456789") == ""
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
