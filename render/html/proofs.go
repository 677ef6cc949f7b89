package html

import (
	"strconv"
	"strings"

	"roadshow/scene"
)

// proofs are what proves the figures, quotations and values of the file, each written once. What points at one names it: the script
// shows it beside the place; without the script it is listed at the end, where the figure leads to.
type proofs struct {
	list []stated
	ids  map[string]string // by what they say: both views share them
}

// stated is a proof with the deck that has it.
type stated struct {
	*scene.Proof
	deck *scene.Deck
}

// proof is the id of the proof that a number of the deck at hand names; "" for none.
func (w *writer) proof(n int) string {
	p := w.deck.ProofOf(n)
	if p == nil || p.Source == "" && p.Origin == "" && p.Status == "" {
		return ""
	}
	key := strings.Join([]string{p.Label, p.Value, p.Origin, p.Excerpt, p.Source, p.Status}, "\x00")
	id := w.proofs.ids[key]
	if id == "" {
		if w.proofs.ids == nil {
			w.proofs.ids = map[string]string{}
		}
		w.proofs.list = append(w.proofs.list, stated{p, w.deck})
		id = "p" + strconv.Itoa(len(w.proofs.list))
		w.proofs.ids[key] = id
	}
	return id
}

// proved says in a tag that is open which proof describes the element.
func (w *writer) proved(n int) {
	if id := w.proof(n); id != "" {
		w.raw(` aria-describedby="`, id, `"`)
	}
}

// proofList writes all proofs that the file has named.
func (w *writer) proofList() {
	if len(w.proofs.list) == 0 {
		return
	}
	w.raw(`<section id="proofs"`)
	w.attr("aria-label", w.own.Coverage.Numbers)
	w.raw(">\n")
	for i := 0; i < len(w.proofs.list); i++ {
		p := w.proofs.list[i]
		w.raw(`<div id="p`, strconv.Itoa(i+1), `" class="p">`)
		part := func(tag, class, words string) {
			if words != "" {
				w.raw("<", tag, ` class="`, class, `">`)
				w.say(words)
				w.raw("</", tag, "> ")
			}
		}
		head := p.Value
		if head != "" && p.Label != "" {
			head += w.own.Marks.Comma
		}
		part("b", "pv", head+p.Label)
		if p.Excerpt != "" {
			q := w.own.Marks.Quote
			part("q", "pq", q[0]+p.Excerpt+q[1])
		}
		part("span", "po", p.Origin)
		for _, n := range p.Parts {
			if of := p.deck.ProofOf(n); of != nil {
				part("span", "po", of.Label+w.own.Marks.Colon+of.Value)
			}
		}
		part("cite", "ps", p.Source)
		part("span", "pt", p.Status)
		w.raw("</div>\n")
	}
	w.raw("</section>\n", `<div id="tip" role="tooltip" hidden></div>`, "\n")
}
