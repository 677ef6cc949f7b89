// Package proof writes down what a briefing says and why it may: X.proof.json. Whoever has that file can check it, and the
// files it names, without a network and without the texts that are quoted; two of them can be compared.
//
// The same briefing gives the same bytes. Only the very bytes that Encode writes are read back, so that any change shows.
package proof

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"

	"roadshow/briefing"
	"roadshow/briefing/evidence/source"
)

// The formats: docs/evidence.md specifies them. The first is read and no longer written: it holds less of what is printed,
// and less from which a status can be derived.
const (
	format1 = "roadshow proof 1"
	format  = "roadshow proof 2"
)

// Proof is the whole of X.proof.json.
type Proof struct {
	Format  string   `json:"format"`
	Digest  string   `json:"digest"`  // SHA-256 of this file with an empty digest, hex
	Program string   `json:"program"` // name and version of the program that made it
	Options Options  `json:"options"`
	Inputs  []File   `json:"inputs"`  // the outline first, then what it names, by path
	Outputs []Output `json:"outputs"` // as they stand beside this file
	Facts
}

// Options are what the briefing was made with.
type Options struct {
	Audience string   `json:"audience,omitempty"`
	Set      []string `json:"set,omitempty"` // key=value
	Strict   bool     `json:"strict,omitempty"`
	Pages    string   `json:"pages,omitempty"`
	DPI      float64  `json:"dpi,omitempty"`
	Notes    bool     `json:"notes,omitempty"`
	Standard string   `json:"pdf_standard,omitempty"` // of PDF files, where it is not the usual one
	Faces    string   `json:"office_fonts,omitempty"` // of office files, where they are not the usual ones
	Date     string   `json:"date,omitempty"`         // inside the files, where SOURCE_DATE_EPOCH set it
}

// File is one file's content.
type File struct {
	Path   string `json:"path"` // slashes; inputs: from the outline's folder, outputs: from the proof's
	Bytes  int    `json:"bytes"`
	SHA256 string `json:"sha256"`
}

// Output is a file that was made.
type Output struct {
	File
	Format string `json:"format"` // of the catalog: document, slides, html …
}

// Of describes a file.
func Of(path string, data []byte) File {
	sum := sha256.Sum256(data)
	return File{path, len(data), hex.EncodeToString(sum[:])}
}

// Facts are what the briefing says.
type Facts struct {
	Title      string      `json:"title"`
	Date       string      `json:"date"`
	YearStarts int         `json:"year_starts,omitempty"` // the month in which fiscal years start, where the outline says
	Sources    []Source    `json:"sources"`
	Figures    []Figure    `json:"figures"`
	Tables     []Table     `json:"tables"`
	Quotations []Quotation `json:"quotations"`
	Claims     []Claim     `json:"claims"`
	Exhibits   []Exhibit   `json:"exhibits"`
	Words      []Said      `json:"words,omitzero"` // what else is printed; nil in format 1, never in format 2
	Typed      []Typed     `json:"typed,omitzero"` // numbers typed by hand; likewise
}

// Said is one text that is printed and is nothing of the above, as typed: figures as $name.
type Said struct {
	Of   string `json:"of"`  // briefing, summary, a theme or block, people.id, sources.id, figures.id, data.id, brand
	Key  string `json:"key"` // within it: points.text
	Text string `json:"text"`
}

// Typed is a number that stands in the outline itself, with neither a figure nor a file behind it.
type Typed struct {
	Text  string         `json:"text"`
	Class briefing.Class `json:"class"` // typed, or what its block's sticker says
	Line  int            `json:"line"`
}

// Pages are folios, by medium.
type Pages struct {
	Document []int `json:"document,omitempty"`
	Slides   []int `json:"slides,omitempty"`
}

// Place is where words stand in a source: the number of the first word, from 0, and how many there are.
type Place struct {
	Source string `json:"source,omitempty"`
	Word   int    `json:"word"`
	Words  int    `json:"words"`
}

// Source is one source of the register, with the proofs of all that is quoted from it.
type Source struct {
	ID         string         `json:"id"`
	Title      string         `json:"title"`
	Number     int            `json:"number,omitempty"` // in the register
	Translated string         `json:"translated,omitempty"`
	Status     string         `json:"status"`
	Pages      Pages          `json:"pages"`
	Proofs     *source.Proofs `json:"proofs,omitempty"`
}

