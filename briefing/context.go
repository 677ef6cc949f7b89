package briefing

import "roadshow/briefing/evidence/source"

// Sight says what can be seen of a quotation's surroundings.
type Sight uint8

// Sights.
const (
	Seen       Sight = iota
	ProofsOnly       // the words are proved, the text is not at hand
	NotSeen          // nothing was checked
)

// Context is what stands around a quotation or excerpt in its source.
func (b *Briefing) Context(q source.Quote, found *Found) (source.Context, Sight) {
	if found == nil {
		return source.Context{}, NotSeen
	}
	if found.Source.text == nil {
		return source.Context{}, ProofsOnly
	}
	c, ok := found.Source.text.Context(q)
	if !ok {
		return c, NotSeen
	}
	return c, Seen
}
