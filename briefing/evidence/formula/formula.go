// Package formula is arithmetic over figures and cells, with their units and bounds, and the claims of titles.
package formula

import (
	"errors"
	"math/big"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// known is what a formula may say.
const known = "formulas know + − × ÷ ^ ( ), .low, .high and cell(\"table\", \"row\", \"column\")"

// Formula is arithmetic over figures: + − × ÷ ^, parentheses, name.low, name.high and cell(table, row, column).
type Formula struct {
	src  string
	root *node
}

// node is one operation or operand of a formula or claim.
type node struct {
	op       string     // "number", "figure", "cell", "neg", + - * / ^; claims: > >= < <= == != and or not
	number   *big.Rat   // "number"
	unit     value.Unit // "number": 50%, 3 points, $5bn
	name     string     // "figure"
	side     string     // "figure", "cell": "", "low", "high"
	cell     [3]string
	a, b     *node
	from, to int // bytes of the source: the name or the operator
	lo, hi   int // bytes of the source: the whole expression
}

// ParseFormula reads a formula. Its errors are *SyntaxError.
func ParseFormula(src string) (*Formula, error) {
	n, err := parse(src)
	if err != nil {
		return nil, err
	}
	if bad := n.find(func(n *node) bool { return claimOp(n.op) }); bad != nil {
		return nil, &value.SyntaxError{Offset: bad.from, End: bad.to, Summary: value.Quoted(src[bad.from:bad.to]) + " has no place in a formula", Hint: "comparisons belong to holds"}
	}
	return &Formula{src: src, root: n}, nil
}

// String is the formula as typed.
func (f *Formula) String() string { return strings.TrimSpace(f.src) }

// Names are the figures that the formula mentions, each once, in order.
func (f *Formula) Names() []string { return f.root.names() }

// Cells are the cells that the formula mentions as {table, row, column}, each once, in order.
func (f *Formula) Cells() [][3]string { return f.root.cells() }

func (n *node) names() (out []string) {
	n.find(func(n *node) bool {
		if n.op == "figure" && !slices.Contains(out, n.name) {
			out = append(out, n.name)
		}
		return false
	})
	return out
}

func (n *node) cells() (out [][3]string) {
	n.find(func(n *node) bool {
		if n.op == "cell" && !slices.Contains(out, n.cell) {
			out = append(out, n.cell)
		}
		return false
	})
	return out
}

// find walks in reading order and returns the first node that is so.
func (n *node) find(is func(*node) bool) *node {
	if n == nil {
		return nil
	}
	if f := n.a.find(is); f != nil {
		return f
	}
	if is(n) {
		return n
	}
	return n.b.find(is)
}

func claimOp(op string) bool {
	switch op {
	case ">", ">=", "<", "<=", "==", "!=", "and", "or", "not":
		return true
	}
	return false
}

// rewritten is the source in the characters that the expression parser knows. at maps each of its runes to a byte of the
// source; unit holds, by the rune of a number, what was typed around it: a currency, a scale, % or points.
type rewritten struct {
	src  string
	text string
	at   []int
	unit map[int]typedUnit
}

// typedUnit is the unit of a number, and where both stand in the source.
type typedUnit struct {
	value.Unit
	lo, hi int
}

func rewrite(src string) (rewritten, *value.SyntaxError) {
	w := rewritten{src: src, unit: map[int]typedUnit{}}
	var b strings.Builder
	put := func(s string, at int) {
		b.WriteString(s)
		for range len(s) {
			w.at = append(w.at, at)
		}
	}
	number, began := -1, 0
	skip := 0 // bytes of units, which became spaces
	quote, opened, escaped := rune(0), 0, false
	for i, r := range src {
		if i < skip {
			continue
		}
		if quote != 0 || r == '"' || r == '\'' {
			b.WriteRune(r)
			w.at = append(w.at, i)
			switch {
			case quote == 0:
				quote, opened, number = r, i, -1
			case escaped:
				escaped = false
			case r == '\\':
				escaped = true
			case r == quote:
				quote = 0
			}
			continue
		}
		if r >= '0' && r <= '9' || r == '.' {
			if number < 0 && !wordBefore(src, i) {
				number, began = len(w.at), i
			}
		} else if r != '%' && r != ' ' {
			number = -1
		}
		if u, digits, end := amountAt(src, i); end > i {
			put(" ", i)
			w.unit[len(w.at)] = typedUnit{u, i, end}
			for k := range src[digits[0]:digits[1]] {
				put(src[digits[0]+k:digits[0]+k+1], digits[0]+k)
			}
			put(" ", digits[1])
			skip, number = end, -1
			continue
		}
		switch r {
		case '−', '–':
			put("-", i)
		case '×', '·':
			put("*", i)
		case '÷':
			put("/", i)
		case '≥':
			put(">=", i)
		case '≤':
			put("<=", i)
		case '≠':
			put("!=", i)
		case '%':
			if number < 0 {
				return w, &value.SyntaxError{Offset: i, End: i + 1, Summary: "% follows a number", Hint: "write 50%, or leave it out"}
			}
			w.unit[number] = typedUnit{value.Unit{Kind: value.Percent}, began, i + 1}
			put(" ", i)
		case '`', '#', '{', '[', '?', ';', '$':
			e := &value.SyntaxError{Offset: i, End: i + 1, Summary: value.Quoted(string(r)) + " has no place here", Hint: known}
			if r == '$' {
				e.Hint = "name figures without $: threshold / stopped"
			}
			return w, e
		case '/':
			if i+1 < len(src) && (src[i+1] == '/' || src[i+1] == '*') {
				return w, &value.SyntaxError{Offset: i, End: i + 2, Summary: value.Quoted(src[i:i+2]) + " has no place here", Hint: "divide with one /"}
			}
			put("/", i)
		default:
			if r >= utf8.RuneSelf && !letterOrSpace(r) {
				return w, &value.SyntaxError{Offset: i, End: i + utf8.RuneLen(max(r, 0)), Summary: value.Quoted(string(r)) + " has no place here", Hint: ""}
			}
			b.WriteRune(r)
			w.at = append(w.at, i)
		}
	}
	if quote != 0 {
		return w, &value.SyntaxError{Offset: opened, End: opened + 1, Summary: "this quotation mark is never closed", Hint: ""}
	}
	w.at = append(w.at, len(src))
	w.text = b.String()
	return w, nil
}

// amountAt reads a number with a unit from byte i on: $50m, 3 points. digits is where the number alone stands; end is i where
// there is none.
func amountAt(src string, i int) (u value.Unit, digits [2]int, end int) {
	if wordBefore(src, i) || strings.IndexByte("0123456789$", src[i]) < 0 && src[i] < utf8.RuneSelf && (src[i] < 'A' || src[i] > 'Z') {
		return u, digits, i
	}
	p := value.Scan{S: src, I: i}
	if p.CurrencyBefore(&u); u.Currency != "" {
		p.Spaces()
	}
	digits[0] = p.I
	for !p.Done() && (value.Digit(p.S[p.I]) || p.S[p.I] == '.') {
		p.I++
	}
	digits[1] = p.I
	if digits[1] == digits[0] {
		return u, digits, i
	}
	var behind value.Unit
	p.Suffix(&behind)
	switch {
	case u.Currency != "" && behind.Kind == value.Plain:
		u.Scale = behind.Scale
		return u, digits, p.I
	case u.Currency != "":
		return u, digits, digits[1]
	case behind.Kind == value.Points && (behind.Scale == "" || behind.Scale == "bps"):
		return behind, digits, p.I
	}
	return u, digits, i
}

// wordBefore says that byte i is inside a word or a number.
func wordBefore(src string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(src[:i])
	return i > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.')
}

// span of a parser's location in the source. Locations count runes.
func (w rewritten) span(l file.Location) (from, to int) {
	last := len(w.at) - 1
	return w.at[min(max(l.From, 0), last)], w.at[min(max(l.To, 0), last)]
}

// parse reads a formula or claim into nodes.
func parse(src string) (n *node, err error) {
	if strings.TrimSpace(src) == "" {
		return nil, &value.SyntaxError{Offset: 0, End: len(src), Summary: "a formula is missing", Hint: "write figures and + − × ÷, as in threshold / stopped"}
	}
	if len(src) > limits.FormulaBytes.N() {
		return nil, &value.SyntaxError{Offset: 0, End: len(src), Summary: limits.FormulaBytes.Says(), Hint: limits.FormulaBytes.Hint()}
	}
	if !utf8.ValidString(src) {
		return nil, &value.SyntaxError{Offset: 0, End: len(src), Summary: "the formula is not UTF-8 text", Hint: ""}
	}
	w, e := rewrite(src)
	if e != nil {
		return nil, e
	}
	tree, perr := parser.Parse(w.text)
	if perr != nil {
		return nil, w.explain(perr)
	}
	if n, e = w.node(tree.Node); e != nil {
		return nil, e
	}
	return n, nil
}

// explain says a parser's error in our words: its own name internals.
func (w rewritten) explain(err error) *value.SyntaxError {
	var fe *file.Error
	if !errors.As(err, &fe) {
		fe = &file.Error{}
	}
	from, _ := w.span(fe.Location)
	if strings.HasSuffix(fe.Message, "EOF") || from >= len(w.src) || strings.TrimSpace(w.src[from:]) == "" {
		return &value.SyntaxError{Offset: len(w.src), End: len(w.src), Summary: "the formula ends too early", Hint: "a figure or a number is missing, or a closing bracket"}
	}
	from, to := w.word(from)
	e := &value.SyntaxError{Offset: from, End: to, Summary: value.Quoted(w.src[from:to]) + " is not expected here", Hint: known}
	switch word := w.src[from:to]; {
	case strings.HasPrefix(word, "="):
		e.Hint = "compare with =="
	case word == ",":
		e.Hint = "write numbers without commas: 1480.5"
	case value.Digit(word[0]):
		e.Hint = "write × between two factors, and numbers in the scale of the figure beside them"
	}
	return e
}

// word is the whole name or number around a byte, or the one character there.
func (w rewritten) word(at int) (from, to int) {
	part := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' || r == '.' }
	before := strings.TrimRightFunc(w.src[:at], part)
	after := strings.TrimLeftFunc(w.src[at:], part)
	if to = len(w.src) - len(after); to > at {
		return len(before), to
	}
	_, size := utf8.DecodeRuneInString(w.src[at:])
	return at, at + size
}

func (w rewritten) node(in ast.Node) (*node, *value.SyntaxError) {
	if in == nil {
		return nil, &value.SyntaxError{Offset: 0, End: len(w.src), Summary: "this formula cannot be read", Hint: ""}
	}
	n := &node{}
	n.from, n.to = w.span(in.Location())
	n.lo, n.hi = n.from, n.to
	switch x := in.(type) {
	case *ast.IntegerNode, *ast.FloatNode:
		return w.literal(n, in.Location())
	case *ast.IdentifierNode:
		n.op, n.name = "figure", x.Value
		return n, nil
	case *ast.MemberNode:
		return w.member(n, x)
	case *ast.CallNode:
		return w.call(n, x)
	case *ast.UnaryNode:
		return w.unary(n, x)
	case *ast.BinaryNode:
		return w.binary(n, x)
	case *ast.BuiltinNode:
		return nil, w.noFunction(n, x.Name)
	case *ast.StringNode:
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: "text has no value", Hint: "name figures without quotation marks"}
	case *ast.BoolNode, *ast.NilNode:
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: value.Quoted(w.src[n.from:n.to]) + " is no figure", Hint: "give the figure another id"}
	}
	return nil, &value.SyntaxError{Offset: n.from, End: max(n.to, n.from), Summary: "this has no place in a formula", Hint: known}
}

