package outline

import "roadshow/internal/diag"

// Node is one value of the outline as typed, checked against its Field and not yet judged. Methods on a nil Node are safe
// and answer as for a missing key.
type Node struct {
	Field *Field    // nil only for the root and for the items of Rows
	At    diag.Span // the value
	Key   diag.Span // its key, or At for items of a list
	Name  string    // its key as typed; "" for items of a list
	Text  string    // scalars: the words, YAML's quoting undone
	Null  bool      // the key is there, the value is not
	Block *Kind     // Type Block: the layout; Fields hold its mapping
	List  []*Node   // items of a list, or rows of Rows (each a Node with List)
	Keys  []*Node   // entries of an object or a map, in typed order
	File  string    // Rich given as {file: …}: Text is the file's content, At its first character

	// pos maps a byte offset of Text to its place in the file: one entry a line of Text.
	pos []linePos
}

// linePos says where one line of a scalar's Text begins in the file.
type linePos struct{ offset, line, col int }

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
