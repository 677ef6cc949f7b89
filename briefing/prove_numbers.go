package briefing

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
)

// excerpt proves that words stand in a source.
func (p *prover) excerpt(e *Excerpt) {
	v := p.find(source.Quote{Text: e.Words}, e.Sources)
	e.Found = v.found
	if v.miss != nil {
		p.missed(e.At, "E-EXCERPT", v)
		return
	}
	if v.found == nil || v.found.Source.text == nil {
		return
	}
	for _, c := range v.found.Source.text.Cuts(source.Quote{Text: e.Words}) {
		if c.Sentence {
			p.l.Error(e.At, "E-EXCERPT", "take the words from one sentence", "a cut of this excerpt leads into another sentence: it drops “%s”", shorten(c.Dropped))
		}
	}
}

// qualified holds a value that an excerpt says against the whole sentence: what it leaves out may bound, scale or deny it.
func (p *prover) qualified(e *Excerpt, v value.Value, at diag.Span, label string) *source.Disagreement {
	if e == nil || e.Found == nil || e.Found.Source.text == nil {
		return nil
	}
	text := e.Found.Source.text
	sentence := strings.NewReplacer("[", "(", "]", ")").Replace(text.Sentence(e.Found.Passage))
	doubt, err := text.Within(source.Quote{Text: e.Words}, v)
	if err == nil && doubt != "" && !source.Doubts(label) {
		p.l.Warn(at, "W-DOUBT", "say in the label what the sentence says: a target, an expectation, a condition", "its sentence says %q", doubt)
	}
	var d *source.Disagreement
	if !errors.As(err, &d) || d.Wording {
		return nil
	}
	return &source.Disagreement{Summary: "the excerpt leaves out what belongs to its number: " + strings.Replace(d.Summary, "the excerpt", "the sentence", 1),
		Hint: "quote the whole of it: " + shorten(sentence)}
}

// advise keeps a hint from advising what an excerpt says and its sentence does not, for words that were left out qualify it.
func (p *prover) advise(e *Excerpt, err error) {
	var d *source.Disagreement
	if !errors.As(err, &d) || e == nil || e.Found == nil || e.Found.Source.text == nil || d.Advised() == nil {
		return
	}
	text := e.Found.Source.text
	if _, no := text.Within(source.Quote{Text: e.Words}, *d.Advised()); no != nil {
		d.Hint = "quote the whole of it: " + shorten(text.Sentence(e.Found.Passage))
	}
}

// figure holds the number of a figure against its excerpt.
func (p *prover) figure(f *Figure) {
	switch {
	case f.rowsExcerpt():
		return // its row is held with the table
	case f.Excerpt != "":
		if len(f.Sources) == 0 {
			p.l.Warn(f.Excerpted, "W-SOURCE", "name it with `source:`", "the excerpt of %s has no source", f.ID)
		}
		note, err := source.Says(f.Excerpt, f.Value)
		at := f.ValueAt
		var d *source.Disagreement
		if errors.As(err, &d) && d.Wording {
			at = f.WordsAt
		}
		for _, e := range p.b.Excerpts {
			if e.Figure != f {
				continue
			}
			if err != nil {
				p.advise(e, err)
			} else if d := p.qualified(e, f.Value, at, f.Label.String()+" "+f.Value.Words); d != nil {
				note, err = "", d
			}
		}
		p.bound(f)
		if other := source.OtherNoun(f.Excerpt, f.Value); err == nil && other != "" {
			p.l.Warn(at, "W-NOUN", "name what the excerpt counts", "the excerpt counts “%s”, the figure %q", other, f.Value.Unit.Noun)
			return
		}
		if err == nil {
			sentence, _ := p.sentence(f)
			p.mislabelled(sentence, f.Label.String(), f.Period, f.Value, at)
		}
		p.disagree(note, err, at)
	case f.Value.Words != "" && f.Value.State == value.Known:
		if d := source.Wording(f.Value); d != nil {
			p.l.Error(f.WordsAt, "E-EXCERPT", d.Hint, "%s", d.Summary)
		}
	case f.Formula == "" && f.Basis == "" && !f.FromCell && f.Value.State == value.Known:
		p.l.Warn(f.At, "W-EXCERPT", "quote the words that say it as `excerpt`, or say its `basis`", "nothing proves the figure %s", f.ID)
	}
}

// mislabelled warns of a label that says something else of a value than the source does.
func (p *prover) mislabelled(sentence, label, period string, v value.Value, at diag.Span) {
	if said := source.Mislabelled(sentence, label, period, v); said != "" {
		p.l.Warn(at, "W-NOUN", "name in the label what the source says of the number", "the source says “%s”, the label %q", said, label)
	}
}

// sentence is the whole sentence of a figure's excerpt where the text is at hand, otherwise the excerpt.
func (p *prover) sentence(f *Figure) (words string, whole bool) {
	for _, e := range p.b.Excerpts {
		if e.Figure == f && e.Found != nil && e.Found.Source.text != nil {
			return e.Found.Source.text.Sentence(e.Found.Passage), true
		}
	}
	return f.Excerpt, false
}

// disagree reports what an excerpt says otherwise; what it leaves out is noted.
func (p *prover) disagree(note string, err error, at diag.Span) {
	var d *source.Disagreement
	switch {
	case errors.As(err, &d):
		p.l.Error(at, "E-EXCERPT", d.Hint, "%s", d.Summary)
	case note != "":
		p.l.Note(at, "N-EXCERPT", "quote more of the sentence, if it says so", "%s", note)
	}
}

