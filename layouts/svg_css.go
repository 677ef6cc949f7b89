package layouts

import (
	"sort"
	"strings"

	"roadshow/internal/lazy"
	"roadshow/internal/limits"
)

// svgSheet holds the rules of a drawing's style sheets, weakest first.
type svgSheet []svgRule

type svgRule struct {
	chain  []svgSelector // outermost first
	weight int
	set    []svgSetting
}

// svgSelector is one compound of a selector: a type, an id, classes.
type svgSelector struct {
	name, id string
	classes  []string
	child    bool // stands directly in what the selector before names
}

// svgSetting is one declaration.
type svgSetting struct {
	name, value string
	important   bool
}

var cssComment = lazy.Pattern(`(?s)/\*.*?(?:\*/|$)`)

// readSheets reads all style elements, wherever they stand.
func readSheets(root *svgNode) (svgSheet, error) {
	var sheet svgSheet
	var walk func(n *svgNode) error
	walk = func(n *svgNode) error {
		if n.name == "style" {
			if t := n.attr["type"]; t != "" && t != "text/css" {
				return n.fault(hintFlatten, "its style sheet is %q, not CSS", clip(t))
			}
			rules, err := n.rules(cssComment().ReplaceAllString(n.text, " "))
			if err != nil {
				return err
			}
			sheet = append(sheet, rules...)
		}
		for _, kid := range n.kids {
			if err := walk(kid); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(root); err != nil {
		return nil, err
	}
	if len(sheet) > limits.DrawingRules.N() {
		return nil, root.blame("", limits.DrawingRules.Err())
	}
	sort.SliceStable(sheet, func(i, j int) bool { return sheet[i].weight < sheet[j].weight })
	return sheet, nil
}

// rules reads a sheet without its comments.
func (n *svgNode) rules(css string) (out svgSheet, err error) {
	for css = strings.NewReplacer("<!--", "", "-->", "").Replace(css); ; {
		css = strings.TrimSpace(css)
		if css == "" {
			return out, nil
		}
		if css[0] == '@' {
			if css, err = n.atRule(css); err != nil {
				return nil, err
			}
			continue
		}
		selectors, rest, ok := strings.Cut(css, "{")
		body, after, closed := strings.Cut(rest, "}")
		if !ok || !closed || strings.Contains(body, "{") {
			return nil, n.fault(hintRepair, "its style sheet cannot be read at %q", clip(css))
		}
		css = after
		set, err := n.settings(body)
		if err != nil {
			return nil, err
		}
		for _, text := range strings.Split(selectors, ",") {
			rule := svgRule{set: set}
			ok, err := n.selector(strings.TrimSpace(text), &rule)
			if err != nil {
				return nil, err
			}
			if ok {
				out = append(out, rule)
			}
		}
	}
}

// atRule passes over what changes nothing here: a drawing on paper is light, holds no words and stands still.
func (n *svgNode) atRule(css string) (rest string, err error) {
	head, _, _ := strings.Cut(css, "{")
	if end := strings.IndexByte(css, ';'); end >= 0 && end < len(head) {
		if strings.HasPrefix(css, "@charset") || strings.HasPrefix(css, "@namespace") {
			return css[end+1:], nil
		}
		return "", n.fault(hintFlatten, "its style sheet uses %s", clip(strings.Fields(css)[0]))
	}
	harmless := strings.HasPrefix(head, "@font-face") || strings.HasPrefix(head, "@keyframes") || strings.HasPrefix(head, "@media") &&
		strings.Contains(strings.ReplaceAll(head, " ", ""), "(prefers-color-scheme:dark)") && !strings.Contains(head, "not")
	if !harmless {
		return "", n.fault(hintFlatten, "its style sheet uses %s", clip(strings.TrimSpace(head)))
	}
	depth := 0
	for i, c := range css {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return css[i+1:], nil
			}
		}
	}
	return "", nil
}

