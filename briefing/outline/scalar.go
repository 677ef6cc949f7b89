package outline

import (
	"strconv"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"roadshow/internal/diag"
	"roadshow/internal/lazy"
)

// mendedMark begins a value that was unreadable, was reported, and stands in so that reading can go on.
const mendedMark = '\uE000'

// mended says that a value is a stand-in: whatever it should be, nothing more is said about it.
func (p *parser) mended(y *yaml.Node) bool {
	return p.broken && y.Kind == yaml.ScalarNode && strings.HasPrefix(y.Value, string(mendedMark))
}

// isNull says that nothing stands there. A lone ? inside brackets is how a value says "not known"; yaml reads it as an empty
// mapping key.
func (p *parser) isNull(y *yaml.Node) bool {
	return y.Kind == yaml.ScalarNode && y.Tag == "!!null" && quotingOf(y) == plain
}

// lonelyQuestion says that y is what yaml makes of an unquoted ? in [a, ?, b].
func lonelyQuestion(s *source, y *yaml.Node) bool {
	if y.Kind != yaml.MappingNode || len(y.Content) != 2 || y.Content[0].Tag != "!!null" || y.Content[1].Tag != "!!null" {
		return false
	}
	off := s.offset(y.Line, y.Column)
	return off < len(s.text) && s.text[off] == '?'
}

// scalar reads one value that is text.
func (p *parser) scalar(n *Node, f *Field, y *yaml.Node) {
	s := p.sourceOf(y)
	if f.Type == Scalar || f.Type == Amount {
		if lonelyQuestion(s, y) {
			off := s.offset(y.Line, y.Column)
			n.Text, n.src, n.start, n.At = "?", s, off, s.span(off, off+1)
			return
		}
	}
	if y.Kind != yaml.ScalarNode {
		p.l.Error(n.At, "E-TYPE", p.scalarHint(f, y), "%s must be %s, not %s", nameOf(n, f), f.words(), kindOf(y))
		return
	}
	if p.mended(y) {
		n.Text = "?" // of the values that this may be, the one of which nothing more can be said
		return
	}
	n.src, n.start, n.quoting = s, s.scalarStart(y), quotingOf(y)
	if tag := strings.TrimSpace(s.text[s.offset(y.Line, y.Column):n.start]); strings.Contains(tag, "!") && !strings.Contains(tag, "!!str") {
		p.l.Error(n.At, "E-YAML", "quote the text if it begins with !", "%s is a YAML tag; outlines have none", quote(tag))
	}
	n.Text = strings.TrimRight(y.Value, "\n")
	if n.quoting == folded && strings.TrimSpace(n.Text) == "" {
		header, _, _ := strings.Cut(s.text[n.start:], "\n")
		if header = strings.TrimSpace(header); strings.ContainsAny(header, "123456789") {
			p.l.Error(s.span(n.start, n.start+len(header)), "E-YAML", "write "+quoted(header)+`, or "over …"`, "a value that begins with > must be quoted")
			n.Text, n.quoting = header, plain
		}
	}
	if n.quoting == double {
		for i, r := range n.Text {
			if unicode.IsControl(r) && r != '\n' && r != '\t' || forbidden(r) {
				p.l.Error(n.Pos(i), "E-VALUE", "delete it", "%s holds the invisible character U+%04X", nameOf(n, f), r)
				break
			}
		}
	}
	p.checkComment(n, f, y)
	p.check(n, f)
}

// check judges a scalar as far as its field says what it must look like.
func (p *parser) check(n *Node, f *Field) {
	switch f.Type {
	case Choice:
		p.checkChoice(n, f, f.Choices)
	case Flag:
		if n.Text != "true" && n.Text != "false" {
			p.l.Error(n.At, "E-VALUE", "write true or false", "%s is not true or false", quote(n.Text))
		}
	case Whole:
		v, err := strconv.Atoi(n.Text)
		switch {
		case err != nil:
			p.l.Error(n.At, "E-VALUE", "", "%s is not a whole number", quote(n.Text))
		case !f.List && (v < f.Min || f.Max > 0 && v > f.Max):
			p.l.Error(n.At, "E-VALUE", "", "%d is not a number from %d to %d", v, f.Min, f.Max)
		}
	case Number:
		if !decimal().MatchString(n.Text) {
			p.l.Error(n.At, "E-VALUE", "write 12.5", "%s is not a number", quote(n.Text))
		}
	case Name, Named:
		p.checkID(n, false)
	case Ref:
		p.refs = append(p.refs, n)
	case Who:
		p.whos = append(p.whos, n)
	case Path:
		if len(f.Choices) > 0 && !strings.ContainsAny(n.Text, "./") {
			p.checkChoice(n, f, f.Choices)
			return
		}
		p.checkPath(n.At, n.Text)
	}
	if f.Budget > 0 && f.Code != "" && !f.List {
		if c := characters(n.Text); c > f.Budget {
			p.l.Error(n.At, f.Code, "", "%s has %d characters, at most %d fit", quote(f.Name), c, f.Budget)
		}
	}
}

var decimal = lazy.Pattern(`^[-+−]?\d+(\.\d+)?$`)