func (w rewritten) literal(n *node, l file.Location) (*node, *value.SyntaxError) {
	text := w.src[n.from:n.to]
	if strings.Trim(text, "0123456789.") != "" || len(text) > limits.Digits.N() {
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: value.Quoted(text) + " is not a number", Hint: "write it out: 1480.5"}
	}
	number, ok := new(big.Rat).SetString(strings.TrimSuffix(text, "."))
	if !ok {
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: value.Quoted(text) + " is not a number", Hint: "write it out: 1480.5"}
	}
	n.op, n.number, n.unit = "number", number, w.unit[l.From].Unit
	if t, ok := w.unit[l.From]; ok {
		n.lo, n.hi = t.lo, t.hi
	}
	return n, nil
}

func (w rewritten) member(n *node, x *ast.MemberNode) (*node, *value.SyntaxError) {
	of, err := w.node(x.Node)
	if err != nil {
		return nil, err
	}
	side, ok := x.Property.(*ast.StringNode)
	if !ok || side.Value != "low" && side.Value != "high" || of.op != "figure" && of.op != "cell" || of.side != "" {
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: value.Quoted(w.src[n.from:n.to]) + " is no part of a figure", Hint: `a figure has .low and .high; a number of a table is cell("table", "row", "column")`}
	}
	of.side, of.hi = side.Value, n.to
	return of, nil
}

