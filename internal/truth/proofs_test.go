package truth

import (
	"os"
	"strings"
	"testing"

	"roadshow"
	"roadshow/scene"
)

// starters are the folders whose briefings have figures.
func starters(t testing.TB) (out []string) {
	entries, err := os.ReadDir("data")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if e.IsDir() && e.Name() != "blank" { // holds what is to be filled in
			out = append(out, "data/"+e.Name())
		}
	}
	return out
}

// TestWhatIsPrintedCarriesWhatProvesIt: lines say the words of their paragraphs, span by span; figures in prose, big numbers, quotations and data name their proofs, and every proof that
// a deck names is filled in.
func TestWhatIsPrintedCarriesWhatProvesIt(t *testing.T) {
	for _, folder := range append(starters(t), "testdata/chinese") {
		r := compileFolder(t, folder, func(*roadshow.Options) {})
		for _, d := range []*scene.Deck{r.Files.Document, r.Files.Slides} {
			prose, quotes, data := 0, 0, 0
			check := func(n int, what string) bool {
				if n == 0 {
					return false
				}
				p := d.ProofOf(n)
				if p == nil || p.Status == "" && p.Source == "" && p.Origin == "" {
					t.Errorf("%s, %s: the proof %d of %q says nothing: %+v", folder, d.Medium, n, what, p)
					return false
				}
				for _, part := range p.Parts {
					if of := d.ProofOf(part); of == nil || of.Value == "" {
						t.Errorf("%s, %s: %q is computed of a figure that is not there", folder, d.Medium, what)
					}
				}
				return true
			}
			for i := range d.Pages {
				scene.Walk(d.Pages[i].Items, func(it scene.Item) {
					switch it := it.(type) {
					case *scene.Text:
						joined(t, d, it)
						for _, p := range it.Paras {
							for _, s := range p.Spans {
								switch {
								case !check(s.Proof, s.Text):
								case it.Role == scene.RoleQuote:
									quotes++
									if e := d.ProofOf(s.Proof).Excerpt; e != "" && !sameWords(s.Text, e) {
										t.Errorf("%s: the quotation %q is proved by %q", folder, s.Text, e)
									}
								default:
									prose++
								}
							}
						}
					case *scene.Chart:
						for _, s := range it.Data.Series {
							for _, v := range s.Values {
								if check(v.Proof, v.Text) {
									data++
								}
								if !it.Frame.Inset(-0.01).Contains(v.Mark) && v.Mark != (scene.Rect{}) {
									t.Errorf("%s: the mark of %s %q lies outside of its chart", folder, it.ID, v.Text)
								}
							}
						}
					}
				})
			}
			if folder == "data/crossroads" && (prose < 20 || quotes < 5 || data < 10) {
				t.Errorf("%s, %s: %d figures, %d quotations and %d data have a proof", folder, d.Medium, prose, quotes, data)
			}
		}
	}
}

// sameWords compares without marks and spaces, which typography changes.
func sameWords(a, b string) bool {
	letters := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune("\"'“”‘’„«»「」『』.…,-–—− \u00a0\u202f\u2009\n[]", r) {
				return -1
			}
			return r
		}, s)
	}
	return letters(a) == letters(b)
}

// joined holds a text's lines against its paragraphs: they say the same words, span by span.
func joined(t *testing.T, d *scene.Deck, text *scene.Text) {
	said := make([][]string, len(text.Paras))
	for i := range said {
		said[i] = make([]string, len(text.Paras[i].Spans))
	}
	for i, pieces := range text.Pieces() {
		l := &text.Lines[i]
		at, run := 0, -1
		for _, p := range pieces {
			if p.Run != run {
				at, run = 0, p.Run
			}
			if p.From != at || p.To <= p.From {
				t.Errorf("%s: the pieces of %q leave something out", d.Medium, l.Runs[p.Run].Text)
			}
			if at = p.To; p.Span >= 0 {
				said[l.Para][p.Span] += l.Runs[p.Run].Text[p.From:p.To]
			}
		}
	}
	blank := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "\u2060", "", "\u00ad", "", "\n", "", "\u2010", "-", "\u2011", "-")
	for i, p := range text.Paras {
		for k, s := range p.Spans {
			if blank.Replace(said[i][k]) != blank.Replace(s.Text) {
				t.Errorf("%s, %s: lines give the span %q as %q", d.Medium, text.ID, s.Text, said[i][k])
			}
		}
	}
}
