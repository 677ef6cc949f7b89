package briefing

import (
	"errors"
	"io/fs"
	"strings"

	"roadshow/briefing/evidence/source"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
)

// Prove holds every quotation, excerpt and number against its source: the text where it is at hand, else its proofs. It
// fills in where each of them stands and what the register may say of each source. read reads a file inside the outline's
// folder.
func Prove(b *Briefing, read func(name string, limit int64) ([]byte, error), l *diag.List) {
	p := &prover{b: b, l: l, read: read, witness: map[*Source]source.Witness{}, noted: map[*Source]bool{}}
	b.Excerpts = b.excerpts()
	b.stand(p.openable)
	for _, s := range b.Sources {
		p.open(s)
		p.stale(s)
	}
	for _, q := range b.Quotations {
		p.quotation(q)
	}
	for _, e := range b.Excerpts {
		p.excerpt(e)
	}
	for _, f := range b.Figures {
		p.figure(f)
	}
	for _, id := range sortedKeys(b.Tables) {
		p.table(b.Tables[id])
	}
	for _, blk := range b.Blocks() {
		p.typed(blk)
	}
	p.covered()
	b.stand(func(s *Source) bool { return p.witness[s] != nil })
	b.markSamples()
}

type prover struct {
	b       *Briefing
	l       *diag.List
	read    func(name string, limit int64) ([]byte, error)
	witness map[*Source]source.Witness
	noted   map[*Source]bool // that an attribution is not checked
	texts   map[string]*source.Text
	words   int // of all texts
	misses  int
}

// openable says that a source names a text or proofs.
func (p *prover) openable(s *Source) bool { return s.File != "" || s.Proofs != "" }

// open finds the text of a source, or its proofs. The text may stay on the author's disk: its absence is no error.
func (p *prover) open(s *Source) {
	if !p.openable(s) {
		if s.Status == NotChecked {
			p.l.Note(s.At, "N-SOURCE", "give it a `file` or `proofs`", "%q is not checked: it has neither text nor proofs", s.ID)
		}
		return
	}
	var text *source.Text
	if s.File != "" {
		read, refused, err := p.text(s.File)
		switch {
		case refused != nil:
			hint := ""
			if passed := (*limits.Passed)(nil); errors.As(refused, &passed) {
				hint = passed.Limit.Hint()
			}
			p.l.Error(s.At, "E-FILE", hint, "%v", refused)
			return
		case err == nil:
			text = read
			p.witness[s], s.text = text, text
		case s.Proofs == "":
			p.l.Error(s.At, "E-FILE", "correct `file`, or name its `proofs`; without either the source is listed and not checked",
				"the text of %q cannot be read: %s: %v", s.ID, s.File, err)
			return
		case !errors.Is(err, fs.ErrNotExist): // a text that stays elsewhere is no fault; one that is there should be read
			p.l.Warn(s.At, "W-PROOF", "correct `file`; until then its proofs serve", "the text of %q cannot be read: %s: %v", s.ID, s.File, err)
		}
	}
	if s.Proofs == "" {
		return
	}
	const again = "write them with `roadshow source prove`"
	data, err := p.read(s.Proofs, limits.ProofsBytes.N64())
	switch {
	case err != nil && text == nil:
		p.l.Error(s.At, "E-PROOF", again, "neither the text of %q nor its proofs are there: %s: %v", s.ID, s.Proofs, err)
		return
	case err != nil:
		p.l.Warn(s.At, "W-PROOF", again, "without the text nobody can build this: the proofs of %q are missing: %s: %v", s.ID, s.Proofs, err)
		return
	}
	proofs, err := source.ReadProofs(s.Proofs, data)
	var passed *limits.Passed
	switch {
	case errors.As(err, &passed):
		p.l.Error(s.At, "E-PROOF", passed.Limit.Hint(), "%v", err)
	case err != nil:
		p.l.Error(s.At, "E-PROOF", again, "%v", err)
	case text == nil:
		p.witness[s], s.proofs = proofs, proofs
	default:
		if err := proofs.Check(text); err != nil {
			p.l.Error(s.At, "E-PROOF", again, "the proofs of %q are not of this text: %v", s.ID, err)
			return
		}
		s.proofs = proofs
	}
}

