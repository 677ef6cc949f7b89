package readback

import (
	"io"
	"strings"

	"golang.org/x/net/html"
)

func parseHTML(r io.Reader) (*html.Node, error) { return html.Parse(r) }

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func byID(n *html.Node, id string) *html.Node {
	if n.Type == html.ElementNode && attribute(n, "id") == id {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if found := byID(c, id); found != nil {
			return found
		}
	}
	return nil
}

// node tells what an element says, as a screen reader goes through it.
func (l *told) node(n *html.Node) {
	if n.Type != html.ElementNode {
		if n.Type == html.TextNode {
			l.say(n.Data)
		}
		return
	}
	class := " " + attribute(n, "class") + " "
	switch {
	case attribute(n, "aria-hidden") == "true", n.Data == "script", n.Data == "style", n.Data == "template", n.Data == "button":
		return
	case strings.Contains(class, " v ") && (strings.HasPrefix(n.Data, "h") || strings.Contains(class, " data ")):
		return // the name of a slide that has no title; the numbers of a chart, whose drawing has its words
	case strings.Contains(class, " bk "):
		return // ways back from a source, which paper has not
	case attribute(n, "role") == "doc-footnote":
		l.notes = append(l.notes, item(content(n)))
		return
	case n.Data == "svg" && attribute(n, "role") == "img":
		if id := attribute(n, "aria-labelledby"); id != "" {
			l.show(content(byID(n, id)))
		} else {
			l.show(attribute(n, "aria-label"))
		}
		var drawn strings.Builder
		gather(n, &drawn)
		l.say(drawn.String())
		return
	case n.Data == "img":
		l.show(attribute(n, "alt"))
		return
	case attribute(n, "role") == "img":
		l.show(attribute(n, "aria-label"))
		return
	}
	if role := attribute(n, "role"); role == "group" || n.Data == "figure" {
		l.show(attribute(n, "aria-label"))
	}
	if n.Data == "td" || n.Data == "th" { // one item, whatever it holds
		var own told
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			own.node(c)
		}
		l.say(strings.Join(own.words, ""))
		l.alts = append(l.alts, own.alts...)
		return
	}
	if !holds(n) {
		s := strings.TrimSpace(content(n))
		for _, dash := range []string{"–", "·"} { // slides draw the marks of items
			s = strings.TrimPrefix(s, dash)
		}
		l.say(s)
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.node(c)
	}
}

// holds says that an element has blocks of words in it.
func holds(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		switch c.Data {
		case "a", "span", "strong", "em", "sup", "abbr", "b", "i", "q", "cite", "br":
			if attribute(c, "role") == "img" || holds(c) {
				return true
			}
			continue
		}
		return true
	}
	return false
}

// content is the text of an element.
func content(n *html.Node) string {
	if n == nil {
		return ""
	}
	if n.Type == html.TextNode {
		return n.Data
	}
	var b strings.Builder
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		b.WriteString(content(c))
	}
	return b.String()
}

// gather is the text of a drawing's text elements.
func gather(n *html.Node, b *strings.Builder) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && c.Data == "text" {
			b.WriteString(content(c) + " ")
		} else if c.Data != "title" && c.Data != "desc" {
			gather(c, b)
		}
	}
}
