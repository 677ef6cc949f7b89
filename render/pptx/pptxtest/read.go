package pptxtest

import (
	"strconv"
	"strings"
)

// Deck is what a reader finds in a presentation.
type Deck struct {
	Package              *Package
	Title, Author        string
	Width, Height        float64 // points
	Slides               []Slide
	Sections             []Section
	Layouts              map[string]*Node // by part
	Created, Application string
}

// Section is a stretch of slides with a name.
type Section struct {
	Name   string
	Slides int
}

// Slide is one slide in the order of the show.
type Slide struct {
	Part, Layout, Name string
	Title              string
	Shapes             []Shape // in reading order, those of groups behind their group
	Notes              []string
}

// Shape is something on a slide.
type Shape struct {
	ID          int
	Kind        string // "sp", "cxnSp", "pic", "graphicFrame", "grpSp"
	Name, Alt   string
	Decorative  bool
	Placeholder string // its type; "" none
	Depth       int    // groups around it
	X, Y, W, H  float64
	Paras       []Para
	Rows        [][]string // of a table: words by cell, merged ones empty
	Chart       string     // part of a chart
	Link        string     // where a click on it leads: an address, or a slide's part
}

// Para is a paragraph.
type Para struct {
	Runs   []Run
	Bullet string
}

// Run is a stretch of words that look alike.
type Run struct {
	Text, Lang, Latin, EastAsian string
	Size                         float64
	Bold, Italic                 bool
	Color                        string // "accent1" or "B3261E"
	Link                         string
}

// Words is what the paragraph says; no-break spaces, which hold words to their line, are spaces.
func (p Para) Words() string {
	var b strings.Builder
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return Plain(b.String())
}

// Plain is words with every kind of blank alike.
func Plain(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool {
		return r == ' ' || r == '\n' || r == '\t' || r == 0xA0 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x3000
	}), " ")
}

// Words is what a shape says.
func (s Shape) Words() string {
	var out []string
	for _, p := range s.Paras {
		out = append(out, p.Words())
	}
	for _, row := range s.Rows {
		out = append(out, row...)
	}
	return strings.TrimSpace(strings.Join(out, " "))
}

// Read reads a presentation.
func Read(data []byte) (*Deck, error) {
	p, err := Open(data)
	if err != nil {
		return nil, err
	}
	d := &Deck{Package: p, Layouts: map[string]*Node{}}
	pres := p.Follow("/", "officeDocument")
	tree := p.tree(pres)
	size := tree.First("sldSz")
	d.Width, d.Height = points(size.Attr("cx")), points(size.Attr("cy"))
	for _, id := range tree.All("sldId") {
		if id.Space != "http://schemas.openxmlformats.org/presentationml/2006/main" {
			continue
		}
		if r, ok := p.Lead(pres, id.Attr("r:id")); ok {
			d.Slides = append(d.Slides, p.slide(r.Target))
		}
	}
	tree.Each("section", func(s *Node) { d.Sections = append(d.Sections, Section{s.Attr("name"), len(s.All("sldId"))}) })
	for name, kind := range p.Types {
		if strings.HasSuffix(kind, ".slideLayout+xml") {
			d.Layouts[name] = p.tree(name)
		}
	}
	core, app := p.tree(p.Follow("/", "core-properties")), p.tree(p.Follow("/", "extended-properties"))
	d.Title, d.Author, d.Created, d.Application = core.Kid("title").Text, core.Kid("creator").Text, core.Kid("created").Text, app.Kid("Application").Text
	return d, nil
}

func (p *Package) tree(name string) *Node {
	if t := p.Trees[name]; t != nil {
		return t
	}
	return &Node{}
}

func (p *Package) slide(part string) Slide {
	tree := p.tree(part)
	s := Slide{Part: part, Layout: p.Follow(part, "slideLayout"), Name: tree.Kid("cSld").Attr("name")}
	p.shapes(&s, tree.First("spTree"), 0)
	for _, sh := range s.Shapes {
		if sh.Placeholder == "title" || sh.Placeholder == "ctrTitle" {
			s.Title = sh.Words()
		}
	}
	if notes := p.Follow(part, "notesSlide"); notes != "" {
		own := Slide{Part: notes}
		p.shapes(&own, p.tree(notes).First("spTree"), 0)
		for _, sh := range own.Shapes {
			for _, para := range sh.Paras {
				s.Notes = append(s.Notes, para.Words())
			}
		}
	}
	return s
}

