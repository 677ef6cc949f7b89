package page

import (
	"slices"

	"roadshow/briefing"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// longDeck is how many slides are laid out once only: trying again and again for the same division would cost more than it gives.
const longDeck = 120

// OfficeDeck lays the slides out once more, in the faces of an editor, over the slides of another deck, which slides waits for: freely
// at first, beside it, which nearly always shares the words out alike. Where it does not, the other deck's division is followed; then
// type is set a step smaller, and one more. What still needs other slides keeps its own. judge adds what is wrong with the geometry of a
// deck; what is said of the deck that is returned is returned with it.
func OfficeDeck(b *briefing.Briefing, o Options, slides func() (*scene.Deck, Division), judge func(*scene.Deck, *diag.List)) (*scene.Deck, *diag.List) {
	lay := func(follow Division, share scene.Pt) (*scene.Deck, *diag.List) {
		o.Fonts = o.Fonts.Another(o.Fonts)
		o.Fonts.Tighten(share)
		o.Follow = follow
		l := &diag.List{}
		deck := SlideDeck(b, o, l)
		judge(deck, l)
		return deck, l
	}
	best, said := lay(nil, 0)
	other, division := slides()
	kept := func(d *scene.Deck, l *diag.List) bool {
		return !l.Failed(false) && slices.EqualFunc(d.Pages, other.Pages, func(p, q scene.Page) bool { return p.ID == q.ID })
	}
	if kept(best, said) {
		return best, said
	}
	if len(other.Pages) > longDeck && !said.Failed(false) {
		return best, said
	}
	for _, share := range [...]scene.Pt{0, 0.96, 0.92} {
		deck, l := lay(division, share)
		if kept(deck, l) {
			return deck, l
		}
		if said.Failed(false) && (share == 0 || !l.Failed(false)) { // what is said of the usual size is what the author can mend
			best, said = deck, l
		}
	}
	return best, said
}
