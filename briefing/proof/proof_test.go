package proof_test

import (
	"bytes"
	"runtime"
	"strings"
	"testing"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/proof"
	"roadshow/scene"
)

func TestAProofIsTheSameBytesEveryTimeWithAndWithoutTheText(t *testing.T) {
	first, b := facts(t, folder())
	want := encoded(first)
	for range 3 {
		again, _ := facts(t, folder())
		if !bytes.Equal(encoded(again), want) {
			t.Fatal("another proof of the same briefing")
		}
	}
	proofs := b.ProofsOf(b.Sources[0])
	files := folder()
	files["briefing.yaml"] = strings.Replace(story, "file: glass.txt", "proofs: glass.json", 1)
	files["glass.json"] = string(proofs.Encode())
	without, _ := facts(t, files)
	files["briefing.yaml"] = strings.Replace(story, "file: glass.txt", "file: glass.txt, proofs: glass.json", 1)
	both, _ := facts(t, files)
	if !bytes.Equal(encoded(without), want) || !bytes.Equal(encoded(both), want) {
		t.Error("the text at hand makes another proof")
	}
}

func TestEveryFlippedByteOfAProofShows(t *testing.T) {
	f, _ := facts(t, folder())
	data := encoded(f)
	if _, err := proof.Decode("x", data); err != nil {
		t.Fatal(err)
	}
	step := 1
	if testing.Short() {
		step = 10 // coprime with the three kinds of flips
	}
	for i := 0; i < len(data); i += step {
		bad := bytes.Clone(data)
		bad[i] ^= [...]byte{1, 0x20, 0x80}[i%3]
		if _, err := proof.Decode("x", bad); err == nil {
			t.Fatalf("byte %d of %q can change", i, data[max(0, i-20):min(len(data), i+20)])
		}
	}
	for _, bad := range []string{"", "{}", "null", "[]", string(data) + "\n", string(data[:len(data)-1]), strings.Replace(string(data), "{", "{ \"more\": 1,", 1)} {
		if _, err := proof.Decode("x", []byte(bad)); err == nil {
			t.Errorf("%.40q is taken for a proof", bad)
		}
	}
}

func TestFactsHoldWhatTheBriefingSays(t *testing.T) {
	f, _ := facts(t, folder())
	if wrong := f.Check(); len(wrong) > 0 {
		t.Errorf("%q", wrong)
	}
	figures := map[string]string{}
	for _, g := range f.Figures {
		figures[g.ID] = g.Value
	}
	if figures["gap"] != "more than 3.5 times" || figures["worth"] != "about $80m" || figures["plant"] != "more than 70%" {
		t.Errorf("%v", figures)
	}
	if len(f.Quotations) != 2 || f.Quotations[0].Status != proof.Proved || f.Quotations[1].Status != proof.Paraphrase || f.Quotations[0].Place.Words != 8 {
		t.Errorf("%+v", f.Quotations)
	}
	if len(f.Claims) != 2 || f.Claims[0].Of != "one" || f.Claims[0].Truth != "true" || f.Claims[1].Of != "one.shares" {
		t.Errorf("%+v", f.Claims)
	}
	if len(f.Exhibits) != 2 || f.Exhibits[0].Content[1][1] != "over 70%" {
		t.Errorf("%+v", f.Exhibits)
	}
	if s := f.Sources[0]; s.Status != "quotations and figures proved" || s.Translated != "machine from French" || len(s.Proofs.Passages) != 5 {
		t.Errorf("%+v", s)
	}
}

// Whoever changes a proof and its digest together still has to make it agree with the roots and with itself.
func TestAForgedFactContradictsTheRest(t *testing.T) {
	for name, forge := range map[string]func(f *proof.Facts){
		"the quotation “We begged for water” in one.quote": func(f *proof.Facts) { f.Quotations[0].Text = "We begged for water" },
		"the quotation “We begged for sand” in one.quote":  func(f *proof.Facts) { f.Quotations[0].Credit = "Ann Leigh said" },
		"it stands at word":       func(f *proof.Facts) { f.Quotations[0].Place.Word = 3 },
		"it is called seen":       func(f *proof.Facts) { f.Quotations[1].Status = "seen" },
		"the figure worth":        func(f *proof.Facts) { f.Figures[1].Value = "about $90m" },
		"about $80 million":       func(f *proof.Facts) { f.Figures[1].Value = "$80m" },
		"the figure gap":          func(f *proof.Facts) { f.Figures[2].Value = "more than 4 times" },
		"the row Rival":           func(f *proof.Facts) { f.Tables[0].Rows[1].Cells[0] = "10%" },
		"the claim gap > 3":       func(f *proof.Facts) { f.Claims[0].Holds = "gap > 3.9" },
		"the claim plant > 70%":   func(f *proof.Facts) { f.Claims[1].Why = "plant is more than 90%" },
		"has no proofs":           func(f *proof.Facts) { f.Sources[0].Proofs = nil },
		"the proofs do not cover": func(f *proof.Facts) { f.Sources[0].Proofs.Root = strings.Repeat("0", 64) },
		"the figure gap: the value of gap leads back to gap": func(f *proof.Facts) { f.Figures[2].Formula = "gap * 2" },
		"there is no table": func(f *proof.Facts) { f.Figures[0].Cell.Table = "none" },
		"has 0 cells":       func(f *proof.Facts) { f.Tables[0].Rows[0].Cells = nil },
	} {
		f, _ := facts(t, folder())
		forge(f)
		if wrong := strings.Join(f.Check(), "\n"); !strings.Contains(wrong, name) {
			t.Errorf("%s: %q", name, wrong)
		}
	}
}

