package briefing

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// mailTags are the elements that a mail may have: none of them loads or runs anything.
var mailTags = []string{"html", "head", "title", "meta", "style", "body", "p", "br", "hr", "div", "span", "center", "font", "b", "strong", "i", "em", "u", "s", "small", "big", "sub", "sup",
	"a", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code", "q", "cite", "abbr", "h1", "h2", "h3", "h4", "h5", "h6",
	"table", "caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr", "td", "th"}

// mailAttributes are what they may say beside data- and aria-.
var mailAttributes = []string{"style", "class", "id", "lang", "dir", "title", "role", "href", "align", "valign", "width", "height", "bgcolor", "color", "face", "size", "border",
	"cellpadding", "cellspacing", "colspan", "rowspan", "scope", "span", "start", "type", "charset", "name", "content", "abbr", "cite", "nowrap", "target", "rel"}

// loads names the first thing in a mail's HTML that a program which shows it would fetch or run, "" where there is none. What is not
// known to be harmless is named.
func loads(text string) string {
	z := html.NewTokenizer(strings.NewReader(text))
	style := false
	for {
		switch z.Next() {
		case html.ErrorToken:
			return ""
		case html.CommentToken:
			if t := string(z.Text()); strings.ContainsAny(t, "<>[") {
				return "a comment that some programs read"
			}
		case html.TextToken:
			if style && fetches(string(z.Text())) {
				return "a style that names another file"
			}
		case html.EndTagToken:
			style = false
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			if !slices.Contains(mailTags, t.Data) {
				return "<" + t.Data + ">"
			}
			style = t.Data == "style"
			for _, a := range t.Attr {
				if what := loadsBy(t.Data, a); what != "" {
					return what
				}
			}
		}
	}
}

// loadsBy judges an attribute.
func loadsBy(tag string, a html.Attribute) string {
	value := strings.ToLower(strings.TrimSpace(a.Val))
	switch {
	case tag == "meta" && a.Key == "http-equiv" && value != "content-type":
		return "<meta http-equiv=" + a.Val + ">"
	case tag == "meta" && a.Key == "http-equiv":
	case strings.HasPrefix(a.Key, "data-"), strings.HasPrefix(a.Key, "aria-"):
	case !slices.Contains(mailAttributes, a.Key):
		return a.Key + "= in <" + tag + ">"
	case a.Key == "style" && fetches(value):
		return "a style that names another file"
	case a.Key == "href" && !(tag == "a" && (strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://") || strings.HasPrefix(value, "mailto:") || strings.HasPrefix(value, "tel:") || strings.HasPrefix(value, "#"))):
		return "a link that leads to no page: " + a.Val
	}
	return ""
}

// fetches says that a style may name a file. A backslash could spell anything.
func fetches(style string) bool {
	style = strings.ToLower(style)
	return slices.ContainsFunc([]string{"url", "@import", "image", "expression", "behavior", "binding", "\\", "/*"}, func(s string) bool { return strings.Contains(style, s) })
}
