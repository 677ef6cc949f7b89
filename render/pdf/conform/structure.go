package conform

import (
	"slices"
	"strconv"
	"strings"
)

// element is a node of the structure.
type element struct {
	self   ref
	kind   string
	dict   dict
	parent *element
	kids   []*element
	links  []ref // annotations
	level  int   // of a heading; 0: none
}

// readTree reads the structure down from its root, and notes to which element each piece of content belongs.
func (d *doc) readTree() {
	root := d.dict(d.catalog["StructTreeRoot"])
	if root == nil {
		return
	}
	number := map[ref]int{}
	for _, p := range d.pages {
		number[p.self] = p.number
	}
	seen := map[ref]bool{}
	var read func(r ref, parent *element) *element
	read = func(r ref, parent *element) *element {
		v := d.dict(r)
		if v == nil || seen[r] {
			return nil
		}
		seen[r] = true
		kind, _ := v["S"].(name)
		e := &element{self: r, kind: string(kind), dict: v, parent: parent}
		if len(kind) == 2 && kind[0] == 'H' {
			e.level, _ = strconv.Atoi(string(kind[1:]))
		}
		page, _ := v["Pg"].(ref)
		kids, ok := d.get(v["K"]).(array)
		if !ok && v["K"] != nil {
			kids = array{v["K"]}
		}
		for _, k := range kids {
			switch k := k.(type) {
			case float64:
				d.marks[[2]int{number[page], int(k)}] = e
			case ref:
				if one := read(k, e); one != nil {
					e.kids = append(e.kids, one)
				}
			case dict:
				if k["Type"] == name("OBJR") {
					a, _ := k["Obj"].(ref)
					e.links = append(e.links, a)
				} else if n, ok := k["MCID"].(float64); ok {
					on, ok := k["Pg"].(ref)
					if !ok {
						on = page
					}
					d.marks[[2]int{number[on], int(n)}] = e
				}
			}
		}
		return e
	}
	if top, ok := root["K"].(ref); ok {
		d.tree = read(top, nil)
	} else if list, ok := d.get(root["K"]).(array); ok && len(list) == 1 {
		top, _ := list[0].(ref)
		d.tree = read(top, nil)
	}
}

// every visits the elements in the order of the structure.
func (d *doc) every(visit func(*element)) {
	var walk func(*element)
	walk = func(e *element) {
		visit(e)
		for _, k := range e.kids {
			walk(k)
		}
	}
	if d.tree != nil {
		walk(d.tree)
	}
}

// standardKinds are the structure types of ISO 32000-1, 14.8.4.
var standardKinds = strings.Fields("Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody " +
	"Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form")

// attribute is what an element's attributes say, whichever object they stand in.
func (d *doc) attribute(e *element, key name) any {
	lists, ok := d.get(e.dict["A"]).(array)
	if !ok {
		lists = array{e.dict["A"]}
	}
	for _, a := range lists {
		if v := d.dict(a)[key]; v != nil {
			return v
		}
	}
	return nil
}

// nests makes a check that elements of a kind hold, or stand in, none but these kinds.
func nests(clause, about, kind string, inside bool, kinds string) check {
	allowed := strings.Fields(kinds)
	return check{clause, about, func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if e.kind != kind {
				return
			}
			if inside {
				if e.parent == nil || !slices.Contains(allowed, e.parent.kind) {
					report("object %d does not", e.self)
				}
				return
			}
			for _, k := range e.kids {
				if !slices.Contains(allowed, k.kind) {
					report("%s in object %d", k.kind, e.self)
				}
			}
		})
	}}
}

// count is how many parts of a kind an element has.
func (e *element) count(kind string) (n int) {
	for _, k := range e.kids {
		if k.kind == kind {
			n++
		}
	}
	return n
}

// rows are the rows of a table, in order.
func (e *element) rows() (out []*element) {
	for _, k := range e.kids {
		switch k.kind {
		case "TR":
			out = append(out, k)
		case "THead", "TBody", "TFoot":
			out = append(out, k.rows()...)
		}
	}
	return out
}

