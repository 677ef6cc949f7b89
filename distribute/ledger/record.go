// Package ledger is the record of who got which copy: one line of JSON an event, each line bound to the one before it.
//
// Rules: lines are appended and never changed; a line's hash covers all its bytes and the hash of the line before, so no byte of a
// line can change, and no line can be taken out or put in, without a line that does not fit; a finished run ends with the house's
// signature over all of it, which nobody else can make again. Passwords, keys and the clock are no part of what distribute writes:
// the same run writes the same bytes.
package ledger

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// Kind is what a line says.
type Kind string

// Kinds of lines. Intent, sent and unknown are written by whoever sends the copies: an intent before anything leaves the machine,
// and after a crash an intent that nothing follows is unknown.
const (
	KindRun     Kind = "run"    // what is made, for whom; again where the list has grown
	KindMade    Kind = "made"   // a recipient's files lie in their places
	KindFailed  Kind = "failed" // they could not be made, or not be sent
	KindIntent  Kind = "intent"
	KindSent    Kind = "sent"
	KindUnknown Kind = "unknown"
	KindEnd     Kind = "end" // of a run, signed
)

// Record is one line. Which fields it has depends on its kind.
type Record struct {
	N         int    `json:"n"` // of the line, from 1
	Kind      Kind   `json:"kind"`
	Run       *Run   `json:"run,omitempty"`
	Copy      int    `json:"copy,omitempty"` // the recipient's number
	ID        string `json:"id,omitempty"`
	Name      string `json:"name,omitempty"`
	Org       string `json:"org,omitempty"`
	Email     string `json:"email,omitempty"`
	Audience  string `json:"audience,omitempty"`
	Basis     string `json:"basis,omitempty"`
	Files     []File `json:"files,omitempty"`
	Why       string `json:"why,omitempty"`        // of failed and unknown
	At        string `json:"at,omitempty"`         // of what is sent: RFC 3339
	Message   string `json:"message_id,omitempty"` // of what is sent
	Made      int    `json:"made,omitempty"`       // end: recipients whose copies lie in their places
	Failed    int    `json:"failed,omitempty"`     // end: those whose do not
	Signature string `json:"signature,omitempty"`  // end: of the line before, base64
	Prev      string `json:"prev"`                 // hash of the line before, hex; "" in the first
	Hash      string `json:"-"`                    // of this line, hex
}

