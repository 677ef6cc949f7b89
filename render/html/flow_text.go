package html

import (
	"fmt"
	"strconv"
	"strings"

	"roadshow/scene"
)

// text writes the paragraphs of a text with the elements that their role has.
func (r *reader) text(t *scene.Text, at string, indent, width scene.Pt) error {
	first := true
	if t.Role == scene.RoleList && !r.joined[t] {
		return r.listing(&thing{items: []scene.Item{t}}, at)
	}
	for _, b := range r.blocks(t) {
		para := b.lines[0].Para
		if para == 0 && r.joined[t] {
			continue
		}
		gap := at
		if !first {
			gap = r.flows.gap(4)
		}
		if err := r.block(t, &b, para, gap, indent, width, first); err != nil {
			return fmt.Errorf("%s: %w", scene.Name(t), err)
		}
		first = false
	}
	return nil
}

func (r *reader) block(t *scene.Text, b *block, para int, at string, indent, width scene.Pt, first bool) error {
	tag, around, class := "p", "", ""
	switch t.Role {
	case scene.RoleTitle, scene.RoleHeading, scene.RoleSubheading:
		if n := r.reading.Level(t); n > 0 && first {
			tag = "h" + strconv.Itoa(n)
		}
	case scene.RoleQuote:
		around = "blockquote"
	case scene.RoleFigure:
		class = " big"
	case scene.RoleNumber:
		class = " no"
	case scene.RoleSource:
		class = " so"
	case scene.RoleOrnament:
		class = " or"
	case scene.RoleSticker:
		class = " st"
	}
	if around != "" {
		r.raw("<", around, ` class="`, at, `"><p`)
		at = ""
		tag = "p"
	} else {
		r.raw("<", tag)
	}
	if first {
		r.identify(t.ID)
	}
	how := ""
	if indent > 3 && width > 0 {
		class, how = class+" in", ";--i:"+number(indent)
	}
	if most := t.Frame.W; most > 60 && most < width-12-indent && len(b.lines) > 1 {
		how += ";max-width:calc(" + number(most+4) + "px*var(--z))"
	}
	if t.Align == scene.Right {
		how += ";text-align:right"
	} else if t.Align == scene.Center {
		how += ";text-align:center"
	}
	r.raw(` class="`, strings.TrimSpace(r.flows.class(b.base)+class+" "+at), `"`)
	if how != "" {
		r.raw(` style="`, how[1:], `"`)
	}
	if t.Role == scene.RoleOrnament {
		r.raw(` aria-hidden="true"`)
	}
	if t.Lang != "" {
		r.attr("lang", t.Lang)
	}
	r.raw(">")
	if err := r.words(t, para, b.base); err != nil {
		return err
	}
	r.raw("</", tag, ">")
	if around != "" {
		r.raw("</", around, ">")
	}
	r.raw("\n")
	return nil
}

// listing writes the items of one list, which nest by their depth.
func (r *reader) listing(u *thing, at string) error {
	in := &nest{w: r.writer, end: ">"}
	for i, it := range u.items {
		t := it.(*scene.Text)
		gap := at
		if i > 0 {
			gap = r.flows.gap(scene.Bounds(t).Y - scene.Bounds(u.items[i-1]).Bottom())
		}
		for _, b := range r.blocks(t) {
			if err := r.item(t, &b, gap, in); err != nil {
				return fmt.Errorf("%s: %w", scene.Name(t), err)
			}
			gap = r.flows.gap(3)
		}
	}
	in.shut(0)
	r.raw("\n")
	return nil
}

// item is one item; it stays open for lists below it.
func (r *reader) item(t *scene.Text, b *block, gap string, in *nest) error {
	para := b.lines[0].Para
	p := t.Paras[para]
	tag := listTag(p.Marker)
	if in.into(tag, p.Depth) {
		r.raw("<", tag, ` class="li`)
		if p.Marker == "" {
			r.raw(" bare")
		}
		r.raw(`"`)
		if n, err := strconv.Atoi(strings.TrimRight(p.Marker, ".)")); err == nil && n != 1 {
			r.raw(` start="`, strconv.Itoa(n), `"`)
		}
		r.raw(">")
	}
	r.raw(`<li class="`, r.flows.class(b.base), " ", gap, `"`)
	r.identify(t.ID)
	r.raw(">")
	return r.words(t, para, b.base)
}

// words writes a paragraph with what goes on from it on later pages.
func (r *reader) words(t *scene.Text, para int, base style) error {
	expand := strings.TrimSpace(t.Expand)
	if expand != "" {
		r.raw("<abbr")
		r.attr("title", expand)
		r.raw(">")
	}
	if err := r.inline(t, para, base); err != nil {
		return err
	}
	if para == len(t.Paras)-1 && t.ID != "" {
		for _, rest := range r.rests[t.ID] {
			if err := r.inline(rest, 0, base); err != nil {
				return err
			}
			if len(rest.Paras) > 1 {
				break
			}
		}
	}
	if expand != "" {
		r.raw("</abbr>")
	}
	return nil
}

