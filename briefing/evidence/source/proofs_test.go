package source

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"roadshow/internal/limits"
)

var sampleQuotes = []Quote{
	{"I really felt like a fool.", "Mr Li said."},
	{"We can't afford it if you do", ""},
	{"The moment […] a fool", ""},
	{"[D]ifferent innovations will emerge", "Mr Li said"},
	{"over 70%", ""},
	{"We can't afford it", "A customer asked,"},
	{"成立于二〇二三年", ""},
}

func TestProofsServeWithoutTheText(t *testing.T) {
	proofs, misses := sample(t).Prove(sampleQuotes)
	if len(misses) > 0 {
		t.Fatal(misses)
	}
	for _, q := range sampleQuotes {
		p, err := proofs.Match(q)
		want, _ := sample(t).Match(q)
		if err != nil || p.At != want.At || p.Words != want.Words || p.Credited != want.Credited {
			t.Errorf("%q: %+v %v, want %+v", q.Text, p, err, want)
		}
	}
	for _, q := range []Quote{{"I truly felt like a fool.", "Mr Li said."}, {"I really felt like a fool.", "Mr Wang said."}, {"He paused", ""}, {"over 71%", ""},
		{"a fool […] The moment", ""}, {"The end came slowly", ""}, {"Different innovations will emerge", ""}} {
		if p, err := proofs.Match(q); err == nil {
			t.Errorf("%q is covered: %+v", q, p)
		}
	}
}

func TestProofsFileIsTheSameBytesEveryTimeAndHoldsNoText(t *testing.T) {
	a, _ := sample(t).Prove(sampleQuotes)
	shuffled := append([]Quote(nil), sampleQuotes...)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	b, _ := sample(t).Prove(append(shuffled, sampleQuotes...))
	if !bytes.Equal(a.Encode(), b.Encode()) {
		t.Error("the order of the quotes changes the file")
	}
	for _, w := range SplitWords(article) {
		if len(w.Text) > 3 && bytes.Contains(a.Encode(), []byte(w.Text)) {
			t.Errorf("the file holds the word %q", w.Text)
		}
	}
	again, err := ReadProofs("p.json", a.Encode())
	if err != nil || !bytes.Equal(again.Encode(), a.Encode()) {
		t.Fatal(err)
	}
	if err := again.Check(sample(t)); err != nil {
		t.Error(err)
	}
}

func TestEveryFlippedByteOfAProofsFileShowsWithoutTheText(t *testing.T) {
	proofs, _ := sample(t).Prove(sampleQuotes[:2])
	data := proofs.Encode()
	for i := range data {
		bad := bytes.Clone(data)
		bad[i] ^= [...]byte{1, 0x20, 0x80}[i%3]
		if _, err := ReadProofs("p.json", bad); err == nil {
			t.Fatalf("byte %d (%q to %q) does not show", i, data[i], bad[i])
		}
	}
}

func TestAnotherTextDoesNotVerify(t *testing.T) {
	proofs, _ := sample(t).Prove(sampleQuotes)
	other, _ := NewText("other.txt", []byte(strings.Replace(article, "He paused", "He left", 1)))
	if err := proofs.Check(other); err == nil || !strings.Contains(err.Error(), "the text is another than the one that was proved") {
		t.Error(err)
	}
	same, _ := NewText("same.txt", []byte(strings.NewReplacer("\n", "\r\n", "“", `"`, "—", "-").Replace(article)))
	if err := proofs.Check(same); err != nil {
		t.Errorf("line ends, quotation marks and dashes made it another text: %v", err)
	}
}