// text reads the text of a source; several sources may name one file.
func (p *prover) text(name string) (t *source.Text, refused, err error) {
	if t := p.texts[name]; t != nil {
		return t, nil, nil
	}
	data, err := p.read(name, limits.SourceBytes.N64())
	if err != nil {
		return nil, nil, err
	}
	if t, err = source.NewText(name, data); err != nil {
		return nil, err, nil
	}
	if p.words += t.Words(); p.words > limits.SourcesWords.N() {
		return nil, limits.SourcesWords.Err(name), nil
	}
	if p.texts == nil {
		p.texts = map[string]*source.Text{}
	}
	p.texts[name] = t
	return t, nil, nil
}

// stale notes a web source that was last read more than a year before the briefing's date.
func (p *prover) stale(s *Source) {
	if s.Accessed.IsZero() || p.b.Date.IsZero() {
		return
	}
	if p.b.Date.Mid()-s.Accessed.Mid() > 1 {
		p.l.Note(s.At, "N-STALE", "read it again and change `accessed`", "%q was last read in %s, more than a year before the briefing", s.ID, s.Accessed.Long())
	}
}

// verdict on words: found, or missed by every source, or by some while others cannot be checked.
type verdict struct {
	found *Found
	miss  *source.Miss // the most helpful one
	open  *Source      // one that cannot be checked
}

// find looks words up in the sources that may hold them.
func (p *prover) find(q source.Quote, sources []*Source) (v verdict) {
	if len(q.Text) > limits.Quotation.N() {
		return verdict{miss: &source.Miss{Summary: limits.Quotation.Says(), Hint: limits.Quotation.Hint()}}
	}
	for _, s := range sources {
		w := p.witness[s]
		if w == nil {
			v.open = s
			continue
		}
		match := w.Match
		if t, ok := w.(*source.Text); ok && p.misses > limits.ProblemsShown.N() {
			match = t.MatchBriefly
		}
		passage, err := match(q)
		if err == nil {
			return verdict{found: &Found{s, passage}}
		}
		var m *source.Miss
		if errors.As(err, &m) && (v.miss == nil || v.miss.Nearest == "" && m.Nearest != "") {
			v.miss = m
		}
	}
	if v.miss != nil {
		p.misses++
	}
	return v
}

// quotation proves one quotation and its attribution.
func (p *prover) quotation(q *Quotation) {
	if q.Paraphrase {
		return
	}
	v := p.find(q.Quote, q.Sources)
	q.Found = v.found
	if v.miss != nil {
		at := q.At
		if v.miss.Credit {
			at = q.CreditAt
		}
		p.missed(at, "E-QUOTE", v)
		return
	}
	p.cuts(q)
	switch {
	case q.Credit == "":
		if !p.anotherTurn(q) {
			p.unattributed(q)
		}
	case !q.By.named(q.Credit):
		hint := "a credit holds the name as the source prints it; other spellings go into `aliases`"
		if q.By.Person == nil {
			hint = "name the speaker by words of the credit; what else you know of them goes into `role` or `gloss`"
		}
		p.l.Error(q.CreditAt, "E-QUOTE", hint, "the credit does not name %s", q.By.Name())
	default:
		q.Attributed = v.found != nil && v.found.Passage.Credited
		p.others(q)
	}
}

// others refuses a credit that leaves out who speaks: "the company said" of "Oliver Lindt of the company said".
func (p *prover) others(q *Quotation) {
	if q.Found == nil || q.Found.Source.text == nil {
		return
	}
	if whole, ok := q.Found.Source.text.Attribution(q.Quote); ok && !q.By.named(whole) {
		p.l.Error(q.CreditAt, "E-QUOTE", "name the one who speaks there as `by`", "the source gives these words to somebody else than %s: “%s”", q.By.Name(), shorten(whole))
		q.Attributed = false
	}
}

// anotherTurn refuses a person where the transcript gives the words to another whom the outline knows, and says whether it does.
func (p *prover) anotherTurn(q *Quotation) bool {
	if q.By.Person == nil || q.Found == nil || q.Found.Source.text == nil {
		return false
	}
	who := q.Found.Source.text.Speaker(q.Quote)
	if who == "" || q.By.named(who) {
		return false
	}
	for _, other := range p.b.People {
		if other != q.By.Person && (Voice{Person: other}).named(who) {
			p.l.Error(q.At, "E-QUOTE", "name the one who speaks there as `by`", "the source gives these words to %s, not to %s: “%s”", other.Name, q.By.Name(), shorten(who))
			return true
		}
	}
	return false
}