// Figure is a number with what it rests on.
type Figure struct {
	ID      string   `json:"id"`
	Label   string   `json:"label,omitempty"`
	Value   string   `json:"value"`
	Unit    string   `json:"unit,omitempty"`  // where the value names none
	Words   string   `json:"words,omitempty"` // printed instead of the number
	Basis   string   `json:"basis,omitempty"`
	Formula string   `json:"formula,omitempty"`
	Cell    *Cell    `json:"cell,omitempty"`
	Excerpt string   `json:"excerpt,omitempty"`
	Sources []string `json:"sources,omitempty"`
	Place   *Place   `json:"place,omitempty"` // of the excerpt
	Line    int      `json:"line"`
	Pages   Pages    `json:"pages"`
}

// Cell is a place in a table.
type Cell struct {
	Table  string `json:"table"`
	Row    string `json:"row"`
	Column string `json:"column"`
}

// Table is what figures and claims take from a data file, and every row with an excerpt.
type Table struct {
	ID      string   `json:"id"`
	Unit    string   `json:"unit,omitempty"`
	Shown   bool     `json:"shown,omitempty"` // a block shows it whole
	Sources []string `json:"sources,omitempty"`
	Columns []string `json:"columns"`
	Own     []string `json:"own,omitempty"`   // columns that no excerpt has to say
	Dates   []string `json:"dates,omitempty"` // how the dates of the rows' names and of each column are read, where that was settled
	Rows    []Row    `json:"rows"`
}

// Row is one row of a table, with a place for each of its excerpts.
type Row struct {
	Name    string   `json:"name"`
	Unit    string   `json:"unit,omitempty"`
	Cells   []string `json:"cells"`
	Excerpt string   `json:"excerpt,omitempty"`
	Places  []*Place `json:"places,omitempty"`
}

// What became of a quotation.
const (
	Proved     = "proved"
	NotChecked = "not checked"
	Paraphrase = "paraphrase"
)

// Quotation is words that a source is said to hold.
type Quotation struct {
	Of      string   `json:"of"` // id of the block
	Text    string   `json:"text"`
	By      string   `json:"by"`
	Names   []string `json:"names,omitempty"`  // under which sources print a person of the outline, By among them
	Credit  string   `json:"credit,omitempty"` // proves who spoke
	Sources []string `json:"sources,omitempty"`
	Status  string   `json:"status"`
	Place   *Place   `json:"place,omitempty"`
	Line    int      `json:"line"`
	Pages   Pages    `json:"pages"`
}

// Claim is what a title says, and as arithmetic where it is written so.
type Claim struct {
	Of    string `json:"of"` // id of the theme or block
	Title string `json:"title"`
	Holds string `json:"holds,omitempty"`
	Truth string `json:"truth,omitempty"`
	Why   string `json:"why,omitempty"`
	Line  int    `json:"line"`
	Pages Pages  `json:"pages"`
}

// Exhibit is a block that shows something: its title and what stands in it.
type Exhibit struct {
	ID      string     `json:"id"`
	Layout  string     `json:"layout"`
	Title   string     `json:"title"`
	Sources []string   `json:"sources,omitempty"`
	Sticker string     `json:"sticker,omitempty"`
	Content [][]string `json:"content"` // rows of what it shows; of a long table its digest
	Line    int        `json:"line"`
	Pages   Pages      `json:"pages"`
}

// Seal puts the digest in.
func (p *Proof) Seal() {
	if p.Digest = ""; p.Format != format1 {
		p.Format = format
	}
	sum := sha256.Sum256(p.encode())
	p.Digest = hex.EncodeToString(sum[:])
}

// Encode is the file: the same proof gives the same bytes.
func (p *Proof) Encode() []byte {
	p.Seal()
	return p.encode()
}

func (p *Proof) encode() []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetIndent("", " ")
	e.SetEscapeHTML(false)
	_ = e.Encode(p) // strings and numbers only: cannot fail
	return b.Bytes()
}

