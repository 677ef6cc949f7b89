package distribute

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"slices"

	"roadshow/distribute/encrypt"
	"roadshow/render/pdf"
	"roadshow/scene"
	"roadshow/typeset"
)

// Recipient is for whom a copy is. Name and organisation are printed, the id tells his copies from all others.
type Recipient struct {
	ID, Name, Org string
	Copy          int // number of the copy, from 1
}

// may is what a copy asks readers' programs to allow.
const may = encrypt.Print | encrypt.Annotate | encrypt.Accessible

// Copy makes a recipient's copy and appends it to dst[:0]. An error names what cannot be printed.
func (b *Base) Copy(dst []byte, r Recipient, secret []byte) ([]byte, error) {
	stamps, letters, err := b.stamp(r)
	if err != nil {
		return nil, err
	}
	own, resources, err := letters.Objects(b.free)
	if err != nil {
		return nil, err
	}
	k, err := b.keys(secret, r.ID, stamps)
	if err != nil {
		return nil, err
	}
	w := &copying{Base: b, keys: k, output: output{buf: append(dst[:0], fileHead...)}}
	for i := range b.static {
		w.piece(&b.static[i])
	}
	if resources == nil {
		resources = b.parts.Objects[b.parts.Resources].Dict
	}
	w.plainObject(b.parts.Resources, resources)
	for i, content := range stamps {
		w.stream(b.stamps[i].object, nil, content)
	}
	free, err := w.own(own)
	if err != nil {
		return nil, err
	}
	more := fmt.Appendf(nil, "/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]", b.parts.Catalog, b.parts.Info, b.hash[:16], k.id)
	if !b.opts.Plain {
		w.plainObject(free, encrypt.NewDict(&k.Material).Append(nil))
		more = fmt.Appendf(more, "/Encrypt %d 0 R", free)
		free++
	}
	w.packedObjects()
	w.end(free, more)
	if b.opts.Age {
		return wrapAge(nil, w.buf, string(k.User), &k.age)
	}
	return w.buf, nil
}

// keys are all that a copy takes from the sender's secret.
type keys struct {
	encrypt.Material
	cipher *encrypt.Cipher
	iv     cipher.Block // makes a vector of an object's number
	id     []byte
	age    ageMaterial
	moves  []bool // each word's: to the right
}

// keys derives them. Two copies share none unless they are the same: even the same recipient's, where his name was mended, differ.
func (b *Base) keys(secret []byte, id string, stamps [][]byte) (*keys, error) {
	said := sha256.New()
	for _, s := range stamps {
		said.Write(binary.BigEndian.AppendUint64(nil, uint64(len(s))))
		said.Write(s)
	}
	base := b.Hash()
	raw := derive(secret, encrypt.KeySize+4*encrypt.SaltSize+4+32+16+3*16, "copy", id, base, string(said.Sum(nil)))
	take := func(n int) []byte {
		part := raw[:n]
		raw = raw[n:]
		return part
	}
	k := &keys{moves: Moves(secret, id, base, b.words)}
	k.User, k.Owner = []byte(Password(secret, id)), base64.RawStdEncoding.AppendEncode(nil, derive(secret, 16, "owner", id, base))
	k.Key, k.May = [encrypt.KeySize]byte(take(encrypt.KeySize)), may
	for i := range k.Salts {
		k.Salts[i] = [encrypt.SaltSize]byte(take(encrypt.SaltSize))
	}
	k.Perms = [4]byte(take(4))
	block, err := aes.NewCipher(take(32))
	k.iv, k.id, k.cipher = block, take(16), encrypt.NewCipher(k.Key)
	k.age = ageMaterial{[16]byte(take(16)), [16]byte(take(16)), [16]byte(take(16))}
	return k, err
}

// copying is a copy while it is written.
type copying struct {
	*Base
	*keys
	output
}

// piece writes an object that every copy has.
func (w *copying) piece(p *piece) {
	w.begin(p.number)
	w.buf = append(w.buf, p.head...)
	from := w.vectorFor(p.number)
	if p.marked == nil {
		w.buf = append(w.buf, p.stream...)
	} else {
		w.buf = p.marked.Append(w.buf, func(sign int) bool { return w.moves[p.first+sign/2] == (sign%2 == 0) })
	}
	w.seal(from)
}

