package conform

import (
	"slices"
	"strings"

	"roadshow/render/pdf/pdftest"
)

// operators are those of ISO 32000-1 that the standard knows.
var operators = strings.Fields("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")

var intents = []name{"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"}

// spaces visits every colour space that an object or an operator names.
func (d *doc) spaces(visit func(where string, space any)) {
	d.keyed(func(n int, v dict) {
		for _, k := range []name{"ColorSpace", "CS"} {
			if s := v[k]; s != nil {
				if res, ok := d.get(s).(dict); ok { // the resources' own list
					for _, one := range res {
						visit("resources", d.get(one))
					}
					continue
				}
				visit("an object", d.get(s))
			}
		}
	})
	for _, s := range d.streams {
		for _, o := range s.ops {
			switch o.op {
			case "k", "K":
				visit(s.where, name("DeviceCMYK"))
			case "rg", "RG":
				visit(s.where, name("DeviceRGB"))
			case "g", "G":
				visit(s.where, name("DeviceGray"))
			case "cs", "CS":
				if len(o.args) == 1 {
					visit(s.where, o.args[0])
				}
			}
		}
	}
}

// graphicsChecks hold what is drawn.
var graphicsChecks = []check{
	{"A-2a 6.2.2 a", "every operator is one of the standard's", func(d *doc, report func(string, ...any)) {
		for _, s := range d.streams {
			for _, o := range s.ops {
				if !slices.Contains(operators, o.op) {
					report("%s: %s", s.where, o.op)
				}
			}
		}
	}},
	{"A-2a 6.2.2 b", "every resource is named where it is used", func(d *doc, report func(string, ...any)) {
		kinds := map[string]name{"Tf": "Font", "Do": "XObject", "gs": "ExtGState", "sh": "Shading", "scn": "Pattern", "SCN": "Pattern"}
		for _, s := range d.streams {
			for _, o := range s.ops {
				kind := kinds[o.op]
				if kind == "" {
					continue
				}
				for _, a := range o.args {
					if id, ok := a.(name); ok && d.dict(s.res[kind])[id] == nil {
						report("%s: %s /%s", s.where, kind, id)
					}
				}
			}
		}
	}},
	{"A-2a 6.2.4.3", "colours are those of the profile", func(d *doc, report func(string, ...any)) {
		rgb := d.catalog["OutputIntents"] != nil
		d.spaces(func(where string, space any) {
			if list, ok := space.(array); ok && len(list) > 0 {
				if space = list[0]; space == name("Indexed") && len(list) > 1 {
					space = d.get(list[1])
				}
			}
			if space == name("DeviceCMYK") || !rgb && (space == name("DeviceRGB") || space == name("DeviceGray")) {
				report("%s in %v", where, space)
			}
		})
	}},
	{"A-2a 6.2.5", "states of drawing change no transfer and no screen", func(d *doc, report func(string, ...any)) {
		for _, s := range d.streams {
			for id, v := range d.dict(s.res["ExtGState"]) {
				if g := d.dict(v); g["TR"] != nil || g["TR2"] != nil && g["TR2"] != name("Default") || g["HTP"] != nil || g["HT"] != nil {
					report("%s: /%s", s.where, id)
				}
			}
		}
	}},
	{"A-2a 6.2.6", "intents of colour are those of the standard", func(d *doc, report func(string, ...any)) {
		for _, s := range d.streams {
			for _, o := range s.ops {
				if o.op == "ri" && (len(o.args) != 1 || !slices.ContainsFunc(intents, func(n name) bool { return o.args[0] == n })) {
					report("%s: %v", s.where, o.args)
				}
			}
		}
		d.keyed(func(n int, v dict) {
			if i, ok := v["Intent"].(name); ok && v["Subtype"] == name("Image") && !slices.Contains(intents, i) {
				report("object %d: %s", n, i)
			}
		})
	}},
	{"A-2a 6.2.8", "pictures are what they are, and nothing is smoothed", func(d *doc, report func(string, ...any)) {
		for n, o := range d.objects {
			s, ok := o.(pdftest.Stream)
			if ok && s.Dict["Subtype"] == name("Image") && (s.Dict["Alternates"] != nil || s.Dict["OPI"] != nil || s.Dict["Interpolate"] == true) {
				report("object %d", n)
			}
		}
	}},
	{"A-2a 6.2.9", "drawings stand in the file and hold no program", func(d *doc, report func(string, ...any)) {
		for n, o := range d.objects {
			s, ok := o.(pdftest.Stream)
			if ok && s.Dict["Subtype"] == name("Form") && (s.Dict["OPI"] != nil || s.Dict["PS"] != nil || s.Dict["Ref"] != nil || s.Dict["Subtype2"] != nil) ||
				ok && s.Dict["Subtype"] == name("PS") {
				report("object %d", n)
			}
		}
	}},
	{"UA-1 7.20", "a drawing that pages share holds no marks of one of them", func(d *doc, report func(string, ...any)) {
		for _, s := range d.streams {
			if s.page != nil {
				continue
			}
			for _, o := range s.ops {
				if o.op == "BDC" && len(o.args) == 2 {
					if p, _ := o.args[1].(dict); p["MCID"] != nil {
						report("%s", s.where)
					}
				}
			}
		}
	}},
	{"A-2a 6.2.10 a", "what is see-through is mixed in a space of colours that the file names", func(d *doc, report func(string, ...any)) {
		if d.catalog["OutputIntents"] != nil {
			return
		}
		d.keyed(func(n int, v dict) {
			if ca, ok := v["ca"].(float64); ok && ca < 1 || v["SMask"] != nil && v["SMask"] != name("None") {
				report("object %d", n)
			}
		})
	}},
	{"A-2a 6.2.10 b", "what is see-through is mixed in a way that the standard knows", func(d *doc, report func(string, ...any)) {
		known := strings.Fields("Normal Compatible Multiply Screen Overlay Darken Lighten ColorDodge ColorBurn HardLight SoftLight Difference Exclusion Hue Saturation Color Luminosity")
		d.keyed(func(n int, v dict) {
			if m, ok := v["BM"].(name); ok && !slices.Contains(known, string(m)) {
				report("object %d: %s", n, m)
			}
		})
	}},
	{"A-2a 6.3.1", "annotations are of kinds that the standard knows", func(d *doc, report func(string, ...any)) {
		d.annotations(func(p *page, n ref, a dict) {
			switch a["Subtype"] {
			case name("3D"), name("Sound"), name("Screen"), name("Movie"), name("TrapNet"), name("RichMedia"), nil:
				report("page %d: %v", p.number, a["Subtype"])
			}
		})
	}},
	{"A-2a 6.3.2", "annotations are printed and never hidden", func(d *doc, report func(string, ...any)) {
		const invisible, hidden, print, noView, toggle = 1, 2, 4, 32, 256
		d.annotations(func(p *page, n ref, a dict) {
			if f, ok := a["F"].(float64); !ok || int(f)&print == 0 || int(f)&(invisible|hidden|noView|toggle) != 0 {
				report("page %d: flags %v", p.number, a["F"])
			}
		})
	}},
	{"A-2a 6.3.3", "annotations other than links say how they look", func(d *doc, report func(string, ...any)) {
		d.annotations(func(p *page, n ref, a dict) {
			if a["Subtype"] != name("Link") && a["Subtype"] != name("Popup") && a["AP"] == nil {
				report("page %d: %v", p.number, a["Subtype"])
			}
		})
	}},
	{"UA-1 7.18.3", "the tab key follows the structure", func(d *doc, report func(string, ...any)) {
		for _, p := range d.pages {
			if p.dict["Annots"] != nil && p.dict["Tabs"] != name("S") {
				report("page %d: %v", p.number, p.dict["Tabs"])
			}
		}
	}},
	{"UA-1 7.18.5 b", "links say in words where they lead", func(d *doc, report func(string, ...any)) {
		d.annotations(func(p *page, n ref, a dict) {
			if s, _ := a["Contents"].(str); a["Subtype"] == name("Link") && strings.TrimSpace(s.Text()) == "" {
				report("page %d: %v", p.number, a["Rect"])
			}
		})
	}},
}

func (d *doc) annotations(visit func(p *page, n ref, a dict)) {
	for _, p := range d.pages {
		list, _ := d.get(p.dict["Annots"]).(array)
		for _, a := range list {
			n, _ := a.(ref)
			visit(p, n, d.dict(a))
		}
	}
}
