package pptx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"hash/crc32"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/klauspost/compress/flate"
)

// pack is the file: parts that name each other by relationships.
type pack struct {
	parts   []*part
	root    part          // bears the relationships of the file as a whole
	deflate *flate.Writer // a megabyte: for every entry, and for the workbooks within; nil: one is made
}

// part is one file of the package. Its name begins with a slash.
type part struct {
	name, kind string // kind: content type
	out
	rels []rel
}

// rel is one relationship of a part.
type rel struct {
	kind, target string // target: a part's name, or an address
	outside      bool
}

const (
	officeRel  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	packageRel = "http://schemas.openxmlformats.org/package/2006/relationships/"
)

// add makes a part. Parts are written in the order in which they are made.
func (k *pack) add(name, kind string) *part {
	p := &part{name: name, kind: kind}
	k.parts = append(k.parts, p)
	return p
}

// rel returns the id of the relationship to another part, of a kind that office programs name; the same for the same part.
func (p *part) rel(kind, target string) string { return p.relate(rel{officeRel + kind, target, false}) }

// address returns the id of the relationship to a web address.
func (p *part) address(link string) string {
	return p.relate(rel{officeRel + "hyperlink", link, true})
}

func (p *part) relate(r rel) string {
	i := slices.Index(p.rels, r)
	if i < 0 {
		i = len(p.rels)
		p.rels = append(p.rels, r)
	}
	return "rId" + strconv.Itoa(i+1)
}

// relationships is the file that stands beside a part that names others.
func (p *part) relationships() []byte {
	var o out
	o.put(declaration, `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, r := range p.rels {
		target := r.target
		if !r.outside {
			target = relative(path.Dir(p.name), target)
		}
		o.put(`<Relationship Id="rId`, i+1, `" Type="`, r.kind, `" Target="`, esc(target), `"`)
		if r.outside {
			o.put(` TargetMode="External"`)
		}
		o.put(`/>`)
	}
	o.put(`</Relationships>`)
	return o.Bytes()
}

// relative is a part's name as seen from a folder: some readers take no others.
func relative(from, name string) string {
	if from == "" || from == "." {
		from = "/"
	}
	up := ""
	for from != "/" && !strings.HasPrefix(name, from+"/") {
		from, up = path.Dir(from), up+"../"
	}
	return up + strings.TrimPrefix(strings.TrimPrefix(name, from), "/")
}

// types is the list of what each part is.
func (k *pack) types() []byte {
	var o out
	o.put(declaration, `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
		`<Default Extension="xml" ContentType="application/xml"/>`)
	var defaults []string
	for _, p := range k.parts {
		if ext := path.Ext(p.name); ext != ".xml" && !slices.Contains(defaults, ext) {
			defaults = append(defaults, ext)
			o.put(`<Default Extension="`, esc(ext[1:]), `" ContentType="`, p.kind, `"/>`)
		}
	}
	for _, p := range k.parts {
		if path.Ext(p.name) == ".xml" {
			o.put(`<Override PartName="`, esc(p.name), `" ContentType="`, p.kind, `"/>`)
		}
	}
	o.put(`</Types>`)
	return o.Bytes()
}

// write writes the package: every entry deflated, none with a time of its own, and each with its size in front of it: what says it
// behind the entry, and more of times, would be a tenth of a small file.
func (k *pack) write(w io.Writer) error {
	z := zip.NewWriter(w)
	var small bytes.Buffer
	deflate, err := k.compressor()
	if err != nil {
		return err
	}
	put := func(name string, data []byte) error {
		small.Reset()
		deflate.Reset(&small)
		if _, err := deflate.Write(data); err != nil {
			return err
		}
		if err := deflate.Close(); err != nil {
			return err
		}
		const version = 20 // of the format: deflate needs it
		h := &zip.FileHeader{Name: strings.TrimPrefix(name, "/"), Method: zip.Deflate, CreatorVersion: version, ReaderVersion: version, CRC32: crc32.ChecksumIEEE(data),
			CompressedSize64: uint64(small.Len()), UncompressedSize64: uint64(len(data))}
		h.ModifiedDate = epoch //lint:ignore SA1019 raw entries have no other date
		f, err := z.CreateRaw(h)
		if err != nil {
			return err
		}
		_, err = f.Write(small.Bytes())
		return err
	}
	err = cmp.Or(put("/[Content_Types].xml", k.types()), put("/_rels/.rels", k.root.relationships()))
	for _, p := range k.parts {
		if len(p.rels) > 0 {
			err = cmp.Or(err, put(path.Dir(p.name)+"/_rels/"+path.Base(p.name)+".rels", p.relationships()))
		}
		err = cmp.Or(err, put(p.name, p.Bytes()))
	}
	return cmp.Or(err, z.Close())
}

// compressor is what deflates the package's entries.
func (k *pack) compressor() (_ *flate.Writer, err error) {
	if k.deflate == nil {
		k.deflate, err = flate.NewWriter(nil, 8)
	}
	return k.deflate, err
}

// epoch is the earliest day that an entry can have, 1 January 1980: every file has the same.
const epoch = 1<<5 | 1
