// Package distribute makes each recipient's copy of a briefing: with his name on every page, a mark that nobody sees, and encrypted for
// his password.
//
// A copy is a pure function of its base, its recipient and the sender's secret: the same bytes on any machine, whenever it is made.
// The base is laid out once; a copy is stamped, marked and encrypted from what the base has ready.
package distribute

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"roadshow/distribute/mark"
	"roadshow/render/pdf"
	"roadshow/scene"
	"roadshow/typeset"
)

// Options say what copies are.
type Options struct {
	Plain    bool      // not encrypted
	Age      bool      // wrapped by the age format
	Diagonal bool      // the recipient's name across every page
	Date     time.Time // of the files; zero: the briefing's
}

// Base is a briefing's file, of which copies are made. Many may make copies of it at once.
type Base struct {
	opts   Options
	deck   *scene.Deck
	parts  *pdf.Base
	plain  []byte // nobody's file
	hash   [sha256.Size]byte
	static []piece // in the order of the file, up to what differs in length
	stamps []stamp
	free   int // the first number that no object of the base has
	words  int

	typing sync.Mutex // faces serve one at a time
	faces  *typeset.Fonts
}

// NewBase takes a deck with room for recipients, and faces that nobody else uses.
func NewBase(deck *scene.Deck, faces *typeset.Fonts, o Options) (*Base, error) {
	promise := pdf.UA1 // what is encrypted cannot be archived
	if o.Plain {
		promise = pdf.UA1A2a
	}
	parts, err := pdf.NewBase(deck, pdf.Options{Date: o.Date, Standard: promise})
	if err != nil {
		return nil, err
	}
	b := &Base{opts: o, deck: deck, parts: parts, faces: faces}
	if err := b.findPlaces(); err != nil {
		return nil, err
	}
	if err := b.takeLetters(); err != nil {
		return nil, err
	}
	if b.plain, err = b.nobodys(); err != nil {
		return nil, err
	}
	b.hash = sha256.Sum256(b.plain)
	return b, b.prepare()
}

// PDF is the base as a file: nobody's name, no word moved, not encrypted.
func (b *Base) PDF() []byte { return b.plain }

// Hash is the SHA-256 of PDF, in hexadecimal digits.
func (b *Base) Hash() string { return hex.EncodeToString(b.hash[:]) }

// Ending is how the names of copies end.
func (b *Base) Ending() string {
	if b.opts.Age {
		return ".pdf.age"
	}
	return ".pdf"
}

// stamp is what a copy says on some pages: the same object serves all on which it says the same in the same places.
type stamp struct {
	places []pdf.Place
	object int
	pages  []int
}

// findPlaces sorts the pages by what copies say on them. A page without room for its recipient is a mistake of the program.
func (b *Base) findPlaces() error {
	for i := range b.parts.Pages {
		places := b.parts.Pages[i].Places
		if len(places) == 0 {
			return errors.New("a page has no room for whose copy it is")
		}
		at := slices.IndexFunc(b.stamps, func(s stamp) bool { return slices.EqualFunc(s.places, places, samePlace) })
		if at < 0 {
			at = len(b.stamps)
			b.stamps = append(b.stamps, stamp{places: places})
		}
		b.stamps[at].pages = append(b.stamps[at].pages, i)
		b.words += len(b.parts.Pages[i].Words)
	}
	return nil
}

func samePlace(a, b pdf.Place) bool {
	return a.Mark == b.Mark && a.Kind == b.Kind && a.Text.Copy == b.Text.Copy && a.Text.Frame == b.Text.Frame && len(a.Text.Lines) == len(b.Text.Lines) &&
		a.Text.Lines[0].Baseline == b.Text.Lines[0].Baseline && styleOf(a.Text) == styleOf(b.Text)
}

func styleOf(t *scene.Text) scene.Style { return t.Paras[0].Spans[0].Style }

// takeLetters puts faces into the base with the letters that most names have, and all that every copy says.
func (b *Base) takeLetters() error {
	chars := map[scene.Font][]rune{}
	var usual []rune
	for r := ' '; r < 0x100; r++ {
		if r < 0x7F || r > 0xA0 && r != 0xAD {
			usual = append(usual, r)
		}
	}
	for _, s := range b.stamps {
		for i := range s.places {
			t := s.places[i].Text
			chars[styleOf(t).Font] = append(chars[styleOf(t).Font], append(usual, []rune("–—‘’“”…·")...)...)
			for _, l := range b.fit(t, Recipient{Copy: 1234567890}).Lines {
				for _, r := range l.Runs {
					chars[r.Font] = append(chars[r.Font], []rune(r.Text)...)
				}
			}
		}
	}
	for _, list := range chars {
		slices.Sort(list)
	}
	return b.parts.TakeLetters(b.faces.Used(), chars)
}

// prepare orders the objects as copies hold them, and compresses what differs by signs.
func (b *Base) prepare() error {
	stampOf := map[int]int{}
	n := len(b.parts.Objects)
	packs, err := b.packs()
	if err != nil {
		return err
	}
	b.free = n + len(packs)
	for i := range b.stamps {
		b.stamps[i].object = b.free
		b.free++
		for _, page := range b.stamps[i].pages {
			stampOf[page] = b.stamps[i].object
		}
	}
	marked, first := map[int]*mark.Stream{}, map[int]int{}
	word := 0
	for i := range b.parts.Pages {
		p := &b.parts.Pages[i]
		o := &b.parts.Objects[p.Object]
		was, now := fmt.Appendf(nil, "/Contents %d 0 R", p.Content), fmt.Appendf(nil, "/Contents[%d 0 R %d 0 R]", p.Content, stampOf[i])
		if bytes.Count(o.Dict, was) != 1 {
			return fmt.Errorf("page %d does not name its contents", i+1)
		}
		o.Dict = bytes.Replace(o.Dict, was, now, 1)
		var signs []int
		for _, w := range p.Words {
			signs = append(signs, w.Before, w.After)
		}
		marked[p.Content], first[p.Content] = mark.NewStream(b.parts.Objects[p.Content].Stream, signs), word
		word += len(p.Words)
	}
	if packs, err = b.packs(); err != nil { // the pages name their stamps now
		return err
	}
	for i := 1; i < n; i++ {
		o := &b.parts.Objects[i]
		switch {
		case marked[i] != nil:
			b.static = append(b.static, b.piece(i, []byte("<</Filter/FlateDecode/Length 0>>"), nil, marked[i], first[i]))
		case o.Stream != nil:
			b.static = append(b.static, b.piece(i, o.Dict, o.Stream, nil, 0))
		}
	}
	for i, p := range packs {
		b.static = append(b.static, b.piece(n+i, p.Dict, p.Stream, nil, 0))
	}
	return nil
}
