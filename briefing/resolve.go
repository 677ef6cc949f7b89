package briefing

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/yuin/goldmark/parser"

	"roadshow/briefing/evidence/formula"
	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/limits"
	tongue "roadshow/words"
)

// Env is what a briefing may reach outside its outline.
type Env struct {
	// ReadFile reads a file inside the outline's folder, at most limit bytes.
	ReadFile func(name string, limit int64) ([]byte, error)
	// ReadTable opens and reads a data file inside the outline's folder.
	ReadTable func(name string, o table.TableOptions, l *diag.List, at diag.Span) *table.Table
	// ParseBrand reads a brand file's mapping with the outline's strictness.
	ParseBrand func(src []byte, file string, l *diag.List) *outline.Node
	// Audience selects blocks and themes with `only`; "" leaves them all out.
	Audience string
}

// Resolve gives a checked outline its meaning and reports what cannot mean anything. It never returns nil.
func Resolve(n *outline.Node, env Env, l *diag.List) *Briefing {
	r := &resolver{env: env, l: l, b: &Briefing{At: n.At, node: n, Tables: map[string]*table.Table{}, Entities: map[string]int{}},
		people: map[string]*Person{}, sources: map[string]*Source{}, figures: map[string]*Figure{}, ids: map[string]bool{}}
	r.reckoning = formula.Reckoning{Stated: r.stated, Cell: r.tableCell}
	r.settings(n)
	r.readTerms(n.Get("terms"))
	r.unfooted = "words that several blocks print"
	r.maps(n)
	r.unfooted, r.printed = "", true
	for _, a := range n.Get("audiences").Items() {
		if a.Text == env.Audience && env.Audience != "" {
			r.b.Audience = r.words(a.Get("name"))
		}
	}
	r.front(n)
	r.story(n)
	r.placeholders(n)
	r.plainWords(n)
	r.unusedTerms(n)
	return r.b
}

type resolver struct {
	env         Env
	l           *diag.List
	b           *Briefing
	people      map[string]*Person
	sources     map[string]*Source
	figures     map[string]*Figure
	terms       map[string]string        // words by their ids
	nodes       map[string]*outline.Node // figures as typed
	ids         map[string]bool
	cited       int // sources numbered so far
	used        []*Figure
	shownTables []*table.Table          // by the block at hand, nested charts included
	inBlock     bool                    // a block is read
	big         []string                // figures that the theme at hand shows as big numbers
	unfooted    string                  // words that have no footnotes, while they are read
	prosed      map[*outline.Node]Prose // marks once read: a second reading would number their footnotes anew
	notes       int                     // footnotes so far
	footnoted   []*Note                 // so far, of what has a foot of its own
	printed     bool                    // figures are printed now, which uses their sources
	// Markdown: one line of words, and text of several blocks.
	lineParser, textParser parser.Parser
	reckoning              formula.Reckoning
	cells                  int  // of all tables
	overfull               bool // they are too many: no further one is read
	// inherited is what a block without a source of its own falls back to.
	inherited []*Source
}

// settings reads what changes how everything else is read.
func (r *resolver) settings(n *outline.Node) {
	b := r.b
	b.Language = or(n.Words("language"), "en")
	b.Marks = marksOf(n)
	b.Status = n.Words("status")
	b.Look = or(n.Words("look"), "paper")
	if e := n.Get("look"); e != nil {
		b.LookAt = e.At
	}
	b.Page = or(n.Words("page"), "a4")
	f := n.Get("format")
	b.Format = value.Format{Units: f.Words("units"), Accounting: f.Words("accounting") == "true", Language: b.Language}
	if b.Format.Units == "" && b.Language == "zh" {
		b.Format.Units = "zh"
	}
	b.Calendar = calendarOf(n)
	b.Format.Locale, b.Tag = r.locale(f.Get("locale"))
	b.MarketChina = f.Words("market_colours") == "china"
	b.Grey = f.Words("print") == "grey"
	if e := n.Get("entities"); e != nil {
		for _, k := range e.Keys {
			if v, err := strconv.Atoi(k.Text); err == nil && v >= 1 && v <= 8 { // the outline reports any other
				b.Entities[k.Name] = v
			}
		}
	}
}

