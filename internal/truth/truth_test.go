package truth_test

import (
	"flag"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"roadshow"
	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/data"
	"roadshow/internal/diag"
	"roadshow/scene"
)

// changes is how many mutations are tried; `-changes 100000` tries all there are.
var changes = flag.Int("changes", 3000, "how many mutations of the starters to try")

// mutation is one change of a starter's files, and what must come of it.
type mutation struct {
	kind    string // what is changed
	file    string
	from    int // bytes of the file
	to      int
	now     string
	proved  bool     // it contradicts what a source says: always an error
	code    string   // then: of that error, "" for any
	lines   [2]int   // then: where it must be reported
	claims  []string // else: it is an error where one of these claims is contradicted
	sums    bool     // else: it is an error because a bridge no longer adds up
	layouts bool     // the pages must be laid out to see it
}

// briefingFolder is one starter's files and what they mean.
type briefingFolder struct {
	name  string
	files map[string]string
	tree  *outline.Node
	b     *briefing.Briefing
	lines map[string][]int // byte offsets of lines
}

func readStarter(t *testing.T, name string) *briefingFolder {
	t.Helper()
	f := &briefingFolder{name: name, files: map[string]string{}, lines: map[string][]int{}}
	err := fs.WalkDir(data.FS(name), ".", func(p string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := fs.ReadFile(data.FS(name), p)
		f.files[p] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for p, text := range f.files {
		at := []int{0}
		for i := range text {
			if text[i] == '\n' {
				at = append(at, i+1)
			}
		}
		f.lines[p] = at
	}
	res := f.compile(t, t.TempDir(), nil, true)
	for _, p := range res.Problems.Problems() {
		if p.Severity != diag.Note {
			t.Errorf("%s, unmutated: %s:%d: %s[%s]: %s", name, p.At.File, p.At.Line, p.Severity, p.Code, p.Summary)
		}
	}
	f.tree, f.b = res.Outline, res.Briefing
	return f
}

// compile writes the files, with a change, into dir and compiles them.
func (f *briefingFolder) compile(t *testing.T, dir string, m *mutation, pages bool) *roadshow.Result {
	t.Helper()
	for p, text := range f.files {
		if m != nil && m.file == p {
			text = text[:m.from] + m.now + text[m.to:]
		}
		full := filepath.Join(dir, filepath.FromSlash(p))
		if m == nil || m.file == p {
			if err := os.MkdirAll(filepath.Dir(full), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(full, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	src, err := os.ReadFile(filepath.Join(dir, "briefing.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	o := roadshow.Options{Name: "briefing.yaml", Src: src, Root: root, Strict: true}
	if pages {
		o.Media = []scene.Medium{scene.Document}
	}
	res, err := roadshow.Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	if m != nil { // the next change finds the files as they were
		if err := os.WriteFile(filepath.Join(dir, filepath.FromSlash(m.file)), []byte(f.files[m.file]), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return res
}

// offset is the byte of a line and column.
func (f *briefingFolder) offset(file string, line, col int) int {
	at := f.lines[file][line-1]
	text := f.files[file]
	for range col - 1 {
		_, n := decode(text[at:])
		at += n
	}
	return at
}

func decode(s string) (rune, int) {
	for i, r := range s {
		_ = i
		return r, len(string(r))
	}
	return 0, 1
}

// raw is a value as it stands in its file.
func (f *briefingFolder) raw(at diag.Span) (from, to int) {
	if at.Line == 0 || at.EndLine == 0 {
		return 0, 0
	}
	return f.offset(at.File, at.Line, at.Col), f.offset(at.File, at.EndLine, at.EndCol)
}

var number = regexp.MustCompile(`[0-9][0-9.,]*`)

var plainWord = regexp.MustCompile(`\b[A-Za-z]{3,}\b`)

// words changes words of a value: another word, a word less, a word more.
func (f *briefingFolder) words(m mutation, at diag.Span) (out []mutation) {
	from, to := f.raw(at)
	m.file, m.lines = at.File, [2]int{at.Line, at.EndLine}
	spots := plainWord.FindAllStringIndex(f.files[at.File][from:to], -1)
	for i, s := range spots {
		word := f.files[at.File][from+s[0] : from+s[1]]
		for _, now := range []string{"glass", word + " " + word, "un" + word, "[may] " + word, word + " [, if all goes well,]", "[almost] " + word} {
			n := m
			n.from, n.to, n.now = from+s[0], from+s[1], now
			out = append(out, n)
		}
		if i > 0 && i < len(spots)-1 && f.files[at.File][from+s[1]] == ' ' {
			n := m
			n.from, n.to, n.now = from+s[0], from+s[1]+1, ""
			out = append(out, n)
		}
	}
	return out
}

// values changes a number: a digit, its bound, its approximation, its scale, its currency.
func (f *briefingFolder) values(m mutation, at diag.Span) (out []mutation) {
	from, to := f.raw(at)
	m.file, m.lines = at.File, [2]int{at.Line, at.EndLine}
	text := f.files[at.File][from:to]
	was, err := source.ParseValue(strings.Trim(text, `"'`))
	date, notDate := value.ParseDate(strings.Trim(text, `"'`))
	put := func(kind, now string) {
		v, err := source.ParseValue(strings.Trim(now, `"'`))
		d, bad := value.ParseDate(strings.Trim(now, `"'`))
		if now == text || err != nil && bad != nil || err == nil && v.String() == was.String() && (bad != nil || d.String() == date.String()) {
			return
		}
		n := m
		n.kind += ": " + kind
		n.from, n.to, n.now = from, to, now
		out = append(out, n)
	}
	for i := range text {
		if text[i] >= '0' && text[i] <= '9' {
			for _, by := range []byte{1, 3} {
				put("digit", text[:i]+string('0'+(text[i]-'0'+by)%10)+text[i+1:])
			}
		}
	}
	if err == nil && (notDate != nil || !regexp.MustCompile(`^\d{4}$`).MatchString(text)) {
		open, rest := "", text
		if strings.HasPrefix(text, `"`) {
			open, rest = `"`, text[1:]
		}
		bare := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, "about "), "over "), "at least "), "at most ")
		for _, b := range []string{"", "over ", "at least ", "under ", "at most "} {
			put("bound", open+b+bare)
		}
		if !was.About {
			put("about", open+"about "+rest)
		}
		put("scale", strings.Replace(text, "bn", "m", 1))
		put("scale", regexp.MustCompile(`\dm\b`).ReplaceAllStringFunc(text, func(s string) string { return s[:1] + "bn" }))
		put("currency", strings.Replace(text, "$", "RMB ", 1))
		put("currency", strings.Replace(text, "RMB ", "$", 1))
		put("percent", strings.Replace(text, "%", "", 1))
		if n := number.FindStringIndex(text); n != nil {
			put("range", text[:n[1]]+" to "+text[n[0]:n[1]]+"9"+text[n[1]:])
			put("plus or minus", text[:n[0]]+"±"+text[n[0]:])
			put("share", text[:n[0]]+"half of "+text[n[0]:])
		}
	}
	return out
}

// formulas changes a formula or a claim: an operator, a name, a number.
func (f *briefingFolder) formulas(m mutation, at diag.Span) (out []mutation) {
	from, to := f.raw(at)
	m.file, m.lines = at.File, [2]int{at.Line, at.EndLine}
	text := f.files[at.File][from:to]
	inQuotes := func(i int) bool { return strings.Count(text[:i], `"`)%2 == 1 }
	for i := range text {
		swaps := map[byte]string{'+': "-", '-': "+", '*': "/", '/': "*", '>': "<", '<': ">"}
		now, ok := swaps[text[i]]
		digit := text[i] >= '0' && text[i] <= '9' && (i == 0 || !regexp.MustCompile(`[a-z_]`).MatchString(text[i-1:i])) && (i < 1 || text[i-1] != '_')
		if inQuotes(i) || !ok && !digit {
			continue
		}
		n := m
		n.from, n.to, n.now = from+i, from+i+1, now
		if digit {
			n.now = string('0' + (text[i]-'0'+2)%10)
		}
		out = append(out, n)
	}
	ids := make([]string, len(f.b.Figures))
	for i, g := range f.b.Figures {
		ids[i] = g.ID
	}
	for _, s := range regexp.MustCompile(`[a-z][a-z0-9_]*`).FindAllStringIndex(text, -1) {
		if i := slices.Index(ids, text[s[0]:s[1]]); i >= 0 && !inQuotes(s[0]) {
			n := m
			n.from, n.to, n.now = from+s[0], from+s[1], ids[(i+1)%len(ids)]
			out = append(out, n)
		}
	}
	return out
}

// mutations are all changes of one briefing.
func (f *briefingFolder) mutations() (out []mutation) {
	checked := func(sources []*briefing.Source) bool {
		return slices.ContainsFunc(sources, func(s *briefing.Source) bool {
			return strings.Contains(s.Status, "proved")
		})
	}
	var all []string
	for _, c := range f.b.Claims {
		all = append(all, c.Holds)
	}
	for _, q := range f.b.Quotations {
		switch {
		case q.Paraphrase:
			out = append(out, f.words(mutation{kind: "a word of a paraphrase"}, q.At)...)
		case !checked(q.Sources):
			out = append(out, f.words(mutation{kind: "a word of a quotation whose source is not checked"}, q.At)...)
		default:
			out = append(out, f.words(mutation{kind: "a word of a quotation", proved: true, code: "E-QUOTE"}, q.At)...)
			if q.Credit != "" {
				out = append(out, f.words(mutation{kind: "a word of a credit", proved: true, code: "E-QUOTE"}, q.CreditAt)...)
			}
		}
	}
	f.tree.Each(func(n *outline.Node) {
		if n.Name != "by" || n.Field == nil || n.Field.Type != outline.Who {
			return
		}
		i := slices.IndexFunc(f.b.Quotations, func(q *briefing.Quotation) bool { return q.At.File == n.At.File && abs(q.At.Line-n.At.Line) <= 3 })
		for k, p := range f.b.People {
			if p.ID != n.Text {
				continue
			}
			from, to := f.raw(n.At)
			m := mutation{kind: "a speaker without a credit", file: n.At.File, from: from, to: to, now: f.b.People[(k+1)%len(f.b.People)].ID}
			if i >= 0 && f.b.Quotations[i].Credit != "" && f.b.Quotations[i].By.Person == p {
				q := f.b.Quotations[i]
				m.kind, m.proved, m.code, m.lines = "a speaker", true, "E-QUOTE", [2]int{q.CreditAt.Line, q.CreditAt.EndLine}
			}
			out = append(out, m)
		}
	})
	for _, g := range f.b.Figures {
		switch {
		case g.FromCell:
		case g.Formula != "":
			out = append(out, f.formulas(mutation{kind: "a formula", claims: all}, g.ValueAt)...)
		case g.Excerpt != "":
			for _, m := range f.values(mutation{kind: "a figure", proved: true}, g.ValueAt) {
				if g.Value.Words != "" {
					m.lines[1] = max(m.lines[1], g.WordsAt.Line) // words that do not say the value are reported as they stand
				}
				out = append(out, m)
			}
			out = append(out, f.words(mutation{kind: "a word of an excerpt", proved: true, code: "E-EXCERPT"}, g.Excerpted)...)
			if g.Value.Words != "" {
				out = append(out, f.words(mutation{kind: "the words of a figure", proved: true, code: "E-EXCERPT"}, g.WordsAt)...)
			}
		default:
			out = append(out, f.values(mutation{kind: "a figure with a basis", claims: all}, g.ValueAt)...)
		}
	}
	for _, c := range f.b.Claims {
		out = append(out, f.formulas(mutation{kind: "a holds", claims: all}, c.At)...)
	}
	for id, t := range f.b.Tables {
		bridge := slices.ContainsFunc(f.b.Blocks(), func(b *briefing.Block) bool {
			c := b.Chart("")
			return c != nil && c.Kind == "waterfall" && c.Table != nil && c.Table.ID == id
		})
		for i := range t.Rows {
			r := &t.Rows[i]
			if r.Excerpt != "" {
				out = append(out, f.words(mutation{kind: "a word of a row's excerpt", proved: true, code: "E-EXCERPT"}, r.ExcerptAt)...)
			}
			for k := range r.Cells {
				m := mutation{kind: "a cell without an excerpt", claims: all, sums: bridge && k == 0, layouts: bridge}
				if r.Excerpt != "" && !slices.Contains(t.Own, t.Columns[k].Name) {
					m = mutation{kind: "a proved cell", proved: true}
				}
				if bridge {
					m.kind = "a step of a bridge"
				}
				for _, n := range f.values(m, r.Cells[k].At) {
					if strings.HasSuffix(n.kind, "about") || strings.HasSuffix(n.kind, "range") || strings.HasSuffix(n.kind, "minus") {
						n.sums = false // the number that was there is among those that it may be
					}
					out = append(out, n)
				}
			}
		}
	}
	return out
}

func abs(i int) int { return max(i, -i) }

// judge says what became of a mutation: caught, harmless, or missed.
func (f *briefingFolder) judge(t *testing.T, dir string, m *mutation) (verdict string) {
	res := f.compile(t, dir, m, m.layouts)
	at := func(p diag.Problem) bool {
		return path.Base(p.At.File) == path.Base(m.file) && p.At.Line >= m.lines[0] && p.At.Line <= max(m.lines[0], m.lines[1])
	}
	var errors []diag.Problem
	for _, p := range res.Problems.Problems() {
		if p.Severity == diag.Error {
			errors = append(errors, p)
		}
	}
	if m.proved {
		// A change that YAML or the value grammar refuses is reported at its line as well.
		if slices.ContainsFunc(errors, at) {
			return "caught"
		}
		return "missed"
	}
	if slices.ContainsFunc(errors, func(p diag.Problem) bool {
		return at(p) || p.Code == "E-HOLDS" || p.Code == "E-SUM" || p.Code == "E-FORMULA"
	}) {
		return "caught"
	}
	if m.sums {
		return "missed"
	}
	o := oracle{b: res.Briefing}
	for _, c := range res.Briefing.Claims {
		if wrong, ok := o.contradicts(c.Holds); ok && wrong {
			return "missed"
		}
	}
	return "not provable"
}

// TestMutationsContradictNothingUnseen changes the starters thousands of times. Whatever contradicts a source, a claim or a sum
// must be an error where it stands; the kinds that cannot be seen are those that docs/evidence.md lists.
func TestMutationsContradictNothingUnseen(t *testing.T) {
	wanted := *changes
	if testing.Short() {
		wanted = min(wanted, 150)
	}
	var folders []*briefingFolder
	kinds := map[string][]job{}
	for _, s := range data.Starters() {
		f := readStarter(t, s.Name)
		folders = append(folders, f)
		o := oracle{b: f.b}
		for _, c := range f.b.Claims {
			if wrong, ok := o.contradicts(c.Holds); wrong || !ok {
				t.Errorf("%s: the oracle reads %s wrongly (wrong %v, read %v: %v)", s.Name, c.Holds, wrong, ok, o.fail)
			}
		}
		for _, m := range f.mutations() {
			kinds[m.kind] = append(kinds[m.kind], job{f, m})
		}
	}
	names := slices.Sorted(maps.Keys(kinds))
	jobs := draw(kinds, names, wanted)
	if len(jobs) < min(wanted, 3000) {
		t.Fatalf("only %d mutations", len(jobs))
	}
	verdicts := make([]string, len(jobs))
	var next atomic.Int64
	var all sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		dirs := map[*briefingFolder]string{} // of one worker: it changes one file at a time and puts it back
		for _, f := range folders {
			dirs[f] = t.TempDir()
			f.compile(t, dirs[f], nil, false)
		}
		all.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(jobs); i = int(next.Add(1)) - 1 {
				verdicts[i] = jobs[i].f.judge(t, dirs[jobs[i].f], &jobs[i].m)
			}
		})
	}
	all.Wait()
	count := map[string]map[string]int{}
	for i, j := range jobs {
		if count[j.m.kind] == nil {
			count[j.m.kind] = map[string]int{}
		}
		count[j.m.kind][verdicts[i]]++
		if verdicts[i] == "missed" {
			text := j.f.files[j.m.file]
			t.Errorf("%s, %s, %s:%d: %q → %q is not seen", j.f.name, j.m.kind, j.m.file, 1+strings.Count(text[:j.m.from], "\n"), text[j.m.from:j.m.to], j.m.now)
		}
	}
	doc, err := os.ReadFile("docs/evidence.md")
	if err != nil {
		t.Fatal(err)
	}
	unseen := map[string]bool{}
	for _, k := range names {
		t.Logf("%-55s caught %3d, not provable %3d, missed %d", k, count[k]["caught"], count[k]["not provable"], count[k]["missed"])
		base, _, _ := strings.Cut(k, ":")
		unseen[base] = unseen[base] || count[k]["not provable"] > 0
	}
	for base, not := range unseen {
		if listed := strings.Contains(string(doc), "| "+base+" |"); listed != not && (not || !testing.Short()) {
			t.Errorf("docs/evidence.md lists %q as a kind that no check can see: %v; so it was found: %v", base, listed, not)
		}
	}
	if count["a word of a quotation"]["caught"] == 0 {
		t.Error("no quotation was changed")
	}
}

type job struct {
	f *briefingFolder
	m mutation
}

// draw takes so many changes, every kind its share, so that rare ones are tried as well.
func draw(kinds map[string][]job, names []string, wanted int) (jobs []job) {
	r := rand.New(rand.NewPCG(2023, 5))
	for {
		before := len(jobs)
		for _, k := range names {
			if list := kinds[k]; len(list) > 0 {
				if len(jobs) == wanted {
					return jobs
				}
				i := r.IntN(len(list))
				jobs = append(jobs, list[i])
				list[i] = list[len(list)-1]
				kinds[k] = list[:len(list)-1]
			}
		}
		if len(jobs) == before {
			return jobs
		}
	}
}