// structureChecks hold the tree.
var structureChecks = []check{
	{"UA-1 7.1 e", "every kind of element is a standard one, or mapped to one", func(d *doc, report func(string, ...any)) {
		roles := d.dict(d.dict(d.catalog["StructTreeRoot"])["RoleMap"])
		d.every(func(e *element) {
			if to, _ := roles[name(e.kind)].(name); !slices.Contains(standardKinds, e.kind) && !slices.Contains(standardKinds, string(to)) {
				report("%q, object %d", e.kind, e.self)
			}
		})
	}},
	{"UA-1 7.1 g", "no standard kind is given another meaning", func(d *doc, report func(string, ...any)) {
		for k := range d.dict(d.dict(d.catalog["StructTreeRoot"])["RoleMap"]) {
			if slices.Contains(standardKinds, string(k)) {
				report("%s", k)
			}
		}
	}},
	nests("UA-1 7.2 table a", "a table holds rows, heads, bodies, feet and a caption", "Table", false, "TR THead TBody TFoot Caption"),
	nests("UA-1 7.2 table b", "a row stands in a table", "TR", true, "Table THead TBody TFoot"),
	nests("UA-1 7.2 table c", "a head stands in a table", "THead", true, "Table"),
	nests("UA-1 7.2 table d", "a body stands in a table", "TBody", true, "Table"),
	nests("UA-1 7.2 table e", "a head's cell stands in a row", "TH", true, "TR"),
	nests("UA-1 7.2 table f", "a cell stands in a row", "TD", true, "TR"),
	nests("UA-1 7.2 table g", "a row holds cells", "TR", false, "TH TD"),
	nests("UA-1 7.2 table h", "a head holds rows", "THead", false, "TR"),
	nests("UA-1 7.2 table i", "a body holds rows", "TBody", false, "TR"),
	{"UA-1 7.2 table j", "a table has one head at most, and then a body", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if e.kind == "Table" && (e.count("THead") > 1 || e.count("THead") == 1 && e.count("TBody") == 0 || e.count("TFoot") > 1) {
				report("object %d", e.self)
			}
		})
	}},
	{"UA-1 7.2 table k", "a caption is the first or the last of its table, its list or its contents", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if e.kind != "Table" && e.kind != "L" && e.kind != "TOC" {
				return
			}
			for i, k := range e.kids {
				if k.kind == "Caption" && i != 0 && (i != len(e.kids)-1 || e.kind != "Table") {
					report("object %d", e.self)
				}
			}
		})
	}},
	{"UA-1 7.2 table l", "all rows of a table have the same columns", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if e.kind != "Table" {
				return
			}
			want := -1
			for i, row := range e.rows() {
				n := 0
				for _, c := range row.kids {
					if span, ok := d.attribute(c, "ColSpan").(float64); ok {
						n += int(span)
					} else {
						n++
					}
				}
				if want < 0 {
					want = n
				}
				if n != want {
					report("object %d: row %d has %d, the first has %d", e.self, i+1, n, want)
				}
			}
		})
	}},
	nests("UA-1 7.2 list a", "an item stands in a list", "LI", true, "L"),
	nests("UA-1 7.2 list b", "an item's body stands in an item", "LBody", true, "LI"),
	nests("UA-1 7.2 list c", "a list holds items", "L", false, "L LI Caption"),
	nests("UA-1 7.2 list d", "an item holds a label and a body", "LI", false, "Lbl LBody"),
	nests("UA-1 7.2 contents a", "an entry stands in contents", "TOCI", true, "TOC"),
	nests("UA-1 7.2 contents b", "contents hold entries", "TOC", false, "TOC TOCI Caption"),
	{"UA-1 7.3", "a figure is told", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			alt, _ := e.dict["Alt"].(str)
			actual, _ := e.dict["ActualText"].(str)
			if (e.kind == "Figure" || e.kind == "Formula") && strings.TrimSpace(alt.Text()) == "" && strings.TrimSpace(actual.Text()) == "" {
				report("object %d", e.self)
			}
		})
	}},
	{"UA-1 7.4.2", "headings begin with the first level and skip none", func(d *doc, report func(string, ...any)) {
		last := 0
		d.every(func(e *element) {
			if e.level > last+1 {
				report("%s after level %d", e.kind, last)
			}
			if e.level > 0 {
				last = e.level
			}
		})
	}},
	{"UA-1 7.4.4", "headings are of one form", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if e.kind == "H" {
				report("object %d has no level", e.self)
			}
		})
	}},
	{"UA-1 7.5", "a head's cell says what it heads", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if s := d.attribute(e, "Scope"); e.kind == "TH" && s != name("Row") && s != name("Column") && s != name("Both") {
				report("object %d: %v", e.self, s)
			}
		})
	}},
	{"UA-1 7.9 a", "a note has an identity", func(d *doc, report func(string, ...any)) {
		d.every(func(e *element) {
			if id, _ := e.dict["ID"].(str); e.kind == "Note" && id == "" {
				report("object %d", e.self)
			}
		})
	}},
	{"UA-1 7.9 b", "a note's identity is its own", func(d *doc, report func(string, ...any)) {
		seen := map[str]bool{}
		d.every(func(e *element) {
			if id, ok := e.dict["ID"].(str); ok {
				if seen[id] {
					report("%q", id)
				}
				seen[id] = true
			}
		})
	}},
	{"UA-1 7.18.1", "an annotation other than a link belongs to an element of its own", func(d *doc, report func(string, ...any)) {
		in := d.elementsOf()
		d.annotations(func(p *page, n ref, a dict) {
			if e := in[n]; a["Subtype"] != name("Link") && (e == nil || e.kind != "Annot" && e.kind != "Form") {
				report("page %d: %v", p.number, a["Subtype"])
			}
		})
	}},
	{"UA-1 7.18.5 a", "a link belongs to an element of its kind, unless it stands in what is not read", func(d *doc, report func(string, ...any)) {
		in := d.elementsOf()
		d.annotations(func(p *page, n ref, a dict) {
			if a["Subtype"] != name("Link") {
				return
			}
			e := in[n]
			key, ok := a["StructParent"].(float64)
			if e == nil || e.kind != "Link" || !ok || d.parentOf(int(key)) != e.self {
				report("page %d: %v", p.number, a["Rect"])
			}
		})
	}},
}

// elementsOf are the elements that annotations belong to.
func (d *doc) elementsOf() map[ref]*element {
	out := map[ref]*element{}
	d.every(func(e *element) {
		for _, a := range e.links {
			out[a] = e
		}
	})
	return out
}
