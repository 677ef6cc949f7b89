package outline

import "roadshow/internal/diag"

// Node is one value of the outline as typed, checked against its Field and not yet judged. Methods on a nil Node are safe
// and answer as for a missing key.
type Node struct {
	Field *Field    // nil only for the root and for the items of Rows
	At    diag.Span // the value
	Key   diag.Span // its key, or At for items of a list; of a block: the layout's name
	Name  string    // its key as typed; "" for items of a list
	Text  string    // scalars: the words, YAML's quoting undone, no line break at the end
	Null  bool      // the key is there, the value is not
	Block *Kind     // Type Block and Slide: the layout; Keys hold its mapping
	List  []*Node   // items of a list, or rows of Rows (each a Node with List)
	Keys  []*Node   // entries of an object or a map, in typed order
	File  string    // Rich given as {file: …}: Text is the file's content, At its first character

	// Where Text stands, for Pos and Range.
	src     *source
	start   int
	quoting quoting
}

// Get is the entry of an object or a map, nil when it is not there.
func (n *Node) Get(name string) *Node {
	if n == nil {
		return nil
	}
	for _, e := range n.Keys {
		if e.Name == name {
			return e
		}
	}
	return nil
}

// Words is the text of a scalar entry, "" when it is not there.
func (n *Node) Words(name string) string {
	if e := n.Get(name); e != nil {
		return e.Text
	}
	return ""
}

// Has says whether the entry is there and not null.
func (n *Node) Has(name string) bool { e := n.Get(name); return e != nil && !e.Null }

// Items are a list's items. A single value stands for a list of one, a missing one for none.
func (n *Node) Items() []*Node {
	switch {
	case n == nil, n.Null:
		return nil
	case n.List != nil:
		return n.List
	}
	return []*Node{n}
}

// Each calls f for n and for every node below it, in typed order.
func (n *Node) Each(f func(*Node)) {
	if n == nil {
		return
	}
	f(n)
	for _, k := range n.Keys {
		k.Each(f)
	}
	for _, k := range n.List {
		k.Each(f)
	}
}

// Entries are the entries of an object or a map, in typed order.
func (n *Node) Entries() []*Node {
	if n == nil {
		return nil
	}
	return n.Keys
}
