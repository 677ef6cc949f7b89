package conform_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"roadshow/render/pdf"
	"roadshow/render/pdf/conform"
	"roadshow/render/pdf/pdftest"
	"roadshow/scene"
)

// deck has something of everything that a clause speaks of.
func deck(t *testing.T) *scene.Deck {
	t.Helper()
	read := func(file string) []byte {
		data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "fonts", file))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	fonts := []scene.FontFile{{Font: scene.Sans, Data: read("IBMPlexSans_400Regular.ttf")}}
	y := scene.Pt(40)
	say := func(role scene.Role, words string) *scene.Text {
		y += 20
		r := scene.Run{Text: words, Font: scene.Sans, Size: 10, X: 54, Color: scene.Color{Token: "text"}}
		r.Adv = make([]int16, len([]rune(words)))
		for i := range r.Adv {
			r.Adv[i] = 500
		}
		r.Width = scene.Pt(len(r.Adv)) * 5
		return &scene.Text{Role: role, Paras: []scene.Para{{}}, Lines: []scene.Line{{Baseline: y, Runs: []scene.Run{r}}}}
	}
	link := say(scene.RoleBody, "a page on the web")
	link.Lines[0].Runs[0].Link = "https://example.org"
	item := say(scene.RoleList, "–")
	item.List, item.Paras[0].Marker = "l", "–"
	item.Lines[0].Runs = append(item.Lines[0].Runs, say("", "one").Lines[0].Runs[0])
	box := scene.Rect{X: 54, Y: 400, W: 100, H: 50}
	mark := &scene.Shape{Path: scene.RectPath(box), Fill: scene.Paint{Color: scene.Color{Token: "accent", R: 9}}}
	entry := &scene.Group{Role: scene.RoleContents, List: "contents", Items: []scene.Item{say(scene.RoleContents, "A theme")}}
	return &scene.Deck{Medium: scene.Document, Size: scene.A4, Fonts: fonts, Meta: scene.Meta{Title: "A fictional file", Author: "A", Language: "en", Date: "2023-05-12"},
		Pages: []scene.Page{{ID: "one", Number: 1, Background: scene.Color{Token: "ground", R: 250, G: 250, B: 250}, Items: []scene.Item{
			say(scene.RoleTitle, "Title"), entry, say(scene.RoleHeading, "Heading"), say(scene.RoleSubheading, "Below"), link, item,
			&scene.Group{Role: scene.RoleExhibit, Alt: "bars", Items: []scene.Item{say(scene.RoleCaption, "Exhibit 1"),
				&scene.Chart{Alt: "bars rise", Frame: box, Drawing: []scene.Item{mark}}, say(scene.RoleSource, "Source: made up")}},
			&scene.Table{Columns: make([]scene.Column, 2), Head: [][]scene.Cell{{{Header: true}, {Header: true, Text: *say(scene.RoleCell, "2023")}}},
				Rows: [][]scene.Cell{{{Header: true, Text: *say(scene.RoleCell, "Oak")}, {Text: *say(scene.RoleCell, "7")}}}},
			&scene.Art{Frame: box, Alt: "a mark", Marks: []scene.Mark{{Fade: 0.5, Parts: []scene.Mark{{Path: scene.RectPath(box), Fill: scene.Ink{Color: scene.Color{Token: "logo"}}}}}}},
			say(scene.RoleFootnote, "* a note"), say(scene.RoleFootnote, "† another"), say(scene.RoleFurniture, "folio")}}}}
}

