package truth

import (
	"os"
	"strings"
	"testing"

	"roadshow"
	"roadshow/render"
	"roadshow/scene"
)

// compileLegal compiles the short outline with points, more keys and a brand that has a disclaimer of its own.
func compileLegal(t *testing.T, more string) *roadshow.Result {
	t.Helper()
	return compileLegalPages(t, more, render.Pages{})
}

func compileLegalPages(t *testing.T, more string, pages render.Pages) *roadshow.Result {
	t.Helper()
	dir := t.TempDir()
	write(t, dir+"/b.yaml", "disclaimer: The house is not liable.\n")
	write(t, dir+"/d.csv", "name,value\nnorth,TBC\nsouth,2\n")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src := short + "    points: [{heading: One, text: First.}, {heading: Two, text: Second.}]\n" + more
	r, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: []byte(src), Root: root, Media: []scene.Medium{scene.Document, scene.Slides, scene.Office}, Pages: pages})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSlidesThatLeaveTheDisclaimerOutCarryItsShortForm(t *testing.T) {
	long := strings.Repeat("This text goes on and on without an end in sight, and ", 10) + "then stops."
	for name, c := range map[string]struct {
		more, want, not, fails string
	}{
		"the first sentence":   {"disclaimer: No offer is made. Much more follows here.\nslides: [cover, {theme: supply}]", "No offer is made.", "Much more", ""},
		"the risk line too":    {"disclaimer: No offer is made. Much more.\nrisk_line: Capital is at risk.\nslides: [cover, {theme: supply}]", "Capital is at risk.", "Much more", ""},
		"on a closing slide":   {"disclaimer: No offer is made. Much more.\nrisk_line: Capital is at risk.\nslides: [{theme: supply}, closing]", "Capital is at risk.", "Much more", ""},
		"the risk line alone":  {"risk_line: Capital is at risk.\nslides: [cover]", "Capital is at risk.", "", ""},
		"of the brand":         {"brand: b.yaml\nslides: [cover]", "The house is not liable.", "", ""},
		"long with risk line":  {"disclaimer: " + long + "\nrisk_line: Capital is at risk.\nslides: [cover]", "Capital is at risk.", "on and on", ""},
		"long without":         {"disclaimer: " + long + "\nslides: [cover]", "", "", "E-LEGAL"},
		"two disclaimers":      {"brand: b.yaml\ndisclaimer: Ours.", "", "", "E-LEGAL"},
		"replaces the brand's": {"brand: b.yaml\ndisclaimer: {text: Ours., replaces_brand: true}", "Ours.", "not liable", ""},
		"does not replace":     {"brand: b.yaml\ndisclaimer: {text: Ours., replaces_brand: false}", "", "", "E-LEGAL"},
		"in the list":          {"disclaimer: No offer is made. Much more.\nrisk_line: Capital is at risk.\nslides: [cover, disclaimer]", "Much more.", "", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := compileLegal(t, c.more+"\n")
			if c.fails != "" {
				if !strings.Contains(problems(r), c.fails) {
					t.Fatalf("no %s:\n%s", c.fails, problems(r))
				}
				return
			}
			if r.Failed {
				t.Fatal(problems(r))
			}
			deck := r.Files.Slides
			last := pageWords(&scene.Deck{Pages: deck.Pages[len(deck.Pages)-1:]})
			if !strings.Contains(strings.Join(strings.Fields(last), " "), strings.ToUpper(c.want)) && !strings.Contains(pageWords(deck), strings.ToUpper(c.want)) {
				t.Errorf("the slides lack %q: %s", c.want, last)
			}
			if strings.Contains(c.more, "slides:") && !strings.Contains(last, strings.ToUpper(strings.Fields(c.want)[0])) {
				t.Errorf("the last slide lacks %q: %s", c.want, last)
			}
			if c.not != "" && strings.Contains(pageWords(deck), strings.ToUpper(c.not)) {
				t.Errorf("the slides hold %q", c.not)
			}
		})
	}
}

