package briefing

import (
	"errors"
	"strconv"
	"strings"
	"sync"

	"roadshow/briefing/evidence/source"
	"roadshow/briefing/evidence/table"
	"roadshow/briefing/evidence/value"
	"roadshow/briefing/outline"
	"roadshow/charts"
	"roadshow/internal/diag"
	"roadshow/typeset"
)

// items is the list of a node that may be missing.
func items(n *outline.Node) []*outline.Node {
	if n == nil || n.Null {
		return nil
	}
	return n.List
}

// fields resolves a checked mapping by its shape. Fields common to all blocks are read by block.
func (r *resolver) fields(n *outline.Node, s *outline.Shape) Fields {
	f := Fields{node: n, parts: map[string]*Part{}}
	for i := range s.Fields {
		fd := &s.Fields[i]
		if e := n.Get(fd.Name); e != nil && !e.Null {
			f.parts[fd.Name] = r.part(e, fd)
		}
	}
	if t := n.Get("text"); t != nil && isQuotation(s) {
		r.quotation(t, f)
	}
	if s.Name == "chart" {
		spec := r.chart(n, f)
		f.parts[""] = &Part{node: n, chart: sync.OnceValue(func() *charts.Chart { return charts.Judge(spec) })}
	}
	return f
}

// isQuotation says whether a mapping holds a quotation: its text is verbatim.
func isQuotation(s *outline.Shape) bool {
	for i := range s.Fields {
		if s.Fields[i].Name == "text" {
			return s.Fields[i].Type == outline.Quotation
		}
	}
	return false
}

// quotation notes words that must stand in a source.
func (r *resolver) quotation(text *outline.Node, f Fields) {
	q := &Quotation{Quote: source.Quote{Text: text.Text}, By: f.Who("by"), Paraphrase: f.Flag("paraphrase"), At: text.At}
	if c := f.part("credit"); c.node != nil {
		q.Credit, q.CreditAt = c.node.Text, c.node.At
	}
	r.b.Quotations = append(r.b.Quotations, q)
}

func (r *resolver) part(n *outline.Node, fd *outline.Field) *Part {
	p := &Part{node: n}
	switch {
	case fd.Rows:
		for _, row := range items(n) {
			rp := &Part{node: row}
			for _, c := range items(row) {
				rp.items = append(rp.items, r.scalar(c, fd))
			}
			p.items = append(p.items, rp)
		}
	case fd.List && fd.Type == outline.Object:
		for _, k := range one(n) {
			f := r.object(k, fd.Shape)
			p.list = append(p.list, f)
			p.items = append(p.items, &Part{node: k, fields: f, chart: f.part("").chart})
		}
	case fd.List:
		for _, k := range one(n) {
			p.items = append(p.items, r.scalar(k, fd))
		}
	case fd.Map:
		for _, k := range n.Keys {
			var kp *Part
			if fd.Type == outline.Object {
				kp = &Part{node: k, fields: r.object(k, fd.Shape)}
			} else {
				kp = r.scalar(k, fd)
			}
			p.items = append(p.items, kp)
		}
	case fd.Type == outline.Object:
		p.fields = r.object(n, fd.Shape)
		p.chart = p.fields.part("").chart
	default:
		return r.scalar(n, fd)
	}
	return p
}

// object resolves a mapping; a bare scalar fills the shape's short field.
func (r *resolver) object(n *outline.Node, s *outline.Shape) Fields {
	if n.Keys == nil && n.List == nil && s.Short != "" && n.Text != "" {
		for i := range s.Fields {
			if s.Fields[i].Name == s.Short {
				return Fields{node: n, parts: map[string]*Part{s.Short: r.scalar(n, &s.Fields[i])}}
			}
		}
	}
	return r.fields(n, s)
}

// scalar resolves one value.
func (r *resolver) scalar(n *outline.Node, fd *outline.Field) *Part {
	p := &Part{node: n, words: strings.TrimSpace(n.Text)}
	switch fd.Type {
	case outline.Words, outline.Scalar:
		p.words = r.words(n)
		p.prose = Plain(p.words)
	case outline.Prose:
		p.prose = r.prose(n)
		p.words = p.prose.String()
	case outline.Rich:
		p.paras = r.rich(n)
	case outline.Quotation:
		p.words = r.verbatim(n)
		p.prose = Plain(p.words)
	case outline.Amount:
		p.value = r.amount(n)
	case outline.Date:
		p.date = r.date(n)
	case outline.Whole:
		p.whole, _ = strconv.Atoi(n.Text)
	case outline.Flag:
		p.flag = n.Text == "true"
	case outline.Who:
		p.voice = r.who(n)
	case outline.Ref:
		r.ref(p, n, fd.To)
	}
	return p
}