func finished(t *testing.T, s pdf.Standard) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := pdf.Write(&out, deck(t), pdf.Options{Standard: s}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// object is a PDF object as it stands in a file.
func object(v any) string {
	switch v := v.(type) {
	case nil:
		return "null"
	case bool:
		return fmt.Sprint(v)
	case float64:
		return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.6f", v), "0"), ".")
	case pdftest.Name:
		var b strings.Builder
		b.WriteByte('/')
		for _, c := range []byte(v) {
			if c > ' ' && c < 0x7F && !strings.ContainsRune("()<>[]{}/%#", rune(c)) {
				b.WriteByte(c)
			} else {
				fmt.Fprintf(&b, "#%02X", c)
			}
		}
		return b.String()
	case pdftest.String:
		return fmt.Sprintf("<%X>", string(v))
	case pdftest.Ref:
		return fmt.Sprintf("%d 0 R", v)
	case pdftest.Array:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = object(v[i])
		}
		return "[" + strings.Join(parts, " ") + "]"
	case pdftest.Dict:
		var keys []string
		for k := range v {
			keys = append(keys, string(k))
		}
		sort.Strings(keys)
		s := "<<"
		for _, k := range keys {
			if v[pdftest.Name(k)] != nil {
				s += object(pdftest.Name(k)) + " " + object(v[pdftest.Name(k)])
			}
		}
		return s + ">>"
	}
	panic(fmt.Sprintf("%T", v))
}

// written is a file of objects, none of them packed.
func written(objects []any, trailer pdftest.Dict) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	var table []byte
	table = append(table, 0, 0, 0, 0, 0, 0xFF, 0xFF)
	entry := func() {
		table = append(table, 1, byte(b.Len()>>24), byte(b.Len()>>16), byte(b.Len()>>8), byte(b.Len()), 0, 0)
	}
	n := 1
	for ; n < len(objects); n++ {
		entry()
		o := objects[n]
		if s, ok := o.(pdftest.Stream); ok {
			d := pdftest.Dict{}
			for k, v := range s.Dict {
				d[k] = v
			}
			if d["Filter"] == pdftest.Name("FlateDecode") {
				delete(d, "Filter")
			}
			d["Length"] = float64(len(s.Data))
			fmt.Fprintf(&b, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n", n, object(d), s.Data)
			continue
		}
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", n, object(o))
	}
	start := b.Len()
	entry()
	d := pdftest.Dict{}
	for _, k := range []pdftest.Name{"Root", "Info", "ID", "Encrypt"} {
		d[k] = trailer[k]
	}
	d["Type"], d["Size"], d["W"], d["Length"] = pdftest.Name("XRef"), float64(n+1), pdftest.Array{1.0, 4.0, 2.0}, float64(len(table))
	fmt.Fprintf(&b, "%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n", n, object(d), table, start)
	return b.Bytes()
}

// broken is a file while a fault is put into it.
type broken struct {
	t       *testing.T
	objects []any
	trailer pdftest.Dict
}

func (b *broken) get(v any) any {
	if r, ok := v.(pdftest.Ref); ok {
		return b.objects[r]
	}
	return v
}

func (b *broken) catalog() pdftest.Dict { return b.get(b.trailer["Root"]).(pdftest.Dict) }

func (b *broken) page() pdftest.Dict {
	return b.get(b.get(b.catalog()["Pages"]).(pdftest.Dict)["Kids"].(pdftest.Array)[0]).(pdftest.Dict)
}

// one is the first dictionary, or stream's dictionary, that has these entries.
func (b *broken) one(entries ...any) pdftest.Dict {
	b.t.Helper()
	for _, o := range b.objects {
		d, ok := o.(pdftest.Dict)
		if s, stream := o.(pdftest.Stream); stream {
			d, ok = s.Dict, true
		}
		for i := 0; ok && i < len(entries); i += 2 {
			ok = d[pdftest.Name(entries[i].(string))] == pdftest.Name(entries[i+1].(string))
		}
		if ok {
			return d
		}
	}
	b.t.Fatalf("no object has %v", entries)
	return nil
}

// content changes the page's operators.
func (b *broken) content(change func(string) string) {
	b.t.Helper()
	r := b.page()["Contents"].(pdftest.Ref)
	s := b.objects[r].(pdftest.Stream)
	was := string(s.Data)
	if s.Data = []byte(change(was)); string(s.Data) == was {
		b.t.Fatal("nothing has changed")
	}
	b.objects[r] = s
}