func (w rewritten) call(n *node, x *ast.CallNode) (*node, *value.SyntaxError) {
	callee, ok := x.Callee.(*ast.IdentifierNode)
	if !ok || callee.Value != "cell" {
		return nil, w.noFunction(n, strings.TrimSpace(w.src[n.from:n.to]))
	}
	n.op = "cell"
	for i, arg := range x.Arguments {
		s, ok := arg.(*ast.StringNode)
		if _, to := w.span(arg.Location()); i == len(x.Arguments)-1 {
			n.hi = max(n.hi, to)
		}
		if id, plain := arg.(*ast.IdentifierNode); plain && i == 0 { // the table's id may stand without quotation marks
			s, ok = &ast.StringNode{Value: id.Value}, true
		}
		if !ok || i > 2 {
			from, to := w.span(arg.Location())
			return nil, &value.SyntaxError{Offset: from, End: to, Summary: "a cell is named by table, row and column", Hint: `write cell("table", "row", "column")`}
		}
		n.cell[i] = s.Value
	}
	if len(x.Arguments) != 3 {
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: "a cell is named by table, row and column", Hint: `write cell("table", "row", "column")`}
	}
	if end := strings.IndexByte(w.src[n.hi:], ')'); end >= 0 && strings.TrimSpace(w.src[n.hi:n.hi+end]) == "" {
		n.hi += end + 1
	}
	return n, nil
}

