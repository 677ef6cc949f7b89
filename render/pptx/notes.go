package pptx

import (
	"fmt"

	"roadshow/scene"
)

const (
	notesMasterType = "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml"
	notesType       = "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml"
)

// Where a slide and what is said to it stand on a page of notes, upright.
var (
	notesImage = scene.Rect{X: 54, Y: 90, W: 432, H: 243}
	notesWords = scene.Rect{X: 54, Y: 356, W: 432, H: 324}
)

// notesMaster makes the master of the pages of notes, with a theme of its own.
func (k *writer) notesMaster() {
	if !k.opts.Notes || !k.anythingToSay() {
		return
	}
	k.notes = k.add("/ppt/notesMasters/notesMaster1.xml", notesMasterType)
	own := k.add("/ppt/theme/theme2.xml", themeType)
	k.theme.write(own, "Notes")
	k.notes.rel("theme", own.name)
	s := &slide{part: k.notes, w: k, theme: k.theme, layout: &layout{}}
	s.put(declaration, `<p:notesMaster`, namespaces, `><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`)
	s.root()
	s.notesHolders(true, nil)
	s.put(`</p:spTree></p:cSld><p:clrMap`, k.theme.colorMap(), `/><p:notesStyle>`)
	s.levels(9, 1200, "mn")
	s.put(`</p:notesStyle></p:notesMaster>`)
}

func (k *writer) anythingToSay() bool {
	for i := range k.deck.Pages {
		if len(k.deck.Pages[i].Notes) > 0 {
			return true
		}
	}
	return false
}

// notesHolders writes the picture of the slide and the words beneath it.
func (s *slide) notesHolders(master bool, notes []scene.Para) {
	s.put(`<p:sp><p:nvSpPr>`)
	s.identity("Slide Image", "", "")
	s.put(`<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"`)
	if master {
		s.put(` idx="2"`)
	}
	s.put(`/></p:nvPr></p:nvSpPr><p:spPr>`)
	if master {
		s.xfrm("a:xfrm", notesImage, "")
		s.put(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="12700"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill></a:ln>`)
	}
	s.put(`</p:spPr></p:sp><p:sp><p:nvSpPr>`)
	s.identity("Notes", "", "")
	s.put(`<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body"`)
	if master {
		s.put(` sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr>`)
		s.xfrm("a:xfrm", notesWords, "")
		s.put(`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>`)
	} else {
		s.put(` idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>`)
	}
	s.put(`<p:txBody><a:bodyPr/><a:lstStyle/>`)
	if len(notes) == 0 {
		s.put(`<a:p><a:r><a:rPr lang="en-US"/><a:t>Notes</a:t></a:r></a:p>`)
	}
	for _, p := range notes {
		words := p.Words()
		if p.Marker != "" {
			words = p.Marker + " " + words
		}
		s.put(`<a:p><a:r><a:rPr lang="`, s.w.lang("", false), `" dirty="0"/><a:t>`, esc(words), `</a:t></a:r></a:p>`)
	}
	s.put(`</p:txBody></p:sp>`)
}

// say writes what is said to a slide.
func (s *slide) say(i int) {
	k := s.w
	if k.notes == nil || len(s.page.Notes) == 0 {
		return
	}
	s.noted = true
	own := &slide{part: k.add(fmt.Sprintf("/ppt/notesSlides/notesSlide%d.xml", i+1), notesType), w: k, theme: k.theme, layout: &layout{}}
	own.rel("notesMaster", k.notes.name)
	own.rel("slide", s.name)
	s.rel("notesSlide", own.name)
	own.put(declaration, `<p:notes`, namespaces, `><p:cSld><p:spTree>`)
	own.root()
	own.notesHolders(false, s.page.Notes)
	own.put(`</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`)
}