func (b *broken) metadata(from, to string) {
	b.t.Helper()
	r := b.catalog()["Metadata"].(pdftest.Ref)
	s := b.objects[r].(pdftest.Stream)
	if !strings.Contains(string(s.Data), from) {
		b.t.Fatalf("the metadata do not say %s", from)
	}
	s.Data = bytes.ReplaceAll(s.Data, []byte(from), []byte(to))
	b.objects[r] = s
}

func (b *broken) resources() pdftest.Dict { return b.get(b.page()["Resources"]).(pdftest.Dict) }

func (b *broken) font() pdftest.Dict {
	return b.one("Type", "Font", "Subtype", "Type0")
}

func (b *broken) cidFont() pdftest.Dict { return b.one("Subtype", "CIDFontType2") }

func (b *broken) unicode(from, to string) {
	b.t.Helper()
	r := b.font()["ToUnicode"].(pdftest.Ref)
	s := b.objects[r].(pdftest.Stream)
	if !strings.Contains(string(s.Data), from) {
		b.t.Fatalf("%s is not in\n%s", from, s.Data)
	}
	s.Data = []byte(strings.Replace(string(s.Data), from, to, 1))
	b.objects[r] = s
}

func (b *broken) kind(of, to string) { b.one("S", of)["S"] = pdftest.Name(to) }

// add is a new object.
func (b *broken) add(v any) pdftest.Ref {
	b.objects = append(b.objects, v)
	return pdftest.Ref(len(b.objects) - 1)
}

func (b *broken) annotation() pdftest.Dict { return b.one("Type", "Annot") }

func (b *broken) kids(d pdftest.Dict, kids ...any) { d["K"] = append(d["K"].(pdftest.Array), kids...) }

type (
	nm = pdftest.Name
	st = pdftest.String
	ar = pdftest.Array
	di = pdftest.Dict
)

