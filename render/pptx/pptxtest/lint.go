package pptxtest

import (
	"archive/zip"
	"fmt"
	"path"
	"slices"
	"sort"
	"strconv"
	"strings"
)

// Fault is something that an office program would repair, or refuse.
type Fault struct{ Rule, Part, Detail string }

func (f Fault) String() string { return fmt.Sprintf("%s: %s: %s", f.Rule, f.Part, f.Detail) }

func (p *Package) fault(rule, part, format string, args ...any) {
	p.faults = append(p.faults, Fault{rule, part, fmt.Sprintf(format, args...)})
}

// Lint looks for what the SDK's validator does not see. Each rule has a broken file in the tests that it catches.
func Lint(data []byte) ([]Fault, error) {
	p, err := Open(data)
	if err != nil {
		return nil, err
	}
	p.entries()
	p.relations()
	p.presentation()
	var names []string
	for name := range p.Types {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		kind := p.Types[name]
		short, _ := strings.CutSuffix(kind[strings.LastIndexByte(kind, '.')+1:], "+xml")
		switch short {
		case "slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster":
			p.drawing(name)
		case "chart":
			p.chart(name)
		}
		switch short {
		case "slide":
			p.ofSlide(name)
		case "notesSlide":
			if p.Follow(name, "notesMaster") == "" || p.Follow(name, "slide") == "" {
				p.fault("notes-rels", name, "it leads to no notes master, or to no slide")
			}
		}
	}
	p.shared()
	sort.Slice(p.faults, func(i, k int) bool { return p.faults[i].String() < p.faults[k].String() })
	return p.faults, nil
}

// entries are about the file as an archive.
func (p *Package) entries() {
	seen := map[string]bool{}
	for i, f := range p.Entries {
		name := strings.ToLower(f.Name)
		switch {
		case i == 0 && f.Name != "[Content_Types].xml":
			p.fault("types-first", f.Name, "the list of types is not the first entry")
		case seen[name]:
			p.fault("entry-twice", f.Name, "there are two entries of this name")
		case f.Method != zip.Deflate:
			p.fault("stored", f.Name, "it is not deflated")
		case strings.ContainsAny(f.Name, `\ `) || strings.HasPrefix(f.Name, "/"):
			p.fault("entry-name", f.Name, "no part may have this name")
		}
		seen[name] = true
	}
	for _, k := range p.Trees["/[Content_Types].xml"].Kids {
		if name := k.Attr("PartName"); k.Name == "Override" && p.Data[name] == nil {
			p.fault("dangling-override", name, "a type is given to a part that is not there")
		}
	}
	for name := range p.Data {
		if name != "/[Content_Types].xml" && p.Types[name] == "" {
			p.fault("no-type", name, "no type is given to it")
		}
		if path.Ext(name) == ".xml" && name != "/[Content_Types].xml" && p.Types[name] == "application/xml" {
			p.fault("no-type", name, "only the general type is given to it")
		}
	}
}

// relations are about what leads where.
func (p *Package) relations() {
	reached := map[string]bool{}
	for from, list := range p.Rels {
		ids := map[string]bool{}
		if from != "/" && p.Data[from] == nil {
			p.fault("orphan-rels", from, "relationships of a part that is not there")
		}
		for _, r := range list {
			if ids[r.ID] {
				p.fault("rel-twice", from, "%s stands twice", r.ID)
			}
			ids[r.ID] = true
			if r.Outside {
				continue
			}
			reached[r.Target] = true
			if p.Data[r.Target] == nil {
				p.fault("dangling-rel", from, "%s leads to %s, which is not there", r.ID, r.Target)
			}
		}
	}
	for name, tree := range p.Trees {
		if path.Ext(name) == ".rels" || name == "/[Content_Types].xml" {
			continue
		}
		p.named(name, tree)
		if !reached[name] {
			p.fault("unreached", name, "nothing leads to it")
		}
	}
}

// named looks for relationships that a part names and does not have.
func (p *Package) named(part string, n *Node) {
	for _, a := range n.Attrs {
		if a.Name.Space == officeRel && a.Value != "" {
			r, ok := p.Lead(part, a.Value)
			if !ok {
				p.fault("rel-missing", part, "<%s> names %s, which it does not have", n.Name, a.Value)
			}
			if strings.HasSuffix(n.Attr("action"), "hlinksldjump") && (r.Outside || r.Kind != "slide") {
				p.fault("jump", part, "%s jumps to a slide and leads to %q", a.Value, r.Target)
			}
		}
	}
	for _, k := range n.Kids {
		p.named(part, k)
	}
}

