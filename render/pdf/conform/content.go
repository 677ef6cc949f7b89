package conform

import "slices"

// mark is an open stretch of a content stream.
type mark struct {
	artifact bool
	mcid     int // -1: none
}

// walk visits the operators of pages with the stretches that they stand in.
func (d *doc) walk(visit func(p *page, o operation, marks []mark)) {
	for _, p := range d.pages {
		var marks []mark
		for _, o := range p.ops {
			switch o.op {
			case "BMC", "BDC":
				m := mark{mcid: -1}
				m.artifact = len(o.args) > 0 && o.args[0] == name("Artifact")
				if len(o.args) == 2 {
					props, ok := o.args[1].(dict)
					if !ok {
						id, _ := o.args[1].(name)
						props = d.dict(d.dict(p.res["Properties"])[id])
					}
					if n, ok := props["MCID"].(float64); ok {
						m.mcid = int(n)
					}
				}
				visit(p, o, marks)
				marks = append(marks, m)
			case "EMC":
				if len(marks) > 0 {
					marks = marks[:len(marks)-1]
				}
				visit(p, o, marks)
			default:
				visit(p, o, marks)
			}
		}
	}
}

// paints are the operators that leave something on the page.
var paints = []string{"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "EI"}

func tagged(m mark) bool   { return m.mcid >= 0 }
func artifact(m mark) bool { return m.artifact }

// opens says that an operator begins an artifact, or content of the structure.
func opens(o operation) (art, content bool) {
	if o.op != "BMC" && o.op != "BDC" || len(o.args) == 0 {
		return false, false
	}
	if o.args[0] == name("Artifact") {
		return true, false
	}
	if len(o.args) == 2 {
		props, _ := o.args[1].(dict)
		return false, props["MCID"] != nil
	}
	return false, false
}

// contentChecks hold what is drawn against what is read.
var contentChecks = []check{
	{"UA-1 7.1 a", "no artifact stands in content", func(d *doc, report func(string, ...any)) {
		d.walk(func(p *page, o operation, marks []mark) {
			if art, _ := opens(o); art && slices.ContainsFunc(marks, tagged) {
				report("page %d", p.number)
			}
		})
	}},
	{"UA-1 7.1 b", "no content stands in an artifact", func(d *doc, report func(string, ...any)) {
		d.walk(func(p *page, o operation, marks []mark) {
			if _, content := opens(o); content && slices.ContainsFunc(marks, artifact) {
				report("page %d", p.number)
			}
		})
	}},
	{"UA-1 7.1 c", "whatever is drawn is content or an artifact", func(d *doc, report func(string, ...any)) {
		d.walk(func(p *page, o operation, marks []mark) {
			if slices.Contains(paints, o.op) && !slices.ContainsFunc(marks, tagged) && !slices.ContainsFunc(marks, artifact) {
				report("page %d: %s", p.number, o.op)
			}
		})
	}},
	{"UA-1 7.1 l", "content belongs to exactly one element, and the file leads from either to the other", func(d *doc, report func(string, ...any)) {
		d.walk(func(p *page, o operation, marks []mark) {
			if _, content := opens(o); !content {
				return
			}
			props, _ := o.args[1].(dict)
			id, _ := props["MCID"].(float64)
			e := d.marks[[2]int{p.number, int(id)}]
			if e == nil {
				report("page %d: content %v belongs to none", p.number, id)
				return
			}
			key, ok := p.dict["StructParents"].(float64)
			if list, _ := d.get(d.parentOf(int(key))).(array); !ok || int(id) >= len(list) || list[int(id)] != e.self {
				report("page %d: content %v leads elsewhere", p.number, id)
			}
		})
	}},
}

// parentOf looks a key up in the tree that leads from content to the structure.
func (d *doc) parentOf(key int) any {
	root := d.dict(d.catalog["StructTreeRoot"])
	nums, _ := d.get(d.dict(root["ParentTree"])["Nums"]).(array)
	for i := 0; i+1 < len(nums); i += 2 {
		if nums[i] == float64(key) {
			return nums[i+1]
		}
	}
	return nil
}