func (r *resolver) who(n *outline.Node) Voice {
	w := strings.TrimSpace(n.Text)
	if p := r.people[w]; p != nil {
		return Voice{Person: p}
	}
	for _, p := range r.b.People {
		if p.Name == w {
			return Voice{Person: p}
		}
	}
	return Voice{Words: typeset.Smart(w, r.b.Tag)}
}

func (r *resolver) ref(p *Part, n *outline.Node, to string) {
	switch to {
	case "figures":
		if p.figure = r.figure(n.Text, n); p.figure != nil {
			p.value = p.figure.Value
		}
	case "people":
		p.person = r.people[n.Text]
	case "sources":
		p.source = r.source(n.Text, n)
	case "data":
		if p.table = r.b.Tables[n.Text]; p.table != nil {
			r.shownTables = append(r.shownTables, p.table)
		}
	}
}

// amount reads a value, or takes a figure's.
func (r *resolver) amount(n *outline.Node) value.Value {
	t := strings.TrimSpace(n.Text)
	if refs := outline.References(t); len(refs) == 1 && refs[0].From == 0 && refs[0].To == len(t) {
		f := r.figure(refs[0].Name, n)
		if f == nil {
			return value.Value{State: value.Unknown, At: n.At}
		}
		v := f.Value
		switch refs[0].Suffix {
		case "low":
			v = v.Low()
		case "high":
			v = v.High()
		}
		v.At = n.At
		r.alone(n, f)
		return v
	}
	v, err := table.ReadTyped(t, r.b.Marks)
	if err != nil {
		r.valueError(n, value.CodeOf(err, "E-VALUE"), err)
		return value.Value{State: value.Unknown, At: n.At}
	}
	v.At = n.At
	return v
}

// alone notes that a figure stands alone for a value.
func (r *resolver) alone(n *outline.Node, f *Figure) {
	if r.b.Alone == nil {
		r.b.Alone = map[diag.Span]*Figure{}
	}
	r.b.Alone[n.At] = f
}

func (r *resolver) date(n *outline.Node) value.Date {
	if n == nil || n.Null {
		return value.Date{}
	}
	d, err := r.b.Calendar.ParseDate(strings.TrimSpace(n.Text))
	if err != nil {
		code := "E-DATE"
		if fault := (*value.DateError)(nil); errors.As(err, &fault) {
			code = fault.Code
		}
		r.valueError(n, code, err)
	}
	return d
}

// figure looks a figure up, computes it at its first use and remembers that the block at hand uses it. at narrows the
// place of an error to bytes of the node's text.
func (r *resolver) figure(id string, n *outline.Node, at ...int) *Figure {
	f := r.figures[id]
	if _, term := r.terms[id]; term && f == nil {
		r.l.Error(narrow(n, at), "E-REF", "name a figure here", "$%s is a term: words, no number", id)
		return nil
	}
	if f == nil {
		r.l.Error(narrow(n, at), "E-REF", didYouMean(id, append(r.figureIDs(), sortedKeys(r.terms)...)), "there is no figure $%s", id)
		return nil
	}
	r.compute(f)
	r.used = append(r.used, f)
	if r.printed {
		for _, s := range f.Sources {
			r.number(s)
		}
	}
	return f
}

func didYouMean(id string, names []string) string {
	if id == "to" {
		return "$to.name, $to.org and $to.copy are known in `mail` only: every copy says them on its pages by itself"
	}
	if near := diag.Nearest(id, names); near != "" {
		return "did you mean $" + near + "? a dollar sign is written $$"
	}
	return "figures are named in the map `figures`, words in `terms`; a dollar sign is written $$"
}

// Quote reads the mapping as a quotation: fields text, by, role, gloss, locator, date, credit, paraphrase.
func (f Fields) Quote() Quote {
	q := Quote{Text: f.Words("text"), By: f.Who("by"), Role: f.Words("role"), Gloss: f.Prose("gloss"), Locator: f.Words("locator"),
		Date: f.Date("date"), Credit: f.Words("credit"), Paraphrase: f.Flag("paraphrase"), At: f.Place(), TextAt: f.PlaceOf("text")}
	if p := q.By.Person; p != nil && q.Role == "" {
		q.Role = p.Post
	}
	return q
}

// Quotes is a list of quotations.
func (f Fields) Quotes(name string) []Quote {
	var out []Quote
	for _, i := range f.List(name) {
		out = append(out, i.Quote())
	}
	return out
}

func joinNonEmpty(sep string, parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, sep)
}
