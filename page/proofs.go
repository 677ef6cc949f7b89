package page

import (
	"path"
	"slices"
	"strings"

	"roadshow/briefing"
	"roadshow/briefing/evidence/table"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// proofs number what proves the figures, the quotations and the data of a briefing, in its own order: whatever is laid out, and
// however often, a number is the same.
type proofs struct {
	figures map[*briefing.Figure]int
	quotes  map[diag.Span]int // by where the words stand
	tables  map[string]int
	rows    map[rowOf]int // those with an excerpt
	made    []func() scene.Proof
	found   map[any]*briefing.Source // where the excerpt of a figure or a row stands
}

// rowOf is a row of a table. Its place tells it from others of its name.
type rowOf struct {
	table string
	at    diag.Span
}

func newProofs(k *Composer) *proofs {
	b := k.B
	p := &proofs{figures: map[*briefing.Figure]int{}, quotes: map[diag.Span]int{}, tables: map[string]int{}, rows: map[rowOf]int{}, found: map[any]*briefing.Source{}}
	for _, e := range b.Excerpts {
		switch {
		case e.Found == nil:
		case e.Figure != nil:
			p.found[e.Figure] = e.Found.Source
		default:
			p.found[e.Row] = e.Found.Source
		}
	}
	for _, f := range b.Figures {
		p.figures[f] = p.add(func() scene.Proof { return k.figureProof(f) })
	}
	for _, q := range b.Quotations {
		p.quotes[q.At] = p.add(func() scene.Proof { return k.quoteProof(q) })
	}
	for _, id := range b.TableIDs() {
		t := b.Tables[id]
		p.tables[id] = p.add(func() scene.Proof { return k.tableProof(t) })
		for i := range t.Rows {
			if row := &t.Rows[i]; row.Excerpt != "" {
				p.rows[rowOf{id, row.At}] = p.add(func() scene.Proof { return k.rowProof(t, row) })
			}
		}
	}
	return p
}

func (p *proofs) add(make func() scene.Proof) int {
	p.made = append(p.made, make)
	return len(p.made)
}

// of are the proofs that a deck names, each in the place of its number; those that it does not are empty.
func (p *proofs) of(d *scene.Deck) []scene.Proof {
	out := make([]scene.Proof, len(p.made))
	done := make([]bool, len(p.made))
	var need func(n int)
	need = func(n int) {
		if n == 0 || done[n-1] {
			return
		}
		done[n-1], out[n-1] = true, p.made[n-1]()
		for _, part := range out[n-1].Parts {
			need(part)
		}
	}
	for i := range d.Pages {
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			switch it := it.(type) {
			case *scene.Text:
				for _, p := range it.Paras {
					for k := range p.Spans {
						need(p.Spans[k].Proof)
					}
				}
			case *scene.Chart:
				for _, s := range it.Data.Series {
					for k := range s.Values {
						need(s.Values[k].Proof)
					}
				}
			}
		})
	}
	return out
}

// FigureProof is the number of a figure's proof; 0 for none.
func (k *Composer) FigureProof(f *briefing.Figure) int { return k.proofs.figures[f] }

// QuoteProof is the number of a quotation's proof.
func (k *Composer) QuoteProof(q briefing.Quote) int { return k.proofs.quotes[q.TextAt] }

// KPISpans are a big number with what proves it.
func (k *Composer) KPISpans(it briefing.KPI, st scene.Style) []scene.Span {
	return []scene.Span{{Text: it.Short, Style: st, Proof: k.FigureProof(it.Figure)}}
}

// CellProof is the number of the proof of a cell at a place: of the figure that it prints, of its row's excerpt, else of its table.
// t is nil for rows typed in the outline.
func (k *Composer) CellProof(t *table.Table, row, cell diag.Span) int {
	if f := k.B.Alone[cell]; f != nil {
		return k.proofs.figures[f]
	}
	if t == nil || t.ID == "" {
		return 0
	}
	if n := k.proofs.rows[rowOf{t.ID, row}]; n > 0 {
		return n
	}
	return k.proofs.tables[t.ID]
}

