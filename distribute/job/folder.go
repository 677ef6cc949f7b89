// Package job makes the copies of a list of recipients in a folder: files, ledger, key, passwords and drafts.
//
// Rules: a file bears its name when all its bytes are certain to lie there, and not before; the ledger names a copy after that; so
// whatever ends the program leaves whole copies and a ledger that is true, and the next run goes on where this one ended and makes the
// same bytes. Lines of the ledger stand in the order of the list. Secrets are written for their owner only.
package job

import (
	"context"
	"crypto/ed25519"
	"crypto/x509"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"roadshow/distribute"
	"roadshow/internal/fileset"
	"roadshow/internal/limits"
)

// What lies in a folder.
const (
	LedgerName    = "ledger.jsonl"
	KeyName       = "key.json"
	PublicName    = "key.pub"
	PasswordsName = "passwords.csv"
	CopiesFolder  = "copies"
	BaseFolder    = "base"
	MailFolder    = "mail"

	publicMode, secretMode fs.FileMode = 0o644, 0o600
)

// Folder is a folder that this program alone works in.
type Folder struct {
	disk
	name    string
	release func()
	close   func() error
}

// Open makes the folder where it is missing, waits for whoever works in it, and sweeps away what a run that ended left unfinished.
func Open(ctx context.Context, dir string) (*Folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	release, err := fileset.Lock(ctx, dir)
	if err != nil {
		root.Close()
		return nil, err
	}
	d := newDisk(root)
	f, err := open(d, dir)
	if err != nil {
		release()
		d.Close()
		return nil, err
	}
	f.release, f.close = release, d.Close
	return f, nil
}

func open(d disk, dir string) (*Folder, error) {
	f := &Folder{disk: d, name: dir, release: func() {}, close: func() error { return nil }}
	for _, sub := range []string{CopiesFolder, BaseFolder, MailFolder} {
		if err := f.Mkdir(sub); err != nil {
			return nil, err
		}
	}
	for _, sub := range []string{".", CopiesFolder, BaseFolder, MailFolder} {
		names, err := f.List(sub)
		if err != nil {
			return nil, err
		}
		for _, n := range names {
			if strings.HasPrefix(n, ".") && strings.HasSuffix(n, partEnding) {
				if err := f.Remove(path.Join(sub, n)); err != nil {
					return nil, err
				}
			}
		}
	}
	return f, nil
}

// Close gives the folder back. Folders that nothing was made for go.
func (f *Folder) Close() error {
	for _, sub := range []string{MailFolder, BaseFolder, CopiesFolder} {
		f.Remove(sub) // an empty one; others stay
	}
	f.release()
	return f.close()
}

// partEnding is how the name of an unfinished file ends, behind a stop and its own.
const partEnding = ".part"

// partOf is the name that a file has until it is whole.
func partOf(name string) string { return path.Join(path.Dir(name), "."+path.Base(name)+partEnding) }

// put writes a file under its name, whole or not at all.
func (f *Folder) put(name string, data []byte, mode fs.FileMode) error {
	if err := f.Put(partOf(name), data, mode); err != nil {
		return err
	}
	if err := f.Rename(partOf(name), name); err != nil {
		return err
	}
	return f.Sync(path.Dir(name))
}

// read is a file, nil where there is none.
func (f *Folder) read(name string, limit limits.ID) ([]byte, error) {
	r, err := f.disk.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	text, fits, err := limit.Read(r)
	if err == nil && !fits {
		err = limit.Err(name)
	}
	return []byte(text), err
}

// keyFile is key.json. The secret of passwords, marks and keys of files is derived from the seed: stored beside it, it could disagree.
type keyFile struct {
	Format int    `json:"format"`
	Seed   string `json:"ed25519"` // hex
}

// ErrKey says that key.json is not one.
var ErrKey = errors.New(KeyName + " is no key that roadshow wrote")

// Key is the folder's own key, made at its first use.
func (f *Folder) Key(random io.Reader) (distribute.Key, error) {
	text, err := f.read(KeyName, limits.KeyBytes)
	if err != nil {
		return distribute.Key{}, err
	}
	if text == nil {
		key, err := distribute.NewKey(random)
		if err != nil {
			return key, err
		}
		text, err := json.MarshalIndent(keyFile{1, hex.EncodeToString(key.Private.Seed())}, "", "  ")
		if err != nil {
			return key, err
		}
		return key, f.put(KeyName, append(text, '\n'), secretMode)
	}
	var k keyFile
	if json.Unmarshal(text, &k) != nil || k.Format != 1 {
		return distribute.Key{}, ErrKey
	}
	seed, err := hex.DecodeString(k.Seed)
	if err != nil || len(seed) != ed25519.SeedSize {
		return distribute.Key{}, ErrKey
	}
	return distribute.KeyFrom(ed25519.NewKeyFromSeed(seed)), nil
}

// HasKey says whether the folder has a key of its own.
func (f *Folder) HasKey() bool {
	names, err := f.List(".")
	return err == nil && slices.Contains(names, KeyName)
}

// publicKey is the key that checks, as PEM.
func publicKey(key distribute.Key) ([]byte, error) {
	shared, err := x509.MarshalPKIXPublicKey(key.Private.Public())
	if err != nil {
		return nil, fmt.Errorf("cannot write a key: %w", err)
	}
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: shared}), nil
}

// lay writes a file that every run writes alike, unless it lies there already.
func (f *Folder) lay(name string, data []byte, mode fs.FileMode) error {
	if r, err := f.disk.Open(name); err == nil {
		was, err := io.ReadAll(io.LimitReader(r, int64(len(data))+1))
		r.Close()
		if err == nil && string(was) == string(data) {
			return nil
		}
	}
	return f.put(name, data, mode)
}
