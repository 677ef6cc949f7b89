package pptx

import (
	"fmt"
	"strings"

	"roadshow/scene"
)

// link writes where a click leads: to a slide, or to an address. own says that the words keep their colour.
func (s *slide) link(to string, own bool) {
	id, action := "", ""
	if item, inner := strings.CutPrefix(to, "#"); inner {
		place, ok := s.w.places[item]
		if !ok {
			s.fail("link %q leads to no item", to)
			return
		}
		id, action = s.rel("slide", slideName(place)), ` action="ppaction://hlinksldjump"`
	} else {
		if err := scene.WebAddress(to); err != nil {
			s.fail("link %q is neither an item nor a web address: %v", to, err)
			return
		}
		id = s.address(ascii(to))
	}
	s.put(`<a:hlinkClick r:id="`, id, `"`, action)
	if !own {
		s.put(`/>`)
		return
	}
	s.put(`><a:extLst><a:ext uri="{A12FA001-AC4F-418D-AE19-62706E023703}"><ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/></a:ext></a:extLst></a:hlinkClick>`)
}

// fail keeps the first error.
func (s *slide) fail(format string, args ...any) {
	if s.err == nil {
		s.err = fmt.Errorf(format, args...)
	}
}

// wholeLink is the link that all words of a text bear. The box bears it then: its words are not underlined.
func wholeLink(paras []para) string {
	link := paras[0].runs[0].Link
	for i := range paras {
		for k := range paras[i].runs {
			if paras[i].runs[k].Link != link {
				return ""
			}
		}
	}
	return link
}

// ascii writes an address in the characters that relationships may hold: others are percent-encoded.
func ascii(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`"<>\^{|}`+"`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
