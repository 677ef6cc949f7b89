// Package pptxtest reads presentations back for tests, with other code than the one that wrote them, and says what office programs would
// stumble over that the Open XML SDK's validator does not see.
package pptxtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
)

// Node is an element of a part.
type Node struct {
	Space, Name string
	Attrs       []xml.Attr
	Kids        []*Node
	Text        string
}

// Attr is an attribute by its name: "id", or "r:id" for one of a relationship.
func (n *Node) Attr(name string) string {
	v, _ := n.attr(name)
	return v
}

const officeRel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

func (n *Node) attr(name string) (string, bool) {
	local, related := strings.CutPrefix(name, "r:")
	for _, a := range n.Attrs {
		if a.Name.Local == local && related == (a.Name.Space == officeRel) {
			return a.Value, true
		}
	}
	return "", false
}

// Each visits the elements below of a name.
func (n *Node) Each(name string, visit func(*Node)) {
	for _, k := range n.Kids {
		if k.Name == name {
			visit(k)
		}
		k.Each(name, visit)
	}
}

// All are the elements below of a name.
func (n *Node) All(name string) (out []*Node) {
	n.Each(name, func(k *Node) { out = append(out, k) })
	return out
}

// First is the first element below of a name; an empty one where there is none.
func (n *Node) First(name string) *Node {
	if all := n.All(name); len(all) > 0 {
		return all[0]
	}
	return &Node{}
}

// Kid is the child of a name; an empty one where there is none.
func (n *Node) Kid(name string) *Node {
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
	}
	return &Node{}
}

func parse(data []byte) (*Node, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	top := &Node{}
	open := []*Node{top}
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			if len(top.Kids) != 1 || len(open) != 1 {
				return nil, errors.New("not one element")
			}
			return top.Kids[0], nil
		}
		if err != nil {
			return nil, err
		}
		last := open[len(open)-1]
		switch t := t.(type) {
		case xml.StartElement:
			n := &Node{Space: t.Name.Space, Name: t.Name.Local, Attrs: t.Attr}
			seen := map[xml.Name]bool{}
			for _, a := range t.Attr {
				if seen[a.Name] {
					return nil, fmt.Errorf("<%s> has %s twice", n.Name, a.Name.Local)
				}
				seen[a.Name] = true
			}
			last.Kids = append(last.Kids, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.Text += string(t)
		}
	}
}

// Package is a file taken apart. Names begin with a slash.
type Package struct {
	Entries []*zip.File
	Data    map[string][]byte
	Trees   map[string]*Node // of what is XML
	Rels    map[string][]Rel // by the part that bears them; "/" for the file's
	Types   map[string]string
	faults  []Fault
}

// Rel is a relationship.
type Rel struct {
	ID, Kind, Target string // Kind: the last part of its address
	Outside          bool
}

// Open takes a file apart.
func Open(data []byte) (*Package, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	p := &Package{Entries: z.File, Data: map[string][]byte{}, Trees: map[string]*Node{}, Rels: map[string][]Rel{}, Types: map[string]string{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", f.Name, err)
		}
		name := "/" + f.Name
		p.Data[name] = b
		if ext := path.Ext(name); ext != ".xml" && ext != ".rels" {
			continue
		}
		if p.Trees[name], err = parse(b); err != nil {
			p.fault("xml", name, "%v", err)
			p.Trees[name] = &Node{}
		}
	}
	for name, tree := range p.Trees {
		if path.Ext(name) != ".rels" {
			continue
		}
		from := path.Join(path.Dir(path.Dir(name)), strings.TrimSuffix(path.Base(name), ".rels"))
		base := path.Dir(from)
		if strings.HasSuffix(name, "/_rels/.rels") {
			from, base = "/", "/"
		}
		for _, k := range tree.Kids {
			r := Rel{ID: k.Attr("Id"), Kind: path.Base(k.Attr("Type")), Target: k.Attr("Target"), Outside: k.Attr("TargetMode") == "External"}
			if !r.Outside && !strings.HasPrefix(r.Target, "/") {
				r.Target = path.Join(base, r.Target)
			}
			p.Rels[from] = append(p.Rels[from], r)
		}
	}
	p.types()
	return p, nil
}

// types finds what each part is.
func (p *Package) types() {
	defaults := map[string]string{}
	for _, k := range p.Trees["/[Content_Types].xml"].Kids {
		if k.Name == "Default" {
			defaults[strings.ToLower(k.Attr("Extension"))] = k.Attr("ContentType")
		}
	}
	for name := range p.Data {
		if kind := defaults[strings.TrimPrefix(strings.ToLower(path.Ext(name)), ".")]; kind != "" {
			p.Types[name] = kind
		}
	}
	for _, k := range p.Trees["/[Content_Types].xml"].Kids {
		if k.Name == "Override" {
			p.Types[k.Attr("PartName")] = k.Attr("ContentType")
		}
	}
}

// Follow is the part that a relationship of a kind leads to; empty: none.
func (p *Package) Follow(from, kind string) string {
	for _, r := range p.Rels[from] {
		if r.Kind == kind && !r.Outside {
			return r.Target
		}
	}
	return ""
}

// Lead is what a relationship of a part leads to by its id.
func (p *Package) Lead(from, id string) (Rel, bool) {
	for _, r := range p.Rels[from] {
		if r.ID == id {
			return r, true
		}
	}
	return Rel{}, false
}