// unattributed notes a speaker whom nothing proves: once for each source that has no text.
func (p *prover) unattributed(q *Quotation) {
	if q.Found == nil {
		for _, s := range q.Sources {
			if p.noted[s] {
				return
			}
			p.noted[s] = true
		}
	}
	p.l.Note(q.At, "N-CREDIT", "`credit` holds the source's words beside the passage that name the speaker", "the attribution to %s is not checked", q.By.Name())
}

// cuts judges what the cuts of a quotation do to it. Where only proofs are at hand nobody can see what was dropped.
func (p *prover) cuts(q *Quotation) {
	if q.Found == nil || q.Found.Source.text == nil {
		return
	}
	const whose = "quote what one of them says, or divide it into two quotations"
	switch speakers, marks := q.Found.Source.text.Passes(q.Quote); {
	case speakers != "":
		p.l.Warn(q.At, "W-SPEAKER", whose, "the words pass from one speaker to another: %s", speakers)
	case marks:
		p.l.Warn(q.At, "W-SPEAKER", "quote what stands between the marks; […] leaves out what stands between two of them", "part of this quotation stands outside of the speaker's quotation marks")
	}
	beside := q.Found.Source.text.Edges(q.Quote)
	if beside.Replaced != "" {
		p.l.Warn(q.At, "W-CUT", "quote the source's word, or end before the bracket", "the bracket at the end stands where the source says “%s”", beside.Replaced)
	}
	joined := false
	for _, c := range q.Found.Source.text.Cuts(q.Quote) {
		switch {
		case c.Speakers != "":
			joined = true
			p.l.Error(q.At, "E-QUOTE", "quote each by themselves", "this quotation joins the words of %s", c.Speakers)
		case c.Marks:
			joined = true
			p.l.Error(q.At, "E-QUOTE", "quote what stands between one pair of marks, or divide it into two quotations",
				"a cut leads out of somebody's words: it drops “%s”", shorten(c.Dropped))
		case c.Perhaps != "":
			p.l.Warn(q.At, "W-SPEAKER", whose, "a cut may join the words of two, %s: it drops “%s”", c.Perhaps, shorten(c.Dropped))
		case c.Negation != "":
			dropped := shorten(c.Dropped)
			if !strings.Contains(dropped, c.Negation) {
				dropped = c.Negation + "” and more: “" + dropped
			}
			p.l.Warn(q.At, "W-CUT", "leave the words in that deny, or divide it into two quotations", "a cut drops words that deny: “%s”", dropped)
		case c.Paragraph:
			p.l.Warn(q.At, "W-CUT", "divide it into two quotations", "a cut joins two paragraphs: it drops “%s”", shorten(c.Dropped))
		}
	}
	if beside.Denied != "" && !joined {
		p.l.Warn(q.At, "W-CUT", "begin or end where the source's sentence does", "the source denies these words: “%s” stands beside them", beside.Denied)
	}
}

// shorten keeps the two ends of a long passage.
func shorten(s string) string {
	const most = 80
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most/2]) + " … " + string(r[len(r)-most/2:])
}

// missed reports words that no source holds which can be checked. One that cannot be checked vouches for nothing.
func (p *prover) missed(at diag.Span, code string, v verdict) {
	m := v.miss
	if v.open != nil {
		p.l.Error(at, code, "name the one source that says it as its `source`; what only "+v.open.ID+" says stays unchecked",
			"%s, and %q has neither text nor proofs", m.Summary, v.open.ID)
		return
	}
	p.l.Error(at, code, m.Hint, "%s", m.Summary)
}

// covered warns of words that only the text proves: whoever has no more than the proofs could not build the briefing.
func (p *prover) covered() {
	for _, s := range p.b.Sources {
		if s.text == nil || s.proofs == nil {
			continue
		}
		missing, first := 0, diag.Span{}
		check := func(f *Found, q source.Quote, at diag.Span) {
			if f != nil && f.Source == s && !s.proofs.Covers(s.text, q) {
				if missing++; missing == 1 {
					first = at
				}
			}
		}
		for _, q := range p.b.Quotations {
			check(q.Found, q.Quote, q.At)
		}
		for _, e := range p.b.Excerpts {
			check(e.Found, source.Quote{Text: e.Words}, e.At)
		}
		if missing > 0 {
			p.l.Warn(first, "W-PROOF", "write them again with `roadshow source prove`",
				"without the text nobody can build this: %s lacks %s, of which this is the first", s.Proofs, count(missing, "passage"))
		}
	}
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return itoa(n) + " " + noun + "s"
}