func (w rewritten) noFunction(n *node, name string) *value.SyntaxError {
	return &value.SyntaxError{Offset: n.from, End: n.to, Summary: "there is no function " + value.Quoted(name), Hint: known}
}

func (w rewritten) unary(n *node, x *ast.UnaryNode) (*node, *value.SyntaxError) {
	of, err := w.node(x.Node)
	if err != nil {
		return nil, err
	}
	n.hi = of.hi
	switch x.Operator {
	case "+":
		of.lo = n.lo
		return of, nil
	case "-":
		n.op = "neg"
	default:
		n.op = "not"
		if !claimOp(of.op) {
			return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: "not takes a comparison", Hint: "write not (a > b)"}
		}
	}
	if n.op == "neg" && claimOp(of.op) {
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: "a comparison is no number", Hint: ""}
	}
	n.a = of
	return n, nil
}

func (w rewritten) binary(n *node, x *ast.BinaryNode) (*node, *value.SyntaxError) {
	a, err := w.node(x.Left)
	if err != nil {
		return nil, err
	}
	b, err := w.node(x.Right)
	if err != nil {
		return nil, err
	}
	n.a, n.b, n.lo, n.hi = a, b, a.lo, b.hi
	logic := false
	switch x.Operator {
	case "+", "-", "*", "/", "^", ">", ">=", "<", "<=", "==", "!=":
		n.op = x.Operator
	case "and", "&&":
		n.op, logic = "and", true
	case "or", "||":
		n.op, logic = "or", true
	default:
		return nil, &value.SyntaxError{Offset: n.from, End: n.to, Summary: value.Quoted(x.Operator) + " has no place in a formula", Hint: "formulas know + − × ÷ ^, claims > >= < <= == != and or not"}
	}
	for _, side := range []*node{a, b} {
		if claimOp(side.op) != logic {
			if logic {
				return nil, &value.SyntaxError{Offset: side.lo, End: side.hi, Summary: value.Quoted(w.src[side.lo:side.hi]) + " is no comparison", Hint: "and, or stand between comparisons: a > b and a > c"}
			}
			return nil, &value.SyntaxError{Offset: side.from, End: side.to, Summary: "a comparison is no number", Hint: "write not (a > b), and a > b and b > c"}
		}
	}
	return n, nil
}