// stretch is neighbouring words of a paragraph that are set alike and lead to the same place.
type stretch struct {
	words string
	style style
	rise  scene.Pt
	link  string
	lang  string
	proof int
}

// stretches are a paragraph's words, as they are meant, in the faces that draw them.
func (r *reader) stretches(t *scene.Text, para int, base style) (out []stretch) {
	add := func(s stretch) {
		if s.words == "" {
			return
		}
		if n := len(out); n > 0 {
			if last := out[n-1]; last.style == s.style && last.rise == s.rise && last.link == s.link && last.lang == s.lang && last.proof == s.proof {
				out[n-1].words += s.words
				return
			}
		}
		out = append(out, s)
	}
	spans := t.Paras[para].Spans
	at, done := 0, 0 // the span, and how much of it is written
	var last stretch
	ends := func(to int) { // the words of spans before one that no line draws: blanks
		for at < to {
			rest := last
			if done == 0 {
				rest = stretch{style: base, link: spans[at].Link}
			}
			rest.words = spans[at].Text[done:]
			add(rest)
			at, done = at+1, 0
		}
	}
	pieces := t.Pieces()
	for i := range t.Lines {
		if t.Lines[i].Para != para {
			continue
		}
		for _, p := range pieces[i] {
			if p.Span < 0 {
				continue
			}
			ends(p.Span)
			run := &t.Lines[i].Runs[p.Run]
			s := stretch{words: spans[p.Span].Text[done:max(done, p.Of[1])], style: styleOf(run), rise: run.Rise, link: spans[p.Span].Link,
				lang: run.Lang(r.deck.Meta.Language), proof: spans[p.Span].Proof}
			if strings.TrimSpace(s.words) == "" && len(out) > 0 {
				s.style, s.rise, s.lang = out[len(out)-1].style, out[len(out)-1].rise, ""
			}
			done = max(done, p.Of[1])
			last = s
			add(s)
		}
	}
	ends(len(spans))
	return out
}

// inline writes the words of a paragraph.
func (r *reader) inline(t *scene.Text, para int, base style) error {
	if para >= len(t.Paras) {
		return nil
	}
	for i := range t.Lines {
		if t.Lines[i].Para == para {
			for k := range t.Lines[i].Runs {
				if err := r.faces.run(&t.Lines[i].Runs[k]); err != nil {
					return err
				}
			}
		}
	}
	list := r.stretches(t, para, base)
	for i := 0; i < len(list); {
		to := i + 1
		for to < len(list) && list[to].link == list[i].link && (list[i].link != "" || list[to].proof == list[i].proof) {
			to++
		}
		closing := ""
		if link := list[i].link; r.mark(t, link) {
			closing = "</a>"
		} else if r.cite(t, link) {
			closing = "</a></cite>"
		} else if link != "" && r.anchor(link) {
			closing = "</a>"
		} else if id := r.proof(list[i].proof); id != "" && link == "" {
			class := "pf"
			if t.Role == scene.RoleQuote {
				class = "pf pw"
			}
			r.raw(`<a class="`, class, `" href="#`, id, `" aria-describedby="`, id, `">`)
			closing = "</a>"
		}
		for _, s := range list[i:to] {
			r.stretch(&s, base)
		}
		r.raw(closing)
		i = to
	}
	return nil
}

func (r *reader) stretch(s *stretch, base style) {
	own := s.style
	own.line, base.line = 0, 0
	tag := ""
	switch {
	case s.rise != 0:
		tag = "sup"
	case own == base:
	case heavier(own.font, base.font):
		tag = "strong"
	case italic(own.font) && !italic(base.font):
		tag = "em"
	default:
		tag = "span"
	}
	if tag == "" && s.lang != "" {
		tag = "span"
	}
	r.faces.text(s.style.font, s.words)
	if tag == "" {
		r.say(seen(s.words))
		return
	}
	r.raw("<", tag)
	if own != base && s.rise == 0 {
		r.raw(` class="`, r.flows.class(own), `"`)
	}
	if s.lang != "" {
		r.attr("lang", s.lang)
	}
	r.raw(">")
	r.say(seen(s.words))
	r.raw("</", tag, ">")
}

func heavier(a, b scene.Font) bool {
	heavy := func(f scene.Font) bool {
		return strings.Contains(string(f.Role()), "semibold") || strings.Contains(string(f.Role()), "medium")
	}
	return heavy(a) && !heavy(b) && family(a) == family(b)
}

func italic(f scene.Font) bool { return strings.Contains(string(f.Role()), "italic") }

func family(f scene.Font) string {
	name, _, _ := strings.Cut(string(f.Role()), "-")
	return name
}
