package briefing

import (
	"bytes"
	"slices"
	"strings"

	"roadshow/briefing/outline"
	"roadshow/internal/diag"
	"roadshow/internal/lazy"
)

// Note is a footnote: [^a] marks the place, [^a]: gives its words in the same prose.
type Note struct {
	ID     string // "note.7"
	Words  Prose
	Number int // by first mark within its block, its theme or the page made of the outline: 1 is *, 2 is †
	At     diag.Span
	of     *Figure // whose note it is
	marked bool
}

// footnoteID is what stands between [^ and ].
var footnoteID = lazy.Pattern(`^\[\^([\pL\d_.-]{1,40})\]`)

// definition is one [^a]: words of a text, in bytes.
type definition struct {
	id       string
	from, to int // all of it
	words    int // where its words begin
}

// definitions finds the footnotes of the walker's text. They begin a line, of the text or of the author's file; in a single
// paragraph, which may be typed on one line, they may also follow a blank. An empty line ends them.
func (w *walker) definitions(single bool) []definition {
	s := w.n.Text
	if !strings.Contains(s, "]:") || !strings.Contains(s, "[^") {
		return nil
	}
	var out []definition
	for at := 0; ; {
		i := strings.Index(s[at:], "[^")
		if i < 0 {
			break
		}
		i += at
		at = i + 2
		m := footnoteID().FindStringSubmatch(s[i:])
		if m == nil || !strings.HasPrefix(s[i+len(m[0]):], ":") || !w.begins(i, single) {
			continue
		}
		words := i + len(m[0]) + 1
		end := len(s)
		if k := strings.Index(s[words:], "\n\n"); k >= 0 {
			end = words + k
		}
		if n := len(out); n > 0 {
			out[n-1].to = min(out[n-1].to, i)
		}
		out = append(out, definition{id: m[1], from: i, to: end, words: words})
		at = words
	}
	return out
}

// begins says that a footnote's words may begin at a byte.
func (w *walker) begins(at int, single bool) bool {
	s := w.n.Text
	k := len(strings.TrimRight(s[:at], " \t"))
	switch {
	case k == 0, s[k-1] == '\n':
		return true
	case k == at:
		return false
	}
	return single || w.n.Pos(k-1).Line < w.n.Pos(at).Line
}

// footnotes reads the footnotes of a text and takes them out of what is read as its words. Bytes keep their places.
func (w *walker) footnotes(single bool) {
	defs := w.definitions(single)
	if len(defs) == 0 {
		return
	}
	whole := w.src
	w.src, w.notes = bytes.Clone(whole), map[string]*Note{}
	for _, d := range defs {
		from := len(strings.TrimRight(w.n.Text[:d.from], " \t\n"))
		blank(w.src[from:d.to])
		at := w.n.Range(d.from, d.words-1)
		if first := w.notes[d.id]; first != nil {
			w.r.l.Error(at, "E-DUP", "give it another name, and mark its place with that", "the footnote [^%s] stands here twice; the first is in line %d", d.id, first.At.Line)
			continue
		}
		note := &Note{At: at}
		w.notes[d.id] = note
		inner := &walker{r: w.r, n: w.n, src: whole[:d.to], note: true}
		if inner.lines(d.words, d.to, true) {
			continue
		}
		inner.parse(w.r.inlineParser(), d.words)
		if note.Words = inner.joined(); note.Words.Empty() {
			w.r.l.Error(at, "E-MISSING", "write its words behind the colon", "the footnote [^%s] is empty", d.id)
		}
		for _, f := range inner.remarked {
			note.Words = w.r.after(note.Words, f.Note)
		}
	}
	w.order = defs
}

// blank empties a stretch of text. Line breaks in it keep words apart and begin no code.
func blank(b []byte) {
	for i := range b {
		b[i] = '\n'
	}
}

// unmarked reports footnotes that nothing in their text marks.
func (w *walker) unmarked() {
	for _, d := range w.order {
		if n := w.notes[d.id]; n != nil && !n.marked {
			n.marked = true
			w.r.l.Error(n.At, "E-REF", "write [^"+d.id+"] behind the word that it explains, in the same text", "nothing marks the footnote [^%s]", d.id)
		}
	}
}