// marksOf is how the numbers of an outline are written.
func marksOf(n *outline.Node) value.Marks {
	return value.Marks{Decimal: value.DecimalMark(n.Words("decimal")), Language: or(n.Words("language"), "en")}
}

// calendarOf is how an outline's dates are read.
func calendarOf(n *outline.Node) (c value.Calendar) {
	if month, err := c.ParseDate(n.Get("format").Get("calendar").Words("year_starts") + " 2000"); err == nil {
		c.YearStarts = month.Start.Month
	}
	return c
}

// maps reads people, sources, data and figures: what the story refers to.
func (r *resolver) maps(n *outline.Node) {
	if e := n.Get("sources"); e != nil {
		for _, k := range e.Keys {
			s := &Source{ID: k.Name, At: k.Key, Title: k.Words("title"), Author: k.Words("author"), Publisher: k.Words("publisher"),
				URL: k.Words("url"), File: k.Words("file"), Proofs: k.Words("proofs"), Status: NotChecked}
			s.Date, s.Accessed = r.date(k.Get("date")), r.date(k.Get("accessed"))
			if t := k.Get("translated"); t != nil {
				s.From, s.By = t.Words("from"), or(t.Words("by"), "machine")
			}
			if u := k.Get("url"); s.URL != "" && !r.leads(u.At, s.URL) {
				s.URL = ""
			}
			r.sources[s.ID] = s
			r.b.Sources = append(r.b.Sources, s)
		}
		for _, k := range e.Keys {
			r.sources[k.Name].Note = r.prose(k.Get("note"))
		}
	}
	if len(r.b.Sources) == 1 {
		r.inherited = r.b.Sources
	}
	if e := n.Get("people"); e != nil {
		for i, k := range e.Keys {
			p := &Person{ID: k.Name, At: k.Key, Name: k.Words("name"), NameZh: k.Words("name_zh"), Role: k.Words("role"), Org: k.Words("org"),
				Seal: k.Words("seal"), Color: i%8 + 1}
			if p.Post = joinNonEmpty(", ", p.Role, p.Org); r.b.Language == "zh" {
				p.Post = p.Org + p.Role // 杉木厂首席执行官
			}
			for _, a := range items(k.Get("aliases")) {
				p.Aliases = append(p.Aliases, a.Text)
			}
			r.people[p.ID] = p
			r.b.People = append(r.b.People, p)
		}
	}
	if e := n.Get("data"); e != nil {
		for _, k := range e.Keys {
			r.table(k)
		}
	}
	r.readFigures(n.Get("figures"))
}

func (r *resolver) unit(n *outline.Node) value.Unit {
	u, err := source.ParseUnit(n.Text)
	if err != nil {
		r.valueError(n, "E-VALUE", err)
	}
	return u
}

// front reads what stands before and after the story.
func (r *resolver) front(n *outline.Node) {
	b := r.b
	b.Title, b.TitleAt = r.prose(n.Get("title")), place(n, "title")
	b.Standfirst, b.StandfirstAt = r.prose(n.Get("standfirst")), place(n, "standfirst")
	b.Masthead = or(r.words(n.Get("masthead")), tongue.For(b.Language).Masthead)
	b.Topic, b.Edition, b.Publication = r.words(n.Get("topic")), r.words(n.Get("edition")), r.words(n.Get("publication"))
	b.PreparedFor, b.Confidentiality = r.words(n.Get("prepared_for")), r.words(n.Get("confidentiality"))
	b.Date = r.date(n.Get("date"))
	if e := n.Get("authors"); e != nil {
		for _, a := range one(e) {
			if len(a.Keys) == 0 {
				b.Authors = append(b.Authors, Author{Name: a.Text})
				continue
			}
			b.Authors = append(b.Authors, Author{Name: a.Words("name"), Org: a.Words("org"), Email: r.email(a)})
		}
	}
	for _, c := range items(n.Get("contacts")) {
		b.Contacts = append(b.Contacts, Contact{Name: c.Words("name"), Role: c.Words("role"), Email: r.email(c), Phone: c.Words("phone")})
	}
	r.brand(n.Get("brand"))
}

