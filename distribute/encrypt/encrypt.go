// Package encrypt is the standard security handler of PDF, revision 6: AES-256, as ISO 32000-2 7.6 and Adobe's extension level 8 of
// PDF 1.7 have it.
//
// It takes no randomness of its own: who calls it gives keys, salts and vectors, so that the same copy has the same bytes. What a key
// may be used for twice, and what never, is the caller's to keep.
package encrypt

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"fmt"
)

// Sizes of keys and salts in bytes.
const (
	KeySize  = 32
	SaltSize = 8
)

// maxPassword is how much of a password counts.
const maxPassword = 127

// Permissions are what a reader's program should let its reader do. Programs that do not care, and whoever has the owner's password,
// are not bound by them.
type Permissions uint32

// Permissions of Table 22.
const (
	Print      Permissions = 1<<2 | 1<<11 // as good as the printer can
	Change     Permissions = 1<<3 | 1<<10
	Extract    Permissions = 1 << 4
	Annotate   Permissions = 1<<5 | 1<<8
	Accessible Permissions = 1 << 9 // what a screen reader takes; PDF/UA-1 7.16 asks for it
)

// reserved are the bits of /P that are always one.
const reserved = 0xFFFFF0C0

// Material is all that the dictionary is made of.
type Material struct {
	User, Owner []byte // passwords, ASCII
	Key         [KeySize]byte
	Salts       [4][SaltSize]byte // user validation, user key, owner validation, owner key
	Perms       [4]byte           // fills up the block of permissions
	May         Permissions
}

// Dict are the entries of an encryption dictionary that depend on keys.
type Dict struct {
	U, O   [48]byte
	UE, OE [32]byte
	Perms  [16]byte
	P      int32
}

// NewDict computes the entries (algorithms 8, 9 and 10). Metadata are encrypted like everything else.
func NewDict(m *Material) *Dict {
	d := &Dict{P: int32(reserved | uint32(m.May))}
	user, owner := m.User[:min(len(m.User), maxPassword)], m.Owner[:min(len(m.Owner), maxPassword)]
	var room [2][]byte
	fill := func(check *[48]byte, wrapped *[32]byte, password []byte, validation, key *[SaltSize]byte, of []byte) {
		x, y := newHash(room[0], password, validation[:], of), newHash(room[1], password, key[:], of)
		together(x, y)
		copy(check[:], x.k[:32])
		copy(check[32:], validation[:])
		copy(check[40:], key[:])
		cipher.NewCBCEncrypter(newAES(y.k[:32]), make([]byte, aes.BlockSize)).CryptBlocks(wrapped[:], m.Key[:])
		room = [2][]byte{x.buf, y.buf}
	}
	fill(&d.U, &d.UE, user, &m.Salts[0], &m.Salts[1], nil)
	fill(&d.O, &d.OE, owner, &m.Salts[2], &m.Salts[3], d.U[:])
	binary.LittleEndian.PutUint32(d.Perms[:], uint32(d.P))
	copy(d.Perms[4:], "\xFF\xFF\xFF\xFFTadb")
	copy(d.Perms[12:], m.Perms[:])
	newAES(m.Key[:]).Encrypt(d.Perms[:], d.Perms[:])
	return d
}

// Append writes the dictionary.
func (d *Dict) Append(b []byte) []byte {
	return fmt.Appendf(b, "<</Filter/Standard/V 5/R 6/Length 256/CF<</StdCF<</AuthEvent/DocOpen/CFM/AESV3/Length 32>>>>/StmF/StdCF/StrF/StdCF"+
		"/O<%X>/OE<%X>/U<%X>/UE<%X>/P %d/Perms<%X>>>", d.O, d.OE, d.U, d.UE, d.P, d.Perms)
}

// ErrPassword says that a password opens nothing here.
var ErrPassword = errors.New("the password does not open it")

// Open finds the file's key by a password, the user's or the owner's (algorithm 2.A).
func (d *Dict) Open(password []byte) (key [KeySize]byte, err error) {
	password = password[:min(len(password), maxPassword)]
	try := func(check *[48]byte, wrapped *[32]byte, of []byte) bool {
		x, y := newHash(nil, password, check[32:40], of), newHash(nil, password, check[40:48], of)
		together(x, y)
		if subtle.ConstantTimeCompare(x.k[:32], check[:32]) != 1 {
			return false
		}
		cipher.NewCBCDecrypter(newAES(y.k[:32]), make([]byte, aes.BlockSize)).CryptBlocks(key[:], wrapped[:])
		return true
	}
	if !try(&d.O, &d.OE, d.U[:]) && !try(&d.U, &d.UE, nil) {
		return key, ErrPassword
	}
	var perms [16]byte
	newAES(key[:]).Decrypt(perms[:], d.Perms[:])
	if string(perms[9:12]) != "adb" || int32(binary.LittleEndian.Uint32(perms[:])) != d.P {
		return key, errors.New("the permissions are not those that were encrypted")
	}
	return key, nil
}

// Cipher encrypts the streams of one file.
type Cipher struct{ block cipher.Block }

// NewCipher takes the file's key.
func NewCipher(key [KeySize]byte) *Cipher { return &Cipher{newAES(key[:])} }

// Size is how long a stream of n bytes is when it is encrypted.
func Size(n int) int { return n + VectorSize + aes.BlockSize - n%aes.BlockSize }

// VectorSize is the size of what stands before an encrypted stream.
const VectorSize = aes.BlockSize

// Seal encrypts the stream that begins at a place with its vector, which no other stream of the file may have.
func (c *Cipher) Seal(b []byte, from int) []byte {
	at := from + VectorSize
	pad := aes.BlockSize - (len(b)-at)%aes.BlockSize
	for range pad {
		b = append(b, byte(pad))
	}
	cipher.NewCBCEncrypter(c.block, b[from:at]).CryptBlocks(b[at:], b[at:])
	return b
}

// Open decrypts a stream.
func (c *Cipher) Open(data []byte) ([]byte, error) {
	if len(data) < 2*aes.BlockSize || len(data)%aes.BlockSize != 0 {
		return nil, errors.New("an encrypted stream is cut short")
	}
	out := make([]byte, len(data)-aes.BlockSize)
	cipher.NewCBCDecrypter(c.block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:])
	pad := int(out[len(out)-1])
	if pad == 0 || pad > aes.BlockSize {
		return nil, errors.New("an encrypted stream is not padded as it should be")
	}
	return out[:len(out)-pad], nil
}

// newAES takes keys of 16 and 32 bytes only, which aes never refuses.
func newAES(key []byte) cipher.Block {
	block, err := aes.NewCipher(key)
	if err != nil {
		panic(err)
	}
	return block
}
