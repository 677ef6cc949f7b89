package truth_test

import (
	"testing"

	"roadshow/briefing/outline"
	"roadshow/briefing/proof"
	"roadshow/data"
	"roadshow/scene"
)

// Whatever changes a word of a page shows in the difference. A word of every text of the starters is replaced; where the
// difference says nothing, the pages must be the same, letter by letter.
func TestWhateverChangesAPageShowsInTheDifference(t *testing.T) {
	names := data.Starters()
	step, tried, silent := 1, 0, 0
	if testing.Short() {
		step = 23
	}
	k := 0
	for _, starter := range names {
		name := starter.Name
		f := readStarter(t, name)
		dir := t.TempDir()
		before := f.compile(t, dir, nil, true)
		was, page := proof.FactsOf(before.Briefing), lettersOf(before.Deck(scene.Document))
		f.tree.Each(func(n *outline.Node) {
			if n.Text == "" || n.Keys != nil || n.List != nil || n.At.File != "briefing.yaml" {
				return
			}
			from, to := f.raw(n.At)
			spot := plainWord.FindStringIndex(f.files[n.At.File][from:to])
			if k++; spot == nil || k%step != 0 {
				return
			}
			m := &mutation{file: n.At.File, from: from + spot[0], to: from + spot[1], now: "Walrus"}
			now := f.compile(t, dir, m, false)
			if now.Briefing == nil || now.Problems.Failed(false) {
				return // names something that is not there, or is no longer so
			}
			tried++
			facts := proof.FactsOf(now.Briefing)
			if len(proof.Diff(&was, &facts)) > 0 {
				return
			}
			silent++
			deck := f.compile(t, dir, m, true).Deck(scene.Document)
			if deck == nil {
				return
			}
			if got := lettersOf(deck); got != page {
				t.Errorf("%s:%d: %s changes the page, and the difference says nothing: %.60q", name, n.At.Line, n.Name, n.Text)
			}
		})
	}
	t.Logf("%d words replaced; of %d of them nothing was said", tried, silent)
	if tried < 10 {
		t.Error("too little was tried")
	}
}
