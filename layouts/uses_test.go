package layouts

import (
	"fmt"
	"strings"
	"testing"

	"roadshow/scene"
)

// The register of sources names every page that prints a number of theirs: in a claim, a point or a consequence as well.
// The contents only repeat it.
func TestTheRegisterKnowsFiguresInWords(t *testing.T) {
	document, slides := sound(t, `title: A sample, fictional
date: 2023-05-31
sources: {s: {title: Made up, date: 2023}, t: {title: Made up too}}
figures:
  ask: {value: $6m, source: t, basis: own}
  kept: {value: 90%, source: s, basis: own}
themes:
  - name: A
    claim: We ask for $ask now
    points: [{heading: They stay, text: Of all $kept renewed}, {heading: They pay, text: It is as said}]
  - name: B
    claim: It is so in every case
    points: [{heading: They stay, text: It is as said}, {heading: They pay, text: It is as said}]
    so_what: The sum of $ask is enough
`)
	for _, d := range []*scene.Deck{document, slides} {
		printed, listed := map[string][]string{}, map[string]string{}
		for _, p := range d.Pages {
			words := strings.Join(textsOn(p), "\n")
			for source, number := range map[string]string{"s": "90%", "t": "$6m"} {
				if strings.Contains(words, number) && !strings.Contains(words, "Contents") {
					printed[source] = append(printed[source], fmt.Sprint(p.Number))
				}
			}
			for _, line := range textsOn(p) {
				if strings.HasPrefix(line, "Used on") { // t is used first
					listed[[]string{"t", "s"}[len(listed)]] = line
				}
			}
		}
		for source, want := range map[string]string{"s": "Used on page ", "t": "Used on pages "} {
			if got := listed[source]; got != want+strings.Join(printed[source], ", ") && got != want+strings.Join(printed[source], "–") {
				t.Errorf("%s: source %s: %q, printed on %v", d.Medium, source, got, printed[source])
			}
		}
	}
}

// textsOn are the words of a page, a text each.
func textsOn(p scene.Page) (out []string) {
	scene.Walk(p.Items, func(it scene.Item) {
		if x, ok := it.(*scene.Text); ok {
			var b strings.Builder
			for _, l := range x.Lines {
				for _, r := range l.Runs {
					b.WriteString(r.Text)
				}
				b.WriteByte(' ')
			}
			out = append(out, strings.TrimSpace(b.String()))
		}
	})
	return out
}