func TestAProofNamesWhatItsOutlineNoLongerSays(t *testing.T) {
	a, _ := facts(t, folder())
	b, _ := facts(t, edited("value: 40", "value: 41", "id: numbers", "id: counts"))
	got := strings.Join(a.Against(b, false), "|")
	if got != "the figure staff|the exhibit one.numbers" {
		t.Error(got)
	}
	if got := a.Against(a, true); got != nil {
		t.Error(got)
	}
	c, _ := facts(t, folder())
	c.Figures[0].Pages.Document = []int{7}
	if got := strings.Join(a.Against(c, true), "|"); got != "the figure plant" {
		t.Error(got)
	}
	if got := a.Against(c, false); got != nil {
		t.Errorf("pages do not count across versions: %v", got)
	}
}

func TestPagesAreThoseThatPrintIt(t *testing.T) {
	f, b := facts(t, folder())
	say := func(id, words string) *scene.Text {
		return &scene.Text{ID: id, Lines: []scene.Line{{Runs: []scene.Run{{Text: words}}}}}
	}
	deck := &scene.Deck{Medium: scene.Document, Pages: []scene.Page{
		{Number: 1}, {Number: 2, Theme: 1, Items: []scene.Item{say("one/argument", "It is more than 3.5 ti\u00admes"), say("one.quote/text", "“We begged for")}},
		{Number: 3, Theme: 1, Items: []scene.Item{say("one.shares/title", "The plant"), say("one.numbers/1", "≈$80m"), say("one.numbers2/1", "40")}},
		{Number: 4, Theme: 1, Items: []scene.Item{say("one.numbers@4", "140")}},
	}}
	f.Paginate(deck, b, map[string][]briefing.Use{"gap": {{Of: "one"}}, "worth": {{Of: "one"}, {Of: "one.numbers"}}, "staff": {{Of: "one.numbers"}}})
	got := map[string][]int{}
	for _, g := range f.Figures {
		got[g.ID] = g.Pages.Document
	}
	for id, want := range map[string][]int{"gap": {2}, "worth": {3}, "staff": {3}, "plant": nil} {
		if len(got[id]) != len(want) || len(want) > 0 && got[id][0] != want[0] {
			t.Errorf("%s: pages %v, want %v", id, got[id], want)
		}
	}
	if p := f.Exhibits[0].Pages.Document; len(p) != 1 || p[0] != 3 {
		t.Errorf("exhibit: %v", p)
	}
	if p := f.Exhibits[1].Pages.Document; len(p) != 2 {
		t.Errorf("continued exhibit: %v", p)
	}
	if p := f.Quotations[0].Pages.Document; len(p) != 1 || p[0] != 2 {
		t.Errorf("quotation: %v", p)
	}
	f.Paginate(nil, b, nil)
}

func TestEvidenceOfAProofIsAnOrdinaryProofsFile(t *testing.T) {
	f, _ := facts(t, folder())
	data := f.Sources[0].Proofs.Encode()
	p, err := source.ReadProofs("x", data)
	if err != nil {
		t.Fatal(err)
	}
	text, _ := source.NewText("glass.txt", []byte(article))
	if err := p.Check(text); err != nil {
		t.Error(err)
	}
}

// A file of many small values is refused before it is decoded.
func TestABombIsRefusedBeforeItGrows(t *testing.T) {
	f, _ := facts(t, folder())
	good := string(encoded(f))
	for _, list := range []string{"figures", "exhibits", "claims", "words", "passages", "content", "inputs"} {
		head, _, ok := strings.Cut(good, `"`+list+`": [`)
		if !ok {
			t.Fatalf("there is no list %s", list)
		}
		for _, item := range []string{"{},", "null,", "\n  {},", "[],", `"",`, "\n   [\n    \"\"\n   ],"} {
			data := []byte(head + `"` + list + `": [` + strings.Repeat(item, (512<<10)/len(item)) + "0]}\n")
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if _, err := proof.Decode("x", data); err == nil {
				t.Errorf("%s of %q: it is read", list, item)
			}
			runtime.ReadMemStats(&after)
			if grown := after.TotalAlloc - before.TotalAlloc; grown > 8<<20 {
				t.Errorf("%s of %q: %d MB for half of one", list, item, grown>>20)
			}
		}
	}
}
