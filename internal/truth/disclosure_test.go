package truth_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"roadshow"
	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/scene"
)

// The flagship quotes an article that is not ours to publish. These tests hold every file of the repository against it.
//
// On the disk of somebody who has the article the check is exact. Elsewhere a tripwire stands in: the hashes of every
// thirteen words of the article, side by side and never overlapping, outside of what the briefing quotes. It finds any
// twenty-five words in a row. Hashes of all runs of thirteen would find more and give the article away: from twelve words
// that are known, say of a quotation, the thirteenth could be guessed, then the next. Of a window that does not overlap
// its neighbours no word is known, and thirteen at once cannot be guessed.

const (
	articleFile  = "data/crossroads/sources/crossroads.txt"
	tripwireFile = "data/crossroads/sources/tripwire.json"
	longest      = 12 // words in a row that may be the article's
)

var writeTripwire = flag.Bool("tripwire", false, "write "+tripwireFile+" anew, from the article")

// bare are the words of a text without marks and case; Chinese characters count one each.
func bare(text string) []string {
	var out []string
	var word []rune
	flush := func() {
		if len(word) > 0 {
			out = append(out, string(word))
			word = word[:0]
		}
	}
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Han, r):
			flush()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			word = append(word, unicode.ToLower(r))
		case r == '\'' || r == '’': // don't
		default:
			flush()
		}
	}
	flush()
	return out
}