// presentation is about the whole.
func (p *Package) presentation() {
	pres := p.Follow("/", "officeDocument")
	tree := p.tree(pres)
	for _, need := range [][3]string{{"/", "core-properties", "docProps"}, {"/", "extended-properties", "docProps"}, {pres, "presProps", "presProps"},
		{pres, "viewProps", "viewProps"}, {pres, "tableStyles", "tableStyles"}, {pres, "theme", "theme"}} {
		if p.Follow(need[0], need[1]) == "" {
			p.fault("missing-"+need[2], need[0], "there are no %s", need[1])
		}
	}
	notes := ""
	for name, kind := range p.Types {
		if strings.HasSuffix(kind, ".notesMaster+xml") {
			notes = name
		}
	}
	if list := len(tree.All("notesMasterId")); notes != "" && list == 0 {
		p.fault("notes-list", pres, "there is a notes master and no notesMasterIdLst")
	}
	ids := map[string]string{}
	id := func(what, v string, least uint64) {
		n, err := strconv.ParseUint(v, 10, 32)
		if err != nil || n < least {
			p.fault("id-range", pres, "%s has id %q, less than %d", what, v, least)
		}
		if ids[v] != "" {
			p.fault("id-twice", pres, "%s and %s have id %s", ids[v], what, v)
		}
		ids[v] = what
	}
	themes := map[string]string{}
	for _, m := range tree.All("sldMasterId") {
		r, _ := p.Lead(pres, m.Attr("r:id"))
		id("the master "+r.Target, m.Attr("id"), 1<<31)
		listed := map[string]bool{}
		for _, l := range p.tree(r.Target).All("sldLayoutId") {
			own, _ := p.Lead(r.Target, l.Attr("r:id"))
			id("the layout "+own.Target, l.Attr("id"), 1<<31)
			listed[own.Target] = true
		}
		for _, own := range p.Rels[r.Target] {
			if own.Kind == "slideLayout" && !listed[own.Target] {
				p.fault("layout-list", r.Target, "it leads to %s and does not list it", own.Target)
			}
			if own.Kind == "slideLayout" && p.Follow(own.Target, "slideMaster") != r.Target {
				p.fault("layout-master", own.Target, "it does not lead back to its master")
			}
		}
		themes[p.Follow(r.Target, "theme")] = r.Target
	}
	if notes != "" {
		if t := p.Follow(notes, "theme"); t == "" || themes[t] != "" {
			p.fault("notes-theme", notes, "it has no theme of its own")
		}
	}
	slides := map[string]int{}
	sections := false
	for _, s := range tree.All("sldId") {
		if strings.HasSuffix(s.Space, "/2006/main") {
			id("a slide", s.Attr("id"), 256)
			slides[s.Attr("id")]++
		} else {
			sections = true
			slides[s.Attr("id")] += 1000
		}
	}
	for v, n := range slides {
		if sections && n != 1001 {
			p.fault("sections", pres, "slide %s is not in exactly one section", v)
		}
	}
}

// drawing is about the shapes of one part.
func (p *Package) drawing(part string) {
	tree := p.tree(part)
	ids := map[string]bool{}
	for _, n := range tree.All("cNvPr") {
		if v := n.Attr("id"); ids[v] || v == "0" || v == "" {
			p.fault("shape-id", part, "id %q of %q is taken or none", v, n.Attr("name"))
		} else {
			ids[v] = true
		}
	}
	for _, g := range tree.All("grpSp") {
		if len(g.All("ph")) > 0 {
			p.fault("ph-in-group", part, "a placeholder stands in the group %q", g.First("cNvPr").Attr("name"))
		}
		if len(g.All("tbl")) > 0 {
			p.fault("table-in-group", part, "a table stands in the group %q", g.First("cNvPr").Attr("name"))
		}
		if !slices.ContainsFunc(g.Kids, func(n *Node) bool { return n.Name != "nvGrpSpPr" && n.Name != "grpSpPr" }) {
			p.fault("empty-group", part, "nothing stands in the group %q", g.First("cNvPr").Attr("name"))
		}
	}
	for _, t := range tree.All("tbl") {
		cols := len(t.All("gridCol"))
		for i, tr := range t.All("tr") {
			cells := tr.All("tc")
			if len(cells) != cols {
				p.fault("table-cells", part, "row %d has %d cells in %d columns", i+1, len(cells), cols)
			}
			covered := 0
			for _, tc := range cells {
				if merged := tc.Attr("hMerge") == "1"; merged != (covered > 0) {
					p.fault("table-merge", part, "row %d: a merged cell without one that spans it, or the reverse", i+1)
					break
				}
				if covered > 0 {
					covered--
				}
				if span, _ := strconv.Atoi(tc.Attr("gridSpan")); span > 1 {
					covered = span - 1
				}
			}
			if covered > 0 {
				p.fault("table-merge", part, "row %d: a cell spans more columns than there are", i+1)
			}
		}
	}
	for _, n := range tree.All("rPr") {
		if n.Attr("sz") == "" && n.Kid("latin").Name != "" {
			p.fault("no-size", part, "words in a face of their own have no size")
		}
	}
	for _, n := range tree.All("ext") {
		if n.Attr("cx") != "" && (strings.HasPrefix(n.Attr("cx"), "-") || strings.HasPrefix(n.Attr("cy"), "-")) {
			p.fault("negative", part, "an extent of %s × %s", n.Attr("cx"), n.Attr("cy"))
		}
	}
}

