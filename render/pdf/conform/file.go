package conform

import (
	"bytes"
	"encoding/xml"
	"io"
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"roadshow/render/pdf/pdftest"
)

// fileChecks hold the file around its objects.
var fileChecks = []check{
	{"A-2a 6.1.2", "the file begins with its version and a comment of bytes that are no text", func(d *doc, report func(string, ...any)) {
		at := bytes.IndexByte(d.data, '\n')
		if !regexp.MustCompile(`^%PDF-1\.[0-7]\r?\n%`).Match(d.data) || slices.ContainsFunc(d.data[at+2:at+6], func(b byte) bool { return b < 0x80 }) {
			report("% x", d.data[:min(16, len(d.data))])
		}
	}},
	{"UA-1 6.1", "the file is a PDF 1.x", func(d *doc, report func(string, ...any)) {
		if v, _ := d.get(d.catalog["Version"]).(name); !bytes.HasPrefix(d.data, []byte("%PDF-1.")) || v != "" && !strings.HasPrefix(string(v), "1.") {
			report("%.8q, version %s", d.data, v)
		}
	}},
	{"A-2a 6.1.3 a", "the trailer holds an identity of two strings", func(d *doc, report func(string, ...any)) {
		id, _ := d.get(d.trailer["ID"]).(array)
		if len(id) != 2 {
			report("%v", d.trailer["ID"])
			return
		}
		for _, part := range id {
			if s, ok := part.(str); !ok || s == "" {
				report("%v", id)
			}
		}
	}},
	{"A-2a 6.1.3 b", "the file is not encrypted", func(d *doc, report func(string, ...any)) {
		if d.trailer["Encrypt"] != nil {
			report("it is")
		}
	}},
	{"UA-1 7.16", "an encrypted file lets readers extract its words", func(d *doc, report func(string, ...any)) {
		if e := d.dict(d.trailer["Encrypt"]); e != nil {
			if p, _ := e["P"].(float64); int64(p)&(1<<9) == 0 {
				report("permissions %v", e["P"])
			}
		}
	}},
	{"A-2a 6.1.3 c", "nothing follows the end of the file", func(d *doc, report func(string, ...any)) {
		if !regexp.MustCompile(`%%EOF(\r\n|\r|\n)?$`).Match(d.data) {
			report("it ends with %q", d.data[max(0, len(d.data)-12):])
		}
	}},
	{"A-2a 6.1.7.1", "streams stand in the file itself", func(d *doc, report func(string, ...any)) {
		for n, o := range d.objects {
			if s, ok := o.(pdftest.Stream); ok && (s.Dict["F"] != nil || s.Dict["FFilter"] != nil || s.Dict["FDecodeParms"] != nil) {
				report("stream %d is elsewhere", n)
			}
		}
	}},
	{"A-2a 6.1.7.2", "streams are packed as the standard allows", func(d *doc, report func(string, ...any)) {
		for n, o := range d.objects {
			s, ok := o.(pdftest.Stream)
			if !ok {
				continue
			}
			filters, _ := s.Dict["Filter"].(array)
			if f, one := s.Dict["Filter"].(name); one {
				filters = array{f}
			}
			for _, f := range filters {
				switch f {
				case name("FlateDecode"), name("DCTDecode"), name("ASCIIHexDecode"), name("ASCII85Decode"), name("RunLengthDecode"), name("CCITTFaxDecode"), name("JBIG2Decode"), name("JPXDecode"):
				default:
					report("stream %d by %v", n, f)
				}
			}
		}
	}},
	{"A-2a 6.1.8", "names of faces are text", func(d *doc, report func(string, ...any)) {
		d.keyed(func(n int, v dict) {
			for _, k := range []name{"BaseFont", "FontName"} {
				if s, _ := v[k].(name); !utf8.ValidString(string(s)) {
					report("%q in object %d", s, n)
				}
			}
		})
	}},
	{"A-2a 6.1.12", "no rights are claimed but by a signature", without("UR", "UR3")},
	{"A-2a 6.1.13 a", "numbers, strings and names are no longer than readers bear", func(d *doc, report func(string, ...any)) {
		hold := func(n int, v any) {
			switch v := v.(type) {
			case float64:
				if math.Abs(v) > math.MaxInt32 {
					report("%v in object %d", v, n)
				}
			case str:
				if len(v) > 32767 {
					report("a string of %d bytes in object %d", len(v), n)
				}
			case name:
				if len(v) > 127 {
					report("a name of %d bytes in object %d", len(v), n)
				}
			}
		}
		d.each(hold)
		for _, s := range d.streams {
			for _, o := range s.ops {
				for _, a := range o.args {
					hold(0, a)
				}
			}
		}
	}},
	{"A-2a 6.1.13 b", "states of drawing are saved at most 28 deep", func(d *doc, report func(string, ...any)) {
		for _, s := range d.streams {
			depth := 0
			for _, o := range s.ops {
				switch o.op {
				case "q":
					depth++
				case "Q":
					depth--
				}
				if depth > 28 {
					report("%s", s.where)
					break
				}
			}
		}
	}},
	{"A-2a 6.1.13 c", "pages are no smaller and no larger than readers bear", func(d *doc, report func(string, ...any)) {
		for _, p := range d.pages {
			box, ok := p.dict["MediaBox"].(array)
			if !ok {
				box, _ = d.dict(d.catalog["Pages"])["MediaBox"].(array)
			}
			if len(box) != 4 {
				report("page %d has the frame %v", p.number, box)
				return
			}
			for i := range 2 {
				from, _ := box[i].(float64)
				to, _ := box[i+2].(float64)
				if to-from < 3 || to-from > 14400 {
					report("page %d is %v", p.number, box)
				}
			}
		}
	}},
}

