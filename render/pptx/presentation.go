package pptx

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"strings"
	"time"

	"roadshow/words"
)

// presentation writes the part that lists the slides, their sections and their size.
func (k *writer) writePresentation() {
	p := k.pres
	p.put(declaration, `<p:presentation`, namespaces, ` saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="`, firstMaster, `" r:id="`, p.rel("slideMaster", k.master.name), `"/></p:sldMasterIdLst>`)
	if k.notes != nil {
		p.put(`<p:notesMasterIdLst><p:notesMasterId r:id="`, p.rel("notesMaster", k.notes.name), `"/></p:notesMasterIdLst>`)
	}
	p.put(`<p:sldIdLst>`)
	for i, s := range k.slides {
		p.put(`<p:sldId id="`, 256+i, `" r:id="`, p.rel("slide", s.name), `"/>`)
	}
	p.put(`</p:sldIdLst><p:sldSz cx="`, emu(k.deck.Size.W), `" cy="`, emu(k.deck.Size.H), `"/><p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>`,
		`<a:defPPr><a:defRPr lang="`, k.lang("", false), `"/></a:defPPr></p:defaultTextStyle>`)
	k.sections()
	p.put(`</p:presentation>`)
	for _, o := range [3][2]string{{"presProps", `<p:presentationPr` + namespaces + `/>`}, {"viewProps", `<p:viewPr` + namespaces + `/>`},
		{"tableStyles", `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`}} {
		own := k.add("/ppt/"+o[0]+".xml", "application/vnd.openxmlformats-officedocument.presentationml."+o[0]+"+xml")
		own.put(declaration, o[1])
		p.rel(o[0], own.name)
	}
	p.rel("theme", k.themePart.name)
}

// sections are the themes, and what stands before and behind them.
func (k *writer) sections() {
	p, pages := k.pres, k.deck.Pages
	if len(pages) == 0 {
		return
	}
	p.put(`<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">`)
	for from := 0; from < len(pages); {
		to := from + 1
		for to < len(pages) && pages[to].Theme == pages[from].Theme {
			to++
		}
		name := k.section(from)
		p.put(`<p14:section name="`, esc(name), `" id="`, guid(fmt.Sprint("section ", from, name)), `"><p14:sldIdLst>`)
		for i := from; i < to; i++ {
			p.put(`<p14:sldId id="`, 256+i, `"/>`)
		}
		p.put(`</p14:sldIdLst></p14:section>`)
		from = to
	}
	p.put(`</p14:sectionLst></p:ext></p:extLst>`)
}

// section names the section that begins at a page.
func (k *writer) section(from int) string {
	pg, meta := &k.deck.Pages[from], &k.deck.Meta
	switch {
	case pg.Theme > 0 && pg.Theme <= len(meta.Keywords):
		return meta.Keywords[pg.Theme-1]
	case pg.Theme > 0:
		return cmp.Or(pg.Title, itoa(pg.Theme))
	case from == 0:
		return cmp.Or(meta.Title, pg.Title, "1")
	}
	return words.For(meta.Language).Page.AtBack
}

// guid is an identifier made of what it identifies.
func guid(of string) string {
	h := sha256.Sum256([]byte(of))
	h[6], h[8] = h[6]&0x0F|0x40, h[8]&0x3F|0x80
	return strings.ToUpper(fmt.Sprintf("{%x-%x-%x-%x-%x}", h[:4], h[4:6], h[6:8], h[8:10], h[10:16]))
}

// properties writes what the file says of itself: nothing of the machine that made it.
func (k *writer) properties() {
	core := k.add("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	app := k.add("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml")
	k.root.relate(rel{packageRel + "metadata/core-properties", core.name, false})
	k.root.rel("extended-properties", app.name)
	m := &k.deck.Meta
	core.put(declaration, `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`)
	for _, e := range [5][2]string{{"dc:title", m.Title}, {"dc:subject", m.Subject}, {"dc:creator", m.Author}, {"cp:keywords", strings.Join(m.Keywords, ", ")}, {"dc:language", m.Language}} {
		if e[1] != "" {
			core.put(`<`, e[0], `>`, esc(e[1]), `</`, e[0], `>`)
		}
	}
	core.put(`<cp:revision>1</cp:revision>`)
	if !k.opts.Date.IsZero() {
		at := k.opts.Date.UTC().Format(time.RFC3339)
		core.put(`<dcterms:created xsi:type="dcterms:W3CDTF">`, at, `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">`, at, `</dcterms:modified>`)
	}
	core.put(`</cp:coreProperties>`)
	noted := 0
	for _, s := range k.slides {
		if s.noted {
			noted++
		}
	}
	app.put(declaration, `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><TotalTime>0</TotalTime><Application>roadshow</Application><PresentationFormat>Widescreen</PresentationFormat><Slides>`,
		len(k.slides), `</Slides><Notes>`, noted, `</Notes><HiddenSlides>0</HiddenSlides></Properties>`)
}