func TestEveryStretchOfEverySmallTextIsProved(t *testing.T) {
	for n := 1; n <= 19; n++ {
		var words []string
		for i := range n {
			words = append(words, fmt.Sprintf("w%d", i))
		}
		text, err := NewText("t", []byte(strings.Join(words, " ")))
		if err != nil {
			t.Fatal(err)
		}
		for from := range n {
			for to := from + 1; to <= n; to++ {
				q := Quote{Text: strings.Join(words[from:to], " ")}
				proofs, misses := text.Prove([]Quote{q})
				if len(misses) > 0 {
					t.Fatal(misses)
				}
				if p, err := proofs.Match(q); err != nil || p.At != from || p.Words != to-from {
					t.Fatalf("%d words, %d to %d: %+v %v", n, from, to, p, err)
				}
				// The same proof moved elsewhere, or for other words, leads to another root.
				moved := *proofs
				moved.Passages = []Proof{proofs.Passages[0]}
				moved.Passages[0].At++
				if _, err := moved.Match(q); err == nil && to < n {
					t.Fatalf("%d words, %d to %d: also stands one word further on", n, from, to)
				}
				if _, err := proofs.Match(Quote{Text: q.Text + "x"}); err == nil {
					t.Fatalf("%d words, %d to %d: another word is covered", n, from, to)
				}
			}
		}
	}
}

// Knowing a neighbour's hash, and even the right word, says nothing without its salt: it comes from the whole text.
func TestUnquotedWordsCannotBeCheckedWithoutTheText(t *testing.T) {
	text := sample(t)
	tr := text.grow()
	proofs, _ := text.Prove(sampleQuotes)
	published := string(proofs.Encode())
	quotedWords := map[int]bool{}
	for _, p := range proofs.Passages {
		for i := p.At; i < p.At+p.Count; i++ {
			quotedWords[i] = true
		}
	}
	checked := 0
	for i := range text.words {
		salts := tr.salts(i / 2)
		salt := hex.EncodeToString(salts[i%2*saltSize:][:saltSize])
		if strings.Contains(published, salt) != quotedWords[i] {
			t.Fatalf("the salt of word %d is published: %v, quoted: %v", i, !quotedWords[i], quotedWords[i])
		}
		if quotedWords[i] {
			continue
		}
		checked++
		unsalted := leaf(nil, nil, text.words[i].Text)
		known := leaf(nil, make([]byte, saltSize), text.words[i].Text)
		if strings.Contains(published, hex.EncodeToString(unsalted[:])) || strings.Contains(published, hex.EncodeToString(known[:])) {
			t.Fatalf("word %d can be guessed from its hash", i)
		}
	}
	if checked < 50 {
		t.Fatal("the sample is too short to say so")
	}
}

// The vectors of docs/evidence.md.
func TestProofVectors(t *testing.T) {
	text, err := NewText("vector", []byte("The cat’s “hat” cost $1,480.5 — about 20%."))
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, w := range text.words {
		words = append(words, w.Text)
	}
	if got := strings.Join(words, "|"); got != "The|cat's|hat|cost|$|1,480.5|-|about|20|%|." {
		t.Errorf("words %s", got)
	}
	tr := text.grow()
	salts, top, first := tr.salts(0), tr.root(), tr.levels[0][0]
	for name, c := range map[string][2]string{
		"seed":   {hex.EncodeToString(tr.seed[:]), vectorSeed},
		"salt 0": {hex.EncodeToString(salts[:saltSize]), vectorSalt},
		"leaf 0": {hex.EncodeToString(first[:]), vectorLeaf},
		"top":    {hex.EncodeToString(top[:]), vectorTop},
		"root":   {text.Root(), vectorRoot},
	} {
		if c[0] != c[1] {
			t.Errorf("%s is %s, want %s", name, c[0], c[1])
		}
	}
	proofs, _ := text.Prove([]Quote{{Text: "about 20%"}})
	if got := string(proofs.Encode()); got != vectorFile {
		t.Errorf("file is\n%s", got)
	}
}