// Said is the words of a quotation set as a part of a block, with what proves them.
func (k *Composer) Said(q briefing.Quote, words string, m Measure, id string) *Box {
	if words == "" || m.Style.Size == 0 {
		return nil
	}
	return k.spanned(k.SaidSpans(q, words, m.Style), m, id, scene.RoleQuote)
}

// SaidSpans are the words of a quotation with what proves them.
func (k *Composer) SaidSpans(q briefing.Quote, words string, st scene.Style) []scene.Span {
	return []scene.Span{{Text: words, Style: st, Proof: k.QuoteProof(q)}}
}

func (k *Composer) figureProof(f *briefing.Figure) scene.Proof {
	out := scene.Proof{Label: UpperFirst(f.Label.String()), Value: f.Value.Prose(k.B.Format)}
	k.from(&out, f.Sources...)
	switch {
	case f.FromCell:
		if t := k.B.Tables[f.Cell[0]]; t != nil {
			out.Origin = k.origin(t) + k.Marks().Comma + f.Cell[1] + k.Marks().Comma + f.Cell[2]
			k.excerpted(&out, f.Excerpt, t.Row(f.Cell[1]))
		}
	case f.Formula != "":
		out.Origin = "= " + f.Formula
		out.Status = k.Tongue().Coverage.Classes[1]
		for _, of := range k.B.Figures {
			if of != f && slices.Contains(f.Names(), of.ID) {
				out.Parts = append(out.Parts, k.proofs.figures[of])
			}
		}
	case f.Excerpt != "":
		k.excerpted(&out, f.Excerpt, f)
	case len(f.Sources) > 0:
		out.Status = k.Tongue().Coverage.NotVerbatim
	}
	k.based(&out, f.Basis)
	return out
}

// based says on whose word a number stands that no source says.
func (k *Composer) based(out *scene.Proof, basis string) {
	classes := k.Tongue().Coverage.Classes
	switch basis {
	case "own":
		out.Status = classes[2]
	case "assumption":
		out.Status = classes[3]
	case "sample":
		out.Status = classes[4]
	}
}

// excerpted puts in the words of a source that say a figure or a row, and whether they stand there.
func (k *Composer) excerpted(out *scene.Proof, words string, of any) {
	if words == "" {
		return
	}
	out.Excerpt, out.Status = strings.Join(briefing.SplitExcerpts(words), " … "), k.Tongue().Coverage.NotVerbatim
	if s := k.proofs.found[of]; s != nil {
		out.Status = k.Tongue().Coverage.Verbatim
		k.from(out, s)
	}
}

// from names sources; the first is the one to look up.
func (k *Composer) from(out *scene.Proof, sources ...*briefing.Source) {
	if len(sources) == 0 {
		return
	}
	out.Source = ""
	for i, s := range sources {
		if i > 0 {
			out.Source += k.Marks().Semicolon
		}
		out.Source += k.cite(s)
	}
	out.Link = "#source." + sources[0].ID
}

func (k *Composer) quoteProof(q *briefing.Quotation) scene.Proof {
	out := scene.Proof{Label: q.By.Name(), Status: k.Tongue().Coverage.NotVerbatim}
	k.from(&out, q.Sources...)
	if q.Paraphrase {
		out.Status = ""
		return out
	}
	if q.Found != nil {
		out.Excerpt, out.Status = q.Text, k.Tongue().Coverage.Verbatim
		k.from(&out, q.Found.Source)
	}
	return out
}

// origin is the file of a table, or its id.
func (k *Composer) origin(t *table.Table) string {
	for i := range t.Rows {
		if f := t.Rows[i].At.File; f != "" {
			return path.Base(f)
		}
	}
	return t.ID
}

func (k *Composer) tableProof(t *table.Table) scene.Proof {
	out := scene.Proof{Origin: k.origin(t)}
	k.from(&out, k.B.TableSources(t)...)
	if len(t.Source) > 0 {
		out.Status = k.Tongue().Coverage.NotVerbatim
	}
	return out
}

func (k *Composer) rowProof(t *table.Table, row *table.Row) scene.Proof {
	out := k.tableProof(t)
	out.Label = row.Name
	out.Origin += k.Marks().Comma + row.Name
	k.excerpted(&out, row.Excerpt, row)
	return out
}
