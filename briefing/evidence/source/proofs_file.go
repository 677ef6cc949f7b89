package source

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"

	"roadshow/briefing/evidence/value"
	"roadshow/internal/limits"
)

// The formats of a proofs file: docs/evidence.md specifies them. The first is read and no longer written. Its root says
// nothing of the number of words, and it has no digest.
const (
	proofsFormat1 = "roadshow source proofs 1"
	proofsFormat  = "roadshow source proofs 2"
)

// Encode is the proofs file: the same proofs give the same bytes.
func (p *Proofs) Encode() []byte {
	if p.Format == proofsFormat1 {
		return p.encode("")
	}
	sum := sha256.Sum256(p.encode(""))
	return p.encode(hex.EncodeToString(sum[:]))
}

// encode writes JSON by hand: its words are hexadecimal and need no escapes, and whoever reads holds every byte against it.
func (p *Proofs) encode(digest string) []byte {
	n := 300
	for i := range p.Passages {
		n += 80 + len(p.Passages[i].Salts) + len(p.Passages[i].Path)*(2*sha256.Size+8)
	}
	b := make([]byte, 0, n)
	b = append(append(append(b, "{\n \"format\": \""...), p.Format...), "\",\n"...)
	if p.Format != proofsFormat1 {
		b = append(append(append(b, " \"digest\": \""...), digest...), "\",\n"...)
	}
	b = append(append(append(b, " \"root\": \""...), p.Root...), "\",\n \"words\": "...)
	b = append(strconv.AppendInt(b, int64(p.Words), 10), ",\n \"passages\": ["...)
	for i := range p.Passages {
		pr := &p.Passages[i]
		b = comma(b, i)
		b = strconv.AppendInt(append(b, "\n  {\n   \"at\": "...), int64(pr.At), 10)
		b = strconv.AppendInt(append(b, ",\n   \"words\": "...), int64(pr.Count), 10)
		b = append(append(append(b, ",\n   \"salts\": \""...), pr.Salts...), "\",\n   \"path\": ["...)
		for k, h := range pr.Path {
			b = append(append(append(comma(b, k), "\n    \""...), h...), '"')
		}
		b = append(closing(b, len(pr.Path), "\n   ]"), "\n  }"...)
	}
	return append(closing(b, len(p.Passages), "\n ]"), "\n}\n"...)
}

func comma(b []byte, i int) []byte {
	if i > 0 {
		return append(b, ',')
	}
	return b
}

// closing ends a list: on a line of its own, unless it is empty.
func closing(b []byte, n int, line string) []byte {
	if n == 0 {
		return append(b, ']')
	}
	return append(b, line...)
}

// ProofsFile says whether data begins as a proofs file of any format does.
func ProofsFile(data []byte) bool {
	return bytes.HasPrefix(data, []byte("{\n \"format\": \"roadshow source proofs "))
}

// ReadProofs reads a proofs file called name. Only the very bytes that Encode writes are taken, so that a change shows: the
// first byte that it would not write ends the reading, and nothing is kept that was not counted.
func ReadProofs(name string, data []byte) (*Proofs, error) {
	if len(data) > limits.ProofsBytes.N() {
		return nil, limits.ProofsBytes.Err(name)
	}
	if !ProofsFile(data) {
		return nil, fmt.Errorf("%s is no proofs file", name)
	}
	p := &Proofs{Passages: []Proof{}}
	r := proofsReader{rest: data}
	r.is("{\n \"format\": \"")
	if p.Format = r.until('"'); p.Format != proofsFormat && p.Format != proofsFormat1 {
		return nil, fmt.Errorf("%s has the format %s, which this program does not know; it reads %s", name, value.Quoted(p.Format), value.Quoted(proofsFormat))
	}
	changed := fmt.Errorf("%s was changed after it was written", name)
	r.is("\",\n")
	digest := ""
	if p.Format != proofsFormat1 {
		r.is(" \"digest\": \"")
		digest = r.hex(sha256.Size)
		r.is("\",\n")
	}
	r.is(" \"root\": \"")
	p.Root = r.hex(sha256.Size)
	r.is("\",\n \"words\": ")
	p.Words = r.number()
	r.is(",\n \"passages\": [")
	if r.bad || p.Words < 1 || p.Words > limits.SourceBytes.N() {
		return nil, changed
	}
	for !r.bad && !bytes.HasPrefix(r.rest, []byte("]")) && !bytes.HasPrefix(r.rest, []byte("\n ]")) {
		if len(p.Passages) > 0 {
			r.is(",")
		}
		pr := r.passage(p.Words)
		if n := len(p.Passages); r.bad || n > 0 && !p.Passages[n-1].before(&pr) {
			return nil, changed
		}
		p.Passages = append(p.Passages, pr)
	}
	r.is(string(closing(nil, len(p.Passages), "\n ]")) + "\n}\n")
	if r.bad || len(r.rest) > 0 {
		return nil, changed
	}
	if p.Format != proofsFormat1 {
		if sum := sha256.Sum256(p.encode("")); hex.EncodeToString(sum[:]) != digest {
			return nil, changed
		}
	}
	return p, nil
}