func TestTheShortFormIsTheFirstSentence(t *testing.T) {
	for text, want := range map[string]string{
		"No offer is made. Much more.":                       "No offer is made.",
		"No offer (of e.g. shares) is made. Much more.":      "No offer (of e.g. shares) is made.",
		"No offer is made.":                                  "No offer is made.",
		"本文不构成要约。其余从略。":                                      "本文不构成要约。",
		"|\n  # Of this\n\n  *No* offer is made! Much more.": "No offer is made!",
	} {
		if got := compileLegal(t, "disclaimer: "+text+"\n").Briefing.ShortDisclaimer().String(); got != want {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestAFinalBriefingHoldsNoPlaceholders(t *testing.T) {
	for _, hole := range []string{"TBU", "TBC", "XX", "[●]", "[tbc]", "$XXm", "XX%",
		"tbd", "Tba", "[Name]", "[Company Name]", "[insert date]", "[Your company]", "【公司名称】", "[Datum]", "[nom]", "{Date}", "lorem ipsum dolor",
		"TO" + "DO", "todo: ask", "€ X.Xbn", "X%", "____", "n. n.", "N.N.", "待定", "待补充"} {
		more := "status: final\nstandfirst: 'The price is " + strings.ReplaceAll(hole, "$", "$$") + ".'\n"
		if r := compileLegal(t, more); !strings.Contains(problems(r), "E-PLACEHOLDER") {
			t.Errorf("%s is let through: %s", hole, problems(r))
		}
		if r := compileLegal(t, strings.Replace(more, "final", "draft", 1)); strings.Contains(problems(r), "E-PLACEHOLDER") {
			t.Errorf("%s is refused in a draft", hole)
		}
	}
	for _, words := range []string{"The XXI century", "Exxon grew", "[sic] it is", "Fue el siglo XX", "TBC Bank lends", "As N. N. Taleb said",
		"[Name](https://example.com) says so", "todo el año", "TBDx and Xerox", "the x% of it \\[1\\]", "这一点待定义"} {
		if r := compileLegal(t, "status: final\nstandfirst: '"+words+".'\n"); strings.Contains(problems(r), "E-PLACEHOLDER") {
			t.Errorf("%q is refused", words)
		}
	}
	for _, words := range []string{"To be confirmed", "[to come]", "noch offen", "à définir", "Pendiente.", "待确认"} {
		if r := compileLegal(t, "status: final\nstandfirst: '"+words+"'\n"); !strings.Contains(problems(r), "E-PLACEHOLDER") {
			t.Errorf("%q alone is let through", words)
		}
		if r := compileLegal(t, "status: final\nstandfirst: 'It is said: "+words+" said so'\n"); strings.Contains(problems(r), "E-PLACEHOLDER") && words[0] != '[' {
			t.Errorf("%q within words is refused", words)
		}
	}
	if r := compileLegal(t, "status: final\nentities: {TBD: 2}\n"); !strings.Contains(problems(r), "E-PLACEHOLDER") {
		t.Errorf("a name typed as a key is let through: %s", problems(r))
	}
	if r := compileLegal(t, "status: final\ndata: {d: {file: d.csv}}\n"); !strings.Contains(problems(r), "E-PLACEHOLDER") {
		t.Errorf("a cell's is let through: %s", problems(r))
	}
}

// TestExcerptsKeepTheLegalText builds excerpts of every format: each bears the disclaimer, or the page that stands for it.
func TestExcerptsKeepTheLegalText(t *testing.T) {
	long := strings.Repeat("This text goes on and on without an end in sight, and ", 10) + "then stops."
	whole := strings.Repeat("Nothing here is an offer of any kind to anybody at all. ", 420)
	for name, c := range map[string]struct {
		more, pages string
		want        []string // of the page that is added; nil: none is
		fails       bool
	}{
		"both":                    {"disclaimer: No offer is made. Much more.\nrisk_line: Capital is at risk.", "1", []string{"CAPITAL IS AT RISK", "NO OFFER IS MADE"}, false},
		"a sentence alone":        {"disclaimer: No offer is made. Much more.", "1", []string{"NO OFFER IS MADE"}, false},
		"the risk line alone":     {"risk_line: Capital is at risk.", "1", []string{"CAPITAL IS AT RISK"}, false},
		"long, with a risk line":  {"disclaimer: " + long + "\nrisk_line: Capital is at risk.", "1", []string{"CAPITAL IS AT RISK"}, false},
		"long":                    {"disclaimer: " + long, "1", nil, true},
		"of the brand":            {"brand: b.yaml", "1", []string{"THE HOUSE IS NOT LIABLE"}, false},
		"all pages":               {"disclaimer: " + long, "1-", nil, false},
		"the last pages":          {"disclaimer: " + long, "2-", nil, false},
		"half of the disclaimer":  {"disclaimer: " + whole, "1-3", []string{"NOTHING HERE IS AN OFFER"}, false},
		"with a cite and a link":  {"disclaimer: No [offer](https://example.org) is made. More.\ncontacts: [{name: A}]", "1", []string{"NO OFFER IS MADE"}, false},
		"none":                    {"", "1", nil, false},
		"the slides leave it out": {"disclaimer: No offer is made. Much more.\nslides: [cover, contents, closing]", "1", []string{"NO OFFER IS MADE"}, false},
	} {
		t.Run(name, func(t *testing.T) {
			pages, err := render.ParsePages(c.pages)
			if err != nil {
				t.Fatal(err)
			}
			r := compileLegalPages(t, c.more+"\n", pages)
			if got := strings.Contains(problems(r), "E-LEGAL"); got != c.fails {
				t.Fatalf("refused: %t\n%s", got, problems(r))
			}
			if c.fails {
				return
			}
			if r.Failed {
				t.Fatal(problems(r))
			}
			for _, f := range roadshow.Formats() {
				deck := r.Deck(f.Medium)
				places := pages.Of(len(deck.Pages))
				part := render.Pick(deck, places)
				files, err := r.Render(f, "x", render.Options{Pages: pages, DPI: 40})
				if err != nil {
					t.Fatal(err)
				}
				last := files[len(files)-1]
				if c.want == nil {
					if len(part.Pages) != len(places) || f.Pictures != nil && (len(files) != len(places) || last.Page == 0) {
						t.Errorf("%s: a page is added: %s", f.Name, pageWords(part))
					}
					continue
				}
				if len(part.Pages) != len(places)+1 {
					t.Fatalf("%s: %d pages of %d", f.Name, len(part.Pages), len(places))
				}
				words := strings.Join(strings.Fields(pageWords(&scene.Deck{Pages: part.Pages[len(places):]})), " ")
				for _, want := range c.want {
					if !strings.Contains(words, want) {
						t.Errorf("%s: the last page lacks %q: %s", f.Name, want, words)
					}
				}
				if strings.Contains(words, "MUCH MORE") {
					t.Errorf("%s: the short form is not short: %s", f.Name, words)
				}
				if f.Pictures != nil && (len(files) != len(places)+1 || last.Name != "x"+f.Suffix+"-legal.png" || last.Page != 0) {
					t.Errorf("%s: the last picture is %q", f.Name, last.Name)
				}
			}
		})
	}
}

// A risk line of a thousand sentences and a standfirst of a thousand words are the author's to shorten, and no fault of ours.
func TestWordsThatNoPageHoldsAreTheAuthorsToShorten(t *testing.T) {
	for key, want := range map[string]string{
		"risk_line":    "E-FIT: risk_line is one sentence of at most 400 characters, and this has",
		"standfirst":   "E-FIT: standfirst is too long for its place",
		"prepared_for": "prepared_for",
	} {
		r := compileLegal(t, key+": "+strings.Repeat("Capital is at risk here. ", 400)+"\n")
		if got := problems(r); !r.Failed || !strings.Contains(got, want) || strings.Contains(got, "GEOMETRY") || strings.Contains(got, "fault of roadshow") {
			t.Errorf("%s: %.300s", key, got)
		}
	}
}
