package pptx

import (
	"cmp"
	"fmt"
	"strings"

	"roadshow/scene"
)

// slide writes one page.
type slide struct {
	*part
	w      *writer
	theme  *theme
	page   *scene.Page
	layout *layout
	ids    int         // shapes so far
	clip   []side      // what is drawn now lies on these sides …
	frame  *scene.Rect // … which are those of this frame
	noted  bool
	inner  int            // groups that are open
	used   map[string]int // placeholders so far, by what they hold
	err    error          // the first that a link or a face met
	title  *scene.Text    // the slide's title, wherever it stands …
	number *scene.Text    // … its number …
	footer *scene.Text    // … and its footer
}

const slideType = "application/vnd.openxmlformats-officedocument.presentationml.slide+xml"

func slideName(i int) string { return fmt.Sprintf("/ppt/slides/slide%d.xml", i+1) }

// slide makes the part of a page.
func (k *writer) slide(i int) error {
	pg := &k.deck.Pages[i]
	s := &slide{part: k.add(slideName(i), slideType), w: k, theme: k.theme, page: pg, layout: k.layoutOf(pg), used: map[string]int{}}
	k.slides = append(k.slides, s)
	s.rel("slideLayout", s.layout.name)
	s.put(declaration, `<p:sld`, namespaces, `><p:cSld`)
	s.attr("name", strings.TrimPrefix(pg.ID, "slide:"))
	s.put(`>`)
	if pg.Background != s.layout.ground && !pg.Background.None() {
		s.ground(pg.Background)
	}
	s.put(`<p:spTree>`)
	s.root()
	s.find(i + 1)
	if s.title == nil {
		s.hiddenTitle()
	}
	if err := s.items(ordered(pg.Items)); err != nil {
		return err
	}
	s.put(`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`)
	s.say(i)
	return nil
}

// find looks for what office programs know by name: the title, the largest words of a quotation or a statement where there is none, the
// number and the footer.
func (s *slide) find(number int) {
	var words *scene.Text
	for _, p := range painted(s.page.Items, "", nil) {
		t, ok := p.item.(*scene.Text)
		if !ok || len(t.Lines) == 0 || len(t.Lines[0].Runs) == 0 {
			continue
		}
		switch {
		case t.Role == scene.RoleTitle && s.title == nil:
			s.title = t
		case (t.Role == scene.RoleQuote || t.Role == scene.RoleSoWhat) && (words == nil || t.Lines[0].Runs[0].Size > words.Lines[0].Runs[0].Size):
			words = t
		case t.Role != scene.RoleFurniture || t.Frame.Y < s.w.deck.Size.H/2:
		case plain(t) == itoa(number):
			s.number = t
		case plain(t) != itoa(s.page.Number) && (s.footer == nil || t.Frame.X < s.footer.Frame.X):
			s.footer = t
		}
	}
	if s.title == nil {
		s.title = words
	}
}

// plain is what a text says.
func plain(t *scene.Text) string {
	var b strings.Builder
	for _, p := range parasOf(t) {
		for _, r := range p.runs {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

// hiddenTitle names a slide that shows no title: above its edge, where lists of slides and screen readers find it.
func (s *slide) hiddenTitle() {
	words := cmp.Or(s.page.Title, s.page.ID)
	s.put(`<p:sp><p:nvSpPr>`)
	s.identity("Title", "", "")
	s.put(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>`)
	s.xfrm("a:xfrm", scene.Rect{Y: -40, W: s.w.deck.Size.W, H: 32}, "")
	s.put(`</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="`, s.w.lang("", false), `" sz="1400" dirty="0"/><a:t>`, esc(words), `</a:t></a:r></a:p></p:txBody></p:sp>`)
}

// ordered puts what stands on every page behind what the page says: that is the order in which the slide is read aloud. No words lie
// over each other, so it is painted alike.
func ordered(items []scene.Item) (out []scene.Item) {
	var last []scene.Item
	for _, it := range items {
		if g, ok := it.(*scene.Group); ok && g.Role == scene.RoleFurniture {
			last = append(last, it)
		} else {
			out = append(out, it)
		}
	}
	return append(out, last...)
}

// ground paints the slide.
func (o *slide) ground(c scene.Color) {
	o.put(`<p:bg><p:bgPr>`)
	o.fill(c)
	o.put(`<a:effectLst/></p:bgPr></p:bg>`)
}

// root is the group that all shapes stand in.
func (s *slide) root() {
	s.ids++
	s.put(`<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>`)
}

// identity writes a shape's number, its name, what it shows and where a click on it leads.
func (s *slide) identity(name, alt, link string) {
	s.ids++
	s.put(`<p:cNvPr id="`, s.ids, `" name="`, esc(name), `"`)
	s.attr("descr", alt)
	if link == "" {
		s.put(`/>`)
		return
	}
	s.put(`>`)
	s.link(link, false)
	s.put(`</p:cNvPr>`)
}

// decoration is the identity of what nobody needs to hear of. What a layout draws nobody hears of.
func (s *slide) decoration(name string) {
	if s.page == nil {
		s.identity(name, "", "")
		return
	}
	s.ids++
	s.put(`<p:cNvPr id="`, s.ids, `" name="`, esc(name), `"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">`,
		`<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></p:cNvPr>`)
}

// named is what the pane that lists a slide's shapes calls one: what it is for, and its place in the outline.
func (s *slide) named(role scene.Role, id string) string {
	kind := strings.ToUpper(string(role[:min(1, len(role))])) + strings.ReplaceAll(string(role[min(1, len(role)):]), "-", " ")
	if kind == "" {
		kind = "Text"
	}
	if id == "" {
		return kind + " " + itoa(s.ids+1)
	}
	return kind + " " + id
}

func (s *slide) items(items []scene.Item) error {
	for _, it := range items {
		err := s.item(it)
		if err == nil {
			err = s.err
		}
		if err != nil {
			return fmt.Errorf("%s: %w", scene.Name(it), err)
		}
	}
	return nil
}

// item replays one item. The set is closed: a kind that is not listed is an error, and a test walks them all.
func (s *slide) item(it scene.Item) error {
	switch it := it.(type) {
	case *scene.Text:
		s.text(it)
		return nil
	case *scene.Shape:
		s.shape(it)
		return nil
	case *scene.Image:
		return s.image(it)
	case *scene.Art:
		return s.art(it)
	case *scene.Group:
		return s.group(it)
	case *scene.Table:
		return s.table(it)
	case *scene.Chart:
		if ok, err := s.chart(it); ok || err != nil {
			return err
		}
		return s.within(s.named("chart", it.ID), it.Alt, false, it.Drawing)
	}
	return fmt.Errorf("an item of kind %T cannot be written", it)
}