// File is one copy.
type File struct {
	Path   string `json:"path"` // in the ledger's folder, with slashes
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

// Holds says whether what is read is the file's bytes, all of them.
func (f File) Holds(r io.Reader) (bool, error) {
	h := sha256.New()
	n, err := io.Copy(h, r)
	return err == nil && n == int64(f.Bytes) && hex.EncodeToString(h.Sum(nil)) == f.SHA256, err
}

// Run says what is made: two runs that say the same make the same files.
type Run struct {
	Format  int    `json:"format"`
	Program string `json:"program"`
	Title   string `json:"title"`
	Date    string `json:"date"` // the briefing's
	Stem    string `json:"stem"` // of the names of files
	List    string `json:"list"` // hash of the recipients
	Rows    int    `json:"rows"`
	Key     string `json:"key"` // the house's public key, hex
	// How copies are made: encrypted, with age, with a diagonal line.
	Options []string `json:"options,omitempty"`
	Bases   []Base   `json:"bases"`           // what copies are made of
	Shard   string   `json:"shard,omitempty"` // "0/4": the first of four parts
}

// Base is what the copies of one audience and medium are made of.
type Base struct {
	Audience string `json:"audience,omitempty"`
	Medium   string `json:"medium"`
	SHA256   string `json:"sha256"`
	Bytes    int    `json:"bytes"`
	Pages    int    `json:"pages"`
}

// Format is the version of the lines that this program writes.
const Format = 1

// ending stands behind what a line's hash covers: the hash itself.
const (
	endingHead = `,"hash":"`
	endingTail = `"}`
	endingSize = len(endingHead) + 2*sha256.Size + len(endingTail)
)

// line makes a record a line, its line end included, and notes its hash.
func (r *Record) line() ([]byte, error) {
	body, err := json.Marshal(r)
	if err != nil {
		return nil, err
	}
	body = body[:len(body)-1] // the closing brace
	r.Hash = hashOf(body)
	out := make([]byte, 0, len(body)+endingSize+1)
	out = append(out, body...)
	out = append(out, endingHead...)
	out = append(out, r.Hash...)
	out = append(out, endingTail...)
	return append(out, '\n'), nil
}

func hashOf(body []byte) string {
	sum := sha256.Sum256(body)
	return hex.EncodeToString(sum[:])
}

// parse reads a line without its line end: what it says, and whether it is as it was written. The lines around it are not looked at.
// Brief reads of a line about one recipient only which line it is, of what kind, and whose: what a chain is checked by.
func parse(line []byte, brief bool) (r Record, err error) {
	cut := len(line) - endingSize
	if cut < 1 || !bytes.HasPrefix(line[cut:], []byte(endingHead)) || !bytes.HasSuffix(line, []byte(endingTail)) {
		return r, errors.New("it does not end with its hash")
	}
	hash := string(line[cut+len(endingHead) : len(line)-len(endingTail)])
	if hash != hashOf(line[:cut]) {
		return r, errors.New("it is not what was written: its hash is another")
	}
	if !brief || !r.glance(line[:cut]) {
		whole := append(line[:cut:cut], '}')
		if err := json.Unmarshal(whole, &r); err != nil {
			return r, fmt.Errorf("it is no line of a ledger: %w", err)
		}
	}
	r.Hash = hash
	return r, nil
}

// glance reads the head and the end of a line about one recipient as line writes it, and says whether it was one.
func (r *Record) glance(body []byte) bool {
	const prev = `,"prev":"`
	end := len(body) - 1 - 2*sha256.Size
	if end < len(prev) || body[len(body)-1] != '"' || string(body[end-len(prev):end]) != prev {
		return false
	}
	number := func(head string) (n int, ok bool) {
		rest, ok := bytes.CutPrefix(body, []byte(head))
		if !ok {
			return 0, false
		}
		i := 0
		for ; i < len(rest) && i < 12 && '0' <= rest[i] && rest[i] <= '9'; i++ {
			n = 10*n + int(rest[i]-'0')
		}
		body = rest[i:]
		return n, i > 0
	}
	hash := string(body[end : end+2*sha256.Size])
	n, ok := number(`{"n":`)
	if !ok {
		return false
	}
	for _, k := range [...]struct {
		kind Kind
		head string
	}{{KindMade, `,"kind":"made","copy":`}, {KindFailed, `,"kind":"failed","copy":`}, {KindIntent, `,"kind":"intent","copy":`}, {KindSent, `,"kind":"sent","copy":`}} {
		if copy, ok := number(k.head); ok && bytes.HasPrefix(body, []byte(`,"id":"`)) {
			r.N, r.Kind, r.Copy, r.Prev = n, k.kind, copy, hash
			return true
		}
	}
	return false
}

// signed is what the signature of an end covers: all lines before it, by the last one's hash, and what it counts.
func (r *Record) signed() []byte {
	return fmt.Appendf(nil, "roadshow ledger %d\n%s\n%d %d %d\n", Format, r.Prev, r.N, r.Made, r.Failed)
}

// sign makes an end's signature. The record must have its place.
func (r *Record) sign(key ed25519.PrivateKey) {
	r.Signature = base64.StdEncoding.EncodeToString(ed25519.Sign(key, r.signed()))
}

// signedBy says that an end bears the signature of a key.
func (r *Record) signedBy(key ed25519.PublicKey) bool {
	sig, err := base64.StdEncoding.DecodeString(r.Signature)
	return err == nil && len(key) == ed25519.PublicKeySize && ed25519.Verify(key, r.signed(), sig)
}

// PublicKey is the house's key as the run names it, nil where it names none.
func (r *Run) PublicKey() ed25519.PublicKey {
	key, err := hex.DecodeString(r.Key)
	if err != nil || len(key) != ed25519.PublicKeySize {
		return nil
	}
	return key
}
