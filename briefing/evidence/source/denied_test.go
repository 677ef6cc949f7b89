package source

import (
	"strings"
	"testing"

	"roadshow/internal/cputime"
)

// beside is a text, a quote of it, and what stands at the quote's edge.
type beside struct{ text, quote, want string }

func atEdges(t *testing.T, ask func(Edges) string, cases ...beside) {
	t.Helper()
	for _, c := range cases {
		text, err := NewText("a.txt", []byte(c.text))
		if err != nil {
			t.Fatal(err)
		}
		if got := ask(text.Edges(Quote{Text: c.quote})); got != c.want {
			t.Errorf("%q of %q: %q, not %q", c.quote, c.text, got, c.want)
		}
	}
}

// TestWhatIsDeniedBesideAQuote: the source's own word that turns a quote round may not stand just outside of it.
func TestWhatIsDeniedBesideAQuote(t *testing.T) {
	atEdges(t, func(e Edges) string { return e.Denied },
		beside{"We will not sell the harbour. It is ours.", "sell the harbour", "not"},
		beside{"We do not intend to sell the harbour.", "sell the harbour", "not"},
		beside{"We cannot sell the harbour.", "sell the harbour", "cannot"},
		beside{"Wir verkaufen den Hafen nicht.", "Wir verkaufen den Hafen", "nicht"},
		beside{"公司不会出售港口。", "出售港口", "不"},
		beside{"We will not sell the harbour.", "We will not sell the harbour", ""},
		beside{"He did not hesitate. We will sell the harbour.", "We will sell the harbour", ""},
		beside{"He did not hesitate: “We will sell the harbour.”", "We will sell the harbour", ""},
		beside{"We will sell the harbour, not the mill.", "We will sell the harbour", ""},
		beside{"Not one of the members of the board who spoke on that day said more: sell the harbour.", "sell the harbour", ""},
	)
}

// TestABracketAtTheEndReplacesNothing: an editor's words may follow the source's, not stand in their place.
func TestABracketAtTheEndReplacesNothing(t *testing.T) {
	atEdges(t, func(e Edges) string { return e.Replaced },
		beside{"We will sell the harbour.", "We will sell the [ships]", "harbour"},
		beside{"We will sell the harbour.", "We will sell the harbour [next year].", ""},
		beside{"We will sell the harbour, and the mill.", "We will sell the harbour [of Exampleville]", ""},
		beside{"We will sell the harbour and the mill.", "We will sell the harbour […]", ""},
		beside{"We will sell the harbour and the mill.", "[They] will sell the harbour", ""},
	)
}

// TestNamesOfTranscriptsThatGrowInCapitals: some letters take more bytes as capitals.
func TestNamesOfTranscriptsThatGrowInCapitals(t *testing.T) {
	text, err := NewText("a.txt", []byte("BERG: We grew this year.\nBERG: and so on. A"+strings.Repeat("ɐ", 12)+":"))
	if err != nil {
		t.Fatal(err)
	}
	text.Cuts(Quote{Text: "We grew […] and so on"})
}

// TestManyNamesOnTheirLinesAreReadInTime: each is looked up, not searched for.
func TestManyNamesOnTheirLinesAreReadInTime(t *testing.T) {
	text, err := NewText("a.txt", []byte(strings.Repeat("Aaaa Lind\nx\n\n", 16_000)))
	if err != nil {
		t.Fatal(err)
	}
	defer cputime.Bound(t)()
	text.Cuts(Quote{Text: "x […] Lind"})
}