// Whole says that the proof is of a format that holds all that is printed.
func (f *Facts) Whole() bool { return f.Words != nil }

// Decode reads a proof called name and holds it against its own digest.
func Decode(name string, data []byte) (*Proof, error) {
	changed := fmt.Errorf("%s was changed after it was written", name)
	head, _, _ := bytes.Cut(data[:min(len(data), 100)], []byte("\",\n"))
	is, ok := bytes.CutPrefix(head, []byte("{\n \"format\": \""))
	switch {
	case !ok || !bytes.HasPrefix(is, []byte("roadshow proof ")):
		return nil, fmt.Errorf("%s is no proof of a briefing", name)
	case string(is) != format && string(is) != format1:
		return nil, fmt.Errorf("%s has the format %q, which this program does not know; it reads %q", name, is, format)
	case !countable(data):
		return nil, changed
	}
	var p Proof
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := p.read(d); err != nil || !bytes.Equal(p.encode(), data) || p.Whole() != (p.Format == format) || p.Whole() != (p.Typed != nil) {
		return nil, changed
	}
	said := p.Digest
	if p.Seal(); p.Digest != said {
		return nil, fmt.Errorf("%s was changed after it was written: its digest is %s", name, p.Digest)
	}
	return &p, nil
}

// read decodes item by item, and ends at the first that is not what it should be: encoding/json would go on and make room for
// all that follow.
func (p *Proof) read(d *json.Decoder) error {
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return errOther
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return err
		}
		switch key {
		case "format":
			err = d.Decode(&p.Format)
		case "digest":
			err = d.Decode(&p.Digest)
		case "program":
			err = d.Decode(&p.Program)
		case "options":
			err = d.Decode(&p.Options)
		case "inputs":
			p.Inputs, err = items[File](d)
		case "outputs":
			p.Outputs, err = items[Output](d)
		case "title":
			err = d.Decode(&p.Title)
		case "date":
			err = d.Decode(&p.Date)
		case "year_starts":
			err = d.Decode(&p.YearStarts)
		case "sources":
			p.Sources, err = items[Source](d)
		case "figures":
			p.Figures, err = items[Figure](d)
		case "tables":
			p.Tables, err = items[Table](d)
		case "quotations":
			p.Quotations, err = items[Quotation](d)
		case "claims":
			p.Claims, err = items[Claim](d)
		case "exhibits":
			p.Exhibits, err = items[Exhibit](d)
		case "words":
			p.Words, err = items[Said](d)
		case "typed":
			p.Typed, err = items[Typed](d)
		default:
			err = errOther
		}
		if err != nil {
			return err
		}
	}
	return nil // what follows is held against the bytes
}

var errOther = errors.New("it is not what a proof holds")

func items[T any](d *json.Decoder) ([]T, error) {
	if t, err := d.Token(); err != nil || t != json.Delim('[') {
		return nil, errOther
	}
	list := []T{}
	for d.More() {
		var v T
		if err := d.Decode(&v); err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	_, err := d.Token()
	return list, err
}

// A value of a proof stands on a line of its own and takes at least so many bytes on average, a mapping more.
const (
	leastValue   = 8
	leastMapping = 34
)

// countable counts the values before any is kept: a file of many small ones would take forty times its length. What a proof
// holds never comes near: its values stand on lines of their own, with their names, and half of it is hashes.
func countable(data []byte) bool {
	values, mappings, quoted := 0, 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{':
			mappings++
			values++
		case c == '[' || c == ',':
			values++
		}
	}
	const some = 1000 // a short proof may be dense
	return values < some+len(data)/leastValue && mappings < some+len(data)/leastMapping
}

// find is the element of a list for which is holds, nil where there is none.
func find[T any](list []T, is func(*T) bool) *T {
	for i := range list {
		if is(&list[i]) {
			return &list[i]
		}
	}
	return nil
}

func (f *Facts) source(id string) *Source {
	return find(f.Sources, func(s *Source) bool { return s.ID == id })
}

func (f *Facts) figure(id string) *Figure {
	return find(f.Figures, func(g *Figure) bool { return g.ID == id })
}

func (f *Facts) table(id string) *Table {
	return find(f.Tables, func(t *Table) bool { return t.ID == id })
}
