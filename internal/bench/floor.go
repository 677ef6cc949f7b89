package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha256"
	"crypto/sha512"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// floor is the least that n encrypted copies of some bytes cost, whatever makes them: the four hashes of revision 6 each, AES-256 over
// the bytes, and a file that is certain to lie on the disk. It is nobody's copy: keys and salts are numbers.
func floor(dir string, n, size int) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	const jobs = 2
	faults := make([]error, jobs)
	var all sync.WaitGroup
	for j := range jobs {
		all.Go(func() {
			data := make([]byte, size/aes.BlockSize*aes.BlockSize)
			for i := j; i < n && faults[j] == nil; i += jobs {
				faults[j] = leastCopy(filepath.Join(dir, fmt.Sprintf("%d.pdf", i)), data, i)
			}
		})
	}
	all.Wait()
	return errors.Join(faults...)
}

func leastCopy(name string, data []byte, number int) error {
	var entry [48]byte                                                                  // the user's, to which the owner's hashes are bound
	user, owner := fmt.Appendf(nil, "%030d", number), fmt.Appendf(nil, "%022d", number) // as long as ours
	for i, of := range [][]byte{nil, nil, entry[:], entry[:]} {
		h := leastHash([][]byte{user, user, owner, owner}[i], []byte{0, 0, 0, 0, 0, 0, 0, byte(i)}, of)
		copy(data, h[:])
	}
	cbc(data[:32], data[32:48], data)
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return errors.Join(err, f.Sync(), f.Close())
}

// leastHash is algorithm 2.B of ISO 32000-2, written from its text and not from our code, which it is to be a measure of.
func leastHash(password, salt, of []byte) [32]byte {
	sum := sha256.Sum256(append(append(append([]byte{}, password...), salt...), of...))
	k := sum[:]
	room := make([]byte, 0, 64*(len(password)+64+len(of)))
	for round := 1; ; round++ {
		e := room
		for range 64 {
			e = append(append(append(e, password...), k...), of...)
		}
		cbc(k[:16], k[16:32], e)
		rest := 0
		for _, b := range e[:16] {
			rest = (rest*256 + int(b)) % 3
		}
		switch rest {
		case 0:
			h := sha256.Sum256(e)
			k = h[:]
		case 1:
			h := sha512.Sum384(e)
			k = h[:]
		case 2:
			h := sha512.Sum512(e)
			k = h[:]
		}
		if round >= 64 && int(e[len(e)-1]) <= round-32 {
			return [32]byte(k)
		}
	}
}

// cbc encrypts in place.
func cbc(key, iv, data []byte) {
	block, err := aes.NewCipher(key)
	if err != nil { // a key of 16 or 32 bytes is never refused
		panic(err)
	}
	cipher.NewCBCEncrypter(block, iv).CryptBlocks(data, data)
}