// email is an address that a letter can be sent to, "" where it leads nowhere.
func (r *resolver) email(n *outline.Node) string {
	to := n.Words("email")
	if to == "" || !r.leads(n.Get("email").At, "mailto:"+to) {
		return ""
	}
	return to
}

// locale is how numbers are printed: as the outline says, else as its language does; and the tag of the language's words.
func (r *resolver) locale(n *outline.Node) (tongue.Locale, string) {
	l := tongue.Default(r.b.Language)
	if n != nil && !n.Null {
		var err error
		if l, err = tongue.ParseLocale(n.Text); err != nil {
			r.l.Error(n.At, "E-CHOICE", "write a tag of CLDR: a language and a country, as in de-DE, en-IN or fr-CH", "unknown locale %q", n.Text)
		}
	}
	return l, l.In(r.b.Language)
}

// brand reads the house's file.
func (r *resolver) brand(n *outline.Node) {
	if n == nil || n.Null || r.env.ReadFile == nil || r.env.ParseBrand == nil {
		return
	}
	src, err := r.env.ReadFile(n.Text, limits.BrandBytes.N64())
	if err != nil {
		r.l.Error(n.At, "E-FILE", "paths are relative to the outline's folder", "cannot read the brand file %q: %v", n.Text, err)
		return
	}
	if len(src) > limits.BrandBytes.N() {
		r.l.Limit(n.At, limits.BrandBytes, n.Text)
		return
	}
	f := r.env.ParseBrand(src, n.Text, r.l)
	if f == nil {
		return
	}
	br := ReadBrand(f, n.At)
	br.Disclaimer = r.spoken(f.Get("disclaimer"), "disclaimers")
	r.b.Brand = br
}

// story reads summary, themes and what comes after them.
func (r *resolver) story(n *outline.Node) {
	b := r.b
	themes := items(n.Get("themes"))
	if most := limits.Themes.N(); len(themes) > most {
		r.l.Limit(themes[most].At, limits.Themes)
		themes = themes[:most]
	}
	for _, t := range themes {
		if !r.shown(t) {
			continue
		}
		th := &Theme{Number: len(b.Themes) + 1, Name: t.Words("name"), NameAt: place(t, "name"), ID: t.Words("id"), At: t.At}
		if th.ID == "" {
			if th.ID = slug(th.Name); th.ID == "" { // a name of marks alone
				th.ID = "theme-" + strconv.Itoa(th.Number)
			}
		}
		b.Themes = append(b.Themes, th)
	}
	if s := n.Get("summary"); s != nil && !s.Null {
		b.Summary = r.summary(s)
	}
	i := 0
	for _, t := range themes {
		if r.shown(t) {
			r.theme(b.Themes[i], t)
			i++
		}
	}
	r.inheritOnly()
	for _, k := range items(n.Get("back")) {
		if blk := r.block(k, nil); blk != nil {
			b.Back = append(b.Back, blk)
		}
	}
	r.slides(n.Get("slides"))
	r.mentions(n)
	b.PrintCoverage = n.Words("coverage") == "true"
	r.legal(n)
	r.mail(n.Get("mail"))
}

func (r *resolver) inheritOnly() {
	r.inherited = nil
	if len(r.b.Sources) == 1 {
		r.inherited = r.b.Sources
	}
}