func TestDocumentHoldsTheVectors(t *testing.T) {
	doc, err := os.ReadFile("../../../docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range []string{vectorSeed, vectorSalt, vectorLeaf, vectorTop, vectorRoot, vectorFile} {
		if !strings.Contains(string(doc), v) {
			t.Errorf("docs/evidence.md does not hold %q", v)
		}
	}
}

// longText has about 200 pages: 100,000 words.
func longText() string {
	r := rand.New(rand.NewPCG(11, 12))
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "word%d", r.IntN(9000))
		switch {
		case i%97 == 96:
			b.WriteString(".\n\n")
		case i%13 == 12:
			b.WriteString(", “so” ")
		default:
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func BenchmarkProve200Pages(b *testing.B) {
	data := []byte(longText())
	first, _ := NewText("long", data)
	var quotes []Quote
	for i := range 100 {
		at := i * 1000
		quotes = append(quotes, Quote{Text: first.src[first.words[at].from:first.words[at+20].to]})
	}
	b.ReportAllocs()
	for b.Loop() {
		text, err := NewText("long", data)
		if err != nil {
			b.Fatal(err)
		}
		if _, misses := text.Prove(quotes); len(misses) > 0 {
			b.Fatal(misses)
		}
	}
}

func BenchmarkMiss200Pages(b *testing.B) {
	text, _ := NewText("long", []byte(longText()))
	q := Quote{Text: text.src[text.words[5000].from:text.words[5020].to] + " other " + text.src[text.words[5021].from:text.words[5040].to]}
	for b.Loop() {
		if _, err := text.Match(q); err == nil {
			b.Fatal("found")
		}
	}
}

func TestProofsAreWrittenAsEncodingJSONWrites(t *testing.T) {
	text, err := NewText("t", []byte("one two three four five six seven"))
	if err != nil {
		t.Fatal(err)
	}
	none, _ := text.Prove(nil)
	some, _ := text.Prove([]Quote{{Text: "two three"}, {Text: "six"}})
	all, _ := text.Prove([]Quote{{Text: "one two three four five six seven"}})
	for _, p := range []*Proofs{none, some, all} {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetIndent("", " ")
		digest := string(p.Encode()[len("{\n \"format\": \"roadshow source proofs 2\",\n \"digest\": \""):][:64])
		if err := e.Encode(struct {
			Format   string  `json:"format"`
			Digest   string  `json:"digest"`
			Root     string  `json:"root"`
			Words    int     `json:"words"`
			Passages []Proof `json:"passages"`
		}{p.Format, digest, p.Root, p.Words, p.Passages}); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(b.Bytes(), p.Encode()) {
			t.Errorf("%s\nwant\n%s", p.Encode(), b.Bytes())
		}
		if _, err := ReadProofs("t", p.Encode()); err != nil {
			t.Error(err)
		}
	}
}

// Whoever computes the digest anew still cannot write the same proofs in another way, or claim another number of words.
func TestProofsHaveOneFormOnly(t *testing.T) {
	text := sample(t)
	for name, edit := range map[string]func(p *Proofs){
		"reversed":                       func(p *Proofs) { slices.Reverse(p.Passages) },
		"swapped":                        func(p *Proofs) { p.Passages[0], p.Passages[1] = p.Passages[1], p.Passages[0] },
		"repeated":                       func(p *Proofs) { p.Passages = append(p.Passages[:1:1], p.Passages...) },
		"upper-case salts":               func(p *Proofs) { p.Passages[0].Salts = strings.ToUpper(p.Passages[0].Salts) },
		"upper-case path":                func(p *Proofs) { p.Passages[0].Path[0] = strings.ToUpper(p.Passages[0].Path[0]) },
		"upper-case root":                func(p *Proofs) { p.Root = strings.ToUpper(p.Root) },
		"short salts":                    func(p *Proofs) { p.Passages[0].Salts = p.Passages[0].Salts[2:] },
		"long path":                      func(p *Proofs) { p.Passages[0].Path = append(p.Passages[0].Path, p.Root) },
		"short path":                     func(p *Proofs) { p.Passages[0].Path = p.Passages[0].Path[1:] },
		"no words":                       func(p *Proofs) { p.Words = 0 },
		"a passage behind the end":       func(p *Proofs) { p.Passages[len(p.Passages)-1].At = p.Words },
		"a passage before the beginning": func(p *Proofs) { p.Passages[0].At = -1 },
		"an empty passage":               func(p *Proofs) { p.Passages[0].Count, p.Passages[0].Salts = 0, "" },
		"another format":                 func(p *Proofs) { p.Format = "roadshow source proofs 3" },
	} {
		for _, format := range []string{proofsFormat, proofsFormat1} {
			p, _ := text.Prove(sampleQuotes)
			p.Format = format
			edit(p)
			if _, err := ReadProofs("p.json", p.Encode()); err == nil {
				t.Errorf("%s, %s: it is read", format, name)
			}
			if err := p.Sound(); err == nil {
				t.Errorf("%s, %s: it is sound", format, name)
			}
		}
	}
	// Another number of words under which every path keeps its length.
	tried := 0
	for n := -40; n <= 40; n++ {
		p, _ := text.Prove(sampleQuotes)
		p.Words += n
		if _, err := ReadProofs("p.json", p.Encode()); err != nil || n == 0 {
			continue
		}
		tried++
		if _, err := p.Match(sampleQuotes[0]); err == nil {
			t.Errorf("the text may have %d words more", n)
		}
	}
	if tried == 0 {
		t.Error("no other number keeps the lengths: nothing was tried")
	}
}

func TestProofsOfFormat1AreStillRead(t *testing.T) {
	text, _ := NewText("vector", []byte("The cat’s “hat” cost $1,480.5 — about 20%."))
	p, err := ReadProofs("v.json", []byte(vectorFile1))
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Check(text); err != nil || p.Counted() || string(p.Encode()) != vectorFile1 {
		t.Error(err, p.Counted())
	}
	if _, err := p.Match(Quote{Text: "about 20%"}); err != nil {
		t.Error(err)
	}
	if _, err := p.Match(Quote{Text: "about 21%"}); err == nil {
		t.Error("other words are covered")
	}
}

// A file of many small values is refused at the first that is not what it should be: nothing grows.
func TestABombIsRefusedAtItsFirstByte(t *testing.T) {
	good, _ := sample(t).Prove(sampleQuotes)
	head, _, _ := strings.Cut(string(good.Encode()), "\"passages\": [")
	head += "\"passages\": ["
	for name, item := range map[string]string{"objects": "{},", "lines": "\n  {},", "nulls": "null,", "lists": "[],", "paths": "\n  {\n   \"at\": 0,\n   \"words\": 1,\n   \"salts\": \"\",\n   \"path\": [\"\",\"\","} {
		data := []byte(head + strings.Repeat(item, (4<<20)/len(item)))
		if n := testing.AllocsPerRun(1, func() {
			if _, err := ReadProofs("p.json", data); err == nil {
				t.Errorf("%s: it is read", name)
			}
		}); n > 100 {
			t.Errorf("%s: %v allocations", name, n)
		}
	}
	if _, err := ReadProofs("p.json", make([]byte, limits.ProofsBytes.N()+1)); err == nil {
		t.Error("there is no limit")
	}
}

func TestOnlyTheProofsOfAQuoteAreSelected(t *testing.T) {
	text := sample(t)
	inner := Quote{Text: "felt like"} // inside another
	all, _ := text.Prove(append([]Quote{inner}, sampleQuotes...))
	for _, q := range sampleQuotes {
		alone, _ := text.Prove([]Quote{q})
		got, ok := all.Select([]Quote{q})
		if !ok || !bytes.Equal(got.Encode(), alone.Encode()) {
			t.Errorf("%q: %s, want %s", q.Text, got.Encode(), alone.Encode())
		}
	}
}
