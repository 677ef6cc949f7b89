package distribute

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"math"

	"roadshow/distribute/mark"
	"roadshow/render/pdf"
	"roadshow/scene"
)

// Words says where every word of the base stands that copies move: what a page is held against, whose copy it is of.
type Words struct {
	Format int         `json:"format"`
	PDF    string      `json:"pdf"` // SHA-256 of the base's PDF
	Medium string      `json:"medium"`
	Width  float64     `json:"width"` // of a page, in points
	Height float64     `json:"height"`
	Reach  float64     `json:"reach"` // how far a word moves to either side
	Pages  [][]Wording `json:"pages"`
}

// Wording is a word's left end, its baseline from the top of the page, its width and the size of its letters, in points.
type Wording [4]float64

// Words is the file of the base's words.
func (b *Base) Words() []byte {
	w := Words{Format: 1, PDF: b.Hash(), Medium: string(b.deck.Medium), Width: round(b.deck.Size.W), Height: round(b.deck.Size.H), Reach: float64(pdf.Reach),
		Pages: make([][]Wording, len(b.parts.Pages))}
	for i := range b.parts.Pages {
		w.Pages[i] = []Wording{}
		for _, word := range b.parts.Pages[i].Words {
			w.Pages[i] = append(w.Pages[i], Wording{round(word.X), round(word.Y), round(word.W), round(word.Size)})
		}
	}
	out, err := json.Marshal(w)
	if err != nil { // there are only numbers, and the page was drawn with them
		panic(err)
	}
	return append(out, '\n')
}

func round(v scene.Pt) float64 { return math.Round(float64(v)*1000) / 1000 }

// ReadWords reads what Words wrote.
func ReadWords(data []byte) (*Words, error) {
	w := &Words{}
	if err := json.Unmarshal(data, w); err != nil {
		return nil, err
	}
	if w.Format != 1 {
		return nil, fmt.Errorf("it is of format %d, which this program does not know", w.Format)
	}
	return w, nil
}

// Len is the number of words.
func (w *Words) Len() (n int) {
	for _, p := range w.Pages {
		n += len(p)
	}
	return n
}

// Moves are where a recipient's copy of the base has its words: a step to the right or to the left each, in the base's order.
func Moves(secret []byte, id, base string, words int) []bool {
	return mark.Moves([sha256.Size]byte(derive(secret, sha256.Size, "mark", id, base)), words)
}
