package briefing

import (
	"errors"
	"strings"

	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/internal/diag"
)

// across notes arithmetic that joins different periods or subjects.
func (r *resolver) across(f *Figure) {
	if f.Formula == "" || f.Value.State != value.Known {
		return
	}
	fm, err := formula.ParseFormula(f.Formula)
	if err != nil {
		return
	}
	for _, what := range fm.Across(r.reckoning.Env(), r.b.Calendar, func(id string) (period, subject string) {
		if o := r.figures[id]; o != nil {
			return o.Period, o.Subject
		}
		return "", ""
	}) {
		r.l.Note(f.ValueAt, "N-ACROSS", "say so in the label, if it is meant", "%s %s", f.ID, what)
	}
}

// bound holds a figure's period and subject against the sentence that its excerpt stands in: the whole of it where the text
// is at hand, else the excerpt.
func (p *prover) bound(f *Figure) {
	if f.Period == "" && f.Subject == "" {
		return
	}
	sentence, whole := p.sentence(f)
	where := "the excerpt"
	if whole {
		where = "the excerpt's sentence"
	}
	n := p.b.node.Get("figures").Get(f.ID)
	for _, k := range [...]struct{ key, words string }{{"period", f.Period}, {"subject", f.Subject}} {
		if k.words != "" && !formula.Mentions(p.b.Calendar, sentence, k.words) {
			p.l.Warn(place(n, k.key), "W-PERIOD", "quote the sentence that says so, or correct the "+k.key, "%s does not say %q, the %s of %s: “%s”",
				where, k.words, k.key, f.ID, strings.Join(strings.Fields(sentence), " "))
			continue
		}
		p.swapped(f, sentence, k.key, k.words, place(n, k.key))
	}
}

// swapped refuses the number that the same sentence says of another period: "5 in 2023 and 7 in 2024". Whose a number is can be
// told less surely: of another subject it is warned.
func (p *prover) swapped(f *Figure, sentence, key, words string, at diag.Span) {
	v := f.Value
	v.Words = ""
	if words == "" || v.State != value.Known {
		return
	}
	if key == "subject" {
		if said, other := source.OfAnother(sentence, words, v); other {
			hint := "of " + words + " it says “" + said + "”"
			if said == "" {
				hint = "quote what it says of " + words
			}
			p.l.Warn(at, "W-PERIOD", hint, "the sentence says %s of somebody else than %q, the subject of %s", v.String(), words, f.ID)
		}
		return
	}
	d, err := p.b.Calendar.ParseDate(words)
	if err != nil || d.IsZero() {
		return
	}
	var said *source.Disagreement
	if _, err := table.SaysCell(sentence, v, table.CellPlace{Calendar: p.b.Calendar, Date: d}); errors.As(err, &said) && said.Other {
		p.l.Error(at, "E-EXCERPT", said.Hint, "%s", said.Summary)
	}
}