func (p *Package) shapes(s *Slide, tree *Node, depth int) {
	for _, n := range tree.Kids {
		switch n.Name {
		case "sp", "cxnSp", "pic", "graphicFrame", "grpSp":
		default:
			continue
		}
		own := n.Kids[0] // nv…Pr
		id := own.Kid("cNvPr")
		sh := Shape{Kind: n.Name, Name: id.Attr("name"), Alt: id.Attr("descr"), Depth: depth, Link: p.link(s.Part, id)}
		sh.ID, _ = strconv.Atoi(id.Attr("id"))
		sh.Decorative = id.First("decorative").Attr("val") == "1"
		if ph := own.First("ph"); ph.Name != "" {
			if sh.Placeholder = ph.Attr("type"); sh.Placeholder == "" {
				sh.Placeholder = "obj"
			}
		}
		x := n.First("xfrm")
		if x.Name == "" { // where its layout has it
			x = p.placeholder(s.Layout, own.First("ph")).First("xfrm")
		}
		sh.X, sh.Y = points(x.Kid("off").Attr("x")), points(x.Kid("off").Attr("y"))
		sh.W, sh.H = points(x.Kid("ext").Attr("cx")), points(x.Kid("ext").Attr("cy"))
		if n.Name == "sp" {
			sh.Paras = p.paras(s.Part, n.Kid("txBody"))
		}
		if n.Name == "graphicFrame" {
			if r, ok := p.Lead(s.Part, n.First("chart").Attr("r:id")); ok {
				sh.Chart = r.Target
			}
			for _, tr := range n.All("tr") {
				var row []string
				for _, tc := range tr.All("tc") {
					var words []string
					for _, para := range p.paras(s.Part, tc.Kid("txBody")) {
						words = append(words, para.Words())
					}
					row = append(row, strings.TrimSpace(strings.Join(words, " ")))
				}
				sh.Rows = append(sh.Rows, row)
			}
		}
		s.Shapes = append(s.Shapes, sh)
		if n.Name == "grpSp" {
			p.shapes(s, n, depth+1)
		}
	}
}

// placeholder is the shape of a layout that a slide's placeholder stands for.
func (p *Package) placeholder(layout string, ph *Node) *Node {
	for _, n := range p.tree(layout).All("sp") {
		if own := n.First("ph"); own.Name != "" && own.Attr("type") == ph.Attr("type") && own.Attr("idx") == ph.Attr("idx") {
			return n
		}
	}
	return &Node{}
}

func (p *Package) paras(part string, body *Node) (out []Para) {
	for _, n := range body.Kids {
		if n.Name != "p" {
			continue
		}
		own := Para{Bullet: n.Kid("pPr").Kid("buChar").Attr("char") + n.Kid("pPr").Kid("buAutoNum").Attr("type")}
		for _, r := range n.Kids {
			switch r.Name {
			case "br":
				own.Runs = append(own.Runs, Run{Text: "\n"})
			case "r", "fld":
				pr := r.Kid("rPr")
				size, _ := strconv.ParseFloat(pr.Attr("sz"), 64)
				fill := pr.Kid("solidFill")
				own.Runs = append(own.Runs, Run{Text: r.Kid("t").Text, Lang: pr.Attr("lang"), Latin: pr.Kid("latin").Attr("typeface"), EastAsian: pr.Kid("ea").Attr("typeface"),
					Size: size / 100, Bold: pr.Attr("b") == "1", Italic: pr.Attr("i") == "1", Color: fill.Kid("srgbClr").Attr("val") + fill.Kid("schemeClr").Attr("val"), Link: p.link(part, pr)})
			}
		}
		out = append(out, own)
	}
	return out
}

func (p *Package) link(part string, n *Node) string {
	if id := n.Kid("hlinkClick").Attr("r:id"); id != "" {
		r, _ := p.Lead(part, id)
		return r.Target
	}
	return ""
}

func points(s string) float64 {
	v, _ := strconv.ParseFloat(s, 64)
	return v / 12700
}
