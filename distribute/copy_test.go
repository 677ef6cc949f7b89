package distribute_test

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"filippo.io/age"

	"roadshow"
	"roadshow/distribute"
	"roadshow/distribute/mark"
	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

var secret = []byte("a secret of thirty-two bytes....")

// compiled is a starter with room for its recipients.
func compiled(t testing.TB, dir string, m scene.Medium) *roadshow.Result {
	t.Helper()
	src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{m}, Copies: true})
	if err != nil || res.Problems.Failed(false) {
		t.Fatalf("%s does not compile: %v %v", dir, err, res.Problems.Problems())
	}
	return res
}

func base(t testing.TB, res *roadshow.Result, m scene.Medium, o distribute.Options) *distribute.Base {
	t.Helper()
	b, err := distribute.NewBase(res.Deck(m), res.Faces(), o)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func copyFor(t testing.TB, b *distribute.Base, r distribute.Recipient) []byte {
	t.Helper()
	c, err := b.Copy(nil, r, secret)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

var (
	ada  = distribute.Recipient{ID: "ada", Name: "Ada Lovelace", Org: "Analytical Capital", Copy: 17}
	wang = distribute.Recipient{ID: "wang", Name: "王小川", Org: "Łódź и партнёры", Copy: 2}
	long = distribute.Recipient{ID: "long", Name: strings.Repeat("Wolfeschlegelsteinhausenbergerdorff ", 9), Org: "<b>&amp;\x1b[31m) Tj ET \u202e", Copy: 100000}
)

// Apart from what it says to its recipient, a copy says what the base says, in the same places but for a tenth of a point, with the
// same structure.
func TestACopyIsTheBaseButForItsRecipientsWords(t *testing.T) {
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		res := compiled(t, "../data/market-note", m)
		b := base(t, res, m, distribute.Options{Plain: true})
		want := open(t, b.PDF())
		for _, r := range []distribute.Recipient{ada, wang, long} {
			got := open(t, copyFor(t, b, r))
			if len(got.Pages) != len(want.Pages) {
				t.Fatalf("%d pages, not %d", len(got.Pages), len(want.Pages))
			}
			for i := range got.Pages {
				w, g := &want.Pages[i], &got.Pages[i]
				if len(g.Words) < len(w.Words) {
					t.Fatalf("%s, page %d: %d words, the base has %d", r.ID, i+1, len(g.Words), len(w.Words))
				}
				moved := 0
				for k := range w.Words {
					a, z := w.Words[k], g.Words[k]
					if d := z.X - a.X; d < -0.11 || d > 0.11 || a.Y != z.Y || a.Text != z.Text {
						t.Fatalf("%s, page %d: %q at %v became %q at %v", r.ID, i+1, a.Text, a.X, z.Text, z.X)
					} else if d > 0.05 || d < -0.05 {
						moved++
					}
				}
				own := g.Words[len(w.Words):]
				var said []string
				for _, word := range own {
					said = append(said, word.Text)
				}
				line := strings.Join(said, " ")
				if !strings.Contains(line, "Copy "+map[string]string{"ada": "17", "wang": "2", "long": "100000"}[r.ID]) || strings.ContainsAny(line, "\x1b\u202e") {
					t.Errorf("%s, page %d says %q", r.ID, i+1, line)
				}
				if r.ID != "long" && !strings.Contains(line, r.Name) {
					t.Errorf("%s, page %d does not name him: %q", r.ID, i+1, line)
				}
				if m == scene.Document && i == 3 && moved < 60 {
					t.Errorf("%s, page %d: only %d words moved", r.ID, i+1, moved)
				}
			}
			for key, value := range want.Info {
				if got.Info[key] != value {
					t.Errorf("%s is %q, not %q", key, got.Info[key], value)
				}
			}
			if got.Structure == nil {
				t.Fatal("the copy is not tagged")
			}
			cover := regexp.MustCompile(`(?m)^( *P) "Prepared for [^\n]*$`)
			a, z := got.Structure.Outline(), want.Structure.Outline()
			if n := len(cover.FindAllString(a, -1)); n != 1 {
				t.Errorf("%s: the cover's line is tagged %d times", r.ID, n)
			}
			a = cover.ReplaceAllString(a, "$1")
			for k := range a {
				if a != z && (k >= len(z) || a[k] != z[k]) {
					t.Errorf("%s: the structure is another: %.90q, in the base %.90q", r.ID, a[max(0, k-40):], z[max(0, k-40):])
					break
				}
			}
		}
	}
}

func open(t *testing.T, data []byte) *pdftest.File {
	t.Helper()
	f, err := pdftest.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestTheSameCopyHasTheSameBytesWhoeverMakesIt(t *testing.T) {
	res := compiled(t, "../data/market-note", scene.Slides)
	one, two := base(t, res, scene.Slides, distribute.Options{}), base(t, res, scene.Slides, distribute.Options{})
	if one.Hash() != two.Hash() {
		t.Fatal("two bases of one briefing differ")
	}
	list := []distribute.Recipient{ada, wang, long}
	made := make([][]byte, 3*len(list))
	var all sync.WaitGroup
	for i := range made {
		all.Go(func() { made[i], _ = one.Copy(nil, list[i%len(list)], secret) })
	}
	all.Wait()
	for i := range made {
		if !bytes.Equal(made[i], copyFor(t, two, list[i%len(list)])) || len(made[i]) == 0 {
			t.Fatalf("copy %d differs", i)
		}
	}
	for i, r := range list {
		if bytes.Contains(made[i], []byte(r.Name)) {
			t.Error("the name stands in the file as it is")
		}
		if j := (i + 1) % len(list); bytes.Equal(made[i], made[j]) {
			t.Error("two recipients have one file")
		}
	}
	mended := ada
	mended.Name = "Ada King"
	a, z := streams(made[0]), streams(copyFor(t, two, mended))
	if len(a) < 20 || len(a) != len(z) {
		t.Fatalf("%d and %d streams", len(a), len(z))
	}
	for i := range a {
		if bytes.Equal(a[i], z[i]) {
			t.Error("two files of one recipient begin a stream alike")
		}
	}
}

// streams are the first bytes of every encrypted stream.
func streams(file []byte) (out [][]byte) {
	for {
		_, rest, ok := bytes.Cut(file, []byte("\nstream\n"))
		if !ok || len(rest) < 48 {
			return out[:len(out)-1] // the last is the table
		}
		out, file = append(out, rest[:48]), rest
	}
}

func TestPasswordsAreSixWordsThatEveryProgramReads(t *testing.T) {
	seen := map[string]bool{}
	for i := range 300 {
		id := strings.Repeat("x", i%7) + string(rune('a'+i%26)) + time.Duration(i).String()
		p := distribute.Password(secret, id)
		words := strings.Split(p, "-")
		if len(words) != 6 || len(p) > 32 || !regexp.MustCompile(`^[a-z-]+$`).MatchString(p) {
			t.Errorf("%q", p)
		}
		if seen[p] {
			t.Errorf("%s has another's password", id)
		}
		seen[p] = true
	}
	if distribute.Password(secret, "ada") == distribute.Password([]byte("another secret"), "ada") {
		t.Error("the secret does not matter")
	}
}

// What most names need lies in the base: to make a face for each copy would cost more than everything but its encryption.
func TestMostNamesBringNoFace(t *testing.T) {
	b := base(t, compiled(t, "../data/market-note", scene.Slides), scene.Slides, distribute.Options{Plain: true})
	faces := func(r distribute.Recipient) int {
		return len(regexp.MustCompile(`/F\d+ \d+ 0 R`).FindAll(copyFor(t, b, r), -1))
	}
	all := len(regexp.MustCompile(`/F\d+ \d+ 0 R`).FindAll(b.PDF(), -1))
	dumas := distribute.Recipient{ID: "dumas", Name: "Élodie Dumas-Ångström", Org: "“Fünf” & Cie – S.à r.l.", Copy: 1234567890}
	if n, wants := faces(ada)+faces(dumas), faces(wang); n != 2*all || wants <= all {
		t.Errorf("copies name %d faces and, in Chinese, %d; the base has %d", n, wants, all)
	}
}

func TestWhatNoFaceDrawsIsSaid(t *testing.T) {
	b := base(t, compiled(t, "../data/market-note", scene.Slides), scene.Slides, distribute.Options{})
	if got := b.Missing("Ada \u202eLovelace, 王 Łódź\t"); len(got) > 0 {
		t.Errorf("%q", got)
	}
	if got := b.Missing("🙂 ع 🙂"); !slices.Equal(got, []rune{'🙂', 'ع'}) {
		t.Errorf("%q", got)
	}
}

// Neither a long name nor a long organisation pushes the other off a page, and what is shortened is said.
func TestLongNamesLeaveRoomForTheOrganisation(t *testing.T) {
	for _, m := range []scene.Medium{scene.Document, scene.Slides} {
		b := base(t, compiled(t, "../data/market-note", m), m, distribute.Options{Plain: true})
		for _, c := range []struct {
			name, org string
			whole     []string // what each page says of them
			short     bool
		}{
			{"Ada Lovelace", "Fictional Capital", []string{"Ada Lovelace", "Fictional Capital"}, false},
			{strings.Repeat("Wilhelmina ", 30), "Birch & Co", []string{"Wilhelmina Wilhelmina", "Birch & Co"}, true},
			{"Ada Lovelace", strings.Repeat("Holdings ", 40), []string{"Ada Lovelace", "Holdings Holdings"}, true},
			{strings.Repeat("Wilhelmina ", 30), strings.Repeat("Holdings ", 40), []string{"Wilhelmina", "Holdings"}, true},
			{strings.Repeat("王", 90), "虚构基金", []string{"王王王王", "虚构基金"}, true},
		} {
			r := distribute.Recipient{ID: "x", Name: c.name, Org: c.org, Copy: 99999}
			for i, page := range open(t, copyFor(t, b, r)).Pages {
				var said strings.Builder
				for _, w := range page.Words {
					said.WriteString(w.Text + " ")
				}
				for _, want := range c.whole {
					squeezed := strings.NewReplacer(" ", "").Replace
					if !strings.Contains(squeezed(said.String()), squeezed(want)) {
						t.Errorf("%s, page %d of the copy for %.20s does not say %q", m, i+1, c.name, want)
					}
				}
			}
			if to := b.Shortened(r); (to != "") != c.short || c.short && !strings.Contains(to, "…") {
				t.Errorf("%s for %.20s, %.20s: %q is said to be printed", m, c.name, c.org, to)
			}
		}
	}
}

func BenchmarkCopy(b *testing.B) {
	base := base(b, compiled(b, "../data/market-note", scene.Slides), scene.Slides, distribute.Options{})
	var buf []byte
	var err error
	for b.Loop() {
		if buf, err = base.Copy(buf, ada, secret); err != nil {
			b.Fatal(err)
		}
	}
	b.SetBytes(int64(len(buf)))
}

func TestAgeOpensWhatWasWrapped(t *testing.T) {
	res := compiled(t, "../data/market-note", scene.Slides)
	plain := copyFor(t, base(t, res, scene.Slides, distribute.Options{}), ada)
	b := base(t, res, scene.Slides, distribute.Options{Age: true})
	wrapped := copyFor(t, b, ada)
	if !bytes.Equal(wrapped, copyFor(t, b, ada)) || b.Ending() != ".pdf.age" {
		t.Error("the same copy has other bytes")
	}
	for password, opens := range map[string]bool{distribute.Password(secret, "ada"): true, distribute.Password(secret, "wang"): false} {
		id, err := age.NewScryptIdentity(password)
		if err != nil {
			t.Fatal(err)
		}
		r, err := age.Decrypt(bytes.NewReader(wrapped), id)
		if (err == nil) != opens {
			t.Fatal(opens, err)
		}
		if !opens {
			continue
		}
		if got, err := io.ReadAll(r); err != nil || !bytes.Equal(got, plain) {
			t.Error("not the copy that was wrapped", err)
		}
	}
}

func TestAcrossThePageStandsForWhomItIsAndHidesNothing(t *testing.T) {
	res := compiled(t, "../data/market-note", scene.Slides)
	f := open(t, copyFor(t, base(t, res, scene.Slides, distribute.Options{Plain: true, Diagonal: true}), ada))
	for i := range f.Pages {
		c := string(f.Pages[i].Content)
		_, mark, ok := strings.Cut(c, "/Subtype/Watermark>>BDC")
		if !ok || !strings.Contains(mark, "1 Tr") || strings.Contains(mark, " 0 Tr") {
			t.Fatalf("page %d has no outlined words across", i+1)
		}
		if n := strings.Count(f.Pages[i].Text(), "Ada"); n < 2 {
			t.Errorf("page %d names her %d times", i+1, n)
		}
	}
}

// TestAcrossThePageStandsAllOfAName: of names of any length every word stands on the page whole, whatever the page's shape.
func TestAcrossThePageStandsAllOfAName(t *testing.T) {
	broken := distribute.Recipient{ID: "words", Name: strings.Repeat("Wilhelmina ", 27), Org: strings.Repeat("Fictional Capital ", 16), Copy: 1}
	for _, m := range []scene.Medium{scene.Slides, scene.Document} {
		b := base(t, compiled(t, "../data/market-note", m), m, distribute.Options{Plain: true, Diagonal: true})
		for _, c := range []struct {
			distribute.Recipient
			size float64 // that it has at least
		}{
			{ada, 46}, {long, 16}, {broken, 10}, {distribute.Recipient{ID: "one", Name: strings.Repeat("W", 300), Copy: 1}, 2},
			{distribute.Recipient{ID: "fund", Name: "Ada Lovelace", Org: "The Second Fictional Closed-End Infrastructure and Transport Fund of the North", Copy: 1}, 30},
		} {
			r := c.Recipient
			f := open(t, copyFor(t, b, r))
			page := &f.Pages[0]
			want := strings.NewReplacer(" ", "", "\x1b", "", "\u202e", "").Replace(strings.TrimSuffix(r.Name+","+r.Org, ","))
			said, d := "", math.Hypot(page.W, page.H)
			for i := len(page.Words) - 1; i >= 0 && len(said) < len(want); i-- { // what stands across is written last
				w := page.Words[i]
				if said = w.Text + said; w.Size < c.size {
					t.Errorf("%s, %s: %q is set in %.0f pt", m, r.ID, w.Text, w.Size)
				}
				for _, at := range [4][2]float64{{w.X, -0.2}, {w.Right(), -0.2}, {w.X, 0.75}, {w.Right(), 0.75}} {
					u, v := at[0], page.H-w.Y+at[1]*w.Size
					x, y := page.W/2+(u*page.W-v*page.H)/d, page.H/2+(u*page.H+v*page.W)/d
					if x < 0 || x > page.W || y < 0 || y > page.H {
						t.Errorf("%s, %s: %q stands at %.0f, %.0f of %.0f × %.0f", m, r.ID, w.Text, x, y, page.W, page.H)
					}
				}
			}
			if said != want {
				t.Errorf("%s, %s: %q stands across the page, not %q", m, r.ID, said, want)
			}
		}
	}
}

func TestShiftsFitTheirRecipientAndNoOther(t *testing.T) {
	res := compiled(t, "../data/market-note", scene.Document)
	b := base(t, res, scene.Document, distribute.Options{Plain: true})
	words, err := distribute.ReadWords(b.Words())
	if err != nil || words.PDF != b.Hash() || words.Len() < 300 {
		t.Fatal(words.Len(), err)
	}
	still, got := open(t, b.PDF()), open(t, copyFor(t, b, ada))
	var shifts []float64
	for i, page := range words.Pages {
		for _, w := range page {
			k := slices.IndexFunc(still.Pages[i].Words, func(s pdftest.Word) bool { return math.Abs(s.X-w[0]) < 0.05 && math.Abs(s.Y-w[1]) < 0.05 })
			if k < 0 { // Chinese, or a word that hangs together with another
				shifts = append(shifts, 0)
				continue
			}
			shifts = append(shifts, got.Pages[i].Words[k].X-still.Pages[i].Words[k].X)
		}
	}
	if z := mark.Fit(distribute.Moves(secret, "ada", b.Hash(), words.Len()), shifts); z < 15 {
		t.Errorf("the copy fits its recipient by %.1f", z)
	}
	for i := range 500 {
		if z := mark.Fit(distribute.Moves(secret, fmt.Sprint("other", i), b.Hash(), words.Len()), shifts); z > mark.Enough(500) {
			t.Errorf("the copy fits somebody else by %.1f", z)
		}
	}
}