// packet is what XMP says: values by namespace and name.
type packet struct {
	values  map[string]string
	schemas map[string][]string // properties that an extension schema describes, by namespace
	err     error
}

const (
	dc     = "http://purl.org/dc/elements/1.1/"
	xmp    = "http://ns.adobe.com/xap/1.0/"
	pdfNS  = "http://ns.adobe.com/pdf/1.3/"
	aid    = "http://www.aiim.org/pdfa/ns/id/"
	uaid   = "http://www.aiim.org/pdfua/ns/id/"
	extend = "http://www.aiim.org/pdfa/ns/extension/"
	schema = "http://www.aiim.org/pdfa/ns/schema#"
	proper = "http://www.aiim.org/pdfa/ns/property#"
)

// packet reads the file's XMP.
func (d *doc) packet() packet {
	out := packet{values: map[string]string{}, schemas: map[string][]string{}}
	s, ok := d.get(d.catalog["Metadata"]).(pdftest.Stream)
	if !ok {
		out.err = io.ErrUnexpectedEOF
		return out
	}
	x := xml.NewDecoder(bytes.NewReader(s.Data))
	var at []xml.Name
	uri := ""
	for {
		token, err := x.Token()
		if err == io.EOF {
			return out
		}
		if err != nil {
			out.err = err
			return out
		}
		switch token := token.(type) {
		case xml.StartElement:
			at = append(at, token.Name)
		case xml.EndElement:
			at = at[:len(at)-1]
		case xml.CharData:
			words := strings.TrimSpace(string(token))
			if len(at) < 4 || words == "" {
				continue
			}
			if at[3].Space == extend {
				switch in := at[len(at)-1]; {
				case in.Space == schema && in.Local == "namespaceURI":
					uri = words
					out.schemas[uri] = nil
				case in.Space == proper && in.Local == "name":
					out.schemas[uri] = append(out.schemas[uri], words)
				}
				continue
			}
			out.values[at[3].Space+" "+at[3].Local] += words
		}
	}
}

// language recognises tags of languages (RFC 5646) as far as their form goes.
var language = regexp.MustCompile(`^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$`)