// faults are a way to break each clause that is held.
var faults = map[string]func(*broken){
	"A-2a 6.1.3 a": func(b *broken) { b.trailer["ID"] = nil },
	"A-2a 6.1.3 b": func(b *broken) { b.trailer["Encrypt"] = di{"P": 512.0} },
	"UA-1 7.16":    func(b *broken) { b.trailer["Encrypt"] = di{"P": -4096.0} },
	"A-2a 6.1.7.1": func(b *broken) { b.one("Subtype", "XML")["F"] = st("elsewhere") },
	"A-2a 6.1.7.2": func(b *broken) {
		b.add(pdftest.Stream{Dict: di{"Filter": ar{nm("FlateDecode"), nm("LZWDecode")}}})
	},
	"A-2a 6.1.8":    func(b *broken) { b.cidFont()["BaseFont"] = nm("\xFF\xFE") },
	"A-2a 6.1.12":   func(b *broken) { b.catalog()["Perms"] = di{"UR3": b.add(di{})} },
	"A-2a 6.1.13 a": func(b *broken) { b.annotation()["Contents"] = st(strings.Repeat("a", 32768)) },
	"A-2a 6.1.13 b": func(b *broken) {
		b.content(func(s string) string { return strings.Repeat("q ", 29) + strings.Repeat("Q ", 29) + s })
	},
	"A-2a 6.1.13 c":     func(b *broken) { b.page()["MediaBox"] = ar{0.0, 0.0, 14401.0, 800.0} },
	"A-2a 6.6.2.1":      func(b *broken) { b.catalog()["Metadata"] = nil },
	"A-2a 6.6.2.3.1":    func(b *broken) { b.metadata("<pdfaProperty:name>part<", "<pdfaProperty:name>other<") },
	"A-2a 6.6.4":        func(b *broken) { b.metadata("<pdfaid:part>2<", "<pdfaid:part>1<") },
	"UA-1 5":            func(b *broken) { b.metadata("<pdfuaid:part>1</pdfuaid:part>", "") },
	"UA-1 7.1 h":        func(b *broken) { b.metadata("A fictional file", "") },
	"UA-1 7.1 i":        func(b *broken) { b.catalog()["ViewerPreferences"] = nil },
	"A-2a 6.6.3":        func(b *broken) { b.metadata("<xmp:ModifyDate>2023", "<xmp:ModifyDate>2024") },
	"A-2a 6.7.2":        func(b *broken) { b.catalog()["MarkInfo"] = nil },
	"UA-1 7.1 d":        func(b *broken) { b.catalog()["MarkInfo"] = di{"Marked": true, "Suspects": true} },
	"UA-1 7.1 k":        func(b *broken) { b.catalog()["StructTreeRoot"] = nil },
	"UA-1 7.2 language": func(b *broken) { b.catalog()["Lang"] = nil },
	"A-2a 6.7.4":        func(b *broken) { b.catalog()["Lang"] = st("English!") },
	"A-2a 6.2.3":        func(b *broken) { b.catalog()["OutputIntents"].(ar)[0].(di)["DestOutputProfile"] = b.add(di{}) },
	"A-2a 6.4.1":        func(b *broken) { b.catalog()["AcroForm"] = di{} },
	"A-2a 6.5.1":        func(b *broken) { b.annotation()["A"] = di{"S": nm("JavaScript")} },
	"A-2a 6.5.2":        func(b *broken) { b.page()["AA"] = di{"O": di{}} },
	"A-2a 6.8":          func(b *broken) { b.catalog()["Names"] = di{"EmbeddedFiles": di{}} },
	"A-2a 6.9":          func(b *broken) { b.catalog()["OCProperties"] = di{"D": di{}} },
	"A-2a 6.10":         func(b *broken) { b.page()["PresSteps"] = di{"X": 1.0} },
	"A-2a 6.11":         func(b *broken) { b.catalog()["Requirements"] = ar{1.0} },
	"A-2a 6.2.2 a":      func(b *broken) { b.content(func(s string) string { return s + "1 2 zz\n" }) },
	"A-2a 6.2.2 b":      func(b *broken) { b.content(func(s string) string { return strings.Replace(s, "/F1 ", "/F9 ", 1) }) },
	"A-2a 6.2.4.3":      func(b *broken) { b.content(func(s string) string { return "0 0 0 1 k\n" + s }) },
	"A-2a 6.2.5":        func(b *broken) { b.resources()["ExtGState"] = di{"G9": di{"TR": nm("Identity")}} },
	"A-2a 6.2.6":        func(b *broken) { b.content(func(s string) string { return "/Pretty ri\n" + s }) },
	"A-2a 6.2.8":        func(b *broken) { b.add(pdftest.Stream{Dict: di{"Subtype": nm("Image"), "Interpolate": true}}) },
	"A-2a 6.2.9":        func(b *broken) { b.one("Subtype", "Form")["PS"] = b.add(di{}) },
	"UA-1 7.20": func(b *broken) {
		b.add(pdftest.Stream{Dict: di{"Subtype": nm("Form"), "Resources": di{}}, Data: []byte("/P<</MCID 0>>BDC EMC")})
	},
	"A-2a 6.2.10 a": func(b *broken) { b.catalog()["OutputIntents"] = nil },
	"A-2a 6.2.10 b": func(b *broken) { b.add(di{"BM": nm("Muddy")}) },
	"A-2a 6.3.1":    func(b *broken) { b.annotation()["Subtype"] = nm("Movie") },
	"A-2a 6.3.2":    func(b *broken) { b.annotation()["F"] = 2.0 },
	"A-2a 6.3.3":    func(b *broken) { b.annotation()["Subtype"] = nm("Text") },
	"UA-1 7.18.3":   func(b *broken) { b.page()["Tabs"] = nm("R") },
	"UA-1 7.18.5 b": func(b *broken) { b.annotation()["Contents"] = nil },
	"UA-1 7.18.1":   func(b *broken) { b.annotation()["Subtype"] = nm("Text") },
	"UA-1 7.18.5 a": func(b *broken) { b.annotation()["StructParent"] = 0.0 },

	"UA-1 7.21.3.1":   func(b *broken) { b.font()["Encoding"] = nm("Strange-H") },
	"UA-1 7.21.3.2":   func(b *broken) { b.cidFont()["CIDToGIDMap"] = nil },
	"A-2a 6.2.11.2":   func(b *broken) { b.cidFont()["BaseFont"] = nm("Other") },
	"UA-1 7.21.4.1 a": func(b *broken) { b.one("Type", "FontDescriptor")["FontFile2"] = nil },
	"UA-1 7.21.4.1 b": func(b *broken) {
		r := b.one("Type", "FontDescriptor")["FontFile2"].(pdftest.Ref)
		s := b.objects[r].(pdftest.Stream)
		s.Data = bytes.Clone(s.Data)
		for i := range int(s.Data[5]) { // maxp: one glyph
			if e := s.Data[12+16*i:]; string(e[:4]) == "maxp" {
				at := int(e[8])<<24 | int(e[9])<<16 | int(e[10])<<8 | int(e[11])
				s.Data[at+4], s.Data[at+5] = 0, 1
			}
		}
		b.objects[r] = s
	},
	"UA-1 7.21.4.2":   func(b *broken) { b.one("Type", "FontDescriptor")["CIDSet"] = b.add(pdftest.Stream{Dict: di{}}) },
	"UA-1 7.21.5":     func(b *broken) { b.cidFont()["W"].(ar)[1].(ar)[1] = 2000.0 },
	"UA-1 7.21.7 a":   func(b *broken) { b.unicode("<0001> <", "<7777> <") },
	"UA-1 7.21.7 b":   func(b *broken) { b.unicode("<0001> <0054>", "<0001> <FEFF>") },
	"A-2a 6.2.11.7.3": func(b *broken) { b.unicode("<0001> <0054>", "<0001> <E000>") },
	"UA-1 7.21.8": func(b *broken) {
		b.content(func(s string) string { return strings.Replace(s, "Tf\n", "Tf\n(\x00\x00)Tj\n", 1) })
	},

	"UA-1 7.1 a": func(b *broken) {
		b.content(func(s string) string { return strings.Replace(s, "BT\n", "/Artifact BMC EMC BT\n", 2) })
	},
	"UA-1 7.1 b": func(b *broken) {
		b.content(func(s string) string {
			return strings.Replace(s, "/Artifact BMC\n", "/Artifact BMC /P<</MCID 0>>BDC EMC\n", 1)
		})
	},
	"UA-1 7.1 c": func(b *broken) { b.content(func(s string) string { return "0 0 9 9 re f\n" + s }) },
	"UA-1 7.1 l": func(b *broken) {
		b.content(func(s string) string { return strings.Replace(s, "MCID 0>>", "MCID 99>>", 1) })
	},
	"UA-1 7.1 e": func(b *broken) { b.kind("Note", "Aside") },
	"UA-1 7.1 g": func(b *broken) { b.one("Type", "StructTreeRoot")["RoleMap"] = di{"P": nm("H1")} },

	"UA-1 7.2 table a": func(b *broken) { b.kind("TBody", "Sect") },
	"UA-1 7.2 table b": func(b *broken) { b.kind("THead", "Sect") },
	"UA-1 7.2 table c": func(b *broken) { b.kind("Table", "Sect") },
	"UA-1 7.2 table d": func(b *broken) { b.kind("Table", "Sect") },
	"UA-1 7.2 table e": func(b *broken) { b.kind("TR", "Div") },
	"UA-1 7.2 table f": func(b *broken) { b.kind("TR", "Div") },
	"UA-1 7.2 table g": func(b *broken) { b.kind("TD", "P") },
	"UA-1 7.2 table h": func(b *broken) { b.kind("TR", "Div") },
	"UA-1 7.2 table i": func(b *broken) { b.kind("TBody", "THead"); b.kind("THead", "TBody"); b.kind("TR", "P") },
	"UA-1 7.2 table j": func(b *broken) { b.kind("TBody", "THead") },
	"UA-1 7.2 table k": func(b *broken) {
		b.kind("LI", "Caption")
		t := b.one("S", "L")
		b.kids(t, b.add(di{"S": nm("Caption"), "K": ar{}}))
	},
	"UA-1 7.2 table l":    func(b *broken) { b.one("S", "TH")["A"] = di{"O": nm("Table"), "Scope": nm("Column"), "ColSpan": 2.0} },
	"UA-1 7.2 list a":     func(b *broken) { b.kind("L", "Sect") },
	"UA-1 7.2 list b":     func(b *broken) { b.kind("LI", "Sect") },
	"UA-1 7.2 list c":     func(b *broken) { b.kind("LI", "P") },
	"UA-1 7.2 list d":     func(b *broken) { b.kind("LBody", "P") },
	"UA-1 7.2 contents a": func(b *broken) { b.kind("TOC", "Sect") },
	"UA-1 7.2 contents b": func(b *broken) { b.kind("TOCI", "P") },
	"UA-1 7.3":            func(b *broken) { b.one("S", "Figure")["Alt"] = st("  ") },
	"UA-1 7.4.2":          func(b *broken) { b.kind("H2", "H4") },
	"UA-1 7.4.4":          func(b *broken) { b.kind("H2", "H") },
	"UA-1 7.5":            func(b *broken) { b.one("S", "TH")["A"] = nil },
	"UA-1 7.9 a":          func(b *broken) { b.one("S", "Note")["ID"] = nil },
	"UA-1 7.9 b":          func(b *broken) { b.one("S", "Note")["ID"] = st("note00002") },
}

