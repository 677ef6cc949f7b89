// Package conform reads a finished PDF file and says which machine-checkable conditions of PDF/UA-1 (ISO 14289-1) and PDF/A-2a
// (ISO 19005-2) it breaks. It shares nothing with what writes the file: it goes by the objects and operators that it finds.
//
// Conditions that no file of ours can reach, for want of forms, sound, layers or attachments, are held by the few keys that would let
// them in. docs/pdf.md lists what no machine can check.
package conform

import (
	"fmt"
	"slices"

	"roadshow/render/pdf/pdftest"
)

// Breach is a condition that a file breaks.
type Breach struct {
	Clause string // "UA-1 7.18.3"
	What   string
}

func (b Breach) String() string { return b.Clause + ": " + b.What }

// check holds one condition against a file.
type check struct {
	clause string // "A-2a 6.2.3", with a letter where a clause holds several conditions
	about  string // the condition
	run    func(*doc, func(format string, args ...any))
}

// Clauses are the clauses and conditions that are held, in order.
func Clauses() (out [][2]string) {
	for _, c := range checks() {
		out = append(out, [2]string{c.clause, c.about})
	}
	return out
}

func checks() []check {
	return slices.Concat(fileChecks, catalogChecks, graphicsChecks, fontChecks, contentChecks, structureChecks)
}

// Check says what a file breaks, each condition at most once. An error is a file that cannot be taken apart.
func Check(data []byte) (out []Breach, err error) {
	d, err := open(data)
	if err != nil {
		return nil, err
	}
	for _, c := range checks() {
		said := false
		c.run(d, func(format string, args ...any) {
			if !said {
				out = append(out, Breach{c.clause, c.about + ": " + fmt.Sprintf(format, args...)})
			}
			said = true
		})
	}
	return out, nil
}

// Shorter names for what files are made of.
type (
	name  = pdftest.Name
	str   = pdftest.String
	array = pdftest.Array
	dict  = pdftest.Dict
	ref   = pdftest.Ref
)

// doc is a file taken apart.
type doc struct {
	data    []byte
	objects []any
	trailer dict
	catalog dict
	pages   []*page
	fonts   []*font
	tree    *element // nil: none
	marks   map[[2]int]*element
	streams []*stream // of pages and of forms
}

// page is a page with what it draws.
type page struct {
	number int
	self   ref
	dict   dict
	res    dict
	ops    []operation
}

// stream is a content stream: a page's or a form's.
type stream struct {
	where string
	res   dict
	ops   []operation
	page  *page // nil: a form
}

type operation struct {
	op   string
	args []any
}

func open(data []byte) (*doc, error) {
	objects, trailer, err := pdftest.Raw(data)
	if err != nil {
		return nil, err
	}
	d := &doc{data: data, objects: objects, trailer: trailer, marks: map[[2]int]*element{}}
	d.catalog = d.dict(trailer["Root"])
	if d.catalog == nil {
		return nil, fmt.Errorf("no catalog")
	}
	kids, _ := d.get(d.dict(d.catalog["Pages"])["Kids"]).(array)
	for i, k := range kids {
		p := &page{number: i + 1, dict: d.dict(k)}
		p.self, _ = k.(ref)
		p.res = d.dict(p.dict["Resources"])
		content, _ := d.get(p.dict["Contents"]).(pdftest.Stream)
		if p.ops, err = operations(content.Data); err != nil {
			return nil, fmt.Errorf("page %d: %w", i+1, err)
		}
		d.pages = append(d.pages, p)
		d.streams = append(d.streams, &stream{fmt.Sprintf("page %d", i+1), p.res, p.ops, p})
	}
	for n, o := range d.objects {
		if s, ok := o.(pdftest.Stream); ok && s.Dict["Subtype"] == name("Form") {
			ops, err := operations(s.Data)
			if err != nil {
				return nil, fmt.Errorf("form %d: %w", n, err)
			}
			d.streams = append(d.streams, &stream{fmt.Sprintf("form %d", n), d.dict(s.Dict["Resources"]), ops, nil})
		}
	}
	d.findFonts()
	d.readTree()
	return d, nil
}

func operations(data []byte) (out []operation, err error) {
	err = pdftest.Operators(data, func(op string, args []any) error {
		out = append(out, operation{op, slices.Clone(args)})
		return nil
	})
	return out, err
}

// get follows references.
func (d *doc) get(v any) any {
	for range 10 {
		r, ok := v.(ref)
		if !ok {
			return v
		}
		if int(r) >= len(d.objects) {
			return nil
		}
		v = d.objects[r]
	}
	return nil
}

// dict is a dictionary, or that of a stream; nil where there is none.
func (d *doc) dict(v any) dict {
	switch v := d.get(v).(type) {
	case dict:
		return v
	case pdftest.Stream:
		return v.Dict
	}
	return nil
}

// each visits every object and every part of one, with the number of the object.
func (d *doc) each(visit func(n int, v any)) {
	var walk func(n int, v any)
	walk = func(n int, v any) {
		visit(n, v)
		switch v := v.(type) {
		case array:
			for _, part := range v {
				walk(n, part)
			}
		case dict:
			for _, part := range v {
				walk(n, part)
			}
		case pdftest.Stream:
			walk(n, v.Dict)
		}
	}
	for n, o := range d.objects {
		walk(n, o)
	}
	walk(0, d.trailer)
}

// keyed visits every dictionary.
func (d *doc) keyed(visit func(n int, v dict)) {
	d.each(func(n int, v any) {
		if v, ok := v.(dict); ok {
			visit(n, v)
		}
	})
}

// without is a check that no dictionary has any of these keys, other than where they mean something else.
func without(keys ...name) func(*doc, func(string, ...any)) {
	return func(d *doc, report func(string, ...any)) {
		d.keyed(func(n int, v dict) {
			for _, k := range keys {
				if v[k] != nil {
					report("object %d has /%s", n, k)
				}
			}
		})
	}
}