// catalogChecks hold what the file says of itself.
var catalogChecks = []check{
	{"A-2a 6.6.2.1", "the file holds metadata that can be read", func(d *doc, report func(string, ...any)) {
		m := d.dict(d.catalog["Metadata"])
		if p := d.packet(); p.err != nil || m["Type"] != name("Metadata") || m["Subtype"] != name("XML") {
			report("%v %v", m, p.err)
		}
	}},
	{"A-2a 6.6.2.3.1", "every property of the metadata is known or described", func(d *doc, report func(string, ...any)) {
		p := d.packet()
	next:
		for k := range p.values {
			space, local, _ := strings.Cut(k, " ")
			switch space {
			case dc, xmp, pdfNS, aid:
				continue
			}
			for _, known := range p.schemas[space] {
				if known == local {
					continue next
				}
			}
			report("%s of %s", local, space)
		}
	}},
	{"A-2a 6.6.4", "the metadata say that the file is PDF/A-2a", func(d *doc, report func(string, ...any)) {
		if p := d.packet(); p.values[aid+" part"] != "2" || p.values[aid+" conformance"] != "A" {
			report("part %q, conformance %q", p.values[aid+" part"], p.values[aid+" conformance"])
		}
	}},
	{"UA-1 5", "the metadata say that the file is PDF/UA-1", func(d *doc, report func(string, ...any)) {
		if p := d.packet(); p.values[uaid+" part"] != "1" {
			report("part %q", p.values[uaid+" part"])
		}
	}},
	{"UA-1 7.1 h", "the metadata hold a title", func(d *doc, report func(string, ...any)) {
		if d.packet().values[dc+" title"] == "" {
			report("none")
		}
	}},
	{"UA-1 7.1 i", "readers show the title", func(d *doc, report func(string, ...any)) {
		if v := d.dict(d.catalog["ViewerPreferences"]); v["DisplayDocTitle"] != true {
			report("viewer preferences %v", v)
		}
	}},
	{"A-2a 6.6.3", "the information dictionary says the same as the metadata", func(d *doc, report func(string, ...any)) {
		info, p := d.dict(d.trailer["Info"]), d.packet()
		for k, in := range map[name]string{"Title": dc + " title", "Author": dc + " creator", "Subject": dc + " description", "Keywords": pdfNS + " Keywords",
			"Producer": pdfNS + " Producer", "Creator": xmp + " CreatorTool", "CreationDate": xmp + " CreateDate", "ModDate": xmp + " ModifyDate"} {
			s, _ := info[k].(str)
			said, told := s.Text(), p.values[in]
			if strings.HasSuffix(string(k), "Date") {
				said, told = strings.Trim(said, "D:Z"), strings.NewReplacer("-", "", ":", "", "T", "", "Z", "").Replace(told)
			}
			if strings.Join(strings.Fields(said), " ") != strings.Join(strings.Fields(told), " ") {
				report("%s is %q and %q", k, said, told)
			}
		}
	}},
	{"A-2a 6.7.2", "the file is said to be tagged", func(d *doc, report func(string, ...any)) {
		if v := d.dict(d.catalog["MarkInfo"]); v["Marked"] != true {
			report("%v", v)
		}
	}},
	{"UA-1 7.1 d", "its tags are not suspect", func(d *doc, report func(string, ...any)) {
		if v := d.dict(d.catalog["MarkInfo"]); v["Suspects"] == true {
			report("%v", v)
		}
	}},
	{"UA-1 7.1 k", "the file has a structure", func(d *doc, report func(string, ...any)) {
		if d.tree == nil {
			report("none")
		}
	}},
	{"UA-1 7.2 language", "the file says its language", func(d *doc, report func(string, ...any)) {
		if s, _ := d.get(d.catalog["Lang"]).(str); s.Text() == "" {
			report("it does not")
		}
	}},
	{"A-2a 6.7.4", "languages are named as languages are", func(d *doc, report func(string, ...any)) {
		d.keyed(func(n int, v dict) {
			if s, ok := v["Lang"].(str); ok && !language.MatchString(s.Text()) {
				report("%q in object %d", s.Text(), n)
			}
		})
	}},
	{"A-2a 6.2.3", "the file says in a profile what its colours mean", func(d *doc, report func(string, ...any)) {
		intents, _ := d.get(d.catalog["OutputIntents"]).(array)
		if len(intents) != 1 || d.dict(intents[0])["S"] != name("GTS_PDFA1") {
			report("%v", intents)
			return
		}
		s, _ := d.get(d.dict(intents[0])["DestOutputProfile"]).(pdftest.Stream)
		if p := s.Data; len(p) < 132 || string(p[36:40]) != "acsp" || string(p[12:16]) != "mntr" && string(p[12:16]) != "prtr" || string(p[16:20]) != "RGB " ||
			s.Dict["N"] != 3.0 || p[8] > 4 {
			report("a profile of %d bytes for %v colours", len(p), s.Dict["N"])
		}
	}},
	{"A-2a 6.4.1", "the file is no form to fill in", func(d *doc, report func(string, ...any)) {
		if d.catalog["AcroForm"] != nil || d.catalog["NeedsRendering"] != nil {
			report("it is")
		}
	}},
	{"A-2a 6.5.1", "links do nothing but lead somewhere", func(d *doc, report func(string, ...any)) {
		d.keyed(func(n int, v dict) {
			if v["S"] == nil || v["Type"] == name("OutputIntent") || v["P"] != nil {
				return
			}
			switch v["S"] {
			case name("Launch"), name("Sound"), name("Movie"), name("ResetForm"), name("ImportData"), name("Hide"), name("SetOCGState"), name("Rendition"), name("Trans"),
				name("GoTo3DView"), name("JavaScript"), name("Named"):
				report("%v in object %d", v["S"], n)
			}
		})
	}},
	{"A-2a 6.5.2", "nothing happens by itself", without("AA")},
	{"A-2a 6.8", "no files are attached", without("EF", "EmbeddedFiles")},
	{"A-2a 6.9", "nothing can be switched off", without("OCProperties", "OC")},
	{"A-2a 6.10", "pages are shown in one way only", without("AlternatePresentations", "PresSteps")},
	{"A-2a 6.11", "readers need nothing further", without("Requirements")},
}
