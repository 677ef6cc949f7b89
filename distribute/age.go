package distribute

import (
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"

	"golang.org/x/crypto/chacha20poly1305"
	"golang.org/x/crypto/scrypt"
)

// The age format (age-encryption.org/v1) with a passphrase. It is written here because filippo.io/age, which reads it in tests, takes
// its keys from the system's randomness, and a copy is to have the same bytes on any machine.
const (
	ageWork  = 12 // log2 of scrypt's N: a password of six words needs no slow hash
	ageChunk = 64 << 10
)

// ageMaterial is what an age file takes from the sender's secret: its own key, and what makes the password's hash its own.
type ageMaterial struct {
	key, salt, nonce [16]byte
}

// wrapAge appends a file in the age format.
func wrapAge(b, file []byte, password string, m *ageMaterial) ([]byte, error) {
	wrap, err := scrypt.Key([]byte(password), append([]byte("age-encryption.org/v1/scrypt"), m.salt[:]...), 1<<ageWork, 8, 1, chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	seal, err := chacha20poly1305.New(wrap)
	if err != nil {
		return nil, err
	}
	var zero [chacha20poly1305.NonceSize]byte
	base := base64.RawStdEncoding
	from := len(b)
	b = fmt.Appendf(b, "age-encryption.org/v1\n-> scrypt %s %d\n%s\n---", base.EncodeToString(m.salt[:]), ageWork,
		base.EncodeToString(seal.Seal(nil, zero[:], m.key[:], nil)))
	header, err := hkdf.Key(sha256.New, m.key[:], nil, "header", 32)
	if err != nil {
		return nil, err
	}
	mac := hmac.New(sha256.New, header)
	mac.Write(b[from:])
	b = fmt.Appendf(b, " %s\n", base.EncodeToString(mac.Sum(nil)))
	b = append(b, m.nonce[:]...)
	payload, err := hkdf.Key(sha256.New, m.key[:], m.nonce[:], "payload", chacha20poly1305.KeySize)
	if err != nil {
		return nil, err
	}
	if seal, err = chacha20poly1305.New(payload); err != nil {
		return nil, err
	}
	for i := uint64(0); ; i++ {
		n := min(ageChunk, len(file))
		var nonce [chacha20poly1305.NonceSize]byte
		binary.BigEndian.PutUint64(nonce[3:11], i)
		last := n == len(file)
		if last {
			nonce[11] = 1
		}
		b = seal.Seal(b, nonce[:], file[:n], nil)
		if file = file[n:]; last {
			return b, nil
		}
	}
}