// before is the order of passages: by place, the shorter first, none twice.
func (pr *Proof) before(next *Proof) bool {
	return pr.At < next.At || pr.At == next.At && pr.Count < next.Count
}

// sound says that a proof's numbers lie within a text of n words and that its hexadecimals have the lengths these ask for.
func (pr *Proof) sound(n int) bool {
	ok := pr.At >= 0 && pr.Count >= 1 && pr.Count <= n && pr.At <= n-pr.Count &&
		len(pr.Salts) == pr.Count*saltSize*2 && lowerHex(pr.Salts) && len(pr.Path) == siblings(pr.At, pr.Count, n)
	for i := 0; ok && i < len(pr.Path); i++ {
		ok = len(pr.Path[i]) == 2*sha256.Size && lowerHex(pr.Path[i])
	}
	return ok
}

func lowerHex(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}

// proofsReader reads bytes that must be just so. After the first that is not it reads nothing more.
type proofsReader struct {
	rest []byte
	bad  bool
}

func (r *proofsReader) is(text string) {
	if r.bad || !bytes.HasPrefix(r.rest, []byte(text)) {
		r.bad = true
		return
	}
	r.rest = r.rest[len(text):]
}

func (r *proofsReader) until(end byte) string {
	i := bytes.IndexByte(r.rest[:min(len(r.rest), 64)], end)
	if r.bad || i < 0 {
		r.bad = true
		return ""
	}
	text := string(r.rest[:i])
	r.rest = r.rest[i:]
	return text
}

// hex is n bytes in lower-case hexadecimal.
func (r *proofsReader) hex(n int) string {
	if r.bad || n < 0 || len(r.rest) < 2*n || !lowerHex(string(r.rest[:2*n])) {
		r.bad = true
		return ""
	}
	text := string(r.rest[:2*n])
	r.rest = r.rest[2*n:]
	return text
}

func (r *proofsReader) number() int {
	n := 0
	for n < len(r.rest) && n < 9 && r.rest[n] >= '0' && r.rest[n] <= '9' {
		n++
	}
	v, err := strconv.Atoi(string(r.rest[:n]))
	if r.bad || err != nil || n > 1 && r.rest[0] == '0' {
		r.bad = true
		return 0
	}
	r.rest = r.rest[n:]
	return v
}

// passage reads one proof of a text of n words.
func (r *proofsReader) passage(n int) Proof {
	pr := Proof{Path: []string{}}
	r.is("\n  {\n   \"at\": ")
	pr.At = r.number()
	r.is(",\n   \"words\": ")
	pr.Count = r.number()
	r.is(",\n   \"salts\": \"")
	if pr.Count < 1 || pr.Count > n || pr.At > n-pr.Count {
		r.bad = true
		return pr
	}
	pr.Salts = r.hex(pr.Count * saltSize)
	r.is("\",\n   \"path\": [")
	length := siblings(pr.At, pr.Count, n)
	for i := 0; i < length && !r.bad; i++ {
		r.is(string(comma(nil, i)) + "\n    \"")
		pr.Path = append(pr.Path, r.hex(sha256.Size))
		r.is("\"")
	}
	r.is(string(closing(nil, length, "\n   ]")) + "\n  }")
	return pr
}