// table holds every number and date of a table against the excerpts of its row.
func (p *prover) table(t *table.Table) {
	proved, bare := false, -1
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Excerpt == "" {
			if bare < 0 && p.stated(t, row) {
				bare = i
			}
			continue
		}
		proved = true
		p.rowName(t, row)
		for c := range row.Cells {
			if !slices.Contains(t.Own, t.Columns[c].Name) {
				p.cell(t, row, c)
			}
		}
	}
	if bare < 0 || !slices.ContainsFunc(p.b.TableSources(t), func(s *Source) bool { return p.witness[s] != nil }) {
		return
	}
	const hint = "a column `excerpt` holds the words that say a row's numbers; columns of your own stand in `own`"
	if proved {
		p.l.Warn(t.Rows[bare].At, "W-EXCERPT", hint, "nothing proves the row %s of %s", t.Rows[bare].Name, t.ID)
		return
	}
	p.l.Warn(t.At, "W-EXCERPT", hint, "nothing proves the numbers of %s", t.ID)
}

// stated says that a row states a number or a date that is not the author's own.
func (p *prover) stated(t *table.Table, row *table.Row) bool {
	for c := range row.Cells {
		if slices.Contains(t.Own, t.Columns[c].Name) {
			continue
		}
		if v, err := t.Judge(row, c); err == nil && v.State == value.Known {
			return true
		}
		if d, err := t.DatesOf(c).ParseDate(strings.TrimSpace(row.Cells[c].Text)); err == nil && !d.IsZero() {
			return true
		}
	}
	return false
}

// rowName holds a row that is named by a date against its excerpts, where those say a date at all.
func (p *prover) rowName(t *table.Table, row *table.Row) {
	names := t.DatesOf(-1)
	d, err := names.ParseDate(strings.TrimSpace(row.Name))
	if err != nil || d.IsZero() || !source.Dated(names, row.Excerpt) {
		return
	}
	note, err := anyOf(row.Excerpt, func(words string) (string, error) { return source.SaysDate(names, words, d) })
	p.disagree(note, err, row.At)
}

// cell holds one cell against its row's excerpts.
func (p *prover) cell(t *table.Table, row *table.Row, c int) {
	note, err := HoldCell(t, row, c)
	if v, bad := t.Held(row, c); err == nil && bad == nil {
		for _, part := range SplitExcerpts(row.Excerpt) {
			i := slices.IndexFunc(p.b.Excerpts, func(e *Excerpt) bool { return e.Row == row && e.Words == part })
			if _, other := source.Says(part, v); other == nil && i >= 0 {
				d := p.qualified(p.b.Excerpts[i], v, row.Cells[c].At, t.Columns[c].Name+" "+row.Name)
				if err = nil; d == nil {
					p.mislabelled(part, t.Columns[c].Name, row.Name, v, row.Cells[c].At)
					break
				}
				err = d
			}
		}
	}
	if err != nil {
		for _, e := range p.b.Excerpts {
			if e.Row == row {
				p.advise(e, err)
			}
		}
	}
	p.disagree(note, err, row.Cells[c].At)
}

// HoldCell holds one cell against its row's excerpts: a number, or a date; other words are names. A plain year may be
// either. note is a remark for the author; the error is an *source.Disagreement.
func HoldCell(t *table.Table, row *table.Row, c int) (note string, err error) {
	text := strings.TrimSpace(row.Cells[c].Text)
	v, bad := t.Held(row, c)
	if d, two := bad.(*source.Disagreement); two {
		return "", d
	}
	place := t.PlaceOf(row, c)
	number := func(words string) (string, error) { return table.SaysCell(words, v, place) }
	dates := t.DatesOf(c)
	d, none := dates.ParseDate(text)
	date := func(words string) (string, error) { return source.SaysDate(dates, words, d) }
	dated := none == nil && !d.IsZero()
	switch {
	case bad == nil && (v.State != value.Known || !dated):
		return anyOf(row.Excerpt, number)
	case dated:
		note, err = anyOf(row.Excerpt, date)
		if err != nil && bad == nil {
			if _, other := anyOf(row.Excerpt, number); other == nil {
				return "", nil
			}
		}
	default:
		return "", unread(text, row.Excerpt)
	}
	return note, err
}

// unread refuses a cell that states a number in a form that nobody can hold against its excerpt. Names keep their digits,
// and so do words that the excerpt says just so.
func unread(text, excerpt string) error {
	if len(typedNumbers(text)) == 0 && !source.Numeral(text) || strings.Contains(excerpt, text) {
		return nil
	}
	return &source.Disagreement{Summary: strconv.Quote(text) + " is neither a value nor a date", Hint: "write a value such as 99%, over 70 or about $80m; a column that no excerpt has to say stands in `own`"}
}

// anyOf asks each of a row's excerpts. The first that agrees decides; else the most telling disagreement.
func anyOf(words string, says func(words string) (string, error)) (note string, err error) {
	for i, part := range SplitExcerpts(words) {
		n, e := says(part)
		if e == nil {
			return n, nil
		}
		var d *source.Disagreement
		if i == 0 || errors.As(e, &d) && d.Other {
			err = e
		}
	}
	return "", err
}

// typed warns of numbers that a chart was given by hand although its source's words could prove them.
func (p *prover) typed(b *Block) {
	if b.Fields.node == nil || !slices.ContainsFunc(b.Sources, func(s *Source) bool { return p.witness[s] != nil }) {
		return
	}
	for _, t := range typedIn(b.Fields.node, p.b.Marks, p.b.Calendar, func(*outline.Node) bool { return true }) {
		if t.drawn && t.Class == Typed {
			p.l.Warn(t.At, "W-EXCERPT", "make it a figure with its excerpt and write $name here, or say its basis there", "nothing proves the number %s", t.Text)
		}
	}
}
