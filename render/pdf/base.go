package pdf

import (
	"fmt"

	"roadshow/scene"
)

// Base is a file of which copies are made: its objects before they are packed, and where the copies differ.
type Base struct {
	Objects   []Object // by number; 0 is none
	Catalog   int
	Info      int
	Resources int // shared by all pages
	Pages     []BasePage

	letters map[scene.Font]*face // of what copies say, by the face that was asked for; nobody changes them
	faces   int                  // in Resources
}

// Object is what stands between "obj" and "endobj". A page's stream is plain, every other one as its dictionary says.
type Object struct{ Dict, Stream []byte }

// BasePage is a page and what differs on it.
type BasePage struct {
	Object, Content int // numbers
	Words           []Word
	Places          []Place
}

// Word is one that moves, with the blank behind it. Two signs of the page's stream say whereto: plus and minus move it Reach to the
// left, minus and plus to the right.
type Word struct {
	X, Y, W, Size scene.Pt // left end, baseline from the top of the page, width
	Text          string
	Before, After int // places of the signs
}

// Place is where a copy has words of its own.
type Place struct {
	Text *scene.Text
	Mark int    // of the page's marked contents; -1: an artifact
	Kind string // the structure's type
}

// Reach is how far a word moves, in points: nobody sees it, and a scan still shows it.
const Reach scene.Pt = 0.1

// NewBase lays a deck out for copies. The bytes are the same on every run.
func NewBase(d *scene.Deck, o Options) (*Base, error) {
	f, p, err := compose(d, o, &copies{})
	if err != nil {
		return nil, fmt.Errorf("pdf: %w", err)
	}
	b := &Base{Catalog: f.last, Info: f.last - 1, Resources: resources, Pages: p.copies.pages, faces: len(p.faces.order)}
	page := map[int]bool{}
	for i := range b.Pages {
		pg := &b.Pages[i]
		pg.Object, pg.Content = pageObject(i), pageObject(i)+1
		page[pg.Content] = true
		if err := pg.find(f.objects[pg.Content].stream); err != nil {
			return nil, fmt.Errorf("pdf: page %d: %w", i+1, err)
		}
	}
	f.compress(func(n int) bool { return !page[n] })
	for _, o := range f.objects {
		b.Objects = append(b.Objects, Object{o.dict, o.stream})
	}
	return b, nil
}

// find looks for the signs of the page's words: no other number of our pages begins with a plus.
func (pg *BasePage) find(stream []byte) error {
	var signs []int
	for i := 0; i < len(stream); i++ {
		switch stream[i] {
		case '(':
			for i++; i < len(stream) && stream[i] != ')'; i++ {
				if stream[i] == '\\' {
					i++
				}
			}
		case '+':
			signs = append(signs, i)
		}
	}
	if len(signs) != 2*len(pg.Words) {
		return fmt.Errorf("%w: %d signs of %d words", errOutput, len(signs), len(pg.Words))
	}
	for i := range pg.Words {
		pg.Words[i].Before, pg.Words[i].After = signs[2*i], signs[2*i+1]
	}
	return nil
}

// copies is what the pager notes for a base.
type copies struct {
	pages []BasePage
	words bool // those of the text at hand move
}

func (c *copies) page() *BasePage { return &c.pages[len(c.pages)-1] }

// place notes a text that every copy has of its own, and gives it its element.
func (p *pager) place(t *scene.Text, around, kind string) {
	at := Place{Text: t, Mark: -1, Kind: kind}
	if element := p.paragraphs(t, around, kind).of(&t.Lines[0]); kind != "" && element != artifact {
		at.Mark = p.take(element)
	}
	p.copies.page().Places = append(p.copies.page().Places, at)
}

// running says that a text is read as words one after the other: furniture, big numbers and what stands at marks are not.
func running(r scene.Role) bool {
	switch r {
	case scene.RoleFurniture, scene.RoleOrnament, scene.RoleFigure, scene.RoleNumber, scene.RoleLabel, scene.RoleSticker, scene.RoleContents:
		return false
	}
	return true
}

// move is a word of a run, from and to characters, the blank behind it included.
type move struct{ from, to int }

// Chinese has no blanks: there so many characters move together, and as few before and behind them never do.
const (
	hanWord = 3
	hanEdge = 2
)

// moves finds the words of a run that may move: those with a neighbour on both sides.
func (p *pager) moves(r *scene.Run) (out []move) {
	if p.copies == nil || !p.copies.words || p.content.now.hidden || r.Rise != 0 || r.Size <= 0 {
		return nil
	}
	chars, last := []rune(r.Text), 0
	for i := 1; i < len(chars); i++ {
		if chars[i] != ' ' && chars[i-1] == ' ' {
			if last > 0 {
				out = append(out, move{last, i})
			}
			last = i
		}
	}
	if r.Font.Han() && last == 0 {
		for i := hanEdge; i+hanWord+hanEdge <= len(chars); i += hanWord {
			out = append(out, move{i, i + hanWord})
		}
	}
	return out
}

// note records a word of a run before its base is known: where it stands, and what it says.
func (p *pager) note(l *scene.Line, r *scene.Run, m move) {
	at, w := r.X, scene.Pt(0)
	for i, a := range r.Adv[:m.to] {
		step := scene.Pt(a)*r.Size/1000 + r.Tracking
		if i < m.from {
			at += step
		} else {
			w += step
		}
	}
	page := p.copies.page()
	page.Words = append(page.Words, Word{X: at, Y: l.Baseline, W: w, Size: r.Size, Text: string([]rune(r.Text)[m.from:m.to])})
}

// sign writes a number that moves what follows it: an empty slot between strings, which a copy makes plus or minus.
func (c *content) sign(size scene.Pt) {
	if k := len(c.buf); c.buf[k-1] == '(' && c.buf[k-2] != '\\' {
		if c.buf = c.buf[:k-1]; c.buf[k-2] != '[' {
			c.buf = append(c.buf, ' ')
		}
	} else {
		c.buf = append(c.buf, ')')
	}
	c.buf = append(c.buf, '+')
	c.buf = append(appendMilli(c.buf, c.toMilli(Reach*1000/size)/10*10), '(')
}