// ofSlide is about slides alone.
func (p *Package) ofSlide(part string) {
	tree := p.tree(part)
	titles := 0
	layout := p.Follow(part, "slideLayout")
	if layout == "" {
		p.fault("no-layout", part, "it has no layout")
	}
	has, taken := map[string]bool{}, map[string]bool{}
	key := func(n *Node) string { return n.Attr("type") + " " + n.Attr("idx") }
	for _, n := range p.tree(layout).All("ph") {
		has[key(n)] = true
	}
	for _, n := range tree.All("ph") {
		if kind := n.Attr("type"); kind == "title" || kind == "ctrTitle" {
			titles++
		} else if !has[key(n)] {
			p.fault("ph-layout", part, "its layout has no placeholder %q", key(n))
		}
		if taken[key(n)] {
			p.fault("ph-twice", part, "two shapes are the placeholder %q", key(n))
		}
		taken[key(n)] = true
	}
	if titles != 1 {
		p.fault("title", part, "it has %d titles", titles)
	}
}

// chart is about one chart.
func (p *Package) chart(part string) {
	tree := p.tree(part)
	area := tree.First("plotArea")
	axes := map[string]bool{}
	for _, k := range area.Kids {
		if strings.HasSuffix(k.Name, "Ax") {
			v := k.Kid("axId").Attr("val")
			if axes[v] {
				p.fault("axis-twice", part, "two axes have id %s", v)
			}
			axes[v] = true
		}
	}
	used := map[string]bool{}
	for _, k := range area.Kids {
		if strings.HasSuffix(k.Name, "Ax") {
			if v := k.Kid("crossAx").Attr("val"); !axes[v] {
				p.fault("axis", part, "an axis crosses %s, which is not there", v)
			}
			continue
		}
		if !strings.HasSuffix(k.Name, "Chart") {
			continue
		}
		for _, a := range k.Kids {
			if a.Name == "axId" {
				v := a.Attr("val")
				used[v] = true
				if !axes[v] {
					p.fault("axis", part, "%s names the axis %s, which is not there", k.Name, v)
				}
			}
		}
		grouping := k.Kid("grouping").Attr("val")
		for _, pos := range k.All("dLblPos") {
			v := pos.Attr("val")
			if k.Name == "barChart" && strings.Contains(strings.ToLower(grouping), "stacked") && v == "outEnd" || (k.Name == "doughnutChart" || k.Name == "areaChart") ||
				(k.Name == "lineChart" || k.Name == "scatterChart" || k.Name == "bubbleChart") && (strings.HasSuffix(v, "End") || v == "inBase") {
				p.fault("label-place", part, "labels of a %s %s cannot stand at %s", grouping, k.Name, v)
			}
		}
		if k.Name == "barChart" && strings.Contains(strings.ToLower(grouping), "stacked") && k.Kid("overlap").Attr("val") != "100" {
			p.fault("overlap", part, "stacked bars do not overlap by 100")
		}
	}
	for v := range axes {
		if !used[v] {
			p.fault("axis", part, "no series uses the axis %s", v)
		}
	}
	seen := map[string]bool{}
	for _, s := range area.All("ser") {
		for _, name := range [2]string{"idx", "order"} {
			v := name + s.Kid(name).Attr("val")
			if seen[v] {
				p.fault("series", part, "two series have %s", v)
			}
			seen[v] = true
		}
	}
	for _, cache := range append(tree.All("numCache"), tree.All("strCache")...) {
		count, _ := strconv.Atoi(cache.Kid("ptCount").Attr("val"))
		for _, pt := range cache.All("pt") {
			if i, err := strconv.Atoi(pt.Attr("idx")); err != nil || i >= count {
				p.fault("cache", part, "a cached point %s of %d", pt.Attr("idx"), count)
			}
		}
	}
	data := tree.Kid("externalData").Attr("r:id")
	r, _ := p.Lead(part, data)
	if data == "" || p.Types[r.Target] != "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" {
		p.fault("workbook", part, "no workbook is embedded: its data cannot be edited")
	}
}

// shared looks for parts that only one may have.
func (p *Package) shared() {
	owner := map[string]string{}
	var from []string
	for name := range p.Rels {
		from = append(from, name)
	}
	sort.Strings(from)
	for _, name := range from {
		for _, r := range p.Rels[name] {
			if r.Kind != "chart" && r.Kind != "package" && r.Kind != "notesSlide" || r.Outside || r.Kind == "notesSlide" && !strings.HasSuffix(p.Types[name], ".slide+xml") {
				continue
			}
			if other := owner[r.Target]; other != "" && other != name {
				p.fault("shared", r.Target, "%s and %s share it", other, name)
			}
			owner[r.Target] = name
		}
	}
}
