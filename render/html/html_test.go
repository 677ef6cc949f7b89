package html

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	nethtml "golang.org/x/net/html"

	"roadshow/scene"
)

func TestTheFileHoldsEveryWordInOrder(t *testing.T) {
	d := everything()
	root := tree(t, written(t, scene.Files{Slides: d}, Options{}))
	for i, section := range find(root, "section") {
		var want []string
		scene.Walk(d.Pages[i].Items, func(it scene.Item) {
			if text, ok := it.(*scene.Text); ok {
				for _, l := range text.Lines {
					for _, r := range l.Runs {
						want = append(want, strings.Fields(r.Text)...)
					}
				}
			}
		})
		got := strings.Fields(said(section))
		got = slices.DeleteFunc(got, func(s string) bool { return s == "bars" }) // the chart's title
		if i == 1 {
			got = got[1:] // the heading that is not seen
		}
		if a, b := strings.Join(got, ""), strings.Join(want, ""); a != b || len(b) < 15 {
			t.Errorf("slide %d says\n%q, the scene\n%q", i+1, a, b)
		}
	}
}

func TestAQuotationIsOneSentence(t *testing.T) {
	root := tree(t, written(t, scene.Files{Slides: everything()}, Options{}))
	const want = "模型的价格 and cost, “quoted” over several lines of a narrow column that goes on and on"
	var all []string
	for _, p := range find(root, "p") {
		all = append(all, said(p))
	}
	if !slices.Contains(all, want) {
		t.Errorf("no paragraph is the sentence: %q", all)
	}
}

func TestThePolicyAllowsTheScriptAndNothingElse(t *testing.T) {
	root := tree(t, written(t, scene.Files{Slides: everything()}, Options{}))
	scripts := find(root, "script")
	if len(scripts) != 1 || len(scripts[0].Attr) != 0 {
		t.Fatalf("%d scripts", len(scripts))
	}
	sum := sha256.Sum256([]byte(said(scripts[0])))
	policy := ""
	for _, m := range find(root, "meta") {
		if attr(m, "http-equiv") == "Content-Security-Policy" {
			policy = attr(m, "content")
		}
	}
	want := "default-src 'none'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
		"'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("the policy is %q", policy)
	}
	each(root, func(n *nethtml.Node) {
		for _, a := range n.Attr {
			if strings.HasPrefix(a.Key, "on") {
				t.Errorf("<%s> has %s", n.Data, a.Key)
			}
			if (a.Key == "src" || a.Key == "href" && n.Data != "a" && !strings.HasPrefix(a.Val, "#")) && !strings.HasPrefix(a.Val, "data:") {
				t.Errorf("<%s> requests %s", n.Data, a.Val)
			}
		}
	})
}

func TestLinksLeadToSlidesAndPagesOnly(t *testing.T) {
	root := tree(t, written(t, scene.Files{Slides: everything()}, Options{}))
	var list []string
	for _, a := range find(root, "a") {
		list = append(list, attr(a, "href")+" "+attr(a, "rel"))
	}
	if got := strings.Join(list, "|"); got != `https://example.org/?a=1&b="2" noopener noreferrer|#two ` {
		t.Errorf("links: %s", got)
	}
}

func TestNotesAreInTheFileOnlyWhereAskedFor(t *testing.T) {
	if file := written(t, scene.Files{Slides: everything()}, Options{}); strings.Contains(file, "never say") {
		t.Error("the notes were not asked for")
	}
	if file := written(t, scene.Files{Slides: everything()}, Options{Notes: true}); !strings.Contains(file, "never say this") {
		t.Error("the notes were asked for")
	}
}

func TestTheSameDecksGiveTheSameBytes(t *testing.T) {
	f := scene.Files{Slides: everything()}
	first := written(t, f, Options{})
	for range 5 {
		if written(t, f, Options{}) != first || written(t, scene.Files{Slides: everything()}, Options{}) != first {
			t.Fatal("another file")
		}
	}
}

// payloads are texts that would do something where they are not text. A browser gets the same (internal/verify payloads); what no JSON
// holds stands here.
func payloads(t testing.TB) []string {
	t.Helper()
	data, err := os.ReadFile("testdata/payloads.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return append(list, "a\xffb")
}

func TestPayloadsAreText(t *testing.T) {
	for _, p := range payloads(t) {
		d := everything()
		for i := range d.Pages {
			d.Pages[i].Title = p
			d.Pages[i].Notes = []scene.Para{{Marker: p, Spans: []scene.Span{{Text: p, Link: p}}}}
			scene.Walk(d.Pages[i].Items, func(it scene.Item) {
				switch it := it.(type) {
				case *scene.Text:
					it.ID, it.Lang, it.Expand = p+it.ID, p, p
					for k := range it.Lines {
						for r := range it.Lines[k].Runs {
							it.Lines[k].Runs[r].Link = p
						}
					}
				case *scene.Group:
					it.Alt, it.ID = p, p
				case *scene.Table:
					it.Alt, it.ID, it.Title = p, p, p
				case *scene.Chart:
					it.Alt, it.ID, it.Title, it.Unit, it.Kind = p, p, p, p, p
				case *scene.Image:
					it.Alt, it.ID = p, p
				case *scene.Art:
					it.Alt, it.ID = p, p
				case *scene.Shape:
					if it.Alt != "" {
						it.Alt = p
					}
				}
			})
			d.Pages[i].ID = p + d.Pages[i].ID
		}
		d.Meta = scene.Meta{Title: p, Subject: p, Author: p, Language: p, Keywords: []string{p}, Date: p}
		plain := everything()
		plain.Pages[1].Notes = plain.Pages[0].Notes
		root, want := tree(t, written(t, scene.Files{Slides: d}, Options{Notes: true})), tree(t, written(t, scene.Files{Slides: plain}, Options{Notes: true}))
		// Every element and every attribute is one of ours: the file has the same tree whatever the words say.
		if a, b := skeleton(root), skeleton(want); a != b {
			at := 0
			for at < min(len(a), len(b)) && a[at] == b[at] {
				at++
			}
			t.Errorf("%q changes the tree: …%.200s, not …%.200s", p, a[at:], b[at:])
		}
	}
}

// skeleton is a tree without its words: what elements there are, in which order, with which attributes.
func skeleton(root *nethtml.Node) string {
	var b strings.Builder
	each(root, func(n *nethtml.Node) {
		switch n.Data {
		case "a", "meta", "tspan": // links that lead nowhere are none; what the deck does not say has no element
			return
		}
		b.WriteString(n.Data)
		for _, a := range n.Attr {
			if a.Key != "lang" {
				b.WriteString(" " + a.Key)
			}
		}
		b.WriteString(";")
	})
	return b.String()
}

func TestEscapingKeepsWordsAndNothingElse(t *testing.T) {
	w := &writer{}
	w.say("a<b>&\"'\x00\x7f\u0085\u202E\u2066c\ufffe\xff\ufffd\n😀")
	if got := w.out.String(); got != "a&lt;b&gt;&amp;\"'\uFFFD\uFFFD\uFFFDc\uFFFD\uFFFD\uFFFD 😀" {
		t.Errorf("%q", got)
	}
	w.out.Reset()
	w.attr("title", `"'<`)
	if got := w.out.String(); got != ` title="&#34;&#39;&lt;"` {
		t.Errorf("%q", got)
	}
}
