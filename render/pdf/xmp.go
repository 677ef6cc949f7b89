package pdf

import (
	"strings"
	"time"

	"roadshow/scene"
)

// metadata is the file's XMP packet (ISO 16684-1): what the information dictionary says, in the form that archives read, and which
// standards the file keeps (ISO 19005-2, 6.6; ISO 14289-1, 5). It stands in the file as it is, so that it is found without a reader
// of PDF.
func metadata(m scene.Meta, date time.Time, s Standard) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + "\n" +
		`<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ` +
		`xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">` + "\n")
	element := func(name, value string) {
		if value != "" {
			b.WriteString("<" + name + ">" + escaped(value) + "</" + name + ">\n")
		}
	}
	list := func(name, kind, item, value string) {
		if value != "" {
			b.WriteString("<" + name + "><rdf:" + kind + "><rdf:" + item + ">" + escaped(value) + "</rdf:li></rdf:" + kind + "></" + name + ">\n")
		}
	}
	element("dc:format", "application/pdf")
	list("dc:title", "Alt", `li xml:lang="x-default"`, m.Title)
	list("dc:creator", "Seq", "li", m.Author)
	list("dc:description", "Alt", `li xml:lang="x-default"`, m.Subject)
	list("dc:language", "Bag", "li", m.Language)
	element("pdf:Keywords", keywords(m))
	element("pdf:Producer", program)
	element("xmp:CreatorTool", program)
	if !date.IsZero() {
		at := date.Format("2006-01-02T15:04:05Z")
		element("xmp:CreateDate", at)
		element("xmp:ModifyDate", at)
		element("xmp:MetadataDate", at)
	}
	if s.Level() != "" {
		element("pdfaid:part", "2")
		element("pdfaid:conformance", s.Level())
	}
	if s.UA() {
		element("pdfuaid:part", "1")
	}
	b.WriteString("</rdf:Description>\n")
	if s.UA() && s.Level() != "" {
		b.WriteString(uaSchema)
	}
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>")
	return []byte(b.String())
}

// program is what made the file.
const program = "roadshow"

// uaSchema describes the properties of PDF/UA, which PDF/A does not know (ISO 19005-2, 6.6.2.3.2).
const uaSchema = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" ` +
	`xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file keeps</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
`

func keywords(m scene.Meta) string { return strings.Join(m.Keywords, ", ") }

// escaped writes text between tags. What XML cannot say, and a file's information cannot mean, is left out.
func escaped(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;").Replace(s)
}
