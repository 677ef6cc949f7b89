package pptx

import (
	"fmt"

	"roadshow/scene"
)

const (
	masterType = "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"
	themeType  = "application/vnd.openxmlformats-officedocument.theme+xml"
	// Ids of masters and layouts share one room.
	firstMaster = 2147483648
)

// master writes the master: what a slide has when its layout says nothing else.
func (k *writer) writeMaster() {
	s := &slide{part: k.master, w: k, theme: k.theme, layout: &layout{}}
	s.put(declaration, `<p:sldMaster`, namespaces, ` preserve="1"><p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>`)
	s.root()
	size := k.deck.Size
	title := k.standard("title", scene.Rect{X: 48, Y: 48, W: size.W - 96, H: 64})
	number := k.standard("sldNum", scene.Rect{X: size.W - 96, Y: size.H - 28, W: 48, H: 14})
	footer := k.standard("ftr", scene.Rect{X: 48, Y: size.H - 28, W: size.W - 192, H: 14})
	body := scene.Rect{X: title.box.X, Y: title.box.Bottom() + 24, W: size.W - 2*title.box.X, H: footer.box.Y - title.box.Bottom() - 48}
	if body.H < 100 {
		body.Y, body.H = size.H/4, size.H/2
	}
	s.holder(title, `<p:ph type="title"/>`, "Title")
	s.holder(holder{kind: "body", role: scene.RoleBody, box: body}, `<p:ph type="body" idx="1"/>`, "Text")
	s.holder(footer, `<p:ph type="ftr" sz="quarter" idx="3"/>`, "")
	s.holder(number, `<p:ph type="sldNum" sz="quarter" idx="4"/>`, "")
	s.put(`</p:spTree></p:cSld><p:clrMap`, k.theme.colorMap(), `/><p:sldLayoutIdLst>`)
	for i, l := range k.layouts {
		s.put(`<p:sldLayoutId id="`, firstMaster+1+i, `" r:id="`, s.rel("slideLayout", l.name), `"/>`)
	}
	s.rel("theme", k.themePart.name)
	s.put(`</p:sldLayoutIdLst><p:txStyles><p:titleStyle>`)
	s.levels(1, 2400, "mj")
	s.put(`</p:titleStyle><p:bodyStyle>`)
	s.levels(9, 1400, "mn")
	s.put(`</p:bodyStyle><p:otherStyle>`)
	s.levels(9, 1400, "mn")
	s.put(`</p:otherStyle></p:txStyles></p:sldMaster>`)
}

// standard is a placeholder as most layouts have it: as the first that shows both title and number has.
func (k *writer) standard(kind string, otherwise scene.Rect) holder {
	for _, l := range k.layouts {
		_, numbered := l.fixed["sldNum"]
		_, titled := l.fixed["title"]
		if h, ok := l.fixed[kind]; ok && numbered && titled && len(l.slots) > 0 && l.ground == k.theme.ground {
			return h
		}
	}
	return holder{kind: kind, box: otherwise}
}

// levels writes the styles of the levels of a list: no bullets, for the briefing's texts say where they have one.
func (s *slide) levels(n, size int, font string) {
	for i := range n {
		s.put(fmt.Sprintf(`<a:lvl%dpPr marL="%d" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">`, i+1, i*177800),
			`<a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/><a:defRPr sz="`, size, `" kern="0"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+`,
			font, `-lt"/><a:ea typeface="+`, font, `-ea"/><a:cs typeface="+`, font, `-cs"/></a:defRPr>`, fmt.Sprintf(`</a:lvl%dpPr>`, i+1))
	}
}

// colorMap says which colours are ground and ink.
func (t *theme) colorMap() string {
	ground, ink := "lt", "dk"
	if t.dark {
		ground, ink = ink, ground
	}
	return ` bg1="` + ground + `1" tx1="` + ink + `1" bg2="` + ground + `2" tx2="` + ink + `2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"`
}