// around are faults outside the objects.
var around = map[string]func([]byte) []byte{
	"A-2a 6.1.2":   func(b []byte) []byte { return bytes.Replace(b, []byte("%\xE2\xE3\xCF\xD3"), []byte("%abcd"), 1) },
	"UA-1 6.1":     func(b []byte) []byte { return bytes.Replace(b, []byte("%PDF-1.7"), []byte("%PDF-2.0"), 1) },
	"A-2a 6.1.3 c": func(b []byte) []byte { return append(bytes.Clone(b), "more"...) },
}

func clauses(breaches []conform.Breach) (out []string) {
	for _, b := range breaches {
		out = append(out, b.Clause)
	}
	return out
}

func TestAFinishedFileKeepsEveryClause(t *testing.T) {
	got, err := conform.Check(finished(t, pdf.UA1A2a))
	if err != nil || len(got) > 0 {
		t.Errorf("%v, %v", got, err)
	}
	for promise, want := range map[pdf.Standard][]string{
		pdf.A2b:  {"A-2a 6.6.4", "UA-1 5"},
		pdf.UA1:  {"A-2a 6.6.2.3.1", "A-2a 6.6.4", "A-2a 6.2.3", "A-2a 6.2.4.3", "A-2a 6.2.10 a"},
		pdf.None: {"A-2a 6.6.4", "UA-1 5", "A-2a 6.2.3", "A-2a 6.2.4.3", "A-2a 6.2.10 a"},
	} {
		if got, err := conform.Check(finished(t, promise)); err != nil || !slices.Equal(clauses(got), want) {
			t.Errorf("%s breaks %v, %v", promise, got, err)
		}
	}
}

func TestEveryClauseIsBrokenByAFile(t *testing.T) {
	good := finished(t, pdf.UA1A2a)
	for _, c := range conform.Clauses() {
		t.Run(c[0], func(t *testing.T) {
			objects, trailer, err := pdftest.Raw(good) // taken apart anew: a fault changes what it holds
			if err != nil {
				t.Fatal(err)
			}
			b := &broken{t, objects, trailer}
			data := written(objects, trailer)
			if got, err := conform.Check(data); err != nil || len(got) > 0 {
				t.Fatalf("the file as it was breaks %v, %v", got, err)
			}
			if wreck := around[c[0]]; wreck != nil {
				data = wreck(data)
			} else if put := faults[c[0]]; put != nil {
				put(b)
				data = written(b.objects, b.trailer)
			} else {
				t.Fatal("no file breaks it")
			}
			got, err := conform.Check(data)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(clauses(got), c[0]) {
				t.Errorf("%q is not noticed: %v", c[1], got)
			}
		})
	}
}