// published are the repository's text files, those that git would add included.
func published(t *testing.T) []string {
	t.Helper()
	if out, err := exec.Command("git", "ls-files", "-co", "--exclude-standard").Output(); err == nil && len(out) > 0 {
		return strings.Split(strings.TrimSpace(string(out)), "\n")
	}
	var names []string // a source archive
	err := filepath.WalkDir(".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && (name == ".git" || name == "bin" || name == "out" || d.Name() == "node_modules") {
			return fs.SkipDir
		}
		if err == nil && !d.IsDir() && filepath.ToSlash(name) != articleFile {
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func readText(name string) string {
	data, err := os.ReadFile(name)
	if err != nil || !utf8.Valid(data) { // deleted, or no text
		return ""
	}
	return string(data)
}

func TestNoTextOfASourceIsPublished(t *testing.T) {
	texts := regexp.MustCompile(`^data/[^/]+/sources/`)
	for _, name := range published(t) {
		if texts.MatchString(name) && !strings.HasSuffix(name, ".proofs.json") && name != tripwireFile {
			t.Errorf("%s would be published", name)
		}
	}
	proofs, err := os.ReadFile("data/crossroads/sources/crossroads.proofs.json")
	if err != nil {
		t.Fatal(err)
	}
	p, err := source.ReadProofs("proofs", proofs)
	if err != nil {
		t.Fatal(err)
	}
	open, to := 0, 0
	for _, pr := range p.Passages {
		open += max(0, pr.At+pr.Count-max(pr.At, to))
		to = max(to, pr.At+pr.Count)
	}
	if open*4 > p.Words {
		t.Errorf("the proofs lay %d of %d words open", open, p.Words)
	}
	for _, w := range bare(string(proofs)) { // hashes, numbers and the names of the keys
		if !regexp.MustCompile(`^([0-9a-f]+|format|roadshow|source|proofs|digest|root|words|passages|at|salts|path)$`).MatchString(w) {
			t.Errorf("the proofs hold the word %q", w)
		}
	}
}

type tripwire struct {
	Window int      `json:"window"` // words
	Hashes []string `json:"hashes"` // the first eight bytes of SHA-256 over the words, a blank between them
}

func window(words []string) string {
	sum := sha256.Sum256([]byte(strings.Join(words, " ")))
	return hex.EncodeToString(sum[:8])
}

func TestTheTripwireFindsNoLongRunOfTheArticle(t *testing.T) {
	data, err := os.ReadFile(tripwireFile)
	if err != nil {
		t.Fatal(err)
	}
	var w tripwire
	if err := json.Unmarshal(data, &w); err != nil || w.Window != longest+1 || len(w.Hashes) < 80 {
		t.Fatalf("%v, %d windows of %d words", err, len(w.Hashes), w.Window)
	}
	wired := map[string]bool{}
	for _, h := range w.Hashes {
		wired[h] = true
	}
	for _, name := range published(t) {
		words := bare(readText(name))
		for i := 0; i+w.Window <= len(words); i++ {
			if wired[window(words[i:i+w.Window])] {
				t.Errorf("%s holds %d words of the article in a row, from “%s”; if the briefing quotes them now, run go test . -run Tripwire -tripwire beside the article",
					name, w.Window, strings.Join(words[i:i+4], " "))
			}
		}
	}
}

// article is the text with what the briefing quotes of it; it skips the test where nobody has the text.
func article(t *testing.T) (words []string, quoted []bool) {
	t.Helper()
	text, err := os.ReadFile(articleFile)
	if err != nil {
		t.Skip("the article is not at hand: the tripwire stands in for it")
	}
	words = bare(string(text))
	quoted = make([]bool, len(words))
	root, err := os.OpenRoot("data/crossroads")
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := os.ReadFile("data/crossroads/briefing.yaml")
	if err != nil {
		t.Fatal(err)
	}
	res, err := roadshow.Compile(roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Media: []scene.Medium{}})
	if err != nil || res.Failed {
		t.Fatal(err, res.Problems.Problems())
	}
	mark := func(f *briefing.Found) {
		if f == nil {
			return
		}
		passage := bare(f.Passage.Text)
		for i := 0; i+len(passage) <= len(words); i++ {
			if slices.Equal(words[i:i+len(passage)], passage) {
				for k := range passage {
					quoted[i+k] = true
				}
			}
		}
	}
	for _, q := range res.Briefing.Quotations {
		mark(q.Found)
	}
	for _, e := range res.Briefing.Excerpts {
		mark(e.Found)
	}
	return words, quoted
}

func TestNoRunOfMoreThanTwelveWordsOfTheArticleIsPublished(t *testing.T) {
	words, quoted := article(t)
	runs := map[string]int{} // thirteen words → where they stand
	for i := 0; i+longest < len(words); i++ {
		runs[strings.Join(words[i:i+longest+1], " ")] = i
	}
	for _, name := range published(t) {
		have := bare(readText(name))
		for i := 0; i+longest < len(have); i++ {
			at, found := runs[strings.Join(have[i:i+longest+1], " ")]
			if found && slices.Contains(quoted[at:at+longest+1], false) {
				t.Errorf("%s holds “%s” of the article, which the briefing does not quote", name, strings.Join(have[i:i+longest+1], " "))
			}
		}
	}
}

func TestTheTripwireIsCurrent(t *testing.T) {
	words, quoted := article(t)
	w := tripwire{Window: longest + 1}
	for i := 0; i+w.Window <= len(words); {
		if k := slices.Index(quoted[i:i+w.Window], true); k >= 0 {
			i += k + 1
			continue
		}
		w.Hashes = append(w.Hashes, window(words[i:i+w.Window]))
		i += w.Window
	}
	slices.Sort(w.Hashes) // where a window stands is nobody's business
	want, err := json.MarshalIndent(w, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if *writeTripwire {
		if err := os.WriteFile(tripwireFile, want, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(tripwireFile)
	if err != nil {
		t.Fatal(err)
	}
	var old tripwire
	if err := json.Unmarshal(have, &old); err != nil {
		t.Fatal(err)
	}
	// Windows lie beside what is quoted: they move when the briefing quotes something else. Old ones must still be of the
	// article and outside of it.
	grams := map[string]bool{}
	for i := 0; i+w.Window <= len(words); i++ {
		if !slices.Contains(quoted[i:i+w.Window], true) {
			grams[window(words[i:i+w.Window])] = true
		}
	}
	for _, h := range old.Hashes {
		if !grams[h] {
			t.Errorf("the tripwire is not current: run go test . -run Tripwire -tripwire")
			break
		}
	}
	if len(old.Hashes)*10 < len(w.Hashes)*9 {
		t.Errorf("%d windows, %d are possible: run go test . -run Tripwire -tripwire", len(old.Hashes), len(w.Hashes))
	}
}

// TestUnquotedWordsOfTheArticleCannotBeGuessed plays somebody who has the proofs and knows the right word: no leaf that the
// proofs show beside the quoted ones opens with any salt that they hold.
func TestUnquotedWordsOfTheArticleCannotBeGuessed(t *testing.T) {
	data, err := os.ReadFile("data/crossroads/sources/crossroads.proofs.json")
	if err != nil {
		t.Fatal(err)
	}
	p, err := source.ReadProofs("proofs", data)
	if err != nil {
		t.Fatal(err)
	}
	guesses := []string{"the", "a", "of", ",", ".", "AI", "model", "models", "big", "He", "and"}
	if text, err := os.ReadFile(articleFile); err == nil { // the worst case: somebody has every word, and not their order
		guesses = append(guesses, strings.Fields(string(text))...)
	}
	quoted := func(word int) bool {
		return slices.ContainsFunc(p.Passages, func(pr source.Proof) bool { return word >= pr.At && word < pr.At+pr.Count })
	}
	var salts [][]byte
	shown := map[string]bool{} // leaves of unquoted words that stand in a path: the neighbours of a passage
	for _, pr := range p.Passages {
		all, err := hex.DecodeString(pr.Salts)
		if err != nil {
			t.Fatal(err)
		}
		for i := 0; i < len(all); i += 16 {
			salts = append(salts, all[i:i+16])
		}
		path, last := pr.Path, pr.At+pr.Count-1
		if pr.At%2 == 1 {
			shown[path[0]], path = shown[path[0]] || !quoted(pr.At-1), path[1:]
		}
		if last%2 == 0 && last+1 < p.Words {
			shown[path[0]] = shown[path[0]] || !quoted(last+1)
		}
	}
	leaves := 0
	for _, of := range shown {
		if of {
			leaves++
		}
	}
	if leaves < 10 {
		t.Fatalf("the proofs show %d leaves of unquoted words: nothing would be tried", leaves)
	}
	slices.SortFunc(salts, slices.Compare)
	salts = slices.CompactFunc(salts, slices.Equal)
	secret := map[[32]byte]bool{}
	for h, of := range shown {
		if sum, err := hex.DecodeString(h); err == nil && of {
			secret[[32]byte(sum)] = true
		}
	}
	slices.Sort(guesses)
	for _, word := range slices.Compact(guesses) {
		word = strings.Trim(word, `"'.,;:()`)
		for _, salt := range salts {
			sum := sha256.Sum256(slices.Concat([]byte{0}, salt, []byte(word)))
			if secret[sum] {
				t.Errorf("the leaf of an unquoted %q can be checked", word)
			}
		}
	}
	if len(salts) > 500 {
		t.Errorf("%d salts are published", len(salts))
	}
}