func (r *resolver) summary(n *outline.Node) *Summary {
	defer r.scope()()
	r.big = bigNumbers(n)
	defer func() { r.big = nil }()
	s := &Summary{At: n.At, Title: r.prose(n.Get("title")), Call: r.prose(n.Get("call"))}
	for _, p := range items(n.Get("points")) {
		pt := Point{Lead: r.prose(p.Get("lead")), Text: r.prose(p.Get("text")), At: p.At}
		if ref := p.Get("theme"); ref != nil {
			// The outline knows that the theme exists; it may be for another audience.
			if i := slices.IndexFunc(r.b.Themes, func(t *Theme) bool { return t.ID == ref.Text }); i >= 0 {
				pt.Theme = r.b.Themes[i]
			}
		}
		s.Points = append(s.Points, pt)
	}
	s.KPIs = r.kpis(n.Get("kpis"))
	return s
}

func (r *resolver) theme(t *Theme, n *outline.Node) {
	defer r.scope()()
	r.big = bigNumbers(n)
	defer func() { r.big = nil }()
	t.Sources = r.sourceList(n.Get("source"))
	r.inheritOnly()
	if len(t.Sources) > 0 {
		r.inherited = t.Sources
	}
	t.Claim, t.ClaimAt = r.prose(n.Get("claim")), place(n, "claim")
	t.Standfirst, t.StandAt = r.prose(n.Get("standfirst")), place(n, "standfirst")
	r.holds(n.Get("holds"), t.ID)
	for _, p := range items(n.Get("points")) {
		t.Points = append(t.Points, Point{Lead: r.prose(p.Get("heading")), Text: r.prose(p.Get("text")), At: p.At})
	}
	t.Argument, t.ArgumentAt = r.rich(n.Get("argument")), place(n, "argument")
	t.KPIs = r.kpis(n.Get("kpis"))
	for _, k := range items(n.Get("evidence")) {
		if blk := r.block(k, t); blk != nil {
			t.Evidence = append(t.Evidence, blk)
		}
	}
	t.SoWhat, t.SoWhatAt = r.prose(n.Get("so_what")), place(n, "so_what")
	t.Say = r.spoken(n.Get("say"), "speaker notes")
}

// shown says whether the audience sees a node with an `only` list.
func (r *resolver) shown(n *outline.Node) bool {
	only := n.Get("only")
	if only == nil || only.Null {
		return true
	}
	return slices.ContainsFunc(one(only), func(a *outline.Node) bool { return r.env.Audience != "" && a.Text == r.env.Audience })
}

// block reads one piece of evidence. It is nil for the wrong audience.
func (r *resolver) block(n *outline.Node, t *Theme) *Block {
	if n.Block == nil || !r.shown(n) {
		return nil
	}
	b := &Block{Layout: n.Block.Name, At: n.At, Theme: t, ID: n.Words("id"), Named: n.Has("id")}
	prefix := "back"
	if t != nil {
		prefix = t.ID
	}
	if b.ID == "" {
		b.ID = b.Layout
	}
	b.ID = r.unique(prefix + "." + b.ID)
	notes := r.scope()
	r.inBlock = true
	defer func() { r.inBlock = false }()
	r.used, r.shownTables = nil, nil
	b.Title, b.TitleAt = r.prose(n.Get("title")), place(n, "title")
	if b.TitleAt.IsZero() {
		b.TitleAt = n.At
	}
	titled := r.used // they have their notes with the block; its sources are those of what it shows
	r.used = nil
	defer func() { b.Notes = notes() }()
	said := len(r.b.Quotations)
	b.Fields = r.fields(n, n.Block.Shape)
	b.Sources = r.sourceList(n.Get("source"))
	panels, all := r.panelSources(n)
	if b.OwnSource = len(b.Sources) > 0 || all; !b.OwnSource {
		b.Sources, b.OwnFigures = r.shownSources()
		if b.OwnSource = b.OwnFigures || len(b.Sources) > 0; !b.OwnSource {
			b.Sources = slices.Clone(r.inherited)
		}
	}
	b.Sources = union(b.Sources, panels)
	for _, s := range b.Sources {
		r.number(s)
	}
	for _, q := range r.b.Quotations[said:] {
		q.Sources, q.Block = b.Sources, b.ID
	}
	shown := r.shownNotes(append(titled, r.used...))
	b.Note, b.Say, b.Sticker = r.after(r.prose(n.Get("note")), shown), r.spoken(n.Get("say"), "speaker notes"), n.Words("sticker")
	r.holds(n.Get("holds"), b.ID)
	return b
}