// mark puts the mark of a footnote behind the words so far.
func (w *walker) mark(c *markNode, style Inline, out *Prose) {
	id := string(w.src[c.from+1 : c.to])
	note := w.notes[id]
	switch {
	case w.note:
		w.r.l.Error(w.n.Range(c.from-1, c.to+1), "E-REF", "say it in the footnote itself", "a footnote has no footnotes")
		return
	case w.r.unfooted != "":
		w.r.l.Error(w.n.Range(c.from-1, c.to+1), "E-MARKDOWN", "say it in the words themselves", "%s have no footnotes", w.r.unfooted)
		if note != nil {
			note.marked = true
		}
		return
	case note == nil:
		w.r.l.Error(w.n.Range(c.from-1, c.to+1), "E-REF", "write [^"+id+"]: and its words in the same text", "there is no footnote [^%s] in this text", id)
		return
	case !note.marked:
		note.marked = true
		w.r.footnoted = append(w.r.footnoted, note)
		note.Number = len(w.r.footnoted)
		w.r.notes++
		note.ID = "note." + itoa(w.r.notes)
	}
	in := style
	in.Text, in.Note = "", note
	*out = append(*out, in)
}

// running says that words stand in running text: what they name has no source line to print its note with.
func (r *resolver) running() bool { return r.printed && !r.inBlock && r.unfooted == "" }

// noted says that running text names a figure that has a note.
func (r *resolver) noted(n *outline.Node) bool {
	if !r.running() || !strings.Contains(n.Text, "$") {
		return false
	}
	return slices.ContainsFunc(outline.References(n.Text), func(ref outline.Reference) bool {
		f := r.figures[ref.Name]
		return f != nil && !f.Note.Empty()
	})
}

// remark marks a figure in running text where it has a note: that is a footnote, once a text, and one for all texts of a
// theme. What the theme shows as a big number has its note there.
func (w *walker) remark(f *Figure, style Inline, out *Prose) {
	r := w.r
	if f == nil || f.Note.Empty() || !r.running() || slices.Contains(r.big, f.ID) || slices.Contains(w.remarked, f) {
		return
	}
	w.remarked = append(w.remarked, f)
	if w.note { // it has no footnotes: its words end with the note
		return
	}
	i := slices.IndexFunc(r.footnoted, func(n *Note) bool { return n.of == f })
	if i < 0 {
		i = len(r.footnoted)
		r.notes++
		r.footnoted = append(r.footnoted, &Note{ID: "note." + itoa(r.notes), Words: f.Note, Number: i + 1, At: place(r.nodes[f.ID], "note"), of: f, marked: true})
	}
	in := style
	in.Text, in.Note = "", r.footnoted[i]
	*out = append(*out, in)
}

// spoken reads what has no foot of its own on any page.
func (r *resolver) spoken(n *outline.Node, what string) []Para {
	outer := r.unfooted
	r.unfooted = what
	defer func() { r.unfooted = outer }()
	return r.rich(n)
}

// scope begins the footnotes of something that has a foot of its own, and returns how to end it: that gives them.
func (r *resolver) scope() (end func() []*Note) {
	outer := r.footnoted
	r.footnoted = nil
	return func() []*Note {
		own := r.footnoted
		r.footnoted = outer
		return own
	}
}

// Notes are the footnotes that the words mark, each once.
func (p Prose) Notes() []*Note {
	var out []*Note
	for _, i := range p {
		if i.Note != nil && !slices.Contains(out, i.Note) {
			out = append(out, i.Note)
		}
	}
	return out
}

// Unnoted is the words without the marks of footnotes, for places that repeat them: a contents page.
func (p Prose) Unnoted() Prose {
	if len(p.Notes()) == 0 {
		return p
	}
	var out Prose
	for _, i := range p {
		if i.Note == nil {
			out = append(out, i)
		}
	}
	return out
}