// stream writes an object that only this copy has.
func (w *copying) stream(number int, more, stream []byte) {
	w.begin(number)
	n := len(stream)
	if !w.opts.Plain {
		n = encrypt.Size(n)
	}
	w.buf = fmt.Appendf(w.buf, "%d 0 obj\n<<%s/Length %d>>\nstream\n", number, more, n)
	from := w.vectorFor(number)
	w.buf = append(w.buf, stream...)
	w.seal(from)
}

// vectorFor writes the vector of an object's stream, which is that of no other.
func (w *copying) vectorFor(number int) (from int) {
	from = len(w.buf)
	if !w.opts.Plain {
		var v [encrypt.VectorSize]byte
		binary.BigEndian.PutUint64(v[8:], uint64(number))
		w.iv.Encrypt(v[:], v[:])
		w.buf = append(w.buf, v[:]...)
	}
	return from
}

func (w *copying) seal(from int) {
	if !w.opts.Plain {
		w.buf = w.cipher.Seal(w.buf, from)
	}
	w.buf = append(w.buf, streamTail...)
}

// own writes the faces that only this copy has, and returns the next number.
func (w *copying) own(objects []pdf.Object) (free int, err error) {
	free = w.free
	if len(objects) == 0 {
		return free, nil
	}
	var numbers []int
	for i, o := range objects {
		if o.Stream == nil {
			numbers = append(numbers, w.free+i)
		} else {
			w.stream(w.free+i, entries(o.Dict), o.Stream)
		}
	}
	free += len(objects)
	p, err := pack(numbers, func(n int) []byte { return objects[n-w.free].Dict })
	if err != nil {
		return 0, err
	}
	w.stream(free, entries(p.Dict), p.Stream)
	w.packed(free, numbers)
	return free + 1, nil
}

// packedObjects notes the objects that lie packed in every copy.
func (w *copying) packedObjects() {
	at, place := len(w.parts.Objects), 0
	for i := 1; i < len(w.parts.Objects); i++ {
		if w.parts.Objects[i].Stream != nil || i == w.parts.Resources {
			continue
		}
		w.entry(i, 2, at, place)
		if place++; place == packSize {
			at, place = at+1, 0
		}
	}
}

// stamp writes what the copy says on each kind of page.
func (b *Base) stamp(r Recipient) (out [][]byte, letters *pdf.Letters, err error) {
	lines, faces := b.setAll(r)
	letters = b.parts.Letters(faces, b.deck.Size.H)
	for i := range b.stamps {
		var content []byte
		for j := range b.stamps[i].places {
			part, err := letters.Write(&b.stamps[i].places[j], lines[0])
			if err != nil {
				return nil, nil, err
			}
			content, lines = append(content, part...), lines[1:]
		}
		if b.opts.Diagonal {
			part, err := letters.Across(lines[0], b.deck.Size)
			if err != nil {
				return nil, nil, err
			}
			content, lines = append(content, part...), lines[1:]
		}
		out = append(out, content)
	}
	return out, letters, nil
}

// fitting is all that decides how a place's words are set, but for whom they name.
type fitting struct {
	says  string
	style scene.Style
	width scene.Pt
	lines int
}

// setAll sets the words of every place.
func (b *Base) setAll(r Recipient) (lines [][]scene.Line, faces []scene.FontFile) {
	b.typing.Lock()
	defer b.typing.Unlock()
	same := map[fitting]typeset.Block{} // most pages say it alike, each in its place
	for i := range b.stamps {
		for j := range b.stamps[i].places {
			t := b.stamps[i].places[j].Text
			as := fitting{t.Copy, styleOf(t), t.Frame.W, len(t.Lines)}
			set, is := same[as]
			if !is {
				set = b.fit(t, r)
				same[as] = set
			}
			lines = append(lines, set.Place(t.Frame.X, t.Lines[0].Baseline))
		}
		if b.opts.Diagonal {
			lines = append(lines, b.across(r))
		}
	}
	return lines, slices.Clone(b.faces.Used())
}
