package briefing

import (
	"slices"

	"roadshow/briefing/evidence/table"
	"roadshow/briefing/outline"
)

// What the register says of a source: Source.Status.
const (
	Proved           = "quotations and figures proved"
	QuotationsProved = "quotations proved"
	FiguresProved    = "figures proved"
	OwnFigures       = "own figures"
	Sample           = "sample"
	Assumptions      = "assumptions"
	NotChecked       = "not checked"
)

// stand gives every source its status. checked says that a source's text or proofs are at hand.
func (b *Briefing) stand(checked func(*Source) bool) {
	quotes, figures, said := map[*Source]bool{}, map[*Source]bool{}, map[*Source]bool{}
	for _, q := range b.Quotations {
		if q.Found != nil {
			quotes[q.Found.Source] = true
		}
		for _, s := range q.Sources {
			said[s] = said[s] || !q.Paraphrase
		}
	}
	for _, e := range b.Excerpts {
		if e.Found != nil {
			figures[e.Found.Source] = true
		}
		for _, s := range e.Sources {
			said[s] = true
		}
	}
	for _, s := range b.Sources {
		var bases []string
		for _, f := range b.Figures {
			if slices.Contains(f.Sources, s) {
				bases = append(bases, b.Basis(f))
			}
		}
		s.Status = Standing(quotes[s], figures[s], said[s] || checked(s), bases)
	}
}

// Standing is what the register says of a source: from which quotations or figures were proved; or that can be checked or is
// said to hold something, and nothing of it was proved; or that only gives its name to figures with these bases.
func Standing(quotes, figures, open bool, bases []string) string {
	switch {
	case quotes && figures:
		return Proved
	case quotes:
		return QuotationsProved
	case figures:
		return FiguresProved
	case open || slices.Contains(bases, ""):
		return NotChecked
	}
	switch Weakest(bases) {
	case "own":
		return OwnFigures
	case "sample":
		return Sample
	case "assumption":
		return Assumptions
	}
	return NotChecked
}

// Weakest is the basis that is worth least, "" where none is given.
func Weakest(bases []string) (worst string) {
	for _, b := range bases {
		if b != "" && (worst == "" || weaker(b, worst)) {
			worst = b
		}
	}
	return worst
}

// weaker says that one basis is worth less than another: a sample is made up, an assumption is a guess, one's own number is
// known.
func weaker(a, b string) bool {
	order := map[string]int{"sample": 3, "assumption": 2, "own": 1}
	return order[a] > order[b]
}

// Basis is what a figure without an excerpt rests on: its own basis, or the weakest of the figures that its formula names;
// "" where one of them is proved or rests on nothing.
func (b *Briefing) Basis(f *Figure) string { return b.basis(f, 0) }

func (b *Briefing) basis(f *Figure, depth int) string {
	if f.Basis != "" || f.Formula == "" || depth > len(b.Figures) {
		return f.Basis
	}
	var bases []string
	for _, name := range f.names {
		for _, o := range b.Figures {
			if o.ID == name {
				bases = append(bases, b.basis(o, depth+1))
			}
		}
	}
	return Weakest(bases)
}

// markSamples gives a sticker to every block without one, and to every big number outside a block, that shows a sample or an
// assumption.
func (b *Briefing) markSamples() {
	for _, blk := range b.Blocks() {
		if blk.Sticker == "" && blk.Fields.node != nil {
			blk.Sticker = stickerOf(b.worstShown(blk.Fields.node))
		}
	}
	mark := func(kpis []KPI) {
		for i := range kpis {
			if f := kpis[i].Figure; f != nil {
				kpis[i].Sticker = stickerOf(b.Basis(f))
			} else {
				kpis[i].Sticker = stickerOf(b.worstShown(kpis[i].node))
			}
		}
	}
	if b.Summary != nil {
		mark(b.Summary.KPIs)
	}
	for _, t := range b.Themes {
		mark(t.KPIs)
	}
}

// stickerOf is what is printed of a basis that a reader must know.
func stickerOf(basis string) string {
	switch basis {
	case "sample":
		return "sample"
	case "assumption":
		return "estimate"
	}
	return ""
}

// worstShown is the weakest basis among the figures that a block or a big number shows as numbers. A figure named in running
// text needs no sticker: its sentence says what it is. Nor does an assumption that a chart draws as a forecast: the sticker would
// call what happened before it an estimate too.
func (b *Briefing) worstShown(n *outline.Node) (worst string) {
	ahead := map[*outline.Node]bool{}
	n.Each(func(n *outline.Node) {
		add := func(basis string) {
			if basis != "" && !(basis == "assumption" && ahead[n]) && (worst == "" || weaker(basis, worst)) {
				worst = basis
			}
		}
		for _, v := range b.aheadOf(n) {
			ahead[v] = true
		}
		if n.Field == nil {
			return
		}
		switch n.Field.Type {
		case outline.Ref:
			if n.Field.To == "figures" {
				add(b.basisNamed(n.Text))
			}
			if t := b.Tables[n.Text]; n.Field.To == "data" && t != nil {
				add(b.basisOfTable(t))
			}
		case outline.Amount, outline.Scalar:
			for _, ref := range outline.References(n.Text) {
				add(b.basisNamed(ref.Name))
			}
		}
	})
	return worst
}

// aheadOf are the values of a chart that it draws as forecasts or plans: by their names (2025E), by scenario, or behind a mark.
func (b *Briefing) aheadOf(chart *outline.Node) (ahead []*outline.Node) {
	values := chart.Get("values")
	if values == nil || values.Field == nil || !values.Field.Map {
		return nil
	}
	from := map[string]bool{}
	for _, a := range chart.Get("annotations").Items() {
		if f := a.Get("forecast"); f != nil {
			from[f.Words("from")] = true
		}
	}
	passed := false
	for _, v := range values.Entries() {
		scenario := chart.Get("scenario").Words(v.Name)
		d, err := b.Calendar.ParseDate(v.Name)
		if passed = passed || from[v.Name]; passed || scenario == "forecast" || scenario == "plan" || err == nil && d.Estimate() && scenario == "" {
			ahead = append(ahead, v)
		}
	}
	return ahead
}

func (b *Briefing) basisNamed(id string) string {
	for _, f := range b.Figures {
		if f.ID == id {
			return b.Basis(f)
		}
	}
	return ""
}

// basisOfTable: a table whose source is a sample is one.
func (b *Briefing) basisOfTable(t *table.Table) string {
	for _, s := range b.TableSources(t) {
		switch s.Status {
		case Sample:
			return "sample"
		case Assumptions:
			return "assumption"
		}
	}
	return ""
}
