package art

import (
	"slices"
	"strings"

	"roadshow/internal/lazy"
	"roadshow/internal/limits"
)

// svgSheet holds the rules of a drawing's style sheets, weakest first, and where those stand that may match an element: by the id,
// else a class, else the name that a rule asks of it, else "".
type svgSheet struct {
	rules []svgRule
	by    map[string][]int
}

// key is what a rule is found by.
func (rule *svgRule) key() string {
	switch last := rule.chain[len(rule.chain)-1]; {
	case last.id != "":
		return "#" + last.id
	case len(last.classes) > 0:
		return "." + last.classes[0]
	default:
		return last.name
	}
}

// matching are the rules for an element, weakest first.
func (sheet *svgSheet) matching(n *svgNode) (out []int) {
	keys := []string{"", n.name, "#" + n.attr["id"]}
	for _, c := range n.classes() {
		keys = append(keys, "."+c)
	}
	for _, key := range keys {
		for _, i := range sheet.by[key] {
			if chainMatches(sheet.rules[i].chain, n) {
				out = append(out, i)
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// classes are those of an element, each once.
func (n *svgNode) classes() []string {
	all := strings.Fields(n.attr["class"])
	slices.Sort(all)
	return slices.Compact(all)
}

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
	var all []svgRule
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
			all = append(all, rules...)
		}
		for _, kid := range n.kids {
			if err := walk(kid); err != nil {
				return err
			}
		}
		return nil
	}
	if err := walk(root); err != nil {
		return svgSheet{}, err
	}
	if len(all) > limits.DrawingRules.N() {
		return svgSheet{}, root.blame("", limits.DrawingRules.Err())
	}
	slices.SortStableFunc(all, func(a, b svgRule) int { return a.weight - b.weight })
	sheet := svgSheet{all, map[string][]int{}}
	for i := range all {
		key := all[i].key()
		sheet.by[key] = append(sheet.by[key], i)
	}
	return sheet, nil
}

// rules reads a sheet without its comments.
func (n *svgNode) rules(css string) (out []svgRule, err error) {
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
			return nil, n.fault(HintRepair, "its style sheet cannot be read at %q", clip(css))
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
				return nil, n.fault(HintRepair, "style=%q cannot be read", clip(strings.TrimSpace(d)))
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

// chainMatches says that a selector is for an element. It goes outwards once: at are the ancestors where the selector's part that
// was looked at last may stand. Trying every way alone would take for ever in nested groups.
func chainMatches(chain []svgSelector, n *svgNode) bool {
	last := len(chain) - 1
	if !chain[last].matches(n) {
		return false
	}
	for at := []*svgNode{n}; last > 0; last-- {
		var outer []*svgNode
		if chain[last].child {
			for _, in := range at {
				if p := in.parent; p != nil && chain[last-1].matches(p) {
					outer = append(outer, p)
				}
			}
		} else {
			for p := at[0].parent; p != nil; p = p.parent {
				if chain[last-1].matches(p) {
					outer = append(outer, p)
				}
			}
		}
		if at = outer; len(at) == 0 {
			return false
		}
	}
	return true
}

func (s *svgSelector) matches(n *svgNode) bool {
	if s.name != "" && s.name != n.name || s.id != "" && s.id != n.attr["id"] {
		return false
	}
	if len(s.classes) == 0 {
		return true
	}
	has := n.classes()
	for _, c := range s.classes {
		if !slices.Contains(has, c) {
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
	for _, i := range r.sheet.matching(n) {
		told = append(told, r.sheet.rules[i].set...)
	}
	for _, important := range []bool{false, true} {
		for _, list := range [][]svgSetting{told, inline} {
			for _, s := range list {
				// A colour of wide screens stands beside one for all others, which is what its designer chose for us.
				if wide := strings.HasPrefix(s.value, "color("); s.important == important && !(wide && set[s.name] != "") {
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
