package typeset

import (
	"bytes"
	"fmt"
	"maps"

	"roadshow/scene"
)

// memory is what was set and measured, as words are set with the same names, language and least size.
type memory struct {
	blocks map[setting]Block
	widths map[scene.Span]scene.Pt
}

// setting is a paragraph of one span as it is to be set. Most are: labels, ticks, what stands on every page. Two thirds of those of a
// long deck are set again and again.
type setting struct {
	span scene.Span
	o    Options
}

// A deck has no end, nor has a day of editing: then all is forgotten.
const (
	mostRemembered = 4096
	mostMemories   = 8
)

func remember[K comparable, V any](m *map[K]V, k K, v V) {
	if *m == nil || len(*m) >= mostRemembered {
		*m = map[K]V{}
	}
	(*m)[k] = v
}

// remembered is the memory of how words are set now.
func (f *Fonts) remembered() *memory {
	if f.memory != nil {
		return f.memory
	}
	how := fmt.Sprint(f.language, f.least, f.tight, len(f.names))
	for _, n := range f.names {
		how += "," + string(n)
	}
	if f.memory = f.memories[how]; f.memory == nil {
		f.memory = &memory{}
		if len(f.memories) >= mostMemories {
			f.memories = nil
		}
		if f.memories == nil {
			f.memories = map[string]*memory{}
		}
		f.memories[how] = f.memory
	}
	return f.memory
}

// Another returns faces of the same files for a build beside this one. old may be nil, as for Again.
func (f *Fonts) Another(old *Fonts) *Fonts { return again(old, f.brand, f.editor) }

// Again returns the faces of another build with the same files: old, with what was set in them before, where they are the same,
// else new ones. old may be nil; who holds it sets nothing more in it.
func Again(old *Fonts, brand map[scene.Font][]byte) *Fonts { return again(old, brand, NoEditor) }

func again(old *Fonts, brand map[scene.Font][]byte, e Editor) *Fonts {
	if old == nil || old.editor != e || !maps.EqualFunc(old.brand, brand, bytes.Equal) {
		old = New(brand)
		old.editor = e
		return old
	}
	old.used, old.names, old.least, old.tight, old.memory = 0, nil, 0, 0, nil
	return old
}