func (p *parser) checkChoice(n *Node, f *Field, choices []string) {
	for _, c := range choices {
		if n.Text == c {
			return
		}
	}
	hint := diag.DidYouMean(n.Text, choices)
	if hint == "" {
		hint = "one of " + strings.Join(choices, ", ")
		if f.Type == Path {
			hint += ", or a file such as house.json"
		}
	}
	p.l.Error(n.At, "E-CHOICE", hint, "unknown %s %s", f.Name, quote(n.Text))
}

// checkID holds a name that the author made against the grammar of ids.
func (p *parser) checkID(n *Node, figure bool) {
	id, at := n.Name, n.Key
	if (n.Field.Type == Name || n.Field.Type == Named) && !n.Field.KeyIDs {
		id, at = n.Text, n.At
	}
	if p.broken && strings.HasPrefix(id, string(mendedMark)) {
		return
	}
	ok := isID(id, figure)
	switch {
	case ok && figure && isMoney(id):
		p.l.Error(at, "E-ID", "choose a longer name", "%s cannot be called %s: $%s reads as money", article(singular(n.Field.Name)), quote(id), id)
	case ok:
	case figure && isID(id, false):
		p.l.Error(at, "E-ID", "write "+strings.ReplaceAll(id, "-", "_"), "%s's id has no hyphen: in a formula it would be a minus", article(singular(n.Field.Name)))
	case figure:
		p.l.Error(at, "E-ID", "begin with a small letter, then small letters, digits and _", "%s is no id", quote(id))
	default:
		p.l.Error(at, "E-ID", "begin with a small letter, then small letters, digits, _ and -", "%s is no id", quote(id))
	}
}

func isID(s string, figure bool) bool {
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= 'a' && c <= 'z':
		case i > 0 && (c >= '0' && c <= '9' || c == '_' || c == '-' && !figure):
		default:
			return false
		}
	}
	return s != ""
}

// checkPath says at once what os.Root would say later, and why.
func (p *parser) checkPath(at diag.Span, name string) bool {
	summary, hint := "", "put the file beside the outline and write its path from there"
	switch {
	case strings.TrimSpace(name) == "":
		summary = "a file needs a name"
	case strings.Contains(name, "://"):
		summary, hint = quote(name)+" is an address: nothing is fetched from the network", "save it beside the outline and name the file"
	case strings.ContainsAny(name, "\\"):
		summary, hint = quote(name)+" has a backslash", "write folders with /"
	case strings.HasPrefix(name, "/"), strings.HasPrefix(name, "~"), len(name) > 1 && name[1] == ':':
		summary = quote(name) + " is not inside the outline's folder"
	case name == "..", strings.HasPrefix(name, "../"), strings.Contains(name, "/../"), strings.HasSuffix(name, "/.."):
		summary = quote(name) + " leaves the outline's folder"
	default:
		return true
	}
	p.l.Error(at, "E-FILE", hint, "%s", summary)
	return false
}

// checkComment warns of text that YAML took for a comment: "We are #1" is "We are".
func (p *parser) checkComment(n *Node, f *Field, y *yaml.Node) {
	if n.quoting != plain || len(y.LineComment) < 2 || y.LineComment[1] == ' ' || y.LineComment[1] == '#' || y.LineComment[1] == '!' {
		return
	}
	switch f.Type {
	case Words, Prose, Rich, Quotation, Who:
		p.l.Warn(n.At, "W-COMMENT", "quote the text, or leave a space after # if it is a comment", "the text ends before %s: YAML reads the rest as a comment", quote(firstWords(y.LineComment, 24)))
	}
}

// checkCommas warns of a number that its own comma cut in two: [Revenue, 1,480] has three items.
func (p *parser) checkCommas(f *Field, y *yaml.Node) {
	if y.Style&yaml.FlowStyle == 0 || f.Type != Scalar && f.Type != Amount && f.Type != Number {
		return
	}
	for i := 1; i < len(y.Content); i++ {
		a, b := y.Content[i-1], y.Content[i]
		if a.Kind != yaml.ScalarNode || b.Kind != yaml.ScalarNode || !beforeComma().MatchString(a.Value) || !afterComma().MatchString(b.Value) {
			continue
		}
		s := p.sourceOf(y)
		from, to := s.offset(a.Line, a.Column), s.offset(b.Line, b.Column)
		if s.text[min(from, to):to] == a.Value+"," {
			number := a.Value + "," + b.Value
			p.l.Warn(s.span(from, to+len(b.Value)), "W-COMMA", "quote it: "+quote(number)+"; or put a blank behind the comma if they are two", "%s is two values here", quote(number))
		}
	}
}

var (
	beforeComma = lazy.Pattern(`^\D{0,8}\d{1,3}$`)
	afterComma  = lazy.Pattern(`^\d{3}(\D.*)?$`)
)

// scalarHint is what to try where a list or a mapping stands for a text.
func (p *parser) scalarHint(f *Field, y *yaml.Node) string {
	flow := y.Style&yaml.FlowStyle != 0
	switch {
	case y.Kind == yaml.MappingNode && flow:
		return "write one value behind the colon; quote text that begins with {"
	case y.Kind == yaml.MappingNode:
		return "quote text that holds a colon, or put it below the key after |"
	case flow:
		return "write one value behind the colon; quote text that begins with ["
	}
	return "write one value behind the colon"
}