// settings reads "fill: red; stroke: none".
func (n *svgNode) settings(body string) (out []svgSetting, err error) {
	for _, d := range strings.Split(body, ";") {
		name, value, ok := strings.Cut(d, ":")
		if !ok {
			if strings.TrimSpace(d) != "" {
				return nil, n.fault(hintRepair, "style=%q cannot be read", clip(strings.TrimSpace(d)))
			}
			continue
		}
		s := svgSetting{name: strings.ToLower(strings.TrimSpace(name)), value: strings.TrimSpace(value)}
		if at := strings.LastIndexByte(s.value, '!'); at >= 0 && strings.EqualFold(strings.TrimSpace(s.value[at+1:]), "important") {
			s.value, s.important = strings.TrimSpace(s.value[:at]), true
		}
		if s.value != "" {
			out = append(out, s)
		}
	}
	return out, nil
}

var cssCompound = lazy.Pattern(`^(\*|[A-Za-z][\w-]*)?((?:[.#][\w\x{80}-\x{10ffff}-]+)*)((?::[\w-]+)*)$`)

// selector reads "g .a > path#b". One that can never match a drawing at rest is not ok.
func (n *svgNode) selector(text string, rule *svgRule) (ok bool, err error) {
	words := strings.Fields(strings.ReplaceAll(text, ">", " > "))
	child := false
	for _, w := range words {
		if w == ">" {
			child = true
			continue
		}
		m := cssCompound().FindStringSubmatch(w)
		if m == nil {
			return false, n.fault(hintFlatten, "its style sheet selects %q", clip(text))
		}
		s := svgSelector{name: m[1], child: child}
		child = false
		if s.name == "*" {
			s.name = ""
		}
		if s.name != "" {
			rule.weight++
		}
		for rest := m[2]; rest != ""; {
			end := strings.IndexAny(rest[1:], ".#") + 1
			if end == 0 {
				end = len(rest)
			}
			if rest[0] == '#' {
				s.id = rest[1:end]
				rule.weight += 1 << 16
			} else {
				s.classes = append(s.classes, rest[1:end])
				rule.weight += 1 << 8
			}
			rest = rest[end:]
		}
		switch m[3] {
		case "":
		case ":root":
			s.name = "svg"
			rule.weight += 1 << 8
		case ":hover", ":focus", ":active", ":target", ":visited":
			return false, nil
		default:
			return false, n.fault(hintFlatten, "its style sheet selects %q", clip(text))
		}
		rule.chain = append(rule.chain, s)
	}
	return len(rule.chain) > 0, nil
}

// matches says that a rule is for an element.
func (rule *svgRule) matches(n *svgNode) bool { return chainMatches(rule.chain, n) }

func chainMatches(chain []svgSelector, n *svgNode) bool {
	last := chain[len(chain)-1]
	if !last.matches(n) {
		return false
	}
	if len(chain) == 1 {
		return true
	}
	for p := n.parent; p != nil; p = p.parent {
		if chainMatches(chain[:len(chain)-1], p) {
			return true
		}
		if last.child {
			return false
		}
	}
	return false
}

func (s *svgSelector) matches(n *svgNode) bool {
	if s.name != "" && s.name != n.name || s.id != "" && s.id != n.attr["id"] {
		return false
	}
	has := strings.Fields(n.attr["class"])
	for _, c := range s.classes {
		found := false
		for _, h := range has {
			found = found || h == c
		}
		if !found {
			return false
		}
	}
	return true
}

// cascade is what an element is told, weakest first: attributes, style sheets, its own style, and again what is important.
func (r *svgReader) cascade(n *svgNode) (map[string]string, error) {
	set := make(map[string]string, len(n.attr))
	for name, value := range n.attr {
		if name != "style" && name != "class" && name != "id" && value != "" {
			set[name] = value
		}
	}
	inline, err := n.settings(cssComment().ReplaceAllString(n.attr["style"], " "))
	if err != nil {
		return nil, err
	}
	var told []svgSetting
	for i := range r.sheet {
		if r.sheet[i].matches(n) {
			told = append(told, r.sheet[i].set...)
		}
	}
	for _, important := range []bool{false, true} {
		for _, list := range [][]svgSetting{told, inline} {
			for _, s := range list {
				if s.important == important {
					set[s.name] = s.value
					if s.name == "transform" {
						set["css transform"] = s.value
					}
				}
			}
		}
	}
	return set, nil
}
