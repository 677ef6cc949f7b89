package briefing

import (
	"regexp"
	"unicode/utf8"

	"roadshow/briefing/outline"
)

// legal reads the words that must not be lost: the disclaimer, the outline's or the brand's, and the risk line. Two
// disclaimers are a question that no program may answer.
func (r *resolver) legal(n *outline.Node) {
	b, d := r.b, n.Get("disclaimer")
	b.RiskLine = r.prose(n.Get("risk_line"))
	if risk := utf8.RuneCountInString(b.RiskLine.String()); risk > shortForm {
		r.l.Error(n.Get("risk_line").At, "E-FIT", "write what is longer as disclaimer", "risk_line is one sentence of at most %d characters, and this has %d", shortForm, risk)
		b.RiskLine = nil
	}
	b.Disclaimer, b.DisclaimerAt = r.spoken(d, "disclaimers"), place(n, "disclaimer")
	if b.Brand == nil || len(b.Brand.Disclaimer) == 0 {
		return
	}
	switch {
	case len(b.Disclaimer) == 0:
		b.Disclaimer, b.DisclaimerAt = b.Brand.Disclaimer, b.Brand.At
	case d.Words("replaces_brand") != "true":
		r.l.Error(d.Key, "E-LEGAL", "leave this one out, or write disclaimer: {text: …, replaces_brand: true}", "the brand has a disclaimer too, and only one of them would be printed")
	}
}

// Legal says that the briefing has words that no excerpt may lose.
func (b *Briefing) Legal() bool { return len(b.Disclaimer) > 0 || !b.RiskLine.Empty() }

// StandsForLegal says that a sentence may stand for the legal text where that is left out.
func (b *Briefing) StandsForLegal() bool { return !b.RiskLine.Empty() || !b.ShortDisclaimer().Empty() }

// shortForm is how long a sentence may be to stand for the disclaimer, in characters: the risk line, or the disclaimer's first.
const shortForm = 400

// ShortDisclaimer is the first sentence of the disclaimer, which stands for it where it is left out; nil where the sentence is
// too long for that.
func (b *Briefing) ShortDisclaimer() Prose {
	for _, p := range b.Disclaimer {
		if p.Kind == Heading || p.Prose.Empty() {
			continue
		}
		var out Prose
		for _, i := range p.Prose {
			if at := sentenceEnd().FindStringSubmatchIndex(i.Text); at != nil {
				i.Text = i.Text[:max(at[3], at[5])]
				out = append(out, i)
				break
			}
			out = append(out, i)
		}
		if len([]rune(out.String())) > shortForm {
			return nil
		}
		return out
	}
	return nil
}

// sentenceEnd is a stop before a capital, or the Chinese one.
func sentenceEnd() *regexp.Regexp {
	return regexp.MustCompile(`([.!?][”’")]?) +[\p{Lu}“"]|([。！？][”」]?)`)
}