// shownSources are those of the figures and data that the block shows. own says that there are none and none is missing: the
// figures are the issuer's.
func (r *resolver) shownSources() (out []*Source, own bool) {
	add := func(ss []*Source) {
		for _, s := range ss {
			if !slices.Contains(out, s) {
				out = append(out, s)
			}
		}
	}
	for _, fig := range r.used {
		own = own || fig.Basis != ""
		add(fig.Sources)
	}
	for _, t := range r.shownTables {
		for _, id := range t.Source {
			if s := r.sources[id]; s != nil {
				add([]*Source{s})
			}
		}
	}
	return out, own && len(out) == 0
}

// unique makes an id that no other block has, stable under edits elsewhere.
func (r *resolver) unique(id string) string {
	out := id
	for i := 2; r.ids[out]; i++ {
		out = id + "-" + strconv.Itoa(i)
	}
	r.ids[out] = true
	return out
}

func (r *resolver) sourceList(n *outline.Node) []*Source {
	if n == nil || n.Null {
		return nil
	}
	var out []*Source
	for _, k := range one(n) {
		if s := r.source(k.Text, k); s != nil {
			out = append(out, s)
		}
	}
	return out
}

// source looks an id up and numbers the source at its first use. at narrows the place of an error to bytes of the node's
// text.
func (r *resolver) source(id string, n *outline.Node, at ...int) *Source {
	s := r.sources[id]
	if s == nil {
		names := make([]string, len(r.b.Sources))
		for i, o := range r.b.Sources {
			names[i] = o.ID
		}
		hint := diag.DidYouMean(id, names)
		if hint == "" {
			hint = "sources are named in the map `sources`"
		}
		r.l.Error(narrow(n, at), "E-REF", hint, "there is no source %q", id)
		return nil
	}
	r.number(s)
	return s
}

func (r *resolver) number(s *Source) {
	if s.Number == 0 {
		r.cited++
		s.Number = r.cited
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func itoa(i int) string { return strconv.Itoa(i) }

// one is the items of a list, or the single value that stands for a list of one.
func one(n *outline.Node) []*outline.Node {
	if n == nil || n.Null {
		return nil
	}
	if n.List != nil {
		return n.List
	}
	return []*outline.Node{n}
}

func place(n *outline.Node, name string) diag.Span {
	if e := n.Get(name); e != nil {
		return e.At
	}
	return diag.Span{}
}

// slug is a theme's id when none is given: its name in lower case, words joined by hyphens.
func slug(name string) string {
	var b strings.Builder
	for _, c := range strings.ToLower(name) {
		switch {
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c > 0x7f:
			b.WriteRune(c)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}

// valueError reports an error of the value, date or formula grammar at the characters it names. The text was read without
// the blanks around it.
func (r *resolver) valueError(n *outline.Node, code string, err error) {
	var e *value.SyntaxError
	if !errors.As(err, &e) {
		r.l.Error(n.At, code, "", "%v", err)
		return
	}
	lead := len(n.Text) - len(strings.TrimLeftFunc(n.Text, unicode.IsSpace))
	r.l.Error(n.Range(lead+e.Offset, lead+e.End), code, e.Hint, "%s", e.Summary)
}

// narrow is the place of a node, or of the bytes at[0] to at[1] of its text.
func narrow(n *outline.Node, at []int) diag.Span {
	if len(at) == 2 {
		return n.Range(at[0], at[1])
	}
	return n.At
}
